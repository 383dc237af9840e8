import { mkdtemp, readdir, rm, stat, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { startEmbeddedPostgres } from '../db/embedded-postgres.js';
import { endLeftOver } from '../db/embedded-server.js';
import { onDatabase, rememberCluster, TEMPLATE } from './database.js';
import { prepareTemplate } from './template.js';

const PREFIX = 'okn-test-';
const IN_MEMORY = '/dev/shm';

/** One PostgreSQL for the whole run, with a filled template that every test database is a copy of. */
export async function startTestCluster(): Promise<void> {
  await removeLeftOvers();
  const dataDir = await mkdtemp(path.join(await roomiest(), `${PREFIX}${process.pid}-`));
  const cluster = await startEmbeddedPostgres({
    dataDir,
    durable: false,
    say: () => undefined,
    onCrash: () => console.error('the PostgreSQL of the tests ended by itself'),
  });
  globalThis.stopTestCluster = async () => {
    await cluster.stop();
    await rm(dataDir, { recursive: true });
  };
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

/** Memory when there is plenty of it: a copy of a database is a thousand files, and some disks take 1 ms for each. */
async function roomiest(): Promise<string> {
  const { bavail, bsize } = await statfs(IN_MEMORY).catch(() => ({ bavail: 0, bsize: 0 }));
  return bavail * bsize >= 2 * 1024 ** 3 ? IN_MEMORY : tmpdir();
}

/** Directories, and servers that still run in them, of test runs that were killed. */
async function removeLeftOvers(): Promise<void> {
  for (const place of [IN_MEMORY, tmpdir()])
    for (const name of await readdir(place).catch(() => [])) {
      const pid = name.startsWith(PREFIX) ? Number.parseInt(name.slice(PREFIX.length), 10) : 0;
      const dataDir = path.join(place, name);
      if (!pid || isAlive(pid) || (await stat(dataDir)).uid !== process.getuid?.()) continue;
      await endLeftOver(dataDir, () => undefined);
      await rm(dataDir, { recursive: true, force: true });
    }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
