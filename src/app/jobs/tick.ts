import { describeError } from '../http/error-causes.js';
import type { Counts, Job, JobContext } from '../../writes/job.js';

/** The outcome of a job: its counts, or null if it failed; the next tick tries again. */
export interface JobReport {
  readonly name: string;
  readonly counts: Counts | null;
}

/** All jobs in order. A job that fails is logged and does not stop the others. */
export async function runTick(jobs: readonly Job[], at: JobContext): Promise<JobReport[]> {
  const { log, signal } = at;
  const reports: JobReport[] = [];
  for (const job of jobs) {
    if (signal?.aborted) break;
    try {
      const counts = await job.run(at);
      log.info({ job: job.name, ...counts }, 'job done');
      reports.push({ name: job.name, counts });
    } catch (error) {
      log.error({ job: job.name, error: describeError(error) }, 'a job failed');
      reports.push({ name: job.name, counts: null });
    }
  }
  return reports;
}

/** `remind: made 3, undelivered 0` */
export function reportLine({ name, counts }: JobReport): string {
  if (!counts) return `${name}: failed`;
  return `${name}: ${Object.entries(counts)
    .map(([what, count]) => `${what} ${count}`)
    .join(', ')}`;
}
