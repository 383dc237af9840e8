import type { ClientBase } from 'pg';

/** How many rows a table has, and a sum over all of them: equal in two databases that hold the same. */
export interface TableContents {
  readonly table: string;
  readonly rows: string;
  readonly sum: string;
}

/** Settings that decide how PostgreSQL writes a value; a login or a server may have changed them. */
const AS_TEXT = `select set_config('timezone', 'UTC', true), set_config('datestyle', 'ISO', true),
  set_config('intervalstyle', 'postgres', true), set_config('extra_float_digits', '1', true),
  set_config('bytea_output', 'hex', true)`;

/** In any order of the rows: the sum of the first 15 hexadecimal digits of each row's MD5. */
const SUM = `coalesce(sum(('x' || left(md5(t::text), 15))::bit(60)::bigint), 0)::text`;

/** The tables of the service, by name. Inside a transaction. */
export async function tableContents(owner: ClientBase): Promise<TableContents[]> {
  await owner.query(AS_TEXT);
  const { rows } = await owner.query<{ name: string }>(
    `select quote_ident(tablename) as name from pg_tables where schemaname = 'public' order by tablename collate "C"`,
  );
  const contents: TableContents[] = [];
  for (const { name } of rows) {
    const { rows: found } = await owner.query<Omit<TableContents, 'table'>>(
      `select count(*)::text as rows, ${SUM} as sum from ${name} t`,
    );
    contents.push({ table: name, ...found[0]! });
  }
  return contents;
}
