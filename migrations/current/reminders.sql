-- Mail and reminders.

-- Whom a parent asks about personal data, and how they are reached, as they say themselves: who answers for this person, or else
-- for the body, network or region that it is about, or for the country.
create function whom_to_ask(person uuid, body uuid, network uuid, region uuid) returns table (name text, email text, phone text)
  language sql stable security definer set search_path = public, pg_temp rows 1 as $$
  select o.name, o.email, o.phone from organisations o where {{signed_in}} and o.id = coalesce(
    (select responsible_organisation(p.region_id, p.responsible_organisation_id, p.responsible_in) from people p
      where p.id = $1),
    (select responsible_organisation(b.region_id, b.responsible_organisation_id, b.responsible_in) from advisory_bodies b
      where b.id = $2),
    (select responsible_organisation(n.region_id, n.responsible_organisation_id, n.responsible_in) from oudernetwerken n
      where n.id = $3),
    responsible_organisation(coalesce($4, (select r.id from regions r where r.parent_id is null))))
$$;
revoke execute on function whom_to_ask from public;
grant execute on function whom_to_ask to okn_system;

-- Whether an address is that of somebody who died, and of nobody else: no mail goes there, for whomever it was meant.
create function is_of_the_dead(address text) returns boolean language sql stable as $$
  with known as (
    select p.deceased_on from person_contacts c join people p on p.id = c.person_id where c.email_norm = lower($1)
    union all
    select p.deceased_on from accounts a left join people p on p.id = a.person_id where a.email_norm = lower($1)
  )
  select exists (select from known where deceased_on is not null) and not exists (select from known where deceased_on is null)
$$;
revoke execute on function is_of_the_dead from public;

-- The address if its mail server takes mail for it, as far as we know, and its reader lives.
create function deliverable(text) returns text language sql stable
  return case when not is_undeliverable($1) and not is_of_the_dead($1) then $1 end;
revoke execute on function deliverable from public;

-- The last day on which somebody is left alone, as it is on a day; null: they are not.
create function left_alone_until(person uuid, on_day date) returns date language sql stable
  return (select upper(period) - 1 from contact_pauses where person_id = $1 and period @> $2);
revoke execute on function left_alone_until from public;

-- What somebody wants of mail, and what holds while they chose nothing.
create function mail_wishes(mail_preferences) returns table (reminders boolean, digest boolean,
    quiet_from integer, quiet_until integer)
  language sql immutable rows 1 as $$
  select coalesce($1.reminders, true), coalesce($1.digest, true), coalesce($1.quiet_from, 21), coalesce($1.quiet_until, 7)
$$;

-- A recipient as mail reaches it now, for the owner only: no row when it is not there, no address when it has none that
-- takes mail. Whoever died is not there. What somebody chose for their account goes before the address that others recorded of them.
create function mail_recipient(text, uuid) returns table (address text, locale text,
    reminders boolean, digest boolean, quiet_from integer, quiet_until integer)
  language sql stable rows 1 as $$
  select coalesce(deliverable(a.email_norm), deliverable(c.email_norm)), coalesce(a.locale, 'nl'),
    own.reminders and by_link.reminders, own.digest, own.quiet_from, own.quiet_until
  from accounts a left join person_contacts c on c.person_id = a.person_id
  left join mail_preferences w on w.account_id = a.id
  left join mail_preferences v on v.person_id = a.person_id
  cross join lateral mail_wishes(w) own cross join lateral mail_wishes(v) by_link
  where $1 = 'ACCOUNT' and a.id = $2
    and not exists (select from people p where p.id = a.person_id and p.deceased_on is not null)
  union all
  select coalesce(deliverable(a.email_norm), deliverable(c.email_norm)), coalesce(a.locale, case p.language when 'en' then 'en' else 'nl' end),
    own.reminders and by_link.reminders, false, own.quiet_from, own.quiet_until
  from people p left join person_contacts c on c.person_id = p.id
  left join lateral (select * from accounts where person_id = p.id order by created_at, id limit 1) a on true
  left join mail_preferences w on w.account_id = a.id
  left join mail_preferences v on v.person_id = p.id
  cross join lateral mail_wishes(w) own cross join lateral mail_wishes(v) by_link
  where $1 = 'PERSON' and p.id = $2 and p.deceased_on is null
  union all
  select deliverable(o.email), 'nl', own.reminders, false, own.quiet_from, own.quiet_until
  from organisations o left join mail_preferences w on w.organisation_id = o.id
  cross join lateral mail_wishes(w) own
  where $1 = 'ORGANISATION' and o.id = $2
  union all
  -- their mailboxes get news of themselves alone
  select deliverable(mailbox), 'nl', true, false, own.quiet_from, own.quiet_until
  from (select 'REGION' as owner, id, mailbox from regions union all select 'OUDERNETWERK', id, mailbox from oudernetwerken) m
  cross join lateral mail_wishes(null) own where m.owner = $1 and m.id = $2
  union all
  -- by the id of their invitation; they have said nothing of mail yet
  select deliverable(n.email_norm), coalesce(i.language, 'nl'), true, false, own.quiet_from, own.quiet_until
  from seat_nominees n join seat_invitations i on i.id = n.invitation_id cross join lateral mail_wishes(null) own
  where $1 = 'NOMINEE' and n.invitation_id = $2
$$;
revoke execute on function mail_recipient from public;

-- The last day on which a recipient is left alone, by whichever address mail would reach them; null: they are not. Whoever is
-- nominated may be known by their address: if all who have it are left alone, or stopped with everything lately and nobody
-- said why they are asked all the same, so are they.
create function reader_left_alone_until(text, uuid, on_day date) returns date language sql stable as $$
  select case $1
    when 'PERSON' then left_alone_until($2, $3)
    when 'ACCOUNT' then (select left_alone_until(a.person_id, $3) from accounts a where a.id = $2)
    when 'NOMINEE' then (
      with nominee as (
        select n.email_norm, i.motivation from seat_nominees n join seat_invitations i on i.id = n.invitation_id
        where n.invitation_id = $2
      ), known as (
        select c.person_id, n.motivation from nominee n join person_contacts c on c.email_norm = n.email_norm
        union
        select a.person_id, n.motivation from nominee n join accounts a on a.email_norm = n.email_norm
      ), rest as (
        select greatest(left_alone_until(person_id, $3),
          case when motivation is null then rests_until(stopped_on(person_id)) end) as until
        from known
      )
      select case when bool_and(coalesce(until >= $3, false)) then min(until) end from rest)
  end
$$;
revoke execute on function reader_left_alone_until from public;

-- The same without the address: what the service needs to choose whom it writes to. Whoever is left alone wants no reminder
-- and no digest, in whatever role: what they are for goes to the next in line.
create function mail_reach(text, uuid) returns table (reachable boolean, locale text,
    reminders boolean, digest boolean, quiet_from integer, quiet_until integer)
  language sql stable security definer set search_path = public, pg_temp rows 1 as $$
  select r.address is not null, r.locale, r.reminders and rest.until is null, r.digest and rest.until is null,
    r.quiet_from, r.quiet_until
  from mail_recipient($1, $2) r cross join lateral (select reader_left_alone_until($1, $2, {{today}}) as until) rest
$$;
revoke execute on function mail_reach from public;
grant execute on function mail_reach to okn_system;

-- Where a mail goes that was not sent yet. It was made before this transaction: nobody asks for an address by making a
-- mail, unless they also let it be sent. News of an address goes to that address itself, while there is something to
-- say.
create function mail_address(mail uuid) returns text
  language sql stable security definer set search_path = public, pg_temp as $$
  select case when not is_of_the_dead(found.address) then found.address end
  from mails m cross join lateral mail_recipient(m.recipient_type, m.recipient_id) r
  left join lateral (select old_address, new_address, outcome is null and expires_on >= {{today}} as waits
    from mail_address_changes where id = m.address_change_id) c on true
  cross join lateral (select case when m.address_change_id is null then r.address
    when m.kind = 'ADDRESS_PROOF' then case when c.waits then c.new_address end
    when m.params ->> 'outcome' <> 'ASKED' or c.waits then c.old_address end) found (address)
  where m.id = mail and m.sent_at is null and {{written_before(m)}}
$$;
revoke execute on function mail_address from public;
grant execute on function mail_address to okn_system;

-- Whom a mail is about.
create function mail_is_about(mails) returns table (person_id uuid) language sql stable rows 2 as $$
  select who from unnest(array[
    ($1.params ->> 'self')::uuid, ($1.params ->> 'without')::uuid,
    (select i.person_id from seat_invitations i where i.id = $1.invitation_id),
    (select e.person_id from ervaringsdeskundigen e where e.id = $1.ervaringsdeskundige_id),
    (select c.person_id from mail_address_changes c where c.id = $1.address_change_id)]) who
  where who is not null
$$;
revoke execute on function mail_is_about from public;

-- Whether a mail would speak of somebody who died, to whomever: as if they still led, were asked or were to answer; or of a
-- child whose school tie was closed. That an invitation is closed because of a death is told.
create function mail_is_hushed(mail uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from mails m cross join lateral mail_is_about(m) about join people p on p.id = about.person_id
    where m.id = $1 and p.deceased_on is not null
      and (m.params ->> 'outcome' in ('CONSENT_WITHDRAWN', 'PERSON_DEPARTED')) is not true)
  or exists (
    select from mails m where m.id = $1 and m.kind = 'TIE_UNCONFIRMED'
      and not exists (select from school_ties s where s.id = (m.params ->> 'subjectId')::uuid))
$$;
revoke execute on function mail_is_hushed from public;
grant execute on function mail_is_hushed to okn_system;

-- Whom a mail is about, or to.
create function mail_concerns(mails) returns table (person_id uuid) language sql stable rows 3 as $$
  select about.person_id from mail_is_about($1) about
  union select $1.recipient_id where $1.recipient_type = 'PERSON'
  union select a.person_id from accounts a where $1.recipient_type = 'ACCOUNT' and a.id = $1.recipient_id
$$;
revoke execute on function mail_concerns from public;

-- Whether somebody whom a mail is about or to is on record as deceased: if it does not leave, that may be why.
create function mail_fell_silent(mail uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from mails m cross join lateral mail_concerns(m) who join people p on p.id = who.person_id
    where m.id = $1 and p.deceased_on is not null)
$$;
revoke execute on function mail_fell_silent from public;
grant execute on function mail_fell_silent to okn_system;

-- What fell silent with a death that never was is owed again, and judged when it leaves.
create function mails_speak_again(person uuid, at timestamptz) returns void
  language sql security definer set search_path = public, pg_temp as $$
  update mails m set attempts = 0, due_at = $2, last_error = null
  where m.sent_at is null and m.last_error = 'DIED' and $1 in (select who.person_id from mail_concerns(m) who)
$$;
revoke execute on function mails_speak_again from public;
grant execute on function mails_speak_again to okn_system;

-- Whether the reader of a mail is to be told first that they are on record.
create function mail_awaits_notice(mail uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select m.kind <> 'RECORDED' and awaits_notice(case m.recipient_type
    when 'PERSON' then m.recipient_id
    when 'ACCOUNT' then (select a.person_id from accounts a where a.id = m.recipient_id) end)
  from mails m where m.id = $1
$$;
revoke execute on function mail_awaits_notice from public;
grant execute on function mail_awaits_notice to okn_system;

-- Delivery asks before it sends; whatever sends otherwise is refused.
create function mails_after_notice() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if mail_awaits_notice(new.id) then
    raise exception 'mail % is for somebody who was not told yet that they are on record', new.id
      using errcode = 'check_violation', constraint = 'mails_after_notice';
  end if;
  return new;
end $$;
revoke execute on function mails_after_notice from public;
create trigger after_notice before update of sent_at on mails
  for each row when (new.sent_at is not null and old.sent_at is null) execute function mails_after_notice();

-- Somebody knows that they are on record once the mail left, or whoever keeps their record wrote or told them.
create function recorded_told() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_table_name = 'mails' then
    update recorded_notices set told_on = {{day_of(new.sent_at)}}, told_by = 'MAIL'
    where person_id = new.recipient_id and told_on is null;
  else
    update recorded_notices n set told_on = new.done_on, told_by = new.kind
    from mails m where m.id = new.mail_id and m.kind = 'RECORDED' and n.person_id = m.recipient_id and n.told_on is null;
  end if;
  return null;
end $$;
revoke execute on function recorded_told from public;
create trigger recorded_told after update of sent_at on mails
  for each row when (new.kind = 'RECORDED' and new.sent_at is not null) execute function recorded_told();
create trigger recorded_told after update of done_on on person_tasks
  for each row when (new.mail_id is not null and new.done_on is not null and not new.lapsed) execute function recorded_told();

-- From then on they may be found, and what waited is due.
create function recorded_notices_open() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform renew_findable(new.person_id);
  update mails set due_at = made_at, last_error = null
  where sent_at is null and last_error = 'UNTOLD'
    and (recipient_type = 'PERSON' and recipient_id = new.person_id
      or recipient_type = 'ACCOUNT' and recipient_id in (select id from accounts where person_id = new.person_id));
  return null;
end $$;
revoke execute on function recorded_notices_open from public;
create trigger open after update of told_on on recorded_notices
  for each row when (new.told_on is not null) execute function recorded_notices_open();

-- The last day on which the reader of a mail is left alone; null: they are not.
create function mail_pause(mail uuid) returns date
  language sql stable security definer set search_path = public, pg_temp as $$
  select reader_left_alone_until(m.recipient_type, m.recipient_id, {{today}}) from mails m where m.id = $1
$$;
revoke execute on function mail_pause from public;
grant execute on function mail_pause to okn_system;

-- Where somebody's schools have their holidays: by their municipality, else by most of those around them.
create function holiday_region_of(person uuid) returns text language sql stable as $$
  select coalesce(
    (select m.holiday_region from people p join municipalities m on m.id = p.municipality_id where p.id = $1),
    (select m.holiday_region from people p join regions r on r.id = p.region_id
       join municipalities m on m.region_id = r.id or m.region_id = r.parent_id
     where p.id = $1 and m.holiday_region is not null group by 1 order by count(*) desc, 1 limit 1))
$$;
revoke execute on function holiday_region_of from public;

-- The last day of the school holiday that somebody is in on a day; null: none.
create function holiday_of(person uuid, on_day date) returns date
  language sql stable security definer set search_path = public, pg_temp as $$
  select school_holiday_until(holiday_region_of($1), $2)
$$;
revoke execute on function holiday_of from public;
grant execute on function holiday_of to okn_system;

-- What the reader of a mail must hear although they are left alone is told by hand, by whoever keeps their record. Once for
-- each mail.
create function tell_by_hand(mail uuid, on_day date) returns table (id uuid, region_id uuid)
  language sql security definer set search_path = public, pg_temp as $$
  insert into person_tasks (id, person_id, region_id, kind, mail_id, made_on, due_on)
    select gen_random_uuid(), p.id, p.region_id, 'NOTICE', m.id, $2, $2 + 14
    from mails m left join accounts a on m.recipient_type = 'ACCOUNT' and a.id = m.recipient_id
    join people p on p.id = case m.recipient_type when 'PERSON' then m.recipient_id else a.person_id end where m.id = $1
    on conflict do nothing
    returning id, region_id
$$;
revoke execute on function tell_by_hand from public;
grant execute on function tell_by_hand to okn_system;

-- Whom no mail reaches gets what it says on paper, from whoever keeps their record, unless they are left alone or want no
-- reminders and it is one. Once for each mail.
create function letter_on_paper(mail uuid, person uuid, reminds boolean, on_day date) returns table (id uuid, region_id uuid)
  language sql security definer set search_path = public, pg_temp as $$
  insert into person_tasks (id, person_id, region_id, kind, mail_id, made_on, due_on)
    select gen_random_uuid(), p.id, p.region_id, 'LETTER', $1, $4, $4 + 7
    from people p cross join lateral mail_recipient('PERSON', p.id) r where p.id = $2 and r.address is null
      and left_alone_until(p.id, $4) is null and (r.reminders or not $3)
    on conflict do nothing
    returning id, region_id
$$;
revoke execute on function letter_on_paper from public;
grant execute on function letter_on_paper to okn_system;

-- What waited to be sent to somebody who is left alone by now, and must hear it, is told by hand.
create function letters_become_notices(tasks uuid[], on_day date) returns void
  language sql security definer set search_path = public, pg_temp as $$
  update person_tasks set kind = 'NOTICE', due_on = $2 + 14, version = version + 1
  where id = any ($1) and kind = 'LETTER' and done_on is null
$$;
revoke execute on function letters_become_notices from public;
grant execute on function letters_become_notices to okn_system;

-- Closes tasks whose letter says nothing any more: nobody read it.
create function settle_letters(tasks uuid[], on_day date) returns void
  language sql security definer set search_path = public, pg_temp as $$
  update person_tasks set done_on = $2, lapsed = true, version = version + 1
  where id = any ($1) and mail_id is not null and done_on is null
$$;
revoke execute on function settle_letters from public;
grant execute on function settle_letters to okn_system;

-- The day of something that stands in calendars, as it is known on a day; null: it is off. A day that a trekker or a
-- coordinator named counts however far away; one that the service works out only from when the ladder tells it.
create function calendar_day(what text, subject uuid, on_day date) returns date
  language sql stable security definer set search_path = public, pg_temp as $$
  select case what
    when 'TREKKERSCHAP_END' then (
      -- of the first of a tenure: the last day of the last
      select coalesce(upper(t.period) - 1,
        case when e.driver = 'PLANNED' or e.expected_on <= on_day + interval '12 months 3 days' then e.expected_on end)
      from tenure_in_line(subject) t left join expected_ends e on e.trekkerschap_id = t.id order by t.period desc limit 1)
    when 'SUPPORT_END' then (
      -- of the first of a support that was renewed: the last day of the last
      select upper(s.period) - 1
      from (select * from support_of(subject) order by period desc limit 1) s
      join oudernetwerken n on n.id = s.oudernetwerk_id and network_status(n.phase, n.ended_on, on_day) <> 'ENDED'
      where
        -- no other support goes on after it
        not exists (select from support_arrangements o where o.oudernetwerk_id = s.oudernetwerk_id and o.id <> s.id
          and (upper_inf(o.period) or upper(o.period) > upper(s.period))))
    when 'ACTIVITY' then (
      select a.on_day from activities a join oudernetwerken n on n.id = a.oudernetwerk_id
      where a.id = subject and (n.ended_on is null or a.on_day <= n.ended_on))
    when 'WORK_DUE' then (select w.due_on from work_items w where w.subject_id = subject)
    -- whoever answered knows that it was in time
    when 'ANSWER_DUE' then (
      select i.expires_on from seat_invitations i where i.id = subject and i.status <> 'WITHDRAWN')
    when 'SEAT_TERM_END' then (
      -- of the first of some terms: the last day of the last
      with recursive held as (
        select seat_id, person_id, period, latest_end, end_reason from seat_appointments where id = subject
        union all
        select a.seat_id, a.person_id, a.period, a.latest_end, a.end_reason from held h join seat_appointments a
          on a.seat_id = h.seat_id and a.person_id = h.person_id and lower(a.period) = upper(h.period)
        where h.end_reason = 'REAPPOINTED'
      )
      select coalesce(upper(period) - 1, latest_end) from held where end_reason is distinct from 'REAPPOINTED')
  end
  -- of what was corrected: as it is now
  from (select coalesce(corrected_id($2), $2)) recorded (subject)
$$;
revoke execute on function calendar_day from public;
grant execute on function calendar_day to okn_system;

-- Whom a network reaches on a day: who leads it, and the members who said yes to that.
create function reached_by_network(network uuid, on_day date) returns table (person_id uuid)
  language sql stable security definer set search_path = public, pg_temp rows 10 as $$
  select t.person_id from trekkerschappen t where t.oudernetwerk_id = $1 and t.period @> $2
  union
  select m.person_id from memberships m join people p on p.id = m.person_id and p.contact_by_network
  where m.oudernetwerk_id = $1 and m.period @> $2
$$;
revoke execute on function reached_by_network from public;
grant execute on function reached_by_network to okn_system;

-- For whom a network plans: those whom it reaches, those who support it, and whoever planned it; each once, as a parent where
-- they are one of those.
create function told_of_plans(network uuid, planner uuid, on_day date) returns table (recipient_type text, recipient_id uuid)
  language sql stable security definer set search_path = public, pg_temp rows 10 as $$
  select 'PERSON', r.person_id from reached_by_network($1, $3) r
  union all
  select 'ACCOUNT', a.id from accounts a
  where (a.id = $2 or a.id in (
      select r.account_id from support_arrangements s
      join account_roles r on r.organisation_id = s.organisation_id and r.role = 'SUPPORTER' and r.period @> $3
      where s.oudernetwerk_id = $1 and s.period @> $3))
    and not exists (select from reached_by_network($1, $3) r where r.person_id = a.person_id)
$$;
revoke execute on function told_of_plans from public;
grant execute on function told_of_plans to okn_system;

-- What somebody said last of a purpose; no row if they said nothing.
create function said_of(person uuid, purpose text) returns table (consent_id uuid, given boolean)
  language sql stable security definer set search_path = public, pg_temp rows 1 as $$
  select c.id, c.given from consents c where c.person_id = $1 and c.purpose = $2
  order by c.recorded_at desc, c.id desc limit 1
$$;
revoke execute on function said_of from public;
grant execute on function said_of to okn_system;

-- The members of a network who do not lead it, said nothing of being reached yet, and were not asked since a day, by a mail
-- that was sent or is about to be.
create function members_to_ask(network uuid, on_day date, since date) returns table (person_id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  select distinct m.person_id from memberships m join people p on p.id = m.person_id and p.deceased_on is null
  where m.oudernetwerk_id = $1 and m.period @> $2
    and not exists (select from trekkerschappen t
      where t.oudernetwerk_id = $1 and t.person_id = m.person_id and t.period @> $2)
    and not exists (select from said_of(m.person_id, 'CONTACT_BY_NETWORK'))
    and not exists (select from mails s where s.recipient_id = m.person_id and s.kind = 'NETWORK_CONTACT'
      and s.params ->> 'outcome' = 'ASKED' and s.made_at >= $3 and s.last_error is distinct from 'UNWANTED')
    and (select r.reachable from mail_reach('PERSON', m.person_id) r)
$$;
revoke execute on function members_to_ask from public;
grant execute on function members_to_ask to okn_system;

-- Who takes part in a network on a day, without one of them, and whether a message of it reaches them: not those who are left
-- alone, want none, or do not know yet that they are on record. Whoever died or stopped takes no part.
create function readers_of_network(network uuid, without uuid, on_day date) returns table (person_id uuid, reached boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select part.person_id, reach.reachable and left_alone_until(part.person_id, $3) is null and not awaits_notice(part.person_id)
    -- also what they said as another record of theirs
    and not exists (select from network_message_optouts o
      where o.oudernetwerk_id = $1 and coalesce(merged_into(o.person_id), o.person_id) = part.person_id)
  from (
    select m.person_id from memberships m where m.oudernetwerk_id = $1 and m.period @> $3
    union
    select t.person_id from trekkerschappen t where t.oudernetwerk_id = $1 and t.period @> $3) part
  join people p on p.id = part.person_id and p.deceased_on is null
  cross join lateral mail_reach('PERSON', part.person_id) reach
  where part.person_id is distinct from $2
$$;
revoke execute on function readers_of_network from public;
grant execute on function readers_of_network to okn_system;

-- A message that is given up did not arrive; one that nobody wants any more is none of those.
create function messages_bounce() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update network_messages set bounced = bounced + 1 where id = (new.params ->> 'messageId')::uuid;
  return null;
end $$;
revoke execute on function messages_bounce from public;
create trigger bounce after update of attempts on mails
  for each row when (new.kind = 'NETWORK_MESSAGE' and new.sent_at is null and new.attempts >= 12 and old.attempts < 12
    and new.last_error not in ('UNWANTED', 'DIED'))
  execute function messages_bounce();

-- network_messages: for whoever carries the network
{{protected(network_messages)}}
create policy national on network_messages for select to okn_national using ({{in_region}});
create policy regional on network_messages for select to okn_regional using ({{in_region}});
create policy personal on network_messages for select to okn_personal using ({{network_reach}});
create policy may_insert on network_messages for insert to {{viewers}} with check (account_id = {{account}} and {{network_reach}});
grant select, insert on network_messages to {{viewers}};
{{system_select(network_messages)}}

-- network_message_optouts: by link
{{protected(network_message_optouts)}}
{{seen_by_nobody(network_message_optouts)}}
{{system_select(network_message_optouts)}}
{{system_insert(network_message_optouts)}}
{{system_delete(network_message_optouts)}}

-- The first of the terms for which a holder was reappointed up to this one, which calendars know their last day by: it
-- moves when they are reappointed.
create function first_term(appointment uuid) returns uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  with recursive held as (
    select id, seat_id, person_id, period from seat_appointments where id = appointment
    union all
    select a.id, a.seat_id, a.person_id, a.period from held h join seat_appointments a
      on a.seat_id = h.seat_id and a.person_id = h.person_id and upper(a.period) = lower(h.period)
    where a.end_reason = 'REAPPOINTED'
  )
  select first_recorded(id) from held order by period limit 1
$$;
revoke execute on function first_term from public;
grant execute on function first_term to okn_system;

-- The first of the trekkerschappen that one is part of a tenure with, in its line: reminders and calendars know their last day by it,
-- so that a change of role is no news.
create function first_of_tenure(trekkerschap uuid) returns uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select id from tenure_in_line($1) order by period limit 1
$$;
revoke execute on function first_of_tenure from public;
grant execute on function first_of_tenure to okn_system;

-- The same of a support that was renewed.
create function first_of_support(support uuid) returns uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select id from support_of($1) order by period limit 1
$$;
revoke execute on function first_of_support from public;
grant execute on function first_of_support to okn_system;

-- Signs what a link says (HMAC-SHA-256), so that nobody needs to know the secret to make or to check one.
create function link_signature(what text) returns text
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  key bytea := (select convert_to(secret, 'UTF8') from mail_keys);
  inner_pad bytea := decode(repeat('36', 64), 'hex');
  outer_pad bytea := decode(repeat('5c', 64), 'hex');
begin
  if length(key) > 64 then key := sha256(key); end if;
  for place in 0 .. length(key) - 1 loop
    inner_pad := set_byte(inner_pad, place, get_byte(inner_pad, place) # get_byte(key, place));
    outer_pad := set_byte(outer_pad, place, get_byte(outer_pad, place) # get_byte(key, place));
  end loop;
  return translate(rtrim(
    encode(sha256(outer_pad || sha256(inner_pad || convert_to(what, 'UTF8'))), 'base64'), '='), '+/', '-_');
end $$;
revoke execute on function link_signature from public;
grant execute on function link_signature to okn_system;

-- What tells an address from others, and not what it is, to whoever does not know our secret.
create function address_mark(address text) returns text language sql stable
  return link_signature('address ' || lower($1));
revoke execute on function address_mark from public;
grant execute on function address_mark to okn_system;

-- For whom a link in a mail still works. DIED: its reader did. FORMER: the address that it went to is none of theirs any more,
-- so whoever reads it there may be anybody. READER: they do, or that was not kept when it was sent. Of a nominee nothing is
-- kept after a no, and whoever said yes is known.
create function reads_link(mail uuid) returns text
  language sql stable security definer set search_path = public, pg_temp as $$
  with sent as (
    select m.sent_to, coalesce(i.person_id, case when m.recipient_type = 'PERSON' then m.recipient_id end, a.person_id) as person_id,
      m.recipient_type, m.recipient_id
    from mails m left join seat_invitations i on m.recipient_type = 'NOMINEE' and i.id = m.recipient_id
    left join accounts a on m.recipient_type = 'ACCOUNT' and a.id = m.recipient_id
    where m.id = $1
  ), present as (
    select a.email_norm as address from sent s join accounts a on a.person_id = s.person_id
      or s.recipient_type = 'ACCOUNT' and a.id = s.recipient_id
    union all
    select c.email_norm from sent s join person_contacts c on c.person_id = s.person_id
    union all
    select o.email from sent s join organisations o on s.recipient_type = 'ORGANISATION' and o.id = s.recipient_id
  )
  select case when exists (select from people p where p.id = s.person_id and p.deceased_on is not null) then 'DIED'
    when s.sent_to is null or s.recipient_type = 'NOMINEE' and s.person_id is null
      or s.sent_to in (select address_mark(p.address) from present p where p.address is not null) then 'READER'
    else 'FORMER' end
  from sent s
$$;
revoke execute on function reads_link from public;
grant execute on function reads_link to okn_system;

-- mail_preferences
{{protected(mail_preferences)}}
create policy national on mail_preferences for select to okn_national using (account_id = {{account}});
create policy regional on mail_preferences for select to okn_regional using (account_id = {{account}});
create policy personal on mail_preferences for select to okn_personal using (account_id = {{account}});
create policy may_insert on mail_preferences for insert to {{viewers}} with check (account_id = {{account}});
create policy may_update on mail_preferences for update to {{viewers}} using (account_id = {{account}});
grant select, insert, update on mail_preferences to {{viewers}};
-- whoever follows a link to unsubscribe, and a parent who wants mail again
{{system_sees(mail_preferences)}}
{{system_adds(mail_preferences)}}
{{system_changes(mail_preferences)}}
{{system_delete(mail_preferences)}}
grant select (account_id, person_id, organisation_id),
    insert (id, account_id, person_id, organisation_id, reminders, digest), update (reminders, digest)
  on mail_preferences to okn_system;

-- mail_keys
{{protected(mail_keys)}}
{{seen_by_nobody(mail_keys)}}

-- mails
{{protected(mails)}}
{{seen_by_nobody(mails)}}
{{system_select(mails)}}
{{system_insert(mails)}}
{{system_changes(mails)}}
grant update (recipient_type, recipient_id, due_at, sent_at, sent_to, message_id, attempts, last_error, answered_at) on mails to okn_system;

-- reminders
{{protected(reminders)}}
{{seen_by_nobody(reminders)}}
{{system_select(reminders)}}
{{system_insert(reminders)}}
{{system_changes(reminders)}}
grant update (made_at, mail_id, told, subject_id) on reminders to okn_system;

-- calendar_events
{{protected(calendar_events)}}
{{seen_by_nobody(calendar_events)}}
{{system_select(calendar_events)}}
{{system_insert(calendar_events)}}
{{system_changes(calendar_events)}}
grant update (day, is_off, when_and_where, sequence, changed_at) on calendar_events to okn_system;

-- calendar_copies
{{protected(calendar_copies)}}
{{seen_by_nobody(calendar_copies)}}
{{kept_by_system(calendar_copies)}}
