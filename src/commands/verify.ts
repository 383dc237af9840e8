import { existsSync } from 'node:fs';
import { Command } from 'commander';
import { readConfig, type Config } from '../config.js';
import { clusterDir } from '../db/embedded/embedded-data-dir.js';
import { startEmbeddedPostgres } from '../db/embedded/embedded-postgres.js';
import { runningOwnerUrl } from '../db/embedded/running-database.js';
import { systemClock } from '../kernel/clock.js';
import { verifyDatabase, type Verified } from '../app/verify/verify-database.js';
import { asOwner, tellFailure } from './owner-command.js';

/** Prints what each table holds, and on stderr what is wrong; exit code 1 if anything is. */
async function main(): Promise<void> {
  await new Command('verify')
    .description(
      'Check that a database holds all that it must: schema, constraints, cover of every network, what is stored ' +
        'and derived. Prints rows and a sum for each table, equal in two databases that hold the same. Changes nothing.',
    )
    .option('--database-url <url>', 'a database, as its owner (default: of the environment, or embedded)')
    .action(async ({ databaseUrl }: { databaseUrl?: string }) => {
      const config = readConfig();
      tell(await verify(databaseUrl ? { ...config, DATABASE_OWNER_URL: databaseUrl } : config));
    })
    .parseAsync();
}

/** Starts the embedded database for as long as it takes, if the service does not run. */
async function verify(config: Config): Promise<Verified> {
  const { DATABASE_OWNER_URL, DATABASE_URL, DATA_DIR } = config;
  const check = (access: Config) => asOwner(access, (owner) => verifyDatabase(owner, systemClock));
  const rests = !DATABASE_OWNER_URL && !DATABASE_URL && !(await runningOwnerUrl(DATA_DIR));
  if (!rests || !existsSync(clusterDir(DATA_DIR))) return check(config);
  const embedded = await startEmbeddedPostgres({ dataDir: DATA_DIR, say: () => undefined });
  try {
    return await check({ ...config, DATABASE_OWNER_URL: embedded.ownerUrl });
  } finally {
    await embedded.stop();
  }
}

function tell({ problems, contents }: Verified): void {
  for (const { table, rows, sum } of contents) console.log(`${table} ${rows} ${sum}`);
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
  else console.error('Everything holds.');
}

main().catch(tellFailure);
