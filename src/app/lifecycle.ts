import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Config } from '../config.js';
import { type Elapsed, systemElapsed } from '../kernel/clock.js';
import { describeError } from './http/error-causes.js';

/** One thing to do after the last answer, such as closing the pool; the steps run in the given order. */
export interface StopStep {
  name: string;
  run(): Promise<void>;
}

/** The part of `process` that a stop needs; tests supply their own. */
export interface ProcessLike {
  on(signal: 'SIGTERM' | 'SIGINT', listener: () => void): unknown;
  exit(code: number): unknown;
}

interface Stop {
  app: FastifyInstance;
  log: Logger;
  steps: StopStep[];
  config: Pick<Config, 'STOP_TIMEOUT_MS'>;
  process?: ProcessLike;
  elapsed?: Elapsed;
}

/** Ctrl-C reaches us twice: from the terminal, and passed on by npm. */
const SAME_SIGNAL_MS = 1_000;

/** Node does not count connections that never sent a request as idle; they are cut after this long. */
const SILENT_CONNECTION_MS = 500;

/**
 * SIGTERM or SIGINT: not ready at once, requests in flight finish, connections close, the steps run, exit 0. Exit 1
 * if that takes longer than STOP_TIMEOUT_MS, if a step fails, or on a second signal.
 */
export function stopOnSignals({
  app,
  log,
  steps,
  config,
  process: host = process,
  elapsed = systemElapsed,
}: Stop): void {
  let stoppingSince: number | null = null;
  const onSignal = (signal: string) => {
    if (stoppingSince !== null) {
      if (elapsed() - stoppingSince < SAME_SIGNAL_MS) return;
      log.warn({ signal }, 'second signal: exit without waiting');
      host.exit(1);
      return;
    }
    stoppingSince = elapsed();
    log.info({ signal }, 'stopping');
    const late = setTimeout(() => {
      log.error({ ms: config.STOP_TIMEOUT_MS }, 'stop took too long: exit without waiting');
      host.exit(1);
    }, config.STOP_TIMEOUT_MS);
    late.unref();
    void stop(app, steps, log).then((clean) => {
      clearTimeout(late);
      log.info({ clean }, 'stopped');
      host.exit(clean ? 0 : 1);
    });
  };
  host.on('SIGTERM', () => onSignal('SIGTERM'));
  host.on('SIGINT', () => onSignal('SIGINT'));
}

async function stop(app: FastifyInstance, steps: StopStep[], log: Logger): Promise<boolean> {
  await app.traffic.stop();
  const results = [await attempt({ name: 'server', run: () => closeServer(app) }, log)];
  for (const step of steps) results.push(await attempt(step, log));
  return results.every(Boolean);
}

async function closeServer(app: FastifyInstance): Promise<void> {
  const cut = setTimeout(() => app.server.closeAllConnections(), SILENT_CONNECTION_MS);
  await app.close();
  clearTimeout(cut);
}

async function attempt({ name, run }: StopStep, log: Logger): Promise<boolean> {
  try {
    await run();
    return true;
  } catch (error) {
    log.error({ step: name, error: describeError(error) }, 'a step of the stop failed');
    return false;
  }
}

/** A start that failed for a reason that the operator can fix; the message is one line and says how. */
export class StartProblem extends Error {
  override name = 'StartProblem';
}

/** One connection is accepted in each turn of the event loop; in a rush many come in the time of one turn. */
const MOST_UNACCEPTED = 4_096;

/** Listens, and returns the address to reach it. Throws StartProblem if the port or address is not available. */
export async function listen(
  app: FastifyInstance,
  { HOST, PORT }: Pick<Config, 'HOST' | 'PORT'>,
): Promise<string> {
  try {
    await app.listen({ host: HOST, port: PORT, backlog: MOST_UNACCEPTED });
  } catch (error) {
    throw startProblem(error, HOST, PORT);
  }
  const { port } = app.server.address() as AddressInfo;
  return `http://${HOST === '127.0.0.1' || HOST === '0.0.0.0' || HOST === '::' ? 'localhost' : HOST}:${port}`;
}

function startProblem(error: unknown, host: string, port: number): unknown {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE':
      return new StartProblem(
        `Port ${port} is taken. Stop what listens there, or choose another: PORT=${port + 1} npm start`,
      );
    case 'EACCES':
      return new StartProblem(
        `Port ${port} may not be used by this user. Choose one above 1023: PORT=4000 npm start`,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartProblem(`HOST=${host} is not an address of this machine.`);
    default:
      return error;
  }
}

/** For a start that failed half-way: undo what was started, give the reason in one line if it is known, exit 1. */
export async function exitFailedStart(
  error: unknown,
  steps: StopStep[],
  log: Logger,
  host: Pick<ProcessLike, 'exit'> = process,
): Promise<void> {
  for (const step of steps) await attempt(step, log);
  if (error instanceof StartProblem) console.error(error.message);
  else log.fatal({ error: describeError(error) }, 'start failed');
  host.exit(1);
}
