import { day } from '../../../../kernel/clock.js';
import { type Away, dayNumber, dayText, type Held } from './seat-model.js';

export type AwayOutcome = { readonly refused: string } | { readonly away: readonly Away[] };

/** The last day of an absence: with the roles that follow on each other from its first day; NaN if there was none. */
export function lastsUntil(held: readonly Held[], { person, from, until }: Away): number {
  const theirs = held.filter((each) => each.person === person);
  const on = (asked: number) => theirs.find((each) => each.from <= asked && asked <= each.until);
  let role = on(from);
  if (!role) return NaN;
  for (let next = on(role.until + 1); next; next = on(role.until + 1)) role = next;
  return Math.min(role.until, until);
}

interface Recorded {
  readonly of: Held;
  readonly from: number;
  readonly alternate: string | null;
  readonly diedOn: (person: string) => number;
}

export function naiveAway(
  away: readonly Away[],
  held: readonly Held[],
  alternates: boolean,
  today: number,
  { of, from, alternate, diedOn }: Recorded,
): AwayOutcome {
  const ahead = Math.max(of.from, dayNumber(day(dayText(today)).add({ years: 1 }).toString()));
  if (from < of.from || from > Math.min(ahead, of.until)) return { refused: 'DATE_OUT_OF_RANGE' };
  const there = away.filter((each) => each.person === of.person && each.until >= from);
  const over = there.filter((each) => each.from < from && !(lastsUntil(held, each) >= from));
  if (over.length < there.length) return { refused: 'PERIOD_TAKEN' };
  const refused = refusedAlternate(
    held,
    alternates,
    { person: of.person, from, until: Infinity },
    alternate,
    diedOn,
  );
  if (refused) return { refused };
  const closed = away.map((each) => {
    if (!over.includes(each)) return each;
    const lasts = lastsUntil(held, each);
    return { ...each, until: Math.min(Number.isNaN(lasts) ? Infinity : lasts, from - 1) };
  });
  return { away: [...closed, { id: 'new', person: of.person, from, until: Infinity, alternate }] };
}

function refusedAlternate(
  held: readonly Held[],
  alternates: boolean,
  { person, from, until }: Pick<Away, 'person' | 'from' | 'until'>,
  alternate: string | null,
  diedOn: (person: string) => number,
): string | null {
  if (alternate === null) return null;
  if (!alternates) return 'NO_ALTERNATES';
  if (alternate === person) return 'SAME_PERSON';
  if (diedOn(alternate) < Infinity) return 'PERSON_DECEASED';
  const seated = held.some((each) => each.person === alternate && each.from <= until && from <= each.until);
  return seated ? 'ALREADY_IN_BODY' : null;
}

export function naiveAwayNoMore(
  away: readonly Away[],
  held: readonly Held[],
  today: number,
  of: Away,
  on: number,
): AwayOutcome {
  const lasts = lastsUntil(held, of);
  if ((Number.isNaN(lasts) ? of.until : lasts) < today) return { refused: 'ALREADY_ENDED' };
  const furthest = dayNumber(
    day(dayText(Math.max(of.from, today)))
      .add({ years: 5 })
      .toString(),
  );
  if (on < of.from || on > furthest) return { refused: 'DATE_OUT_OF_RANGE' };
  const next = away.some(
    (each) => each !== of && each.person === of.person && each.from <= on && of.from <= each.until,
  );
  if (next) return { refused: 'PERIOD_TAKEN' };
  return { away: away.map((each) => (each === of ? { ...each, until: on } : each)) };
}

export function naiveOtherAlternate(
  away: readonly Away[],
  held: readonly Held[],
  alternates: boolean,
  today: number,
  { of, alternate, diedOn }: { of: Away; alternate: string | null; diedOn: (person: string) => number },
): AwayOutcome {
  const lasts = lastsUntil(held, of);
  if ((Number.isNaN(lasts) ? of.until : lasts) < today) return { refused: 'ALREADY_ENDED' };
  if (alternate === of.alternate) return { away };
  const refused = refusedAlternate(held, alternates, of, alternate, diedOn);
  return refused ? { refused } : { away: away.map((each) => (each === of ? { ...each, alternate } : each)) };
}

export function naiveNeverAway(away: readonly Away[], of: Away): AwayOutcome {
  return of.alternate === null ? { away: away.filter((each) => each !== of) } : { refused: 'BUILT_UPON' };
}

/** Absences that begin in an appointment are those of whoever held it; none is left without a role. */
export function passedOn(
  away: readonly Away[],
  after: readonly Held[],
  undone: Pick<Held, 'person' | 'from' | 'until'>,
  heldBy: string,
): AwayOutcome {
  const isIn = (each: Away) => undone.from <= each.from && each.from <= undone.until;
  const passed = away.map((each) =>
    each.person === undone.person && isIn(each) ? { ...each, person: heldBy } : each,
  );
  const doubles = passed.some((each) =>
    passed.some(
      (other) =>
        other !== each &&
        other.person === each.person &&
        other.from <= each.until &&
        each.from <= other.until,
    ),
  );
  if (doubles) return { refused: 'PERIOD_TAKEN' };
  const left = passed.some(
    (each) =>
      each.person === heldBy &&
      isIn(each) &&
      (Number.isNaN(lastsUntil(after, each)) || each.alternate === heldBy),
  );
  return left ? { refused: 'BUILT_UPON' } : { away: passed };
}
