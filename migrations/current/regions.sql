-- Regions and municipalities, and the other lists that reference files fill.

-- A region and all below it: for nearly every question one row, and PostgreSQL should plan for that. An array
-- of unknown length made it walk all networks of the country in order of name.
create function regions_below(uuid) returns setof uuid language sql stable parallel safe rows 1
  begin atomic
    select r.id from regions r left join regions above on above.id = r.parent_id
    where $1 = r.id or $1 = above.id or $1 = above.parent_id;
  end;

-- The caretaker of last resort of a region: its coordinating organisation, or that of the nearest region above that has one.
create function last_resort_of(region uuid) returns uuid language sql stable as $$
  with recursive up as (
    select parent_id, coordinating_organisation_id, 0 as steps from regions where id = $1
    union all
    select r.parent_id, r.coordinating_organisation_id, steps + 1 from regions r join up on up.parent_id = r.id
  )
  select coordinating_organisation_id from up where coordinating_organisation_id is not null order by steps limit 1
$$;
revoke execute on function last_resort_of from public;
grant execute on function last_resort_of to {{viewers}}, okn_system;

-- Who answers for the personal data of a region, and of what is kept there: the organisation that was chosen for it by that
-- region, else that of the region or of the nearest above that has one, where the coordinating organisation is the default.
create function responsible_organisation(region uuid, chosen uuid default null, chosen_in uuid default null) returns uuid
  language sql stable as $$
  with recursive up as (
    select id, parent_id, coalesce(responsible_organisation_id, coordinating_organisation_id) as organisation_id, 0 as steps
      from regions where id = $1
    union all
    select r.id, r.parent_id, coalesce(r.responsible_organisation_id, r.coordinating_organisation_id), steps + 1
      from regions r join up on up.parent_id = r.id
  )
  select coalesce(
    case when chosen_in = region then chosen end,
    (select organisation_id from up where organisation_id is not null order by steps limit 1))
$$;
revoke execute on function responsible_organisation from public;
grant execute on function responsible_organisation to {{viewers}}, okn_system;

-- Whoever was chosen answers for it in the region that chose, and not after it moved.
create function chosen_by_region() returns trigger language plpgsql as $$
begin
  new.responsible_in := case when new.responsible_organisation_id is not null then new.region_id end;
  return new;
end $$;

-- fragment chooses_responsible(table)
create trigger responsible before insert or update of responsible_organisation_id on {{table}}
  for each row execute function chosen_by_region();

-- regions
{{protected(regions)}}
{{seen_by_all(regions)}}
create policy may_update on regions for update to {{viewers}} using ({{national}} or id = any ({{regions}}));
grant update (version, mailbox, phone, responsible_organisation_id) on regions to {{viewers}};
grant update (coordinating_organisation_id) on regions to okn_national;
{{system_sees(regions)}}
grant select (id, name, parent_id, coordinating_organisation_id, mailbox, phone) on regions to okn_system;

-- municipalities
{{protected(municipalities)}}
{{seen_by_all(municipalities)}}
create policy may_update on municipalities for update to {{viewers}} using ({{national}});
grant update (holiday_region, holiday_region_by_hand) on municipalities to {{viewers}};
{{system_sees(municipalities)}}
grant select (id, name, region_id) on municipalities to okn_system;

-- The last day of the school holiday that a day falls in, in a holiday region; null: schools are open. While nobody knows
-- when the summer holiday of a year is, July and August are.
create function school_holiday_until(area text, on_day date) returns date language sql stable as $$
  select coalesce(
    (select max(upper(h.period) - 1) from school_holidays h where h.holiday_region = $1 and h.period @> $2),
    case when extract(month from $2) = any ('{7,8}') and not exists (
      select from school_holidays h where h.holiday_region = $1 and h.kind = 'ZOMER'
        and extract(year from lower(h.period)) = extract(year from $2))
      then make_date(extract(year from $2)::integer, 8, 31) end)
$$;
revoke execute on function school_holiday_until from public;

-- What is removed stays away when the reference file is read again, until somebody records it by hand.
create function school_holiday_is_removed() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    insert into removed_school_holidays values (old.school_year, old.kind, old.holiday_region) on conflict do nothing;
  else
    delete from removed_school_holidays r
      where (r.school_year, r.kind, r.holiday_region) = (new.school_year, new.kind, new.holiday_region);
  end if;
  return null;
end $$;
revoke execute on function school_holiday_is_removed from public;

-- removed_school_holidays
{{protected(removed_school_holidays)}}
{{seen_by_nobody(removed_school_holidays)}}

-- school_holidays
create trigger removed after insert or delete on school_holidays
  for each row execute function school_holiday_is_removed();
{{protected(school_holidays)}}
{{seen_by_all(school_holidays)}}
create policy may_insert on school_holidays for insert to {{viewers}} with check ({{national}});
create policy may_update on school_holidays for update to {{viewers}} using ({{national}});
create policy may_delete on school_holidays for delete to {{viewers}} using ({{national}});
grant insert, update (version, period, by_hand), delete on school_holidays to {{viewers}};

-- themes: managed by the national office
{{protected(themes)}}
{{seen_by_all(themes)}}
create policy may_insert on themes for insert to {{viewers}} with check ({{national}});
create policy may_update on themes for update to {{viewers}} using ({{national}});
grant insert, update (version, label_nl, label_en, parent_id, retired_on, by_hand) on themes to {{viewers}};
{{system_sees(themes)}}
grant select (id, label_nl, label_en) on themes to okn_system;

-- theme_proposals: a region proposes, the national office decides
{{protected(theme_proposals)}}
create policy national on theme_proposals for select to okn_national using ({{signed_in}});
create policy regional on theme_proposals for select to okn_regional using ({{in_region}});
create policy personal on theme_proposals for select to okn_personal using ({{in_region}});
create policy may_insert on theme_proposals for insert to {{viewers}} with check (
  {{in_region}} and proposed_by = {{account}} and answer is null);
create policy may_update on theme_proposals for update to {{viewers}} using ({{national}});
grant select, insert, update (version, answer, answered_by, answered_on, answer_reason, theme_id)
  on theme_proposals to {{viewers}};
{{system_select(theme_proposals)}}

-- Where an agreement between regions is on a day. It gives something only while it is IN_FORCE.
create function agreement_status(answer text, period daterange, on_day date) returns text
  language sql immutable parallel safe
  return case
    when answer <> 'AGREED' then answer
    when upper(period) <= on_day then 'ENDED'
    when answer is null then 'ASKED'
    when lower(period) > on_day then 'AGREED'
    else 'IN_FORCE' end;

-- The regions besides its own in which a body works, and on which days; they are told to whoever sees the body.
create function agreed_periods(body uuid) returns table (region_id uuid, period daterange)
  language sql stable security definer set search_path = public, pg_temp rows 1 as $$
  select a.region_id, a.period from region_agreements a where a.body_id = $1 and a.answer = 'AGREED'
    and exists (select from advisory_bodies where id = $1 and {{body_told}})
$$;
revoke execute on function agreed_periods from public;
grant execute on function agreed_periods to {{viewers}}, okn_system;

create function agreed_regions(body uuid, on_day date) returns setof uuid language sql stable rows 1 as $$
  select region_id from agreed_periods($1) where period @> $2
$$;
revoke execute on function agreed_regions from public;
grant execute on function agreed_regions to {{viewers}}, okn_system;

-- fragment either_side
(home_region_id = any ({{regions}}) or region_id = any ({{regions}}))

-- An agreement is decided by the region that was asked, and not by who asked; and it never grows.
create function region_agreements_answer() returns trigger language plpgsql as $$
begin
  if not new.period <@ old.period then
    raise exception 'an agreement is only shortened' using errcode = '42501';
  end if;
  if {{works_for_viewer}} and new.answer is distinct from old.answer and (case
      when new.answer = 'WITHDRAWN' and old.answer = 'AGREED' then true
      when old.answer is not null then false
      when new.answer = 'WITHDRAWN' then new.home_region_id = any ({{regions}})
      else new.region_id = any ({{regions}}) and new.asked_by is distinct from {{account}} end) is not true then
    raise exception 'an agreement is decided by another coordinator, of the other region' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger answer before update of answer, period on region_agreements
  for each row execute function region_agreements_answer();

-- Locks the network that an agreement is about, before the agreement: whoever writes a network locks it first, and what was
-- agreed for today moves it at once.
create function lock_agreed_network(agreement uuid) returns void
  language sql security definer set search_path = public, pg_temp as $$
  select from oudernetwerken n where n.id = (
    select oudernetwerk_id from region_agreements where id = $1 and {{either_side}}) for no key update
$$;
revoke execute on function lock_agreed_network from public;
grant execute on function lock_agreed_network to {{viewers}};

-- region_agreements
{{protected(region_agreements)}}
create policy national on region_agreements for select to okn_national using ({{signed_in}});
create policy regional on region_agreements for select to okn_regional using ({{either_side}});
create policy personal on region_agreements for select to okn_personal using (
  {{either_side}} or body_id = any ({{bodies}}));
create policy may_insert on region_agreements for insert to {{viewers}} with check (
  home_region_id = any ({{regions}}) and asked_by = {{account}} and answer is null);
create policy may_update on region_agreements for update to {{viewers}} using ({{either_side}});
grant select, insert on region_agreements to {{viewers}};
grant update (version, period, answer, answered_by, answered_on, answer_reason, ended_by_region_id, end_reason)
  on region_agreements to {{viewers}};
{{system_select(region_agreements)}}

-- school_stages
{{protected(school_stages)}}
{{seen_by_all(school_stages)}}

-- reference_imports: the owner's only
{{protected(reference_imports)}}
