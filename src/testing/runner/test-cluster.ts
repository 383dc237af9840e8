import path from 'node:path';
import { Client } from 'pg';
import { importReferenceData } from '../../app/reference-data/import-reference-data.js';
import { migrate } from '../../db/migration/migrate.js';
import { startTemporaryPostgres } from '../../db/embedded/temporary-postgres.js';
import { onDatabase, rememberCluster, TEMPLATE } from '../database.js';

/** One PostgreSQL for the whole run, with a filled template that every test database is a copy of. */
export async function startTestCluster(): Promise<void> {
  const cluster = await startTemporaryPostgres('okn-test-', () =>
    console.error('the PostgreSQL of the tests ended by itself'),
  );
  globalThis.stopTestCluster = cluster.stop;
  try {
    const { superuserUrl, ownerUrl, serviceUrl } = cluster;
    rememberCluster({ superuserUrl, ownerUrl, serviceUrl });
    const client = new Client({ connectionString: superuserUrl });
    await client.connect();
    await client.query(`create database ${TEMPLATE} owner okn_owner`);
    await client.end();
    await prepareTemplate({
      ownerUrl: onDatabase(ownerUrl, TEMPLATE),
      serviceUrl: onDatabase(serviceUrl, TEMPLATE),
    });
  } catch (error) {
    await globalThis.stopTestCluster();
    throw error;
  }
}

/** Fills the template database that every test database is a copy of: migrated, with the reference data. */
async function prepareTemplate(urls: { ownerUrl: string; serviceUrl: string }): Promise<void> {
  await migrate(urls.ownerUrl, urls.serviceUrl);
  const directory = path.resolve(__dirname, '../../../data');
  const { problems } = await importReferenceData(urls.ownerUrl, { directory, say: () => undefined });
  if (problems.length > 0) throw new Error('the reference data hold bad rows');
  const owner = new Client({ connectionString: urls.ownerUrl });
  await owner.connect();
  await owner.query('vacuum (analyze)');
  await owner.end();
}
