import { Client } from 'pg';
import { clockAt } from '../../../kernel/clock.js';
import { renewAll } from '../../../testing/stored-is-fresh.js';
import { keepRows } from '../../../testing/kept-rows.js';
import { cloneDatabase } from '../../../testing/database.js';
import { addDemoContent } from '../add-demo-content.js';

export const ISSUER = 'http://localhost:4000/oidc';
export const TODAY = '2026-11-23';

export interface DemoBench {
  readonly client: Client;
  add(on?: string, issuer?: string): Promise<boolean>;
  /** assesses every network, as the service does when it starts */
  judge(on?: string): Promise<void>;
  rowsOf(query: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  /** back to reference data only */
  empty(): Promise<void>;
  close(): Promise<void>;
}

export async function demoBench(): Promise<DemoBench> {
  const database = await cloneDatabase();
  const say = () => undefined;
  const rows = await keepRows({ urls: database });
  const client = new Client({ connectionString: database.ownerUrl });
  await client.connect();
  // a seat shows its status to whoever sees it
  await client.query(`set app.account = '00000000-0000-7000-8000-000000000000'; set app.reach = 'national'`);
  return {
    client,
    add: (on = TODAY, issuer = ISSUER) =>
      addDemoContent(database.ownerUrl, { clock: clockAt(`${on}T12:00:00Z`), say, issuer }),
    judge: (on = TODAY) => renewAll({ urls: database }, `${on}T12:00:00Z`),
    rowsOf: async (query, values = []) => (await client.query(query, values)).rows,
    empty: () => rows.restore().then(() => undefined),
    close: async () => {
      await rows.close();
      await client.end();
      await database.drop();
    },
  };
}
