import path from 'node:path';
import { Client } from 'pg';
import { migrate } from '../../../db/migration/migrate.js';
import { clockAt } from '../../../kernel/clock.js';
import { renewAll } from '../../../testing/stored-is-fresh.js';
import { NOW, TEST_ISSUER } from '../../../testing/test-service.js';
import { addDemoContent } from '../../demo/add-demo-content.js';
import { importReferenceData } from '../../reference-data/import-reference-data.js';
import { type Verified, verifyDatabase } from '../verify-database.js';

interface Urls {
  readonly ownerUrl: string;
  readonly serviceUrl: string;
}

/** Makes of an empty database what a service has after its first day. */
export async function fillDatabase({ ownerUrl, serviceUrl }: Urls): Promise<void> {
  const say = () => undefined;
  await migrate(ownerUrl, serviceUrl);
  await importReferenceData(ownerUrl, { directory: path.resolve(__dirname, '../../../../data'), say });
  await addDemoContent(ownerUrl, { clock: clockAt(NOW), say, issuer: TEST_ISSUER });
  await renewAll({ urls: { ownerUrl, serviceUrl, superuserUrl: '' } });
}

/** What `npm run verify` says of it. */
export function verified({ ownerUrl }: Pick<Urls, 'ownerUrl'>): Promise<Verified> {
  return on(ownerUrl, (owner) => verifyDatabase(owner, clockAt(NOW)));
}

export async function on<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return work(client).finally(() => client.end());
}
