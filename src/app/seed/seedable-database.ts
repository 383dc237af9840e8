import { Client } from 'pg';
import type { Config } from '../../config.js';
import { startEmbeddedPostgres } from '../../db/embedded/embedded-postgres.js';
import { migrate } from '../../db/migration/migrate.js';
import { runningOwnerUrl } from '../../db/embedded/running-database.js';
import { importReferenceData } from '../reference-data/import-reference-data.js';

export interface SeedableDatabase {
  readonly ownerUrl: string;
  close(): Promise<void>;
}

/**
 * The database to fill, with its reference data: the one at `given`, else the one of the environment, else the
 * running embedded one, else the embedded one, started temporarily.
 */
export async function openSeedable(
  config: Pick<Config, 'DATABASE_OWNER_URL' | 'DATABASE_URL' | 'DATA_DIR'>,
  given: string | undefined,
  referenceData: string,
  say: (line: string) => void,
): Promise<SeedableDatabase> {
  const running = given ?? (config.DATABASE_OWNER_URL || (await runningEmbedded(config, say)));
  const database = running
    ? { ownerUrl: running, close: () => Promise.resolve() }
    : await startEmbedded(config.DATA_DIR, say);
  try {
    await requireTables(database.ownerUrl);
    const { problems } = await importReferenceData(database.ownerUrl, { directory: referenceData, say });
    if (problems.length > 0) throw new Error('the reference data could not be imported');
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function runningEmbedded(
  { DATABASE_URL, DATA_DIR }: Pick<Config, 'DATABASE_URL' | 'DATA_DIR'>,
  say: (line: string) => void,
): Promise<string | null> {
  if (DATABASE_URL) throw new Error('Set DATABASE_OWNER_URL too: the service login may not fill a database.');
  const url = await runningOwnerUrl(DATA_DIR);
  if (url) say(`the embedded PostgreSQL that runs in ${DATA_DIR}`);
  return url;
}

async function startEmbedded(dataDir: string, say: (line: string) => void): Promise<SeedableDatabase> {
  say(`starting the embedded PostgreSQL of ${dataDir}`);
  const postgres = await startEmbeddedPostgres({ dataDir, say });
  try {
    await migrate(postgres.ownerUrl, postgres.serviceUrl);
    return { ownerUrl: postgres.ownerUrl, close: () => postgres.stop() };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

async function requireTables(ownerUrl: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ migrated: boolean }>(
      `select to_regclass('accounts') is not null as migrated`,
    );
    if (!rows[0]?.migrated) throw new Error('That database has no tables yet: start the service on it once.');
  } finally {
    await client.end();
  }
}
