import type { Metric } from 'prom-client';
import type { Logger } from 'pino';
import type { Config } from '../../config.js';
import type { Transact } from '../../db/transaction.js';
import { type Clock, today } from '../../kernel/clock.js';
import { createMailTransport, senderOf } from '../mail/mail-transport.js';
import { JobCounters } from './job-counters.js';
import { jobSteps, DAY_ROLLOVER } from './steps.js';
import { systemViewer } from './system-viewer.js';
import { type AsService, runTick, type StepReport } from './tick.js';

interface JobParts {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Logger;
  readonly transact: Transact;
}

export interface Jobs {
  /** Does once what is done every hour. Harmless to repeat, and on several machines at once. */
  tick(signal?: AbortSignal): Promise<StepReport[]>;
  /** The part of it that answers rely on: to be done before the first request. */
  rollOverDay(): Promise<StepReport[]>;
  readonly asService: AsService;
  readonly measures: readonly Metric[];
}

export function createJobs({ config, clock, log, transact }: JobParts): Jobs {
  const counters = new JobCounters();
  const steps = jobSteps({ log, transport: createMailTransport(config), sender: senderOf(config), counters });
  const asService: AsService = (work) => transact(systemViewer(today(clock)), work);
  return {
    tick: (signal) => runTick(steps, asService, log, signal),
    rollOverDay: () => runTick([DAY_ROLLOVER], asService, log),
    asService,
    measures: counters.all,
  };
}
