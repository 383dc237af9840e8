-- Somebody moves to another region. `people.region_id` is the region that answers for them: the one where they lived, until
-- they say that they may be introduced to the new one, or have a role there.

-- Nothing is decided yet.
-- fragment move_is_open(m)
({{m}}.crossed_at is null and {{m}}.closed_on is null)

-- The last day on which what somebody said of being found holds, as they moved after it; null: they did not.
create function holds_where_they_lived(said consents) returns date language sql stable as $$
  select min(case when said.recorded_at < greatest(m.recorded_at, m.moved_on::timestamp at time zone 'Europe/Amsterdam')
      then m.moved_on
    else (m.crossed_at at time zone 'Europe/Amsterdam')::date end) - 1
  from person_moves m where m.person_id = said.person_id
    and said.recorded_at < greatest(m.recorded_at, m.moved_on::timestamp at time zone 'Europe/Amsterdam', m.crossed_at)
$$;
revoke execute on function holds_where_they_lived from public;

create function profiles_follow_move() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform renew_findable(coalesce(new.person_id, old.person_id));
  return null;
end $$;
revoke execute on function profiles_follow_move from public;
create trigger profile_follows after insert or delete or update of crossed_at on person_moves
  for each row execute function profiles_follow_move();

-- Why the home region changes by a day: they said yes; or they have a role in the new one, and did not say no since it
-- began. Null: it does not.
create function crosses_because(m person_moves, on_day date) returns text language sql stable as $$
  select case when not {{move_is_open(m)}} or m.moved_on > on_day then null
    when m.answer = 'YES' then 'YES'
    when exists (select from (
        select region_id, period from trekkerschappen where person_id = m.person_id
        union all select region_id, period from memberships where person_id = m.person_id
        union all select region_id, period from seat_appointments where person_id = m.person_id) part
      where part.region_id in (select regions_below(m.to_region_id)) and {{not_over(part.period, on_day)}}
        and (m.answer is null or lower(part.period) > m.answered_on))
      then 'ROLE' end
$$;
revoke execute on function crosses_because from public;

-- Moves that come true by a day.
create function moves_to_settle(on_day date) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select m.id from person_moves m where {{move_is_open(m)}} and crosses_because(m, on_day) is not null order by m.person_id
$$;
revoke execute on function moves_to_settle from public;
grant execute on function moves_to_settle to okn_system;

-- Lets them come true: from then on the new region answers for whoever moved. What they said of being found is over.
create function settle_moves(moves uuid[], on_day date, at timestamptz)
  returns table (id uuid, person_id uuid, region_id uuid, because text)
  language plpgsql security definer set search_path = public, pg_temp as $$
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
end $$;
revoke execute on function settle_moves from public;
grant execute on function settle_moves to okn_system;

-- It never was: whoever moved is where they were, if the move had come true. The last one of a person only. Tells the region
-- that answered for them until now.
create function annul_move(move uuid) returns uuid
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  gone person_moves;
begin
  delete from person_moves m where m.id = move returning * into strict gone;
  if gone.crossed_at is null then return gone.from_region_id; end if;
  update people p set region_id = gone.from_region_id, municipality_id = gone.from_municipality_id, version = p.version + 1
  where p.id = gone.person_id and p.region_id = gone.to_region_id;
  return gone.to_region_id;
end $$;
revoke execute on function annul_move from public;
grant execute on function annul_move to okn_system;

-- What a region is to do for somebody because of a move: to ask, to get to know them, or to read that it never was. What was
-- to be done about a move before is done.
create function make_move_task(person uuid, region uuid, kind text, on_day date, due date) returns uuid
  language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  made uuid;
begin
  if kind not in ('MOVED_AWAY', 'MOVED_HERE', 'MOVE_TAKEN_BACK') then
    raise exception 'no task about a move is %', kind;
  end if;
  perform done_with_move(person, on_day);
  insert into person_tasks (id, person_id, region_id, kind, made_on, due_on)
    values (gen_random_uuid(), person, region, make_move_task.kind, on_day, due) returning id into made;
  return made;
end $$;
revoke execute on function make_move_task from public;
grant execute on function make_move_task to okn_system;

create function done_with_move(person uuid, on_day date) returns void
  language sql security definer set search_path = public, pg_temp as $$
  update person_tasks t set done_on = on_day, version = t.version + 1
  where t.person_id = person and t.kind in ('MOVED_AWAY', 'MOVED_HERE', 'MOVE_TAKEN_BACK') and t.done_on is null
$$;
revoke execute on function done_with_move from public;
grant execute on function done_with_move to okn_system;

-- person_moves: for those who keep the person's record; the new region sees nothing before they do
{{protected(person_moves)}}
create policy national on person_moves for select to okn_national using ({{own_or_managed}});
create policy regional on person_moves for select to okn_regional using ({{person_managed}});
create policy personal on person_moves for select to okn_personal using ({{own_or_managed}});
create policy may_insert on person_moves for insert to {{viewers}} with check (
  account_id = {{account}} and crossed_at is null and closed_on is null and {{own_or_managed}});
create policy may_update on person_moves for update to {{viewers}} using ({{own_or_managed}});
grant select, insert on person_moves to {{viewers}};
grant update (version, answer, answered_on, closed_on, closed_because) on person_moves to {{viewers}};
{{system_select(person_moves)}}
create policy system_update on person_moves for update to okn_system using ({{departing}});
grant update (version, closed_on, closed_because) on person_moves to okn_system;


-- Networks that go to another region

-- The caretaker of last resort of a region: its coordinating organisation, or that of the nearest region above that has one.
create function last_resort_of(region uuid) returns uuid language sql stable as $$
  with recursive up as (
    select parent_id, coordinating_organisation_id, 0 as steps from regions where id = $1
    union all
    select r.parent_id, r.coordinating_organisation_id, steps + 1 from regions r join up on up.parent_id = r.id
  )
  select coordinating_organisation_id from up where coordinating_organisation_id is not null order by steps limit 1
$$;
revoke execute on function last_resort_of from public;
grant execute on function last_resort_of to {{viewers}}, okn_system;

-- A network is another region's from a day on, with all that belongs to it. What was agreed with that region, and whatever
-- other move was asked, is over by then; what somebody of the old region put off is not put off any more.
create function network_goes_to(network uuid, region uuid, moved_on date) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  home uuid := (select n.region_id from oudernetwerken n where n.id = network for no key update);
begin
  update region_agreements a set version = a.version + 1,
    answer = case when a.answer is null or lower(a.period) >= moved_on then 'WITHDRAWN' else a.answer end,
    answered_on = coalesce(a.answered_on, moved_on),
    period = case when lower(a.period) >= moved_on then a.period else a.period * daterange(null, moved_on) end
  where a.oudernetwerk_id = network and (a.kind = 'MOVES' or a.region_id = region)
    and (a.answer is null or a.answer = 'AGREED') and {{not_over(a.period, moved_on)}}
    and not (a.kind = 'MOVES' and a.answer = 'AGREED' and a.region_id = region);
  update region_agreements a set version = a.version + 1, period = daterange(moved_on, moved_on + 1)
  where a.oudernetwerk_id = network and a.kind = 'MOVES' and a.answer = 'AGREED' and upper_inf(a.period);
  insert into oudernetwerk_moves (id, oudernetwerk_id, region_id, from_region_id, to_region_id, moved_on, last_resort_id)
    values (gen_random_uuid(), network, home, home, region, moved_on, last_resort_of(home));
  delete from work_item_snoozes s where s.oudernetwerk_id = network;
  update oudernetwerken n set region_id = region, version = n.version + 1 where n.id = network;
end $$;
revoke execute on function network_goes_to from public;

-- Does what regions agreed on by a day: among these agreements, or all of them.
create function move_agreed_networks(agreements uuid[], on_day date)
  returns table (oudernetwerk_id uuid, from_region_id uuid, to_region_id uuid, moved_on date)
  language plpgsql security definer set search_path = public, pg_temp as $$
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
end $$;
revoke execute on function move_agreed_networks from public;
grant execute on function move_agreed_networks to okn_system;

-- oudernetwerk_moves
{{protected(oudernetwerk_moves)}}
{{seen_with_network(oudernetwerk_moves)}}
{{system_select(oudernetwerk_moves)}}
