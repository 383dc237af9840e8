import { Counter } from 'prom-client';

/** What Prometheus may know of the jobs: numbers by kind, never of whom. */
export class JobCounters {
  readonly mails = new Counter({
    name: 'mails_total',
    help: 'Mails by outcome: SENT, FAILED (tried again later), NOBODY (no recipient left), QUIET (put off), UNWANTED',
    labelNames: ['outcome'],
    registers: [],
  });
  readonly undelivered = new Counter({
    name: 'reminders_undelivered_total',
    help: 'Reminders that there was nobody to tell',
    registers: [],
  });

  readonly all = [this.mails, this.undelivered];
}
