import { Client } from 'pg';
import { startTemporaryPostgres } from '../db/temporary-postgres.js';
import { onDatabase, rememberCluster, TEMPLATE } from './database.js';
import { prepareTemplate } from './template.js';

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
