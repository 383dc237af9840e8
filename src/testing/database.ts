import { Client } from 'pg';

export const TEMPLATE = 'okn_template';

interface Cluster {
  readonly superuserUrl: string;
  readonly ownerUrl: string;
  readonly serviceUrl: string;
}

export interface TestDatabase {
  readonly superuserUrl: string;
  readonly ownerUrl: string;
  readonly serviceUrl: string;
  /** also cuts off open connections */
  drop(): Promise<void>;
}

/** Passes the cluster on to the jest workers, which inherit the environment. */
export function rememberCluster(cluster: Cluster): void {
  process.env['OKN_TEST_CLUSTER'] = JSON.stringify(cluster);
}

let cloned = 0;

/** A copy of the migrated template database. Takes tens of milliseconds; drop it after the tests. */
export async function cloneDatabase(): Promise<TestDatabase> {
  const { superuserUrl, ownerUrl, serviceUrl } = JSON.parse(
    process.env['OKN_TEST_CLUSTER'] ?? '{}',
  ) as Cluster;
  // one process may run several test files, and each starts counting again
  const name = `okn_test_${process.env['JEST_WORKER_ID'] ?? 0}_${Date.now().toString(36)}_${++cloned}`;
  await administer(
    superuserUrl,
    `create database ${name} template ${TEMPLATE} owner okn_owner strategy file_copy`,
  );
  return {
    superuserUrl: onDatabase(superuserUrl, name),
    ownerUrl: onDatabase(ownerUrl, name),
    serviceUrl: onDatabase(serviceUrl, name),
    drop: () => administer(superuserUrl, `drop database if exists ${name} with (force)`),
  };
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** The same connection, to another database. */
export function onDatabase(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}
