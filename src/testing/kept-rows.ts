import { Client } from 'pg';
import type { TestDatabase } from './database.js';

export interface KeptRows {
  /** Every table as it was when its rows were kept, whatever was written since. False: the tables themselves changed. */
  restore(): Promise<boolean>;
  close(): Promise<void>;
}

/**
 * A copy of each table beside it; only tables that were written to are restored, bypassing triggers and policies. Which
 * these are is asked in one statement, which a connection plans once: planning one for each table takes longer than most
 * tests.
 */
const keepIn = (schema: string) => `
create schema ${schema};
create table ${schema}.tables as
  select quote_ident(c.relname) as name, null::bigint as rows, string_agg(quote_ident(attname), ', ' order by attnum) as columns,
    string_agg(format('now_there.%1$I = kept_row.%1$I', attname), ' and ') filter (where attnum = any (indkey)) as same_key
  from pg_class c join pg_attribute a on a.attrelid = c.oid left join pg_index i on i.indrelid = c.oid and indisprimary
  where relnamespace = 'public'::regnamespace and relkind = 'r' and attnum > 0 and not attisdropped and attgenerated = ''
  group by c.oid;
create table ${schema}.changes as select pg_current_xact_id()::xid as rows_written_by, false as of_tables;

do $$
declare kept_table text;
begin
  for kept_table in select name from ${schema}.tables loop
    execute format('create table ${schema}.%1$s as table public.%1$s', kept_table);
  end loop;
  execute format(
    'create function ${schema}.found(since xid) returns table (table_name text, row_count bigint, is_written boolean)
     language plpgsql set plan_cache_mode = force_generic_plan as $found$
     #variable_conflict use_column
     begin return query %s; end $found$',
    (select string_agg(
       format('select %L, count(*), coalesce(bool_or(age(xmin) < age($1)), false) from public.%s', name, name), ' union all ')
     from ${schema}.tables));
end $$;

create function ${schema}.restore() returns boolean language plpgsql as $$
declare
  since xid = (select rows_written_by from ${schema}.changes);
  changed ${schema}.tables[] = array(select t from ${schema}.tables t join ${schema}.found(since) f on f.table_name = t.name
    where f.row_count <> t.rows or f.is_written);
  kept ${schema}.tables;
begin
  if (select of_tables from ${schema}.changes) then return false; end if;
  if changed = '{}' then return true; end if;
  foreach kept in array changed loop
    execute format('delete from public.%s where age(xmin) < age($1) or $2', kept.name) using since, kept.same_key is null;
    execute format('insert into public.%1$s (%2$s) overriding system value select %2$s from ${schema}.%1$s kept_row
      where not exists (select from public.%1$s now_there where %3$s)', kept.name, kept.columns,
      coalesce(kept.same_key, 'false'));
  end loop;
  update ${schema}.changes set rows_written_by = pg_current_xact_id()::xid;
  return true;
end $$;

update ${schema}.tables set rows = row_count from ${schema}.found((select rows_written_by from ${schema}.changes))
  where table_name = name;

create function ${schema}.note_change() returns event_trigger language plpgsql security definer as
  $$ begin update ${schema}.changes set of_tables = true; end $$;
create event trigger ${schema}_change on ddl_command_end execute function ${schema}.note_change();
alter event trigger ${schema}_change enable always`;

/** Rows may be kept more than once, each time as they are by then. */
let times = 0;

/** Keeps the current rows: restoring them takes a fraction of the time of creating them again. */
export async function keepRows({ urls }: { urls: Pick<TestDatabase, 'superuserUrl'> }): Promise<KeptRows> {
  const superuser = new Client({ connectionString: urls.superuserUrl });
  await superuser.connect();
  const schema = `kept_${++times}`;
  await superuser.query(keepIn(schema));
  // for good: whenever it is set, a connection forgets its plans
  await superuser.query('set session_replication_role = replica');
  return {
    restore: async () => {
      const { rows } = await superuser.query<{ restored: boolean }>(`select ${schema}.restore() as restored`);
      return rows[0]!.restored;
    },
    close: () => superuser.end(),
  };
}
