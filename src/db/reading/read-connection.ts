import { DatabaseError } from 'pg';
import type { Viewer } from '../../kernel/viewer.js';
import { connectionSettings, type ConnectionLimits, PLANNED_ONCE } from '../data-source.js';
import { databaseTrouble } from '../database-trouble.js';
import { roleOf, SET_VIEWER, viewerValues, type Reach } from '../viewer-settings.js';
import { WatchedClient } from '../watched-client.js';
import type { DurationEstimates } from './duration-estimates.js';
import type { Statement } from './statement.js';

/** The server ends the session, whoever's statement it is. */
const END_OF_SESSION = /^57P/;

/** Settings of a connection for the reads of a reach. */
export function readOptions(reach: Reach): string {
  return `-c role=${roleOf(reach)} ${PLANNED_ONCE}`;
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

  /**
   * `used` hears what the statement took, also when the database refused it or cut it off; `atLeast`: how long it is
   * expected to take.
   */
  async read(viewer: Viewer, statement: Statement, used: (ms: number) => void, atLeast = 0): Promise<string> {
    const expected = Math.max(this.durations.expected(statement), atLeast);
    this.ahead += expected;
    try {
      const client = await (this.connection ??= this.connect());
      const { name, text, values } = statement;
      let begunAt: number | undefined;
      const measure = (least = 0) => {
        if (begunAt === undefined) return;
        const took = Math.max(least, performance.now() - begunAt);
        this.durations.measured(statement, took);
        used(took);
      };
      const answers = await Promise.allSettled([
        client.query('begin read only'),
        client
          .query({ ...SET_VIEWER, values: viewerValues(viewer) })
          .then(() => (begunAt = performance.now())),
        client.query<[string]>({ name, text, values: [...values], rowMode: 'array' }).then(
          (result) => {
            measure();
            return result;
          },
          (error: unknown) => {
            // a process that was busy hears late that its statement began
            if (isAnswer(error))
              measure(databaseTrouble(error) === 'TOO_SLOW' ? this.limits.statementTimeoutMs : 0);
            throw error;
          },
        ),
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
      options: readOptions(this.reach),
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

/** A connection that broke says nothing of its statements: their time was spent on waiting for nobody. */
function isAnswer(error: unknown): boolean {
  return error instanceof DatabaseError && !END_OF_SESSION.test(error.code ?? '');
}
