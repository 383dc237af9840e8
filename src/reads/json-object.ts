import { join, literal, raw, type Sql, sql } from './sql.js';

/** A name in PostgreSQL has at most so many characters, and a row so many columns. */
const LONGEST_NAME = 63;
const MOST_COLUMNS = 1_600;
/** json_build_object takes at most 100 arguments. */
const PAIRS_AT_ONCE = 50;

/** A key of a JSON object, and what it says. */
export interface Pair {
  readonly key: string;
  readonly value: Sql;
}

/** The row of a subquery as JSON, which takes no spaces. Its alias is nobody's, as a column of that name would come first. */
const ROW = raw('" row"');

/** A subquery: the JSON object of these pairs, over the rows of ` from …`. */
export function jsonOf(pairs: readonly Pair[], rows: Sql = raw(''), common: Sql = raw('')): Sql {
  if (pairs.length > MOST_COLUMNS || pairs.some(({ key }) => key.length > LONGEST_NAME))
    return sql`(${common}select ${builtObject(pairs)}${rows})`;
  const columns = pairs.map(({ key, value }) => sql`${value} as ${raw(`"${key}"`)}`);
  return sql`(${common}select row_to_json(${ROW}) from (select ${join(columns, ', ')}${rows}) ${ROW})`;
}

/** What PostgreSQL has no row for: the texts of several objects, joined. */
function builtObject(pairs: readonly Pair[]): Sql {
  const texts: Sql[] = [];
  for (let start = 0; start < pairs.length; start += PAIRS_AT_ONCE) {
    const chunk = pairs.slice(start, start + PAIRS_AT_ONCE);
    const parts = join(
      chunk.map(({ key, value }) => sql`${literal(key)}, ${value}`),
      ', ',
    );
    texts.push(sql`substr(left(json_build_object(${parts})::text, -1), 2)`);
  }
  return sql`('{' || ${join(texts, ` || ',' || `)} || '}')::json`;
}
