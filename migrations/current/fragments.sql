-- Conditions and rules that several files share. A name in double braces stands for the text below the line that
-- defines it, up to the next empty line. They are text, not functions: PostgreSQL does not inline a function into a
-- policy, and would call it for every row.
-- A condition with an "or" in it has its own parentheses.


-- The viewer

-- Ids among the viewer's settings, read once for a statement.
-- fragment ids(setting)
(select viewer_uuids('app.{{setting}}'))::uuid[]

-- fragment account
(select viewer_uuid('app.account'))

-- fragment person
(select viewer_uuid('app.person'))

-- The day of the request, by the service's clock.
-- fragment today
(select nullif(current_setting('app.today', true), '')::date)

-- The day on which something happened.
-- fragment day_of(at)
({{at}} at time zone 'Europe/Amsterdam')::date

-- fragment signed_in
{{account}} is not null

-- The national office, signed in.
-- fragment national
current_user = 'okn_national' and {{signed_in}}

-- Whoever sees all of the country; for functions that pass row-level security. A reach without an account sees nothing.
-- fragment sees_all
({{signed_in}} and current_setting('app.reach', true) in ('national', 'system'))

-- A period that goes on after a day, or is still to come.
-- fragment not_over(period, day)
(upper_inf({{period}}) or upper({{period}}) > {{day}})

-- Regions that the viewer coordinates.
-- fragment regions
{{ids(regions)}}

-- fragment in_region
region_id = any ({{regions}})


-- Networks, people and profiles

-- Networks that the viewer leads, supports, or takes part in for a region: a scope includes others (see kernel/viewer.ts).
-- fragment networks
(select viewer_uuids('app.led') || viewer_uuids('app.supported'))::uuid[]

-- fragment led
oudernetwerk_id = any ({{ids(led)}})

-- fragment supported
oudernetwerk_id = any ({{ids(supported)}})

-- fragment managed_or_supported
({{in_region}} or {{supported}})

-- fragment shared
oudernetwerk_id = any ({{ids(shared)}})

-- By the coordinators of the regions that take part in a network.
-- fragment managed_or_shared
({{in_region}} or {{shared}})

-- Whoever coordinates, leads, supports or takes part in a network sees it from inside.
-- fragment inside_network(region, network)
({{region}} = any ({{regions}}) or {{network}} = any ({{networks}}))

-- fragment network_reach
{{inside_network(region_id, oudernetwerk_id)}}

-- fragment network_seen
exists (select from oudernetwerken n where n.id = oudernetwerk_id)

-- fragment network_managed
exists (select from oudernetwerken n where n.id = oudernetwerk_id and n.region_id = any ({{regions}}))

-- fragment person_seen
exists (select from people p where p.id = person_id)

-- fragment person_in_region
exists (select from people p where p.id = person_id and p.region_ids && {{regions}})

-- fragment person_managed
exists (select from people p where p.id = person_id and p.region_id = any ({{regions}}))

-- fragment own_or_managed
(person_id = {{person}} or {{person_managed}})

-- fragment profile_seen
exists (select from ervaringsdeskundigen e where e.id = ervaringsdeskundige_id)


-- Seats

-- Bodies whose seats the viewer fills, as their secretary or as coordinator of their region.
-- fragment bodies
{{ids(bodies)}}

-- A seat is filled by the region's coordinator and by the body's secretary.
-- fragment fills(region, body)
({{region}} = any ({{regions}}) or {{body}} = any ({{bodies}}))

-- fragment filled
{{fills(region_id, body_id)}}

-- Somebody whom bodies know by name on a day, until that is over: by a seat, as an alternate, or by a yes that waits for one.
-- fragment known_to(bodies, of, day)
(exists (select from seat_appointments a
    where a.person_id = {{of}} and a.body_id = any ({{bodies}}) and known_by_seat(a.period, a.invitation_id, {{day}}))
  or exists (select from seat_alternates s
    where s.person_id = {{of}} and s.body_id = any ({{bodies}}) and alternates_still(s.absence_id, {{day}}))
  or exists (select from seat_invitations i
    where i.person_id = {{of}} and i.body_id = any ({{bodies}}) and i.status = 'ACCEPTED'))


-- What tables have in common

-- The reaches that a request works in; okn_system is the service on its own behalf.
-- fragment viewers
okn_national, okn_regional, okn_personal

-- fragment works_for_viewer
current_user = any (array['okn_national', 'okn_regional', 'okn_personal'])

-- Nobody reads or writes a table but by its policies; its owner (migrations, imports, security definer functions) does
-- anything.
-- fragment protected(table)
alter table {{table}} enable row level security, force row level security;
create policy owner on {{table}} to current_user using (true) with check (true);

-- Reference data.
-- fragment seen_by_all(table)
create policy national on {{table}} for select to okn_national using ({{signed_in}});
create policy regional on {{table}} for select to okn_regional using ({{signed_in}});
create policy personal on {{table}} for select to okn_personal using ({{signed_in}});
grant select on {{table}} to {{viewers}};

-- Rows whose name has the words of a text, or if there are none, resembles it: by the index of names, which policies alone
-- may not use. Only for a viewer who sees all rows: to anybody else it would tell by its time which names are hidden.
-- fragment found_by_name(table, condition)
create function {{table}}_named(text) returns setof uuid
  language plpgsql stable security definer rows 20 set search_path = public, pg_temp as $$
declare
  words text[] := name_patterns($1);
begin
  if not ({{condition}}) then return; end if;
  if words <> '{}' then
    return query select id from {{table}} where search_name like words[1]
      and search_name like coalesce(words[2], words[1]) and search_name like coalesce(words[3], words[1]);
    if found then return; end if;
  end if;
  return query select id from {{table}} where fold($1) <% search_name;
end $$;
revoke execute on function {{table}}_named from public;
grant execute on function {{table}}_named to {{viewers}};

-- What belongs to a network is seen by whoever sees that from inside.
-- fragment seen_with_network(table)
create policy national on {{table}} for select to okn_national using ({{signed_in}});
create policy regional on {{table}} for select to okn_regional using ({{in_region}});
create policy personal on {{table}} for select to okn_personal using ({{network_reach}});
grant select on {{table}} to {{viewers}};

-- An own role comes with its network, or not at all.
-- fragment seen_with_role(table)
create policy national on {{table}} for select to okn_national using ({{signed_in}});
create policy regional on {{table}} for select to okn_regional using ({{in_region}});
create policy personal on {{table}} for select to okn_personal using (
  {{network_reach}} or person_id = {{person}} and oudernetwerk_id = any ({{ids(outlines)}}));
grant select on {{table}} to {{viewers}};

-- The service's own.
-- fragment seen_by_nobody(table)
create policy national on {{table}} for select to okn_national using (false);
create policy regional on {{table}} for select to okn_regional using (false);
create policy personal on {{table}} for select to okn_personal using (false);
grant select on {{table}} to {{viewers}};

-- On its own behalf, inside somebody's transaction or in a job, the service judges by all that is known, not by what
-- the viewer at hand may see. It is granted what its listeners and jobs need, and no more: where a table holds what they
-- do not need, columns are granted by name. A test lists it all.
-- fragment system_sees(table)
create policy system_select on {{table}} for select to okn_system using ({{signed_in}});

-- fragment system_adds(table)
create policy system_insert on {{table}} for insert to okn_system with check ({{signed_in}});

-- fragment system_changes(table)
create policy system_update on {{table}} for update to okn_system using ({{signed_in}}) with check ({{signed_in}});

-- fragment system_removes(table)
create policy system_delete on {{table}} for delete to okn_system using ({{signed_in}});

-- fragment system_select(table)
{{system_sees({{table}})}}
grant select on {{table}} to okn_system;

-- fragment system_insert(table)
{{system_adds({{table}})}}
grant insert on {{table}} to okn_system;

-- fragment system_delete(table)
{{system_removes({{table}})}}
grant delete on {{table}} to okn_system;

-- By a transaction before this one; what a savepoint of this one wrote has a younger number than this one.
-- fragment written_before(row)
age({{row}}.xmin) > 0

-- What the service alone keeps.
-- fragment kept_by_system(table)
{{system_select({{table}})}}
{{system_insert({{table}})}}
{{system_changes({{table}})}}
{{system_delete({{table}})}}
grant update on {{table}} to okn_system;
