import type { Tx } from '../../../db/transaction.js';
import { day } from '../../../kernel/clock.js';
import { failure } from '../../../kernel/failure.js';
import { toDateRange } from '../../../kernel/period.js';
import { nameOfPerson } from '../../people/name-of-person.js';
import type { TrekkerschapEntity } from '../oudernetwerk.entity.js';

/**
 * After a trekkerschap was annulled or corrected: absences that begin in it are those of whoever led by then, and none
 * of them may be left without a role.
 */
export async function passAbsencesOn(
  tx: Tx,
  { oudernetwerkId, personId, period }: TrekkerschapEntity,
  ledBy: string,
): Promise<void> {
  const away = [oudernetwerkId, ledBy, toDateRange(period)];
  if (ledBy !== personId) {
    tx.send(
      `update absences set person_id = $2, version = version + 1
       where oudernetwerk_id = $1 and lower(period) <@ $3::daterange and person_id = $4`,
      [...away, personId],
    );
  }
  const [left] = await tx.query<{ begins: string }>(
    `select lower(period)::text as begins from absences a
     where oudernetwerk_id = $1 and person_id = $2 and lower(period) <@ $3::daterange and absent_days(a) is null
     order by 1 limit 1`,
    away,
  );
  if (!left) return;
  const name = await nameOfPerson(tx, personId);
  throw failure('BUILT_UPON', ['input', 'id'], { what: 'absence', name, from: day(left.begins) });
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
