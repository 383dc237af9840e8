import { type Cut, cutBy, departuresSince, naturalReason, type Departed } from './seat-cuts.js';
import { dayNumber, type Held, type NaiveRules, type NaiveSeat } from './seat-model.js';
import {
  BY_TERM,
  type Changed,
  naiveAppoint,
  naiveLatestEnd,
  naturalEnd,
  nextAfter,
  type Outcome,
  tenYearsAfter,
  without,
} from './seat-outcomes.js';

const BUILT_UPON = { refused: 'BUILT_UPON' };

/** The appointment never was. */
export function naiveAnnul(
  held: readonly Held[],
  rules: NaiveRules,
  of: Held,
  seats: readonly NaiveSeat[],
): Outcome {
  if (because(held, of)) return BUILT_UPON;
  return { after: without(held, rules, of, seatOf(seats, of.seat)) };
}

export interface NaivePatch {
  readonly person?: string;
  readonly seat?: string;
  readonly from?: number;
  /** null: they did not leave */
  readonly left?: { readonly on: number; readonly reason: string } | null;
}

export interface Leaves {
  readonly on: number;
  readonly reason: string;
}

/** And how they left it, if they did. */
export type Corrected =
  { readonly refused: string } | (Changed & { readonly left: Leaves | null; readonly cuts: readonly Cut[] });

/** The appointment was otherwise; null: it is what it was. */
export function naiveCorrect(
  held: readonly Held[],
  rules: NaiveRules,
  today: number,
  { of, seats, patch }: { of: Held; seats: readonly NaiveSeat[]; patch: NaivePatch },
  departed: readonly Departed[],
): Corrected | null {
  const seat = seatOf(seats, patch.seat ?? of.seat);
  const person = patch.person ?? of.person;
  const from = patch.from ?? of.from;
  if (from >= seat.abolished) return { refused: 'SEAT_ABOLISHED' };
  if (from < Math.max(seat.opened, dayNumber('1990-01-01')) || from > tenYearsAfter(today)) {
    return { refused: 'DATE_OUT_OF_RANGE' };
  }
  const left = without(held, rules, of, seatOf(seats, of.seat));
  const term = naiveLatestEnd(left, { seat, person, from }, rules);
  const { seat: inSeat, person: byPerson, from: since } = of;
  const byRules = naiveLatestEnd(
    left,
    { seat: { ...seat, id: inSeat }, person: byPerson, from: since },
    rules,
  );
  const sameTerm = from === of.from && seat.id === of.seat;
  const latestEnd = !sameTerm && byRules === of.latestEnd ? term : of.latestEnd;
  const longest = Math.min(Math.max(term, of.latestEnd), seat.abolished - 1);
  if (!sameTerm && (latestEnd < from || latestEnd > longest)) return { refused: 'DATE_OUT_OF_RANGE' };

  const recorded = leftByHand(held, rules, of, seatOf(seats, of.seat));
  const withTerm = recorded?.reason === 'TERM_COMPLETED' && recorded.on === of.latestEnd;
  const kept = recorded && { ...recorded, ...(withTerm && { on: latestEnd }) };
  const leaves = patch.left === undefined ? kept : patch.left;
  if (leaves) {
    const staysOn = rules.carryOver || of.until === Infinity || of.until > of.latestEnd;
    const limit = staysOn ? Math.max(tenYearsAfter(today), latestEnd) : latestEnd;
    const last = Math.min(limit, nextAfter(left, seat.id, from) - 1, seat.abolished - 1);
    const first = leaves.reason === 'TERM_COMPLETED' ? latestEnd : from;
    if (leaves.on < first || leaves.on > last) return { refused: 'DATE_OUT_OF_RANGE' };
  }
  const isSame = sameTerm && person === of.person && latestEnd === of.latestEnd;
  if (isSame && leaves?.on === recorded?.on && leaves?.reason === recorded?.reason) return null;

  const really = { id: 'new', seat: seat.id, person, from, latestEnd, replaces: null };
  const until = leaves?.on ?? naturalEnd(left, rules, seat, { from: latestEnd, latestEnd });
  const reason = leaves?.reason ?? naturalReason(left, rules, { ...really, until, reason: null });
  const lasted = person === of.person ? of.until : null;
  const stops = departuresSince(departed, person, from, lasted).filter(({ died }) => !died);
  const cuts = cutBy(stops, { ...really, until, reason });
  const last = cuts.at(-1)?.left?.until ?? leaves?.on ?? null;
  const wish = { seat, person, from, latestEnd, left: leaves, last: last ?? latestEnd };
  if (isBuiltUpon(held, of, wish)) return BUILT_UPON;
  // a term that its rules made longer than they would now keeps its length
  const outcome = naiveAppoint(left, rules, today, {
    seat,
    person,
    from,
    until: latestEnd,
    earliest: dayNumber('1990-01-01'),
    left: last,
  });
  return 'refused' in outcome ? outcome : { ...outcome, left: leaves, cuts };
}

function seatOf(seats: readonly NaiveSeat[], seat: string): NaiveSeat {
  return seats.find(({ id }) => id === seat)!;
}

/** Who was appointed because of it. */
function because(held: readonly Held[], of: Held): Held | undefined {
  const next = held
    .filter(({ seat, from }) => seat === of.seat && from > of.from)
    .sort((a, b) => a.from - b.from);
  if (of.reason === 'REAPPOINTED') return next[0];
  return held.find(({ replaces }) => replaces === of.id);
}

interface Wished {
  readonly seat: NaiveSeat;
  readonly person: string;
  readonly from: number;
  readonly latestEnd: number;
  readonly left: { readonly on: number; readonly reason: string } | null;
  /** until when the days are not free for another one */
  readonly last: number;
}

function isBuiltUpon(held: readonly Held[], of: Held, wish: Wished): boolean {
  const early = wish.left !== null && wish.left.reason !== 'TERM_COMPLETED';
  const after = because(held, of);
  if (after) {
    const sameTerm = wish.seat.id === of.seat && wish.latestEnd === of.latestEnd;
    const again = of.reason === 'REAPPOINTED' && after.person === of.person;
    if (!sameTerm || (again && (wish.person !== of.person || early))) return true;
  }
  const next = nextAfter(held, of.seat, of.from);
  if (wish.seat.id === of.seat && wish.from <= next && next <= wish.last) return true;
  const wasEarly = of.reason !== null && !BY_TERM.includes(of.reason);
  return early && !wasEarly && held.some(({ person, from }) => person === of.person && from > of.from);
}

/** The end that somebody recorded; null where it is what follows by itself. */
export function leftByHand(held: readonly Held[], rules: NaiveRules, of: Held, seat: NaiveSeat) {
  if (of.reason === null || ['REAPPOINTED', 'REPLACED', 'SEAT_ABOLISHED'].includes(of.reason)) return null;
  const recorded = { on: of.until, reason: of.reason };
  if (of.reason !== 'TERM_COMPLETED' || naturalEnd(held, rules, seat, of) !== of.until) return recorded;
  const next = held.find((each) => each.seat === of.seat && each.from === of.until + 1);
  const byNext = next && next.person !== of.person && of.latestEnd >= of.until;
  const byRules = !rules.carryOver && of.latestEnd === of.until && !next;
  return byNext || byRules ? null : recorded;
}
