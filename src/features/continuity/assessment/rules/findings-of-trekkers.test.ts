import { findingMessage } from '../../../worklist/findings.js';
import { candidate, finding, single } from '../testing/judged-cases.js';
import { shown } from '../../../worklist/testing/judged-work.js';
import { type Differs, ON, plan, tenure, tie } from '../testing/network-facts.js';

describe('NO_TREKKER', () => {
  const left: Differs = { trekkerschappen: [tenure('t1', { until: '2026-11-24' })], contact: null };

  test.each<[string, Differs, string, string]>([
    ['still on the last day', left, '2026-11-24', 'none'],
    ['from the day after', left, ON, '10 since 2026-11-25: network'],
    [
      'the last of several counts',
      { trekkerschappen: [...left.trekkerschappen!, tenure('t2', { until: '2026-11-20' })] },
      ON,
      '10 since 2026-11-25: network',
    ],
    ['since it began, where nobody ever led', { trekkerschappen: [] }, ON, '10 since 2025-09-01: network'],
    [
      'while it forms it is no alarm',
      { trekkerschappen: [], status: 'FORMING', activeFrom: null },
      ON,
      '3 since 2025-06-01: network',
    ],
    ['while it pauses it is', { trekkerschappen: [], status: 'DORMANT' }, ON, '10 since 2025-09-01: network'],
    [
      'somebody is on record to start',
      { trekkerschappen: [...left.trekkerschappen!, tenure('t2', { from: '2027-01-01' })] },
      ON,
      '6 since 2026-11-25 due 2027-01-01: network',
    ],
    [
      'until they have started',
      { trekkerschappen: [...left.trekkerschappen!, tenure('t2', { from: '2027-01-01' })] },
      '2027-01-01',
      'none',
    ],
    [
      'somebody agreed',
      { ...left, plans: [plan('p', { candidates: [candidate('AGREED')] })] },
      ON,
      '6 since 2026-11-25: network',
    ],
    [
      'somebody is asked',
      { ...left, plans: [plan('p', { candidates: [candidate('APPROACHED')] })] },
      ON,
      '10 since 2026-11-25: network',
    ],
  ])('%s', (_, differs, on, found) => {
    expect(shown(finding('NO_TREKKER', differs, on))).toBe(found);
  });
});

test.each<[string, Differs, string]>([
  ['two', {}, 'none'],
  ['one', single(), '2 since 2025-09-01: t1'],
  [
    'one since the other stopped',
    { trekkerschappen: [tenure('t1'), tenure('t2', { until: '2026-10-31' })] },
    '2 since 2026-11-01: t1',
  ],
  ['the other stops today', { trekkerschappen: [tenure('t1'), tenure('t2', { until: ON })] }, 'none'],
  [
    'the other starts tomorrow',
    { trekkerschappen: [tenure('t1'), tenure('t2', { from: '2026-11-26' })] },
    '2 since 2025-09-01: t1',
  ],
])('SINGLE_TREKKER: %s', (_, differs, found) => {
  expect(shown(finding('SINGLE_TREKKER', differs))).toBe(found);
});

describe('ALL_LEAVE_TOGETHER', () => {
  const apart = (first: string, last: string): Differs => ({
    trekkerschappen: [tenure('t1', { plannedOn: first }), tenure('t2', { plannedOn: last })],
  });
  test.each<[string, Differs, string]>([
    ['on one day', apart('2028-03-01', '2028-03-01'), '3 due 2028-03-01: t1 t2'],
    ['90 days apart', apart('2028-03-01', '2028-05-30'), '3 due 2028-03-01: t1 t2'],
    ['90 days apart, the other way round', apart('2028-05-30', '2028-03-01'), '3 due 2028-03-01: t1 t2'],
    ['91 days apart', apart('2028-03-01', '2028-05-31'), 'none'],
    [
      '91 days apart, where that counts',
      { ...apart('2028-03-01', '2028-05-31'), thresholds: { leaveTogetherDays: 91 } },
      '3 due 2028-03-01: t1 t2',
    ],
    ['only one leads', single(), 'none'],
    [
      'two leave, the third stays',
      { trekkerschappen: [tenure('t1'), tenure('t2'), tenure('t3', { from: '2026-10-01' })] },
      'none',
    ],
    [
      'the children of both leave school',
      { people: { p1: { ties: [tie('a')] }, p2: { ties: [tie('b')] } } },
      '3 due 2028-07-31: t1 t2',
    ],
    [
      'somebody starts before they leave',
      { trekkerschappen: [tenure('t1'), tenure('t2'), tenure('t3', { from: '2027-01-01' })] },
      'none',
    ],
  ])('%s', (_, differs, found) => {
    expect(shown(finding('ALL_LEAVE_TOGETHER', differs))).toBe(found);
  });
});

test.each<[string, Differs, string, string]>([
  ['the day of the guideline', {}, '2028-08-31', 'none'],
  ['the day after', {}, '2028-09-01', '2 since 2028-09-01 due 2028-08-31: t1'],
  ['both, the first says since when', {}, '2029-09-01', '2 since 2028-09-01 due 2028-08-31: t1 t2'],
  [
    'a guideline of its own',
    { thresholds: { tenureGuidelineMonths: 12 } },
    ON,
    '2 since 2026-09-01 due 2026-08-31: t1',
  ],
  [
    'with an end on record',
    single({ from: '2020-01-01', until: '2027-01-01' }),
    ON,
    '2 since 2023-01-01 due 2022-12-31: t1',
  ],
  [
    'who stopped',
    { trekkerschappen: [tenure('t1'), tenure('t2', { from: '2010-01-01', until: '2020-01-01' })] },
    ON,
    'none',
  ],
  ['begun on a leap day', single({ from: '2024-02-29' }), '2027-02-28', 'none'],
  [
    'begun on a leap day, a day later',
    single({ from: '2024-02-29' }),
    '2027-03-01',
    '2 since 2027-03-01 due 2027-02-28: t1',
  ],
])('LONG_TENURE: %s', (_, differs, on, found) => {
  expect(shown(finding('LONG_TENURE', differs, on))).toBe(found);
});

describe('OVERLOADED', () => {
  const roles = (...untils: (string | null)[]): Differs => ({
    people: { p1: { leads: untils.map((until, n) => ({ id: `r${n}`, from: '2026-01-01', until })) } },
  });
  const seats = (...periods: [from: string, until: string | null][]): Differs => ({
    people: { p1: { seats: periods.map(([from, until]) => ({ from, until })) } },
  });
  const since: [string, null] = ['2026-01-01', null];
  test.each<[string, Differs, string]>([
    ['three roles', roles(null, null, null), 'none'],
    ['four roles', roles(null, null, null, null), '2: t1'],
    ['four, one until today', roles(null, null, null, ON), '2: t1'],
    ['four, one until yesterday', roles(null, null, null, '2026-11-24'), 'none'],
    [
      'four where five is the most',
      { ...roles(null, null, null, null), thresholds: { mostRoles: 5 } },
      'none',
    ],
    ['two where one is the most', { ...roles(null, null), thresholds: { mostRoles: 1 } }, '2: t1'],
    ['one network and two seats', seats(since, since), 'none'],
    ['one network and three seats', seats(since, since, since), '2: t1'],
    ['one network and three seats, one from today', seats(since, since, [ON, null]), '2: t1'],
    ['one network and three seats, one from tomorrow', seats(since, since, ['2026-11-26', null]), 'none'],
    ['one network and three seats, one until today', seats(since, since, ['2026-01-01', ON]), '2: t1'],
    [
      'one network and three seats, one until yesterday',
      seats(since, since, ['2026-01-01', '2026-11-24']),
      'none',
    ],
    [
      'who holds many seats and leads no more',
      {
        ...seats(since, since, since, since),
        ...{ trekkerschappen: [tenure('t2'), tenure('t3', { from: '2026-09-01' })] },
      },
      'none',
    ],
    [
      'who led before and not now',
      {
        ...roles(null, null, null, null),
        trekkerschappen: [tenure('t1', { until: '2026-11-01' }), tenure('t2')],
      },
      'none',
    ],
  ])('%s', (_, differs, found) => {
    expect(shown(finding('OVERLOADED', differs))).toBe(found);
  });

  test('does not tell how many, which may be roles that the reader does not see', () => {
    const sentences = [4, 9].map((count) =>
      findingMessage(finding('OVERLOADED', roles(...Array<null>(count).fill(null)))!, 'nl'),
    );
    expect(sentences).toEqual(
      Array(2).fill('Een trekker heeft meer dan 3 rollen tegelijk, zetels meegeteld.'),
    );
  });
});

test.each<[string, Differs, string]>([
  [
    'confirmed twelve months ago',
    { people: { p1: { ties: [tie('a', { confirmedOn: '2025-11-25' })] } } },
    'none',
  ],
  [
    'a day longer ago',
    { people: { p1: { ties: [tie('a', { confirmedOn: '2025-11-24' })] } } },
    '1 since 2026-11-25: a',
  ],
  [
    'something else says when they stop',
    {
      ...single({ plannedOn: '2028-01-01' }),
      people: { p1: { ties: [tie('a', { confirmedOn: '2024-01-01' })] } },
    },
    'none',
  ],
  [
    'no reason for this network',
    { people: { p1: { ties: [tie('a', { sector: 'VO', stage: 'HAVO', confirmedOn: '2024-01-01' })] } } },
    'none',
  ],
  [
    'of two trekkers',
    {
      people: {
        p1: { ties: [tie('a', { confirmedOn: '2025-10-01' })] },
        p2: { ties: [tie('b', { confirmedOn: '2025-09-01' })] },
      },
    },
    '1 since 2026-09-02: a b',
  ],
  [
    'months of its own',
    { people: { p1: { ties: [tie('a')] } }, thresholds: { tieConfirmedMonths: 2 } },
    '1 since 2026-11-02: a',
  ],
])('TIE_UNCONFIRMED: %s', (_, differs, found) => {
  expect(shown(finding('TIE_UNCONFIRMED', differs))).toBe(found);
});
