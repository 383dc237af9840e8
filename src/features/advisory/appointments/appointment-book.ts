import { dayBefore, isBefore, type PlainDate } from '../../../kernel/clock.js';
import {
  type Appointment,
  type Book,
  firstFrom,
  lastBefore,
  ofSeat,
  put,
  type Seat,
  taken,
} from '../seats/body-book.js';
import { type Ending, endingOf, succeeded, termEnd, type TermRules } from './seat-terms.js';
import { refuseSecondSeat, refuseTooMany, renumbered, secondSeat, TO_COUNT } from './terms-in-body.js';

const FROM: readonly string[] = ['input', 'from'];

export interface Asked {
  readonly id: string;
  readonly personId: string;
  readonly from: PlainDate;
  /** the last day of a term that is shorter than the rules prescribe */
  readonly until: PlainDate | null;
  /** how they left, where that is known already; else by the rules */
  readonly ending?: Ending | null;
}

/** The last day of a term of a person that starts on `from`, and whose unfinished term it then serves. */
export function termFrom(
  book: Book,
  seat: Seat,
  { personId, from }: Pick<Asked, 'personId' | 'from'>,
  rules: TermRules,
): { latestEnd: PlainDate; replacesId: string | null } {
  const before = lastBefore(book, seat, from);
  if (rules.replacementServesRemaining && before && leftEarly(before, from)) {
    return { latestEnd: before.latestEnd, replacesId: before.id };
  }
  const own = book.filter((each) => each.personId === personId);
  return { latestEnd: termEnd(from, own, rules), replacesId: null };
}

/** Their term continues after they left. */
function leftEarly({ period: { until }, latestEnd }: Appointment, from: PlainDate): boolean {
  return until !== null && isBefore(until, from) && !isBefore(latestEnd, from);
}

/**
 * Adds an appointment. A holder who would stay on after their term leaves for it; one within their term does not
 * (SEAT_TAKEN). Nobody holds two seats (ALREADY_IN_BODY), or more consecutive terms than the rules allow
 * (TERM_LIMIT_REACHED).
 */
export function appointed(book: Book, seat: Seat, rules: TermRules, asked: Asked, path = FROM): Book {
  const { id, personId, from } = asked;
  const term = termFrom(book, seat, asked, rules);
  const latestEnd = asked.until ?? term.latestEnd;
  const next = firstFrom(book, seat, from);
  const last = asked.ending?.until ?? latestEnd;
  if (next && !isBefore(last, next.period.from)) throw taken(next, path);
  const { until, endReason } = asked.ending ?? endingOf({ personId, latestEnd }, ahead(seat, next), rules);
  const { replacesId } = term;
  const period = { from, until };
  const made = {
    id,
    seatId: seat.id,
    personId,
    period,
    latestEnd,
    termNumber: TO_COUNT,
    endReason,
    replacesId,
  };
  const before = lastBefore(book, seat, from);
  const changed = [...(before ? makesRoom(before, made, path) : []), made];
  const after = changed.reduce(put, book);
  refuseSecondSeat(after, made, path);
  const numbered = renumbered(after, changed, rules);
  refuseTooMany(numbered, made, rules, path);
  return numbered;
}

/** How the holder of the seat leaves it for the next one; unchanged if they leave before that. */
function makesRoom(before: Appointment, next: Appointment, path: readonly string[]): Appointment[] {
  const last = dayBefore(next.period.from);
  const { until } = before.period;
  if (until && isBefore(until, last)) return [];
  const endReason = succeeded(before.personId, before.latestEnd, { ...next, from: next.period.from });
  if (until?.equals(last)) {
    const goesOn = endReason === 'REAPPOINTED' && before.endReason === 'TERM_COMPLETED';
    return goesOn ? [{ ...before, endReason }] : [];
  }
  if (!isBefore(before.latestEnd, next.period.from)) throw taken(before, path);
  return [withEnding(before, { until: last, endReason })];
}

/**
 * Removes an appointment that never begins, or never was; the holder who left for it holds the seat as if it had never
 * been recorded.
 */
export function cancelled(book: Book, seat: Seat, rules: TermRules, id: string): Book {
  const gone = book.find((each) => each.id === id)!;
  const left = book
    .filter((each) => each !== gone)
    .map((each) => (each.replacesId === id ? { ...each, replacesId: null } : each));
  const before = lastBefore(left, seat, gone.period.from);
  const madeRoom =
    before?.period.until?.equals(dayBefore(gone.period.from)) && MADE_ROOM.includes(before.endReason ?? '');
  if (!before || !madeRoom) return renumbered(left, [gone], rules);
  const ending = endingOf(before, ahead(seat, firstFrom(left, seat, gone.period.from)), rules);
  const restored = withEnding(before, ending);
  // they may have taken another seat since
  const over = { until: before.period.until, endReason: 'TERM_COMPLETED' };
  const after = put(left, secondSeat(left, restored) ? withEnding(before, over) : restored);
  return renumbered(after, [gone, before], rules);
}

const MADE_ROOM: readonly string[] = ['REAPPOINTED', 'REPLACED', 'TERM_COMPLETED'];

/** Why somebody leaves when their term is over, or the seat. For any other reason they leave early. */
export const BY_TERM: readonly string[] = [...MADE_ROOM, 'SEAT_ABOLISHED'];

/** With a last day and a reason, whatever they were before. */
export function ended(book: Book, rules: TermRules, id: string, ending: Ending): Book {
  const leaving = withEnding(
    book.find((each) => each.id === id)!,
    ending,
  );
  refuseSecondSeat(book, leaving, ['input', 'on']);
  return renumbered(put(book, leaving), [leaving], rules);
}

/**
 * Nobody holds the seat from its `abolishedOn` on; later appointments are cancelled. A holder whose end followed from
 * an earlier such day holds the seat until this one.
 */
export function abolished(book: Book, seat: Seat & { abolishedOn: PlainDate }, rules: TermRules): Book {
  const last = dayBefore(seat.abolishedOn);
  const never = ofSeat(book, seat).filter(({ period }) => isBefore(last, period.from));
  const left = book.filter((each) => !never.includes(each));
  const end = (held: Appointment): Appointment => {
    const { until } = held.period;
    if (!until || isBefore(last, until))
      return withEnding(held, { until: last, endReason: 'SEAT_ABOLISHED' });
    const forWhoNeverStarts =
      never.length > 0 && until.equals(last) && MADE_ROOM.includes(held.endReason ?? '');
    if (held.endReason !== 'SEAT_ABOLISHED' && !forWhoNeverStarts) return held;
    const anew = withEnding(held, endingOf(held, ahead(seat, undefined), rules));
    return secondSeat(left, anew) ? held : anew;
  };
  const ends = ofSeat(left, seat).map(end);
  const changed = ends.filter((each) => !left.includes(each));
  return renumbered(changed.reduce(put, left), [...never, ...changed], rules);
}

/** What ends an appointment to a seat by itself. */
export function ahead({ abolishedOn }: Seat, next: Appointment | undefined) {
  return { abolishedOn, next: next && { from: next.period.from, personId: next.personId } };
}

function withEnding(appointment: Appointment, { until, endReason }: Ending): Appointment {
  return { ...appointment, period: { ...appointment.period, until }, endReason };
}
