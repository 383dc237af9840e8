-- organisations
{{protected(organisations)}}
{{seen_by_all(organisations)}}
{{found_by_name(organisations, {{signed_in}})}}
create policy may_insert on organisations for insert to {{viewers}} with check ({{in_region}} and not from_reference);
-- a coordinator corrects an organisation of the region; one of the reference data has only its mailbox and its telephone
-- to give
create policy may_update on organisations for update to {{viewers}} using ({{in_region}});
grant insert, update (version, official_name, domains, place, email, phone) on organisations to {{viewers}};
{{system_sees(organisations)}}
grant select (id, name, region_id) on organisations to okn_system;

-- organisation_municipalities
{{protected(organisation_municipalities)}}
{{seen_by_all(organisation_municipalities)}}
create policy may_insert on organisation_municipalities for insert to {{viewers}} with check (
  exists (select from organisations o
    where o.id = organisation_id and o.region_id = any ({{regions}}) and not o.from_reference));
grant insert on organisation_municipalities to {{viewers}};
