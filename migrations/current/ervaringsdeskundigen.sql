-- Ervaringsdeskundigen. Whether somebody may be found is derived from the ledger of consents by a trigger, and is a
-- matter of days: a consent that runs out does so without anybody's work.

-- Their consent lets them be found today.
-- fragment findable
findable_until >= {{today}}

-- The region that stands for all of them.
-- fragment everywhere
'00000000-0000-0000-0000-000000000000'::uuid

-- Where the viewer finds those who may be found; null for whoever seeks nobody.
-- fragment sought_in
(select case when ids <> '{}' then ids || {{everywhere}} end from viewer_uuids('app.seeks') ids)::uuid[]

-- Whom the viewer finds, or knows for their yes to a body.
-- fragment found_or_engaged
({{findable}} and findable_in = any ({{sought_in}}) or engaged_bodies <> '{}' and engaged_bodies && {{bodies}})

-- fragment own_profile_managed
exists (select from ervaringsdeskundigen e where e.id = ervaringsdeskundige_id
  and (e.person_id = {{person}} or e.region_id = any ({{regions}})))

-- fragment profile_in_region
exists (select from ervaringsdeskundigen e where e.id = ervaringsdeskundige_id and e.region_id = any ({{regions}}))

-- fragment own_or_in_region
(person_id = {{person}} or {{in_region}})

-- What a profile holds is seen with the profile.
-- fragment seen_with_profile(table)
create policy national on {{table}} for select to okn_national using ({{profile_seen}});
create policy regional on {{table}} for select to okn_regional using ({{profile_seen}});
create policy personal on {{table}} for select to okn_personal using ({{profile_seen}});
grant select on {{table}} to {{viewers}};


-- Traits: what a person can have and a seat can ask for

-- How many places there are yet for a kind of trait. Languages are written by anybody, and have half of them: regions,
-- themes and the rest always find one.
create function trait_places_left(kind text) returns bigint
  language sql stable security definer set search_path = public, pg_temp as $$
  select least(512 - count(*), case when $1 = 'LANGUAGE' then 256 - count(*) filter (where t.kind = 'LANGUAGE') end)
  from traits t
$$;
revoke execute on function trait_places_left from public;

create function trait_of(text, text) returns integer
  language plpgsql security definer set search_path = public, pg_temp as $$
declare found integer;
begin
  select position into found from traits where kind = $1 and value = $2;
  if found is null then
    lock table traits in share row exclusive mode;
    if trait_places_left($1) <= 0 and not exists (select from traits where kind = $1 and value = $2) then
      raise exception 'no place is left for a % of %', lower($1), $2 using errcode = 'check_violation', constraint = 'traits_left';
    end if;
    insert into traits (position, kind, value)
      values (coalesce((select max(position) + 1 from traits), 0), $1, $2)
      on conflict (kind, value) do nothing;
    select position into found from traits where kind = $1 and value = $2;
  end if;
  return found;
end $$;
revoke execute on function trait_of from public;

create function bits_of(integer[]) returns bit(512) language sql immutable
  return coalesce((select bit_or(set_bit(0::bit(512), place, 1)) from unnest($1) place), 0::bit(512));
grant execute on function bits_of to {{viewers}};

create function traits_of_profile(ervaringsdeskundigen) returns bit(512) language sql as $$
  with recursive above as (
    select id, parent_id from regions where id = $1.region_id
    union all select r.id, r.parent_id from regions r join above a on r.id = a.parent_id
  )
  select bits_of(array(
    select trait_of('THEME', t.theme_id::text) from ervaringsdeskundige_themes t where t.ervaringsdeskundige_id = $1.id
    union select trait_of('THEME', wider.id::text) from ervaringsdeskundige_themes t
            join themes own on own.id = t.theme_id join themes wider on wider.id = own.parent_id
            where t.ervaringsdeskundige_id = $1.id
    union select trait_of('DOMAIN', value) from unnest($1.domains) value
    union select trait_of('LEVEL', value) from unnest($1.levels) value
    union select trait_of('LANGUAGE', value) from unnest($1.languages) value
    union select trait_of('DAY_PART', value) from unnest($1.day_parts) value
    union select trait_of('SILENT', 'DOMAIN') where $1.domains = '{}'
    union select trait_of('SILENT', 'LEVEL') where $1.levels = '{}'
    union select trait_of('SILENT', 'DAY_PART') where $1.day_parts = '{}'
    union select trait_of('SILENT', 'THEME')
      where not exists (select from ervaringsdeskundige_themes t where t.ervaringsdeskundige_id = $1.id)
    union select trait_of('PERSPECTIVE', value) from people p cross join unnest(p.perspectives) value where p.id = $1.person_id
    union select trait_of('REGION', id::text) from above))
$$;
revoke execute on function traits_of_profile from public;

-- traits: where and in what language somebody may be found is not told by what there is to have either
{{protected(traits)}}
create policy national on traits for select to okn_national using ({{signed_in}} and kind = 'THEME');
create policy regional on traits for select to okn_regional using ({{signed_in}} and kind = 'THEME');
create policy personal on traits for select to okn_personal using ({{signed_in}} and kind = 'THEME');
grant select on traits to {{viewers}};


-- Profiles

-- Where whoever seeks for bodies of the first regions finds people, if the second ones agreed that they work there as
-- well: at home whoever may be found there, by agreement only those who consented to that (see
-- ervaringsdeskundigen.findable_in). Regions below are to be named as well.
create function sought_places(home uuid[], agreed uuid[]) returns uuid[] language sql immutable parallel safe
  return home || array(select with_agreements(place) from unnest(home || agreed) place);

-- Where a body finds people on a day; told to whoever sees the body.
create function sought_for(body uuid, on_day date) returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select sought_places(array(select regions_below(b.region_id)),
      array(select below from agreed_regions($1, $2) place cross join lateral regions_below(place) below))
    || {{everywhere}}
  from advisory_bodies b where b.id = $1 and {{body_told}}
$$;
revoke execute on function sought_for from public;
grant execute on function sought_for to {{viewers}}, okn_system;

-- The newest entry of the ledger is what holds, until its person departs or moves to another region: what they said before
-- was about another place. Nobody finds somebody who does not know yet that they are on record.
create function findable_by_consent(uuid) returns table (until date, agreements boolean, country boolean, partners boolean)
  language sql stable rows 1 as $$
  select case when newest.until is not null then least(newest.until, holds_where_they_lived(newest)) end,
    newest.given and 'REGION_AND_AGREEMENTS' = any (newest.scopes), newest.given and 'COUNTRY' = any (newest.scopes),
    newest.given and 'PARTNER_APPS' = any (newest.scopes)
  from consents newest
  where newest.id = (
      select id from consents where person_id = $1 and purpose = 'FINDABLE' order by recorded_at desc, id desc limit 1)
    and not exists (select from departures d where d.person_id = $1 and d.taken_back_at is null
      and (d.kind = 'DECEASED' or d.recorded_at >= newest.recorded_at))
    and not awaits_notice($1)
    and not exists (select from people p where p.id = $1 and p.merged_into is not null)
$$;
revoke execute on function findable_by_consent from public;

-- A profile says what the ledger, departures and moves of its person say.
create function renew_findable(person uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update ervaringsdeskundigen e set findable_until = c.until, findable_agreements = coalesce(c.agreements, false),
    findable_country = coalesce(c.country, false), findable_partners = coalesce(c.partners, false)
  from people p left join lateral findable_by_consent(p.id) c on true
  where p.id = person and e.person_id = p.id;
end $$;
revoke execute on function renew_findable from public;

create function ervaringsdeskundigen_derive() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    new.region_id := (select p.region_id from people p where p.id = new.person_id);
    new.engaged_bodies := '{}';
    new.asked_on := null;
    new.seat_begins := null;
    new.seat_ends := null;
    new.trained := null;
    new.trained_until := null;
    -- nobody is made findable but by the ledger
    select until, agreements, country, partners
      into new.findable_until, new.findable_agreements, new.findable_country, new.findable_partners
      from findable_by_consent(new.person_id);
    new.contact_paused := (select c.period from contact_pauses c where c.person_id = new.person_id);
    new.findable_agreements := coalesce(new.findable_agreements, false);
    new.findable_country := coalesce(new.findable_country, false);
    new.findable_partners := coalesce(new.findable_partners, false);
  end if;
  new.traits := traits_of_profile(new);
  return new;
end $$;
revoke execute on function ervaringsdeskundigen_derive from public;
create trigger derive before insert or update of region_id, domains, levels, languages, day_parts
  on ervaringsdeskundigen for each row execute function ervaringsdeskundigen_derive();

-- Whoever is left alone is not found for a seat either.
create function ervaringsdeskundigen_rest() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update ervaringsdeskundigen set contact_paused = new.period where person_id = coalesce(new.person_id, old.person_id);
  return null;
end $$;
revoke execute on function ervaringsdeskundigen_rest from public;
create trigger rest after insert or delete or update of period on contact_pauses
  for each row execute function ervaringsdeskundigen_rest();

create function ervaringsdeskundigen_follow() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_table_name = 'people' then
    update ervaringsdeskundigen set region_id = new.region_id where person_id = new.id;
  else
    -- sets what is derived anew
    update ervaringsdeskundigen set domains = domains
    where id = (coalesce(to_jsonb(new), to_jsonb(old)) ->> 'ervaringsdeskundige_id')::uuid;
  end if;
  return null;
end $$;
revoke execute on function ervaringsdeskundigen_follow from public;
create trigger follow_home after update of region_id, perspectives on people
  for each row when (new.region_id is distinct from old.region_id or new.perspectives is distinct from old.perspectives)
  execute function ervaringsdeskundigen_follow();
create trigger follow_themes after insert or delete on ervaringsdeskundige_themes
  for each row execute function ervaringsdeskundigen_follow();

create function themes_follow() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  -- sets what is derived anew
  update ervaringsdeskundigen set domains = domains
  where id in (select ervaringsdeskundige_id from ervaringsdeskundige_themes where theme_id = new.id);
  return null;
end $$;
revoke execute on function themes_follow from public;
create trigger follow_wider after update of parent_id on themes
  for each row when (new.parent_id is distinct from old.parent_id) execute function themes_follow();

-- ervaringsdeskundigen
{{protected(ervaringsdeskundigen)}}
-- the national office has no other purpose with them than anybody who seeks
create policy national on ervaringsdeskundigen for select to okn_national using (
  {{signed_in}} and ({{findable}} or {{in_region}} or person_id = {{person}}));
create policy regional on ervaringsdeskundigen for select to okn_regional using ({{in_region}} or {{found_or_engaged}});
create policy personal on ervaringsdeskundigen for select to okn_personal using (
  {{in_region}} or person_id = {{person}} or {{found_or_engaged}});
-- the region is that of the person by then; people themselves are seen by way of profiles
create policy may_insert on ervaringsdeskundigen for insert to {{viewers}} with check ({{own_or_in_region}});
create policy may_update on ervaringsdeskundigen for update to {{viewers}} using ({{own_or_in_region}});
grant select, insert on ervaringsdeskundigen to {{viewers}};
grant update (version, domains, levels, brings_others_experience, brings_others_basis, brings_others_on,
    connects_with_professionals, connects_basis, connects_on, hours_per_month, day_parts, meeting_forms, languages,
    participation_forms, max_seats, compensation, paused)
  on ervaringsdeskundigen to {{viewers}};
{{system_sees(ervaringsdeskundigen)}}
grant select (id, person_id, region_id, pseudonym, findable_until, findable_country, findable_in, findable_partners, paused,
    contact_paused)
  on ervaringsdeskundigen to okn_system;
-- a profile is locked, not changed, while it is looked whether its person may be asked
{{system_changes(ervaringsdeskundigen)}}
grant update (version) on ervaringsdeskundigen to okn_system;

-- Whoever this viewer may seek, with what they are weighed by. It reads as the owner: the row-level rules of the
-- table look at columns that its index has not, so this says again which of them are about seeking.
create view findable_profiles with (security_barrier) as
  select id, for_seats, findable_in, traits, brings_others_experience, connects_with_professionals, paused,
    contact_paused, max_seats, seat_begins, seat_ends, asked_on, trained, trained_until
  from ervaringsdeskundigen
  where {{findable}} and findable_in = any ({{sought_in}});
grant select on findable_profiles to {{viewers}};

-- ervaringsdeskundige_themes
{{protected(ervaringsdeskundige_themes)}}
{{seen_with_profile(ervaringsdeskundige_themes)}}
create policy may_insert on ervaringsdeskundige_themes for insert to {{viewers}} with check ({{own_profile_managed}});
create policy may_delete on ervaringsdeskundige_themes for delete to {{viewers}} using ({{own_profile_managed}});
grant insert, delete on ervaringsdeskundige_themes to {{viewers}};

-- incompatibilities
{{protected(incompatibilities)}}
create policy national on incompatibilities for select to okn_national using ({{own_profile_managed}});
create policy regional on incompatibilities for select to okn_regional using ({{own_profile_managed}});
create policy personal on incompatibilities for select to okn_personal using ({{own_profile_managed}});
create policy may_insert on incompatibilities for insert to {{viewers}} with check ({{own_profile_managed}});
create policy may_update on incompatibilities for update to {{viewers}} using ({{own_profile_managed}});
create policy may_delete on incompatibilities for delete to {{viewers}} using ({{own_profile_managed}});
grant select, insert, update, delete on incompatibilities to {{viewers}};
-- an invited parent reads in the mail what of their own the body excludes; for a member it is on the worklist of whoever
-- keeps their record
{{system_select(incompatibilities)}}


-- Trainings

create function title_number(title_norm text) returns bigint language sql immutable
  return hashtextextended(title_norm, 0);

create function trainings_of_profile(uuid) returns table (title bigint, until date) language sql stable as $$
  select title_number(title_norm), max(coalesce(valid_until, 'infinity'))
  from trainings where ervaringsdeskundige_id = $1 group by title_norm
$$;
revoke execute on function trainings_of_profile from public;

create function ervaringsdeskundigen_learn() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare learned uuid := coalesce(new.ervaringsdeskundige_id, old.ervaringsdeskundige_id);
begin
  -- whoever writes another training of theirs at the same time waits, and then sees this one
  perform from ervaringsdeskundigen where id = learned for no key update;
  update ervaringsdeskundigen e set (trained, trained_until) = (
    select array_agg(title order by title), array_agg(until order by title) from trainings_of_profile(learned))
  where e.id = learned;
  return null;
end $$;
revoke execute on function ervaringsdeskundigen_learn from public;

-- The first day of the last three months of a training, in short months too: the first day that with three months
-- added lies after the last one on which it is valid.
create function training_renewal_from(valid_until date) returns date language sql immutable parallel safe
  return greatest((valid_until - interval '3 months')::date + 1, (valid_until + 1 - interval '3 months')::date);

-- VALID, RENEWAL_WINDOW in its last three months, EXPIRED after its last day
create function training_state(valid_until date, on_day date) returns text language sql immutable
  return case when valid_until < on_day then 'EXPIRED'
    when training_renewal_from(valid_until) <= on_day then 'RENEWAL_WINDOW' else 'VALID' end;
grant execute on function training_state to {{viewers}};

-- trainings: what a parent has learned, the coordinator has seen the proof of
create trigger learn after insert or update or delete on trainings
  for each row execute function ervaringsdeskundigen_learn();
{{protected(trainings)}}
{{seen_with_profile(trainings)}}
create policy may_insert on trainings for insert to {{viewers}} with check ({{profile_in_region}});
create policy may_update on trainings for update to {{viewers}} using ({{profile_in_region}});
create policy may_delete on trainings for delete to {{viewers}} using ({{profile_in_region}});
grant insert, update, delete on trainings to {{viewers}};
{{system_sees(trainings)}}
grant select (id, ervaringsdeskundige_id, title_norm, valid_until) on trainings to okn_system;


-- Consents

create function consents_make_findable() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform renew_findable(new.person_id);
  return null;
end $$;
revoke execute on function consents_make_findable from public;

-- The newest entry is what holds; nobody writes the column but this.
create function consents_open_contact() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update people set contact_by_network = new.given where id = new.person_id and contact_by_network <> new.given;
  return null;
end $$;
revoke execute on function consents_open_contact from public;

-- What was kept on the strength of a yes goes with it: of a school only when the child leaves stays, and of one without an end
-- nothing does.
create function consents_forget_health() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from school_ties where person_id = new.person_id and {{special(stage)}} and exit_latest is null;
  update school_ties set stage = 'PO', year_level = null, school_id = null, stated_exit = exit_latest, version = version + 1
  where person_id = new.person_id and {{special(stage)}};
  delete from ervaringsdeskundige_themes t using ervaringsdeskundigen e
  where e.id = t.ervaringsdeskundige_id and e.person_id = new.person_id;
  return null;
end $$;
revoke execute on function consents_forget_health from public;

-- consents
create trigger forget_health after insert on consents
  for each row when (new.purpose = 'SCHOOL_AND_THEMES' and not new.given) execute function consents_forget_health();
create trigger make_findable after insert on consents
  for each row when (new.purpose = 'FINDABLE') execute function consents_make_findable();
create trigger open_contact after insert on consents
  for each row when (new.purpose = 'CONTACT_BY_NETWORK') execute function consents_open_contact();
create trigger append_only before update or delete on consents
  for each row execute function refuse_change();
create trigger append_only_truncate before truncate on consents
  for each statement execute function refuse_change();
{{protected(consents)}}
create policy national on consents for select to okn_national using ({{own_or_managed}});
create policy regional on consents for select to okn_regional using ({{person_managed}});
create policy personal on consents for select to okn_personal using ({{own_or_managed}});
create policy may_insert on consents for insert to {{viewers}} with check (account_id = {{account}} and {{own_or_managed}});
grant select, insert on consents to {{viewers}};
