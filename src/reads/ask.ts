import type { Tx } from '../db/transaction.js';
import { numbered, type Sql } from './sql.js';

/** The rows of a statement composed like a read, inside a write. */
export async function ask<Row>(tx: Tx, statement: Sql): Promise<Row[]> {
  const { text, values } = numbered(statement);
  const input = { variables: {}, viewer: tx.viewer };
  return tx.query<Row>(
    text,
    values.map((value) => value.of(input)),
  );
}
