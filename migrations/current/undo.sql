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

-- What something that may be taken back changes or removes is kept as it was, and how that left it. What causes it is a
-- departure, the end of a network, an appointment or the end of one, or a move, by its id.

-- Keeps rows as they are, before they change. Called by the functions of a feature, which say what may be kept.
create function keep_rows(cause uuid, kept text, ids uuid[]) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  execute format('insert into kept_rows (cause_id, kept_table, row_id, was)
    select $1, %1$L, t.id, to_jsonb(t) from unnest($2) with ordinality asked (id, place) join %1$I t using (id)
    order by asked.place on conflict do nothing', kept) using cause, ids;
end $$;
revoke execute on function keep_rows from public;

-- Notes how they were left: those of one table, or all of them.
create function note_kept_rows(cause uuid, kept text default null) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare one text;
begin
  for one in select distinct k.kept_table from kept_rows k where k.cause_id = cause and k.kept_table = coalesce(kept, k.kept_table)
  loop
    execute format('update kept_rows k set became = to_jsonb(t) from %1$I t
      where k.cause_id = $1 and k.kept_table = %1$L and t.id = k.row_id', one) using cause;
  end loop;
end $$;
revoke execute on function note_kept_rows from public;
grant execute on function note_kept_rows to okn_system;

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
            and (d.recorded_at at time zone 'Europe/Amsterdam')::date >= i.closed_on)))
    when 'seat_appointments' then exists (select from advisory_seats s where s.id = (one.was ->> 'seat_id')::uuid
      and not daterange(null, s.abolished_on) @> (one.was ->> 'period')::daterange)
    when 'successor_candidates' then exists (select from succession_plans p
      where p.id = (one.was ->> 'plan_id')::uuid and p.closed_on is not null)
    -- what it is about is not what it was left with, or what it was about is not there
    when 'succession_plans' then exists (select from succession_plans p where p.id = one.row_id
        and (p.trekkerschap_id, p.successor_id) is distinct from
          ((one.became ->> 'trekkerschap_id')::uuid, (one.became ->> 'successor_id')::uuid))
      or exists (select from unnest(array[one.was ->> 'trekkerschap_id', one.was ->> 'successor_id']::uuid[]) about
        where about is not null and not exists (select from trekkerschappen t where t.id = about))
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

-- Puts a row back as it was, unless it stays or somebody has built on it; says whether it is so again.
create function give_back(one kept_rows) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  return not stays_as_left(one) and restore_row(one.kept_table, one.row_id, one.was, one.became);
end $$;
revoke execute on function give_back from public;

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
