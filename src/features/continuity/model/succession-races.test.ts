import fc from 'fast-check';
import { startTestService, type TestService } from '../../../testing/test-service.js';
import { readRows } from './testing/model-rows.js';
import { Races, type Scene } from './testing/race-scene.js';
import { expectStoredIsFresh, renewAll } from '../../../testing/stored-is-fresh.js';
import { seed, times } from '../../../testing/effort.js';

const SEED = seed();
const PAIRS = times('pairsOfWrites');
/** Networks that are created, raced in and checked together. */
const AT_ONCE = 40;
const ROUNDS = times('races');

let service: TestService;
let races: Races;

beforeAll(async () => {
  service = await startTestService();
  races = await Races.begin(service);
});
afterAll(() => service.close());

type Write = readonly [mutation: string, input: object];
const MOTIVATED = { motivation: 'De rest volgt' };

/** Everything that may collide with something else; by a coordinator of the first region unless stated otherwise. */
const WRITES: Readonly<Record<string, (at: Scene) => Write>> = {
  end: ({ tenure }) => ['trekkerschapEnd', { id: tenure, reason: 'PERSONAL' }],
  endEarlier: ({ tenure }) => ['trekkerschapEnd', { id: tenure, on: '2026-11-20', reason: 'PERSONAL' }],
  endOfCo: ({ co }) => ['trekkerschapEnd', { id: co, reason: 'MOVED' }],
  handOver: ({ tenure, next }) => [
    'trekkerschapHandOver',
    { id: tenure, toPersonId: next, on: '2026-11-30' },
  ],
  handOverCo: ({ co, next }) => ['trekkerschapHandOver', { id: co, toPersonId: next }],
  start: ({ network, next }) => ['trekkerschapStart', { oudernetwerkId: network, personId: next }],
  planEnd: ({ tenure }) => [
    'trekkerschapPlanEnd',
    { id: tenure, plannedEnd: { on: '2027-07-31', reason: 'MOVED' } },
  ],
  tie: ({ leader }) => [
    'schoolTieRecord',
    { personId: leader, stage: 'BO', yearLevel: 8, schoolYear: '2026-2027' },
  ],
  pause: ({ network }) => ['oudernetwerkPause', { id: network }],
  endNetwork: ({ network }) => ['oudernetwerkEnd', { id: network, reason: 'Klaar' }],
  endLater: ({ network }) => ['oudernetwerkEnd', { id: network, on: '2027-07-31', reason: 'Klaar' }],
  endAnnul: ({ network }) => ['oudernetwerkEndAnnul', { id: network, reason: 'Vergissing' }],
  split: ({ network, tenure }) => [
    'oudernetwerkSplit',
    { id: network, new: { name: 'Deel' }, on: '2026-11-20', trekkerIds: [tenure] },
  ],
  open: ({ co }) => ['successionOpen', { trekkerschapId: co }],
  stop: ({ plan }) => ['successionStop', { id: plan, reason: 'Toch niet' }],
  retarget: ({ plan }) => ['successionRetarget', { id: plan, targetOn: '2027-07-31' }],
  complete: ({ plan }) => ['successionComplete', { id: plan, ...MOTIVATED }],
  add: ({ plan, second }) => [
    'candidateAdd',
    { planId: plan, personId: second, readiness: 'NOW', stage: 'AGREED' },
  ],
  withdraw: ({ candidate }) => ['candidateMove', { id: candidate, stage: 'WITHDRAWN', reason: 'Geen tijd' }],
  ready: ({ candidate }) => ['candidateMove', { id: candidate, stage: 'READY' }],
};
const names = Object.keys(WRITES);

/** How a second person does it: a colleague of the region, the parent themselves, or somebody in the other region. */
const ELSEWHERE: Readonly<Record<string, (at: Scene) => readonly [as: string, ...Write]>> = {
  stopMyself: (at) => [at.subject, 'trekkerschapEnd', { id: at.tenure, reason: 'PERSONAL' }],
  stopThere: (at) => ['neighbour', 'trekkerschapEnd', { id: at.elsewhere, reason: 'PERSONAL' }],
  handOverThere: (at) => ['neighbour', 'trekkerschapHandOver', { id: at.elsewhere, toPersonId: at.next }],
  startThere: (at) => ['neighbour', 'trekkerschapStart', { oudernetwerkId: at.other, personId: at.next }],
};

/** Departures from today on, of networks that continue, without a successor and without any search; no role that goes on as another. */
const UNFOLLOWED = `select t.id from trekkerschappen t join oudernetwerken n on n.id = t.oudernetwerk_id
  where n.ended_on is null and upper(t.period) > '2026-11-25' and t.end_reason is not null
    and not exists (select from succession_plans p where p.trekkerschap_id = t.id)
    and not exists (select from trekkerschappen s where s.predecessor_id = t.id)`;

async function expectSound(): Promise<void> {
  const { nobodys, doubles } = await readRows(service.owner);
  expect({ nobodys, doubles }).toEqual({ nobodys: [], doubles: [] });
  const { rows } = await service.owner.query(
    `select p.id, p.status, p.closed_on, array_agg(c.stage) as stages from succession_plans p
     join oudernetwerken n on n.id = p.oudernetwerk_id
     left join successor_candidates c on c.plan_id = p.id and c.ended_on is null
     group by p.id, n.id having p.status <> case
       when p.status = 'STOPPED' then 'STOPPED'
       when p.successor_id is not null then 'COMPLETED'
       -- the successor never began: the network ended first
       when n.ended_on is not null and p.status = 'COMPLETED' then 'COMPLETED'
       when bool_or(c.stage = 'READY') then 'HANDING_OVER'
       when bool_or(c.stage = 'SHADOWING') then 'SHADOWING'
       when bool_or(c.stage = 'AGREED') then 'CANDIDATE_AGREED'
       else 'SEEKING' end`,
  );
  expect(rows).toEqual([]);
  const departed = await service.owner.query(UNFOLLOWED);
  expect(departed.rows).toEqual([]);
  await expectStoredIsFresh(service);
}

test(`whatever two do at the same moment: each is done or told why not, and all is sound (SEED=${SEED})`, async () => {
  const pair = fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names, ...Object.keys(ELSEWHERE)));
  const pairs = fc.sample(pair, { numRuns: PAIRS, seed: SEED });
  const codes = new Set<string>();
  for (let from = 0; from < PAIRS; from += AT_ONCE) {
    const rounds = [];
    for (const [one, two] of pairs.slice(from, from + AT_ONCE))
      rounds.push({ at: await races.scene(), one, two });
    await renewAll(service);
    for (const { at, one, two } of rounds) {
      const second = ELSEWHERE[two]?.(at) ?? (['colleague', ...WRITES[two]!(at)] as const);
      const answers = await Promise.all([
        races.run('coordinator', ...WRITES[one]!(at)),
        races.run(...second),
      ]);
      for (const code of answers.flat()) codes.add(code);
    }
    await expectSound();
  }
  expect([...codes].filter((code) => !EXPECTED.includes(code))).toEqual([]);
});

/** Why the later one of two may be refused. */
const EXPECTED = [
  'ALREADY_ENDED',
  'ALREADY_LEADS',
  'CANDIDATE_ALREADY',
  'CANDIDATE_ENDED',
  'CANDIDATE_NOT_AGREED',
  'CHOOSE_CANDIDATE',
  'DATE_OUT_OF_RANGE',
  'GOES_ON',
  'HANDED_OVER',
  'ILLEGAL_STEP',
  'NETWORK_ENDED',
  'NETWORK_NOT_ACTIVE',
  'NOT_IN_NETWORK',
  'NO_END_RECORDED',
  'PERIOD_TAKEN',
  'PLAN_CLOSED',
  'PLAN_OPEN',
];

/** Both at once, again and again on new records; the outcome of each pair, without order. */
async function raced(
  write: (at: Scene) => readonly [readonly [string, ...Write], readonly [string, ...Write]],
) {
  const answers = new Set<string>();
  for (let n = 0; n < ROUNDS; n++) {
    const at = await races.scene();
    const [one, two] = write(at);
    const both = await Promise.all([races.run(...one), races.run(...two)]);
    answers.add(both.map(String).sort().join(' | '));
  }
  await renewAll(service);
  await expectSound();
  return [...answers].sort();
}

test('the same plan is completed once', async () => {
  const complete = (as: string, { plan }: Scene) =>
    [as, 'successionComplete', { id: plan, ...MOTIVATED }] as const;
  expect(await raced((at) => [complete('coordinator', at), complete('colleague', at)])).toEqual([
    ' | PLAN_CLOSED',
  ]);
});

test('for one trekkerschap one plan is opened', async () => {
  const open = (as: string, { co }: Scene) => [as, 'successionOpen', { trekkerschapId: co }] as const;
  expect(await raced((at) => [open('coordinator', at), open('colleague', at)])).toEqual([' | PLAN_OPEN']);
});

test('two coordinators end the last two trekkers: a caretaker stands by and each departure has its plan', async () => {
  const answers = await raced((at) => [
    ['coordinator', ...WRITES['end']!(at)],
    ['colleague', ...WRITES['endOfCo']!(at)],
  ]);
  expect(answers).toEqual([' | ']);
});

test('a parent stops while the coordinator hands over: either comes first, and the hand-over is never lost', async () => {
  const answers = await raced((at) => [
    ['coordinator', ...WRITES['handOver']!(at)],
    ELSEWHERE['stopMyself']!(at),
  ]);
  expect(answers).toEqual([' | ']);
});
