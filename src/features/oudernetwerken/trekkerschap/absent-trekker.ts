import type { Tx } from '../../../db/transaction.js';
import { day, type PlainDate } from '../../../kernel/clock.js';
import { type Period, toDateRange } from '../../../kernel/period.js';
import { builtUpon } from '../../people/built-upon.js';
import type { TrekkerschapEntity } from '../oudernetwerk.entity.js';

/** What was annulled or corrected: that somebody had a role in a network or a body. */
interface Undone {
  readonly placeId: string;
  readonly personId: string;
  readonly period: Period;
  /** of the network, which ends: what begins after it does so only if that goes on */
  readonly lastDay?: PlainDate | null;
}

/**
 * After a trekkerschap or an appointment was annulled or corrected: absences that begin in it are those of whoever had the
 * role by then, and none of them may be left without one, or be of whoever acts in it.
 */
export async function passAbsencesOn(tx: Tx, undone: Undone, heldBy: string): Promise<void> {
  const { placeId, personId, period, lastDay } = undone;
  const away = [placeId, heldBy, toDateRange(period)];
  if (heldBy !== personId) {
    tx.send(
      `update absences set person_id = $2, version = version + 1
       where (oudernetwerk_id = $1 or body_id = $1) and lower(period) <@ $3::daterange and person_id = $4`,
      [...away, personId],
    );
  }
  const [left] = await tx.query<{ begins: string }>(
    `select lower(period)::text as begins from absences a
     where (oudernetwerk_id = $1 or body_id = $1) and person_id = $2 and lower(period) <@ $3::daterange
       and lower(period) <= coalesce($4::date, 'infinity') and (absent_days(a) is null or exists (
         select from seat_alternates s where s.absence_id = a.id and s.person_id = a.person_id))
     order by 1 limit 1`,
    [...away, lastDay?.toString() ?? null],
  );
  if (left) throw await builtUpon(tx, 'absence', personId, day(left.begins));
}

/** From now on they lead in their own right: an end that is on record for them does not follow from an absence. */
export function leadInOwnRight(tx: Tx, { id }: Pick<TrekkerschapEntity, 'id'>): void {
  tx.send('update absences set substitute_id = null, version = version + 1 where substitute_id = $1', [id]);
}

/** The absence that somebody acts for, by the trekkerschap in which they do. */
export async function actsFor(tx: Tx, { id }: Pick<TrekkerschapEntity, 'id'>): Promise<string | null> {
  const [found] = await tx.query<{ id: string }>('select id from absences where substitute_id = $1', [id]);
  return found?.id ?? null;
}
