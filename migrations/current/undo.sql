-- What was recorded by mistake: why, and what replaced it.

-- The record that replaced one, or what replaced that in its turn; null where nothing did. It tells an id only: who sees
-- that record is for its own policies to say.
create function corrected_id(uuid) returns uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  with recursive later as (
    select replaced_by as id, 1 as step from annulments where subject_id = $1 and replaced_by is not null
    union all
    select a.replaced_by, step + 1 from annulments a join later l on a.subject_id = l.id
    where a.replaced_by is not null
  )
  select id from later order by step desc limit 1
$$;
revoke execute on function corrected_id from public;
grant execute on function corrected_id to {{viewers}}, okn_system;

-- Puts back what something that is taken back changed of one row, or the row that it removed (`became` null), unless somebody
-- has built on what it left.
create function restore_row(kept_table text, row_id uuid, was jsonb, became jsonb) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  now_there jsonb;
  changed text[] := array(select key from jsonb_each(was)
    where value is distinct from became -> key and key <> 'version');
  columns text;
begin
  execute format('select to_jsonb(t) from %I t where t.id = $1 for no key update', kept_table) into now_there using row_id;
  if became is null then
    if now_there is not null then return false; end if;
    columns := (select string_agg(quote_ident(attname), ', ') from pg_attribute
      where attrelid = kept_table::regclass and attnum > 0 and attgenerated = '' and was ? attname);
    execute format('insert into %1$I (%2$s) select %2$s from jsonb_populate_record(null::%1$I, $1)', kept_table, columns)
      using was;
    return true;
  end if;
  if changed = '{}' then return true; end if;
  if now_there is null or exists (select from unnest(changed) key where now_there -> key is distinct from became -> key) then
    return false;
  end if;
  columns := (select string_agg(format('%1$I = was.%1$I', key), ', ') from unnest(changed) key)
    || case when was ? 'version' then ', version = t.version + 1' else '' end;
  execute format('update %1$I t set %2$s from jsonb_populate_record(null::%1$I, $1) was where t.id = $2',
    kept_table, columns) using was, row_id;
  return true;
exception when exclusion_violation or unique_violation or foreign_key_violation or check_violation then
  return false;
end $$;
revoke execute on function restore_row from public;

-- Keeps rows as they are, before something that may be taken back changes them. Called by the functions of a feature, which
-- say what may be kept.
create function keep_rows(cause uuid, kept text, ids uuid[]) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  execute format('insert into kept_rows (cause_id, kept_table, row_id, was)
    select $1, %1$L, t.id, to_jsonb(t) from unnest($2) with ordinality asked (id, place) join %1$I t using (id)
    order by asked.place on conflict do nothing', kept) using cause, ids;
end $$;
revoke execute on function keep_rows from public;

-- Notes how it left them.
create function note_kept_rows(cause uuid, kept text) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  execute format('update kept_rows k set became = to_jsonb(t) from %1$I t
    where k.cause_id = $1 and k.kept_table = %1$L and t.id = k.row_id', kept) using cause;
end $$;
revoke execute on function note_kept_rows from public;

-- The ids under which a record was known: its own, and those of what it replaced in its turn, the last one first.
create function recorded_as(uuid) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  with recursive earlier as (
    select $1 as id, 0 as step
    union all
    select a.subject_id, step + 1 from annulments a join earlier e on a.replaced_by = e.id
  )
  select id from earlier order by step
$$;
revoke execute on function recorded_as from public;
grant execute on function recorded_as to okn_system;

-- The id under which it was known first: calendars know it by that, so that a day that is corrected is the same one.
create function first_recorded(uuid) returns uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select id from recorded_as($1) with ordinality known (id, step) order by step desc limit 1
$$;
revoke execute on function first_recorded from public;
grant execute on function first_recorded to okn_system;

-- annulments: the reason is what somebody wrote, and is shown to nobody here
{{protected(annulments)}}
{{seen_by_nobody(annulments)}}
create policy may_insert on annulments for insert to {{viewers}} with check (account_id = {{account}});
grant insert on annulments to {{viewers}};
{{system_sees(annulments)}}
grant select (subject_type, subject_id, reason, replaced_by) on annulments to okn_system;

-- kept_rows: read and written by functions
{{protected(kept_rows)}}
{{seen_by_nobody(kept_rows)}}
