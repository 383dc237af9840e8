-- Regions and municipalities, and the other lists that reference files fill.

-- A region and all below it: for nearly every question one row, and PostgreSQL should plan for that. An array
-- of unknown length made it walk all networks of the country in order of name.
create function regions_below(uuid) returns setof uuid language sql stable parallel safe rows 1
  begin atomic
    select r.id from regions r left join regions above on above.id = r.parent_id
    where $1 = r.id or $1 = above.id or $1 = above.parent_id;
  end;

-- regions
{{protected(regions)}}
{{seen_by_all(regions)}}
create policy may_update on regions for update to {{viewers}} using ({{national}});
grant update on regions to {{viewers}};
{{system_sees(regions)}}
grant select (id, parent_id, coordinating_organisation_id) on regions to okn_system;

-- municipalities
{{protected(municipalities)}}
{{seen_by_all(municipalities)}}
{{system_sees(municipalities)}}
grant select (id, name, region_id) on municipalities to okn_system;

-- themes: managed by the national office
{{protected(themes)}}
{{seen_by_all(themes)}}
create policy may_insert on themes for insert to {{viewers}} with check ({{national}});
create policy may_update on themes for update to {{viewers}} using ({{national}});
grant insert, update (version, label_nl, label_en, parent_id, retired_on, by_hand) on themes to {{viewers}};

-- school_stages
{{protected(school_stages)}}
{{seen_by_all(school_stages)}}

-- reference_imports: the owner's only
{{protected(reference_imports)}}
