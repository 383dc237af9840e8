-- Networks, the roles in them, and the leadership invariant.

create function oudernetwerken_last_activity() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
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
end $$;
revoke execute on function oudernetwerken_last_activity from public;

-- What a network is on a day. It has ended from its last day on, which may still be to come.
create function network_status(phase text, ended_on date, on_day date) returns text language sql immutable
  return case when ended_on <= on_day then 'ENDED' else phase end;

-- Days from its activation until it ends on which nobody leads a network, and so somebody stands by: a trekkerschap counts
-- without the absences of its trekker, and a caretaker who was appointed. Null for one that was never active.
create function days_to_cover(network uuid) returns datemultirange
  language plpgsql stable set search_path = public, pg_temp as $$
begin
  return (
    select datemultirange(daterange(n.active_from, n.ended_on, case when n.ended_on is null then '[)' else '[]' end))
      - coalesce((select range_agg(datemultirange(t.period) - coalesce((select range_agg(absent_days(a)) from absences a
            where a.oudernetwerk_id = n.id and a.person_id = t.person_id), '{}'))
          from trekkerschappen t where t.oudernetwerk_id = n.id), '{}')
      - coalesce((select range_agg(period) from caretakerships where oudernetwerk_id = n.id and not standby), '{}')
    from oudernetwerken n where n.id = network and n.active_from is not null);
end $$;
revoke execute on function days_to_cover from public;

-- Those of them on which nobody stands by either.
create function uncovered_days(network uuid) returns datemultirange
  language plpgsql stable set search_path = public, pg_temp as $$
begin
  return days_to_cover(network)
    - coalesce((select range_agg(period) from caretakerships where oudernetwerk_id = network and standby), '{}');
end $$;
revoke execute on function uncovered_days from public;

-- The leadership invariant: there are no such days. Whoever did not update the network in this transaction does so
-- here, first: of two sessions one waits and then reads what the other left (read committed) or fails (repeatable read).
create function check_leadership_cover() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
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
end $$;
revoke execute on function check_leadership_cover from public;

-- Nothing in a network lasts longer than the network. What is written to go on after its last day is cut to that day, and
-- kept as it was written: so it goes on where that end is moved or taken back.
create function ends_with_network() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
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
end $$;
revoke execute on function ends_with_network from public;

-- A role as it was written, where the end of its network has cut it; for those who correct it.
create function role_as_written(network uuid, role uuid) returns table (period daterange, reason text)
  language sql stable security definer set search_path = public, pg_temp rows 1 as $$
  select (k.was ->> 'period')::daterange, k.was ->> 'end_reason'
  from oudernetwerken n join kept_rows k on k.cause_id = n.id
  where n.id = $1 and k.row_id = $2 and (n.region_id = any ({{regions}}) or n.id = any ({{ids(shared)}}))
$$;
revoke execute on function role_as_written from public;
grant execute on function role_as_written to {{viewers}};

-- Keeps plans of a network as they are, before its end changes them; as they are now, if it kept them before.
create function network_end_keeps(network uuid, plans uuid[]) returns void
  language sql security definer set search_path = public, pg_temp as $$
  delete from kept_rows k where k.cause_id = $1 and k.kept_table = 'succession_plans' and k.row_id = any ($2);
  select keep_rows($1, 'succession_plans', array(select p.id from succession_plans p
    where p.id = any ($2) and p.oudernetwerk_id = $1 order by array_position($2, p.id)))
$$;
revoke execute on function network_end_keeps from public;
grant execute on function network_end_keeps to okn_system;

-- Puts back what the end of a network closed, except what somebody has built on since. One may need another that is gone.
create function reopen_network(network oudernetwerken) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
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
end $$;
revoke execute on function reopen_network from public;

-- Roles in a network that their people, who departed since it was to end, would have left by now if it had not been: for
-- whoever lets it go on. `was` is what never begins.
create function left_while_closed(network uuid)
  returns table (what text, id uuid, oudernetwerk_id uuid, region_id uuid, period daterange, reason text, was jsonb)
  language sql stable security definer set search_path = public, pg_temp as $$
  select distinct on (k.row_id) case k.kept_table when 'memberships' then 'membership' else 'trekkerschap' end, k.row_id, n.id,
    n.region_id, (coalesce(l.became, l.was) ->> 'period')::daterange, coalesce(l.became, l.was) ->> 'end_reason',
    case when l.became is null then l.was end
  from oudernetwerken n join kept_rows k on k.cause_id = n.id cross join left_by_departures(k) with ordinality l
  where n.id = $1 and k.departures <> '{}' and n.region_id = any ({{regions}})
  order by k.row_id, l.ordinality desc
$$;
revoke execute on function left_while_closed from public;
grant execute on function left_while_closed to {{viewers}};

-- The roles in a network end with it, and those that were to begin after it never do. The standby follows by itself.
create function close_network(network oudernetwerken) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
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
end $$;
revoke execute on function close_network from public;

-- A merge of networks joins what somebody is in both. What is gone by that is kept by the role that stands for it, for when that
-- one turns out never to have been. So is that one itself, as it was by itself.
create function keep_joined(one uuid, kept text, gone uuid[]) returns void
  language sql security definer set search_path = public, pg_temp as $$
  select keep_rows($1, $2, $1 || $3) where $2 in ('memberships', 'support_arrangements')
$$;
revoke execute on function keep_joined from public;
grant execute on function keep_joined to okn_system;

create function joined_in(one uuid) returns table (id uuid, period daterange, hours numeric)
  language sql stable security definer set search_path = public, pg_temp as $$
  select row_id, (was ->> 'period')::daterange, (was ->> 'hours_per_month')::numeric from kept_rows
  where cause_id = $1 and kept_table in ('memberships', 'support_arrangements')
  order by row_id = $1 desc, lower((was ->> 'period')::daterange), place
$$;
revoke execute on function joined_in from public;
grant execute on function joined_in to okn_system;

-- The role that stands for them is another one from then on: what it was corrected to.
create function pass_joined_on(one uuid, next uuid, own jsonb) returns void
  language sql security definer set search_path = public, pg_temp as $$
  update kept_rows set cause_id = $2, row_id = case row_id when $1 then $2 else row_id end,
    was = case row_id when $1 then was || $3 || jsonb_build_object('id', $2) else was end
  where cause_id = $1 and kept_table in ('memberships', 'support_arrangements')
$$;
revoke execute on function pass_joined_on from public;
grant execute on function pass_joined_on to okn_system;

-- Some of them are one role of that network, the first, which stands for the others in its turn. Whether it could come back.
create function give_back_joined(one uuid, network uuid, ids uuid[], days daterange) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
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
end $$;
revoke execute on function give_back_joined from public;
grant execute on function give_back_joined to okn_system;

-- Trekkerschappen of somebody that ended, or never began, when their networks went up in another one, which they led as well.
create function ended_by_merge(network uuid, person uuid)
  returns table (id uuid, merged_id uuid, line uuid, period daterange, begun boolean, name text, from_day date)
  language sql stable security definer set search_path = public, pg_temp as $$
  select k.row_id, n.id, coalesce(k.was ->> 'line_id', n.id::text)::uuid, (k.was ->> 'period')::daterange, k.became is not null,
    n.name, s.from_day
  from network_successions s
  join oudernetwerken n on n.id = s.predecessor_id
  join kept_rows k on k.cause_id = n.id and k.kept_table = 'trekkerschappen'
  where s.successor_id = $1 and s.kind = 'MERGED' and k.was ->> 'person_id' = $2::text
    and (k.was ->> 'period')::daterange && daterange(s.from_day, null)
    and (k.became is null or exists (select from trekkerschappen t where t.id = k.row_id))
  order by s.from_day, lower((k.was ->> 'period')::daterange), k.row_id
$$;
revoke execute on function ended_by_merge from public;
grant execute on function ended_by_merge to okn_system;

-- Searches for whoever follows one of them, which stopped with its network, go on in the other one.
create function searches_go_on(merged uuid, ended_role uuid, network uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
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
end $$;
revoke execute on function searches_go_on from public;

-- One of them did not end with its network, but goes on in the other one. Tells it as it was written.
create function leave_merged(merged uuid, ended_role uuid, network uuid) returns setof trekkerschappen
  language plpgsql security definer set search_path = public, pg_temp rows 1 as $$
declare
  written jsonb;
begin
  delete from kept_rows k where k.cause_id = merged and k.kept_table = 'trekkerschappen' and k.row_id = ended_role
    returning k.was into strict written;
  update trekkerschappen t set end_reason = null, planned_end_on = null, planned_end_reason = null, version = t.version + 1
    where t.id = ended_role;
  perform searches_go_on(merged, ended_role, network);
  return query select * from jsonb_populate_record(null::trekkerschappen, written);
end $$;
revoke execute on function leave_merged from public;
grant execute on function leave_merged to okn_system;

-- One of them that never began in its network begins in the other one. Whether it does.
create function begin_from_merged(merged uuid, ended_role uuid, network uuid) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  one kept_rows;
  former trekkerschappen;
begin
  delete from kept_rows k where k.cause_id = merged and k.kept_table = 'trekkerschappen' and k.row_id = ended_role
    returning k.* into strict one;
  select * into former from trekkerschappen t where t.person_id = (one.was ->> 'person_id')::uuid
    and t.oudernetwerk_id in (merged, network) and upper(t.period) = lower((one.was ->> 'period')::daterange);
  one.was := one.was || jsonb_build_object('oudernetwerk_id', network, 'line_id', {{tenure_line(former)}},
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
end $$;
revoke execute on function begin_from_merged from public;
grant execute on function begin_from_merged to okn_system;

-- What goes on from one that is taken back is part of the tenure of the one for which it stood.
create function tenure_goes_on(person uuid, since date, line uuid, next_line uuid) returns void
  language sql security definer set search_path = public, pg_temp as $$
  update trekkerschappen t set line_id = $4, version = t.version + 1
  where t.person_id = $1 and lower(t.period) > $2 and t.line_id = $3 and $3 <> $4
$$;
revoke execute on function tenure_goes_on from public;
grant execute on function tenure_goes_on to okn_system;

-- Nobody goes on any more from what came before one that never was, in a network that went up in this one or that this one parted
-- from: it ended there.
create function ended_where_it_was(trekkerschap uuid) returns void
  language sql security definer set search_path = public, pg_temp as $$
  update trekkerschappen t set end_reason = 'OTHER', version = t.version + 1
  where t.id = $1 and t.end_reason is null and not upper_inf(t.period) and not exchanged(t)
$$;
revoke execute on function ended_where_it_was from public;
grant execute on function ended_where_it_was to okn_system;

create function network_end_follows() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.ended_on is null then perform reopen_network(new);
  else perform close_network(new); end if;
  return null;
end $$;
revoke execute on function network_end_follows from public;

-- A trekkerschap as it is or was kept, of somebody whose last school tie is closed: no end that is planned or still to come
-- speaks of a child any more. What has passed stays as it was.
create function naming_no_child(said jsonb, on_day date) returns jsonb language sql stable return (
  select said
    || case when (goes_on or (said ->> 'planned_end_on')::date >= on_day)
        and said ->> 'planned_end_reason' = 'CHILD_LEFT_SCHOOL' then '{"planned_end_reason": "OTHER"}' else '{}' end::jsonb
    || case when goes_on and said ->> 'end_reason' = 'CHILD_LEFT_SCHOOL' then '{"end_reason": "OTHER"}' else '{}' end::jsonb
  from (select coalesce(upper((said ->> 'period')::daterange) > on_day, true) as goes_on) lasts);
revoke execute on function naming_no_child from public;

create function trekkerschappen_name_no_child() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from school_ties s where s.person_id = old.person_id) then return null; end if;
  update trekkerschappen t set planned_end_reason = said ->> 'planned_end_reason', end_reason = said ->> 'end_reason',
    version = t.version + 1
  from trekkerschappen before cross join lateral (select naming_no_child(to_jsonb(before), {{today}}) as said) after
  where before.person_id = old.person_id and before.id = t.id and after.said <> to_jsonb(before);
  -- what may come back
  update kept_rows k set was = naming_no_child(k.was, {{today}}), became = naming_no_child(k.became, {{today}})
  where k.kept_table = 'trekkerschappen' and k.was ->> 'person_id' = old.person_id::text;
  return null;
end $$;
revoke execute on function trekkerschappen_name_no_child from public;
create trigger name_no_child after delete on school_ties
  for each row execute function trekkerschappen_name_no_child();

-- A network, and those in which it went up or that parted from it, whatever became of them in their turn.
create function goes_on_as(network uuid) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp rows 1 as $$
  with recursive later as (
    select $1 as id
    union
    select s.successor_id from later l join network_successions s on s.predecessor_id = l.id
  )
  select id from later
$$;
revoke execute on function goes_on_as from public;

-- Locks the networks in which somebody has a part, as whoever writes one does, before that person is locked.
create function lock_networks_of(people uuid[]) returns void
  language sql security definer set search_path = public, pg_temp as $$
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
$$;
revoke execute on function lock_networks_of from public;
grant execute on function lock_networks_of to okn_system;

-- Ends what somebody who departs does in networks after their last day. `was` is what never began, and is gone. The contact of
-- a network is nobody from then on.
create function end_parts_in_networks(departure uuid)
  returns table (what text, id uuid, oudernetwerk_id uuid, region_id uuid, period daterange, reason text, was jsonb)
  language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  leaving departures;
  next_day date;
  led uuid[];
  joined uuid[];
begin
  select * into strict leaving from departures d where d.id = departure and {{recorded_now}};
  next_day := leaving.last_day + 1;
  led := array(select t.id from trekkerschappen t where t.person_id = leaving.person_id
    and ({{not_over(t.period, next_day)}} or upper(t.period) = next_day and t.end_reason is null));
  joined := array(select m.id from memberships m where m.person_id = leaving.person_id and {{not_over(m.period, next_day)}});
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
        end_reason = {{reason_of(leaving)}}
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
end $$;
revoke execute on function end_parts_in_networks from public;
grant execute on function end_parts_in_networks to okn_system;

-- Somebody who joins a network and whom the service does not know yet: recorded in the region of the network by whoever
-- works with it. Nobody is looked for: whoever types a name must not learn that it is known.
create function make_newcomer(network uuid, made uuid, given_name text, infix text, family_name text, perspectives text[],
    language text, email text, phone text, at timestamptz) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  home uuid := (select n.region_id from oudernetwerken n
    where n.id = network and (n.region_id = any ({{regions}}) or n.id = any ({{ids(supported)}})));
begin
  if home is null then
    raise exception 'whoever works with a network adds people to it' using errcode = '42501';
  end if;
  insert into people (id, pseudonym, region_id, perspectives, language, created_at)
    values (made, {{pseudonym(made)}}, home, $6, $7, at);
  insert into person_details (person_id, given_name, infix, family_name) values (made, $3, $4, $5);
  if coalesce($8, $9) is not null then
    insert into person_contacts (person_id, email, phone) values (made, $8, $9);
  end if;
end $$;
revoke execute on function make_newcomer from public;
grant execute on function make_newcomer to {{viewers}};

-- A network of parents is led by a parent: whoever leads one, or is to, goes on taking part as one.
create function refuse_led_by_no_parent() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  -- what is hidden from whoever changes it must not tell itself by a refusal
  if exists (select from trekkerschappen t where t.person_id = new.id and t.region_id = any ({{regions}})
      and {{not_over(t.period, {{today}})}}) then
    raise exception 'person % leads a network of parents', new.id
      using errcode = '23514', constraint = 'stays_parent';
  end if;
  return null;
end $$;
revoke execute on function refuse_led_by_no_parent from public;
create trigger led_by_parent after update of perspectives on people
  for each row when ('OUDER' = any (old.perspectives) and 'OUDER' <> all (new.perspectives))
  execute function refuse_led_by_no_parent();

-- Nor does anybody begin to lead one, or lead it again, who takes part as no parent. Whoever says what they take part as and
-- whoever lets them lead take turns.
create function refuse_no_parent() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  roles text[] := (select p.perspectives from people p where p.id = new.person_id for no key update);
begin
  if 'OUDER' = any (roles) or not {{not_over(new.period, {{today}})}} then return null; end if;
  -- they lead it already, in this role or in the one before
  if tg_op = 'UPDATE' and new.person_id = old.person_id and {{not_over(old.period, {{today}})}}
    or exists (select from trekkerschappen t where t.person_id = new.person_id
      and {{tenure_line(t)}} = {{tenure_line(new)}} and upper(t.period) = lower(new.period)) then
    return null;
  end if;
  raise exception 'person % is no parent', new.person_id using errcode = '23514', constraint = 'led_by_parent';
end $$;
revoke execute on function refuse_no_parent from public;
create trigger led_by_parent after insert or update of person_id, period on trekkerschappen
  for each row execute function refuse_no_parent();

-- The network in which a tenure began: it goes on in what that went up in, or what parted from it.
-- fragment tenure_line(trekkerschap)
coalesce({{trekkerschap}}.line_id, {{trekkerschap}}.oudernetwerk_id)

-- Lines of somebody that a merge made one, among them the one that is asked for: they led one network until it went up in the
-- other, and lead that one on, or from then. In the order of their ids, so that each of them says the same.
create function tenure_lines(person uuid, line uuid) returns uuid[]
  language plpgsql stable as $$
begin
  -- as nearly everybody
  if not exists (select from trekkerschappen t join network_successions s on s.predecessor_id = t.oudernetwerk_id
      and s.kind = 'MERGED' and s.from_day = upper(t.period) where t.person_id = $1) then
    return array[$2];
  end if;
  return (
    with recursive met as (
      select {{tenure_line(ended)}} as one, {{tenure_line(there)}} as other
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
end $$;

-- Whether the same person goes on leading the network after its last day, in another role, or what came of it: then that is
-- no departure.
create function goes_on(trekkerschappen) returns boolean language sql stable
  return exists (select from trekkerschappen o where o.person_id = $1.person_id and o.period @> upper($1.period)
    and {{tenure_line(o)}} = any (tenure_lines($1.person_id, {{tenure_line($1)}})));

-- Whether they take another one up on the day after: only then is a last day on record without a reason.
create function exchanged(trekkerschappen) returns boolean language sql stable
  return exists (select from trekkerschappen o where o.person_id = $1.person_id and lower(o.period) = upper($1.period)
    and {{tenure_line(o)}} = {{tenure_line($1)}});

-- The trekkerschappen that one is part of a tenure with: of the same person in the same network, one after the other, or
-- in networks of which one came of the other. What they led beside it until that went up in it is part of it too.
create function tenure_of(trekkerschap uuid) returns setof trekkerschappen
  language sql stable rows 2 as $$
  select t.*
  from trekkerschappen one
  -- as a table: once for all that is compared with it
  cross join tenure_lines(one.person_id, {{tenure_line(one)}}) of (lines)
  join trekkerschappen t on {{tenure_line(t)}} = any (of.lines) and t.person_id = one.person_id
  join lateral (
    select unnest(range_agg(a.period)) as whole from trekkerschappen a
    where {{tenure_line(a)}} = any (of.lines) and a.person_id = one.person_id
  ) tenure on tenure.whole @> one.period and tenure.whole @> t.period
  where one.id = $1
$$;

-- The last of them: the one that lasts longest.
create function last_of_tenure(trekkerschap uuid) returns setof trekkerschappen
  language sql stable rows 1 as $$
  select * from tenure_of($1) order by upper(period) desc, period desc limit 1
$$;

-- Those of them in its own line: what reminders and calendars told of one network until it went up in another one stays theirs,
-- and so does what they tell of that one.
create function tenure_in_line(trekkerschap uuid) returns setof trekkerschappen
  language sql stable rows 2 as $$
  select t.* from tenure_of($1) t join trekkerschappen one on one.id = $1 and {{tenure_line(t)}} = {{tenure_line(one)}}
$$;

-- The support that one is part of: of the same organisation for the same network, renewed on the next day.
create function support_of(support uuid) returns setof support_arrangements
  language sql stable rows 2 as $$
  select s.*
  from support_arrangements one
  join support_arrangements s on s.oudernetwerk_id = one.oudernetwerk_id and s.organisation_id = one.organisation_id
  join lateral (
    select unnest(range_agg(a.period)) as whole from support_arrangements a
    where a.oudernetwerk_id = one.oudernetwerk_id and a.organisation_id = one.organisation_id
  ) renewed on renewed.whole @> one.period and renewed.whole @> s.period
  where one.id = $1
$$;

-- oudernetwerken
{{chooses_responsible(oudernetwerken)}}
create trigger end_follows after update of ended_on on oudernetwerken
  for each row when (new.ended_on is distinct from old.ended_on) execute function network_end_follows();
create constraint trigger leadership_cover after insert or update of active_from, ended_on
  on oudernetwerken deferrable initially deferred for each row execute function check_leadership_cover();
{{protected(oudernetwerken)}}
{{found_by_name(oudernetwerken, {{sees_all}})}}
create policy national on oudernetwerken for select to okn_national using ({{signed_in}});
create policy regional on oudernetwerken for select to okn_regional using ({{in_region}});
-- a secretary knows the networks of their regions in outline
create policy personal on oudernetwerken for select to okn_personal using (
  {{in_region}} or id = any ({{ids(outlines)}}) or region_id = any ({{ids(secretariat)}}));
create policy may_insert on oudernetwerken for insert to {{viewers}} with check ({{in_region}});
-- whoever leads or supports a network locks it, by counting its version up
create policy may_update on oudernetwerken for update to {{viewers}} using ({{in_region}} or id = any ({{networks}}));
grant select, insert, update on oudernetwerken to {{viewers}};
{{system_select(oudernetwerken)}}

-- oudernetwerk_municipalities
{{protected(oudernetwerk_municipalities)}}
{{part_of_network(oudernetwerk_municipalities)}}

-- oudernetwerk_themes
{{protected(oudernetwerk_themes)}}
{{part_of_network(oudernetwerk_themes)}}

-- network_end_tasks
create trigger mark_stale after insert or delete or update of done_on on network_end_tasks
  for each row execute function mark_stale('oudernetwerk_id');
{{protected(network_end_tasks)}}
{{seen_with_network(network_end_tasks)}}
create policy may_insert on network_end_tasks for insert to {{viewers}} with check ({{in_region}});
create policy may_update on network_end_tasks for update to {{viewers}} using ({{in_region}});
create policy may_delete on network_end_tasks for delete to {{viewers}} using ({{in_region}});
grant insert, update, delete on network_end_tasks to {{viewers}};

-- network_successions
{{protected(network_successions)}}
create policy national on network_successions for select to okn_national using ({{signed_in}});
create policy regional on network_successions for select to okn_regional using ({{in_region}});
create policy personal on network_successions for select to okn_personal using (
  {{inside_network(region_id, predecessor_id)}} or {{inside_network(region_id, successor_id)}});
create policy may_insert on network_successions for insert to {{viewers}} with check ({{in_region}});
grant select, insert on network_successions to {{viewers}};
{{system_select(network_successions)}}

-- fragment part_of_network(table)
create policy national on {{table}} for select to okn_national using ({{signed_in}});
create policy regional on {{table}} for select to okn_regional using ({{network_seen}});
create policy personal on {{table}} for select to okn_personal using ({{network_seen}});
create policy may_insert on {{table}} for insert to {{viewers}} with check ({{network_managed}});
create policy may_delete on {{table}} for delete to {{viewers}} using ({{network_managed}});
grant select, insert, delete on {{table}} to {{viewers}};

-- trekkerschappen: a role that was to start but never did is deleted; one that began is only ended
create trigger known_where after insert or delete or update of person_id, oudernetwerk_id, region_id on trekkerschappen
  for each row execute function people_known_where();
create constraint trigger leadership_cover after insert or delete or update of person_id, oudernetwerk_id, period
  on trekkerschappen deferrable initially deferred for each row execute function check_leadership_cover();
create trigger ends_with_network before insert or update of period on trekkerschappen
  for each row execute function ends_with_network();
{{protected(trekkerschappen)}}
{{seen_with_role(trekkerschappen)}}
create policy may_insert on trekkerschappen for insert to {{viewers}} with check ({{in_region}});
create policy may_update on trekkerschappen for update to {{viewers}} using (
  {{in_region}} or person_id = {{person}} and {{led}});
create policy may_delete on trekkerschappen for delete to {{viewers}} using ({{in_region}});
grant insert, update, delete on trekkerschappen to {{viewers}};
{{system_select(trekkerschappen)}}

-- What a region adds to a network of another one is its own to repair.
create function recorded_in_region() returns trigger language plpgsql as $$
begin
  if {{works_for_viewer}} then
    new.recorded_in := case when new.region_id <> all ({{regions}}) then (
      select a.region_id from region_agreements a
      where a.oudernetwerk_id = new.oudernetwerk_id and a.kind = 'TAKES_PART' and a.region_id = any ({{regions}})
        and agreement_status(a.answer, a.period, {{today}}) = 'IN_FORCE' order by a.asked_on, a.id limit 1) end;
  end if;
  return new;
end $$;
create trigger recorded_in_region before insert on memberships for each row execute function recorded_in_region();
create trigger recorded_in_region before insert on support_arrangements
  for each row execute function recorded_in_region();

-- fragment repaired
({{in_region}} or {{shared}} and recorded_in = any ({{regions}}))

-- memberships
create trigger known_where after insert or delete or update of person_id, oudernetwerk_id, region_id on memberships
  for each row execute function people_known_where();
create trigger ends_with_network before insert or update of period on memberships
  for each row execute function ends_with_network();
{{protected(memberships)}}
{{seen_with_role(memberships)}}
create policy may_insert on memberships for insert to {{viewers}} with check ({{managed_or_supported}});
create policy may_update on memberships for update to {{viewers}} using ({{managed_or_supported}});
create policy may_delete on memberships for delete to {{viewers}} using ({{repaired}});
grant insert, update, delete on memberships to {{viewers}};
{{system_sees(memberships)}}
grant select (person_id, oudernetwerk_id, period) on memberships to okn_system;

-- caretakerships: a trekker who stops leaves a standby caretaker behind
create constraint trigger leadership_cover after insert or delete or update of oudernetwerk_id, period, standby
  on caretakerships deferrable initially deferred for each row execute function check_leadership_cover();
create trigger ends_with_network before insert or update of period on caretakerships
  for each row when (not new.standby) execute function ends_with_network();
{{protected(caretakerships)}}
{{seen_with_network(caretakerships)}}
create policy may_insert on caretakerships for insert to {{viewers}} with check ({{in_region}} or standby and ({{led}} or {{shared}}));
create policy may_update on caretakerships for update to {{viewers}} using ({{in_region}} or standby and ({{led}} or {{shared}}));
create policy may_delete on caretakerships for delete to {{viewers}} using ({{in_region}} or standby and ({{led}} or {{shared}}));
grant insert, update, delete on caretakerships to {{viewers}};
-- whoever departs leaves them behind wherever they lead
create policy system_select on caretakerships for select to okn_system using ({{signed_in}});
create policy system_insert on caretakerships for insert to okn_system with check ({{signed_in}} and standby);
create policy system_update on caretakerships for update to okn_system using ({{signed_in}} and standby);
create policy system_delete on caretakerships for delete to okn_system using ({{signed_in}} and standby);
grant select, insert, update (period), delete on caretakerships to okn_system;

-- support_arrangements
create trigger ends_with_network before insert or update of period on support_arrangements
  for each row execute function ends_with_network();
{{protected(support_arrangements)}}
{{seen_with_network(support_arrangements)}}
create policy may_insert on support_arrangements for insert to {{viewers}} with check ({{managed_or_shared}});
create policy may_update on support_arrangements for update to {{viewers}} using ({{repaired}});
create policy may_delete on support_arrangements for delete to {{viewers}} using ({{repaired}});
grant insert, update, delete on support_arrangements to {{viewers}};
{{system_select(support_arrangements)}}

-- activities
create trigger last_activity after insert or delete or update of held_on, oudernetwerk_id on activities
  for each row execute function oudernetwerken_last_activity();
{{protected(activities)}}
{{seen_with_network(activities)}}
create policy may_insert on activities for insert to {{viewers}} with check ({{network_reach}});
create policy may_update on activities for update to {{viewers}} using ({{network_reach}});
create policy may_delete on activities for delete to {{viewers}} using ({{network_reach}});
grant insert, update, delete on activities to {{viewers}};
{{system_sees(activities)}}
grant select (id, oudernetwerk_id, held_on, planned_on, start_time, place, title) on activities to okn_system;
