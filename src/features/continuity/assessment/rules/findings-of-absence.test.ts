import { shown } from '../../../worklist/testing/judged-work.js';
import { codes, finding, judged, single } from '../testing/judged-cases.js';
import { away, type Differs, ON, tenure } from '../testing/network-facts.js';

const both = [tenure('t1'), tenure('t2', { from: '2026-09-01' })];
/** `t3` leads instead of the first. */
const instead: Differs = {
  trekkerschappen: [...both.slice(0, 1), tenure('t3', { from: '2026-11-01' })],
  absences: [away('p1', { substituteId: 't3' })],
};

describe('TREKKER_ABSENT', () => {
  test.each<[string, Differs, string, string]>([
    ['not before the first day', { ...single(), absences: [away('p1')] }, '2026-10-31', 'none'],
    ['since the first day', { ...single(), absences: [away('p1')] }, ON, '4 since 2026-11-01: t1'],
    [
      'until the last day',
      { ...single(), absences: [away('p1', { until: '2026-11-25' })] },
      '2026-11-25',
      '4 since 2026-11-01: t1',
    ],
    ['no longer', { ...single(), absences: [away('p1', { until: '2026-11-24' })] }, ON, 'none'],
    [
      'due when they are expected back',
      { ...single(), absences: [away('p1', { expectedOn: '2026-12-31' })] },
      ON,
      '4 since 2026-11-01 due 2026-12-31: t1',
    ],
    ['not while another one is there', { trekkerschappen: both, absences: [away('p1')] }, ON, 'none'],
    [
      'since both are away',
      { trekkerschappen: both, absences: [away('p1'), away('p2', { from: '2026-11-20' })] },
      ON,
      '4 since 2026-11-20: t1 t2',
    ],
    ['not while somebody acts', instead, ON, 'none'],
    [
      'nobody is alarmed while the network forms',
      { ...single(), absences: [away('p1')], status: 'FORMING' },
      ON,
      '3 since 2026-11-01: t1',
    ],
    [
      'nobody leads: that is worse',
      {
        trekkerschappen: [tenure('t1', { until: '2026-11-10' })],
        absences: [away('p1', { until: '2026-11-10' })],
      },
      ON,
      'none',
    ],
  ])('%s', (_, differs, on, found) => {
    expect(shown(finding('TREKKER_ABSENT', differs, on))).toBe(found);
  });

  test('is no departure: nothing else is found, and they are expected as long as before', () => {
    const alone = { ...single(), contact: null };
    const without = judged(alone);
    const during = judged({ ...alone, absences: [away('p1')] });
    expect(during.findings.map(({ code }) => code)).toEqual([
      'TREKKER_ABSENT',
      ...without.findings.map(({ code }) => code),
    ]);
    expect(during.securedUntil).toEqual(without.securedUntil);
    expect(during.expected).toEqual(without.expected);
  });
});

describe('ABSENCE_OVERDUE', () => {
  const expected = (on: string, more: Differs = {}): Differs => ({
    ...single(),
    absences: [away('p1', { expectedOn: on })],
    ...more,
  });

  test.each<[string, Differs, string]>([
    ['on the expected day', expected(ON), 'none'],
    ['from the day after', expected('2026-11-24'), '2 since 2026-11-25 due 2026-11-24: t1'],
    [
      'also while another one is there',
      expected('2026-11-24', { trekkerschappen: both }),
      '2 since 2026-11-25 due 2026-11-24: t1',
    ],
    ['nobody knows when', { ...single(), absences: [away('p1')] }, 'none'],
    [
      'they are back',
      { ...single(), absences: [away('p1', { expectedOn: '2026-11-10', until: '2026-11-20' })] },
      'none',
    ],
  ])('%s', (_, differs, found) => {
    expect(shown(finding('ABSENCE_OVERDUE', differs))).toBe(found);
  });
});

describe('whoever only acts meanwhile', () => {
  test('is nobody beside the trekker, and not expected to stop', () => {
    expect(codes(instead)).toContain('SINGLE_TREKKER');
    expect(judged(instead).expected.map(({ trekkerschap }) => trekkerschap.id)).toEqual(['t1']);
  });

  test('counts when they went on from leading in their own right', () => {
    const before = tenure('t3', { from: '2026-06-01', until: '2026-10-31' });
    const goesOn = tenure('t4', { personId: 'p3', from: '2026-11-01' });
    const differs = {
      trekkerschappen: [tenure('t1'), before, goesOn],
      absences: [away('p1', { substituteId: 't4' })],
    };
    expect(codes(differs)).not.toContain('SINGLE_TREKKER');
  });
});
