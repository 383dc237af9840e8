import { finding } from '../testing/judged-cases.js';
import { shown } from '../../../worklist/testing/judged-work.js';
import { away, type Differs, ON } from '../testing/network-facts.js';

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
    ['the one who is named is away', { absences: [away('p1')] }, '3: p1'],
    ['they are back', { absences: [away('p1', { until: '2026-11-24' })] }, 'none'],
    [
      'nobody named, and the trekker who can be reached is away',
      { contact: null, people: { p2: { reachable: false } }, absences: [away('p1')] },
      '3: t1 t2',
    ],
    [
      'nobody named, and all are away: the caretaker is the contact',
      { contact: null, absences: [away('p1'), away('p2')] },
      'none',
    ],
  ])('%s', (_, differs, found) => {
    expect(shown(finding('UNREACHABLE', differs))).toBe(found);
  });
});
