import type { Tx } from '../../../db/transaction.js';
import { day } from '../../../kernel/clock.js';
import type { DomainEvent } from '../../../kernel/event.js';
import { endedWithoutSuccessor } from '../../oudernetwerken/oudernetwerken.events.js';
import { withdrawCorrected } from '../candidates/depart-as-candidate.js';
import {
  passOn,
  roleTaken,
  trekkerschapAnnulled,
  trekkerschapContinued,
  trekkerschapEnded,
  trekkerschapStarted,
} from './follow-leadership.js';
import { networkEnded, networkGoesOn, networkSplit, plansGoAlong } from './follow-network.js';
import { followCorrected } from './follow-undo.js';

/** Event listener: keeps succession plans in step with the leadership, whoever the viewer is. As the system. */
export async function renewSuccession(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
  const ended = endedWithoutSuccessor(events);
  const isNews = (event: DomainEvent) =>
    event.name !== 'trekkerschap.ended' || ended.includes(event.subjectId);
  for (const event of events.filter(isNews)) await follow(tx, event); // not the events that it records itself
}

/** The effect of a change of leadership on the search for successors. */
function follow(tx: Tx, event: DomainEvent): Promise<void> | undefined {
  switch (event.name) {
    case 'trekkerschap.ended':
      return trekkerschapEnded(tx, event.subjectId);
    case 'trekkerschap.continued':
      return trekkerschapContinued(tx, event.subjectId);
    case 'trekkerschap.started':
      return trekkerschapStarted(tx, event.subjectId, event.details.predecessorId);
    case 'trekkerschap.annulled':
      return trekkerschapAnnulled(tx, event.subjectId, event.oudernetwerkId);
    case 'trekkerschap.corrected':
      return followCorrected(tx, event.subjectId, event.details);
    case 'trekkerschap.taken':
      return roleTaken(tx, event.subjectId, event.details);
    case 'trekkerschap.resumed':
      return passOn(tx, event.details.insteadOf, event.subjectId);
    case 'candidate.corrected':
      return withdrawCorrected(tx, event.details.replacedBy, event.details.endedOn);
    case 'oudernetwerk.merged':
      return plansGoAlong(tx, event.subjectId);
    case 'oudernetwerk.parted':
      return networkSplit(tx, event.subjectId, day(event.details.from));
    case 'oudernetwerk.ended':
      return networkEnded(tx, event.subjectId);
    case 'oudernetwerk.continued':
    case 'oudernetwerk.endAnnulled':
      return networkGoesOn(tx, event.subjectId);
    default:
      return undefined;
  }
}
