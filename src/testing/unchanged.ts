import { createHash } from 'node:crypto';
import type { Client } from 'pg';

/**
 * What is in every table: how many rows, and how many of them were written by this transaction or a later one. A row that
 * is inserted or updated, even to the same values, gets a later transaction; a deleted row changes the number of rows.
 */
async function fingerprints(owner: Client, since: string): Promise<ReadonlyMap<string, string>> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `select quote_ident(tablename) as name from pg_tables where schemaname = 'public' order by 1`,
  );
  const selects = tables.map(
    ({ name }) =>
      `select '${name}' as name, count(*) || ' ' || count(*) filter (where age(xmin) <= age($1::xid)) as print
       from ${name}`,
  );
  const text = selects.join(' union all ');
  // prepared: to plan it takes longer than to run it
  const { rows } = await owner.query<{ name: string; print: string }>({
    name: createHash('sha1').update(text).digest('hex'),
    text,
    values: [since],
  });
  return new Map(rows.map(({ name, print }) => [name, print]));
}

/** Does the work; with its result, the tables of which a row changed meanwhile. */
export async function changedBy<Result>(
  owner: Client,
  work: () => Promise<Result>,
): Promise<{ result: Result; changed: string[] }> {
  const { rows } = await owner.query<{ xid: string }>(
    'select pg_snapshot_xmin(pg_current_snapshot())::xid::text as xid',
  );
  const since = rows[0]!.xid;
  const before = await fingerprints(owner, since);
  const result = await work();
  const after = await fingerprints(owner, since);
  const changed = [...after].filter(([name, print]) => before.get(name) !== print).map(([name]) => name);
  return { result, changed };
}

/** Does the work and returns its result; fails if a row of any table, except those in `except`, changed meanwhile. */
export async function unchanged<Result>(
  owner: Client,
  work: () => Promise<Result>,
  except: readonly string[] = [],
): Promise<Result> {
  const { result, changed } = await changedBy(owner, work);
  expect(changed.filter((name) => !except.includes(name))).toEqual([]);
  return result;
}
