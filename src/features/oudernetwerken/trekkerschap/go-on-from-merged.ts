import { asSystem } from '../../../db/as-system.js';
import type { Tx } from '../../../db/transaction.js';
import { day, isBefore } from '../../../kernel/clock.js';
import { failure } from '../../../kernel/failure.js';
import { fromDateRange, overlap } from '../../../kernel/period.js';
import { type OudernetwerkEntity, TrekkerschapEntity } from '../oudernetwerk.entity.js';
import { goOnElsewhere } from './exchange-trekkerschap.js';

interface Ended {
  readonly id: string;
  readonly period: string;
  readonly reason: string | null;
  readonly name: string;
  readonly from_day: string;
}

/**
 * Whoever led a network that went up in this one, and did not go on here since they were on record here as well, goes on
 * here from that day where that is taken back.
 */
export async function goOnFromMerged(
  tx: Tx,
  network: OudernetwerkEntity,
  wrong: TrekkerschapEntity,
): Promise<void> {
  const { personId } = wrong;
  const ended = await asSystem(tx, () =>
    tx.query<Ended>(`select id, period::text, reason, name, from_day::text from ended_by_merge($1, $2)`, [
      network.id,
      personId,
    ]),
  );
  for (const { id, period, reason, name, from_day } of ended) {
    const written = fromDateRange(period);
    const from = day(from_day);
    const rest = { from, until: written.until };
    const others = await tx.manager.findBy(TrekkerschapEntity, { oudernetwerkId: network.id, personId });
    if (!overlap(wrong.period, rest) || others.some((each) => overlap(each.period, rest))) continue;
    const { until } = wrong.period;
    // nobody can tell of which of the two that last day was said
    if (until && (!rest.until || isBefore(until, rest.until))) {
      throw failure('BUILT_UPON', ['input', 'id'], { what: 'joined', name, from });
    }
    const old = await tx.manager.findOneByOrFail(TrekkerschapEntity, { id });
    goOnElsewhere(tx, Object.assign(old, { period: written, endReason: reason }), network, from);
  }
}
