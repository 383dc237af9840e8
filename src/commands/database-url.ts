import { stat } from 'node:fs/promises';
import { Command } from 'commander';
import { readConfig } from '../config.js';
import { clusterDir } from '../db/embedded/embedded-data-dir.js';
import { startEmbeddedPostgres } from '../db/embedded/embedded-postgres.js';
import { runningOwnerUrl } from '../db/embedded/running-database.js';
import { tellFailure } from './owner-command.js';

/** Prints the owner's connection string of the embedded database in DATA_DIR. */
async function main(): Promise<void> {
  await new Command('db:url')
    .description('Prints the connection string of the owner of the embedded database that runs in DATA_DIR.')
    .option('--start', 'start the database alone if it does not run, also one that the service refuses')
    .action(async ({ start = false }: { start?: boolean }) => {
      const { DATA_DIR } = readConfig();
      const url = (await runningOwnerUrl(DATA_DIR)) ?? (start ? await startAlone(DATA_DIR) : null);
      if (!url) {
        throw new Error(
          `No embedded PostgreSQL runs in ${DATA_DIR}. Start the service with npm start, or the database alone with: npm run db:url -- --start`,
        );
      }
      console.log(url);
    })
    .parseAsync();
}

/** Runs until this program is stopped. */
async function startAlone(dataDir: string): Promise<string> {
  if (!(await stat(clusterDir(dataDir)).catch(() => null))) {
    throw new Error(`There is no embedded database in ${dataDir}: npm start makes one.`);
  }
  const say = (line: string) => console.error(line);
  const postgres = await startEmbeddedPostgres({ dataDir, say });
  setInterval(() => undefined, 3_600_000); // neither the server nor a signal handler keeps a program running
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void postgres.stop().then(() => process.exit(0)));
  }
  say('PostgreSQL runs until you stop this program (Ctrl-C).');
  return postgres.ownerUrl;
}

main().catch(tellFailure);
