import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { PREPARING } from '../data-source.js';
import { migrateJobTables } from '../job-tables.js';
import { bringUpToDate, type BroughtUpToDate, freshCatalogue, type Migrator } from './bring-up-to-date.js';
import { databaseSqlFile } from './current-rules.js';
import { landedMigrations } from './landed-migrations.js';
import { lockForStart } from './start-lock.js';
import { WatchedClient } from '../watched-client.js';

/**
 * Brings the database to what migrations/database.sql says, as its owner, and lets the service login act in its
 * roles.
 */
export async function migrate(ownerUrl: string, serviceUrl: string): Promise<BroughtUpToDate> {
  const expected = readFileSync(databaseSqlFile(), 'utf8');
  return asMigrator(ownerUrl, serviceUrl, async (migrator) => {
    const done = await bringUpToDate(migrator, expected);
    await migrateJobTables(ownerUrl);
    return done;
  });
}

/** The required contents of migrations/database.sql: from a new database that is migrated for it. */
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
    migrations: landedMigrations(),
    migrationsTableName: 'migrations',
    poolSize: 1,
    installExtensions: false,
    extra: { ...PREPARING, Client: WatchedClient },
  });
  await owner.initialize();
  const runner = owner.createQueryRunner();
  try {
    await lockForStart((sql) => runner.query(sql), 'migrate');
    const [login] = (await runner.query('select current_user as name')) as { name: string }[];
    return await work({
      runner,
      owner: login!.name,
      service: new Client({ connectionString: serviceUrl }).user ?? '',
    });
  } finally {
    await runner.release();
    await owner.destroy();
  }
}
