-- Succession: plans, candidates, handover, and the checklist that a region starts it from.

-- Nobody thinks any more of somebody who departs, and what they were to hand over is nobody's until somebody takes it.
create function end_candidacies(departure uuid, on_day date, reason text)
  returns table (id uuid, plan_id uuid, region_id uuid, stage text)
  language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare leaving departures;
begin
  select * into strict leaving from departures d where d.id = departure and {{recorded_now}};
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
end $$;
revoke execute on function end_candidacies from public;
grant execute on function end_candidacies to okn_system;

-- Closes a conversation that was recorded otherwise, and is not over, where its person stopped with everything since the day on
-- which it was over by what was recorded before: not where it was that very stop that had closed it.
create function withdraw_departed(candidate uuid, was_over date, reason text)
  returns table (id uuid, plan_id uuid, region_id uuid, stage text)
  language plpgsql security definer set search_path = public, pg_temp as $$
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
end $$;
revoke execute on function withdraw_departed from public;
grant execute on function withdraw_departed to okn_system;

-- Whoever a search had found is where they were before, since they never began. Who departed since is no candidate: they
-- withdrew with their departure, and come back with it.
create function unappoint(plan uuid, on_day date, reason text) returns table (id uuid, region_id uuid, stage text)
  language plpgsql security definer set search_path = public, pg_temp as $$
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
        and {{day_of(d.recorded_at)}} >= p.closed_on
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
end $$;
revoke execute on function unappoint from public;
grant execute on function unappoint to okn_system;

-- What a search came to that has lost its successor, who departed before they began: that departure keeps it.
create function keep_outcome(plan uuid) returns void
  language sql security definer set search_path = public, pg_temp as $$
  select keep_rows(kept_by_departure(p.successor_id), 'succession_plans', array[p.id]) from succession_plans p
  where p.id = $1 and kept_by_departure(p.successor_id) is not null
$$;
revoke execute on function keep_outcome from public;
grant execute on function keep_outcome to okn_system;

-- What was kept of the search that had found somebody, who is to begin after all.
create function kept_outcome(successor uuid) returns table (plan_id uuid, closed_on date, motivation text)
  language sql stable security definer set search_path = public, pg_temp rows 1 as $$
  select k.row_id, (k.was ->> 'closed_on')::date, k.was ->> 'motivation'
  from kept_rows k join departures d on d.id = k.cause_id and d.taken_back_at is not null
  where k.kept_table = 'succession_plans' and k.was ->> 'successor_id' = $1::text
  order by k.place desc limit 1
$$;
revoke execute on function kept_outcome from public;
grant execute on function kept_outcome to okn_system;

-- The searches for whoever follows a trekker who never begins, since they departed before that: that departure keeps them. Whether
-- there is one.
create function keep_searches(trekkerschap uuid) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
declare departure uuid := kept_by_departure(trekkerschap);
begin
  if departure is not null then
    perform keep_rows(departure, 'succession_plans',
      array(select p.id from succession_plans p where p.trekkerschap_id = trekkerschap order by p.id));
  end if;
  return departure is not null;
end $$;
revoke execute on function keep_searches from public;
grant execute on function keep_searches to okn_system;

-- Those of a trekker who is to begin after all.
create function kept_searches(trekkerschap uuid) returns table (plan_id uuid, was_open boolean)
  language sql stable security definer set search_path = public, pg_temp rows 1 as $$
  select k.row_id, k.was -> 'closed_on' = 'null'
  from kept_rows t join departures d on d.id = t.cause_id and d.taken_back_at is not null and {{recorded_now}}
  join kept_rows k on k.cause_id = d.id and k.kept_table = 'succession_plans' and k.was ->> 'trekkerschap_id' = $1::text
    and k.became is null
  where t.row_id = $1 and t.kept_table = 'trekkerschappen' and t.became is null
  order by k.place
$$;
revoke execute on function kept_searches from public;
grant execute on function kept_searches to okn_system;

-- A departure that is recorded now has opened a search that nobody else would have opened: it ends with that.
create function keep_opened(plan uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare departure uuid;
begin
  for departure in select distinct d.id from succession_plans p
    join kept_rows t on t.row_id = p.trekkerschap_id and t.kept_table = 'trekkerschappen'
    join departures d on d.id = t.cause_id and d.taken_back_at is null and {{recorded_now}}
    where p.id = plan
  loop
    perform keep_rows(departure, 'succession_plans', array[plan]);
    perform note_kept_rows(departure, 'succession_plans', plan);
  end loop;
end $$;
revoke execute on function keep_opened from public;
grant execute on function keep_opened to okn_system;

-- Those of a trekker that the departure which is taken back has opened.
create function opened_by_departure(trekkerschap uuid) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp rows 1 as $$
  select p.id from succession_plans p join kept_rows k on k.row_id = p.id and k.kept_table = 'succession_plans' and k.became is not null
  join departures d on d.id = k.cause_id and d.taken_back_at is not null and {{recorded_now}}
  where p.trekkerschap_id = $1 order by p.id
$$;
revoke execute on function opened_by_departure from public;
grant execute on function opened_by_departure to okn_system;

-- A search that nobody went on with has found them again, if that is what was kept of it.
create function find_again(plan uuid, successor uuid) returns void
  language sql security definer set search_path = public, pg_temp as $$
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
$$;
revoke execute on function find_again from public;
grant execute on function find_again to okn_system;

-- The search for whoever follows a trekker, if the end of its network stopped it. Where they are to be ending, only for one whom
-- that end did not cut.
create function stopped_by_network_end(trekkerschap uuid, ending boolean) returns uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select p.id
  from succession_plans p
  join kept_rows k on k.cause_id = p.oudernetwerk_id and k.kept_table = 'succession_plans' and k.row_id = p.id
  where p.trekkerschap_id = $1 and p.status = 'STOPPED' and k.was -> 'closed_on' = 'null'
    and not ($2 and exists (select from kept_rows c where c.cause_id = p.oudernetwerk_id and c.kept_table = 'trekkerschappen'
      and c.row_id = $1 and c.was -> 'period' <> c.became -> 'period'))
  order by k.place desc limit 1
$$;
revoke execute on function stopped_by_network_end from public;
grant execute on function stopped_by_network_end to okn_system;

-- What such a search is about and aims at by now, it also does without that end.
create function keep_stopped(plan uuid) returns void
  language sql security definer set search_path = public, pg_temp as $$
  update kept_rows k set was = k.was || by_now.said, became = k.became || by_now.said
  from succession_plans p, lateral (
    select jsonb_build_object('trekkerschap_id', p.trekkerschap_id, 'target_on', p.target_on, 'opened_for', p.opened_for)
  ) by_now (said)
  where p.id = $1 and k.cause_id = p.oudernetwerk_id and k.kept_table = 'succession_plans' and k.row_id = p.id
$$;
revoke execute on function keep_stopped from public;
grant execute on function keep_stopped to okn_system;

-- It goes on though that end stands, and with it who did not depart after all.
create function resume_stopped(plan uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
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
end $$;
revoke execute on function resume_stopped from public;
grant execute on function resume_stopped to okn_system;

-- What belongs to a plan is of its network.
create function parts_follow_plan() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update successor_candidates set oudernetwerk_id = new.oudernetwerk_id, region_id = new.region_id where plan_id = new.id;
  update handover_items set oudernetwerk_id = new.oudernetwerk_id, region_id = new.region_id where plan_id = new.id;
  return null;
end $$;
revoke execute on function parts_follow_plan from public;
create trigger parts_follow after update of oudernetwerk_id on succession_plans
  for each row when (new.oudernetwerk_id <> old.oudernetwerk_id) execute function parts_follow_plan();

-- succession_plans: a trekker who stops leaves a plan behind, but that is written by the service itself
{{protected(succession_plans)}}
{{seen_with_network(succession_plans)}}
create policy may_insert on succession_plans for insert to {{viewers}} with check ({{in_region}});
create policy may_update on succession_plans for update to {{viewers}} using ({{managed_or_supported}});
grant insert, update on succession_plans to {{viewers}};
{{system_select(succession_plans)}}
{{system_insert(succession_plans)}}
{{system_changes(succession_plans)}}
{{system_delete(succession_plans)}}
grant update (version, oudernetwerk_id, region_id, trekkerschap_id, status, opened_for, target_on, closed_on, successor_id, motivation, stop_reason)
  on succession_plans to okn_system;

-- successor_candidates: whom they think of, and who said no, stays between coordinator and supporter
create trigger known_where after insert or delete or update of person_id, oudernetwerk_id, region_id
  on successor_candidates for each row execute function people_known_where();
{{protected(successor_candidates)}}
create policy national on successor_candidates for select to okn_national using ({{signed_in}});
create policy regional on successor_candidates for select to okn_regional using ({{in_region}});
create policy personal on successor_candidates for select to okn_personal using ({{managed_or_supported}});
create policy may_insert on successor_candidates for insert to {{viewers}} with check ({{managed_or_supported}});
create policy may_update on successor_candidates for update to {{viewers}} using ({{managed_or_supported}});
create policy may_delete on successor_candidates for delete to {{viewers}} using ({{managed_or_supported}});
grant select, insert, update, delete on successor_candidates to {{viewers}};
{{system_select(successor_candidates)}}
{{system_changes(successor_candidates)}}
grant update (version, stage, appointed_from, next_step_on) on successor_candidates to okn_system;

-- handover_items
{{protected(handover_items)}}
{{seen_with_network(handover_items)}}
create policy may_insert on handover_items for insert to {{viewers}} with check ({{managed_or_supported}});
create policy may_update on handover_items for update to {{viewers}} using ({{managed_or_supported}});
create policy may_delete on handover_items for delete to {{viewers}} using ({{managed_or_supported}});
grant insert, update, delete on handover_items to {{viewers}};
{{system_sees(handover_items)}}
{{system_changes(handover_items)}}
grant select (plan_id, done_on, due_on, days_before, version), update (due_on, version) on handover_items to okn_system;

-- handover_template_items
{{protected(handover_template_items)}}
{{seen_by_all(handover_template_items)}}
create policy may_insert on handover_template_items for insert to {{viewers}} with check ({{in_region}});
create policy may_update on handover_template_items for update to {{viewers}} using ({{in_region}});
create policy may_delete on handover_template_items for delete to {{viewers}} using ({{in_region}});
grant insert, update, delete on handover_template_items to {{viewers}};
