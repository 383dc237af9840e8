import type { Viewer } from '../../kernel/viewer.js';
import type { ConnectionLimits } from '../data-source.js';
import { databaseTrouble } from '../database-trouble.js';
import { FairQueue, type QueueParts } from '../fair/fair-queue.js';
import { type Load, type QueueName, UNHEARD } from '../fair/load.js';
import { turns } from '../fair/turns.js';
import type { Usage } from '../fair/usage.js';
import { REACHES, reachOf, type Reach } from '../viewer-settings.js';
import { DurationEstimates } from './duration-estimates.js';
import { Experience } from './experience.js';
import { ReadConnection } from './read-connection.js';
import type { Statement } from './statement.js';

/**
 * Enough work for a connection until the next completion. A read that would wait longer than that behind others waits
 * here instead, for whichever connection comes first: one may be held up by a slow read, or by the machine.
 */
const ENOUGH_MS = 10;
/** Of the slow ones, one at a time. */
const ANY_MS = 1;

export interface ReadLimits extends ConnectionLimits {
  /** shared connections per reach */
  readonly width: number;
  /** what takes longer leaves the shared connections … */
  readonly slowReadMs: number;
  /** … and is refused after this long */
  readonly slowReadTimeoutMs: number;
}

/** Of what is slow, and of what may turn out to be: whatever else there is to read, the machine has room for it. */
const AT_A_TIME = 1;

/**
 * A few shared connections per reach, and one for what is slow. A read that is cut off on a shared connection, where
 * it would hold up others, is done again on the one for slow reads, and begins there the next time. Slow reads take
 * turns, in all reaches together, and so do statements that are new to an account.
 */
export class ReadPool {
  private readonly quick: Record<Reach, Lane>;
  private readonly slow: Record<Reach, Lane>;
  private readonly experience = new Experience();
  private readonly slowTurn: FairQueue<true>['run'];
  private readonly firstTurn: FairQueue<true>['run'];

  constructor(
    url: string,
    private readonly limits: ReadLimits,
    usage: Usage,
    private readonly load: Load = UNHEARD,
  ) {
    const queue = (name: QueueName) => ({
      name,
      usage,
      waitMs: limits.poolWaitMs,
      refused: () => load.refused(name),
    });
    const lanes = (name: QueueName, width: number, statementTimeoutMs: number, enoughMs: number) =>
      eachReach((reach) => {
        const fresh = () => {
          const durations = new DurationEstimates(enoughMs);
          const connect = () => new ReadConnection(url, { ...limits, statementTimeoutMs }, reach, durations);
          return Array.from({ length: width }, connect);
        };
        return new Lane(fresh, enoughMs, queue(name));
      });
    this.quick = lanes('reads', limits.width, limits.slowReadMs, ENOUGH_MS);
    this.slow = lanes('slow_reads', 1, limits.slowReadTimeoutMs, ANY_MS);
    this.slowTurn = turns(AT_A_TIME, queue('slow_reads'));
    this.firstTurn = turns(AT_A_TIME, queue('new_reads'));
  }

  /**
   * The first column of the first row, as text. UNAVAILABLE if no connection became free in time; `used` hears what
   * it took in the database, unless the connection broke. `account`: whose turn it is, and whose experience counts.
   */
  async read(
    viewer: Viewer,
    statement: Statement,
    used?: (ms: number) => void,
    account = viewer.accountId ?? '',
  ): Promise<string> {
    const expected = this.experience.expected(account, statement);
    const isNew = this.experience.isNew(account, statement);
    const readOn = (lanes: Record<Reach, Lane>) =>
      lanes[reachOf(viewer)].read(
        { account, expected: Math.min(expected, this.limits.slowReadTimeoutMs), viewer, statement, isNew },
        (ms) => {
          this.experience.learn(account, statement, ms, isNew);
          used?.(ms);
        },
      );
    const readSlowly = () => {
      this.load.slowRead();
      return this.slowTurn(account, 0, () => readOn(this.slow));
    };
    const readQuickly = () => readOn(this.quick);
    if (expected >= this.limits.slowReadMs) return readSlowly();
    try {
      return await (isNew ? this.firstTurn(account, 0, readQuickly) : readQuickly());
    } catch (error) {
      if (databaseTrouble(error) !== 'TOO_SLOW') throw error;
      return readSlowly();
    }
  }

  /** Resolves once a shared connection of every reach has answered. */
  async answers(viewer: Viewer): Promise<void> {
    const one = { name: 'answers', key: 'answers', text: `select '1'`, values: [] };
    await Promise.all(
      Object.values(this.quick).map((lane) =>
        lane.read({ account: '', expected: 0, viewer, statement: one, isNew: false }, () => undefined),
      ),
    );
  }

  /** Replaces the connections by fresh ones, without the prepared statements; reads in flight still finish. */
  async renew(): Promise<void> {
    await Promise.all(this.lanes().map((lane) => lane.renew()));
  }

  /** Permanently: waiting reads are refused. */
  async close(): Promise<void> {
    await Promise.all(this.lanes().map((lane) => lane.close()));
  }

  private lanes(): Lane[] {
    return [this.quick, this.slow].flatMap((lanes) => Object.values(lanes));
  }
}

function eachReach<Value>(valueOf: (reach: Reach) => Value): Record<Reach, Value> {
  return Object.fromEntries(REACHES.map((reach) => [reach, valueOf(reach)])) as Record<Reach, Value>;
}

interface Asked {
  readonly account: string;
  /** milliseconds that it will use, as far as we know */
  readonly expected: number;
  readonly viewer: Viewer;
  readonly statement: Statement;
  /** nothing is known of it: nothing else is put behind it on its connection */
  readonly isNew: boolean;
}

/** Connections that share a queue. */
class Lane {
  private connections: readonly ReadConnection[];
  private readonly queue: FairQueue<ReadConnection>;

  constructor(
    private readonly fresh: () => readonly ReadConnection[],
    private readonly enoughMs: number,
    queue: Omit<QueueParts<ReadConnection>, 'free'>,
  ) {
    this.connections = fresh();
    const free = () => {
      const connection = this.connections.reduce((a, b) => (b.ahead < a.ahead ? b : a));
      return connection.ahead < enoughMs ? connection : null;
    };
    this.queue = new FairQueue({ ...queue, free });
  }

  read({ account, expected, viewer, statement, isNew }: Asked, took: (ms: number) => void): Promise<string> {
    return this.queue.run(account, expected, (connection, used) =>
      connection.read(
        viewer,
        statement,
        (ms) => {
          used(ms);
          took(ms);
        },
        isNew ? this.enoughMs : 0,
      ),
    );
  }

  async renew(): Promise<void> {
    const before = this.connections;
    this.connections = this.fresh();
    this.queue.serve();
    await Promise.all(before.map((connection) => connection.close()));
  }

  async close(): Promise<void> {
    this.queue.close();
    await Promise.all(this.connections.map((connection) => connection.close()));
  }
}
