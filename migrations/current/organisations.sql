-- organisations
{{protected(organisations)}}
{{seen_by_all(organisations)}}
-- The words that a name is looked for by, as patterns: the longest three of a text, of those with a trigram of their own.
create function name_patterns(text) returns text[] language sql immutable parallel safe
  return array(select '%' || regexp_replace(word, '([\\%_])', '\\\1', 'g') || '%' from unnest(name_words($1)) word
    where length(word) > 2 order by length(word) desc, word limit 3);

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
