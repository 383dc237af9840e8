import { realpath } from 'node:fs/promises';
import { readConfig } from '../config.js';
import { absent, connectionUrls, readState } from './embedded-data-dir.js';
import { serverPid } from './embedded-server.js';

/** Prints the owner's connection string of the embedded database that runs in DATA_DIR. */
async function main(): Promise<void> {
  const { DATA_DIR } = readConfig();
  const dataDir = await realpath(DATA_DIR).catch(absent);
  const state = dataDir && (await readState(dataDir));
  if (!state || !(await serverPid(dataDir))) throw new Error(`no embedded PostgreSQL runs in ${DATA_DIR}`);
  console.log(connectionUrls(state).ownerUrl);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
