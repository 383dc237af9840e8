import { type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { chmod, chown, mkdir, readdir, readFile, rename, stat, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { absent, clusterDir, commandOf, DataDirInUse, removeIfPresent } from './embedded-data-dir.js';
import { launch, programs, serverAccount, tell } from './embedded-programs.js';

// Orders by code point, on every machine and for ever: an upgrade of the operating system can never put our indexes
// out of order. `C.UTF-8` of the builtin provider still knows the case of accented letters.
const LOCALE = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
// pg_trgm asks the operating system what a letter is: under plain `C` it would drop every é from a name
const LETTERS = ['C.UTF-8', 'UTF-8', 'C'];

const IS_POSTGRES = /(^|\/)postgres(:| -)/;

/** Creates the cluster aside and renames it once it is whole: an interrupted one is thrown away. */
export async function initialise(dataDir: string, password: string, durable: boolean): Promise<void> {
  const account = await serverAccount(dataDir);
  const { initdb } = await programs();
  const aside = path.join(dataDir, `postgres.new-${process.pid}`);
  const [cluster, passwordFile] = [path.join(aside, 'cluster'), path.join(aside, 'password')];
  // the server's account must be able to traverse our directory; everything in it stays closed
  if (account) await chmod(dataDir, (await stat(dataDir)).mode | 0o011);
  for (const letters of LETTERS) {
    await removeUnfinished(dataDir);
    await mkdir(aside, { mode: 0o700 });
    await writeFile(passwordFile, password, { mode: 0o600 });
    if (account) for (const made of [aside, passwordFile]) await chown(made, account.uid, account.gid);
    const args = [`--pgdata=${cluster}`, '--username=postgres', `--pwfile=${passwordFile}`, ...LOCALE];
    args.push(`--lc-ctype=${letters}`, '--auth=scram-sha-256', '--no-instructions');
    if (!durable) args.push('--no-sync');
    const child = await launch(initdb, args, dataDir, { stdio: ['ignore', 'ignore', 'pipe'] });
    const { code, said } = await outcome(child);
    if (code === 0) {
      await rename(cluster, clusterDir(dataDir));
      return removeUnfinished(dataDir);
    }
    if (!said.includes('invalid locale name')) throw new Error(`PostgreSQL's initdb failed: ${said.trim()}`);
  }
}

async function removeUnfinished(dataDir: string): Promise<void> {
  const names = (await readdir(dataDir)).filter((name) => name.startsWith('postgres.new-'));
  for (const name of names) await removeIfPresent(path.join(dataDir, name));
}

function outcome(child: ChildProcess): Promise<{ code: number | null; said: string }> {
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject).once('close', (code) => resolve({ code, said }));
  });
}

/** Starts the server; resolves when it accepts connections, rejects with its own last output if it ends before. */
export async function startServer(
  dataDir: string,
  settings: Record<string, string | number>,
): Promise<ChildProcess> {
  const { postgres } = await programs();
  const args = ['-D', clusterDir(dataDir)];
  for (const [name, value] of Object.entries(settings)) args.push('-c', `${name}=${value}`);
  const logFile = path.join(dataDir, 'postgres.log');
  await rename(logFile, `${logFile}.1`).catch(absent);
  // a file, not a pipe: the server must be able to write after we are killed
  const log = openSync(logFile, 'a', 0o600);
  try {
    const child = await launch(postgres, args, dataDir, { stdio: ['ignore', log, log] });
    const failures: Error[] = [];
    child.once('error', (error) => failures.push(error));
    child.unref();
    for (;;) {
      if (failures[0]) throw failures[0];
      if (hasEnded(child)) throw new Error(`PostgreSQL did not start: ${await lastWords(logFile)}`);
      const running = await readPidFile(dataDir);
      if (running?.ready && running.pid === child.pid) return child;
      await pause(20);
    }
  } finally {
    closeSync(log);
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

async function lastWords(logFile: string): Promise<string> {
  const lines = (await readFile(logFile, 'utf8')).trim().split('\n');
  return lines.filter((line) => /FATAL|PANIC|HINT|setpriv/.test(line)).join(' ') || (lines.at(-1) ?? '');
}

const pidFile = (dataDir: string) => path.join(clusterDir(dataDir), 'postmaster.pid');

/** The contents of `postmaster.pid`: the server's process, and whether it accepts connections. */
async function readPidFile(dataDir: string): Promise<{ pid: number; ready: boolean } | null> {
  const text = await readFile(pidFile(dataDir), 'utf8').catch(absent);
  const lines = text?.split('\n') ?? [];
  const pid = Number(lines[0]);
  return pid > 0 ? { pid, ready: lines[7]?.trim() === 'ready' } : null;
}

/** The process of the server that runs on this directory, ours or left behind; null when there is none. */
export async function serverPid(dataDir: string): Promise<number | null> {
  const found = await readPidFile(dataDir);
  const command = found ? await commandOf(found.pid) : '';
  if (!found || !IS_POSTGRES.test(command)) return null;
  if (command.includes(`-D ${clusterDir(dataDir)} `)) return found.pid;
  // perhaps ours, moved while it ran: starting a second server would corrupt the data
  throw new DataDirInUse(dataDir, found.pid, 'a PostgreSQL started under another name');
}

/** Ends the server that a killed service left behind. */
export async function endLeftOver(dataDir: string, say: (line: string) => void): Promise<void> {
  const pid = await serverPid(dataDir);
  if (pid) {
    say(`PostgreSQL still runs without its service (process ${pid}): stopping it first`);
    return endServer(pid);
  }
  // PostgreSQL would mistake a zombie, or another program that got the number since, for itself. If processes of the
  // old server are still ending, it notices them by their shared memory.
  await unlink(pidFile(dataDir)).catch(absent);
}

/**
 * A fast, clean shutdown: open transactions are rolled back. Only a server that hangs is cut off; it recovers later.
 */
export async function endServer(pid: number): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    tell(pid, signal);
    for (let waited = 0; waited < 10_000; waited += 20) {
      if (!IS_POSTGRES.test(await commandOf(pid))) return;
      await pause(20);
    }
  }
}

/** Starts the server again whenever it ends by itself, until told to stop. */
export function keepRunning(
  first: ChildProcess,
  start: () => Promise<ChildProcess>,
  say: (line: string) => void,
  onCrash: () => void = () => undefined,
) {
  let server = first;
  const stopping = new AbortController();

  async function watch(): Promise<void> {
    while (!stopping.signal.aborted) {
      if (!hasEnded(server)) await once(server, 'exit', { signal: stopping.signal });
      say(
        `PostgreSQL ended by itself (${server.signalCode ?? `exit code ${server.exitCode}`}): starting it again`,
      );
      onCrash();
      await startAgain();
    }
  }

  async function startAgain(): Promise<void> {
    for (let wait = 100; !stopping.signal.aborted; wait = Math.min(wait * 2, 5_000)) {
      try {
        server = await start();
        say('PostgreSQL runs again');
        return;
      } catch (error) {
        if (wait === 800) say(`PostgreSQL does not start yet, still trying. ${String(error)}`);
        await pause(wait, undefined, { signal: stopping.signal });
      }
    }
  }

  const watching = watch().catch((error: unknown) => {
    if (!stopping.signal.aborted) throw error;
  });
  return {
    async stop(): Promise<void> {
      stopping.abort();
      await watching;
      if (server.pid && !hasEnded(server)) await endServer(server.pid);
    },
  };
}
