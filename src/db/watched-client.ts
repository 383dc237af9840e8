import type { EventEmitter } from 'node:events';
import type { Socket } from 'node:net';
import { Client, type ClientConfig } from 'pg';

/** The database, or something on the way to it, no longer answers on this connection, and did not close it. */
class SilentLink extends Error {
  override name = 'SilentLink';
  /** as the system reports it, if it is the first to see; the job runner tries again on it */
  readonly code = 'ETIMEDOUT';

  constructor(ms: number) {
    super(`The connection to the database fell silent: no answer for ${ms} ms`);
  }
}

/** What pg has between its client and the socket; its pool uses it in the same way. */
interface Wire extends EventEmitter {
  readonly stream: Socket;
}

export interface WatchedConfig extends ClientConfig {
  /** a statement that has no answer after this long has lost its link; absent: it may take as long as it takes */
  readonly answer_within?: number;
  /** a link at rest is asked for a sign of life after this long, and gives it within as long */
  readonly sign_of_life: number;
}

/**
 * A connection whose socket is destroyed when the database falls silent on it: every statement on it then fails, and
 * whoever holds the connection hears that it is gone. There is one timer. While statements await an answer it runs
 * from the latest answer; on a link at rest it asks for a sign of life.
 */
export class WatchedClient extends Client {
  private timer: NodeJS.Timeout | undefined;
  private awaiting = false;
  private leaving = false;
  private readonly answerMs: number | undefined;
  private readonly signMs: number;

  constructor(config: WatchedConfig) {
    super(config);
    this.answerMs = config.answer_within;
    this.signMs = config.sign_of_life;
    this.wire.on('readyForQuery', () => this.expect(this.answerMs));
    this.wire.once('end', () => clearTimeout(this.timer));
    this.on('connect', () => this.rest());
    this.on('drain', () => this.rest());
  }

  static {
    this.prototype.query = before('query', (client) => client.ask(client.answerMs));
    this.prototype.end = before('end', (client) => client.leave());
  }

  /** What is asked in one turn of the event loop is sent in one write to the socket, which costs as much as a small query. */
  private gather(): void {
    const { stream } = this.wire;
    if (stream.writableCorked > 0) return;
    stream.cork();
    setImmediate(() => stream.uncork());
  }

  private ask(ms: number | undefined): void {
    this.gather();
    if (!this.awaiting) this.expect(ms);
    this.awaiting = true;
  }

  private leave(): void {
    this.leaving = true;
    if (!this.awaiting) this.rest();
  }

  private rest(): void {
    this.awaiting = false;
    if (this.leaving) this.expect(this.signMs);
    else this.in(this.signMs, () => this.askForSign());
  }

  private askForSign(): void {
    // a statement, even an empty one, would prolong what the database allows an idle transaction
    if (this.getTransactionStatus() === 'I') {
      this.ask(this.signMs);
      this.query('').catch(() => undefined);
    } else this.rest();
  }

  private expect(ms: number | undefined): void {
    clearTimeout(this.timer);
    // answers may have arrived while this process was busy: they are read before it is decided
    if (ms !== undefined)
      this.in(ms, (expired) => setImmediate(() => expired === this.timer && this.cut(ms)));
  }

  private cut(ms: number): void {
    this.wire.stream.destroy(this.leaving ? undefined : new SilentLink(ms));
  }

  private in(ms: number, act: (expired: NodeJS.Timeout) => void): void {
    clearTimeout(this.timer);
    const timer = setTimeout(() => act(timer), ms).unref();
    this.timer = timer;
  }

  private get wire(): Wire {
    return (this as unknown as { readonly connection: Wire }).connection;
  }
}

/** The method of pg's client, with every overload that it has, and something done before it. */
function before<Name extends 'query' | 'end'>(
  name: Name,
  act: (client: WatchedClient) => void,
): Client[Name] {
  return function (this: WatchedClient, ...asked: unknown[]): unknown {
    act(this);
    return (Client.prototype[name] as (...asked: unknown[]) => unknown).apply(this, asked);
  } as Client[Name];
}
