-- Lists that come in from files, and lists that are taken along.

-- fragment kept_by_coordinators(table)
create policy national on {{table}} for select to okn_national using ({{in_region}});
create policy regional on {{table}} for select to okn_regional using ({{in_region}});
create policy personal on {{table}} for select to okn_personal using ({{in_region}});
create policy may_insert on {{table}} for insert to {{viewers}} with check ({{in_region}});

-- Takes back one thing that an import made, unless it is used or was changed since. Null if it is gone; else why it is
-- kept.
create function undo_import_part(uuid) returns text
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  part import_parts;
begin
  select * into part from import_parts where id = $1 and {{in_region}};
  if part.id is null or part.kind = 'CHANGED' then return 'GONE'; end if;
  if part.kind = 'MEMBERSHIP' then
    delete from memberships where id = part.subject_id and upper_inf(period)
      and lower(period)::text = part.said_after ->> 'from';
  elsif part.kind = 'SCHOOL_TIE' then
    delete from school_ties where id = part.subject_id and version = 1;
  elsif part.kind = any (array['BODY', 'NETWORK', 'SEAT']) then
    begin
      if part.kind = 'NETWORK' then
        -- what the service itself keeps of it, or made for it
        delete from continuity_findings where oudernetwerk_id = part.subject_id;
        delete from caretakerships where oudernetwerk_id = part.subject_id and standby;
        delete from oudernetwerk_themes where oudernetwerk_id = part.subject_id;
        delete from oudernetwerk_municipalities where oudernetwerk_id = part.subject_id;
        delete from oudernetwerken where id = part.subject_id;
      elsif part.kind = 'SEAT' then
        delete from advisory_seats where id = part.subject_id;
      else
        delete from advisory_body_organisations where body_id = part.subject_id;
        delete from advisory_bodies where id = part.subject_id;
      end if;
    exception when foreign_key_violation then
      return 'USED';
    end;
  else
    -- whoever changes them now is waited for; and what they said of our mail would go with them
    perform from people where id = part.subject_id and version = 1 for update;
    if not found or exists (select from mail_preferences where person_id = part.subject_id) then return 'CHANGED'; end if;
    begin
      -- nobody is left whom it could tell who looked at them, or what was changed
      perform erase_audit_values(part.subject_id);
      perform set_config('app.taken_back', part.subject_id::text, true);
      delete from person_access_log where person_id = part.subject_id;
      perform set_config('app.taken_back', '', true);
      delete from people where id = part.subject_id;
    exception when foreign_key_violation then
      return 'USED';
    end;
  end if;
  if found then return null; end if;
  return 'CHANGED';
end $$;
revoke execute on function undo_import_part from public;
grant execute on function undo_import_part to {{viewers}};

-- How many rows of an import mean what, as the viewer sees them, and how far it is.
create function import_row_counts(uuid) returns jsonb language sql stable as $$
  select jsonb_build_object('total', count(*), 'judged', count(outcome), 'recorded', count(*) filter (where applied),
    'new', count(*) filter (where outcome = 'NEW'), 'same', count(*) filter (where outcome = 'SAME'),
    'changes', count(*) filter (where outcome = 'CHANGES'), 'doubtful', count(*) filter (where outcome = 'DOUBTFUL'),
    'bad', count(*) filter (where outcome = 'BAD'),
    'undecided', count(*) filter (where outcome in ('BAD', 'DOUBTFUL') and decision is null))
  from import_rows where import_id = $1
$$;
revoke execute on function import_row_counts from public;
grant execute on function import_row_counts to {{viewers}};

-- imports
{{protected(imports)}}
{{kept_by_coordinators(imports)}}
create policy may_update on imports for update to {{viewers}} using ({{in_region}});
grant select, insert on imports to {{viewers}};
grant update (version, state, account_id, oudernetwerk_id, school_year, columns, mapping, applied_on, counts, expires_on)
  on imports to {{viewers}};
{{system_sees(imports)}}
{{system_removes(imports)}}
grant select (id, state, account_id, asked_on, expires_on), delete on imports to okn_system;

-- import_rows: names and contact details of people who are on record nowhere else
{{protected(import_rows)}}
{{kept_by_coordinators(import_rows)}}
create policy may_update on import_rows for update to {{viewers}} using ({{in_region}});
create policy may_delete on import_rows for delete to {{viewers}} using ({{in_region}});
grant select, insert, delete on import_rows to {{viewers}};
grant update (cells, outcome, name, person_id, candidates, changes, problems, decision, twin, applied)
  on import_rows to {{viewers}};

-- import_parts
{{protected(import_parts)}}
{{kept_by_coordinators(import_parts)}}
create policy may_update on import_parts for update to {{viewers}} using ({{in_region}});
create policy may_delete on import_parts for delete to {{viewers}} using ({{in_region}});
grant select, insert, delete on import_parts to {{viewers}};
grant update (kept) on import_parts to {{viewers}};

-- import_columns: what columns of lists are called in a region
{{protected(import_columns)}}
{{kept_by_coordinators(import_columns)}}
create policy may_delete on import_columns for delete to {{viewers}} using ({{in_region}});
grant select, insert, delete on import_columns to {{viewers}};

-- list_exports: whoever asked for one gets it
{{protected(list_exports)}}
create policy national on list_exports for select to okn_national using (account_id = {{account}});
create policy regional on list_exports for select to okn_regional using (account_id = {{account}});
create policy personal on list_exports for select to okn_personal using (account_id = {{account}});
create policy may_insert on list_exports for insert to {{viewers}} with check (account_id = {{account}});
grant select, insert on list_exports to {{viewers}};
{{system_removes(list_exports)}}
{{system_sees(list_exports)}}
grant delete, select (id, asked_at) on list_exports to okn_system;
