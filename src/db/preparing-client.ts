import type { QueryConfig } from 'pg';
import { WatchedClient } from './watched-client.js';

/** Number of texts that one connection prepares; lists of other lengths are other texts, so there must be a limit. */
const MOST = 300;

/**
 * Prepares every statement with values: use-cases run the same few texts over and over, and planning them behind
 * policies takes PostgreSQL longer than running them. TypeORM cannot name a statement.
 */
export class PreparingClient extends WatchedClient {
  private readonly names = new Map<string, string>();

  override query(...asked: unknown[]): never {
    const [text, values, ...rest] = asked;
    const query = WatchedClient.prototype.query as (...args: unknown[]) => never;
    if (typeof text !== 'string' || !Array.isArray(values)) return query.apply(this, asked);
    const named: QueryConfig = { name: this.nameOf(text), text, values };
    return query.apply(this, [named, ...rest]);
  }

  private nameOf(text: string): string | undefined {
    const known = this.names.get(text);
    if (known !== undefined || this.names.size >= MOST) return known;
    const name = `write_${this.names.size}`;
    this.names.set(text, name);
    return name;
  }
}
