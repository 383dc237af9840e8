import path from 'node:path';
import { clusterDir } from './embedded-data-dir.js';
import { isFree } from './free-to-listen.js';

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
  return isPossible && (await isFree(longest)) ? dir : null;
}
