import { update } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import { isBefore, type PlainDate } from '../../../kernel/clock.js';
import { endsBefore, overlap, type Period, toDateRange } from '../../../kernel/period.js';
import { type OudernetwerkEntity, TrekkerschapEntity } from '../oudernetwerk.entity.js';
import { aboutTrekkerschap } from '../oudernetwerken.events.js';
import { goOnElsewhere, lineOf } from '../trekkerschap/exchange-trekkerschap.js';
import { absencesOf, type GoingAbsence, moveAbsences } from '../trekkerschap/move-absences.js';

/**
 * Those who lead a network, or are to, go on in another one from a day: their tenure goes on, and so do what they planned,
 * who follows them and the search for whoever will. So do their absences, and whoever acts for them meanwhile, who goes along
 * with nobody else. Who leads that one already does so as before. Returns the trekkerschap in which each goes on, by the one that they had.
 */
export async function moveTrekkers(
  tx: Tx,
  network: OudernetwerkEntity,
  into: OudernetwerkEntity,
  from: PlainDate,
  chosen?: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const [all, there] = await Promise.all([
    tx.manager.findBy(TrekkerschapEntity, { oudernetwerkId: network.id }),
    tx.manager.findBy(TrekkerschapEntity, { oudernetwerkId: into.id }),
  ]);
  const rest = ({ period }: TrekkerschapEntity): Period =>
    isBefore(period.from, from) ? { from, until: period.until } : period;
  const free = all
    .filter((each) => !endsBefore(each.period, from))
    .filter(
      (each) => !there.some((other) => other.personId === each.personId && overlap(other.period, rest(each))),
    )
    .sort((a, b) => (isBefore(a.period.from, b.period.from) ? -1 : 1));
  const away = await absencesOf(tx, all, from);
  const acting = actingIn(away);
  const asked = chosen ? withWhatFollows(free, chosen) : free.filter(({ id }) => !acting.has(id));
  const absences = away.filter(({ trekkerschap_id }) => asked.some(({ id }) => id === trekkerschap_id));
  const actingThere = actingIn(absences);
  const going = free.filter((each) => asked.includes(each) || actingThere.has(each.id));
  const moved = new Map<string, string>();
  for (const old of going) {
    if (isBefore(old.period.from, from)) {
      moved.set(old.id, goOnElsewhere(tx, old, into, from));
    } else {
      beginIn(
        tx,
        old,
        into,
        all.some((each) => goesOnAs(each, old)),
      );
      moved.set(old.id, old.id);
    }
  }
  moveAbsences(tx, absences, { network, into, from, moved });
  return moved;
}

const actingIn = (absences: readonly GoingAbsence[]) =>
  new Set(absences.map(({ substitute_id }) => substitute_id));

/** Whoever is chosen goes on in the role that was planned for them, too: in the order of their first days. */
function withWhatFollows(
  trekkers: readonly TrekkerschapEntity[],
  chosen: readonly string[],
): TrekkerschapEntity[] {
  const going: TrekkerschapEntity[] = [];
  for (const each of trekkers) {
    if (chosen.includes(each.id) || going.some((one) => goesOnAs(one, each))) going.push(each);
  }
  return going;
}

function goesOnAs({ personId, period: { until } }: TrekkerschapEntity, next: TrekkerschapEntity): boolean {
  return personId === next.personId && until !== null && until.add({ days: 1 }).equals(next.period.from);
}

/** It never began in the other one. */
function beginIn(tx: Tx, old: TrekkerschapEntity, into: OudernetwerkEntity, goesOn: boolean): void {
  const { id, oudernetwerkId, period } = old;
  const lineId = goesOn || old.lineId ? lineOf(old) : null;
  update(tx, TrekkerschapEntity, { id }, { oudernetwerkId: into.id, lineId, version: old.version + 1 });
  const details = { period: toDateRange(period), from: oudernetwerkId };
  tx.record({
    name: 'trekkerschap.moved',
    ...aboutTrekkerschap({ ...old, oudernetwerkId: into.id }),
    details,
  });
}
