import { Client } from 'pg';
import type { Viewer } from '../kernel/viewer.js';
import { connectionSettings, type ConnectionLimits } from './data-source.js';
import { roleOf, SET_VIEWER, viewerValues, type Reach } from './viewer-settings.js';

export interface Statement {
  /** prepared under this name; absent: not prepared */
  readonly name?: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** How much the newest run of a statement counts in how long it is expected to take. */
const NEWEST = 0.2;

/** How long prepared statements take. */
export class Pace {
  private readonly milliseconds = new Map<string, number>();

  /** `unknown`: what is expected of a statement that was not measured yet */
  constructor(private readonly unknown: number) {}

  expected({ name }: Statement): number {
    return (name === undefined ? undefined : this.milliseconds.get(name)) ?? this.unknown;
  }

  measured({ name }: Statement, took: number): void {
    if (name === undefined) return;
    const before = this.milliseconds.get(name) ?? took;
    this.milliseconds.set(name, before + (took - before) * NEWEST);
  }

  forget(): void {
    this.milliseconds.clear();
  }
}

/**
 * One connection. The messages of one read (begin, viewer, statement, commit) are queued together without awaiting, so
 * that many requests share it, first in, first out.
 */
export class Lane {
  /** expected milliseconds of the reads that are on their way */
  ahead = 0;
  private doneAt = 0;
  private connection: Promise<Client> | null = null;

  constructor(
    private readonly url: string,
    private readonly limits: ConnectionLimits,
    private readonly reach: Reach,
    private readonly pace: Pace,
  ) {}

  async read(viewer: Viewer, statement: Statement): Promise<string> {
    const expected = this.pace.expected(statement);
    const sentAt = performance.now();
    this.ahead += expected;
    try {
      const client = await (this.connection ??= this.connect());
      const answers = await Promise.allSettled([
        client.query('begin read only'),
        client.query({ ...SET_VIEWER, values: viewerValues(viewer) }),
        client.query<[string]>({ ...statement, values: [...statement.values], rowMode: 'array' }),
        client.query('commit'),
      ]);
      const failed = answers.find((answer) => answer.status === 'rejected');
      if (failed) throw failed.reason;
      const answer = answers[2];
      // taken out: pg holds on to a result for a while, and what outlives a collection is dear to collect
      return answer.status === 'fulfilled' ? (answer.value.rows.shift()?.[0] ?? '') : '';
    } finally {
      this.ahead -= expected;
      // it began when the one before it was done
      const now = performance.now();
      this.pace.measured(statement, now - Math.max(sentAt, this.doneAt));
      this.doneAt = now;
    }
  }

  async close(): Promise<void> {
    const connection = this.connection;
    this.connection = null;
    await connection?.then((client) => client.end()).catch(() => undefined);
  }

  /** What is kept is the promise itself: by that it is forgotten again when its connection is lost or never made. */
  private connect(): Promise<Client> {
    const client = new Client({
      connectionString: this.url,
      ...connectionSettings(this.limits),
      // a plan per statement, not per value: planning takes as long as a page takes to read
      options: `-c role=${roleOf(this.reach)} -c plan_cache_mode=force_generic_plan`,
      pipeline: true,
    });
    const opened: Promise<Client> = client.connect().then(() => client);
    const forget = () => {
      if (this.connection === opened) this.connection = null;
    };
    client.on('error', forget);
    client.on('end', forget);
    opened.catch(forget);
    return opened;
  }
}
