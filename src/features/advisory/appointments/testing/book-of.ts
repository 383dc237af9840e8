import { day } from '../../../../kernel/clock.js';
import { Failure, type Problem } from '../../../../kernel/failure.js';
import { toDateRange } from '../../../../kernel/period.js';
import { type Book, inOrder } from '../../seats/body-book.js';
import type { TermRules } from '../seat-terms.js';

/** Terms of four years; nobody stays on, and a replacement starts a term of their own. */
export const RULES: TermRules = {
  termMonths: 48,
  maxConsecutiveTerms: null,
  breakMonths: 0,
  carryOver: false,
  replacementServesRemaining: false,
};

export const SEAT = { id: 'seat', abolishedOn: null };
export const OTHER_SEAT = { id: 'other seat', abolishedOn: null };

/** `Anna 2026-08-01..2030-07-31 until 2028-12-31 because PERSONAL, term 2, seat other seat` */
const LINE =
  /^(\w+) (\S+)\.\.(\S+)(?: until (\S+) because (\w+))?(?: open)?(?:, term (\d+))?(?:, seat (.+))?$/;

/** A book from lines. An appointment ends with its term unless it says otherwise or is `open`. */
export function bookOf(...lines: string[]): Book {
  return lines.map((line, index) => {
    const [, personId = '', from = '', latestEnd = '', until, because, term, seatId = 'seat'] =
      LINE.exec(line)!;
    const last = line.includes(' open') ? null : (until ?? latestEnd);
    return {
      id: `${index}`,
      seatId,
      personId,
      period: { from: day(from), until: last === null ? null : day(last) },
      latestEnd: day(latestEnd),
      termNumber: Number(term ?? 1),
      endReason: last === null ? null : (because ?? 'TERM_COMPLETED'),
      replacesId: null,
    };
  });
}

/** By first day: person, period, last day of the term, its number, and end reason. */
export function told(book: Book): string[] {
  return inOrder(book).map(({ personId, period, latestEnd, termNumber, endReason, replacesId }) => {
    const replaces = replacesId === null ? '' : ` replaces ${replacesId}`;
    return `${personId} ${toDateRange(period)} ${latestEnd.toString()} ${termNumber} ${endReason ?? '-'}${replaces}`;
  });
}

/** The code and parameters of a refusal. */
export function refusal(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    if (error instanceof Failure) return asKept(error.problems[0]!);
    throw error;
  }
  return 'DONE';
}

/** Code and params, its days as they are kept. */
function asKept({ code, params }: Problem): unknown {
  return JSON.parse(JSON.stringify([code, params]));
}
