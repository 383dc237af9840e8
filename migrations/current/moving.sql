-- Somebody moves to another region. `people.region_id` is the region that answers for them: the one where they lived, until
-- they say that they may be introduced to the new one, or have a role there.

-- Nothing is decided yet.
-- fragment move_is_open(m)
({{m}}.crossed_at is null and {{m}}.closed_on is null)

-- The last day on which what somebody said of being found holds, as they moved after it; null: they did not.
create function holds_where_they_lived(said consents) returns date language sql stable as $$
  select min(case when m.because = 'MOVED'
      and said.recorded_at < greatest(m.recorded_at, m.moved_on::timestamp at time zone 'Europe/Amsterdam') then m.moved_on
    else {{day_of(m.crossed_at)}} end) - 1
  from person_moves m where m.person_id = said.person_id
    and said.recorded_at < case m.because when 'REORGANISED' then m.crossed_at
      else greatest(m.recorded_at, m.moved_on::timestamp at time zone 'Europe/Amsterdam', m.crossed_at) end
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

-- Somebody has a role where they move to that lasts until a day or begins later, and did not say no since it began.
-- fragment role_there(m, day)
exists (select from (
    select region_id, period from trekkerschappen where person_id = {{m}}.person_id
    union all select region_id, period from memberships where person_id = {{m}}.person_id
    union all select region_id, period from seat_appointments where person_id = {{m}}.person_id) part
  where part.region_id in (select regions_below({{m}}.to_region_id)) and {{not_over(part.period, {{day}})}}
    and ({{m}}.answer is null or lower(part.period) > {{m}}.answered_on))

-- Why the home region changes by a day: they said yes, or have a role there. Null: it does not; where regions change, that is
-- applied to many at once.
create function crosses_because(m person_moves, on_day date) returns text language sql stable as $$
  select case when not {{move_is_open(m)}} or m.moved_on > on_day or m.because = 'REORGANISED' then null
    when m.answer = 'YES' then 'YES'
    when {{role_there(m, on_day)}} then 'ROLE' end
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

-- Whose role in the new region never was has not come there by it: the old one answers for them again, and asks, unless they
-- departed since. The last move of each of these people only.
create function cross_back(who uuid[], on_day date)
  returns table (id uuid, person_id uuid, from_region_id uuid, to_region_id uuid, moved_on date, answer text)
  language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  perform from people p where p.id = any (who) order by p.id for no key update;
  return query
    with back as (
      update person_moves m set crossed_at = null, crossed_because = null, version = m.version + 1,
        closed_on = case when came.has_departed then on_day end, closed_because = case when came.has_departed then 'DEPARTED' end
      from (select l.id, {{day_of(l.crossed_at)}} as on_day, exists (select from departures d
          where d.person_id = l.person_id and d.taken_back_at is null and d.recorded_at > l.recorded_at) as has_departed
        from person_moves l where l.person_id = any (who) and l.crossed_because = 'ROLE') came
      where came.id = m.id and not {{role_there(m, came.on_day)}}
        and not exists (select from person_moves l
          where l.person_id = m.person_id and (l.recorded_at, l.id) > (m.recorded_at, m.id))
      returning m.*
    ), moved as (
      update people p set region_id = b.from_region_id, municipality_id = b.from_municipality_id, version = p.version + 1
      from back b where p.id = b.person_id and p.region_id = b.to_region_id
    )
    select b.id, b.person_id, b.from_region_id, b.to_region_id, b.moved_on, b.answer from back b where b.closed_on is null;
end $$;
revoke execute on function cross_back from public;
grant execute on function cross_back to okn_system;

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

-- Kinds of tasks about a move.
-- fragment about_move(kind)
({{kind}} in ('MOVED_AWAY', 'MOVED_HERE', 'MOVE_TAKEN_BACK', 'REGION_CHANGES', 'CHANGE_IS_OFF'))

-- What a region is to do for somebody because of a move: to ask, to get to know them, or to read that it never was. What was
-- to be done about a move before is done.
create function make_move_task(person uuid, region uuid, kind text, on_day date, due date) returns uuid
  language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  made uuid;
begin
  if not {{about_move(kind)}} then
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
  where t.person_id = person and t.done_on is null
    and {{about_move(t.kind)}}
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

-- A network is another region's from a day on, with all that belongs to it. What was agreed with that region, and whatever
-- other move was asked, is over by then.
create function network_goes_to(network uuid, region uuid, moved_on date) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  home uuid := (select n.region_id from oudernetwerken n where n.id = network for no key update);
begin
  update region_agreements a set version = a.version + 1,
    answer = case when a.answer is null or lower(a.period) >= moved_on then 'WITHDRAWN' else a.answer end,
    answered_on = coalesce(a.answered_on, moved_on),
    period = case when lower(a.period) >= moved_on then a.period else a.period * daterange(null, moved_on) end
  where a.oudernetwerk_id = network and (a.kind = 'MOVES' or a.region_id in (select regions_below(region)))
    and (a.answer is null or a.answer = 'AGREED') and {{not_over(a.period, moved_on)}}
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


-- Municipalities that come under another region, or merge

-- Where a municipality is from a day on: its region, and the municipality that it is then, itself or the one that it became
-- part of.
create function municipality_on(municipality uuid, on_day date) returns table (region_id uuid, into_id uuid)
  language sql stable rows 1 as $$
  select coalesce(changed.region_id, m.region_id), coalesce(changed.into_id, m.id)
  from municipalities m left join lateral (
    select c.region_id, c.into_id from municipality_regions c
    where c.municipality_id = m.id and c.valid_from <= on_day order by c.valid_from desc limit 1) changed on true
  where m.id = municipality
$$;
revoke execute on function municipality_on from public;
grant execute on function municipality_on to {{viewers}};

-- The municipalities that go from one region to another on a day.
create function municipalities_changing(from_region uuid, to_region uuid, on_day date)
  returns table (municipality_id uuid, into_id uuid) language sql stable as $$
  select c.municipality_id, coalesce(c.into_id, c.municipality_id) from municipality_regions c
  cross join lateral municipality_on(c.municipality_id, on_day - 1) before
  where c.valid_from = on_day and c.region_id = to_region and before.region_id = from_region and from_region <> to_region
$$;
revoke execute on function municipalities_changing from public;
grant execute on function municipalities_changing to {{viewers}};

-- What was proposed because of a change: open until it is decided.
-- fragment proposed_move(m)
({{m}}.because = 'REORGANISED' and {{move_is_open({{m}})}} and {{m}}.answer is distinct from 'NO')

-- fragment goes_on_until(n, day)
({{n}}.ended_on is null or {{n}}.ended_on >= {{day}})

-- fragment proposed_network(a)
({{a}}.kind = 'MOVES' and {{a}}.asked_by is null and {{a}}.answer is null)

-- They were told a month ago, or said that it is fine.
-- fragment told_in_time(m, day)
({{m}}.answer = 'YES' or {{m}}.told_on + interval '1 month' <= {{day}})

-- Takes back what was proposed and did not come true of municipalities that do not go any more, or not on that day. Tells of
-- whom, and whether their region told them and not a mail.
create function take_back_proposals(on_day date)
  returns table (id uuid, person_id uuid, from_region_id uuid, to_region_id uuid, moved_on date, answer text, by_hand boolean)
  language sql security definer set search_path = public, pg_temp as $$
  update region_agreements a set answer = 'WITHDRAWN', answered_on = on_day, version = a.version + 1
  where {{proposed_network(a)}} and not exists (select from municipality_regions c
    join oudernetwerk_municipalities l on l.municipality_id in (c.municipality_id, c.into_id)
    where l.oudernetwerk_id = a.oudernetwerk_id and c.region_id = a.region_id
      and greatest(c.valid_from, a.asked_on) = lower(a.period));
  delete from person_moves m where m.because = 'REORGANISED' and {{move_is_open(m)}} and not exists (
    select from municipality_regions c where c.municipality_id = m.from_municipality_id and c.region_id = m.to_region_id
      and c.valid_from = m.moved_on)
  returning m.id, m.person_id, m.from_region_id, m.to_region_id, m.moved_on, m.answer,
    m.told_on is not null and not exists (select from mails_of_change(m.id) mail where mail.sent_at is not null)
$$;
revoke execute on function take_back_proposals from public;
grant execute on function take_back_proposals to okn_system;

-- Finds what changes in the two years to come, and did in the last one: a change for each side, and what it concerns. Networks
-- whose named municipalities all go are proposed to the other region as any move is; people are to be told, and may object.
-- Nobody is proposed twice, unless that was taken back. Tells the changes that are new.
create function find_region_changes(on_day date, at timestamptz) returns table (id uuid, region_id uuid)
  language plpgsql security definer set search_path = public, pg_temp as $$
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
      where {{goes_on_until(n, change.changes_on)}} and n.region_id in (select regions_below(change.from_region))
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
        and not exists (select from person_moves m where m.person_id = p.id and ({{move_is_open(m)}}
          or m.because = 'REORGANISED' and m.to_region_id = change.to_region and m.moved_on = change.changes_on));
  end loop;
end $$;
revoke execute on function find_region_changes from public;
grant execute on function find_region_changes to okn_system;

-- Municipalities are where they are on a day. One that became part of another is named by nobody any more, but by those for
-- whom that is still to be decided.
create function municipalities_follow(on_day date) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
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
end $$;
revoke execute on function municipalities_follow from public;
grant execute on function municipalities_follow to okn_system;

-- What was mailed, or is to be, to somebody whose municipality changes.
create function mails_of_change(move uuid) returns setof mails language sql stable as $$
  select m.* from mails m where m.kind = 'PERSON_MOVE' and m.params ->> 'moveId' = move::text
    and m.params ->> 'outcome' = 'REORGANISED'
$$;
revoke execute on function mails_of_change from public;

-- People who are to be told that their municipality changes, from three months ahead on: by their region if no mail reaches
-- them, or one was tried as often as it is and did not.
create function people_to_tell(on_day date, at_most integer, most_attempts integer)
  returns table (id uuid, person_id uuid, region_id uuid, to_region_id uuid, moved_on date, reachable boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select m.id, m.person_id, m.from_region_id, m.to_region_id, m.moved_on,
    coalesce(r.reachable, false) and not exists (select from mails_of_change(m.id))
  from person_moves m left join lateral mail_reach('PERSON', m.person_id) r on true
  where {{proposed_move(m)}} and m.told_on is null and m.answer is null and m.moved_on <= on_day + interval '3 months'
    and not exists (select from person_tasks t
      where t.person_id = m.person_id and t.kind = 'REGION_CHANGES' and t.done_on is null)
    and not exists (select from mails_of_change(m.id) mail where mail.sent_at is null and mail.attempts < most_attempts)
  order by m.id limit at_most
$$;
revoke execute on function people_to_tell from public;
grant execute on function people_to_tell to okn_system;

-- Whoever is mailed is told on the day on which that goes out.
create function moves_follow_mail() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update person_moves m set told_on = {{day_of(new.sent_at)}}, version = m.version + 1
  where m.id = (new.params ->> 'moveId')::uuid and m.told_on is null;
  return null;
end $$;
revoke execute on function moves_follow_mail from public;
create trigger moves_follow after update of sent_at on mails for each row
  when (new.kind = 'PERSON_MOVE' and new.params ->> 'outcome' = 'REORGANISED' and new.sent_at is not null)
  execute function moves_follow_mail();

-- Whoever has no address, or is left alone, is told by their region, which says so when it is done.
create function moves_follow_task() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update person_moves m set told_on = new.done_on, version = m.version + 1
  where m.person_id = new.person_id and {{proposed_move(m)}} and m.told_on is null
    and (new.kind = 'REGION_CHANGES' or new.mail_id in (select mail.id from mails_of_change(m.id) mail));
  return null;
end $$;
revoke execute on function moves_follow_task from public;
create trigger moves_follow after update of done_on on person_tasks
  for each row when ((new.kind = 'REGION_CHANGES' or new.mail_id is not null) and new.done_on is not null)
  execute function moves_follow_task();

-- Applies what is still proposed of a change whose day has come: of those who were told in time and did not object, the new
-- region is theirs from then on. Tells what went.
create function apply_region_change(change uuid, account uuid, on_day date, at timestamptz)
  returns table (what text, id uuid, subject_id uuid)
  language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  applied region_changes := (select c from region_changes c where c.id = change and c.comes and c.changes_on <= on_day);
  due record;
begin
  if applied.id is null then return; end if;
  perform from oudernetwerken n where n.id in (select a.oudernetwerk_id from region_agreements a
    where {{proposed_network(a)}} and a.region_id = applied.region_id) order by n.id for no key update;
  for due in
    select a.id, a.oudernetwerk_id from region_agreements a join oudernetwerken n on n.id = a.oudernetwerk_id
    where {{proposed_network(a)}} and a.region_id = applied.region_id
      and a.home_region_id in (select regions_below(applied.other_region_id))
      and {{goes_on_until(n, applied.changes_on)}}
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
    where {{proposed_move(m)}} and m.to_region_id = applied.region_id and m.moved_on = applied.changes_on)
    order by p.id for no key update;
  return query
    with crossing as (
      update person_moves m set crossed_at = at, crossed_because = 'REORGANISED', version = m.version + 1
      where {{proposed_move(m)}} and m.to_region_id = applied.region_id and m.moved_on = applied.changes_on
        and m.from_region_id in (select regions_below(applied.other_region_id)) and {{told_in_time(m, on_day)}}
      returning m.*
    ), moved as (
      update people p set region_id = c.to_region_id, municipality_id = c.municipality_id, version = p.version + 1
      from crossing c where p.id = c.person_id
    )
    select 'person', c.id, c.person_id from crossing c;
end $$;
revoke execute on function apply_region_change from public;
grant execute on function apply_region_change to okn_system;

-- For how many networks and people a change is still proposed.
create function proposed_of_change(change region_changes) returns bigint
  language sql stable security definer set search_path = public, pg_temp as $$
  with side as (
    select case when change.comes then change.other_region_id else change.region_id end as gives,
      case when change.comes then change.region_id else change.other_region_id end as takes)
  select (select count(*) from person_moves m, side where {{proposed_move(m)}} and m.moved_on = change.changes_on
      and m.to_region_id = side.takes and m.from_region_id in (select regions_below(side.gives)))
    + (select count(*) from region_agreements a join oudernetwerken n on n.id = a.oudernetwerk_id, side
      where {{proposed_network(a)}} and {{goes_on_until(n, change.changes_on)}}
        and a.region_id = side.takes and a.home_region_id in (select regions_below(side.gives)))
$$;
revoke execute on function proposed_of_change from public;
grant execute on function proposed_of_change to okn_system;

-- Both sides of a change are judged anew when something of it is decided.
create function mark_changes_stale() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  about jsonb := to_jsonb(case tg_op when 'DELETE' then old else new end);
  sides uuid[] := array[(about ->> tg_argv[0])::uuid, (about ->> tg_argv[1])::uuid];
begin
  insert into stale_subjects (subject_type, subject_id)
    select 'RegionChange', c.id from region_changes c
    where c.region_id = any (sides) or c.other_region_id = any (sides);
  return null;
end $$;
revoke execute on function mark_changes_stale from public;
create trigger mark_subject_stale after insert on region_changes
  for each row execute function mark_subject_stale('RegionChange', 'id');
create trigger mark_changes_stale after insert or update of answer, closed_on, crossed_at on person_moves
  for each row when (new.because = 'REORGANISED') execute function mark_changes_stale('from_region_id', 'to_region_id');
create trigger mark_changes_stale_of_taken_back after delete on person_moves
  for each row when (old.because = 'REORGANISED') execute function mark_changes_stale('from_region_id', 'to_region_id');
create trigger mark_changes_stale after insert or update of answer on region_agreements
  for each row when (new.kind = 'MOVES' and new.asked_by is null)
  execute function mark_changes_stale('home_region_id', 'region_id');

-- municipality_regions
{{protected(municipality_regions)}}
{{seen_by_all(municipality_regions)}}
{{system_select(municipality_regions)}}

-- region_changes: for either side, each its own
{{protected(region_changes)}}
create policy national on region_changes for select to okn_national using ({{signed_in}});
create policy regional on region_changes for select to okn_regional using ({{in_region}});
create policy personal on region_changes for select to okn_personal using ({{in_region}});
create policy may_update on region_changes for update to {{viewers}} using ({{in_region}});
grant select, update (version) on region_changes to {{viewers}};
{{system_select(region_changes)}}
