import type { ChildProcess } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { Client, escapeLiteral } from 'pg';
import {
  absent,
  clusterDir,
  type ClusterState,
  connectionUrls,
  lockDataDir,
  newState,
  openDataDir,
  readState,
  writeState,
} from './embedded-data-dir.js';
import { freePort, isFree } from './free-to-listen.js';
import { socketDir } from './socket-dir.js';
import { endLeftOver, endServer, initialise, keepRunning, startServer } from './embedded-server.js';

export { DataDirInUse } from './embedded-data-dir.js';

export interface EmbeddedPostgres {
  /** for making and dropping databases; a superuser passes row-level security, so never for the service */
  readonly superuserUrl: string;
  /** owns the database `okn`: migrates and imports */
  readonly ownerUrl: string;
  /** owns nothing and has no rights until migrations grant them */
  readonly serviceUrl: string;
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  readonly dataDir: string;
  readonly say: (line: string) => void;
  /** false: fast, but lost when the machine stops. For tests only. */
  readonly durable?: boolean;
  /** the server ended by itself; it is being restarted on the same port */
  readonly onCrash?: () => void;
}

/**
 * The PostgreSQL that lives in our own directory, created if the directory is empty. Throws DataDirInUse if a live
 * process has the directory.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const dataDir = await openDataDir(options.dataDir);
  const unlock = await lockDataDir(dataDir);
  const { say, durable = true, onCrash } = options;
  let server: ChildProcess | null = null;
  try {
    await endLeftOver(dataDir, say);
    await initialiseIfEmpty(dataDir, durable, say);
    const sockets = await socketDir(dataDir);
    const settings = (port: number) => settingsFor(port, sockets, durable);
    const started = await startOnFreePort(dataDir, settings, say);
    server = started.server;
    const urls = connectionUrls(started.state, sockets);
    await prepareRoles(urls.superuserUrl, started.state);
    const again = () => startServer(dataDir, settings(started.state.port));
    const keeper = keepRunning(server, again, say, onCrash);
    return { ...urls, stop: () => keeper.stop().then(unlock) };
  } catch (error) {
    if (server?.pid) await endServer(server.pid);
    await unlock();
    throw error;
  }
}

async function initialiseIfEmpty(dataDir: string, durable: boolean, say: (line: string) => void) {
  const cluster = await stat(clusterDir(dataDir)).catch(absent);
  const known = await readState(dataDir);
  if (cluster && known) return;
  if (cluster)
    throw new Error(`${dataDir}/postgres.json, with the passwords of the database beside it, is missing`);
  say(`PostgreSQL: making an empty database in ${dataDir}`);
  // first the passwords, then the cluster that uses them: no kill in between can lock us out
  const state = known ?? newState(await freePort());
  if (!known) await writeState(dataDir, state);
  await initialise(dataDir, state.superuserPassword, durable);
}

/** On the port it had last time, so that clients find it again, or on another if that one is taken. */
async function startOnFreePort(
  dataDir: string,
  settings: (port: number) => Settings,
  say: (line: string) => void,
) {
  let state = (await readState(dataDir)) as ClusterState;
  for (let attempt = 1; ; attempt++) {
    if (!(await isFree(state.port))) {
      const port = await freePort();
      say(`PostgreSQL: port ${state.port} is taken, using ${port}`);
      state = { ...state, port };
      await writeState(dataDir, state);
    }
    try {
      return { state, server: await startServer(dataDir, settings(state.port)) };
    } catch (error) {
      // the port was taken just now, or processes of a killed server are still ending
      if (attempt === 20 || !/Address already in use|shared memory block/.test(String(error))) throw error;
      await pause(200);
    }
  }
}

/** Nothing in it has to survive, and no database in it lives long enough to need a vacuum. */
const SHORT_LIVED = {
  fsync: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: 0,
  autovacuum: 'off',
};

type Settings = Record<string, string | number>;

function settingsFor(port: number, sockets: string | null, durable: boolean): Settings {
  return {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: sockets ?? '',
    max_connections: 100,
    shared_buffers: '192MB',
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    max_wal_size: '2GB',
    random_page_cost: 1.1,
    // many short queries on few cores: neither pays off, and a container has little shared memory to divide
    jit: 'off',
    max_parallel_workers_per_gather: 0,
    max_parallel_maintenance_workers: 0,
    timezone: 'UTC',
    // values in statements and details are personal data, and do not belong in a log
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    ...(durable ? {} : SHORT_LIVED),
  };
}

/** The two logins and the database. Safe to repeat: a start that was killed half-way is completed by the next. */
async function prepareRoles(superuserUrl: string, { ownerPassword, servicePassword }: ClusterState) {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `select rolname as name from pg_roles where rolname in ('okn_owner', 'okn_service')
       union all select datname from pg_database where datname = 'okn'`,
    );
    const known = new Set(rows.map((row) => row.name));
    const role = (name: string, rights: string, password: string) =>
      `create role ${name} login nosuperuser nocreatedb noreplication nobypassrls ${rights} password ${escapeLiteral(password)}`;
    if (!known.has('okn_owner')) await client.query(role('okn_owner', 'createrole', ownerPassword));
    if (!known.has('okn_service'))
      await client.query(role('okn_service', 'nocreaterole noinherit', servicePassword));
    if (!known.has('okn')) await client.query('create database okn owner okn_owner');
  } finally {
    await client.end();
  }
}
