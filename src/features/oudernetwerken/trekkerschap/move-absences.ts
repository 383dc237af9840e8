import { v7 as uuid } from 'uuid';
import type { Tx } from '../../../db/transaction.js';
import { dayBefore, isBefore, type PlainDate } from '../../../kernel/clock.js';
import { fromDateRange, type Period, toDateRange } from '../../../kernel/period.js';
import { about } from '../../../writes/events.js';
import type { OudernetwerkEntity, TrekkerschapEntity } from '../oudernetwerk.entity.js';

/** An absence that goes along with the trekkerschap in which somebody is away. */
export interface GoingAbsence {
  readonly id: string;
  readonly person_id: string;
  /** as it was said */
  readonly period: string;
  readonly expected_until: string | null;
  readonly substitute_id: string | null;
}

/** Absences of those who go, that last until a day or begin later: of the trekkerschap that goes, and of no other one. */
export async function absencesOf(
  tx: Tx,
  going: readonly TrekkerschapEntity[],
  from: PlainDate,
): Promise<(GoingAbsence & { readonly trekkerschap_id: string })[]> {
  return tx.query(
    `select a.id, a.person_id, a.period::text, a.expected_until::text, a.substitute_id, t.id as trekkerschap_id
     from absences a join trekkerschappen t on t.id = any ($1) and t.oudernetwerk_id = a.oudernetwerk_id and t.person_id = a.person_id
     where t.period @> greatest(lower(a.period), $2::date) and absent_days(a) && daterange($2::date, null)
     order by lower(a.period), a.id`,
    [going.map(({ id }) => id), from.toString()],
  );
}

interface Left {
  readonly personId: string;
  readonly mergedId: string;
  /** as it was written */
  readonly written: Period;
  /** the first day on which that network is no more */
  readonly from: PlainDate;
}

/** Those of somebody that did not go along when their network went up in another one, since they led that one as well. */
export async function absencesLeftIn(
  tx: Tx,
  { personId, mergedId, written, from }: Left,
): Promise<GoingAbsence[]> {
  return tx.query<GoingAbsence>(
    `select a.id, a.person_id, a.period::text, a.expected_until::text, a.substitute_id
     from absences a
     where a.person_id = $1 and a.oudernetwerk_id = $2 and $3::daterange @> greatest(lower(a.period), $4::date)
       and a.period && daterange($4::date, null) and coalesce(upper(absent_days(a)), $4::date) >= $4::date
     order by lower(a.period), a.id`,
    [personId, mergedId, toDateRange(written), from.toString()],
  );
}

interface Move {
  readonly network: OudernetwerkEntity;
  readonly into: OudernetwerkEntity;
  readonly from: PlainDate;
  /** the trekkerschap in which each of them goes on, by the one that they had */
  readonly moved: ReadonlyMap<string, string>;
}

/**
 * They are away in the other network from then on, as they were, and expected back on the day on which they were, also where
 * that has passed; what was before stays where it was, and is known as a part of it.
 */
export function moveAbsences(tx: Tx, absences: readonly GoingAbsence[], move: Move): void {
  for (const absence of absences) goOn(tx, absence, move);
  // whoever was to act for somebody who stays leads in their own right
  const begun = [...move.moved].flatMap(([old, next]) => (old === next ? [old] : []));
  tx.send(
    `update absences set substitute_id = null, version = version + 1
     where substitute_id = any ($1) and oudernetwerk_id = $2`,
    [begun, move.network.id],
  );
}

function goOn(tx: Tx, absence: GoingAbsence, { network, into, from, moved }: Move): void {
  const { id, person_id: personId, substitute_id: acted } = absence;
  const was = fromDateRange(absence.period);
  const period = isBefore(was.from, from) ? { from, until: was.until } : was;
  const substituteId = (acted && moved.get(acted)) ?? null;
  // what is on record of them there from an earlier role is over, and what is to come begins then
  tx.send(
    `update absences a set period = daterange(lower(period), least(coalesce(upper(absent_days(a)), $3), $3)), version = version + 1
     where oudernetwerk_id = $1 and person_id = $2 and period @> $3::date`,
    [into.id, personId, period.from.toString()],
  );
  tx.send(
    `update absences set oudernetwerk_id = $2, substitute_id = $4, version = version + 1,
       period = daterange(lower($3::daterange), least(upper($3::daterange), (select min(lower(period)) from absences
         where oudernetwerk_id = $2 and person_id = $5 and lower(period) > lower($3::daterange))))
     where id = $1`,
    [id, into.id, toDateRange(period), substituteId, personId],
  );
  tx.record({
    name: 'absence.updated',
    ...about('Absence', { id, regionId: into.regionId }),
    details: {
      personId,
      oudernetwerkId: into.id,
      bodyId: null,
      period: toDateRange(period),
      expectedUntil: absence.expected_until,
      substituteId,
    },
  });
  if (!isBefore(was.from, from)) return;
  const before = toDateRange({ from: was.from, until: dayBefore(from) });
  const actedBefore = acted && moved.get(acted) !== acted ? acted : null;
  tx.send(
    `with before as (
       insert into absences (id, person_id, oudernetwerk_id, region_id, period, expected_until, substitute_id, former_id)
       select $1, $2, $3, $4, $5, $6, $7, former_id from absences where id = $8 returning id)
     update absences a set former_id = before.id from before where a.id = $8`,
    [uuid(), personId, network.id, network.regionId, before, absence.expected_until, actedBefore, id],
  );
}
