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

/** In all reaches together, so that the machine has room for what is known to be quick. */
const SLOW_AT_A_TIME = 1;
const NEW_AT_A_TIME = 1;

/**
 * A few shared connections per reach, and one for what is slow. A read that is cut off on a shared connection, where
 * it would hold up others, is done again on the one for slow reads, and begins there the next time. Statements that are
 * new to their account run one at a time, on the first of the shared connections.
 */
export class ReadPool {
  private readonly quick: Record<Reach, Lane>;
  private readonly slow: Record<Reach, Lane>;
  private readonly experience = new Experience();
  private readonly slowTurn: FairQueue<true>['run'];
  private readonly newTurn: FairQueue<true>['run'];

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
        return new Lane(fresh, enoughMs, queue(name), queue('new_reads'));
      });
    this.quick = lanes('reads', limits.width, limits.slowReadMs, ENOUGH_MS);
    this.slow = lanes('slow_reads', 1, limits.slowReadTimeoutMs, ANY_MS);
    this.slowTurn = turns(SLOW_AT_A_TIME, queue('slow_reads'));
    this.newTurn = turns(NEW_AT_A_TIME, queue('new_reads'));
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
    const asked = {
      account,
      expected: Math.min(expected, this.limits.slowReadTimeoutMs),
      viewer,
      statement,
      isNew,
      isAlone: isNew && !this.experience.trusts(account),
    };
    const readOn = (lanes: Record<Reach, Lane>, mayStart?: () => boolean) =>
      lanes[reachOf(viewer)].read({ ...asked, mayStart }, (ms) => {
        this.experience.learn(account, statement, ms, isNew);
        used?.(ms);
      });
    const readSlowly = () => {
      this.load.slowRead();
      return this.slowTurn(account, 0, () => readOn(this.slow));
    };
    const isQuick = () => this.experience.expected(account, statement) < this.limits.slowReadMs;
    if (!isQuick()) return readSlowly();
    const readQuickly = () => readOn(this.quick, isQuick);
    try {
      return await (isNew ? this.newTurn(account, asked.expected, readQuickly) : readQuickly());
    } catch (error) {
      if (error !== NO_LONGER_QUICK && databaseTrouble(error) !== 'TOO_SLOW') throw error;
      return readSlowly();
    }
  }

  /** Resolves once a shared connection of every reach has answered. */
  async answers(viewer: Viewer): Promise<void> {
    const one = { name: 'answers', key: 'answers', text: `select '1'`, values: [] };
    await Promise.all(
      Object.values(this.quick).map((lane) =>
        lane.read(
          { account: '', expected: 0, viewer, statement: one, isNew: false, isAlone: false },
          () => undefined,
        ),
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
  /** to the account */
  readonly isNew: boolean;
  /** nothing is known of the account either: nothing is put behind it on its connection */
  readonly isAlone: boolean;
  /** asked again when it is its turn: meanwhile others of the account may have turned out slow */
  readonly mayStart?: () => boolean;
}

const NO_LONGER_QUICK = new Error('what was taken for quick when it came would be slow by now');

/** Connections that share a queue; what is new waits in one of its own, for the first of them only. */
class Lane {
  private connections: readonly ReadConnection[];
  private readonly queue: FairQueue<ReadConnection>;
  private readonly newQueue: FairQueue<ReadConnection>;

  constructor(
    private readonly fresh: () => readonly ReadConnection[],
    private readonly enoughMs: number,
    queue: Omit<QueueParts<ReadConnection>, 'free'>,
    newQueue: Omit<QueueParts<ReadConnection>, 'free'>,
  ) {
    this.connections = fresh();
    const free = (among: readonly ReadConnection[]) => {
      const connection = among.reduce((a, b) => (b.ahead < a.ahead ? b : a));
      return connection.ahead < enoughMs ? connection : null;
    };
    this.queue = new FairQueue({ ...queue, free: () => free(this.connections) });
    this.newQueue = new FairQueue({ ...newQueue, free: () => free(this.connections.slice(0, 1)) });
  }

  read(asked: Asked, took: (ms: number) => void): Promise<string> {
    const { account, expected, viewer, statement, isNew, isAlone, mayStart } = asked;
    const [own, other] = isNew ? [this.newQueue, this.queue] : [this.queue, this.newQueue];
    const read = own.run(account, expected, async (connection, used) => {
      if (mayStart && !mayStart()) throw NO_LONGER_QUICK;
      const heard = (ms: number) => {
        used(ms);
        took(ms);
      };
      return connection.read(viewer, statement, heard, isAlone ? this.enoughMs : 0);
    });
    return read.finally(() => other.serve());
  }

  async renew(): Promise<void> {
    const before = this.connections;
    this.connections = this.fresh();
    this.queue.serve();
    this.newQueue.serve();
    await Promise.all(before.map((connection) => connection.close()));
  }

  async close(): Promise<void> {
    this.queue.close();
    this.newQueue.close();
    await Promise.all(this.connections.map((connection) => connection.close()));
  }
}
