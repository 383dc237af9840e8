import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { Regions1764300000100 } from '../../migrations/1764300000100-regions.js';
import { Organisations1764300000200 } from '../../migrations/1764300000200-organisations.js';
import { People1764300000300 } from '../../migrations/1764300000300-people.js';
import { Oudernetwerken1764300000400 } from '../../migrations/1764300000400-oudernetwerken.js';
import { Access1764300000500 } from '../../migrations/1764300000500-access.js';
import { Succession1764300000600 } from '../../migrations/1764300000600-succession.js';
import { Ervaringsdeskundigen1764300000700 } from '../../migrations/1764300000700-ervaringsdeskundigen.js';
import { Advisory1764300000800 } from '../../migrations/1764300000800-advisory.js';
import { Continuity1764300000900 } from '../../migrations/1764300000900-continuity.js';
import { Worklist1764300001000 } from '../../migrations/1764300001000-worklist.js';
import { Reminders1764300001100 } from '../../migrations/1764300001100-reminders.js';
import { migrateJobTables } from './job-tables.js';
import { bringUpToDate, freshCatalogue, type Migrator } from './migration/bring-up-to-date.js';
import { databaseSqlFile } from './migration/current-rules.js';

const MIGRATIONS = [
  Regions1764300000100,
  Organisations1764300000200,
  People1764300000300,
  Oudernetwerken1764300000400,
  Access1764300000500,
  Succession1764300000600,
  Ervaringsdeskundigen1764300000700,
  Advisory1764300000800,
  Continuity1764300000900,
  Worklist1764300001000,
  Reminders1764300001100,
];

/** The newest migration this code needs; `/readyz` compares it with the database. */
export const SCHEMA_VERSION = MIGRATIONS.at(-1)!.name;

/**
 * Brings the database to what migrations/database.sql says, as its owner, and lets the service login act in its roles.
 * Answers with the names of the migrations that were run.
 */
export async function migrate(ownerUrl: string, serviceUrl: string): Promise<string[]> {
  const expected = readFileSync(databaseSqlFile(), 'utf8');
  return asMigrator(ownerUrl, serviceUrl, async (migrator) => {
    const done = await bringUpToDate(migrator, expected);
    await migrateJobTables(ownerUrl);
    return done;
  });
}

/** What migrations/database.sql must say: from a new database, which is migrated for it. */
export async function databaseSql(ownerUrl: string, serviceUrl: string): Promise<string> {
  return asMigrator(ownerUrl, serviceUrl, freshCatalogue);
}

async function asMigrator<Result>(
  ownerUrl: string,
  serviceUrl: string,
  work: (migrator: Migrator) => Promise<Result>,
): Promise<Result> {
  const owner = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations: MIGRATIONS,
    migrationsTableName: 'migrations',
    poolSize: 1,
    installExtensions: false,
  });
  await owner.initialize();
  const runner = owner.createQueryRunner();
  try {
    // one service at a time migrates a database
    await runner.query(`select pg_advisory_lock(hashtext('oudernetwerken.migrate'))`);
    return await work({ runner, service: new Client({ connectionString: serviceUrl }).user ?? '' });
  } finally {
    await runner.release();
    await owner.destroy();
  }
}
