-- What was recorded by mistake: why, and what replaced it.

-- What replaced a record, followed step by step to the last, and in how many steps; no row where nothing did.
create function end_of_chain(uuid) returns table (id uuid, steps integer)
  language sql stable security definer set search_path = public, pg_temp rows 1 as $$
  with recursive later as (
    select replaced_by as id, 1 as step from annulments where subject_id = $1 and replaced_by is not null
    union all
    select a.replaced_by, l.step + 1 from annulments a join later l on a.subject_id = l.id
    where a.replaced_by is not null
  )
  select id, step from later order by step desc limit 1
$$;
revoke execute on function end_of_chain from public;

-- The record that replaced one, or what replaced that in its turn; null where nothing did. It tells an id only: who sees
-- that record is for its own policies to say. All that lead to one end are in one line, of which the last step leads there:
-- a question that names a hundred old ids costs no more where their chains are long.
create function corrected_id(uuid) returns uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(merged_into($1), (
    select l.replaced_by from annulments l
    where l.line = (select a.line from annulments a where a.subject_id = $1 and a.line is not null limit 1)
    order by l.step desc limit 1))
$$;
revoke execute on function corrected_id from public;
grant execute on function corrected_id to {{viewers}}, okn_system;

-- A row as it was written, also where the end of its network has cut it; for whatever keeps it but that end itself.
create function as_written(cause uuid, kept text, one jsonb) returns jsonb
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((
    select $3 || (select jsonb_object_agg(key, value) from jsonb_each(n.was) where key in ('period', 'end_reason'))
    from kept_rows n
    where n.row_id = ($3 ->> 'id')::uuid and n.kept_table = $2 and n.cause_id = ($3 ->> 'oudernetwerk_id')::uuid
      and n.cause_id <> $1 and n.was ->> 'period' <> n.became ->> 'period'), $3)
$$;
revoke execute on function as_written from public;

-- Puts back what something that is taken back changed of one row, or the row that it removed (`became` null), unless somebody
-- has built on what it left.
create function restore_row(one kept_rows) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  now_there jsonb;
  changed text[] := array(select key from jsonb_each(one.was)
    where value is distinct from one.became -> key and key <> 'version');
  columns text;
begin
  execute format('select to_jsonb(t) from %I t where t.id = $1 for no key update', one.kept_table) into now_there using one.row_id;
  if one.became is null then
    if now_there is not null then return false; end if;
    columns := (select string_agg(quote_ident(attname), ', ') from pg_attribute
      where attrelid = one.kept_table::regclass and attnum > 0 and attgenerated = '' and one.was ? attname);
    execute format('insert into %1$I (%2$s) select %2$s from jsonb_populate_record(null::%1$I, $1)', one.kept_table, columns)
      using one.was;
    return true;
  end if;
  if changed = '{}' then return true; end if;
  if now_there is null then
    -- where the end of its network keeps it, for when that goes on
    update kept_rows n set was = n.was || (select jsonb_object_agg(key, one.was -> key) from unnest(changed) key)
    where n.row_id = one.row_id and n.kept_table = one.kept_table and n.cause_id = (one.was ->> 'oudernetwerk_id')::uuid
      and n.cause_id <> one.cause_id and n.became is null
      and not exists (select from unnest(changed) key where n.was -> key is distinct from one.became -> key);
    return found;
  end if;
  now_there := as_written(one.cause_id, one.kept_table, now_there);
  if exists (select from unnest(changed) key where now_there -> key is distinct from one.became -> key) then
    return false;
  end if;
  columns := (select string_agg(format('%1$I = was.%1$I', key), ', ') from unnest(changed) key)
    || case when one.was ? 'version' then ', version = t.version + 1' else '' end;
  execute format('update %1$I t set %2$s from jsonb_populate_record(null::%1$I, $1) was where t.id = $2',
    one.kept_table, columns) using one.was, one.row_id;
  return true;
exception when exclusion_violation or unique_violation or foreign_key_violation or check_violation then
  return false;
end $$;
revoke execute on function restore_row from public;

-- What something that may be taken back changes or removes is kept as it was, and how that left it. What causes it is a
-- departure, the end of a network, an appointment or the end of one, or a move, by its id.

-- Keeps rows as they are, before they change. Called by the functions of a feature, which say what may be kept.
create function keep_rows(cause uuid, kept text, ids uuid[]) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  execute format('insert into kept_rows (cause_id, kept_table, row_id, was)
    select $1, %1$L, t.id, as_written($1, %1$L, to_jsonb(t)) from unnest($2) with ordinality asked (id, place) join %1$I t using (id)
    order by asked.place on conflict do nothing', kept) using cause, ids;
end $$;
revoke execute on function keep_rows from public;

-- Notes how they were left: one of them, those of one table, or all.
create function note_kept_rows(cause uuid, kept text default null, one_row uuid default null) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare one text;
begin
  for one in select distinct k.kept_table from kept_rows k where k.cause_id = cause and k.kept_table = coalesce(kept, k.kept_table)
  loop
    execute format('update kept_rows k set became = as_written($1, %1$L, to_jsonb(t)) from %1$I t
      where k.cause_id = $1 and k.kept_table = %1$L and t.id = k.row_id and k.row_id = coalesce($2, k.row_id)', one)
      using cause, one_row;
  end loop;
end $$;
revoke execute on function note_kept_rows from public;
grant execute on function note_kept_rows to okn_system;

-- The departure because of which a trekkerschap never began, while that stands.
create function kept_by_departure(trekkerschap uuid) returns uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select k.cause_id from kept_rows k join departures d on d.id = k.cause_id and d.taken_back_at is null
  where k.row_id = $1 and k.kept_table = 'trekkerschappen' and k.became is null and k.restored is null limit 1
$$;
revoke execute on function kept_by_departure from public;

-- Whether a row has to stay as it was left, though its columns were not written since: what it belongs to is over, or
-- something else that stands keeps it so too.
create function stays_as_left(one kept_rows) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select case one.kept_table
    when 'seat_invitations' then exists (select from kept_rows k
        where k.row_id = one.row_id and k.kept_table = one.kept_table and k.cause_id <> one.cause_id and k.restored is null)
      or exists (select from seat_invitations i join advisory_seats s on s.id = i.seat_id
        where i.id = one.row_id and (s.abolished_on is not null
          or i.person_id is null and not exists (select from seat_nominees n where n.invitation_id = i.id)
          or exists (select from departures d where d.person_id = i.person_id and d.taken_back_at is null
            and {{day_of(d.recorded_at)}} >= i.closed_on)))
    when 'successor_candidates' then exists (select from succession_plans p
      where p.id = (one.was ->> 'plan_id')::uuid and p.closed_on is not null)
    -- what it is about is not what it was left with, or what it was about will not be there
    when 'succession_plans' then exists (select from succession_plans p where p.id = one.row_id
        and (p.trekkerschap_id, p.successor_id) is distinct from (
          coalesce(corrected_id((one.became ->> 'trekkerschap_id')::uuid), (one.became ->> 'trekkerschap_id')::uuid),
          (one.became ->> 'successor_id')::uuid))
      or exists (select from unnest(array['trekkerschap_id', 'successor_id']) key
        where one.was -> key <> 'null' and one.was -> key <> one.became -> key
          and not exists (select from trekkerschappen t where t.id = (one.was ->> key)::uuid)
          and kept_by_departure((one.was ->> key)::uuid) is null)
    -- the database compares their periods only at the end
    when 'caretakerships' then exists (select from caretakerships c
      where c.oudernetwerk_id = (one.was ->> 'oudernetwerk_id')::uuid and c.id <> one.row_id and not c.standby
        and c.period && (one.was ->> 'period')::daterange)
    else false end
$$;
revoke execute on function stays_as_left from public;

-- As a row would be by now if it had been left alone: an invitation that nobody answered in time has run out.
create function as_by_now(one kept_rows) returns kept_rows
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if one.kept_table = 'seat_invitations' and one.was ->> 'status' = 'ASKED'
    and (one.was ->> 'expires_on')::date < {{today}} then
    one.was := one.was || jsonb_build_object('status', 'EXPIRED', 'closed_on', (one.was ->> 'expires_on')::date + 1);
  end if;
  return one;
end $$;
revoke execute on function as_by_now from public;

-- What the departures that were recorded while a role was kept left of it, as each of them keeps it, one after the other. It
-- ends as it would have ended then, or never begins (`became` null).
create function left_by_departures(one kept_rows) returns setof kept_rows
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  leaving departures;
  days daterange;
  next_day date;
begin
  for leaving in select * from departures d where d.id = any (one.departures) and d.taken_back_at is null order by d.recorded_at, d.id
  loop
    days := (one.was ->> 'period')::daterange;
    next_day := leaving.last_day + 1;
    continue when not {{not_over(days, next_day)}};
    one.cause_id := leaving.id;
    one.became := null;
    if lower(days) <= leaving.last_day then
      one.became := one.was || jsonb_build_object('period', daterange(lower(days), next_day))
        || case when one.was ? 'end_reason' then jsonb_build_object('end_reason', {{reason_of(leaving)}}) else '{}' end;
    end if;
    return next one;
    exit when one.became is null;
    one.was := one.became;
  end loop;
end $$;
revoke execute on function left_by_departures from public;

-- A row that is put back, with nothing that it refers to and that is not there: what replaced that, or nobody.
create function referring(one kept_rows) returns kept_rows
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  key text := case one.kept_table when 'trekkerschappen' then 'predecessor_id' when 'absences' then 'substitute_id' end;
  about uuid := (one.was ->> key)::uuid;
begin
  if about is not null and not exists (select from trekkerschappen t where t.id = about)
    -- nor comes back with it
    and not exists (select from kept_rows k where k.row_id = about and k.became is null
      and k.cause_id in (one.cause_id, (one.was ->> 'oudernetwerk_id')::uuid)) then
    one.was := one.was || jsonb_build_object(key, (select t.id from trekkerschappen t where t.id = corrected_id(about)));
  end if;
  return one;
end $$;
revoke execute on function referring from public;

-- Puts a row back as it was, unless it stays or somebody has built on it; says whether it is as it would be by now. What
-- departures keep of it from now on, and what it referred to and a departure keeps, comes back with those.
create function give_back(one kept_rows) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  left_behind kept_rows[] := array(select l from left_by_departures(one) l);
  is_gone boolean := cardinality(left_behind) > 0 and left_behind[cardinality(left_behind)].became is null;
  whole kept_rows;
begin
  if stays_as_left(one) then return false; end if;
  if not is_gone then
    if cardinality(left_behind) > 0 then one.was := left_behind[cardinality(left_behind)].became; end if;
    whole := one;
    one := referring(one);
    if not restore_row(one) then return false; end if;
    if one.was <> whole.was then
      whole.cause_id := kept_by_departure(coalesce(whole.was ->> 'predecessor_id', whole.was ->> 'substitute_id')::uuid);
      whole.became := one.was;
      if whole.cause_id is not null then left_behind := left_behind || whole; end if;
    end if;
  end if;
  insert into kept_rows (cause_id, kept_table, row_id, was, became)
    select l.cause_id, l.kept_table, l.row_id, l.was, l.became from unnest(left_behind) l on conflict do nothing;
  return true;
end $$;
revoke execute on function give_back from public;

-- The ids under which a record was known: its own, and those of what it replaced in its turn, the last one first.
create function recorded_as(uuid) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  with recursive earlier as (
    select $1 as id, 0 as step
    union all
    select a.subject_id, e.step + 1 from annulments a join earlier e on a.replaced_by = e.id
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

-- Puts what is annulled into the line of what led to it. Where lines meet, as when records joined, or a step leads elsewhere,
-- each of theirs is followed anew.
create function annulments_line_up() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  moved annulments := case tg_op when 'DELETE' then old else new end;
  lines uuid[] := array(select distinct a.line from annulments a where a.line is not null
    and (a.replaced_by = moved.subject_id or a.subject_id = moved.replaced_by or a.line = moved.line));
begin
  if tg_op = 'INSERT' and cardinality(lines) <= 1
      and not exists (select from annulments a where a.subject_id = new.replaced_by and a.replaced_by is not null) then
    update annulments a set line = coalesce(lines[1], new.id),
      step = coalesce((select max(l.step) from annulments l where l.line = lines[1]), 0) + 1
    where a.id = new.id;
  else
    update annulments a set line = last.id, step = -last.steps
    from annulments before cross join lateral end_of_chain(before.subject_id) last
    where a.id = before.id and before.replaced_by is not null and (before.line = any (lines) or before.id = moved.id);
  end if;
  return null;
end $$;
revoke execute on function annulments_line_up from public;
create trigger line_up after insert on annulments
  for each row when (new.replaced_by is not null) execute function annulments_line_up();
create trigger line_up_elsewhere after delete or update of replaced_by on annulments
  for each row execute function annulments_line_up();

-- annulments: the reason is what somebody wrote, and is shown to nobody here
{{protected(annulments)}}
{{seen_by_nobody(annulments)}}
create policy may_insert on annulments for insert to {{viewers}} with check (account_id = {{account}});
grant insert on annulments to {{viewers}};
{{system_sees(annulments)}}
grant select (id, subject_type, subject_id, reason, replaced_by) on annulments to okn_system;

-- kept_rows: read and written by functions
{{protected(kept_rows)}}
{{seen_by_nobody(kept_rows)}}
