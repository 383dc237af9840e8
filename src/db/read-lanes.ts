import type { Viewer } from '../kernel/viewer.js';
import type { ConnectionLimits } from './data-source.js';
import { Lane, Pace, type Statement } from './lane.js';
import { REACHES, reachOf, type Reach } from './viewer-settings.js';

/**
 * Work enough for a connection until we hear that something is done. A read that would wait longer than that behind others
 * waits here instead, for whichever connection comes first: one may be held up by a slow read, or by the machine.
 */
const ENOUGH_MS = 10;

/** A few shared connections per reach; reads wait for them first in, first out. */
export class ReadLanes {
  private readonly queues: Record<Reach, Queue>;
  private readonly pace = new Pace(ENOUGH_MS);

  constructor(url: string, limits: ConnectionLimits, width: number) {
    const lanes = (reach: Reach) =>
      Array.from({ length: width }, () => new Lane(url, limits, reach, this.pace));
    this.queues = Object.fromEntries(REACHES.map((reach) => [reach, new Queue(lanes(reach))])) as Record<
      Reach,
      Queue
    >;
  }

  /** The first column of the first row, as text. */
  read(viewer: Viewer, statement: Statement): Promise<string> {
    return this.queues[reachOf(viewer)].read(viewer, statement);
  }

  /** Puts fresh connections in place, without the statements prepared so far; what is queued still finishes. */
  async renew(): Promise<void> {
    this.pace.forget();
    await Promise.all(REACHES.flatMap((reach) => this.queues[reach].lanes.map((lane) => lane.close())));
  }

  async close(): Promise<void> {
    await this.renew();
  }
}

class Queue {
  private readonly waiting: ((lane: Lane) => void)[] = [];

  constructor(readonly lanes: readonly Lane[]) {}

  read(viewer: Viewer, statement: Statement): Promise<string> {
    return new Promise((resolve, reject) => {
      this.waiting.push((lane) => {
        void lane
          .read(viewer, statement)
          .then(resolve, reject)
          .finally(() => this.start());
      });
      this.start();
    });
  }

  private start(): void {
    while (this.waiting.length > 0) {
      const lane = this.lanes.reduce((a, b) => (b.ahead < a.ahead ? b : a));
      if (lane.ahead >= ENOUGH_MS) return;
      this.waiting.shift()!(lane);
    }
  }
}
