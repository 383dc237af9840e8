import { candidate, codes, finding, leaving, single } from '../testing/judged-cases.js';
import { shown } from '../../../worklist/testing/judged-work.js';
import { type Differs, ON, plan, tenure } from '../testing/network-facts.js';

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
      '5 since 2021-12-31 due 2022-12-31: t1',
    ],
    [
      'a guideline that comes is no alarm, however near',
      single({ from: '2023-12-05' }),
      '7 since 2025-12-04 due 2026-12-04: t1',
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
  const items = (...all: [string, string | null, string | null, string?][]) => ({
    plans: [
      plan('h', {
        items: all.map(([id, dueOn, doneOn, ownerPausedUntil = null]) => ({
          id,
          dueOn,
          doneOn,
          ownerPausedUntil,
        })),
      }),
    ],
  });
  test.each<[string, Differs, string]>([
    ['due today', items(['i1', ON, null]), 'none'],
    ['due yesterday', items(['i1', '2026-11-24', null]), '4 due 2026-11-24: i1'],
    ['done too late', items(['i1', '2026-11-20', '2026-11-24']), 'none'],
    ['of whoever is left alone today', items(['i1', '2026-11-24', null, ON]), 'none'],
    [
      'of whoever was until yesterday',
      items(['i1', '2026-11-24', null, '2026-11-24']),
      '4 due 2026-11-24: i1',
    ],
    [
      'of whoever is left alone, and of somebody else',
      items(['i1', '2026-11-10', null, '2027-01-31'], ['i2', '2026-11-24', null]),
      '4 due 2026-11-24: i2',
    ],
    ['without a day', items(['i1', null, null]), 'none'],
    [
      'the first of them',
      items(['i1', '2026-11-24', null], ['i2', '2026-11-10', null], ['i3', null, null]),
      '4 due 2026-11-10: i1 i2',
    ],
    [
      'who agreed has two weeks more than the day aimed at',
      { plans: [plan('h', { targetOn: '2026-11-11', candidates: [candidate('AGREED')] })] },
      'none',
    ],
    [
      'and is late after that',
      { plans: [plan('h', { targetOn: '2026-11-10', candidates: [candidate('AGREED')] })] },
      '4 due 2026-11-10: h',
    ],
    [
      'nobody agreed, so nobody is late',
      { plans: [plan('h', { targetOn: '2026-11-10', candidates: [candidate('EXPLORING')] })] },
      'none',
    ],
    [
      'of a handover that is over',
      { plans: [{ ...items(['i1', '2026-11-01', null]).plans[0]!, closedOn: ON }] },
      'none',
    ],
  ])('%s', (_, differs, found) => {
    expect(shown(finding('HANDOVER_OVERDUE', differs))).toBe(found);
  });
});
