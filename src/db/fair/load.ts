/** The queues: for a turn of the event loop, and for a place in the database. */
export type QueueName = 'requests' | 'reads' | 'new_reads' | 'slow_reads' | 'transactions';

/** Hears what a busy database does to requests, for the metrics. */
export interface Load {
  /** somebody waited too long */
  refused(queue: QueueName): void;
  /** a read began among the slow ones, or went on there */
  slowRead(): void;
}

export const UNHEARD: Load = { refused: () => undefined, slowRead: () => undefined };

/** Why a request was refused as UNAVAILABLE though the database is there; for the log. */
export class Overload extends Error {
  override name = 'Overload';

  constructor(readonly queue: QueueName) {
    super(`no place came free in time in the queue of ${queue}`);
  }
}
