import { isBefore } from '../../../kernel/clock.js';
import type { DayWatch } from '../day-watch.js';
import type { Finding } from '../findings.js';
import type { ProfileFacts } from './profile-facts.js';

type Training = ProfileFacts['trainings'][number];
type ProfileRule = (facts: ProfileFacts, watch: DayWatch) => Finding | null;

/** How long before the last day of a consent to ask about it. */
const AHEAD = { months: 3 };

/** A training that was completed again, and is valid for longer, does not have to be renewed. */
const trainingExpires: ProfileRule = ({ id, trainings }, watch) => {
  const expiring = trainings
    .filter((training) => !trainings.some((other) => renews(other, training)))
    .flatMap(({ id: training, validUntil, renewalFrom }) =>
      validUntil && renewalFrom ? [{ training, validUntil, renewalFrom }] : [],
    )
    .filter(({ renewalFrom }) => watch.hasCome(renewalFrom));
  const [first] = expiring;
  if (!first) return null;
  return {
    code: 'TRAINING_EXPIRES',
    severity: watch.hasPassed(first.validUntil) ? 2 : 1,
    since: first.renewalFrom,
    dueOn: first.validUntil,
    count: expiring.length,
    evidence: expiring.map(({ training }) => ({ type: 'Training', id: training })),
    action: { code: 'RENEW_TRAINING', on: profile(id) },
  };
};

/** Letting it expire is an answer too: nobody has to ask again. */
const consentEnds: ProfileRule = ({ id, findableUntil }, watch) => {
  if (!findableUntil || watch.hasPassed(findableUntil)) return null;
  const from = findableUntil.subtract(AHEAD);
  if (!watch.hasCome(from)) return null;
  return {
    code: 'CONSENT_ENDS',
    severity: 2,
    since: from,
    dueOn: findableUntil,
    evidence: [profile(id)],
    action: { code: 'ASK_CONSENT', on: profile(id) },
  };
};

/**
 * What is on their own record has come to clash with the rules of a body where they sit. Since when is not known: rules
 * have no history.
 */
const seatClashes: ProfileRule = ({ id, clashes }, watch) => {
  const today = clashes.filter((clash) => watch.covers(clash));
  if (today.length === 0) return null;
  const ties = [...new Set(today.map(({ incompatibilityId }) => incompatibilityId))];
  const seats = [...new Set(today.map(({ appointmentId }) => appointmentId))];
  return {
    code: 'SEAT_CLASHES',
    severity: 4,
    since: null,
    dueOn: null,
    count: seats.length,
    evidence: [
      ...ties.map((tie) => ({ type: 'Incompatibility', id: tie })),
      ...seats.map((seat) => ({ type: 'SeatAppointment', id: seat })),
    ],
    action: { code: 'TALK_ABOUT_CLASH', on: profile(id) },
  };
};

/** What they are not asked about while they pause. */
const RULES_THAT_REST: readonly ProfileRule[] = [trainingExpires, consentEnds];

/**
 * What to ask an ervaringsdeskundige about on the day of the watch. A seat that they hold does not pause; but whoever is
 * left alone is asked nothing.
 */
export function profileFindings(facts: ProfileFacts, watch: DayWatch): Finding[] {
  if (facts.contactPaused && watch.covers(facts.contactPaused)) return [];
  const rests = facts.paused && watch.covers(facts.paused);
  const rules = rests ? [seatClashes] : [seatClashes, ...RULES_THAT_REST];
  return rules.flatMap((rule) => rule(facts, watch) ?? []);
}

function renews(other: Training, { id, title, validUntil }: Training): boolean {
  if (other.id === id || other.title !== title || validUntil === null) return false;
  if (other.validUntil === null || isBefore(validUntil, other.validUntil)) return true;
  // of two that are equally long valid, one will do
  return other.validUntil.equals(validUntil) && other.id > id;
}

function profile(id: string) {
  return { type: 'Ervaringsdeskundige', id };
}
