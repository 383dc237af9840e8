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

const plans = async (network: string) => (await world.shown(network)).plans;

test.each(['2026-11-25', '2027-07-31', '2026-07-31'])(
  'an end recorded on %s that leaves nobody opens a plan that aims at it',
  async (on) => {
    const { id, tenure } = await world.ledNetwork();
    await world.done('trekkerschapEnd', { id: tenure, on, reason: 'PERSONAL' });
    expect(await plans(id)).toMatchObject([
      {
        openedBecause: 'DEPARTURE',
        openedOn: '2026-11-25',
        targetOn: on,
        trekkerschap: { id: tenure },
        version: 1,
      },
    ]);
  },
);

test('a parent who says "ik stop per …" opens it too', async () => {
  const { id, tenure, personUuid } = await world.ledNetwork();
  const subject = await world.make.account('who stops', { personId: personUuid });
  await world.done('trekkerschapEnd', { id: tenure, on: '2027-01-31', reason: 'PERSONAL' }, subject);
  expect(await plans(id)).toMatchObject([{ openedBecause: 'DEPARTURE', targetOn: '2027-01-31' }]);
});

test('with others who lead, an end to come opens a plan; a correction of history does not', async () => {
  const { id, uuid, tenure } = await world.ledNetwork();
  await world.make.trekkerschap(uuid, await world.make.person(world.region), '[2026-02-01,)');
  await world.done('trekkerschapEnd', { id: tenure, on: '2026-10-31', reason: 'PERSONAL' });
  expect(await plans(id)).toEqual([]);
  const other = (await world.shown(id)).tenures.find(({ period }) => !period.until)!;
  await world.done('trekkerschapEnd', { id: other.id, on: '2026-12-31', reason: 'PERSONAL' });
  expect(await plans(id)).toMatchObject([{ trekkerschap: { id: other.id }, targetOn: '2026-12-31' }]);
});

test('an end that moves, moves the open plan and what is still to be handed over', async () => {
  const { id, tenure, plan } = await world.sought('2027-07-31');
  await world.candidate(id, plan);
  const { version } = await world.plan(id);
  await world.done('trekkerschapEnd', { id: tenure, on: '2027-03-31', reason: 'PERSONAL' });
  const moved = await world.plan(id);
  expect(moved).toMatchObject({ openedBecause: 'BY_HAND', targetOn: '2027-03-31', version });
  expect(moved.handover!.items[0]!.dueOn).toBe('2027-01-30');
  await world.done('trekkerschapEnd', { id: tenure, on: '2027-04-30', reason: 'PERSONAL' });
  expect(await plans(id)).toMatchObject([{ targetOn: '2027-04-30' }]);
});

test('an end that is recorded is the day from then on, also where somebody had chosen another', async () => {
  const { id, tenure } = await world.ledNetwork();
  await world.done('successionOpen', { trekkerschapId: tenure, targetOn: '2027-02-28' });
  await world.done('trekkerschapEnd', { id: tenure, on: '2027-05-31', reason: 'PERSONAL' });
  expect(await world.plan(id)).toMatchObject({ targetOn: '2027-05-31' });
  await world.done('trekkerschapContinue', { id: tenure });
  const { id: plan, targetOn } = await world.plan(id);
  // when they are expected to stop
  expect(targetOn).toBe('2028-12-31');
  await world.done('successionRetarget', { id: plan, targetOn: '2027-02-28' });
  expect(await world.plan(id)).toMatchObject({ targetOn: '2027-02-28' });
});

test('a trekker who continues after all: the plan that the service opened stops, unless it has candidates', async () => {
  const { id, tenure } = await world.ledNetwork();
  const end = { id: tenure, on: '2027-03-31', reason: 'PERSONAL' };
  await world.done('trekkerschapEnd', end);
  await world.done('trekkerschapContinue', { id: tenure });
  expect(await plans(id)).toMatchObject([
    { status: 'STOPPED', stopReason: 'De trekker gaat door.', version: 2 },
  ]);
  await world.done('trekkerschapEnd', end);
  const open = (await plans(id)).find(({ closedOn }) => !closedOn)!;
  await world.candidate(id, open.id, 'IDENTIFIED');
  await world.done('trekkerschapContinue', { id: tenure });
  expect((await plans(id)).map(({ status }) => status).sort()).toEqual(['SEEKING', 'STOPPED']);
  const byHand = await world.sought();
  await world.done('trekkerschapEnd', { ...end, id: byHand.tenure });
  await world.done('trekkerschapContinue', { id: byHand.tenure });
  expect((await world.plan(byHand.id)).status).toBe('SEEKING');
});

test('a handover without the plan completes it, and its candidate is appointed', async () => {
  const { id, tenure, plan } = await world.sought();
  const person = await world.person();
  await world.candidate(id, plan, 'EXPLORING', person);
  await world.candidate(id, plan, 'IDENTIFIED');
  await world.done('trekkerschapHandOver', { id: tenure, toPersonId: person, on: '2026-12-31' });
  const { tenures } = await world.shown(id);
  expect(await plans(id)).toMatchObject([
    {
      status: 'COMPLETED',
      closedOn: '2026-11-25',
      successor: { id: tenures[0]!.id },
      candidates: [{ stage: 'APPOINTED', version: 2 }, { stage: 'IDENTIFIED' }],
    },
  ]);
  const other = await world.ledNetwork();
  await world.done('trekkerschapHandOver', { id: other.tenure, toPersonId: person });
  expect(await plans(other.id)).toEqual([]);
});

test('a successor who withdraws before the first day: the search goes on where it was', async () => {
  const { id, plan, tenure } = await world.sought();
  await world.candidate(id, plan);
  await world.done('successionComplete', { id: plan, on: '2026-12-31', motivation: 'Loopt goed' });
  const next = (await world.shown(id)).tenures.find(({ predecessor }) => predecessor)!;
  await world.done('trekkerschapAnnul', { id: next.id, reason: 'Ziet ervan af' });
  const { plans, cared } = await world.shown(id);
  expect(cared).toEqual([{ from: '2027-01-01', until: null }]);
  expect(plans).toMatchObject([
    {
      id: plan,
      status: 'CANDIDATE_AGREED',
      closedOn: null,
      motivation: null,
      trekkerschap: { id: tenure },
      successor: null,
      candidates: [{ stage: 'AGREED' }],
    },
  ]);
});

test('whose trekkerschap is annulled needs no successor; whose search was stopped by hand stays so', async () => {
  const { id, uuid, tenure } = await world.ledNetwork();
  await world.done('trekkerschapEnd', { id: tenure, on: '2027-03-31', reason: 'PERSONAL' });
  await world.done('successionStop', { id: (await world.plan(id)).id, reason: 'Er komt een ander netwerk' });
  await world.make.trekkerschap(uuid, await world.make.person(world.region), '[2027-01-01,)');
  const next = (await world.shown(id)).tenures.find(({ period }) => period.from === '2027-01-01')!;
  await world.done('trekkerschapEnd', { id: next.id, on: '2027-06-30', reason: 'PERSONAL' });
  expect((await plans(id)).filter(({ closedOn }) => !closedOn)).toMatchObject([
    { trekkerschap: { id: next.id } },
  ]);
  await world.done('trekkerschapAnnul', { id: next.id, reason: 'Verkeerd netwerk' });
  expect((await plans(id)).map(({ stopReason }) => stopReason)).toEqual(['Er komt een ander netwerk']);
});

test('a candidate for a network without a trekker who starts by hand completes the search', async () => {
  const id = nodeId('Oudernetwerk', await world.make.network(world.region, { activeFrom: '2026-06-01' }));
  await world.done('successionOpen', { oudernetwerkId: id });
  const person = await world.person();
  await world.candidate(id, (await world.plan(id)).id, 'EXPLORING', person);
  await world.done('trekkerschapStart', { oudernetwerkId: id, personId: await world.person() });
  expect((await world.plan(id)).status).toBe('SEEKING');
  await world.done('trekkerschapStart', { oudernetwerkId: id, personId: person, role: 'CO_TREKKER' });
  expect((await world.plan(id)).status).toBe('SEEKING');
  const last = nodeId('Oudernetwerk', await world.make.network(world.region));
  await world.done('successionOpen', { oudernetwerkId: last });
  await world.candidate(last, (await world.plan(last)).id, 'AGREED', person);
  await world.done('trekkerschapStart', { oudernetwerkId: last, personId: person });
  expect(await world.plan(last)).toMatchObject({
    status: 'COMPLETED',
    candidates: [{ stage: 'APPOINTED' }],
    successor: { id: expect.any(String) },
  });
});

test('a network that ends stops its searches and starts no new ones', async () => {
  const { id, plan } = await world.sought();
  await world.candidate(id, plan);
  await world.done('oudernetwerkEnd', { id, reason: 'Opgegaan in een ander netwerk' });
  expect(await plans(id)).toMatchObject([
    { status: 'STOPPED', stopReason: 'Het netwerk is beëindigd.', closedOn: '2026-11-25' },
  ]);
});

test('a candidate who starts by hand fills the vacancy; so does anybody, once the trekker is gone', async () => {
  const { id, tenure } = await world.ledNetwork();
  await world.done('trekkerschapEnd', { id: tenure, on: '2027-02-28', reason: 'PERSONAL' });
  const [plan] = await plans(id);
  const person = await world.person();
  await world.candidate(id, plan!.id, 'EXPLORING', person);
  const start = { oudernetwerkId: id, personId: person };
  await world.done('trekkerschapStart', { ...start, role: 'TREKKER', from: '2027-01-01' });
  expect(await plans(id)).toMatchObject([{ status: 'COMPLETED', candidates: [{ stage: 'APPOINTED' }] }]);

  const other = await world.ledNetwork();
  await world.done('trekkerschapEnd', { id: other.tenure, on: '2027-02-28', reason: 'PERSONAL' });
  const others = { oudernetwerkId: other.id, personId: await world.person() };
  await world.done('trekkerschapStart', { ...others, role: 'TREKKER', from: '2027-02-28' });
  expect(await plans(other.id)).toMatchObject([{ status: 'SEEKING' }]);
  const next = { oudernetwerkId: other.id, personId: await world.person() };
  await world.done('trekkerschapStart', { ...next, role: 'CO_TREKKER', from: '2027-03-01' });
  expect(await plans(other.id)).toMatchObject([{ status: 'SEEKING' }]);
  const last = { oudernetwerkId: other.id, personId: await world.person() };
  await world.done('trekkerschapStart', { ...last, role: 'TREKKER', from: '2027-03-01' });
  expect(await plans(other.id)).toMatchObject([{ status: 'COMPLETED' }]);
});
