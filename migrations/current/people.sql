-- Whoever sees a role sees its person. Columns of the person say where they have one, so that an index leads from the
-- viewer to the people they see, and nobody else is looked at.
-- fragment known_by_role
(oudernetwerk_ids && {{networks}} or candidate_for && {{ids(supported)}})

-- Without those of the viewer's regions.
-- fragment known_elsewhere
(id = {{person}} or {{known_by_role}} or body_ids && {{bodies}})

-- Somebody who said yes, or holds a seat, is known by name to whoever fills it.
-- fragment revealed(of)
{{known_to({{bodies}}, {{of}}, {{today}})}}

-- The last day on which whoever said no, to leading or to a seat, is left in peace: six months, and in a short month
-- the later of the two days that could be meant.
create function rests_until(said_no_on date) returns date language sql immutable parallel safe
  return greatest((said_no_on + interval '6 months')::date - 1, (said_no_on - 1 + interval '6 months')::date);

-- fragment named_elsewhere
(person_id = {{person}} or {{known_by_role}} or body_ids && {{bodies}} and {{revealed(person_details.person_id)}})

-- Known to the viewer by a role, a seat or a yes, some of them twice. All of them are looked at, whatever is asked of
-- them: a name that is not revealed must not tell itself by what is looked up for it.
-- fragment names_elsewhere
(select person_id, search_name, name_marks from names_by_place
    where place_id = any ({{networks}}) and (not as_candidate or place_id = any ({{ids(supported)}}))
  union all select person_id, search_name, name_marks from names_by_place
    where place_id = any ({{bodies}}) and {{revealed(names_by_place.person_id)}}
  union all select person_id, search_name, name_marks from person_details where person_id = {{person}} offset 0)

-- The display name of somebody without a name.
-- fragment pseudonym(id)
'Persoon ' || right({{id}}::text, 6)

-- Where a person is known: by a role in a network, by being thought of there, and by a seat or a yes to a body.
create function places_of(uuid) returns table (oudernetwerk_ids uuid[], candidate_for uuid[], body_ids uuid[])
  language sql stable rows 1 as $$
  select
    array(select oudernetwerk_id from trekkerschappen where person_id = $1
      union select oudernetwerk_id from memberships where person_id = $1 order by 1),
    array(select distinct oudernetwerk_id from successor_candidates where person_id = $1 order by 1),
    array(select body_id from seat_appointments where person_id = $1
      union select body_id from seat_alternates where person_id = $1
      union select body_id from seat_invitations where person_id = $1 and status = 'ACCEPTED' order by 1)
$$;
revoke execute on function places_of from public;

-- Where a person is seen: in their home region, which comes first, and wherever they have or had a role, or said yes to
-- a body.
create function regions_of(person uuid, home uuid) returns uuid[] language sql stable as $$
  select case when exists (select from people p where p.id = $1 and p.merged_into is not null) then '{}' else array[$2] end || array(
    select region_id from (
      select region_id from trekkerschappen where person_id = $1
      union select region_id from memberships where person_id = $1
      union select region_id from successor_candidates where person_id = $1
      union select region_id from seat_appointments where person_id = $1
      union select region_id from seat_alternates where person_id = $1
      union select region_id from seat_invitations where person_id = $1 and status = 'ACCEPTED') elsewhere
    where region_id <> $2 order by 1)
$$;
revoke execute on function regions_of from public;

-- What follows from the roles of a person is worked out anew at each of them that comes, changes or goes: whoever saw
-- them by a role that never was, sees them no more.
create function people_known_where() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  -- whoever writes another role of theirs at the same time waits, and then sees this one
  perform from people where id in (old.person_id, new.person_id) order by id for no key update;
  if exists (select from people where id = new.person_id and merged_into is not null) then
    raise exception 'person % is part of another one', new.person_id using errcode = '23514', constraint = 'person_of_its_own';
  end if;
  update people p set region_ids = known.region_ids, oudernetwerk_ids = known.oudernetwerk_ids,
    candidate_for = known.candidate_for, body_ids = known.body_ids
  from (
    select before.id, regions_of(before.id, before.region_id) as region_ids, places.*
    from people before cross join lateral places_of(before.id) places
    where before.id in (old.person_id, new.person_id)) known
  where p.id = known.id
    and (p.region_ids, p.oudernetwerk_ids, p.candidate_for, p.body_ids)
      is distinct from (known.region_ids, known.oudernetwerk_ids, known.candidate_for, known.body_ids);
  return null;
end $$;
revoke execute on function people_known_where from public;

create function people_home_region() returns trigger language plpgsql as $$
begin
  -- elsewhere nobody is known before they have a role there
  new.region_ids := array[new.region_id];
  if {{works_for_viewer}} then
    new.oudernetwerk_ids := '{}';
    new.candidate_for := '{}';
    new.body_ids := '{}';
    new.nameless := false;
  end if;
  return new;
end $$;
create trigger home_region before insert on people for each row execute function people_home_region();

create function people_new_home() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  new.region_ids := regions_of(new.id, new.region_id);
  return new;
end $$;
revoke execute on function people_new_home from public;
{{chooses_responsible(people)}}
create trigger new_home before update of region_id on people
  for each row when (new.region_id <> old.region_id) execute function people_new_home();

create function person_details_follow_person() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_table_name = 'people' then
    update person_details set region_ids = new.region_ids, oudernetwerk_ids = new.oudernetwerk_ids,
      candidate_for = new.candidate_for, body_ids = new.body_ids
    where person_id = new.id;
    return null;
  end if;
  select p.region_ids, p.oudernetwerk_ids, p.candidate_for, p.body_ids
    into new.region_ids, new.oudernetwerk_ids, new.candidate_for, new.body_ids
    from people p where p.id = new.person_id;
  return new;
end $$;
revoke execute on function person_details_follow_person from public;
create trigger follow_person before insert on person_details
  for each row execute function person_details_follow_person();
create trigger follow_person after update of region_id, region_ids, oudernetwerk_ids, candidate_for, body_ids on people
  for each row when ((new.region_ids, new.oudernetwerk_ids, new.candidate_for, new.body_ids)
    is distinct from (old.region_ids, old.oudernetwerk_ids, old.candidate_for, old.body_ids))
  execute function person_details_follow_person();

-- The networks and bodies that know a name.
create function places_of_name(person_details) returns table (place_id uuid, as_candidate boolean)
  language sql immutable rows 2 as $$
  select unnest($1.oudernetwerk_ids || $1.body_ids), false
  union all select id, true from unnest($1.candidate_for) id where id <> all ($1.oudernetwerk_ids)
$$;
revoke execute on function places_of_name from public;

create function names_follow_details() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from names_by_place where person_id = new.person_id
    and place_id <> all (new.oudernetwerk_ids || new.candidate_for || new.body_ids);
  insert into names_by_place as known (person_id, place_id, as_candidate, search_name, name_marks)
    select new.person_id, place_id, as_candidate, new.search_name, new.name_marks from places_of_name(new)
    on conflict (person_id, place_id) do update set
      as_candidate = excluded.as_candidate, search_name = excluded.search_name, name_marks = excluded.name_marks
    where (known.as_candidate, known.search_name) is distinct from (excluded.as_candidate, excluded.search_name);
  return null;
end $$;
revoke execute on function names_follow_details from public;
create trigger names_by_place
  after insert or update of given_name, infix, family_name, oudernetwerk_ids, candidate_for, body_ids on person_details
  for each row execute function names_follow_details();

-- Whoever has no name is marked: an index leads to them at the end of a list by name.
create function people_nameless() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update people p set nameless = not p.nameless
  where p.id = (coalesce(to_jsonb(new), to_jsonb(old)) ->> tg_argv[0])::uuid
    and p.nameless = exists (select from person_details d where d.person_id = p.id);
  return null;
end $$;
revoke execute on function people_nameless from public;
-- a name is written after its person
create constraint trigger nameless after insert on people deferrable initially deferred
  for each row execute function people_nameless('id');
create trigger nameless after insert or delete on person_details
  for each row execute function people_nameless('person_id');

-- People who may be meant by a name, spelling and accents forgiven, with how much their names resemble it.
-- In the viewer's regions, or in the country for whoever sees that, those of whose name every word of the text is a word,
-- or begins one, right or nearly so. They are found by an index that has a name apart for each of its regions, so that a
-- hidden name takes no more time than one that nobody has. Only where nobody is like that, all names are compared, of the
-- country by an index, and whoever has a name that resembles the text at least so much is found. Those that lack too many
-- trigrams are passed over. Whoever is known to the viewer elsewhere is always compared: they are few. The caller's
-- policies decide what of it they see.
create function people_named(text, at_least real) returns table (person_id uuid, score real)
  language plpgsql stable security definer rows 200
  set search_path = public, pg_temp set pg_trgm.word_similarity_threshold = 0.45 as $$
#variable_conflict use_column
declare
  wanted text := fold($1);
  in_country boolean := current_setting('app.reach', true) = 'national';
  places uuid[] := case when in_country then array[country_of_names()] else coalesce({{regions}}, '{}') end;
  words text[] := array(select word from unnest(name_words(wanted)) word order by length(word) desc, word limit 3);
  one bigint[] := name_spellings(places, words[1:1], false);
  two bigint[] := name_spellings(places, coalesce(nullif(words[2:2], '{}'), words[1:1]), false);
  three bigint[] := name_spellings(places, coalesce(nullif(words[3:3], '{}'), words[1:1]), false);
  marks bit(128) := name_marks(wanted);
  most real := (1 - at_least) * cardinality(show_trgm(wanted));
begin
  if {{account}} is null then return; end if;
  if places <> '{}' then
    -- to compare takes longest where many have the same name, and whoever is called so resembles it fully
    return query select d.person_id, case when strpos(' ' || d.search_name || ' ', ' ' || wanted || ' ') > 0 then 1
        else word_similarity(wanted, d.search_name) end from person_details d
      where spellings_of_name(d.region_ids, d.search_name) && one
        and spellings_of_name(d.region_ids, d.search_name) && two
        and spellings_of_name(d.region_ids, d.search_name) && three;
    if not found and in_country then
      perform set_config('pg_trgm.word_similarity_threshold', at_least::text, true);
      return query select d.person_id, word_similarity(wanted, d.search_name) from person_details d
        where wanted <% d.search_name;
    elsif not found then
      return query select d.person_id, word_similarity(wanted, d.search_name) from person_details d
        where d.region_ids && places and case when bit_count(marks & ~d.name_marks) <= most
          then word_similarity(wanted, d.search_name) >= at_least else false end;
    end if;
  end if;
  if current_setting('app.reach', true) <> 'personal' then return; end if;
  return query select distinct known.person_id, word_similarity(wanted, known.search_name) from {{names_elsewhere}} known
    where case when bit_count(marks & ~known.name_marks) <= most
      then word_similarity(wanted, known.search_name) >= at_least else false end
      and not exists (select from person_details d where d.person_id = known.person_id and d.region_ids && places);
end $$;
revoke execute on function people_named from public;
grant execute on function people_named to {{viewers}};

-- Everybody else whom the viewer sees by name, to compare all of them. An index would lead there by way of all names in
-- the country, and a hidden one would take more time than one that does not exist.
create function names_known_elsewhere()
  returns table (person_id uuid, search_name text, name_marks bit(128), name_keys bigint[])
  language plpgsql stable security definer rows 1000 set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  if viewer_uuid('app.account') is null or current_setting('app.reach', true) <> 'personal' then return; end if;
  return query select d.person_id, d.search_name, d.name_marks, d.name_keys from person_details d
    where d.person_id in (select known.person_id from {{names_elsewhere}} known) and not d.region_ids && {{regions}};
end $$;
revoke execute on function names_known_elsewhere from public;
grant execute on function names_known_elsewhere to {{viewers}};

-- People whose given or family name is that of somebody known in the same region, with how much the whole names resemble
-- each other: of the country, or of the viewer's regions.
create function namesakes(uuid, at_least real) returns table (person_id uuid, score real)
  language plpgsql stable security definer rows 5 set search_path = public, pg_temp as $$
declare
  wanted record;
  most real;
begin
  if viewer_uuid('app.account') is null then return; end if;
  if current_setting('app.reach', true) <> 'national' and {{regions}} = '{}' then return; end if;
  select d.search_name, d.name_marks as marks, name_keys(array(
      select region from unnest(d.region_ids) region
      where current_setting('app.reach', true) = 'national' or region = any ({{regions}})),
      d.given_name, d.family_name) as keys
    into wanted from person_details d where d.person_id = $1;
  most := (1 - at_least) * cardinality(show_trgm(wanted.search_name));
  return query select * from (
    select d.person_id, case when bit_count(wanted.marks & ~d.name_marks) <= most
        then word_similarity(wanted.search_name, d.search_name) end as score from person_details d
    where d.name_keys && wanted.keys and d.person_id <> $1) alike
    where alike.score >= at_least;
end $$;
revoke execute on function namesakes from public;
grant execute on function namesakes to {{viewers}};

-- people
{{protected(people)}}
create policy national on people for select to okn_national using ({{signed_in}} and merged_into is null);
create policy regional on people for select to okn_regional using (region_ids && {{regions}});
create policy personal on people for select to okn_personal using (region_ids && {{regions}} or {{known_elsewhere}});
create policy may_insert on people for insert to {{viewers}} with check ({{in_region}});
create policy may_update on people for update to {{viewers}} using ({{in_region}} or id = {{person}});
grant select, insert on people to {{viewers}};
grant update (version, municipality_id, perspectives, language, participation_forms, hours_per_month, day_parts,
  responsible_organisation_id) on people to {{viewers}};
{{system_sees(people)}}
grant select (id, region_id, deceased_on, erased_on, pseudonym, perspectives) on people to okn_system;

-- person_details
{{protected(person_details)}}
create policy national on person_details for select to okn_national using ({{signed_in}} and region_ids <> '{}');
create policy regional on person_details for select to okn_regional using (region_ids && {{regions}});
create policy personal on person_details for select to okn_personal using (region_ids && {{regions}} or {{named_elsewhere}});
create policy may_insert on person_details for insert to {{viewers}} with check ({{own_or_managed}});
create policy may_update on person_details for update to {{viewers}} using ({{own_or_managed}});
create policy may_delete on person_details for delete to {{viewers}} using ({{person_managed}});
grant delete on person_details to {{viewers}};
-- TypeORM's upsert writes the key too
grant select, insert, update (person_id, given_name, infix, family_name) on person_details to {{viewers}};
{{system_sees(person_details)}}
grant select (person_id, display_name, given_name) on person_details to okn_system;

-- Names in the viewer's regions, where an index returns those of a first region in order. It reads as the owner: for the
-- row-level rules PostgreSQL would rather look at all of them. Asked with `= any`, it would not keep the order.
create view names_by_region with (security_barrier) as
  select person_id as id, region_ids[1] as region_id, sort_name from person_details
  where array_position({{regions}}, region_ids[1]) is not null;
grant select on names_by_region to {{viewers}};

-- names_by_place
{{protected(names_by_place)}}
{{seen_by_nobody(names_by_place)}}

-- Whether somebody was recorded without having asked, and has not been told yet (AVG article 14). Until then no other mail reaches
-- them, no search finds them, no list has them, and only their region sees how they are reached.
create function awaits_notice(person uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from recorded_notices where person_id = $1 and told_on is null)
$$;
revoke execute on function awaits_notice from public;
grant execute on function awaits_notice to {{viewers}}, okn_system;

-- What is kept of somebody, in codes.
create function what_is_recorded(person uuid) returns text[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select array_remove(array[
    (select 'NAME' from person_details where person_id = p.id),
    (select 'EMAIL' from person_contacts where person_id = p.id and email is not null),
    (select 'PHONE' from person_contacts where person_id = p.id and phone is not null),
    case when p.municipality_id is not null then 'MUNICIPALITY' end,
    'LANGUAGE',
    'PERSPECTIVES',
    case when p.participation_forms <> '{}' or p.day_parts <> '{}' or p.hours_per_month is not null then 'FORMS' end,
    (select 'NETWORK' from memberships where person_id = p.id limit 1),
    (select 'TREKKER' from trekkerschappen where person_id = p.id limit 1),
    (select 'SEAT' from seat_appointments where person_id = p.id limit 1),
    (select 'SCHOOL' from school_ties where person_id = p.id limit 1),
    (select 'NOTE' from person_notes where person_id = p.id limit 1)], null)
  from people p where p.id = $1
$$;
revoke execute on function what_is_recorded from public;
grant execute on function what_is_recorded to okn_system;

-- recorded_notices: the service's own
{{protected(recorded_notices)}}
{{seen_by_nobody(recorded_notices)}}
{{system_select(recorded_notices)}}
{{system_insert(recorded_notices)}}

-- Whether somebody has a part in a region that the viewer coordinates, or is to have one. A part that is over gives nothing.
create function takes_part_here(person uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from (
      select region_id, period from trekkerschappen where person_id = $1
      union all select region_id, period from memberships where person_id = $1
      union all select region_id, period from seat_appointments where person_id = $1) part
    where {{in_region}} and {{not_over(period, {{today}})}})
  or exists (select from successor_candidates where person_id = $1 and {{in_region}} and ended_on is null)
  or exists (select from seat_invitations where person_id = $1 and {{in_region}} and status = 'ACCEPTED')
  or exists (select from seat_alternates where person_id = $1 and {{in_region}} and alternates_still(absence_id, {{today}}))
$$;
revoke execute on function takes_part_here from public;
grant execute on function takes_part_here to {{viewers}};

-- Where somebody only had a part they are known by name still; how they are reached now, and the school of their children,
-- is for where they live or take part.
-- fragment person_here
exists (select from people p where p.id = person_id
  and (p.region_id = any ({{regions}}) or p.region_ids && {{regions}} and takes_part_here(p.id)))

-- Kinds of school that say something of a child's health (see people/school-ties/special-stage.ts).
-- fragment special(stage)
{{stage}} in ('SBO', 'SO', 'VSO', 'PRO')

-- school_ties
{{protected(school_ties)}}
create policy national on school_ties for select to okn_national using ({{signed_in}});
create policy regional on school_ties for select to okn_regional using ({{person_here}});
create policy personal on school_ties for select to okn_personal using (person_id = {{person}} or {{person_here}});
create policy may_insert on school_ties for insert to {{viewers}} with check ({{own_or_managed}});
create policy may_update on school_ties for update to {{viewers}} using ({{own_or_managed}});
create policy may_delete on school_ties for delete to {{viewers}} using ({{own_or_managed}});
grant select, insert, update, delete on school_ties to {{viewers}};
{{system_sees(school_ties)}}
grant select (id, person_id, confirmed_on, exit_latest) on school_ties to okn_system;

-- contact_pauses: for whoever might call or write to them; not for bodies, which know them for a seat
{{protected(contact_pauses)}}
create policy national on contact_pauses for select to okn_national using (person_id = {{person}} or {{person_in_region}});
create policy regional on contact_pauses for select to okn_regional using ({{person_seen}});
create policy personal on contact_pauses for select to okn_personal using (person_id = {{person}} or {{person_in_region}}
  or exists (select from people p where p.id = person_id and p.oudernetwerk_ids && {{networks}}));
create policy may_insert on contact_pauses for insert to {{viewers}} with check ({{own_or_managed}});
create policy may_delete on contact_pauses for delete to {{viewers}} using ({{own_or_managed}});
grant select, insert, delete on contact_pauses to {{viewers}};
{{system_sees(contact_pauses)}}
grant select (person_id, period) on contact_pauses to okn_system;

-- A member, or one who leads, of a network that the viewer leads or supports today, who said yes to being reached by it.
-- Whoever takes part in the network by agreement has not been named to them.
-- fragment reached_by_network(of)
exists (select from people p where p.id = {{of}} and p.contact_by_network)
  and exists (
    select from memberships r where r.person_id = {{of}} and r.period @> {{today}} and {{own_network(r)}}
    union all
    select from trekkerschappen r where r.person_id = {{of}} and r.period @> {{today}} and {{own_network(r)}})

-- fragment own_network(role)
{{role}}.oudernetwerk_id = any ({{networks}}) and {{role}}.oudernetwerk_id <> all ({{ids(shared)}})

-- person_contacts: not for admins as such, who may be a coordinator or a parent too
{{protected(person_contacts)}}
create policy national on person_contacts for select to okn_national using (person_id = {{person}} or {{person_here}});
create policy regional on person_contacts for select to okn_regional using ({{person_here}});
create policy personal on person_contacts for select to okn_personal using (
  person_id = {{person}} or {{person_here}}
  or ({{revealed(person_contacts.person_id)}} or {{reached_by_network(person_contacts.person_id)}})
    and not awaits_notice(person_contacts.person_id));
create policy may_insert on person_contacts for insert to {{viewers}} with check ({{own_or_managed}});
create policy may_delete on person_contacts for delete to {{viewers}} using ({{own_or_managed}});
grant select, insert, delete on person_contacts to {{viewers}};

-- A region writes of a person while it answers for them.
-- fragment noted_by_home
{{in_region}} and exists (select from people p where p.id = person_id and p.region_id = person_notes.region_id)

-- person_notes: for the region that wrote them, also after the person moved
{{protected(person_notes)}}
create policy national on person_notes for select to okn_national using ({{in_region}});
create policy regional on person_notes for select to okn_regional using ({{in_region}});
create policy personal on person_notes for select to okn_personal using ({{in_region}});
create policy may_insert on person_notes for insert to {{viewers}} with check ({{noted_by_home}});
create policy may_delete on person_notes for delete to {{viewers}} using ({{noted_by_home}});
grant select, insert, delete on person_notes to {{viewers}};
