import type { ImportEntity } from '../import.entity.js';

/**
 * The next `$2` rows of an import: in the order of the file, or those together that say the same in column `$3`, however
 * many they are.
 */
export const NEXT_ROWS = `order by coalesce(lower(cells[$3]), lpad(number::text, 9, '0'))
  fetch first $2 rows with ties`;

/** The rows of one body are taken together: who holds which of its seats is a matter of all of them. */
export function togetherBy({ kind, mapping }: ImportEntity): number {
  return kind === 'BODIES_AND_SEATS' ? mapping.indexOf('BODY') + 1 : 0;
}
