-- What personal columns held before and after a change

-- Keeps what changes of personal columns, with the entry that the log will have of this transaction. What is written twice in
-- one transaction is kept as one change, and not at all if it is as it was. Arguments: the column that says whose it is, and
-- the personal columns.
create function keep_values() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  was jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
  became jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
  known jsonb := coalesce(became, was);
  person uuid := (known ->> tg_argv[0])::uuid;
  audit uuid := viewer_uuid('app.audit');
begin
  if audit is null or person is null then return null; end if;
  insert into audit_values as kept (audit_id, person_id, region_id, place, row_id, before, after)
    select audit, person, coalesce((known ->> 'region_id')::uuid, p.region_id), tg_table_name || '.' || name,
      coalesce((known ->> 'id')::uuid, person), was ->> name, became ->> name
    from unnest(tg_argv[1:]) name join people p on p.id = person
    where (was ->> name) is distinct from (became ->> name)
    on conflict (audit_id, row_id, region_id, place) do update set after = excluded.after;
  if found then
    -- of this row alone: a list that is recorded has thousands of others in the same entry
    delete from audit_values v where v.audit_id = audit and v.row_id = coalesce((known ->> 'id')::uuid, person)
      and v.before is not distinct from v.after;
  end if;
  return null;
end $$;
revoke execute on function keep_values from public;

create trigger keep_values after delete or update of given_name, infix, family_name on person_details
  for each row execute function keep_values('person_id', 'given_name', 'infix', 'family_name');
create trigger keep_values after insert or delete or update of email, phone on person_contacts
  for each row execute function keep_values('person_id', 'email', 'phone');
create trigger keep_values after insert or delete or update of note on person_notes
  for each row execute function keep_values('person_id', 'note');
create trigger keep_values after update of municipality_id, perspectives, language, participation_forms, hours_per_month,
    day_parts, region_id, responsible_organisation_id on people
  for each row execute function keep_values('id', 'municipality_id', 'perspectives', 'language', 'participation_forms',
    'hours_per_month', 'day_parts', 'region_id', 'responsible_organisation_id');
create trigger keep_values after insert or delete or update of stage, year_level, school_year_start, school_id, stated_exit on school_ties
  for each row execute function keep_values('person_id', 'stage', 'year_level', 'school_year_start', 'school_id', 'stated_exit');
create trigger keep_values after insert or delete or update of note on departures
  for each row execute function keep_values('person_id', 'note');

-- Nobody changes what was kept, but the transaction that keeps it; and nobody removes it, but whoever erases the person.
create trigger append_only before update on audit_values
  for each row when (old.audit_id is distinct from viewer_uuid('app.audit')
    and old.person_id is distinct from viewer_uuid('app.merged')) execute function refuse_change();
create trigger append_only_delete before delete on audit_values
  for each row when (old.audit_id is distinct from viewer_uuid('app.audit')
    and old.person_id is distinct from viewer_uuid('app.erased')) execute function refuse_change();
create trigger append_only_truncate before truncate on audit_values
  for each statement execute function refuse_change();

-- Erases the values of a person from the log; that something changed, when and by whom stays. For erasure alone, as the owner.
create function erase_audit_values(person uuid) returns integer
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  erased integer;
begin
  perform set_config('app.erased', person::text, true);
  delete from audit_values where person_id = person;
  get diagnostics erased = row_count;
  perform set_config('app.erased', '', true);
  return erased;
end $$;
revoke execute on function erase_audit_values from public;

-- Who did what an entry says, for whoever reads it.
create function actor_of(entry uuid) returns text
  language sql stable security definer set search_path = public, pg_temp as $$
  select a.display_name from audit_log l join accounts a on a.id = l.account_id
  where l.id = $1 and ({{sees_all}} or l.region_id = any ({{regions}}))
$$;
revoke execute on function actor_of from public;
grant execute on function actor_of to {{viewers}};

-- fragment wrote_it
(split_part(place, '.', 2) = 'note' and {{in_region}})

-- fragment seen_by_home
(split_part(place, '.', 2) <> 'note' and {{person_managed}})

-- What anybody sees of the country who works for it: no contact details, notes or school; and no name that was hidden.
-- fragment of_the_country
(split_part(place, '.', 1) = 'people' or split_part(place, '.', 1) = 'person_details'
  and exists (select from person_details d where d.person_id = audit_values.person_id))

-- audit_values: for whoever may see the column now
{{protected(audit_values)}}
create policy national on audit_values for select to okn_national using (
  {{signed_in}} and {{of_the_country}} or {{wrote_it}} or {{seen_by_home}});
create policy regional on audit_values for select to okn_regional using ({{wrote_it}} or {{seen_by_home}});
create policy personal on audit_values for select to okn_personal using ({{wrote_it}} or {{seen_by_home}});
grant select on audit_values to {{viewers}};


-- Who looked, as a parent is told: never by name

-- As what somebody looked, and for whom: by the roles that they had on that day.
create function reader_as(entry uuid) returns table (role text, organisation_id uuid, region_id uuid)
  language sql stable security definer set search_path = public, pg_temp rows 1 as $$
  select as_what.role, as_what.organisation_id, as_what.region_id
  from person_access_log l join accounts a on a.id = l.account_id
  cross join lateral (
    select r.role, coalesce(r.organisation_id, responsible_organisation(coalesce(r.region_id, b.region_id, c.id))),
      coalesce(r.region_id, b.region_id),
      array_position('{SUPPORTER,SECRETARY,COORDINATOR,ADMIN}', r.role)
    from account_roles r left join advisory_bodies b on b.id = r.body_id
      left join regions c on c.parent_id is null
    where r.account_id = a.id and r.period @> (l.happened_at at time zone 'Europe/Amsterdam')::date
    union all
    select 'TREKKER', responsible_organisation(n.region_id, n.responsible_organisation_id, n.responsible_in), n.region_id, 5
    from trekkerschappen t join oudernetwerken n on n.id = t.oudernetwerk_id
    where t.person_id = a.person_id and t.period @> (l.happened_at at time zone 'Europe/Amsterdam')::date
  ) as_what (role, organisation_id, region_id, rank)
  where l.id = $1 and {{own_or_from_region(l.person_id, l.person_region_id)}}
  -- the one by which they know the parent, or the body that it was for
  order by (as_what.role = 'SECRETARY') = (l.body_id is not null) desc, (as_what.region_id is not distinct from l.person_region_id) desc,
    as_what.rank, as_what.region_id, as_what.organisation_id limit 1
$$;
revoke execute on function reader_as from public;
grant execute on function reader_as to {{viewers}};
