import type { Metric } from 'prom-client';
import type { Logger } from 'pino';
import type { Config } from '../../config.js';
import type { Transact } from '../../db/transaction.js';
import { type Clock, today } from '../../kernel/clock.js';
import type { AsService, JobContext } from '../../writes/job.js';
import { FEATURES } from '../features.js';
import { createMailTransport, senderOf } from '../mail/mail-transport.js';
import { systemViewer } from './system-viewer.js';
import { type JobReport, runTick } from './tick.js';

interface JobParts {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Logger;
  readonly transact: Transact;
}

export interface Jobs {
  /** Does once what is done every hour. Safe to repeat, and to run on several machines at once. */
  tick(signal?: AbortSignal): Promise<JobReport[]>;
  /** The part that answers rely on: it must be done before the first request. */
  rollOverDay(): Promise<JobReport[]>;
  readonly measures: readonly Metric[];
}

export function createJobs({ config, clock, log, transact }: JobParts): Jobs {
  const all = FEATURES.flatMap((feature) => feature.jobs?.() ?? []);
  const jobs = config.MAIL === 'off' ? all.filter(({ needsMail }) => !needsMail) : all;
  const asService: AsService = (work) => transact(systemViewer(today(clock), 'JOB'), work);
  const [transport, sender] = [createMailTransport(config), senderOf(config)];
  const at = (signal?: AbortSignal): JobContext => ({ asService, log, transport, sender, signal });
  return {
    tick: (signal) => runTick(jobs, at(signal)),
    rollOverDay: () =>
      runTick(
        jobs.filter(({ beforeServing }) => beforeServing),
        at(),
      ),
    measures: jobs.flatMap(({ measures = [] }) => measures),
  };
}
