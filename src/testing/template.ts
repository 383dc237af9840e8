import path from 'node:path';
import { Client } from 'pg';
import { importReferenceData } from '../app/reference-data/import-reference-data.js';
import { migrate } from '../db/migrate.js';

/** Fills the template database that every test database is a copy of: migrated, with the reference data. */
export async function prepareTemplate(urls: { ownerUrl: string; serviceUrl: string }): Promise<void> {
  await migrate(urls.ownerUrl, urls.serviceUrl);
  const directory = path.resolve(__dirname, '../../data');
  const { problems } = await importReferenceData(urls.ownerUrl, { directory, say: () => undefined });
  if (problems.length > 0) throw new Error('the reference data hold bad rows');
  const owner = new Client({ connectionString: urls.ownerUrl });
  await owner.connect();
  await owner.query('vacuum (analyze)');
  await owner.end();
}
