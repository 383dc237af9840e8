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
