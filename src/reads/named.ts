import type { FilterRead } from './mapping.js';
import { raw, sql } from './sql.js';

/**
 * Rows whose `search_name` has the words of a text, or if the viewer sees none of these, resembles it: by the index of
 * names for whoever sees all of them, for anybody else by comparing those that they see.
 */
export function resembles(table: string, seenBy: 'all' | 'national'): FilterRead {
  return (row, { parameter: text }, reach) => {
    if (seenBy === 'all' || reach === 'national')
      return sql`${row}.id in (select ${raw(`${table}_named`)}(${text}::text))`;
    const words = sql`(select name_patterns(${text}::text))::text[]`;
    return sql`${row}.id in (
      with seen as materialized (select id, search_name from ${raw(table)}),
        having_words as materialized (
          select id from seen where ${words} <> '{}' and search_name like all (${words}))
      select id from having_words
      union all
      select id from seen where not exists (select from having_words) and fold(${text}::text) <% search_name)`;
  };
}
