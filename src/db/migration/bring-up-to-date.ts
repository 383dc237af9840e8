import { setTimeout as pause } from 'node:timers/promises';
import { MigrationExecutor, type QueryRunner } from 'typeorm';
import { catalogueText, type Logins, type Query } from './catalogue.js';
import { catalogueDifference } from './compare-catalogue.js';
import { currentRules } from './current-rules.js';
import { dropRules } from './drop-rules.js';
import { quoted, seeToRoles } from './roles.js';

export interface Migrator extends Logins {
  /** the owner's one connection, with no transaction open */
  readonly runner: QueryRunner;
}

/** The database is as it was, and the message tells the operator what to do. */
export class NotMigrated extends Error {}

const ATTEMPTS = 5;
const PAUSE_MS = 500;
/** a lock timeout, and a deadlock */
const BUSY = ['55P03', '40P01'];

/**
 * Runs pending migrations and applies the rules in migrations/current, in one transaction; nothing is touched if the
 * catalogue is as expected. Any remaining difference is an error, and rolls everything back.
 */
export async function bringUpToDate(migrator: Migrator, expected: string): Promise<string[]> {
  await refuseUnknown(migrator);
  await seeToRoles(queries(migrator), migrator.service);
  return untilOthersGiveWay(() =>
    inTransaction(migrator, async (query) => {
      const pending = await executorOf(migrator).getPendingMigrations();
      if (pending.length === 0 && !(await catalogueDifference(query, migrator, expected))) return [];
      const done = await apply(query, migrator);
      const lines = await catalogueDifference(query, migrator, expected);
      if (!lines) return done;
      throw new NotMigrated(
        `The database would not be what migrations/database.sql says (-), but (+), and was left as it was:\n${lines}\n` +
          'If migrations/ was changed, run npm run schema; if the database was changed by hand, undo that.',
      );
    }),
  );
}

async function untilOthersGiveWay<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!BUSY.includes(String((error as { code?: unknown }).code))) throw error;
      if (attempt === ATTEMPTS)
        throw new NotMigrated('Others hold locks on the database, so it was not migrated. Try again later.', {
          cause: error,
        });
      await pause(PAUSE_MS);
    }
  }
}

/** The catalogue of an empty database after all migrations. */
export async function freshCatalogue(migrator: Migrator): Promise<string> {
  await seeToRoles(queries(migrator), migrator.service);
  return inTransaction(migrator, async (query) => {
    await apply(query, migrator);
    return catalogueText(query, migrator);
  });
}

async function apply(query: Query, migrator: Migrator): Promise<string[]> {
  await dropRules(query);
  const done = await executorOf(migrator).executePendingMigrations();
  // loads pg_trgm: a function may set one of its parameters
  await query('select show_limit()');
  // a function may call one that is created after it
  await query('set local check_function_bodies = off');
  for (const { name, text } of currentRules()) {
    await query(text).catch((error: unknown) => {
      throw Object.assign(error as Error, { message: `${name}: ${(error as Error).message}` });
    });
  }
  // what `/readyz` reads, in no role
  await query(`grant select on migrations to ${quoted(migrator.service)}`);
  return done.map(({ name }) => name);
}

/** A database on which other migrations than ours ran is not ours to change. */
async function refuseUnknown(migrator: Migrator): Promise<void> {
  const known = migrator.runner.dataSource.migrations.map(({ constructor }) => constructor.name);
  const executed = (await executorOf(migrator).getExecutedMigrations()).map(({ name }) => name);
  const unknown = executed.filter((name) => !known.includes(name));
  if (unknown.length === 0) return;
  throw new NotMigrated(
    unknown.length === executed.length
      ? 'This database was made before the first release and cannot be migrated. Stop the service, remove the ' +
          'directory DATA_DIR (or create a new, empty database), and start again.'
      : `This database is newer than this version of the service (it has ${unknown.join(', ')}): ` +
          'start the version that made it.',
  );
}

/** On our connection, so inside our transaction: TypeORM starts none of its own there. */
function executorOf({ runner }: Migrator): MigrationExecutor {
  return new MigrationExecutor(runner.dataSource, runner);
}

function queries({ runner }: Migrator): Query {
  return async <Row>(sql: string, values?: unknown[]) =>
    (await runner.query(sql, values, true)).records as Row[];
}

async function inTransaction<Result>(
  migrator: Migrator,
  work: (query: Query) => Promise<Result>,
): Promise<Result> {
  const { runner } = migrator;
  await runner.startTransaction();
  try {
    await runner.query(`set local lock_timeout = '2s'; set local search_path = public`);
    const result = await work(queries(migrator));
    await runner.commitTransaction();
    return result;
  } catch (error) {
    await runner.rollbackTransaction().catch(() => undefined); // the first error is the one to report
    throw error;
  }
}
