import type { Tx } from '../../../db/transaction.js';
import { PersonEntity } from '../../people/person.entity.js';
import { perspectiveOf } from '../../people/perspectives.js';
import { SeatRequirementEntity } from '../advisory.entity.js';

type Given = Parameters<typeof perspectiveOf>[1];

/** As what somebody holds a seat: as is said; else as what it requires, where they are that. */
export async function perspectiveInSeat(
  tx: Tx,
  { seatId, personId }: { readonly seatId: string; readonly personId: string },
  given: Given,
  path: readonly string[],
): Promise<string> {
  const { perspectives } = await tx.manager.findOneByOrFail(PersonEntity, { id: personId });
  const required = { seatId, kind: 'PERSPECTIVE', strength: 'HARD' };
  const asked = given ? [] : await tx.manager.findBy(SeatRequirementEntity, required);
  const both = perspectives.filter((each) => asked.some(({ value }) => value === each));
  return perspectiveOf({ perspectives: both.length > 0 ? both : perspectives }, given, path);
}
