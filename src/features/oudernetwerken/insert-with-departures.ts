import { asSystem } from '../../db/as-system.js';
import { insert } from '../../db/rows.js';
import type { Tx } from '../../db/transaction.js';
import { fromDateRange, type Period, toDateRange } from '../../kernel/period.js';
import { MembershipEntity, TrekkerschapEntity } from './oudernetwerk.entity.js';

interface Held {
  readonly id: string;
  readonly personId: string;
  readonly oudernetwerkId: string;
  readonly period: Period;
  readonly endReason?: string | null | undefined;
}

const ENTITIES = { trekkerschappen: TrekkerschapEntity, memberships: MembershipEntity };

/**
 * Inserts a role that is recorded otherwise only now. Somebody who stopped with everything since it began stopped with that too,
 * as if that had been on record: then it ends so, and `refuse` judges it as it is then. Where it had lasted until that very day
 * it goes on, for nothing else can be meant. Returns the role as it is then.
 */
export async function insertWithDepartures<Row extends Held>(
  tx: Tx,
  table: keyof typeof ENTITIES,
  { row, old }: { readonly row: Row; readonly old: Pick<Held, 'personId' | 'period'> },
  refuse: (made: Row) => Promise<void>,
): Promise<Row> {
  const lasted = old.personId === row.personId ? toDateRange(old.period) : null;
  const role = columnsOf(row);
  const [ends] = await asSystem(tx, () =>
    tx.query<{ period: string; reason: string | null }>(
      'select period::text, end_reason as reason from ends_with_stops($1, $2::daterange)',
      [role, lasted],
    ),
  );
  const made = ends ? { ...row, ...ending(row, ends.period, ends.reason) } : row;
  await refuse(made);
  insert<Held>(tx, ENTITIES[table], made);
  await asSystem(tx, () => tx.query('select stops_keep_role($1, $2, $3::daterange)', [table, role, lasted]));
  return made;
}

function columnsOf({ id, personId, oudernetwerkId, period, ...rest }: Held) {
  const reason = 'endReason' in rest && { end_reason: rest.endReason };
  return { id, person_id: personId, oudernetwerk_id: oudernetwerkId, period: toDateRange(period), ...reason };
}

function ending(row: Held, range: string, endReason: string | null) {
  const period = fromDateRange(range);
  return 'endReason' in row ? { period, endReason } : { period };
}
