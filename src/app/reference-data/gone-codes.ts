import type { ClientBase } from 'pg';

/** Codes that the query returns and the file no longer has, in order. */
export async function goneCodes(
  client: ClientBase,
  query: string,
  codes: readonly string[],
): Promise<string[]> {
  const { rows } = await client.query<{ code: string }>(
    `select code from (${query}) as stored where code <> all ($1::text[]) order by code`,
    [codes],
  );
  return rows.map((row) => row.code);
}
