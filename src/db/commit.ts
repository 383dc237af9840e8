import { setTimeout } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { failure } from '../kernel/failure.js';
import type { Statements } from './statements.js';

/** Before each look at what became of a transaction: a server that was killed is back within a few seconds. */
const PAUSES_MS = [0, 100, 400, 1_500];

/**
 * Commits. When the connection is lost meanwhile, PostgreSQL is asked over another one what became of the transaction,
 * by its id, so that an error means that it was rolled back. Throws OUTCOME_UNKNOWN if that cannot be found out either.
 */
export async function commit(
  statements: Statements,
  dataSource: DataSource,
  id: string | null,
): Promise<void> {
  try {
    await statements.commit();
  } catch (error) {
    if (!id || (await answers(statements)) || !(await wasCommitted(id, dataSource))) throw error;
  }
}

/** null: it has written nothing so far, and will not */
export async function transactionId(statements: Statements, willWrite: boolean): Promise<string | null> {
  const id = willWrite ? 'pg_current_xact_id()' : 'pg_current_xact_id_if_assigned()';
  const [row] = await statements.query<{ id: string | null }>(`select ${id}::text as id`);
  return row?.id ?? null;
}

/** A connection that still answers has refused the commit; it has rolled back. */
async function answers(statements: Statements): Promise<boolean> {
  return statements.rollback().then(
    () => true,
    () => false,
  );
}

async function wasCommitted(transaction: string, dataSource: DataSource): Promise<boolean> {
  for (const pause of PAUSES_MS) {
    await setTimeout(pause);
    const status = await statusOf(transaction, dataSource);
    if (status === 'committed') return true;
    if (status === 'aborted') return false;
  }
  throw failure('OUTCOME_UNKNOWN');
}

/** null: too old to be known, or nobody there to ask */
async function statusOf(transaction: string, dataSource: DataSource): Promise<string | null> {
  const asked: Promise<{ status: string | null }[]> = dataSource.query(
    'select pg_xact_status($1::xid8) as status',
    [transaction],
  );
  return asked.then(
    ([row]) => row?.status ?? null,
    () => null,
  );
}
