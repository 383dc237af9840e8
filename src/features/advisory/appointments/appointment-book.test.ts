import { day } from '../../../kernel/clock.js';
import { abolished, appointed, cancelled, ended } from './appointment-book.js';
import { bookOf, OTHER_SEAT, refusal, RULES, SEAT, told } from './testing/book-of.js';
import type { Book, Seat } from '../seats/body-book.js';
import type { TermRules } from './seat-terms.js';

interface Case {
  readonly before?: string[];
  readonly rules?: Partial<TermRules>;
  readonly who?: string;
  readonly from: string;
  readonly until?: string;
  readonly seat?: Seat;
}

function appoint({ before = [], rules = {}, who = 'Bert', from, until, seat = SEAT }: Case): Book {
  const asked = { id: 'new', personId: who, from: day(from), until: until ? day(until) : null };
  return appointed(bookOf(...before), seat, { ...RULES, ...rules }, asked);
}

const CARRY = { carryOver: true };
const REMAINING = { replacementServesRemaining: true };
const ANNA = 'Anna 2022-08-01..2026-07-31';

describe('an appointment', () => {
  test.each<[string, Case, string[]]>([
    [
      'to an empty seat lasts a term',
      { from: '2026-08-01' },
      ['Bert [2026-08-01,2030-08-01) 2030-07-31 1 TERM_COMPLETED'],
    ],
    [
      'lasts until replaced, where people stay on',
      { from: '2026-08-01', rules: CARRY },
      ['Bert [2026-08-01,) 2030-07-31 1 -'],
    ],
    [
      'lasts as short as was asked',
      { from: '2026-08-01', until: '2027-07-31' },
      ['Bert [2026-08-01,2027-08-01) 2027-07-31 1 TERM_COMPLETED'],
    ],
    [
      'follows at once',
      { before: [ANNA], from: '2026-08-01' },
      [
        'Anna [2022-08-01,2026-08-01) 2026-07-31 1 TERM_COMPLETED',
        'Bert [2026-08-01,2030-08-01) 2030-07-31 1 TERM_COMPLETED',
      ],
    ],
    [
      'ends the time of who stays on',
      { before: [`${ANNA} open`], from: '2026-12-01', rules: CARRY },
      ['Anna [2022-08-01,2026-12-01) 2026-07-31 1 REPLACED', 'Bert [2026-12-01,) 2030-11-30 1 -'],
    ],
    [
      'leaves who would stay on no day to do so',
      { before: [`${ANNA} open`], from: '2026-08-01', rules: CARRY },
      ['Anna [2022-08-01,2026-08-01) 2026-07-31 1 TERM_COMPLETED', 'Bert [2026-08-01,) 2030-07-31 1 -'],
    ],
    [
      'goes before a day on which who stays on would have left',
      { before: [`${ANNA} until 2027-03-31 because PERSONAL`], from: '2026-12-01', rules: CARRY },
      ['Anna [2022-08-01,2026-12-01) 2026-07-31 1 REPLACED', 'Bert [2026-12-01,) 2030-11-30 1 -'],
    ],
    [
      'before another lasts until that begins',
      { before: ['Anna 2031-01-01..2034-12-31'], from: '2026-08-01', rules: CARRY },
      [
        'Bert [2026-08-01,2031-01-01) 2030-07-31 1 REPLACED',
        'Anna [2031-01-01,2035-01-01) 2034-12-31 1 TERM_COMPLETED',
      ],
    ],
    [
      'goes with the seat',
      { from: '2026-08-01', seat: { ...SEAT, abolishedOn: day('2028-01-01') } },
      ['Bert [2026-08-01,2028-01-01) 2030-07-31 1 SEAT_ABOLISHED'],
    ],
  ])('%s', (_name, given, expected) => {
    expect(told(appoint(given))).toEqual(expected);
  });

  test.each<[string, Case, string]>([
    [
      'serves what is left of a term',
      { from: '2025-01-01', rules: REMAINING },
      'Bert [2025-01-01,2026-08-01) 2026-07-31 1 TERM_COMPLETED replaces 0',
    ],
    [
      'serves the last day of it',
      { from: '2026-07-31', rules: REMAINING },
      'Bert [2026-07-31,2026-08-01) 2026-07-31 1 TERM_COMPLETED replaces 0',
    ],
    [
      'starts a term of its own after it',
      { from: '2026-08-01', rules: REMAINING },
      'Bert [2026-08-01,2030-08-01) 2030-07-31 1 TERM_COMPLETED',
    ],
    [
      'starts a term of its own where the rules say so',
      { from: '2025-01-01' },
      'Bert [2025-01-01,2029-01-01) 2028-12-31 1 TERM_COMPLETED',
    ],
    [
      'serves less than what is left when asked to',
      { from: '2025-01-01', until: '2025-12-31', rules: REMAINING },
      'Bert [2025-01-01,2026-01-01) 2025-12-31 1 TERM_COMPLETED replaces 0',
    ],
    [
      'by who left, who comes back, serves it too',
      { from: '2025-01-01', rules: REMAINING, who: 'Anna' },
      'Anna [2025-01-01,2026-08-01) 2026-07-31 1 TERM_COMPLETED replaces 0',
    ],
  ])('after who left early %s', (_name, given, expected) => {
    const before = [`${ANNA} until 2024-12-15 because PERSONAL`];
    expect(told(appoint({ ...given, before })).at(-1)).toBe(expected);
  });

  test('a holder who leaves early after one who left early is followed until the same day', () => {
    const before = [
      `${ANNA} until 2023-12-31 because MOVED`,
      'Carl 2024-01-01..2026-07-31 until 2025-01-31 because PERSONAL',
    ];
    expect(told(appoint({ before, from: '2025-03-01', rules: REMAINING })).at(-1)).toBe(
      'Bert [2025-03-01,2026-08-01) 2026-07-31 1 TERM_COMPLETED replaces 1',
    );
  });

  test.each<[string, Case, unknown]>([
    ['within a term', { from: '2026-07-31' }, ['SEAT_TAKEN', { from: '2022-08-01', until: '2026-07-31' }]],
    [
      'within the term of who may stay on',
      { from: '2026-07-31', before: [`${ANNA} open`], rules: CARRY },
      ['SEAT_TAKEN', { from: '2022-08-01', until: '2026-07-31' }],
    ],
    [
      'that reaches into another',
      { from: '2020-01-01' },
      ['SEAT_TAKEN', { from: '2022-08-01', until: '2026-07-31' }],
    ],
    [
      'on the day another begins',
      { from: '2022-08-01' },
      ['SEAT_TAKEN', { from: '2022-08-01', until: '2026-07-31' }],
    ],
    ['short enough to end before another', { from: '2020-01-01', until: '2022-07-31' }, 'DONE'],
    [
      'after who left early',
      { from: '2024-01-01', before: [`${ANNA} until 2023-12-31 because MOVED`] },
      'DONE',
    ],
    [
      'of somebody who has a seat there',
      { from: '2026-08-01', before: ['Bert 2026-01-01..2029-12-31, seat other seat'] },
      ['ALREADY_IN_BODY', { from: '2026-01-01', until: '2029-12-31' }],
    ],
    [
      'of somebody who stays on in a seat there',
      { from: '2026-08-01', before: ['Bert 2022-01-01..2025-12-31 open, seat other seat'], rules: CARRY },
      ['ALREADY_IN_BODY', { from: '2022-01-01', until: null }],
    ],
    [
      'of somebody whose seat there ends the day before',
      { from: '2026-08-01', before: ['Bert 2022-08-01..2026-07-31, seat other seat'] },
      'DONE',
    ],
  ])('%s is refused, or not', (_name, given, expected) => {
    expect(refusal(() => appoint({ before: [ANNA], ...given }))).toEqual(expected);
  });
});

describe('terms in a row', () => {
  const second = 'Anna 2022-08-01..2026-07-31, term 2';

  test.each<[string, Case, string]>([
    ['another term', { from: '2026-08-01' }, 'Anna [2026-08-01,2030-08-01) 2030-07-31 3 TERM_COMPLETED'],
    [
      'another term in another seat',
      { from: '2026-08-01', seat: OTHER_SEAT },
      'Anna [2026-08-01,2030-08-01) 2030-07-31 3 TERM_COMPLETED',
    ],
    [
      'back after a while',
      { from: '2026-09-01' },
      'Anna [2026-09-01,2030-09-01) 2030-08-31 1 TERM_COMPLETED',
    ],
    [
      'back too soon',
      { from: '2026-09-01', rules: { breakMonths: 12 } },
      'Anna [2026-09-01,2030-09-01) 2030-08-31 3 TERM_COMPLETED',
    ],
    [
      'back after the break',
      { from: '2027-08-01', rules: { breakMonths: 12 } },
      'Anna [2027-08-01,2031-08-01) 2031-07-31 1 TERM_COMPLETED',
    ],
  ])('%s', (_name, given, expected) => {
    expect(told(appoint({ before: [second], who: 'Anna', ...given })).at(-1)).toBe(expected);
  });

  test('a reappointed holder is marked as such, whether or not they would have stayed on', () => {
    for (const [before, rules] of [
      [ANNA, {}],
      [`${ANNA} open`, CARRY],
    ] as const) {
      const [first] = told(appoint({ before: [before], who: 'Anna', from: '2026-08-01', rules }));
      expect(first).toBe('Anna [2022-08-01,2026-08-01) 2026-07-31 1 REAPPOINTED');
    }
  });

  test('an unfinished term of somebody else counts', () => {
    const before = [
      'Anna 2022-08-01..2026-07-31 until 2024-12-31 because MOVED',
      'Bert 2025-01-01..2026-07-31',
    ];
    expect(told(appoint({ before, from: '2026-08-01' })).at(-1)).toMatch(/ 2 TERM_COMPLETED$/);
  });

  test.each<[string, Case, unknown]>([
    ['too many', { from: '2026-08-01' }, ['TERM_LIMIT_REACHED', { max: 2, again: '2026-08-02' }]],
    [
      'too many, with a break to keep',
      { from: '2026-08-01', rules: { breakMonths: 24 } },
      ['TERM_LIMIT_REACHED', { max: 2, again: '2028-08-01' }],
    ],
    ['after a day away', { from: '2026-08-02' }, 'DONE'],
    [
      'too many while staying on: again counts from the day on which they would leave',
      {
        from: '2026-12-01',
        before: [`Anna 2022-08-01..2026-07-31 open, term 2`],
        rules: { ...CARRY, breakMonths: 12 },
      },
      ['TERM_LIMIT_REACHED', { max: 2, again: '2027-12-01' }],
    ],
    ['somebody else', { from: '2026-08-01', who: 'Bert' }, 'DONE'],
  ])('%s', (_name, { rules, ...given }, expected) => {
    const limited = { maxConsecutiveTerms: 2, ...rules };
    expect(refusal(() => appoint({ before: [second], who: 'Anna', ...given, rules: limited }))).toEqual(
      expected,
    );
  });

  test('what comes before others renumbers them, and is refused when that makes too many', () => {
    const before = ['Bert 2026-08-01..2030-07-31', 'Bert 2030-08-01..2034-07-31, term 2'];
    const given = { before, from: '2022-08-01' };
    expect(told(appoint(given)).map((line) => line.split(' ')[3])).toEqual(['1', '2', '3']);
    const rules = { maxConsecutiveTerms: 2 };
    expect(refusal(() => appoint({ ...given, rules }))).toEqual([
      'TERM_LIMIT_REACHED',
      { max: 2, again: null },
    ]);
  });

  test('what was before keeps its number, whatever the rules have become', () => {
    const before = ['Anna 2018-08-01..2022-07-31, term 4', 'Anna 2023-01-01..2026-07-31, term 5'];
    expect(
      told(appoint({ before, who: 'Anna', from: '2026-08-01' })).map((line) => line.split(' ')[3]),
    ).toEqual(['4', '5', '6']);
  });
});

describe('an appointment that never begins', () => {
  test.each<[string, string[], string, Partial<TermRules>, string[]]>([
    [
      'leaves the seat to who stays on',
      [`${ANNA} until 2026-11-30 because REPLACED`, 'Bert 2026-12-01..2030-11-30 open'],
      '1',
      CARRY,
      ['Anna [2022-08-01,) 2026-07-31 1 -'],
    ],
    [
      'leaves it to them until the next',
      [
        `${ANNA} until 2026-11-30 because REPLACED`,
        'Bert 2026-12-01..2030-11-30',
        'Carl 2031-01-01..2034-12-31',
      ],
      '1',
      CARRY,
      [
        'Anna [2022-08-01,2031-01-01) 2026-07-31 1 REPLACED',
        'Carl [2031-01-01,2035-01-01) 2034-12-31 1 TERM_COMPLETED',
      ],
    ],
    [
      'of who would go on leaves them their term',
      [`${ANNA} until 2026-07-31 because REAPPOINTED`, 'Anna 2026-08-01..2030-07-31, term 2'],
      '1',
      {},
      ['Anna [2022-08-01,2026-08-01) 2026-07-31 1 TERM_COMPLETED'],
    ],
    [
      'gives nothing to who left of their own',
      [`${ANNA} until 2026-03-31 because PERSONAL`, 'Bert 2026-04-01..2026-07-31'],
      '1',
      CARRY,
      ['Anna [2022-08-01,2026-04-01) 2026-07-31 1 PERSONAL'],
    ],
    [
      'gives nothing to who has another seat by then',
      [
        `${ANNA} until 2026-11-30 because REPLACED`,
        'Bert 2026-12-01..2030-11-30 open',
        'Anna 2026-12-01..2030-11-30 open, term 2, seat other seat',
      ],
      '1',
      CARRY,
      ['Anna [2022-08-01,2026-12-01) 2026-07-31 1 TERM_COMPLETED', 'Anna [2026-12-01,) 2030-11-30 2 -'],
    ],
    [
      'starts the count of what follows again',
      [
        'Anna 2022-08-01..2026-07-31 until 2026-07-31 because REAPPOINTED',
        'Anna 2026-08-01..2030-07-31, term 2',
        'Anna 2030-08-01..2034-07-31, term 3',
      ],
      '1',
      {},
      [
        'Anna [2022-08-01,2026-08-01) 2026-07-31 1 TERM_COMPLETED',
        'Anna [2030-08-01,2034-08-01) 2034-07-31 1 TERM_COMPLETED',
      ],
    ],
  ])('%s', (_name, before, id, rules, expected) => {
    expect(told(cancelled(bookOf(...before), SEAT, { ...RULES, ...rules }, id))).toEqual(expected);
  });
});

test('leaving earlier than the following term makes that start anew', () => {
  const book = bookOf(
    'Anna 2022-08-01..2026-07-31 until 2026-07-31 because REAPPOINTED',
    'Anna 2026-08-01..2030-07-31, term 2',
  );
  const left = ended(book, RULES, '0', { until: day('2026-01-31'), endReason: 'PERSONAL' });
  expect(told(left)).toEqual([
    'Anna [2022-08-01,2026-02-01) 2026-07-31 1 PERSONAL',
    'Anna [2026-08-01,2030-08-01) 2030-07-31 1 TERM_COMPLETED',
  ]);
});

test('nobody leaves so late that they hold two seats', () => {
  const book = bookOf(
    `${ANNA} until 2026-09-30 because PERSONAL`,
    'Anna 2026-10-01..2030-09-30, term 2, seat other seat',
  );
  const later = () =>
    ended(book, { ...RULES, ...CARRY }, '0', { until: day('2026-10-01'), endReason: 'PERSONAL' });
  expect(refusal(later)).toEqual(['ALREADY_IN_BODY', { from: '2026-10-01', until: '2030-09-30' }]);
});

describe('a seat that is abolished', () => {
  const to = (on: string) => ({ ...SEAT, abolishedOn: day(on) });

  test.each<[string, string[], string, string[]]>([
    [
      'takes along who holds it and who was to come',
      [
        `${ANNA} open`,
        'Bert 2027-01-01..2030-12-31 open',
        'Carl 2026-01-01..2029-12-31 open, seat other seat',
      ],
      '2026-06-01',
      ['Anna [2022-08-01,2026-06-01) 2026-07-31 1 SEAT_ABOLISHED', 'Carl [2026-01-01,) 2029-12-31 1 -'],
    ],
    [
      'leaves who goes on the day before',
      [`${ANNA} until 2026-05-31 because MOVED`],
      '2026-06-01',
      ['Anna [2022-08-01,2026-06-01) 2026-07-31 1 MOVED'],
    ],
    [
      'leaves who was to be followed with a term that is over',
      [
        'Anna 2022-06-01..2026-05-31 until 2026-05-31 because REAPPOINTED',
        'Anna 2026-06-01..2030-05-31, term 2',
      ],
      '2026-06-01',
      ['Anna [2022-06-01,2026-06-01) 2026-05-31 1 SEAT_ABOLISHED'],
    ],
    [
      'later after all lets who holds it stay on',
      [`${ANNA} until 2026-05-31 because SEAT_ABOLISHED`],
      '2027-01-01',
      ['Anna [2022-08-01,2027-01-01) 2026-07-31 1 SEAT_ABOLISHED'],
    ],
    [
      'earlier after all',
      [`${ANNA} until 2026-05-31 because SEAT_ABOLISHED`],
      '2026-03-01',
      ['Anna [2022-08-01,2026-03-01) 2026-07-31 1 SEAT_ABOLISHED'],
    ],
    [
      'later after all leaves who has another seat by then',
      [
        `${ANNA} until 2026-05-31 because SEAT_ABOLISHED`,
        'Anna 2026-06-01..2030-05-31, term 2, seat other seat',
      ],
      '2027-01-01',
      [
        'Anna [2022-08-01,2026-06-01) 2026-07-31 1 SEAT_ABOLISHED',
        'Anna [2026-06-01,2030-06-01) 2030-05-31 2 TERM_COMPLETED',
      ],
    ],
  ])('%s', (_name, before, on, expected) => {
    expect(told(abolished(bookOf(...before), to(on), { ...RULES, ...CARRY }))).toEqual(expected);
  });
});
