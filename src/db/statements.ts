import type { ClientBase } from 'pg';

/** In a failed transaction, or prepared by a statement that failed. */
const ABORTED = /^(25P02|26000)$/;

/**
 * The statements of one transaction. They run in the order in which they are asked, and what is asked without waiting
 * goes to PostgreSQL in one write to the socket, which costs as much as a small statement.
 */
export class Statements {
  private failed: Error | null = null;

  constructor(private readonly client: ClientBase) {}

  /** With values, if none: then it is prepared. */
  async query<Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    try {
      const { rows } = await this.client.query(sql, values as unknown[]);
      return rows as Row[];
    } catch (error) {
      this.failed ??= error as Error;
      throw error;
    }
  }

  /** Nobody waits for it: whoever asks next hears of its failure, by `causeOf`, or else the commit. */
  send(sql: string, values?: readonly unknown[]): void {
    this.query(sql, values).catch(() => undefined);
  }

  begin(): void {
    this.client.query('begin').catch((error: unknown) => (this.failed ??= error as Error));
  }

  /** Of what failed after another statement, the error of the first: the rest says only that the transaction is aborted. */
  causeOf(error: unknown): unknown {
    return this.failed && ABORTED.test(String((error as { code?: unknown } | null)?.code))
      ? this.failed
      : error;
  }

  /** Throws what failed before it, if that was not heard of so far. */
  async commit(): Promise<void> {
    const { command } = await this.client.query('commit');
    if (command === 'ROLLBACK') throw this.failed ?? new Error('PostgreSQL rolled back instead');
  }

  async rollback(): Promise<void> {
    await this.client.query('rollback');
  }
}

/** What was asked in one go, once all of it is answered. Of several that fail, the first in this order is told. */
export async function together<const Asked extends readonly Promise<unknown>[]>(
  ...asked: Asked
): Promise<{ -readonly [Each in keyof Asked]: Awaited<Asked[Each]> }> {
  for (const each of asked) void ahead(each);
  const answers: unknown[] = [];
  for (const each of asked) answers.push(await each);
  return answers as never;
}

/** Something asked before it is needed, to go along with what is asked next. Whoever awaits it hears of its failure. */
export function ahead<Value>(asked: Promise<Value>): Promise<Value> {
  asked.catch(() => undefined);
  return asked;
}
