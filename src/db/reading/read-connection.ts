import { DatabaseError } from 'pg';
import type { Viewer } from '../../kernel/viewer.js';
import { connectionSettings, type ConnectionLimits, PLANNED_ONCE } from '../data-source.js';
import { databaseTrouble } from '../database-trouble.js';
import { type Reach, roleOf, SET_NOBODY, viewerValues } from '../viewer-settings.js';
import { WatchedClient } from '../watched-client.js';
import type { DurationEstimates } from './duration-estimates.js';
import { type Asked, readAs, type Row } from './read-as.js';
import type { Statement } from './statement.js';

/** The server ends the session, whoever's statement it is. */
const END_OF_SESSION = /^57P/;

/** It is not prepared, or by somebody else meanwhile: both are so only until it is asked again. */
const NOT_AS_PREPARED = /^(26000|42P05)$/;
const ATTEMPTS = 3;

/** Settings of a connection for the reads of a reach. */
export function readOptions(reach: Reach): string {
  return `-c role=${roleOf(reach)} -c default_transaction_read_only=on ${PLANNED_ONCE}`;
}

/**
 * One connection. The messages of one read are sent together without awaiting, and those of other reads behind them, so
 * that many requests share it, first in, first out.
 */
export class ReadConnection {
  /** expected milliseconds of the reads in flight */
  ahead = 0;
  private connection: Promise<WatchedClient> | null = null;
  /** by when the latest read had its answer: the next one cannot have begun before */
  private answeredAt = 0;

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
    const measured = (ms: number) => {
      this.durations.measured(statement, ms);
      used(ms);
    };
    try {
      const connection = (this.connection ??= this.connect());
      const client = await connection;
      const sentAt = performance.now();
      const { name, text, values } = statement;
      try {
        const asked = { name, text: timed(text), values };
        const [answer, ms] = await readPrepared(client, viewerValues(viewer), asked);
        measured(Number(ms ?? 0));
        return answer ?? '';
      } catch (error) {
        // a process that was busy hears late that its statement began
        const least = databaseTrouble(error) === 'TOO_SLOW' ? this.limits.statementTimeoutMs : 0;
        const begunAt = Math.max(sentAt, this.answeredAt);
        if (isAnswer(error)) measured(Math.max(least, performance.now() - begunAt));
        else if (databaseTrouble(error)) this.forget(connection);
        throw error;
      } finally {
        this.answeredAt = performance.now();
      }
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
    const opened: Promise<WatchedClient> = client
      .connect()
      .then(() => client.query(SET_NOBODY))
      .then(() => client);
    const forget = () => this.forget(opened);
    client.on('error', forget);
    client.on('end', forget);
    opened.catch(forget);
    return opened;
  }

  private forget(connection: Promise<WatchedClient>): void {
    if (this.connection === connection) this.connection = null;
  }
}

/**
 * The row of a statement. Who asks the same right behind a read counts on it to be prepared by that, which may be cut off
 * before it is.
 */
async function readPrepared(client: WatchedClient, viewer: readonly string[], asked: Asked): Promise<Row> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await readAs(client, viewer, asked);
    } catch (error) {
      const isPrepared = !(error instanceof DatabaseError && NOT_AS_PREPARED.test(error.code ?? ''));
      if (isPrepared || attempt === ATTEMPTS) throw error;
    }
  }
}

/** The first column, and the milliseconds that it took in the database, planning included. */
function timed(text: string): string {
  return `select answer, 1000 * extract(epoch from clock_timestamp() - now())::float8
    from (${text}) as read (answer)`;
}

/** A connection that broke says nothing of its statements: their time was spent on waiting for nobody. */
function isAnswer(error: unknown): boolean {
  return error instanceof DatabaseError && !END_OF_SESSION.test(error.code ?? '');
}
