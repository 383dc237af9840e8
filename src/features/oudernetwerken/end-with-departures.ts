import { asSystem } from '../../db/as-system.js';
import type { Tx } from '../../db/transaction.js';
import { fromDateRange, type Period, toDateRange } from '../../kernel/period.js';

interface Held {
  readonly id: string;
  readonly personId: string;
  readonly period: Period;
}

/**
 * Somebody who stopped with everything since a role began stopped with that too, also where it is recorded otherwise only
 * now: as if that had been on record. Returns the role as it is then. Where it had lasted until that very day it goes on,
 * for nothing else can be meant.
 */
export async function endWithDepartures<Row extends Held>(
  tx: Tx,
  table: 'trekkerschappen' | 'memberships',
  row: Row,
  old: Held,
): Promise<Row> {
  const lasted = old.personId === row.personId ? toDateRange(old.period) : null;
  const [left] = await asSystem(tx, () =>
    tx.query<{ period: string; reason: string | null }>(
      'select period::text, end_reason as reason from ends_with_departures($1, $2, $3::daterange)',
      [table, row.id, lasted],
    ),
  );
  if (!left) return row;
  const period = fromDateRange(left.period);
  return 'endReason' in row ? { ...row, period, endReason: left.reason } : { ...row, period };
}
