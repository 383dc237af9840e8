import type { Client } from 'pg';

/**
 * The contents of every table: how many rows, and which transaction wrote the last of them. A row that is inserted or
 * updated, even to the same values, gets a later transaction; a deleted row is missing in the number.
 */
async function fingerprints(owner: Client): Promise<ReadonlyMap<string, string>> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `select quote_ident(tablename) as name from pg_tables where schemaname = 'public' order by 1`,
  );
  const selects = tables.map(
    ({ name }) =>
      `select '${name}' as name, count(*) || ' ' || coalesce(max(xmin::text::bigint), 0) as print from ${name}`,
  );
  const { rows } = await owner.query<{ name: string; print: string }>(selects.join(' union all '));
  return new Map(rows.map(({ name, print }) => [name, print]));
}

/** Does the work and returns its result; fails if a row of any table, except those in `except`, changed meanwhile. */
export async function unchanged<Result>(
  owner: Client,
  work: () => Promise<Result>,
  except: readonly string[] = [],
): Promise<Result> {
  const before = await fingerprints(owner);
  const result = await work();
  const after = await fingerprints(owner);
  const changed = [...after].filter(([name, print]) => before.get(name) !== print).map(([name]) => name);
  expect(changed.filter((name) => !except.includes(name))).toEqual([]);
  return result;
}
