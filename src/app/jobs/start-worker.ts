import { Logger as WorkerLogger, parseCronItems, run } from 'graphile-worker';
import { Pool } from 'pg';
import type { Logger } from 'pino';
import { SYSTEM_ROLE } from '../../db/viewer-settings.js';

interface WorkerParts {
  readonly serviceUrl: string;
  readonly log: Logger;
  tick(signal?: AbortSignal): Promise<unknown>;
}

const TASK = 'tick';
/** One at a time, whatever the number of machines; the next tick is the next attempt. */
const OPTIONS = { queueName: TASK, maxAttempts: 1, jobKey: TASK };

/**
 * Ticks now and at every full hour, on one of the machines that share the database. Returns a function that stops it
 * and waits for a running tick, which ends after the email it is sending.
 */
export async function startWorker({ serviceUrl, log, tick }: WorkerParts): Promise<() => Promise<void>> {
  const pool = new Pool({
    connectionString: serviceUrl,
    max: 3,
    application_name: 'oudernetwerken jobs',
    options: `-c role=${SYSTEM_ROLE}`,
  });
  const lost = (error: Error) => log.warn({ error: String(error) }, 'a connection of the jobs was lost');
  pool.on('error', lost);
  pool.on('connect', (client) => void client.on('error', lost));
  const stopping = new AbortController();
  try {
    const runner = await run({
      pgPool: pool,
      concurrency: 1,
      noHandleSignals: true,
      logger: new WorkerLogger(() => (level, message) => {
        if (level === 'error' || level === 'warning') log.warn({ message }, 'job runner');
      }),
      taskList: {
        [TASK]: async () => {
          await tick(stopping.signal);
        },
      },
      parsedCronItems: parseCronItems([{ task: TASK, match: '0 * * * *', options: OPTIONS }]),
    });
    await runner.addJob(TASK, {}, OPTIONS);
    return async () => {
      stopping.abort();
      await runner.stop();
      await pool.end();
    };
  } catch (error) {
    await pool.end();
    throw error;
  }
}
