import type { Tx } from '../../../db/transaction.js';
import type { Departure } from '../../../writes/departing.js';
import { about } from '../../../writes/events.js';
import type { InvitationWithdrawnBecause } from './seat-invitation.enums.js';

interface Closed {
  readonly id: string;
  readonly regionId: string;
  readonly because: keyof typeof InvitationWithdrawnBecause;
}

/**
 * Closes what waits for their answer, or for an appointment after their yes. Whoever knows them by a pseudonym only learns
 * no more than that they are no longer findable. As the system.
 */
export async function closeForDeparture(tx: Tx, { id, personId }: Departure): Promise<void> {
  const open = `person_id = $1 and status in ('ASKED', 'ACCEPTED')`;
  await tx.query(
    `select departure_keeps($2, 'seat_invitations', array(select id from seat_invitations where ${open}))`,
    [personId, id],
  );
  const closed = await tx.query<Closed>(
    `update seat_invitations set status = 'WITHDRAWN', closed_on = $2, version = version + 1, withdrawn_because =
       case when status = 'ASKED' and ervaringsdeskundige_id is not null then 'CONSENT_WITHDRAWN' else 'PERSON_DEPARTED' end
     where ${open} returning id, region_id as "regionId", withdrawn_because as because`,
    [personId, tx.today.toString()],
  );
  for (const { because, ...invitation } of closed) {
    tx.record({ name: 'invitation.withdrawn', ...about('SeatInvitation', invitation), details: { because } });
  }
}
