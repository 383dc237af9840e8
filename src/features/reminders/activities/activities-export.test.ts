import { nodeId } from '../../../kernel/node-id.js';
import { NOW, startTestService, type TestService } from '../../../testing/test-service.js';
import { Makers } from '../../../testing/makers/makers.js';
import { Agenda } from '../../../testing/agenda.js';
import { unchanged } from '../../../testing/unchanged.js';

const EXPORT = `mutation ($input: ActivitiesExportInput!) { activitiesExport(input: $input) {
  url expiresAt errors { code path } } }`;
const PLAN = `mutation ($input: ActivityPlanInput!) { activityPlan(input: $input) { activity { id } errors { code } } }`;
const MOVE = `mutation ($input: ActivityCorrectInput!) { activityCorrect(input: $input) { errors { code } } }`;

let service: TestService;
let network: string;
let organisation: string;
let oudernetwerkId: string;

beforeAll(async () => {
  service = await startTestService();
  const make = new Makers(service.owner);
  const region = await make.region('JZ06');
  network = await make.network(region, { name: 'Netwerk Noord', activeFrom: '2026-01-01' });
  oudernetwerkId = nodeId('Oudernetwerk', network);
  organisation = await make.organisation(region);
  await make.support(network, organisation, '[2026-01-01,2026-12-02)');
  await make.account('coordinator', { role: 'COORDINATOR', regionId: region });
  await make.account('supporter', { role: 'SUPPORTER', organisationId: organisation });
});
beforeEach(async () => {
  service.travelTo(NOW);
  await service.owner.query('delete from activities');
});
afterAll(() => service.close());

async function done(query: string, input: object, as = 'coordinator') {
  const { data, errors } = await service.ask(as, query, { input });
  expect(errors).toBeUndefined();
  return Object.values(data as Record<string, { errors: { code: string }[] }>)[0] as Record<string, never> & {
    url: string;
    expiresAt: string;
    activity: { id: string };
    errors: { code: string }[];
  };
}
async function plan(on: string, title: string): Promise<string> {
  const input = { oudernetwerkId, kind: 'MEETING', title, on, startTime: '19:30' };
  return (await done(PLAN, input)).activity.id;
}
const link = async (as?: string) => {
  const { pathname, search } = new URL((await done(EXPORT, { oudernetwerkId }, as)).url);
  return `${pathname}${search}`;
};

test('whoever carries a network takes along what it plans; a day that moves stays the same event', async () => {
  const id = await plan('2026-12-10', 'Ouderavond');
  await plan('2027-01-14', 'Café');
  const agenda = new Agenda();
  const first = await service.app.inject(await link('supporter'));
  expect([first.statusCode, first.headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
  expect(first.headers['content-disposition']).toContain('filename="agenda-netwerk-noord.ics"');
  expect(agenda.read(first.body).shown).toEqual([
    '2026-12-10 Netwerk Noord: Ouderavond',
    '2027-01-14 Netwerk Noord: Café',
  ]);
  expect((await done(MOVE, { id, patch: { on: '2026-12-17' } })).errors).toEqual([]);
  expect(agenda.read((await service.app.inject(await link('supporter'))).body).shown).toEqual([
    '2026-12-17 Netwerk Noord: Ouderavond',
    '2027-01-14 Netwerk Noord: Café',
  ]);
});

test('a link works for five minutes, and only as long as whoever asked carries the network', async () => {
  await plan('2026-12-10', 'Ouderavond');
  const url = await link('supporter');
  service.travelTo('2026-11-25T10:04:59Z');
  expect((await service.app.inject(url)).statusCode).toBe(200);
  service.travelTo('2026-11-25T10:05:00Z');
  expect((await service.app.inject(url)).statusCode).toBe(404);
  // two minutes before the last day of the support is over
  service.travelTo('2026-12-01T22:58:00Z');
  const late = await link('supporter');
  service.travelTo('2026-12-01T23:01:00Z');
  expect((await unchanged(service.owner, () => service.app.inject(late))).statusCode).toBe(404);
});

test('what has nothing in it is no calendar', async () => {
  const { errors } = await unchanged(service.owner, () => done(EXPORT, { oudernetwerkId }));
  expect(errors).toEqual([{ code: 'NOTHING_PLANNED', path: ['input', 'oudernetwerkId'] }]);
});
