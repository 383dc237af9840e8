import { day } from '../../../kernel/clock.js';
import { countedAnewFrom, endingOf, termEnd, termNumber, type TermRules } from './seat-terms.js';

const RULES: TermRules = {
  termMonths: 48,
  maxConsecutiveTerms: null,
  breakMonths: 0,
  carryOver: false,
  replacementServesRemaining: false,
};

test.each([
  ['a term of four years', '2026-08-01', 48, '2030-07-31'],
  ['from a leap day, to a year with one', '2028-02-29', 48, '2032-02-28'],
  ['from a leap day, to a year without', '2028-02-29', 12, '2029-02-28'],
  ['to a leap day', '2025-03-01', 36, '2028-02-29'],
  ['the 31st, to a month without', '2026-08-31', 6, '2027-02-28'],
  ['the 31st, to another 31st', '2026-08-31', 12, '2027-08-30'],
  ['the first day of a school year', '2026-08-01', 12, '2027-07-31'],
  ['one month', '2027-01-31', 1, '2027-02-28'],
])('the last day of %s: %s and %i months', (_name, from, termMonths, last) => {
  expect(termEnd(day(from), [], { ...RULES, termMonths }).toString()).toBe(last);
});

describe('term after term', () => {
  const served = (...terms: [from: string, latestEnd: string, until?: string][]) =>
    terms.map(([from, latestEnd, until = latestEnd]) => ({
      period: { from: day(from), until: day(until) },
      latestEnd: day(latestEnd),
    }));

  test.each([
    ['2026-08-31', 6, ['2027-02-28', '2027-08-30', '2028-02-29', '2028-08-30', '2029-02-28']],
    ['2028-02-29', 12, ['2029-02-28', '2030-02-28', '2031-02-28', '2032-02-28']],
    ['2026-09-01', 36, ['2029-08-31', '2032-08-31']],
    ['2027-01-31', 1, ['2027-02-28', '2027-03-30', '2027-04-30', '2027-05-30']],
  ])('from %s, %i months each: counted from the first day of the first', (first, termMonths, ends) => {
    const before = [];
    let from = day(first);
    for (const end of ends) {
      const latestEnd = termEnd(from, before, { ...RULES, termMonths });
      expect(latestEnd.toString()).toBe(end);
      before.push({ period: { from, until: null }, latestEnd });
      from = latestEnd.add({ days: 1 });
    }
  });

  test.each([
    ['after days away', served(['2026-08-31', '2027-02-28']), '2027-03-31', '2027-09-30'],
    ['after leaving early', served(['2026-08-31', '2027-02-28', '2027-01-31']), '2027-03-01', '2027-08-31'],
    ['after a term that was shorter', served(['2026-08-31', '2027-02-14']), '2027-02-15', '2027-08-14'],
    [
      'after a term that was longer',
      served(['2026-08-31', '2027-02-28'], ['2027-03-01', '2027-11-29']),
      '2027-11-30',
      '2028-05-29',
    ],
  ])('%s it is counted from its own first day', (_name, before, from, end) => {
    expect(termEnd(day(from), before, { ...RULES, termMonths: 6 }).toString()).toBe(end);
  });
});

test.each([
  ['any day between', '2026-07-31', 0, '2026-08-02'],
  ['two years away', '2026-07-31', 24, '2028-08-01'],
  ['a year away, from the day before a leap day', '2028-02-28', 12, '2029-03-01'],
])('terms are counted anew after %s', (_name, until, breakMonths, anew) => {
  expect(countedAnewFrom(day(until), { ...RULES, breakMonths }).toString()).toBe(anew);
});

describe('the number of a term', () => {
  const second = { period: { from: day('2022-08-01'), until: day('2026-07-31') }, termNumber: 2 };

  test.each([
    ['the next day', 0, '2026-08-01', 3],
    ['a day later', 0, '2026-08-02', 1],
    ['within the months that count as a break', 24, '2028-07-31', 3],
    ['after them', 24, '2028-08-01', 1],
  ])('counts on or starts again: %s, a break of %i months', (_name, breakMonths, from, number) => {
    expect(termNumber(second, day(from), { ...RULES, breakMonths })).toBe(number);
  });

  test('is 1 for a person who never held a seat', () => {
    expect(termNumber(undefined, day('2026-08-01'), RULES)).toBe(1);
  });
});

describe('how an appointment until 31 July 2030 ends by itself', () => {
  interface Case {
    readonly carryOver?: boolean;
    readonly next?: string;
    readonly same?: boolean;
    readonly abolishedOn?: string;
  }

  test.each<[string, Case, string | null, string | null]>([
    ['with its term', {}, '2030-07-31', 'TERM_COMPLETED'],
    ['never, while nobody replaces them', { carryOver: true }, null, null],
    ['when somebody comes long after', { carryOver: true, next: '2031-01-01' }, '2030-12-31', 'REPLACED'],
    ['when somebody comes at once', { carryOver: true, next: '2030-08-01' }, '2030-07-31', 'TERM_COMPLETED'],
    [
      'when they go on themselves',
      { carryOver: true, next: '2030-08-01', same: true },
      '2030-07-31',
      'REAPPOINTED',
    ],
    [
      'when they go on, where nobody stays on',
      { next: '2030-08-01', same: true },
      '2030-07-31',
      'REAPPOINTED',
    ],
    ['with its term, though somebody comes later', { next: '2031-01-01' }, '2030-07-31', 'TERM_COMPLETED'],
    ['before its term, with the seat', { abolishedOn: '2029-01-01' }, '2028-12-31', 'SEAT_ABOLISHED'],
    [
      'after its term, with the seat',
      { carryOver: true, abolishedOn: '2031-01-01' },
      '2030-12-31',
      'SEAT_ABOLISHED',
    ],
    [
      'with its term, on the last day of the seat',
      { abolishedOn: '2030-08-01' },
      '2030-07-31',
      'TERM_COMPLETED',
    ],
    [
      'when somebody comes, who goes with the seat',
      { carryOver: true, next: '2030-10-01', abolishedOn: '2031-01-01' },
      '2030-09-30',
      'REPLACED',
    ],
  ])('%s', (_name, { carryOver = false, next, same = false, abolishedOn }, until, endReason) => {
    const ending = endingOf(
      { personId: 'Anna', latestEnd: day('2030-07-31') },
      {
        abolishedOn: abolishedOn ? day(abolishedOn) : null,
        ...(next && { next: { from: day(next), personId: same ? 'Anna' : 'Bert' } }),
      },
      { ...RULES, carryOver },
    );
    expect([ending.until?.toString() ?? null, ending.endReason]).toEqual([until, endReason]);
  });
});
