-- Whoever sees a role sees its person: each subquery obeys the policies of its own table.
-- fragment has_role_seen(of)
(exists (select from trekkerschappen t where t.person_id = {{of}})
  or exists (select from memberships m where m.person_id = {{of}})
  or exists (select from successor_candidates c where c.person_id = {{of}}))

-- Somebody who said yes, or holds a seat, is known by name to whoever fills it, until that is over.
-- fragment revealed(of)
(exists (select from seat_appointments a
    where a.person_id = {{of}} and a.body_id = any ({{bodies}}) and {{not_over(a.period, {{today}})}})
  or exists (select from seat_invitations q
    where q.person_id = {{of}} and q.body_id = any ({{bodies}}) and q.status = 'ACCEPTED'))

create function people_home_region() returns trigger language plpgsql as $$
begin
  if not new.region_ids @> array[new.region_id] then
    new.region_ids := new.region_ids || new.region_id;
  end if;
  return new;
end $$;
create trigger home_region before insert or update of region_id, region_ids on people
  for each row execute function people_home_region();

create function person_details_follow_person() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_table_name = 'people' then
    update person_details set region_ids = new.region_ids where person_id = new.id;
    return null;
  end if;
  new.region_ids := (select p.region_ids from people p where p.id = new.person_id);
  return new;
end $$;
revoke execute on function person_details_follow_person from public;
create trigger follow_person before insert on person_details
  for each row execute function person_details_follow_person();
create trigger follow_person after update of region_ids on people
  for each row when (new.region_ids is distinct from old.region_ids)
  execute function person_details_follow_person();

-- People whose name resembles a text, spelling and accents forgiven, best first. The caller's policies decide
-- what of it they see; the region setting only keeps the index scan small (an OR would keep it large).
create function people_named(text) returns table (person_id uuid, score real)
  language plpgsql stable security definer rows 50
  set search_path = public, pg_temp set pg_trgm.word_similarity_threshold = 0.45 as $$
declare wanted text := fold($1);
begin
  if viewer_uuid('app.account') is null then
    return;
  elsif current_setting('app.reach', true) = 'regional' then
    return query select d.person_id, word_similarity(wanted, d.search_name) from person_details d
      where wanted <% d.search_name and d.region_ids && viewer_uuids('app.regions');
  else
    return query select d.person_id, word_similarity(wanted, d.search_name) from person_details d
      where wanted <% d.search_name;
  end if;
end $$;
revoke execute on function people_named from public;
grant execute on function people_named to {{viewers}};

-- people
{{protected(people)}}
create policy national on people for select to okn_national using ({{signed_in}});
create policy regional on people for select to okn_regional using (region_ids && {{regions}});
create policy personal on people for select to okn_personal using (
  region_ids && {{regions}} or id = {{person}}
  or {{has_role_seen(people.id)}}
  or exists (select from seat_appointments a where a.person_id = people.id)
  or exists (select from seat_invitations q where q.person_id = people.id and q.status = 'ACCEPTED'));
create policy may_insert on people for insert to {{viewers}} with check ({{in_region}});
create policy may_update on people for update to {{viewers}} using ({{in_region}} or id = {{person}});
grant select, insert on people to {{viewers}};
grant update (version, municipality_id, perspectives, language, participation_forms, hours_per_month, day_parts)
  on people to {{viewers}};
{{system_sees(people)}}
grant select (id, region_id) on people to okn_system;

-- person_details
{{protected(person_details)}}
create policy national on person_details for select to okn_national using ({{signed_in}});
create policy regional on person_details for select to okn_regional using (region_ids && {{regions}});
create policy personal on person_details for select to okn_personal using (
  person_id = {{person}} or region_ids && {{regions}}
  or {{has_role_seen(person_details.person_id)}}
  or {{revealed(person_details.person_id)}});
create policy may_insert on person_details for insert to {{viewers}} with check ({{own_or_managed}});
create policy may_update on person_details for update to {{viewers}} using ({{own_or_managed}});
-- TypeORM's upsert writes the key too
grant select, insert, update (person_id, given_name, infix, family_name) on person_details to {{viewers}};
{{system_sees(person_details)}}
grant select (person_id, display_name) on person_details to okn_system;

-- school_ties
{{protected(school_ties)}}
create policy national on school_ties for select to okn_national using ({{signed_in}});
create policy regional on school_ties for select to okn_regional using ({{person_seen}});
create policy personal on school_ties for select to okn_personal using (person_id = {{person}} or {{person_in_region}});
create policy may_insert on school_ties for insert to {{viewers}} with check ({{own_or_managed}});
create policy may_update on school_ties for update to {{viewers}} using ({{own_or_managed}});
create policy may_delete on school_ties for delete to {{viewers}} using ({{own_or_managed}});
grant select, insert, update, delete on school_ties to {{viewers}};
{{system_sees(school_ties)}}
grant select (id, person_id, confirmed_on, exit_latest) on school_ties to okn_system;

-- person_contacts: not for admins as such, who may be a coordinator or a parent too
{{protected(person_contacts)}}
create policy national on person_contacts for select to okn_national using (person_id = {{person}} or {{person_in_region}});
create policy regional on person_contacts for select to okn_regional using ({{person_seen}});
create policy personal on person_contacts for select to okn_personal using (
  person_id = {{person}} or {{person_in_region}} or {{revealed(person_contacts.person_id)}});
create policy may_insert on person_contacts for insert to {{viewers}} with check ({{own_or_managed}});
create policy may_delete on person_contacts for delete to {{viewers}} using ({{own_or_managed}});
grant select, insert, delete on person_contacts to {{viewers}};

-- person_notes
{{protected(person_notes)}}
create policy national on person_notes for select to okn_national using ({{person_in_region}});
create policy regional on person_notes for select to okn_regional using ({{person_seen}});
create policy personal on person_notes for select to okn_personal using ({{person_in_region}});
create policy may_insert on person_notes for insert to {{viewers}} with check ({{person_managed}});
create policy may_delete on person_notes for delete to {{viewers}} using ({{person_managed}});
grant select, insert, delete on person_notes to {{viewers}};
