import type { Tx } from '../../../db/transaction.js';
import type { DomainEvent } from '../../../kernel/event.js';
import { about, eventsOf } from '../../../writes/events.js';
import { haveAsked } from './settle-moves.js';

interface Back {
  readonly id: string;
  readonly personId: string;
  readonly fromRegionId: string;
  readonly toRegionId: string;
  readonly on: string;
  readonly answer: 'NO' | null;
}

/**
 * Event listener: whoever came to a new region by a role there did not if that never was, or was somebody else's: the new
 * region sees them no more, and they are asked. What never begins because they depart is theirs when that is taken back. As
 * the system.
 */
export async function crossBack(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
  const departing = new Set(eventsOf(events, 'departure.recorded').map(({ subjectId }) => subjectId));
  const undone = eventsOf(
    events,
    'trekkerschap.annulled',
    'trekkerschap.corrected',
    'membership.annulled',
    'membership.corrected',
    'seat.appointmentAnnulled',
    'seat.appointmentCorrected',
  ).map(({ details }) => details.personId);
  const people = undone.filter((personId) => !departing.has(personId));
  if (people.length === 0) return;
  const back = await tx.query<Back>(
    `select id, person_id as "personId", from_region_id as "fromRegionId", to_region_id as "toRegionId",
       moved_on::text as "on", answer from cross_back($1, $2)`,
    [people, tx.today.toString()],
  );
  for (const move of back) {
    const { id, personId, fromRegionId, toRegionId, on, answer } = move;
    tx.record({
      name: 'personMove.reopened',
      ...about('PersonMove', { id, regionId: fromRegionId }),
      details: { personId, toRegionId, on, asksByMail: answer === null },
    });
    if (answer === null) await haveAsked(tx, move);
    else await tx.query('select done_with_move($1, $2)', [personId, tx.today.toString()]);
  }
}
