import { insert, update } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import { dayBefore, isBefore, type PlainDate } from '../../../kernel/clock.js';
import { toDateRange } from '../../../kernel/period.js';
import { type OudernetwerkEntity, TrekkerschapEntity } from '../oudernetwerk.entity.js';
import { aboutTrekkerschap } from '../oudernetwerken.events.js';
import { newTrekkerschap } from './start-trekkerschap.js';

type Next = ReturnType<typeof newTrekkerschap>;

/** Ends a trekkerschap on the day before another one, in which the same person goes on. */
export function leaveFor(tx: Tx, old: TrekkerschapEntity, next: Next): void {
  const left = { endReason: null, plannedEndOn: null, plannedEndReason: null };
  update(tx, TrekkerschapEntity, { id: old.id }, { period: upTo(old, next), ...left });
}

/**
 * Starts that one. What they planned, and who takes over from them, goes along; a planned end that comes before it is
 * overtaken.
 */
export function goOnIn(
  tx: Tx,
  old: TrekkerschapEntity,
  next: Next,
  lineId: TrekkerschapEntity['lineId'],
): void {
  const { id, plannedEndOn, plannedEndReason, endReason } = old;
  const isAhead = plannedEndOn && !isBefore(plannedEndOn, next.period.from);
  insert(tx, TrekkerschapEntity, {
    ...next,
    ...(isAhead && { plannedEndOn, plannedEndReason }),
    lineId,
    endReason: next.period.until && endReason,
  });
  passSuccessorOn(tx, id, next.id);
  tx.record({
    name: 'trekkerschap.exchanged',
    ...aboutTrekkerschap(old),
    details: { period: toDateRange(upTo(old, next)) },
  });
  const { role, predecessorId } = next;
  const details = { role, period: toDateRange(next.period), predecessorId, formerId: id };
  tx.record({ name: 'trekkerschap.taken', ...aboutTrekkerschap(next), details });
}

function upTo({ period: { from } }: TrekkerschapEntity, next: Next) {
  return { from, until: dayBefore(next.period.from) };
}

/** The day on which its trekker goes on in another one: only then has it a last day without a reason. Null: they do not. */
export function exchangedOn({ period: { until }, endReason }: TrekkerschapEntity): PlainDate | null {
  return until && endReason === null ? until.add({ days: 1 }) : null;
}

/** Whoever takes over from one of them takes over from the other. */
function passSuccessorOn(tx: Tx, from: string, to: string): void {
  tx.send(
    'update trekkerschappen set predecessor_id = $2, version = version + 1 where predecessor_id = $1 and id <> $2',
    [from, to],
  );
}

/** Goes on in another network from a day, in the same role and tenure. The id of the trekkerschap there. */
export function goOnElsewhere(
  tx: Tx,
  old: TrekkerschapEntity,
  into: Pick<OudernetwerkEntity, 'id' | 'regionId'>,
  from: PlainDate,
): string {
  const { personId, role, period } = old;
  const next = newTrekkerschap(into, personId, role, { from, until: period.until });
  leaveFor(tx, old, next);
  goOnIn(tx, old, next, lineOf(old));
  return next.id;
}

/** The network in which their tenure began. */
export function lineOf({ lineId, oudernetwerkId }: TrekkerschapEntity): string {
  return lineId ?? oudernetwerkId;
}
