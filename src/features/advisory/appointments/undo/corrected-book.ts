import { isBefore, type PlainDate } from '../../../../kernel/clock.js';
import { type Appointment, type Book, firstFrom, inOrder, type Seat } from '../../seats/body-book.js';
import { ahead, appointed, type Asked, BY_TERM, cancelled, termFrom } from '../appointment-book.js';
import { type Ending, endingOf, type TermRules } from '../seat-terms.js';

/** What an appointment really was: to which seat, of whom, from when, until the last day of which term, and how it ended. */
export interface Wish extends Asked {
  readonly seat: Seat;
  readonly until: PlainDate;
  readonly ending: Ending | null;
}

/**
 * Whoever was appointed because of an appointment: its holder for another term, or somebody who serves what was left of
 * the term.
 */
export function builtOn(book: Book, { id, seatId, period, endReason }: Appointment): Appointment | undefined {
  const seat = { id: seatId, abolishedOn: null };
  const again = endReason === 'REAPPOINTED' ? firstFrom(book, seat, period.from.add({ days: 1 })) : undefined;
  return again ?? book.find(({ replacesId }) => replacesId === id);
}

/** Who was appointed after it, and could not have been if it was so, until its `ending`. */
export function standsInTheWay(
  book: Book,
  old: Appointment,
  wish: Wish,
  ending: Ending | null,
): Appointment | undefined {
  const because = builtOn(book, old);
  if (because && !stillHolds(because, old, wish)) return because;
  return (
    nextInDays(book, old, { ...wish, ending }) ??
    (leavesEarly(wish) && !hasLeft(old) ? laterTerm(book, old) : undefined)
  );
}

/** Of the same seat and term, and of the same holder, who does not leave it early. */
function stillHolds({ personId }: Appointment, old: Appointment, wish: Wish): boolean {
  const isSame = wish.seat.id === old.seatId && wish.until.equals(old.latestEnd);
  const isOfHolder = personId === old.personId && old.endReason === 'REAPPOINTED';
  return isSame && (!isOfHolder || (wish.personId === personId && !leavesEarly(wish)));
}

/** The next holder of the seat, if they began on a day that was not free. */
function nextInDays(
  book: Book,
  old: Appointment,
  { seat, from, until, ending }: Wish,
): Appointment | undefined {
  if (seat.id !== old.seatId) return undefined;
  const next = firstFrom(book, seat, old.period.from.add({ days: 1 }));
  const last = ending?.until ?? until;
  return next && !isBefore(next.period.from, from) && !isBefore(last, next.period.from) ? next : undefined;
}

/** For another reason than that the term is over: nothing follows of what was to follow. */
export function leavesEarly({ ending }: Wish): boolean {
  return ending !== null && ending.endReason !== 'TERM_COMPLETED';
}

function hasLeft({ endReason }: Appointment): boolean {
  return endReason !== null && !BY_TERM.includes(endReason);
}

/** The first term of the same person in the body after one. */
function laterTerm(book: Book, { personId, period }: Appointment): Appointment | undefined {
  return inOrder(book).find((each) => each.personId === personId && isBefore(period.from, each.period.from));
}

/** The end that somebody recorded; null where it follows from the rules, and from who comes next. */
export function recordedEnding(book: Book, seat: Seat, rules: TermRules, held: Appointment): Ending | null {
  const { period, endReason } = held;
  const next = firstFrom(book, seat, period.from.add({ days: 1 }));
  if (!period.until || !endReason || BY_OTHERS.includes(endReason)) return null;
  const byItself = endingOf(held, ahead(seat, next), rules);
  const isSame = byItself.endReason === endReason && byItself.until?.equals(period.until);
  return isSame ? null : { until: period.until, endReason };
}

const BY_OTHERS: readonly string[] = ['REAPPOINTED', 'REPLACED', 'SEAT_ABOLISHED'];

/** Whether the last day of a term is the one that the rules prescribe. */
export function isByRules(book: Book, seat: Seat, rules: TermRules, held: Appointment): boolean {
  const left = cancelled(book, seat, rules, held.id);
  const { personId, period } = held;
  return termFrom(left, seat, { personId, from: period.from }, rules).latestEnd.equals(held.latestEnd);
}

/** Removes an appointment and adds what it really was, under every rule of a new one. */
export function corrected(
  book: Book,
  old: Appointment,
  oldSeat: Seat,
  rules: TermRules,
  wish: Wish,
  path: readonly string[],
): Book {
  const left = cancelled(book, oldSeat, rules, old.id);
  const serves = new Set(book.filter(({ replacesId }) => replacesId === old.id).map(({ id }) => id));
  return appointed(left, wish.seat, rules, wish, path).map((each) =>
    serves.has(each.id) ? { ...each, replacesId: wish.id } : each,
  );
}
