import { nodeId } from '../../../kernel/node-id.js';
import { NOW, startTestService, type TestService } from '../../../testing/test-service.js';
import { SuccessionWorld } from '../testing/succession-world.js';

let service: TestService;
let world: SuccessionWorld;

beforeAll(async () => {
  service = await startTestService();
  world = await SuccessionWorld.begin(service);
});
afterEach(() => service.travelTo(NOW));
afterAll(() => service.close());

const MOTIVATED = { motivation: 'De rest loopt mee in januari' };

interface GivenReason {
  readonly plannedEnd?: string;
  readonly reason?: string | null;
}

/** A plan with one candidate who agreed. */
async function agreed(stage = 'AGREED') {
  const network = await world.sought();
  const person = await world.person();
  const candidate = await world.candidate(network.id, network.plan, stage, person);
  return { ...network, successor: person, candidate };
}

test('ends and starts on the next day, appoints, and is done: the only one who agreed', async () => {
  const { id, plan, tenure, successor } = await agreed('READY');
  await world.handOver(id);
  await world.done('successionComplete', { id: plan });
  const { plans, tenures, cared } = await world.shown(id);
  const [started, ended] = tenures;
  expect(started).toMatchObject({
    person: { id: successor },
    role: 'TREKKER',
    predecessor: { id: tenure },
    period: { from: '2026-11-26', until: null },
  });
  expect(ended).toMatchObject({
    id: tenure,
    period: { from: '2026-01-01', until: '2026-11-25' },
    endReason: 'TERM_COMPLETED',
  });
  expect(cared).toEqual([]);
  expect(plans).toMatchObject([
    {
      status: 'COMPLETED',
      closedOn: '2026-11-25',
      successor: { id: started!.id },
      motivation: null,
      candidates: [{ stage: 'APPOINTED' }],
      handover: { progress: 1 },
    },
  ]);
  expect(await world.refused('successionComplete', { id: plan })).toBe('PLAN_CLOSED input.id');
  const { rows } = await service.owner.query(
    `select action from audit_log where subject_id in (select id from trekkerschappen where oudernetwerk_id = $1)
     or action = 'succession.completed' order by action`,
    [Buffer.from(id, 'base64url').toString().split(':')[1]],
  );
  expect(rows.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['succession.completed', 'trekkerschap.ended', 'trekkerschap.started']),
  );
});

test.each([
  ['walking along', '2026-12-31', '2026-12-01', []],
  ['a gap', '2026-12-31', '2027-03-01', [{ from: '2027-01-01', until: '2027-02-28' }]],
  ['nothing in between', '2026-12-31', undefined, []],
])('with %s', async (_what, on, from, caretaker) => {
  const { id, plan } = await agreed();
  await world.done('successionComplete', {
    id: plan,
    on,
    from,
    reason: 'MOVED',
    role: 'CO_TREKKER',
    ...MOTIVATED,
  });
  const { tenures, cared } = await world.shown(id);
  const successor = tenures.find(({ predecessor }) => predecessor)!;
  expect(successor).toMatchObject({
    role: 'CO_TREKKER',
    period: { from: from ?? '2027-01-01', until: null },
  });
  expect(tenures.find(({ predecessor }) => !predecessor)).toMatchObject({
    period: { until: on },
    endReason: 'MOVED',
  });
  expect(cared).toEqual(caretaker);
});

test.each([
  ['what they planned when left out', { plannedEnd: 'CHILD_LEFT_SCHOOL' }, 'CHILD_LEFT_SCHOOL'],
  ['what they planned when null', { plannedEnd: 'CHILD_LEFT_SCHOOL', reason: null }, 'CHILD_LEFT_SCHOOL'],
  ['what is said, whatever was planned', { plannedEnd: 'CHILD_LEFT_SCHOOL', reason: 'MOVED' }, 'MOVED'],
  ['that the term is over where nothing is known', {}, 'TERM_COMPLETED'],
])('the reason of the old one is %s', async (_what, { plannedEnd, ...more }: GivenReason, expected) => {
  const { id, plan, tenure } = await agreed();
  if (plannedEnd) {
    const planned = { on: '2027-07-31', reason: plannedEnd };
    await world.done('trekkerschapPlanEnd', { id: tenure, plannedEnd: planned });
  }
  await world.done('successionComplete', { id: plan, ...more, ...MOTIVATED });
  const { tenures } = await world.shown(id);
  expect(tenures.find((each) => each.id === tenure)!.endReason).toBe(expected);
});

test('mandatory items that are open need a motivation, which is kept', async () => {
  const { id, plan } = await agreed();
  expect(await world.refused('successionComplete', { id: plan })).toBe('HANDOVER_OPEN input.motivation');
  const { data } = await service.ask(
    'coordinator',
    'mutation($input: SuccessionCompleteInput!) { successionComplete(input: $input) { errors { message } } }',
    { input: { id: plan } },
  );
  expect(data.successionComplete.errors[0].message).toMatch(
    /^Van de overdracht zijn 5 verplichte punten nog open/,
  );
  for (const item of (await world.plan(id)).handover!.items.filter(({ mandatory }) => mandatory)) {
    expect(await world.refused('successionComplete', { id: plan })).toBe('HANDOVER_OPEN input.motivation');
    await world.done('handoverItemSet', { id: item.id, doneOn: '2026-11-25' });
  }
  await world.done('successionComplete', { id: plan });

  const other = await agreed();
  await world.done('successionComplete', { id: other.plan, ...MOTIVATED });
  expect(await world.plan(other.id)).toMatchObject({ status: 'COMPLETED', ...MOTIVATED });
});

test('only with an agreed candidate, and an unambiguous one', async () => {
  const { id, plan } = await world.sought();
  const at = (code: string) => `${code} input.candidateId`;
  const complete = (more: object = {}) =>
    world.refused('successionComplete', { id: plan, ...MOTIVATED, ...more });
  expect(await complete()).toBe(at('CANDIDATE_NOT_AGREED'));
  const exploring = await world.candidate(id, plan, 'EXPLORING');
  expect(await complete({ candidateId: exploring })).toBe(at('CANDIDATE_NOT_AGREED'));
  const first = await world.candidate(id, plan);
  await world.candidate(id, plan);
  expect(await complete()).toBe(at('CHOOSE_CANDIDATE'));
  const elsewhere = await agreed();
  expect(await complete({ candidateId: elsewhere.candidate })).toBe(at('NOT_FOUND'));
  expect(await complete({ candidateId: first, expectedVersion: 1 })).toBe('CONFLICT input.expectedVersion');
  expect(await complete({ candidateId: first, on: '2025-12-31' })).toBe('DATE_OUT_OF_RANGE input.on');
  await world.done('candidateMove', { id: first, stage: 'WITHDRAWN', reason: 'Toch niet' });
  expect(await complete({ candidateId: first })).toBe(at('CANDIDATE_NOT_AGREED'));
  await world.done('successionComplete', { id: plan, ...MOTIVATED });
  expect((await world.plan(id)).candidates.map(({ stage }) => stage)).toEqual([
    'EXPLORING',
    'WITHDRAWN',
    'APPOINTED',
  ]);
});

test('a recorded end stays as it is; nobody led in the days since', async () => {
  const { id, plan, tenure } = await agreed();
  await world.done('trekkerschapEnd', { id: tenure, on: '2026-10-31', reason: 'PERSONAL' });
  expect((await world.plan(id)).targetOn).toBe('2026-10-31');
  await world.done('successionComplete', { id: plan, on: '2026-12-31', ...MOTIVATED });
  const { tenures, cared } = await world.shown(id);
  expect(tenures.map(({ period }) => period)).toEqual([
    { from: '2026-11-25', until: null },
    { from: '2026-01-01', until: '2026-10-31' },
  ]);
  expect(cared).toEqual([{ from: '2026-11-01', until: '2026-11-24' }]);
});

test('an end to come stays as it is too, and the new one starts on the next day', async () => {
  const { id, plan, tenure } = await agreed();
  await world.done('trekkerschapEnd', { id: tenure, on: '2027-07-31', reason: 'CHILD_LEFT_SCHOOL' });
  await world.done('successionComplete', { id: plan, ...MOTIVATED });
  const [started, ended] = (await world.shown(id)).tenures;
  expect([started!.period.from, ended!.period.until, ended!.endReason]).toEqual([
    '2027-08-01',
    '2027-07-31',
    'CHILD_LEFT_SCHOOL',
  ]);
});

test('a co-trekker who becomes the trekker ends as the one and starts as the other', async () => {
  const { id, uuid, plan } = await world.sought();
  const person = await world.make.person(world.region);
  await world.make.trekkerschap(uuid, person, '[2026-03-01,)', 'CO_TREKKER');
  await world.candidate(id, plan, 'AGREED', nodeId('Person', person));
  await world.done('successionComplete', { id: plan, on: '2026-12-31', ...MOTIVATED });
  const { tenures, plans } = await world.shown(id);
  const own = tenures.filter((each) => each.person.id === nodeId('Person', person));
  expect(own.map(({ role, period }) => ({ role, period }))).toEqual([
    { role: 'TREKKER', period: { from: '2027-01-01', until: null } },
    { role: 'CO_TREKKER', period: { from: '2026-03-01', until: '2026-12-31' } },
  ]);
  // a trekker who continues in another role does not leave
  expect(plans).toHaveLength(1);
});

test('an earlier trekker may be the successor; one who leads on those days already may not', async () => {
  const { id, uuid, plan } = await world.sought();
  const earlier = await world.make.person(world.region);
  await world.make.trekkerschap(uuid, earlier, '[2025-01-01,2025-06-01)');
  await world.make.trekkerschap(uuid, earlier, '[2027-02-01,)');
  await world.candidate(id, plan, 'AGREED', nodeId('Person', earlier));
  expect(await world.refused('successionComplete', { id: plan, ...MOTIVATED })).toBe(
    'PERIOD_TAKEN input.from',
  );

  const again = await world.sought();
  await world.make.trekkerschap(again.uuid, earlier, '[2025-01-01,2025-06-01)');
  await world.candidate(again.id, again.plan, 'AGREED', nodeId('Person', earlier));
  await world.done('successionComplete', { id: again.plan, ...MOTIVATED });
});

test('whoever is no parent any more, or led it all along, does not take over', async () => {
  const at = (code: string) => `${code} input.candidateId`;
  const { plan, successor } = await agreed();
  await world.done('personUpdate', { id: successor, patch: { perspectives: ['PROFESSIONAL'] } });
  expect(await world.refused('successionComplete', { id: plan, ...MOTIVATED })).toBe(at('NOT_LED_BY_PARENT'));

  const other = await agreed();
  const corrected = { id: other.tenure, reason: 'Verkeerde persoon', patch: { personId: other.successor } };
  await world.done('trekkerschapCorrect', corrected);
  const itself = { id: (await world.plan(other.id)).id, ...MOTIVATED };
  expect(await world.refused('successionComplete', itself)).toBe(at('SAME_PERSON'));
});

test('for a network that nobody leads the new trekker starts today and the caretaker goes', async () => {
  const id = nodeId('Oudernetwerk', await world.make.network(world.region, { activeFrom: '2026-06-01' }));
  await world.done('successionOpen', { oudernetwerkId: id });
  const plan = await world.plan(id);
  await world.candidate(id, plan.id);
  await world.done('successionComplete', { id: plan.id, ...MOTIVATED });
  const { tenures, cared, plans } = await world.shown(id);
  expect(tenures).toMatchObject([{ role: 'TREKKER', predecessor: null, period: { from: '2026-11-25' } }]);
  expect(cared).toEqual([{ from: '2026-06-01', until: '2026-11-24' }]);
  expect(plans[0]!.status).toBe('COMPLETED');
});
