import { EventEmitter, once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { Logger as WorkerLogger, parseCronItems, run, type Runner, type WorkerEvents } from 'graphile-worker';
import { Pool } from 'pg';
import type { Logger } from 'pino';
import { connectionSettings, type ConnectionLimits } from '../../db/data-source.js';
import { SYSTEM_ROLE } from '../../db/viewer-settings.js';
import { WatchedClient } from '../../db/watched-client.js';
import { describeError } from '../http/error-causes.js';

interface WorkerParts {
  readonly serviceUrl: string;
  readonly limits: ConnectionLimits;
  readonly log: Logger;
  tick(signal?: AbortSignal): Promise<unknown>;
}

const TASK = 'tick';
/** One at a time, whatever the number of machines; the next tick is the next attempt. */
const OPTIONS = { queueName: TASK, maxAttempts: 1, jobKey: TASK };
/** Between a runner that gave up and the next one. */
const RESTART_MS = 2_000;

/**
 * Ticks now and at every full hour, on one of the machines that share the database. Returns a function that stops it
 * and waits for a running tick, which ends after the email it is sending.
 */
export async function startWorker(parts: WorkerParts): Promise<() => Promise<void>> {
  const { log, tick } = parts;
  const pool = openPool(parts);
  const stopping = new AbortController();
  const begin = () => run(runnerOptions(pool, log, events, () => tick(stopping.signal)));
  const events = unlockingEvents(pool);
  try {
    const runner = await begin();
    await runner.addJob(TASK, {}, OPTIONS);
    const stopped = keepRunning(runner, begin, stopping.signal, log);
    return async () => {
      stopping.abort();
      await stopped;
      await pool.end();
    };
  } catch (error) {
    await pool.end();
    throw error;
  }
}

function openPool({ serviceUrl, limits, log }: WorkerParts): Pool {
  const pool = new Pool({
    connectionString: serviceUrl,
    ...connectionSettings(limits),
    // pg-pool gives it all of these settings, which its type does not say
    Client: WatchedClient as never,
    max: 3,
    application_name: 'oudernetwerken jobs',
    options: `-c role=${SYSTEM_ROLE}`,
  });
  const lost = (error: Error) => log.warn({ error: String(error) }, 'a connection of the jobs was lost');
  pool.on('error', lost);
  pool.on('connect', (client) => void client.on('error', lost));
  return pool;
}

function runnerOptions(pool: Pool, log: Logger, events: WorkerEvents, tick: () => Promise<unknown>) {
  return {
    pgPool: pool,
    events,
    concurrency: 1,
    noHandleSignals: true,
    // a job that cannot be marked as done otherwise rejects a promise that nobody holds
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    logger: new WorkerLogger(() => (level, message) => {
      if (level === 'error' || level === 'warning') log.warn({ message }, 'job runner');
    }),
    taskList: {
      [TASK]: async () => {
        await tick();
      },
    },
    parsedCronItems: parseCronItems([{ task: TASK, match: '0 * * * *', options: OPTIONS }]),
  };
}

/**
 * A connection that is lost at the wrong moment leaves a tick locked by a runner that does not know of it, and every
 * later tick waits for it. So whoever had an error, and then has nothing to do, gives up what it holds.
 */
function unlockingEvents(pool: Pool): WorkerEvents {
  const events: WorkerEvents = new EventEmitter();
  const runners: string[] = [];
  let doubtful = false;
  events.on('pool:create', ({ workerPool }) => {
    doubtful = runners.push(workerPool.id) > 1;
  });
  events.on('worker:getJob:error', () => (doubtful = true));
  events.on('worker:getJob:empty', () => {
    if (!doubtful) return;
    doubtful = false;
    pool.query('select graphile_worker.force_unlock_workers($1)', [runners]).catch(() => (doubtful = true));
  });
  return events;
}

/** Until it is to stop: a runner that gives up is followed by another one. */
async function keepRunning(
  first: Runner,
  begin: () => Promise<Runner>,
  stopping: AbortSignal,
  log: Logger,
): Promise<void> {
  const warn = (error: unknown) => {
    log.warn({ error: describeError(error) }, 'the job runner gave up');
  };
  const toStop = once(stopping, 'abort');
  let runner: Runner | null = first;
  for (;;) {
    await Promise.race([toStop, runner?.promise.catch(warn)]);
    if (!stopping.aborted) await Promise.race([toStop, pause(RESTART_MS, null, { ref: false })]);
    if (stopping.aborted) break;
    runner = await begin().catch((error: unknown) => {
      warn(error);
      return null;
    });
  }
  // one that just gave up by itself says that it is stopped already
  await runner?.stop().catch(() => undefined);
}
