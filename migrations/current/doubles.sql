-- Records that may be of one person

-- Facts that are the same of two people, beside their names and the ways to reach them.
-- fragment facts_in_common(one, other)
array_remove(array[
    case when {{one}}.municipality_id = {{other}}.municipality_id then 'SAME_MUNICIPALITY' end,
    case when {{one}}.oudernetwerk_ids && {{other}}.oudernetwerk_ids then 'SAME_NETWORK' end,
    case when exists (select from school_ties t join school_ties o on o.school_id = t.school_id
      where t.person_id = {{one}}.id and o.person_id = {{other}}.id) then 'SAME_SCHOOL' end], null)

-- How certain it is that two records are of one person, by what is the same of them; null where nothing but a resemblance
-- speaks for it. People who share an address are as a rule a family.
create function pair_certainty(reasons text[]) returns text language sql immutable parallel safe
  return case
    when $1 && array['SAME_NAME', 'SIMILAR_NAME'] and $1 && array['SAME_EMAIL', 'SAME_PHONE'] then 'HIGH'
    when 'SAME_NAME' = any ($1) and $1 && array['SAME_MUNICIPALITY', 'SAME_NETWORK', 'SAME_SCHOOL'] then 'MEDIUM'
    when $1 && array['SAME_NAME', 'SAME_EMAIL', 'SAME_PHONE']
      or $1 && array['SAME_MUNICIPALITY', 'SAME_NETWORK', 'SAME_SCHOOL'] then 'LOW' end;
grant execute on function pair_certainty to {{viewers}};

-- Pairs of living people known in a region or below it, of those that the viewer coordinates, who may be one person; not of
-- the country, which has too many. How somebody is reached counts where the viewer may see it. Those of a region are looked
-- at, and nobody else.
create function possible_pairs(region uuid) returns table (one_id uuid, other_id uuid, reasons text[])
  language sql stable security definer rows 50 set search_path = public, pg_temp as $$
  with places as materialized (
    select array(select below from regions_below($1) below where below = any ({{regions}})) as ids
    where exists (select from regions r where r.id = $1 and r.kind <> 'LAND')),
  here as materialized (
    select p.id, d.search_name, d.name_marks, d.name_keys, 0.3 * cardinality(show_trgm(d.search_name)) as most,
      p.municipality_id, p.oudernetwerk_ids, p.region_id = any ({{regions}}) or takes_part_here(p.id) as is_reached
    from places join person_details d on d.region_ids && places.ids
    join people p on p.id = d.person_id and p.deceased_on is null),
  keyed as materialized (select id, unnest(name_keys) as key from here),
  alike as (
    select one.id as one_id, other.id as other_id,
      case when one.search_name = other.search_name then 'SAME_NAME' else 'SIMILAR_NAME' end as reason
    from (select distinct a.id as one_id, b.id as other_id from keyed a join keyed b on b.key = a.key and a.id < b.id) met
    join here one on one.id = met.one_id join here other on other.id = met.other_id
    where case when bit_count(one.name_marks & ~other.name_marks) <= one.most
        then word_similarity(one.search_name, other.search_name) >= 0.7 else false end
      or case when bit_count(other.name_marks & ~one.name_marks) <= other.most
        then word_similarity(other.search_name, one.search_name) >= 0.7 else false end),
  reached as materialized (
    select c.person_id as id, c.email_norm, c.phone from here join person_contacts c on c.person_id = here.id
    where here.is_reached),
  paired as (
    select one_id, other_id, array_agg(reason order by reason) as reasons from (
      select one_id, other_id, reason from alike
      union all select a.id, b.id, 'SAME_EMAIL' from reached a join reached b on b.email_norm = a.email_norm and a.id < b.id
      union all select a.id, b.id, 'SAME_PHONE' from reached a join reached b on b.phone = a.phone and a.id < b.id) each
    group by one_id, other_id)
  select p.one_id, p.other_id, p.reasons || {{facts_in_common(one, other)}}
  from paired p join here one on one.id = p.one_id join here other on other.id = p.other_id
  where not exists (select from people_told_apart t where t.one_id = p.one_id and t.other_id = p.other_id)
    and pair_certainty(p.reasons || {{facts_in_common(one, other)}}) is not null
$$;
revoke execute on function possible_pairs from public;
grant execute on function possible_pairs to {{viewers}};

-- Whoever sees both and keeps one of them says whether they are one.
-- fragment pair_seen
exists (select from people p where p.id = one_id) and exists (select from people p where p.id = other_id)

-- fragment pair_kept
{{pair_seen}} and exists (select from people p where p.id = any (array[one_id, other_id]) and p.region_id = any ({{regions}}))

-- people_told_apart: for whoever sees both
{{protected(people_told_apart)}}
create policy national on people_told_apart for select to okn_national using ({{pair_seen}});
create policy regional on people_told_apart for select to okn_regional using ({{pair_seen}});
create policy personal on people_told_apart for select to okn_personal using ({{pair_seen}});
create policy may_insert on people_told_apart for insert to {{viewers}} with check ({{in_region}} and {{pair_kept}});
create policy may_delete on people_told_apart for delete to {{viewers}} using ({{pair_kept}});
grant select, insert, delete on people_told_apart to {{viewers}};
