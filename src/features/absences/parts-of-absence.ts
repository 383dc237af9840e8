import type { Tx } from '../../db/transaction.js';
import { dayBefore, earliest, latest } from '../../kernel/clock.js';
import { endsBeforeItStarts, type Period } from '../../kernel/period.js';
import { TrekkerschapEntity } from '../oudernetwerken/oudernetwerk.entity.js';
import { renewStandby } from '../oudernetwerken/trekkerschap/standby.js';
import { builtUpon } from '../people/built-upon.js';
import type { AbsenceEntity } from './absence.entity.js';
import type { Part } from './lock-absence.js';

/** Whoever acts for somebody is put right before what they act for goes; the last one first, who may go on from another. */
export async function refuseActing(tx: Tx, gone: readonly AbsenceEntity[]): Promise<void> {
  for (const each of [...gone].reverse()) {
    const acted = await substituteOf(tx, each);
    if (acted) throw await builtUpon(tx, 'substitute', acted.personId, acted.period.from);
  }
}

export function substituteOf(
  tx: Tx,
  { substituteId: id }: Pick<AbsenceEntity, 'substituteId'>,
): Promise<TrekkerschapEntity | null> {
  return id ? tx.manager.findOneBy(TrekkerschapEntity, { id }) : Promise.resolve(null);
}

/** In every network in which somebody was away. */
export async function renewStandbyIn(tx: Tx, parts: readonly Part[]): Promise<void> {
  for (const { place } of parts) if (place.network) await renewStandby(tx, place.network);
}

/** From the first day of the first to the last day of the last. */
export function wholeOf(parts: readonly Part[]): Period {
  return { from: parts[0]!.absence.period.from, until: parts.at(-1)!.absence.period.until };
}

/** The days of a period on which each of them is where somebody is away; null: on none. */
export function daysOfEach(parts: readonly Part[], period: Period): (Period | null)[] {
  return parts.map((part, place) => {
    const next = parts[place + 1];
    const until = next && dayBefore(next.absence.period.from);
    const days = {
      from: place > 0 ? latest(period.from, part.absence.period.from) : period.from,
      until: until && period.until ? earliest(until, period.until) : (until ?? period.until),
    };
    return endsBeforeItStarts(days) ? null : days;
  });
}
