import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Config } from '../config.js';
import { absent, openDataDir, writePrivately } from '../db/embedded/embedded-data-dir.js';

const FILE = 'service.json';

/** The public address of the service, without a trailing slash. */
export function publicUrl(config: Pick<Config, 'PUBLIC_URL' | 'PORT'>): string {
  return (config.PUBLIC_URL || `http://localhost:${config.PORT}`).replace(/\/+$/, '');
}

/**
 * Records in the data directory the address at which this service is reached, for the commands beside it, which do
 * not know its PORT. Returns a function that removes it.
 */
export async function tellAddress(dataDir: string, address: string): Promise<() => Promise<void>> {
  const file = path.join(await openDataDir(dataDir), FILE);
  const mine = JSON.stringify({ publicUrl: address, pid: process.pid });
  await writePrivately(file, `${mine}\n`);
  return async () => {
    // if two services share a directory (with their database elsewhere), the last one wins
    const found = await readFile(file, 'utf8').catch(absent);
    if (found?.trim() === mine) await rm(file, { force: true });
  };
}

/** The last address recorded by the service of this directory; null if it stopped cleanly or never ran. */
export async function toldAddress(dataDir: string): Promise<string | null> {
  const text = await readFile(path.join(dataDir, FILE), 'utf8').catch(absent);
  return text === null ? null : (JSON.parse(text) as { publicUrl: string }).publicUrl;
}
