import type { ClientBase } from 'pg';

const columns = (key: string, relation: string, alias: string) => `(
  select string_agg(format('${alias}.%I', attname), ', ' order by place)
  from unnest(${key}) with ordinality part (number, place)
  join pg_attribute on attrelid = ${relation} and attnum = number)`;

/**
 * A statement for each foreign key that counts the rows which point to nothing. PostgreSQL takes the word of a foreign
 * key: rows that were written while triggers were off, as a careless restore does, are never looked at again. Checks,
 * unique and exclusion constraints hold even then.
 */
const COUNTS = `
  select format('select %L as of, %L as name, count(*)::int as rows from %s c
      where (%s) is not null and not exists (select from %s p where (%s) = (%s))', conrelid::regclass, conname,
    conrelid::regclass, child, confrelid::regclass, parent, child) as count
  from pg_constraint
  cross join lateral (select ${columns('conkey', 'conrelid', 'c')} as child,
    ${columns('confkey', 'confrelid', 'p')} as parent) compared
  where connamespace = 'public'::regnamespace and contype = 'f'
  order by conrelid::regclass::text, conname`;

/** A sentence for each foreign key that rows break. */
export async function brokenForeignKeys(owner: ClientBase): Promise<string[]> {
  const { rows: counts } = await owner.query<{ count: string }>(COUNTS);
  const { rows } = await owner.query<{ of: string; name: string; rows: number }>(
    counts.map(({ count }) => count).join(' union all '),
  );
  return rows
    .filter((found) => found.rows > 0)
    .map(
      (found) =>
        `${found.of}: ${found.rows} ${found.rows === 1 ? 'row breaks' : 'rows break'} ${found.name}.`,
    );
}
