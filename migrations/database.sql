-- What a migrated database holds, read from its catalogue. `npm run schema` writes this file; change migrations/ instead.
-- :owner and :service stand for the logins of the owner and of the service.

create extension btree_gist;
create extension pg_trgm;
create extension plpgsql;
create extension unaccent;
grant usage on schema public to public, okn_national, okn_personal, okn_regional, okn_system;

create type sought as (id uuid, kind text, strength text, value text, trait integer, training bigint, nl text, en text);

CREATE OR REPLACE FUNCTION public.absent_days(absence absences)
 RETURNS daterange
 LANGUAGE sql
 STABLE
AS $function$
  select role.days * $1.period from (
    select unnest(range_agg(part.period)) as days from (
      select t.period from trekkerschappen t where t.oudernetwerk_id = $1.oudernetwerk_id and t.person_id = $1.person_id
      union all
      select a.period from seat_appointments a where a.body_id = $1.body_id and a.person_id = $1.person_id) part) role
  where role.days @> lower($1.period)
$function$;
grant execute on function absent_days(absence absences) to public;

CREATE OR REPLACE FUNCTION public.actor_of(entry uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select a.display_name from audit_log l join accounts a on a.id = l.account_id
  where l.id = $1 and (((select viewer_uuid('app.account')) is not null and current_setting('app.reach', true) in ('national', 'system')) or l.region_id = any ((select viewer_uuids('app.regions'))::uuid[]))
$function$;
grant execute on function actor_of(entry uuid) to okn_national, okn_personal, okn_regional;

CREATE OR REPLACE FUNCTION public.address_mark(address text)
 RETURNS text
 LANGUAGE sql
 STABLE
RETURN link_signature(('address '::text || lower(address)));
grant execute on function address_mark(address text) to okn_system;

CREATE OR REPLACE FUNCTION public.advisory_bodies_named(text)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 20
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  words text[] := name_patterns($1);
begin
  if not (((select viewer_uuid('app.account')) is not null and current_setting('app.reach', true) in ('national', 'system'))) then return; end if;
  if words <> '{}' then
    return query select id from advisory_bodies where search_name like words[1]
      and search_name like coalesce(words[2], words[1]) and search_name like coalesce(words[3], words[1]);
    if found then return; end if;
  end if;
  return query select id from advisory_bodies where fold($1) <% search_name;
end $function$;
grant execute on function advisory_bodies_named(text) to okn_national, okn_personal, okn_regional;

CREATE OR REPLACE FUNCTION public.advisory_keeps(cause uuid, kept text, ids uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if kept in ('seat_appointments', 'seat_invitations') then perform keep_rows(cause, kept, ids); end if;
end $function$;
grant execute on function advisory_keeps(cause uuid, kept text, ids uuid[]) to okn_system;

CREATE OR REPLACE FUNCTION public.advisory_seats_held()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  -- whoever writes another appointment to it at the same time waits, and then sees this one
  perform from advisory_seats where id in (old.seat_id, new.seat_id) order by id for no key update;
  update advisory_seats s
  set held = coalesce((select range_agg(a.period) from seat_appointments a where a.seat_id = s.id), '{}')
  where s.id in (old.seat_id, new.seat_id);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.advisory_seats_named(text)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 20
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  words text[] := name_patterns($1);
begin
  if not (((select viewer_uuid('app.account')) is not null and current_setting('app.reach', true) in ('national', 'system'))) then return; end if;
  if words <> '{}' then
    return query select id from advisory_seats where search_name like words[1]
      and search_name like coalesce(words[2], words[1]) and search_name like coalesce(words[3], words[1]);
    if found then return; end if;
  end if;
  return query select id from advisory_seats where fold($1) <% search_name;
end $function$;
grant execute on function advisory_seats_named(text) to okn_national, okn_personal, okn_regional;

CREATE OR REPLACE FUNCTION public.advisory_seats_wait()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform from advisory_bodies where id = new.body_id for share;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.agreed_periods(body uuid)
 RETURNS TABLE(region_id uuid, period daterange)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select a.region_id, a.period from region_agreements a where a.body_id = $1 and a.answer = 'AGREED'
    and exists (select from advisory_bodies where id = $1 and (((select viewer_uuid('app.account')) is not null and current_setting('app.reach', true) in ('national', 'system')) or (select viewer_uuid('app.account')) is not null and ((region_id = any ((select viewer_uuids('app.regions'))::uuid[]) or id = any (array(select a.body_id from region_agreements a where a.region_id = any ((select viewer_uuids('app.regions'))::uuid[])
  and agreement_status(a.answer, a.period, (select nullif(current_setting('app.today', true), '')::date)) in ('ASKED', 'AGREED', 'IN_FORCE'))) or asked_in && (select viewer_uuids('app.regions'))::uuid[]) or current_setting('app.reach', true) = 'personal' and (id = any ((select viewer_uuids('app.bodies'))::uuid[]) or id = any (array(select a.body_id from seat_appointments a where a.person_id = (select viewer_uuid('app.person'))
  union all select i.body_id from seat_invitations i where i.person_id = (select viewer_uuid('app.person'))))
  or id = any (array(select s.body_id from seat_alternates s where s.person_id = (select viewer_uuid('app.person'))))))))
$function$;
grant execute on function agreed_periods(body uuid) to okn_national, okn_personal, okn_regional, okn_system;

CREATE OR REPLACE FUNCTION public.agreed_regions(body uuid, on_day date)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE ROWS 1
AS $function$
  select region_id from agreed_periods($1) where period @> $2
$function$;
grant execute on function agreed_regions(body uuid, on_day date) to okn_national, okn_personal, okn_regional, okn_system;

CREATE OR REPLACE FUNCTION public.agreement_status(answer text, period daterange, on_day date)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN (answer <> 'AGREED'::text) THEN answer WHEN (upper(period) <= on_day) THEN 'ENDED'::text WHEN (answer IS NULL) THEN 'ASKED'::text WHEN (lower(period) > on_day) THEN 'AGREED'::text ELSE 'IN_FORCE'::text END;
grant execute on function agreement_status(answer text, period daterange, on_day date) to public;

CREATE OR REPLACE FUNCTION public.alternates_still(absence uuid, on_day date)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce((select upper_inf(days) or upper(days) > $2 from absences a cross join lateral (select absent_days(a) as days) lasts
    where a.id = $1), false)
$function$;
grant execute on function alternates_still(absence uuid, on_day date) to okn_national, okn_personal, okn_regional, okn_system;

CREATE OR REPLACE FUNCTION public.annul_move(move uuid)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  gone person_moves;
begin
  delete from person_moves m where m.id = move returning * into strict gone;
  if gone.crossed_at is null then return gone.from_region_id; end if;
  update people p set region_id = gone.from_region_id, municipality_id = gone.from_municipality_id, version = p.version + 1
  where p.id = gone.person_id and p.region_id = gone.to_region_id;
  return gone.to_region_id;
end $function$;
grant execute on function annul_move(move uuid) to okn_system;

CREATE OR REPLACE FUNCTION public.annulments_line_up()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  moved annulments := case tg_op when 'DELETE' then old else new end;
  lines uuid[] := array(select distinct a.line from annulments a where a.line is not null
    and (a.replaced_by = moved.subject_id or a.subject_id = moved.replaced_by or a.line = moved.line));
begin
  if tg_op = 'INSERT' and cardinality(lines) <= 1
      and not exists (select from annulments a where a.subject_id = new.replaced_by and a.replaced_by is not null) then
    update annulments a set line = coalesce(lines[1], new.id),
      step = coalesce((select max(l.step) from annulments l where l.line = lines[1]), 0) + 1
    where a.id = new.id;
  else
    update annulments a set line = last.id, step = -last.steps
    from annulments before cross join lateral end_of_chain(before.subject_id) last
    where a.id = before.id and before.replaced_by is not null and (before.line = any (lines) or before.id = moved.id);
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.apply_region_change(change uuid, account uuid, on_day date, at timestamp with time zone)
 RETURNS TABLE(what text, id uuid, subject_id uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
declare
  applied region_changes := (select c from region_changes c where c.id = change and c.comes and c.changes_on <= on_day);
  due record;
begin
  if applied.id is null then return; end if;
  perform from oudernetwerken n where n.id in (select a.oudernetwerk_id from region_agreements a
    where (a.kind = 'MOVES' and a.asked_by is null and a.answer is null) and a.region_id = applied.region_id) order by n.id for no key update;
  for due in
    select a.id, a.oudernetwerk_id from region_agreements a join oudernetwerken n on n.id = a.oudernetwerk_id
    where (a.kind = 'MOVES' and a.asked_by is null and a.answer is null) and a.region_id = applied.region_id
      and a.home_region_id in (select regions_below(applied.other_region_id))
      and (n.ended_on is null or n.ended_on >= applied.changes_on)
    order by a.oudernetwerk_id
  loop
    update region_agreements a set answer = 'AGREED', answered_on = on_day, answered_by = account,
      period = a.period * daterange(on_day, null), version = a.version + 1 where a.id = due.id;
    perform network_goes_to(due.oudernetwerk_id, applied.region_id, on_day);
    what := 'network';
    id := due.id;
    subject_id := due.oudernetwerk_id;
    return next;
  end loop;
  perform from people p where p.id in (select m.person_id from person_moves m
    where (m.because = 'REORGANISED' and (m.crossed_at is null and m.closed_on is null) and m.answer is distinct from 'NO') and m.to_region_id = applied.region_id and m.moved_on = applied.changes_on)
    order by p.id for no key update;
  return query
    with crossing as (
      update person_moves m set crossed_at = at, crossed_because = 'REORGANISED', version = m.version + 1
      where (m.because = 'REORGANISED' and (m.crossed_at is null and m.closed_on is null) and m.answer is distinct from 'NO') and m.to_region_id = applied.region_id and m.moved_on = applied.changes_on
        and m.from_region_id in (select regions_below(applied.other_region_id)) and (m.answer = 'YES' or m.told_on + interval '1 month' <= on_day)
      returning m.*
    ), moved as (
      update people p set region_id = c.to_region_id, municipality_id = c.municipality_id, version = p.version + 1
      from crossing c where p.id = c.person_id
    )
    select 'person', c.id, c.person_id from crossing c;
end $function$;
grant execute on function apply_region_change(change uuid, account uuid, on_day date, at timestamp with time zone) to okn_system;

CREATE OR REPLACE FUNCTION public.appointment_gives_back(appointment uuid, terms uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare one kept_rows;
begin
  set constraints seat_appointments_one_holder, seat_appointments_one_seat_each deferred;
  for one in
    delete from kept_rows k where k.cause_id = appointment and k.kept_table = 'seat_appointments' returning *
  loop
    continue when one.row_id <> all (terms);
    one.became := null;
    perform restore_row(one);
  end loop;
end $function$;
grant execute on function appointment_gives_back(appointment uuid, terms uuid[]) to okn_system;

CREATE OR REPLACE FUNCTION public.appointment_removed(appointment uuid)
 RETURNS SETOF seat_appointments
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 2
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select (jsonb_populate_record(null::seat_appointments, k.was)).* from kept_rows k
  where k.cause_id = $1 and k.kept_table = 'seat_appointments'
    and not exists (select from people p where p.id = (k.was ->> 'person_id')::uuid and p.deceased_on is not null)
$function$;
grant execute on function appointment_removed(appointment uuid) to okn_system;

CREATE OR REPLACE FUNCTION public.appointments_departed(departure uuid)
 RETURNS TABLE(was jsonb, became jsonb)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not exists (select from departures d where d.id = departure and d.taken_back_at is not null and d.xact = pg_current_xact_id()) then
    return;
  end if;
  perform kept_roles_by_now(departure, 'seat_appointments');
  return query select k.was, k.became from kept_rows k join departures d on d.id = k.cause_id
    where d.id = departure and k.kept_table = 'seat_appointments' and k.restored is null
      and (k.was ->> 'person_id')::uuid = d.person_id;
end $function$;
grant execute on function appointments_departed(departure uuid) to okn_system;

CREATE OR REPLACE FUNCTION public.as_by_now(one kept_rows)
 RETURNS kept_rows
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if one.kept_table = 'seat_invitations' and one.was ->> 'status' = 'ASKED'
    and (one.was ->> 'expires_on')::date < (select nullif(current_setting('app.today', true), '')::date) then
    one.was := one.was || jsonb_build_object('status', 'EXPIRED', 'closed_on', (one.was ->> 'expires_on')::date + 1);
  end if;
  return one;
end $function$;

CREATE OR REPLACE FUNCTION public.as_written(cause uuid, kept text, one jsonb)
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce((
    select $3 || (select jsonb_object_agg(key, value) from jsonb_each(n.was) where key in ('period', 'end_reason'))
    from kept_rows n
    where n.row_id = ($3 ->> 'id')::uuid and n.kept_table = $2 and n.cause_id = ($3 ->> 'oudernetwerk_id')::uuid
      and n.cause_id <> $1 and n.was ->> 'period' <> n.became ->> 'period'), $3)
$function$;

CREATE OR REPLACE FUNCTION public.assignee_of(item uuid)
 RETURNS TABLE(id uuid, display_name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select a.id, a.display_name from work_item_assignments s
  join work_items w on w.id = s.work_item_id and w.region_id = s.region_id join accounts a on a.id = s.account_id
  where s.work_item_id = $1 and s.region_id = any ((select viewer_uuids('app.regions'))::uuid[])
$function$;
grant execute on function assignee_of(item uuid) to okn_national, okn_personal, okn_regional;

CREATE OR REPLACE FUNCTION public.awaits_notice(person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from recorded_notices where person_id = $1 and told_on is null)
$function$;
grant execute on function awaits_notice(person uuid) to okn_national, okn_personal, okn_regional, okn_system;

CREATE OR REPLACE FUNCTION public.begin_erasure(person uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  named text := (select d.display_name from person_details d where d.person_id = person);
  address text := (select c.email_norm from person_contacts c where c.person_id = person);
begin
  perform requires_erasure(person);
  update erasures e set mentions = mentions_of(person) where e.person_id = person;
  delete from undeliverable_addresses u using (
    select email from person_contacts c where c.person_id = person
    union select email_norm from accounts a where a.person_id = person) known
    where u.address_hash = sha256(convert_to(lower(known.email), 'UTF8'));
  -- an answer that is kept for a repeat may name them
  delete from idempotency_keys k where strpos(k.answer::text, named) > 0;
  delete from import_rows r where r.person_id = person or strpos(r.candidates::text, person::text) > 0
    or exists (select from unnest(r.cells) cell where lower(cell) in (address, lower(named)));
  -- what others were given for their calendars
  update calendar_copies c set summary = null where strpos(c.summary, named) > 0;
end $function$;
grant execute on function begin_erasure(person uuid) to okn_system;

CREATE OR REPLACE FUNCTION public.begin_from_merged(merged uuid, ended_role uuid, network uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  one kept_rows;
  former trekkerschappen;
begin
  delete from kept_rows k where k.cause_id = merged and k.kept_table = 'trekkerschappen' and k.row_id = ended_role
    returning k.* into strict one;
  select * into former from trekkerschappen t where t.person_id = (one.was ->> 'person_id')::uuid
    and t.oudernetwerk_id in (merged, network) and upper(t.period) = lower((one.was ->> 'period')::daterange);
  one.was := one.was || jsonb_build_object('oudernetwerk_id', network, 'line_id', coalesce(former.line_id, former.oudernetwerk_id),
    'region_id', (select n.region_id from oudernetwerken n where n.id = network));
  if not give_back(one) then return false; end if;
  -- somebody who departed never begins
  if not exists (select from trekkerschappen t where t.id = ended_role) then return false; end if;
  -- the end of the network was no end of that one either
  with ended as (
    delete from kept_rows k where k.cause_id = merged and k.row_id = former.id and k.was -> 'end_reason' = 'null'
      and (k.was ->> 'period')::daterange = former.period returning k.row_id)
  update trekkerschappen t set end_reason = null, version = t.version + 1 from ended where t.id = ended.row_id;
  perform searches_go_on(merged, ended_role, network);
  return true;
end $function$;
grant execute on function begin_from_merged(merged uuid, ended_role uuid, network uuid) to okn_system;

CREATE OR REPLACE FUNCTION public.bits_of(integer[])
 RETURNS bit
 LANGUAGE sql
 IMMUTABLE
RETURN COALESCE((SELECT bit_or(set_bit((0)::bit(512), place.place, 1)) AS bit_or FROM unnest($1) place(place)), (0)::bit(512));
grant execute on function bits_of(integer[]) to public, okn_national, okn_personal, okn_regional;

CREATE OR REPLACE FUNCTION public.calendar_day(what text, subject uuid, on_day date)
 RETURNS date
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
$function$;
grant execute on function calendar_day(what text, subject uuid, on_day date) to okn_system;

CREATE OR REPLACE FUNCTION public.check_leadership_cover()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  network uuid := case tg_table_name when 'oudernetwerken' then (to_jsonb(new) ->> 'id')::uuid
                  else (coalesce(to_jsonb(new), to_jsonb(old)) ->> 'oudernetwerk_id')::uuid end;
  gap datemultirange;
begin
  update oudernetwerken set version = version where id = network and xmin <> pg_current_xact_id()::xid;
  gap := uncovered_days(network);
  if not isempty(gap) then
    raise exception 'network % is nobody''s on %', network, lower(gap)
      using errcode = '23514', constraint = 'leadership_cover', detail = lower(gap)::text;
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.chosen_by_region()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.responsible_in := case when new.responsible_organisation_id is not null then new.region_id end;
  return new;
end $function$;
grant execute on function chosen_by_region() to public;

CREATE OR REPLACE FUNCTION public.close_network(network oudernetwerken)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  kept text;
  gone uuid[];
begin
  foreach kept in array array['trekkerschappen', 'memberships', 'support_arrangements', 'caretakerships'] loop
    execute format('select array(select t.id from %1$I t where t.oudernetwerk_id = $1.id and lower(t.period) > $1.ended_on
      %2$s order by lower(t.period) desc)', kept, case kept when 'caretakerships' then 'and not t.standby' end)
      into gone using network;
    execute format('update %1$I t set period = t.period %2$s where t.oudernetwerk_id = $1.id
        and t.id <> all ($2) and (upper_inf(t.period) or upper(t.period) > $1.ended_on + 1) %3$s', kept,
      case kept when 'trekkerschappen' then ', version = t.version + 1' end,
      case kept when 'caretakerships' then 'and not t.standby' end) using network, gone;
    if kept = 'trekkerschappen' then
      -- they began before the one whom they were to follow
      perform keep_rows(network.id, kept, array(select t.id from trekkerschappen t
        where t.predecessor_id = any (gone) and t.id <> all (gone)));
      update trekkerschappen t set predecessor_id = null, version = t.version + 1
        where t.predecessor_id = any (gone) and t.id <> all (gone);
      perform keep_rows(network.id, 'absences', array(select a.id from absences a where a.substitute_id = any (gone)));
    end if;
    perform keep_rows(network.id, kept, gone);
    execute format('delete from %I t where t.id = any ($1)', kept) using gone;
  end loop;
  -- nor does anybody go on in another role
  perform keep_rows(network.id, 'trekkerschappen', array(select t.id from trekkerschappen t
    where t.oudernetwerk_id = network.id and upper(t.period) = network.ended_on + 1 and t.end_reason is null
      and not exchanged(t)));
  update trekkerschappen t set end_reason = 'OTHER', version = t.version + 1
    where t.oudernetwerk_id = network.id and upper(t.period) = network.ended_on + 1 and t.end_reason is null
      and not exchanged(t);
  perform note_kept_rows(network.id);
end $function$;

CREATE OR REPLACE FUNCTION public.colleagues_in(region uuid, on_day date)
 RETURNS TABLE(id uuid, display_name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 5
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select a.id, a.display_name from accounts a
  where $1 = any ((select viewer_uuids('app.regions'))::uuid[]) and a.id in (select r.account_id from account_roles r
    where r.role = 'COORDINATOR' and r.period @> $2 and $1 in (select regions_below(r.region_id)))
    and not exists (select from people p where p.id = a.person_id and p.deceased_on is not null)
$function$;
grant execute on function colleagues_in(region uuid, on_day date) to okn_national, okn_personal, okn_regional;

CREATE OR REPLACE FUNCTION public.confirm_address(change uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare confirmed mail_address_changes;
begin
  update mail_address_changes c set outcome = 'CONFIRMED'
    where c.id = change and c.outcome is null and c.expires_on >= (select nullif(current_setting('app.today', true), '')::date) and age(c.xmin) > 0
      and exists (select from mails m where m.address_change_id = c.id and m.kind = 'ADDRESS_PROOF'
        and m.sent_at is not null and age(m.xmin) > 0)
    returning * into confirmed;
  if not found then return false; end if;
  update accounts set email_norm = lower(confirmed.new_address) where id = confirmed.account_id;
  insert into person_contacts (person_id, email)
    select confirmed.person_id, confirmed.new_address where confirmed.person_id is not null
    on conflict (person_id) do update set email = excluded.email;
  update people set version = version + 1 where id = confirmed.person_id;
  update organisations set email = confirmed.new_address, version = version + 1 where id = confirmed.organisation_id;
  update regions set mailbox = confirmed.new_address, version = version + 1 where id = confirmed.region_id;
  update oudernetwerken set mailbox = confirmed.new_address, version = version + 1 where id = confirmed.oudernetwerk_id;
  perform mark_deliverable(confirmed.new_address);
  return true;
end $function$;
grant execute on function confirm_address(change uuid) to okn_system;

CREATE OR REPLACE FUNCTION public.consents_forget_health()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  delete from school_ties where person_id = new.person_id and stage in ('SBO', 'SO', 'VSO', 'PRO') and exit_latest is null;
  update school_ties set stage = 'PO', year_level = null, school_id = null, stated_exit = exit_latest, version = version + 1
  where person_id = new.person_id and stage in ('SBO', 'SO', 'VSO', 'PRO');
  delete from ervaringsdeskundige_themes t using ervaringsdeskundigen e
  where e.id = t.ervaringsdeskundige_id and e.person_id = new.person_id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.consents_make_findable()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform renew_findable(new.person_id);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.consents_open_contact()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update people set contact_by_network = new.given where id = new.person_id and contact_by_network <> new.given;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.continuity_facts(uuid[], date)
 RETURNS TABLE(oudernetwerk_id uuid, facts jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 50
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select n.id, jsonb_build_object(
    'id', n.id,
    'regionId', n.region_id,
    'status', network_status(n.phase, n.ended_on, $2),
    'endsOn', n.ended_on,
    'endTasks', (select count(*) from network_end_tasks e where e.oudernetwerk_id = n.id and e.done_on is null),
    'sectors', n.sectors,
    'activeFrom', n.active_from,
    'createdOn', (n.created_at at time zone 'Europe/Amsterdam')::date,
    'lastActivityOn', (select max(held_on) from activities a where a.oudernetwerk_id = n.id and a.held_on <= $2),
    'thresholds', thresholds_of(n.region_id, n.id),
    'contact', (
      select jsonb_build_object(
        'personId', p.id,
        'reachable', exists (select from person_contacts c where c.person_id = p.id and (c.email is not null or c.phone is not null)),
        'roles', coalesce((select jsonb_agg(jsonb_build_object('from', lower(r.period), 'until', upper(r.period) - 1))
          from (select period from trekkerschappen where person_id = p.id and oudernetwerk_id = n.id
            union all select period from memberships where person_id = p.id and oudernetwerk_id = n.id) r), '[]'))
      from people p where p.id = n.contact_person_id),
    'trekkerschappen', coalesce((
      select jsonb_agg(jsonb_build_object('id', t.id, 'personId', t.person_id,
        'from', lower(lasts.period), 'until', upper(lasts.period) - 1, 'plannedOn', t.planned_end_on) order by lower(t.period), t.id)
      from (
        select * from trekkerschappen where oudernetwerk_id = n.id
        union all
        -- the tenure began in a network that went up in this one, or of which it is a part
        select * from trekkerschappen where id in (
          select e.id from trekkerschappen l join trekkerschappen e on e.person_id = l.person_id
            and e.oudernetwerk_id <> n.id and lower(e.period) < lower(l.period)
            and upper(e.period) <= coalesce(upper(l.period), 'infinity')
            and coalesce(e.line_id, e.oudernetwerk_id) = any (tenure_lines(l.person_id, coalesce(l.line_id, l.oudernetwerk_id)))
          where l.oudernetwerk_id = n.id and (l.line_id is not null or exists (
            select from network_successions s where s.successor_id = n.id and s.kind = 'MERGED')))) t
      cross join lateral (select coalesce((select (c.was ->> 'period')::daterange from kept_rows c
    where c.cause_id = t.oudernetwerk_id and c.row_id = t.id),
  t.period) as period) whole
      cross join lateral (select case when t.oudernetwerk_id = n.id then whole.period else t.period end as period) lasts), '[]'),
    'absences', coalesce((
      select jsonb_agg(jsonb_build_object('personId', a.person_id, 'from', lower(away.days), 'until', upper(away.days) - 1,
        'expectedOn', a.expected_until, 'substituteId', a.substitute_id) order by lower(away.days), a.id)
      from absences a cross join lateral (select absent_days(a) as days) away
      where a.oudernetwerk_id = n.id and away.days is not null), '[]'),
    'people', coalesce((
      select jsonb_object_agg(p.id, jsonb_build_object(
        'reachable', exists (select from person_contacts c where c.person_id = p.id and (c.email is not null or c.phone is not null)),
        'pausedUntil', (select upper(c.period) - 1 from contact_pauses c where c.person_id = p.id),
        'ties', coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'stage', s.stage, 'sector', g.sector,
            'earliest', s.exit_earliest, 'latest', s.exit_latest, 'confirmedOn', s.confirmed_on,
            'stated', s.stated_exit is not null) order by s.exit_latest, s.id)
          from school_ties s join school_stages g on g.code = s.stage where s.person_id = p.id), '[]'),
        'leads', coalesce((select jsonb_agg(jsonb_build_object('id', l.id, 'from', lower(l.period), 'until', upper(l.period) - 1)
            order by lower(l.period), l.id)
          from trekkerschappen l where l.person_id = p.id), '[]'),
        'seats', coalesce((select jsonb_agg(jsonb_build_object('from', lower(a.period), 'until', upper(a.period) - 1)
            order by lower(a.period), a.id)
          from seat_appointments a where a.person_id = p.id), '[]')))
      from people p where p.id in (
        select t.person_id from trekkerschappen t where t.oudernetwerk_id = n.id
        union select c.person_id from successor_candidates c where c.oudernetwerk_id = n.id and c.ended_on is null)), '{}'),
    'support', coalesce((
      select jsonb_agg(jsonb_build_object('id', s.id, 'from', lower(whole.period), 'until', upper(whole.period) - 1)
        order by lower(s.period), s.id)
      from support_arrangements s cross join lateral (select coalesce((select (c.was ->> 'period')::daterange from kept_rows c
    where c.cause_id = s.oudernetwerk_id and c.row_id = s.id),
  s.period) as period) whole where s.oudernetwerk_id = n.id), '[]'),
    'plans', coalesce((
      select jsonb_agg(jsonb_build_object('id', p.id, 'trekkerschapId', p.trekkerschap_id, 'targetOn', p.target_on,
        'openedFor', p.opened_for, 'closedOn', p.closed_on,
        'candidates', coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'personId', c.person_id, 'stage', c.stage)
            order by c.rank, c.id)
          from successor_candidates c where c.plan_id = p.id and c.ended_on is null), '[]'),
        'items', coalesce((select jsonb_agg(jsonb_build_object('id', i.id, 'dueOn', i.due_on, 'doneOn', i.done_on,
            'ownerPausedUntil', (select upper(c.period) - 1 from contact_pauses c where c.person_id = i.owner_person_id))
            order by i.position, i.id)
          from handover_items i where i.plan_id = p.id), '[]')) order by p.opened_on, p.id)
      from succession_plans p where p.oudernetwerk_id = n.id), '[]'))
  from oudernetwerken n
  where n.id = any ($1) and (select viewer_uuid('app.account')) is not null and (((select viewer_uuid('app.account')) is not null and current_setting('app.reach', true) in ('national', 'system')) or (n.region_id = any ((select viewer_uuids('app.regions'))::uuid[]) or n.id = any ((select viewer_uuids('app.led') || viewer_uuids('app.supported'))::uuid[])))
$function$;
grant execute on function continuity_facts(uuid[], date) to okn_national, okn_personal, okn_regional, okn_system;

CREATE OR REPLACE FUNCTION public.corrected_id(uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(merged_into($1), (
    select l.replaced_by from annulments l
    where l.line = (select a.line from annulments a where a.subject_id = $1 and a.line is not null limit 1)
    order by l.step desc limit 1))
$function$;
grant execute on function corrected_id(uuid) to okn_national, okn_personal, okn_regional, okn_system;

CREATE OR REPLACE FUNCTION public.count_of_person(person uuid, place text)
 RETURNS integer
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  kept text := split_part(place, '.', 1);
  piece text := nullif(split_part(place, '.', 2), '');
  found integer;
begin
  if not keeps_record_of(person) then return 0; end if;
  execute format('select count(%s) from %I r where ', case when piece is null then '*' else format('r.%I', piece) end, kept) || way_to_person(kept)
    into found using person;
  return found;
end $function$;
grant execute on function count_of_person(person uuid, place text) to okn_national, okn_personal, okn_regional;

CREATE OR REPLACE FUNCTION public.country_of_names()
 RETURNS uuid
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN '00000000-0000-0000-0000-000000000000'::uuid;
grant execute on function country_of_names() to public, okn_national, okn_personal, okn_regional, okn_system;

CREATE OR REPLACE FUNCTION public.cross_back(who uuid[], on_day date)
 RETURNS TABLE(id uuid, person_id uuid, from_region_id uuid, to_region_id uuid, moved_on date, answer text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
begin
  perform from people p where p.id = any (who) order by p.id for no key update;
  return query
    with back as (
      update person_moves m set crossed_at = null, crossed_because = null, version = m.version + 1,
        closed_on = case when came.has_departed then on_day end, closed_because = case when came.has_departed then 'DEPARTED' end
      from (select l.id, (l.crossed_at at time zone 'Europe/Amsterdam')::date as on_day, exists (select from departures d
          where d.person_id = l.person_id and d.taken_back_at is null and d.recorded_at > l.recorded_at) as has_departed
        from person_moves l where l.person_id = any (who) and l.crossed_because = 'ROLE') came
      where came.id = m.id and not exists (select from (
    select region_id, period from trekkerschappen where person_id = m.person_id
    union all select region_id, period from memberships where person_id = m.person_id
    union all select region_id, period from seat_appointments where person_id = m.person_id) part
  where part.region_id in (select regions_below(m.to_region_id)) and (upper_inf(part.period) or upper(part.period) > came.on_day)
    and (m.answer is null or lower(part.period) > m.answered_on))
        and not exists (select from person_moves l
          where l.person_id = m.person_id and (l.recorded_at, l.id) > (m.recorded_at, m.id))
      returning m.*
    ), moved as (
      update people p set region_id = b.from_region_id, municipality_id = b.from_municipality_id, version = p.version + 1
      from back b where p.id = b.person_id and p.region_id = b.to_region_id
    )
    select b.id, b.person_id, b.from_region_id, b.to_region_id, b.moved_on, b.answer from back b where b.closed_on is null;
end $function$;
grant execute on function cross_back(who uuid[], on_day date) to okn_system;

CREATE OR REPLACE FUNCTION public.crosses_because(m person_moves, on_day date)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  select case when not (m.crossed_at is null and m.closed_on is null) or m.moved_on > on_day or m.because = 'REORGANISED' then null
    when m.answer = 'YES' then 'YES'
    when exists (select from (
    select region_id, period from trekkerschappen where person_id = m.person_id
    union all select region_id, period from memberships where person_id = m.person_id
    union all select region_id, period from seat_appointments where person_id = m.person_id) part
  where part.region_id in (select regions_below(m.to_region_id)) and (upper_inf(part.period) or upper(part.period) > on_day)
    and (m.answer is null or lower(part.period) > m.answered_on)) then 'ROLE' end
$function$;

CREATE OR REPLACE FUNCTION public.days_excluded(body advisory_bodies, tie incompatibilities)
 RETURNS datemultirange
 LANGUAGE sql
 STABLE
AS $function$
  select case
    when tie.kind <> all (body.incompatible_kinds) then '{}'
    when exists (select from advisory_body_organisations o where o.body_id = body.id and o.organisation_id = tie.organisation_id)
      or exists (select from municipalities m
        where m.id = tie.municipality_id and m.region_id in (select regions_below(body.region_id)))
      then '{(,)}'
    else (select coalesce(range_agg(works.period), '{}')
      from municipalities m cross join agreed_periods(body.id) works
      where m.id = tie.municipality_id and m.region_id in (select regions_below(works.region_id))) end
$function$;
grant execute on function days_excluded(body advisory_bodies, tie incompatibilities) to public;

CREATE OR REPLACE FUNCTION public.days_to_cover(network uuid)
 RETURNS datemultirange
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return (
    select datemultirange(daterange(n.active_from, n.ended_on, case when n.ended_on is null then '[)' else '[]' end))
      - coalesce((select range_agg(datemultirange(t.period) - coalesce((select range_agg(absent_days(a)) from absences a
            where a.oudernetwerk_id = n.id and a.person_id = t.person_id), '{}'))
          from trekkerschappen t where t.oudernetwerk_id = n.id), '{}')
      - coalesce((select range_agg(period) from caretakerships where oudernetwerk_id = n.id and not standby), '{}')
    from oudernetwerken n where n.id = network and n.active_from is not null);
end $function$;

CREATE OR REPLACE FUNCTION public.days_to_stand_by(network uuid)
 RETURNS SETOF daterange
 LANGUAGE plpgsql
 SECURITY DEFINER ROWS 3
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform substitutes_follow(network);
  return query select unnest(days_to_cover(network));
end $function$;
grant execute on function days_to_stand_by(network uuid) to okn_national, okn_personal, okn_regional, okn_system;

CREATE OR REPLACE FUNCTION public.days_without(days daterange, taken daterange)
 RETURNS SETOF daterange
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN unnest((datemultirange(days) - datemultirange(taken)));
grant execute on function days_without(days daterange, taken daterange) to public;

CREATE OR REPLACE FUNCTION public.deliverable(text)
 RETURNS text
 LANGUAGE sql
 STABLE
RETURN CASE WHEN ((NOT is_undeliverable($1)) AND (NOT is_of_the_dead($1))) THEN $1 ELSE NULL::text END;

CREATE OR REPLACE FUNCTION public.departure_gives_appointments_back(departure uuid, terms uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare one kept_rows;
begin
  set constraints seat_appointments_one_holder, seat_appointments_one_seat_each deferred;
  for one in select k.* from kept_rows k join departures d on d.id = k.cause_id and d.xact = pg_current_xact_id()
    where d.id = departure and k.kept_table = 'seat_appointments' and k.became is null and k.row_id = any (terms)
  loop
    perform restore_row(one);
  end loop;
end $function$;
grant execute on function departure_gives_appointments_back(departure uuid, terms uuid[]) to okn_system;

CREATE OR REPLACE FUNCTION public.departure_keeps(departure uuid, kept text, ids uuid[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select keep_rows(d.id, $2, $3) from departures d where d.id = $1 and d.xact = pg_current_xact_id()
$function$;
grant execute on function departure_keeps(departure uuid, kept text, ids uuid[]) to okn_system;

CREATE OR REPLACE FUNCTION public.departure_keeps_changed(departure uuid, kept text, changed jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  execute format('insert into kept_rows (cause_id, kept_table, row_id, was)
    select d.id, %1$L, t.id, to_jsonb(t) || c.was from departures d, jsonb_to_recordset($2) c (id uuid, was jsonb), %1$I t
    where d.id = $1 and d.xact = pg_current_xact_id() and t.id = c.id and t.person_id = d.person_id', kept) using departure, changed;
end $function$;
grant execute on function departure_keeps_changed(departure uuid, kept text, changed jsonb) to okn_system;

CREATE OR REPLACE FUNCTION public.departure_keeps_ended(departure uuid, standing uuid[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  update kept_rows k set restored = k.row_id = any (standing) or (k.was ->> 'person_id')::uuid <> d.person_id
  from departures d where d.id = $1 and d.xact = pg_current_xact_id() and k.cause_id = d.id
    and k.kept_table = 'seat_appointments' and k.restored is null
$function$;
grant execute on function departure_keeps_ended(departure uuid, standing uuid[]) to okn_system;

CREATE OR REPLACE FUNCTION public.departure_takes_back(departure uuid, kept text)
 RETURNS TABLE(row_id uuid, was jsonb, restored boolean, had_begun boolean)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
declare
  one kept_rows;
  is_restored boolean;
begin
  if not exists (select from departures d where d.id = departure and d.taken_back_at is not null and d.xact = pg_current_xact_id()) then
    return;
  end if;
  perform kept_roles_by_now(departure, kept);
  perform kept_roles_go_along(departure, kept);
  for one in select * from kept_rows k where k.cause_id = departure and k.kept_table = kept and k.restored is null
    order by k.became is not null, k.place desc
  loop
    one := as_by_now(one);
    row_id := one.row_id;
    was := one.was;
    is_restored := give_back(one);
    -- it does when the network goes on, if that is to end before it begins, or has stopped the search
    update kept_rows k set cause_id = n.id from oudernetwerken n
      where not is_restored and n.id = (one.was ->> 'oudernetwerk_id')::uuid
        and (one.became is null and lower((one.was ->> 'period')::daterange) > n.ended_on
          or exists (select from kept_rows p where p.cause_id = n.id and p.row_id = (one.was ->> 'plan_id')::uuid))
        and k.cause_id = departure and k.kept_table = kept and k.row_id = one.row_id;
    restored := is_restored;
    had_begun := one.became is not null;
    update kept_rows k set restored = is_restored
      where k.cause_id = departure and k.kept_table = kept and k.row_id = one.row_id;
    return next;
  end loop;
end $function$;
grant execute on function departure_takes_back(departure uuid, kept text) to okn_system;

CREATE OR REPLACE FUNCTION public.departures_since(person uuid, from_day date, lasted date)
 RETURNS SETOF departures
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select d.* from departures d
  where d.person_id = $1 and d.taken_back_at is null and d.last_day >= $2 and ($3 is null or $3 < d.last_day)
  order by d.recorded_at, d.id
$function$;
grant execute on function departures_since(person uuid, from_day date, lasted date) to okn_system;

CREATE OR REPLACE FUNCTION public.done_with_move(person uuid, on_day date)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  update person_tasks t set done_on = on_day, version = t.version + 1
  where t.person_id = person and t.done_on is null
    and (t.kind in ('MOVED_AWAY', 'MOVED_HERE', 'MOVE_TAKEN_BACK', 'REGION_CHANGES', 'CHANGE_IS_OFF'))
$function$;
grant execute on function done_with_move(person uuid, on_day date) to okn_system;

CREATE OR REPLACE FUNCTION public.end_alternates(departure uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  acting uuid[] := array(select s.id from seat_alternates s join departures d on d.person_id = s.person_id
    where d.id = departure and d.xact = pg_current_xact_id() and alternates_still(s.absence_id, d.last_day + 1));
begin
  perform departure_keeps(departure, 'seat_alternates', acting);
  delete from seat_alternates where id = any (acting);
end $function$;
grant execute on function end_alternates(departure uuid) to okn_system;

CREATE OR REPLACE FUNCTION public.end_candidacies(departure uuid, on_day date, reason text)
 RETURNS TABLE(id uuid, plan_id uuid, region_id uuid, stage text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
declare leaving departures;
begin
  select * into strict leaving from departures d where d.id = departure and d.xact = pg_current_xact_id();
  perform departure_keeps(departure, 'successor_candidates', array(select c.id from successor_candidates c
    where c.person_id = leaving.person_id and c.ended_on is null and c.stage <> 'APPOINTED'));
  perform departure_keeps(departure, 'handover_items', array(select i.id from handover_items i
    where i.owner_person_id = leaving.person_id and i.done_on is null));
  update handover_items i set owner_person_id = null, version = version + 1
    where i.owner_person_id = leaving.person_id and i.done_on is null;
  return query update successor_candidates c set stage = 'WITHDRAWN', ended_on = on_day, decline_reason = reason,
      next_step_on = null, version = c.version + 1
    from successor_candidates before
    where before.id = c.id and c.person_id = leaving.person_id and c.ended_on is null and c.stage <> 'APPOINTED'
    returning c.id, c.plan_id, c.region_id, before.stage;
end $function$;
grant execute on function end_candidacies(departure uuid, on_day date, reason text) to okn_system;

CREATE OR REPLACE FUNCTION public.end_of_chain(uuid)
 RETURNS TABLE(id uuid, steps integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with recursive later as (
    select replaced_by as id, 1 as step from annulments where subject_id = $1 and replaced_by is not null
    union all
    select a.replaced_by, l.step + 1 from annulments a join later l on a.subject_id = l.id
    where a.replaced_by is not null
  )
  select id, step from later order by step desc limit 1
$function$;

CREATE OR REPLACE FUNCTION public.end_parts_in_networks(departure uuid)
 RETURNS TABLE(what text, id uuid, oudernetwerk_id uuid, region_id uuid, period daterange, reason text, was jsonb)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
declare
  leaving departures;
  next_day date;
  led uuid[];
  joined uuid[];
begin
  select * into strict leaving from departures d where d.id = departure and d.xact = pg_current_xact_id();
  next_day := leaving.last_day + 1;
  led := array(select t.id from trekkerschappen t where t.person_id = leaving.person_id
    and ((upper_inf(t.period) or upper(t.period) > next_day) or upper(t.period) = next_day and t.end_reason is null));
  joined := array(select m.id from memberships m where m.person_id = leaving.person_id and (upper_inf(m.period) or upper(m.period) > next_day));
  perform departure_keeps(departure, 'trekkerschappen', array(select t.id from trekkerschappen t
    where t.predecessor_id = any (led) and t.id <> all (led)));
  perform departure_keeps(departure, 'trekkerschappen', led);
  perform departure_keeps(departure, 'absences', array(select a.id from absences a where a.substitute_id = any (led)));
  perform departure_keeps(departure, 'memberships', joined);
  -- a successor may have begun before the predecessor, who now never will
  update trekkerschappen t set predecessor_id = null, version = version + 1
    where t.predecessor_id in (select b.id from trekkerschappen b where b.id = any (led) and lower(b.period) > leaving.last_day);
  return query
    with gone as (
      delete from trekkerschappen t where t.id = any (led) and lower(t.period) > leaving.last_day returning t.*
    ), ended as (
      update trekkerschappen t set period = daterange(lower(t.period), next_day), version = t.version + 1,
        end_reason = case leaving.kind when 'DECEASED' then 'DECEASED' else 'PERSONAL' end
      where t.id = any (led) and lower(t.period) <= leaving.last_day returning t.*
    ), membership_gone as (
      delete from memberships m where m.id = any (joined) and lower(m.period) > leaving.last_day returning m.*
    ), membership_ended as (
      update memberships m set period = daterange(lower(m.period), next_day)
      where m.id = any (joined) and lower(m.period) <= leaving.last_day returning m.*
    )
    select 'trekkerschap', g.id, g.oudernetwerk_id, g.region_id, g.period, g.end_reason, to_jsonb(g) from gone g
    union all select 'trekkerschap', e.id, e.oudernetwerk_id, e.region_id, e.period, e.end_reason, null from ended e
    union all select 'membership', g.id, g.oudernetwerk_id, g.region_id, g.period, null, to_jsonb(g) from membership_gone g
    union all select 'membership', e.id, e.oudernetwerk_id, e.region_id, e.period, null, null from membership_ended e;
  perform departure_keeps(departure, 'oudernetwerken', array(
    select n.id from oudernetwerken n where n.contact_person_id = leaving.person_id));
  update oudernetwerken n set contact_person_id = null where n.contact_person_id = leaving.person_id;
  -- what the end of a network keeps comes back as they leave it
  update kept_rows k set departures = k.departures || departure from oudernetwerken n
    where k.was ->> 'person_id' = leaving.person_id::text and n.id = k.cause_id
      and k.kept_table in ('trekkerschappen', 'memberships');
end $function$;
grant execute on function end_parts_in_networks(departure uuid) to okn_system;

CREATE OR REPLACE FUNCTION public.ended_by(departure uuid)
 RETURNS TABLE(kept_table text, row_id uuid, restored boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 10
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select e.kept_table, e.row_id, e.restored
  from departures d join kept_rows e on e.cause_id = d.id
  where d.id = $1 and (d.person_id = (select viewer_uuid('app.person'))
      or exists (select from people p where p.id = d.person_id and p.region_id = any ((select viewer_uuids('app.regions'))::uuid[])))
    and coalesce(e.was ->> 'person_id', e.was ->> 'owner_person_id', e.was ->> 'contact_person_id')::uuid = d.person_id
$function$;
grant execute on function ended_by(departure uuid) to okn_national, okn_personal, okn_regional;

CREATE OR REPLACE FUNCTION public.ended_by_merge(network uuid, person uuid)
 RETURNS TABLE(id uuid, merged_id uuid, line uuid, period daterange, begun boolean, name text, from_day date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select k.row_id, n.id, coalesce(k.was ->> 'line_id', n.id::text)::uuid, (k.was ->> 'period')::daterange, k.became is not null,
    n.name, s.from_day
  from network_successions s
  join oudernetwerken n on n.id = s.predecessor_id
  join kept_rows k on k.cause_id = n.id and k.kept_table = 'trekkerschappen'
  where s.successor_id = $1 and s.kind = 'MERGED' and k.was ->> 'person_id' = $2::text
    and (k.was ->> 'period')::daterange && daterange(s.from_day, null)
    and (k.became is null or exists (select from trekkerschappen t where t.id = k.row_id))
  order by s.from_day, lower((k.was ->> 'period')::daterange), k.row_id
$function$;
grant execute on function ended_by_merge(network uuid, person uuid) to okn_system;

CREATE OR REPLACE FUNCTION public.ended_where_it_was(trekkerschap uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  update trekkerschappen t set end_reason = 'OTHER', version = t.version + 1
  where t.id = $1 and t.end_reason is null and not upper_inf(t.period) and not exchanged(t)
$function$;
grant execute on function ended_where_it_was(trekkerschap uuid) to okn_system;

CREATE OR REPLACE FUNCTION public.ending_as(now_there jsonb, one jsonb)
 RETURNS jsonb
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select $1 || jsonb_build_object('period', daterange(lower(($1 ->> 'period')::daterange), upper(($2 ->> 'period')::daterange)))
    || (select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each($2) where key = 'end_reason')
$function$;

CREATE OR REPLACE FUNCTION public.ends_with_network()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  last_day date := (select n.ended_on from oudernetwerken n where n.id = new.oudernetwerk_id);
  written jsonb := to_jsonb(new);
  departed uuid[];
begin
  -- whoever departed since it was cut still has, where it is written anew
  if tg_table_name in ('trekkerschappen', 'memberships') then
    departed := array(select distinct unnest(k.departures) from kept_rows k
      where k.cause_id = new.oudernetwerk_id and k.kept_table = tg_table_name and k.became is not null
        and k.was ->> 'person_id' = written ->> 'person_id');
  end if;
  -- also what was kept of one that was gone meanwhile, and comes back
  delete from kept_rows k where k.cause_id in (old.oudernetwerk_id, new.oudernetwerk_id) and k.row_id = new.id;
  if last_day is null or upper(new.period) <= last_day + 1 then return new; end if;
  if lower(new.period) > last_day then
    raise exception 'network % ends on %', new.oudernetwerk_id, last_day
      using errcode = '23514', constraint = 'ends_with_network';
  end if;
  new.period := daterange(lower(new.period), last_day + 1);
  if tg_table_name = 'trekkerschappen' then new.end_reason := 'OTHER'; end if;
  insert into kept_rows (cause_id, kept_table, row_id, was, became, departures)
    values (new.oudernetwerk_id, tg_table_name, new.id, written, to_jsonb(new), coalesce(departed, '{}'));
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.ends_with_stops(role jsonb, lasted daterange)
 RETURNS TABLE(period daterange, end_reason text)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select (l.became ->> 'period')::daterange, l.became ->> 'end_reason'
  from left_by_stops($1, $2) with ordinality l order by l.ordinality desc limit 1
$function$;
grant execute on function ends_with_stops(role jsonb, lasted daterange) to okn_system;

CREATE OR REPLACE FUNCTION public.erase_audit_values(person uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  erased integer;
begin
  perform set_config('app.erased', person::text, true);
  delete from audit_values where person_id = person;
  get diagnostics erased = row_count;
  perform set_config('app.erased', '', true);
  return erased;
end $function$;

CREATE OR REPLACE FUNCTION public.erase_column(person uuid, kept text, piece text, way text)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  erased integer;
begin
  begin
    execute format('update %1$I r set %2$I = default where %2$I is not null and ', kept, piece) || way using person;
    get diagnostics erased = row_count;
  exception when check_violation or not_null_violation then
    execute format('update %1$I r set %2$I = '''' where ', kept, piece) || way using person;
    get diagnostics erased = row_count;
  end;
  return erased;
end $function$;

CREATE OR REPLACE FUNCTION public.erase_place(person uuid, place text)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  kept text := split_part(place, '.', 1);
  piece text := nullif(split_part(place, '.', 2), '');
  way text := way_to_person(kept);
  erased integer;
begin
  perform requires_erasure(person);
  if way is null then raise exception 'how rows of % lead to a person is not known', kept; end if;
  case
    when place = 'audit_values' then return erase_audit_values(person);
    when piece is not null then return erase_column(person, kept, piece, way);
    when kept = 'accounts' then
      update accounts a set issuer = 'erased', subject = a.id::text, display_name = 'Account ' || right(a.id::text, 6),
        email_norm = null, locale = null, person_id = null, version = a.version + 1 where a.person_id = person;
    else
      if kept = 'ervaringsdeskundigen' then
        update seat_appointments s set known_as = null where s.person_id = person and s.known_as is not null;
        update seat_invitations i set ervaringsdeskundige_id = null
          where i.person_id = person and i.ervaringsdeskundige_id is not null;
      end if;
      execute format('delete from %I r where ', kept) || way using person;
  end case;
  get diagnostics erased = row_count;
  return erased;
end $function$;
grant execute on function erase_place(person uuid, place text) to okn_system;

CREATE OR REPLACE FUNCTION public.erasure_hindrances(person uuid)
 RETURNS SETOF text
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 2
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select 'WORK_ACCOUNT' where keeps_record_of($1) and exists (
    select from account_roles r join accounts a on a.id = r.account_id
    where a.person_id = $1 and (upper_inf(r.period) or upper(r.period) > (select nullif(current_setting('app.today', true), '')::date)))
$function$;
grant execute on function erasure_hindrances(person uuid) to okn_national, okn_personal, okn_regional;

CREATE OR REPLACE FUNCTION public.ervaringsdeskundigen_derive()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if tg_op = 'INSERT' then
    new.region_id := (select p.region_id from people p where p.id = new.person_id);
    new.engaged_bodies := '{}';
    new.asked_on := null;
    new.seat_begins := null;
    new.seat_ends := null;
    new.trained := null;
    new.trained_until := null;
    -- nobody is made findable but by the ledger
    select until, agreements, country, partners
      into new.findable_until, new.findable_agreements, new.findable_country, new.findable_partners
      from findable_by_consent(new.person_id);
    new.contact_paused := (select c.period from contact_pauses c where c.person_id = new.person_id);
    new.findable_agreements := coalesce(new.findable_agreements, false);
    new.findable_country := coalesce(new.findable_country, false);
    new.findable_partners := coalesce(new.findable_partners, false);
  end if;
  new.traits := traits_of_profile(new);
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.ervaringsdeskundigen_follow()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if tg_table_name = 'people' then
    update ervaringsdeskundigen set region_id = new.region_id where person_id = new.id;
  else
    -- sets what is derived anew
    update ervaringsdeskundigen set domains = domains
    where id = (coalesce(to_jsonb(new), to_jsonb(old)) ->> 'ervaringsdeskundige_id')::uuid;
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.ervaringsdeskundigen_learn()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare learned uuid := coalesce(new.ervaringsdeskundige_id, old.ervaringsdeskundige_id);
begin
  -- whoever writes another training of theirs at the same time waits, and then sees this one
  perform from ervaringsdeskundigen where id = learned for no key update;
  update ervaringsdeskundigen e set (trained, trained_until) = (
    select array_agg(title order by title), array_agg(until order by title) from trainings_of_profile(learned))
  where e.id = learned;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.ervaringsdeskundigen_rest()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update ervaringsdeskundigen set contact_paused = new.period where person_id = coalesce(new.person_id, old.person_id);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.ervaringsdeskundigen_seats()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare persons uuid[] := array[(to_jsonb(old) ->> 'person_id')::uuid, (to_jsonb(new) ->> 'person_id')::uuid];
begin
  -- whoever writes another seat or invitation of theirs at the same time waits, and then sees this one
  perform from ervaringsdeskundigen e where e.person_id = any (persons) for no key update;
  update ervaringsdeskundigen e set (seat_begins, seat_ends, asked_on, engaged_bodies) =
    (select s.begins, s.ends, s.asked, s.engaged from seats_of_profile(e) s)
  where e.person_id = any (persons);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.exchanged(trekkerschappen)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN (EXISTS (SELECT FROM trekkerschappen o WHERE ((o.person_id = ($1).person_id) AND (lower(o.period) = upper(($1).period)) AND (COALESCE(o.line_id, o.oudernetwerk_id) = COALESCE(($1).line_id, ($1).oudernetwerk_id)))));
grant execute on function exchanged(trekkerschappen) to public;

CREATE OR REPLACE FUNCTION public.find_again(plan uuid, successor uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with found as (
    update succession_plans p set successor_id = s.id from kept_outcome($2) kept, trekkerschappen s
    where p.id = $1 and kept.plan_id = p.id and s.id = $2 and p.status = 'COMPLETED' and p.successor_id is null
    returning p.id, s.person_id
  )
  update successor_candidates c set stage = 'APPOINTED', appointed_from = k.was ->> 'stage', ended_on = null,
    decline_reason = null, version = c.version + 1
  from found, kept_rows k join departures d on d.id = k.cause_id and d.taken_back_at is not null
  where c.plan_id = found.id and c.person_id = found.person_id and k.row_id = c.id
    and k.kept_table = 'successor_candidates' and k.became ->> 'version' = c.version::text
$function$;
grant execute on function find_again(plan uuid, successor uuid) to okn_system;

CREATE OR REPLACE FUNCTION public.find_region_changes(on_day date, at timestamp with time zone)
 RETURNS TABLE(id uuid, region_id uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
declare
  change record;
begin
  for change in
    select distinct before.region_id as from_region, c.region_id as to_region, c.valid_from as changes_on
    from municipality_regions c cross join lateral municipality_on(c.municipality_id, c.valid_from - 1) before
    where c.valid_from between on_day - 365 and on_day + interval '2 years' and before.region_id <> c.region_id
    order by 3, 1, 2
  loop
    return query
      insert into region_changes (id, region_id, other_region_id, comes, changes_on, found_on) values
        (gen_random_uuid(), change.from_region, change.to_region, false, change.changes_on, on_day),
        (gen_random_uuid(), change.to_region, change.from_region, true, change.changes_on, on_day)
      on conflict do nothing returning id, region_id;
    insert into region_agreements (id, oudernetwerk_id, kind, home_region_id, region_id, asked_on, motivation, period)
      select gen_random_uuid(), n.id, 'MOVES', n.region_id, change.to_region, on_day,
        'De gemeenten van dit netwerk gaan over naar uw regio.', daterange(greatest(change.changes_on, on_day), null)
      from oudernetwerken n
      where (n.ended_on is null or n.ended_on >= change.changes_on) and n.region_id in (select regions_below(change.from_region))
        and exists (select from oudernetwerk_municipalities l where l.oudernetwerk_id = n.id)
        and not exists (select from oudernetwerk_municipalities l where l.oudernetwerk_id = n.id and l.municipality_id not in (
          select municipality_id from municipalities_changing(change.from_region, change.to_region, change.changes_on)))
        and not exists (select from region_agreements a where a.oudernetwerk_id = n.id and a.kind = 'MOVES'
          and (a.region_id = change.to_region and a.asked_by is null
            and (a.answer is distinct from 'WITHDRAWN' or a.answered_by is not null)
            or (a.answer is null or a.answer = 'AGREED') and upper_inf(a.period)));
    insert into person_moves (id, person_id, from_region_id, to_region_id, from_municipality_id, municipality_id, moved_on,
        recorded_at, because)
      select gen_random_uuid(), p.id, p.region_id, change.to_region, p.municipality_id, going.into_id, change.changes_on, at,
        'REORGANISED'
      from municipalities_changing(change.from_region, change.to_region, change.changes_on) going
      join people p on p.municipality_id = going.municipality_id
      where p.region_id in (select regions_below(change.from_region)) and p.deceased_on is null
        and not exists (select from person_moves m where m.person_id = p.id and ((m.crossed_at is null and m.closed_on is null)
          or m.because = 'REORGANISED' and m.to_region_id = change.to_region and m.moved_on = change.changes_on));
  end loop;
end $function$;
grant execute on function find_region_changes(on_day date, at timestamp with time zone) to okn_system;

CREATE OR REPLACE FUNCTION public.findable_by_consent(uuid)
 RETURNS TABLE(until date, agreements boolean, country boolean, partners boolean)
 LANGUAGE sql
 STABLE ROWS 1
AS $function$
  select case when newest.until is not null then least(newest.until, holds_where_they_lived(newest)) end,
    newest.given and 'REGION_AND_AGREEMENTS' = any (newest.scopes), newest.given and 'COUNTRY' = any (newest.scopes),
    newest.given and 'PARTNER_APPS' = any (newest.scopes)
  from consents newest
  where newest.id = (
      select id from consents where person_id = $1 and purpose = 'FINDABLE' order by recorded_at desc, id desc limit 1)
    and not exists (select from departures d where d.person_id = $1 and d.taken_back_at is null
      and (d.kind = 'DECEASED' or d.recorded_at >= newest.recorded_at))
    and not awaits_notice($1)
    and not exists (select from people p where p.id = $1 and p.merged_into is not null)
$function$;

CREATE OR REPLACE FUNCTION public.finish_erasure(person uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform requires_erasure(person);
  -- what was erased is a change as well, of which the log keeps what it was
  perform erase_audit_values(person);
  update people p set erased_on = (e.erased_at at time zone 'Europe/Amsterdam')::date, version = p.version + 1
    from erasures e where p.id = person and e.person_id = p.id;
end $function$;
grant execute on function finish_erasure(person uuid) to okn_system;

CREATE OR REPLACE FUNCTION public.first_of_support(support uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select id from support_of($1) order by period limit 1
$function$;
grant execute on function first_of_support(support uuid) to okn_system;

CREATE OR REPLACE FUNCTION public.first_of_tenure(trekkerschap uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select id from tenure_in_line($1) order by period limit 1
$function$;
grant execute on function first_of_tenure(trekkerschap uuid) to okn_system;

CREATE OR REPLACE FUNCTION public.first_recorded(uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select id from recorded_as($1) with ordinality known (id, step) order by step desc limit 1
$function$;
grant execute on function first_recorded(uuid) to okn_system;

CREATE OR REPLACE FUNCTION public.first_term(appointment uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with recursive held as (
    select id, seat_id, person_id, period from seat_appointments where id = appointment
    union all
    select a.id, a.seat_id, a.person_id, a.period from held h join seat_appointments a
      on a.seat_id = h.seat_id and a.person_id = h.person_id and upper(a.period) = lower(h.period)
    where a.end_reason = 'REAPPOINTED'
  )
  select first_recorded(id) from held order by period limit 1
$function$;
grant execute on function first_term(appointment uuid) to okn_system;

CREATE OR REPLACE FUNCTION public.fold(text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN lower(unaccent('unaccent'::regdictionary, $1));
grant execute on function fold(text) to public, okn_national, okn_personal, okn_regional, okn_system;

CREATE OR REPLACE FUNCTION public.follows_own_term(person uuid, seat uuid, term daterange)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (select from seat_appointments a
    where a.person_id = $1 and a.seat_id = $2 and a.period -|- $3 and a.end_reason = 'REAPPOINTED')
$function$;
grant execute on function follows_own_term(person uuid, seat uuid, term daterange) to public;

CREATE OR REPLACE FUNCTION public.forget_addresses(asked_until timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare forgotten integer;
begin
  update mail_address_changes c set old_address = null
    where c.asked_at <= asked_until and c.old_address is not null and c.outcome is not distinct from 'REMOVED' and not c.by_owner
  and not exists (select from accounts a where a.id = c.account_id and a.email_norm is not null)
  and not exists (select from person_contacts p where p.person_id = c.person_id and p.email is not null)
  and not exists (select from organisations o where o.id = c.organisation_id and o.email is not null)
  and not exists (select from regions r where r.id = c.region_id and r.mailbox is not null)
  and not exists (select from oudernetwerken n where n.id = c.oudernetwerk_id and n.mailbox is not null);
  delete from mail_address_changes c where c.asked_at <= asked_until and not (c.outcome is not distinct from 'REMOVED' and not c.by_owner
  and not exists (select from accounts a where a.id = c.account_id and a.email_norm is not null)
  and not exists (select from person_contacts p where p.person_id = c.person_id and p.email is not null)
  and not exists (select from organisations o where o.id = c.organisation_id and o.email is not null)
  and not exists (select from regions r where r.id = c.region_id and r.mailbox is not null)
  and not exists (select from oudernetwerken n where n.id = c.oudernetwerk_id and n.mailbox is not null));
  get diagnostics forgotten = row_count;
  return forgotten;
end $function$;
grant execute on function forget_addresses(asked_until timestamp with time zone) to okn_system;

CREATE OR REPLACE FUNCTION public.forget_expected_of(one person_merges)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  delete from expected_ends e using trekkerschappen t
  where t.id = e.trekkerschap_id and t.person_id <> e.person_id and e.person_id in (one.survivor_id, one.other_id)
$function$;

CREATE OR REPLACE FUNCTION public.former_appointment_follows()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update seat_invitations set former_appointment_id = new.id where former_appointment_id = old.id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.give_back(one kept_rows)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  left_behind kept_rows[] := array(select l from left_by_departures(one) l);
  is_gone boolean := cardinality(left_behind) > 0 and left_behind[cardinality(left_behind)].became is null;
  whole kept_rows;
begin
  if stays_as_left(one) then return false; end if;
  if not is_gone then
    if cardinality(left_behind) > 0 then one.was := left_behind[cardinality(left_behind)].became; end if;
    whole := one;
    one := referring(one);
    if not restore_row(one) then return false; end if;
    if one.was <> whole.was then
      whole.cause_id := kept_by_departure(coalesce(whole.was ->> 'predecessor_id', whole.was ->> 'substitute_id')::uuid);
      whole.became := one.was;
      if whole.cause_id is not null then left_behind := left_behind || whole; end if;
    end if;
  end if;
  insert into kept_rows (cause_id, kept_table, row_id, was, became)
    select l.cause_id, l.kept_table, l.row_id, l.was, l.became from unnest(left_behind) l on conflict do nothing;
  return true;
end $function$;

CREATE OR REPLACE FUNCTION public.give_back_joined(one uuid, network uuid, ids uuid[], days daterange)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  survivor kept_rows;
  own jsonb;
  hours numeric := (select sum((was ->> 'hours_per_month')::numeric) from kept_rows where cause_id = one and row_id = any (ids));
begin
  delete from kept_rows where cause_id = one and row_id = ids[1] returning * into survivor;
  own := survivor.was || jsonb_build_object('oudernetwerk_id', network);
  survivor.was := survivor.was || jsonb_build_object('oudernetwerk_id', network, 'period', days,
      'region_id', (select n.region_id from oudernetwerken n where n.id = network))
    || case when survivor.was ? 'hours_per_month' then jsonb_build_object('hours_per_month', hours) else '{}' end;
  update kept_rows set cause_id = ids[1] where cause_id = one and row_id = any (ids);
  delete from kept_rows where cause_id = one and row_id = one;
  if cardinality(ids) > 1 then
    insert into kept_rows (cause_id, kept_table, row_id, was) values (ids[1], survivor.kept_table, ids[1], own)
      on conflict do nothing;
  end if;
  delete from annulments where subject_id = ids[1];
  update annulments set replaced_by = ids[1] where subject_id = any (ids);
  return restore_row(survivor);
end $function$;
grant execute on function give_back_joined(one uuid, network uuid, ids uuid[], days daterange) to okn_system;

CREATE OR REPLACE FUNCTION public.goes_on(trekkerschappen)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN (EXISTS (SELECT FROM trekkerschappen o WHERE ((o.person_id = ($1).person_id) AND (o.period @> upper(($1).period)) AND (COALESCE(o.line_id, o.oudernetwerk_id) = ANY (tenure_lines(($1).person_id, COALESCE(($1).line_id, ($1).oudernetwerk_id)))))));
grant execute on function goes_on(trekkerschappen) to public;

CREATE OR REPLACE FUNCTION public.goes_on_as(network uuid)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with recursive later as (
    select $1 as id
    union
    select s.successor_id from later l join network_successions s on s.predecessor_id = l.id
  )
  select id from later
$function$;

CREATE OR REPLACE FUNCTION public.has_stopped(person uuid, on_day date)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select stopped_on($1) is not null and not exists (select from (
      select period from trekkerschappen where person_id = $1
      union all select period from memberships where person_id = $1
      union all select period from seat_appointments where person_id = $1) role
    where role.period && daterange(greatest(stopped_on($1) + 1, $2), null))
$function$;
grant execute on function has_stopped(person uuid, on_day date) to okn_system;

CREATE OR REPLACE FUNCTION public.holds_where_they_lived(said consents)
 RETURNS date
 LANGUAGE sql
 STABLE
AS $function$
  select min(case when m.because = 'MOVED'
      and said.recorded_at < greatest(m.recorded_at, m.moved_on::timestamp at time zone 'Europe/Amsterdam') then m.moved_on
    else (m.crossed_at at time zone 'Europe/Amsterdam')::date end) - 1
  from person_moves m where m.person_id = said.person_id
    and said.recorded_at < case m.because when 'REORGANISED' then m.crossed_at
      else greatest(m.recorded_at, m.moved_on::timestamp at time zone 'Europe/Amsterdam', m.crossed_at) end
$function$;

CREATE OR REPLACE FUNCTION public.holiday_of(person uuid, on_day date)
 RETURNS date
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select school_holiday_until(holiday_region_of($1), $2)
$function$;
grant execute on function holiday_of(person uuid, on_day date) to okn_system;

CREATE OR REPLACE FUNCTION public.holiday_region_of(person uuid)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  select coalesce(
    (select m.holiday_region from people p join municipalities m on m.id = p.municipality_id where p.id = $1),
    (select m.holiday_region from people p join regions r on r.id = p.region_id
       join municipalities m on m.region_id = r.id or m.region_id = r.parent_id
     where p.id = $1 and m.holiday_region is not null group by 1 order by count(*) desc, 1 limit 1))
$function$;

CREATE OR REPLACE FUNCTION public.import_row_counts(uuid)
 RETURNS jsonb
 LANGUAGE sql
 STABLE
AS $function$
  select jsonb_build_object('total', count(*), 'judged', count(outcome), 'recorded', count(*) filter (where applied),
    'new', count(*) filter (where outcome = 'NEW'), 'same', count(*) filter (where outcome = 'SAME'),
    'changes', count(*) filter (where outcome = 'CHANGES'), 'doubtful', count(*) filter (where outcome = 'DOUBTFUL'),
    'bad', count(*) filter (where outcome = 'BAD'),
    'undecided', count(*) filter (where outcome in ('BAD', 'DOUBTFUL') and decision is null))
  from import_rows where import_id = $1
$function$;
grant execute on function import_row_counts(uuid) to okn_national, okn_personal, okn_regional;

CREATE OR REPLACE FUNCTION public.invitation_is_open(status text, expires_on date, on_day date)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ((status = 'ASKED'::text) AND (expires_on >= on_day));
grant execute on function invitation_is_open(status text, expires_on date, on_day date) to public;

CREATE OR REPLACE FUNCTION public.invitations_closed(cause uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select note_kept_rows($1, 'seat_invitations');
  insert into kept_rows (cause_id, kept_table, row_id, was, became)
    select distinct on (k.row_id) $1, k.kept_table, k.row_id, k.was, k.became
    from seat_appointments a join seat_invitations i on i.seat_id = a.seat_id and i.status = 'WITHDRAWN'
    join kept_rows k on k.row_id = i.id and k.kept_table = 'seat_invitations'
    where a.id = $1 and k.restored is null order by k.row_id, k.place
    on conflict do nothing
$function$;
grant execute on function invitations_closed(cause uuid) to okn_system;

CREATE OR REPLACE FUNCTION public.invitations_count_since(on_day date)
 RETURNS date
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ((on_day - '6 mons'::interval))::date;
grant execute on function invitations_count_since(on_day date) to public;

CREATE OR REPLACE FUNCTION public.inviter_of(invitation uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select a.display_name from seat_invitations i join accounts a on a.id = i.invited_by
  where i.id = $1
    and ((i.person_id = (select viewer_uuid('app.person')) or i.person_region_id = any ((select viewer_uuids('app.regions'))::uuid[])) or (i.region_id = any ((select viewer_uuids('app.regions'))::uuid[]) or i.body_id = any ((select viewer_uuids('app.bodies'))::uuid[])))
$function$;
grant execute on function inviter_of(invitation uuid) to okn_national, okn_personal, okn_regional;

CREATE OR REPLACE FUNCTION public.is_of_the_dead(address text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  with known as (
    select p.deceased_on from person_contacts c join people p on p.id = c.person_id where c.email_norm = lower($1)
    union all
    select p.deceased_on from accounts a left join people p on p.id = a.person_id where a.email_norm = lower($1)
  )
  select exists (select from known where deceased_on is not null) and not exists (select from known where deceased_on is null)
$function$;

CREATE OR REPLACE FUNCTION public.is_substitute(trekkerschap uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (select from absences a where a.substitute_id = $1)
$function$;
grant execute on function is_substitute(trekkerschap uuid) to public;

CREATE OR REPLACE FUNCTION public.is_undeliverable(text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from undeliverable_addresses where address_hash = sha256(convert_to(lower($1), 'UTF8')) and (refused_at at time zone 'Europe/Amsterdam')::date > (select nullif(current_setting('app.today', true), '')::date) - 90)
$function$;
grant execute on function is_undeliverable(text) to okn_national, okn_personal, okn_regional, okn_system;

CREATE OR REPLACE FUNCTION public.joined_in(one uuid)
 RETURNS TABLE(id uuid, period daterange, hours numeric)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select row_id, (was ->> 'period')::daterange, (was ->> 'hours_per_month')::numeric from kept_rows
  where cause_id = $1 and kept_table in ('memberships', 'support_arrangements')
  order by row_id = $1 desc, lower((was ->> 'period')::daterange), place
$function$;
grant execute on function joined_in(one uuid) to okn_system;

CREATE OR REPLACE FUNCTION public.keep_joined(one uuid, kept text, gone uuid[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select keep_rows($1, $2, $1 || $3) where $2 in ('memberships', 'support_arrangements')
$function$;
grant execute on function keep_joined(one uuid, kept text, gone uuid[]) to okn_system;

CREATE OR REPLACE FUNCTION public.keep_opened(plan uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare departure uuid;
begin
  for departure in select distinct d.id from succession_plans p
    join kept_rows t on t.row_id = p.trekkerschap_id and t.kept_table = 'trekkerschappen'
    join departures d on d.id = t.cause_id and d.taken_back_at is null and d.xact = pg_current_xact_id()
    where p.id = plan
  loop
    perform keep_rows(departure, 'succession_plans', array[plan]);
    perform note_kept_rows(departure, 'succession_plans', plan);
  end loop;
end $function$;
grant execute on function keep_opened(plan uuid) to okn_system;

CREATE OR REPLACE FUNCTION public.keep_outcome(plan uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select keep_rows(kept_by_departure(p.successor_id), 'succession_plans', array[p.id]) from succession_plans p
  where p.id = $1 and kept_by_departure(p.successor_id) is not null
$function$;
grant execute on function keep_outcome(plan uuid) to okn_system;

CREATE OR REPLACE FUNCTION public.keep_rows(cause uuid, kept text, ids uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  execute format('insert into kept_rows (cause_id, kept_table, row_id, was)
    select $1, %1$L, t.id, as_written($1, %1$L, to_jsonb(t)) from unnest($2) with ordinality asked (id, place) join %1$I t using (id)
    order by asked.place on conflict do nothing', kept) using cause, ids;
end $function$;

CREATE OR REPLACE FUNCTION public.keep_searches(trekkerschap uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare departure uuid := kept_by_departure(trekkerschap);
begin
  if departure is not null then
    perform keep_rows(departure, 'succession_plans',
      array(select p.id from succession_plans p where p.trekkerschap_id = trekkerschap order by p.id));
  end if;
  return departure is not null;
end $function$;
grant execute on function keep_searches(trekkerschap uuid) to okn_system;

CREATE OR REPLACE FUNCTION public.keep_stopped(plan uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  update kept_rows k set was = k.was || by_now.said, became = k.became || by_now.said
  from succession_plans p, lateral (
    select jsonb_build_object('trekkerschap_id', p.trekkerschap_id, 'target_on', p.target_on, 'opened_for', p.opened_for)
  ) by_now (said)
  where p.id = $1 and k.cause_id = p.oudernetwerk_id and k.kept_table = 'succession_plans' and k.row_id = p.id
$function$;
grant execute on function keep_stopped(plan uuid) to okn_system;

CREATE OR REPLACE FUNCTION public.keep_values()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  was jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
  became jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
  known jsonb := coalesce(became, was);
  person uuid := (known ->> tg_argv[0])::uuid;
  audit uuid := viewer_uuid('app.audit');
begin
  if audit is null or person is null then return null; end if;
  insert into audit_values as kept (audit_id, person_id, region_id, place, row_id, before, after)
    select audit, person, coalesce((known ->> 'region_id')::uuid, p.region_id), tg_table_name || '.' || name,
      coalesce((known ->> 'id')::uuid, person), was ->> name, became ->> name
    from unnest(tg_argv[1:]) name join people p on p.id = person
    where (was ->> name) is distinct from (became ->> name)
    on conflict (audit_id, row_id, region_id, place) do update set after = excluded.after;
  if found then
    -- of this row alone: a list that is recorded has thousands of others in the same entry
    delete from audit_values v where v.audit_id = audit and v.row_id = coalesce((known ->> 'id')::uuid, person)
      and v.before is not distinct from v.after;
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.keeps_record_of(person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from people p where p.id = $1 and (p.id = (select viewer_uuid('app.person')) or p.region_id = any ((select viewer_uuids('app.regions'))::uuid[])))
$function$;

CREATE OR REPLACE FUNCTION public.kept_by_corrected(appointment uuid, corrected uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  update kept_rows set cause_id = $2 where cause_id = $1
$function$;
grant execute on function kept_by_corrected(appointment uuid, corrected uuid) to okn_system;

CREATE OR REPLACE FUNCTION public.kept_by_departure(trekkerschap uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select k.cause_id from kept_rows k join departures d on d.id = k.cause_id and d.taken_back_at is null
  where k.row_id = $1 and k.kept_table = 'trekkerschappen' and k.became is null and k.restored is null limit 1
$function$;

CREATE OR REPLACE FUNCTION public.kept_once(person uuid)
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select jsonb_build_object(
    'perspectives', (select perspectives from people where id = $1),
    'phone', (select phone from person_contacts where person_id = $1),
    'email', (select email from person_contacts where person_id = $1),
    'notes', (select jsonb_object_agg(region_id, note) from person_notes where person_id = $1),
    'pause', (select to_jsonb(c) from contact_pauses c where c.person_id = $1),
    'preferences', (select to_jsonb(m) from mail_preferences m where m.person_id = $1))
$function$;

CREATE OR REPLACE FUNCTION public.kept_outcome(successor uuid)
 RETURNS TABLE(plan_id uuid, closed_on date, motivation text)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select k.row_id, (k.was ->> 'closed_on')::date, k.was ->> 'motivation'
  from kept_rows k join departures d on d.id = k.cause_id and d.taken_back_at is not null
  where k.kept_table = 'succession_plans' and k.was ->> 'successor_id' = $1::text
  order by k.place desc limit 1
$function$;
grant execute on function kept_outcome(successor uuid) to okn_system;

CREATE OR REPLACE FUNCTION public.kept_roles_by_now(departure uuid, kept text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  one kept_rows;
  now_there jsonb;
begin
  for one in select * from kept_rows k
    where k.cause_id = departure and k.kept_table = kept and k.restored is null and k.became is not null
  loop
    select r.said into now_there from roles_of((one.was ->> 'person_id')::uuid) r
      where r.kept_table = kept and upper(r.period) = upper((one.became ->> 'period')::daterange)
        and r.said -> 'end_reason' is not distinct from one.became -> 'end_reason'
        and (r.id = corrected_id(one.row_id) or r.said -> 'seat_id' = one.was -> 'seat_id'
          or r.oudernetwerk_id in (select goes_on_as((one.was ->> 'oudernetwerk_id')::uuid)))
        and not exists (select from kept_rows k where k.cause_id = departure and k.kept_table = kept
          and k.row_id = r.id and k.row_id <> one.row_id)
      order by r.id = one.row_id desc limit 1;
    continue when now_there is null or now_there ->> 'id' = one.row_id::text;
    update kept_rows k set row_id = (now_there ->> 'id')::uuid, was = ending_as(now_there, one.was),
      became = ending_as(now_there, one.became)
    where k.cause_id = departure and k.kept_table = kept and k.row_id = one.row_id;
  end loop;
end $function$;

CREATE OR REPLACE FUNCTION public.kept_roles_go_along(departure uuid, kept text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  one record;
begin
  if kept not in ('trekkerschappen', 'memberships') then return; end if;
  loop
    select k.row_id, k.was, s.from_day, n.id as into_id, n.region_id, made.id as made_id, followed.id as followed_id,
      line, exists (select from kept_rows o where o.cause_id = departure and o.kept_table = kept and o.row_id <> k.row_id
        and coalesce(o.was ->> 'line_id', o.was ->> 'oudernetwerk_id') = line and o.was ->> 'person_id' = k.was ->> 'person_id'
        and upper((o.was ->> 'period')::daterange) = lower(written.days)) as goes_on
    into one
    from kept_rows k
    join network_successions s on s.predecessor_id = (k.was ->> 'oudernetwerk_id')::uuid and s.kind = 'MERGED'
    join oudernetwerken n on n.id = s.successor_id
    cross join lateral (select (k.was ->> 'period')::daterange as days) written
    cross join lateral (select case kept when 'memberships' then days else days * daterange(s.from_day, null) end as days
      where upper_inf(days) or upper(days) > s.from_day) rest
    cross join gen_random_uuid() made (id)
    cross join lateral (select coalesce(k.was ->> 'line_id', k.was ->> 'oudernetwerk_id') as line) tenure
    -- whom they are to follow leads there by then
    cross join lateral (select (k.was ->> 'predecessor_id')::uuid as id) follows
    left join trekkerschappen before on before.id = coalesce(corrected_id(follows.id), follows.id)
    left join trekkerschappen followed on followed.oudernetwerk_id = n.id and followed.person_id = before.person_id
      and coalesce(followed.line_id, followed.oudernetwerk_id) = coalesce(before.line_id, before.oudernetwerk_id) and lower(followed.period) = s.from_day
    where k.cause_id = departure and k.kept_table = kept and k.restored is null
      and not exists (select from kept_rows o where o.cause_id = departure and o.kept_table = kept and o.row_id <> k.row_id
        and o.was ->> 'oudernetwerk_id' = n.id::text and o.was ->> 'person_id' = k.was ->> 'person_id'
        and (o.was ->> 'period')::daterange && rest.days)
      and not exists (select from roles_of((k.was ->> 'person_id')::uuid) r
        where r.kept_table = kept and r.oudernetwerk_id = n.id and r.period && rest.days)
    order by k.place limit 1;
    exit when not found;
    if kept = 'memberships' or lower((one.was ->> 'period')::daterange) >= one.from_day then
      update kept_rows k set was = k.was || jsonb_build_object('oudernetwerk_id', one.into_id, 'region_id', one.region_id)
          || case when one.followed_id is not null then jsonb_build_object('predecessor_id', one.followed_id) else '{}' end
          || case when k.was ? 'line_id' and one.goes_on then jsonb_build_object('line_id', one.line) else '{}' end
        where k.cause_id = departure and k.kept_table = kept and k.row_id = one.row_id;
    else
      insert into kept_rows (cause_id, kept_table, row_id, was) values (departure, kept, one.made_id, one.was || jsonb_build_object(
        'id', one.made_id, 'version', 1, 'oudernetwerk_id', one.into_id, 'region_id', one.region_id, 'predecessor_id', null,
        'line_id', one.line,
        'period', (one.was ->> 'period')::daterange * daterange(one.from_day, null))
        -- overtaken
        || case when (one.was ->> 'planned_end_on')::date < one.from_day
          then '{"planned_end_on": null, "planned_end_reason": null}' else '{}' end::jsonb);
      update kept_rows k set was = k.was || jsonb_build_object(
          'period', (one.was ->> 'period')::daterange * daterange(null, one.from_day),
          'end_reason', null, 'planned_end_on', null, 'planned_end_reason', null)
        where k.cause_id = departure and k.kept_table = kept and k.row_id = one.row_id;
    end if;
  end loop;
end $function$;

CREATE OR REPLACE FUNCTION public.kept_searches(trekkerschap uuid)
 RETURNS TABLE(plan_id uuid, was_open boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select k.row_id, k.was -> 'closed_on' = 'null'
  from kept_rows t join departures d on d.id = t.cause_id and d.taken_back_at is not null and d.xact = pg_current_xact_id()
  join kept_rows k on k.cause_id = d.id and k.kept_table = 'succession_plans' and k.was ->> 'trekkerschap_id' = $1::text
    and k.became is null
  where t.row_id = $1 and t.kept_table = 'trekkerschappen' and t.became is null
  order by k.place
$function$;
grant execute on function kept_searches(trekkerschap uuid) to okn_system;

CREATE OR REPLACE FUNCTION public.known_anew(person uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  update people p set region_ids = regions_of(p.id, p.region_id), oudernetwerk_ids = known.oudernetwerk_ids,
    candidate_for = known.candidate_for, body_ids = known.body_ids
  from places_of($1) known where p.id = $1
$function$;

CREATE OR REPLACE FUNCTION public.known_by_seat(period daterange, invitation uuid, on_day date)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (CASE WHEN (invitation IS NULL) THEN period ELSE daterange(NULL::date, upper(period)) END @> on_day);
grant execute on function known_by_seat(period daterange, invitation uuid, on_day date) to public;

CREATE OR REPLACE FUNCTION public.known_where_asked()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update advisory_bodies set asked_in = asked_in || new.person_region_id
  where id = new.body_id and not asked_in @> array[new.person_region_id];
  update advisory_seats set asked_in = asked_in || new.person_region_id
  where id = new.seat_id and not asked_in @> array[new.person_region_id];
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.last_of_tenure(trekkerschap uuid)
 RETURNS SETOF trekkerschappen
 LANGUAGE sql
 STABLE ROWS 1
AS $function$
  select * from tenure_of($1) order by upper(period) desc, period desc limit 1
$function$;
grant execute on function last_of_tenure(trekkerschap uuid) to public;

CREATE OR REPLACE FUNCTION public.last_resort_of(region uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE
AS $function$
  with recursive up as (
    select parent_id, coordinating_organisation_id, 0 as steps from regions where id = $1
    union all
    select r.parent_id, r.coordinating_organisation_id, steps + 1 from regions r join up on up.parent_id = r.id
  )
  select coordinating_organisation_id from up where coordinating_organisation_id is not null order by steps limit 1
$function$;
grant execute on function last_resort_of(region uuid) to okn_national, okn_personal, okn_regional, okn_system;

CREATE OR REPLACE FUNCTION public.last_said(person uuid, about text)
 RETURNS SETOF consents
 LANGUAGE sql
 STABLE ROWS 1
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select c.* from consents c where c.person_id = $1 and c.purpose = $2 order by c.recorded_at desc, c.id desc limit 1
$function$;

CREATE OR REPLACE FUNCTION public.leave_merged(merged uuid, ended_role uuid, network uuid)
 RETURNS SETOF trekkerschappen
 LANGUAGE plpgsql
 SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  written jsonb;
begin
  delete from kept_rows k where k.cause_id = merged and k.kept_table = 'trekkerschappen' and k.row_id = ended_role
    returning k.was into strict written;
  update trekkerschappen t set end_reason = null, planned_end_on = null, planned_end_reason = null, version = t.version + 1
    where t.id = ended_role;
  perform searches_go_on(merged, ended_role, network);
  return query select * from jsonb_populate_record(null::trekkerschappen, written);
end $function$;
grant execute on function leave_merged(merged uuid, ended_role uuid, network uuid) to okn_system;

CREATE OR REPLACE FUNCTION public.left_alone_until(person uuid, on_day date)
 RETURNS date
 LANGUAGE sql
 STABLE
RETURN (SELECT (upper(contact_pauses.period) - 1) FROM contact_pauses WHERE ((contact_pauses.person_id = left_alone_until.person) AND (contact_pauses.period @> left_alone_until.on_day)));

CREATE OR REPLACE FUNCTION public.left_by_departures(one kept_rows)
 RETURNS SETOF kept_rows
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  leaving departures;
  days daterange;
  next_day date;
begin
  for leaving in select * from departures d where d.id = any (one.departures) and d.taken_back_at is null order by d.recorded_at, d.id
  loop
    days := (one.was ->> 'period')::daterange;
    next_day := leaving.last_day + 1;
    continue when not (upper_inf(days) or upper(days) > next_day);
    one.cause_id := leaving.id;
    one.became := null;
    if lower(days) <= leaving.last_day then
      one.became := one.was || jsonb_build_object('period', daterange(lower(days), next_day))
        || case when one.was ? 'end_reason' then jsonb_build_object('end_reason', case leaving.kind when 'DECEASED' then 'DECEASED' else 'PERSONAL' end) else '{}' end;
    end if;
    return next one;
    exit when one.became is null;
    one.was := one.became;
  end loop;
end $function$;

CREATE OR REPLACE FUNCTION public.left_by_stops(role jsonb, lasted daterange)
 RETURNS SETOF kept_rows
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select l.* from jsonb_populate_record(null::kept_rows, jsonb_build_object('was', $1, 'departures', array(
    select d.id from stops_since($1, $2) d left join oudernetwerken n on n.id = ($1 ->> 'oudernetwerk_id')::uuid
    where n.ended_on is null or d.last_day < n.ended_on))) one
  cross join left_by_departures(one) l
$function$;

CREATE OR REPLACE FUNCTION public.left_in_peace(person uuid, on_day date)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select (select viewer_uuid('app.account')) is not null and (exists (select from people p where p.id = $1 and (p.deceased_on is not null or p.erased_on is not null))
    or coalesce(rests_until(stopped_on($1)) >= $2, false)
    or exists (select from contact_pauses c where c.person_id = $1 and c.period @> $2))
$function$;
grant execute on function left_in_peace(person uuid, on_day date) to okn_national, okn_personal, okn_regional;

CREATE OR REPLACE FUNCTION public.left_while_closed(network uuid)
 RETURNS TABLE(what text, id uuid, oudernetwerk_id uuid, region_id uuid, period daterange, reason text, was jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select distinct on (k.row_id) case k.kept_table when 'memberships' then 'membership' else 'trekkerschap' end, k.row_id, n.id,
    n.region_id, (coalesce(l.became, l.was) ->> 'period')::daterange, coalesce(l.became, l.was) ->> 'end_reason',
    case when l.became is null then l.was end
  from oudernetwerken n join kept_rows k on k.cause_id = n.id cross join left_by_departures(k) with ordinality l
  where n.id = $1 and k.departures <> '{}' and n.region_id = any ((select viewer_uuids('app.regions'))::uuid[])
  order by k.row_id, l.ordinality desc
$function$;
grant execute on function left_while_closed(network uuid) to okn_national, okn_personal, okn_regional;

CREATE OR REPLACE FUNCTION public.letter_on_paper(mail uuid, person uuid, reminds boolean, on_day date)
 RETURNS TABLE(id uuid, region_id uuid)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  insert into person_tasks (id, person_id, region_id, kind, mail_id, made_on, due_on)
    select gen_random_uuid(), p.id, p.region_id, 'LETTER', $1, $4, $4 + 7
    from people p cross join lateral mail_recipient('PERSON', p.id) r where p.id = $2 and r.address is null
      and left_alone_until(p.id, $4) is null and (r.reminders or not $3)
    on conflict do nothing
    returning id, region_id
$function$;
grant execute on function letter_on_paper(mail uuid, person uuid, reminds boolean, on_day date) to okn_system;

CREATE OR REPLACE FUNCTION public.letters_become_notices(tasks uuid[], on_day date)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  update person_tasks set kind = 'NOTICE', due_on = $2 + 14, version = version + 1
  where id = any ($1) and kind = 'LETTER' and done_on is null
$function$;
grant execute on function letters_become_notices(tasks uuid[], on_day date) to okn_system;

CREATE OR REPLACE FUNCTION public.link_signature(what text)
 RETURNS text
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$;
grant execute on function link_signature(what text) to okn_system;

CREATE OR REPLACE FUNCTION public.lock_agreed_network(agreement uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select from oudernetwerken n where n.id = (
    select oudernetwerk_id from region_agreements where id = $1 and (home_region_id = any ((select viewer_uuids('app.regions'))::uuid[]) or region_id = any ((select viewer_uuids('app.regions'))::uuid[]))) for no key update
$function$;
grant execute on function lock_agreed_network(agreement uuid) to okn_national, okn_personal, okn_regional;

CREATE OR REPLACE FUNCTION public.lock_networks_of(people uuid[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with locked as (
    select id from oudernetwerken where id in (
      select goes_on_as(oudernetwerk_id) from trekkerschappen where person_id = any ($1)
      union select goes_on_as(oudernetwerk_id) from memberships where person_id = any ($1)
      union select oudernetwerk_id from successor_candidates where person_id = any ($1)
      union select oudernetwerk_id from handover_items where owner_person_id = any ($1)
      union select id from oudernetwerken where contact_person_id = any ($1)
      union select cause_id from kept_rows where was ->> 'person_id' = any ($1::text[])
      union select goes_on_as((was ->> 'oudernetwerk_id')::uuid) from kept_rows where was ->> 'person_id' = any ($1::text[]))
    order by id for no key update)
  update oudernetwerken n set version = n.version + 1 from locked where n.id = locked.id
$function$;
grant execute on function lock_networks_of(people uuid[]) to okn_system;

CREATE OR REPLACE FUNCTION public.mail_address(mail uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select case when not is_of_the_dead(found.address) then found.address end
  from mails m cross join lateral mail_recipient(m.recipient_type, m.recipient_id) r
  left join lateral (select old_address, new_address, outcome is null and expires_on >= (select nullif(current_setting('app.today', true), '')::date) as waits
    from mail_address_changes where id = m.address_change_id) c on true
  cross join lateral (select case when m.address_change_id is null then r.address
    when m.kind = 'ADDRESS_PROOF' then case when c.waits then c.new_address end
    when m.params ->> 'outcome' <> 'ASKED' or c.waits then c.old_address end) found (address)
  where m.id = mail and m.sent_at is null and age(m.xmin) > 0
$function$;
grant execute on function mail_address(mail uuid) to okn_system;

CREATE OR REPLACE FUNCTION public.mail_awaits_notice(mail uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select m.kind <> 'RECORDED' and awaits_notice(case m.recipient_type
    when 'PERSON' then m.recipient_id
    when 'ACCOUNT' then (select a.person_id from accounts a where a.id = m.recipient_id) end)
  from mails m where m.id = $1
$function$;
grant execute on function mail_awaits_notice(mail uuid) to okn_system;

CREATE OR REPLACE FUNCTION public.mail_concerns(mails)
 RETURNS TABLE(person_id uuid)
 LANGUAGE sql
 STABLE ROWS 3
AS $function$
  select about.person_id from mail_is_about($1) about
  union select $1.recipient_id where $1.recipient_type = 'PERSON'
  union select a.person_id from accounts a where $1.recipient_type = 'ACCOUNT' and a.id = $1.recipient_id
$function$;

CREATE OR REPLACE FUNCTION public.mail_fell_silent(mail uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (
    select from mails m cross join lateral mail_concerns(m) who join people p on p.id = who.person_id
    where m.id = $1 and p.deceased_on is not null)
$function$;
grant execute on function mail_fell_silent(mail uuid) to okn_system;

CREATE OR REPLACE FUNCTION public.mail_is_about(mails)
 RETURNS TABLE(person_id uuid)
 LANGUAGE sql
 STABLE ROWS 2
AS $function$
  select who from unnest(array[
    ($1.params ->> 'self')::uuid, ($1.params ->> 'without')::uuid,
    (select i.person_id from seat_invitations i where i.id = $1.invitation_id),
    (select e.person_id from ervaringsdeskundigen e where e.id = $1.ervaringsdeskundige_id),
    (select c.person_id from mail_address_changes c where c.id = $1.address_change_id)]) who
  where who is not null
$function$;

CREATE OR REPLACE FUNCTION public.mail_is_hushed(mail uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (
    select from mails m cross join lateral mail_is_about(m) about join people p on p.id = about.person_id
    where m.id = $1 and p.deceased_on is not null
      and (m.params ->> 'outcome' in ('CONSENT_WITHDRAWN', 'PERSON_DEPARTED')) is not true)
  or exists (
    select from mails m where m.id = $1 and m.kind = 'TIE_UNCONFIRMED'
      and not exists (select from school_ties s where s.id = (m.params ->> 'subjectId')::uuid))
$function$;
grant execute on function mail_is_hushed(mail uuid) to okn_system;

CREATE OR REPLACE FUNCTION public.mail_pause(mail uuid)
 RETURNS date
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select reader_left_alone_until(m.recipient_type, m.recipient_id, (select nullif(current_setting('app.today', true), '')::date)) from mails m where m.id = $1
$function$;
grant execute on function mail_pause(mail uuid) to okn_system;

CREATE OR REPLACE FUNCTION public.mail_reach(text, uuid)
 RETURNS TABLE(reachable boolean, locale text, reminders boolean, digest boolean, quiet_from integer, quiet_until integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select r.address is not null, r.locale, r.reminders and rest.until is null, r.digest and rest.until is null,
    r.quiet_from, r.quiet_until
  from mail_recipient($1, $2) r cross join lateral (select reader_left_alone_until($1, $2, (select nullif(current_setting('app.today', true), '')::date)) as until) rest
$function$;
grant execute on function mail_reach(text, uuid) to okn_system;

CREATE OR REPLACE FUNCTION public.mail_recipient(text, uuid)
 RETURNS TABLE(address text, locale text, reminders boolean, digest boolean, quiet_from integer, quiet_until integer)
 LANGUAGE sql
 STABLE ROWS 1
AS $function$
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
$function$;

CREATE OR REPLACE FUNCTION public.mail_wishes(mail_preferences)
 RETURNS TABLE(reminders boolean, digest boolean, quiet_from integer, quiet_until integer)
 LANGUAGE sql
 IMMUTABLE ROWS 1
AS $function$
  select coalesce($1.reminders, true), coalesce($1.digest, true), coalesce($1.quiet_from, 21), coalesce($1.quiet_until, 7)
$function$;
grant execute on function mail_wishes(mail_preferences) to public;

CREATE OR REPLACE FUNCTION public.mailbox_of(address text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN regexp_replace(lower(address), '^([^+@]+)\+[^@]*@'::text, '\1@'::text);
grant execute on function mailbox_of(address text) to public;

CREATE OR REPLACE FUNCTION public.mails_after_notice()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if mail_awaits_notice(new.id) then
    raise exception 'mail % is for somebody who was not told yet that they are on record', new.id
      using errcode = 'check_violation', constraint = 'mails_after_notice';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.mails_of_change(move uuid)
 RETURNS SETOF mails
 LANGUAGE sql
 STABLE
AS $function$
  select m.* from mails m where m.kind = 'PERSON_MOVE' and m.params ->> 'moveId' = move::text
    and m.params ->> 'outcome' = 'REORGANISED'
$function$;

CREATE OR REPLACE FUNCTION public.mails_speak_again(person uuid, at timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  update mails m set attempts = 0, due_at = $2, last_error = null
  where m.sent_at is null and m.last_error = 'DIED' and $1 in (select who.person_id from mail_concerns(m) who)
$function$;
grant execute on function mails_speak_again(person uuid, at timestamp with time zone) to okn_system;

CREATE OR REPLACE FUNCTION public.make_move_task(person uuid, region uuid, kind text, on_day date, due date)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
declare
  made uuid;
begin
  if not (kind in ('MOVED_AWAY', 'MOVED_HERE', 'MOVE_TAKEN_BACK', 'REGION_CHANGES', 'CHANGE_IS_OFF')) then
    raise exception 'no task about a move is %', kind;
  end if;
  perform done_with_move(person, on_day);
  insert into person_tasks (id, person_id, region_id, kind, made_on, due_on)
    values (gen_random_uuid(), person, region, make_move_task.kind, on_day, due) returning id into made;
  return made;
end $function$;
grant execute on function make_move_task(person uuid, region uuid, kind text, on_day date, due date) to okn_system;

CREATE OR REPLACE FUNCTION public.make_newcomer(network uuid, made uuid, given_name text, infix text, family_name text, perspectives text[], language text, email text, phone text, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  home uuid := (select n.region_id from oudernetwerken n
    where n.id = network and (n.region_id = any ((select viewer_uuids('app.regions'))::uuid[]) or n.id = any ((select viewer_uuids('app.supported'))::uuid[])));
begin
  if home is null then
    raise exception 'whoever works with a network adds people to it' using errcode = '42501';
  end if;
  insert into people (id, pseudonym, region_id, perspectives, language, created_at)
    values (made, 'Persoon ' || right(made::text, 6), home, $6, $7, at);
  insert into person_details (person_id, given_name, infix, family_name) values (made, $3, $4, $5);
  if coalesce($8, $9) is not null then
    insert into person_contacts (person_id, email, phone) values (made, $8, $9);
  end if;
end $function$;
grant execute on function make_newcomer(network uuid, made uuid, given_name text, infix text, family_name text, perspectives text[], language text, email text, phone text, at timestamp with time zone) to okn_national, okn_personal, okn_regional;

CREATE OR REPLACE FUNCTION public.make_person_tasks(departure uuid, kind text, on_day date)
 RETURNS TABLE(id uuid, region_id uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
declare of_departure departures;
begin
  select * into strict of_departure from departures d where d.id = departure and d.xact = pg_current_xact_id();
  update person_tasks t set done_on = on_day, lapsed = make_person_tasks.kind = 'DIED', version = t.version + 1
    where t.person_id = of_departure.person_id and t.done_on is null
      and case when make_person_tasks.kind = 'DIED' then t.kind not in ('MOVED_AWAY', 'MOVED_HERE', 'MOVE_TAKEN_BACK')
        else t.kind in ('DIED', 'STOPPED', 'DEATH_TAKEN_BACK', 'STOP_TAKEN_BACK') end;
  -- what lapsed for another reason meanwhile lapses again when its letter is judged
  update person_tasks t set done_on = null, lapsed = false, version = t.version + 1
    where make_person_tasks.kind = 'DEATH_TAKEN_BACK' and t.person_id = of_departure.person_id and t.lapsed
      and t.kind not in ('DIED', 'DEATH_TAKEN_BACK')
      and t.done_on >= (of_departure.recorded_at at time zone 'Europe/Amsterdam')::date;
  return query insert into person_tasks (id, person_id, region_id, kind, made_on, due_on)
    select gen_random_uuid(), of_departure.person_id, place.region_id, make_person_tasks.kind, on_day, on_day + 7 from (
      select p.region_id from people p where p.id = of_departure.person_id
      union
      select (e.was ->> 'region_id')::uuid from kept_rows e where e.cause_id = departure and e.was ? 'region_id') place
    returning id, region_id;
end $function$;
grant execute on function make_person_tasks(departure uuid, kind text, on_day date) to okn_system;

CREATE OR REPLACE FUNCTION public.mark_agreements_about_stale()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into stale_subjects (subject_type, subject_id)
    select 'RegionAgreement', a.id from region_agreements a where new.id in (a.body_id, a.oudernetwerk_id);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.mark_agreements_stale()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into stale_subjects (subject_type, subject_id)
    select 'RegionAgreement', a.id from region_agreements a
    where a.subject_id = new.subject_id and a.region_id = new.region_id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.mark_changes_stale()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  about jsonb := to_jsonb(case tg_op when 'DELETE' then old else new end);
  sides uuid[] := array[(about ->> tg_argv[0])::uuid, (about ->> tg_argv[1])::uuid];
begin
  insert into stale_subjects (subject_type, subject_id)
    select 'RegionChange', c.id from region_changes c
    where c.region_id = any (sides) or c.other_region_id = any (sides);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.mark_deliverable(address text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  delete from undeliverable_addresses where address_hash = sha256(convert_to(lower(address), 'UTF8'));
  return found;
end $function$;

CREATE OR REPLACE FUNCTION public.mark_members_stale(bodies uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform from advisory_bodies where id = any (bodies) order by id for no key update;
  insert into stale_subjects (subject_type, subject_id)
    select 'Ervaringsdeskundige', e.id from ervaringsdeskundigen e
    where e.person_id in (select a.person_id from seat_appointments a where a.body_id = any (bodies));
end $function$;

CREATE OR REPLACE FUNCTION public.mark_networks_stale(networks uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into stale_subjects (subject_type, subject_id)
    select 'Oudernetwerk', id from oudernetwerken where id = any (networks);
end $function$;

CREATE OR REPLACE FUNCTION public.mark_seats_of_absent_stale()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into stale_subjects (subject_type, subject_id)
    select distinct 'AdvisorySeat', s.seat_id from unnest(array[to_jsonb(old), to_jsonb(new)]) part
    join seat_appointments s on s.body_id = (part ->> 'body_id')::uuid and s.person_id = (part ->> 'person_id')::uuid
    where tg_table_name = 'absences' or exists (
      select from absences a where a.body_id = s.body_id and a.person_id = s.person_id);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.mark_seats_of_body_stale()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into stale_subjects (subject_type, subject_id)
    select 'AdvisorySeat', s.id from advisory_seats s where s.body_id = new.id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.mark_seats_of_paused_stale()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into stale_subjects (subject_type, subject_id)
    select distinct 'AdvisorySeat', s.seat_id from unnest(array[to_jsonb(old), to_jsonb(new)]) part
    join seat_appointments s on s.person_id = (part ->> 'person_id')::uuid;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.mark_stale()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  was jsonb := to_jsonb(old);
  is_now jsonb := to_jsonb(new);
  kind text;
  changed uuid[];
begin
  foreach kind in array tg_argv loop
    changed := array_remove(array[(was ->> kind)::uuid, (is_now ->> kind)::uuid], null);
    if kind in ('person_id', 'contact_person_id', 'owner_person_id') then
      perform from people where id = any (changed) order by id for no key update;
    end if;
    if kind = 'person_id' then
      perform mark_networks_stale(array(select networks_of_person(id) from unnest(changed) id));
    elsif kind = 'region_id' then
      perform mark_networks_stale(array(
        select id from oudernetwerken where region_id in (select regions_below(id) from unnest(changed) id)));
    elsif kind not in ('contact_person_id', 'owner_person_id') then
      perform mark_networks_stale(changed);
    end if;
  end loop;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.mark_subject_stale()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  -- of one that goes to another, both
  insert into stale_subjects (subject_type, subject_id)
    select distinct tg_argv[0], (part ->> tg_argv[1])::uuid from unnest(array[to_jsonb(old), to_jsonb(new)]) part
    where part is not null;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.mark_tasks_of_paused_stale()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into stale_subjects (subject_type, subject_id)
    select distinct 'PersonTask', t.id from unnest(array[to_jsonb(old), to_jsonb(new)]) part
    join person_tasks t on t.person_id = (part ->> 'person_id')::uuid and t.done_on is null;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.mark_undeliverable(address text, code text, refused_at timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  delete from undeliverable_addresses where not ((refused_at at time zone 'Europe/Amsterdam')::date > (select nullif(current_setting('app.today', true), '')::date) - 90);
  insert into undeliverable_addresses values (sha256(convert_to(lower($1), 'UTF8')), $2, $3)
    on conflict (address_hash) do update set code = excluded.code, refused_at = excluded.refused_at
$function$;
grant execute on function mark_undeliverable(address text, code text, refused_at timestamp with time zone) to okn_system;

CREATE OR REPLACE FUNCTION public.may_be_appointed(person uuid, body uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (select from people p where p.id = $1 and p.region_ids && (select viewer_uuids('app.regions'))::uuid[])
    or (exists (select from seat_appointments a
    where a.person_id = $1 and a.body_id = any (array[$2]) and known_by_seat(a.period, a.invitation_id, (select nullif(current_setting('app.today', true), '')::date)))
  or exists (select from seat_alternates s
    where s.person_id = $1 and s.body_id = any (array[$2]) and alternates_still(s.absence_id, (select nullif(current_setting('app.today', true), '')::date)))
  or exists (select from seat_invitations i
    where i.person_id = $1 and i.body_id = any (array[$2]) and i.status = 'ACCEPTED'))
$function$;
grant execute on function may_be_appointed(person uuid, body uuid) to public;

CREATE OR REPLACE FUNCTION public.may_count(own daterange, others daterange)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN array_remove(ARRAY[CASE WHEN ((SELECT count(*) AS count FROM days_without(may_count.others, may_count.own) days_without(days_without)) < 2) THEN 'SURVIVOR'::text ELSE NULL::text END, CASE WHEN ((SELECT count(*) AS count FROM days_without(may_count.own, may_count.others) days_without(days_without)) < 2) THEN 'OTHER'::text ELSE NULL::text END], NULL::text);
grant execute on function may_count(own daterange, others daterange) to public;

CREATE OR REPLACE FUNCTION public.members_follow_links()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform mark_members_stale(array(select distinct body_id from changed));
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.members_follow_places()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into stale_subjects (subject_type, subject_id)
    select distinct 'Ervaringsdeskundige', tie.ervaringsdeskundige_id from incompatibilities tie
    where tie.municipality_id = new.id or tg_table_name = 'regions';
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.members_follow_rules()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform mark_members_stale(array[(to_jsonb(new) ->> tg_argv[0])::uuid]);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.members_follow_seat()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare seat seat_appointments := coalesce(new, old);
begin
  perform from advisory_bodies where id = seat.body_id for share;
  insert into stale_subjects (subject_type, subject_id)
    select 'Ervaringsdeskundige', e.id from ervaringsdeskundigen e where e.person_id = seat.person_id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.members_to_ask(network uuid, on_day date, since date)
 RETURNS TABLE(person_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select distinct m.person_id from memberships m join people p on p.id = m.person_id and p.deceased_on is null
  where m.oudernetwerk_id = $1 and m.period @> $2
    and not exists (select from trekkerschappen t
      where t.oudernetwerk_id = $1 and t.person_id = m.person_id and t.period @> $2)
    and not exists (select from said_of(m.person_id, 'CONTACT_BY_NETWORK'))
    and not exists (select from mails s where s.recipient_id = m.person_id and s.kind = 'NETWORK_CONTACT'
      and s.params ->> 'outcome' = 'ASKED' and s.made_at >= $3 and s.last_error is distinct from 'UNWANTED')
    and (select r.reachable from mail_reach('PERSON', m.person_id) r)
$function$;
grant execute on function members_to_ask(network uuid, on_day date, since date) to okn_system;

CREATE OR REPLACE FUNCTION public.mentioned_in(person uuid)
 RETURNS TABLE(type text, id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 5
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select m.type, m.id from jsonb_to_recordset(coalesce(
      (select e.mentions from erasures e where e.person_id = $1), mentions_of($1)))
    m (type text, id uuid, "regionId" uuid)
  where keeps_record_of($1) and m."regionId" = any ((select viewer_uuids('app.regions'))::uuid[])
$function$;
grant execute on function mentioned_in(person uuid) to okn_national, okn_personal, okn_regional;

CREATE OR REPLACE FUNCTION public.mentions_of(person uuid)
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with named as (
    select fold(d.given_name) as given_name, fold(d.family_name) as family_name, d.search_name from person_details d
    where d.person_id = $1
  ), said as (
    select 'Person' as type, person_id as id, region_id, note as text from person_notes where person_id <> $1
    union all select 'Person', person_id, region_id, note from departures where person_id <> $1
    union all select 'Oudernetwerk', id, region_id, concat_ws(' ', name, purpose) from oudernetwerken
    union all select 'Activity', id, region_id, concat_ws(' ', title, place) from activities
    union all select 'Activity', activity_id, region_id, concat_ws(' ', subject, text) from network_messages
      where activity_id is not null
    union all select 'AdvisoryBody', id, region_id, concat_ws(' ', name, purpose) from advisory_bodies
    union all select 'SuccessorCandidate', id, region_id, concat_ws(' ', decline_reason, motivation) from successor_candidates
      where person_id <> $1
    union all select 'SuccessionPlan', id, region_id, concat_ws(' ', motivation, stop_reason) from succession_plans
    union all select 'SeatInvitation', id, region_id, concat_ws(' ', message, motivation, decline_reason) from seat_invitations
      where person_id is distinct from $1
    union all select 'RegionAgreement', id, home_region_id, concat_ws(' ', motivation, answer_reason, end_reason, responsibilities)
      from region_agreements
    union all select 'ThemeProposal', id, region_id, concat_ws(' ', motivation, answer_reason) from theme_proposals
    union all select subject_type, subject_id, region_id, reason from work_item_snoozes
  )
  select coalesce(jsonb_agg(distinct jsonb_build_object('type', s.type, 'id', s.id, 'regionId', s.region_id)), '[]')
  from said s, named n
  where strpos(fold(s.text), n.search_name) > 0
    or strpos(fold(s.text), n.given_name) > 0 and strpos(fold(s.text), n.family_name) > 0
$function$;

CREATE OR REPLACE FUNCTION public.merge_at_work(merge uuid, undoing boolean)
 RETURNS person_merges
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare one person_merges;
begin
  select * into strict one from person_merges m
    where m.id = merge and m.xact = pg_current_xact_id() and (m.undone_at is not null) = undoing;
  return one;
end $function$;

CREATE OR REPLACE FUNCTION public.merge_begins(merge uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  one person_merges := merge_at_work(merge, false);
  unlinked uuid[];
begin
  perform merge_details(one);
  perform merge_traces(one, one.other_id, one.survivor_id);
  perform merge_overlaps(one);
  perform merge_profiles(one);
  unlinked := array(select a.id from accounts a where one.choices ? md5('ACCOUNT')
    and a.person_id = case one.choices ->> md5('ACCOUNT') when 'OTHER' then one.survivor_id else one.other_id end);
  perform keep_rows(merge, 'accounts', unlinked);
  update accounts a set person_id = null, version = a.version + 1 where a.id = any (unlinked);
end $function$;
grant execute on function merge_begins(merge uuid) to okn_system;

CREATE OR REPLACE FUNCTION public.merge_clashes(survivor uuid, other uuid)
 RETURNS TABLE(key text, kind text, choices text[], type text, one_id uuid, two_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 5
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with found (kind, choices, type, one_id, two_id) as (
    select 'TREKKERSCHAP', may_count(s.period, o.period), 'Trekkerschap', s.id, o.id
      from trekkerschappen s join trekkerschappen o using (oudernetwerk_id)
      where s.person_id = $1 and o.person_id = $2 and s.period && o.period
    union all
    select 'MEMBERSHIP', may_count(s.period, o.period), 'Membership', s.id, o.id
      from memberships s join memberships o using (oudernetwerk_id)
      where s.person_id = $1 and o.person_id = $2 and s.period && o.period
    union all
    select 'CANDIDATE', '{SURVIVOR,OTHER}', 'SuccessorCandidate', s.id, o.id
      from successor_candidates s join successor_candidates o using (plan_id)
      where s.person_id = $1 and o.person_id = $2 and s.ended_on is null and o.ended_on is null
    union all
    select 'PLAN', '{}', 'SuccessionPlan', p.id, q.id
      from trekkerschappen s join trekkerschappen o using (oudernetwerk_id)
      join succession_plans p on p.trekkerschap_id = s.id and p.closed_on is null
      join succession_plans q on q.trekkerschap_id = o.id and q.closed_on is null
      where s.person_id = $1 and o.person_id = $2 and s.period && o.period
    union all
    select 'SEAT', '{}', 'SeatAppointment', s.id, o.id
      from seat_appointments s join seat_appointments o using (body_id)
      where s.person_id = $1 and o.person_id = $2 and s.period && o.period
    union all
    select 'INVITATION', '{}', 'SeatInvitation', s.id, o.id
      from seat_invitations s join seat_invitations o using (seat_id)
      where s.person_id = $1 and o.person_id = $2 and s.status in ('ASKED', 'ACCEPTED') and o.status in ('ASKED', 'ACCEPTED')
    union all
    select 'ABSENCE', '{}', 'Absence', s.id, o.id
      from absences s join absences o on coalesce(o.oudernetwerk_id, o.body_id) = coalesce(s.oudernetwerk_id, s.body_id)
      where s.person_id = $1 and o.person_id = $2 and s.period && o.period
    union all
    select 'MOVE', '{}', 'PersonMove', s.id, o.id from person_moves s join person_moves o
      on o.person_id = $2 and o.crossed_at is null and o.closed_on is null
      where s.person_id = $1 and s.crossed_at is null and s.closed_on is null
    union all
    select 'PROFILE', '{SURVIVOR}', 'Ervaringsdeskundige', s.id, o.id
      from ervaringsdeskundigen s join ervaringsdeskundigen o on o.person_id = $2 where s.person_id = $1
    union all
    select 'ACCOUNT', '{SURVIVOR,OTHER}', null, null, null
      where exists (select from accounts where person_id = $1) and exists (select from accounts where person_id = $2)
    union all
    select what, '{SURVIVOR,OTHER}', null, null, null
      from person_contacts s join person_contacts o on o.person_id = $2
      cross join lateral (values ('EMAIL', s.email_norm, o.email_norm), ('PHONE', s.phone, o.phone)) each (what, ours, theirs)
      where s.person_id = $1 and ours <> theirs)
  select md5(concat_ws(' ', found.kind, found.one_id, found.two_id)), found.*
  from found
  where (select count(*) from people p where p.id in ($1, $2) and p.region_id = any ((select viewer_uuids('app.regions'))::uuid[]) and p.merged_into is null) = 2
$function$;
grant execute on function merge_clashes(survivor uuid, other uuid) to okn_national, okn_personal, okn_regional;

CREATE OR REPLACE FUNCTION public.merge_consents(one person_merges)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  about text;
  ours consents;
  theirs consents;
  places text[] := array['REGION', 'REGION_AND_AGREEMENTS', 'COUNTRY'];
  made consents;
begin
  for about in select distinct purpose from consents where person_id in (one.survivor_id, one.other_id) order by 1 loop
    select * into ours from last_said(one.survivor_id, about);
    select * into theirs from last_said(one.other_id, about);
    continue when theirs.id is null;
    continue when ours.id is null and theirs.given and case about
      when 'CONTACT_BY_NETWORK' then exists (select from memberships where person_id = one.survivor_id)
        or exists (select from trekkerschappen where person_id = one.survivor_id)
      else about = 'CONTACT_BY_APP' end;
    made := theirs;
    if ours.id is not null then
      continue when not ours.given;
      if theirs.given then
        made := ours;
        made.until := least(ours.until, theirs.until);
        made.scopes := array(select s from unnest(ours.scopes) s where s <> all (places) and s = any (theirs.scopes))
          || coalesce(array[places[least((select max(array_position(places, s)) from unnest(ours.scopes) s),
            (select max(array_position(places, s)) from unnest(theirs.scopes) s))]], '{}');
        if about <> 'FINDABLE' then made.scopes := '{}'; end if;
      end if;
    end if;
    made.id := gen_random_uuid();
    made.person_id := one.survivor_id;
    made.account_id := one.account_id;
    made.recorded_at := greatest(one.recorded_at, (select max(recorded_at) + interval '1 microsecond' from consents where person_id = one.survivor_id));
    insert into consents select made.*;
    update person_merges m set was = m.was || jsonb_build_object('said ' || about, ours.id), became = m.became || jsonb_build_object('said ' || about, made.id)
      where m.id = one.id;
  end loop;
end $function$;

CREATE OR REPLACE FUNCTION public.merge_details(one person_merges)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  ours people;
  theirs people;
  phone_of_other boolean := coalesce(one.choices ->> md5('PHONE') = 'OTHER', false);
begin
  select * into strict ours from people where id = one.survivor_id;
  select * into strict theirs from people where id = one.other_id;
  one.was := kept_once(ours.id) || jsonb_build_object(
    'notice', (select to_jsonb(n) from recorded_notices n where n.person_id = theirs.id and n.told_on is null));
  delete from recorded_notices n where n.person_id = theirs.id and n.told_on is null;
  update people set perspectives = ours.perspectives || array(select v from unnest(theirs.perspectives) v where v <> all (ours.perspectives))
    where id = ours.id and not theirs.perspectives <@ ours.perspectives;
  -- a first address counts as when it is written by hand
  insert into person_contacts as c (person_id, email, phone) select ours.id, o.email, o.phone from person_contacts o
    where o.person_id = theirs.id
    on conflict (person_id) do update set email = coalesce(c.email, excluded.email),
      phone = case when c.phone is null or phone_of_other and excluded.phone is not null then excluded.phone else c.phone end;
  insert into person_notes as n (person_id, region_id, note) select ours.id, o.region_id, o.note from person_notes o where o.person_id = theirs.id
    on conflict (person_id, region_id) do update set note = n.note || E'\n\n' || excluded.note where n.note <> excluded.note;
  insert into contact_pauses as p (person_id, period, account_id, recorded_at)
    select ours.id, o.period, o.account_id, o.recorded_at from contact_pauses o where o.person_id = theirs.id
    on conflict (person_id) do update set period = range_merge(p.period, excluded.period);
  insert into mail_preferences as m (id, person_id, reminders, digest, quiet_from, quiet_until)
    select gen_random_uuid(), ours.id, o.reminders, o.digest, o.quiet_from, o.quiet_until from mail_preferences o where o.person_id = theirs.id
    on conflict (person_id) do update set reminders = m.reminders and excluded.reminders, digest = m.digest and excluded.digest;
  update person_merges m set was = one.was, became = m.became || kept_once(ours.id) where m.id = one.id;
end $function$;

CREATE OR REPLACE FUNCTION public.merge_details_back(one person_merges)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  about text;
  said consents;
begin
  update people p set perspectives = array(select jsonb_array_elements_text(one.was -> 'perspectives'))
    where p.id = one.survivor_id and to_jsonb(p.perspectives) = one.became -> 'perspectives' and one.was -> 'perspectives' <> one.became -> 'perspectives';
  update person_contacts c set phone = one.was ->> 'phone' where c.person_id = one.survivor_id
    and c.phone is not distinct from one.became ->> 'phone' and c.phone is distinct from one.was ->> 'phone';
  update person_contacts c set email = one.was ->> 'email' where c.person_id = one.survivor_id
    and c.email is not distinct from one.became ->> 'email' and c.email is distinct from one.was ->> 'email';
  delete from person_contacts c where c.person_id = one.survivor_id and c.email is null and c.phone is null;
  update person_notes n set note = one.was -> 'notes' ->> n.region_id::text where n.person_id = one.survivor_id
    and one.was -> 'notes' ? n.region_id::text and n.note = one.became -> 'notes' ->> n.region_id::text
    and n.note <> one.was -> 'notes' ->> n.region_id::text;
  delete from person_notes n where n.person_id = one.survivor_id and n.note = one.became -> 'notes' ->> n.region_id::text
    and not coalesce(one.was -> 'notes' ? n.region_id::text, false);
  if one.was -> 'pause' <> one.became -> 'pause' then
    delete from contact_pauses c where c.person_id = one.survivor_id and to_jsonb(c) = one.became -> 'pause';
    if found and one.was -> 'pause' <> 'null' then
      insert into contact_pauses select * from jsonb_populate_record(null::contact_pauses, one.was -> 'pause');
    end if;
  end if;
  if one.was -> 'preferences' <> one.became -> 'preferences' then
    delete from mail_preferences m where m.person_id = one.survivor_id and to_jsonb(m) = one.became -> 'preferences';
    if found and one.was -> 'preferences' <> 'null' then
      insert into mail_preferences select * from jsonb_populate_record(null::mail_preferences, one.was -> 'preferences');
    end if;
  end if;
  insert into recorded_notices select * from jsonb_populate_record(null::recorded_notices, one.was -> 'notice')
    where one.was -> 'notice' <> 'null';
  delete from ervaringsdeskundige_themes t using ervaringsdeskundigen e where e.id = t.ervaringsdeskundige_id
    and e.person_id = one.survivor_id and one.became -> 'themes' ? t.theme_id::text;
  for about in select substr(key, 6) from jsonb_object_keys(one.became) key where key like 'said %' order by 1 loop
    select * into said from last_said(one.survivor_id, about);
    continue when said.id::text <> one.became ->> ('said ' || about);
    if one.was ->> ('said ' || about) is not null then
      select * into strict said from consents where id = (one.was ->> ('said ' || about))::uuid;
    else
      said.given := false;
      said.scopes := '{}';
      said.until := null;
    end if;
    said.id := gen_random_uuid();
    said.account_id := one.account_id;
    said.recorded_at := greatest(one.undone_at, (select max(recorded_at) + interval '1 microsecond' from consents where person_id = one.survivor_id));
    insert into consents select said.*;
  end loop;
end $function$;

CREATE OR REPLACE FUNCTION public.merge_ends(merge uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare one person_merges := merge_at_work(merge, false);
begin
  -- nobody follows themselves
  perform keep_rows(merge, 'trekkerschappen', array(select t.id from trekkerschappen t join trekkerschappen p on p.id = t.predecessor_id
    where t.person_id = one.survivor_id and p.person_id = one.survivor_id));
  update trekkerschappen t set predecessor_id = null from trekkerschappen p
    where p.id = t.predecessor_id and t.person_id = one.survivor_id and p.person_id = one.survivor_id;
  perform merge_consents(one);
  perform forget_expected_of(one);
  update people set merged_into = one.survivor_id, version = version + 1 where id = one.other_id;
  perform known_anew(one.other_id);
  perform renew_findable(one.other_id);
  perform renew_findable(one.survivor_id);
  perform note_kept_rows(merge);
end $function$;
grant execute on function merge_ends(merge uuid) to okn_system;

CREATE OR REPLACE FUNCTION public.merge_gives_back(merge uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  one person_merges := merge_at_work(merge, true);
  row_kept kept_rows;
  is_back boolean;
begin
  update person_merges m set new_since = merge_new_since(one) where m.id = merge;
  update people set merged_into = null, version = version + 1 where id = one.other_id;
  perform set_config('app.taken_back', one.survivor_id::text, true);
  -- what one of them needs to come back may be another one
  for pass in 1..2 loop
    for row_kept in select * from kept_rows k where k.cause_id = merge and k.restored is not true
      order by k.kept_table <> 'ervaringsdeskundigen', k.kept_table <> 'trekkerschappen',
        k.was ->> 'person_id' is distinct from one.other_id::text, k.became is null, k.place
    loop
      is_back := merge_row_back(row_kept);
      update kept_rows k set restored = is_back
        where k.cause_id = merge and k.kept_table = row_kept.kept_table and k.row_id = row_kept.row_id;
    end loop;
  end loop;
  perform set_config('app.taken_back', '', true);
  perform merge_details_back(one);
  perform forget_expected_of(one);
  perform merge_traces(one, one.survivor_id, one.other_id);
  perform known_anew(one.other_id);
  perform known_anew(one.survivor_id);
  perform renew_findable(one.other_id);
  perform renew_findable(one.survivor_id);
  update person_merges m set not_restored = coalesce((
      select jsonb_agg(jsonb_build_object('type', node_type_of(k.kept_table), 'id', k.row_id) order by k.place) from kept_rows k
      where k.cause_id = merge and not k.restored and node_type_of(k.kept_table) is not null), '[]')
    where m.id = merge;
end $function$;
grant execute on function merge_gives_back(merge uuid) to okn_system;

CREATE OR REPLACE FUNCTION public.merge_joins(merge uuid, kept text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  one person_merges := merge_at_work(merge, false);
  name text;
  ids uuid[];
  held uuid[];
  counted text := case when exists (select from pg_attribute where attrelid = kept::regclass and attname = 'version')
    then ', version = version + 1' else '' end;
begin
  if not exists (select from pg_attribute where attrelid = kept::regclass and attname = 'id') then return; end if;
  for name in select a.attname from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.conrelid = kept::regclass and c.contype = 'f' and c.confrelid = 'people'::regclass and cardinality(c.conkey) = 1
      and a.attname <> 'merged_into' order by a.attnum
  loop
    execute format('select array(select id from %1$I where %2$I = $1 order by id), array(select id from %1$I where %2$I = $2 order by id)',
      kept, name) into ids, held using one.other_id, one.survivor_id;
    if kept = 'school_ties' then
      ids := array(select t.id from school_ties t where t.id = any (ids) and not exists (select from school_ties s
        where s.person_id = one.survivor_id and (s.stage, s.school_year_start) = (t.stage, t.school_year_start)
          and (s.year_level, s.school_id) is not distinct from (t.year_level, t.school_id)));
    elsif kept = 'person_tasks' then
      ids := array(select t.id from person_tasks t where t.id = any (ids) and not exists (select from person_tasks s
        where s.person_id = one.survivor_id and (s.region_id, s.kind) = (t.region_id, t.kind)
          and s.done_on is null and t.done_on is null and s.mail_id is null and t.mail_id is null));
    elsif kept = 'person_access_log' then
      perform set_config('app.taken_back', one.other_id::text, true);
      ids := array(select l.id from person_access_log l where l.id = any (ids) and not exists (select from person_access_log s
        where s.person_id = one.survivor_id and s.account_id = l.account_id and s.why = 'LOOKED_UP' and l.why = 'LOOKED_UP'
          and (s.happened_at at time zone 'Europe/Amsterdam')::date = (l.happened_at at time zone 'Europe/Amsterdam')::date));
    end if;
    update person_merges m set own = m.own || jsonb_build_object(kept || '.' || name, to_jsonb(held)) where m.id = merge;
    perform keep_rows(merge, kept, ids);
    execute format('update %1$I set %2$I = $1 %3$s where id = any ($2)', kept, name, counted) using one.survivor_id, ids;
  end loop;
  if kept = 'mails' then
    ids := array(select id from mails m where m.recipient_type = 'PERSON' and m.recipient_id = one.other_id
      -- the survivor is told what is kept of them
      and (m.kind <> 'RECORDED' or m.sent_at is not null)
      and not exists (select from mails s where s.recipient_id = one.survivor_id and (s.week = m.week or s.retracts = m.retracts)));
    perform keep_rows(merge, kept, ids);
    update mails set recipient_id = one.survivor_id where id = any (ids);
  elsif kept = 'person_access_log' then
    perform set_config('app.taken_back', '', true);
  end if;
end $function$;
grant execute on function merge_joins(merge uuid, kept text) to okn_system;

CREATE OR REPLACE FUNCTION public.merge_networks(merge uuid)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select distinct (k.was ->> 'oudernetwerk_id')::uuid from kept_rows k
  where k.cause_id = $1 and k.kept_table in ('trekkerschappen', 'absences') and k.was ->> 'oudernetwerk_id' is not null
  union
  select oudernetwerk_id from absences where person_id in (select survivor_id from person_merges where id = $1) and oudernetwerk_id is not null
  order by 1
$function$;
grant execute on function merge_networks(merge uuid) to okn_system;

CREATE OR REPLACE FUNCTION public.merge_new_since(one person_merges)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  place record;
  ids uuid[];
  found jsonb := '[]';
begin
  for place in select split_part(key, '.', 1) as kept, split_part(key, '.', 2) as name,
      array(select jsonb_array_elements_text(value)::uuid) as own
    from jsonb_each(one.own) where node_type_of(split_part(key, '.', 1)) is not null order by key
  loop
    execute format('select array(select id from %I where %I = $1 and id <> all ($2) and id not in (
      select row_id from kept_rows where cause_id = $3) order by id)', place.kept, place.name)
      into ids using one.survivor_id, place.own, one.id;
    found := found || coalesce((select jsonb_agg(jsonb_build_object('type', node_type_of(place.kept), 'id', id)) from unnest(ids) id), '[]');
  end loop;
  return found;
end $function$;

CREATE OR REPLACE FUNCTION public.merge_overlaps(one person_merges)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  clash record;
  winner uuid;
  loser uuid;
  kept text;
  left_over daterange;
  goes_on boolean;
begin
  for clash in select c.*, one.choices ->> c.key as choice from merge_clashes(one.survivor_id, one.other_id) c
    where c.kind in ('TREKKERSCHAP', 'MEMBERSHIP', 'CANDIDATE')
  loop
    winner := case clash.choice when 'SURVIVOR' then clash.one_id else clash.two_id end;
    loser := case clash.choice when 'SURVIVOR' then clash.two_id else clash.one_id end;
    if clash.kind = 'CANDIDATE' then
      perform keep_rows(one.id, 'successor_candidates', array[loser]);
      delete from successor_candidates c where c.id = loser;
      continue;
    end if;
    kept := case clash.kind when 'TREKKERSCHAP' then 'trekkerschappen' else 'memberships' end;
    perform keep_rows(one.id, kept, array[loser]);
    execute format('select d, upper(d) = lower(w.period) from %1$I l join %1$I w on w.id = $1
      left join lateral days_without(l.period, w.period) d on true where l.id = $2', kept) into left_over, goes_on using winner, loser;
    if kept = 'memberships' then
      update memberships m set period = left_over where m.id = loser and left_over is not null;
    elsif left_over is not null then
      update trekkerschappen t set period = left_over, version = t.version + 1,
          end_reason = case when goes_on then null else t.end_reason end,
          planned_end_on = case when t.planned_end_on >= lower(left_over) and not goes_on then t.planned_end_on end,
          planned_end_reason = case when t.planned_end_on >= lower(left_over) and not goes_on then t.planned_end_reason end
        where t.id = loser;
    end if;
    if kept = 'trekkerschappen' and (left_over is null or goes_on) then
      perform keep_rows(one.id, 'succession_plans', array(select p.id from succession_plans p
        where p.trekkerschap_id = loser and p.closed_on is null or left_over is null and loser in (p.trekkerschap_id, p.successor_id)));
      update succession_plans p set trekkerschap_id = winner, version = p.version + 1
        where p.trekkerschap_id = loser and (p.closed_on is null or left_over is null);
      update succession_plans p set successor_id = winner where p.successor_id = loser and left_over is null;
      perform keep_rows(one.id, 'trekkerschappen', array(select t.id from trekkerschappen t where t.predecessor_id = loser));
      update trekkerschappen t set predecessor_id = case
          when not exists (select from trekkerschappen s where s.predecessor_id = winner) then winner end, version = t.version + 1
        where t.predecessor_id = loser;
    end if;
    if left_over is null then
      if kept = 'trekkerschappen' then
        perform keep_rows(one.id, 'absences', array(select a.id from absences a where a.substitute_id = loser));
        update absences a set substitute_id = winner where a.substitute_id = loser;
      end if;
      execute format('delete from %I where id = $1', kept) using loser;
    end if;
  end loop;
end $function$;

CREATE OR REPLACE FUNCTION public.merge_parts(survivor uuid, other uuid)
 RETURNS TABLE(type text, id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 20
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select each.* from (
    select 'Trekkerschap', id from trekkerschappen where person_id = $2
    union all select 'Membership', id from memberships where person_id = $2
    union all select 'SuccessorCandidate', id from successor_candidates where person_id = $2
    union all select 'HandoverItem', id from handover_items where owner_person_id = $2
    union all select 'Oudernetwerk', id from oudernetwerken where contact_person_id = $2
    union all select 'SeatAppointment', id from seat_appointments where person_id = $2
    union all select 'SeatInvitation', id from seat_invitations where person_id = $2
    union all select 'Ervaringsdeskundige', id from ervaringsdeskundigen where person_id = $2
    union all select 'SchoolTie', id from school_ties where person_id = $2) each (type, id)
  where (select count(*) from people p where p.id in ($1, $2) and p.region_id = any ((select viewer_uuids('app.regions'))::uuid[]) and p.merged_into is null) = 2
  order by 1, 2
$function$;
grant execute on function merge_parts(survivor uuid, other uuid) to okn_national, okn_personal, okn_regional;

CREATE OR REPLACE FUNCTION public.merge_profiles(one person_merges)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  ours uuid := (select id from ervaringsdeskundigen where person_id = one.survivor_id);
  theirs uuid := (select id from ervaringsdeskundigen where person_id = one.other_id);
begin
  if theirs is null then return; end if;
  if ours is null then
    perform keep_rows(one.id, 'ervaringsdeskundigen', array[theirs]);
    perform keep_rows(one.id, 'seat_invitations', array(select id from seat_invitations where person_id = one.other_id));
    perform keep_rows(one.id, 'seat_appointments', array(select id from seat_appointments where person_id = one.other_id));
    update ervaringsdeskundigen set person_id = one.survivor_id, version = version + 1 where id = theirs;
    return;
  end if;
  perform keep_rows(one.id, 'seat_invitations', array(select id from seat_invitations where ervaringsdeskundige_id = theirs));
  update seat_invitations set ervaringsdeskundige_id = ours, person_id = one.survivor_id, version = version + 1
    where ervaringsdeskundige_id = theirs;
  perform keep_rows(one.id, 'seat_appointments', array(select id from seat_appointments where known_as = theirs));
  update seat_appointments set known_as = ours, person_id = one.survivor_id, version = version + 1 where known_as = theirs;
  perform keep_rows(one.id, 'trainings', array(select id from trainings where ervaringsdeskundige_id = theirs));
  update trainings set ervaringsdeskundige_id = ours, version = version + 1 where ervaringsdeskundige_id = theirs;
  perform keep_rows(one.id, 'incompatibilities', array(select id from incompatibilities where ervaringsdeskundige_id = theirs));
  update incompatibilities set ervaringsdeskundige_id = ours where ervaringsdeskundige_id = theirs;
  with joined as (
    insert into ervaringsdeskundige_themes (ervaringsdeskundige_id, theme_id)
      select ours, t.theme_id from ervaringsdeskundige_themes t where t.ervaringsdeskundige_id = theirs
      on conflict do nothing returning theme_id)
  update person_merges m set became = m.became || jsonb_build_object('themes', (select jsonb_agg(theme_id) from joined))
    where m.id = one.id;
end $function$;

CREATE OR REPLACE FUNCTION public.merge_row_back(one kept_rows)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  now_there jsonb;
begin
  execute format('select to_jsonb(t) from %I t where t.id = $1', one.kept_table) into now_there using one.row_id;
  if one.became is not null and now_there is not null and not exists (select from jsonb_each(one.was)
      where value is distinct from one.became -> key and key <> 'version' and value is distinct from now_there -> key) then
    return true;
  end if;
  return restore_row(one);
end $function$;

CREATE OR REPLACE FUNCTION public.merge_traces(one person_merges, from_id uuid, to_id uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare moved jsonb;
begin
  with kept as (
    update kept_rows k set was = k.was || jsonb_build_object('person_id', to_id),
      became = case when k.became is not null then k.became || jsonb_build_object('person_id', to_id) end
    where k.cause_id <> one.id and k.was ->> 'person_id' = from_id::text
      and (one.undone_at is null or one.became -> 'kept' ? concat_ws(' ', k.cause_id, k.kept_table, k.row_id))
    returning concat_ws(' ', k.cause_id, k.kept_table, k.row_id) as key)
  select jsonb_build_object('kept', coalesce(jsonb_agg(key), '[]')) into moved from kept;
  perform set_config('app.merged', from_id::text, true);
  with valued as (
    update audit_values v set person_id = to_id
    where v.person_id = from_id and (one.undone_at is null or one.became -> 'valued' ? concat_ws(' ', v.audit_id, v.row_id, v.place))
    returning concat_ws(' ', v.audit_id, v.row_id, v.place) as key)
  select moved || jsonb_build_object('valued', coalesce(jsonb_agg(key), '[]')) into moved from valued;
  perform set_config('app.merged', '', true);
  with copied as (
    update calendar_copies c set recipient_id = to_id
    where c.recipient_type = 'PERSON' and c.recipient_id = from_id
      and (one.undone_at is null or one.became -> 'copied' ? concat_ws(' ', c.what, c.subject_id))
      and not exists (select from calendar_copies s where s.recipient_id = to_id and s.what = c.what and s.subject_id = c.subject_id)
    returning concat_ws(' ', c.what, c.subject_id) as key)
  select moved || jsonb_build_object('copied', coalesce(jsonb_agg(key), '[]')) into moved from copied;
  update person_merges m set became = m.became || moved where m.id = one.id and one.undone_at is null;
end $function$;

CREATE OR REPLACE FUNCTION public.merged_into(uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with recursive later as (
    select merged_into as id, 1 as step from people where id = $1 and merged_into is not null
    union all
    select p.merged_into, step + 1 from people p join later l on p.id = l.id where p.merged_into is not null
  )
  select id from later order by step desc limit 1
$function$;
grant execute on function merged_into(uuid) to okn_national, okn_personal, okn_regional, okn_system;

CREATE OR REPLACE FUNCTION public.messages_bounce()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update network_messages set bounced = bounced + 1 where id = (new.params ->> 'messageId')::uuid;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.move_agreed_networks(agreements uuid[], on_day date)
 RETURNS TABLE(oudernetwerk_id uuid, from_region_id uuid, to_region_id uuid, moved_on date)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
declare
  due record;
begin
  for due in
    select a.oudernetwerk_id, a.home_region_id, a.region_id, lower(a.period) as moved_on
    from region_agreements a join oudernetwerken n on n.id = a.oudernetwerk_id and network_status(n.phase, n.ended_on, on_day) <> 'ENDED'
    where a.kind = 'MOVES' and a.answer = 'AGREED' and upper_inf(a.period) and lower(a.period) <= on_day
      and (agreements is null or a.id = any (agreements))
    order by a.oudernetwerk_id
  loop
    perform network_goes_to(due.oudernetwerk_id, due.region_id, due.moved_on);
    oudernetwerk_id := due.oudernetwerk_id;
    from_region_id := due.home_region_id;
    to_region_id := due.region_id;
    moved_on := due.moved_on;
    return next;
  end loop;
end $function$;
grant execute on function move_agreed_networks(agreements uuid[], on_day date) to okn_system;

CREATE OR REPLACE FUNCTION public.moves_follow_mail()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update person_moves m set told_on = (new.sent_at at time zone 'Europe/Amsterdam')::date, version = m.version + 1
  where m.id = (new.params ->> 'moveId')::uuid and m.told_on is null;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.moves_follow_task()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update person_moves m set told_on = new.done_on, version = m.version + 1
  where m.person_id = new.person_id and (m.because = 'REORGANISED' and (m.crossed_at is null and m.closed_on is null) and m.answer is distinct from 'NO') and m.told_on is null
    and (new.kind = 'REGION_CHANGES' or new.mail_id in (select mail.id from mails_of_change(m.id) mail));
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.moves_to_settle(on_day date)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select m.id from person_moves m where (m.crossed_at is null and m.closed_on is null) and crosses_because(m, on_day) is not null order by m.person_id
$function$;
grant execute on function moves_to_settle(on_day date) to okn_system;

CREATE OR REPLACE FUNCTION public.municipalities_changing(from_region uuid, to_region uuid, on_day date)
 RETURNS TABLE(municipality_id uuid, into_id uuid)
 LANGUAGE sql
 STABLE
AS $function$
  select c.municipality_id, coalesce(c.into_id, c.municipality_id) from municipality_regions c
  cross join lateral municipality_on(c.municipality_id, on_day - 1) before
  where c.valid_from = on_day and c.region_id = to_region and before.region_id = from_region and from_region <> to_region
$function$;
grant execute on function municipalities_changing(from_region uuid, to_region uuid, on_day date) to okn_national, okn_personal, okn_regional;

CREATE OR REPLACE FUNCTION public.municipalities_follow(on_day date)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  -- where they were before the first change stays known
  insert into municipality_regions (municipality_id, valid_from, region_id)
    select distinct c.municipality_id, '-infinity'::date, m.region_id
    from municipality_regions c join municipalities m on m.id = c.municipality_id where c.valid_from <= on_day
    on conflict do nothing;
  update municipalities m set region_id = now_in.region_id
  from municipality_regions c cross join lateral municipality_on(c.municipality_id, on_day) now_in
  where c.municipality_id = m.id and c.valid_from <= on_day and m.region_id <> now_in.region_id;
  update municipalities m set valid_until = c.valid_from - 1 from municipality_regions c
  where c.municipality_id = m.id and c.into_id is not null and c.valid_from <= on_day
    and m.valid_until is distinct from c.valid_from - 1;
  insert into oudernetwerk_municipalities (oudernetwerk_id, municipality_id)
    select l.oudernetwerk_id, c.into_id from oudernetwerk_municipalities l
    join municipality_regions c on c.municipality_id = l.municipality_id and c.into_id is not null and c.valid_from <= on_day
    on conflict do nothing;
  delete from oudernetwerk_municipalities l using municipality_regions c
  where c.municipality_id = l.municipality_id and c.into_id is not null and c.valid_from <= on_day;
  update people p set municipality_id = c.into_id, version = p.version + 1
  from municipality_regions c join municipalities m on m.id = c.into_id
  where c.municipality_id = p.municipality_id and c.into_id is not null and c.valid_from <= on_day
    and p.region_id in (select regions_below(m.region_id));
end $function$;
grant execute on function municipalities_follow(on_day date) to okn_system;

CREATE OR REPLACE FUNCTION public.municipality_on(municipality uuid, on_day date)
 RETURNS TABLE(region_id uuid, into_id uuid)
 LANGUAGE sql
 STABLE ROWS 1
AS $function$
  select coalesce(changed.region_id, m.region_id), coalesce(changed.into_id, m.id)
  from municipalities m left join lateral (
    select c.region_id, c.into_id from municipality_regions c
    where c.municipality_id = m.id and c.valid_from <= on_day order by c.valid_from desc limit 1) changed on true
  where m.id = municipality
$function$;
grant execute on function municipality_on(municipality uuid, on_day date) to okn_national, okn_personal, okn_regional;

CREATE OR REPLACE FUNCTION public.name_keys(regions uuid[], given_name text, family_name text)
 RETURNS bigint[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ARRAY(SELECT hashtextextended((region.region || fold(part.part)), (0)::bigint) AS hashtextextended FROM (unnest(name_keys.regions) region(region) CROSS JOIN unnest(ARRAY[name_keys.given_name, name_keys.family_name]) part(part)));
grant execute on function name_keys(regions uuid[], given_name text, family_name text) to public, okn_national, okn_personal, okn_regional, okn_system;

CREATE OR REPLACE FUNCTION public.name_marks(text)
 RETURNS bit
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN COALESCE((SELECT bit_or(set_bit((0)::bit(128), abs((hashtext(trigram.trigram) % 128)), 1)) AS bit_or FROM unnest(show_trgm($1)) trigram(trigram)), (0)::bit(128));
grant execute on function name_marks(text) to public, okn_national, okn_personal, okn_regional, okn_system;

CREATE OR REPLACE FUNCTION public.name_patterns(text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ARRAY(SELECT (('%'::text || regexp_replace(word.word, '([\\%_])'::text, '\\\1'::text, 'g'::text)) || '%'::text) FROM unnest(name_words($1)) word(word) WHERE (length(word.word) > 2) ORDER BY (length(word.word)) DESC, word.word LIMIT 3);
grant execute on function name_patterns(text) to public;

CREATE OR REPLACE FUNCTION public.name_spellings(places uuid[], words text[], on_record boolean)
 RETURNS bigint[]
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE
AS $function$
      declare
        place uuid;
        word text;
        seed bigint;
        spellings bigint[] := '{}';
      begin
        foreach place in array places loop
          seed := hashtextextended(place::text, 0);
          foreach word in array words loop
            for letter in 1 .. length(word) + 1 loop
              spellings := spellings || hashtextextended(left(word, letter - 1) || substr(word, letter + 1), seed);
            end loop;
            for letters in case when on_record then 2 else length(word) end .. length(word) loop
              spellings := spellings || hashtextextended(left(word, letters) || '*', seed);
            end loop;
          end loop;
        end loop;
        return spellings;
      end $function$;
grant execute on function name_spellings(places uuid[], words text[], on_record boolean) to public, okn_national, okn_personal, okn_regional, okn_system;

CREATE OR REPLACE FUNCTION public.name_words(text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN ARRAY(SELECT DISTINCT "left"(word.word, 40) AS "left" FROM unnest(string_to_array(translate(fold($1), '-''’.,'::text, '     '::text), ' '::text)) word(word) WHERE ((length(word.word) > 1) AND (word.word <> ALL (ARRAY['aan'::text, 'al'::text, 'da'::text, 'de'::text, 'den'::text, 'der'::text, 'dos'::text, 'el'::text, 'het'::text, 'in'::text, 'op'::text, 'te'::text, 'ten'::text, 'ter'::text, 'uit'::text, 'van'::text, 'von'::text]))));
grant execute on function name_words(text) to public, okn_national, okn_personal, okn_regional, okn_system;

CREATE OR REPLACE FUNCTION public.names_follow_details()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  delete from names_by_place where person_id = new.person_id
    and place_id <> all (new.oudernetwerk_ids || new.candidate_for || new.body_ids);
  insert into names_by_place as known (person_id, place_id, as_candidate, search_name, name_marks)
    select new.person_id, place_id, as_candidate, new.search_name, new.name_marks from places_of_name(new)
    on conflict (person_id, place_id) do update set
      as_candidate = excluded.as_candidate, search_name = excluded.search_name, name_marks = excluded.name_marks
    where (known.as_candidate, known.search_name) is distinct from (excluded.as_candidate, excluded.search_name);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.names_known_elsewhere()
 RETURNS TABLE(person_id uuid, search_name text, name_marks bit, name_keys bigint[])
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
begin
  if viewer_uuid('app.account') is null or current_setting('app.reach', true) <> 'personal' then return; end if;
  return query select d.person_id, d.search_name, d.name_marks, d.name_keys from person_details d
    where d.person_id in (select known.person_id from (select person_id, search_name, name_marks from names_by_place
    where place_id = any ((select viewer_uuids('app.led') || viewer_uuids('app.supported'))::uuid[]) and (not as_candidate or place_id = any ((select viewer_uuids('app.supported'))::uuid[]))
  union all select person_id, search_name, name_marks from names_by_place
    where place_id = any ((select viewer_uuids('app.bodies'))::uuid[]) and (exists (select from seat_appointments a
    where a.person_id = names_by_place.person_id and a.body_id = any ((select viewer_uuids('app.bodies'))::uuid[]) and known_by_seat(a.period, a.invitation_id, (select nullif(current_setting('app.today', true), '')::date)))
  or exists (select from seat_alternates s
    where s.person_id = names_by_place.person_id and s.body_id = any ((select viewer_uuids('app.bodies'))::uuid[]) and alternates_still(s.absence_id, (select nullif(current_setting('app.today', true), '')::date)))
  or exists (select from seat_invitations i
    where i.person_id = names_by_place.person_id and i.body_id = any ((select viewer_uuids('app.bodies'))::uuid[]) and i.status = 'ACCEPTED'))
  union all select person_id, search_name, name_marks from person_details where person_id = (select viewer_uuid('app.person')) offset 0) known) and not d.region_ids && (select viewer_uuids('app.regions'))::uuid[];
end $function$;
grant execute on function names_known_elsewhere() to okn_national, okn_personal, okn_regional;

CREATE OR REPLACE FUNCTION public.namesakes(uuid, at_least real)
 RETURNS TABLE(person_id uuid, score real)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 5
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  wanted record;
  most real;
begin
  if viewer_uuid('app.account') is null then return; end if;
  if current_setting('app.reach', true) <> 'national' and (select viewer_uuids('app.regions'))::uuid[] = '{}' then return; end if;
  select d.search_name, d.name_marks as marks, name_keys(array(
      select region from unnest(d.region_ids) region
      where current_setting('app.reach', true) = 'national' or region = any ((select viewer_uuids('app.regions'))::uuid[])),
      d.given_name, d.family_name) as keys
    into wanted from person_details d where d.person_id = $1;
  most := (1 - at_least) * cardinality(show_trgm(wanted.search_name));
  return query select * from (
    select d.person_id, case when bit_count(wanted.marks & ~d.name_marks) <= most
        then word_similarity(wanted.search_name, d.search_name) end as score from person_details d
    where d.name_keys && wanted.keys and d.person_id <> $1) alike
    where alike.score >= at_least;
end $function$;
grant execute on function namesakes(uuid, at_least real) to okn_national, okn_personal, okn_regional;

CREATE OR REPLACE FUNCTION public.naming_no_child(said jsonb, on_day date)
 RETURNS jsonb
 LANGUAGE sql
 STABLE
RETURN (SELECT ((naming_no_child.said || (CASE WHEN ((lasts.goes_on OR (((naming_no_child.said ->> 'planned_end_on'::text))::date >= naming_no_child.on_day)) AND ((naming_no_child.said ->> 'planned_end_reason'::text) = 'CHILD_LEFT_SCHOOL'::text)) THEN '{"planned_end_reason": "OTHER"}'::text ELSE '{}'::text END)::jsonb) || (CASE WHEN (lasts.goes_on AND ((naming_no_child.said ->> 'end_reason'::text) = 'CHILD_LEFT_SCHOOL'::text)) THEN '{"end_reason": "OTHER"}'::text ELSE '{}'::text END)::jsonb) FROM (SELECT COALESCE((upper(((naming_no_child.said ->> 'period'::text))::daterange) > naming_no_child.on_day), true) AS goes_on) lasts);

CREATE OR REPLACE FUNCTION public.network_end_follows()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if new.ended_on is null then perform reopen_network(new);
  else perform close_network(new); end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.network_end_keeps(network uuid, plans uuid[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  delete from kept_rows k where k.cause_id = $1 and k.kept_table = 'succession_plans' and k.row_id = any ($2);
  select keep_rows($1, 'succession_plans', array(select p.id from succession_plans p
    where p.id = any ($2) and p.oudernetwerk_id = $1 order by array_position($2, p.id)))
$function$;
grant execute on function network_end_keeps(network uuid, plans uuid[]) to okn_system;

CREATE OR REPLACE FUNCTION public.network_goes_to(network uuid, region uuid, moved_on date)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  home uuid := (select n.region_id from oudernetwerken n where n.id = network for no key update);
begin
  update region_agreements a set version = a.version + 1,
    answer = case when a.answer is null or lower(a.period) >= moved_on then 'WITHDRAWN' else a.answer end,
    answered_on = coalesce(a.answered_on, moved_on),
    period = case when lower(a.period) >= moved_on then a.period else a.period * daterange(null, moved_on) end
  where a.oudernetwerk_id = network and (a.kind = 'MOVES' or a.region_id in (select regions_below(region)))
    and (a.answer is null or a.answer = 'AGREED') and (upper_inf(a.period) or upper(a.period) > moved_on)
    and not (a.kind = 'MOVES' and a.answer = 'AGREED' and a.region_id = region);
  update region_agreements a set version = a.version + 1, period = daterange(moved_on, moved_on + 1)
  where a.oudernetwerk_id = network and a.kind = 'MOVES' and a.answer = 'AGREED' and upper_inf(a.period);
  insert into oudernetwerk_moves (id, oudernetwerk_id, region_id, from_region_id, to_region_id, moved_on, last_resort_id)
    values (gen_random_uuid(), network, home, home, region, moved_on, last_resort_of(home));
  -- what may come back in it goes along
  update kept_rows k set was = k.was || jsonb_build_object('region_id', region),
    became = k.became || jsonb_build_object('region_id', region)
  where k.was ->> 'oudernetwerk_id' = network::text and k.was ? 'region_id';
  update oudernetwerken n set region_id = region, version = n.version + 1 where n.id = network;
end $function$;

CREATE OR REPLACE FUNCTION public.network_status(phase text, ended_on date, on_day date)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
RETURN CASE WHEN (ended_on <= on_day) THEN 'ENDED'::text ELSE phase END;
grant execute on function network_status(phase text, ended_on date, on_day date) to public;

CREATE OR REPLACE FUNCTION public.networks_of_person(uuid)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE
AS $function$
  select oudernetwerk_id from trekkerschappen where person_id = $1
  union select id from oudernetwerken where contact_person_id = $1
  union select oudernetwerk_id from successor_candidates where person_id = $1 and ended_on is null
  union select oudernetwerk_id from handover_items where owner_person_id = $1 and done_on is null
$function$;
grant execute on function networks_of_person(uuid) to public;

CREATE OR REPLACE FUNCTION public.no_longer_stale(subjects uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SET enable_seqscan TO 'off'
AS $function$
begin
  delete from stale_subjects where subject_id = any (subjects);
end $function$;
grant execute on function no_longer_stale(subjects uuid[]) to okn_system;

CREATE OR REPLACE FUNCTION public.nobody_died(person uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  update trekkerschappen t set end_reason = 'OTHER', version = t.version + 1 from people p
    where p.id = $1 and p.deceased_on is null and t.person_id = p.id and t.end_reason = 'DECEASED';
  update seat_appointments a set end_reason = 'OTHER', version = a.version + 1 from people p
    where p.id = $1 and p.deceased_on is null and a.person_id = p.id and a.end_reason = 'DECEASED'
$function$;
grant execute on function nobody_died(person uuid) to okn_system;

CREATE OR REPLACE FUNCTION public.node_type_of(kept text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE kept WHEN 'trekkerschappen'::text THEN 'Trekkerschap'::text WHEN 'memberships'::text THEN 'Membership'::text WHEN 'successor_candidates'::text THEN 'SuccessorCandidate'::text WHEN 'handover_items'::text THEN 'HandoverItem'::text WHEN 'oudernetwerken'::text THEN 'Oudernetwerk'::text WHEN 'seat_appointments'::text THEN 'SeatAppointment'::text WHEN 'seat_invitations'::text THEN 'SeatInvitation'::text WHEN 'school_ties'::text THEN 'SchoolTie'::text WHEN 'absences'::text THEN 'Absence'::text WHEN 'succession_plans'::text THEN 'SuccessionPlan'::text WHEN 'ervaringsdeskundigen'::text THEN 'Ervaringsdeskundige'::text WHEN 'person_moves'::text THEN 'PersonMove'::text ELSE NULL::text END;
grant execute on function node_type_of(kept text) to public;

CREATE OR REPLACE FUNCTION public.nominated_before(address text, body uuid, on_day date)
 RETURNS TABLE(times integer, declined_on date, until date)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select count(*) filter (where i.asked_on > invitations_count_since($3))::integer,
    max(i.answered_on) filter (where i.body_id = $2 and i.status = 'DECLINED'), rests_until(max(i.answered_on) filter (where i.body_id = $2 and i.status = 'DECLINED'))
  from nominated_addresses n join seat_invitations i on i.id = n.invitation_id
  where n.address_hash = link_signature('nominated ' || mailbox_of($1)) and (i.invited_by = (select viewer_uuid('app.account'))
    or i.body_id = $2 and exists (select from advisory_bodies b where b.id = i.body_id and (b.region_id = any ((select viewer_uuids('app.regions'))::uuid[]) or b.id = any ((select viewer_uuids('app.bodies'))::uuid[]))))
$function$;
grant execute on function nominated_before(address text, body uuid, on_day date) to okn_national, okn_personal, okn_regional;

CREATE OR REPLACE FUNCTION public.note_kept_rows(cause uuid, kept text DEFAULT NULL::text, one_row uuid DEFAULT NULL::uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare one text;
begin
  for one in select distinct k.kept_table from kept_rows k where k.cause_id = cause and k.kept_table = coalesce(kept, k.kept_table)
  loop
    execute format('update kept_rows k set became = as_written($1, %1$L, to_jsonb(t)) from %1$I t
      where k.cause_id = $1 and k.kept_table = %1$L and t.id = k.row_id and k.row_id = coalesce($2, k.row_id)', one)
      using cause, one_row;
  end loop;
end $function$;
grant execute on function note_kept_rows(cause uuid, kept text, one_row uuid) to okn_system;

CREATE OR REPLACE FUNCTION public.note_nominee_lookups(invitations uuid[], at timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  insert into nominee_lookups (invitation_id, account_id, looked_on, looked_at)
    select n.invitation_id, (select viewer_uuid('app.account')), (select nullif(current_setting('app.today', true), '')::date), $2
    from seat_nominees n join seat_invitations i on i.id = n.invitation_id
    where n.invitation_id = any ($1) and i.invited_by is distinct from (select viewer_uuid('app.account')) and (select viewer_uuid('app.account')) is not null
    order by n.invitation_id
    on conflict do nothing
$function$;
grant execute on function note_nominee_lookups(invitations uuid[], at timestamp with time zone) to okn_system;

CREATE OR REPLACE FUNCTION public.opened_by_departure(trekkerschap uuid)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select p.id from succession_plans p join kept_rows k on k.row_id = p.id and k.kept_table = 'succession_plans' and k.became is not null
  join departures d on d.id = k.cause_id and d.taken_back_at is not null and d.xact = pg_current_xact_id()
  where p.trekkerschap_id = $1 order by p.id
$function$;
grant execute on function opened_by_departure(trekkerschap uuid) to okn_system;

CREATE OR REPLACE FUNCTION public.organisations_named(text)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 20
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  words text[] := name_patterns($1);
begin
  if not ((select viewer_uuid('app.account')) is not null) then return; end if;
  if words <> '{}' then
    return query select id from organisations where search_name like words[1]
      and search_name like coalesce(words[2], words[1]) and search_name like coalesce(words[3], words[1]);
    if found then return; end if;
  end if;
  return query select id from organisations where fold($1) <% search_name;
end $function$;
grant execute on function organisations_named(text) to okn_national, okn_personal, okn_regional;

CREATE OR REPLACE FUNCTION public.oudernetwerken_last_activity()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if tg_op = 'UPDATE' and new.oudernetwerk_id <> old.oudernetwerk_id then
    update oudernetwerken n set last_activity_on = (select max(held_on) from activities where oudernetwerk_id = n.id)
    where id in (new.oudernetwerk_id, old.oudernetwerk_id);
  elsif tg_op = 'INSERT' then
    update oudernetwerken set last_activity_on = new.held_on
    where id = new.oudernetwerk_id and (last_activity_on is null or last_activity_on < new.held_on) and new.held_on is not null;
  else
    update oudernetwerken n
    set last_activity_on = (select max(held_on) from activities where oudernetwerk_id = n.id)
    where id = old.oudernetwerk_id;
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.oudernetwerken_named(text)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 20
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  words text[] := name_patterns($1);
begin
  if not (((select viewer_uuid('app.account')) is not null and current_setting('app.reach', true) in ('national', 'system'))) then return; end if;
  if words <> '{}' then
    return query select id from oudernetwerken where search_name like words[1]
      and search_name like coalesce(words[2], words[1]) and search_name like coalesce(words[3], words[1]);
    if found then return; end if;
  end if;
  return query select id from oudernetwerken where fold($1) <% search_name;
end $function$;
grant execute on function oudernetwerken_named(text) to okn_national, okn_personal, okn_regional;

CREATE OR REPLACE FUNCTION public.pair_certainty(reasons text[])
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN ((reasons && ARRAY['SAME_NAME'::text, 'SIMILAR_NAME'::text]) AND (reasons && ARRAY['SAME_EMAIL'::text, 'SAME_PHONE'::text])) THEN 'HIGH'::text WHEN (('SAME_NAME'::text = ANY (reasons)) AND (reasons && ARRAY['SAME_MUNICIPALITY'::text, 'SAME_NETWORK'::text, 'SAME_SCHOOL'::text])) THEN 'MEDIUM'::text WHEN ((reasons && ARRAY['SAME_NAME'::text, 'SAME_EMAIL'::text, 'SAME_PHONE'::text]) OR (reasons && ARRAY['SAME_MUNICIPALITY'::text, 'SAME_NETWORK'::text, 'SAME_SCHOOL'::text])) THEN 'LOW'::text ELSE NULL::text END;
grant execute on function pair_certainty(reasons text[]) to public, okn_national, okn_personal, okn_regional;

CREATE OR REPLACE FUNCTION public.pair_of(uuid, uuid)
 RETURNS bytea
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN (uuid_send($1) || uuid_send($2));
grant execute on function pair_of(uuid, uuid) to public, okn_national, okn_personal, okn_regional, okn_system;

CREATE OR REPLACE FUNCTION public.parts_follow_plan()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update successor_candidates set oudernetwerk_id = new.oudernetwerk_id, region_id = new.region_id where plan_id = new.id;
  update handover_items set oudernetwerk_id = new.oudernetwerk_id, region_id = new.region_id where plan_id = new.id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.pass_joined_on(one uuid, next uuid, own jsonb)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  update kept_rows set cause_id = $2, row_id = case row_id when $1 then $2 else row_id end,
    was = case row_id when $1 then was || $3 || jsonb_build_object('id', $2) else was end
  where cause_id = $1 and kept_table in ('memberships', 'support_arrangements')
$function$;
grant execute on function pass_joined_on(one uuid, next uuid, own jsonb) to okn_system;

CREATE OR REPLACE FUNCTION public.people_follow_departure(departure uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare who uuid;
begin
  select d.person_id into strict who from departures d where d.id = departure and d.xact = pg_current_xact_id();
  update people p set version = version + 1, deceased_on = (
      select d.last_day from departures d where d.person_id = p.id and d.kind = 'DECEASED' and d.taken_back_at is null)
  where p.id = who;
  -- who records a stop may have looked while somebody else recorded the death
  if exists (select from departures d join people p on p.id = d.person_id
      where d.id = departure and d.kind = 'STOPS_EVERYTHING' and d.taken_back_at is null and p.deceased_on is not null) then
    raise exception 'person % has died', who using errcode = '23514', constraint = 'departures_of_the_living';
  end if;
  -- who takes one back may have looked while somebody else recorded a later one
  if exists (select from departures d join departures later on later.person_id = d.person_id and later.taken_back_at is null
      and (later.recorded_at, later.id) > (d.recorded_at, d.id) where d.id = departure and d.taken_back_at is not null) then
    raise exception 'a later departure of person % stands', who using errcode = '23514', constraint = 'departures_last_first';
  end if;
  -- a name that was hidden because they died is theirs again
  with living as (
    delete from hidden_names h using people p where h.person_id = who and p.id = who and p.deceased_on is null returning h.*
  )
  insert into person_details (person_id, given_name, infix, family_name)
    select person_id, given_name, infix, family_name from living on conflict do nothing;
  perform renew_findable(who);
end $function$;
grant execute on function people_follow_departure(departure uuid) to okn_system;

CREATE OR REPLACE FUNCTION public.people_home_region()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  -- elsewhere nobody is known before they have a role there
  new.region_ids := array[new.region_id];
  if current_user = any (array['okn_national', 'okn_regional', 'okn_personal']) then
    new.oudernetwerk_ids := '{}';
    new.candidate_for := '{}';
    new.body_ids := '{}';
    new.nameless := false;
  end if;
  return new;
end $function$;
grant execute on function people_home_region() to public;

CREATE OR REPLACE FUNCTION public.people_known_where()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  -- whoever writes another role of theirs at the same time waits, and then sees this one
  perform from people where id in (old.person_id, new.person_id) order by id for no key update;
  if exists (select from people where id = new.person_id and merged_into is not null) then
    raise exception 'person % is part of another one', new.person_id using errcode = '23514', constraint = 'person_of_its_own';
  end if;
  update people p set region_ids = known.region_ids, oudernetwerk_ids = known.oudernetwerk_ids,
    candidate_for = known.candidate_for, body_ids = known.body_ids
  from (
    select before.id, regions_of(before.id, before.region_id) as region_ids, places.*
    from people before cross join lateral places_of(before.id) places
    where before.id in (old.person_id, new.person_id)) known
  where p.id = known.id
    and (p.region_ids, p.oudernetwerk_ids, p.candidate_for, p.body_ids)
      is distinct from (known.region_ids, known.oudernetwerk_ids, known.candidate_for, known.body_ids);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.people_named(text, at_least real)
 RETURNS TABLE(person_id uuid, score real)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 200
 SET search_path TO 'public', 'pg_temp'
 SET "pg_trgm.word_similarity_threshold" TO '0.45'
AS $function$
#variable_conflict use_column
declare
  wanted text := fold($1);
  in_country boolean := current_setting('app.reach', true) = 'national';
  places uuid[] := case when in_country then array[country_of_names()] else coalesce((select viewer_uuids('app.regions'))::uuid[], '{}') end;
  words text[] := array(select word from unnest(name_words(wanted)) word order by length(word) desc, word limit 3);
  one bigint[] := name_spellings(places, words[1:1], false);
  two bigint[] := name_spellings(places, coalesce(nullif(words[2:2], '{}'), words[1:1]), false);
  three bigint[] := name_spellings(places, coalesce(nullif(words[3:3], '{}'), words[1:1]), false);
  marks bit(128) := name_marks(wanted);
  most real := (1 - at_least) * cardinality(show_trgm(wanted));
begin
  if (select viewer_uuid('app.account')) is null then return; end if;
  if places <> '{}' then
    -- to compare takes longest where many have the same name, and whoever is called so resembles it fully
    return query select d.person_id, case when strpos(' ' || d.search_name || ' ', ' ' || wanted || ' ') > 0 then 1
        else word_similarity(wanted, d.search_name) end from person_details d
      where spellings_of_name(d.region_ids, d.search_name) && one
        and spellings_of_name(d.region_ids, d.search_name) && two
        and spellings_of_name(d.region_ids, d.search_name) && three;
    if not found and in_country then
      perform set_config('pg_trgm.word_similarity_threshold', at_least::text, true);
      return query select d.person_id, word_similarity(wanted, d.search_name) from person_details d
        where wanted <% d.search_name;
    elsif not found then
      return query select d.person_id, word_similarity(wanted, d.search_name) from person_details d
        where d.region_ids && places and case when bit_count(marks & ~d.name_marks) <= most
          then word_similarity(wanted, d.search_name) >= at_least else false end;
    end if;
  end if;
  if current_setting('app.reach', true) <> 'personal' then return; end if;
  return query select distinct known.person_id, word_similarity(wanted, known.search_name) from (select person_id, search_name, name_marks from names_by_place
    where place_id = any ((select viewer_uuids('app.led') || viewer_uuids('app.supported'))::uuid[]) and (not as_candidate or place_id = any ((select viewer_uuids('app.supported'))::uuid[]))
  union all select person_id, search_name, name_marks from names_by_place
    where place_id = any ((select viewer_uuids('app.bodies'))::uuid[]) and (exists (select from seat_appointments a
    where a.person_id = names_by_place.person_id and a.body_id = any ((select viewer_uuids('app.bodies'))::uuid[]) and known_by_seat(a.period, a.invitation_id, (select nullif(current_setting('app.today', true), '')::date)))
  or exists (select from seat_alternates s
    where s.person_id = names_by_place.person_id and s.body_id = any ((select viewer_uuids('app.bodies'))::uuid[]) and alternates_still(s.absence_id, (select nullif(current_setting('app.today', true), '')::date)))
  or exists (select from seat_invitations i
    where i.person_id = names_by_place.person_id and i.body_id = any ((select viewer_uuids('app.bodies'))::uuid[]) and i.status = 'ACCEPTED'))
  union all select person_id, search_name, name_marks from person_details where person_id = (select viewer_uuid('app.person')) offset 0) known
    where case when bit_count(marks & ~known.name_marks) <= most
      then word_similarity(wanted, known.search_name) >= at_least else false end
      and not exists (select from person_details d where d.person_id = known.person_id and d.region_ids && places);
end $function$;
grant execute on function people_named(text, at_least real) to okn_national, okn_personal, okn_regional;

CREATE OR REPLACE FUNCTION public.people_nameless()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update people p set nameless = not p.nameless
  where p.id = (coalesce(to_jsonb(new), to_jsonb(old)) ->> tg_argv[0])::uuid
    and p.nameless = exists (select from person_details d where d.person_id = p.id);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.people_new_home()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  new.region_ids := regions_of(new.id, new.region_id);
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.people_to_tell(on_day date, at_most integer, most_attempts integer)
 RETURNS TABLE(id uuid, person_id uuid, region_id uuid, to_region_id uuid, moved_on date, reachable boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select m.id, m.person_id, m.from_region_id, m.to_region_id, m.moved_on,
    coalesce(r.reachable, false) and not exists (select from mails_of_change(m.id))
  from person_moves m left join lateral mail_reach('PERSON', m.person_id) r on true
  where (m.because = 'REORGANISED' and (m.crossed_at is null and m.closed_on is null) and m.answer is distinct from 'NO') and m.told_on is null and m.answer is null and m.moved_on <= on_day + interval '3 months'
    and not exists (select from person_tasks t
      where t.person_id = m.person_id and t.kind = 'REGION_CHANGES' and t.done_on is null)
    and not exists (select from mails_of_change(m.id) mail where mail.sent_at is null and mail.attempts < most_attempts)
  order by m.id limit at_most
$function$;
grant execute on function people_to_tell(on_day date, at_most integer, most_attempts integer) to okn_system;

CREATE OR REPLACE FUNCTION public.person_details_follow_person()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if tg_table_name = 'people' then
    update person_details set region_ids = new.region_ids, oudernetwerk_ids = new.oudernetwerk_ids,
      candidate_for = new.candidate_for, body_ids = new.body_ids
    where person_id = new.id;
    return null;
  end if;
  select p.region_ids, p.oudernetwerk_ids, p.candidate_for, p.body_ids
    into new.region_ids, new.oudernetwerk_ids, new.candidate_for, new.body_ids
    from people p where p.id = new.person_id;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.person_of_nominee(invitation uuid, made uuid, on_day date, at timestamp with time zone)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  nominee record;
  found uuid;
begin
  select n.*, i.body_id, i.region_id, i.language into strict nominee
    from seat_nominees n join seat_invitations i on i.id = n.invitation_id where i.id = $1 and (select viewer_uuid('app.account')) is not null;
  select c.person_id into found from person_contacts c join person_details d on d.person_id = c.person_id
    where c.email_norm = nominee.email_norm and d.search_name = fold(nominee.display_name)
      and (exists (select from seat_appointments a
    where a.person_id = c.person_id and a.body_id = any (array[nominee.body_id]) and known_by_seat(a.period, a.invitation_id, on_day))
  or exists (select from seat_alternates s
    where s.person_id = c.person_id and s.body_id = any (array[nominee.body_id]) and alternates_still(s.absence_id, on_day))
  or exists (select from seat_invitations i
    where i.person_id = c.person_id and i.body_id = any (array[nominee.body_id]) and i.status = 'ACCEPTED'))
    order by c.person_id limit 1;
  if found is not null then
    perform tell_nominee_lookups(invitation, found);
    return found;
  end if;
  insert into people (id, pseudonym, region_id, perspectives, language, created_at)
    values (made, 'Persoon ' || right(made::text, 6), nominee.region_id, '{OUDER}', nominee.language, at);
  insert into person_details (person_id, given_name, infix, family_name)
    values (made, nominee.given_name, nominee.infix, nominee.family_name);
  insert into person_contacts (person_id, email) values (made, nominee.email);
  perform tell_nominee_lookups(invitation, made);
  return made;
end $function$;
grant execute on function person_of_nominee(invitation uuid, made uuid, on_day date, at timestamp with time zone) to okn_system;

CREATE OR REPLACE FUNCTION public.places_of(uuid)
 RETURNS TABLE(oudernetwerk_ids uuid[], candidate_for uuid[], body_ids uuid[])
 LANGUAGE sql
 STABLE ROWS 1
AS $function$
  select
    array(select oudernetwerk_id from trekkerschappen where person_id = $1
      union select oudernetwerk_id from memberships where person_id = $1 order by 1),
    array(select distinct oudernetwerk_id from successor_candidates where person_id = $1 order by 1),
    array(select body_id from seat_appointments where person_id = $1
      union select body_id from seat_alternates where person_id = $1
      union select body_id from seat_invitations where person_id = $1 and status = 'ACCEPTED' order by 1)
$function$;

CREATE OR REPLACE FUNCTION public.places_of_name(person_details)
 RETURNS TABLE(place_id uuid, as_candidate boolean)
 LANGUAGE sql
 IMMUTABLE ROWS 2
AS $function$
  select unnest($1.oudernetwerk_ids || $1.body_ids), false
  union all select id, true from unnest($1.candidate_for) id where id <> all ($1.oudernetwerk_ids)
$function$;

CREATE OR REPLACE FUNCTION public.possible_pairs(region uuid)
 RETURNS TABLE(one_id uuid, other_id uuid, reasons text[])
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 50
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with places as materialized (
    select array(select below from regions_below($1) below where below = any ((select viewer_uuids('app.regions'))::uuid[])) as ids
    where exists (select from regions r where r.id = $1 and r.kind <> 'LAND')),
  here as materialized (
    select p.id, d.search_name, d.name_marks, d.name_keys, 0.3 * cardinality(show_trgm(d.search_name)) as most,
      p.municipality_id, p.oudernetwerk_ids, p.region_id = any ((select viewer_uuids('app.regions'))::uuid[]) or takes_part_here(p.id) as is_here
    from places join person_details d on d.region_ids && places.ids
    join people p on p.id = d.person_id and p.deceased_on is null),
  keyed as materialized (select id, unnest(name_keys) as key from here),
  alike as (
    select one.id as one_id, other.id as other_id,
      case when one.search_name = other.search_name then 'SAME_NAME' else 'SIMILAR_NAME' end as reason
    from (select distinct a.id as one_id, b.id as other_id from keyed a join keyed b on b.key = a.key and a.id < b.id) met
    join here one on one.id = met.one_id join here other on other.id = met.other_id
    where case when bit_count(one.name_marks & ~other.name_marks) <= one.most
        then word_similarity(one.search_name, other.search_name) >= 0.7 else false end
      or case when bit_count(other.name_marks & ~one.name_marks) <= other.most
        then word_similarity(other.search_name, one.search_name) >= 0.7 else false end),
  reached as materialized (
    select c.person_id as id, c.email_norm, c.phone from here join person_contacts c on c.person_id = here.id
    where here.is_here),
  paired as (
    select one_id, other_id, array_agg(reason order by reason) as reasons from (
      select one_id, other_id, reason from alike
      union all select a.id, b.id, 'SAME_EMAIL' from reached a join reached b on b.email_norm = a.email_norm and a.id < b.id
      union all select a.id, b.id, 'SAME_PHONE' from reached a join reached b on b.phone = a.phone and a.id < b.id) each
    group by one_id, other_id)
  select p.one_id, p.other_id, p.reasons || array_remove(array[
    case when one.municipality_id = other.municipality_id then 'SAME_MUNICIPALITY' end,
    case when exists (select from oudernetwerken n where n.region_id = any ((select viewer_uuids('app.regions'))::uuid[])
      and n.id = any (one.oudernetwerk_ids) and n.id = any (other.oudernetwerk_ids)) then 'SAME_NETWORK' end,
    case when one.is_here and other.is_here and exists (
      select from school_ties t join school_ties o on o.school_id = t.school_id
      where t.person_id = one.id and o.person_id = other.id) then 'SAME_SCHOOL' end], null)
  from paired p join here one on one.id = p.one_id join here other on other.id = p.other_id
  where not exists (select from people_told_apart t where t.one_id = p.one_id and t.other_id = p.other_id)
    and pair_certainty(p.reasons || array_remove(array[
    case when one.municipality_id = other.municipality_id then 'SAME_MUNICIPALITY' end,
    case when exists (select from oudernetwerken n where n.region_id = any ((select viewer_uuids('app.regions'))::uuid[])
      and n.id = any (one.oudernetwerk_ids) and n.id = any (other.oudernetwerk_ids)) then 'SAME_NETWORK' end,
    case when one.is_here and other.is_here and exists (
      select from school_ties t join school_ties o on o.school_id = t.school_id
      where t.person_id = one.id and o.person_id = other.id) then 'SAME_SCHOOL' end], null)) is not null
$function$;
grant execute on function possible_pairs(region uuid) to okn_national, okn_personal, okn_regional;

CREATE OR REPLACE FUNCTION public.profiles_follow_move()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform renew_findable(coalesce(new.person_id, old.person_id));
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.proposed_of_change(change region_changes)
 RETURNS bigint
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with side as (
    select case when change.comes then change.other_region_id else change.region_id end as gives,
      case when change.comes then change.region_id else change.other_region_id end as takes)
  select (select count(*) from person_moves m, side where (m.because = 'REORGANISED' and (m.crossed_at is null and m.closed_on is null) and m.answer is distinct from 'NO') and m.moved_on = change.changes_on
      and m.to_region_id = side.takes and m.from_region_id in (select regions_below(side.gives)))
    + (select count(*) from region_agreements a join oudernetwerken n on n.id = a.oudernetwerk_id, side
      where (a.kind = 'MOVES' and a.asked_by is null and a.answer is null) and (n.ended_on is null or n.ended_on >= change.changes_on)
        and a.region_id = side.takes and a.home_region_id in (select regions_below(side.gives)))
$function$;
grant execute on function proposed_of_change(change region_changes) to okn_system;

CREATE OR REPLACE FUNCTION public.reached_by_network(network uuid, on_day date)
 RETURNS TABLE(person_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 10
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select t.person_id from trekkerschappen t where t.oudernetwerk_id = $1 and t.period @> $2
  union
  select m.person_id from memberships m join people p on p.id = m.person_id and p.contact_by_network
  where m.oudernetwerk_id = $1 and m.period @> $2
$function$;
grant execute on function reached_by_network(network uuid, on_day date) to okn_system;

CREATE OR REPLACE FUNCTION public.reader_as(entry uuid)
 RETURNS TABLE(role text, organisation_id uuid, region_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select as_what.role, as_what.organisation_id, as_what.region_id
  from person_access_log l join accounts a on a.id = l.account_id
  cross join lateral (
    select r.role, coalesce(r.organisation_id, responsible_organisation(coalesce(r.region_id, b.region_id, c.id))),
      coalesce(r.region_id, b.region_id),
      array_position('{SUPPORTER,SECRETARY,COORDINATOR,ADMIN}', r.role)
    from account_roles r left join advisory_bodies b on b.id = r.body_id
      left join regions c on c.parent_id is null
    where r.account_id = a.id and r.period @> (l.happened_at at time zone 'Europe/Amsterdam')::date
    union all
    select 'TREKKER', responsible_organisation(n.region_id, n.responsible_organisation_id, n.responsible_in), n.region_id, 5
    from trekkerschappen t join oudernetwerken n on n.id = t.oudernetwerk_id
    where t.person_id = a.person_id and t.period @> (l.happened_at at time zone 'Europe/Amsterdam')::date
  ) as_what (role, organisation_id, region_id, rank)
  where l.id = $1 and (l.person_id = (select viewer_uuid('app.person')) or l.person_region_id = any ((select viewer_uuids('app.regions'))::uuid[]))
  -- the one by which they know the parent, or the body that it was for
  order by (as_what.role = 'SECRETARY') = (l.body_id is not null) desc, (as_what.region_id is not distinct from l.person_region_id) desc,
    as_what.rank, as_what.region_id, as_what.organisation_id limit 1
$function$;
grant execute on function reader_as(entry uuid) to okn_national, okn_personal, okn_regional;

CREATE OR REPLACE FUNCTION public.reader_left_alone_until(text, uuid, on_day date)
 RETURNS date
 LANGUAGE sql
 STABLE
AS $function$
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
$function$;

CREATE OR REPLACE FUNCTION public.reader_of(access uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select a.display_name from person_access_log l join accounts a on a.id = l.account_id
  where l.id = $1 and (l.person_id = (select viewer_uuid('app.person')) or l.person_region_id = any ((select viewer_uuids('app.regions'))::uuid[]))
$function$;
grant execute on function reader_of(access uuid) to okn_national, okn_personal, okn_regional;

CREATE OR REPLACE FUNCTION public.readers_of_network(network uuid, without uuid, on_day date)
 RETURNS TABLE(person_id uuid, reached boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
$function$;
grant execute on function readers_of_network(network uuid, without uuid, on_day date) to okn_system;

CREATE OR REPLACE FUNCTION public.reads_link(mail uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
$function$;
grant execute on function reads_link(mail uuid) to okn_system;

CREATE OR REPLACE FUNCTION public.reappointment_hindrance(appointment seat_appointments)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select case
    when s.abolished_on <= $1.latest_end + 1 then 'SEAT_ABOLISHED'
    when $1.end_reason not in ('TERM_COMPLETED', 'REAPPOINTED', 'REPLACED', 'SEAT_ABOLISHED') then 'LEFT'
    when exists (select from seat_appointments n where n.seat_id = s.id and n.period >> $1.period) then 'FOLLOWED'
    when $1.term_number >= b.max_consecutive_terms then 'TERM_LIMIT' end
  from advisory_seats s join advisory_bodies b on b.id = s.body_id
  where s.id = $1.seat_id and (select viewer_uuid('app.account')) is not null
    and (((select viewer_uuid('app.account')) is not null and current_setting('app.reach', true) in ('national', 'system')) or (s.region_id = any ((select viewer_uuids('app.regions'))::uuid[]) or s.body_id = any ((select viewer_uuids('app.bodies'))::uuid[]))
      or exists (select from seat_appointments own where own.id = $1.id and own.person_id = (select viewer_uuid('app.person'))))
$function$;
grant execute on function reappointment_hindrance(appointment seat_appointments) to okn_national, okn_personal, okn_regional;

CREATE OR REPLACE FUNCTION public.recorded_as(uuid)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with recursive earlier as (
    select $1 as id, 0 as step
    union all
    select a.subject_id, e.step + 1 from annulments a join earlier e on a.replaced_by = e.id
  )
  select id from earlier order by step
$function$;
grant execute on function recorded_as(uuid) to okn_system;

CREATE OR REPLACE FUNCTION public.recorded_in_region()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if current_user = any (array['okn_national', 'okn_regional', 'okn_personal']) then
    new.recorded_in := case when new.region_id <> all ((select viewer_uuids('app.regions'))::uuid[]) then (
      select a.region_id from region_agreements a
      where a.oudernetwerk_id = new.oudernetwerk_id and a.kind = 'TAKES_PART' and a.region_id = any ((select viewer_uuids('app.regions'))::uuid[])
        and agreement_status(a.answer, a.period, (select nullif(current_setting('app.today', true), '')::date)) = 'IN_FORCE' order by a.asked_on, a.id limit 1) end;
  end if;
  return new;
end $function$;
grant execute on function recorded_in_region() to public;

CREATE OR REPLACE FUNCTION public.recorded_notices_open()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform renew_findable(new.person_id);
  update mails set due_at = made_at, last_error = null
  where sent_at is null and last_error = 'UNTOLD'
    and (recipient_type = 'PERSON' and recipient_id = new.person_id
      or recipient_type = 'ACCOUNT' and recipient_id in (select id from accounts where person_id = new.person_id));
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.recorded_told()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if tg_table_name = 'mails' then
    update recorded_notices set told_on = (new.sent_at at time zone 'Europe/Amsterdam')::date, told_by = 'MAIL'
    where person_id = new.recipient_id and told_on is null;
  else
    update recorded_notices n set told_on = new.done_on, told_by = new.kind
    from mails m where m.id = new.mail_id and m.kind = 'RECORDED' and n.person_id = m.recipient_id and n.told_on is null;
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.referring(one kept_rows)
 RETURNS kept_rows
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  key text := case one.kept_table when 'trekkerschappen' then 'predecessor_id' when 'absences' then 'substitute_id' end;
  about uuid := (one.was ->> key)::uuid;
begin
  if about is not null and not exists (select from trekkerschappen t where t.id = about)
    -- nor comes back with it
    and not exists (select from kept_rows k where k.row_id = about and k.became is null
      and k.cause_id in (one.cause_id, (one.was ->> 'oudernetwerk_id')::uuid)) then
    one.was := one.was || jsonb_build_object(key, (select t.id from trekkerschappen t where t.id = corrected_id(about)));
  end if;
  return one;
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_after_death()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  part jsonb := to_jsonb(new);
  days daterange := (part ->> 'period')::daterange;
  of people;
  last_day date;
begin
  select p.* into of from people p where p.id = (part ->> tg_argv[0])::uuid for no key update;
  last_day := least(of.deceased_on, of.erased_on);
  if last_day is not null and (days is null or upper_inf(days) or upper(days) > last_day + 1) then
    raise exception 'person % has died or was erased', of.id using errcode = '23514',
      constraint = case when of.erased_on is null then 'person_alive' else 'person_erased' end;
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '% is append-only', tg_table_name;
end $function$;
grant execute on function refuse_change() to public;

CREATE OR REPLACE FUNCTION public.refuse_erased()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  whose uuid := (to_jsonb(new) ->> tg_argv[0])::uuid;
begin
  if exists (select from people p where p.id = whose and p.erased_on is not null) then
    raise exception 'person % was erased', whose using errcode = '23514', constraint = 'person_erased';
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_led_by_no_parent()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  -- what is hidden from whoever changes it must not tell itself by a refusal
  if exists (select from trekkerschappen t where t.person_id = new.id and t.region_id = any ((select viewer_uuids('app.regions'))::uuid[])
      and (upper_inf(t.period) or upper(t.period) > (select nullif(current_setting('app.today', true), '')::date))) then
    raise exception 'person % leads a network of parents', new.id
      using errcode = '23514', constraint = 'stays_parent';
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_no_parent()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  roles text[] := (select p.perspectives from people p where p.id = new.person_id for no key update);
begin
  if 'OUDER' = any (roles) or not (upper_inf(new.period) or upper(new.period) > (select nullif(current_setting('app.today', true), '')::date)) then return null; end if;
  -- they lead it already, in this role or in the one before
  if tg_op = 'UPDATE' and new.person_id = old.person_id and (upper_inf(old.period) or upper(old.period) > (select nullif(current_setting('app.today', true), '')::date))
    or exists (select from trekkerschappen t where t.person_id = new.person_id
      and coalesce(t.line_id, t.oudernetwerk_id) = coalesce(new.line_id, new.oudernetwerk_id) and upper(t.period) = lower(new.period)) then
    return null;
  end if;
  raise exception 'person % is no parent', new.person_id using errcode = '23514', constraint = 'led_by_parent';
end $function$;

CREATE OR REPLACE FUNCTION public.region_agreements_answer()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not new.period <@ old.period then
    raise exception 'an agreement is only shortened' using errcode = '42501';
  end if;
  if current_user = any (array['okn_national', 'okn_regional', 'okn_personal']) and new.answer is distinct from old.answer and (case
      when new.answer = 'WITHDRAWN' and old.answer = 'AGREED' then true
      when old.answer is not null then false
      when new.answer = 'WITHDRAWN' then new.home_region_id = any ((select viewer_uuids('app.regions'))::uuid[])
      else new.region_id = any ((select viewer_uuids('app.regions'))::uuid[]) and new.asked_by is distinct from (select viewer_uuid('app.account')) end) is not true then
    raise exception 'an agreement is decided by another coordinator, of the other region' using errcode = '42501';
  end if;
  return new;
end $function$;
grant execute on function region_agreements_answer() to public;

CREATE OR REPLACE FUNCTION public.regions_below(uuid)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE ROWS 1
BEGIN ATOMIC
 SELECT r.id
    FROM (regions r
      LEFT JOIN regions above ON ((above.id = r.parent_id)))
   WHERE (($1 = r.id) OR ($1 = above.id) OR ($1 = above.parent_id));
END;
grant execute on function regions_below(uuid) to public;

CREATE OR REPLACE FUNCTION public.regions_of(person uuid, home uuid)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE
AS $function$
  select case when exists (select from people p where p.id = $1 and p.merged_into is not null) then '{}' else array[$2] end || array(
    select region_id from (
      select region_id from trekkerschappen where person_id = $1
      union select region_id from memberships where person_id = $1
      union select region_id from successor_candidates where person_id = $1
      union select region_id from seat_appointments where person_id = $1
      union select region_id from seat_alternates where person_id = $1
      union select region_id from seat_invitations where person_id = $1 and status = 'ACCEPTED') elsewhere
    where region_id <> $2 order by 1)
$function$;

CREATE OR REPLACE FUNCTION public.renew_findable(person uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update ervaringsdeskundigen e set findable_until = c.until, findable_agreements = coalesce(c.agreements, false),
    findable_country = coalesce(c.country, false), findable_partners = coalesce(c.partners, false)
  from people p left join lateral findable_by_consent(p.id) c on true
  where p.id = person and e.person_id = p.id;
end $function$;

CREATE OR REPLACE FUNCTION public.reopen_invitations(cause uuid, filled daterange)
 RETURNS TABLE(id uuid, region_id uuid, profile_id uuid, status text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
declare
  one kept_rows;
begin
  perform from ervaringsdeskundigen e where e.id in (select (k.was ->> 'ervaringsdeskundige_id')::uuid from kept_rows k
    where k.cause_id = cause and k.kept_table = 'seat_invitations') order by e.id for no key update;
  for one in
    delete from kept_rows k where k.cause_id = cause and k.kept_table = 'seat_invitations'
      and (filled is null or (k.became ->> 'closed_on')::date >= upper(filled)) returning *
  loop
    one := as_by_now(one);
    if give_back(one) then
      return query select i.id, i.region_id, i.ervaringsdeskundige_id, i.status from seat_invitations i where i.id = one.row_id;
    end if;
  end loop;
end $function$;
grant execute on function reopen_invitations(cause uuid, filled daterange) to okn_system;

CREATE OR REPLACE FUNCTION public.reopen_network(network oudernetwerken)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  one kept_rows;
  again boolean := true;
begin
  while again loop
    again := false;
    for one in select * from kept_rows k where k.cause_id = network.id order by k.place desc loop
      if give_back(one) then
        delete from kept_rows k where k.cause_id = network.id and k.kept_table = one.kept_table and k.row_id = one.row_id;
        again := true;
      end if;
    end loop;
  end loop;
  -- what stays gone keeps nothing else from coming back
  for one in delete from kept_rows k where k.cause_id = network.id returning * loop
    perform give_back(one);
  end loop;
end $function$;

CREATE OR REPLACE FUNCTION public.requires_erasure(person uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not exists (select from erasures e where e.person_id = person and e.xact = pg_current_xact_id()) then
    raise exception 'person % is not being erased', person;
  end if;
end $function$;

CREATE OR REPLACE FUNCTION public.responsible_organisation(region uuid, chosen uuid DEFAULT NULL::uuid, chosen_in uuid DEFAULT NULL::uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE
AS $function$
  with recursive up as (
    select id, parent_id, coalesce(responsible_organisation_id, coordinating_organisation_id) as organisation_id, 0 as steps
      from regions where id = $1
    union all
    select r.id, r.parent_id, coalesce(r.responsible_organisation_id, r.coordinating_organisation_id), steps + 1
      from regions r join up on up.parent_id = r.id
  )
  select coalesce(
    case when chosen_in = region then chosen end,
    (select organisation_id from up where organisation_id is not null order by steps limit 1))
$function$;
grant execute on function responsible_organisation(region uuid, chosen uuid, chosen_in uuid) to okn_national, okn_personal, okn_regional, okn_system;

CREATE OR REPLACE FUNCTION public.restore_row(one kept_rows)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  now_there jsonb;
  changed text[] := array(select key from jsonb_each(one.was)
    where value is distinct from one.became -> key and key <> 'version');
  columns text;
begin
  execute format('select to_jsonb(t) from %I t where t.id = $1 for no key update', one.kept_table) into now_there using one.row_id;
  if one.became is null then
    if now_there is not null then return false; end if;
    columns := (select string_agg(quote_ident(attname), ', ') from pg_attribute
      where attrelid = one.kept_table::regclass and attnum > 0 and attgenerated = '' and one.was ? attname);
    execute format('insert into %1$I (%2$s) select %2$s from jsonb_populate_record(null::%1$I, $1)', one.kept_table, columns)
      using one.was;
    return true;
  end if;
  if changed = '{}' then return true; end if;
  if now_there is null then
    -- where the end of its network keeps it, for when that goes on
    update kept_rows n set was = n.was || (select jsonb_object_agg(key, one.was -> key) from unnest(changed) key)
    where n.row_id = one.row_id and n.kept_table = one.kept_table and n.cause_id = (one.was ->> 'oudernetwerk_id')::uuid
      and n.cause_id <> one.cause_id and n.became is null
      and not exists (select from unnest(changed) key where n.was -> key is distinct from one.became -> key);
    return found;
  end if;
  now_there := as_written(one.cause_id, one.kept_table, now_there);
  if exists (select from unnest(changed) key where now_there -> key is distinct from one.became -> key) then
    return false;
  end if;
  columns := (select string_agg(format('%1$I = was.%1$I', key), ', ') from unnest(changed) key)
    || case when one.was ? 'version' then ', version = t.version + 1' else '' end;
  execute format('update %1$I t set %2$s from jsonb_populate_record(null::%1$I, $1) was where t.id = $2',
    one.kept_table, columns) using one.was, one.row_id;
  return true;
exception when exclusion_violation or unique_violation or foreign_key_violation or check_violation then
  return false;
end $function$;

CREATE OR REPLACE FUNCTION public.rests_until(said_no_on date)
 RETURNS date
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN GREATEST((((said_no_on + '6 mons'::interval))::date - 1), (((said_no_on - 1) + '6 mons'::interval))::date);
grant execute on function rests_until(said_no_on date) to public;

CREATE OR REPLACE FUNCTION public.resume_stopped(plan uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare one kept_rows;
begin
  for one in select k.* from succession_plans p join kept_rows k on k.cause_id = p.oudernetwerk_id
    where p.id = plan and (k.kept_table = 'succession_plans' and k.row_id = p.id
      or k.kept_table = 'successor_candidates' and k.was ->> 'plan_id' = p.id::text)
    order by k.kept_table
  loop
    delete from kept_rows k where k.cause_id = one.cause_id and k.kept_table = one.kept_table and k.row_id = one.row_id;
    perform give_back(one);
  end loop;
end $function$;
grant execute on function resume_stopped(plan uuid) to okn_system;

CREATE OR REPLACE FUNCTION public.role_as_written(network uuid, role uuid)
 RETURNS TABLE(period daterange, reason text)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select (k.was ->> 'period')::daterange, k.was ->> 'end_reason'
  from oudernetwerken n join kept_rows k on k.cause_id = n.id
  where n.id = $1 and k.row_id = $2 and (n.region_id = any ((select viewer_uuids('app.regions'))::uuid[]) or n.id = any ((select viewer_uuids('app.shared'))::uuid[]))
$function$;
grant execute on function role_as_written(network uuid, role uuid) to okn_national, okn_personal, okn_regional;

CREATE OR REPLACE FUNCTION public.roles_of(person uuid)
 RETURNS TABLE(kept_table text, id uuid, oudernetwerk_id uuid, period daterange, said jsonb)
 LANGUAGE sql
 STABLE ROWS 5
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select 'trekkerschappen', t.id, t.oudernetwerk_id, t.period, to_jsonb(t) from trekkerschappen t where t.person_id = $1
  union all
  select 'memberships', m.id, m.oudernetwerk_id, m.period, to_jsonb(m) from memberships m where m.person_id = $1
  union all
  select 'seat_appointments', a.id, null, a.period, to_jsonb(a) from seat_appointments a where a.person_id = $1
$function$;

CREATE OR REPLACE FUNCTION public.said_of(person uuid, purpose text)
 RETURNS TABLE(consent_id uuid, given boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select c.id, c.given from consents c where c.person_id = $1 and c.purpose = $2
  order by c.recorded_at desc, c.id desc limit 1
$function$;
grant execute on function said_of(person uuid, purpose text) to okn_system;

CREATE OR REPLACE FUNCTION public.school_holiday_is_removed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if tg_op = 'DELETE' then
    insert into removed_school_holidays values (old.school_year, old.kind, old.holiday_region) on conflict do nothing;
  else
    delete from removed_school_holidays r
      where (r.school_year, r.kind, r.holiday_region) = (new.school_year, new.kind, new.holiday_region);
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.school_holiday_until(area text, on_day date)
 RETURNS date
 LANGUAGE sql
 STABLE
AS $function$
  select coalesce(
    (select max(upper(h.period) - 1) from school_holidays h where h.holiday_region = $1 and h.period @> $2),
    case when extract(month from $2) = any ('{7,8}') and not exists (
      select from school_holidays h where h.holiday_region = $1 and h.kind = 'ZOMER'
        and extract(year from lower(h.period)) = extract(year from $2))
      then make_date(extract(year from $2)::integer, 8, 31) end)
$function$;

CREATE OR REPLACE FUNCTION public.searches_go_on(merged uuid, ended_role uuid, network uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  one kept_rows;
begin
  for one in select * from kept_rows k
    where k.cause_id = merged and k.kept_table = 'succession_plans' and k.was ->> 'trekkerschap_id' = ended_role::text
  loop
    continue when not give_back(one);
    delete from kept_rows k where k.cause_id = merged and k.kept_table = one.kept_table and k.row_id = one.row_id;
    update succession_plans p set oudernetwerk_id = n.id, region_id = n.region_id from oudernetwerken n
      where p.id = one.row_id and n.id = network;
  end loop;
end $function$;

CREATE OR REPLACE FUNCTION public.seat_appointments_known_as()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  new.known_as := coalesce(
    (select i.ervaringsdeskundige_id from seat_invitations i where i.id = new.invitation_id),
    (select a.known_as from seat_appointments a
      where a.person_id = new.person_id and a.body_id = new.body_id and a.known_as is not null
        and (upper_inf(a.period) or upper(a.period) >= lower(new.period)) limit 1));
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.seat_held_status(seat uuid, on_day date)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select case
      when a.latest_end < $2 then 'CARRY_OVER'
      when least(upper(a.period) - 1, a.latest_end) - make_interval(months => b.ends_soon_months) <= $2
        and not exists (select from seat_appointments n where n.seat_id = $1
          and n.period @> least(upper(a.period) - 1, a.latest_end) + 1 and n.id <> a.id) then 'ENDS_SOON'
      else 'FILLED' end
    from seat_appointments a join advisory_bodies b on b.id = a.body_id
    where a.seat_id = $1 and a.period @> $2 and exists (select from advisory_seats where id = $1 and (((select viewer_uuid('app.account')) is not null and current_setting('app.reach', true) in ('national', 'system')) or (select viewer_uuid('app.account')) is not null and ((region_id = any ((select viewer_uuids('app.regions'))::uuid[]) or asked_in && (select viewer_uuids('app.regions'))::uuid[]) or current_setting('app.reach', true) = 'personal' and (body_id = any ((select viewer_uuids('app.bodies'))::uuid[]) or id = any (array(select a.seat_id from seat_appointments a where a.person_id = (select viewer_uuid('app.person'))
  union all select i.seat_id from seat_invitations i where i.person_id = (select viewer_uuid('app.person'))))))))
$function$;
grant execute on function seat_held_status(seat uuid, on_day date) to okn_national, okn_personal, okn_regional;

CREATE OR REPLACE FUNCTION public.seat_invitations_answer()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if current_user = any (array['okn_national', 'okn_regional', 'okn_personal'])
    and (viewer_uuid('app.person') = new.person_id) is not true then
    raise exception 'an invitation is answered by the person who was invited' using errcode = '42501';
  end if;
  return new;
end $function$;
grant execute on function seat_invitations_answer() to public;

CREATE OR REPLACE FUNCTION public.seat_nominees_forget()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  delete from seat_nominees where invitation_id = new.id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.seat_nominees_remember()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into nominated_addresses values (new.invitation_id, link_signature('nominated ' || mailbox_of(new.email)));
  perform mark_deliverable(new.email);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.seat_open_status(opened_on date, abolished_on date, held datemultirange, on_day date)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN (opened_on > on_day) THEN 'FUTURE'::text WHEN (abolished_on <= on_day) THEN 'ABOLISHED'::text WHEN (NOT (held @> on_day)) THEN 'VACANT'::text ELSE NULL::text END;
grant execute on function seat_open_status(opened_on date, abolished_on date, held datemultirange, on_day date) to public, okn_national, okn_personal, okn_regional;

CREATE OR REPLACE FUNCTION public.seat_requirements_trait()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  new.trait := case when new.kind <> 'TRAINING' then trait_of(new.kind, new.value) end;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.seat_sought(uuid, date)
 RETURNS TABLE(seat_id uuid, findable_in uuid[], hidden bigint, requirements sought[], here uuid[], in_cooldown uuid[])
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare seat record;
begin
  select s.id, b.id as body_id,
      -- in FROM the function is part of the plan; elsewhere it would be one of its own, each time
      array(select regions_below(b.region_id)) as home,
      array(select below from (select b.region_id union all select agreed_regions(b.id, $2)) works (place)
        cross join lateral regions_below(place) below) as places
    into seat
    from advisory_seats s join advisory_bodies b on b.id = s.body_id
    where s.id = $1 and (select viewer_uuid('app.account')) is not null and b.id = any ((select viewer_uuids('app.bodies'))::uuid[]);
  if not found then return; end if;
  return query
    select seat.id, sought_for(seat.body_id, $2),
      (select case when lives >= 5 then lives - lives % 5 end from (select (
          select count(*) from ervaringsdeskundigen e where e.region_id = any (seat.home) and e.findable_until < $2) + (
          select count(*) from ervaringsdeskundigen e where e.region_id = any (seat.home) and e.findable_until is null) - (
          select count(*) from people p join ervaringsdeskundigen e on e.person_id = p.id
            where p.region_id = any (seat.home) and p.deceased_on is not null) as lives) hidden),
      array(
        select row(r.id, r.kind, r.strength, r.value, r.trait, case r.kind when 'TRAINING' then title_number(r.value) end,
          coalesce(r.label, t.label_nl, g.name), coalesce(r.label, t.label_en, g.name))::sought
        from seat_requirements r left join themes t on t.id = r.theme_id left join regions g on g.id = r.place_id
        where r.seat_id = $1 order by r.kind, r.id),
      array(
        select a.known_as from seat_appointments a
        where a.body_id = seat.body_id and a.known_as is not null
          and known_by_seat(a.period, a.invitation_id, $2)
        union all
        select i.ervaringsdeskundige_id from seat_invitations i
        where i.seat_id = $1 and i.ervaringsdeskundige_id is not null
          and (i.status = 'ACCEPTED' or invitation_is_open(i.status, i.expires_on, $2))),
      array(
        select i.ervaringsdeskundige_id from seat_invitations i
        where i.body_id = seat.body_id and i.ervaringsdeskundige_id is not null
          and i.status = 'DECLINED' and rests_until(i.answered_on) >= $2);
end $function$;
grant execute on function seat_sought(uuid, date) to okn_national, okn_personal, okn_regional;

CREATE OR REPLACE FUNCTION public.seat_vacant_since(opened_on date, abolished_on date, held datemultirange, on_day date)
 RETURNS date
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN (seat_open_status(opened_on, abolished_on, held, on_day) = 'VACANT'::text) THEN GREATEST(opened_on, upper((held * datemultirange(daterange(NULL::date, on_day))))) ELSE NULL::date END;
grant execute on function seat_vacant_since(opened_on date, abolished_on date, held datemultirange, on_day date) to public, okn_national, okn_personal, okn_regional;

CREATE OR REPLACE FUNCTION public.seats_known_by_name()
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(jsonb_object_agg(id, seats), '{}') from (
    select e.id, count(*) as seats from seat_appointments a join ervaringsdeskundigen e on e.person_id = a.person_id
    -- by its bounds: an index on periods would lead through the seats of the whole country
    where a.body_id = any ((select viewer_uuids('app.bodies'))::uuid[]) and a.known_as is null and lower(a.period) <= (select nullif(current_setting('app.today', true), '')::date) and (upper_inf(a.period) or upper(a.period) > (select nullif(current_setting('app.today', true), '')::date))
      and (e.person_id = (select viewer_uuid('app.person')) or e.region_id = any ((select viewer_uuids('app.regions'))::uuid[])) is not true
    group by e.id) held
$function$;
grant execute on function seats_known_by_name() to okn_national, okn_personal, okn_regional;

CREATE OR REPLACE FUNCTION public.seats_of_profile(profile ervaringsdeskundigen)
 RETURNS TABLE(begins date[], ends date[], asked date[], engaged uuid[])
 LANGUAGE sql
 STABLE ROWS 1
AS $function$
  select
    (select array_agg(lower(a.period) order by lower(a.period)) from seat_appointments a where a.person_id = profile.person_id),
    (select array_agg(upper(a.period) order by upper(a.period)) from seat_appointments a
      where a.person_id = profile.person_id and not upper_inf(a.period)),
    (select array_agg(i.asked_on order by i.asked_on) from seat_invitations i
      where i.ervaringsdeskundige_id = profile.id),
    array(select distinct i.body_id from seat_invitations i
      where i.ervaringsdeskundige_id = profile.id and i.status = 'ACCEPTED')
$function$;

CREATE OR REPLACE FUNCTION public.settle_letters(tasks uuid[], on_day date)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  update person_tasks set done_on = $2, lapsed = true, version = version + 1
  where id = any ($1) and mail_id is not null and done_on is null
$function$;
grant execute on function settle_letters(tasks uuid[], on_day date) to okn_system;

CREATE OR REPLACE FUNCTION public.settle_moves(moves uuid[], on_day date, at timestamp with time zone)
 RETURNS TABLE(id uuid, person_id uuid, region_id uuid, because text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
begin
  perform from people p where p.id in (select m.person_id from person_moves m where m.id = any (moves))
    order by p.id for no key update;
  return query
    with crossing as (
      update person_moves m set crossed_at = at, crossed_because = crosses_because(m, on_day), version = m.version + 1
      where m.id = any (moves) and crosses_because(m, on_day) is not null returning m.*
    ), moved as (
      update people p set region_id = c.to_region_id, municipality_id = c.municipality_id, version = p.version + 1
      from crossing c where p.id = c.person_id
    )
    select c.id, c.person_id, c.to_region_id, c.crossed_because from crossing c;
end $function$;
grant execute on function settle_moves(moves uuid[], on_day date, at timestamp with time zone) to okn_system;

CREATE OR REPLACE FUNCTION public.snoozes_stay_behind()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  delete from work_item_snoozes s where s.subject_id = new.subject_id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.sought_for(body uuid, on_day date)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select sought_places(array(select regions_below(b.region_id)),
      array(select below from agreed_regions($1, $2) place cross join lateral regions_below(place) below))
    || '00000000-0000-0000-0000-000000000000'::uuid
  from advisory_bodies b where b.id = $1 and (((select viewer_uuid('app.account')) is not null and current_setting('app.reach', true) in ('national', 'system')) or (select viewer_uuid('app.account')) is not null and ((region_id = any ((select viewer_uuids('app.regions'))::uuid[]) or id = any (array(select a.body_id from region_agreements a where a.region_id = any ((select viewer_uuids('app.regions'))::uuid[])
  and agreement_status(a.answer, a.period, (select nullif(current_setting('app.today', true), '')::date)) in ('ASKED', 'AGREED', 'IN_FORCE'))) or asked_in && (select viewer_uuids('app.regions'))::uuid[]) or current_setting('app.reach', true) = 'personal' and (id = any ((select viewer_uuids('app.bodies'))::uuid[]) or id = any (array(select a.body_id from seat_appointments a where a.person_id = (select viewer_uuid('app.person'))
  union all select i.body_id from seat_invitations i where i.person_id = (select viewer_uuid('app.person'))))
  or id = any (array(select s.body_id from seat_alternates s where s.person_id = (select viewer_uuid('app.person')))))))
$function$;
grant execute on function sought_for(body uuid, on_day date) to okn_national, okn_personal, okn_regional, okn_system;

CREATE OR REPLACE FUNCTION public.sought_places(home uuid[], agreed uuid[])
 RETURNS uuid[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (home || ARRAY(SELECT with_agreements(place.place) AS with_agreements FROM unnest((sought_places.home || sought_places.agreed)) place(place)));
grant execute on function sought_places(home uuid[], agreed uuid[]) to public;

CREATE OR REPLACE FUNCTION public.spellings_of_name(region_ids uuid[], name text)
 RETURNS bigint[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN name_spellings((region_ids || country_of_names()), name_words(name), true);
grant execute on function spellings_of_name(region_ids uuid[], name text) to public, okn_national, okn_personal, okn_regional, okn_system;

CREATE OR REPLACE FUNCTION public.stays_as_left(one kept_rows)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select case one.kept_table
    when 'seat_invitations' then exists (select from kept_rows k
        where k.row_id = one.row_id and k.kept_table = one.kept_table and k.cause_id <> one.cause_id and k.restored is null)
      or exists (select from seat_invitations i join advisory_seats s on s.id = i.seat_id
        where i.id = one.row_id and (s.abolished_on is not null
          or i.person_id is null and not exists (select from seat_nominees n where n.invitation_id = i.id)
          or exists (select from departures d where d.person_id = i.person_id and d.taken_back_at is null
            and (d.recorded_at at time zone 'Europe/Amsterdam')::date >= i.closed_on)))
    when 'successor_candidates' then exists (select from succession_plans p
      where p.id = (one.was ->> 'plan_id')::uuid and p.closed_on is not null)
    -- what it is about is not what it was left with, or what it was about will not be there
    when 'succession_plans' then exists (select from succession_plans p where p.id = one.row_id
        and (p.trekkerschap_id, p.successor_id) is distinct from (
          coalesce(corrected_id((one.became ->> 'trekkerschap_id')::uuid), (one.became ->> 'trekkerschap_id')::uuid),
          (one.became ->> 'successor_id')::uuid))
      or exists (select from unnest(array['trekkerschap_id', 'successor_id']) key
        where one.was -> key <> 'null' and one.was -> key <> one.became -> key
          and not exists (select from trekkerschappen t where t.id = (one.was ->> key)::uuid)
          and kept_by_departure((one.was ->> key)::uuid) is null)
    -- the database compares their periods only at the end
    when 'caretakerships' then exists (select from caretakerships c
      where c.oudernetwerk_id = (one.was ->> 'oudernetwerk_id')::uuid and c.id <> one.row_id and not c.standby
        and c.period && (one.was ->> 'period')::daterange)
    else false end
$function$;

CREATE OR REPLACE FUNCTION public.stop_keeps_removed(appointment uuid, departure uuid, term uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  update kept_rows k set cause_id = d.id, became = null from departures d
  where d.id = $2 and d.taken_back_at is null and k.cause_id = $1 and k.kept_table = 'seat_appointments' and k.row_id = $3
    and (k.was ->> 'person_id')::uuid = d.person_id
$function$;
grant execute on function stop_keeps_removed(appointment uuid, departure uuid, term uuid) to okn_system;

CREATE OR REPLACE FUNCTION public.stopped_by_network_end(trekkerschap uuid, ending boolean)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select p.id
  from succession_plans p
  join kept_rows k on k.cause_id = p.oudernetwerk_id and k.kept_table = 'succession_plans' and k.row_id = p.id
  where p.trekkerschap_id = $1 and p.status = 'STOPPED' and k.was -> 'closed_on' = 'null'
    and not ($2 and exists (select from kept_rows c where c.cause_id = p.oudernetwerk_id and c.kept_table = 'trekkerschappen'
      and c.row_id = $1 and c.was -> 'period' <> c.became -> 'period'))
  order by k.place desc limit 1
$function$;
grant execute on function stopped_by_network_end(trekkerschap uuid, ending boolean) to okn_system;

CREATE OR REPLACE FUNCTION public.stopped_on(person uuid)
 RETURNS date
 LANGUAGE sql
 STABLE
AS $function$
  select max(d.last_day) from departures d
  where d.person_id = $1 and d.kind = 'STOPS_EVERYTHING' and d.taken_back_at is null
$function$;
grant execute on function stopped_on(person uuid) to okn_system;

CREATE OR REPLACE FUNCTION public.stops_keep_appointments(ended jsonb)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  insert into kept_rows (cause_id, kept_table, row_id, was, became)
    select d.id, 'seat_appointments', a.id, to_jsonb(a) || e.was, to_jsonb(a) || e.became
    from jsonb_to_recordset($1) e (departure uuid, appointment uuid, was jsonb, became jsonb)
    join seat_appointments a on a.id = e.appointment
    join departures d on d.id = e.departure and d.person_id = a.person_id and d.taken_back_at is null
    on conflict do nothing
$function$;
grant execute on function stops_keep_appointments(ended jsonb) to okn_system;

CREATE OR REPLACE FUNCTION public.stops_keep_role(kept text, role jsonb, lasted daterange)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  execute format('insert into kept_rows (cause_id, kept_table, row_id, was, became)
    select l.cause_id, %1$L, t.id, to_jsonb(t) || l.was, to_jsonb(t) || l.became
    from left_by_stops($1, $2) l join %1$I t on t.id = ($1 ->> ''id'')::uuid and t.person_id = ($1 ->> ''person_id'')::uuid
    on conflict do nothing', kept) using role, lasted;
  -- what the end of its network keeps of it comes back as they leave it
  update kept_rows k set departures = k.departures || array(
      select d.id from stops_since(role, lasted) d where d.id <> all (k.departures))
    where k.cause_id = (role ->> 'oudernetwerk_id')::uuid and k.kept_table = kept and k.row_id = (role ->> 'id')::uuid;
end $function$;
grant execute on function stops_keep_role(kept text, role jsonb, lasted daterange) to okn_system;

CREATE OR REPLACE FUNCTION public.stops_since(role jsonb, lasted daterange)
 RETURNS SETOF departures
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select * from departures_since(($1 ->> 'person_id')::uuid, lower(($1 ->> 'period')::daterange),
    case when $2 is not null then coalesce(upper($2) - 1, 'infinity') end)
$function$;

CREATE OR REPLACE FUNCTION public.substitutes_follow(network uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with due as (
    select a.id as absence_id, a.substitute_until, s.id, lasts.until
    from absences a
    join trekkerschappen s on s.id = a.substitute_id
    cross join lateral (select absent_days(a) as days) away
    -- not into what they do afterwards in their own right
    cross join lateral (select min(lower(o.period)) as begins from trekkerschappen o
      where o.oudernetwerk_id = a.oudernetwerk_id and o.person_id = s.person_id and lower(o.period) > lower(s.period)) own
    cross join lateral (select min(d.last_day) + 1 as day from departures d
      where d.person_id = s.person_id and d.taken_back_at is null and d.last_day >= lower(s.period)) gone
    cross join lateral (select least(upper(away.days), own.begins, gone.day) as until) lasts
    where a.oudernetwerk_id = $1 and away.days is not null and (lasts.until is null or lasts.until > lower(s.period))
  ),
  following as (
    update trekkerschappen t
    set period = daterange(lower(t.period), due.until), version = t.version + 1,
      end_reason = case when due.until is not null then 'TERM_COMPLETED' end
    from due
    where t.id = due.id and upper(t.period) is distinct from due.until
      and (upper_inf(t.period) or upper(t.period) = due.substitute_until + 1 or upper(t.period) > due.until)
    returning due.absence_id, due.until
  )
  update absences a set substitute_until = following.until - 1 from following where a.id = following.absence_id
$function$;

CREATE OR REPLACE FUNCTION public.support_of(support uuid)
 RETURNS SETOF support_arrangements
 LANGUAGE sql
 STABLE ROWS 2
AS $function$
  select s.*
  from support_arrangements one
  join support_arrangements s on s.oudernetwerk_id = one.oudernetwerk_id and s.organisation_id = one.organisation_id
  join lateral (
    select unnest(range_agg(a.period)) as whole from support_arrangements a
    where a.oudernetwerk_id = one.oudernetwerk_id and a.organisation_id = one.organisation_id
  ) renewed on renewed.whole @> one.period and renewed.whole @> s.period
  where one.id = $1
$function$;
grant execute on function support_of(support uuid) to public;

CREATE OR REPLACE FUNCTION public.take_back_proposals(on_day date)
 RETURNS TABLE(id uuid, person_id uuid, from_region_id uuid, to_region_id uuid, moved_on date, answer text, by_hand boolean)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  update region_agreements a set answer = 'WITHDRAWN', answered_on = on_day, version = a.version + 1
  where (a.kind = 'MOVES' and a.asked_by is null and a.answer is null) and not exists (select from municipality_regions c
    join oudernetwerk_municipalities l on l.municipality_id in (c.municipality_id, c.into_id)
    where l.oudernetwerk_id = a.oudernetwerk_id and c.region_id = a.region_id
      and greatest(c.valid_from, a.asked_on) = lower(a.period));
  delete from person_moves m where m.because = 'REORGANISED' and (m.crossed_at is null and m.closed_on is null) and not exists (
    select from municipality_regions c where c.municipality_id = m.from_municipality_id and c.region_id = m.to_region_id
      and c.valid_from = m.moved_on)
  returning m.id, m.person_id, m.from_region_id, m.to_region_id, m.moved_on, m.answer,
    m.told_on is not null and not exists (select from mails_of_change(m.id) mail where mail.sent_at is not null)
$function$;
grant execute on function take_back_proposals(on_day date) to okn_system;

CREATE OR REPLACE FUNCTION public.take_stale_of_this_transaction()
 RETURNS TABLE(type text, id uuid)
 LANGUAGE plpgsql
 SET enable_seqscan TO 'off'
AS $function$
begin
  return query delete from stale_subjects where xact = pg_current_xact_id() returning subject_type, subject_id;
end $function$;
grant execute on function take_stale_of_this_transaction() to okn_system;

CREATE OR REPLACE FUNCTION public.takes_part_here(person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (
    select from (
      select region_id, period from trekkerschappen where person_id = $1
      union all select region_id, period from memberships where person_id = $1
      union all select region_id, period from seat_appointments where person_id = $1) part
    where region_id = any ((select viewer_uuids('app.regions'))::uuid[]) and (upper_inf(period) or upper(period) > (select nullif(current_setting('app.today', true), '')::date)))
  or exists (select from successor_candidates where person_id = $1 and region_id = any ((select viewer_uuids('app.regions'))::uuid[]) and ended_on is null)
  or exists (select from seat_invitations where person_id = $1 and region_id = any ((select viewer_uuids('app.regions'))::uuid[]) and status = 'ACCEPTED')
  or exists (select from seat_alternates where person_id = $1 and region_id = any ((select viewer_uuids('app.regions'))::uuid[]) and alternates_still(absence_id, (select nullif(current_setting('app.today', true), '')::date)))
$function$;
grant execute on function takes_part_here(person uuid) to okn_national, okn_personal, okn_regional;

CREATE OR REPLACE FUNCTION public.tasks_follow_home()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update person_tasks t set region_id = new.region_id, version = t.version + 1
  where t.person_id = new.id and t.done_on is null and t.mail_id is not null;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.tell_by_hand(mail uuid, on_day date)
 RETURNS TABLE(id uuid, region_id uuid)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  insert into person_tasks (id, person_id, region_id, kind, mail_id, made_on, due_on)
    select gen_random_uuid(), p.id, p.region_id, 'NOTICE', m.id, $2, $2 + 14
    from mails m left join accounts a on m.recipient_type = 'ACCOUNT' and a.id = m.recipient_id
    join people p on p.id = case m.recipient_type when 'PERSON' then m.recipient_id else a.person_id end where m.id = $1
    on conflict do nothing
    returning id, region_id
$function$;
grant execute on function tell_by_hand(mail uuid, on_day date) to okn_system;

CREATE OR REPLACE FUNCTION public.tell_nominee_lookups(invitation uuid, person uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  insert into person_access_log (id, person_id, person_region_id, happened_at, what, why, account_id, body_id,
      invitation_id)
    select gen_random_uuid(), p.id, p.region_id, l.looked_at, 'CONTACT', 'LOOKED_UP', l.account_id, i.body_id, i.id
    from nominee_lookups l join seat_invitations i on i.id = l.invitation_id join people p on p.id = $2
    where l.invitation_id = $1
    on conflict do nothing
$function$;

CREATE OR REPLACE FUNCTION public.tenure_goes_on(person uuid, since date, line uuid, next_line uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  update trekkerschappen t set line_id = $4, version = t.version + 1
  where t.person_id = $1 and lower(t.period) > $2 and t.line_id = $3 and $3 <> $4
$function$;
grant execute on function tenure_goes_on(person uuid, since date, line uuid, next_line uuid) to okn_system;

CREATE OR REPLACE FUNCTION public.tenure_in_line(trekkerschap uuid)
 RETURNS SETOF trekkerschappen
 LANGUAGE sql
 STABLE ROWS 2
AS $function$
  select t.* from tenure_of($1) t join trekkerschappen one on one.id = $1 and coalesce(t.line_id, t.oudernetwerk_id) = coalesce(one.line_id, one.oudernetwerk_id)
$function$;
grant execute on function tenure_in_line(trekkerschap uuid) to public;

CREATE OR REPLACE FUNCTION public.tenure_lines(person uuid, line uuid)
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  -- as nearly everybody
  if not exists (select from trekkerschappen t join network_successions s on s.predecessor_id = t.oudernetwerk_id
      and s.kind = 'MERGED' and s.from_day = upper(t.period) where t.person_id = $1) then
    return array[$2];
  end if;
  return (
    with recursive met as (
      select coalesce(ended.line_id, ended.oudernetwerk_id) as one, coalesce(there.line_id, there.oudernetwerk_id) as other
      from trekkerschappen ended
      join network_successions s on s.predecessor_id = ended.oudernetwerk_id and s.kind = 'MERGED'
        and s.from_day = upper(ended.period)
      join trekkerschappen there on there.oudernetwerk_id = s.successor_id and there.person_id = $1
        and there.period && daterange(s.from_day - 1, s.from_day + 1)
      where ended.person_id = $1
    ),
    one_line as (
      select $2 as id
      union
      select case m.one when l.id then m.other else m.one end from one_line l join met m on l.id in (m.one, m.other)
    )
    select array_agg(id order by id) from one_line);
end $function$;
grant execute on function tenure_lines(person uuid, line uuid) to public;

CREATE OR REPLACE FUNCTION public.tenure_of(trekkerschap uuid)
 RETURNS SETOF trekkerschappen
 LANGUAGE sql
 STABLE ROWS 2
AS $function$
  select t.*
  from trekkerschappen one
  -- as a table: once for all that is compared with it
  cross join tenure_lines(one.person_id, coalesce(one.line_id, one.oudernetwerk_id)) of (lines)
  join trekkerschappen t on coalesce(t.line_id, t.oudernetwerk_id) = any (of.lines) and t.person_id = one.person_id
  join lateral (
    select unnest(range_agg(a.period)) as whole from trekkerschappen a
    where coalesce(a.line_id, a.oudernetwerk_id) = any (of.lines) and a.person_id = one.person_id
  ) tenure on tenure.whole @> one.period and tenure.whole @> t.period
  where one.id = $1
$function$;
grant execute on function tenure_of(trekkerschap uuid) to public;

CREATE OR REPLACE FUNCTION public.tenures_of(uuid, date)
 RETURNS TABLE(days integer, ended boolean, count integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 500
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select least(upper(tenure), $2) - lower(tenure), coalesce(upper(tenure) <= $2, false), count(*)::integer
  from (select of.lines, t.person_id, unnest(range_agg(t.period)) as tenure from trekkerschappen t
    cross join lateral (select case when t.person_id in (
        select e.person_id from network_successions s join trekkerschappen e on e.oudernetwerk_id = s.predecessor_id
        where s.kind = 'MERGED')
      then tenure_lines(t.person_id, coalesce(t.line_id, t.oudernetwerk_id)) else array[coalesce(t.line_id, t.oudernetwerk_id)] end as lines) of
    where (select viewer_uuid('app.account')) is not null and ($1 is null or t.region_id in (select regions_below($1)))
    group by of.lines, t.person_id) led
  where lower(tenure) <= $2
    -- whoever only stood in for somebody says nothing of how long parents go on
    and not exists (select from absences a join trekkerschappen s on s.id = a.substitute_id
      where coalesce(s.line_id, s.oudernetwerk_id) = any (led.lines) and s.person_id = led.person_id and s.period = led.tenure)
  group by 1, 2
$function$;
grant execute on function tenures_of(uuid, date) to okn_national, okn_personal, okn_regional;

CREATE OR REPLACE FUNCTION public.themes_follow()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  -- sets what is derived anew
  update ervaringsdeskundigen set domains = domains
  where id in (select ervaringsdeskundige_id from ervaringsdeskundige_themes where theme_id = new.id);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.thresholds_of(region uuid, network uuid)
 RETURNS jsonb
 LANGUAGE sql
 STABLE
AS $function$
  with recursive above as (
    select id, parent_id, 1 as step from regions where id = region
    union all
    select r.id, r.parent_id, step + 1 from regions r join above a on r.id = a.parent_id
  ),
  layers as (
    select 0 as step, t.* from continuity_thresholds t where t.oudernetwerk_id = network
    union all
    select a.step, t.* from continuity_thresholds t join above a on a.id = t.region_id
  )
  select jsonb_build_object(
    'tenureGuidelineMonths', coalesce((array_agg(tenure_guideline_months order by step)
      filter (where tenure_guideline_months is not null))[1], 36),
    'termLimitMonths', (array_agg(term_limit_months order by step) filter (where term_limit_months is not null))[1],
    'endsSoonMonths', coalesce((array_agg(ends_soon_months order by step)
      filter (where ends_soon_months is not null))[1], 12),
    'leaveTogetherDays', coalesce((array_agg(leave_together_days order by step)
      filter (where leave_together_days is not null))[1], 90),
    'supportEndingMonths', coalesce((array_agg(support_ending_months order by step)
      filter (where support_ending_months is not null))[1], 6),
    'inactiveDays', coalesce((array_agg(inactive_days order by step) filter (where inactive_days is not null))[1], 120),
    'mostRoles', coalesce((array_agg(most_roles order by step) filter (where most_roles is not null))[1], 3),
    'tieConfirmedMonths', coalesce((array_agg(tie_confirmed_months order by step)
      filter (where tie_confirmed_months is not null))[1], 12),
    'leadMonths', coalesce((array_agg(lead_months order by step) filter (where lead_months is not null))[1], 9))
  from layers
$function$;
grant execute on function thresholds_of(region uuid, network uuid) to public;

CREATE OR REPLACE FUNCTION public.title_number(title_norm text)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE
RETURN hashtextextended(title_norm, (0)::bigint);
grant execute on function title_number(title_norm text) to public;

CREATE OR REPLACE FUNCTION public.told_of_plans(network uuid, planner uuid, on_day date)
 RETURNS TABLE(recipient_type text, recipient_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 10
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select 'PERSON', r.person_id from reached_by_network($1, $3) r
  union all
  select 'ACCOUNT', a.id from accounts a
  where (a.id = $2 or a.id in (
      select r.account_id from support_arrangements s
      join account_roles r on r.organisation_id = s.organisation_id and r.role = 'SUPPORTER' and r.period @> $3
      where s.oudernetwerk_id = $1 and s.period @> $3))
    and not exists (select from reached_by_network($1, $3) r where r.person_id = a.person_id)
$function$;
grant execute on function told_of_plans(network uuid, planner uuid, on_day date) to okn_system;

CREATE OR REPLACE FUNCTION public.training_renewal_from(valid_until date)
 RETURNS date
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN GREATEST((((valid_until - '3 mons'::interval))::date + 1), (((valid_until + 1) - '3 mons'::interval))::date);
grant execute on function training_renewal_from(valid_until date) to public;

CREATE OR REPLACE FUNCTION public.training_state(valid_until date, on_day date)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
RETURN CASE WHEN (valid_until < on_day) THEN 'EXPIRED'::text WHEN (training_renewal_from(valid_until) <= on_day) THEN 'RENEWAL_WINDOW'::text ELSE 'VALID'::text END;
grant execute on function training_state(valid_until date, on_day date) to public, okn_national, okn_personal, okn_regional;

CREATE OR REPLACE FUNCTION public.trainings_of_profile(uuid)
 RETURNS TABLE(title bigint, until date)
 LANGUAGE sql
 STABLE
AS $function$
  select title_number(title_norm), max(coalesce(valid_until, 'infinity'))
  from trainings where ervaringsdeskundige_id = $1 group by title_norm
$function$;

CREATE OR REPLACE FUNCTION public.trait_of(text, text)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare found integer;
begin
  select position into found from traits where kind = $1 and value = $2;
  if found is null then
    lock table traits in share row exclusive mode;
    if trait_places_left($1) <= 0 and not exists (select from traits where kind = $1 and value = $2) then
      raise exception 'no place is left for a % of %', lower($1), $2 using errcode = 'check_violation', constraint = 'traits_left';
    end if;
    insert into traits (position, kind, value)
      values (coalesce((select max(position) + 1 from traits), 0), $1, $2)
      on conflict (kind, value) do nothing;
    select position into found from traits where kind = $1 and value = $2;
  end if;
  return found;
end $function$;

CREATE OR REPLACE FUNCTION public.trait_places_left(kind text)
 RETURNS bigint
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select least(512 - count(*), case when $1 = 'LANGUAGE' then 256 - count(*) filter (where t.kind = 'LANGUAGE') end)
  from traits t
$function$;

CREATE OR REPLACE FUNCTION public.traits_of_profile(ervaringsdeskundigen)
 RETURNS bit
 LANGUAGE sql
AS $function$
  with recursive above as (
    select id, parent_id from regions where id = $1.region_id
    union all select r.id, r.parent_id from regions r join above a on r.id = a.parent_id
  )
  select bits_of(array(
    select trait_of('THEME', t.theme_id::text) from ervaringsdeskundige_themes t where t.ervaringsdeskundige_id = $1.id
    union select trait_of('THEME', wider.id::text) from ervaringsdeskundige_themes t
            join themes own on own.id = t.theme_id join themes wider on wider.id = own.parent_id
            where t.ervaringsdeskundige_id = $1.id
    union select trait_of('DOMAIN', value) from unnest($1.domains) value
    union select trait_of('LEVEL', value) from unnest($1.levels) value
    union select trait_of('LANGUAGE', value) from unnest($1.languages) value
    union select trait_of('DAY_PART', value) from unnest($1.day_parts) value
    union select trait_of('SILENT', 'DOMAIN') where $1.domains = '{}'
    union select trait_of('SILENT', 'LEVEL') where $1.levels = '{}'
    union select trait_of('SILENT', 'DAY_PART') where $1.day_parts = '{}'
    union select trait_of('SILENT', 'THEME')
      where not exists (select from ervaringsdeskundige_themes t where t.ervaringsdeskundige_id = $1.id)
    union select trait_of('PERSPECTIVE', value) from people p cross join unnest(p.perspectives) value where p.id = $1.person_id
    union select trait_of('REGION', id::text) from above))
$function$;

CREATE OR REPLACE FUNCTION public.trekkerschappen_name_no_child()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if exists (select from school_ties s where s.person_id = old.person_id) then return null; end if;
  update trekkerschappen t set planned_end_reason = said ->> 'planned_end_reason', end_reason = said ->> 'end_reason',
    version = t.version + 1
  from trekkerschappen before cross join lateral (select naming_no_child(to_jsonb(before), (select nullif(current_setting('app.today', true), '')::date)) as said) after
  where before.person_id = old.person_id and before.id = t.id and after.said <> to_jsonb(before);
  -- what may come back
  update kept_rows k set was = naming_no_child(k.was, (select nullif(current_setting('app.today', true), '')::date)), became = naming_no_child(k.became, (select nullif(current_setting('app.today', true), '')::date))
  where k.kept_table = 'trekkerschappen' and k.was ->> 'person_id' = old.person_id::text;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.unappoint(plan uuid, on_day date, reason text)
 RETURNS TABLE(id uuid, region_id uuid, stage text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
declare
  one successor_candidates;
  departure uuid;
begin
  for one in update successor_candidates c set stage = coalesce(c.appointed_from, 'AGREED'), appointed_from = null,
      version = c.version + 1 where c.plan_id = plan and c.stage = 'APPOINTED' returning c.*
  loop
    departure := (select d.id from departures d join succession_plans p on p.id = plan
      where d.person_id = one.person_id and d.taken_back_at is null
        and (d.recorded_at at time zone 'Europe/Amsterdam')::date >= p.closed_on
      order by d.recorded_at, d.id limit 1);
    continue when departure is null;
    perform keep_rows(departure, 'successor_candidates', array[one.id]);
    update successor_candidates c set stage = 'WITHDRAWN', ended_on = on_day, decline_reason = reason, next_step_on = null,
      version = c.version + 1 where c.id = one.id;
    update kept_rows k set became = to_jsonb(c) from successor_candidates c
      where k.cause_id = departure and k.kept_table = 'successor_candidates' and k.row_id = one.id and c.id = one.id;
    id := one.id;
    region_id := one.region_id;
    stage := one.stage;
    return next;
  end loop;
end $function$;
grant execute on function unappoint(plan uuid, on_day date, reason text) to okn_system;

CREATE OR REPLACE FUNCTION public.uncovered_days(network uuid)
 RETURNS datemultirange
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return days_to_cover(network)
    - coalesce((select range_agg(period) from caretakerships where oudernetwerk_id = network and standby), '{}');
end $function$;

CREATE OR REPLACE FUNCTION public.undo_import_part(uuid)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  part import_parts;
begin
  select * into part from import_parts where id = $1 and region_id = any ((select viewer_uuids('app.regions'))::uuid[]);
  if part.id is null or part.kind = 'CHANGED' then return 'GONE'; end if;
  if part.kind = 'MEMBERSHIP' then
    delete from memberships where id = part.subject_id and upper_inf(period)
      and lower(period)::text = part.said_after ->> 'from';
  elsif part.kind = 'SCHOOL_TIE' then
    delete from school_ties where id = part.subject_id and version = 1;
  elsif part.kind = any (array['BODY', 'NETWORK', 'SEAT']) then
    begin
      if part.kind = 'NETWORK' then
        -- what the service itself keeps of it, or made for it
        delete from continuity_findings where oudernetwerk_id = part.subject_id;
        delete from caretakerships where oudernetwerk_id = part.subject_id and standby;
        delete from oudernetwerk_themes where oudernetwerk_id = part.subject_id;
        delete from oudernetwerk_municipalities where oudernetwerk_id = part.subject_id;
        delete from oudernetwerken where id = part.subject_id;
      elsif part.kind = 'SEAT' then
        delete from advisory_seats where id = part.subject_id;
      else
        delete from advisory_body_organisations where body_id = part.subject_id;
        delete from advisory_bodies where id = part.subject_id;
      end if;
    exception when foreign_key_violation then
      return 'USED';
    end;
  else
    -- whoever changes them now is waited for; and what they said of our mail would go with them
    perform from people where id = part.subject_id and version = 1 for update;
    if not found or exists (select from mail_preferences where person_id = part.subject_id) then return 'CHANGED'; end if;
    begin
      -- nobody is left whom it could tell who looked at them, or what was changed
      perform erase_audit_values(part.subject_id);
      perform set_config('app.taken_back', part.subject_id::text, true);
      delete from person_access_log where person_id = part.subject_id;
      perform set_config('app.taken_back', '', true);
      delete from people where id = part.subject_id;
    exception when foreign_key_violation then
      return 'USED';
    end;
  end if;
  if found then return null; end if;
  return 'CHANGED';
end $function$;
grant execute on function undo_import_part(uuid) to okn_national, okn_personal, okn_regional;

CREATE OR REPLACE FUNCTION public.viewer_of(text, text, date)
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  -- nobody signs in as somebody who died
  with recursive account as (
    select * from accounts a where issuer = $1 and subject = $2
      and not exists (select from people p where p.id = a.person_id and p.deceased_on is not null)),
  roles as (
    select r.* from account_roles r join account a on a.id = r.account_id where r.period @> $3
  ),
  below as (
    select region_id as id from roles where role = 'COORDINATOR'
    union
    select r.id from regions r join below b on r.parent_id = b.id
  ),
  -- a secretary is one of all bodies of the region and below, or of a given one
  secretariat as (
    select region_id as id from roles where role = 'SECRETARY' and body_id is null
    union
    select r.id from regions r join secretariat s on r.parent_id = s.id
  ),
  bodies as (
    select b.id from advisory_bodies b where b.region_id in (select id from secretariat union select id from below)
    union
    select body_id from roles where body_id is not null
  ),
  seeks as (
    select id from below
    union select id from secretariat
    union select b.region_id from advisory_bodies b where b.id in (select id from bodies)
    union
    select r.id from regions r join seeks s on r.parent_id = s.id
  ),
  agreed as (
    select a.region_id as id from region_agreements a where a.body_id in (select id from bodies)
      and agreement_status(a.answer, a.period, $3) = 'IN_FORCE'
    union
    select r.id from regions r join agreed a on r.parent_id = a.id
  ),
  networks_agreed as (
    select n.id, agreement_status(a.answer, a.period, $3) as status
    from region_agreements a join oudernetwerken n on n.id = a.oudernetwerk_id
    -- one that has ended moves nowhere, while that holds
    where a.region_id in (select id from below)
      and (a.kind <> 'MOVES' or network_status(n.phase, n.ended_on, $3) <> 'ENDED')
  ),
  led as (
    select t.oudernetwerk_id as id from trekkerschappen t join account a on a.person_id = t.person_id
    where t.period @> $3
  ),
  supported as (
    select s.oudernetwerk_id as id from support_arrangements s join roles r on r.organisation_id = s.organisation_id
    where r.role = 'SUPPORTER' and s.period @> $3
  ),
  outlines as (
    select t.oudernetwerk_id as id from trekkerschappen t join account a on a.person_id = t.person_id
    union
    select m.oudernetwerk_id from memberships m join account a on a.person_id = m.person_id
    -- whoever is to decide sees what it is about
    union
    select id from networks_agreed where status in ('ASKED', 'AGREED')
  )
  select jsonb_build_object(
    'accountId', a.id, 'locale', a.locale, 'personId', a.person_id,
    'roles', coalesce((select jsonb_agg(jsonb_build_object('kind', role, 'regionId', region_id,
      'organisationId', organisation_id) order by role, id) from roles), '[]'),
    'regions', coalesce((select jsonb_agg(id order by id) from below), '[]'),
    'led', coalesce((select jsonb_agg(distinct id) from led), '[]'),
    'supported', coalesce((select jsonb_agg(distinct id) from supported), '[]'),
    'shared', coalesce((select jsonb_agg(id order by id) from networks_agreed where status = 'IN_FORCE'), '[]'),
    'outlines', coalesce((select jsonb_agg(id order by id) from outlines), '[]'),
    'bodies', coalesce((select jsonb_agg(id order by id) from bodies), '[]'),
    'secretariat', coalesce((select jsonb_agg(id order by id) from secretariat), '[]'),
    'seeks', to_jsonb(sought_places(array(select id from seeks order by id), array(select id from agreed order by id))))
  from account a
$function$;
grant execute on function viewer_of(text, text, date) to okn_national, okn_personal, okn_regional;

CREATE OR REPLACE FUNCTION public.viewer_uuid(setting text)
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting(setting, true), ''::text))::uuid;
grant execute on function viewer_uuid(setting text) to public, okn_national, okn_personal, okn_regional, okn_system;

CREATE OR REPLACE FUNCTION public.viewer_uuids(setting text)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting(setting, true), ''::text))::uuid[];
grant execute on function viewer_uuids(setting text) to public, okn_national, okn_personal, okn_regional, okn_system;

CREATE OR REPLACE FUNCTION public.way_to_person(kept text)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select case $1
    when 'people' then 'r.id = $1'
    when 'accounts' then 'r.person_id = $1'
    when 'handover_items' then 'r.owner_person_id = $1'
    when 'people_told_apart' then '$1 in (r.one_id, r.other_id)'
    when 'person_merges' then '$1 in (r.survivor_id, r.other_id)'
    when 'oudernetwerken' then 'r.contact_person_id = $1'
    when 'account_roles' then 'r.account_id in (select a.id from accounts a where a.person_id = $1)'
    when 'idempotency_keys' then 'r.account_id in (select a.id from accounts a where a.person_id = $1)'
    when 'imports' then 'r.account_id in (select a.id from accounts a where a.person_id = $1)'
    when 'list_exports' then 'r.account_id in (select a.id from accounts a where a.person_id = $1)'
    when 'network_messages' then 'r.account_id in (select a.id from accounts a where a.person_id = $1)'
    when 'work_item_assignments' then 'r.account_id in (select a.id from accounts a where a.person_id = $1)'
    when 'theme_proposals' then 'r.proposed_by in (select a.id from accounts a where a.person_id = $1)'
    when 'region_agreements' then 'r.asked_by in (select a.id from accounts a where a.person_id = $1)'
    when 'audit_log' then 'r.subject_id = $1 or r.account_id in (select a.id from accounts a where a.person_id = $1)'
    when 'annulments' then 'exists (select from audit_log l where l.subject_id = r.subject_id and l.facts ->> ''personId'' = $1::text)'
    when 'kept_rows' then '$1::text in (r.was ->> ''person_id'', r.was ->> ''owner_person_id'', r.was ->> ''contact_person_id'')'
    when 'mail_address_changes' then '(r.person_id = $1 or r.account_id in (select a.id from accounts a where a.person_id = $1))'
    when 'mail_preferences' then '(r.person_id = $1 or r.account_id in (select a.id from accounts a where a.person_id = $1))'
    when 'mails' then '(r.recipient_type = ''PERSON'' and r.recipient_id = $1
      or r.recipient_type = ''ACCOUNT'' and r.recipient_id in (select a.id from accounts a where a.person_id = $1)
      or r.recipient_type = ''NOMINEE'' and r.recipient_id in (select i.id from seat_invitations i where i.person_id = $1))'
    when 'calendar_copies' then '(r.recipient_id = $1 or r.recipient_id in (select a.id from accounts a where a.person_id = $1) or r.recipient_id in (select i.id from seat_invitations i where i.person_id = $1))'
    when 'calendar_events' then 'r.subject_id in (select t.id from trekkerschappen t where t.person_id = $1
  union all select m.id from memberships m where m.person_id = $1
  union all select s.id from seat_appointments s where s.person_id = $1
  union all select s.id from school_ties s where s.person_id = $1
  union all select t.id from person_tasks t where t.person_id = $1)'
    when 'reminders' then 'r.subject_id in (select t.id from trekkerschappen t where t.person_id = $1
  union all select m.id from memberships m where m.person_id = $1
  union all select s.id from seat_appointments s where s.person_id = $1
  union all select s.id from school_ties s where s.person_id = $1
  union all select t.id from person_tasks t where t.person_id = $1)'
    when 'succession_plans' then 'r.trekkerschap_id in (select t.id from trekkerschappen t where t.person_id = $1)'
    when 'seat_nominees' then 'r.invitation_id in (select i.id from seat_invitations i where i.person_id = $1)'
    when 'nominated_addresses' then 'r.invitation_id in (select i.id from seat_invitations i where i.person_id = $1)'
    when 'nominee_lookups' then 'r.invitation_id in (select i.id from seat_invitations i where i.person_id = $1)'
    when 'ervaringsdeskundige_themes' then 'r.ervaringsdeskundige_id in (select e.id from ervaringsdeskundigen e where e.person_id = $1)'
    when 'trainings' then 'r.ervaringsdeskundige_id in (select e.id from ervaringsdeskundigen e where e.person_id = $1)'
    when 'incompatibilities' then 'r.ervaringsdeskundige_id in (select e.id from ervaringsdeskundigen e where e.person_id = $1)'
    -- and of records that became a part of theirs
    else (select 'r.person_id in (select $1 union all select p.id from people p where p.merged_into = $1)' from pg_attribute a
      where a.attrelid = to_regclass($1) and a.attname = 'person_id' and not a.attisdropped)
  end
$function$;

CREATE OR REPLACE FUNCTION public.what_is_recorded(person uuid)
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select array_remove(array[
    (select 'NAME' from person_details where person_id = p.id),
    (select 'EMAIL' from person_contacts where person_id = p.id and email is not null),
    (select 'PHONE' from person_contacts where person_id = p.id and phone is not null),
    case when p.municipality_id is not null then 'MUNICIPALITY' end,
    'LANGUAGE',
    'PERSPECTIVES',
    case when p.participation_forms <> '{}' or p.day_parts <> '{}' or p.hours_per_month is not null then 'FORMS' end,
    (select 'NETWORK' from memberships where person_id = p.id limit 1),
    (select 'TREKKER' from trekkerschappen where person_id = p.id limit 1),
    (select 'SEAT' from seat_appointments where person_id = p.id limit 1),
    (select 'SCHOOL' from school_ties where person_id = p.id limit 1),
    (select 'NOTE' from person_notes where person_id = p.id limit 1)], null)
  from people p where p.id = $1
$function$;
grant execute on function what_is_recorded(person uuid) to okn_system;

CREATE OR REPLACE FUNCTION public.whom_to_ask(person uuid, body uuid, network uuid, region uuid)
 RETURNS TABLE(name text, email text, phone text)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select o.name, o.email, o.phone from organisations o where (select viewer_uuid('app.account')) is not null and o.id = coalesce(
    (select responsible_organisation(p.region_id, p.responsible_organisation_id, p.responsible_in) from people p
      where p.id = $1),
    (select responsible_organisation(b.region_id, b.responsible_organisation_id, b.responsible_in) from advisory_bodies b
      where b.id = $2),
    (select responsible_organisation(n.region_id, n.responsible_organisation_id, n.responsible_in) from oudernetwerken n
      where n.id = $3),
    responsible_organisation(coalesce($4, (select r.id from regions r where r.parent_id is null))))
$function$;
grant execute on function whom_to_ask(person uuid, body uuid, network uuid, region uuid) to okn_system;

CREATE OR REPLACE FUNCTION public.wish_address(change uuid, owner_type text, owner_id uuid, wanted text, takes_back boolean, asked_at timestamp with time zone, removed_since timestamp with time zone, expires_on date)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  held text;
  used text;
  before text;
  removed mail_address_changes;
  is_first boolean;
  leaves_waiting boolean;
  is_done boolean := false;
  is_own boolean := coalesce(owner_id in ((select viewer_uuid('app.account')), (select viewer_uuid('app.person'))), false);
begin
  -- whoever confirms a waiting one at the same time is first, or too late
  perform from mail_address_changes c
    where owner_id in (c.account_id, c.person_id, c.organisation_id, c.region_id, c.oudernetwerk_id) and c.outcome is null for update;
  held := case owner_type
    when 'Account' then (select a.email_norm from accounts a where a.id = owner_id)
    when 'Person' then (select p.email from person_contacts p where p.person_id = owner_id)
    when 'Organisation' then (select o.email from organisations o where o.id = owner_id)
    when 'Region' then (select r.mailbox from regions r where r.id = owner_id)
    when 'Oudernetwerk' then (select n.mailbox from oudernetwerken n where n.id = owner_id) end;
  -- an account without an address uses that of its person
  used := coalesce(held, (select p.email_norm from accounts a join person_contacts p on p.person_id = a.person_id
    where owner_type = 'Account' and a.id = owner_id));
  before := held;
  is_first := held is null;
  if wanted is not null then
    select c.* into removed from mail_address_changes c
      where owner_id in (c.account_id, c.person_id, c.organisation_id, c.region_id, c.oudernetwerk_id) and c.outcome = 'REMOVED'
        and (c.asked_at > removed_since or not c.by_owner)
      order by c.asked_at desc limit 1;
    before := coalesce(used, removed.old_address);
    is_first := used is null and removed.id is null;
  end if;
  leaves_waiting := not takes_back
    and (lower(wanted) is not distinct from lower(held) or coalesce(lower(wanted) = lower(used), false));
  if not leaves_waiting then
    update mail_address_changes c set outcome = 'REPLACED'
      where owner_id in (c.account_id, c.person_id, c.organisation_id, c.region_id, c.oudernetwerk_id) and c.outcome is null;
    is_done := found;
  end if;
  if leaves_waiting or is_first or lower(wanted) = lower(before) then
    return case when mark_deliverable(wanted) or is_done then 'COUNTS' else 'NOTHING_NEW' end;
  end if;
  insert into mail_address_changes (id, account_id, person_id, organisation_id, region_id, oudernetwerk_id, old_address,
      new_address, asked_by, by_owner, asked_at, expires_on, outcome)
    values (change, case owner_type when 'Account' then owner_id end, case owner_type when 'Person' then owner_id end,
      case owner_type when 'Organisation' then owner_id end, case owner_type when 'Region' then owner_id end,
      case owner_type when 'Oudernetwerk' then owner_id end, before, wanted, (select viewer_uuid('app.account')),
      is_own, asked_at, expires_on, case when wanted is null then 'REMOVED' end);
  return case when wanted is not null then 'WAITS' when is_own then 'REMOVED_BY_OWNER' else 'REMOVED' end;
end $function$;
grant execute on function wish_address(change uuid, owner_type text, owner_id uuid, wanted text, takes_back boolean, asked_at timestamp with time zone, removed_since timestamp with time zone, expires_on date) to okn_system;

CREATE OR REPLACE FUNCTION public.with_agreements(region uuid)
 RETURNS uuid
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN (md5((region)::text))::uuid;
grant execute on function with_agreements(region uuid) to public, okn_national, okn_personal, okn_regional, okn_system;

CREATE OR REPLACE FUNCTION public.withdraw_departed(candidate uuid, was_over date, reason text)
 RETURNS TABLE(id uuid, plan_id uuid, region_id uuid, stage text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
declare
  one successor_candidates;
  leaving departures;
begin
  select * into strict one from successor_candidates c where c.id = candidate;
  select * into leaving from departures d
    where one.ended_on is null and d.person_id = one.person_id and d.taken_back_at is null
      and (d.recorded_at at time zone 'Europe/Amsterdam')::date >= was_over
      and not exists (select from kept_rows k where k.cause_id = d.id and k.kept_table = 'successor_candidates'
        and k.row_id in (select recorded_as(candidate)))
    order by d.recorded_at, d.id limit 1;
  if leaving.id is null then return; end if;
  perform keep_rows(leaving.id, 'successor_candidates', array[candidate]);
  update successor_candidates c set stage = 'WITHDRAWN', ended_on = (leaving.recorded_at at time zone 'Europe/Amsterdam')::date,
    decline_reason = reason, next_step_on = null, version = c.version + 1 where c.id = candidate;
  update kept_rows k set became = to_jsonb(c) from successor_candidates c
    where k.cause_id = leaving.id and k.kept_table = 'successor_candidates' and k.row_id = candidate and c.id = candidate;
  return query select one.id, one.plan_id, one.region_id, one.stage;
end $function$;
grant execute on function withdraw_departed(candidate uuid, was_over date, reason text) to okn_system;

create table absences (
  id uuid not null,
  version integer default 1 not null,
  person_id uuid not null,
  oudernetwerk_id uuid,
  body_id uuid,
  region_id uuid not null,
  period daterange not null,
  expected_until date,
  substitute_id uuid,
  substitute_until date,
  former_id uuid,
  constraint absences_pkey PRIMARY KEY (id),
  constraint absences_of_body UNIQUE (id, body_id, region_id),
  constraint absences_no_overlap EXCLUDE USING gist (COALESCE(oudernetwerk_id, body_id) WITH =, person_id WITH =, period WITH &&),
  constraint absences_body_id_region_id_fkey FOREIGN KEY (body_id, region_id) REFERENCES advisory_bodies(id, region_id) ON UPDATE CASCADE,
  constraint absences_former_id_fkey FOREIGN KEY (former_id) REFERENCES absences(id) ON DELETE SET NULL,
  constraint absences_oudernetwerk_id_region_id_fkey FOREIGN KEY (oudernetwerk_id, region_id) REFERENCES oudernetwerken(id, region_id) ON UPDATE CASCADE,
  constraint absences_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint absences_substitute_id_fkey FOREIGN KEY (substitute_id) REFERENCES trekkerschappen(id) ON DELETE SET NULL,
  constraint absences_check CHECK (num_nonnulls(oudernetwerk_id, body_id) = 1),
  constraint absences_check1 CHECK (substitute_id IS NULL OR oudernetwerk_id IS NOT NULL),
  constraint absences_period_check CHECK (NOT isempty(period) AND NOT lower_inf(period))
);
CREATE INDEX absences_body_id_person_id_idx ON absences USING btree (body_id, person_id);
CREATE INDEX absences_former_id_idx ON absences USING btree (former_id);
CREATE INDEX absences_oudernetwerk_id_person_id_idx ON absences USING btree (oudernetwerk_id, person_id);
CREATE INDEX absences_person_id_idx ON absences USING btree (person_id);
CREATE INDEX absences_region_id_idx ON absences USING btree (region_id);
CREATE UNIQUE INDEX absences_substitute_id_idx ON absences USING btree (substitute_id);
CREATE CONSTRAINT TRIGGER leadership_cover AFTER INSERT OR DELETE OR UPDATE OF person_id, oudernetwerk_id, period ON absences DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_leadership_cover();
CREATE TRIGGER mark_seats_stale AFTER INSERT OR DELETE OR UPDATE OF person_id, period, expected_until ON absences FOR EACH ROW EXECUTE FUNCTION mark_seats_of_absent_stale();
CREATE TRIGGER mark_stale AFTER INSERT OR DELETE OR UPDATE OF person_id, oudernetwerk_id, period, expected_until, substitute_id ON absences FOR EACH ROW EXECUTE FUNCTION mark_stale('oudernetwerk_id');
alter table absences enable row level security, force row level security;
create policy "national" on absences for select to okn_national using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy may_delete on absences for delete to okn_national, okn_personal, okn_regional using ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (body_id = ANY ((( SELECT viewer_uuids('app.bodies'::text) AS viewer_uuids))::uuid[])));
create policy may_insert on absences for insert to okn_national, okn_personal, okn_regional with check ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (body_id = ANY ((( SELECT viewer_uuids('app.bodies'::text) AS viewer_uuids))::uuid[])) OR person_id = (( SELECT viewer_uuid('app.person'::text) AS viewer_uuid)) AND (body_id IS NOT NULL OR (oudernetwerk_id = ANY ((( SELECT viewer_uuids('app.led'::text) AS viewer_uuids))::uuid[]))));
create policy may_update on absences for update to okn_national, okn_personal, okn_regional using ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (body_id = ANY ((( SELECT viewer_uuids('app.bodies'::text) AS viewer_uuids))::uuid[])) OR person_id = (( SELECT viewer_uuid('app.person'::text) AS viewer_uuid)) AND (body_id IS NOT NULL OR (oudernetwerk_id = ANY ((( SELECT viewer_uuids('app.led'::text) AS viewer_uuids))::uuid[]))));
create policy owner on absences for all to :owner using (true) with check (true);
create policy personal on absences for select to okn_personal using ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (oudernetwerk_id = ANY ((( SELECT viewer_uuids('app.led'::text) || viewer_uuids('app.supported'::text)))::uuid[])) OR (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (body_id = ANY ((( SELECT viewer_uuids('app.bodies'::text) AS viewer_uuids))::uuid[])) OR person_id = (( SELECT viewer_uuid('app.person'::text) AS viewer_uuid)) AND (body_id IS NOT NULL OR (oudernetwerk_id = ANY ((( SELECT viewer_uuids('app.outlines'::text) AS viewer_uuids))::uuid[]))) OR (id = ANY ((ARRAY( SELECT s.absence_id
   FROM seat_alternates s
  WHERE s.person_id = (( SELECT viewer_uuid('app.person'::text) AS viewer_uuid)))))));
create policy regional on absences for select to okn_regional using (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy system_select on absences for select to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
grant delete on absences to okn_national, okn_personal, okn_regional;
grant insert on absences to okn_national, okn_personal, okn_regional;
grant select on absences to okn_national, okn_personal, okn_regional, okn_system;
grant update (expected_until, former_id, oudernetwerk_id, period, person_id, substitute_id, version) on absences to okn_national, okn_personal, okn_regional;

create table account_roles (
  id uuid not null,
  account_id uuid not null,
  role text not null,
  region_id uuid,
  organisation_id uuid,
  period daterange not null,
  body_id uuid,
  constraint account_roles_pkey PRIMARY KEY (id),
  constraint account_roles_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint account_roles_body_id_fkey FOREIGN KEY (body_id) REFERENCES advisory_bodies(id),
  constraint account_roles_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint account_roles_region_id_fkey FOREIGN KEY (region_id) REFERENCES regions(id),
  constraint account_roles_check CHECK ((role = ANY (ARRAY['COORDINATOR'::text, 'SECRETARY'::text])) <= (region_id IS NOT NULL)),
  constraint account_roles_check1 CHECK ((role = 'SUPPORTER'::text) = (organisation_id IS NOT NULL)),
  constraint account_roles_check2 CHECK (body_id IS NULL OR role = 'SECRETARY'::text),
  constraint account_roles_period_check CHECK (NOT isempty(period) AND NOT lower_inf(period)),
  constraint account_roles_role_check CHECK (role = ANY (ARRAY['ADMIN'::text, 'COORDINATOR'::text, 'SECRETARY'::text, 'SUPPORTER'::text]))
);
CREATE INDEX account_roles_account_id_idx ON account_roles USING btree (account_id);
alter table account_roles enable row level security, force row level security;
create policy "national" on account_roles for select to okn_national using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy owner on account_roles for all to :owner using (true) with check (true);
create policy personal on account_roles for select to okn_personal using (account_id = (( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)));
create policy regional on account_roles for select to okn_regional using (account_id = (( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)));
create policy system_select on account_roles for select to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
grant select on account_roles to okn_national, okn_personal, okn_regional;
grant select (account_id, body_id, organisation_id, period, region_id, role) on account_roles to okn_system;

create table accounts (
  id uuid not null,
  version integer default 1 not null,
  issuer text not null,
  subject text not null,
  display_name text not null,
  email_norm text,
  locale text,
  person_id uuid,
  created_at timestamp with time zone default now() not null,
  constraint accounts_pkey PRIMARY KEY (id),
  constraint accounts_issuer_subject_key UNIQUE (issuer, subject),
  constraint accounts_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint accounts_locale_check CHECK (locale = ANY (ARRAY['nl'::text, 'en'::text]))
);
CREATE INDEX accounts_email_norm_idx ON accounts USING btree (email_norm) WHERE email_norm IS NOT NULL;
CREATE INDEX accounts_person_id_idx ON accounts USING btree (person_id);
CREATE TRIGGER erased AFTER INSERT OR UPDATE OF person_id ON accounts FOR EACH ROW EXECUTE FUNCTION refuse_erased('person_id');
alter table accounts enable row level security, force row level security;
create policy "national" on accounts for select to okn_national using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy may_update on accounts for update to okn_national, okn_personal, okn_regional using (id = (( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)));
create policy owner on accounts for all to :owner using (true) with check (true);
create policy personal on accounts for select to okn_personal using (id = (( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)));
create policy regional on accounts for select to okn_regional using (id = (( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)));
create policy system_select on accounts for select to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
grant select on accounts to okn_national, okn_personal, okn_regional;
grant select (display_name, id, issuer, person_id, subject) on accounts to okn_system;
grant update (email_norm) on accounts to okn_national, okn_personal, okn_regional;

create table activities (
  id uuid not null,
  oudernetwerk_id uuid not null,
  region_id uuid not null,
  kind text not null,
  held_on date,
  title text not null,
  attendance integer,
  created_at timestamp with time zone default now() not null,
  planned_on date,
  start_time text,
  place text,
  on_day date generated always as (COALESCE(held_on, planned_on)) stored not null,
  constraint activities_pkey PRIMARY KEY (id),
  constraint activities_oudernetwerk_id_region_id_fkey FOREIGN KEY (oudernetwerk_id, region_id) REFERENCES oudernetwerken(id, region_id) ON UPDATE CASCADE,
  constraint activities_attendance_check CHECK (attendance >= 0 AND attendance <= 10000),
  constraint activities_counted_when_held CHECK (attendance IS NULL OR held_on IS NOT NULL),
  constraint activities_kind_check CHECK (kind = ANY (ARRAY['MEETING'::text, 'CAFE'::text, 'CONTACT'::text, 'TRAINING'::text, 'OTHER'::text])),
  constraint activities_on_a_day CHECK (num_nonnulls(held_on, planned_on) > 0),
  constraint activities_start_time_check CHECK (start_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'::text)
);
CREATE INDEX activities_oudernetwerk_id_held_on_idx ON activities USING btree (oudernetwerk_id, held_on DESC);
CREATE INDEX activities_oudernetwerk_id_on_day_id_kind_title_attendance__idx ON activities USING btree (oudernetwerk_id, on_day DESC, id DESC) INCLUDE (kind, title, attendance, region_id, held_on);
CREATE TRIGGER last_activity AFTER INSERT OR DELETE OR UPDATE OF held_on, oudernetwerk_id ON activities FOR EACH ROW EXECUTE FUNCTION oudernetwerken_last_activity();
alter table activities enable row level security, force row level security;
create policy "national" on activities for select to okn_national using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy may_delete on activities for delete to okn_national, okn_personal, okn_regional using ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (oudernetwerk_id = ANY ((( SELECT viewer_uuids('app.led'::text) || viewer_uuids('app.supported'::text)))::uuid[])));
create policy may_insert on activities for insert to okn_national, okn_personal, okn_regional with check ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (oudernetwerk_id = ANY ((( SELECT viewer_uuids('app.led'::text) || viewer_uuids('app.supported'::text)))::uuid[])));
create policy may_update on activities for update to okn_national, okn_personal, okn_regional using ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (oudernetwerk_id = ANY ((( SELECT viewer_uuids('app.led'::text) || viewer_uuids('app.supported'::text)))::uuid[])));
create policy owner on activities for all to :owner using (true) with check (true);
create policy personal on activities for select to okn_personal using ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (oudernetwerk_id = ANY ((( SELECT viewer_uuids('app.led'::text) || viewer_uuids('app.supported'::text)))::uuid[])));
create policy regional on activities for select to okn_regional using (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy system_select on activities for select to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
grant delete on activities to okn_national, okn_personal, okn_regional;
grant insert on activities to okn_national, okn_personal, okn_regional;
grant select on activities to okn_national, okn_personal, okn_regional;
grant update on activities to okn_national, okn_personal, okn_regional;
grant select (held_on, id, oudernetwerk_id, place, planned_on, start_time, title) on activities to okn_system;

create table advisory_bodies (
  id uuid not null,
  version integer default 1 not null,
  name text not null,
  search_name text generated always as (fold(name)) stored not null,
  sort_name text collate "C" generated always as (fold(name)) stored not null,
  kind text not null,
  region_id uuid not null,
  purpose text,
  level text not null,
  domains text[] not null,
  established_on date,
  ended_on date,
  term_months integer not null,
  max_consecutive_terms integer,
  break_months integer not null,
  carry_over boolean not null,
  replacement_serves_remaining boolean not null,
  incompatible_kinds text[] not null,
  max_leaving_share integer,
  ends_soon_months integer not null,
  vacancy_days integer not null,
  asked_in uuid[] default '{}'::uuid[] not null,
  alternates boolean default false not null,
  responsible_organisation_id uuid,
  responsible_in uuid,
  constraint advisory_bodies_pkey PRIMARY KEY (id),
  constraint advisory_bodies_id_region_id_key UNIQUE (id, region_id),
  constraint advisory_bodies_region_id_fkey FOREIGN KEY (region_id) REFERENCES regions(id),
  constraint advisory_bodies_responsible_in_fkey FOREIGN KEY (responsible_in) REFERENCES regions(id),
  constraint advisory_bodies_responsible_organisation_id_fkey FOREIGN KEY (responsible_organisation_id) REFERENCES organisations(id),
  constraint advisory_bodies_break_months_check CHECK (break_months >= 0 AND break_months <= 240),
  constraint advisory_bodies_check CHECK (ended_on > established_on),
  constraint advisory_bodies_domains_check CHECK (domains <@ ARRAY['ONDERWIJS'::text, 'ZORG'::text, 'JEUGD'::text] AND cardinality(domains) > 0),
  constraint advisory_bodies_ends_soon_months_check CHECK (ends_soon_months >= 1 AND ends_soon_months <= 36),
  constraint advisory_bodies_incompatible_kinds_check CHECK (incompatible_kinds <@ ARRAY['EMPLOYEE'::text, 'COUNCIL_MEMBER'::text, 'BOARD_MEMBER'::text, 'CONTRACTOR'::text]),
  constraint advisory_bodies_kind_check CHECK (kind = ANY (ARRAY['ADVIESRAAD'::text, 'BELEIDSTAFEL'::text, 'OPR'::text, 'CLIENTENRAAD'::text, 'OUDERRAAD'::text, 'KLANKBORDGROEP'::text, 'NETWERKGROEP'::text])),
  constraint advisory_bodies_level_check CHECK (level = ANY (ARRAY['KIND'::text, 'UITVOERING'::text, 'BELEID'::text])),
  constraint advisory_bodies_max_consecutive_terms_check CHECK (max_consecutive_terms >= 1 AND max_consecutive_terms <= 20),
  constraint advisory_bodies_max_leaving_share_check CHECK (max_leaving_share >= 1 AND max_leaving_share <= 100),
  constraint advisory_bodies_responsible_check CHECK ((responsible_organisation_id IS NULL) = (responsible_in IS NULL)),
  constraint advisory_bodies_term_months_check CHECK (term_months >= 1 AND term_months <= 240),
  constraint advisory_bodies_vacancy_days_check CHECK (vacancy_days >= 1 AND vacancy_days <= 730)
);
CREATE INDEX advisory_bodies_asked_in_idx ON advisory_bodies USING gin (asked_in);
CREATE INDEX advisory_bodies_region_id_sort_name_id_idx ON advisory_bodies USING btree (region_id, sort_name, id);
CREATE INDEX advisory_bodies_search_name_idx ON advisory_bodies USING gin (search_name gin_trgm_ops);
CREATE INDEX advisory_bodies_sort_name_id_idx ON advisory_bodies USING btree (sort_name, id);
CREATE TRIGGER mark_agreements_stale AFTER UPDATE OF ended_on ON advisory_bodies FOR EACH ROW WHEN (new.ended_on IS DISTINCT FROM old.ended_on) EXECUTE FUNCTION mark_agreements_about_stale();
CREATE TRIGGER mark_seats_of_body_stale AFTER UPDATE OF ended_on, ends_soon_months, vacancy_days ON advisory_bodies FOR EACH ROW WHEN (new.ended_on IS DISTINCT FROM old.ended_on OR new.ends_soon_months IS DISTINCT FROM old.ends_soon_months OR new.vacancy_days IS DISTINCT FROM old.vacancy_days) EXECUTE FUNCTION mark_seats_of_body_stale();
CREATE TRIGGER members_follow AFTER UPDATE OF incompatible_kinds, region_id ON advisory_bodies FOR EACH ROW WHEN (new.incompatible_kinds IS DISTINCT FROM old.incompatible_kinds OR new.region_id IS DISTINCT FROM old.region_id) EXECUTE FUNCTION members_follow_rules('id');
CREATE TRIGGER responsible BEFORE INSERT OR UPDATE OF responsible_organisation_id ON advisory_bodies FOR EACH ROW EXECUTE FUNCTION chosen_by_region();
alter table advisory_bodies enable row level security, force row level security;
create policy "national" on advisory_bodies for select to okn_national using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy may_insert on advisory_bodies for insert to okn_national, okn_personal, okn_regional with check (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy may_update on advisory_bodies for update to okn_national, okn_personal, okn_regional using (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy owner on advisory_bodies for all to :owner using (true) with check (true);
create policy personal on advisory_bodies for select to okn_personal using ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (id = ANY ((ARRAY( SELECT a.body_id
   FROM region_agreements a
  WHERE (a.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) AND (agreement_status(a.answer, a.period, ( SELECT NULLIF(current_setting('app.today'::text, true), ''::text)::date AS "nullif")) = ANY (ARRAY['ASKED'::text, 'AGREED'::text, 'IN_FORCE'::text])))))) OR asked_in && (( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids)) OR (id = ANY ((( SELECT viewer_uuids('app.bodies'::text) AS viewer_uuids))::uuid[])) OR (id = ANY ((ARRAY( SELECT a.body_id
   FROM seat_appointments a
  WHERE a.person_id = (( SELECT viewer_uuid('app.person'::text) AS viewer_uuid))
UNION ALL
 SELECT i.body_id
   FROM seat_invitations i
  WHERE i.person_id = (( SELECT viewer_uuid('app.person'::text) AS viewer_uuid)))))) OR (id = ANY ((ARRAY( SELECT s.body_id
   FROM seat_alternates s
  WHERE s.person_id = (( SELECT viewer_uuid('app.person'::text) AS viewer_uuid)))))));
create policy regional on advisory_bodies for select to okn_regional using ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (id = ANY ((ARRAY( SELECT a.body_id
   FROM region_agreements a
  WHERE (a.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) AND (agreement_status(a.answer, a.period, ( SELECT NULLIF(current_setting('app.today'::text, true), ''::text)::date AS "nullif")) = ANY (ARRAY['ASKED'::text, 'AGREED'::text, 'IN_FORCE'::text])))))) OR asked_in && (( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids)));
create policy system_select on advisory_bodies for select to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
grant select on advisory_bodies to okn_national, okn_personal, okn_regional, okn_system;
grant insert (alternates, break_months, carry_over, domains, ended_on, ends_soon_months, established_on, id, incompatible_kinds, kind, level, max_consecutive_terms, max_leaving_share, name, purpose, region_id, replacement_serves_remaining, responsible_organisation_id, term_months, vacancy_days, version) on advisory_bodies to okn_national, okn_personal, okn_regional;
grant update (alternates, break_months, carry_over, domains, ended_on, ends_soon_months, established_on, incompatible_kinds, kind, level, max_consecutive_terms, max_leaving_share, name, purpose, replacement_serves_remaining, responsible_organisation_id, term_months, vacancy_days, version) on advisory_bodies to okn_national, okn_personal, okn_regional;

create table advisory_body_organisations (
  body_id uuid not null,
  organisation_id uuid not null,
  constraint advisory_body_organisations_pkey PRIMARY KEY (body_id, organisation_id),
  constraint advisory_body_organisations_body_id_fkey FOREIGN KEY (body_id) REFERENCES advisory_bodies(id),
  constraint advisory_body_organisations_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id)
);
CREATE INDEX advisory_body_organisations_organisation_id_idx ON advisory_body_organisations USING btree (organisation_id);
CREATE TRIGGER members_follow_fewer AFTER DELETE ON advisory_body_organisations REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION members_follow_links();
CREATE TRIGGER members_follow_more AFTER INSERT ON advisory_body_organisations REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION members_follow_links();
alter table advisory_body_organisations enable row level security, force row level security;
create policy "national" on advisory_body_organisations for select to okn_national using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy may_delete on advisory_body_organisations for delete to okn_national, okn_personal, okn_regional using ((EXISTS ( SELECT
   FROM advisory_bodies b
  WHERE b.id = advisory_body_organisations.body_id AND (b.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])))));
create policy may_insert on advisory_body_organisations for insert to okn_national, okn_personal, okn_regional with check ((EXISTS ( SELECT
   FROM advisory_bodies b
  WHERE b.id = advisory_body_organisations.body_id AND (b.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])))));
create policy owner on advisory_body_organisations for all to :owner using (true) with check (true);
create policy personal on advisory_body_organisations for select to okn_personal using ((EXISTS ( SELECT
   FROM advisory_bodies b
  WHERE b.id = advisory_body_organisations.body_id)));
create policy regional on advisory_body_organisations for select to okn_regional using ((EXISTS ( SELECT
   FROM advisory_bodies b
  WHERE b.id = advisory_body_organisations.body_id)));
create policy system_select on advisory_body_organisations for select to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
grant delete on advisory_body_organisations to okn_national, okn_personal, okn_regional;
grant insert on advisory_body_organisations to okn_national, okn_personal, okn_regional;
grant select on advisory_body_organisations to okn_national, okn_personal, okn_regional, okn_system;

create table advisory_seats (
  id uuid not null,
  version integer default 1 not null,
  body_id uuid not null,
  region_id uuid not null,
  title text not null,
  sort_title text collate "C" generated always as (fold(title)) stored not null,
  constituency text,
  opened_on date not null,
  abolished_on date,
  asked_in uuid[] default '{}'::uuid[] not null,
  held datemultirange default '{}'::datemultirange not null,
  search_name text generated always as (fold(title)) stored not null,
  constraint advisory_seats_pkey PRIMARY KEY (id),
  constraint advisory_seats_id_body_id_region_id_key UNIQUE (id, body_id, region_id),
  constraint advisory_seats_body_id_region_id_fkey FOREIGN KEY (body_id, region_id) REFERENCES advisory_bodies(id, region_id) ON UPDATE CASCADE,
  constraint advisory_seats_check CHECK (abolished_on > opened_on)
);
CREATE INDEX advisory_seats_asked_in_idx ON advisory_seats USING gin (asked_in);
CREATE INDEX advisory_seats_body_id_sort_title_id_idx ON advisory_seats USING btree (body_id, sort_title, id);
CREATE INDEX advisory_seats_region_id_sort_title_id_idx ON advisory_seats USING btree (region_id, sort_title, id);
CREATE INDEX advisory_seats_search_name_idx ON advisory_seats USING gin (search_name gin_trgm_ops);
CREATE INDEX advisory_seats_sort_title_id_idx ON advisory_seats USING btree (sort_title, id);
CREATE TRIGGER mark_subject_stale AFTER INSERT OR DELETE OR UPDATE OF opened_on, abolished_on, region_id ON advisory_seats FOR EACH ROW EXECUTE FUNCTION mark_subject_stale('AdvisorySeat', 'id');
CREATE TRIGGER wait BEFORE INSERT ON advisory_seats FOR EACH ROW EXECUTE FUNCTION advisory_seats_wait();
alter table advisory_seats enable row level security, force row level security;
create policy "national" on advisory_seats for select to okn_national using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy may_insert on advisory_seats for insert to okn_national, okn_personal, okn_regional with check ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (body_id = ANY ((( SELECT viewer_uuids('app.bodies'::text) AS viewer_uuids))::uuid[])));
create policy may_update on advisory_seats for update to okn_national, okn_personal, okn_regional using ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (body_id = ANY ((( SELECT viewer_uuids('app.bodies'::text) AS viewer_uuids))::uuid[])));
create policy owner on advisory_seats for all to :owner using (true) with check (true);
create policy personal on advisory_seats for select to okn_personal using ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR asked_in && (( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids)) OR (body_id = ANY ((( SELECT viewer_uuids('app.bodies'::text) AS viewer_uuids))::uuid[])) OR (id = ANY ((ARRAY( SELECT a.seat_id
   FROM seat_appointments a
  WHERE a.person_id = (( SELECT viewer_uuid('app.person'::text) AS viewer_uuid))
UNION ALL
 SELECT i.seat_id
   FROM seat_invitations i
  WHERE i.person_id = (( SELECT viewer_uuid('app.person'::text) AS viewer_uuid)))))));
create policy regional on advisory_seats for select to okn_regional using ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR asked_in && (( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids)));
create policy system_select on advisory_seats for select to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
grant select on advisory_seats to okn_national, okn_personal, okn_regional, okn_system;
grant insert (abolished_on, body_id, constituency, id, opened_on, region_id, title, version) on advisory_seats to okn_national, okn_personal, okn_regional;
grant update (abolished_on, constituency, opened_on, title, version) on advisory_seats to okn_national, okn_personal, okn_regional;

create table annulments (
  id uuid not null,
  subject_type text not null,
  subject_id uuid not null,
  region_id uuid not null,
  account_id uuid not null,
  annulled_at timestamp with time zone not null,
  reason text not null,
  replaced_by uuid,
  line uuid,
  step integer,
  constraint annulments_pkey PRIMARY KEY (id),
  constraint annulments_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint annulments_region_id_fkey FOREIGN KEY (region_id) REFERENCES regions(id),
  constraint annulments_check CHECK ((line IS NULL) = (step IS NULL))
);
CREATE INDEX annulments_line_step_idx ON annulments USING btree (line, step) WHERE line IS NOT NULL;
CREATE INDEX annulments_replaced_by_idx ON annulments USING btree (replaced_by) WHERE replaced_by IS NOT NULL;
CREATE INDEX annulments_subject_id_idx ON annulments USING btree (subject_id);
CREATE TRIGGER line_up AFTER INSERT ON annulments FOR EACH ROW WHEN (new.replaced_by IS NOT NULL) EXECUTE FUNCTION annulments_line_up();
CREATE TRIGGER line_up_elsewhere AFTER DELETE OR UPDATE OF replaced_by ON annulments FOR EACH ROW EXECUTE FUNCTION annulments_line_up();
alter table annulments enable row level security, force row level security;
create policy "national" on annulments for select to okn_national using (false);
create policy may_insert on annulments for insert to okn_national, okn_personal, okn_regional with check (account_id = (( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)));
create policy owner on annulments for all to :owner using (true) with check (true);
create policy personal on annulments for select to okn_personal using (false);
create policy regional on annulments for select to okn_regional using (false);
create policy system_select on annulments for select to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
grant insert on annulments to okn_national, okn_personal, okn_regional;
grant select on annulments to okn_national, okn_personal, okn_regional;
grant select (id, reason, replaced_by, subject_id, subject_type) on annulments to okn_system;

create table audit_log (
  id uuid not null,
  happened_at timestamp with time zone not null,
  account_id uuid,
  action text not null,
  subject_type text not null,
  subject_id uuid not null,
  region_id uuid,
  facts jsonb not null,
  channel text,
  why text,
  constraint audit_log_pkey PRIMARY KEY (id),
  constraint audit_log_channel_check CHECK (channel = ANY (ARRAY['API'::text, 'IMPORT'::text, 'JOB'::text, 'PAGE'::text, 'TELEPHONE'::text]))
);
CREATE INDEX audit_log_subject_id_happened_at_idx ON audit_log USING btree (subject_id, happened_at);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON audit_log FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON audit_log FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table audit_log enable row level security, force row level security;
create policy "national" on audit_log for select to okn_national using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy may_insert on audit_log for insert to okn_national, okn_personal, okn_regional with check (account_id = (( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)));
create policy owner on audit_log for all to :owner using (true) with check (true);
create policy personal on audit_log for select to okn_personal using (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy regional on audit_log for select to okn_regional using (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
grant insert on audit_log to okn_national, okn_personal, okn_regional;
grant select on audit_log to okn_national, okn_personal, okn_regional;

create table audit_values (
  audit_id uuid not null,
  person_id uuid not null,
  region_id uuid not null,
  place text not null,
  row_id uuid not null,
  before text,
  after text,
  constraint audit_values_pkey PRIMARY KEY (audit_id, row_id, region_id, place),
  constraint audit_values_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint audit_values_region_id_fkey FOREIGN KEY (region_id) REFERENCES regions(id)
);
CREATE INDEX audit_values_person_id_idx ON audit_values USING btree (person_id);
CREATE INDEX audit_values_region_id_idx ON audit_values USING btree (region_id);
CREATE TRIGGER append_only BEFORE UPDATE ON audit_values FOR EACH ROW WHEN (old.audit_id IS DISTINCT FROM viewer_uuid('app.audit'::text) AND old.person_id IS DISTINCT FROM viewer_uuid('app.merged'::text)) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_delete BEFORE DELETE ON audit_values FOR EACH ROW WHEN (old.audit_id IS DISTINCT FROM viewer_uuid('app.audit'::text) AND old.person_id IS DISTINCT FROM viewer_uuid('app.erased'::text)) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON audit_values FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table audit_values enable row level security, force row level security;
create policy "national" on audit_values for select to okn_national using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL AND (split_part(place, '.'::text, 1) = 'people'::text OR split_part(place, '.'::text, 1) = 'person_details'::text AND (EXISTS ( SELECT
   FROM person_details d
  WHERE d.person_id = audit_values.person_id))) OR split_part(place, '.'::text, 2) = 'note'::text AND (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR split_part(place, '.'::text, 2) <> 'note'::text AND (EXISTS ( SELECT
   FROM people p
  WHERE p.id = audit_values.person_id AND (p.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])))));
create policy owner on audit_values for all to :owner using (true) with check (true);
create policy personal on audit_values for select to okn_personal using (split_part(place, '.'::text, 2) = 'note'::text AND (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR split_part(place, '.'::text, 2) <> 'note'::text AND (EXISTS ( SELECT
   FROM people p
  WHERE p.id = audit_values.person_id AND (p.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])))));
create policy regional on audit_values for select to okn_regional using (split_part(place, '.'::text, 2) = 'note'::text AND (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR split_part(place, '.'::text, 2) <> 'note'::text AND (EXISTS ( SELECT
   FROM people p
  WHERE p.id = audit_values.person_id AND (p.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])))));
grant select on audit_values to okn_national, okn_personal, okn_regional;

create table calendar_copies (
  recipient_type text not null,
  recipient_id uuid not null,
  what text not null,
  subject_id uuid not null,
  day date not null,
  is_off boolean not null,
  given_at timestamp with time zone not null,
  summary text,
  start_time text,
  place text,
  constraint calendar_copies_pkey PRIMARY KEY (recipient_id, what, subject_id),
  constraint calendar_copies_what_subject_id_fkey FOREIGN KEY (what, subject_id) REFERENCES calendar_events(what, subject_id) ON DELETE CASCADE,
  constraint calendar_copies_recipient_type_check CHECK (recipient_type = ANY (ARRAY['ACCOUNT'::text, 'PERSON'::text, 'ORGANISATION'::text, 'NOMINEE'::text]))
);
CREATE INDEX calendar_copies_what_subject_id_idx ON calendar_copies USING btree (what, subject_id);
alter table calendar_copies enable row level security, force row level security;
create policy "national" on calendar_copies for select to okn_national using (false);
create policy owner on calendar_copies for all to :owner using (true) with check (true);
create policy personal on calendar_copies for select to okn_personal using (false);
create policy regional on calendar_copies for select to okn_regional using (false);
create policy system_delete on calendar_copies for delete to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy system_insert on calendar_copies for insert to okn_system with check ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy system_select on calendar_copies for select to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy system_update on calendar_copies for update to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL) with check ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
grant delete on calendar_copies to okn_system;
grant insert on calendar_copies to okn_system;
grant select on calendar_copies to okn_national, okn_personal, okn_regional, okn_system;
grant update on calendar_copies to okn_system;

create table calendar_events (
  what text not null,
  subject_id uuid not null,
  body_id uuid,
  day date not null,
  is_off boolean not null,
  sequence integer not null,
  changed_at timestamp with time zone not null,
  when_and_where text,
  constraint calendar_events_pkey PRIMARY KEY (what, subject_id),
  constraint calendar_events_body_id_fkey FOREIGN KEY (body_id) REFERENCES advisory_bodies(id) ON DELETE CASCADE,
  constraint calendar_events_sequence_check CHECK (sequence >= 0),
  constraint calendar_events_what_check CHECK (what = ANY (ARRAY['TREKKERSCHAP_END'::text, 'SUPPORT_END'::text, 'WORK_DUE'::text, 'ANSWER_DUE'::text, 'SEAT_TERM_END'::text, 'HANDOVER_DUE'::text, 'TIE_CONFIRM'::text, 'DIGEST'::text, 'NO_TERM_ENDS'::text, 'ACTIVITY'::text]))
);
CREATE INDEX calendar_events_body_id_idx ON calendar_events USING btree (body_id) WHERE body_id IS NOT NULL;
alter table calendar_events enable row level security, force row level security;
create policy "national" on calendar_events for select to okn_national using (false);
create policy owner on calendar_events for all to :owner using (true) with check (true);
create policy personal on calendar_events for select to okn_personal using (false);
create policy regional on calendar_events for select to okn_regional using (false);
create policy system_insert on calendar_events for insert to okn_system with check ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy system_select on calendar_events for select to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy system_update on calendar_events for update to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL) with check ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
grant insert on calendar_events to okn_system;
grant select on calendar_events to okn_national, okn_personal, okn_regional, okn_system;
grant update (changed_at, day, is_off, sequence, when_and_where) on calendar_events to okn_system;

create table caretakerships (
  id uuid not null,
  oudernetwerk_id uuid not null,
  region_id uuid not null,
  organisation_id uuid not null,
  period daterange not null,
  standby boolean not null,
  constraint caretakerships_pkey PRIMARY KEY (id),
  constraint caretakerships_one_at_a_time EXCLUDE USING gist (oudernetwerk_id WITH =, period WITH &&) DEFERRABLE INITIALLY DEFERRED,
  constraint caretakerships_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint caretakerships_oudernetwerk_id_region_id_fkey FOREIGN KEY (oudernetwerk_id, region_id) REFERENCES oudernetwerken(id, region_id) ON UPDATE CASCADE,
  constraint caretakerships_period_check CHECK (NOT isempty(period) AND NOT lower_inf(period))
);
CREATE INDEX caretakerships_organisation_id_idx ON caretakerships USING btree (organisation_id);
CREATE CONSTRAINT TRIGGER leadership_cover AFTER INSERT OR DELETE OR UPDATE OF oudernetwerk_id, period, standby ON caretakerships DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_leadership_cover();
CREATE TRIGGER ends_with_network BEFORE INSERT OR UPDATE OF period ON caretakerships FOR EACH ROW WHEN (NOT new.standby) EXECUTE FUNCTION ends_with_network();
alter table caretakerships enable row level security, force row level security;
create policy "national" on caretakerships for select to okn_national using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy may_delete on caretakerships for delete to okn_national, okn_personal, okn_regional using ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR standby AND ((oudernetwerk_id = ANY ((( SELECT viewer_uuids('app.led'::text) AS viewer_uuids))::uuid[])) OR (oudernetwerk_id = ANY ((( SELECT viewer_uuids('app.shared'::text) AS viewer_uuids))::uuid[]))));
create policy may_insert on caretakerships for insert to okn_national, okn_personal, okn_regional with check ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR standby AND ((oudernetwerk_id = ANY ((( SELECT viewer_uuids('app.led'::text) AS viewer_uuids))::uuid[])) OR (oudernetwerk_id = ANY ((( SELECT viewer_uuids('app.shared'::text) AS viewer_uuids))::uuid[]))));
create policy may_update on caretakerships for update to okn_national, okn_personal, okn_regional using ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR standby AND ((oudernetwerk_id = ANY ((( SELECT viewer_uuids('app.led'::text) AS viewer_uuids))::uuid[])) OR (oudernetwerk_id = ANY ((( SELECT viewer_uuids('app.shared'::text) AS viewer_uuids))::uuid[]))));
create policy owner on caretakerships for all to :owner using (true) with check (true);
create policy personal on caretakerships for select to okn_personal using ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (oudernetwerk_id = ANY ((( SELECT viewer_uuids('app.led'::text) || viewer_uuids('app.supported'::text)))::uuid[])));
create policy regional on caretakerships for select to okn_regional using (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy system_delete on caretakerships for delete to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL AND standby);
create policy system_insert on caretakerships for insert to okn_system with check ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL AND standby);
create policy system_select on caretakerships for select to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy system_update on caretakerships for update to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL AND standby);
grant delete on caretakerships to okn_national, okn_personal, okn_regional, okn_system;
grant insert on caretakerships to okn_national, okn_personal, okn_regional, okn_system;
grant select on caretakerships to okn_national, okn_personal, okn_regional, okn_system;
grant update on caretakerships to okn_national, okn_personal, okn_regional;
grant update (period) on caretakerships to okn_system;

create table consents (
  id uuid not null,
  person_id uuid not null,
  purpose text not null,
  given boolean not null,
  scopes text[] not null,
  until date,
  text_version text not null,
  language text not null,
  channel text not null,
  account_id uuid,
  recorded_at timestamp with time zone not null,
  constraint consents_pkey PRIMARY KEY (id),
  constraint consents_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint consents_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint consents_channel_check CHECK (channel = ANY (ARRAY['ONLINE'::text, 'PAPER'::text, 'PHONE'::text, 'IN_PERSON'::text])),
  constraint consents_language_check CHECK (language = ANY (ARRAY['nl'::text, 'en'::text])),
  constraint consents_place CHECK (
CASE
    WHEN purpose = 'FINDABLE'::text THEN given = (scopes && ARRAY['REGION'::text, 'REGION_AND_AGREEMENTS'::text, 'COUNTRY'::text])
    ELSE scopes = '{}'::text[]
END),
  constraint consents_purpose_check CHECK (purpose = ANY (ARRAY['FINDABLE'::text, 'CONTACT_BY_NETWORK'::text, 'SCHOOL_AND_THEMES'::text, 'CONTACT_BY_APP'::text, 'PHOTO'::text, 'NEWSLETTER'::text])),
  constraint consents_scopes_check CHECK (scopes <@ ARRAY['REGION'::text, 'REGION_AND_AGREEMENTS'::text, 'COUNTRY'::text, 'PARTNER_APPS'::text]),
  constraint consents_until CHECK (purpose <> 'FINDABLE'::text AND until IS NULL OR purpose = 'FINDABLE'::text AND given = (until IS NOT NULL))
);
CREATE INDEX consents_person_id_purpose_recorded_at_id_idx ON consents USING btree (person_id, purpose, recorded_at DESC, id DESC);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON consents FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON consents FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER erased AFTER INSERT ON consents FOR EACH ROW EXECUTE FUNCTION refuse_erased('person_id');
CREATE TRIGGER forget_health AFTER INSERT ON consents FOR EACH ROW WHEN (new.purpose = 'SCHOOL_AND_THEMES'::text AND NOT new.given) EXECUTE FUNCTION consents_forget_health();
CREATE TRIGGER make_findable AFTER INSERT ON consents FOR EACH ROW WHEN (new.purpose = 'FINDABLE'::text) EXECUTE FUNCTION consents_make_findable();
CREATE TRIGGER open_contact AFTER INSERT ON consents FOR EACH ROW WHEN (new.purpose = 'CONTACT_BY_NETWORK'::text) EXECUTE FUNCTION consents_open_contact();
alter table consents enable row level security, force row level security;
create policy "national" on consents for select to okn_national using (person_id = (( SELECT viewer_uuid('app.person'::text) AS viewer_uuid)) OR (EXISTS ( SELECT
   FROM people p
  WHERE p.id = consents.person_id AND (p.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])))));
create policy may_insert on consents for insert to okn_national, okn_personal, okn_regional with check (account_id = (( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) AND (person_id = (( SELECT viewer_uuid('app.person'::text) AS viewer_uuid)) OR (EXISTS ( SELECT
   FROM people p
  WHERE p.id = consents.person_id AND (p.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]))))));
create policy owner on consents for all to :owner using (true) with check (true);
create policy personal on consents for select to okn_personal using (person_id = (( SELECT viewer_uuid('app.person'::text) AS viewer_uuid)) OR (EXISTS ( SELECT
   FROM people p
  WHERE p.id = consents.person_id AND (p.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])))));
create policy regional on consents for select to okn_regional using ((EXISTS ( SELECT
   FROM people p
  WHERE p.id = consents.person_id AND (p.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])))));
grant insert on consents to okn_national, okn_personal, okn_regional;
grant select on consents to okn_national, okn_personal, okn_regional;

create table contact_pauses (
  person_id uuid not null,
  period daterange not null,
  account_id uuid,
  recorded_at timestamp with time zone not null,
  constraint contact_pauses_pkey PRIMARY KEY (person_id),
  constraint contact_pauses_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint contact_pauses_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE,
  constraint contact_pauses_period_check CHECK (NOT isempty(period) AND NOT lower_inf(period) AND NOT upper_inf(period))
);
CREATE TRIGGER erased AFTER INSERT OR UPDATE OF person_id ON contact_pauses FOR EACH ROW EXECUTE FUNCTION refuse_erased('person_id');
CREATE TRIGGER mark_seats_stale AFTER INSERT OR DELETE OR UPDATE OF person_id, period ON contact_pauses FOR EACH ROW EXECUTE FUNCTION mark_seats_of_paused_stale();
CREATE TRIGGER mark_stale AFTER INSERT OR DELETE OR UPDATE OF person_id, period ON contact_pauses FOR EACH ROW EXECUTE FUNCTION mark_stale('person_id');
CREATE TRIGGER mark_tasks_stale AFTER INSERT OR DELETE OR UPDATE OF person_id, period ON contact_pauses FOR EACH ROW EXECUTE FUNCTION mark_tasks_of_paused_stale();
CREATE TRIGGER rest AFTER INSERT OR DELETE OR UPDATE OF period ON contact_pauses FOR EACH ROW EXECUTE FUNCTION ervaringsdeskundigen_rest();
alter table contact_pauses enable row level security, force row level security;
create policy "national" on contact_pauses for select to okn_national using (person_id = (( SELECT viewer_uuid('app.person'::text) AS viewer_uuid)) OR (EXISTS ( SELECT
   FROM people p
  WHERE p.id = contact_pauses.person_id AND p.region_ids && (( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids)))));
create policy may_delete on contact_pauses for delete to okn_national, okn_personal, okn_regional using (person_id = (( SELECT viewer_uuid('app.person'::text) AS viewer_uuid)) OR (EXISTS ( SELECT
   FROM people p
  WHERE p.id = contact_pauses.person_id AND (p.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])))));
create policy may_insert on contact_pauses for insert to okn_national, okn_personal, okn_regional with check (person_id = (( SELECT viewer_uuid('app.person'::text) AS viewer_uuid)) OR (EXISTS ( SELECT
   FROM people p
  WHERE p.id = contact_pauses.person_id AND (p.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])))));
create policy owner on contact_pauses for all to :owner using (true) with check (true);
create policy personal on contact_pauses for select to okn_personal using (person_id = (( SELECT viewer_uuid('app.person'::text) AS viewer_uuid)) OR (EXISTS ( SELECT
   FROM people p
  WHERE p.id = contact_pauses.person_id AND p.region_ids && (( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids)))) OR (EXISTS ( SELECT
   FROM people p
  WHERE p.id = contact_pauses.person_id AND p.oudernetwerk_ids && (( SELECT viewer_uuids('app.led'::text) || viewer_uuids('app.supported'::text))))));
create policy regional on contact_pauses for select to okn_regional using ((EXISTS ( SELECT
   FROM people p
  WHERE p.id = contact_pauses.person_id)));
create policy system_select on contact_pauses for select to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
grant delete on contact_pauses to okn_national, okn_personal, okn_regional;
grant insert on contact_pauses to okn_national, okn_personal, okn_regional;
grant select on contact_pauses to okn_national, okn_personal, okn_regional;
grant select (period, person_id) on contact_pauses to okn_system;

create table continuities (
  oudernetwerk_id uuid not null,
  region_id uuid not null,
  band text not null,
  severity integer not null,
  secured_until date,
  rule_version integer not null,
  computed_at timestamp with time zone not null,
  assessed_on date not null,
  changes_on date,
  constraint continuities_pkey PRIMARY KEY (oudernetwerk_id),
  constraint continuities_oudernetwerk_id_region_id_fkey FOREIGN KEY (oudernetwerk_id, region_id) REFERENCES oudernetwerken(id, region_id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint continuities_band_check CHECK (band = ANY (ARRAY['STABLE'::text, 'ATTENTION'::text, 'AT_RISK'::text, 'CRITICAL'::text])),
  constraint continuities_severity_check CHECK (severity >= 0 AND severity <= 10)
);
CREATE INDEX continuities_changes_on_idx ON continuities USING btree (changes_on);
CREATE INDEX continuities_coalesce_oudernetwerk_id_idx ON continuities USING btree (COALESCE(secured_until, '0001-01-01'::date), oudernetwerk_id);
CREATE INDEX continuities_region_id_coalesce_oudernetwerk_id_idx ON continuities USING btree (region_id, COALESCE(secured_until, '0001-01-01'::date), oudernetwerk_id);
CREATE INDEX continuities_region_id_severity_oudernetwerk_id_idx ON continuities USING btree (region_id, severity, oudernetwerk_id);
CREATE INDEX continuities_severity_oudernetwerk_id_idx ON continuities USING btree (severity, oudernetwerk_id);
alter table continuities enable row level security, force row level security;
create policy "national" on continuities for select to okn_national using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy owner on continuities for all to :owner using (true) with check (true);
create policy personal on continuities for select to okn_personal using ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (oudernetwerk_id = ANY ((( SELECT viewer_uuids('app.led'::text) || viewer_uuids('app.supported'::text)))::uuid[])));
create policy regional on continuities for select to okn_regional using (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy system_delete on continuities for delete to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy system_insert on continuities for insert to okn_system with check ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy system_select on continuities for select to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy system_update on continuities for update to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL) with check ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
grant delete on continuities to okn_system;
grant insert on continuities to okn_system;
grant select on continuities to okn_national, okn_personal, okn_regional, okn_system;
grant update on continuities to okn_system;

create table continuity_findings (
  oudernetwerk_id uuid,
  region_id uuid not null,
  code text not null,
  severity integer not null,
  since date,
  due_on date,
  message_nl text not null,
  message_en text not null,
  evidence jsonb not null,
  action jsonb not null,
  subject_id uuid not null,
  body_id uuid,
  ervaringsdeskundige_id uuid,
  agreement_id uuid,
  person_task_id uuid,
  region_change_id uuid,
  constraint continuity_findings_pkey PRIMARY KEY (subject_id, code),
  constraint continuity_findings_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES region_agreements(id) ON DELETE CASCADE,
  constraint continuity_findings_ervaringsdeskundige_id_region_id_fkey FOREIGN KEY (ervaringsdeskundige_id, region_id) REFERENCES ervaringsdeskundigen(id, region_id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint continuity_findings_oudernetwerk_id_region_id_fkey FOREIGN KEY (oudernetwerk_id, region_id) REFERENCES oudernetwerken(id, region_id) ON UPDATE CASCADE,
  constraint continuity_findings_person_task_id_region_id_fkey FOREIGN KEY (person_task_id, region_id) REFERENCES person_tasks(id, region_id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint continuity_findings_region_change_id_region_id_fkey FOREIGN KEY (region_change_id, region_id) REFERENCES region_changes(id, region_id) ON DELETE CASCADE,
  constraint continuity_findings_subject_id_body_id_region_id_fkey FOREIGN KEY (subject_id, body_id, region_id) REFERENCES advisory_seats(id, body_id, region_id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint continuity_findings_check CHECK (num_nonnulls(oudernetwerk_id, body_id, ervaringsdeskundige_id, agreement_id, person_task_id, region_change_id) = 1),
  constraint continuity_findings_check1 CHECK (body_id IS NOT NULL OR subject_id = COALESCE(oudernetwerk_id, ervaringsdeskundige_id, agreement_id, person_task_id, region_change_id)),
  constraint continuity_findings_severity_check CHECK (severity >= 1 AND severity <= 10)
);
CREATE INDEX continuity_findings_agreement_id_idx ON continuity_findings USING btree (agreement_id) WHERE agreement_id IS NOT NULL;
CREATE INDEX continuity_findings_body_id_idx ON continuity_findings USING btree (body_id) WHERE body_id IS NOT NULL;
CREATE INDEX continuity_findings_ervaringsdeskundige_id_idx ON continuity_findings USING btree (ervaringsdeskundige_id) WHERE ervaringsdeskundige_id IS NOT NULL;
CREATE INDEX continuity_findings_oudernetwerk_id_idx ON continuity_findings USING btree (oudernetwerk_id) WHERE oudernetwerk_id IS NOT NULL;
CREATE INDEX continuity_findings_person_task_id_idx ON continuity_findings USING btree (person_task_id) WHERE person_task_id IS NOT NULL;
CREATE INDEX continuity_findings_region_change_id_idx ON continuity_findings USING btree (region_change_id) WHERE region_change_id IS NOT NULL;
alter table continuity_findings enable row level security, force row level security;
create policy "national" on continuity_findings for select to okn_national using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL AND (COALESCE(ervaringsdeskundige_id, person_task_id) IS NULL OR (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]))));
create policy owner on continuity_findings for all to :owner using (true) with check (true);
create policy personal on continuity_findings for select to okn_personal using ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (oudernetwerk_id = ANY ((( SELECT viewer_uuids('app.led'::text) || viewer_uuids('app.supported'::text)))::uuid[])) OR (body_id = ANY ((( SELECT viewer_uuids('app.bodies'::text) AS viewer_uuids))::uuid[])));
create policy regional on continuity_findings for select to okn_regional using (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy system_delete on continuity_findings for delete to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy system_insert on continuity_findings for insert to okn_system with check ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy system_select on continuity_findings for select to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy system_update on continuity_findings for update to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL) with check ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
grant delete on continuity_findings to okn_system;
grant insert on continuity_findings to okn_system;
grant select on continuity_findings to okn_national, okn_personal, okn_regional, okn_system;
grant update on continuity_findings to okn_system;

create table continuity_thresholds (
  id uuid not null,
  region_id uuid,
  oudernetwerk_id uuid,
  tenure_guideline_months integer,
  term_limit_months integer,
  ends_soon_months integer,
  leave_together_days integer,
  support_ending_months integer,
  inactive_days integer,
  most_roles integer,
  tie_confirmed_months integer,
  lead_months integer,
  constraint continuity_thresholds_pkey PRIMARY KEY (id),
  constraint continuity_thresholds_oudernetwerk_id_key UNIQUE (oudernetwerk_id),
  constraint continuity_thresholds_region_id_key UNIQUE (region_id),
  constraint continuity_thresholds_oudernetwerk_id_fkey FOREIGN KEY (oudernetwerk_id) REFERENCES oudernetwerken(id),
  constraint continuity_thresholds_region_id_fkey FOREIGN KEY (region_id) REFERENCES regions(id),
  constraint continuity_thresholds_check CHECK ((region_id IS NULL) <> (oudernetwerk_id IS NULL)),
  constraint continuity_thresholds_ends_soon_months_check CHECK (ends_soon_months >= 1 AND ends_soon_months <= 36),
  constraint continuity_thresholds_inactive_days_check CHECK (inactive_days >= 1 AND inactive_days <= 730),
  constraint continuity_thresholds_lead_months_check CHECK (lead_months >= 1 AND lead_months <= 36),
  constraint continuity_thresholds_leave_together_days_check CHECK (leave_together_days >= 1 AND leave_together_days <= 365),
  constraint continuity_thresholds_most_roles_check CHECK (most_roles >= 1 AND most_roles <= 50),
  constraint continuity_thresholds_support_ending_months_check CHECK (support_ending_months >= 1 AND support_ending_months <= 36),
  constraint continuity_thresholds_tenure_guideline_months_check CHECK (tenure_guideline_months >= 1 AND tenure_guideline_months <= 240),
  constraint continuity_thresholds_term_limit_months_check CHECK (term_limit_months >= 1 AND term_limit_months <= 240),
  constraint continuity_thresholds_tie_confirmed_months_check CHECK (tie_confirmed_months >= 1 AND tie_confirmed_months <= 60)
);
CREATE TRIGGER mark_stale AFTER INSERT OR DELETE OR UPDATE ON continuity_thresholds FOR EACH ROW EXECUTE FUNCTION mark_stale('oudernetwerk_id', 'region_id');
alter table continuity_thresholds enable row level security, force row level security;
create policy "national" on continuity_thresholds for select to okn_national using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy may_insert on continuity_thresholds for insert to okn_national, okn_personal, okn_regional with check ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (EXISTS ( SELECT
   FROM oudernetwerken n
  WHERE n.id = continuity_thresholds.oudernetwerk_id AND (n.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])))) OR CURRENT_USER = 'okn_national'::name AND (( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL AND (EXISTS ( SELECT
   FROM regions r
  WHERE r.id = continuity_thresholds.region_id AND r.kind = 'LAND'::text)));
create policy may_update on continuity_thresholds for update to okn_national, okn_personal, okn_regional using ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (EXISTS ( SELECT
   FROM oudernetwerken n
  WHERE n.id = continuity_thresholds.oudernetwerk_id AND (n.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])))) OR CURRENT_USER = 'okn_national'::name AND (( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL AND (EXISTS ( SELECT
   FROM regions r
  WHERE r.id = continuity_thresholds.region_id AND r.kind = 'LAND'::text)));
create policy owner on continuity_thresholds for all to :owner using (true) with check (true);
create policy personal on continuity_thresholds for select to okn_personal using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL AND (region_id IS NOT NULL OR (EXISTS ( SELECT
   FROM oudernetwerken n
  WHERE n.id = continuity_thresholds.oudernetwerk_id))));
create policy regional on continuity_thresholds for select to okn_regional using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL AND (region_id IS NOT NULL OR (EXISTS ( SELECT
   FROM oudernetwerken n
  WHERE n.id = continuity_thresholds.oudernetwerk_id))));
create policy system_select on continuity_thresholds for select to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
grant insert on continuity_thresholds to okn_national, okn_personal, okn_regional;
grant select on continuity_thresholds to okn_national, okn_personal, okn_regional, okn_system;
grant update on continuity_thresholds to okn_national, okn_personal, okn_regional;

create table departures (
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  last_day date not null,
  note text,
  account_id uuid,
  recorded_at timestamp with time zone not null,
  taken_back_at timestamp with time zone,
  xact xid8 default pg_current_xact_id() not null,
  by_role uuid,
  region_id uuid not null,
  constraint departures_pkey PRIMARY KEY (id),
  constraint departures_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint departures_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE,
  constraint departures_region_id_fkey FOREIGN KEY (region_id) REFERENCES regions(id),
  constraint departures_kind_check CHECK (kind = ANY (ARRAY['DECEASED'::text, 'STOPS_EVERYTHING'::text]))
);
CREATE INDEX departures_by_role_idx ON departures USING btree (by_role) WHERE by_role IS NOT NULL;
CREATE INDEX departures_person_id_recorded_at_idx ON departures USING btree (person_id, recorded_at DESC);
CREATE INDEX departures_xact_idx ON departures USING btree (xact);
CREATE UNIQUE INDEX departures_one_death ON departures USING btree (person_id) WHERE kind = 'DECEASED'::text AND taken_back_at IS NULL;
CREATE TRIGGER erased AFTER INSERT ON departures FOR EACH ROW EXECUTE FUNCTION refuse_erased('person_id');
CREATE TRIGGER keep_values AFTER INSERT OR DELETE OR UPDATE OF note ON departures FOR EACH ROW EXECUTE FUNCTION keep_values('person_id', 'note');
alter table departures enable row level security, force row level security;
create policy "national" on departures for select to okn_national using (person_id = (( SELECT viewer_uuid('app.person'::text) AS viewer_uuid)) OR (EXISTS ( SELECT
   FROM people p
  WHERE p.id = departures.person_id AND (p.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])))));
create policy owner on departures for all to :owner using (true) with check (true);
create policy personal on departures for select to okn_personal using (person_id = (( SELECT viewer_uuid('app.person'::text) AS viewer_uuid)) OR (EXISTS ( SELECT
   FROM people p
  WHERE p.id = departures.person_id AND (p.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])))));
create policy regional on departures for select to okn_regional using ((EXISTS ( SELECT
   FROM people p
  WHERE p.id = departures.person_id AND (p.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])))));
create policy system_insert on departures for insert to okn_system with check ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy system_select on departures for select to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy system_update on departures for update to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL) with check ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
grant select on departures to okn_national, okn_personal, okn_regional;
grant insert (account_id, by_role, id, kind, last_day, note, person_id, recorded_at, region_id) on departures to okn_system;
grant select (by_role, id, kind, last_day, person_id, recorded_at, taken_back_at, xact) on departures to okn_system;
grant update (by_role, taken_back_at, xact) on departures to okn_system;

create table erasures (
  person_id uuid not null,
  region_id uuid not null,
  reason text not null,
  account_id uuid,
  erased_at timestamp with time zone not null,
  mentions jsonb default '[]'::jsonb not null,
  files_gone_at timestamp with time zone,
  xact xid8 default pg_current_xact_id() not null,
  ledger_at timestamp with time zone,
  constraint erasures_pkey PRIMARY KEY (person_id),
  constraint erasures_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint erasures_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint erasures_region_id_fkey FOREIGN KEY (region_id) REFERENCES regions(id),
  constraint erasures_reason_check CHECK (reason = ANY (ARRAY['ASKED'::text, 'CONSENT_WITHDRAWN'::text, 'NOT_NEEDED'::text, 'OBJECTED'::text, 'UNLAWFUL'::text]))
);
CREATE INDEX erasures_region_id_idx ON erasures USING btree (region_id);
alter table erasures enable row level security, force row level security;
create policy "national" on erasures for select to okn_national using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy owner on erasures for all to :owner using (true) with check (true);
create policy personal on erasures for select to okn_personal using (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy regional on erasures for select to okn_regional using (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy system_insert on erasures for insert to okn_system with check ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy system_select on erasures for select to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy system_update on erasures for update to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL) with check ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
grant select on erasures to okn_national, okn_personal, okn_regional;
grant insert (account_id, erased_at, person_id, reason, region_id) on erasures to okn_system;
grant select (erased_at, files_gone_at, ledger_at, person_id, reason) on erasures to okn_system;
grant update (files_gone_at, ledger_at) on erasures to okn_system;

create table ervaringsdeskundige_themes (
  ervaringsdeskundige_id uuid not null,
  theme_id uuid not null,
  constraint ervaringsdeskundige_themes_pkey PRIMARY KEY (ervaringsdeskundige_id, theme_id),
  constraint ervaringsdeskundige_themes_ervaringsdeskundige_id_fkey FOREIGN KEY (ervaringsdeskundige_id) REFERENCES ervaringsdeskundigen(id) ON DELETE CASCADE,
  constraint ervaringsdeskundige_themes_theme_id_fkey FOREIGN KEY (theme_id) REFERENCES themes(id)
);
CREATE INDEX ervaringsdeskundige_themes_theme_id_idx ON ervaringsdeskundige_themes USING btree (theme_id);
CREATE TRIGGER follow_themes AFTER INSERT OR DELETE ON ervaringsdeskundige_themes FOR EACH ROW EXECUTE FUNCTION ervaringsdeskundigen_follow();
alter table ervaringsdeskundige_themes enable row level security, force row level security;
create policy "national" on ervaringsdeskundige_themes for select to okn_national using ((EXISTS ( SELECT
   FROM ervaringsdeskundigen e
  WHERE e.id = ervaringsdeskundige_themes.ervaringsdeskundige_id)));
create policy may_delete on ervaringsdeskundige_themes for delete to okn_national, okn_personal, okn_regional using ((EXISTS ( SELECT
   FROM ervaringsdeskundigen e
  WHERE e.id = ervaringsdeskundige_themes.ervaringsdeskundige_id AND (e.person_id = (( SELECT viewer_uuid('app.person'::text) AS viewer_uuid)) OR (e.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]))))));
create policy may_insert on ervaringsdeskundige_themes for insert to okn_national, okn_personal, okn_regional with check ((EXISTS ( SELECT
   FROM ervaringsdeskundigen e
  WHERE e.id = ervaringsdeskundige_themes.ervaringsdeskundige_id AND (e.person_id = (( SELECT viewer_uuid('app.person'::text) AS viewer_uuid)) OR (e.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]))))));
create policy owner on ervaringsdeskundige_themes for all to :owner using (true) with check (true);
create policy personal on ervaringsdeskundige_themes for select to okn_personal using ((EXISTS ( SELECT
   FROM ervaringsdeskundigen e
  WHERE e.id = ervaringsdeskundige_themes.ervaringsdeskundige_id)));
create policy regional on ervaringsdeskundige_themes for select to okn_regional using ((EXISTS ( SELECT
   FROM ervaringsdeskundigen e
  WHERE e.id = ervaringsdeskundige_themes.ervaringsdeskundige_id)));
grant delete on ervaringsdeskundige_themes to okn_national, okn_personal, okn_regional;
grant insert on ervaringsdeskundige_themes to okn_national, okn_personal, okn_regional;
grant select on ervaringsdeskundige_themes to okn_national, okn_personal, okn_regional;

create table ervaringsdeskundigen (
  id uuid not null,
  version integer default 1 not null,
  person_id uuid not null,
  region_id uuid not null,
  pseudonym text not null,
  registered_on date not null,
  domains text[] not null,
  levels text[] not null,
  brings_others_experience boolean,
  brings_others_basis text,
  brings_others_on date,
  connects_with_professionals boolean,
  connects_basis text,
  connects_on date,
  hours_per_month integer,
  day_parts text[] not null,
  meeting_forms text[] not null,
  languages text[] not null,
  participation_forms text[] not null,
  max_seats integer,
  compensation text,
  paused daterange,
  findable_until date,
  findable_country boolean default false not null,
  findable_partners boolean default false not null,
  for_seats boolean generated always as ('SEAT'::text = ANY (participation_forms)) stored not null,
  traits bit(512) not null storage plain,
  engaged_bodies uuid[] not null,
  trained bigint[] storage plain,
  trained_until date[] storage plain,
  seat_begins date[] storage plain,
  seat_ends date[] storage plain,
  asked_on date[] storage plain,
  findable_agreements boolean default false not null,
  findable_in uuid generated always as (
CASE
    WHEN findable_country THEN '00000000-0000-0000-0000-000000000000'::uuid
    WHEN findable_agreements THEN with_agreements(region_id)
    ELSE region_id
END) stored not null,
  contact_paused daterange,
  constraint ervaringsdeskundigen_pkey PRIMARY KEY (id),
  constraint ervaringsdeskundigen_id_person_id_key UNIQUE (id, person_id),
  constraint ervaringsdeskundigen_id_region_id_key UNIQUE (id, region_id),
  constraint ervaringsdeskundigen_person_id_key UNIQUE (person_id),
  constraint ervaringsdeskundigen_pseudonym_key UNIQUE (pseudonym),
  constraint ervaringsdeskundigen_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint ervaringsdeskundigen_region_id_fkey FOREIGN KEY (region_id) REFERENCES regions(id),
  constraint ervaringsdeskundigen_brings_others_basis_check CHECK (brings_others_basis = ANY (ARRAY['SELF_DECLARED'::text, 'INTERVIEW'::text, 'REFERENCE'::text, 'TRAINING'::text, 'OBSERVED'::text])),
  constraint ervaringsdeskundigen_check CHECK ((brings_others_experience IS NULL) = (brings_others_basis IS NULL)),
  constraint ervaringsdeskundigen_check1 CHECK ((brings_others_experience IS NULL) = (brings_others_on IS NULL)),
  constraint ervaringsdeskundigen_check2 CHECK ((connects_with_professionals IS NULL) = (connects_basis IS NULL)),
  constraint ervaringsdeskundigen_check3 CHECK ((connects_with_professionals IS NULL) = (connects_on IS NULL)),
  constraint ervaringsdeskundigen_compensation_check CHECK (compensation = ANY (ARRAY['NONE'::text, 'EXPENSES'::text, 'VOLUNTEER_ALLOWANCE'::text, 'ATTENDANCE_FEE'::text])),
  constraint ervaringsdeskundigen_connects_basis_check CHECK (connects_basis = ANY (ARRAY['SELF_DECLARED'::text, 'INTERVIEW'::text, 'REFERENCE'::text, 'TRAINING'::text, 'OBSERVED'::text])),
  constraint ervaringsdeskundigen_day_parts_check CHECK (day_parts <@ ARRAY['MORNING'::text, 'AFTERNOON'::text, 'EVENING'::text, 'WEEKEND'::text]),
  constraint ervaringsdeskundigen_domains_check CHECK (domains <@ ARRAY['ONDERWIJS'::text, 'ZORG'::text, 'JEUGD'::text]),
  constraint ervaringsdeskundigen_hours_per_month_check CHECK (hours_per_month >= 0 AND hours_per_month <= 200),
  constraint ervaringsdeskundigen_languages_check CHECK (cardinality(languages) > 0),
  constraint ervaringsdeskundigen_levels_check CHECK (levels <@ ARRAY['KIND'::text, 'UITVOERING'::text, 'BELEID'::text]),
  constraint ervaringsdeskundigen_max_seats_check CHECK (max_seats >= 0 AND max_seats <= 20),
  constraint ervaringsdeskundigen_meeting_forms_check CHECK (meeting_forms <@ ARRAY['ONLINE'::text, 'ON_SITE'::text]),
  constraint ervaringsdeskundigen_participation_forms_check CHECK (participation_forms <@ ARRAY['TREKKER'::text, 'LID'::text, 'SEAT'::text, 'BUDDY'::text, 'SURVEY'::text, 'SOUNDING_BOARD'::text]),
  constraint ervaringsdeskundigen_paused_check CHECK (NOT isempty(paused) AND NOT lower_inf(paused))
);
CREATE INDEX ervaringsdeskundigen_engaged_bodies_idx ON ervaringsdeskundigen USING gin (engaged_bodies) WHERE engaged_bodies <> '{}'::uuid[];
CREATE INDEX ervaringsdeskundigen_region_id_findable_until_idx ON ervaringsdeskundigen USING btree (region_id, findable_until);
CREATE INDEX ervaringsdeskundigen_registered_on_id_idx ON ervaringsdeskundigen USING btree (registered_on, id);
CREATE INDEX findable ON ervaringsdeskundigen USING btree (for_seats, findable_in, findable_until) INCLUDE (id, traits, brings_others_experience, connects_with_professionals, paused, contact_paused, max_seats, seat_begins, seat_ends, asked_on, trained, trained_until);
CREATE TRIGGER derive BEFORE INSERT OR UPDATE OF region_id, domains, levels, languages, day_parts ON ervaringsdeskundigen FOR EACH ROW EXECUTE FUNCTION ervaringsdeskundigen_derive();
CREATE TRIGGER erased AFTER INSERT OR UPDATE OF person_id ON ervaringsdeskundigen FOR EACH ROW EXECUTE FUNCTION refuse_erased('person_id');
CREATE TRIGGER mark_subject_stale AFTER INSERT OR DELETE OR UPDATE OF findable_until, paused, contact_paused, region_id ON ervaringsdeskundigen FOR EACH ROW EXECUTE FUNCTION mark_subject_stale('Ervaringsdeskundige', 'id');
CREATE TRIGGER seats AFTER INSERT ON ervaringsdeskundigen FOR EACH ROW EXECUTE FUNCTION ervaringsdeskundigen_seats();
alter table ervaringsdeskundigen enable row level security, force row level security;
create policy "national" on ervaringsdeskundigen for select to okn_national using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL AND (findable_until >= (( SELECT NULLIF(current_setting('app.today'::text, true), ''::text)::date AS "nullif")) OR (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR person_id = (( SELECT viewer_uuid('app.person'::text) AS viewer_uuid))));
create policy may_insert on ervaringsdeskundigen for insert to okn_national, okn_personal, okn_regional with check (person_id = (( SELECT viewer_uuid('app.person'::text) AS viewer_uuid)) OR (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])));
create policy may_update on ervaringsdeskundigen for update to okn_national, okn_personal, okn_regional using (person_id = (( SELECT viewer_uuid('app.person'::text) AS viewer_uuid)) OR (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])));
create policy owner on ervaringsdeskundigen for all to :owner using (true) with check (true);
create policy personal on ervaringsdeskundigen for select to okn_personal using ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR person_id = (( SELECT viewer_uuid('app.person'::text) AS viewer_uuid)) OR findable_until >= (( SELECT NULLIF(current_setting('app.today'::text, true), ''::text)::date AS "nullif")) AND (findable_in = ANY ((( SELECT
        CASE
            WHEN ids.ids <> '{}'::uuid[] THEN ids.ids || '00000000-0000-0000-0000-000000000000'::uuid
            ELSE NULL::uuid[]
        END AS "case"
   FROM viewer_uuids('app.seeks'::text) ids(ids)))::uuid[])) OR engaged_bodies <> '{}'::uuid[] AND engaged_bodies && (( SELECT viewer_uuids('app.bodies'::text) AS viewer_uuids)));
create policy regional on ervaringsdeskundigen for select to okn_regional using ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR findable_until >= (( SELECT NULLIF(current_setting('app.today'::text, true), ''::text)::date AS "nullif")) AND (findable_in = ANY ((( SELECT
        CASE
            WHEN ids.ids <> '{}'::uuid[] THEN ids.ids || '00000000-0000-0000-0000-000000000000'::uuid
            ELSE NULL::uuid[]
        END AS "case"
   FROM viewer_uuids('app.seeks'::text) ids(ids)))::uuid[])) OR engaged_bodies <> '{}'::uuid[] AND engaged_bodies && (( SELECT viewer_uuids('app.bodies'::text) AS viewer_uuids)));
create policy system_select on ervaringsdeskundigen for select to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy system_update on ervaringsdeskundigen for update to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL) with check ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
grant insert on ervaringsdeskundigen to okn_national, okn_personal, okn_regional;
grant select on ervaringsdeskundigen to okn_national, okn_personal, okn_regional;
grant select (contact_paused, findable_country, findable_in, findable_partners, findable_until, id, paused, person_id, pseudonym, region_id) on ervaringsdeskundigen to okn_system;
grant update (brings_others_basis, brings_others_experience, brings_others_on, compensation, connects_basis, connects_on, connects_with_professionals, day_parts, domains, hours_per_month, languages, levels, max_seats, meeting_forms, participation_forms, paused, version) on ervaringsdeskundigen to okn_national, okn_personal, okn_regional;
grant update (version) on ervaringsdeskundigen to okn_system;

create table expected_ends (
  trekkerschap_id uuid not null,
  oudernetwerk_id uuid not null,
  region_id uuid not null,
  person_id uuid not null,
  expected_on date not null,
  earliest date not null,
  latest date not null,
  driver text not null,
  confidence text not null,
  constraint expected_ends_pkey PRIMARY KEY (trekkerschap_id),
  constraint expected_ends_oudernetwerk_id_region_id_fkey FOREIGN KEY (oudernetwerk_id, region_id) REFERENCES oudernetwerken(id, region_id) ON UPDATE CASCADE,
  constraint expected_ends_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint expected_ends_trekkerschap_id_fkey FOREIGN KEY (trekkerschap_id) REFERENCES trekkerschappen(id) ON DELETE CASCADE,
  constraint expected_ends_check CHECK (earliest <= expected_on AND expected_on <= latest),
  constraint expected_ends_confidence_check CHECK (confidence = ANY (ARRAY['HIGH'::text, 'MEDIUM'::text, 'LOW'::text])),
  constraint expected_ends_driver_check CHECK (driver = ANY (ARRAY['RECORDED'::text, 'PLANNED'::text, 'CHILD_LEAVES_SCHOOL'::text, 'TERM_LIMIT'::text, 'TENURE_GUIDELINE'::text]))
);
CREATE INDEX expected_ends_oudernetwerk_id_idx ON expected_ends USING btree (oudernetwerk_id);
CREATE INDEX expected_ends_person_id_idx ON expected_ends USING btree (person_id);
CREATE INDEX expected_ends_region_id_expected_on_idx ON expected_ends USING btree (region_id, expected_on);
alter table expected_ends enable row level security, force row level security;
create policy "national" on expected_ends for select to okn_national using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy owner on expected_ends for all to :owner using (true) with check (true);
create policy personal on expected_ends for select to okn_personal using ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (oudernetwerk_id = ANY ((( SELECT viewer_uuids('app.led'::text) || viewer_uuids('app.supported'::text)))::uuid[])) OR person_id = (( SELECT viewer_uuid('app.person'::text) AS viewer_uuid)) AND (oudernetwerk_id = ANY ((( SELECT viewer_uuids('app.outlines'::text) AS viewer_uuids))::uuid[])));
create policy regional on expected_ends for select to okn_regional using (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy system_delete on expected_ends for delete to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy system_insert on expected_ends for insert to okn_system with check ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy system_select on expected_ends for select to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy system_update on expected_ends for update to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL) with check ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
grant delete on expected_ends to okn_system;
grant insert on expected_ends to okn_system;
grant select on expected_ends to okn_national, okn_personal, okn_regional, okn_system;
grant update on expected_ends to okn_system;

create view findable_profiles with (security_barrier=true) as
 SELECT id,
    for_seats,
    findable_in,
    traits,
    brings_others_experience,
    connects_with_professionals,
    paused,
    contact_paused,
    max_seats,
    seat_begins,
    seat_ends,
    asked_on,
    trained,
    trained_until
   FROM ervaringsdeskundigen
  WHERE findable_until >= (( SELECT NULLIF(current_setting('app.today'::text, true), ''::text)::date AS "nullif")) AND (findable_in = ANY ((( SELECT
                CASE
                    WHEN ids.ids <> '{}'::uuid[] THEN ids.ids || '00000000-0000-0000-0000-000000000000'::uuid
                    ELSE NULL::uuid[]
                END AS "case"
           FROM viewer_uuids('app.seeks'::text) ids(ids)))::uuid[]));
grant select on findable_profiles to okn_national, okn_personal, okn_regional;

create table handover_items (
  id uuid not null,
  version integer default 1 not null,
  plan_id uuid not null,
  oudernetwerk_id uuid not null,
  region_id uuid not null,
  "position" integer not null,
  key text not null,
  label_nl text not null,
  label_en text not null,
  mandatory boolean not null,
  owner_person_id uuid,
  days_before integer,
  due_on date,
  done_on date,
  constraint handover_items_pkey PRIMARY KEY (id),
  constraint handover_items_plan_id_key_key UNIQUE (plan_id, key),
  constraint handover_items_oudernetwerk_id_region_id_fkey FOREIGN KEY (oudernetwerk_id, region_id) REFERENCES oudernetwerken(id, region_id) ON UPDATE CASCADE,
  constraint handover_items_owner_person_id_fkey FOREIGN KEY (owner_person_id) REFERENCES people(id),
  constraint handover_items_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES succession_plans(id) ON DELETE CASCADE,
  constraint handover_items_key_check CHECK (key ~ '^[A-Z][A-Z0-9_]{0,39}$'::text)
);
CREATE INDEX handover_items_oudernetwerk_id_idx ON handover_items USING btree (oudernetwerk_id);
CREATE INDEX handover_items_owner_person_id_idx ON handover_items USING btree (owner_person_id);
CREATE TRIGGER after_death AFTER INSERT OR UPDATE OF owner_person_id ON handover_items FOR EACH ROW WHEN (new.owner_person_id IS NOT NULL AND new.done_on IS NULL) EXECUTE FUNCTION refuse_after_death('owner_person_id');
CREATE TRIGGER mark_stale AFTER INSERT OR DELETE OR UPDATE OF plan_id, oudernetwerk_id, owner_person_id, due_on, done_on ON handover_items FOR EACH ROW EXECUTE FUNCTION mark_stale('oudernetwerk_id', 'owner_person_id');
alter table handover_items enable row level security, force row level security;
create policy "national" on handover_items for select to okn_national using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy may_delete on handover_items for delete to okn_national, okn_personal, okn_regional using ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (oudernetwerk_id = ANY ((( SELECT viewer_uuids('app.supported'::text) AS viewer_uuids))::uuid[])));
create policy may_insert on handover_items for insert to okn_national, okn_personal, okn_regional with check ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (oudernetwerk_id = ANY ((( SELECT viewer_uuids('app.supported'::text) AS viewer_uuids))::uuid[])));
create policy may_update on handover_items for update to okn_national, okn_personal, okn_regional using ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (oudernetwerk_id = ANY ((( SELECT viewer_uuids('app.supported'::text) AS viewer_uuids))::uuid[])));
create policy owner on handover_items for all to :owner using (true) with check (true);
create policy personal on handover_items for select to okn_personal using ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (oudernetwerk_id = ANY ((( SELECT viewer_uuids('app.led'::text) || viewer_uuids('app.supported'::text)))::uuid[])));
create policy regional on handover_items for select to okn_regional using (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy system_select on handover_items for select to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy system_update on handover_items for update to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL) with check ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
grant delete on handover_items to okn_national, okn_personal, okn_regional;
grant insert on handover_items to okn_national, okn_personal, okn_regional;
grant select on handover_items to okn_national, okn_personal, okn_regional;
grant update on handover_items to okn_national, okn_personal, okn_regional;
grant select (days_before, done_on, due_on, plan_id, version) on handover_items to okn_system;
grant update (due_on, version) on handover_items to okn_system;

create table handover_template_items (
  region_id uuid not null,
  "position" integer not null,
  key text not null,
  label_nl text not null,
  label_en text not null,
  mandatory boolean not null,
  days_before integer not null,
  constraint handover_template_items_pkey PRIMARY KEY (region_id, key),
  constraint handover_template_items_region_id_fkey FOREIGN KEY (region_id) REFERENCES regions(id),
  constraint handover_template_items_days_before_check CHECK (days_before >= 0 AND days_before <= 730),
  constraint handover_template_items_key_check CHECK (key ~ '^[A-Z][A-Z0-9_]{0,39}$'::text)
);
alter table handover_template_items enable row level security, force row level security;
create policy "national" on handover_template_items for select to okn_national using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy may_delete on handover_template_items for delete to okn_national, okn_personal, okn_regional using (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy may_insert on handover_template_items for insert to okn_national, okn_personal, okn_regional with check (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy may_update on handover_template_items for update to okn_national, okn_personal, okn_regional using (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy owner on handover_template_items for all to :owner using (true) with check (true);
create policy personal on handover_template_items for select to okn_personal using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy regional on handover_template_items for select to okn_regional using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
grant delete on handover_template_items to okn_national, okn_personal, okn_regional;
grant insert on handover_template_items to okn_national, okn_personal, okn_regional;
grant select on handover_template_items to okn_national, okn_personal, okn_regional;
grant update on handover_template_items to okn_national, okn_personal, okn_regional;

create table hidden_names (
  person_id uuid not null,
  given_name text not null,
  infix text,
  family_name text not null,
  constraint hidden_names_pkey PRIMARY KEY (person_id),
  constraint hidden_names_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE
);
CREATE TRIGGER erased AFTER INSERT OR UPDATE OF person_id ON hidden_names FOR EACH ROW EXECUTE FUNCTION refuse_erased('person_id');
alter table hidden_names enable row level security, force row level security;
create policy "national" on hidden_names for select to okn_national using ((EXISTS ( SELECT
   FROM people p
  WHERE p.id = hidden_names.person_id AND (p.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])))));
create policy may_delete on hidden_names for delete to okn_national, okn_personal, okn_regional using ((EXISTS ( SELECT
   FROM people p
  WHERE p.id = hidden_names.person_id AND (p.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])))));
create policy may_insert on hidden_names for insert to okn_national, okn_personal, okn_regional with check ((EXISTS ( SELECT
   FROM people p
  WHERE p.id = hidden_names.person_id AND (p.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])))));
create policy owner on hidden_names for all to :owner using (true) with check (true);
create policy personal on hidden_names for select to okn_personal using ((EXISTS ( SELECT
   FROM people p
  WHERE p.id = hidden_names.person_id AND (p.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])))));
create policy regional on hidden_names for select to okn_regional using ((EXISTS ( SELECT
   FROM people p
  WHERE p.id = hidden_names.person_id AND (p.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])))));
grant delete on hidden_names to okn_national, okn_personal, okn_regional;
grant insert on hidden_names to okn_national, okn_personal, okn_regional;
grant select on hidden_names to okn_national, okn_personal, okn_regional;

create table idempotency_keys (
  account_id uuid not null,
  key uuid not null,
  mutation text not null,
  input_hash text not null,
  answer jsonb not null,
  answered_at timestamp with time zone default now() not null,
  constraint idempotency_keys_pkey PRIMARY KEY (account_id, key),
  constraint idempotency_keys_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id)
);
CREATE INDEX idempotency_keys_answered_at_idx ON idempotency_keys USING btree (answered_at);
alter table idempotency_keys enable row level security, force row level security;
create policy "national" on idempotency_keys for select to okn_national using (account_id = (( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)));
create policy may_insert on idempotency_keys for insert to okn_national, okn_personal, okn_regional with check (account_id = (( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)));
create policy owner on idempotency_keys for all to :owner using (true) with check (true);
create policy personal on idempotency_keys for select to okn_personal using (account_id = (( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)));
create policy regional on idempotency_keys for select to okn_regional using (account_id = (( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)));
grant insert on idempotency_keys to okn_national, okn_personal, okn_regional;
grant select on idempotency_keys to okn_national, okn_personal, okn_regional;

create table import_columns (
  region_id uuid not null,
  kind text not null,
  name text not null,
  field text,
  constraint import_columns_pkey PRIMARY KEY (region_id, kind, name),
  constraint import_columns_region_id_fkey FOREIGN KEY (region_id) REFERENCES regions(id),
  constraint import_columns_kind_check CHECK (kind = ANY (ARRAY['ACTIVITIES'::text, 'BODIES_AND_SEATS'::text, 'MEMBERS'::text, 'NETWORKS'::text, 'PEOPLE'::text]))
);
alter table import_columns enable row level security, force row level security;
create policy "national" on import_columns for select to okn_national using (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy may_delete on import_columns for delete to okn_national, okn_personal, okn_regional using (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy may_insert on import_columns for insert to okn_national, okn_personal, okn_regional with check (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy owner on import_columns for all to :owner using (true) with check (true);
create policy personal on import_columns for select to okn_personal using (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy regional on import_columns for select to okn_regional using (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
grant delete on import_columns to okn_national, okn_personal, okn_regional;
grant insert on import_columns to okn_national, okn_personal, okn_regional;
grant select on import_columns to okn_national, okn_personal, okn_regional;

create table import_parts (
  id uuid not null,
  import_id uuid not null,
  region_id uuid not null,
  number integer not null,
  kind text not null,
  subject_id uuid not null,
  person_id uuid,
  said_before jsonb,
  said_after jsonb,
  kept text,
  constraint import_parts_pkey PRIMARY KEY (id),
  constraint import_parts_import_id_fkey FOREIGN KEY (import_id) REFERENCES imports(id) ON DELETE CASCADE,
  constraint import_parts_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE,
  constraint import_parts_region_id_fkey FOREIGN KEY (region_id) REFERENCES regions(id),
  constraint import_parts_kept_check CHECK (kept = ANY (ARRAY['CHANGED'::text, 'GONE'::text, 'USED'::text])),
  constraint import_parts_kind_check CHECK (kind = ANY (ARRAY['ACTIVITY'::text, 'ACTIVITY_CHANGED'::text, 'APPOINTMENT'::text, 'BODY'::text, 'CHANGED'::text, 'CREATED'::text, 'MEMBERSHIP'::text, 'NETWORK'::text, 'NETWORK_CHANGED'::text, 'SCHOOL_TIE'::text, 'SEAT'::text, 'SUPPORT'::text, 'TREKKERSCHAP'::text]))
);
CREATE INDEX import_parts_import_id_number_idx ON import_parts USING btree (import_id, number);
CREATE INDEX import_parts_person_id_idx ON import_parts USING btree (person_id);
CREATE INDEX import_parts_region_id_idx ON import_parts USING btree (region_id);
alter table import_parts enable row level security, force row level security;
create policy "national" on import_parts for select to okn_national using (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy may_delete on import_parts for delete to okn_national, okn_personal, okn_regional using (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy may_insert on import_parts for insert to okn_national, okn_personal, okn_regional with check (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy may_update on import_parts for update to okn_national, okn_personal, okn_regional using (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy owner on import_parts for all to :owner using (true) with check (true);
create policy personal on import_parts for select to okn_personal using (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy regional on import_parts for select to okn_regional using (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
grant delete on import_parts to okn_national, okn_personal, okn_regional;
grant insert on import_parts to okn_national, okn_personal, okn_regional;
grant select on import_parts to okn_national, okn_personal, okn_regional;
grant update (kept) on import_parts to okn_national, okn_personal, okn_regional;

create table import_rows (
  id uuid not null,
  import_id uuid not null,
  region_id uuid not null,
  number integer not null,
  cells text[] not null,
  outcome text,
  name text,
  person_id uuid,
  candidates jsonb default '[]'::jsonb not null,
  changes jsonb default '[]'::jsonb not null,
  problems jsonb default '[]'::jsonb not null,
  decision text,
  twin text,
  applied boolean default false not null,
  constraint import_rows_pkey PRIMARY KEY (id),
  constraint import_rows_import_id_number_key UNIQUE (import_id, number),
  constraint import_rows_import_id_fkey FOREIGN KEY (import_id) REFERENCES imports(id) ON DELETE CASCADE,
  constraint import_rows_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE SET NULL,
  constraint import_rows_region_id_fkey FOREIGN KEY (region_id) REFERENCES regions(id),
  constraint import_rows_decision_check CHECK (decision = ANY (ARRAY['LEAVE_OUT'::text, 'NEW'::text, 'SAME'::text])),
  constraint import_rows_outcome_check CHECK (outcome = ANY (ARRAY['BAD'::text, 'CHANGES'::text, 'DOUBTFUL'::text, 'NEW'::text, 'SAME'::text]))
);
CREATE INDEX import_rows_import_id_twin_idx ON import_rows USING btree (import_id, twin);
CREATE INDEX import_rows_person_id_idx ON import_rows USING btree (person_id);
CREATE INDEX import_rows_region_id_idx ON import_rows USING btree (region_id);
alter table import_rows enable row level security, force row level security;
create policy "national" on import_rows for select to okn_national using (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy may_delete on import_rows for delete to okn_national, okn_personal, okn_regional using (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy may_insert on import_rows for insert to okn_national, okn_personal, okn_regional with check (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy may_update on import_rows for update to okn_national, okn_personal, okn_regional using (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy owner on import_rows for all to :owner using (true) with check (true);
create policy personal on import_rows for select to okn_personal using (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy regional on import_rows for select to okn_regional using (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
grant delete on import_rows to okn_national, okn_personal, okn_regional;
grant insert on import_rows to okn_national, okn_personal, okn_regional;
grant select on import_rows to okn_national, okn_personal, okn_regional;
grant update (applied, candidates, cells, changes, decision, name, outcome, person_id, problems, twin) on import_rows to okn_national, okn_personal, okn_regional;

create table imports (
  id uuid not null,
  version integer default 1 not null,
  region_id uuid not null,
  account_id uuid not null,
  kind text not null,
  state text not null,
  oudernetwerk_id uuid,
  school_year text,
  columns text[] default '{}'::text[] not null,
  mapping text[] default '{}'::text[] not null,
  asked_on date not null,
  applied_on date,
  counts jsonb,
  expires_on date not null,
  constraint imports_pkey PRIMARY KEY (id),
  constraint imports_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint imports_oudernetwerk_id_fkey FOREIGN KEY (oudernetwerk_id) REFERENCES oudernetwerken(id),
  constraint imports_region_id_fkey FOREIGN KEY (region_id) REFERENCES regions(id),
  constraint imports_kind_check CHECK (kind = ANY (ARRAY['ACTIVITIES'::text, 'BODIES_AND_SEATS'::text, 'MEMBERS'::text, 'NETWORKS'::text, 'PEOPLE'::text])),
  constraint imports_state_check CHECK (state = ANY (ARRAY['APPLIED'::text, 'APPLYING'::text, 'AWAITING_FILE'::text, 'DISCARDED'::text, 'JUDGING'::text, 'READY'::text, 'REVERTING'::text, 'UNDOING'::text, 'UNDONE'::text]))
);
CREATE INDEX imports_account_id_idx ON imports USING btree (account_id);
CREATE INDEX imports_oudernetwerk_id_idx ON imports USING btree (oudernetwerk_id);
CREATE INDEX imports_region_id_idx ON imports USING btree (region_id);
alter table imports enable row level security, force row level security;
create policy "national" on imports for select to okn_national using (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy may_insert on imports for insert to okn_national, okn_personal, okn_regional with check (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy may_update on imports for update to okn_national, okn_personal, okn_regional using (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy owner on imports for all to :owner using (true) with check (true);
create policy personal on imports for select to okn_personal using (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy regional on imports for select to okn_regional using (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy system_delete on imports for delete to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy system_select on imports for select to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
grant delete on imports to okn_system;
grant insert on imports to okn_national, okn_personal, okn_regional;
grant select on imports to okn_national, okn_personal, okn_regional;
grant select (account_id, asked_on, expires_on, id, state) on imports to okn_system;
grant update (account_id, applied_on, columns, counts, expires_on, mapping, oudernetwerk_id, school_year, state, version) on imports to okn_national, okn_personal, okn_regional;

create table incompatibilities (
  id uuid not null,
  ervaringsdeskundige_id uuid not null,
  kind text not null,
  organisation_id uuid,
  municipality_id uuid,
  period daterange not null,
  constraint incompatibilities_pkey PRIMARY KEY (id),
  constraint incompatibilities_ervaringsdeskundige_id_fkey FOREIGN KEY (ervaringsdeskundige_id) REFERENCES ervaringsdeskundigen(id) ON DELETE CASCADE,
  constraint incompatibilities_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipalities(id),
  constraint incompatibilities_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint incompatibilities_check CHECK (num_nonnulls(organisation_id, municipality_id) = 1),
  constraint incompatibilities_kind_check CHECK (kind = ANY (ARRAY['EMPLOYEE'::text, 'COUNCIL_MEMBER'::text, 'BOARD_MEMBER'::text, 'CONTRACTOR'::text])),
  constraint incompatibilities_period_check CHECK (NOT isempty(period) AND NOT lower_inf(period))
);
CREATE INDEX incompatibilities_ervaringsdeskundige_id_idx ON incompatibilities USING btree (ervaringsdeskundige_id);
CREATE INDEX incompatibilities_municipality_id_idx ON incompatibilities USING btree (municipality_id);
CREATE INDEX incompatibilities_organisation_id_idx ON incompatibilities USING btree (organisation_id);
CREATE TRIGGER mark_subject_stale AFTER INSERT OR DELETE OR UPDATE ON incompatibilities FOR EACH ROW EXECUTE FUNCTION mark_subject_stale('Ervaringsdeskundige', 'ervaringsdeskundige_id');
alter table incompatibilities enable row level security, force row level security;
create policy "national" on incompatibilities for select to okn_national using ((EXISTS ( SELECT
   FROM ervaringsdeskundigen e
  WHERE e.id = incompatibilities.ervaringsdeskundige_id AND (e.person_id = (( SELECT viewer_uuid('app.person'::text) AS viewer_uuid)) OR (e.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]))))));
create policy may_delete on incompatibilities for delete to okn_national, okn_personal, okn_regional using ((EXISTS ( SELECT
   FROM ervaringsdeskundigen e
  WHERE e.id = incompatibilities.ervaringsdeskundige_id AND (e.person_id = (( SELECT viewer_uuid('app.person'::text) AS viewer_uuid)) OR (e.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]))))));
create policy may_insert on incompatibilities for insert to okn_national, okn_personal, okn_regional with check ((EXISTS ( SELECT
   FROM ervaringsdeskundigen e
  WHERE e.id = incompatibilities.ervaringsdeskundige_id AND (e.person_id = (( SELECT viewer_uuid('app.person'::text) AS viewer_uuid)) OR (e.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]))))));
create policy may_update on incompatibilities for update to okn_national, okn_personal, okn_regional using ((EXISTS ( SELECT
   FROM ervaringsdeskundigen e
  WHERE e.id = incompatibilities.ervaringsdeskundige_id AND (e.person_id = (( SELECT viewer_uuid('app.person'::text) AS viewer_uuid)) OR (e.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]))))));
create policy owner on incompatibilities for all to :owner using (true) with check (true);
create policy personal on incompatibilities for select to okn_personal using ((EXISTS ( SELECT
   FROM ervaringsdeskundigen e
  WHERE e.id = incompatibilities.ervaringsdeskundige_id AND (e.person_id = (( SELECT viewer_uuid('app.person'::text) AS viewer_uuid)) OR (e.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]))))));
create policy regional on incompatibilities for select to okn_regional using ((EXISTS ( SELECT
   FROM ervaringsdeskundigen e
  WHERE e.id = incompatibilities.ervaringsdeskundige_id AND (e.person_id = (( SELECT viewer_uuid('app.person'::text) AS viewer_uuid)) OR (e.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]))))));
create policy system_select on incompatibilities for select to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
grant delete on incompatibilities to okn_national, okn_personal, okn_regional;
grant insert on incompatibilities to okn_national, okn_personal, okn_regional;
grant select on incompatibilities to okn_national, okn_personal, okn_regional, okn_system;
grant update on incompatibilities to okn_national, okn_personal, okn_regional;

create table kept_rows (
  cause_id uuid not null,
  place integer generated as identity not null,
  kept_table text not null,
  row_id uuid not null,
  was jsonb not null,
  became jsonb,
  restored boolean,
  departures uuid[] default '{}'::uuid[] not null,
  constraint kept_rows_pkey PRIMARY KEY (cause_id, kept_table, row_id)
);
CREATE INDEX kept_rows_expr_idx ON kept_rows USING btree ((was ->> 'person_id'::text));
CREATE INDEX kept_rows_expr_idx1 ON kept_rows USING btree ((was ->> 'successor_id'::text)) WHERE kept_table = 'succession_plans'::text;
CREATE INDEX kept_rows_row_id_idx ON kept_rows USING btree (row_id);
alter table kept_rows enable row level security, force row level security;
create policy "national" on kept_rows for select to okn_national using (false);
create policy owner on kept_rows for all to :owner using (true) with check (true);
create policy personal on kept_rows for select to okn_personal using (false);
create policy regional on kept_rows for select to okn_regional using (false);
grant select on kept_rows to okn_national, okn_personal, okn_regional;

create sequence kept_rows_place_seq;

create table list_exports (
  id uuid not null,
  account_id uuid not null,
  kind text not null,
  purpose text not null,
  format text not null,
  filter jsonb not null,
  asked_at timestamp with time zone not null,
  constraint list_exports_pkey PRIMARY KEY (id),
  constraint list_exports_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE
);
CREATE INDEX list_exports_account_id_idx ON list_exports USING btree (account_id);
CREATE INDEX list_exports_asked_at_idx ON list_exports USING btree (asked_at);
alter table list_exports enable row level security, force row level security;
create policy "national" on list_exports for select to okn_national using (account_id = (( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)));
create policy may_insert on list_exports for insert to okn_national, okn_personal, okn_regional with check (account_id = (( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)));
create policy owner on list_exports for all to :owner using (true) with check (true);
create policy personal on list_exports for select to okn_personal using (account_id = (( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)));
create policy regional on list_exports for select to okn_regional using (account_id = (( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)));
create policy system_delete on list_exports for delete to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy system_select on list_exports for select to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
grant delete on list_exports to okn_system;
grant insert on list_exports to okn_national, okn_personal, okn_regional;
grant select on list_exports to okn_national, okn_personal, okn_regional;
grant select (asked_at, id) on list_exports to okn_system;

create table mail_address_changes (
  id uuid not null,
  account_id uuid,
  person_id uuid,
  organisation_id uuid,
  old_address text,
  new_address text,
  asked_by uuid not null,
  asked_at timestamp with time zone not null,
  expires_on date not null,
  outcome text,
  by_owner boolean default false not null,
  region_id uuid,
  oudernetwerk_id uuid,
  constraint mail_address_changes_pkey PRIMARY KEY (id),
  constraint mail_address_changes_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint mail_address_changes_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint mail_address_changes_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  constraint mail_address_changes_oudernetwerk_id_fkey FOREIGN KEY (oudernetwerk_id) REFERENCES oudernetwerken(id) ON DELETE CASCADE,
  constraint mail_address_changes_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE,
  constraint mail_address_changes_region_id_fkey FOREIGN KEY (region_id) REFERENCES regions(id) ON DELETE CASCADE,
  constraint mail_address_changes_check1 CHECK ((new_address IS NULL) = (NOT outcome IS DISTINCT FROM 'REMOVED'::text)),
  constraint mail_address_changes_of_one CHECK (num_nonnulls(account_id, person_id, organisation_id, region_id, oudernetwerk_id) = 1),
  constraint mail_address_changes_outcome_check CHECK (outcome = ANY (ARRAY['CONFIRMED'::text, 'REPLACED'::text, 'REMOVED'::text]))
);
CREATE INDEX mail_address_changes_account_id_idx ON mail_address_changes USING btree (account_id);
CREATE INDEX mail_address_changes_asked_at_idx ON mail_address_changes USING btree (asked_at);
CREATE INDEX mail_address_changes_asked_by_idx ON mail_address_changes USING btree (asked_by);
CREATE INDEX mail_address_changes_organisation_id_idx ON mail_address_changes USING btree (organisation_id);
CREATE INDEX mail_address_changes_oudernetwerk_id_idx ON mail_address_changes USING btree (oudernetwerk_id);
CREATE INDEX mail_address_changes_person_id_idx ON mail_address_changes USING btree (person_id);
CREATE INDEX mail_address_changes_region_id_idx ON mail_address_changes USING btree (region_id);
CREATE UNIQUE INDEX mail_address_changes_of_account ON mail_address_changes USING btree (account_id) WHERE outcome IS NULL;
CREATE UNIQUE INDEX mail_address_changes_of_organisation ON mail_address_changes USING btree (organisation_id) WHERE outcome IS NULL;
CREATE UNIQUE INDEX mail_address_changes_of_oudernetwerk ON mail_address_changes USING btree (oudernetwerk_id) WHERE outcome IS NULL;
CREATE UNIQUE INDEX mail_address_changes_of_person ON mail_address_changes USING btree (person_id) WHERE outcome IS NULL;
CREATE UNIQUE INDEX mail_address_changes_of_region ON mail_address_changes USING btree (region_id) WHERE outcome IS NULL;
CREATE TRIGGER erased AFTER INSERT OR UPDATE OF person_id ON mail_address_changes FOR EACH ROW EXECUTE FUNCTION refuse_erased('person_id');
alter table mail_address_changes enable row level security, force row level security;
create policy "national" on mail_address_changes for select to okn_national using (
CASE
    WHEN person_id IS NOT NULL THEN (EXISTS ( SELECT
       FROM person_contacts c
      WHERE c.person_id = mail_address_changes.person_id))
    WHEN organisation_id IS NOT NULL THEN (EXISTS ( SELECT
       FROM organisations o
      WHERE o.id = mail_address_changes.organisation_id AND (o.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]))))
    WHEN region_id IS NOT NULL THEN CURRENT_USER = 'okn_national'::name AND (( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL OR (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]))
    WHEN oudernetwerk_id IS NOT NULL THEN (EXISTS ( SELECT
       FROM oudernetwerken n
      WHERE n.id = mail_address_changes.oudernetwerk_id AND (n.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]))))
    ELSE account_id = (( SELECT viewer_uuid('app.account'::text) AS viewer_uuid))
END);
create policy owner on mail_address_changes for all to :owner using (true) with check (true);
create policy personal on mail_address_changes for select to okn_personal using (
CASE
    WHEN person_id IS NOT NULL THEN (EXISTS ( SELECT
       FROM person_contacts c
      WHERE c.person_id = mail_address_changes.person_id))
    WHEN organisation_id IS NOT NULL THEN (EXISTS ( SELECT
       FROM organisations o
      WHERE o.id = mail_address_changes.organisation_id AND (o.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]))))
    WHEN region_id IS NOT NULL THEN CURRENT_USER = 'okn_national'::name AND (( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL OR (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]))
    WHEN oudernetwerk_id IS NOT NULL THEN (EXISTS ( SELECT
       FROM oudernetwerken n
      WHERE n.id = mail_address_changes.oudernetwerk_id AND (n.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]))))
    ELSE account_id = (( SELECT viewer_uuid('app.account'::text) AS viewer_uuid))
END);
create policy regional on mail_address_changes for select to okn_regional using (
CASE
    WHEN person_id IS NOT NULL THEN (EXISTS ( SELECT
       FROM person_contacts c
      WHERE c.person_id = mail_address_changes.person_id))
    WHEN organisation_id IS NOT NULL THEN (EXISTS ( SELECT
       FROM organisations o
      WHERE o.id = mail_address_changes.organisation_id AND (o.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]))))
    WHEN region_id IS NOT NULL THEN CURRENT_USER = 'okn_national'::name AND (( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL OR (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]))
    WHEN oudernetwerk_id IS NOT NULL THEN (EXISTS ( SELECT
       FROM oudernetwerken n
      WHERE n.id = mail_address_changes.oudernetwerk_id AND (n.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]))))
    ELSE account_id = (( SELECT viewer_uuid('app.account'::text) AS viewer_uuid))
END);
create policy system_select on mail_address_changes for select to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
grant select on mail_address_changes to okn_national, okn_personal, okn_regional;
grant select (account_id, asked_at, asked_by, expires_on, id, organisation_id, oudernetwerk_id, outcome, person_id, region_id) on mail_address_changes to okn_system;

create table mail_keys (
  id integer not null,
  secret text not null,
  constraint mail_keys_pkey PRIMARY KEY (id),
  constraint mail_keys_id_check CHECK (id = 1)
);
alter table mail_keys enable row level security, force row level security;
create policy "national" on mail_keys for select to okn_national using (false);
create policy owner on mail_keys for all to :owner using (true) with check (true);
create policy personal on mail_keys for select to okn_personal using (false);
create policy regional on mail_keys for select to okn_regional using (false);
grant select on mail_keys to okn_national, okn_personal, okn_regional;

create table mail_preferences (
  id uuid not null,
  account_id uuid,
  person_id uuid,
  organisation_id uuid,
  reminders boolean default true not null,
  digest boolean default true not null,
  quiet_from integer default 21 not null,
  quiet_until integer default 7 not null,
  constraint mail_preferences_pkey PRIMARY KEY (id),
  constraint mail_preferences_account_id_key UNIQUE (account_id),
  constraint mail_preferences_organisation_id_key UNIQUE (organisation_id),
  constraint mail_preferences_person_id_key UNIQUE (person_id),
  constraint mail_preferences_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint mail_preferences_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  constraint mail_preferences_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE,
  constraint mail_preferences_check CHECK (num_nonnulls(account_id, person_id, organisation_id) = 1),
  constraint mail_preferences_quiet_from_check CHECK (quiet_from >= 0 AND quiet_from <= 23),
  constraint mail_preferences_quiet_until_check CHECK (quiet_until >= 0 AND quiet_until <= 23)
);
CREATE TRIGGER erased AFTER INSERT OR UPDATE OF person_id ON mail_preferences FOR EACH ROW EXECUTE FUNCTION refuse_erased('person_id');
alter table mail_preferences enable row level security, force row level security;
create policy "national" on mail_preferences for select to okn_national using (account_id = (( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)));
create policy may_insert on mail_preferences for insert to okn_national, okn_personal, okn_regional with check (account_id = (( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)));
create policy may_update on mail_preferences for update to okn_national, okn_personal, okn_regional using (account_id = (( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)));
create policy owner on mail_preferences for all to :owner using (true) with check (true);
create policy personal on mail_preferences for select to okn_personal using (account_id = (( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)));
create policy regional on mail_preferences for select to okn_regional using (account_id = (( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)));
create policy system_delete on mail_preferences for delete to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy system_insert on mail_preferences for insert to okn_system with check ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy system_select on mail_preferences for select to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy system_update on mail_preferences for update to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL) with check ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
grant delete on mail_preferences to okn_system;
grant insert on mail_preferences to okn_national, okn_personal, okn_regional;
grant select on mail_preferences to okn_national, okn_personal, okn_regional;
grant update on mail_preferences to okn_national, okn_personal, okn_regional;
grant insert (account_id, digest, id, organisation_id, person_id, reminders) on mail_preferences to okn_system;
grant select (account_id, organisation_id, person_id) on mail_preferences to okn_system;
grant update (digest, reminders) on mail_preferences to okn_system;

create table mails (
  id uuid not null,
  kind text not null,
  recipient_type text not null,
  recipient_id uuid not null,
  oudernetwerk_id uuid,
  params jsonb not null,
  week date,
  made_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  message_id text,
  attempts integer default 0 not null,
  last_error text,
  invitation_id uuid,
  address_change_id uuid,
  ervaringsdeskundige_id uuid,
  person_task_id uuid,
  answered_at timestamp with time zone,
  retracts uuid,
  sent_to text,
  constraint mails_pkey PRIMARY KEY (id),
  constraint mails_recipient_id_week_key UNIQUE (recipient_id, week),
  constraint mails_taken_back_once UNIQUE (retracts, recipient_id),
  constraint mails_address_change_id_fkey FOREIGN KEY (address_change_id) REFERENCES mail_address_changes(id) ON DELETE CASCADE,
  constraint mails_ervaringsdeskundige_id_fkey FOREIGN KEY (ervaringsdeskundige_id) REFERENCES ervaringsdeskundigen(id) ON DELETE CASCADE,
  constraint mails_invitation_id_fkey FOREIGN KEY (invitation_id) REFERENCES seat_invitations(id) ON DELETE CASCADE,
  constraint mails_oudernetwerk_id_fkey FOREIGN KEY (oudernetwerk_id) REFERENCES oudernetwerken(id) ON DELETE CASCADE,
  constraint mails_person_task_id_fkey FOREIGN KEY (person_task_id) REFERENCES person_tasks(id) ON DELETE CASCADE,
  constraint mails_retracts_fkey FOREIGN KEY (retracts) REFERENCES mails(id) ON DELETE CASCADE,
  constraint mails_answered CHECK (answered_at IS NULL OR (kind = ANY (ARRAY['EXPECTED_END'::text, 'TIE_UNCONFIRMED'::text]))),
  constraint mails_check CHECK ((kind = 'DIGEST'::text) = (week IS NOT NULL)),
  constraint mails_kind_check CHECK (kind = ANY (ARRAY['ABSENCE_OVERDUE'::text, 'ACTIVITY'::text, 'ADDRESS_NEWS'::text, 'ADDRESS_PROOF'::text, 'CALENDAR'::text, 'CONSENT_RECORDED'::text, 'CONSENT_SAID'::text, 'DEPARTURE'::text, 'DIGEST'::text, 'EXPECTED_END'::text, 'HANDOVER_OVERDUE'::text, 'INVITATION'::text, 'INVITATION_ANSWERED'::text, 'INVITATION_CLOSED'::text, 'INVITATION_REOPENED'::text, 'NETWORK_CONTACT'::text, 'NETWORK_END'::text, 'NETWORK_MESSAGE'::text, 'PERSON_MOVE'::text, 'PERSON_TASK'::text, 'RECORDED'::text, 'SUBSTITUTE'::text, 'SUPPORT_ENDING'::text, 'TAKEN_BACK'::text, 'THEME_PROPOSAL'::text, 'TIE_UNCONFIRMED'::text])),
  constraint mails_of_address_change CHECK ((kind = ANY (ARRAY['ADDRESS_PROOF'::text, 'ADDRESS_NEWS'::text])) = (address_change_id IS NOT NULL)),
  constraint mails_of_consent CHECK ((kind = 'CONSENT_RECORDED'::text) = (ervaringsdeskundige_id IS NOT NULL)),
  constraint mails_of_invitation CHECK ((kind = ANY (ARRAY['INVITATION'::text, 'INVITATION_ANSWERED'::text, 'INVITATION_CLOSED'::text, 'INVITATION_REOPENED'::text])) = (invitation_id IS NOT NULL)),
  constraint mails_of_person_task CHECK ((kind = 'PERSON_TASK'::text) = (person_task_id IS NOT NULL)),
  constraint mails_recipient_type_check CHECK (recipient_type = ANY (ARRAY['ACCOUNT'::text, 'PERSON'::text, 'ORGANISATION'::text, 'NOMINEE'::text, 'REGION'::text, 'OUDERNETWERK'::text])),
  constraint mails_taken_back CHECK ((kind = 'TAKEN_BACK'::text) = (retracts IS NOT NULL))
);
CREATE INDEX mails_about_absence ON mails USING btree ((params ->> 'absenceId'::text)) WHERE kind = 'SUBSTITUTE'::text;
CREATE INDEX mails_about_move ON mails USING btree ((params ->> 'moveId'::text)) WHERE kind = 'PERSON_MOVE'::text;
CREATE INDEX mails_address_change_id_idx ON mails USING btree (address_change_id) WHERE address_change_id IS NOT NULL;
CREATE INDEX mails_ervaringsdeskundige_id_idx ON mails USING btree (ervaringsdeskundige_id) WHERE ervaringsdeskundige_id IS NOT NULL;
CREATE INDEX mails_invitation_id_idx ON mails USING btree (invitation_id) WHERE invitation_id IS NOT NULL;
CREATE INDEX mails_of_message ON mails USING btree ((params ->> 'messageId'::text)) WHERE kind = 'NETWORK_MESSAGE'::text;
CREATE INDEX mails_oudernetwerk_id_idx ON mails USING btree (oudernetwerk_id);
CREATE INDEX mails_person_task_id_idx ON mails USING btree (person_task_id) WHERE person_task_id IS NOT NULL;
CREATE INDEX mails_told_of ON mails USING btree ((params ->> 'subjectId'::text)) WHERE sent_at IS NOT NULL AND (kind = ANY (ARRAY['EXPECTED_END'::text, 'DEPARTURE'::text, 'SUPPORT_ENDING'::text]));
CREATE INDEX mails_waiting ON mails USING btree (due_at, id) WHERE sent_at IS NULL;
CREATE UNIQUE INDEX mails_about_activity ON mails USING btree (recipient_id, (params ->> 'activityId'::text)) WHERE kind = 'ACTIVITY'::text;
CREATE UNIQUE INDEX mails_about_calendar ON mails USING btree (recipient_id) WHERE kind = 'CALENDAR'::text AND sent_at IS NULL;
CREATE UNIQUE INDEX mails_recorded ON mails USING btree (recipient_id) WHERE kind = 'RECORDED'::text AND sent_at IS NULL AND attempts < 12;
CREATE TRIGGER after_notice BEFORE UPDATE OF sent_at ON mails FOR EACH ROW WHEN (new.sent_at IS NOT NULL AND old.sent_at IS NULL) EXECUTE FUNCTION mails_after_notice();
CREATE TRIGGER bounce AFTER UPDATE OF attempts ON mails FOR EACH ROW WHEN (new.kind = 'NETWORK_MESSAGE'::text AND new.sent_at IS NULL AND new.attempts >= 12 AND old.attempts < 12 AND (new.last_error <> ALL (ARRAY['UNWANTED'::text, 'DIED'::text]))) EXECUTE FUNCTION messages_bounce();
CREATE TRIGGER moves_follow AFTER UPDATE OF sent_at ON mails FOR EACH ROW WHEN (new.kind = 'PERSON_MOVE'::text AND (new.params ->> 'outcome'::text) = 'REORGANISED'::text AND new.sent_at IS NOT NULL) EXECUTE FUNCTION moves_follow_mail();
CREATE TRIGGER recorded_told AFTER UPDATE OF sent_at ON mails FOR EACH ROW WHEN (new.kind = 'RECORDED'::text AND new.sent_at IS NOT NULL) EXECUTE FUNCTION recorded_told();
alter table mails enable row level security, force row level security;
create policy "national" on mails for select to okn_national using (false);
create policy owner on mails for all to :owner using (true) with check (true);
create policy personal on mails for select to okn_personal using (false);
create policy regional on mails for select to okn_regional using (false);
create policy system_insert on mails for insert to okn_system with check ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy system_select on mails for select to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy system_update on mails for update to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL) with check ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
grant insert on mails to okn_system;
grant select on mails to okn_national, okn_personal, okn_regional, okn_system;
grant update (answered_at, attempts, due_at, last_error, message_id, recipient_id, recipient_type, sent_at, sent_to) on mails to okn_system;

create table memberships (
  id uuid not null,
  person_id uuid not null,
  oudernetwerk_id uuid not null,
  region_id uuid not null,
  period daterange not null,
  perspective text default 'OUDER'::text not null,
  recorded_in uuid,
  constraint memberships_pkey PRIMARY KEY (id),
  constraint memberships_no_overlap EXCLUDE USING gist (pair_of(oudernetwerk_id, person_id) WITH =, period WITH &&),
  constraint memberships_oudernetwerk_id_region_id_fkey FOREIGN KEY (oudernetwerk_id, region_id) REFERENCES oudernetwerken(id, region_id) ON UPDATE CASCADE,
  constraint memberships_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint memberships_recorded_in_fkey FOREIGN KEY (recorded_in) REFERENCES regions(id),
  constraint memberships_period_check CHECK (NOT isempty(period) AND NOT lower_inf(period)),
  constraint memberships_perspective_check CHECK (perspective = ANY (ARRAY['OUDER'::text, 'JONGERE'::text, 'PROFESSIONAL'::text]))
);
CREATE INDEX memberships_oudernetwerk_id_lower_id_idx ON memberships USING btree (oudernetwerk_id, lower(period), id);
CREATE INDEX memberships_person_id_idx ON memberships USING btree (person_id);
CREATE TRIGGER after_death AFTER INSERT OR UPDATE OF person_id, period ON memberships FOR EACH ROW EXECUTE FUNCTION refuse_after_death('person_id');
CREATE TRIGGER ends_with_network BEFORE INSERT OR UPDATE OF period ON memberships FOR EACH ROW EXECUTE FUNCTION ends_with_network();
CREATE TRIGGER known_where AFTER INSERT OR DELETE OR UPDATE OF person_id, oudernetwerk_id, region_id ON memberships FOR EACH ROW EXECUTE FUNCTION people_known_where();
CREATE TRIGGER mark_stale AFTER INSERT OR DELETE OR UPDATE OF person_id, oudernetwerk_id, period ON memberships FOR EACH ROW EXECUTE FUNCTION mark_stale('oudernetwerk_id');
CREATE TRIGGER recorded_in_region BEFORE INSERT ON memberships FOR EACH ROW EXECUTE FUNCTION recorded_in_region();
alter table memberships enable row level security, force row level security;
create policy "national" on memberships for select to okn_national using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy may_delete on memberships for delete to okn_national, okn_personal, okn_regional using ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (oudernetwerk_id = ANY ((( SELECT viewer_uuids('app.shared'::text) AS viewer_uuids))::uuid[])) AND (recorded_in = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])));
create policy may_insert on memberships for insert to okn_national, okn_personal, okn_regional with check ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (oudernetwerk_id = ANY ((( SELECT viewer_uuids('app.supported'::text) AS viewer_uuids))::uuid[])));
create policy may_update on memberships for update to okn_national, okn_personal, okn_regional using ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (oudernetwerk_id = ANY ((( SELECT viewer_uuids('app.supported'::text) AS viewer_uuids))::uuid[])));
create policy owner on memberships for all to :owner using (true) with check (true);
create policy personal on memberships for select to okn_personal using ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (oudernetwerk_id = ANY ((( SELECT viewer_uuids('app.led'::text) || viewer_uuids('app.supported'::text)))::uuid[])) OR person_id = (( SELECT viewer_uuid('app.person'::text) AS viewer_uuid)) AND (oudernetwerk_id = ANY ((( SELECT viewer_uuids('app.outlines'::text) AS viewer_uuids))::uuid[])));
create policy regional on memberships for select to okn_regional using (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy system_select on memberships for select to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
grant delete on memberships to okn_national, okn_personal, okn_regional;
grant insert on memberships to okn_national, okn_personal, okn_regional;
grant select on memberships to okn_national, okn_personal, okn_regional;
grant update on memberships to okn_national, okn_personal, okn_regional;
grant select (oudernetwerk_id, period, person_id) on memberships to okn_system;

create table migrations (
  id integer default nextval('migrations_id_seq'::regclass) not null,
  "timestamp" bigint not null,
  name character varying not null,
  constraint "PK_8c82d7f526340ab734260ea46be" PRIMARY KEY (id)
);
grant select on migrations to :service;

create sequence migrations_id_seq;

create table municipalities (
  id uuid not null,
  code text not null,
  name text not null,
  province text not null,
  region_id uuid not null,
  valid_from date,
  valid_until date,
  holiday_region text,
  holiday_region_by_hand boolean default false not null,
  constraint municipalities_pkey PRIMARY KEY (id),
  constraint municipalities_code_key UNIQUE (code),
  constraint municipalities_region_id_fkey FOREIGN KEY (region_id) REFERENCES regions(id),
  constraint municipalities_check CHECK (valid_until >= valid_from),
  constraint municipalities_code_check CHECK (code ~ '^GM\d{4}$'::text),
  constraint municipalities_holiday_region_check CHECK (holiday_region = ANY (ARRAY['NOORD'::text, 'MIDDEN'::text, 'ZUID'::text]))
);
CREATE INDEX municipalities_region_id_idx ON municipalities USING btree (region_id);
CREATE TRIGGER members_follow AFTER UPDATE OF region_id ON municipalities FOR EACH ROW WHEN (new.region_id IS DISTINCT FROM old.region_id) EXECUTE FUNCTION members_follow_places();
alter table municipalities enable row level security, force row level security;
create policy "national" on municipalities for select to okn_national using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy may_update on municipalities for update to okn_national, okn_personal, okn_regional using (CURRENT_USER = 'okn_national'::name AND (( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy owner on municipalities for all to :owner using (true) with check (true);
create policy personal on municipalities for select to okn_personal using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy regional on municipalities for select to okn_regional using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy system_select on municipalities for select to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
grant select on municipalities to okn_national, okn_personal, okn_regional;
grant select (id, name, region_id) on municipalities to okn_system;
grant update (holiday_region, holiday_region_by_hand) on municipalities to okn_national, okn_personal, okn_regional;

create table municipality_regions (
  municipality_id uuid not null,
  valid_from date not null,
  region_id uuid not null,
  into_id uuid,
  constraint municipality_regions_pkey PRIMARY KEY (municipality_id, valid_from),
  constraint municipality_regions_into_id_fkey FOREIGN KEY (into_id) REFERENCES municipalities(id),
  constraint municipality_regions_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipalities(id) ON DELETE CASCADE,
  constraint municipality_regions_region_id_fkey FOREIGN KEY (region_id) REFERENCES regions(id),
  constraint municipality_regions_check CHECK (into_id <> municipality_id)
);
CREATE INDEX municipality_regions_valid_from_idx ON municipality_regions USING btree (valid_from);
alter table municipality_regions enable row level security, force row level security;
create policy "national" on municipality_regions for select to okn_national using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy owner on municipality_regions for all to :owner using (true) with check (true);
create policy personal on municipality_regions for select to okn_personal using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy regional on municipality_regions for select to okn_regional using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy system_select on municipality_regions for select to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
grant select on municipality_regions to okn_national, okn_personal, okn_regional, okn_system;

create table names_by_place (
  person_id uuid not null,
  place_id uuid not null,
  as_candidate boolean not null,
  search_name text not null,
  name_marks bit(128) not null,
  constraint names_by_place_pkey PRIMARY KEY (person_id, place_id),
  constraint names_by_place_person_id_fkey FOREIGN KEY (person_id) REFERENCES person_details(person_id) ON DELETE CASCADE
);
CREATE INDEX names_by_place_names ON names_by_place USING btree (place_id) INCLUDE (person_id, as_candidate, search_name, name_marks);
alter table names_by_place enable row level security, force row level security;
create policy "national" on names_by_place for select to okn_national using (false);
create policy owner on names_by_place for all to :owner using (true) with check (true);
create policy personal on names_by_place for select to okn_personal using (false);
create policy regional on names_by_place for select to okn_regional using (false);
grant select on names_by_place to okn_national, okn_personal, okn_regional;

create view names_by_region with (security_barrier=true) as
 SELECT person_id AS id,
    region_ids[1] AS region_id,
    sort_name
   FROM person_details
  WHERE array_position(( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids), region_ids[1]) IS NOT NULL;
grant select on names_by_region to okn_national, okn_personal, okn_regional;

create table network_end_tasks (
  oudernetwerk_id uuid not null,
  region_id uuid not null,
  task text not null,
  done_on date,
  constraint network_end_tasks_pkey PRIMARY KEY (oudernetwerk_id, task),
  constraint network_end_tasks_oudernetwerk_id_region_id_fkey FOREIGN KEY (oudernetwerk_id, region_id) REFERENCES oudernetwerken(id, region_id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint network_end_tasks_task_check CHECK (task = ANY (ARRAY['TELL_MEMBERS'::text, 'HAND_OVER_FILES'::text, 'WHERE_MEMBERS_GO'::text]))
);
CREATE TRIGGER mark_stale AFTER INSERT OR DELETE OR UPDATE OF done_on ON network_end_tasks FOR EACH ROW EXECUTE FUNCTION mark_stale('oudernetwerk_id');
alter table network_end_tasks enable row level security, force row level security;
create policy "national" on network_end_tasks for select to okn_national using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy may_delete on network_end_tasks for delete to okn_national, okn_personal, okn_regional using (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy may_insert on network_end_tasks for insert to okn_national, okn_personal, okn_regional with check (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy may_update on network_end_tasks for update to okn_national, okn_personal, okn_regional using (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy owner on network_end_tasks for all to :owner using (true) with check (true);
create policy personal on network_end_tasks for select to okn_personal using ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (oudernetwerk_id = ANY ((( SELECT viewer_uuids('app.led'::text) || viewer_uuids('app.supported'::text)))::uuid[])));
create policy regional on network_end_tasks for select to okn_regional using (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
grant delete on network_end_tasks to okn_national, okn_personal, okn_regional;
grant insert on network_end_tasks to okn_national, okn_personal, okn_regional;
grant select on network_end_tasks to okn_national, okn_personal, okn_regional;
grant update on network_end_tasks to okn_national, okn_personal, okn_regional;

create table network_message_optouts (
  person_id uuid not null,
  oudernetwerk_id uuid not null,
  recorded_at timestamp with time zone not null,
  constraint network_message_optouts_pkey PRIMARY KEY (person_id, oudernetwerk_id),
  constraint network_message_optouts_oudernetwerk_id_fkey FOREIGN KEY (oudernetwerk_id) REFERENCES oudernetwerken(id) ON DELETE CASCADE,
  constraint network_message_optouts_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE
);
CREATE INDEX network_message_optouts_oudernetwerk_id_idx ON network_message_optouts USING btree (oudernetwerk_id);
alter table network_message_optouts enable row level security, force row level security;
create policy "national" on network_message_optouts for select to okn_national using (false);
create policy owner on network_message_optouts for all to :owner using (true) with check (true);
create policy personal on network_message_optouts for select to okn_personal using (false);
create policy regional on network_message_optouts for select to okn_regional using (false);
create policy system_delete on network_message_optouts for delete to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy system_insert on network_message_optouts for insert to okn_system with check ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy system_select on network_message_optouts for select to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
grant delete on network_message_optouts to okn_system;
grant insert on network_message_optouts to okn_system;
grant select on network_message_optouts to okn_national, okn_personal, okn_regional, okn_system;

create table network_messages (
  id uuid not null,
  oudernetwerk_id uuid not null,
  region_id uuid not null,
  account_id uuid not null,
  activity_id uuid,
  written_as text not null,
  subject text not null,
  text text not null,
  written_at timestamp with time zone not null,
  sent_to integer not null,
  not_sent_to integer not null,
  bounced integer default 0 not null,
  constraint network_messages_pkey PRIMARY KEY (id),
  constraint network_messages_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint network_messages_activity_id_fkey FOREIGN KEY (activity_id) REFERENCES activities(id) ON DELETE SET NULL,
  constraint network_messages_oudernetwerk_id_fkey FOREIGN KEY (oudernetwerk_id) REFERENCES oudernetwerken(id) ON DELETE CASCADE,
  constraint network_messages_region_id_fkey FOREIGN KEY (region_id) REFERENCES regions(id),
  constraint network_messages_written_as_check CHECK (written_as = ANY (ARRAY['TREKKER'::text, 'SUPPORTER'::text, 'COORDINATOR'::text]))
);
CREATE INDEX network_messages_account_id_written_at_idx ON network_messages USING btree (account_id, written_at);
CREATE INDEX network_messages_oudernetwerk_id_written_at_id_idx ON network_messages USING btree (oudernetwerk_id, written_at DESC, id);
alter table network_messages enable row level security, force row level security;
create policy "national" on network_messages for select to okn_national using (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy may_insert on network_messages for insert to okn_national, okn_personal, okn_regional with check (account_id = (( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) AND ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (oudernetwerk_id = ANY ((( SELECT viewer_uuids('app.led'::text) || viewer_uuids('app.supported'::text)))::uuid[]))));
create policy owner on network_messages for all to :owner using (true) with check (true);
create policy personal on network_messages for select to okn_personal using ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (oudernetwerk_id = ANY ((( SELECT viewer_uuids('app.led'::text) || viewer_uuids('app.supported'::text)))::uuid[])));
create policy regional on network_messages for select to okn_regional using (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy system_select on network_messages for select to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
grant insert on network_messages to okn_national, okn_personal, okn_regional;
grant select on network_messages to okn_national, okn_personal, okn_regional, okn_system;

create table network_successions (
  predecessor_id uuid not null,
  successor_id uuid not null,
  region_id uuid not null,
  kind text not null,
  from_day date not null,
  constraint network_successions_pkey PRIMARY KEY (predecessor_id, successor_id),
  constraint network_successions_predecessor_id_fkey FOREIGN KEY (predecessor_id) REFERENCES oudernetwerken(id) ON DELETE CASCADE,
  constraint network_successions_region_id_fkey FOREIGN KEY (region_id) REFERENCES regions(id),
  constraint network_successions_successor_id_fkey FOREIGN KEY (successor_id) REFERENCES oudernetwerken(id) ON DELETE CASCADE,
  constraint network_successions_check CHECK (predecessor_id <> successor_id),
  constraint network_successions_kind_check CHECK (kind = ANY (ARRAY['MERGED'::text, 'SPLIT'::text]))
);
CREATE INDEX network_successions_successor_id_idx ON network_successions USING btree (successor_id);
CREATE UNIQUE INDEX network_successions_merged_once ON network_successions USING btree (predecessor_id) WHERE kind = 'MERGED'::text;
alter table network_successions enable row level security, force row level security;
create policy "national" on network_successions for select to okn_national using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy may_insert on network_successions for insert to okn_national, okn_personal, okn_regional with check (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy owner on network_successions for all to :owner using (true) with check (true);
create policy personal on network_successions for select to okn_personal using ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (predecessor_id = ANY ((( SELECT viewer_uuids('app.led'::text) || viewer_uuids('app.supported'::text)))::uuid[])) OR (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (successor_id = ANY ((( SELECT viewer_uuids('app.led'::text) || viewer_uuids('app.supported'::text)))::uuid[])));
create policy regional on network_successions for select to okn_regional using (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy system_select on network_successions for select to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
grant insert on network_successions to okn_national, okn_personal, okn_regional;
grant select on network_successions to okn_national, okn_personal, okn_regional, okn_system;

create table nominated_addresses (
  invitation_id uuid not null,
  address_hash text not null,
  constraint nominated_addresses_pkey PRIMARY KEY (invitation_id),
  constraint nominated_addresses_invitation_id_fkey FOREIGN KEY (invitation_id) REFERENCES seat_invitations(id) ON DELETE CASCADE
);
CREATE INDEX nominated_addresses_address_hash_idx ON nominated_addresses USING btree (address_hash);
alter table nominated_addresses enable row level security, force row level security;
create policy "national" on nominated_addresses for select to okn_national using (false);
create policy owner on nominated_addresses for all to :owner using (true) with check (true);
create policy personal on nominated_addresses for select to okn_personal using (false);
create policy regional on nominated_addresses for select to okn_regional using (false);
create policy system_delete on nominated_addresses for delete to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy system_select on nominated_addresses for select to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
grant delete on nominated_addresses to okn_system;
grant select on nominated_addresses to okn_national, okn_personal, okn_regional;
grant select (invitation_id) on nominated_addresses to okn_system;

create table nominee_lookups (
  invitation_id uuid not null,
  account_id uuid not null,
  looked_on date not null,
  looked_at timestamp with time zone not null,
  constraint nominee_lookups_pkey PRIMARY KEY (invitation_id, account_id, looked_on),
  constraint nominee_lookups_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint nominee_lookups_invitation_id_fkey FOREIGN KEY (invitation_id) REFERENCES seat_nominees(invitation_id) ON DELETE CASCADE
);
CREATE INDEX nominee_lookups_account_id_idx ON nominee_lookups USING btree (account_id);
alter table nominee_lookups enable row level security, force row level security;
create policy "national" on nominee_lookups for select to okn_national using (false);
create policy owner on nominee_lookups for all to :owner using (true) with check (true);
create policy personal on nominee_lookups for select to okn_personal using (false);
create policy regional on nominee_lookups for select to okn_regional using (false);
grant select on nominee_lookups to okn_national, okn_personal, okn_regional;

create table organisation_municipalities (
  organisation_id uuid not null,
  municipality_id uuid not null,
  constraint organisation_municipalities_pkey PRIMARY KEY (organisation_id, municipality_id),
  constraint organisation_municipalities_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipalities(id),
  constraint organisation_municipalities_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE
);
CREATE INDEX organisation_municipalities_municipality_id_idx ON organisation_municipalities USING btree (municipality_id);
alter table organisation_municipalities enable row level security, force row level security;
create policy "national" on organisation_municipalities for select to okn_national using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy may_insert on organisation_municipalities for insert to okn_national, okn_personal, okn_regional with check ((EXISTS ( SELECT
   FROM organisations o
  WHERE o.id = organisation_municipalities.organisation_id AND (o.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) AND NOT o.from_reference)));
create policy owner on organisation_municipalities for all to :owner using (true) with check (true);
create policy personal on organisation_municipalities for select to okn_personal using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy regional on organisation_municipalities for select to okn_regional using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
grant insert on organisation_municipalities to okn_national, okn_personal, okn_regional;
grant select on organisation_municipalities to okn_national, okn_personal, okn_regional;

create table organisations (
  id uuid not null,
  version integer default 1 not null,
  kind text not null,
  code text,
  official_name text,
  label_derived text,
  name_status text not null,
  name text generated always as (COALESCE(official_name, label_derived || ' (afgeleide aanduiding)'::text)) stored not null,
  search_name text generated always as (fold(COALESCE(official_name, label_derived))) stored not null,
  domains text[] not null,
  region_id uuid,
  parent_id uuid,
  place text,
  from_reference boolean default false not null,
  email text,
  phone text,
  constraint organisations_pkey PRIMARY KEY (id),
  constraint organisations_kind_code_key UNIQUE (kind, code),
  constraint organisations_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES organisations(id),
  constraint organisations_region_id_fkey FOREIGN KEY (region_id) REFERENCES regions(id),
  constraint organisations_check CHECK ((name_status = 'DERIVED'::text) = (official_name IS NULL)),
  constraint organisations_domains_check CHECK (domains <@ ARRAY['ONDERWIJS'::text, 'ZORG'::text, 'JEUGD'::text]),
  constraint organisations_email_check CHECK (email !~ '[[:space:][:cntrl:]]'::text),
  constraint organisations_kind_check CHECK (kind = ANY (ARRAY['SAMENWERKINGSVERBAND_PO'::text, 'SAMENWERKINGSVERBAND_VO'::text, 'GEMEENTE'::text, 'SCHOOL'::text, 'KINDEROPVANG'::text, 'JEUGDHULPAANBIEDER'::text, 'ZORGAANBIEDER'::text, 'WIJKTEAM'::text, 'OUDER_JEUGDSTEUNPUNT'::text, 'STICHTING'::text, 'OVERIG'::text])),
  constraint organisations_name_status_check CHECK (name_status = ANY (ARRAY['OFFICIAL'::text, 'INFERRED'::text, 'DERIVED'::text]))
);
CREATE INDEX organisations_parent_id_idx ON organisations USING btree (parent_id);
CREATE INDEX organisations_region_id_idx ON organisations USING btree (region_id);
CREATE INDEX organisations_search_name_id_idx ON organisations USING btree (search_name, id);
CREATE INDEX organisations_search_name_idx ON organisations USING gin (search_name gin_trgm_ops);
alter table organisations enable row level security, force row level security;
create policy "national" on organisations for select to okn_national using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy may_insert on organisations for insert to okn_national, okn_personal, okn_regional with check ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) AND NOT from_reference);
create policy may_update on organisations for update to okn_national, okn_personal, okn_regional using (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy owner on organisations for all to :owner using (true) with check (true);
create policy personal on organisations for select to okn_personal using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy regional on organisations for select to okn_regional using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy system_select on organisations for select to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
grant insert on organisations to okn_national, okn_personal, okn_regional;
grant select on organisations to okn_national, okn_personal, okn_regional;
grant select (id, name, region_id) on organisations to okn_system;
grant update (domains, email, official_name, phone, place, version) on organisations to okn_national, okn_personal, okn_regional;

create table oudernetwerk_moves (
  id uuid not null,
  oudernetwerk_id uuid not null,
  region_id uuid not null,
  from_region_id uuid not null,
  to_region_id uuid not null,
  moved_on date not null,
  last_resort_id uuid,
  constraint oudernetwerk_moves_pkey PRIMARY KEY (id),
  constraint oudernetwerk_moves_from_region_id_fkey FOREIGN KEY (from_region_id) REFERENCES regions(id),
  constraint oudernetwerk_moves_last_resort_id_fkey FOREIGN KEY (last_resort_id) REFERENCES organisations(id),
  constraint oudernetwerk_moves_oudernetwerk_id_region_id_fkey FOREIGN KEY (oudernetwerk_id, region_id) REFERENCES oudernetwerken(id, region_id) ON UPDATE CASCADE,
  constraint oudernetwerk_moves_to_region_id_fkey FOREIGN KEY (to_region_id) REFERENCES regions(id)
);
CREATE INDEX oudernetwerk_moves_oudernetwerk_id_moved_on_idx ON oudernetwerk_moves USING btree (oudernetwerk_id, moved_on);
alter table oudernetwerk_moves enable row level security, force row level security;
create policy "national" on oudernetwerk_moves for select to okn_national using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy owner on oudernetwerk_moves for all to :owner using (true) with check (true);
create policy personal on oudernetwerk_moves for select to okn_personal using ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (oudernetwerk_id = ANY ((( SELECT viewer_uuids('app.led'::text) || viewer_uuids('app.supported'::text)))::uuid[])));
create policy regional on oudernetwerk_moves for select to okn_regional using (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy system_select on oudernetwerk_moves for select to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
grant select on oudernetwerk_moves to okn_national, okn_personal, okn_regional, okn_system;

create table oudernetwerk_municipalities (
  oudernetwerk_id uuid not null,
  municipality_id uuid not null,
  constraint oudernetwerk_municipalities_pkey PRIMARY KEY (oudernetwerk_id, municipality_id),
  constraint oudernetwerk_municipalities_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipalities(id),
  constraint oudernetwerk_municipalities_oudernetwerk_id_fkey FOREIGN KEY (oudernetwerk_id) REFERENCES oudernetwerken(id)
);
CREATE INDEX oudernetwerk_municipalities_municipality_id_idx ON oudernetwerk_municipalities USING btree (municipality_id);
alter table oudernetwerk_municipalities enable row level security, force row level security;
create policy "national" on oudernetwerk_municipalities for select to okn_national using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy may_delete on oudernetwerk_municipalities for delete to okn_national, okn_personal, okn_regional using ((EXISTS ( SELECT
   FROM oudernetwerken n
  WHERE n.id = oudernetwerk_municipalities.oudernetwerk_id AND (n.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])))));
create policy may_insert on oudernetwerk_municipalities for insert to okn_national, okn_personal, okn_regional with check ((EXISTS ( SELECT
   FROM oudernetwerken n
  WHERE n.id = oudernetwerk_municipalities.oudernetwerk_id AND (n.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])))));
create policy owner on oudernetwerk_municipalities for all to :owner using (true) with check (true);
create policy personal on oudernetwerk_municipalities for select to okn_personal using ((EXISTS ( SELECT
   FROM oudernetwerken n
  WHERE n.id = oudernetwerk_municipalities.oudernetwerk_id)));
create policy regional on oudernetwerk_municipalities for select to okn_regional using ((EXISTS ( SELECT
   FROM oudernetwerken n
  WHERE n.id = oudernetwerk_municipalities.oudernetwerk_id)));
grant delete on oudernetwerk_municipalities to okn_national, okn_personal, okn_regional;
grant insert on oudernetwerk_municipalities to okn_national, okn_personal, okn_regional;
grant select on oudernetwerk_municipalities to okn_national, okn_personal, okn_regional;

create table oudernetwerk_themes (
  oudernetwerk_id uuid not null,
  theme_id uuid not null,
  constraint oudernetwerk_themes_pkey PRIMARY KEY (oudernetwerk_id, theme_id),
  constraint oudernetwerk_themes_oudernetwerk_id_fkey FOREIGN KEY (oudernetwerk_id) REFERENCES oudernetwerken(id),
  constraint oudernetwerk_themes_theme_id_fkey FOREIGN KEY (theme_id) REFERENCES themes(id)
);
CREATE INDEX oudernetwerk_themes_theme_id_idx ON oudernetwerk_themes USING btree (theme_id);
alter table oudernetwerk_themes enable row level security, force row level security;
create policy "national" on oudernetwerk_themes for select to okn_national using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy may_delete on oudernetwerk_themes for delete to okn_national, okn_personal, okn_regional using ((EXISTS ( SELECT
   FROM oudernetwerken n
  WHERE n.id = oudernetwerk_themes.oudernetwerk_id AND (n.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])))));
create policy may_insert on oudernetwerk_themes for insert to okn_national, okn_personal, okn_regional with check ((EXISTS ( SELECT
   FROM oudernetwerken n
  WHERE n.id = oudernetwerk_themes.oudernetwerk_id AND (n.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])))));
create policy owner on oudernetwerk_themes for all to :owner using (true) with check (true);
create policy personal on oudernetwerk_themes for select to okn_personal using ((EXISTS ( SELECT
   FROM oudernetwerken n
  WHERE n.id = oudernetwerk_themes.oudernetwerk_id)));
create policy regional on oudernetwerk_themes for select to okn_regional using ((EXISTS ( SELECT
   FROM oudernetwerken n
  WHERE n.id = oudernetwerk_themes.oudernetwerk_id)));
grant delete on oudernetwerk_themes to okn_national, okn_personal, okn_regional;
grant insert on oudernetwerk_themes to okn_national, okn_personal, okn_regional;
grant select on oudernetwerk_themes to okn_national, okn_personal, okn_regional;

create table oudernetwerken (
  id uuid not null,
  version integer default 1 not null,
  name text not null,
  search_name text generated always as (fold(name)) stored not null,
  sort_name text collate "C" generated always as (fold(name)) stored not null,
  purpose text,
  phase text not null,
  region_id uuid not null,
  sectors text[] not null,
  meeting_rhythm text,
  active_from date,
  ended_on date,
  end_reason text,
  contact_person_id uuid,
  last_activity_on date,
  created_at timestamp with time zone not null,
  mailbox text,
  responsible_organisation_id uuid,
  responsible_in uuid,
  constraint oudernetwerken_pkey PRIMARY KEY (id),
  constraint oudernetwerken_id_region_id_key UNIQUE (id, region_id),
  constraint oudernetwerken_contact_person_id_fkey FOREIGN KEY (contact_person_id) REFERENCES people(id),
  constraint oudernetwerken_region_id_fkey FOREIGN KEY (region_id) REFERENCES regions(id),
  constraint oudernetwerken_responsible_in_fkey FOREIGN KEY (responsible_in) REFERENCES regions(id),
  constraint oudernetwerken_responsible_organisation_id_fkey FOREIGN KEY (responsible_organisation_id) REFERENCES organisations(id),
  constraint oudernetwerken_active_from_check CHECK ((phase = 'FORMING'::text) = (active_from IS NULL)),
  constraint oudernetwerken_end_reason_check CHECK ((ended_on IS NULL) = (end_reason IS NULL)),
  constraint oudernetwerken_mailbox_check CHECK (mailbox !~ '[[:cntrl:]]'::text),
  constraint oudernetwerken_meeting_rhythm_check CHECK (meeting_rhythm = ANY (ARRAY['WEEKLY'::text, 'MONTHLY'::text, 'QUARTERLY'::text, 'YEARLY'::text, 'AS_NEEDED'::text])),
  constraint oudernetwerken_phase_check CHECK (phase = ANY (ARRAY['FORMING'::text, 'ACTIVE'::text, 'DORMANT'::text])),
  constraint oudernetwerken_responsible_check CHECK ((responsible_organisation_id IS NULL) = (responsible_in IS NULL)),
  constraint oudernetwerken_sectors_check CHECK (sectors <@ ARRAY['PO'::text, 'VO'::text, 'MBO'::text, 'JEUGD'::text, 'ZORG'::text] AND cardinality(sectors) > 0)
);
CREATE INDEX oudernetwerken_active_from_id_idx ON oudernetwerken USING btree (active_from, id);
CREATE INDEX oudernetwerken_contact_person_id_idx ON oudernetwerken USING btree (contact_person_id);
CREATE INDEX oudernetwerken_last_activity_on_id_idx ON oudernetwerken USING btree (last_activity_on, id);
CREATE INDEX oudernetwerken_region_id_last_activity_on_id_idx ON oudernetwerken USING btree (region_id, last_activity_on, id);
CREATE INDEX oudernetwerken_region_id_sort_name_id_idx ON oudernetwerken USING btree (region_id, sort_name, id);
CREATE INDEX oudernetwerken_search_name_idx ON oudernetwerken USING gin (search_name gin_trgm_ops);
CREATE INDEX oudernetwerken_sort_name_id_idx ON oudernetwerken USING btree (sort_name, id);
CREATE CONSTRAINT TRIGGER leadership_cover AFTER INSERT OR UPDATE OF active_from, ended_on ON oudernetwerken DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_leadership_cover();
CREATE TRIGGER after_death AFTER INSERT OR UPDATE OF contact_person_id ON oudernetwerken FOR EACH ROW WHEN (new.contact_person_id IS NOT NULL) EXECUTE FUNCTION refuse_after_death('contact_person_id');
CREATE TRIGGER end_follows AFTER UPDATE OF ended_on ON oudernetwerken FOR EACH ROW WHEN (new.ended_on IS DISTINCT FROM old.ended_on) EXECUTE FUNCTION network_end_follows();
CREATE TRIGGER mark_agreements_stale AFTER UPDATE OF ended_on ON oudernetwerken FOR EACH ROW WHEN (new.ended_on IS DISTINCT FROM old.ended_on) EXECUTE FUNCTION mark_agreements_about_stale();
CREATE TRIGGER mark_stale AFTER INSERT OR UPDATE OF phase, sectors, contact_person_id, region_id, active_from, ended_on, last_activity_on ON oudernetwerken FOR EACH ROW EXECUTE FUNCTION mark_stale('id', 'contact_person_id');
CREATE TRIGGER responsible BEFORE INSERT OR UPDATE OF responsible_organisation_id ON oudernetwerken FOR EACH ROW EXECUTE FUNCTION chosen_by_region();
alter table oudernetwerken enable row level security, force row level security;
create policy "national" on oudernetwerken for select to okn_national using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy may_insert on oudernetwerken for insert to okn_national, okn_personal, okn_regional with check (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy may_update on oudernetwerken for update to okn_national, okn_personal, okn_regional using ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (id = ANY ((( SELECT viewer_uuids('app.led'::text) || viewer_uuids('app.supported'::text)))::uuid[])));
create policy owner on oudernetwerken for all to :owner using (true) with check (true);
create policy personal on oudernetwerken for select to okn_personal using ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (id = ANY ((( SELECT viewer_uuids('app.outlines'::text) AS viewer_uuids))::uuid[])) OR (region_id = ANY ((( SELECT viewer_uuids('app.secretariat'::text) AS viewer_uuids))::uuid[])));
create policy regional on oudernetwerken for select to okn_regional using (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy system_select on oudernetwerken for select to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
grant insert on oudernetwerken to okn_national, okn_personal, okn_regional;
grant select on oudernetwerken to okn_national, okn_personal, okn_regional, okn_system;
grant update on oudernetwerken to okn_national, okn_personal, okn_regional;

create table people (
  id uuid not null,
  version integer default 1 not null,
  pseudonym text not null,
  region_id uuid not null,
  region_ids uuid[] default '{}'::uuid[] not null,
  municipality_id uuid,
  perspectives text[] not null,
  language text default 'nl'::text not null,
  participation_forms text[] default '{}'::text[] not null,
  hours_per_month integer,
  day_parts text[] default '{}'::text[] not null,
  created_at timestamp with time zone not null,
  oudernetwerk_ids uuid[] default '{}'::uuid[] not null,
  candidate_for uuid[] default '{}'::uuid[] not null,
  body_ids uuid[] default '{}'::uuid[] not null,
  nameless boolean default false not null,
  deceased_on date,
  contact_by_network boolean default false not null,
  responsible_organisation_id uuid,
  responsible_in uuid,
  merged_into uuid,
  erased_on date,
  constraint people_pkey PRIMARY KEY (id),
  constraint people_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES people(id),
  constraint people_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipalities(id),
  constraint people_region_id_fkey FOREIGN KEY (region_id) REFERENCES regions(id),
  constraint people_responsible_in_fkey FOREIGN KEY (responsible_in) REFERENCES regions(id),
  constraint people_responsible_organisation_id_fkey FOREIGN KEY (responsible_organisation_id) REFERENCES organisations(id),
  constraint people_day_parts_check CHECK (day_parts <@ ARRAY['MORNING'::text, 'AFTERNOON'::text, 'EVENING'::text, 'WEEKEND'::text]),
  constraint people_hours_per_month_check CHECK (hours_per_month >= 0 AND hours_per_month <= 200),
  constraint people_merged_into_another CHECK (merged_into <> id),
  constraint people_participation_forms_check CHECK (participation_forms <@ ARRAY['TREKKER'::text, 'LID'::text, 'SEAT'::text, 'BUDDY'::text, 'SURVEY'::text, 'SOUNDING_BOARD'::text]),
  constraint people_perspectives_check CHECK (perspectives <@ ARRAY['OUDER'::text, 'JONGERE'::text, 'PROFESSIONAL'::text] AND cardinality(perspectives) > 0),
  constraint people_responsible_check CHECK ((responsible_organisation_id IS NULL) = (responsible_in IS NULL))
);
CREATE INDEX known_where ON people USING gin (oudernetwerk_ids, candidate_for, body_ids);
CREATE INDEX people_created_at_id_idx ON people USING btree (created_at, id);
CREATE INDEX people_merged_into_idx ON people USING btree (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX people_nameless ON people USING btree (id) WHERE nameless;
CREATE INDEX people_region_id_idx ON people USING btree (region_id);
CREATE INDEX people_region_id_idx1 ON people USING btree (region_id) WHERE deceased_on IS NOT NULL;
CREATE INDEX people_region_ids_idx ON people USING gin (region_ids);
CREATE CONSTRAINT TRIGGER nameless AFTER INSERT ON people DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION people_nameless('id');
CREATE TRIGGER erased AFTER UPDATE OF municipality_id, language, participation_forms, hours_per_month, day_parts ON people FOR EACH ROW WHEN (old.erased_on IS NOT NULL) EXECUTE FUNCTION refuse_erased('id');
CREATE TRIGGER follow_home AFTER UPDATE OF region_id, perspectives ON people FOR EACH ROW WHEN (new.region_id IS DISTINCT FROM old.region_id OR new.perspectives IS DISTINCT FROM old.perspectives) EXECUTE FUNCTION ervaringsdeskundigen_follow();
CREATE TRIGGER follow_person AFTER UPDATE OF region_id, region_ids, oudernetwerk_ids, candidate_for, body_ids ON people FOR EACH ROW WHEN (new.region_ids IS DISTINCT FROM old.region_ids OR new.oudernetwerk_ids IS DISTINCT FROM old.oudernetwerk_ids OR new.candidate_for IS DISTINCT FROM old.candidate_for OR new.body_ids IS DISTINCT FROM old.body_ids) EXECUTE FUNCTION person_details_follow_person();
CREATE TRIGGER home_region BEFORE INSERT ON people FOR EACH ROW EXECUTE FUNCTION people_home_region();
CREATE TRIGGER keep_values AFTER UPDATE OF municipality_id, perspectives, language, participation_forms, hours_per_month, day_parts, region_id, responsible_organisation_id ON people FOR EACH ROW EXECUTE FUNCTION keep_values('id', 'municipality_id', 'perspectives', 'language', 'participation_forms', 'hours_per_month', 'day_parts', 'region_id', 'responsible_organisation_id');
CREATE TRIGGER led_by_parent AFTER UPDATE OF perspectives ON people FOR EACH ROW WHEN (('OUDER'::text = ANY (old.perspectives)) AND ('OUDER'::text <> ALL (new.perspectives))) EXECUTE FUNCTION refuse_led_by_no_parent();
CREATE TRIGGER new_home BEFORE UPDATE OF region_id ON people FOR EACH ROW WHEN (new.region_id <> old.region_id) EXECUTE FUNCTION people_new_home();
CREATE TRIGGER responsible BEFORE INSERT OR UPDATE OF responsible_organisation_id ON people FOR EACH ROW EXECUTE FUNCTION chosen_by_region();
CREATE TRIGGER tasks_follow AFTER UPDATE OF region_id ON people FOR EACH ROW WHEN (new.region_id <> old.region_id) EXECUTE FUNCTION tasks_follow_home();
alter table people enable row level security, force row level security;
create policy "national" on people for select to okn_national using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL AND merged_into IS NULL);
create policy may_insert on people for insert to okn_national, okn_personal, okn_regional with check (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy may_update on people for update to okn_national, okn_personal, okn_regional using ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR id = (( SELECT viewer_uuid('app.person'::text) AS viewer_uuid)));
create policy owner on people for all to :owner using (true) with check (true);
create policy personal on people for select to okn_personal using (region_ids && (( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids)) OR id = (( SELECT viewer_uuid('app.person'::text) AS viewer_uuid)) OR oudernetwerk_ids && (( SELECT viewer_uuids('app.led'::text) || viewer_uuids('app.supported'::text))) OR candidate_for && (( SELECT viewer_uuids('app.supported'::text) AS viewer_uuids)) OR body_ids && (( SELECT viewer_uuids('app.bodies'::text) AS viewer_uuids)));
create policy regional on people for select to okn_regional using (region_ids && (( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids)));
create policy system_select on people for select to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
grant insert on people to okn_national, okn_personal, okn_regional;
grant select on people to okn_national, okn_personal, okn_regional;
grant select (deceased_on, erased_on, id, perspectives, pseudonym, region_id) on people to okn_system;
grant update (day_parts, hours_per_month, language, municipality_id, participation_forms, perspectives, responsible_organisation_id, version) on people to okn_national, okn_personal, okn_regional;

create table people_told_apart (
  one_id uuid not null,
  other_id uuid not null,
  region_id uuid not null,
  account_id uuid,
  said_at timestamp with time zone not null,
  constraint people_told_apart_pkey PRIMARY KEY (one_id, other_id),
  constraint people_told_apart_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint people_told_apart_one_id_fkey FOREIGN KEY (one_id) REFERENCES people(id) ON DELETE CASCADE,
  constraint people_told_apart_other_id_fkey FOREIGN KEY (other_id) REFERENCES people(id) ON DELETE CASCADE,
  constraint people_told_apart_region_id_fkey FOREIGN KEY (region_id) REFERENCES regions(id),
  constraint people_told_apart_check CHECK (one_id < other_id)
);
CREATE INDEX people_told_apart_other_id_idx ON people_told_apart USING btree (other_id);
alter table people_told_apart enable row level security, force row level security;
create policy "national" on people_told_apart for select to okn_national using ((EXISTS ( SELECT
   FROM people p
  WHERE p.id = people_told_apart.one_id)) AND (EXISTS ( SELECT
   FROM people p
  WHERE p.id = people_told_apart.other_id)));
create policy may_delete on people_told_apart for delete to okn_national, okn_personal, okn_regional using ((EXISTS ( SELECT
   FROM people p
  WHERE p.id = people_told_apart.one_id)) AND (EXISTS ( SELECT
   FROM people p
  WHERE p.id = people_told_apart.other_id)) AND (EXISTS ( SELECT
   FROM people p
  WHERE (p.id = ANY (ARRAY[people_told_apart.one_id, people_told_apart.other_id])) AND (p.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])))));
create policy may_insert on people_told_apart for insert to okn_national, okn_personal, okn_regional with check ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) AND (EXISTS ( SELECT
   FROM people p
  WHERE p.id = people_told_apart.one_id)) AND (EXISTS ( SELECT
   FROM people p
  WHERE p.id = people_told_apart.other_id)) AND (EXISTS ( SELECT
   FROM people p
  WHERE (p.id = ANY (ARRAY[people_told_apart.one_id, people_told_apart.other_id])) AND (p.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])))));
create policy owner on people_told_apart for all to :owner using (true) with check (true);
create policy personal on people_told_apart for select to okn_personal using ((EXISTS ( SELECT
   FROM people p
  WHERE p.id = people_told_apart.one_id)) AND (EXISTS ( SELECT
   FROM people p
  WHERE p.id = people_told_apart.other_id)));
create policy regional on people_told_apart for select to okn_regional using ((EXISTS ( SELECT
   FROM people p
  WHERE p.id = people_told_apart.one_id)) AND (EXISTS ( SELECT
   FROM people p
  WHERE p.id = people_told_apart.other_id)));
grant delete on people_told_apart to okn_national, okn_personal, okn_regional;
grant insert on people_told_apart to okn_national, okn_personal, okn_regional;
grant select on people_told_apart to okn_national, okn_personal, okn_regional;

create table person_access_log (
  id uuid not null,
  person_id uuid not null,
  person_region_id uuid not null,
  happened_at timestamp with time zone not null,
  what text not null,
  why text not null,
  account_id uuid,
  body_id uuid,
  invitation_id uuid,
  list_purpose text,
  constraint person_access_log_pkey PRIMARY KEY (id),
  constraint person_access_log_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint person_access_log_body_id_fkey FOREIGN KEY (body_id) REFERENCES advisory_bodies(id),
  constraint person_access_log_invitation_id_fkey FOREIGN KEY (invitation_id) REFERENCES seat_invitations(id),
  constraint person_access_log_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint person_access_log_person_region_id_fkey FOREIGN KEY (person_region_id) REFERENCES regions(id),
  constraint person_access_log_check CHECK ((what = 'CONTACT'::text) = (why = 'LOOKED_UP'::text)),
  constraint person_access_log_check1 CHECK (why <> 'LOOKED_UP'::text OR account_id IS NOT NULL),
  constraint person_access_log_of_a_list CHECK ((why = 'LIST'::text) = (list_purpose IS NOT NULL)),
  constraint person_access_log_what_check CHECK (what = ANY (ARRAY['CONTACT'::text, 'NAME_AND_CONTACT'::text, 'NAME_EXPORTED'::text, 'PROFILE_EXPORTED'::text])),
  constraint person_access_log_why_check CHECK (why = ANY (ARRAY['APPOINTED'::text, 'INVITATION_ACCEPTED'::text, 'LIST'::text, 'LOOKED_UP'::text, 'RETIREMENT_SCHEDULE'::text]))
);
CREATE INDEX person_access_log_person_id_happened_at_id_idx ON person_access_log USING btree (person_id, happened_at DESC, id DESC);
CREATE UNIQUE INDEX person_access_log_looked_up ON person_access_log USING btree (person_id, account_id, ((happened_at AT TIME ZONE 'Europe/Amsterdam'::text)::date)) WHERE why = 'LOOKED_UP'::text;
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON person_access_log FOR EACH ROW WHEN (current_setting('app.taken_back'::text, true) IS DISTINCT FROM old.person_id::text) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON person_access_log FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table person_access_log enable row level security, force row level security;
create policy "national" on person_access_log for select to okn_national using (person_id = (( SELECT viewer_uuid('app.person'::text) AS viewer_uuid)) OR (person_region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])));
create policy owner on person_access_log for all to :owner using (true) with check (true);
create policy personal on person_access_log for select to okn_personal using (person_id = (( SELECT viewer_uuid('app.person'::text) AS viewer_uuid)) OR (person_region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])));
create policy regional on person_access_log for select to okn_regional using (person_region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy system_insert on person_access_log for insert to okn_system with check ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy system_select on person_access_log for select to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
grant insert on person_access_log to okn_system;
grant select on person_access_log to okn_national, okn_personal, okn_regional;
grant select (account_id, body_id, happened_at, person_id, why) on person_access_log to okn_system;

create table person_contacts (
  person_id uuid not null,
  email text,
  email_norm text generated always as (lower(email)) stored,
  phone text,
  constraint person_contacts_pkey PRIMARY KEY (person_id),
  constraint person_contacts_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE
);
CREATE INDEX person_contacts_email_norm_idx ON person_contacts USING btree (email_norm) WHERE email_norm IS NOT NULL;
CREATE INDEX person_contacts_phone_idx ON person_contacts USING btree (phone) WHERE phone IS NOT NULL;
CREATE TRIGGER erased AFTER INSERT OR UPDATE OF person_id ON person_contacts FOR EACH ROW EXECUTE FUNCTION refuse_erased('person_id');
CREATE TRIGGER keep_values AFTER INSERT OR DELETE OR UPDATE OF email, phone ON person_contacts FOR EACH ROW EXECUTE FUNCTION keep_values('person_id', 'email', 'phone');
CREATE TRIGGER mark_stale AFTER INSERT OR DELETE OR UPDATE OF person_id, email, phone ON person_contacts FOR EACH ROW EXECUTE FUNCTION mark_stale('person_id');
alter table person_contacts enable row level security, force row level security;
create policy "national" on person_contacts for select to okn_national using (person_id = (( SELECT viewer_uuid('app.person'::text) AS viewer_uuid)) OR (EXISTS ( SELECT
   FROM people p
  WHERE p.id = person_contacts.person_id AND ((p.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR p.region_ids && (( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids)) AND takes_part_here(p.id)))));
create policy may_delete on person_contacts for delete to okn_national, okn_personal, okn_regional using (person_id = (( SELECT viewer_uuid('app.person'::text) AS viewer_uuid)) OR (EXISTS ( SELECT
   FROM people p
  WHERE p.id = person_contacts.person_id AND (p.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])))));
create policy may_insert on person_contacts for insert to okn_national, okn_personal, okn_regional with check (person_id = (( SELECT viewer_uuid('app.person'::text) AS viewer_uuid)) OR (EXISTS ( SELECT
   FROM people p
  WHERE p.id = person_contacts.person_id AND (p.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])))));
create policy owner on person_contacts for all to :owner using (true) with check (true);
create policy personal on person_contacts for select to okn_personal using (person_id = (( SELECT viewer_uuid('app.person'::text) AS viewer_uuid)) OR (EXISTS ( SELECT
   FROM people p
  WHERE p.id = person_contacts.person_id AND ((p.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR p.region_ids && (( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids)) AND takes_part_here(p.id)))) OR ((EXISTS ( SELECT
   FROM seat_appointments a
  WHERE a.person_id = person_contacts.person_id AND (a.body_id = ANY ((( SELECT viewer_uuids('app.bodies'::text) AS viewer_uuids))::uuid[])) AND known_by_seat(a.period, a.invitation_id, ( SELECT NULLIF(current_setting('app.today'::text, true), ''::text)::date AS "nullif")))) OR (EXISTS ( SELECT
   FROM seat_alternates s
  WHERE s.person_id = person_contacts.person_id AND (s.body_id = ANY ((( SELECT viewer_uuids('app.bodies'::text) AS viewer_uuids))::uuid[])) AND alternates_still(s.absence_id, ( SELECT NULLIF(current_setting('app.today'::text, true), ''::text)::date AS "nullif")))) OR (EXISTS ( SELECT
   FROM seat_invitations i
  WHERE i.person_id = person_contacts.person_id AND (i.body_id = ANY ((( SELECT viewer_uuids('app.bodies'::text) AS viewer_uuids))::uuid[])) AND i.status = 'ACCEPTED'::text)) OR (EXISTS ( SELECT
   FROM people p
  WHERE p.id = person_contacts.person_id AND p.contact_by_network)) AND (EXISTS ( SELECT
   FROM memberships r
  WHERE r.person_id = person_contacts.person_id AND r.period @> (( SELECT NULLIF(current_setting('app.today'::text, true), ''::text)::date AS "nullif")) AND (r.oudernetwerk_id = ANY ((( SELECT viewer_uuids('app.led'::text) || viewer_uuids('app.supported'::text)))::uuid[])) AND (r.oudernetwerk_id <> ALL ((( SELECT viewer_uuids('app.shared'::text) AS viewer_uuids))::uuid[]))
UNION ALL
 SELECT
   FROM trekkerschappen r
  WHERE r.person_id = person_contacts.person_id AND r.period @> (( SELECT NULLIF(current_setting('app.today'::text, true), ''::text)::date AS "nullif")) AND (r.oudernetwerk_id = ANY ((( SELECT viewer_uuids('app.led'::text) || viewer_uuids('app.supported'::text)))::uuid[])) AND (r.oudernetwerk_id <> ALL ((( SELECT viewer_uuids('app.shared'::text) AS viewer_uuids))::uuid[]))))) AND NOT awaits_notice(person_id));
create policy regional on person_contacts for select to okn_regional using ((EXISTS ( SELECT
   FROM people p
  WHERE p.id = person_contacts.person_id AND ((p.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR p.region_ids && (( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids)) AND takes_part_here(p.id)))));
grant delete on person_contacts to okn_national, okn_personal, okn_regional;
grant insert on person_contacts to okn_national, okn_personal, okn_regional;
grant select on person_contacts to okn_national, okn_personal, okn_regional;

create table person_details (
  person_id uuid not null,
  region_ids uuid[] not null,
  given_name text not null,
  infix text,
  family_name text not null,
  display_name text generated always as (((given_name || COALESCE(' '::text || infix, ''::text)) || ' '::text) || family_name) stored not null,
  search_name text generated always as (fold(((given_name || COALESCE(' '::text || infix, ''::text)) || ' '::text) || family_name)) stored not null,
  oudernetwerk_ids uuid[] default '{}'::uuid[] not null,
  candidate_for uuid[] default '{}'::uuid[] not null,
  body_ids uuid[] default '{}'::uuid[] not null,
  name_marks bit(128) generated always as (name_marks(fold(((given_name || COALESCE(' '::text || infix, ''::text)) || ' '::text) || family_name))) stored not null,
  name_keys bigint[] generated always as (name_keys(region_ids, given_name, family_name)) stored not null,
  sort_name text collate "C" generated always as (fold(((regexp_replace(family_name, '\s+'::text, ' '::text, 'g'::text) || '  '::text) || regexp_replace(given_name, '\s+'::text, ' '::text, 'g'::text)) || COALESCE('  '::text || infix, ''::text))) stored not null,
  constraint person_details_pkey PRIMARY KEY (person_id),
  constraint person_details_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE
);
CREATE INDEX person_details_first_region ON person_details USING btree ((region_ids[1]), sort_name, person_id) INCLUDE (region_ids);
CREATE INDEX person_details_many_regions ON person_details USING gin (region_ids) WHERE cardinality(region_ids) > 1;
CREATE INDEX person_details_name_keys_idx ON person_details USING gin (name_keys);
CREATE INDEX person_details_region_ids_idx ON person_details USING gin (region_ids);
CREATE INDEX person_details_search_name_idx ON person_details USING gin (search_name gin_trgm_ops);
CREATE INDEX person_details_sort_name_person_id_idx ON person_details USING btree (sort_name, person_id);
CREATE INDEX person_details_spellings ON person_details USING gin (spellings_of_name(region_ids, search_name)) WITH (fastupdate=off);
CREATE TRIGGER erased AFTER INSERT OR UPDATE OF person_id ON person_details FOR EACH ROW EXECUTE FUNCTION refuse_erased('person_id');
CREATE TRIGGER follow_person BEFORE INSERT ON person_details FOR EACH ROW EXECUTE FUNCTION person_details_follow_person();
CREATE TRIGGER keep_values AFTER DELETE OR UPDATE OF given_name, infix, family_name ON person_details FOR EACH ROW EXECUTE FUNCTION keep_values('person_id', 'given_name', 'infix', 'family_name');
CREATE TRIGGER nameless AFTER INSERT OR DELETE ON person_details FOR EACH ROW EXECUTE FUNCTION people_nameless('person_id');
CREATE TRIGGER names_by_place AFTER INSERT OR UPDATE OF given_name, infix, family_name, oudernetwerk_ids, candidate_for, body_ids ON person_details FOR EACH ROW EXECUTE FUNCTION names_follow_details();
alter table person_details enable row level security, force row level security;
create policy "national" on person_details for select to okn_national using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL AND region_ids <> '{}'::uuid[]);
create policy may_delete on person_details for delete to okn_national, okn_personal, okn_regional using ((EXISTS ( SELECT
   FROM people p
  WHERE p.id = person_details.person_id AND (p.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])))));
create policy may_insert on person_details for insert to okn_national, okn_personal, okn_regional with check (person_id = (( SELECT viewer_uuid('app.person'::text) AS viewer_uuid)) OR (EXISTS ( SELECT
   FROM people p
  WHERE p.id = person_details.person_id AND (p.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])))));
create policy may_update on person_details for update to okn_national, okn_personal, okn_regional using (person_id = (( SELECT viewer_uuid('app.person'::text) AS viewer_uuid)) OR (EXISTS ( SELECT
   FROM people p
  WHERE p.id = person_details.person_id AND (p.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])))));
create policy owner on person_details for all to :owner using (true) with check (true);
create policy personal on person_details for select to okn_personal using (region_ids && (( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids)) OR person_id = (( SELECT viewer_uuid('app.person'::text) AS viewer_uuid)) OR oudernetwerk_ids && (( SELECT viewer_uuids('app.led'::text) || viewer_uuids('app.supported'::text))) OR candidate_for && (( SELECT viewer_uuids('app.supported'::text) AS viewer_uuids)) OR body_ids && (( SELECT viewer_uuids('app.bodies'::text) AS viewer_uuids)) AND ((EXISTS ( SELECT
   FROM seat_appointments a
  WHERE a.person_id = person_details.person_id AND (a.body_id = ANY ((( SELECT viewer_uuids('app.bodies'::text) AS viewer_uuids))::uuid[])) AND known_by_seat(a.period, a.invitation_id, ( SELECT NULLIF(current_setting('app.today'::text, true), ''::text)::date AS "nullif")))) OR (EXISTS ( SELECT
   FROM seat_alternates s
  WHERE s.person_id = person_details.person_id AND (s.body_id = ANY ((( SELECT viewer_uuids('app.bodies'::text) AS viewer_uuids))::uuid[])) AND alternates_still(s.absence_id, ( SELECT NULLIF(current_setting('app.today'::text, true), ''::text)::date AS "nullif")))) OR (EXISTS ( SELECT
   FROM seat_invitations i
  WHERE i.person_id = person_details.person_id AND (i.body_id = ANY ((( SELECT viewer_uuids('app.bodies'::text) AS viewer_uuids))::uuid[])) AND i.status = 'ACCEPTED'::text))));
create policy regional on person_details for select to okn_regional using (region_ids && (( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids)));
create policy system_select on person_details for select to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
grant delete on person_details to okn_national, okn_personal, okn_regional;
grant insert on person_details to okn_national, okn_personal, okn_regional;
grant select on person_details to okn_national, okn_personal, okn_regional;
grant select (display_name, given_name, person_id) on person_details to okn_system;
grant update (family_name, given_name, infix, person_id) on person_details to okn_national, okn_personal, okn_regional;

create table person_merges (
  id uuid not null,
  survivor_id uuid not null,
  other_id uuid not null,
  region_id uuid not null,
  account_id uuid,
  reason text not null,
  choices jsonb not null,
  recorded_at timestamp with time zone not null,
  xact xid8 default pg_current_xact_id() not null,
  own jsonb default '{}'::jsonb not null,
  was jsonb default '{}'::jsonb not null,
  became jsonb default '{}'::jsonb not null,
  undone_at timestamp with time zone,
  undone_because text,
  new_since jsonb default '[]'::jsonb not null,
  not_restored jsonb default '[]'::jsonb not null,
  constraint person_merges_pkey PRIMARY KEY (id),
  constraint person_merges_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint person_merges_other_id_fkey FOREIGN KEY (other_id) REFERENCES people(id) ON DELETE CASCADE,
  constraint person_merges_region_id_fkey FOREIGN KEY (region_id) REFERENCES regions(id),
  constraint person_merges_survivor_id_fkey FOREIGN KEY (survivor_id) REFERENCES people(id) ON DELETE CASCADE,
  constraint person_merges_check CHECK (survivor_id <> other_id),
  constraint person_merges_check1 CHECK ((undone_at IS NULL) = (undone_because IS NULL))
);
CREATE INDEX person_merges_survivor_id_idx ON person_merges USING btree (survivor_id);
CREATE INDEX person_merges_xact_idx ON person_merges USING btree (xact);
CREATE UNIQUE INDEX person_merges_once ON person_merges USING btree (other_id) WHERE undone_at IS NULL;
alter table person_merges enable row level security, force row level security;
create policy "national" on person_merges for select to okn_national using ((EXISTS ( SELECT
   FROM people p
  WHERE p.id = COALESCE(merged_into(person_merges.survivor_id), person_merges.survivor_id) AND (p.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])))));
create policy may_insert on person_merges for insert to okn_national, okn_personal, okn_regional with check (account_id = (( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) AND (EXISTS ( SELECT
   FROM people p
  WHERE p.id = COALESCE(merged_into(person_merges.survivor_id), person_merges.survivor_id) AND (p.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])))) AND (EXISTS ( SELECT
   FROM people p
  WHERE p.id = person_merges.other_id AND (p.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])))));
create policy may_update on person_merges for update to okn_national, okn_personal, okn_regional using ((EXISTS ( SELECT
   FROM people p
  WHERE p.id = COALESCE(merged_into(person_merges.survivor_id), person_merges.survivor_id) AND (p.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])))));
create policy owner on person_merges for all to :owner using (true) with check (true);
create policy personal on person_merges for select to okn_personal using ((EXISTS ( SELECT
   FROM people p
  WHERE p.id = COALESCE(merged_into(person_merges.survivor_id), person_merges.survivor_id) AND (p.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])))));
create policy regional on person_merges for select to okn_regional using ((EXISTS ( SELECT
   FROM people p
  WHERE p.id = COALESCE(merged_into(person_merges.survivor_id), person_merges.survivor_id) AND (p.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])))));
create policy system_select on person_merges for select to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
grant insert on person_merges to okn_national, okn_personal, okn_regional;
grant select on person_merges to okn_national, okn_personal, okn_regional;
grant select (id, other_id, survivor_id, undone_at, xact) on person_merges to okn_system;
grant update (undone_at, undone_because, xact) on person_merges to okn_national, okn_personal, okn_regional;

create table person_moves (
  id uuid not null,
  version integer default 1 not null,
  person_id uuid not null,
  from_region_id uuid not null,
  to_region_id uuid not null,
  from_municipality_id uuid,
  municipality_id uuid,
  moved_on date not null,
  account_id uuid,
  recorded_at timestamp with time zone not null,
  answer text,
  answered_on date,
  crossed_at timestamp with time zone,
  crossed_because text,
  closed_on date,
  closed_because text,
  because text default 'MOVED'::text not null,
  told_on date,
  constraint person_moves_pkey PRIMARY KEY (id),
  constraint person_moves_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint person_moves_from_municipality_id_fkey FOREIGN KEY (from_municipality_id) REFERENCES municipalities(id),
  constraint person_moves_from_region_id_fkey FOREIGN KEY (from_region_id) REFERENCES regions(id),
  constraint person_moves_municipality_id_fkey FOREIGN KEY (municipality_id) REFERENCES municipalities(id),
  constraint person_moves_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE,
  constraint person_moves_to_region_id_fkey FOREIGN KEY (to_region_id) REFERENCES regions(id),
  constraint person_moves_answer_check CHECK (answer = ANY (ARRAY['YES'::text, 'NO'::text])),
  constraint person_moves_because_check CHECK (because = ANY (ARRAY['MOVED'::text, 'REORGANISED'::text])),
  constraint person_moves_check CHECK (from_region_id <> to_region_id),
  constraint person_moves_check1 CHECK ((answer IS NULL) = (answered_on IS NULL)),
  constraint person_moves_check2 CHECK ((crossed_at IS NULL) = (crossed_because IS NULL)),
  constraint person_moves_check3 CHECK ((closed_on IS NULL) = (closed_because IS NULL)),
  constraint person_moves_check4 CHECK (crossed_at IS NULL OR closed_on IS NULL),
  constraint person_moves_check5 CHECK (told_on IS NULL OR because = 'REORGANISED'::text),
  constraint person_moves_closed_because_check CHECK (closed_because = ANY (ARRAY['DEPARTED'::text, 'MOVED_ON'::text])),
  constraint person_moves_crossed_because_check CHECK (crossed_because = ANY (ARRAY['YES'::text, 'ROLE'::text, 'REORGANISED'::text]))
);
CREATE INDEX person_moves_of_change ON person_moves USING btree (from_region_id, to_region_id, moved_on) WHERE because = 'REORGANISED'::text;
CREATE INDEX person_moves_person_id_recorded_at_idx ON person_moves USING btree (person_id, recorded_at DESC);
CREATE UNIQUE INDEX person_moves_one_at_a_time ON person_moves USING btree (person_id) WHERE crossed_at IS NULL AND closed_on IS NULL;
CREATE TRIGGER erased AFTER INSERT ON person_moves FOR EACH ROW EXECUTE FUNCTION refuse_erased('person_id');
CREATE TRIGGER mark_changes_stale AFTER INSERT OR UPDATE OF answer, closed_on, crossed_at ON person_moves FOR EACH ROW WHEN (new.because = 'REORGANISED'::text) EXECUTE FUNCTION mark_changes_stale('from_region_id', 'to_region_id');
CREATE TRIGGER mark_changes_stale_of_taken_back AFTER DELETE ON person_moves FOR EACH ROW WHEN (old.because = 'REORGANISED'::text) EXECUTE FUNCTION mark_changes_stale('from_region_id', 'to_region_id');
CREATE TRIGGER profile_follows AFTER INSERT OR DELETE OR UPDATE OF crossed_at ON person_moves FOR EACH ROW EXECUTE FUNCTION profiles_follow_move();
alter table person_moves enable row level security, force row level security;
create policy "national" on person_moves for select to okn_national using (person_id = (( SELECT viewer_uuid('app.person'::text) AS viewer_uuid)) OR (EXISTS ( SELECT
   FROM people p
  WHERE p.id = person_moves.person_id AND (p.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])))));
create policy may_insert on person_moves for insert to okn_national, okn_personal, okn_regional with check (account_id = (( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) AND crossed_at IS NULL AND closed_on IS NULL AND (person_id = (( SELECT viewer_uuid('app.person'::text) AS viewer_uuid)) OR (EXISTS ( SELECT
   FROM people p
  WHERE p.id = person_moves.person_id AND (p.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]))))));
create policy may_update on person_moves for update to okn_national, okn_personal, okn_regional using (person_id = (( SELECT viewer_uuid('app.person'::text) AS viewer_uuid)) OR (EXISTS ( SELECT
   FROM people p
  WHERE p.id = person_moves.person_id AND (p.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])))));
create policy owner on person_moves for all to :owner using (true) with check (true);
create policy personal on person_moves for select to okn_personal using (person_id = (( SELECT viewer_uuid('app.person'::text) AS viewer_uuid)) OR (EXISTS ( SELECT
   FROM people p
  WHERE p.id = person_moves.person_id AND (p.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])))));
create policy regional on person_moves for select to okn_regional using ((EXISTS ( SELECT
   FROM people p
  WHERE p.id = person_moves.person_id AND (p.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])))));
create policy system_select on person_moves for select to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy system_update on person_moves for update to okn_system using ((EXISTS ( SELECT
   FROM departures d
  WHERE d.xact = pg_current_xact_id())));
grant insert on person_moves to okn_national, okn_personal, okn_regional;
grant select on person_moves to okn_national, okn_personal, okn_regional, okn_system;
grant update (answer, answered_on, closed_because, closed_on, version) on person_moves to okn_national, okn_personal, okn_regional;
grant update (closed_because, closed_on, version) on person_moves to okn_system;

create table person_notes (
  person_id uuid not null,
  note text not null,
  region_id uuid not null,
  constraint person_notes_pkey PRIMARY KEY (person_id, region_id),
  constraint person_notes_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE,
  constraint person_notes_region_id_fkey FOREIGN KEY (region_id) REFERENCES regions(id)
);
CREATE TRIGGER erased AFTER INSERT OR UPDATE OF person_id ON person_notes FOR EACH ROW EXECUTE FUNCTION refuse_erased('person_id');
CREATE TRIGGER keep_values AFTER INSERT OR DELETE OR UPDATE OF note ON person_notes FOR EACH ROW EXECUTE FUNCTION keep_values('person_id', 'note');
alter table person_notes enable row level security, force row level security;
create policy "national" on person_notes for select to okn_national using (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy may_delete on person_notes for delete to okn_national, okn_personal, okn_regional using ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) AND (EXISTS ( SELECT
   FROM people p
  WHERE p.id = person_notes.person_id AND p.region_id = person_notes.region_id)));
create policy may_insert on person_notes for insert to okn_national, okn_personal, okn_regional with check ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) AND (EXISTS ( SELECT
   FROM people p
  WHERE p.id = person_notes.person_id AND p.region_id = person_notes.region_id)));
create policy owner on person_notes for all to :owner using (true) with check (true);
create policy personal on person_notes for select to okn_personal using (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy regional on person_notes for select to okn_regional using (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
grant delete on person_notes to okn_national, okn_personal, okn_regional;
grant insert on person_notes to okn_national, okn_personal, okn_regional;
grant select on person_notes to okn_national, okn_personal, okn_regional;

create table person_tasks (
  id uuid not null,
  version integer default 1 not null,
  person_id uuid not null,
  region_id uuid not null,
  kind text not null,
  made_on date not null,
  due_on date not null,
  done_on date,
  mail_id uuid,
  lapsed boolean default false not null,
  constraint person_tasks_pkey PRIMARY KEY (id),
  constraint person_tasks_id_region_id_key UNIQUE (id, region_id),
  constraint person_tasks_mail_id_fkey FOREIGN KEY (mail_id) REFERENCES mails(id) ON DELETE CASCADE,
  constraint person_tasks_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE,
  constraint person_tasks_region_id_fkey FOREIGN KEY (region_id) REFERENCES regions(id),
  constraint person_tasks_kind_check CHECK (kind = ANY (ARRAY['DIED'::text, 'STOPPED'::text, 'DEATH_TAKEN_BACK'::text, 'STOP_TAKEN_BACK'::text, 'NOTICE'::text, 'LETTER'::text, 'MOVED_AWAY'::text, 'MOVED_HERE'::text, 'MOVE_TAKEN_BACK'::text, 'REGION_CHANGES'::text, 'CHANGE_IS_OFF'::text])),
  constraint person_tasks_of_mail CHECK ((kind = ANY (ARRAY['NOTICE'::text, 'LETTER'::text])) = (mail_id IS NOT NULL))
);
CREATE INDEX person_tasks_region_id_idx ON person_tasks USING btree (region_id);
CREATE UNIQUE INDEX person_tasks_once ON person_tasks USING btree (person_id, region_id, kind) WHERE done_on IS NULL AND mail_id IS NULL;
CREATE UNIQUE INDEX person_tasks_once_for_mail ON person_tasks USING btree (mail_id) WHERE mail_id IS NOT NULL;
CREATE TRIGGER mark_subject_stale AFTER INSERT OR DELETE OR UPDATE OF done_on, region_id, due_on, kind ON person_tasks FOR EACH ROW EXECUTE FUNCTION mark_subject_stale('PersonTask', 'id');
CREATE TRIGGER moves_follow AFTER UPDATE OF done_on ON person_tasks FOR EACH ROW WHEN ((new.kind = 'REGION_CHANGES'::text OR new.mail_id IS NOT NULL) AND new.done_on IS NOT NULL) EXECUTE FUNCTION moves_follow_task();
CREATE TRIGGER recorded_told AFTER UPDATE OF done_on ON person_tasks FOR EACH ROW WHEN (new.mail_id IS NOT NULL AND new.done_on IS NOT NULL AND NOT new.lapsed) EXECUTE FUNCTION recorded_told();
alter table person_tasks enable row level security, force row level security;
create policy "national" on person_tasks for select to okn_national using (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy may_update on person_tasks for update to okn_national, okn_personal, okn_regional using (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy owner on person_tasks for all to :owner using (true) with check (true);
create policy personal on person_tasks for select to okn_personal using (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy regional on person_tasks for select to okn_regional using (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy system_select on person_tasks for select to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
grant select on person_tasks to okn_national, okn_personal, okn_regional, okn_system;
grant update (done_on, version) on person_tasks to okn_national, okn_personal, okn_regional;

create table recorded_notices (
  person_id uuid not null,
  source text not null,
  recorded_on date not null,
  due_on date not null,
  told_on date,
  told_by text,
  constraint recorded_notices_pkey PRIMARY KEY (person_id),
  constraint recorded_notices_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE,
  constraint recorded_notices_check CHECK ((told_on IS NULL) = (told_by IS NULL)),
  constraint recorded_notices_source_check CHECK (source = ANY (ARRAY['LIST'::text, 'COORDINATOR'::text, 'NETWORK'::text])),
  constraint recorded_notices_told_by_check CHECK (told_by = ANY (ARRAY['MAIL'::text, 'LETTER'::text, 'NOTICE'::text]))
);
CREATE INDEX recorded_notices_owed ON recorded_notices USING btree (due_on) WHERE told_on IS NULL;
CREATE TRIGGER open AFTER UPDATE OF told_on ON recorded_notices FOR EACH ROW WHEN (new.told_on IS NOT NULL) EXECUTE FUNCTION recorded_notices_open();
alter table recorded_notices enable row level security, force row level security;
create policy "national" on recorded_notices for select to okn_national using (false);
create policy owner on recorded_notices for all to :owner using (true) with check (true);
create policy personal on recorded_notices for select to okn_personal using (false);
create policy regional on recorded_notices for select to okn_regional using (false);
create policy system_insert on recorded_notices for insert to okn_system with check ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy system_select on recorded_notices for select to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
grant insert on recorded_notices to okn_system;
grant select on recorded_notices to okn_national, okn_personal, okn_regional, okn_system;

create table reference_imports (
  file text not null,
  fingerprint text not null,
  rows integer not null,
  imported_at timestamp with time zone default now() not null,
  constraint reference_imports_pkey PRIMARY KEY (file)
);
alter table reference_imports enable row level security, force row level security;
create policy owner on reference_imports for all to :owner using (true) with check (true);

create table region_agreements (
  id uuid not null,
  version integer default 1 not null,
  body_id uuid,
  oudernetwerk_id uuid,
  subject_id uuid generated always as (COALESCE(body_id, oudernetwerk_id)) stored not null,
  home_region_id uuid not null,
  region_id uuid not null,
  asked_by uuid,
  asked_on date not null,
  motivation text not null,
  period daterange not null,
  answer text,
  answered_by uuid,
  answered_on date,
  answer_reason text,
  ended_by_region_id uuid,
  end_reason text,
  kind text default 'TAKES_PART'::text not null,
  responsibilities text,
  constraint region_agreements_pkey PRIMARY KEY (id),
  constraint region_agreements_one_at_a_time EXCLUDE USING gist (subject_id WITH =, kind WITH =, region_id WITH =, period WITH &&) WHERE (answer IS NULL OR answer = 'AGREED'::text),
  constraint region_agreements_one_question EXCLUDE USING gist (subject_id WITH =, region_id WITH =, kind WITH <>, period WITH &&) WHERE (asked_by IS NOT NULL AND (answer IS NULL OR kind = 'MOVES'::text AND answer = 'AGREED'::text AND upper_inf(period))),
  constraint region_agreements_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES accounts(id),
  constraint region_agreements_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES accounts(id),
  constraint region_agreements_body_id_home_region_id_fkey FOREIGN KEY (body_id, home_region_id) REFERENCES advisory_bodies(id, region_id) ON UPDATE CASCADE,
  constraint region_agreements_ended_by_region_id_fkey FOREIGN KEY (ended_by_region_id) REFERENCES regions(id),
  constraint region_agreements_oudernetwerk_id_home_region_id_fkey FOREIGN KEY (oudernetwerk_id, home_region_id) REFERENCES oudernetwerken(id, region_id) ON UPDATE CASCADE,
  constraint region_agreements_region_id_fkey FOREIGN KEY (region_id) REFERENCES regions(id),
  constraint region_agreements_answer_check CHECK (answer = ANY (ARRAY['AGREED'::text, 'DECLINED'::text, 'WITHDRAWN'::text])),
  constraint region_agreements_check CHECK (num_nonnulls(body_id, oudernetwerk_id) = 1),
  constraint region_agreements_check1 CHECK (region_id <> home_region_id OR answer IS NOT NULL),
  constraint region_agreements_check2 CHECK ((answer IS NULL) = (answered_on IS NULL)),
  constraint region_agreements_check3 CHECK ((ended_by_region_id IS NULL) = (end_reason IS NULL)),
  constraint region_agreements_decided_by_another CHECK (answer = 'WITHDRAWN'::text OR answered_by <> asked_by),
  constraint region_agreements_kind_check CHECK (kind = ANY (ARRAY['TAKES_PART'::text, 'MOVES'::text])),
  constraint region_agreements_moves_network CHECK (kind = 'TAKES_PART'::text OR oudernetwerk_id IS NOT NULL),
  constraint region_agreements_period_check CHECK (NOT isempty(period) AND NOT lower_inf(period)),
  constraint region_agreements_responsibilities_check CHECK (responsibilities IS NULL OR kind = 'TAKES_PART'::text)
);
CREATE INDEX region_agreements_asked_on_id_idx ON region_agreements USING btree (asked_on DESC, id DESC);
CREATE INDEX region_agreements_body_id_asked_on_id_idx ON region_agreements USING btree (body_id, asked_on DESC, id DESC);
CREATE INDEX region_agreements_home_region_id_idx ON region_agreements USING btree (home_region_id);
CREATE INDEX region_agreements_oudernetwerk_id_idx ON region_agreements USING btree (oudernetwerk_id) WHERE oudernetwerk_id IS NOT NULL;
CREATE INDEX region_agreements_region_id_idx ON region_agreements USING btree (region_id);
CREATE UNIQUE INDEX region_agreements_one_move ON region_agreements USING btree (oudernetwerk_id) WHERE kind = 'MOVES'::text AND (answer IS NULL OR answer = 'AGREED'::text) AND upper_inf(period);
CREATE TRIGGER answer BEFORE UPDATE OF answer, period ON region_agreements FOR EACH ROW EXECUTE FUNCTION region_agreements_answer();
CREATE TRIGGER mark_agreements_stale AFTER INSERT OR UPDATE OF period, answer, home_region_id ON region_agreements FOR EACH ROW EXECUTE FUNCTION mark_agreements_stale();
CREATE TRIGGER mark_changes_stale AFTER INSERT OR UPDATE OF answer ON region_agreements FOR EACH ROW WHEN (new.kind = 'MOVES'::text AND new.asked_by IS NULL) EXECUTE FUNCTION mark_changes_stale('home_region_id', 'region_id');
CREATE TRIGGER members_follow AFTER INSERT OR UPDATE OF period, answer ON region_agreements FOR EACH ROW WHEN (new.answer IS NOT NULL) EXECUTE FUNCTION members_follow_rules('body_id');
alter table region_agreements enable row level security, force row level security;
create policy "national" on region_agreements for select to okn_national using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy may_insert on region_agreements for insert to okn_national, okn_personal, okn_regional with check ((home_region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) AND asked_by = (( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) AND answer IS NULL);
create policy may_update on region_agreements for update to okn_national, okn_personal, okn_regional using ((home_region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])));
create policy owner on region_agreements for all to :owner using (true) with check (true);
create policy personal on region_agreements for select to okn_personal using ((home_region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (body_id = ANY ((( SELECT viewer_uuids('app.bodies'::text) AS viewer_uuids))::uuid[])));
create policy regional on region_agreements for select to okn_regional using ((home_region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])));
create policy system_select on region_agreements for select to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
grant insert on region_agreements to okn_national, okn_personal, okn_regional;
grant select on region_agreements to okn_national, okn_personal, okn_regional, okn_system;
grant update (answer, answer_reason, answered_by, answered_on, end_reason, ended_by_region_id, period, version) on region_agreements to okn_national, okn_personal, okn_regional;

create table region_changes (
  id uuid not null,
  version integer default 1 not null,
  region_id uuid not null,
  other_region_id uuid not null,
  comes boolean not null,
  changes_on date not null,
  found_on date not null,
  constraint region_changes_pkey PRIMARY KEY (id),
  constraint region_changes_id_region_id_key UNIQUE (id, region_id),
  constraint region_changes_region_id_other_region_id_comes_changes_on_key UNIQUE (region_id, other_region_id, comes, changes_on),
  constraint region_changes_other_region_id_fkey FOREIGN KEY (other_region_id) REFERENCES regions(id),
  constraint region_changes_region_id_fkey FOREIGN KEY (region_id) REFERENCES regions(id)
);
CREATE TRIGGER mark_subject_stale AFTER INSERT ON region_changes FOR EACH ROW EXECUTE FUNCTION mark_subject_stale('RegionChange', 'id');
alter table region_changes enable row level security, force row level security;
create policy "national" on region_changes for select to okn_national using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy may_update on region_changes for update to okn_national, okn_personal, okn_regional using (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy owner on region_changes for all to :owner using (true) with check (true);
create policy personal on region_changes for select to okn_personal using (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy regional on region_changes for select to okn_regional using (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy system_select on region_changes for select to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
grant select on region_changes to okn_national, okn_personal, okn_regional, okn_system;
grant update (version) on region_changes to okn_national, okn_personal, okn_regional;

create table regions (
  id uuid not null,
  version integer default 1 not null,
  code text not null,
  name text not null,
  kind text not null,
  parent_id uuid,
  coordinating_organisation_id uuid,
  mailbox text,
  phone text,
  responsible_organisation_id uuid,
  constraint regions_pkey PRIMARY KEY (id),
  constraint regions_code_key UNIQUE (code),
  constraint regions_coordinating_organisation_id_fkey FOREIGN KEY (coordinating_organisation_id) REFERENCES organisations(id),
  constraint regions_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES regions(id),
  constraint regions_responsible_organisation_id_fkey FOREIGN KEY (responsible_organisation_id) REFERENCES organisations(id),
  constraint regions_check CHECK ((kind = 'LAND'::text) = (parent_id IS NULL)),
  constraint regions_kind_check CHECK (kind = ANY (ARRAY['LAND'::text, 'JEUGDREGIO'::text, 'WERKREGIO'::text])),
  constraint regions_mailbox_check CHECK (mailbox !~ '[[:cntrl:]]'::text),
  constraint regions_phone_check CHECK (phone !~ '[[:cntrl:]]'::text)
);
CREATE INDEX regions_parent_id_idx ON regions USING btree (parent_id);
CREATE TRIGGER members_follow AFTER UPDATE OF parent_id ON regions FOR EACH ROW WHEN (new.parent_id IS DISTINCT FROM old.parent_id) EXECUTE FUNCTION members_follow_places();
alter table regions enable row level security, force row level security;
create policy "national" on regions for select to okn_national using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy may_update on regions for update to okn_national, okn_personal, okn_regional using (CURRENT_USER = 'okn_national'::name AND (( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL OR (id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])));
create policy owner on regions for all to :owner using (true) with check (true);
create policy personal on regions for select to okn_personal using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy regional on regions for select to okn_regional using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy system_select on regions for select to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
grant select on regions to okn_national, okn_personal, okn_regional;
grant select (coordinating_organisation_id, id, mailbox, name, parent_id, phone) on regions to okn_system;
grant update (coordinating_organisation_id, mailbox, phone, responsible_organisation_id, version) on regions to okn_national;
grant update (mailbox, phone, responsible_organisation_id, version) on regions to okn_personal, okn_regional;

create table reminders (
  id uuid not null,
  kind text not null,
  subject_type text not null,
  subject_id uuid not null,
  oudernetwerk_id uuid not null,
  region_id uuid not null,
  due_on date not null,
  step integer not null,
  told text,
  mail_id uuid,
  made_at timestamp with time zone not null,
  constraint reminders_pkey PRIMARY KEY (id),
  constraint reminders_subject_id_kind_due_on_step_key UNIQUE (subject_id, kind, due_on, step),
  constraint reminders_mail_id_fkey FOREIGN KEY (mail_id) REFERENCES mails(id) ON DELETE SET NULL,
  constraint reminders_oudernetwerk_id_region_id_fkey FOREIGN KEY (oudernetwerk_id, region_id) REFERENCES oudernetwerken(id, region_id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint reminders_step_check CHECK (step >= 0 AND step <= 12),
  constraint reminders_told_check CHECK (told = ANY (ARRAY['SELF'::text, 'SUPPORTER'::text, 'COORDINATOR'::text, 'ORGANISATION'::text]))
);
CREATE INDEX reminders_mail_id_idx ON reminders USING btree (mail_id);
CREATE INDEX reminders_oudernetwerk_id_idx ON reminders USING btree (oudernetwerk_id);
alter table reminders enable row level security, force row level security;
create policy "national" on reminders for select to okn_national using (false);
create policy owner on reminders for all to :owner using (true) with check (true);
create policy personal on reminders for select to okn_personal using (false);
create policy regional on reminders for select to okn_regional using (false);
create policy system_insert on reminders for insert to okn_system with check ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy system_select on reminders for select to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy system_update on reminders for update to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL) with check ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
grant insert on reminders to okn_system;
grant select on reminders to okn_national, okn_personal, okn_regional, okn_system;
grant update (made_at, mail_id, subject_id, told) on reminders to okn_system;

create table removed_school_holidays (
  school_year text not null,
  kind text not null,
  holiday_region text not null,
  constraint removed_school_holidays_pkey PRIMARY KEY (school_year, kind, holiday_region)
);
alter table removed_school_holidays enable row level security, force row level security;
create policy "national" on removed_school_holidays for select to okn_national using (false);
create policy owner on removed_school_holidays for all to :owner using (true) with check (true);
create policy personal on removed_school_holidays for select to okn_personal using (false);
create policy regional on removed_school_holidays for select to okn_regional using (false);
grant select on removed_school_holidays to okn_national, okn_personal, okn_regional;

create table school_holidays (
  id uuid not null,
  version integer default 1 not null,
  school_year text not null,
  kind text not null,
  holiday_region text not null,
  period daterange not null,
  by_hand boolean default false not null,
  constraint school_holidays_pkey PRIMARY KEY (id),
  constraint school_holidays_once UNIQUE (school_year, kind, holiday_region),
  constraint school_holidays_apart EXCLUDE USING gist (holiday_region WITH =, period WITH &&) DEFERRABLE,
  constraint school_holidays_holiday_region_check CHECK (holiday_region = ANY (ARRAY['NOORD'::text, 'MIDDEN'::text, 'ZUID'::text])),
  constraint school_holidays_kind_check CHECK (kind = ANY (ARRAY['HERFST'::text, 'KERST'::text, 'VOORJAAR'::text, 'MEI'::text, 'ZOMER'::text])),
  constraint school_holidays_period_check CHECK (NOT isempty(period) AND NOT lower_inf(period) AND NOT upper_inf(period)),
  constraint school_holidays_school_year_check CHECK (school_year ~ '^\d{4}-\d{4}$'::text)
);
CREATE INDEX school_holidays_holiday_region_period_idx ON school_holidays USING btree (holiday_region, period);
CREATE TRIGGER removed AFTER INSERT OR DELETE ON school_holidays FOR EACH ROW EXECUTE FUNCTION school_holiday_is_removed();
alter table school_holidays enable row level security, force row level security;
create policy "national" on school_holidays for select to okn_national using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy may_delete on school_holidays for delete to okn_national, okn_personal, okn_regional using (CURRENT_USER = 'okn_national'::name AND (( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy may_insert on school_holidays for insert to okn_national, okn_personal, okn_regional with check (CURRENT_USER = 'okn_national'::name AND (( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy may_update on school_holidays for update to okn_national, okn_personal, okn_regional using (CURRENT_USER = 'okn_national'::name AND (( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy owner on school_holidays for all to :owner using (true) with check (true);
create policy personal on school_holidays for select to okn_personal using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy regional on school_holidays for select to okn_regional using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
grant delete on school_holidays to okn_national, okn_personal, okn_regional;
grant insert on school_holidays to okn_national, okn_personal, okn_regional;
grant select on school_holidays to okn_national, okn_personal, okn_regional;
grant update (by_hand, period, version) on school_holidays to okn_national, okn_personal, okn_regional;

create table school_stages (
  code text not null,
  sector text not null,
  label text not null,
  first_year integer not null,
  last_year integer,
  years_min integer,
  years_max integer,
  exit_derivable text not null,
  constraint school_stages_pkey PRIMARY KEY (code),
  constraint school_stages_exit_derivable_check CHECK (exit_derivable = ANY (ARRAY['YES'::text, 'APPROX'::text, 'RANGE'::text, 'NO'::text])),
  constraint school_stages_sector_check CHECK (sector = ANY (ARRAY['PO'::text, 'VO'::text, 'MBO'::text]))
);
alter table school_stages enable row level security, force row level security;
create policy "national" on school_stages for select to okn_national using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy owner on school_stages for all to :owner using (true) with check (true);
create policy personal on school_stages for select to okn_personal using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy regional on school_stages for select to okn_regional using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
grant select on school_stages to okn_national, okn_personal, okn_regional;

create table school_ties (
  id uuid not null,
  version integer default 1 not null,
  person_id uuid not null,
  stage text not null,
  year_level integer,
  school_year_start integer not null,
  school_id uuid,
  confirmed_on date not null,
  stated_exit date,
  exit_earliest date,
  exit_latest date,
  constraint school_ties_pkey PRIMARY KEY (id),
  constraint school_ties_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint school_ties_school_id_fkey FOREIGN KEY (school_id) REFERENCES organisations(id),
  constraint school_ties_stage_fkey FOREIGN KEY (stage) REFERENCES school_stages(code),
  constraint school_ties_check CHECK (exit_earliest <= exit_latest),
  constraint school_ties_check1 CHECK ((exit_earliest IS NULL) = (exit_latest IS NULL)),
  constraint school_ties_school_year_start_check CHECK (school_year_start >= 2000 AND school_year_start <= 2100)
);
CREATE INDEX school_ties_person_id_idx ON school_ties USING btree (person_id);
CREATE TRIGGER erased AFTER INSERT OR UPDATE OF person_id ON school_ties FOR EACH ROW EXECUTE FUNCTION refuse_erased('person_id');
CREATE TRIGGER keep_values AFTER INSERT OR DELETE OR UPDATE OF stage, year_level, school_year_start, school_id, stated_exit ON school_ties FOR EACH ROW EXECUTE FUNCTION keep_values('person_id', 'stage', 'year_level', 'school_year_start', 'school_id', 'stated_exit');
CREATE TRIGGER mark_stale AFTER INSERT OR DELETE OR UPDATE OF person_id, stage, confirmed_on, stated_exit, exit_earliest, exit_latest ON school_ties FOR EACH ROW EXECUTE FUNCTION mark_stale('person_id');
CREATE TRIGGER name_no_child AFTER DELETE ON school_ties FOR EACH ROW EXECUTE FUNCTION trekkerschappen_name_no_child();
alter table school_ties enable row level security, force row level security;
create policy "national" on school_ties for select to okn_national using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy may_delete on school_ties for delete to okn_national, okn_personal, okn_regional using (person_id = (( SELECT viewer_uuid('app.person'::text) AS viewer_uuid)) OR (EXISTS ( SELECT
   FROM people p
  WHERE p.id = school_ties.person_id AND (p.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])))));
create policy may_insert on school_ties for insert to okn_national, okn_personal, okn_regional with check (person_id = (( SELECT viewer_uuid('app.person'::text) AS viewer_uuid)) OR (EXISTS ( SELECT
   FROM people p
  WHERE p.id = school_ties.person_id AND (p.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])))));
create policy may_update on school_ties for update to okn_national, okn_personal, okn_regional using (person_id = (( SELECT viewer_uuid('app.person'::text) AS viewer_uuid)) OR (EXISTS ( SELECT
   FROM people p
  WHERE p.id = school_ties.person_id AND (p.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])))));
create policy owner on school_ties for all to :owner using (true) with check (true);
create policy personal on school_ties for select to okn_personal using (person_id = (( SELECT viewer_uuid('app.person'::text) AS viewer_uuid)) OR (EXISTS ( SELECT
   FROM people p
  WHERE p.id = school_ties.person_id AND ((p.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR p.region_ids && (( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids)) AND takes_part_here(p.id)))));
create policy regional on school_ties for select to okn_regional using ((EXISTS ( SELECT
   FROM people p
  WHERE p.id = school_ties.person_id AND ((p.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR p.region_ids && (( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids)) AND takes_part_here(p.id)))));
create policy system_select on school_ties for select to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
grant delete on school_ties to okn_national, okn_personal, okn_regional;
grant insert on school_ties to okn_national, okn_personal, okn_regional;
grant select on school_ties to okn_national, okn_personal, okn_regional;
grant update on school_ties to okn_national, okn_personal, okn_regional;
grant select (confirmed_on, exit_latest, id, person_id) on school_ties to okn_system;

create table seat_alternates (
  id uuid not null,
  absence_id uuid not null,
  body_id uuid not null,
  region_id uuid not null,
  person_id uuid not null,
  constraint seat_alternates_pkey PRIMARY KEY (id),
  constraint seat_alternates_absence_id_key UNIQUE (absence_id),
  constraint seat_alternates_absence_id_body_id_region_id_fkey FOREIGN KEY (absence_id, body_id, region_id) REFERENCES absences(id, body_id, region_id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint seat_alternates_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
);
CREATE INDEX seat_alternates_body_id_idx ON seat_alternates USING btree (body_id);
CREATE INDEX seat_alternates_person_id_idx ON seat_alternates USING btree (person_id);
CREATE TRIGGER after_death AFTER INSERT OR UPDATE OF person_id ON seat_alternates FOR EACH ROW EXECUTE FUNCTION refuse_after_death('person_id');
CREATE TRIGGER known_where AFTER INSERT OR DELETE OR UPDATE OF person_id, body_id, region_id ON seat_alternates FOR EACH ROW EXECUTE FUNCTION people_known_where();
alter table seat_alternates enable row level security, force row level security;
create policy "national" on seat_alternates for select to okn_national using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy may_delete on seat_alternates for delete to okn_national, okn_personal, okn_regional using ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (body_id = ANY ((( SELECT viewer_uuids('app.bodies'::text) AS viewer_uuids))::uuid[])));
create policy may_insert on seat_alternates for insert to okn_national, okn_personal, okn_regional with check (((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (body_id = ANY ((( SELECT viewer_uuids('app.bodies'::text) AS viewer_uuids))::uuid[]))) AND may_be_appointed(person_id, body_id));
create policy owner on seat_alternates for all to :owner using (true) with check (true);
create policy personal on seat_alternates for select to okn_personal using ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (body_id = ANY ((( SELECT viewer_uuids('app.bodies'::text) AS viewer_uuids))::uuid[])) OR person_id = (( SELECT viewer_uuid('app.person'::text) AS viewer_uuid)));
create policy regional on seat_alternates for select to okn_regional using (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy system_select on seat_alternates for select to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
grant delete on seat_alternates to okn_national, okn_personal, okn_regional;
grant insert on seat_alternates to okn_national, okn_personal, okn_regional;
grant select on seat_alternates to okn_national, okn_personal, okn_regional, okn_system;

create table seat_appointments (
  id uuid not null,
  version integer default 1 not null,
  seat_id uuid not null,
  body_id uuid not null,
  region_id uuid not null,
  person_id uuid not null,
  period daterange not null,
  latest_end date not null,
  term_number integer not null,
  nominated_by_id uuid,
  end_reason text,
  replaces_id uuid,
  invitation_id uuid,
  known_as uuid,
  nominated_by_body_id uuid,
  nominated_by_network_id uuid,
  perspective text default 'OUDER'::text not null,
  constraint seat_appointments_pkey PRIMARY KEY (id),
  constraint seat_appointments_invitation_id_key UNIQUE (invitation_id),
  constraint seat_appointments_one_holder EXCLUDE USING gist (seat_id WITH =, period WITH &&) DEFERRABLE,
  constraint seat_appointments_one_seat_each EXCLUDE USING gist (pair_of(person_id, body_id) WITH =, period WITH &&) DEFERRABLE,
  constraint seat_appointments_invitation_id_fkey FOREIGN KEY (invitation_id) REFERENCES seat_invitations(id),
  constraint seat_appointments_known_as_person_id_fkey FOREIGN KEY (known_as, person_id) REFERENCES ervaringsdeskundigen(id, person_id) ON UPDATE CASCADE,
  constraint seat_appointments_nominated_by_body_id_fkey FOREIGN KEY (nominated_by_body_id) REFERENCES advisory_bodies(id),
  constraint seat_appointments_nominated_by_id_fkey FOREIGN KEY (nominated_by_id) REFERENCES organisations(id),
  constraint seat_appointments_nominated_by_network_id_fkey FOREIGN KEY (nominated_by_network_id) REFERENCES oudernetwerken(id),
  constraint seat_appointments_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint seat_appointments_replaces_id_fkey FOREIGN KEY (replaces_id) REFERENCES seat_appointments(id) ON UPDATE CASCADE ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  constraint seat_appointments_seat_id_body_id_region_id_fkey FOREIGN KEY (seat_id, body_id, region_id) REFERENCES advisory_seats(id, body_id, region_id) ON UPDATE CASCADE,
  constraint seat_appointments_check CHECK (latest_end >= lower(period)),
  constraint seat_appointments_check1 CHECK (upper_inf(period) <= (end_reason IS NULL)),
  constraint seat_appointments_end_reason_check CHECK (end_reason = ANY (ARRAY['TERM_COMPLETED'::text, 'REAPPOINTED'::text, 'REPLACED'::text, 'CHILD_LEFT_SCHOOL'::text, 'PERSONAL'::text, 'MOVED'::text, 'DECEASED'::text, 'INCOMPATIBLE'::text, 'DISMISSED'::text, 'SEAT_ABOLISHED'::text, 'OTHER'::text])),
  constraint seat_appointments_one_nominator CHECK (num_nonnulls(nominated_by_id, nominated_by_body_id, nominated_by_network_id) <= 1),
  constraint seat_appointments_period_check CHECK (NOT isempty(period) AND NOT lower_inf(period)),
  constraint seat_appointments_perspective_check CHECK (perspective = ANY (ARRAY['OUDER'::text, 'JONGERE'::text, 'PROFESSIONAL'::text])),
  constraint seat_appointments_term_number_check CHECK (term_number >= 1 AND term_number <= 100)
);
CREATE INDEX seat_appointments_body_id_idx ON seat_appointments USING btree (body_id);
CREATE INDEX seat_appointments_known_as_idx ON seat_appointments USING btree (known_as) WHERE known_as IS NOT NULL;
CREATE INDEX seat_appointments_latest_end_idx ON seat_appointments USING btree (latest_end);
CREATE INDEX seat_appointments_nominated_by_body_id_idx ON seat_appointments USING btree (nominated_by_body_id) WHERE nominated_by_body_id IS NOT NULL;
CREATE INDEX seat_appointments_nominated_by_network_id_idx ON seat_appointments USING btree (nominated_by_network_id) WHERE nominated_by_network_id IS NOT NULL;
CREATE INDEX seat_appointments_person_id_lower_id_idx ON seat_appointments USING btree (person_id, lower(period) DESC, id DESC);
CREATE INDEX seat_appointments_region_id_idx ON seat_appointments USING btree (region_id);
CREATE INDEX seat_appointments_seat_id_lower_id_idx ON seat_appointments USING btree (seat_id, lower(period) DESC, id DESC);
CREATE TRIGGER after_death AFTER INSERT OR UPDATE OF person_id, period ON seat_appointments FOR EACH ROW EXECUTE FUNCTION refuse_after_death('person_id');
CREATE TRIGGER former_follows AFTER UPDATE OF id ON seat_appointments FOR EACH ROW WHEN (new.id <> old.id) EXECUTE FUNCTION former_appointment_follows();
CREATE TRIGGER held AFTER INSERT OR DELETE OR UPDATE OF seat_id, period ON seat_appointments FOR EACH ROW EXECUTE FUNCTION advisory_seats_held();
CREATE TRIGGER known_as BEFORE INSERT ON seat_appointments FOR EACH ROW EXECUTE FUNCTION seat_appointments_known_as();
CREATE TRIGGER known_where AFTER INSERT OR DELETE OR UPDATE OF person_id, body_id, region_id ON seat_appointments FOR EACH ROW EXECUTE FUNCTION people_known_where();
CREATE TRIGGER mark_seats_stale AFTER INSERT OR DELETE OR UPDATE OF period ON seat_appointments FOR EACH ROW EXECUTE FUNCTION mark_seats_of_absent_stale();
CREATE TRIGGER mark_stale AFTER INSERT OR DELETE OR UPDATE OF period ON seat_appointments FOR EACH ROW EXECUTE FUNCTION mark_stale('person_id');
CREATE TRIGGER mark_subject_stale AFTER INSERT OR DELETE OR UPDATE OF period, latest_end, end_reason ON seat_appointments FOR EACH ROW EXECUTE FUNCTION mark_subject_stale('AdvisorySeat', 'seat_id');
CREATE TRIGGER members_follow AFTER INSERT OR DELETE OR UPDATE OF period ON seat_appointments FOR EACH ROW EXECUTE FUNCTION members_follow_seat();
CREATE TRIGGER seats AFTER INSERT OR DELETE OR UPDATE OF period ON seat_appointments FOR EACH ROW EXECUTE FUNCTION ervaringsdeskundigen_seats();
alter table seat_appointments enable row level security, force row level security;
create policy "national" on seat_appointments for select to okn_national using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy may_delete on seat_appointments for delete to okn_national, okn_personal, okn_regional using ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (body_id = ANY ((( SELECT viewer_uuids('app.bodies'::text) AS viewer_uuids))::uuid[])));
create policy may_insert on seat_appointments for insert to okn_national, okn_personal, okn_regional with check (((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (body_id = ANY ((( SELECT viewer_uuids('app.bodies'::text) AS viewer_uuids))::uuid[]))) AND (may_be_appointed(person_id, body_id) OR follows_own_term(person_id, seat_id, period)));
create policy may_update on seat_appointments for update to okn_national, okn_personal, okn_regional using ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (body_id = ANY ((( SELECT viewer_uuids('app.bodies'::text) AS viewer_uuids))::uuid[])));
create policy owner on seat_appointments for all to :owner using (true) with check (true);
create policy personal on seat_appointments for select to okn_personal using ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (body_id = ANY ((( SELECT viewer_uuids('app.bodies'::text) AS viewer_uuids))::uuid[])) OR person_id = (( SELECT viewer_uuid('app.person'::text) AS viewer_uuid)));
create policy regional on seat_appointments for select to okn_regional using (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy system_delete on seat_appointments for delete to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL AND (EXISTS ( SELECT
   FROM departures d
  WHERE d.xact = pg_current_xact_id())));
create policy system_select on seat_appointments for select to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy system_update on seat_appointments for update to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL AND (EXISTS ( SELECT
   FROM departures d
  WHERE d.xact = pg_current_xact_id())));
grant delete on seat_appointments to okn_national, okn_personal, okn_regional, okn_system;
grant insert on seat_appointments to okn_national, okn_personal, okn_regional;
grant select on seat_appointments to okn_national, okn_personal, okn_regional, okn_system;
grant update (end_reason, id, invitation_id, latest_end, nominated_by_body_id, nominated_by_id, nominated_by_network_id, period, perspective, replaces_id, seat_id, term_number, version) on seat_appointments to okn_national, okn_personal, okn_regional;
grant update (end_reason, period, term_number, version) on seat_appointments to okn_system;

create table seat_invitations (
  id uuid not null,
  version integer default 1 not null,
  seat_id uuid not null,
  body_id uuid not null,
  region_id uuid not null,
  ervaringsdeskundige_id uuid,
  person_id uuid,
  person_region_id uuid,
  invited_by uuid not null,
  asked_through uuid,
  status text not null,
  asked_on date not null,
  expires_on date not null,
  answered_on date,
  answered_by text,
  closed_on date,
  withdrawn_because text,
  decline_kind text,
  decline_reason text,
  message text,
  motivation text,
  shortlist jsonb not null,
  former_appointment_id uuid,
  language text,
  perspective text,
  constraint seat_invitations_pkey PRIMARY KEY (id),
  constraint seat_invitations_asked_through_fkey FOREIGN KEY (asked_through) REFERENCES oudernetwerken(id) ON DELETE SET NULL,
  constraint seat_invitations_ervaringsdeskundige_id_person_id_fkey FOREIGN KEY (ervaringsdeskundige_id, person_id) REFERENCES ervaringsdeskundigen(id, person_id) ON UPDATE CASCADE,
  constraint seat_invitations_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES accounts(id),
  constraint seat_invitations_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint seat_invitations_person_region_id_fkey FOREIGN KEY (person_region_id) REFERENCES regions(id),
  constraint seat_invitations_seat_id_body_id_region_id_fkey FOREIGN KEY (seat_id, body_id, region_id) REFERENCES advisory_seats(id, body_id, region_id) ON UPDATE CASCADE,
  constraint seat_invitations_answered_by_check CHECK (answered_by = ANY (ARRAY['SIGNED_IN'::text, 'LINK'::text])),
  constraint seat_invitations_check CHECK (expires_on >= asked_on),
  constraint seat_invitations_check1 CHECK ((status = ANY (ARRAY['ACCEPTED'::text, 'DECLINED'::text, 'APPOINTED'::text])) <= (answered_on IS NOT NULL)),
  constraint seat_invitations_check2 CHECK ((answered_on IS NULL) = (answered_by IS NULL)),
  constraint seat_invitations_check3 CHECK ((status = 'DECLINED'::text) = (decline_kind IS NOT NULL)),
  constraint seat_invitations_check4 CHECK ((status = 'WITHDRAWN'::text) = (withdrawn_because IS NOT NULL)),
  constraint seat_invitations_check5 CHECK ((status = ANY (ARRAY['EXPIRED'::text, 'WITHDRAWN'::text])) = (closed_on IS NOT NULL)),
  constraint seat_invitations_check6 CHECK (perspective IS NULL OR answered_on IS NOT NULL AND decline_kind IS NULL),
  constraint seat_invitations_language CHECK (language IS NULL OR COALESCE(ervaringsdeskundige_id, former_appointment_id) IS NULL),
  constraint seat_invitations_language_check CHECK (language = ANY (ARRAY['nl'::text, 'en'::text])),
  constraint seat_invitations_one_way CHECK (num_nonnulls(ervaringsdeskundige_id, former_appointment_id) <= 1),
  constraint seat_invitations_perspective_check CHECK (perspective = ANY (ARRAY['OUDER'::text, 'JONGERE'::text, 'PROFESSIONAL'::text])),
  constraint seat_invitations_status_check CHECK (status = ANY (ARRAY['ASKED'::text, 'ACCEPTED'::text, 'DECLINED'::text, 'EXPIRED'::text, 'WITHDRAWN'::text, 'APPOINTED'::text])),
  constraint seat_invitations_to_somebody CHECK ((COALESCE(ervaringsdeskundige_id, former_appointment_id) IS NOT NULL OR (status = ANY (ARRAY['ACCEPTED'::text, 'APPOINTED'::text]))) <= (person_id IS NOT NULL) AND (person_id IS NULL) = (person_region_id IS NULL)),
  constraint seat_invitations_withdrawn_because_check CHECK (withdrawn_because = ANY (ARRAY['BY_SECRETARY'::text, 'CONSENT_WITHDRAWN'::text, 'SEAT_FILLED'::text, 'SEAT_ABOLISHED'::text, 'PERSON_WITHDREW'::text, 'PERSON_DEPARTED'::text]))
);
CREATE INDEX seat_invitations_asked_on_id_idx ON seat_invitations USING btree (asked_on DESC, id DESC);
CREATE INDEX seat_invitations_body_id_idx ON seat_invitations USING btree (body_id);
CREATE INDEX seat_invitations_ervaringsdeskundige_id_idx ON seat_invitations USING btree (ervaringsdeskundige_id);
CREATE INDEX seat_invitations_expires_on_id_idx ON seat_invitations USING btree (expires_on, id);
CREATE INDEX seat_invitations_former_appointment_id_idx ON seat_invitations USING btree (former_appointment_id) WHERE former_appointment_id IS NOT NULL;
CREATE INDEX seat_invitations_person_id_asked_on_id_idx ON seat_invitations USING btree (person_id, asked_on DESC, id DESC);
CREATE INDEX seat_invitations_person_region_id_idx ON seat_invitations USING btree (person_region_id);
CREATE INDEX seat_invitations_region_id_idx ON seat_invitations USING btree (region_id);
CREATE INDEX seat_invitations_seat_id_asked_on_id_idx ON seat_invitations USING btree (seat_id, asked_on DESC, id DESC);
CREATE INDEX seat_invitations_waiting ON seat_invitations USING btree (expires_on) WHERE status = 'ASKED'::text;
CREATE UNIQUE INDEX seat_invitations_former_once ON seat_invitations USING btree (seat_id, person_id) WHERE former_appointment_id IS NOT NULL AND (status = ANY (ARRAY['ASKED'::text, 'ACCEPTED'::text]));
CREATE UNIQUE INDEX seat_invitations_once ON seat_invitations USING btree (seat_id, ervaringsdeskundige_id) WHERE status = ANY (ARRAY['ASKED'::text, 'ACCEPTED'::text]);
CREATE TRIGGER after_death AFTER INSERT OR UPDATE OF person_id, status ON seat_invitations FOR EACH ROW WHEN (new.person_id IS NOT NULL AND (new.status = ANY (ARRAY['ASKED'::text, 'ACCEPTED'::text]))) EXECUTE FUNCTION refuse_after_death('person_id');
CREATE TRIGGER answer BEFORE UPDATE OF status, perspective ON seat_invitations FOR EACH ROW WHEN ((new.status = ANY (ARRAY['ACCEPTED'::text, 'DECLINED'::text])) AND new.status <> old.status OR new.perspective IS DISTINCT FROM old.perspective) EXECUTE FUNCTION seat_invitations_answer();
CREATE TRIGGER forget_nominee AFTER UPDATE OF status ON seat_invitations FOR EACH ROW WHEN (old.status = 'ASKED'::text AND (new.status = ANY (ARRAY['ACCEPTED'::text, 'DECLINED'::text, 'EXPIRED'::text]))) EXECUTE FUNCTION seat_nominees_forget();
CREATE TRIGGER known_where AFTER INSERT OR DELETE OR UPDATE OF person_id, body_id, region_id, status ON seat_invitations FOR EACH ROW EXECUTE FUNCTION people_known_where();
CREATE TRIGGER known_where_asked AFTER INSERT OR UPDATE OF person_region_id ON seat_invitations FOR EACH ROW WHEN (new.person_region_id IS NOT NULL) EXECUTE FUNCTION known_where_asked();
CREATE TRIGGER seats AFTER INSERT OR DELETE OR UPDATE OF status ON seat_invitations FOR EACH ROW EXECUTE FUNCTION ervaringsdeskundigen_seats();
alter table seat_invitations enable row level security, force row level security;
create policy "national" on seat_invitations for select to okn_national using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL AND (ervaringsdeskundige_id IS NULL OR (EXISTS ( SELECT
   FROM ervaringsdeskundigen e
  WHERE e.id = seat_invitations.ervaringsdeskundige_id)) OR person_id = (( SELECT viewer_uuid('app.person'::text) AS viewer_uuid))));
create policy may_insert on seat_invitations for insert to okn_national, okn_personal, okn_regional with check (((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (body_id = ANY ((( SELECT viewer_uuids('app.bodies'::text) AS viewer_uuids))::uuid[]))) AND status = 'ASKED'::text AND
CASE
    WHEN ervaringsdeskundige_id IS NOT NULL THEN (EXISTS ( SELECT
       FROM ervaringsdeskundigen e
      WHERE e.id = seat_invitations.ervaringsdeskundige_id))
    WHEN former_appointment_id IS NOT NULL THEN (EXISTS ( SELECT
       FROM seat_appointments a
      WHERE a.id = seat_invitations.former_appointment_id AND a.body_id = seat_invitations.body_id AND a.person_id = seat_invitations.person_id))
    ELSE person_id IS NULL
END);
create policy may_update on seat_invitations for update to okn_national, okn_personal, okn_regional using ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (body_id = ANY ((( SELECT viewer_uuids('app.bodies'::text) AS viewer_uuids))::uuid[])) OR person_id = (( SELECT viewer_uuid('app.person'::text) AS viewer_uuid)));
create policy owner on seat_invitations for all to :owner using (true) with check (true);
create policy personal on seat_invitations for select to okn_personal using (person_id = (( SELECT viewer_uuid('app.person'::text) AS viewer_uuid)) OR (person_region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (body_id = ANY ((( SELECT viewer_uuids('app.bodies'::text) AS viewer_uuids))::uuid[]))) AND (ervaringsdeskundige_id IS NULL OR (EXISTS ( SELECT
   FROM ervaringsdeskundigen e
  WHERE e.id = seat_invitations.ervaringsdeskundige_id))));
create policy regional on seat_invitations for select to okn_regional using ((person_region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) AND (ervaringsdeskundige_id IS NULL OR (EXISTS ( SELECT
   FROM ervaringsdeskundigen e
  WHERE e.id = seat_invitations.ervaringsdeskundige_id))));
create policy system_select on seat_invitations for select to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy system_update on seat_invitations for update to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL) with check ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
grant insert on seat_invitations to okn_national, okn_personal, okn_regional;
grant select on seat_invitations to okn_national, okn_personal, okn_regional, okn_system;
grant update (answered_by, answered_on, closed_on, decline_kind, decline_reason, person_id, person_region_id, perspective, status, version, withdrawn_because) on seat_invitations to okn_system;
grant update (answered_by, answered_on, closed_on, decline_kind, decline_reason, perspective, status, version, withdrawn_because) on seat_invitations to okn_national, okn_personal, okn_regional;

create table seat_nominees (
  invitation_id uuid not null,
  given_name text not null,
  infix text,
  family_name text not null,
  display_name text generated always as (((given_name || COALESCE(' '::text || infix, ''::text)) || ' '::text) || family_name) stored not null,
  email text not null,
  email_norm text generated always as (lower(email)) stored not null,
  source text not null,
  constraint seat_nominees_pkey PRIMARY KEY (invitation_id),
  constraint seat_nominees_invitation_id_fkey FOREIGN KEY (invitation_id) REFERENCES seat_invitations(id) ON DELETE CASCADE
);
CREATE INDEX seat_nominees_email_norm_idx ON seat_nominees USING btree (email_norm);
CREATE TRIGGER remember AFTER INSERT ON seat_nominees FOR EACH ROW EXECUTE FUNCTION seat_nominees_remember();
alter table seat_nominees enable row level security, force row level security;
create policy "national" on seat_nominees for select to okn_national using ((EXISTS ( SELECT
   FROM seat_invitations i
  WHERE i.id = seat_nominees.invitation_id AND ((i.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (i.body_id = ANY ((( SELECT viewer_uuids('app.bodies'::text) AS viewer_uuids))::uuid[]))) AND invitation_is_open(i.status, i.expires_on, ( SELECT NULLIF(current_setting('app.today'::text, true), ''::text)::date AS "nullif")))));
create policy may_insert on seat_nominees for insert to okn_national, okn_personal, okn_regional with check ((EXISTS ( SELECT
   FROM seat_invitations i
  WHERE i.id = seat_nominees.invitation_id AND ((i.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (i.body_id = ANY ((( SELECT viewer_uuids('app.bodies'::text) AS viewer_uuids))::uuid[]))) AND invitation_is_open(i.status, i.expires_on, ( SELECT NULLIF(current_setting('app.today'::text, true), ''::text)::date AS "nullif")))));
create policy owner on seat_nominees for all to :owner using (true) with check (true);
create policy personal on seat_nominees for select to okn_personal using ((EXISTS ( SELECT
   FROM seat_invitations i
  WHERE i.id = seat_nominees.invitation_id AND ((i.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (i.body_id = ANY ((( SELECT viewer_uuids('app.bodies'::text) AS viewer_uuids))::uuid[]))) AND invitation_is_open(i.status, i.expires_on, ( SELECT NULLIF(current_setting('app.today'::text, true), ''::text)::date AS "nullif")))));
create policy regional on seat_nominees for select to okn_regional using ((EXISTS ( SELECT
   FROM seat_invitations i
  WHERE i.id = seat_nominees.invitation_id AND ((i.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (i.body_id = ANY ((( SELECT viewer_uuids('app.bodies'::text) AS viewer_uuids))::uuid[]))) AND invitation_is_open(i.status, i.expires_on, ( SELECT NULLIF(current_setting('app.today'::text, true), ''::text)::date AS "nullif")))));
create policy system_delete on seat_nominees for delete to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy system_select on seat_nominees for select to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
grant delete on seat_nominees to okn_system;
grant insert on seat_nominees to okn_national, okn_personal, okn_regional;
grant select on seat_nominees to okn_national, okn_personal, okn_regional;
grant select (given_name, invitation_id, source) on seat_nominees to okn_system;

create table seat_requirements (
  id uuid not null,
  seat_id uuid not null,
  body_id uuid not null,
  region_id uuid not null,
  kind text not null,
  strength text not null,
  value text not null,
  label text,
  theme_id uuid,
  place_id uuid,
  trait integer,
  constraint seat_requirements_pkey PRIMARY KEY (id),
  constraint seat_requirements_seat_id_kind_value_key UNIQUE (seat_id, kind, value),
  constraint seat_requirements_place_id_fkey FOREIGN KEY (place_id) REFERENCES regions(id),
  constraint seat_requirements_seat_id_body_id_region_id_fkey FOREIGN KEY (seat_id, body_id, region_id) REFERENCES advisory_seats(id, body_id, region_id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint seat_requirements_theme_id_fkey FOREIGN KEY (theme_id) REFERENCES themes(id),
  constraint seat_requirements_trait_fkey FOREIGN KEY (trait) REFERENCES traits("position"),
  constraint seat_requirements_check CHECK ((kind = 'THEME'::text) = (theme_id IS NOT NULL)),
  constraint seat_requirements_check1 CHECK ((kind = 'REGION'::text) = (place_id IS NOT NULL)),
  constraint seat_requirements_check2 CHECK ((kind = 'TRAINING'::text) = (label IS NOT NULL)),
  constraint seat_requirements_check3 CHECK ((kind = 'TRAINING'::text) = (trait IS NULL)),
  constraint seat_requirements_kind_check CHECK (kind = ANY (ARRAY['THEME'::text, 'DOMAIN'::text, 'LEVEL'::text, 'REGION'::text, 'LANGUAGE'::text, 'DAY_PART'::text, 'TRAINING'::text, 'PERSPECTIVE'::text])),
  constraint seat_requirements_strength_check CHECK (strength = ANY (ARRAY['HARD'::text, 'PREFERRED'::text]))
);
CREATE INDEX seat_requirements_seat_id_idx ON seat_requirements USING btree (seat_id);
CREATE TRIGGER trait BEFORE INSERT ON seat_requirements FOR EACH ROW EXECUTE FUNCTION seat_requirements_trait();
alter table seat_requirements enable row level security, force row level security;
create policy "national" on seat_requirements for select to okn_national using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy may_delete on seat_requirements for delete to okn_national, okn_personal, okn_regional using ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (body_id = ANY ((( SELECT viewer_uuids('app.bodies'::text) AS viewer_uuids))::uuid[])));
create policy may_insert on seat_requirements for insert to okn_national, okn_personal, okn_regional with check ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (body_id = ANY ((( SELECT viewer_uuids('app.bodies'::text) AS viewer_uuids))::uuid[])));
create policy owner on seat_requirements for all to :owner using (true) with check (true);
create policy personal on seat_requirements for select to okn_personal using ((EXISTS ( SELECT
   FROM advisory_seats s
  WHERE s.id = seat_requirements.seat_id)));
create policy regional on seat_requirements for select to okn_regional using ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (EXISTS ( SELECT
   FROM advisory_seats s
  WHERE s.id = seat_requirements.seat_id)));
grant delete on seat_requirements to okn_national, okn_personal, okn_regional;
grant insert on seat_requirements to okn_national, okn_personal, okn_regional;
grant select on seat_requirements to okn_national, okn_personal, okn_regional;

create table stale_subjects (
  subject_type text not null,
  subject_id uuid not null,
  xact xid8 default pg_current_xact_id() not null,
  constraint stale_subjects_subject_type_check CHECK (subject_type = ANY (ARRAY['Oudernetwerk'::text, 'AdvisorySeat'::text, 'Ervaringsdeskundige'::text, 'RegionAgreement'::text, 'PersonTask'::text, 'RegionChange'::text]))
);
CREATE INDEX stale_subjects_subject_id_idx ON stale_subjects USING btree (subject_id);
CREATE INDEX stale_subjects_xact_idx ON stale_subjects USING btree (xact);
alter table stale_subjects enable row level security, force row level security;
create policy "national" on stale_subjects for select to okn_national using (false);
create policy owner on stale_subjects for all to :owner using (true) with check (true);
create policy personal on stale_subjects for select to okn_personal using (false);
create policy regional on stale_subjects for select to okn_regional using (false);
create policy system_delete on stale_subjects for delete to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy system_select on stale_subjects for select to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
grant delete on stale_subjects to okn_system;
grant select on stale_subjects to okn_national, okn_personal, okn_regional, okn_system;

create table succession_plans (
  id uuid not null,
  version integer default 1 not null,
  oudernetwerk_id uuid not null,
  region_id uuid not null,
  trekkerschap_id uuid,
  status text not null,
  opened_on date not null,
  opened_because text not null,
  opened_for date,
  target_on date,
  closed_on date,
  stop_reason text,
  motivation text,
  successor_id uuid,
  touched boolean default false not null,
  constraint succession_plans_pkey PRIMARY KEY (id),
  constraint succession_plans_oudernetwerk_id_region_id_fkey FOREIGN KEY (oudernetwerk_id, region_id) REFERENCES oudernetwerken(id, region_id) ON UPDATE CASCADE,
  constraint succession_plans_successor_id_fkey FOREIGN KEY (successor_id) REFERENCES trekkerschappen(id) DEFERRABLE INITIALLY DEFERRED,
  constraint succession_plans_trekkerschap_id_fkey FOREIGN KEY (trekkerschap_id) REFERENCES trekkerschappen(id) DEFERRABLE INITIALLY DEFERRED,
  constraint succession_plans_check CHECK ((status = ANY (ARRAY['COMPLETED'::text, 'STOPPED'::text])) = (closed_on IS NOT NULL)),
  constraint succession_plans_check1 CHECK ((status = 'STOPPED'::text) = (stop_reason IS NOT NULL)),
  constraint succession_plans_opened_because_check CHECK (opened_because = ANY (ARRAY['BY_HAND'::text, 'LEAD_TIME'::text, 'DEPARTURE'::text])),
  constraint succession_plans_status_check CHECK (status = ANY (ARRAY['SEEKING'::text, 'CANDIDATE_AGREED'::text, 'SHADOWING'::text, 'HANDING_OVER'::text, 'COMPLETED'::text, 'STOPPED'::text]))
);
CREATE INDEX succession_plans_oudernetwerk_id_opened_on_id_idx ON succession_plans USING btree (oudernetwerk_id, opened_on DESC, id DESC);
CREATE INDEX succession_plans_successor_id_idx ON succession_plans USING btree (successor_id) WHERE successor_id IS NOT NULL;
CREATE INDEX succession_plans_trekkerschap_id_idx ON succession_plans USING btree (trekkerschap_id);
CREATE UNIQUE INDEX succession_plans_one_open_of_network ON succession_plans USING btree (oudernetwerk_id) WHERE closed_on IS NULL AND trekkerschap_id IS NULL AND opened_because = 'BY_HAND'::text;
CREATE UNIQUE INDEX succession_plans_one_open_of_trekkerschap ON succession_plans USING btree (trekkerschap_id) WHERE closed_on IS NULL;
CREATE TRIGGER mark_stale AFTER INSERT OR DELETE OR UPDATE OF oudernetwerk_id, trekkerschap_id, target_on, opened_for, closed_on ON succession_plans FOR EACH ROW EXECUTE FUNCTION mark_stale('oudernetwerk_id');
CREATE TRIGGER parts_follow AFTER UPDATE OF oudernetwerk_id ON succession_plans FOR EACH ROW WHEN (new.oudernetwerk_id <> old.oudernetwerk_id) EXECUTE FUNCTION parts_follow_plan();
alter table succession_plans enable row level security, force row level security;
create policy "national" on succession_plans for select to okn_national using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy may_insert on succession_plans for insert to okn_national, okn_personal, okn_regional with check (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy may_update on succession_plans for update to okn_national, okn_personal, okn_regional using ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (oudernetwerk_id = ANY ((( SELECT viewer_uuids('app.supported'::text) AS viewer_uuids))::uuid[])));
create policy owner on succession_plans for all to :owner using (true) with check (true);
create policy personal on succession_plans for select to okn_personal using ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (oudernetwerk_id = ANY ((( SELECT viewer_uuids('app.led'::text) || viewer_uuids('app.supported'::text)))::uuid[])));
create policy regional on succession_plans for select to okn_regional using (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy system_delete on succession_plans for delete to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy system_insert on succession_plans for insert to okn_system with check ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy system_select on succession_plans for select to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy system_update on succession_plans for update to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL) with check ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
grant delete on succession_plans to okn_system;
grant insert on succession_plans to okn_national, okn_personal, okn_regional, okn_system;
grant select on succession_plans to okn_national, okn_personal, okn_regional, okn_system;
grant update on succession_plans to okn_national, okn_personal, okn_regional;
grant update (closed_on, motivation, opened_for, oudernetwerk_id, region_id, status, stop_reason, successor_id, target_on, trekkerschap_id, version) on succession_plans to okn_system;

create table successor_candidates (
  id uuid not null,
  version integer default 1 not null,
  plan_id uuid not null,
  oudernetwerk_id uuid not null,
  region_id uuid not null,
  person_id uuid not null,
  rank integer not null,
  readiness text not null,
  stage text not null,
  next_step_on date,
  decline_reason text,
  ended_on date,
  motivation text,
  appointed_from text,
  constraint successor_candidates_pkey PRIMARY KEY (id),
  constraint successor_candidates_oudernetwerk_id_region_id_fkey FOREIGN KEY (oudernetwerk_id, region_id) REFERENCES oudernetwerken(id, region_id) ON UPDATE CASCADE,
  constraint successor_candidates_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint successor_candidates_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES succession_plans(id) ON DELETE CASCADE,
  constraint successor_candidates_appointed_from_check CHECK (appointed_from = ANY (ARRAY['IDENTIFIED'::text, 'APPROACHED'::text, 'EXPLORING'::text, 'AGREED'::text, 'SHADOWING'::text, 'READY'::text])),
  constraint successor_candidates_check CHECK ((stage = ANY (ARRAY['DECLINED'::text, 'WITHDRAWN'::text])) = (ended_on IS NOT NULL)),
  constraint successor_candidates_check1 CHECK ((ended_on IS NULL) = (decline_reason IS NULL)),
  constraint successor_candidates_check2 CHECK (appointed_from IS NULL OR stage = 'APPOINTED'::text),
  constraint successor_candidates_rank_check CHECK (rank >= 1 AND rank <= 1000),
  constraint successor_candidates_readiness_check CHECK (readiness = ANY (ARRAY['NOW'::text, 'SIX_MONTHS'::text, 'TWELVE_MONTHS'::text])),
  constraint successor_candidates_stage_check CHECK (stage = ANY (ARRAY['IDENTIFIED'::text, 'APPROACHED'::text, 'EXPLORING'::text, 'AGREED'::text, 'SHADOWING'::text, 'READY'::text, 'APPOINTED'::text, 'DECLINED'::text, 'WITHDRAWN'::text]))
);
CREATE INDEX successor_candidates_oudernetwerk_id_idx ON successor_candidates USING btree (oudernetwerk_id);
CREATE INDEX successor_candidates_person_id_idx ON successor_candidates USING btree (person_id);
CREATE INDEX successor_candidates_plan_id_rank_id_idx ON successor_candidates USING btree (plan_id, rank, id);
CREATE UNIQUE INDEX successor_candidates_once ON successor_candidates USING btree (plan_id, person_id) WHERE ended_on IS NULL;
CREATE TRIGGER after_death AFTER INSERT OR UPDATE OF person_id, ended_on ON successor_candidates FOR EACH ROW WHEN (new.ended_on IS NULL) EXECUTE FUNCTION refuse_after_death('person_id');
CREATE TRIGGER known_where AFTER INSERT OR DELETE OR UPDATE OF person_id, oudernetwerk_id, region_id ON successor_candidates FOR EACH ROW EXECUTE FUNCTION people_known_where();
CREATE TRIGGER mark_stale AFTER INSERT OR DELETE OR UPDATE OF plan_id, oudernetwerk_id, person_id, rank, stage, ended_on ON successor_candidates FOR EACH ROW EXECUTE FUNCTION mark_stale('oudernetwerk_id', 'person_id');
alter table successor_candidates enable row level security, force row level security;
create policy "national" on successor_candidates for select to okn_national using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy may_delete on successor_candidates for delete to okn_national, okn_personal, okn_regional using ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (oudernetwerk_id = ANY ((( SELECT viewer_uuids('app.supported'::text) AS viewer_uuids))::uuid[])));
create policy may_insert on successor_candidates for insert to okn_national, okn_personal, okn_regional with check ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (oudernetwerk_id = ANY ((( SELECT viewer_uuids('app.supported'::text) AS viewer_uuids))::uuid[])));
create policy may_update on successor_candidates for update to okn_national, okn_personal, okn_regional using ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (oudernetwerk_id = ANY ((( SELECT viewer_uuids('app.supported'::text) AS viewer_uuids))::uuid[])));
create policy owner on successor_candidates for all to :owner using (true) with check (true);
create policy personal on successor_candidates for select to okn_personal using ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (oudernetwerk_id = ANY ((( SELECT viewer_uuids('app.supported'::text) AS viewer_uuids))::uuid[])));
create policy regional on successor_candidates for select to okn_regional using (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy system_select on successor_candidates for select to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy system_update on successor_candidates for update to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL) with check ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
grant delete on successor_candidates to okn_national, okn_personal, okn_regional;
grant insert on successor_candidates to okn_national, okn_personal, okn_regional;
grant select on successor_candidates to okn_national, okn_personal, okn_regional, okn_system;
grant update on successor_candidates to okn_national, okn_personal, okn_regional;
grant update (appointed_from, next_step_on, stage, version) on successor_candidates to okn_system;

create table support_arrangements (
  id uuid not null,
  oudernetwerk_id uuid not null,
  region_id uuid not null,
  organisation_id uuid not null,
  hours_per_month numeric(5,1),
  period daterange not null,
  recorded_in uuid,
  constraint support_arrangements_pkey PRIMARY KEY (id),
  constraint support_no_overlap EXCLUDE USING gist (pair_of(oudernetwerk_id, organisation_id) WITH =, period WITH &&),
  constraint support_arrangements_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint support_arrangements_oudernetwerk_id_region_id_fkey FOREIGN KEY (oudernetwerk_id, region_id) REFERENCES oudernetwerken(id, region_id) ON UPDATE CASCADE,
  constraint support_arrangements_recorded_in_fkey FOREIGN KEY (recorded_in) REFERENCES regions(id),
  constraint support_arrangements_hours_per_month_check CHECK (hours_per_month >= 0::numeric AND hours_per_month <= 744::numeric),
  constraint support_arrangements_period_check CHECK (NOT isempty(period) AND NOT lower_inf(period))
);
CREATE INDEX support_arrangements_organisation_id_idx ON support_arrangements USING btree (organisation_id);
CREATE INDEX support_arrangements_oudernetwerk_id_idx ON support_arrangements USING btree (oudernetwerk_id);
CREATE TRIGGER ends_with_network BEFORE INSERT OR UPDATE OF period ON support_arrangements FOR EACH ROW EXECUTE FUNCTION ends_with_network();
CREATE TRIGGER mark_stale AFTER INSERT OR DELETE OR UPDATE OF oudernetwerk_id, period ON support_arrangements FOR EACH ROW EXECUTE FUNCTION mark_stale('oudernetwerk_id');
CREATE TRIGGER recorded_in_region BEFORE INSERT ON support_arrangements FOR EACH ROW EXECUTE FUNCTION recorded_in_region();
alter table support_arrangements enable row level security, force row level security;
create policy "national" on support_arrangements for select to okn_national using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy may_delete on support_arrangements for delete to okn_national, okn_personal, okn_regional using ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (oudernetwerk_id = ANY ((( SELECT viewer_uuids('app.shared'::text) AS viewer_uuids))::uuid[])) AND (recorded_in = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])));
create policy may_insert on support_arrangements for insert to okn_national, okn_personal, okn_regional with check ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (oudernetwerk_id = ANY ((( SELECT viewer_uuids('app.shared'::text) AS viewer_uuids))::uuid[])));
create policy may_update on support_arrangements for update to okn_national, okn_personal, okn_regional using ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (oudernetwerk_id = ANY ((( SELECT viewer_uuids('app.shared'::text) AS viewer_uuids))::uuid[])) AND (recorded_in = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])));
create policy owner on support_arrangements for all to :owner using (true) with check (true);
create policy personal on support_arrangements for select to okn_personal using ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (oudernetwerk_id = ANY ((( SELECT viewer_uuids('app.led'::text) || viewer_uuids('app.supported'::text)))::uuid[])));
create policy regional on support_arrangements for select to okn_regional using (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy system_select on support_arrangements for select to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
grant delete on support_arrangements to okn_national, okn_personal, okn_regional;
grant insert on support_arrangements to okn_national, okn_personal, okn_regional;
grant select on support_arrangements to okn_national, okn_personal, okn_regional, okn_system;
grant update on support_arrangements to okn_national, okn_personal, okn_regional;

create table theme_proposals (
  id uuid not null,
  version integer default 1 not null,
  region_id uuid not null,
  label text not null,
  label_norm text generated always as (fold(label)) stored not null,
  motivation text not null,
  proposed_by uuid,
  proposed_on date not null,
  answer text,
  answered_by uuid,
  answered_on date,
  answer_reason text,
  theme_id uuid,
  constraint theme_proposals_pkey PRIMARY KEY (id),
  constraint theme_proposals_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES accounts(id),
  constraint theme_proposals_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES accounts(id),
  constraint theme_proposals_region_id_fkey FOREIGN KEY (region_id) REFERENCES regions(id),
  constraint theme_proposals_theme_id_fkey FOREIGN KEY (theme_id) REFERENCES themes(id),
  constraint theme_proposals_answer_check CHECK (answer = ANY (ARRAY['ADOPTED'::text, 'DECLINED'::text])),
  constraint theme_proposals_check CHECK ((answer IS NULL) = (answered_on IS NULL)),
  constraint theme_proposals_check1 CHECK ((NOT answer IS DISTINCT FROM 'ADOPTED'::text) = (theme_id IS NOT NULL)),
  constraint theme_proposals_check2 CHECK (answer IS DISTINCT FROM 'DECLINED'::text OR answer_reason IS NOT NULL)
);
CREATE INDEX theme_proposals_proposed_on_id_idx ON theme_proposals USING btree (proposed_on DESC, id DESC);
CREATE INDEX theme_proposals_theme_id_idx ON theme_proposals USING btree (theme_id);
CREATE UNIQUE INDEX theme_proposals_once ON theme_proposals USING btree (region_id, label_norm) WHERE answer IS NULL;
alter table theme_proposals enable row level security, force row level security;
create policy "national" on theme_proposals for select to okn_national using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy may_insert on theme_proposals for insert to okn_national, okn_personal, okn_regional with check ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) AND proposed_by = (( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) AND answer IS NULL);
create policy may_update on theme_proposals for update to okn_national, okn_personal, okn_regional using (CURRENT_USER = 'okn_national'::name AND (( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy owner on theme_proposals for all to :owner using (true) with check (true);
create policy personal on theme_proposals for select to okn_personal using (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy regional on theme_proposals for select to okn_regional using (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy system_select on theme_proposals for select to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
grant insert on theme_proposals to okn_national, okn_personal, okn_regional;
grant select on theme_proposals to okn_national, okn_personal, okn_regional, okn_system;
grant update (answer, answer_reason, answered_by, answered_on, theme_id, version) on theme_proposals to okn_national, okn_personal, okn_regional;

create table themes (
  id uuid not null,
  code text not null,
  label_nl text not null,
  label_en text not null,
  parent_id uuid,
  retired_on date,
  version integer default 1 not null,
  by_hand boolean default false not null,
  constraint themes_pkey PRIMARY KEY (id),
  constraint themes_code_key UNIQUE (code),
  constraint themes_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES themes(id)
);
CREATE INDEX themes_parent_id_idx ON themes USING btree (parent_id);
CREATE TRIGGER follow_wider AFTER UPDATE OF parent_id ON themes FOR EACH ROW WHEN (new.parent_id IS DISTINCT FROM old.parent_id) EXECUTE FUNCTION themes_follow();
alter table themes enable row level security, force row level security;
create policy "national" on themes for select to okn_national using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy may_insert on themes for insert to okn_national, okn_personal, okn_regional with check (CURRENT_USER = 'okn_national'::name AND (( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy may_update on themes for update to okn_national, okn_personal, okn_regional using (CURRENT_USER = 'okn_national'::name AND (( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy owner on themes for all to :owner using (true) with check (true);
create policy personal on themes for select to okn_personal using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy regional on themes for select to okn_regional using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy system_select on themes for select to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
grant insert on themes to okn_national, okn_personal, okn_regional;
grant select on themes to okn_national, okn_personal, okn_regional;
grant select (id, label_en, label_nl) on themes to okn_system;
grant update (by_hand, label_en, label_nl, parent_id, retired_on, version) on themes to okn_national, okn_personal, okn_regional;

create table trainings (
  id uuid not null,
  version integer default 1 not null,
  ervaringsdeskundige_id uuid not null,
  title text not null,
  title_norm text generated always as (fold(title)) stored not null,
  issuer text not null,
  completed_on date not null,
  valid_until date,
  constraint trainings_pkey PRIMARY KEY (id),
  constraint trainings_ervaringsdeskundige_id_fkey FOREIGN KEY (ervaringsdeskundige_id) REFERENCES ervaringsdeskundigen(id) ON DELETE CASCADE,
  constraint trainings_check CHECK (valid_until >= completed_on)
);
CREATE INDEX trainings_ervaringsdeskundige_id_completed_on_id_idx ON trainings USING btree (ervaringsdeskundige_id, completed_on DESC, id);
CREATE INDEX trainings_title_norm_ervaringsdeskundige_id_valid_until_idx ON trainings USING btree (title_norm) INCLUDE (ervaringsdeskundige_id, valid_until);
CREATE INDEX trainings_valid_until_idx ON trainings USING btree (valid_until);
CREATE TRIGGER learn AFTER INSERT OR DELETE OR UPDATE ON trainings FOR EACH ROW EXECUTE FUNCTION ervaringsdeskundigen_learn();
CREATE TRIGGER mark_subject_stale AFTER INSERT OR DELETE OR UPDATE OF title, valid_until ON trainings FOR EACH ROW EXECUTE FUNCTION mark_subject_stale('Ervaringsdeskundige', 'ervaringsdeskundige_id');
alter table trainings enable row level security, force row level security;
create policy "national" on trainings for select to okn_national using ((EXISTS ( SELECT
   FROM ervaringsdeskundigen e
  WHERE e.id = trainings.ervaringsdeskundige_id)));
create policy may_delete on trainings for delete to okn_national, okn_personal, okn_regional using ((EXISTS ( SELECT
   FROM ervaringsdeskundigen e
  WHERE e.id = trainings.ervaringsdeskundige_id AND (e.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])))));
create policy may_insert on trainings for insert to okn_national, okn_personal, okn_regional with check ((EXISTS ( SELECT
   FROM ervaringsdeskundigen e
  WHERE e.id = trainings.ervaringsdeskundige_id AND (e.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])))));
create policy may_update on trainings for update to okn_national, okn_personal, okn_regional using ((EXISTS ( SELECT
   FROM ervaringsdeskundigen e
  WHERE e.id = trainings.ervaringsdeskundige_id AND (e.region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])))));
create policy owner on trainings for all to :owner using (true) with check (true);
create policy personal on trainings for select to okn_personal using ((EXISTS ( SELECT
   FROM ervaringsdeskundigen e
  WHERE e.id = trainings.ervaringsdeskundige_id)));
create policy regional on trainings for select to okn_regional using ((EXISTS ( SELECT
   FROM ervaringsdeskundigen e
  WHERE e.id = trainings.ervaringsdeskundige_id)));
create policy system_select on trainings for select to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
grant delete on trainings to okn_national, okn_personal, okn_regional;
grant insert on trainings to okn_national, okn_personal, okn_regional;
grant select on trainings to okn_national, okn_personal, okn_regional;
grant update on trainings to okn_national, okn_personal, okn_regional;
grant select (ervaringsdeskundige_id, id, title_norm, valid_until) on trainings to okn_system;

create table traits (
  "position" integer not null,
  kind text not null,
  value text not null,
  constraint traits_pkey PRIMARY KEY ("position"),
  constraint traits_kind_value_key UNIQUE (kind, value),
  constraint traits_kind_check CHECK (kind = ANY (ARRAY['THEME'::text, 'DOMAIN'::text, 'LEVEL'::text, 'REGION'::text, 'LANGUAGE'::text, 'DAY_PART'::text, 'SILENT'::text, 'PERSPECTIVE'::text])),
  constraint traits_position_check CHECK ("position" >= 0 AND "position" <= 511)
);
alter table traits enable row level security, force row level security;
create policy "national" on traits for select to okn_national using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL AND kind = 'THEME'::text);
create policy owner on traits for all to :owner using (true) with check (true);
create policy personal on traits for select to okn_personal using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL AND kind = 'THEME'::text);
create policy regional on traits for select to okn_regional using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL AND kind = 'THEME'::text);
grant select on traits to okn_national, okn_personal, okn_regional;

create table trekkerschappen (
  id uuid not null,
  version integer default 1 not null,
  person_id uuid not null,
  oudernetwerk_id uuid not null,
  region_id uuid not null,
  role text not null,
  period daterange not null,
  planned_end_on date,
  planned_end_reason text,
  end_reason text,
  predecessor_id uuid,
  line_id uuid,
  constraint trekkerschappen_pkey PRIMARY KEY (id),
  constraint trekkerschappen_no_overlap EXCLUDE USING gist (pair_of(oudernetwerk_id, person_id) WITH =, period WITH &&),
  constraint trekkerschappen_line_id_fkey FOREIGN KEY (line_id) REFERENCES oudernetwerken(id),
  constraint trekkerschappen_oudernetwerk_id_region_id_fkey FOREIGN KEY (oudernetwerk_id, region_id) REFERENCES oudernetwerken(id, region_id) ON UPDATE CASCADE,
  constraint trekkerschappen_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint trekkerschappen_predecessor_id_fkey FOREIGN KEY (predecessor_id) REFERENCES trekkerschappen(id),
  constraint trekkerschappen_check CHECK ((planned_end_on IS NULL) = (planned_end_reason IS NULL)),
  constraint trekkerschappen_check1 CHECK (planned_end_on >= lower(period)),
  constraint trekkerschappen_end_reason_check CHECK (end_reason = ANY (ARRAY['CHILD_LEFT_SCHOOL'::text, 'TERM_COMPLETED'::text, 'PERSONAL'::text, 'MOVED'::text, 'DECEASED'::text, 'OTHER'::text])),
  constraint trekkerschappen_period_check CHECK (NOT isempty(period) AND NOT lower_inf(period)),
  constraint trekkerschappen_planned_end_reason_check CHECK (planned_end_reason = ANY (ARRAY['CHILD_LEFT_SCHOOL'::text, 'TERM_COMPLETED'::text, 'PERSONAL'::text, 'MOVED'::text, 'DECEASED'::text, 'OTHER'::text])),
  constraint trekkerschappen_reason_of_end CHECK (upper_inf(period) <= (end_reason IS NULL)),
  constraint trekkerschappen_role_check CHECK (role = ANY (ARRAY['TREKKER'::text, 'CO_TREKKER'::text]))
);
CREATE INDEX trekkerschappen_oudernetwerk_id_lower_id_idx ON trekkerschappen USING btree (oudernetwerk_id, lower(period), id);
CREATE INDEX trekkerschappen_person_id_idx ON trekkerschappen USING btree (person_id);
CREATE INDEX trekkerschappen_region_id_idx ON trekkerschappen USING btree (region_id);
CREATE UNIQUE INDEX trekkerschappen_predecessor_id_idx ON trekkerschappen USING btree (predecessor_id);
CREATE CONSTRAINT TRIGGER leadership_cover AFTER INSERT OR DELETE OR UPDATE OF person_id, oudernetwerk_id, period ON trekkerschappen DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_leadership_cover();
CREATE TRIGGER after_death AFTER INSERT OR UPDATE OF person_id, period ON trekkerschappen FOR EACH ROW EXECUTE FUNCTION refuse_after_death('person_id');
CREATE TRIGGER ends_with_network BEFORE INSERT OR UPDATE OF period ON trekkerschappen FOR EACH ROW EXECUTE FUNCTION ends_with_network();
CREATE TRIGGER known_where AFTER INSERT OR DELETE OR UPDATE OF person_id, oudernetwerk_id, region_id ON trekkerschappen FOR EACH ROW EXECUTE FUNCTION people_known_where();
CREATE TRIGGER led_by_parent AFTER INSERT OR UPDATE OF person_id, period ON trekkerschappen FOR EACH ROW EXECUTE FUNCTION refuse_no_parent();
CREATE TRIGGER mark_stale AFTER INSERT OR DELETE OR UPDATE OF person_id, oudernetwerk_id, period, planned_end_on ON trekkerschappen FOR EACH ROW EXECUTE FUNCTION mark_stale('oudernetwerk_id', 'person_id');
alter table trekkerschappen enable row level security, force row level security;
create policy "national" on trekkerschappen for select to okn_national using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy may_delete on trekkerschappen for delete to okn_national, okn_personal, okn_regional using (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy may_insert on trekkerschappen for insert to okn_national, okn_personal, okn_regional with check (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy may_update on trekkerschappen for update to okn_national, okn_personal, okn_regional using ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR person_id = (( SELECT viewer_uuid('app.person'::text) AS viewer_uuid)) AND (oudernetwerk_id = ANY ((( SELECT viewer_uuids('app.led'::text) AS viewer_uuids))::uuid[])));
create policy owner on trekkerschappen for all to :owner using (true) with check (true);
create policy personal on trekkerschappen for select to okn_personal using ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (oudernetwerk_id = ANY ((( SELECT viewer_uuids('app.led'::text) || viewer_uuids('app.supported'::text)))::uuid[])) OR person_id = (( SELECT viewer_uuid('app.person'::text) AS viewer_uuid)) AND (oudernetwerk_id = ANY ((( SELECT viewer_uuids('app.outlines'::text) AS viewer_uuids))::uuid[])));
create policy regional on trekkerschappen for select to okn_regional using (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy system_select on trekkerschappen for select to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
grant delete on trekkerschappen to okn_national, okn_personal, okn_regional;
grant insert on trekkerschappen to okn_national, okn_personal, okn_regional;
grant select on trekkerschappen to okn_national, okn_personal, okn_regional, okn_system;
grant update on trekkerschappen to okn_national, okn_personal, okn_regional;

create table undeliverable_addresses (
  address_hash bytea not null,
  code text not null,
  refused_at timestamp with time zone not null,
  constraint undeliverable_addresses_pkey PRIMARY KEY (address_hash)
);
alter table undeliverable_addresses enable row level security, force row level security;
create policy "national" on undeliverable_addresses for select to okn_national using (false);
create policy owner on undeliverable_addresses for all to :owner using (true) with check (true);
create policy personal on undeliverable_addresses for select to okn_personal using (false);
create policy regional on undeliverable_addresses for select to okn_regional using (false);
grant select on undeliverable_addresses to okn_national, okn_personal, okn_regional;

create table watched_subjects (
  subject_id uuid not null,
  subject_type text not null,
  rule_version integer not null,
  assessed_on date not null,
  changes_on date,
  constraint watched_subjects_pkey PRIMARY KEY (subject_id),
  constraint watched_subjects_subject_type_check CHECK (subject_type = ANY (ARRAY['AdvisorySeat'::text, 'Ervaringsdeskundige'::text, 'RegionAgreement'::text, 'PersonTask'::text, 'RegionChange'::text]))
);
alter table watched_subjects enable row level security, force row level security;
create policy "national" on watched_subjects for select to okn_national using (false);
create policy owner on watched_subjects for all to :owner using (true) with check (true);
create policy personal on watched_subjects for select to okn_personal using (false);
create policy regional on watched_subjects for select to okn_regional using (false);
create policy system_delete on watched_subjects for delete to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy system_insert on watched_subjects for insert to okn_system with check ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy system_select on watched_subjects for select to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy system_update on watched_subjects for update to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL) with check ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
grant delete on watched_subjects to okn_system;
grant insert on watched_subjects to okn_system;
grant select on watched_subjects to okn_national, okn_personal, okn_regional, okn_system;
grant update on watched_subjects to okn_system;

create table work_item_assignments (
  work_item_id uuid not null,
  region_id uuid not null,
  account_id uuid not null,
  assigned_by uuid not null,
  assigned_at timestamp with time zone not null,
  constraint work_item_assignments_pkey PRIMARY KEY (work_item_id),
  constraint work_item_assignments_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint work_item_assignments_assigned_by_fkey FOREIGN KEY (assigned_by) REFERENCES accounts(id),
  constraint work_item_assignments_region_id_fkey FOREIGN KEY (region_id) REFERENCES regions(id),
  constraint work_item_assignments_work_item_id_fkey FOREIGN KEY (work_item_id) REFERENCES work_items(id) ON DELETE CASCADE
);
CREATE INDEX work_item_assignments_account_id_idx ON work_item_assignments USING btree (account_id);
CREATE INDEX work_item_assignments_region_id_idx ON work_item_assignments USING btree (region_id);
alter table work_item_assignments enable row level security, force row level security;
create policy "national" on work_item_assignments for select to okn_national using (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy may_delete on work_item_assignments for delete to okn_national, okn_personal, okn_regional using (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy may_insert on work_item_assignments for insert to okn_national, okn_personal, okn_regional with check ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) AND assigned_by = (( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) AND (EXISTS ( SELECT
   FROM colleagues_in(work_item_assignments.region_id, ( SELECT NULLIF(current_setting('app.today'::text, true), ''::text)::date AS "nullif")) c(id, display_name)
  WHERE c.id = work_item_assignments.account_id)));
create policy owner on work_item_assignments for all to :owner using (true) with check (true);
create policy personal on work_item_assignments for select to okn_personal using (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy regional on work_item_assignments for select to okn_regional using (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
grant delete on work_item_assignments to okn_national, okn_personal, okn_regional;
grant insert on work_item_assignments to okn_national, okn_personal, okn_regional;
grant select on work_item_assignments to okn_national, okn_personal, okn_regional;

create table work_item_snoozes (
  subject_id uuid not null,
  subject_type text not null,
  oudernetwerk_id uuid,
  region_id uuid not null,
  until date not null,
  reason text not null,
  severity integer not null,
  account_id uuid not null,
  body_id uuid,
  ervaringsdeskundige_id uuid,
  agreement_id uuid,
  person_task_id uuid,
  region_change_id uuid,
  constraint work_item_snoozes_pkey PRIMARY KEY (subject_id),
  constraint work_item_snoozes_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint work_item_snoozes_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES region_agreements(id) ON DELETE CASCADE,
  constraint work_item_snoozes_ervaringsdeskundige_id_region_id_fkey FOREIGN KEY (ervaringsdeskundige_id, region_id) REFERENCES ervaringsdeskundigen(id, region_id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint work_item_snoozes_oudernetwerk_id_region_id_fkey FOREIGN KEY (oudernetwerk_id, region_id) REFERENCES oudernetwerken(id, region_id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint work_item_snoozes_person_task_id_region_id_fkey FOREIGN KEY (person_task_id, region_id) REFERENCES person_tasks(id, region_id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint work_item_snoozes_region_change_id_region_id_fkey FOREIGN KEY (region_change_id, region_id) REFERENCES region_changes(id, region_id) ON DELETE CASCADE,
  constraint work_item_snoozes_subject_id_body_id_region_id_fkey FOREIGN KEY (subject_id, body_id, region_id) REFERENCES advisory_seats(id, body_id, region_id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint work_item_snoozes_check CHECK (num_nonnulls(oudernetwerk_id, body_id, ervaringsdeskundige_id, agreement_id, person_task_id, region_change_id) = 1),
  constraint work_item_snoozes_check1 CHECK (body_id IS NOT NULL OR subject_id = COALESCE(oudernetwerk_id, ervaringsdeskundige_id, agreement_id, person_task_id, region_change_id))
);
CREATE INDEX work_item_snoozes_agreement_id_idx ON work_item_snoozes USING btree (agreement_id) WHERE agreement_id IS NOT NULL;
CREATE INDEX work_item_snoozes_body_id_idx ON work_item_snoozes USING btree (body_id) WHERE body_id IS NOT NULL;
CREATE INDEX work_item_snoozes_ervaringsdeskundige_id_idx ON work_item_snoozes USING btree (ervaringsdeskundige_id) WHERE ervaringsdeskundige_id IS NOT NULL;
CREATE INDEX work_item_snoozes_person_task_id_idx ON work_item_snoozes USING btree (person_task_id) WHERE person_task_id IS NOT NULL;
CREATE INDEX work_item_snoozes_region_change_id_idx ON work_item_snoozes USING btree (region_change_id) WHERE region_change_id IS NOT NULL;
CREATE TRIGGER stay_behind AFTER UPDATE OF region_id ON work_item_snoozes FOR EACH ROW WHEN (new.region_id <> old.region_id) EXECUTE FUNCTION snoozes_stay_behind();
alter table work_item_snoozes enable row level security, force row level security;
create policy "national" on work_item_snoozes for select to okn_national using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL AND (COALESCE(ervaringsdeskundige_id, person_task_id) IS NULL OR (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]))));
create policy may_delete on work_item_snoozes for delete to okn_national, okn_personal, okn_regional using ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (oudernetwerk_id = ANY ((( SELECT viewer_uuids('app.supported'::text) AS viewer_uuids))::uuid[])) OR (body_id = ANY ((( SELECT viewer_uuids('app.bodies'::text) AS viewer_uuids))::uuid[])));
create policy may_insert on work_item_snoozes for insert to okn_national, okn_personal, okn_regional with check ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (oudernetwerk_id = ANY ((( SELECT viewer_uuids('app.supported'::text) AS viewer_uuids))::uuid[])) OR (body_id = ANY ((( SELECT viewer_uuids('app.bodies'::text) AS viewer_uuids))::uuid[])));
create policy may_update on work_item_snoozes for update to okn_national, okn_personal, okn_regional using ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (oudernetwerk_id = ANY ((( SELECT viewer_uuids('app.supported'::text) AS viewer_uuids))::uuid[])) OR (body_id = ANY ((( SELECT viewer_uuids('app.bodies'::text) AS viewer_uuids))::uuid[])));
create policy owner on work_item_snoozes for all to :owner using (true) with check (true);
create policy personal on work_item_snoozes for select to okn_personal using ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (oudernetwerk_id = ANY ((( SELECT viewer_uuids('app.led'::text) || viewer_uuids('app.supported'::text)))::uuid[])) OR (body_id = ANY ((( SELECT viewer_uuids('app.bodies'::text) AS viewer_uuids))::uuid[])));
create policy regional on work_item_snoozes for select to okn_regional using (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy system_delete on work_item_snoozes for delete to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy system_select on work_item_snoozes for select to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
grant delete on work_item_snoozes to okn_national, okn_personal, okn_regional, okn_system;
grant insert on work_item_snoozes to okn_national, okn_personal, okn_regional;
grant select on work_item_snoozes to okn_national, okn_personal, okn_regional, okn_system;
grant update on work_item_snoozes to okn_national, okn_personal, okn_regional;

create table work_items (
  id uuid not null,
  subject_type text not null,
  subject_id uuid not null,
  oudernetwerk_id uuid,
  region_id uuid not null,
  band text not null,
  severity integer not null,
  due_on date,
  urgency integer generated always as (severity * 100000 + COALESCE(100000 - LEAST(GREATEST(due_on - '2000-01-01'::date, 0), 99999), 0)) stored not null,
  body_id uuid,
  ervaringsdeskundige_id uuid,
  agreement_id uuid,
  person_task_id uuid,
  region_change_id uuid,
  constraint work_items_pkey PRIMARY KEY (id),
  constraint work_items_subject_id_key UNIQUE (subject_id),
  constraint work_items_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES region_agreements(id) ON DELETE CASCADE,
  constraint work_items_ervaringsdeskundige_id_region_id_fkey FOREIGN KEY (ervaringsdeskundige_id, region_id) REFERENCES ervaringsdeskundigen(id, region_id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint work_items_oudernetwerk_id_region_id_fkey FOREIGN KEY (oudernetwerk_id, region_id) REFERENCES oudernetwerken(id, region_id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint work_items_person_task_id_region_id_fkey FOREIGN KEY (person_task_id, region_id) REFERENCES person_tasks(id, region_id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint work_items_region_change_id_region_id_fkey FOREIGN KEY (region_change_id, region_id) REFERENCES region_changes(id, region_id) ON DELETE CASCADE,
  constraint work_items_subject_id_body_id_region_id_fkey FOREIGN KEY (subject_id, body_id, region_id) REFERENCES advisory_seats(id, body_id, region_id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint work_items_band_check CHECK (band = ANY (ARRAY['ATTENTION'::text, 'AT_RISK'::text, 'CRITICAL'::text])),
  constraint work_items_check CHECK (num_nonnulls(oudernetwerk_id, body_id, ervaringsdeskundige_id, agreement_id, person_task_id, region_change_id) = 1),
  constraint work_items_check1 CHECK (body_id IS NOT NULL OR subject_id = COALESCE(oudernetwerk_id, ervaringsdeskundige_id, agreement_id, person_task_id, region_change_id)),
  constraint work_items_severity_check CHECK (severity >= 1 AND severity <= 10)
);
CREATE INDEX work_items_agreement_id_idx ON work_items USING btree (agreement_id) WHERE agreement_id IS NOT NULL;
CREATE INDEX work_items_body_id_idx ON work_items USING btree (body_id) WHERE body_id IS NOT NULL;
CREATE INDEX work_items_ervaringsdeskundige_id_idx ON work_items USING btree (ervaringsdeskundige_id) WHERE ervaringsdeskundige_id IS NOT NULL;
CREATE INDEX work_items_oudernetwerk_id_idx ON work_items USING btree (oudernetwerk_id);
CREATE INDEX work_items_person_task_id_idx ON work_items USING btree (person_task_id) WHERE person_task_id IS NOT NULL;
CREATE INDEX work_items_region_change_id_idx ON work_items USING btree (region_change_id) WHERE region_change_id IS NOT NULL;
CREATE INDEX work_items_region_id_urgency_id_idx ON work_items USING btree (region_id, urgency DESC, id DESC);
CREATE INDEX work_items_urgency_id_idx ON work_items USING btree (urgency DESC, id DESC);
alter table work_items enable row level security, force row level security;
create policy "national" on work_items for select to okn_national using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL AND (COALESCE(ervaringsdeskundige_id, person_task_id) IS NULL OR (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]))));
create policy owner on work_items for all to :owner using (true) with check (true);
create policy personal on work_items for select to okn_personal using ((region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[])) OR (oudernetwerk_id = ANY ((( SELECT viewer_uuids('app.led'::text) || viewer_uuids('app.supported'::text)))::uuid[])) OR (body_id = ANY ((( SELECT viewer_uuids('app.bodies'::text) AS viewer_uuids))::uuid[])));
create policy regional on work_items for select to okn_regional using (region_id = ANY ((( SELECT viewer_uuids('app.regions'::text) AS viewer_uuids))::uuid[]));
create policy system_delete on work_items for delete to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy system_insert on work_items for insert to okn_system with check ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy system_select on work_items for select to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
create policy system_update on work_items for update to okn_system using ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL) with check ((( SELECT viewer_uuid('app.account'::text) AS viewer_uuid)) IS NOT NULL);
grant delete on work_items to okn_system;
grant insert on work_items to okn_system;
grant select on work_items to okn_national, okn_personal, okn_regional, okn_system;
grant update on work_items to okn_system;
