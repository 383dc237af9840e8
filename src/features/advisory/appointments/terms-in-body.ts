import { isBefore } from '../../../kernel/clock.js';
import { failure } from '../../../kernel/failure.js';
import { overlap } from '../../../kernel/period.js';
import { type Appointment, type Book, inOrder, put } from '../seats/body-book.js';
import { countedAnewFrom, termNumber, type TermRules } from './seat-terms.js';

/** The term number of new appointments in a book, until they are counted. */
export const TO_COUNT = 0;

/** A changed or new appointment may renumber the later terms of the same person. */
export function renumbered(book: Book, changed: Book, rules: TermRules): Book {
  return changed.reduce((numbered, { personId, period: { from } }) => {
    let before: Appointment | undefined;
    for (const each of inOrder(numbered.filter((held) => held.personId === personId))) {
      const kept = each.termNumber !== TO_COUNT && !isBefore(from, each.period.from);
      before = kept ? each : { ...each, termNumber: termNumber(before, each.period.from, rules) };
      numbered = put(numbered, before);
    }
    return numbered;
  }, book);
}

export function secondSeat(book: Book, { id, personId, period }: Appointment): Appointment | undefined {
  return book.find((each) => each.personId === personId && each.id !== id && overlap(each.period, period));
}

export function refuseSecondSeat(book: Book, held: Appointment, path: readonly string[]): void {
  const other = secondSeat(book, held);
  if (!other) return;
  throw failure('ALREADY_IN_BODY', path, { ...other.period });
}

export function refuseTooMany(
  book: Book,
  made: Appointment,
  rules: TermRules,
  path: readonly string[],
): void {
  const max = rules.maxConsecutiveTerms;
  const theirs = inOrder(book.filter(({ personId }) => personId === made.personId));
  const since = theirs.findIndex(({ id }) => id === made.id);
  if (max === null || !theirs.slice(since).some((each) => each.termNumber > max)) return;
  const until = theirs[since - 1]?.period.until;
  const again = until ? countedAnewFrom(until, rules) : null;
  throw failure('TERM_LIMIT_REACHED', path, { max, again });
}
