import { type Cut, cutBy, cutIn, departuresSince, naturalReason, type Departed } from './seat-cuts.js';
import type { Held, NaiveRules, NaiveSeat } from './seat-model.js';
import { naiveAppoint } from './seat-outcomes.js';
import { leftByHand, type Leaves } from './seat-undo.js';

/** What the early end of an appointment removed of the same person, and the appointment as it was before. */
export interface EndedEarly {
  readonly before: Held;
  readonly removed: readonly Held[];
}

/** Of an appointment that is annulled (null), or was otherwise. */
export interface Undone {
  readonly of: Held;
  readonly wish: { readonly person: string; readonly left: Leaves | null } | null;
}

/** Whether an end stands with which later terms went. */
export function stillLeaves({ of, wish }: Undone): boolean {
  return wish?.person === of.person && wish.left !== null && wish.left.reason !== 'TERM_COMPLETED';
}

/** The later terms that an end removed stand again without it, where nothing recorded since is in the way. */
export function withGivenBack(
  { held, after }: { readonly held: readonly Held[]; readonly after: readonly Held[] },
  rules: NaiveRules,
  seats: readonly NaiveSeat[],
  today: number,
  undone: Undone,
  ended: EndedEarly | undefined,
  departed: readonly Departed[],
): { readonly after: readonly Held[]; readonly cuts: readonly Cut[] } {
  if (!ended || stillLeaves(undone)) return { after, cuts: [] };
  const { of, wish: really } = undone;
  const removed = ended.removed.filter(({ id }) => !held.some((each) => each.id === id));
  const again = really?.person === of.person ? undefined : builtOn(ended.before, removed);
  const since = departuresSince(departed, of.person, of.from, of.until);
  const stopped = (term: Held) => since.find(({ lastDay }) => lastDay < term.from);
  const standing = removed.filter((each) => each !== again);
  const back = standing
    .filter((each) => !stopped(each))
    .sort((a, b) => a.from - b.from)
    .reduce((book, term) => {
      const seat = seats.find(({ id }) => id === term.seat)!;
      if (term.replaces && !book.some(({ id }) => id === term.replaces)) return book;
      const { person, from, latestEnd: until, id } = term;
      const left = leftByHand([...held, ...removed], rules, term, seat)?.on ?? null;
      const wish = { id, seat, person, from, until, earliest: -Infinity, left };
      const outcome = naiveAppoint(book, rules, today, wish);
      if ('refused' in outcome) return book;
      const last = (of: readonly Held[]) => of.find((each) => each.id === 'new')?.until;
      return really?.left != null && last(outcome.after) !== last(book) ? book : outcome.after;
    }, after);
  const cuts = back
    .filter(({ id }) => id !== 'new' && !after.some((each) => each.id === id))
    .flatMap((each) => cutBy(since, { ...each, reason: naturalReason(back, rules, each) }));
  const gone = standing.flatMap((was) => {
    const by = stopped(was);
    return by ? [{ by, was, left: null }] : [];
  });
  return { after: cutIn(back, cuts), cuts: [...gone, ...cuts] };
}

function builtOn(before: Held, removed: readonly Held[]): Held | undefined {
  if (before.reason !== 'REAPPOINTED') return removed.find(({ replaces }) => replaces === before.id);
  return removed
    .filter(({ seat, from }) => seat === before.seat && from > before.from)
    .sort((a, b) => a.from - b.from)[0];
}
