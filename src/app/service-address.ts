import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { absent, openDataDir, writePrivately } from '../db/embedded-data-dir.js';

const FILE = 'service.json';

/**
 * Writes down in the data directory at which address this service is reached, for the commands beside it, which do not
 * know its PORT. Gives the function that takes it away again.
 */
export async function tellAddress(dataDir: string, publicUrl: string): Promise<() => Promise<void>> {
  const file = path.join(await openDataDir(dataDir), FILE);
  const mine = JSON.stringify({ publicUrl, pid: process.pid });
  await writePrivately(file, `${mine}\n`);
  return async () => {
    // of two services on one directory (their database is elsewhere) the last one has its say
    const found = await readFile(file, 'utf8').catch(absent);
    if (found?.trim() === mine) await rm(file, { force: true });
  };
}

/** The address that the service of this directory told last; null when it was stopped in order, or never ran. */
export async function toldAddress(dataDir: string): Promise<string | null> {
  const text = await readFile(path.join(dataDir, FILE), 'utf8').catch(absent);
  return text === null ? null : (JSON.parse(text) as { publicUrl: string }).publicUrl;
}
