import { Logger, runMigrations } from 'graphile-worker';
import { Pool } from 'pg';
import { SYSTEM_ROLE } from './viewer-settings.js';

const POLICIES = [
  ['select', 'using (true)'],
  ['insert', 'with check (true)'],
  ['update', 'using (true) with check (true)'],
  ['delete', 'using (true)'],
] as const;

const silent = new Logger(() => () => undefined);

/**
 * The tables of the job runner, in a schema of their own. The owner makes them; the service works on them as the
 * system, and needs policies for that: row-level security is on where the runner keeps its jobs.
 */
export async function migrateJobTables(ownerUrl: string): Promise<void> {
  const pool = new Pool({ connectionString: ownerUrl, max: 2 });
  // the statement that meets it tells
  pool.on('error', () => undefined);
  pool.on('connect', (client) => void client.on('error', () => undefined));
  try {
    await runMigrations({ pgPool: pool, logger: silent });
    const { rows } = await pool.query<{ name: string; policed: string[] }>(
      `select c.relname as name, array(select p.polname::text from pg_policy p where p.polrelid = c.oid) as policed
       from pg_class c where c.relnamespace = 'graphile_worker'::regnamespace and c.relkind = 'r'
         and c.relname like '\\_private%' order by 1`,
    );
    const policies = rows.flatMap(({ name, policed }) =>
      POLICIES.filter(([command]) => !policed.includes(`system_${command}`)).map(
        ([command, rule]) =>
          `create policy system_${command} on graphile_worker.${name} for ${command} to ${SYSTEM_ROLE} ${rule};`,
      ),
    );
    await pool.query(`
      grant usage on schema graphile_worker to ${SYSTEM_ROLE};
      grant select on graphile_worker.migrations to ${SYSTEM_ROLE};
      ${rows.map(({ name }) => `grant select, insert, update, delete on graphile_worker.${name} to ${SYSTEM_ROLE};`).join('\n')}
      grant usage on all sequences in schema graphile_worker to ${SYSTEM_ROLE};
      ${policies.join('\n')}
    `);
  } finally {
    await pool.end();
  }
}
