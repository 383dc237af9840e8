import { realpath } from 'node:fs/promises';
import { absent, connectionUrls, readState } from './embedded-data-dir.js';
import { serverPid } from './embedded-server.js';

/** The service's connection string of the embedded PostgreSQL that runs in this directory; null if none does. */
export async function runningServiceUrl(dataDir: string): Promise<string | null> {
  return (await runningUrls(dataDir))?.serviceUrl ?? null;
}

/** The owner's connection string of the embedded PostgreSQL that runs in this directory; null if none does. */
export async function runningOwnerUrl(dataDir: string): Promise<string | null> {
  return (await runningUrls(dataDir))?.ownerUrl ?? null;
}

async function runningUrls(dataDir: string) {
  const found = await realpath(dataDir).catch(absent);
  const state = found === null ? null : await readState(found);
  if (!found || !state || !(await serverPid(found))) return null;
  return connectionUrls(state);
}
