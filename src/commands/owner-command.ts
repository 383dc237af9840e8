import { Client } from 'pg';
import type { Config } from '../config.js';
import { runningOwnerUrl } from '../db/embedded/running-database.js';
import { databaseTrouble, refusesLogin } from '../db/database-trouble.js';

/** Where an operator's command finds the owner's login: the environment, or the database that runs in DATA_DIR. */
export type OwnerAccess = Pick<Config, 'DATABASE_OWNER_URL' | 'DATABASE_URL' | 'DATA_DIR'>;

/** Works on the service's database as its owner, bypassing all policies. */
export async function asOwner<Result>(
  access: OwnerAccess,
  work: (owner: Client) => Promise<Result>,
): Promise<Result> {
  const owner = new Client({ connectionString: await ownerUrl(access), connectionTimeoutMillis: 5_000 });
  owner.on('error', () => undefined); // the statement that meets the error reports it
  try {
    await owner.connect();
    return await work(owner);
  } finally {
    await owner.end();
  }
}

async function ownerUrl({ DATABASE_OWNER_URL, DATABASE_URL, DATA_DIR }: OwnerAccess): Promise<string> {
  if (DATABASE_OWNER_URL) return DATABASE_OWNER_URL;
  if (DATABASE_URL) throw new Error('Set DATABASE_OWNER_URL too: the service login may not do this.');
  const url = await runningOwnerUrl(DATA_DIR);
  if (!url) throw new Error(`No database is running in ${DATA_DIR}. Start the service first: npm start`);
  return url;
}

/** Reports on stderr what went wrong, for whoever typed the command; exit code 1. */
export function tellFailure(error: unknown): void {
  console.error(explain(error));
  process.exitCode = 1;
}

function explain(error: unknown): string {
  if (error instanceof Error && refusesLogin(error)) return `The database refuses us: ${error.message}.`;
  if (databaseTrouble(error)) return 'The database cannot be reached. Is the service running?';
  const undefinedTable = '42P01';
  if ((error as { code?: unknown }).code === undefinedTable) {
    return 'The database has no tables yet: wait until npm start says that the service is ready.';
  }
  return error instanceof Error ? error.message : String(error);
}
