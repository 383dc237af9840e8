import type { Held, NaiveRules } from './seat-model.js';
import type { Outcome } from './seat-outcomes.js';

/** A departure that was recorded, and what it changed of the seats of the body. */
export interface Departed {
  readonly id: string;
  readonly person: string;
  readonly died: boolean;
  readonly lastDay: number;
  readonly recordedOn: number;
  readonly changed: Changed[];
  /** the absences in which they acted for somebody */
  readonly acted: readonly string[];
  takenBack: boolean;
}

export interface Changed {
  readonly was: Held;
  /** null: it never begins */
  readonly left: Held | null;
  /** under which it is known by now */
  id: string;
}

/** A departure that ends an appointment which is recorded otherwise, or stands again, only now. */
export interface Cut {
  readonly by: Departed;
  readonly was: Held;
  readonly left: Held | null;
}

/** Departures since an appointment began and, by what was on record (null: of somebody else), had ended. */
export function departuresSince(
  departed: readonly Departed[],
  person: string,
  from: number,
  lasted: number | null,
): Departed[] {
  return departed.filter(
    (each) =>
      each.person === person &&
      !each.takenBack &&
      each.lastDay >= from &&
      (lasted === null || lasted < each.lastDay),
  );
}

/** How each of them leaves it, one after the other. */
export function cutBy(since: readonly Departed[], held: Held): Cut[] {
  return since.reduce<Cut[]>((cuts, by) => {
    const was = cuts.at(-1)?.left ?? held;
    const isOver = was.until < by.lastDay || (was.until === by.lastDay && was.reason !== 'TERM_COMPLETED');
    const left = { ...was, until: by.lastDay, reason: by.died ? 'DECEASED' : 'PERSONAL' };
    return isOver ? cuts : [...cuts, { by, was, left }];
  }, []);
}

export function cutIn(held: readonly Held[], cuts: readonly Cut[]): readonly Held[] {
  return held.map((each) => cuts.filter(({ was }) => was.id === each.id).at(-1)?.left ?? each);
}

/** With what departures of others keep of it. */
export interface Kept {
  readonly expected: Outcome;
  readonly cuts: readonly Cut[];
}

/** Whoever holds a seat for longer for what is undone does so until they departed. */
export function heldToDeparture(
  before: readonly Held[],
  outcome: Outcome,
  rules: NaiveRules,
  departed: readonly Departed[],
  but?: Held,
): Kept {
  if ('refused' in outcome) return { expected: outcome, cuts: [] };
  const { after } = outcome;
  const cuts = after.flatMap((each) => {
    const was = before.find(({ id }) => id === each.id);
    if (!was || was.until >= each.until || each.id === but?.id) return [];
    const since = departuresSince(departed, each.person, each.from, was.until - 1);
    return cutBy(since, { ...each, reason: naturalReason(after, rules, each) });
  });
  return { expected: { ...outcome, after: cutIn(after, cuts) }, cuts };
}

/** Why somebody leaves who holds a seat until nobody ended it by hand. */
export function naturalReason(
  held: readonly Held[],
  rules: NaiveRules,
  { seat, person, until, latestEnd, from }: Held,
): string | null {
  if (until === Infinity) return null;
  const next = held.find((each) => each.seat === seat && each.from > from && each.from === until + 1);
  if (next?.person === person) return 'REAPPOINTED';
  if (next && latestEnd < until) return 'REPLACED';
  return next || (!rules.carryOver && until === latestEnd) ? 'TERM_COMPLETED' : 'SEAT_ABOLISHED';
}

/** What a departure keeps of it, by the rows that are there once it is done; `made` is the id of what was recorded anew. */
export function learnCuts(cuts: readonly Cut[], made?: string): void {
  for (const { by, was, left } of cuts) {
    const id = was.id === 'new' ? made! : was.id;
    by.changed.push({ id, was: { ...was, id }, left: left && { ...left, id } });
  }
}
