import { failure } from '../kernel/failure.js';
import type { Viewer } from '../kernel/viewer.js';
import type { ConnectionLimits } from './data-source.js';
import { ReadConnection, DurationEstimates, type Statement } from './read-connection.js';
import { REACHES, reachOf, type Reach } from './viewer-settings.js';

/**
 * Enough work for a connection until the next completion. A read that would wait longer than that behind others waits
 * here instead, for whichever connection comes first: one may be held up by a slow read, or by the machine.
 */
const ENOUGH_MS = 10;

/**
 * A few shared connections per reach; reads wait for them first in, first out, and no longer than for one of the
 * pool.
 */
export class ReadPool {
  private readonly queues: Record<Reach, Queue>;
  private readonly durations = new DurationEstimates(ENOUGH_MS);

  constructor(url: string, limits: ConnectionLimits, width: number) {
    const connections = (reach: Reach) =>
      Array.from({ length: width }, () => new ReadConnection(url, limits, reach, this.durations));
    this.queues = Object.fromEntries(
      REACHES.map((reach) => [reach, new Queue(() => connections(reach), limits.poolWaitMs)]),
    ) as Record<Reach, Queue>;
  }

  /** The first column of the first row, as text. UNAVAILABLE if no connection became free in time. */
  read(viewer: Viewer, statement: Statement): Promise<string> {
    return this.queues[reachOf(viewer)].read(viewer, statement);
  }

  /** Resolves once a connection of every reach has answered. */
  async answers(viewer: Viewer): Promise<void> {
    const one = { name: 'answers', text: `select '1'`, values: [] };
    await Promise.all(REACHES.map((reach) => this.queues[reach].read(viewer, one)));
  }

  /** Replaces the connections by fresh ones, without the prepared statements; reads in flight still finish. */
  async renew(): Promise<void> {
    this.durations.forget();
    await Promise.all(REACHES.map((reach) => this.queues[reach].renew()));
  }

  /** Permanently: waiting reads are refused. */
  async close(): Promise<void> {
    await Promise.all(REACHES.map((reach) => this.queues[reach].close()));
  }
}

interface Waiting {
  start(connection: ReadConnection): void;
  refuse(): void;
}

class Queue {
  private connections: readonly ReadConnection[];
  private readonly waiting = new Set<Waiting>();
  private closed = false;

  constructor(
    private readonly fresh: () => readonly ReadConnection[],
    private readonly waitMs: number,
  ) {
    this.connections = fresh();
  }

  read(viewer: Viewer, statement: Statement): Promise<string> {
    return new Promise((resolve, reject) => {
      let late: NodeJS.Timeout | undefined;
      const leave = () => {
        clearTimeout(late);
        this.waiting.delete(waiting);
      };
      const waiting: Waiting = {
        start: (connection) => {
          leave();
          void connection
            .read(viewer, statement)
            .then(resolve, reject)
            .finally(() => this.start());
        },
        refuse: () => {
          leave();
          reject(failure('UNAVAILABLE'));
        },
      };
      this.waiting.add(waiting);
      this.start();
      if (this.waiting.has(waiting)) late = setTimeout(waiting.refuse, this.waitMs);
    });
  }

  async renew(): Promise<void> {
    const before = this.connections;
    this.connections = this.fresh();
    this.start();
    await Promise.all(before.map((connection) => connection.close()));
  }

  async close(): Promise<void> {
    this.closed = true;
    this.start();
    await Promise.all(this.connections.map((connection) => connection.close()));
  }

  private start(): void {
    for (const next of this.waiting) {
      if (this.closed) next.refuse();
      else {
        const connection = this.connections.reduce((a, b) => (b.ahead < a.ahead ? b : a));
        if (connection.ahead >= ENOUGH_MS) return;
        next.start(connection);
      }
    }
  }
}
