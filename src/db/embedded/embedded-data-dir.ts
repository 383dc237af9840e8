import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  access,
  chown,
  constants,
  link,
  mkdir,
  open,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  unlink,
} from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

/** What the service stores beside the cluster, in `postgres.json` (mode 600). */
export interface ClusterState {
  readonly port: number;
  readonly superuserPassword: string;
  readonly ownerPassword: string;
  readonly servicePassword: string;
}

export class DataDirInUse extends Error {
  override readonly name = 'DataDirInUse';

  constructor(
    readonly dataDir: string,
    readonly pid: number,
    who = 'another service',
  ) {
    super(`${dataDir} is in use by ${who}, process ${pid}. Stop it first, or choose another DATA_DIR.`);
  }
}

const stateFile = (dataDir: string) => path.join(dataDir, 'postgres.json');
export const clusterDir = (dataDir: string) => path.join(dataDir, 'postgres');

/** The real path of the directory, created if missing. */
export async function openDataDir(dataDir: string): Promise<string> {
  await mkdir(dataDir, { recursive: true, mode: 0o711 });
  await access(dataDir, constants.W_OK | constants.X_OK).catch(() => {
    throw new Error(`${dataDir} belongs to another user: start as that user, or choose another DATA_DIR`);
  });
  return realpath(dataDir);
}

export function newState(port: number): ClusterState {
  const password = () => randomBytes(24).toString('base64url');
  return { port, superuserPassword: password(), ownerPassword: password(), servicePassword: password() };
}

export async function readState(dataDir: string): Promise<ClusterState | null> {
  const text = await readFile(stateFile(dataDir), 'utf8').catch(absent);
  return text === null ? null : (JSON.parse(text) as ClusterState);
}

export async function writeState(dataDir: string, state: ClusterState): Promise<void> {
  await writePrivately(stateFile(dataDir), JSON.stringify(state, null, 2) + '\n');
}

/** Writes the whole file or nothing; only for us (mode 600), owned as its directory is. */
export async function writePrivately(file: string, text: string): Promise<void> {
  await rename(await writeBeside(file, text), file);
}

/** Over TCP, which everybody with a password can use; over the Unix socket, if `directory` has one. */
export function connectionUrls(
  { port, superuserPassword, ownerPassword, servicePassword }: ClusterState,
  directory: string | null = null,
) {
  const over = directory === null ? '' : `?host=${encodeURIComponent(directory)}`;
  const url = (user: string, password: string, database: string) =>
    `postgres://${user}:${password}@127.0.0.1:${port}/${database}${over}`;
  return {
    superuserUrl: url('postgres', superuserPassword, 'postgres'),
    ownerUrl: url('okn_owner', ownerPassword, 'okn'),
    serviceUrl: url('okn_service', servicePassword, 'okn'),
  };
}

/** Locks the directory for this process and returns the function that unlocks it; throws DataDirInUse. */
export async function lockDataDir(dataDir: string): Promise<() => Promise<void>> {
  const lock = path.join(dataDir, 'service.lock');
  const mine = JSON.stringify({ pid: process.pid, identity: await identityOf(process.pid) });
  for (;;) {
    const written = await writeBeside(lock, mine);
    try {
      // a link is created whole or not at all, so nobody ever reads half a lock
      await link(written, lock);
      return () => unlink(lock);
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    } finally {
      await unlink(written);
    }
    const found = await readFile(lock, 'utf8').catch(absent);
    if (found === null) continue;
    const holder = await lockHolder(found);
    if (holder) throw new DataDirInUse(dataDir, holder);
    await discardLock(lock, found);
  }
}

async function lockHolder(text: string): Promise<number | null> {
  const { pid, identity } = JSON.parse(text) as { pid: number; identity: string };
  return (await identityOf(pid)) === identity ? pid : null;
}

/** Removes a dead process's lock, unless it was replaced by a live one since we read it. */
async function discardLock(lock: string, found: string): Promise<void> {
  const aside = `${lock}.${process.pid}`;
  if ((await rename(lock, aside).catch(absent)) === null) return;
  if ((await readFile(aside, 'utf8')) !== found) await link(aside, lock);
  await unlink(aside);
}

/** What distinguishes a live process from a later one with the same pid; null if there is none. */
async function identityOf(pid: number): Promise<string | null> {
  if (process.platform !== 'linux') {
    const started = await outputOf('ps', '-o', 'lstart=', '-p', String(pid));
    return started.trim() || null;
  }
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // the fields after the command, which is in parentheses and may hold anything
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state, startedAt] = [fields[0], fields[19]];
  if (!startedAt || state === 'Z' || state === 'X') return null;
  return `${(await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim()} ${startedAt}`;
}

/** The words of a live process's command; empty if there is none. */
export async function commandOf(pid: number): Promise<string> {
  if (process.platform !== 'linux') return outputOf('ps', '-ww', '-o', 'command=', '-p', String(pid));
  const words = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return words.replaceAll('\0', ' ');
}

async function outputOf(command: string, ...args: string[]): Promise<string> {
  return promisify(execFile)(command, args).then(
    ({ stdout }) => stdout,
    () => '',
  );
}

/** A new file next to `file`, only for us, on disk before it gets its name; owned as its directory is. */
async function writeBeside(file: string, text: string): Promise<string> {
  const beside = `${file}.${randomBytes(6).toString('hex')}`;
  const handle = await open(beside, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  // started once as root, an ordinary user's directory must stay theirs
  if (process.getuid?.() === 0) {
    const { uid, gid } = await stat(path.dirname(file));
    await chown(beside, uid, gid);
  }
  return beside;
}

export async function removeIfPresent(directory: string): Promise<void> {
  await rm(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

export function absent(error: unknown): null {
  if (codeOf(error) === 'ENOENT') return null;
  throw error;
}

function codeOf(error: unknown): unknown {
  return (error as NodeJS.ErrnoException).code;
}
