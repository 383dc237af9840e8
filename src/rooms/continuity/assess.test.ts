import { day } from '../../kernel/clock.js';
import { type Assessment, assess } from './assess.js';
import { type ActionCode, type Finding, type FindingCode, FINDINGS, findingMessage } from './findings.js';
import { type Differs, networkFacts, ON, plan, tenure, tie } from './network-facts.testing.js';

const judged = (differs: Differs = {}, on = ON): Assessment => assess(networkFacts(differs), day(on));

function finding(code: FindingCode, differs: Differs, on = ON): Finding | undefined {
  return judged(differs, on).findings.find((each) => each.code === code);
}

/** `7 since 2026-08-01 due 2027-02-01: t1`, or `none`. */
function shown(found: Finding | undefined): string {
  if (!found) return 'none';
  const { severity, since, dueOn, evidence } = found;
  const days = [since && `since ${since.toString()}`, dueOn && `due ${dueOn.toString()}`].filter(Boolean);
  return `${[severity, ...days].join(' ')}: ${evidence.map(({ id }) => id).join(' ')}`;
}

const codes = (differs: Differs, on = ON) => judged(differs, on).findings.map(({ code }) => code);

/** Both trekkers, a year apart as the first one plans. */
const leaving = (on: string, more: Differs = {}): Differs => ({
  trekkerschappen: [tenure('t1', { plannedOn: '2026-12-01' }), tenure('t2', { plannedOn: on })],
  thresholds: { leaveTogetherDays: 1 },
  plans: [plan('search', { candidates: [candidate('IDENTIFIED')] })],
  ...more,
});
const single = (more: Parameters<typeof tenure>[1] = {}): Differs => ({
  trekkerschappen: [tenure('t1', more)],
});
const candidate = (stage: string, personId = 'p9') => ({ id: `candidate-${personId}`, personId, stage });

test('the network that the cases differ from is stable', () => {
  const { band, severity, findings, securedUntil, plansDue } = judged();
  expect({ band, severity, findings, plansDue }).toEqual({
    band: 'STABLE',
    severity: 0,
    findings: [],
    plansDue: [],
  });
  expect(securedUntil?.toString()).toBe('2029-09-01');
});

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

describe('ENDS_SOON', () => {
  // the last expected end is 31 July: a month before is 30 June, and so on
  test.each([
    ['2026-07-30', 0],
    ['2026-07-31', 3],
    ['2027-01-30', 3],
    ['2027-01-31', 5],
    ['2027-04-29', 5],
    ['2027-04-30', 7],
    ['2027-06-29', 7],
    ['2027-06-30', 9],
    ['2027-07-31', 9],
    ['2027-09-01', 9],
  ])('on %s, with an end on 31 July 2027: %i', (on, severity) => {
    expect(finding('ENDS_SOON', leaving('2027-07-31'), on)?.severity ?? 0).toBe(severity);
  });

  test.each([
    ['2028-02-29', '2027-02-27', 0],
    ['2028-02-29', '2027-02-28', 3],
    ['2028-02-29', '2028-01-28', 7],
    ['2028-02-29', '2028-01-29', 9],
    ['2027-03-31', '2027-02-27', 7],
    ['2027-03-31', '2027-02-28', 9],
    ['2027-05-31', '2027-04-29', 7],
    ['2027-05-31', '2027-04-30', 9],
  ])('an end on %s, seen on %s: %i', (end, on, severity) => {
    expect(finding('ENDS_SOON', leaving(end), on)?.severity ?? 0).toBe(severity);
  });

  test.each<[string, Differs, string]>([
    [
      'of both trekkers, by the last of them',
      leaving('2027-07-31'),
      '3 since 2026-07-31 due 2027-07-31: t1 t2',
    ],
    ['the other one stays longer', leaving('2028-07-31'), 'none'],
    [
      'somebody starts when they stop',
      { trekkerschappen: [tenure('t1', { until: '2027-01-31' }), tenure('t2', { from: '2027-02-01' })] },
      'none',
    ],
    [
      'who starts when they stop does not stay long either',
      {
        trekkerschappen: [
          tenure('t1', { until: '2027-01-31' }),
          tenure('t2', { from: '2027-02-01', plannedOn: '2027-10-01' }),
        ],
      },
      '3 since 2026-10-01 due 2027-10-01: t1',
    ],
    [
      'a guideline that is long over says little',
      single({ from: '2020-01-01' }),
      '5 since 2022-01-01 due 2023-01-01: t1',
    ],
    ['nobody leads, nobody ends', { trekkerschappen: [] }, 'none'],
    ['from a month of its own', leaving('2027-07-31', { thresholds: { endsSoonMonths: 8 } }), 'none'],
    [
      'before its own month the ladder does not count',
      leaving('2027-02-20', { thresholds: { endsSoonMonths: 2 } }),
      'none',
    ],
    [
      'from its own month on it does',
      leaving('2027-01-20', { thresholds: { endsSoonMonths: 2 } }),
      '7 since 2026-11-20 due 2027-01-20: t1 t2',
    ],
  ])('%s', (_, differs, found) => {
    expect(shown(finding('ENDS_SOON', differs))).toBe(found);
  });

  test.each([
    ['IDENTIFIED', true],
    ['APPROACHED', true],
    ['EXPLORING', true],
    ['AGREED', false],
    ['SHADOWING', false],
    ['READY', false],
  ])('with a candidate who is %s: %s', (stage, found) => {
    const plans = [plan('search', { candidates: [candidate(stage)] })];
    expect(codes({ ...leaving('2027-07-31'), plans }).includes('ENDS_SOON')).toBe(found);
  });

  test('whoever agreed in a plan that is closed does not count', () => {
    const plans = [plan('search', { closedOn: '2026-11-01', candidates: [candidate('AGREED')] })];
    expect(codes({ ...leaving('2027-07-31'), plans })).toEqual(
      expect.arrayContaining(['ENDS_SOON', 'NO_SUCCESSOR']),
    );
  });
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
  ['a day before the last twelve months', leaving('2027-07-31', { plans: [] }), '2026-07-30', 'none'],
  ['from then on', leaving('2027-07-31', { plans: [] }), '2026-07-31', '4 due 2027-07-31: network'],
  [
    'with a plan without anybody',
    leaving('2027-07-31', { plans: [plan('search')] }),
    ON,
    '4 due 2027-07-31: network',
  ],
  ['with somebody in view', leaving('2027-07-31'), ON, 'none'],
  [
    'somebody in a plan that is closed',
    leaving('2027-07-31', { plans: [plan('search', { closedOn: ON, candidates: [candidate('AGREED')] })] }),
    ON,
    '4 due 2027-07-31: network',
  ],
  ['nobody leads', { trekkerschappen: [] }, ON, '4: network'],
  ['nobody leads yet', { trekkerschappen: [], status: 'FORMING' }, ON, 'none'],
  ['nobody leads, somebody will', { trekkerschappen: [tenure('t1', { from: '2026-12-01' })] }, ON, 'none'],
])('NO_SUCCESSOR: %s', (_, differs, on, found) => {
  expect(shown(finding('NO_SUCCESSOR', differs, on))).toBe(found);
});

describe('HANDOVER_OVERDUE', () => {
  const items = (...all: [string, string | null, string | null][]) => ({
    plans: [plan('h', { items: all.map(([id, dueOn, doneOn]) => ({ id, dueOn, doneOn })) })],
  });
  test.each<[string, Differs, string]>([
    ['due today', items(['i1', ON, null]), 'none'],
    ['due yesterday', items(['i1', '2026-11-24', null]), '4 due 2026-11-24: i1'],
    ['done too late', items(['i1', '2026-11-20', '2026-11-24']), 'none'],
    ['without a day', items(['i1', null, null]), 'none'],
    [
      'the first of them',
      items(['i1', '2026-11-24', null], ['i2', '2026-11-10', null], ['i3', null, null]),
      '4 due 2026-11-10: i1 i2',
    ],
    [
      'of a handover that is over',
      { plans: [plan('h', { closedOn: ON, items: [{ id: 'i1', dueOn: '2026-11-01', doneOn: null }] })] },
      'none',
    ],
  ])('%s', (_, differs, found) => {
    expect(shown(finding('HANDOVER_OVERDUE', differs))).toBe(found);
  });
});

test.each<[string, Differs, string, string]>([
  ['the day of the guideline', {}, '2028-09-01', 'none'],
  ['the day after', {}, '2028-09-02', '2 since 2028-09-02 due 2028-09-01: t1'],
  ['both, the first says since when', {}, '2029-09-02', '2 since 2028-09-02 due 2028-09-01: t1 t2'],
  [
    'a guideline of its own',
    { thresholds: { tenureGuidelineMonths: 12 } },
    ON,
    '2 since 2026-09-02 due 2026-09-01: t1',
  ],
  [
    'with an end on record',
    single({ from: '2020-01-01', until: '2027-01-01' }),
    ON,
    '2 since 2023-01-02 due 2023-01-01: t1',
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

describe('support', () => {
  const support = (...periods: [string, string | null][]): Differs => ({
    support: periods.map(([from, until], n) => ({ id: `s${n + 1}`, from, until })),
  });
  test.each<[string, Differs, string, string, string]>([
    ['none ever', support(), ON, '2 since 2025-09-01: network', 'none'],
    [
      'none ever, while it forms',
      { ...support(), status: 'FORMING', activeFrom: null },
      ON,
      '2 since 2025-06-01: network',
      'none',
    ],
    ['the last day', support(['2026-01-01', ON]), ON, 'none', '1 since 2026-05-25 due 2026-11-25: s1'],
    ['the day after', support(['2026-01-01', '2026-11-24']), ON, '2 since 2026-11-25: network', 'none'],
    ['still to start', support(['2026-11-26', null]), ON, '2 since 2025-09-01: network', 'none'],
    ['a day over six months', support(['2026-01-01', '2027-05-26']), ON, 'none', 'none'],
    [
      'six months',
      support(['2026-01-01', '2027-05-25']),
      ON,
      'none',
      '1 since 2026-11-25 due 2027-05-25: s1',
    ],
    [
      'six months to the end of February',
      support(['2026-01-01', '2027-08-31']),
      '2027-02-27',
      'none',
      'none',
    ],
    [
      'on the end of February',
      support(['2026-01-01', '2027-08-31']),
      '2027-02-28',
      'none',
      '1 since 2027-02-28 due 2027-08-31: s1',
    ],
    [
      'one ends, one goes on',
      support(['2026-01-01', '2026-12-31'], ['2026-06-01', null]),
      ON,
      'none',
      'none',
    ],
    [
      'one ends, one is to start',
      support(['2026-01-01', '2026-12-31'], ['2027-01-01', null]),
      ON,
      'none',
      'none',
    ],
    [
      'the last of two',
      support(['2026-01-01', '2026-12-31'], ['2026-06-01', '2027-02-01']),
      ON,
      'none',
      '1 since 2026-08-01 due 2027-02-01: s2',
    ],
    [
      'months of its own',
      { ...support(['2026-01-01', '2027-01-31']), thresholds: { supportEndingMonths: 2 } },
      ON,
      'none',
      'none',
    ],
  ])('%s', (_, differs, on, none, ending) => {
    expect(shown(finding('NO_SUPPORT', differs, on))).toBe(none);
    expect(shown(finding('SUPPORT_ENDING', differs, on))).toBe(ending);
  });
});

test.each<[string, Differs, string, string]>([
  ['119 days', { lastActivityOn: '2026-07-29' }, ON, 'none'],
  ['120 days', { lastActivityOn: '2026-07-28' }, ON, '3 since 2026-11-25: network'],
  ['121 days', { lastActivityOn: '2026-07-27' }, ON, '3 since 2026-11-24: network'],
  ['never any, 119 days active', { lastActivityOn: null, activeFrom: '2026-07-29' }, ON, 'none'],
  [
    'never any, 120 days active',
    { lastActivityOn: null, activeFrom: '2026-07-28' },
    ON,
    '3 since 2026-11-25: network',
  ],
  ['a pause is no silence', { lastActivityOn: '2026-01-01', status: 'DORMANT' }, ON, 'none'],
  ['nor is the beginning', { lastActivityOn: '2026-01-01', status: 'FORMING', activeFrom: null }, ON, 'none'],
  [
    'days of its own',
    { lastActivityOn: '2026-11-20', thresholds: { inactiveDays: 5 } },
    ON,
    '3 since 2026-11-25: network',
  ],
])('INACTIVE: %s', (_, differs, on, found) => {
  expect(shown(finding('INACTIVE', differs, on))).toBe(found);
});

describe('OVERLOADED', () => {
  const roles = (...untils: (string | null)[]): Differs => ({
    people: { p1: { leads: untils.map((until, n) => ({ id: `r${n}`, from: '2026-01-01', until })) } },
  });
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
});

describe('UNREACHABLE', () => {
  const contact = (reachable: boolean, ...roles: [string, string | null][]): Differs => ({
    contact: { personId: 'p7', reachable, roles: roles.map(([from, until]) => ({ from, until })) },
  });
  test.each<[string, Differs, string]>([
    ['with a role and a route', contact(true, ['2026-01-01', null]), 'none'],
    ['without a route', contact(false, ['2026-01-01', null]), '3: p7'],
    ['without a role', contact(true), '3: p7'],
    ['a role until today', contact(true, ['2026-01-01', ON]), 'none'],
    ['a role until yesterday', contact(true, ['2026-01-01', '2026-11-24']), '3: p7'],
    ['a role from tomorrow', contact(true, ['2026-11-26', null]), '3: p7'],
    ['a second role goes on', contact(true, ['2026-01-01', '2026-11-24'], ['2026-02-01', null]), 'none'],
    [
      'nobody named, a trekker can be reached',
      { contact: null, people: { p1: { reachable: false } } },
      'none',
    ],
    [
      'nobody named, no trekker can',
      { contact: null, people: { p1: { reachable: false }, p2: { reachable: false } } },
      '3: t1 t2',
    ],
  ])('%s', (_, differs, found) => {
    expect(shown(finding('UNREACHABLE', differs))).toBe(found);
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

test.each<[string, Differs, string | null]>([
  ['the trekker who stays longest', {}, '2029-09-01'],
  [
    'who is on record to start',
    {
      trekkerschappen: [
        tenure('t1', { until: '2027-01-31' }),
        tenure('t2', { from: '2027-02-01', plannedOn: '2027-12-31' }),
      ],
    },
    '2027-12-31',
  ],
  ['nobody', { trekkerschappen: [] }, null],
  ['nobody any more', { trekkerschappen: [tenure('t1', { until: '2026-11-24' })] }, null],
  ['the last day of the last one', { trekkerschappen: [tenure('t1', { until: ON })] }, ON],
  [
    'the end of a range that comes first',
    {
      ...single(),
      sectors: ['MBO'],
      people: {
        p1: {
          ties: [tie('a', { sector: 'MBO', stage: 'MBO2', earliest: '2027-07-31', latest: '2028-07-31' })],
        },
      },
    },
    '2027-07-31',
  ],
  [
    'an agreed successor, from the day aimed at',
    {
      ...single({ until: '2027-01-31' }),
      plans: [plan('s', { targetOn: '2027-02-01', candidates: [candidate('AGREED')] })],
    },
    '2030-02-01',
  ],
  [
    'an agreed successor, from when the last one stops',
    { ...single({ until: '2027-01-31' }), plans: [plan('s', { candidates: [candidate('READY')] })] },
    '2030-01-31',
  ],
  [
    'an agreed successor whose child leaves school',
    {
      ...single({ until: '2027-01-31' }),
      plans: [plan('s', { candidates: [candidate('SHADOWING')] })],
      people: { p9: { ties: [tie('a')] } },
    },
    '2028-07-31',
  ],
  [
    'an agreed successor, nobody leading',
    { trekkerschappen: [], plans: [plan('s', { trekkerschapId: null, candidates: [candidate('AGREED')] })] },
    '2029-11-25',
  ],
  [
    'a candidate who has not agreed',
    { ...single({ until: '2027-01-31' }), plans: [plan('s', { candidates: [candidate('EXPLORING')] })] },
    '2027-01-31',
  ],
])('secured until: %s', (_, differs, until) => {
  expect(judged(differs).securedUntil?.toString() ?? null).toBe(until);
});

test.each<[string, Differs, string, string[]]>([
  ['mind it', single(), 'ATTENTION', ['SINGLE_TREKKER']],
  ['nobody in view', leaving('2027-07-31', { plans: [] }), 'AT_RISK', ['NO_SUCCESSOR', 'ENDS_SOON']],
  ['within a month', leaving('2026-12-20'), 'CRITICAL', ['ENDS_SOON']],
  ['nobody leads', { trekkerschappen: [], contact: null }, 'CRITICAL', ['NO_TREKKER', 'NO_SUCCESSOR']],
  [
    'nobody leads yet',
    { trekkerschappen: [], contact: null, status: 'FORMING' },
    'ATTENTION',
    ['NO_TREKKER'],
  ],
  [
    'much at once, worst first',
    { ...single(), lastActivityOn: '2026-01-01', support: [] },
    'ATTENTION',
    ['INACTIVE', 'NO_SUPPORT', 'SINGLE_TREKKER'],
  ],
])('the band is that of the worst: %s', (_, differs, band, found) => {
  expect(judged(differs).band).toBe(band);
  expect(codes(differs)).toEqual(found);
});

describe('what would help', () => {
  const stops = single({ until: '2026-12-31' });
  const search = (...stages: string[]) => ({
    plans: [plan('search', { candidates: stages.map((stage) => candidate(stage)) })],
  });
  test.each<[string, FindingCode, Differs, ActionCode, string]>([
    ['no plan', 'ENDS_SOON', stops, 'OPEN_SUCCESSION', 'network'],
    ['a plan', 'ENDS_SOON', { ...stops, ...search() }, 'ADD_CANDIDATE', 'search'],
    [
      'a plan that is closed',
      'ENDS_SOON',
      { ...stops, plans: [plan('search', { closedOn: ON })] },
      'OPEN_SUCCESSION',
      'network',
    ],
    ['a candidate', 'ENDS_SOON', { ...stops, ...search('IDENTIFIED') }, 'MOVE_CANDIDATE', 'search'],
    [
      'one who agreed, nobody leading',
      'NO_TREKKER',
      { trekkerschappen: [], ...search('AGREED') },
      'COMPLETE_SUCCESSION',
      'search',
    ],
    [
      'the same for who looks for a successor',
      'NO_SUCCESSOR',
      { ...stops, ...search() },
      'ADD_CANDIDATE',
      'search',
    ],
    ['one trekker', 'SINGLE_TREKKER', stops, 'ADD_CO_TREKKER', 't1'],
    ['silence', 'INACTIVE', { lastActivityOn: '2026-01-01' }, 'CONTACT_NETWORK', 'network'],
    ['no support', 'NO_SUPPORT', { support: [] }, 'ARRANGE_SUPPORT', 'network'],
    [
      'a tie',
      'TIE_UNCONFIRMED',
      { people: { p1: { ties: [tie('a', { confirmedOn: '2024-01-01' })] } } },
      'CONFIRM_TIE',
      'a',
    ],
    ['a long tenure', 'LONG_TENURE', single({ from: '2020-01-01' }), 'TALK_ABOUT_TENURE', 't1'],
  ])('%s', (_, code, differs, action, on) => {
    const found = finding(code, differs)?.action;
    expect([found?.code, found?.on.id]).toEqual([action, on]);
  });
});

describe('plans that are due', () => {
  const due = (differs: Differs, on = ON) => judged(differs, on).plansDue.map(({ tenure: { id } }) => id);
  const stops = single({ plannedOn: '2027-08-31' });
  const closed = (more: object) => ({ ...stops, plans: [plan('old', { closedOn: '2026-10-01', ...more })] });
  test.each<[string, Differs, string, string[]]>([
    ['a day before nine months', stops, '2026-11-29', []],
    ['nine months before', stops, '2026-11-30', ['t1']],
    ['months of its own', { ...stops, thresholds: { leadMonths: 10 } }, '2026-10-31', ['t1']],
    ['a plan is open', { ...stops, plans: [plan('search')] }, '2026-12-01', []],
    [
      'a plan of another trekkerschap is',
      { ...stops, plans: [plan('search', { trekkerschapId: 't2' })] },
      '2026-12-01',
      ['t1'],
    ],
    ['closed for this very end', closed({ openedFor: '2027-08-31' }), '2026-12-01', []],
    ['closed when it aimed at this very end', closed({ targetOn: '2027-08-31' }), '2026-12-01', []],
    ['closed for an end that has moved since', closed({ openedFor: '2027-06-30' }), '2026-12-01', ['t1']],
    ['an end on record had its plan when it was recorded', single({ until: '2027-08-31' }), '2026-12-01', []],
    ['while it forms nobody has to follow', { ...stops, status: 'FORMING' }, '2026-12-01', []],
    ['while it pauses somebody has', { ...stops, status: 'DORMANT' }, '2026-12-01', ['t1']],
  ])('%s', (_, differs, on, found) => {
    expect(due(differs, on)).toEqual(found);
  });
});

test('a message fills every hole, in both languages', () => {
  const all: Differs[] = [
    { trekkerschappen: [], support: [], lastActivityOn: '2026-01-01', contact: null },
    { ...single({ from: '2020-01-01' }), contact: { personId: 'p1', reachable: false, roles: [] } },
    {
      ...leaving('2027-01-31', { support: [{ id: 's1', from: '2026-01-01', until: '2026-12-31' }] }),
      thresholds: { mostRoles: 0 },
      plans: [plan('h', { items: [{ id: 'i', dueOn: '2026-11-01', doneOn: null }] })],
    },
    { people: { p1: { ties: [tie('a', { confirmedOn: '2024-01-01' })] }, p2: { ties: [tie('b')] } } },
  ];
  const found = all.flatMap((differs) => judged(differs).findings);
  expect(new Set(found.map(({ code }) => code)).size).toBe(Object.keys(FINDINGS).length);
  for (const each of found) {
    for (const locale of ['nl', 'en'] as const)
      expect(findingMessage(each, locale)).not.toMatch(/[{}?]|undefined/);
  }
  const silent = found.find(({ code }) => code === 'NO_TREKKER')!;
  expect(findingMessage(silent, 'nl')).toContain('Sinds 1 september 2025 is er geen trekker');
  expect(findingMessage(silent, 'en')).toContain('since 1 September 2025');
});
