import { NOW, startTestService, type TestService } from '../../../testing/test-service.js';
import { SuccessionWorld } from '../../succession/testing/succession-world.js';

let service: TestService;
let world: SuccessionWorld;

beforeAll(async () => {
  service = await startTestService();
  world = await SuccessionWorld.begin(service);
});
afterEach(() => service.travelTo(NOW));
afterAll(() => service.close());

const plans = async (network: string) => (await world.shown(network)).plans;

async function planEnd(id: string, on: string | null): Promise<void> {
  await world.done('trekkerschapPlanEnd', { id, plannedEnd: on && { on, reason: 'MOVED' } });
}

test('nine months before an expected end a plan opens, on the day itself and not before', async () => {
  const { id, tenure } = await world.ledNetwork();
  await planEnd(tenure, '2027-11-30');
  service.travelTo('2027-02-27T10:00:00Z');
  await service.tick();
  expect(await plans(id)).toEqual([]);
  service.travelTo('2027-02-27T23:00:00Z'); // 28 February in Amsterdam
  await service.tick();
  expect(await plans(id)).toMatchObject([
    {
      openedBecause: 'LEAD_TIME',
      openedOn: '2027-02-28',
      targetOn: '2027-11-30',
      trekkerschap: { id: tenure },
      version: 1,
    },
  ]);
  await service.tick();
  expect(await plans(id)).toHaveLength(1);
});

test('an end that is planned nearby opens a plan at once; the plan follows when the end moves', async () => {
  const { id, tenure } = await world.ledNetwork();
  await planEnd(tenure, '2027-03-31');
  expect(await plans(id)).toMatchObject([{ status: 'SEEKING', targetOn: '2027-03-31' }]);
  await planEnd(tenure, '2027-06-30');
  expect(await plans(id)).toMatchObject([{ status: 'SEEKING', targetOn: '2027-06-30', version: 1 }]);
});

test('an end that moves far away stops a search that nobody had begun; near again, another one opens', async () => {
  const { id, tenure } = await world.ledNetwork();
  await planEnd(tenure, '2027-03-31');
  await planEnd(tenure, '2028-11-30');
  expect(await plans(id)).toMatchObject([
    { status: 'STOPPED', stopReason: 'De trekker stopt naar verwachting pas later.' },
  ]);
  await planEnd(tenure, '2027-05-31');
  expect(await plans(id)).toMatchObject([
    { status: 'SEEKING', targetOn: '2027-05-31' },
    { status: 'STOPPED' },
  ]);
});

test('with somebody in view the search goes on; a day that somebody chose stays', async () => {
  const { id, tenure } = await world.ledNetwork();
  await planEnd(tenure, '2027-03-31');
  const [plan] = await plans(id);
  await world.candidate(id, plan!.id, 'APPROACHED');
  await planEnd(tenure, '2028-11-30');
  expect(await plans(id)).toMatchObject([{ status: 'SEEKING', targetOn: '2028-11-30' }]);
  await world.done('successionRetarget', { id: plan!.id, targetOn: '2028-06-30' });
  await planEnd(tenure, '2028-10-31');
  expect(await plans(id)).toMatchObject([{ status: 'SEEKING', targetOn: '2028-06-30' }]);
});

test('what a coordinator stopped is not opened again for the same end, but for another one it is', async () => {
  const { id, tenure } = await world.ledNetwork();
  await planEnd(tenure, '2027-03-31');
  const [plan] = await plans(id);
  await world.done('successionStop', { id: plan!.id, reason: 'Wij praten hier later over' });
  await service.tick();
  await planEnd(tenure, '2027-03-31');
  expect(await plans(id)).toMatchObject([{ status: 'STOPPED' }]);
  await planEnd(tenure, '2027-02-28');
  expect(await plans(id)).toMatchObject([
    { status: 'SEEKING', targetOn: '2027-02-28' },
    { status: 'STOPPED' },
  ]);
});

test('a search that was opened by hand and stopped after the lead time began stays stopped', async () => {
  const { id, tenure, plan } = await world.sought('2028-01-31');
  await world.done('successionStop', { id: plan, reason: 'Niet nodig' });
  await planEnd(tenure, '2027-05-31');
  await service.tick();
  expect(await plans(id)).toMatchObject([{ status: 'STOPPED' }]);
});

test('an end that is taken back: the search that goes on aims at the end that is expected again', async () => {
  const { id, tenure } = await world.ledNetwork();
  await planEnd(tenure, '2027-04-30');
  const [plan] = await plans(id);
  await world.candidate(id, plan!.id);
  const firstDue = async () => (await plans(id))[0]!.handover!.items[0]!.dueOn;
  const due = await firstDue();
  await world.done('trekkerschapEnd', { id: tenure, on: '2026-12-01', reason: 'PERSONAL' });
  expect(await plans(id)).toMatchObject([{ targetOn: '2026-12-01' }]);
  await world.done('trekkerschapContinue', { id: tenure });
  expect(await plans(id)).toMatchObject([{ status: 'CANDIDATE_AGREED', targetOn: '2027-04-30' }]);
  expect(await firstDue()).toBe(due);
  await planEnd(tenure, '2027-04-29');
  expect(await plans(id)).toMatchObject([{ targetOn: '2027-04-29' }]);
});

test('with little time left, what is to be handed over has a week at least', async () => {
  const { id, tenure } = await world.ledNetwork();
  await planEnd(tenure, '2026-12-10');
  const [plan] = await plans(id);
  await world.candidate(id, plan!.id);
  const [opened] = await plans(id);
  expect(opened!.handover!.items.map(({ dueOn }) => dueOn! >= '2026-12-02')).not.toContain(false);
});
