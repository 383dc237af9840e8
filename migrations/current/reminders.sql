-- Mail and reminders.

-- What somebody wants of mail, and what holds while they chose nothing.
create function mail_wishes(mail_preferences) returns table (reminders boolean, digest boolean,
    quiet_from integer, quiet_until integer)
  language sql immutable rows 1 as $$
  select coalesce($1.reminders, true), coalesce($1.digest, true), coalesce($1.quiet_from, 21), coalesce($1.quiet_until, 7)
$$;

-- A recipient as mail reaches it now: no row when it is not there, no address when it has none.
create function mail_recipient(text, uuid) returns table (address text, locale text,
    reminders boolean, digest boolean, quiet_from integer, quiet_until integer)
  language sql stable rows 1 as $$
  select coalesce(a.email_norm, c.email_norm), coalesce(a.locale, 'nl'),
    own.reminders and by_link.reminders, own.digest, own.quiet_from, own.quiet_until
  from accounts a left join person_contacts c on c.person_id = a.person_id
  left join mail_preferences w on w.account_id = a.id
  left join mail_preferences v on v.person_id = a.person_id
  cross join lateral mail_wishes(w) own cross join lateral mail_wishes(v) by_link
  where $1 = 'ACCOUNT' and a.id = $2
  union all
  select coalesce(c.email_norm, a.email_norm), coalesce(a.locale, case p.language when 'en' then 'en' else 'nl' end),
    own.reminders and by_link.reminders, false, own.quiet_from, own.quiet_until
  from people p left join person_contacts c on c.person_id = p.id
  left join lateral (select * from accounts where person_id = p.id order by created_at, id limit 1) a on true
  left join mail_preferences w on w.account_id = a.id
  left join mail_preferences v on v.person_id = p.id
  cross join lateral mail_wishes(w) own cross join lateral mail_wishes(v) by_link
  where $1 = 'PERSON' and p.id = $2
  union all
  select o.email, 'nl', own.reminders, false, own.quiet_from, own.quiet_until
  from organisations o left join mail_preferences w on w.organisation_id = o.id
  cross join lateral mail_wishes(w) own
  where $1 = 'ORGANISATION' and o.id = $2
  union all
  -- by the id of their invitation; they have said nothing of mail yet
  select n.email_norm, n.language, true, false, own.quiet_from, own.quiet_until
  from seat_nominees n cross join lateral mail_wishes(null) own
  where $1 = 'NOMINEE' and n.invitation_id = $2
$$;
revoke execute on function mail_recipient from public;
grant execute on function mail_recipient to okn_system;

-- mail_preferences
{{protected(mail_preferences)}}
create policy national on mail_preferences for select to okn_national using (account_id = {{account}});
create policy regional on mail_preferences for select to okn_regional using (account_id = {{account}});
create policy personal on mail_preferences for select to okn_personal using (account_id = {{account}});
create policy may_insert on mail_preferences for insert to {{viewers}} with check (account_id = {{account}});
create policy may_update on mail_preferences for update to {{viewers}} using (account_id = {{account}});
grant select, insert, update on mail_preferences to {{viewers}};
{{kept_by_system(mail_preferences)}}

-- mail_keys
{{protected(mail_keys)}}
{{seen_by_nobody(mail_keys)}}
{{system_select(mail_keys)}}

-- mails
{{protected(mails)}}
{{seen_by_nobody(mails)}}
{{system_select(mails)}}
{{system_insert(mails)}}
{{system_update(mails)}}

-- reminders
{{protected(reminders)}}
{{seen_by_nobody(reminders)}}
{{system_select(reminders)}}
{{system_insert(reminders)}}
{{system_update(reminders)}}
