import { execFileSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { clusterDir } from '../db/embedded/embedded-data-dir.js';
import { launch, serverAccount } from '../db/embedded/embedded-programs.js';
import { endServer } from '../db/embedded/embedded-server.js';
import { freePort } from '../db/embedded/free-to-listen.js';

/** A server of the PostgreSQL that is installed on this machine, as an operator has one. */
export interface OwnPostgres {
  /** of one of its databases, for a login that needs no password */
  url(login: string, database: string): string;
  stop(): Promise<void>;
}

/** Where Debian keeps each version that is installed; its `postgresql` comes without pg_config. */
const DEBIAN = '/usr/lib/postgresql';
const NEEDED = ['initdb', 'postgres', 'pg_dump', 'pg_restore'];

/** Where the machine has the programs of PostgreSQL, its client included; null if it has none. */
export function ownPrograms(): string | null {
  const folders = [
    ...askedFrom('pg_config'),
    ...debianFolders(),
    ...(process.env['PATH'] ?? '').split(path.delimiter),
  ];
  return folders.find((folder) => NEEDED.every((program) => existsSync(path.join(folder, program)))) ?? null;
}

function askedFrom(pgConfig: string): string[] {
  try {
    return [execFileSync(pgConfig, ['--bindir'], { encoding: 'utf8', stdio: 'pipe' }).trim()];
  } catch {
    return [];
  }
}

/** The newest first. */
function debianFolders(): string[] {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN) : [];
  return versions.sort((a, b) => Number(b) - Number(a)).map((version) => path.join(DEBIAN, version, 'bin'));
}

/** An empty server in a new directory, which is removed when it is stopped. */
export async function startOwnPostgres(programs: string): Promise<OwnPostgres> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'okn-own-postgres-'));
  const account = await serverAccount(dataDir);
  if (account) await chown(dataDir, account.uid, account.gid);
  const cluster = ['-D', clusterDir(dataDir)];
  const start = (program: string, args: string[]) =>
    launch(path.join(programs, program), [...cluster, ...args], dataDir, { stdio: 'ignore' });
  const made = await start('initdb', [
    '-U',
    'postgres',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
    '-N',
  ]);
  await once(made, 'exit');
  const port = await freePort();
  const url = (login: string, database: string) => `postgres://${login}@127.0.0.1:${port}/${database}`;
  const server = await start('postgres', [
    '-p',
    String(port),
    '-k',
    '',
    '-h',
    '127.0.0.1',
    '-c',
    'fsync=off',
  ]);
  await answering(url('postgres', 'postgres'), server);
  return {
    url,
    stop: async () => {
      await endServer(server.pid!);
      await rm(dataDir, { recursive: true });
    },
  };
}

async function answering(url: string, server: ChildProcess): Promise<void> {
  for (;;) {
    const client = new Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (server.exitCode !== null) throw error;
      await pause(50);
    }
  }
}
