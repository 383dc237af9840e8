import type { FilterRead } from './mapping.js';
import { raw, sql } from './sql.js';

/**
 * Rows whose `search_name` resembles a text: by the index of names for whoever sees all of them, for anybody else by
 * comparing those that they see.
 */
export function resembles(table: string, seenBy: 'all' | 'national'): FilterRead {
  return (row, text, reach) =>
    seenBy === 'all' || reach === 'national'
      ? sql`${row}.id in (select ${raw(`${table}_named`)}(${text.parameter}::text))`
      : sql`fold(${text.parameter}::text) <% ${row}.search_name`;
}
