import type { Elapsed } from '../../kernel/clock.js';
import { Failure, failure } from '../../kernel/failure.js';
import { Overload, type QueueName } from './load.js';
import type { Usage } from './usage.js';

/** What is under way counts, even if nothing is known of it. */
const LEAST_MS = 1;

export interface QueueParts<Place> {
  readonly name: QueueName;
  /** null: nothing is free for now. Asked often, and before anybody is chosen; it takes nothing. */
  free(): Place | null;
  /** so many places at a time, whatever is free */
  readonly most?: number;
  readonly usage: Pick<Usage, 'of' | 'add'>;
  /** whoever waits longer is refused */
  readonly waitMs: number;
  /** once somebody has been waiting for `afterMs` without a break, whoever comes waits no longer than `waitMs` */
  readonly hurry?: { readonly afterMs: number; readonly waitMs: number; readonly elapsed: Elapsed };
  /** of one account: more would wait in memory, and are refused with TOO_FAST */
  readonly mostWaiting?: number;
  /** whether an account that has so many places may have one more */
  admits?(account: string, has: number): boolean;
  /** somebody was refused for waiting too long */
  refused?(queue: QueueName): void;
}

interface Waiting<Place> {
  start(place: Place): void;
  refuse(why: Failure): void;
}

/** What is done in a place, and what it used of the database in the end. */
export type Work<Place, Result> = (place: Place, used: (ms: number) => void) => Promise<Result>;

/** Waits for a place. The next one is for whoever used least lately; of one account, first in, first out. */
export class FairQueue<Place> {
  private readonly waiting = new Map<string, Set<Waiting<Place>>>();
  private readonly running = new Map<string, number>();
  private runningInAll = 0;
  private closed = false;
  /** since when somebody has been waiting, without a break; null: nobody who may have a place does */
  private crowdedSince: number | null = null;

  constructor(private readonly parts: QueueParts<Place>) {}

  /** `expected`: milliseconds that it will use, as far as we know. UNAVAILABLE if no place was free in time. */
  run<Result>(account: string, expected: number, work: Work<Place, Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      const { mostWaiting = Infinity } = this.parts;
      if (this.closed) throw failure('UNAVAILABLE');
      if ((this.waiting.get(account)?.size ?? 0) >= mostWaiting)
        throw failure('TOO_FAST', [], { seconds: 1 });
      let late: NodeJS.Timeout | undefined;
      const leave = () => {
        clearTimeout(late);
        this.leave(account, waiting);
      };
      const waiting: Waiting<Place> = {
        start: (place) => {
          leave();
          void this.work(account, expected, place, work).then(resolve, reject);
        },
        refuse: (why) => {
          leave();
          reject(why);
        },
      };
      this.join(account, waiting);
      this.serve();
      if (this.waiting.get(account)?.has(waiting))
        late = setTimeout(() => this.refuse(waiting), this.patienceMs());
    });
  }

  /** A place may have become free. */
  serve(): void {
    while (this.serveNext());
  }

  /** Permanently: whoever waits is refused. */
  close(): void {
    this.closed = true;
    for (const queue of this.waiting.values())
      for (const waiting of queue) waiting.refuse(failure('UNAVAILABLE'));
  }

  private refuse(waiting: Waiting<Place>): void {
    const { name, refused } = this.parts;
    refused?.(name);
    waiting.refuse(
      new Failure([{ code: 'UNAVAILABLE', path: [], params: {} }], { cause: new Overload(name) }),
    );
  }

  private serveNext(): boolean {
    if (this.waiting.size === 0) {
      this.crowdedSince = null;
      return false;
    }
    const { most = Infinity } = this.parts;
    const place = this.runningInAll < most ? this.parts.free() : null;
    if (place === null) {
      this.crowdedSince ??= this.parts.hurry?.elapsed() ?? null;
      return false;
    }
    const account = this.next();
    const [first] = (account !== null && this.waiting.get(account)) || [];
    if (!first) {
      this.crowdedSince = null;
      return false;
    }
    first.start(place);
    return true;
  }

  private patienceMs(): number {
    const { hurry, waitMs } = this.parts;
    if (!hurry || this.crowdedSince === null) return waitMs;
    return hurry.elapsed() - this.crowdedSince < hurry.afterMs ? waitMs : hurry.waitMs;
  }

  private next(): string | null {
    let least = Infinity;
    let next: string | null = null;
    const { admits, usage } = this.parts;
    for (const account of this.waiting.keys()) {
      if (admits && !admits(account, this.running.get(account) ?? 0)) continue;
      const used = usage.of(account);
      if (used < least) [least, next] = [used, account];
    }
    return next;
  }

  private async work<Result>(
    account: string,
    expected: number,
    place: Place,
    work: Work<Place, Result>,
  ): Promise<Result> {
    const { usage } = this.parts;
    const reserved = Math.max(expected, LEAST_MS);
    let used = 0;
    this.count(account, 1);
    usage.add(account, reserved);
    try {
      return await work(place, (ms) => (used = ms));
    } finally {
      usage.add(account, used - reserved);
      this.count(account, -1);
      this.serve();
    }
  }

  private count(account: string, by: number): void {
    this.runningInAll += by;
    const now = (this.running.get(account) ?? 0) + by;
    if (now === 0) this.running.delete(account);
    else this.running.set(account, now);
  }

  private join(account: string, waiting: Waiting<Place>): void {
    const queue = this.waiting.get(account);
    if (queue) queue.add(waiting);
    else this.waiting.set(account, new Set([waiting]));
  }

  private leave(account: string, waiting: Waiting<Place>): void {
    const queue = this.waiting.get(account);
    queue?.delete(waiting);
    if (queue?.size === 0) this.waiting.delete(account);
  }
}
