-- Somebody dies, or stops with everything. What ends with it is ended by the features whose it is; what it was is kept,
-- and put back when the departure is taken back.

-- fragment recorded_now
d.xact = pg_current_xact_id()

-- The service ends parts of people, and puts them back, only in a transaction that records a departure or takes one back.
-- fragment departing
exists (select from departures d where {{recorded_now}})

-- Why a role ends with a departure.
-- fragment reason_of(departure)
case {{departure}}.kind when 'DECEASED' then 'DECEASED' else 'PERSONAL' end

-- Keeps rows as they were, before a departure changes them.
create function departure_keeps(departure uuid, kept text, ids uuid[]) returns void
  language sql security definer set search_path = public, pg_temp as $$
  select keep_rows(d.id, $2, $3) from departures d where d.id = $1 and {{recorded_now}}
$$;
revoke execute on function departure_keeps from public;
grant execute on function departure_keeps to okn_system;

-- Keeps roles of theirs that changed with the end by which the departure came to be known, as they were before that.
create function departure_keeps_changed(departure uuid, kept text, changed jsonb) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  execute format('insert into kept_rows (cause_id, kept_table, row_id, was)
    select d.id, %1$L, t.id, to_jsonb(t) || c.was from departures d, jsonb_to_recordset($2) c (id uuid, was jsonb), %1$I t
    where d.id = $1 and {{recorded_now}} and t.id = c.id and t.person_id = d.person_id', kept) using departure, changed;
end $$;
revoke execute on function departure_keeps_changed from public;
grant execute on function departure_keeps_changed to okn_system;

-- What somebody recorded of their departures after a role of theirs had begun, and had ended by what was on record (null: it was
-- somebody else's), in that order. A role that is recorded otherwise since ends with them, as if it had been on record.
create function departures_since(person uuid, from_day date, lasted date) returns setof departures
  language sql stable security definer set search_path = public, pg_temp rows 1 as $$
  select d.* from departures d
  where d.person_id = $1 and d.taken_back_at is null and d.last_day >= $2 and ($3 is null or $3 < d.last_day)
  order by d.recorded_at, d.id
$$;
revoke execute on function departures_since from public;
grant execute on function departures_since to okn_system;

-- The same of a role in a network, and the days that it had by what was on record (null: it was somebody else's).
create function stops_since(role jsonb, lasted daterange) returns setof departures
  language sql stable security definer set search_path = public, pg_temp rows 1 as $$
  select * from departures_since(($1 ->> 'person_id')::uuid, lower(($1 ->> 'period')::daterange),
    case when $2 is not null then coalesce(upper($2) - 1, 'infinity') end)
$$;
revoke execute on function stops_since from public;

-- What is left of a role that is recorded otherwise only now, where its person stopped with everything after the day until which it
-- had lasted by what was recorded before: as each of those stops keeps it, one after the other. Those after the last day of its
-- network are for that end to keep.
create function left_by_stops(role jsonb, lasted daterange) returns setof kept_rows
  language sql stable security definer set search_path = public, pg_temp as $$
  select l.* from jsonb_populate_record(null::kept_rows, jsonb_build_object('was', $1, 'departures', array(
    select d.id from stops_since($1, $2) d left join oudernetwerken n on n.id = ($1 ->> 'oudernetwerk_id')::uuid
    where n.ended_on is null or d.last_day < n.ended_on))) one
  cross join left_by_departures(one) l
$$;
revoke execute on function left_by_stops from public;

-- How such a role ends, for whoever records it; nothing if it does so as they say.
create function ends_with_stops(role jsonb, lasted daterange) returns table (period daterange, end_reason text)
  language sql stable security definer set search_path = public, pg_temp rows 1 as $$
  select (l.became ->> 'period')::daterange, l.became ->> 'end_reason'
  from left_by_stops($1, $2) with ordinality l order by l.ordinality desc limit 1
$$;
revoke execute on function ends_with_stops from public;
grant execute on function ends_with_stops to okn_system;

-- Each stop keeps it as it would have been without, for when that is taken back. The row is there.
create function stops_keep_role(kept text, role jsonb, lasted daterange) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  execute format('insert into kept_rows (cause_id, kept_table, row_id, was, became)
    select l.cause_id, %1$L, t.id, to_jsonb(t) || l.was, to_jsonb(t) || l.became
    from left_by_stops($1, $2) l join %1$I t on t.id = ($1 ->> ''id'')::uuid and t.person_id = ($1 ->> ''person_id'')::uuid
    on conflict do nothing', kept) using role, lasted;
  -- what the end of its network keeps of it comes back as they leave it
  update kept_rows k set departures = k.departures || array(
      select d.id from stops_since(role, lasted) d where d.id <> all (k.departures))
    where k.cause_id = (role ->> 'oudernetwerk_id')::uuid and k.kept_table = kept and k.row_id = (role ->> 'id')::uuid;
end $$;
revoke execute on function stops_keep_role from public;
grant execute on function stops_keep_role to okn_system;

-- A row as it is by now, with the end of another one of the same role.
create function ending_as(now_there jsonb, one jsonb) returns jsonb
  language sql stable set search_path = public, pg_temp as $$
  select $1 || jsonb_build_object('period', daterange(lower(($1 ->> 'period')::daterange), upper(($2 ->> 'period')::daterange)))
    || (select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each($2) where key = 'end_reason')
$$;
revoke execute on function ending_as from public;

-- What somebody does that a departure ends, by the table that it is in.
create function roles_of(person uuid)
  returns table (kept_table text, id uuid, oudernetwerk_id uuid, period daterange, said jsonb)
  language sql stable set search_path = public, pg_temp rows 5 as $$
  select 'trekkerschappen', t.id, t.oudernetwerk_id, t.period, to_jsonb(t) from trekkerschappen t where t.person_id = $1
  union all
  select 'memberships', m.id, m.oudernetwerk_id, m.period, to_jsonb(m) from memberships m where m.person_id = $1
  union all
  select 'seat_appointments', a.id, null, a.period, to_jsonb(a) from seat_appointments a where a.person_id = $1
$$;
revoke execute on function roles_of from public;

-- Roles that a departure ended may be other rows by now: they were recorded otherwise, or went along when their network went
-- up in another one or parted, or on in another role. Its end is theirs, and taken back there.
create function kept_roles_by_now(departure uuid, kept text) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
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
end $$;
revoke execute on function kept_roles_by_now from public;

-- Whoever departed before their network went up in another one went along with nobody. What they would do there by now is
-- there when the departure is taken back, unless they do it there anyway.
create function kept_roles_go_along(departure uuid, kept text) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
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
      and {{tenure_line(followed)}} = {{tenure_line(before)}} and lower(followed.period) = s.from_day
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
end $$;
revoke execute on function kept_roles_go_along from public;

-- Puts back all that one of the features ended, in the order in which it was there, first what had not begun; says which of
-- it could not be.
create function departure_takes_back(departure uuid, kept text)
  returns table (row_id uuid, was jsonb, restored boolean, had_begun boolean)
  language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  one kept_rows;
  is_restored boolean;
begin
  if not exists (select from departures d where d.id = departure and d.taken_back_at is not null and {{recorded_now}}) then
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
end $$;
revoke execute on function departure_takes_back from public;
grant execute on function departure_takes_back to okn_system;

-- What of theirs a departure ended, and whether it was put back; for whoever sees the departure.
create function ended_by(departure uuid) returns table (kept_table text, row_id uuid, restored boolean)
  language sql stable security definer set search_path = public, pg_temp rows 10 as $$
  select e.kept_table, e.row_id, e.restored
  from departures d join kept_rows e on e.cause_id = d.id
  where d.id = $1 and (d.person_id = {{person}}
      or exists (select from people p where p.id = d.person_id and p.region_id = any ({{regions}})))
    and coalesce(e.was ->> 'person_id', e.was ->> 'owner_person_id', e.was ->> 'contact_person_id')::uuid = d.person_id
$$;
revoke execute on function ended_by from public;
grant execute on function ended_by to {{viewers}};

-- The person says what their departures say: that they died, and that nobody finds them. Whoever records one, or takes it
-- back, first locks what they have a part in, as whoever gives them a part does.
create function people_follow_departure(departure uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare who uuid;
begin
  select d.person_id into strict who from departures d where d.id = departure and {{recorded_now}};
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
end $$;
revoke execute on function people_follow_departure from public;
grant execute on function people_follow_departure to okn_system;

-- Whoever did not die after all did not at the end of a role either: of what is not put back, the reason is another one.
create function nobody_died(person uuid) returns void
  language sql security definer set search_path = public, pg_temp as $$
  update trekkerschappen t set end_reason = 'OTHER', version = t.version + 1 from people p
    where p.id = $1 and p.deceased_on is null and t.person_id = p.id and t.end_reason = 'DECEASED';
  update seat_appointments a set end_reason = 'OTHER', version = a.version + 1 from people p
    where p.id = $1 and p.deceased_on is null and a.person_id = p.id and a.end_reason = 'DECEASED'
$$;
revoke execute on function nobody_died from public;
grant execute on function nobody_died to okn_system;

-- Nobody gets a part after the day on which they died or were erased. Called with the column that says who it is. Whoever
-- records that and whoever gives that person a part take turns.
create function refuse_after_death() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
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
end $$;
revoke execute on function refuse_after_death from public;
create trigger after_death after insert or update of person_id, period on trekkerschappen
  for each row execute function refuse_after_death('person_id');
create trigger after_death after insert or update of person_id, period on memberships
  for each row execute function refuse_after_death('person_id');
create trigger after_death after insert or update of person_id, period on seat_appointments
  for each row execute function refuse_after_death('person_id');
create trigger after_death after insert or update of person_id on seat_alternates
  for each row execute function refuse_after_death('person_id');
create trigger after_death after insert or update of person_id, ended_on on successor_candidates
  for each row when (new.ended_on is null) execute function refuse_after_death('person_id');
create trigger after_death after insert or update of person_id, status on seat_invitations
  for each row when (new.person_id is not null and new.status in ('ASKED', 'ACCEPTED'))
  execute function refuse_after_death('person_id');
create trigger after_death after insert or update of owner_person_id on handover_items
  for each row when (new.owner_person_id is not null and new.done_on is null)
  execute function refuse_after_death('owner_person_id');
create trigger after_death after insert or update of contact_person_id on oudernetwerken
  for each row when (new.contact_person_id is not null) execute function refuse_after_death('contact_person_id');

-- The last day of whoever stopped with everything, the latest one that stands; null: they did not.
create function stopped_on(person uuid) returns date language sql stable as $$
  select max(d.last_day) from departures d
  where d.person_id = $1 and d.kind = 'STOPS_EVERYTHING' and d.taken_back_at is null
$$;
revoke execute on function stopped_on from public;
grant execute on function stopped_on to okn_system;

-- Whether somebody stopped with everything, and has taken up nothing since that lasts until a day or begins later.
create function has_stopped(person uuid, on_day date) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select stopped_on($1) is not null and not exists (select from (
      select period from trekkerschappen where person_id = $1
      union all select period from memberships where person_id = $1
      union all select period from seat_appointments where person_id = $1) role
    where role.period && daterange(greatest(stopped_on($1) + 1, $2), null))
$$;
revoke execute on function has_stopped from public;
grant execute on function has_stopped to okn_system;

-- Whether nobody thinks of them for a role on a day: they died, were erased, stopped with everything lately, or are left alone.
create function left_in_peace(person uuid, on_day date) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select {{signed_in}} and (exists (select from people p where p.id = $1 and (p.deceased_on is not null or p.erased_on is not null))
    or coalesce(rests_until(stopped_on($1)) >= $2, false)
    or exists (select from contact_pauses c where c.person_id = $1 and c.period @> $2))
$$;
revoke execute on function left_in_peace from public;
grant execute on function left_in_peace to {{viewers}};

-- departures: for those who keep the person's record; what was written down with one, for the region that did
{{protected(departures)}}
create policy national on departures for select to okn_national using ({{own_or_managed}});
create policy regional on departures for select to okn_regional using ({{person_managed}});
create policy personal on departures for select to okn_personal using ({{own_or_managed}});
grant select on departures to {{viewers}};
{{system_sees(departures)}}
{{system_adds(departures)}}
{{system_changes(departures)}}
grant select (id, person_id, kind, last_day, recorded_at, taken_back_at, xact, by_role),
    insert (id, person_id, region_id, kind, last_day, note, account_id, recorded_at, by_role), update (taken_back_at, xact, by_role)
  on departures to okn_system;

-- hidden_names: for those who keep the person's record
{{protected(hidden_names)}}
create policy national on hidden_names for select to okn_national using ({{person_managed}});
create policy regional on hidden_names for select to okn_regional using ({{person_managed}});
create policy personal on hidden_names for select to okn_personal using ({{person_managed}});
create policy may_insert on hidden_names for insert to {{viewers}} with check ({{person_managed}});
create policy may_delete on hidden_names for delete to {{viewers}} using ({{person_managed}});
grant select, insert, delete on hidden_names to {{viewers}};

-- A task for the region where somebody lives, and for each in which something ended with a departure. What the others were
-- still to do because of one is done; for somebody who died nothing else is to be done, until that turns out to be wrong.
create function make_person_tasks(departure uuid, kind text, on_day date) returns table (id uuid, region_id uuid)
  language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare of_departure departures;
begin
  select * into strict of_departure from departures d where d.id = departure and {{recorded_now}};
  update person_tasks t set done_on = on_day, lapsed = make_person_tasks.kind = 'DIED', version = t.version + 1
    where t.person_id = of_departure.person_id and t.done_on is null
      and case when make_person_tasks.kind = 'DIED' then t.kind not in ('MOVED_AWAY', 'MOVED_HERE', 'MOVE_TAKEN_BACK')
        else t.kind in ('DIED', 'STOPPED', 'DEATH_TAKEN_BACK', 'STOP_TAKEN_BACK') end;
  -- what lapsed for another reason meanwhile lapses again when its letter is judged
  update person_tasks t set done_on = null, lapsed = false, version = t.version + 1
    where make_person_tasks.kind = 'DEATH_TAKEN_BACK' and t.person_id = of_departure.person_id and t.lapsed
      and t.kind not in ('DIED', 'DEATH_TAKEN_BACK')
      and t.done_on >= {{day_of(of_departure.recorded_at)}};
  return query insert into person_tasks (id, person_id, region_id, kind, made_on, due_on)
    select gen_random_uuid(), of_departure.person_id, place.region_id, make_person_tasks.kind, on_day, on_day + 7 from (
      select p.region_id from people p where p.id = of_departure.person_id
      union
      select (e.was ->> 'region_id')::uuid from kept_rows e where e.cause_id = departure and e.was ? 'region_id') place
    returning id, region_id;
end $$;
revoke execute on function make_person_tasks from public;
grant execute on function make_person_tasks to okn_system;

-- What is to be written or told to somebody is for the region that answers for them: the one before sees them no more.
create function tasks_follow_home() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update person_tasks t set region_id = new.region_id, version = t.version + 1
  where t.person_id = new.id and t.done_on is null and t.mail_id is not null;
  return null;
end $$;
revoke execute on function tasks_follow_home from public;
create trigger tasks_follow after update of region_id on people
  for each row when (new.region_id <> old.region_id) execute function tasks_follow_home();

-- person_tasks
{{protected(person_tasks)}}
create policy national on person_tasks for select to okn_national using ({{in_region}});
create policy regional on person_tasks for select to okn_regional using ({{in_region}});
create policy personal on person_tasks for select to okn_personal using ({{in_region}});
create policy may_update on person_tasks for update to {{viewers}} using ({{in_region}});
grant select, update (version, done_on) on person_tasks to {{viewers}};
{{system_select(person_tasks)}}
