import type { Metric } from 'prom-client';
import type { Logger } from 'pino';
import type { Tx } from '../db/transaction.js';
import type { MailTransport, Sender } from '../kernel/email.js';

/** Runs a piece of work in its own transaction, on behalf of the service. */
export type AsService = <Result>(work: (tx: Tx) => Promise<Result>) => Promise<Result>;

/** Counts by what was counted; never ids. */
export type Counts = Readonly<Record<string, number>>;

/** What a job can use. */
export interface JobContext {
  readonly asService: AsService;
  readonly log: Logger;
  readonly transport: MailTransport;
  readonly sender: Sender;
  /** aborted when the service stops: begin nothing new */
  readonly signal: AbortSignal | undefined;
}

/** One task that is done every hour. It commits by itself; running it again changes nothing more. */
export interface Job {
  readonly name: string;
  /** answers rely on it: it is done before the first request too */
  readonly beforeServing?: boolean;
  /** it tells people something by mail: not done while mail is off */
  readonly needsMail?: boolean;
  /** the metrics for Prometheus: numbers by kind, never about a person */
  readonly measures?: readonly Metric[];
  run(at: JobContext): Promise<Counts>;
}

/** Work that is done in batches: over and over, each in its own transaction, until none is left. Returns how many. */
export async function inBatches(
  { asService, signal }: JobContext,
  some: (tx: Tx) => Promise<number>,
): Promise<number> {
  let done = 0;
  while (!signal?.aborted) {
    const count = await asService(some);
    if (count === 0) break;
    done += count;
  }
  return done;
}
