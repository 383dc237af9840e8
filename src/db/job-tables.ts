import { Logger, runMigrations } from 'graphile-worker';
import { Pool } from 'pg';
import { PREPARING } from './data-source.js';
import { SYSTEM_ROLE } from './viewer-settings.js';
import { WatchedClient } from './watched-client.js';

/** A statement for each rule that is missing, and for each right or policy that is nobody's business. */
const MEND_RULES = `
  with tables as (
    select oid, oid::regclass as name from pg_class
    where relnamespace = 'graphile_worker'::regnamespace and relkind = 'r' and relname like '\\_private%'
  ),
  commands (command, rule) as (values ('select', 'using (true)'), ('insert', 'with check (true)'),
    ('update', 'using (true) with check (true)'), ('delete', 'using (true)'))
  select 'grant usage on schema graphile_worker to ${SYSTEM_ROLE}' as statement
    where not has_schema_privilege('${SYSTEM_ROLE}', 'graphile_worker', 'usage')
  union all
  select 'grant select on graphile_worker.migrations to ${SYSTEM_ROLE}'
    where not has_table_privilege('${SYSTEM_ROLE}', 'graphile_worker.migrations', 'select')
  union all
  select format('grant usage on sequence %s to ${SYSTEM_ROLE}', seqrelid::regclass)
    from pg_sequence join pg_class c on c.oid = seqrelid and relnamespace = 'graphile_worker'::regnamespace
    where not has_sequence_privilege('${SYSTEM_ROLE}', seqrelid, 'usage')
  union all
  select format('grant %s on %s to ${SYSTEM_ROLE}', command, name) from tables, commands
    where not has_table_privilege('${SYSTEM_ROLE}', tables.oid, command)
  union all
  select format('create policy system_%s on %s for %1$s to ${SYSTEM_ROLE} %3$s', command, name, rule)
    from tables, commands
    where not exists (select from pg_policy where polrelid = tables.oid and polname = 'system_' || command)
  union all
  select format('alter table %s enable row level security', name)
    from tables join pg_class c using (oid) where not c.relrowsecurity
  union all
  select format('drop policy %I on %s', polname, name) from tables join pg_policy on polrelid = tables.oid
    where polname <> all (array['system_select', 'system_insert', 'system_update', 'system_delete'])
  union all
  select format('revoke all on %s%s from %s', case relkind when 'S' then 'sequence ' else '' end, c.oid::regclass,
      case grantee when 0 then 'public' else quote_ident(pg_get_userbyid(grantee)) end)
    from pg_class c cross join lateral aclexplode(c.relacl)
    where c.relnamespace = 'graphile_worker'::regnamespace and grantee not in (c.relowner, '${SYSTEM_ROLE}'::regrole)
    group by c.oid, relkind, grantee`;

const silent = new Logger(() => () => undefined);

/**
 * The tables of the job runner, in a schema of their own. The owner makes them; the service works on them as the
 * system, and needs policies for that: row-level security is on where the runner keeps its jobs.
 */
export async function migrateJobTables(ownerUrl: string): Promise<void> {
  const pool = new Pool({
    connectionString: ownerUrl,
    ...PREPARING,
    // pg-pool gives it all of these settings, which its type does not say
    Client: WatchedClient as never,
    max: 2,
  });
  // the statement that meets the error reports it
  pool.on('error', () => undefined);
  pool.on('connect', (client) => void client.on('error', () => undefined));
  try {
    await runMigrations({ pgPool: pool, logger: silent });
    const { rows } = await pool.query<{ statement: string }>(MEND_RULES);
    await pool.query(rows.map(({ statement }) => `${statement};`).join('\n'));
  } finally {
    await pool.end();
  }
}
