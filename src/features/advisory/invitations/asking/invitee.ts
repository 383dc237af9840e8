import { asSystem } from '../../../../db/as-system.js';
import type { Tx } from '../../../../db/transaction.js';
import type { SeatInvitationEntity, SeatNomineeEntity } from '../../advisory.entity.js';
import type { Shortlist } from '../../matching/match-for-invitation.js';

/** Somebody who may be invited for a seat, and the way in which the body knows of them. */
export interface Invitee extends Pick<
  SeatInvitationEntity,
  'ervaringsdeskundigeId' | 'formerAppointmentId' | 'personId' | 'personRegionId'
> {
  /** what the secretary chose from; null for whoever is asked by name */
  readonly shortlist: Shortlist | null;
  readonly nominee: Nominee | null;
}

export interface Nominee extends Omit<SeatNomineeEntity, 'invitationId' | 'displayName'> {
  readonly language: 'nl' | 'en';
}

/** The network they belong to, of several the one they joined first: the invitation goes through it. */
export async function networkOf(tx: Tx, personId: string): Promise<string | null> {
  const [longest] = await asSystem(tx, () =>
    tx.query<{ id: string }>(
      `select r.oudernetwerk_id as id
       from (select person_id, oudernetwerk_id, period from trekkerschappen
         union all select person_id, oudernetwerk_id, period from memberships) r
       join oudernetwerken n on n.id = r.oudernetwerk_id and network_status(n.phase, n.ended_on, $2::date) <> 'ENDED'
       where r.person_id = $1 and r.period @> $2::date
       order by lower(r.period), r.oudernetwerk_id limit 1`,
      [personId, tx.today.toString()],
    ),
  );
  return longest?.id ?? null;
}
