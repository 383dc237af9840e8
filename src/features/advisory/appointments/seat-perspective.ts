import type { Tx } from '../../../db/transaction.js';
import { PersonEntity } from '../../people/person.entity.js';
import { perspectiveOf } from '../../people/perspectives.js';
import { SeatInvitationEntity, SeatRequirementEntity } from '../advisory.entity.js';

type Given = Parameters<typeof perspectiveOf>[1];

/**
 * As what somebody holds a seat: as is said; else as they said with their yes, then as before, then as what it requires,
 * where they are that.
 */
export async function perspectiveInSeat(
  tx: Tx,
  { seatId, personId }: { readonly seatId: string; readonly personId: string },
  given: Given,
  path: readonly string[],
  before: string | null = null,
): Promise<string> {
  const person = await tx.manager.findOneByOrFail(PersonEntity, { id: personId });
  if (given) return perspectiveOf(person, given, path);
  const { perspectives } = person;
  const yes = await tx.manager.findOne(SeatInvitationEntity, {
    where: { seatId, personId, status: 'ACCEPTED' },
    order: { answeredOn: 'DESC' },
  });
  const saidBefore = perspectives.find((each) => each === yes?.perspective) ?? before;
  if (saidBefore) return saidBefore;
  const required = { seatId, kind: 'PERSPECTIVE', strength: 'HARD' };
  const asked = await tx.manager.findBy(SeatRequirementEntity, required);
  const both = perspectives.filter((each) => asked.some(({ value }) => value === each));
  return perspectiveOf({ perspectives: both.length > 0 ? both : perspectives }, null, path);
}
