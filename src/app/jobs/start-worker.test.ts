import { EventEmitter, once } from 'node:events';
import { Client } from 'pg';
import { pino } from 'pino';
import { readConfig } from '../../config.js';
import { cloneDatabase, type TestDatabase } from '../../testing/database.js';
import { connectionLimits } from '../assembly.js';
import { startWorker } from './start-worker.js';

const LIMIT_MS = 30_000;

let database: TestDatabase;
let superuser: Client;
let ticks: EventEmitter;
let duringTick: () => Promise<unknown>;
let stop: () => Promise<void>;

beforeEach(async () => {
  database = await cloneDatabase();
  superuser = new Client({ connectionString: database.superuserUrl });
  await superuser.connect();
  ticks = new EventEmitter();
  duringTick = async () => undefined;
});
afterEach(async () => {
  await stop();
  await superuser.end();
  await database.drop();
}, LIMIT_MS);

const start = async () => {
  stop = await startWorker({
    serviceUrl: database.serviceUrl,
    limits: connectionLimits(readConfig({ NODE_ENV: 'test' })),
    log: pino({ level: 'silent' }),
    tick: async () => {
      await duringTick();
      ticks.emit('tick');
    },
  });
};
const ask = () =>
  superuser.query(
    `select graphile_worker.add_job('tick', queue_name := 'tick', max_attempts := 1, job_key := 'tick')`,
  );

const holdJobs = () => superuser.query('begin; lock table graphile_worker._private_jobs');

/** Cuts so many connections of the runner once they wait for its jobs, and lets others have them. */
async function cutWaiting(connections: number): Promise<void> {
  for (let cut = 0; cut < connections;) {
    const { rowCount } = await superuser.query(
      `with waiting as (select pid from pg_stat_activity where datname = current_database()
         and application_name = 'oudernetwerken jobs' and wait_event_type = 'Lock')
       select pg_terminate_backend(pid) from waiting where (select count(*) from waiting) = $1`,
      [connections],
    );
    cut = rowCount ?? 0;
  }
  await superuser.query('commit');
}

/** As if it had taken another tick; waits until it has marked the one before as done. */
async function lockFor(runner: string): Promise<void> {
  let locked = 0;
  while (locked === 0) {
    const { rowCount } = await superuser.query(
      'update graphile_worker._private_job_queues set locked_by = $1, locked_at = now() where locked_by is null',
      [runner],
    );
    locked = rowCount ?? 0;
  }
}

test(
  'a tick that the runner took, and lost with its connection, holds up no later one',
  async () => {
    let runner = '';
    duringTick = async () => {
      const { rows } = await superuser.query('select locked_by from graphile_worker._private_job_queues');
      runner = rows[0].locked_by;
    };
    await Promise.all([once(ticks, 'tick'), start()]);
    await lockFor(runner);
    await holdJobs();
    await cutWaiting(1);
    await Promise.all([once(ticks, 'tick'), ask()]);
  },
  LIMIT_MS,
);

test(
  'a runner that cannot say that it is done is followed by another one',
  async () => {
    duringTick = holdJobs;
    await Promise.all([once(ticks, 'tick'), start()]);
    duringTick = async () => undefined;
    // it marks the tick as done, and looks for the next
    await cutWaiting(2);
    await Promise.all([once(ticks, 'tick'), ask()]);
  },
  LIMIT_MS,
);
