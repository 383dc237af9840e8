import { setTimeout as pause } from 'node:timers/promises';
import { MigrationExecutor, type QueryRunner } from 'typeorm';
import { catalogueText, type Logins, type Query } from './catalogue.js';
import { catalogueDifference } from './compare-catalogue.js';
import { ownedByExtension } from './catalogue-queries.js';
import { currentRules } from './current-rules.js';
import { inShort } from './difference.js';
import { dropRules } from './drop-rules.js';
import { quoted, seeToRoles } from './roles.js';

export interface Migrator extends Logins {
  /** the owner's one connection, with no transaction open */
  readonly runner: QueryRunner;
}

export interface BroughtUpToDate {
  /** the migrations that ran */
  readonly migrated: readonly string[];
  /** what was not as it should be although no migration was pending, in short */
  readonly putRight: string | null;
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
export async function bringUpToDate(migrator: Migrator, expected: string): Promise<BroughtUpToDate> {
  await refuseUnknown(migrator);
  await refuseForeign(migrator);
  await seeToRoles(queries(migrator), migrator.service);
  return untilOthersGiveWay(() =>
    inTransaction(migrator, async (query) => {
      const pending = await executorOf(migrator).getPendingMigrations();
      const drift = pending.length === 0 ? await catalogueDifference(query, migrator, expected) : null;
      if (pending.length === 0 && !drift) return { migrated: [], putRight: null };
      const migrated = await apply(query, migrator);
      const left = await catalogueDifference(query, migrator, expected);
      if (!left) return { migrated, putRight: drift && inShort(drift.names) };
      throw new NotMigrated(
        `The database is not what this version needs, and was left as it was; it differs in ${inShort(left.names)}. ` +
          'If it was changed by hand, undo that; if migrations/ was changed, run npm run schema.\n' +
          `The first lines, as migrations/database.sql has them (-) and as they would be (+):\n${left.lines}`,
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

/** Nor is one in which somebody else keeps tables. */
async function refuseForeign(migrator: Migrator): Promise<void> {
  if ((await executorOf(migrator).getExecutedMigrations()).length > 0) return;
  const tables = await queries(migrator)<{ name: string }>(
    `select relname as name from pg_class c where relnamespace = 'public'::regnamespace
       and relkind in ('r', 'p', 'v', 'm') and relname <> 'migrations' and not ${ownedByExtension('pg_class', 'c.oid')}
     order by relname`,
  );
  if (tables.length === 0) return;
  throw new NotMigrated(
    `This database belongs to something else: it has ${inShort(tables.map(({ name }) => `table ${name}`))}. ` +
      'Give the service an empty database of its own, in DATABASE_URL and DATABASE_OWNER_URL.',
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
