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

test('a search for a successor targets the day given, the recorded or the planned end', async () => {
  const { id, tenure } = await world.ledNetwork();
  await world.done('trekkerschapPlanEnd', {
    id: tenure,
    plannedEnd: { on: '2027-07-31', reason: 'CHILD_LEFT_SCHOOL' },
  });
  await world.done('successionOpen', { trekkerschapId: tenure });
  expect(await world.plan(id)).toMatchObject({
    status: 'SEEKING',
    openedBecause: 'BY_HAND',
    targetOn: '2027-07-31',
    trekkerschap: { id: tenure },
    candidates: [],
    handover: null,
    closedOn: null,
  });
  const other = await world.sought('2027-01-31');
  expect((await world.plan(other.id)).targetOn).toBe('2027-01-31');
  const none = await world.ledNetwork();
  await world.done('successionOpen', { trekkerschapId: none.tenure, oudernetwerkId: none.id });
  expect((await world.plan(none.id)).targetOn).toBeNull();
});

test('a network that has no trekker needs no trekkerschap; one that has, does', async () => {
  const { id } = await world.ledNetwork();
  expect(await world.refused('successionOpen', { oudernetwerkId: id })).toBe(
    'TREKKERSCHAP_NEEDED input.oudernetwerkId',
  );
  const forming = nodeId('Oudernetwerk', await world.make.network(world.region));
  await world.done('successionOpen', { oudernetwerkId: forming });
  expect(await world.plan(forming)).toMatchObject({ trekkerschap: null, targetOn: null });
  expect(await world.refused('successionOpen', { oudernetwerkId: forming })).toBe(
    'PLAN_OPEN input.oudernetwerkId',
  );
});

test('what cannot be sought for is refused', async () => {
  const { id, tenure } = await world.ledNetwork();
  const other = await world.ledNetwork();
  const at = (code: string) => `${code} input.trekkerschapId`;
  expect(await world.refused('successionOpen', {})).toBe('REQUIRED input.oudernetwerkId');
  expect(await world.refused('successionOpen', { oudernetwerkId: other.id, trekkerschapId: tenure })).toBe(
    at('OTHER_NETWORK'),
  );
  expect(await world.refused('successionOpen', { trekkerschapId: tenure, targetOn: '2026-11-24' })).toBe(
    'DATE_OUT_OF_RANGE input.targetOn',
  );
  await world.done('trekkerschapHandOver', {
    id: tenure,
    toPersonId: await world.person(),
    on: '2026-12-31',
  });
  expect(await world.refused('successionOpen', { trekkerschapId: tenure })).toBe(at('HANDED_OVER'));
  const next = (await world.shown(id)).tenures.find(({ predecessor }) => predecessor)!;
  expect(await world.refused('successionOpen', { trekkerschapId: next.id })).toBe(at('NOT_STARTED'));

  await world.make.trekkerschap(other.uuid, await world.make.person(world.region), '[2025-01-01,2025-06-01)');
  const past = (await world.shown(other.id)).tenures.find(({ period }) => period.until)!;
  expect(await world.refused('successionOpen', { trekkerschapId: past.id })).toBe(at('ALREADY_ENDED'));
  await world.done('oudernetwerkEnd', { id: other.id, reason: 'Klaar' });
  expect(await world.refused('successionOpen', { trekkerschapId: other.tenure })).toBe(at('NETWORK_ENDED'));
  expect(await world.refused('successionOpen', { oudernetwerkId: other.id })).toBe(
    'NETWORK_ENDED input.oudernetwerkId',
  );
});

test('one open plan for a trekkerschap; another after it was stopped', async () => {
  const { id, tenure, plan } = await world.sought();
  expect(await world.refused('successionOpen', { trekkerschapId: tenure })).toBe(
    'PLAN_OPEN input.trekkerschapId',
  );
  expect(await world.refused('successionStop', { id: plan, reason: ' ' })).toBe('REQUIRED input.reason');
  expect(await world.refused('successionStop', { id: plan, reason: 'x', expectedVersion: 7 })).toBe(
    'CONFLICT input.expectedVersion',
  );
  await world.done('successionStop', { id: plan, reason: 'Zij gaat nog een jaar door' });
  expect(await world.plan(id)).toMatchObject({
    status: 'STOPPED',
    closedOn: '2026-11-25',
    stopReason: 'Zij gaat nog een jaar door',
    version: 2,
  });
  for (const [mutation, input] of [
    ['successionStop', { id: plan, reason: 'Nog eens' }],
    ['successionRetarget', { id: plan, targetOn: '2027-01-01' }],
    ['successionComplete', { id: plan }],
  ] as const) {
    expect([mutation, await world.refused(mutation, input)]).toEqual([mutation, 'PLAN_CLOSED input.id']);
  }
  const add = { planId: plan, personId: await world.person(), readiness: 'NOW' };
  expect(await world.refused('candidateAdd', add)).toBe('PLAN_CLOSED input.planId');
  await world.done('successionOpen', { trekkerschapId: tenure });
  const { plans } = await world.shown(id);
  expect(plans.map(({ status }) => status).sort()).toEqual(['SEEKING', 'STOPPED']);
});

test('a plan that the service opened is taken over while nobody has touched it', async () => {
  const { id, tenure } = await world.ledNetwork();
  await world.done('trekkerschapEnd', { id: tenure, on: '2027-03-31', reason: 'PERSONAL' });
  expect(await world.plan(id)).toMatchObject({ openedBecause: 'DEPARTURE', version: 1 });
  await world.done('successionOpen', { trekkerschapId: tenure, targetOn: '2027-02-28' });
  const { plans } = await world.shown(id);
  expect(plans).toMatchObject([{ openedBecause: 'BY_HAND', targetOn: '2027-02-28', version: 2 }]);
  expect(await world.refused('successionOpen', { trekkerschapId: tenure })).toBe(
    'PLAN_OPEN input.trekkerschapId',
  );

  const touched = await world.ledNetwork();
  await world.done('trekkerschapEnd', { id: touched.tenure, on: '2027-03-31', reason: 'PERSONAL' });
  await world.candidate(touched.id, (await world.plan(touched.id)).id, 'IDENTIFIED');
  expect(await world.refused('successionOpen', { trekkerschapId: touched.tenure })).toBe(
    'PLAN_OPEN input.trekkerschapId',
  );
});

test('a network whose only trekker has gone is searched for once', async () => {
  const { id, tenure } = await world.ledNetwork();
  await world.done('trekkerschapEnd', { id: tenure, on: '2026-11-24', reason: 'PERSONAL' });
  await world.done('successionOpen', { oudernetwerkId: id });
  const { plans } = await world.shown(id);
  expect(plans).toMatchObject([{ openedBecause: 'BY_HAND', trekkerschap: { id: tenure } }]);
  expect(await world.refused('successionOpen', { oudernetwerkId: id })).toBe(
    'PLAN_OPEN input.oudernetwerkId',
  );
});

test('the list of plans tells open from closed, latest first', async () => {
  const { id, tenure, plan } = await world.sought();
  await world.done('successionStop', { id: plan, reason: 'Toch niet' });
  service.travelTo('2027-01-10T10:00:00Z');
  await world.done('successionOpen', { trekkerschapId: tenure });
  const { data } = await service.ask(
    'coordinator',
    `query($id: ID!) { oudernetwerk(id: $id) { all: successionPlans(first: 1) { totalCount nodes { openedOn } }
      open: successionPlans(filter: { open: true }) { totalCount nodes { status oudernetwerk { id } } }
      closed: successionPlans(filter: { open: false }) { totalCount nodes { status } } } }`,
    { id },
  );
  expect(data.oudernetwerk).toEqual({
    all: { totalCount: 2, nodes: [{ openedOn: '2027-01-10' }] },
    open: { totalCount: 1, nodes: [{ status: 'SEEKING', oudernetwerk: { id } }] },
    closed: { totalCount: 1, nodes: [{ status: 'STOPPED' }] },
  });
});
