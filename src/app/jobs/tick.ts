import type { Logger } from 'pino';
import type { Tx } from '../../db/transaction.js';
import { describeError } from '../http/error-causes.js';

/** Runs a piece of work in a transaction of its own, in the name of the service. */
export type AsService = <Result>(work: (tx: Tx) => Promise<Result>) => Promise<Result>;

/** Counts by what was counted; an id never is a count. */
export type Counts = Readonly<Record<string, number>>;

/** One thing that is done every hour. Each commits by itself; running it again does nothing more. */
export interface Step {
  readonly name: string;
  run(asService: AsService, signal: AbortSignal | undefined): Promise<Counts>;
}

/** What became of a step: its counts, or null when it failed; the next tick tries again. */
export interface StepReport {
  readonly name: string;
  readonly counts: Counts | null;
}

/** All steps in order. One that fails is logged and does not stop the others. */
export async function runTick(
  steps: readonly Step[],
  asService: AsService,
  log: Logger,
  signal?: AbortSignal,
): Promise<StepReport[]> {
  const reports: StepReport[] = [];
  for (const step of steps) {
    if (signal?.aborted) break;
    try {
      const counts = await step.run(asService, signal);
      log.info({ step: step.name, ...counts }, 'job step done');
      reports.push({ name: step.name, counts });
    } catch (error) {
      log.error({ step: step.name, error: describeError(error) }, 'a job step failed');
      reports.push({ name: step.name, counts: null });
    }
  }
  return reports;
}

/** `remind: made 3, undelivered 0` */
export function reportLine({ name, counts }: StepReport): string {
  if (!counts) return `${name}: failed`;
  return `${name}: ${Object.entries(counts)
    .map(([what, count]) => `${what} ${count}`)
    .join(', ')}`;
}
