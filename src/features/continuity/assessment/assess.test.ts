import { type FindingCode, findingMessage, type ActionCode } from '../../worklist/findings.js';
import { nl } from '../../worklist/messages.nl.js';
import { NOT_OF_NETWORKS } from '../../worklist/testing/judged-work.js';
import { candidate, codes, finding, judged, leaving, single } from './testing/judged-cases.js';
import { away, type Differs, ON, plan, tenure, tie } from './testing/network-facts.js';

test('the network that the cases differ from is stable', () => {
  const { band, severity, findings, securedUntil, plansDue } = judged();
  expect({ band, severity, findings, plansDue }).toEqual({
    band: 'STABLE',
    severity: 0,
    findings: [],
    plansDue: [],
  });
  expect(securedUntil?.toString()).toBe('2029-08-31');
});

test.each<[string, Differs, string | null]>([
  ['the trekker who stays longest', {}, '2029-08-31'],
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
    '2029-11-24',
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
  const due = (differs: Differs, on = ON) =>
    judged(differs, on).plansDue.map(({ trekkerschap: { id } }) => id);
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
    { ...single(), absences: [away('p1', { from: '2026-10-01', expectedOn: '2026-11-01' })] },
    { trekkerschappen: [], support: [], lastActivityOn: '2026-01-01', contact: null },
    { ...single({ from: '2020-01-01' }), contact: { personId: 'p1', reachable: false, roles: [] } },
    {
      ...leaving('2027-01-31', { support: [{ id: 's1', from: '2026-01-01', until: '2026-12-31' }] }),
      thresholds: { mostRoles: 0 },
      plans: [plan('h', { items: [{ id: 'i', dueOn: '2026-11-01', doneOn: null, ownerPausedUntil: null }] })],
    },
    { people: { p1: { ties: [tie('a', { confirmedOn: '2024-01-01' })] }, p2: { ties: [tie('b')] } } },
    { endsOn: '2027-07-31', endTasks: 2 },
  ];
  const found = all.flatMap((differs) => judged(differs).findings);
  const ofNetworks = Object.keys(nl.findings).filter((code) => !NOT_OF_NETWORKS.includes(code));
  expect([...new Set(found.map(({ code }) => code))].sort()).toEqual(ofNetworks.sort());
  for (const each of found) {
    for (const locale of ['nl', 'en'] as const)
      expect(findingMessage(each, locale)).not.toMatch(/[{}?]|undefined/);
  }
  const silent = found.find(({ code }) => code === 'NO_TREKKER')!;
  expect(findingMessage(silent, 'nl')).toContain('Sinds 1 september 2025 is er geen trekker');
  expect(findingMessage(silent, 'en')).toContain('since 1 September 2025');
});
