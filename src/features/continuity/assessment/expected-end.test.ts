import { day, type PlainDate } from '../../../kernel/clock.js';
import { assess } from './assess.js';
import { DayWatch } from '../../worklist/day-watch.js';
import { type ExpectedEnd, expectedEnd } from './expected-end.js';
import type { Thresholds } from './network-facts.js';
import { networkFacts, ON, type Differs, tenure, tie } from './testing/network-facts.js';

interface Case {
  readonly from?: string;
  readonly until?: string;
  readonly planned?: string;
  readonly ties?: readonly ReturnType<typeof tie>[];
  readonly sectors?: string[];
  readonly thresholds?: Partial<Thresholds>;
  readonly on?: string;
}

/** When the one trekker of a network is expected to stop: `2028-07-31 CHILD_LEAVES_SCHOOL HIGH`. */
function endOf({ ties = [], sectors = ['PO'], on = ON, thresholds = {}, ...said }: Case): string {
  const { from = '2025-09-01', until = null, planned: plannedOn = null } = said;
  const differs: Differs = {
    trekkerschappen: [tenure('t1', { from, until, plannedOn })],
    people: { p1: { ties: [...ties] } },
    sectors,
    thresholds,
  };
  const [only] = assess(networkFacts(differs), day(on)).expected;
  return shown(only!.end);
}

function shown({ on, earliest, latest, driver, confidence }: ExpectedEnd): string {
  const range = earliest.equals(latest) ? [] : [span(earliest, latest)];
  return [on.toString(), driver, confidence, ...range].join(' ');
}

const span = (a: PlainDate, b: PlainDate) => `${a.toString()}/${b.toString()}`;
const until = (id: string, exit: string, more: Partial<ReturnType<typeof tie>> = {}) =>
  tie(id, { earliest: exit, latest: exit, ...more });
const HAVO = { stage: 'HAVO', sector: 'VO' };
const MBO = { stage: 'MBO4', sector: 'MBO', earliest: '2028-07-31', latest: '2029-07-31' };
const UNKNOWN = { earliest: null, latest: null };

test.each<[string, Case, string]>([
  ['a guideline of three years where nothing else is known', {}, '2028-08-31 TENURE_GUIDELINE MEDIUM'],
  [
    'a guideline of its own',
    { thresholds: { tenureGuidelineMonths: 24 } },
    '2027-08-31 TENURE_GUIDELINE MEDIUM',
  ],
  ['a planned end', { planned: '2027-03-01' }, '2027-03-01 PLANNED HIGH'],
  ['a planned end after the guideline', { planned: '2029-03-01' }, '2028-08-31 TENURE_GUIDELINE MEDIUM'],
  ['a plan that is overdue', { planned: '2026-10-01' }, '2026-10-01 PLANNED HIGH'],
  [
    'an end on record, sooner than planned',
    { until: '2027-01-31', planned: '2027-03-01' },
    '2027-01-31 RECORDED HIGH',
  ],
  [
    'an end on record, later than planned',
    { until: '2030-01-31', planned: '2027-03-01' },
    '2030-01-31 RECORDED HIGH',
  ],
  [
    'an end on record, after a child leaves',
    { until: '2030-01-31', ties: [tie('a')] },
    '2030-01-31 RECORDED HIGH',
  ],
  ['a term limit', { thresholds: { termLimitMonths: 24 } }, '2027-08-31 TERM_LIMIT HIGH'],
  [
    'a term limit after the guideline',
    { thresholds: { termLimitMonths: 48 } },
    '2028-08-31 TENURE_GUIDELINE MEDIUM',
  ],
  ['a term limit that has passed', { thresholds: { termLimitMonths: 12 } }, '2026-08-31 TERM_LIMIT HIGH'],
  ['a child that leaves school', { ties: [tie('a')] }, '2028-07-31 CHILD_LEAVES_SCHOOL HIGH'],
  [
    'a child that leaves after a planned end',
    { ties: [tie('a')], planned: '2028-07-30' },
    '2028-07-30 PLANNED HIGH',
  ],
  [
    'a child that left while they went on',
    { ties: [until('a', '2026-07-31')] },
    '2026-07-31 CHILD_LEAVES_SCHOOL HIGH',
  ],
])('expected end: %s', (_, given, end) => {
  expect(endOf(given)).toBe(end);
});

test.each<[string, Case, string]>([
  ['the day of the guideline', { on: '2028-08-31' }, '2028-08-31 TENURE_GUIDELINE MEDIUM'],
  ['the day after, with nothing else', { on: '2028-09-01' }, '2028-08-31 TENURE_GUIDELINE LOW'],
  ['years after, with nothing else', { on: '2034-09-01' }, '2028-08-31 TENURE_GUIDELINE LOW'],
  [
    'the day, with a later plan',
    { on: '2028-08-31', planned: '2029-07-31' },
    '2028-08-31 TENURE_GUIDELINE MEDIUM',
  ],
  [
    'the day after, with a later plan',
    { on: '2028-09-01', planned: '2029-07-31' },
    '2029-07-31 PLANNED HIGH',
  ],
  [
    'the day after, with a child that leaves later',
    { on: '2028-09-01', ties: [until('a', '2030-07-31', { confirmedOn: '2028-08-01' })] },
    '2030-07-31 CHILD_LEAVES_SCHOOL HIGH',
  ],
  [
    'the day after, with a child of whom the end is unknown',
    { on: '2028-09-01', sectors: ['VO'], ties: [tie('a', { ...HAVO, ...UNKNOWN })] },
    '2028-08-31 TENURE_GUIDELINE LOW',
  ],
  [
    'the day after, with a term limit',
    { on: '2028-09-01', thresholds: { termLimitMonths: 48 } },
    '2029-08-31 TERM_LIMIT HIGH',
  ],
])('a guideline that has passed was no prediction: %s', (_, given, end) => {
  expect(endOf(given)).toBe(end);
});

test.each<[string, Case, string]>([
  [
    'the last of two children at primary school',
    { ties: [until('a', '2027-07-31'), until('b', '2028-07-31')] },
    '2028-07-31 CHILD_LEAVES_SCHOOL HIGH',
  ],
  [
    'leaving PO is leaving a PO network, whoever is in VO',
    { ties: [until('a', '2027-07-31'), until('b', '2030-07-31', HAVO)] },
    '2027-07-31 CHILD_LEAVES_SCHOOL HIGH',
  ],
  [
    'a VO network looks at the child in VO only',
    { ties: [until('a', '2027-07-31'), until('b', '2028-07-31', HAVO)], sectors: ['VO'] },
    '2028-07-31 CHILD_LEAVES_SCHOOL HIGH',
  ],
  [
    'a network of PO and VO goes on to the last of both',
    { ties: [until('a', '2027-07-31'), until('b', '2028-07-31', HAVO)], sectors: ['PO', 'VO'] },
    '2028-07-31 CHILD_LEAVES_SCHOOL HIGH',
  ],
  [
    'a child elsewhere is no reason',
    { ties: [until('a', '2027-07-31')], sectors: ['MBO'] },
    '2028-08-31 TENURE_GUIDELINE MEDIUM',
  ],
  [
    'JEUGD: a child at any school is a reason to stay',
    { ties: [until('a', '2027-07-31'), until('b', '2028-07-31', HAVO)], sectors: ['JEUGD'] },
    '2028-07-31 CHILD_LEAVES_SCHOOL HIGH',
  ],
  [
    'ZORG beside PO: any school',
    { ties: [until('a', '2027-07-31'), until('b', '2028-07-31', HAVO)], sectors: ['PO', 'ZORG'] },
    '2028-07-31 CHILD_LEAVES_SCHOOL HIGH',
  ],
  [
    'MBO gives a range, of which the first day counts',
    { from: '2026-09-01', ties: [tie('a', MBO)], sectors: ['MBO'] },
    '2028-07-31 CHILD_LEAVES_SCHOOL MEDIUM 2028-07-31/2029-07-31',
  ],
  [
    'what else ends it, ends the range',
    { ties: [tie('a', MBO)], sectors: ['MBO'] },
    '2028-07-31 CHILD_LEAVES_SCHOOL MEDIUM 2028-07-31/2028-08-31',
  ],
  [
    'on the first day of a range it still is that day',
    {
      from: '2026-09-01',
      on: '2028-07-31',
      ties: [tie('a', { ...MBO, confirmedOn: '2028-01-01' })],
      sectors: ['MBO'],
    },
    '2028-07-31 CHILD_LEAVES_SCHOOL MEDIUM 2028-07-31/2029-07-31',
  ],
  [
    'who is still there after the first day of a range stays until its last',
    {
      from: '2026-09-01',
      on: '2028-08-01',
      ties: [tie('a', { ...MBO, confirmedOn: '2028-01-01' })],
      sectors: ['MBO'],
    },
    '2029-07-31 CHILD_LEAVES_SCHOOL MEDIUM',
  ],
  [
    'a range beside a day within it',
    {
      from: '2026-09-01',
      ties: [
        tie('a', MBO),
        until('b', '2028-12-31', { ...MBO, stated: true, earliest: '2028-12-31', latest: '2028-12-31' }),
      ],
      sectors: ['MBO'],
    },
    '2028-12-31 CHILD_LEAVES_SCHOOL MEDIUM 2028-12-31/2029-07-31',
  ],
  [
    'a range of which the first day was before they began',
    { from: '2028-09-01', ties: [tie('a', MBO)], sectors: ['MBO'] },
    '2029-07-31 CHILD_LEAVES_SCHOOL HIGH',
  ],
  [
    'VSO: unknown',
    { ties: [tie('a', { stage: 'VSO', sector: 'VO', ...UNKNOWN })], sectors: ['VO'] },
    '2028-08-31 TENURE_GUIDELINE MEDIUM',
  ],
  [
    'PRO, until the parent states a day',
    { ties: [until('a', '2027-02-15', { stage: 'PRO', sector: 'VO', stated: true })], sectors: ['VO'] },
    '2027-02-15 CHILD_LEAVES_SCHOOL HIGH',
  ],
  [
    'unknown of one is unknown of the last',
    {
      ties: [until('a', '2027-07-31', HAVO), tie('b', { stage: 'VSO', sector: 'VO', ...UNKNOWN })],
      sectors: ['VO'],
    },
    '2028-08-31 TENURE_GUIDELINE MEDIUM',
  ],
  [
    'unknown of one that does not matter',
    { ties: [until('a', '2027-07-31'), tie('b', { stage: 'VSO', sector: 'VO', ...UNKNOWN })] },
    '2027-07-31 CHILD_LEAVES_SCHOOL HIGH',
  ],
  [
    'SBO is an approximation',
    { ties: [tie('a', { stage: 'SBO' })] },
    '2028-07-31 CHILD_LEAVES_SCHOOL MEDIUM',
  ],
  [
    'SO, as stated',
    { ties: [tie('a', { stage: 'SO', stated: true })] },
    '2028-07-31 CHILD_LEAVES_SCHOOL HIGH',
  ],
  [
    'who began after the child had left does not stop for it',
    { from: '2026-09-01', ties: [until('a', '2026-07-31')] },
    '2029-08-31 TENURE_GUIDELINE MEDIUM',
  ],
  [
    'who began on the last school day does',
    { from: '2026-07-31', ties: [until('a', '2026-07-31')] },
    '2026-07-31 CHILD_LEAVES_SCHOOL HIGH',
  ],
])('school exit: %s', (_, given, end) => {
  expect(endOf(given)).toBe(end);
});

test.each<[string, string, string]>([
  ['exactly twelve months ago', '2025-11-25', 'HIGH'],
  ['a day more', '2025-11-24', 'LOW'],
  ['today', '2026-11-25', 'HIGH'],
])('confidence of a school tie confirmed %s', (_, confirmedOn, confidence) => {
  expect(endOf({ ties: [tie('a', { confirmedOn })] })).toBe(`2028-07-31 CHILD_LEAVES_SCHOOL ${confidence}`);
});

test('a tie confirmed on a leap day is fine until 28 February', () => {
  const ties = [tie('a', { confirmedOn: '2024-02-29' })];
  expect(
    endOf({
      ties,
      on: '2025-02-28',
      from: '2023-09-01',
      planned: '2029-01-01',
      thresholds: { tenureGuidelineMonths: 120 },
    }),
  ).toMatch(/HIGH$/);
  expect(
    endOf({
      ties,
      on: '2025-03-01',
      from: '2023-09-01',
      planned: '2029-01-01',
      thresholds: { tenureGuidelineMonths: 120 },
    }),
  ).toMatch(/LOW$/);
});

test('confidence is that of every tie that the days rest on, and of no other', () => {
  const stale = { confirmedOn: '2024-09-01' };
  const last = until('b', '2028-07-31');
  expect(endOf({ ties: [until('a', '2027-07-31', stale), last] })).toBe(
    '2028-07-31 CHILD_LEAVES_SCHOOL HIGH',
  );
  expect(endOf({ ties: [until('a', '2028-07-31', stale), last] })).toBe('2028-07-31 CHILD_LEAVES_SCHOOL LOW');
  // the first day depends on one tie, the last day on the other
  const range = tie('c', { ...MBO, earliest: '2027-07-31' });
  const first = until('d', '2028-07-31', { stage: 'MBO2', sector: 'MBO', ...stale });
  expect(endOf({ from: '2026-09-01', ties: [range, first], sectors: ['MBO'] })).toBe(
    '2028-07-31 CHILD_LEAVES_SCHOOL LOW 2028-07-31/2029-07-31',
  );
});

test.each<[string, Case, string]>([
  ['planned on the day a child leaves', { planned: '2028-07-31', ties: [tie('a')] }, 'PLANNED'],
  [
    'a child leaves on the day of the term limit',
    { from: '2026-08-01', ties: [tie('a')], thresholds: { termLimitMonths: 24 } },
    'CHILD_LEAVES_SCHOOL',
  ],
  ['a term limit on the day of the guideline', { thresholds: { termLimitMonths: 36 } }, 'TERM_LIMIT'],
])('what was said goes before what is reckoned: %s', (_, given, driver) => {
  expect(endOf(given).split(' ')[1]).toBe(driver);
});

test.each<[string, number, string]>([
  ['2024-02-29', 36, '2027-02-28'],
  ['2024-02-29', 48, '2028-02-28'],
  ['2023-02-28', 12, '2024-02-27'],
  ['2028-02-29', 12, '2029-02-28'],
  ['2026-08-31', 6, '2027-02-28'],
  ['2025-08-31', 18, '2027-02-28'],
  ['2024-07-31', 36, '2027-07-30'],
])('who began on %s leads for %i months until %s', (from, termLimitMonths, end) => {
  expect(endOf({ from, thresholds: { termLimitMonths, tenureGuidelineMonths: 240 } })).toBe(
    `${end} TERM_LIMIT HIGH`,
  );
});

test('an expected end names the ties that it rests on, and only those', () => {
  const facts = networkFacts({
    people: { p1: { ties: [until('a', '2027-07-31'), until('b', '2028-07-31')] } },
  });
  const { ties } = facts.people['p1']!;
  const of = (planned: string | null) =>
    expectedEnd(
      { from: day('2025-09-01'), until: null, plannedOn: planned === null ? null : day(planned) },
      ties,
      ['PO'],
      facts.thresholds,
      new DayWatch(day(ON)),
    ).ties.map(({ id }) => id);
  expect(of(null)).toEqual(['b']);
  expect(of('2027-01-01')).toEqual([]);
});
