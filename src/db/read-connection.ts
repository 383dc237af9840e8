import type { Viewer } from '../kernel/viewer.js';
import { connectionSettings, type ConnectionLimits } from './data-source.js';
import { roleOf, SET_VIEWER, viewerValues, type Reach } from './viewer-settings.js';
import { WatchedClient } from './watched-client.js';

export interface Statement {
  /** prepared under this name; not prepared if absent */
  readonly name?: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Weight of the latest run of a statement in its expected duration. */
const NEWEST = 0.2;
/** Nothing takes no time, even if two answers arrive at once. */
const SHORTEST_MS = 0.1;
/** Statements that are not prepared share one estimate: most of it is planning. */
const NOT_PREPARED = '';

/** Expected durations of statements. */
export class DurationEstimates {
  private readonly milliseconds = new Map<string, number>();

  /** `unknown`: the estimate for a statement that was not measured yet */
  constructor(private readonly unknown: number) {}

  expected({ name = NOT_PREPARED }: Statement): number {
    return this.milliseconds.get(name) ?? this.unknown;
  }

  measured({ name = NOT_PREPARED }: Statement, milliseconds: number): void {
    const took = Math.max(milliseconds, SHORTEST_MS);
    const before = this.milliseconds.get(name) ?? took;
    this.milliseconds.set(name, before + (took - before) * NEWEST);
  }

  forget(): void {
    this.milliseconds.clear();
  }
}

/**
 * One connection. The messages of one read (begin, viewer, statement, commit) are queued together without awaiting,
 * so that many requests share it, first in, first out.
 */
export class ReadConnection {
  /** expected milliseconds of the reads in flight */
  ahead = 0;
  private connection: Promise<WatchedClient> | null = null;

  constructor(
    private readonly url: string,
    private readonly limits: ConnectionLimits,
    private readonly reach: Reach,
    private readonly durations: DurationEstimates,
  ) {}

  async read(viewer: Viewer, statement: Statement): Promise<string> {
    const expected = this.durations.expected(statement);
    this.ahead += expected;
    try {
      const client = await (this.connection ??= this.connect());
      let begunAt = 0;
      const answers = await Promise.allSettled([
        client.query('begin read only'),
        client
          .query({ ...SET_VIEWER, values: viewerValues(viewer) })
          .then(() => (begunAt = performance.now())),
        client
          .query<[string]>({
            ...statement,
            values: [...statement.values],
            rowMode: 'array',
          })
          .then((answer) => {
            this.durations.measured(statement, performance.now() - begunAt);
            return answer;
          }),
        client.query('commit'),
      ]);
      const failed = answers.find((answer) => answer.status === 'rejected');
      if (failed) throw failed.reason;
      const answer = answers[2];
      // removed from the result: pg holds on to it for a while, and what survives a collection is expensive to
      // collect
      return answer.status === 'fulfilled' ? (answer.value.rows.shift()?.[0] ?? '') : '';
    } finally {
      this.ahead -= expected;
    }
  }

  /** Reads in flight still finish. */
  async close(): Promise<void> {
    const connection = this.connection;
    this.connection = null;
    await connection?.then((client) => client.end()).catch(() => undefined);
  }

  /** The promise itself is stored: it is forgotten again when its connection is lost or never made. */
  private connect(): Promise<WatchedClient> {
    const client = new WatchedClient({
      connectionString: this.url,
      ...connectionSettings(this.limits),
      // a plan per statement, not per value: planning takes as long as reading a page
      options: `-c role=${roleOf(this.reach)} -c plan_cache_mode=force_generic_plan`,
      pipeline: true,
    });
    const opened: Promise<WatchedClient> = client.connect().then(() => client);
    const forget = () => {
      if (this.connection === opened) this.connection = null;
    };
    client.on('error', forget);
    client.on('end', forget);
    opened.catch(forget);
    return opened;
  }
}
