-- Networks, the roles in them, and the leadership invariant.

create function oudernetwerken_last_activity() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    update oudernetwerken set last_activity_on = new.held_on
    where id = new.oudernetwerk_id and (last_activity_on is null or last_activity_on < new.held_on);
  else
    update oudernetwerken n
    set last_activity_on = (select max(held_on) from activities where oudernetwerk_id = n.id)
    where id = old.oudernetwerk_id;
  end if;
  return null;
end $$;
revoke execute on function oudernetwerken_last_activity from public;

-- Days from its activation until it ends on which neither a trekkerschap nor a caretakership leads a network; null for
-- one that was never active.
create function uncovered_days(network uuid) returns datemultirange
  language plpgsql stable set search_path = public, pg_temp as $$
begin
  return (
    select datemultirange(daterange(n.active_from, n.ended_on, case when n.ended_on is null then '[)' else '[]' end))
      - coalesce((select range_agg(period) from trekkerschappen where oudernetwerk_id = n.id), '{}')
      - coalesce((select range_agg(period) from caretakerships where oudernetwerk_id = n.id), '{}')
    from oudernetwerken n where n.id = network and n.active_from is not null);
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

-- Where somebody's last school tie is closed, no end that they plan speaks of a child any more.
create function trekkerschappen_name_no_child() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update trekkerschappen t set planned_end_reason = 'OTHER', version = t.version + 1
  where t.person_id = old.person_id and t.planned_end_reason = 'CHILD_LEFT_SCHOOL' and upper_inf(t.period)
    and not exists (select from school_ties s where s.person_id = old.person_id);
  return null;
end $$;
revoke execute on function trekkerschappen_name_no_child from public;
create trigger name_no_child after delete on school_ties
  for each row execute function trekkerschappen_name_no_child();

-- Locks the networks in which somebody has a part, as whoever writes one does, before that person is locked.
create function lock_networks_of(person uuid) returns void
  language sql security definer set search_path = public, pg_temp as $$
  with locked as (
    select id from oudernetwerken where id in (
      select oudernetwerk_id from trekkerschappen where person_id = $1
      union select oudernetwerk_id from memberships where person_id = $1
      union select oudernetwerk_id from successor_candidates where person_id = $1
      union select oudernetwerk_id from handover_items where owner_person_id = $1
      union select id from oudernetwerken where contact_person_id = $1)
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
end $$;
revoke execute on function end_parts_in_networks from public;
grant execute on function end_parts_in_networks to okn_system;

-- Whether the same person goes on leading the network on the day after, in another role: then its last day is no
-- departure.
create function goes_on(trekkerschappen) returns boolean language sql stable
  return exists (select from trekkerschappen o where o.oudernetwerk_id = $1.oudernetwerk_id
    and o.person_id = $1.person_id and lower(o.period) = upper($1.period));

-- The trekkerschappen that one is part of a tenure with: of the same person in the same network, one after the other.
create function tenure_of(trekkerschap uuid) returns setof trekkerschappen
  language sql stable rows 2 as $$
  select t.*
  from trekkerschappen one
  join trekkerschappen t on t.oudernetwerk_id = one.oudernetwerk_id and t.person_id = one.person_id
  join lateral (
    select unnest(range_agg(a.period)) as whole from trekkerschappen a
    where a.oudernetwerk_id = one.oudernetwerk_id and a.person_id = one.person_id
  ) tenure on tenure.whole @> one.period and tenure.whole @> t.period
  where one.id = $1
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
create constraint trigger leadership_cover after insert or update of status, active_from, ended_on
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
create constraint trigger leadership_cover after insert or delete or update
  on trekkerschappen deferrable initially deferred for each row execute function check_leadership_cover();
{{protected(trekkerschappen)}}
{{seen_with_role(trekkerschappen)}}
create policy may_insert on trekkerschappen for insert to {{viewers}} with check ({{in_region}});
create policy may_update on trekkerschappen for update to {{viewers}} using (
  {{in_region}} or person_id = {{person}} and {{led}});
create policy may_delete on trekkerschappen for delete to {{viewers}} using ({{in_region}});
grant insert, update, delete on trekkerschappen to {{viewers}};
{{system_select(trekkerschappen)}}

-- memberships
create trigger known_where after insert or delete or update of person_id, oudernetwerk_id, region_id on memberships
  for each row execute function people_known_where();
{{protected(memberships)}}
{{seen_with_role(memberships)}}
create policy may_insert on memberships for insert to {{viewers}} with check ({{managed_or_shared}});
create policy may_update on memberships for update to {{viewers}} using ({{managed_or_shared}});
create policy may_delete on memberships for delete to {{viewers}} using ({{managed_or_shared}});
grant insert, update, delete on memberships to {{viewers}};
{{system_sees(memberships)}}
grant select (person_id, oudernetwerk_id, period) on memberships to okn_system;

-- caretakerships: a trekker who stops leaves a standby caretaker behind
create constraint trigger leadership_cover after insert or delete or update
  on caretakerships deferrable initially deferred for each row execute function check_leadership_cover();
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
{{protected(support_arrangements)}}
{{seen_with_network(support_arrangements)}}
create policy may_insert on support_arrangements for insert to {{viewers}} with check ({{managed_or_shared}});
create policy may_update on support_arrangements for update to {{viewers}} using ({{managed_or_shared}});
create policy may_delete on support_arrangements for delete to {{viewers}} using ({{managed_or_shared}});
grant insert, update, delete on support_arrangements to {{viewers}};
{{system_select(support_arrangements)}}

-- activities
create trigger last_activity after insert or delete or update of held_on on activities
  for each row execute function oudernetwerken_last_activity();
{{protected(activities)}}
{{seen_with_network(activities)}}
create policy may_insert on activities for insert to {{viewers}} with check ({{managed_or_supported}});
create policy may_update on activities for update to {{viewers}} using ({{managed_or_supported}});
create policy may_delete on activities for delete to {{viewers}} using ({{managed_or_supported}});
grant insert, update, delete on activities to {{viewers}};
