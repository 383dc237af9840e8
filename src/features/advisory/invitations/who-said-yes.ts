import { v7 as uuid } from 'uuid';
import type { Tx } from '../../../db/transaction.js';
import { about } from '../../../writes/events.js';
import type { SeatInvitationEntity } from '../advisory.entity.js';

export interface WhoSaidYes {
  readonly personId: string;
  readonly personRegionId: string;
}

/** Who said yes: for a nominee a person is made, or is one whom the body knows already. As the system. */
export async function personWhoSaidYes(
  tx: Tx,
  { id, personId, personRegionId }: SeatInvitationEntity,
): Promise<WhoSaidYes> {
  if (personId !== null) return { personId, personRegionId: personRegionId! };
  const made = uuid();
  const [person] = await tx.query<{ id: string }>('select person_of_nominee($1, $2, $3, $4) as id', [
    id,
    made,
    tx.today.toString(),
    tx.now.toString(),
  ]);
  const [known] = await tx.query<{ region_id: string }>('select region_id from people where id = $1', [
    person!.id,
  ]);
  const regionId = known!.region_id;
  if (person!.id === made) {
    tx.record({
      name: 'person.created',
      ...about('Person', { id: made, regionId }),
      details: { fields: [], by: 'THEMSELVES' },
    });
  }
  return { personId: person!.id, personRegionId: regionId };
}
