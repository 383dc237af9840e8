import { readConfig } from '../config.js';
import { runningOwnerUrl } from '../db/embedded/running-database.js';

/** Prints the owner's connection string of the embedded database that runs in DATA_DIR. */
async function main(): Promise<void> {
  const { DATA_DIR } = readConfig();
  const url = await runningOwnerUrl(DATA_DIR);
  if (!url) throw new Error(`No embedded PostgreSQL runs in ${DATA_DIR}. Start the service first: npm start`);
  console.log(url);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
