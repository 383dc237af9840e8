import { Client } from 'pg';

export interface Sent {
  readonly client: Client;
  readonly text: string;
  /** of a prepared statement */
  readonly name: string | undefined;
}

/** What a connection at rest sends as a sign of life, whoever asks for something meanwhile. */
const SIGN_OF_LIFE = '';

/** Records every statement that is sent to PostgreSQL in this process, until `stop`. */
export class SentStatements {
  private readonly sent: Sent[] = [];
  private readonly original = Client.prototype.query;

  constructor(except: Client) {
    const query = this.original as (this: Client, ...args: unknown[]) => unknown;
    const listen = (client: Client, [asked]: unknown[]) => {
      if (client !== except && asked !== SIGN_OF_LIFE) this.sent.push({ client, ...described(asked) });
    };
    Client.prototype.query = function (this: Client, ...args: unknown[]) {
      listen(this, args);
      return query.apply(this, args) as never;
    };
  }

  /** What was sent since the last time. */
  take(): Sent[] {
    return this.sent.splice(0);
  }

  stop(): void {
    Client.prototype.query = this.original;
  }
}

function described(query: unknown): { text: string; name: string | undefined } {
  if (typeof query === 'string') return { text: query, name: undefined };
  const { text, name } = query as { text: string; name?: string };
  return { text, name };
}
