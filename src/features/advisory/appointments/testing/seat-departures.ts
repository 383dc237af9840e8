import type { Changed, Departed } from './seat-cuts.js';
import { lastsUntil } from './seat-absences.js';
import type { Away, Held, NaiveRules, NaiveSeat } from './seat-model.js';
import { naiveAppoint, type Outcome, without, withoutLaterTerms } from './seat-outcomes.js';
import { leftByHand } from './seat-undo.js';

interface Now {
  readonly held: readonly Held[];
  readonly away: readonly Away[];
}

export interface Leaving {
  readonly person: string;
  readonly died: boolean;
  readonly lastDay: number;
}

const DAYS_TO_TAKE_BACK = 30;

/** The day on which somebody died; infinite while they live. */
export function diedOn(departed: readonly Departed[], person: string): number {
  const death = departed.find((each) => each.person === person && each.died && !each.takenBack);
  return death?.lastDay ?? Infinity;
}

/** Whoever died is given nothing after that day. */
export function unlessDead(
  outcome: Outcome,
  departed: readonly Departed[],
  person: string,
  given = 'new',
): Outcome {
  if ('refused' in outcome) return outcome;
  const made = outcome.after.find(({ id }) => id === given)!;
  return made.until > diedOn(departed, person) ? { refused: 'PERSON_DECEASED' } : outcome;
}

/** They have nothing after their last day, and nothing follows by itself. */
export function naiveDepart(
  { held, away }: Now,
  rules: NaiveRules,
  seats: readonly NaiveSeat[],
  { person, lastDay }: Leaving,
  departed: readonly Departed[],
): Outcome {
  if (diedOn(departed, person) < Infinity) return { refused: 'ALREADY_DECEASED' };
  const left = withoutLaterTerms(held, rules, { person, from: lastDay }, seats);
  return {
    after: left.map((each) =>
      each.person === person && each.until > lastDay ? { ...each, until: lastDay } : each,
    ),
    away: away.map((each) =>
      each.alternate === person && lastsUntil(held, each) > lastDay ? { ...each, alternate: null } : each,
    ),
  };
}

/** What they did goes on, unless somebody has built on its end. */
export function naiveTakeBack(
  { held, away }: Now,
  rules: NaiveRules,
  seats: readonly NaiveSeat[],
  today: number,
  of: Departed,
  departed: readonly Departed[],
): Outcome {
  if (of.takenBack) return { refused: 'NO_DEPARTURE' };
  const later = departed.slice(departed.indexOf(of) + 1);
  if (later.some((each) => each.person === of.person && !each.takenBack))
    return { refused: 'LATER_DEPARTURE' };
  if (!of.died && of.recordedOn + DAYS_TO_TAKE_BACK < today) return { refused: 'DEPARTURE_TOO_LONG_AGO' };
  const theirs = of.changed.filter(({ was }) => was.person === of.person);
  const asItWas = [
    ...held.filter(({ id }) => !theirs.some((each) => each.id === id)),
    ...theirs.map(({ was }) => was),
  ];
  const after = [...theirs]
    .sort((a, b) => a.was.from - b.was.from)
    .reduce((book, changed) => standing(book, asItWas, rules, seats, today, changed) ?? book, held);
  return {
    after,
    away: away.map((each) =>
      of.acted.includes(each.id) && each.alternate === null ? { ...each, alternate: of.person } : each,
    ),
  };
}

function standing(
  book: readonly Held[],
  asItWas: readonly Held[],
  rules: NaiveRules,
  seats: readonly NaiveSeat[],
  today: number,
  { was, left, id }: Changed,
): readonly Held[] | null {
  const now = book.find((each) => each.id === id);
  if (left ? now?.person !== was.person || now.until !== left.until || now.reason !== left.reason : now)
    return null;
  const { from, latestEnd: until, seat: place, person } = now ?? was;
  const seat = seats.find((each) => each.id === place)!;
  const outcome = naiveAppoint(now ? without(book, rules, now, seat) : book, rules, today, {
    id,
    seat,
    person,
    from,
    until,
    earliest: -Infinity,
    left: leftByHand(asItWas, rules, was, seat)?.on ?? null,
  });
  return 'refused' in outcome ? null : outcome.after;
}
