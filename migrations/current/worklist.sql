-- The worklist is about networks, seats, ervaringsdeskundigen, agreements between regions and tasks for a person. Where a write made void what is kept of one of them,
-- that is noted in one place, and whoever wrote renews it before they commit.

create function networks_of_person(uuid) returns setof uuid language sql stable as $$
  select oudernetwerk_id from trekkerschappen where person_id = $1
  union select id from oudernetwerken where contact_person_id = $1
  union select oudernetwerk_id from successor_candidates where person_id = $1 and ended_on is null
  union select oudernetwerk_id from handover_items where owner_person_id = $1 and done_on is null
$$;

-- Those that are there are judged anew before the transaction ends.
create function mark_networks_stale(networks uuid[]) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into stale_subjects (subject_type, subject_id)
    select 'Oudernetwerk', id from oudernetwerken where id = any (networks);
end $$;
revoke execute on function mark_networks_stale from public;

-- Called with the names of columns that say of whom the row is. Whoever changes what is known of a person and
-- whoever gives that person a part in a network take turns: else each would judge the network without what the
-- other one wrote.
create function mark_stale() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  was jsonb := to_jsonb(old);
  is_now jsonb := to_jsonb(new);
  kind text;
  changed uuid[];
begin
  foreach kind in array tg_argv loop
    changed := array_remove(array[(was ->> kind)::uuid, (is_now ->> kind)::uuid], null);
    if kind in ('person_id', 'contact_person_id', 'owner_person_id') then
      perform from people where id = any (changed) order by id for no key update;
    end if;
    if kind = 'person_id' then
      perform mark_networks_stale(array(select networks_of_person(id) from unnest(changed) id));
    elsif kind = 'region_id' then
      perform mark_networks_stale(array(
        select id from oudernetwerken where region_id in (select regions_below(id) from unnest(changed) id)));
    elsif kind not in ('contact_person_id', 'owner_person_id') then
      perform mark_networks_stale(changed);
    end if;
  end loop;
  return null;
end $$;
revoke execute on function mark_stale from public;
-- A new version alone, which whoever locks a row gives it, changes nothing that is judged.
create trigger mark_stale after insert or update of phase, sectors, contact_person_id, region_id, active_from,
  ended_on, last_activity_on on oudernetwerken
  for each row execute function mark_stale('id', 'contact_person_id');
create trigger mark_stale after insert or delete or update of person_id, oudernetwerk_id, period, planned_end_on
  on trekkerschappen for each row execute function mark_stale('oudernetwerk_id', 'person_id');
create trigger mark_stale after insert or delete or update of person_id, oudernetwerk_id, period, expected_until, substitute_id on absences
  for each row execute function mark_stale('oudernetwerk_id');
create trigger mark_stale after insert or delete or update of person_id, oudernetwerk_id, period on memberships
  for each row execute function mark_stale('oudernetwerk_id');
create trigger mark_stale after insert or delete or update of oudernetwerk_id, period on support_arrangements
  for each row execute function mark_stale('oudernetwerk_id');
create trigger mark_stale after insert or delete or update of oudernetwerk_id, trekkerschap_id, target_on, opened_for,
  closed_on on succession_plans for each row execute function mark_stale('oudernetwerk_id');
create trigger mark_stale after insert or delete or update of plan_id, oudernetwerk_id, person_id, rank, stage, ended_on
  on successor_candidates for each row execute function mark_stale('oudernetwerk_id', 'person_id');
create trigger mark_stale after insert or delete or update of plan_id, oudernetwerk_id, owner_person_id,
  due_on, done_on on handover_items for each row execute function mark_stale('oudernetwerk_id', 'owner_person_id');
create trigger mark_stale after insert or delete or update of person_id, stage, confirmed_on, stated_exit, exit_earliest,
  exit_latest on school_ties for each row execute function mark_stale('person_id');
create trigger mark_stale after insert or delete or update of person_id, period on contact_pauses
  for each row execute function mark_stale('person_id');
create trigger mark_stale after insert or delete or update of person_id, email, phone on person_contacts
  for each row execute function mark_stale('person_id');
create trigger mark_stale after insert or delete or update on continuity_thresholds
  for each row execute function mark_stale('oudernetwerk_id', 'region_id');
create trigger mark_stale after insert or delete or update of period on seat_appointments
  for each row execute function mark_stale('person_id');

-- Called with a type, and the column that says which one it is about.
create function mark_subject_stale() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  -- of one that goes to another, both
  insert into stale_subjects (subject_type, subject_id)
    select distinct tg_argv[0], (part ->> tg_argv[1])::uuid from unnest(array[to_jsonb(old), to_jsonb(new)]) part
    where part is not null;
  return null;
end $$;
revoke execute on function mark_subject_stale from public;
create trigger mark_subject_stale after insert or delete or update of opened_on, abolished_on, region_id
  on advisory_seats for each row execute function mark_subject_stale('AdvisorySeat', 'id');
create trigger mark_subject_stale after insert or delete or update of period, latest_end, end_reason
  on seat_appointments for each row execute function mark_subject_stale('AdvisorySeat', 'seat_id');
-- An absence is of a person in a body, and lasts as long as what they do there: whatever seats that is are judged.
create function mark_seats_of_absent_stale() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into stale_subjects (subject_type, subject_id)
    select distinct 'AdvisorySeat', s.seat_id from unnest(array[to_jsonb(old), to_jsonb(new)]) part
    join seat_appointments s on s.body_id = (part ->> 'body_id')::uuid and s.person_id = (part ->> 'person_id')::uuid
    where tg_table_name = 'absences' or exists (
      select from absences a where a.body_id = s.body_id and a.person_id = s.person_id);
  return null;
end $$;
revoke execute on function mark_seats_of_absent_stale from public;
create trigger mark_seats_stale after insert or delete or update of person_id, period, expected_until
  on absences for each row execute function mark_seats_of_absent_stale();
create trigger mark_seats_stale after insert or delete or update of period
  on seat_appointments for each row execute function mark_seats_of_absent_stale();
-- Who is left alone is not asked for another term.
create function mark_seats_of_paused_stale() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into stale_subjects (subject_type, subject_id)
    select distinct 'AdvisorySeat', s.seat_id from unnest(array[to_jsonb(old), to_jsonb(new)]) part
    join seat_appointments s on s.person_id = (part ->> 'person_id')::uuid;
  return null;
end $$;
revoke execute on function mark_seats_of_paused_stale from public;
create trigger mark_seats_stale after insert or delete or update of person_id, period on contact_pauses
  for each row execute function mark_seats_of_paused_stale();
-- Nor is anything else asked of them.
create function mark_tasks_of_paused_stale() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into stale_subjects (subject_type, subject_id)
    select distinct 'PersonTask', t.id from unnest(array[to_jsonb(old), to_jsonb(new)]) part
    join person_tasks t on t.person_id = (part ->> 'person_id')::uuid and t.done_on is null;
  return null;
end $$;
revoke execute on function mark_tasks_of_paused_stale from public;
create trigger mark_tasks_stale after insert or delete or update of person_id, period on contact_pauses
  for each row execute function mark_tasks_of_paused_stale();
create trigger mark_subject_stale after insert or delete or update of findable_until, paused, contact_paused,
  region_id
  on ervaringsdeskundigen for each row execute function mark_subject_stale('Ervaringsdeskundige', 'id');
create trigger mark_subject_stale after insert or delete or update of title, valid_until
  on trainings for each row execute function mark_subject_stale('Ervaringsdeskundige', 'ervaringsdeskundige_id');

create trigger mark_subject_stale after insert or delete or update
  on incompatibilities for each row execute function mark_subject_stale('Ervaringsdeskundige', 'ervaringsdeskundige_id');

-- What the rules of bodies exclude is on the record of some who sit there: all are judged, whether or not they have any.
-- Whoever changes the rules and whoever is appointed take turns: else they would be judged by the old ones.
create function mark_members_stale(bodies uuid[]) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from advisory_bodies where id = any (bodies) order by id for no key update;
  insert into stale_subjects (subject_type, subject_id)
    select 'Ervaringsdeskundige', e.id from ervaringsdeskundigen e
    where e.person_id in (select a.person_id from seat_appointments a where a.body_id = any (bodies));
end $$;
revoke execute on function mark_members_stale from public;

-- Called with the column that says which body it is.
create function members_follow_rules() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform mark_members_stale(array[(to_jsonb(new) ->> tg_argv[0])::uuid]);
  return null;
end $$;
revoke execute on function members_follow_rules from public;
create trigger members_follow after update of incompatible_kinds, region_id on advisory_bodies
  for each row when ((new.incompatible_kinds, new.region_id) is distinct from (old.incompatible_kinds, old.region_id))
  execute function members_follow_rules('id');
create trigger members_follow after insert or update of period, answer on region_agreements
  for each row when (new.answer is not null) execute function members_follow_rules('body_id');

create function members_follow_links() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform mark_members_stale(array(select distinct body_id from changed));
  return null;
end $$;
revoke execute on function members_follow_links from public;
create trigger members_follow_more after insert on advisory_body_organisations
  referencing new table as changed for each statement execute function members_follow_links();
create trigger members_follow_fewer after delete on advisory_body_organisations
  referencing old table as changed for each statement execute function members_follow_links();

create function members_follow_seat() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare seat seat_appointments := coalesce(new, old);
begin
  perform from advisory_bodies where id = seat.body_id for share;
  insert into stale_subjects (subject_type, subject_id)
    select 'Ervaringsdeskundige', e.id from ervaringsdeskundigen e where e.person_id = seat.person_id;
  return null;
end $$;
revoke execute on function members_follow_seat from public;
create trigger members_follow after insert or delete or update of period on seat_appointments
  for each row execute function members_follow_seat();

-- Municipalities come under another region, or regions under another one: then other seats are within the home region too.
create function members_follow_places() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into stale_subjects (subject_type, subject_id)
    select distinct 'Ervaringsdeskundige', tie.ervaringsdeskundige_id from incompatibilities tie
    where tie.municipality_id = new.id or tg_table_name = 'regions';
  return null;
end $$;
revoke execute on function members_follow_places from public;
create trigger members_follow after update of region_id on municipalities
  for each row when (new.region_id is distinct from old.region_id) execute function members_follow_places();
create trigger members_follow after update of parent_id on regions
  for each row when (new.parent_id is distinct from old.parent_id) execute function members_follow_places();

-- One that follows another makes that need nothing.
create function mark_agreements_stale() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into stale_subjects (subject_type, subject_id)
    select 'RegionAgreement', a.id from region_agreements a
    where a.subject_id = new.subject_id and a.region_id = new.region_id;
  return null;
end $$;
revoke execute on function mark_agreements_stale from public;
create trigger mark_agreements_stale after insert or update of period, answer, home_region_id on region_agreements
  for each row execute function mark_agreements_stale();

create function mark_seats_of_body_stale() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into stale_subjects (subject_type, subject_id)
    select 'AdvisorySeat', s.id from advisory_seats s where s.body_id = new.id;
  return null;
end $$;
revoke execute on function mark_seats_of_body_stale from public;
create trigger mark_seats_of_body_stale after update of ended_on, ends_soon_months, vacancy_days on advisory_bodies
  for each row when ((new.ended_on, new.ends_soon_months, new.vacancy_days)
    is distinct from (old.ended_on, old.ends_soon_months, old.vacancy_days)) execute function mark_seats_of_body_stale();

-- Agreements end with what they are about.
create function mark_agreements_about_stale() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into stale_subjects (subject_type, subject_id)
    select 'RegionAgreement', a.id from region_agreements a where new.id in (a.body_id, a.oudernetwerk_id);
  return null;
end $$;
revoke execute on function mark_agreements_about_stale from public;
create trigger mark_agreements_stale after update of ended_on on oudernetwerken
  for each row when (new.ended_on is distinct from old.ended_on) execute function mark_agreements_about_stale();
create trigger mark_agreements_stale after update of ended_on on advisory_bodies
  for each row when (new.ended_on is distinct from old.ended_on) execute function mark_agreements_about_stale();

-- Whoever changes the rules of a body and whoever adds a seat to it take turns: else the seat would be judged by the old ones.
create function advisory_seats_wait() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from advisory_bodies where id = new.body_id for share;
  return new;
end $$;
revoke execute on function advisory_seats_wait from public;
create trigger wait before insert on advisory_seats for each row execute function advisory_seats_wait();

create trigger mark_subject_stale after insert or delete or update of done_on, region_id, due_on, kind
  on person_tasks for each row execute function mark_subject_stale('PersonTask', 'id');

-- stale_subjects
{{protected(stale_subjects)}}
{{seen_by_nobody(stale_subjects)}}
{{system_select(stale_subjects)}}
{{system_delete(stale_subjects)}}

-- The table is empty most of the time, and for a plan made then it is cheapest to read it from end to end; such a plan
-- is kept, and after an import thousands of rows wait in it. Both functions are therefore planned with the index.
create function take_stale_of_this_transaction() returns table (type text, id uuid)
  language plpgsql set enable_seqscan = off as $$
begin
  return query delete from stale_subjects where xact = pg_current_xact_id() returning subject_type, subject_id;
end $$;
revoke execute on function take_stale_of_this_transaction from public;
grant execute on function take_stale_of_this_transaction to okn_system;

create function no_longer_stale(subjects uuid[]) returns void
  language plpgsql set enable_seqscan = off as $$
begin
  delete from stale_subjects where subject_id = any (subjects);
end $$;
revoke execute on function no_longer_stale from public;
grant execute on function no_longer_stale to okn_system;

-- watched_subjects
{{protected(watched_subjects)}}
{{seen_by_nobody(watched_subjects)}}
{{kept_by_system(watched_subjects)}}

-- A profile is no concern of the national office: whose training expires, or whose record clashes with a seat, is for the
-- coordinator of their region, and for nobody who may not see that record.
-- fragment seen_as_work(table)
create policy national on {{table}} for select to okn_national using (
  {{signed_in}} and (coalesce(ervaringsdeskundige_id, person_task_id) is null or {{in_region}}));
create policy regional on {{table}} for select to okn_regional using ({{in_region}});
create policy personal on {{table}} for select to okn_personal using ({{network_reach}} or body_id = any ({{bodies}}));
grant select on {{table}} to {{viewers}};

-- continuity_findings
{{protected(continuity_findings)}}
{{seen_as_work(continuity_findings)}}
{{kept_by_system(continuity_findings)}}

-- work_items
{{protected(work_items)}}
{{seen_as_work(work_items)}}
{{kept_by_system(work_items)}}

-- fragment may_put_off
({{managed_or_supported}} or body_id = any ({{bodies}}))

-- work_item_snoozes
{{protected(work_item_snoozes)}}
{{seen_as_work(work_item_snoozes)}}
create policy may_insert on work_item_snoozes for insert to {{viewers}} with check ({{may_put_off}});
create policy may_update on work_item_snoozes for update to {{viewers}} using ({{may_put_off}});
create policy may_delete on work_item_snoozes for delete to {{viewers}} using ({{may_put_off}});
grant insert, update, delete on work_item_snoozes to {{viewers}};
{{system_select(work_item_snoozes)}}
{{system_delete(work_item_snoozes)}}

-- What somebody of one region put off, and why, is not for another region to which it came.
create function snoozes_stay_behind() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from work_item_snoozes s where s.subject_id = new.subject_id;
  return null;
end $$;
revoke execute on function snoozes_stay_behind from public;
create trigger stay_behind after update of region_id on work_item_snoozes
  for each row when (new.region_id <> old.region_id) execute function snoozes_stay_behind();

-- Who coordinates a region on a day, by a role there or above it: told to whoever coordinates it too.
create function colleagues_in(region uuid, on_day date) returns table (id uuid, display_name text)
  language sql stable security definer set search_path = public, pg_temp rows 5 as $$
  select a.id, a.display_name from accounts a
  where $1 = any ({{regions}}) and a.id in (select r.account_id from account_roles r
    where r.role = 'COORDINATOR' and r.period @> $2 and $1 in (select regions_below(r.region_id)))
    and not exists (select from people p where p.id = a.person_id and p.deceased_on is not null)
$$;
revoke execute on function colleagues_in from public;
grant execute on function colleagues_in to {{viewers}};

-- Who takes care of a work item; what one region said of it, another one that it came to did not.
create function assignee_of(item uuid) returns table (id uuid, display_name text)
  language sql stable security definer set search_path = public, pg_temp rows 1 as $$
  select a.id, a.display_name from work_item_assignments s
  join work_items w on w.id = s.work_item_id and w.region_id = s.region_id join accounts a on a.id = s.account_id
  where s.work_item_id = $1 and s.region_id = any ({{regions}})
$$;
revoke execute on function assignee_of from public;
grant execute on function assignee_of to {{viewers}};

-- work_item_assignments: among the coordinators of a region
{{protected(work_item_assignments)}}
create policy national on work_item_assignments for select to okn_national using ({{in_region}});
create policy regional on work_item_assignments for select to okn_regional using ({{in_region}});
create policy personal on work_item_assignments for select to okn_personal using ({{in_region}});
create policy may_insert on work_item_assignments for insert to {{viewers}} with check (
  {{in_region}} and assigned_by = {{account}}
  and exists (select from colleagues_in(region_id, {{today}}) c where c.id = account_id));
create policy may_delete on work_item_assignments for delete to {{viewers}} using ({{in_region}});
grant select, insert, delete on work_item_assignments to {{viewers}};
