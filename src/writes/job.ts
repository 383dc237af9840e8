import type { Metric } from 'prom-client';
import type { Logger } from 'pino';
import type { Tx } from '../db/transaction.js';
import type { MailTransport, Sender } from '../kernel/email.js';

/** Runs a piece of work in a transaction of its own, in the name of the service. */
export type AsService = <Result>(work: (tx: Tx) => Promise<Result>) => Promise<Result>;

/** Counts by what was counted; an id never is a count. */
export type Counts = Readonly<Record<string, number>>;

/** What a job has at hand. */
export interface JobContext {
  readonly asService: AsService;
  readonly log: Logger;
  readonly transport: MailTransport;
  readonly sender: Sender;
  /** aborted when the service stops: begin nothing new */
  readonly signal: AbortSignal | undefined;
}

/** One thing that is done every hour. It commits by itself; running it again does nothing more. */
export interface Job {
  readonly name: string;
  /** answers rely on it: it is done before the first request too */
  readonly beforeServing?: boolean;
  /** what Prometheus may know of it: numbers by kind, never of whom */
  readonly measures?: readonly Metric[];
  run(at: JobContext): Promise<Counts>;
}

/** Work that is done some at a time: over and over, each in its own transaction, until none is left. Gives how many. */
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
