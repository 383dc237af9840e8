import { once } from 'node:events';
import { createServer } from 'node:net';
import path from 'node:path';
import { clusterDir } from './embedded-data-dir.js';

/** A socket with the longest name that the server can give its own. */
const LONGEST_NAME = '.s.PGSQL.65535';
/** Of the path of a socket, on the system that takes least; a longer one may be cut off in silence. */
const MOST_BYTES = 103;
/** The setting of the server is a list of directories. */
const SEPARATES = /[,"]/;

/**
 * Where the server can have a Unix socket, which takes about half of what TCP takes of both sides. Null where its path
 * would be too long, or where the file system has no sockets.
 */
export async function socketDir(dataDir: string): Promise<string | null> {
  const dir = clusterDir(dataDir);
  const longest = path.join(dir, LONGEST_NAME);
  const isPossible =
    process.platform !== 'win32' && Buffer.byteLength(longest) <= MOST_BYTES && !SEPARATES.test(dir);
  return isPossible && (await takesSockets(longest)) ? dir : null;
}

async function takesSockets(file: string): Promise<boolean> {
  const probe = createServer().listen(file);
  try {
    await once(probe, 'listening');
  } catch {
    return false;
  }
  probe.close();
  await once(probe, 'close');
  return true;
}
