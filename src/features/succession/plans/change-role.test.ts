import { nodeId, parseNodeId } from '../../../kernel/node-id.js';
import { expectStoredIsFresh } from '../../../testing/stored-is-fresh.js';
import { NOW, startTestService, type TestService } from '../../../testing/test-service.js';
import { SuccessionWorld } from '../testing/succession-world.js';

const SEEN = `query($id: ID!) { oudernetwerk(id: $id) {
  trekkers { id role tenure { from until } plannedEnd { on } expectedEnd { on driver } }
  continuity { band securedUntil findings { code dueOn } } forecast(months: 6) { probability tenures } } }`;

let service: TestService;
let world: SuccessionWorld;

beforeAll(async () => {
  service = await startTestService();
  world = await SuccessionWorld.begin(service);
});
afterEach(() => service.travelTo(NOW));
afterAll(() => service.close());

const seen = async (id: string) => (await service.ask('coordinator', SEEN, { id })).data.oudernetwerk;
const uuidOf = (id: string) => parseNodeId(id)!.uuid;

/** Led since 2024 by one person, whose guideline passes in two months. */
async function longLed() {
  const network = await world.ledNetwork();
  await service.owner.query(`update trekkerschappen set period = '[2024-01-20,)' where id = $1`, [
    uuidOf(network.tenure),
  ]);
  await service.tick();
  return network;
}

async function written(): Promise<string> {
  const { rows } = await service.owner.query(
    `select (select count(*) from mails) || ' ' || (select count(*) from reminders) as written`,
  );
  return rows[0].written;
}

test('another role is no departure: nobody is told, and the network is as safe as before', async () => {
  const { id, tenure, personUuid } = await longLed();
  const before = await seen(id);
  const [mails, plan] = [await written(), await world.plan(id)];
  await world.done('trekkerschapChangeRole', { id: tenure, role: 'CO_TREKKER', on: '2026-11-01' });
  await service.tick();

  const after = await seen(id);
  const [now] = after.trekkers;
  expect(after).toEqual({ ...before, trekkers: [{ ...before.trekkers[0], id: now.id, role: 'CO_TREKKER' }] });
  expect(now.tenure).toEqual({ from: '2024-01-20', until: null });
  expect(await written()).toBe(mails);
  const { plans, tenures, cared } = await world.shown(id);
  expect(plans).toEqual([{ ...plan, trekkerschap: { id: now.id } }]);
  expect(tenures.map(({ role, period, endReason }) => ({ role, ...period, endReason }))).toEqual([
    { role: 'CO_TREKKER', from: '2026-11-01', until: null, endReason: null },
    { role: 'TREKKER', from: '2024-01-20', until: '2026-10-31', endReason: null },
  ]);
  expect(cared).toEqual([]);
  expect(tenures.every(({ person }) => person.id === nodeId('Person', personUuid))).toBe(true);
  await expectStoredIsFresh(service, '2026-11-25');
});

test('what was planned goes along, and the search with its candidates', async () => {
  const { id, tenure, plan } = await world.sought();
  const candidate = await world.candidate(id, plan, 'EXPLORING');
  const planned = { on: '2027-07-31', reason: 'CHILD_LEFT_SCHOOL' };
  await world.done('trekkerschapPlanEnd', { id: tenure, plannedEnd: planned });
  await world.done('trekkerschapChangeRole', { id: tenure, role: 'CO_TREKKER', on: '2027-02-01' });
  const { plans, tenures } = await world.shown(id);
  expect(plans).toMatchObject([
    { id: plan, status: 'SEEKING', trekkerschap: { id: tenures[0]!.id }, candidates: [{ id: candidate }] },
  ]);
  const at = 'GOES_ON input.id';
  expect(await world.refused('trekkerschapEnd', { id: tenure, reason: 'MOVED' })).toBe(at);
  expect(await world.refused('trekkerschapPlanEnd', { id: tenure, plannedEnd: null })).toBe(at);
  const somebody = await world.person();
  expect(await world.refused('trekkerschapHandOver', { id: tenure, toPersonId: somebody })).toBe(at);
  expect((await seen(id)).trekkers).toMatchObject([
    { id: tenure, plannedEnd: null, expectedEnd: { on: '2027-07-31', driver: 'PLANNED' } },
  ]);
  await expectStoredIsFresh(service, '2026-11-25');
  service.travelTo('2027-02-01T11:00:00Z');
  await service.tick();
  expect((await seen(id)).trekkers).toMatchObject([
    { role: 'CO_TREKKER', plannedEnd: { on: '2027-07-31' }, expectedEnd: { on: '2027-07-31' } },
  ]);
  await expectStoredIsFresh(service, '2027-02-01');
});

test('a role that is annulled leaves all as it was', async () => {
  const { id, tenure } = await longLed();
  const planned = { on: '2027-07-31', reason: 'MOVED' };
  await world.done('trekkerschapPlanEnd', { id: tenure, plannedEnd: planned });
  const [before, shown] = [await seen(id), await world.shown(id)];
  await world.done('trekkerschapChangeRole', { id: tenure, role: 'CO_TREKKER', on: '2027-01-01' });
  const [next] = (await world.shown(id)).tenures;
  await world.done('trekkerschapAnnul', { id: next!.id, reason: 'Vergissing' });
  expect(await seen(id)).toEqual(before);
  expect(await world.shown(id)).toEqual(shown);
});

test('a co-trekker who takes over is not told to stop, and leads as long as ever', async () => {
  const { id, uuid, tenure } = await world.ledNetwork();
  const person = await world.make.person(world.region);
  await world.make.trekkerschap(uuid, person, '[2025-03-01,)', 'CO_TREKKER');
  const mails = await written();
  const toPersonId = nodeId('Person', person);
  await world.done('trekkerschapHandOver', { id: tenure, toPersonId, on: '2026-12-31', reason: 'MOVED' });
  expect(await written()).toBe(mails);
  const { tenures, plans } = await world.shown(id);
  expect(tenures.map(({ role, period }) => ({ role, ...period }))).toEqual([
    { role: 'TREKKER', from: '2027-01-01', until: null },
    { role: 'TREKKER', from: '2026-01-01', until: '2026-12-31' },
    { role: 'CO_TREKKER', from: '2025-03-01', until: '2026-12-31' },
  ]);
  expect(plans).toEqual([]);
  service.travelTo('2027-01-02T11:00:00Z');
  await service.tick();
  expect((await seen(id)).trekkers).toMatchObject([{ tenure: { from: '2025-03-01', until: null } }]);
});

test('it is one tenure in the statistics: five who changed their role count five, and as long as they led', async () => {
  const { id } = await world.ledNetwork();
  const before = (await seen(id)).forecast[0].tenures as number;
  for (let n = 0; n < 5; n++) {
    const { tenure } = await world.ledNetwork();
    await world.done('trekkerschapChangeRole', { id: tenure, role: 'CO_TREKKER', on: '2026-06-01' });
  }
  expect((await seen(id)).forecast[0].tenures).toBe(before + 5);
  const { rows } = await service.owner.query(
    `select count(*)::int from (select unnest(range_agg(period)) from trekkerschappen
       group by person_id, oudernetwerk_id having count(*) > 1) led`,
  );
  expect(rows[0].count).toBeGreaterThanOrEqual(5);
});

test.each([
  ['the same role', { role: 'TREKKER', on: '2026-11-01' }, 'SAME_ROLE input.role'],
  ['from its first day', { role: 'CO_TREKKER', on: '2026-01-01' }, 'DATE_OUT_OF_RANGE input.on'],
  ['eleven years ahead', { role: 'CO_TREKKER', on: '2037-12-01' }, 'DATE_OUT_OF_RANGE input.on'],
  ['an old version', { role: 'CO_TREKKER', expectedVersion: 7 }, 'CONFLICT input.expectedVersion'],
])('%s is refused', async (_what, input, refusal) => {
  const { tenure } = await world.ledNetwork();
  expect(await world.refused('trekkerschapChangeRole', { id: tenure, ...input })).toBe(refusal);
});

test('not after the recorded end, which stays', async () => {
  const { id, tenure } = await world.ledNetwork();
  await world.done('trekkerschapEnd', { id: tenure, on: '2027-03-31', reason: 'MOVED' });
  const change = { id: tenure, role: 'CO_TREKKER' };
  expect(await world.refused('trekkerschapChangeRole', { ...change, on: '2027-04-01' })).toBe(
    'DATE_OUT_OF_RANGE input.on',
  );
  await world.done('trekkerschapChangeRole', change);
  const { tenures, plans } = await world.shown(id);
  expect(tenures[0]).toMatchObject({ period: { until: '2027-03-31' }, endReason: 'MOVED' });
  expect(plans).toMatchObject([{ targetOn: '2027-03-31', trekkerschap: { id: tenures[0]!.id } }]);
});
