import { mkdtemp, readdir, rm, stat, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.js';
import { endLeftOver } from './embedded-server.js';

const IN_MEMORY = '/dev/shm';

/**
 * An empty PostgreSQL in a new directory, which is removed when it is stopped. The prefix says whose the directory
 * is.
 */
export async function startTemporaryPostgres(prefix: string, onCrash: () => void): Promise<EmbeddedPostgres> {
  await removeLeftOvers(prefix);
  const dataDir = await mkdtemp(path.join(await roomiest(), `${prefix}${process.pid}-`));
  const postgres = await startEmbeddedPostgres({ dataDir, durable: false, say: () => undefined, onCrash });
  return {
    ...postgres,
    stop: async () => {
      await postgres.stop();
      await rm(dataDir, { recursive: true });
    },
  };
}

/** Memory if there is plenty of it: a copy of a database is a thousand files, and some disks take 1 ms for each. */
async function roomiest(): Promise<string> {
  const { bavail, bsize } = await statfs(IN_MEMORY).catch(() => ({ bavail: 0, bsize: 0 }));
  return bavail * bsize >= 2 * 1024 ** 3 ? IN_MEMORY : tmpdir();
}

/** Directories, and servers that still run in them, left by killed processes. */
async function removeLeftOvers(prefix: string): Promise<void> {
  for (const place of [IN_MEMORY, tmpdir()])
    for (const name of await readdir(place).catch(() => [])) {
      const pid = name.startsWith(prefix) ? Number.parseInt(name.slice(prefix.length), 10) : 0;
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
