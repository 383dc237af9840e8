import { Counter, type Metric } from 'prom-client';
import type { Load } from '../db/fair/load.js';

/** What is measured of a busy database, and how it is counted. */
export function loadMeasures(): { load: Load; measures: readonly Metric[] } {
  const refusals = new Counter({
    name: 'queue_refusals_total',
    help: 'Requests that no place in the database came free for in time, by queue: requests, reads, new_reads, slow_reads, transactions',
    labelNames: ['queue'],
    registers: [],
  });
  const slowReads = new Counter({
    name: 'slow_reads_total',
    help: 'Reads over the connections for slow ones, at once or after they were cut off elsewhere',
    registers: [],
  });
  return {
    load: { refused: (queue) => refusals.inc({ queue }), slowRead: () => slowReads.inc() },
    measures: [refusals, slowReads],
  };
}
