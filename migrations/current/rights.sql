-- What people may ask of whoever keeps their data: to be erased, among other things


-- How a row leads to a person

-- The accounts of somebody.
-- fragment accounts_of_whom
(select a.id from accounts a where a.person_id = $1)

-- fragment invitations_of_whom
(select i.id from seat_invitations i where i.person_id = $1)

-- fragment profiles_of_whom
(select e.id from ervaringsdeskundigen e where e.person_id = $1)

-- Roles and other rows of theirs that mail and calendars are about.
-- fragment parts_of_whom
(select t.id from trekkerschappen t where t.person_id = $1
  union all select m.id from memberships m where m.person_id = $1
  union all select s.id from seat_appointments s where s.person_id = $1
  union all select s.id from school_ties s where s.person_id = $1
  union all select t.id from person_tasks t where t.person_id = $1)

-- Which rows of a table are of a person: a condition in which `r` is the row and `$1` the person. Null: it is not known.
-- Where nothing is said, the column `person_id` says it.
create function way_to_person(kept text) returns text
  language sql stable set search_path = public, pg_temp as $$
  select case $1
    when 'people' then 'r.id = $1'
    when 'accounts' then 'r.person_id = $1'
    when 'handover_items' then 'r.owner_person_id = $1'
    when 'people_told_apart' then '$1 in (r.one_id, r.other_id)'
    when 'person_merges' then '$1 in (r.survivor_id, r.other_id)'
    when 'oudernetwerken' then 'r.contact_person_id = $1'
    when 'account_roles' then 'r.account_id in {{accounts_of_whom}}'
    when 'idempotency_keys' then 'r.account_id in {{accounts_of_whom}}'
    when 'imports' then 'r.account_id in {{accounts_of_whom}}'
    when 'list_exports' then 'r.account_id in {{accounts_of_whom}}'
    when 'network_messages' then 'r.account_id in {{accounts_of_whom}}'
    when 'work_item_assignments' then 'r.account_id in {{accounts_of_whom}}'
    when 'theme_proposals' then 'r.proposed_by in {{accounts_of_whom}}'
    when 'region_agreements' then 'r.asked_by in {{accounts_of_whom}}'
    when 'audit_log' then 'r.subject_id = $1 or r.account_id in {{accounts_of_whom}}'
    when 'annulments' then 'exists (select from audit_log l where l.subject_id = r.subject_id and l.facts ->> ''personId'' = $1::text)'
    when 'kept_rows' then '$1::text in (r.was ->> ''person_id'', r.was ->> ''owner_person_id'', r.was ->> ''contact_person_id'')'
    when 'mail_address_changes' then '(r.person_id = $1 or r.account_id in {{accounts_of_whom}})'
    when 'mail_preferences' then '(r.person_id = $1 or r.account_id in {{accounts_of_whom}})'
    when 'mails' then '(r.recipient_type = ''PERSON'' and r.recipient_id = $1
      or r.recipient_type = ''ACCOUNT'' and r.recipient_id in {{accounts_of_whom}}
      or r.recipient_type = ''NOMINEE'' and r.recipient_id in {{invitations_of_whom}})'
    when 'calendar_copies' then '(r.recipient_id = $1 or r.recipient_id in {{accounts_of_whom}} or r.recipient_id in {{invitations_of_whom}})'
    when 'calendar_events' then 'r.subject_id in {{parts_of_whom}}'
    when 'reminders' then 'r.subject_id in {{parts_of_whom}}'
    when 'succession_plans' then 'r.trekkerschap_id in (select t.id from trekkerschappen t where t.person_id = $1)'
    when 'seat_nominees' then 'r.invitation_id in {{invitations_of_whom}}'
    when 'nominated_addresses' then 'r.invitation_id in {{invitations_of_whom}}'
    when 'nominee_lookups' then 'r.invitation_id in {{invitations_of_whom}}'
    when 'ervaringsdeskundige_themes' then 'r.ervaringsdeskundige_id in {{profiles_of_whom}}'
    when 'trainings' then 'r.ervaringsdeskundige_id in {{profiles_of_whom}}'
    when 'incompatibilities' then 'r.ervaringsdeskundige_id in {{profiles_of_whom}}'
    -- and of records that became a part of theirs
    else (select 'r.person_id in (select $1 union all select p.id from people p where p.merged_into = $1)' from pg_attribute a
      where a.attrelid = to_regclass($1) and a.attname = 'person_id' and not a.attisdropped)
  end
$$;
revoke execute on function way_to_person from public;


-- Erasure

-- An erasure works in the transaction that records it, and in no other.
create function requires_erasure(person uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from erasures e where e.person_id = person and e.xact = pg_current_xact_id()) then
    raise exception 'person % is not being erased', person;
  end if;
end $$;
revoke execute on function requires_erasure from public;

-- Where texts that others wrote have the name of somebody: by type and row, for people to look at. The texts stay theirs.
create function mentions_of(person uuid) returns jsonb
  language sql stable security definer set search_path = public, pg_temp as $$
  with named as (
    select fold(d.given_name) as given_name, fold(d.family_name) as family_name, d.search_name from person_details d
    where d.person_id = $1
  ), said as (
    select 'Person' as type, person_id as id, region_id, note as text from person_notes where person_id <> $1
    union all select 'Person', person_id, region_id, note from departures where person_id <> $1
    union all select 'Oudernetwerk', id, region_id, concat_ws(' ', name, purpose) from oudernetwerken
    union all select 'Activity', id, region_id, concat_ws(' ', title, place) from activities
    union all select 'Activity', activity_id, region_id, concat_ws(' ', subject, text) from network_messages
      where activity_id is not null
    union all select 'AdvisoryBody', id, region_id, concat_ws(' ', name, purpose) from advisory_bodies
    union all select 'SuccessorCandidate', id, region_id, concat_ws(' ', decline_reason, motivation) from successor_candidates
      where person_id <> $1
    union all select 'SuccessionPlan', id, region_id, concat_ws(' ', motivation, stop_reason) from succession_plans
    union all select 'SeatInvitation', id, region_id, concat_ws(' ', message, motivation, decline_reason) from seat_invitations
      where person_id is distinct from $1
    union all select 'RegionAgreement', id, home_region_id, concat_ws(' ', motivation, answer_reason, end_reason, responsibilities)
      from region_agreements
    union all select 'ThemeProposal', id, region_id, concat_ws(' ', motivation, answer_reason) from theme_proposals
    union all select subject_type, subject_id, region_id, reason from work_item_snoozes
  )
  select coalesce(jsonb_agg(distinct jsonb_build_object('type', s.type, 'id', s.id, 'regionId', s.region_id)), '[]')
  from said s, named n
  where strpos(fold(s.text), n.search_name) > 0
    or strpos(fold(s.text), n.given_name) > 0 and strpos(fold(s.text), n.family_name) > 0
$$;
revoke execute on function mentions_of from public;

-- What can be found by a name or address only, while those are known. Keeps where others wrote the name.
create function begin_erasure(person uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  named text := (select d.display_name from person_details d where d.person_id = person);
  address text := (select c.email_norm from person_contacts c where c.person_id = person);
begin
  perform requires_erasure(person);
  update erasures e set mentions = mentions_of(person) where e.person_id = person;
  delete from undeliverable_addresses u using (
    select email from person_contacts c where c.person_id = person
    union select email_norm from accounts a where a.person_id = person) known
    where u.address_hash = {{hash_of(known.email)}};
  -- an answer that is kept for a repeat may name them
  delete from idempotency_keys k where strpos(k.answer::text, named) > 0;
  delete from import_rows r where r.person_id = person or strpos(r.candidates::text, person::text) > 0
    or exists (select from unnest(r.cells) cell where lower(cell) in (address, lower(named)));
  -- what others were given for their calendars
  update calendar_copies c set summary = null where strpos(c.summary, named) > 0;
end $$;
revoke execute on function begin_erasure from public;
grant execute on function begin_erasure to okn_system;

-- Erases what a table holds of somebody, or one column of it (`table.column`); says of how many rows.
create function erase_place(person uuid, place text) returns integer
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  kept text := split_part(place, '.', 1);
  piece text := nullif(split_part(place, '.', 2), '');
  way text := way_to_person(kept);
  erased integer;
begin
  perform requires_erasure(person);
  if way is null then raise exception 'how rows of % lead to a person is not known', kept; end if;
  case
    when place = 'audit_values' then return erase_audit_values(person);
    when piece is not null then return erase_column(person, kept, piece, way);
    when kept = 'accounts' then
      update accounts a set issuer = 'erased', subject = a.id::text, display_name = 'Account ' || right(a.id::text, 6),
        email_norm = null, locale = null, person_id = null, version = a.version + 1 where a.person_id = person;
    else
      if kept = 'ervaringsdeskundigen' then
        update seat_appointments s set known_as = null where s.person_id = person and s.known_as is not null;
        update seat_invitations i set ervaringsdeskundige_id = null
          where i.person_id = person and i.ervaringsdeskundige_id is not null;
      end if;
      execute format('delete from %I r where ', kept) || way using person;
  end case;
  get diagnostics erased = row_count;
  return erased;
end $$;
revoke execute on function erase_place from public;
grant execute on function erase_place to okn_system;

-- What a column says when nothing was said; an empty text where there has to be one.
create function erase_column(person uuid, kept text, piece text, way text) returns integer
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  erased integer;
begin
  begin
    execute format('update %1$I r set %2$I = default where %2$I is not null and ', kept, piece) || way using person;
    get diagnostics erased = row_count;
  exception when check_violation or not_null_violation then
    execute format('update %1$I r set %2$I = '''' where ', kept, piece) || way using person;
    get diagnostics erased = row_count;
  end;
  return erased;
end $$;
revoke execute on function erase_column from public;

-- Whether the viewer keeps somebody's record: their region does, or it is their own.
create function keeps_record_of(person uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from people p where p.id = $1 and (p.id = {{person}} or p.region_id = any ({{regions}})))
$$;
revoke execute on function keeps_record_of from public;

-- Of how many rows a table holds something of somebody; for whoever keeps their record.
create function count_of_person(person uuid, place text) returns integer
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  kept text := split_part(place, '.', 1);
  piece text := nullif(split_part(place, '.', 2), '');
  found integer;
begin
  if not keeps_record_of(person) then return 0; end if;
  execute format('select count(%s) from %I r where ', case when piece is null then '*' else format('r.%I', piece) end, kept) || way_to_person(kept)
    into found using person;
  return found;
end $$;
revoke execute on function count_of_person from public;
grant execute on function count_of_person to {{viewers}};

-- Why somebody cannot be erased today, by the codes with which `personErase` refuses; for whoever keeps their record.
create function erasure_hindrances(person uuid) returns setof text
  language sql stable security definer set search_path = public, pg_temp rows 2 as $$
  select 'WORK_ACCOUNT' where keeps_record_of($1) and exists (
    select from account_roles r join accounts a on a.id = r.account_id
    where a.person_id = $1 and {{not_over(r.period, {{today}})}})
$$;
revoke execute on function erasure_hindrances from public;
grant execute on function erasure_hindrances to {{viewers}};

-- What others wrote that names somebody, in the viewer's regions: while the name is known, and as it was when they were erased.
create function mentioned_in(person uuid) returns table (type text, id uuid)
  language sql stable security definer set search_path = public, pg_temp rows 5 as $$
  select m.type, m.id from jsonb_to_recordset(coalesce(
      (select e.mentions from erasures e where e.person_id = $1), mentions_of($1)))
    m (type text, id uuid, "regionId" uuid)
  where keeps_record_of($1) and m."regionId" = any ({{regions}})
$$;
revoke execute on function mentioned_in from public;
grant execute on function mentioned_in to {{viewers}};

-- Nobody writes anew what was erased. Called with the column that says whose it is.
create function refuse_erased() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  whose uuid := (to_jsonb(new) ->> tg_argv[0])::uuid;
begin
  if exists (select from people p where p.id = whose and p.erased_on is not null) then
    raise exception 'person % was erased', whose using errcode = '23514', constraint = 'person_erased';
  end if;
  return null;
end $$;
revoke execute on function refuse_erased from public;
create trigger erased after insert or update of person_id on person_details
  for each row execute function refuse_erased('person_id');
create trigger erased after insert or update of person_id on person_contacts
  for each row execute function refuse_erased('person_id');
create trigger erased after insert or update of person_id on person_notes
  for each row execute function refuse_erased('person_id');
create trigger erased after insert or update of person_id on school_ties
  for each row execute function refuse_erased('person_id');
create trigger erased after insert or update of person_id on contact_pauses
  for each row execute function refuse_erased('person_id');
create trigger erased after insert or update of person_id on hidden_names
  for each row execute function refuse_erased('person_id');
create trigger erased after insert or update of person_id on ervaringsdeskundigen
  for each row execute function refuse_erased('person_id');
create trigger erased after insert on consents
  for each row execute function refuse_erased('person_id');
create trigger erased after insert or update of person_id on mail_address_changes
  for each row execute function refuse_erased('person_id');
create trigger erased after insert or update of person_id on mail_preferences
  for each row execute function refuse_erased('person_id');
create trigger erased after insert or update of person_id on accounts
  for each row execute function refuse_erased('person_id');
create trigger erased after insert on departures
  for each row execute function refuse_erased('person_id');
create trigger erased after insert on person_moves
  for each row execute function refuse_erased('person_id');
create trigger erased after update of municipality_id, language, participation_forms, hours_per_month, day_parts on people
  for each row when (old.erased_on is not null) execute function refuse_erased('id');

-- From now on they are somebody without a name.
create function finish_erasure(person uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform requires_erasure(person);
  -- what was erased is a change as well, of which the log keeps what it was
  perform erase_audit_values(person);
  update people p set erased_on = {{day_of(e.erased_at)}}, version = p.version + 1
    from erasures e where p.id = person and e.person_id = p.id;
end $$;
revoke execute on function finish_erasure from public;
grant execute on function finish_erasure to okn_system;

-- erasures: that and why somebody was erased; for the region that kept their record
{{protected(erasures)}}
create policy national on erasures for select to okn_national using ({{signed_in}});
create policy regional on erasures for select to okn_regional using ({{in_region}});
create policy personal on erasures for select to okn_personal using ({{in_region}});
grant select on erasures to {{viewers}};
{{system_sees(erasures)}}
{{system_adds(erasures)}}
{{system_changes(erasures)}}
grant select (person_id, reason, erased_at, files_gone_at, ledger_at), insert (person_id, region_id, reason, account_id, erased_at),
  update (files_gone_at, ledger_at) on erasures to okn_system;
