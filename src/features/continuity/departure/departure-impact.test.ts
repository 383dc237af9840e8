import { candidate, type Case, contact, departure, sole, sought } from './testing/departed-network.js';
import { ON, tenure } from '../assessment/testing/network-facts.js';

test.each<[string, Case, Partial<ReturnType<typeof departure>>]>([
  [
    'a sole trekker',
    { facts: { ...sole, ...contact('p2') } },
    {
      band: 'ATTENTION CRITICAL',
      findings: ['NO_TREKKER 10', 'NO_SUCCESSOR 4'],
      repairs: ['OPEN_SUCCESSION Oudernetwerk network'],
    },
  ],
  [
    'a sole trekker with a plan',
    { facts: { ...sole, ...sought(), ...contact('p2') } },
    { band: 'ATTENTION CRITICAL', repairs: ['ADD_CANDIDATE SuccessionPlan plan'] },
  ],
  [
    'a sole trekker with a candidate',
    { facts: { ...sole, ...sought(candidate('EXPLORING')), ...contact('p2') } },
    {
      band: 'ATTENTION CRITICAL',
      findings: ['NO_TREKKER 10'],
      repairs: ['MOVE_CANDIDATE SuccessionPlan plan'],
    },
  ],
  [
    'a sole trekker with a successor who agreed',
    { facts: { ...sole, ...sought(candidate('READY')), ...contact('p2') } },
    {
      band: 'ATTENTION AT_RISK',
      findings: ['NO_TREKKER 6'],
      repairs: ['COMPLETE_SUCCESSION SuccessionPlan plan'],
    },
  ],
  [
    'a sole trekker who is whom to turn to',
    { facts: sole },
    {
      findings: ['NO_TREKKER 10', 'NO_SUCCESSOR 4', 'UNREACHABLE 3'],
      repairs: ['OPEN_SUCCESSION Oudernetwerk network', 'NAME_CONTACT Oudernetwerk network'],
    },
  ],
  [
    'one of two',
    { facts: contact('p2') },
    {
      band: 'STABLE ATTENTION',
      coveredBy: 'Trekkerschap t2',
      findings: ['SINGLE_TREKKER 2'],
      repairs: ['ADD_CO_TREKKER Trekkerschap t2'],
    },
  ],
  [
    'one of two, and the other stops soon: a co-trekker answers both',
    {
      facts: {
        ...contact('p2'),
        trekkerschappen: [tenure('t1'), tenure('t2', { plannedOn: '2027-03-31' })],
      },
    },
    {
      band: 'STABLE AT_RISK',
      findings: ['ENDS_SOON 5', 'NO_SUCCESSOR 4', 'SINGLE_TREKKER 2'],
      repairs: ['ADD_CO_TREKKER Trekkerschap t2'],
    },
  ],
  [
    'one of two, while somebody is in view',
    { facts: { ...contact('p2'), ...sought(candidate('APPROACHED')) } },
    { band: 'STABLE ATTENTION', repairs: ['MOVE_CANDIDATE SuccessionPlan plan'] },
  ],
  [
    'one of two, while somebody has agreed',
    { facts: { ...contact('p2'), ...sought(candidate('AGREED')) } },
    { band: 'STABLE ATTENTION', repairs: ['COMPLETE_SUCCESSION SuccessionPlan plan'] },
  ],
  [
    'whom to turn to, while another leads on',
    {},
    {
      band: 'STABLE ATTENTION',
      findings: ['UNREACHABLE 3', 'SINGLE_TREKKER 2'],
      repairs: ['NAME_CONTACT Oudernetwerk network', 'ADD_CO_TREKKER Trekkerschap t2'],
    },
  ],
  [
    'the same, as it is recorded: nobody is named any more, and the other can be reached',
    { isRecorded: true },
    {
      band: 'STABLE ATTENTION',
      findings: ['SINGLE_TREKKER 2'],
      repairs: ['ADD_CO_TREKKER Trekkerschap t2'],
    },
  ],
  [
    'one of three leaves two',
    {
      facts: {
        ...contact('p2'),
        trekkerschappen: [
          tenure('t1'),
          tenure('t2', { from: '2026-03-01' }),
          tenure('t3', { from: '2026-09-01' }),
        ],
      },
    },
    { band: 'STABLE STABLE', findings: [], repairs: [], coveredBy: 'Trekkerschap t2' },
  ],
  [
    'two of three would then leave together',
    {
      facts: {
        ...contact('p2'),
        trekkerschappen: [tenure('t1'), ...['t2', 't3'].map((id) => tenure(id, { from: '2026-09-01' }))],
      },
    },
    {
      band: 'STABLE ATTENTION',
      findings: ['ALL_LEAVE_TOGETHER 3'],
      repairs: ['SPREAD_LEAVING Trekkerschap t2'],
    },
  ],
  [
    'somebody who is to lead later',
    {
      facts: {
        ...contact('p2'),
        trekkerschappen: [
          tenure('t2', { plannedOn: '2027-03-31' }),
          tenure('t1', { from: '2027-03-01', until: null }),
        ],
      },
    },
    {
      band: 'ATTENTION AT_RISK',
      findings: ['ENDS_SOON 5', 'NO_SUCCESSOR 4'],
      repairs: ['OPEN_SUCCESSION Oudernetwerk network'],
    },
  ],
  [
    'the successor who agreed withdraws',
    {
      facts: {
        ...sought(candidate('AGREED')),
        trekkerschappen: [tenure('t1', { plannedOn: '2027-03-31' })],
      },
      who: 'p9',
    },
    {
      band: 'ATTENTION AT_RISK',
      coveredBy: 'Trekkerschap t1',
      findings: ['ENDS_SOON 5', 'NO_SUCCESSOR 4'],
      repairs: ['ADD_CANDIDATE SuccessionPlan plan'],
    },
  ],
  [
    'one of two candidates withdraws',
    {
      facts: {
        ...sought(candidate('AGREED'), candidate('EXPLORING', 'p8')),
        trekkerschappen: [tenure('t1', { plannedOn: '2027-03-31' })],
      },
      who: 'p9',
    },
    {
      band: 'ATTENTION AT_RISK',
      findings: ['ENDS_SOON 5'],
      repairs: ['MOVE_CANDIDATE SuccessionPlan plan'],
    },
  ],
  [
    'only a contact person',
    {
      facts: { ...contact('p9'), trekkerschappen: [tenure('t2'), tenure('t3', { from: '2026-09-01' })] },
      who: 'p9',
    },
    { band: 'STABLE ATTENTION', findings: ['UNREACHABLE 3'], repairs: ['NAME_CONTACT Oudernetwerk network'] },
  ],
  [
    'somebody who is nothing here',
    { who: 'p7' },
    { band: 'STABLE STABLE', coveredBy: 'Trekkerschap t1', findings: [], repairs: [] },
  ],
  [
    'what was on record already is not because of this',
    { facts: { trekkerschappen: [tenure('t1', { until: ON })], ...contact('p1', ON) } },
    { band: 'CRITICAL CRITICAL', findings: [], repairs: [] },
  ],
  [
    'sooner than the end on record',
    { facts: { trekkerschappen: [tenure('t1', { until: '2028-07-31' })], ...contact('p2') } },
    { band: 'ATTENTION CRITICAL', repairs: ['OPEN_SUCCESSION Oudernetwerk network'] },
  ],
  [
    'later than the end on record',
    {
      facts: { trekkerschappen: [tenure('t1', { until: '2026-12-31' })], ...contact('p2') },
      on: '2027-01-15',
    },
    { band: 'CRITICAL CRITICAL', findings: [], repairs: [] },
  ],
  [
    'a band that is the worst already asks for nothing more',
    {
      facts: {
        ...sole,
        support: [],
        plans: [],
        trekkerschappen: [tenure('t1', { plannedOn: '2026-12-01' })],
      },
    },
    { band: 'CRITICAL CRITICAL', repairs: [] },
  ],
])('%s', (_name, given, expected) => {
  expect(departure(given)).toMatchObject(expected);
});
