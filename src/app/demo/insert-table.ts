import { escapeIdentifier, type ClientBase } from 'pg';

/** Rows for one table, each with the same columns. */
export interface TableRows {
  readonly table: string;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/** One statement; columns that the rows do not have get their default. */
export async function insertTable(client: ClientBase, { table, rows }: TableRows): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first).map(escapeIdentifier).join(', ');
  await client.query(
    `insert into ${escapeIdentifier(table)} (${columns})
     select ${columns} from jsonb_populate_recordset(null::${escapeIdentifier(table)}, $1::jsonb)`,
    [JSON.stringify(rows)],
  );
}
