import type { Tx } from '../../../db/transaction.js';
import { day } from '../../../kernel/clock.js';
import type { DomainEvent } from '../../../kernel/event.js';
import { eventsOf } from '../../../writes/events.js';
import { endedWithoutSuccessor } from '../../oudernetwerken/oudernetwerken.events.js';
import { withdrawCorrected } from '../candidates/depart-as-candidate.js';
import {
  isFilled,
  openPlanOf,
  passOn,
  seekForLast,
  roleTaken,
  trekkerschapAnnulled,
  trekkerschapContinued,
  trekkerschapEnded,
  trekkerschapStarted,
} from './follow-leadership.js';
import {
  networkEnded,
  networkGoesOn,
  networkSplit,
  neverActive,
  neverLeft,
  plansGoAlong,
  seekWhereParted,
} from './follow-network.js';
import { fillAgain } from './filled-vacancy.js';
import { followCorrected } from './follow-undo.js';

/** Event listener: keeps succession plans in step with the leadership, whoever the viewer is. As the system. */
export async function renewSuccession(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
  const unfollowed = endedWithoutSuccessor(events);
  const isNews = (event: DomainEvent) =>
    event.name !== 'trekkerschap.ended' || unfollowed.includes(event.subjectId);
  const isTakenBack = events.some(({ name }) => name === 'departure.withdrawn');
  // not the events that it records itself
  for (const event of events.filter(isNews)) {
    await follow(tx, event, events);
    if (isTakenBack && LEADS.includes(event.name)) await neverLeft(tx, event.subjectId, event.subjectId);
  }
}

/** Where the end is recorded only now by a correction, it was there when whoever follows was recorded. */
async function ended(tx: Tx, id: string, events: readonly DomainEvent[]): Promise<void> {
  const corrected = eventsOf(events, 'trekkerschap.corrected').find(
    ({ details }) => details.replacedBy === id,
  );
  if (corrected && (await isFilled(tx, id))) return;
  await trekkerschapEnded(tx, id);
  const plan = corrected && (await openPlanOf(tx, id));
  if (plan) await fillAgain(tx, plan, corrected.subjectId);
}

/** Whoever did not depart leads again, or is to. */
const LEADS: readonly DomainEvent['name'][] = [
  'trekkerschap.started',
  'trekkerschap.continued',
  'trekkerschap.ended',
];

/** The effect of a change of leadership on the search for successors. */
async function follow(tx: Tx, event: DomainEvent, events: readonly DomainEvent[]): Promise<void> {
  switch (event.name) {
    case 'trekkerschap.ended':
      return ended(tx, event.subjectId, events);
    case 'trekkerschap.continued':
      return trekkerschapContinued(tx, event.subjectId);
    case 'trekkerschap.started':
      return trekkerschapStarted(tx, event.subjectId, event.details.predecessorId);
    case 'trekkerschap.annulled':
      await trekkerschapAnnulled(tx, event.subjectId, event.oudernetwerkId);
      return seekWhereParted(tx, event.oudernetwerkId);
    case 'trekkerschap.corrected':
      await followCorrected(tx, event.subjectId, event.details);
      await neverLeft(tx, event.details.replacedBy, event.subjectId);
      await seekForLast(tx, event.oudernetwerkId);
      return seekWhereParted(tx, event.oudernetwerkId);
    case 'trekkerschap.taken':
      return roleTaken(tx, event.subjectId, event.details);
    case 'trekkerschap.resumed':
      return passOn(tx, event.details.insteadOf, event.subjectId, { closed: true });
    case 'candidate.corrected':
      return withdrawCorrected(tx, event.details.replacedBy, event.details.endedOn);
    case 'oudernetwerk.merged':
      return plansGoAlong(tx, event.subjectId);
    case 'oudernetwerk.parted':
      return networkSplit(tx, event.subjectId, day(event.details.from));
    case 'oudernetwerk.activationAnnulled':
      return neverActive(tx, event.subjectId);
    case 'oudernetwerk.ended':
      return networkEnded(tx, event.subjectId);
    case 'oudernetwerk.continued':
    case 'oudernetwerk.endAnnulled':
      return networkGoesOn(tx, event.subjectId);
    default:
      return undefined;
  }
}
