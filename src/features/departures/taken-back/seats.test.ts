import { nodeId } from '../../../kernel/node-id.js';
import { expectStoredIsFresh } from '../../../testing/stored-is-fresh.js';
import { startTestService, type TestService } from '../../../testing/test-service.js';
import { DepartureScene } from '../testing/departure-scene.js';
import { SeatsScene } from '../testing/seats-scene.js';

let service: TestService;
let scene: DepartureScene;

beforeAll(async () => {
  service = await startTestService();
  scene = await DepartureScene.begin(service);
});
afterEach(() => expectStoredIsFresh(service));
afterAll(() => service.close());

const bodyOf = (...names: string[]) => SeatsScene.begin(scene, names);

const DEPARTURES = [{ on: '2026-11-24' }, { kind: 'STOPS_EVERYTHING', on: '2026-11-24' }];

test.each(DEPARTURES)('whoever stays on leaves for whoever was to follow after all, %j', async (input) => {
  const body = await bodyOf('Anna', 'Bert');
  await body.appoint('Anna', '2026-01-01');
  await body.appoint('Bert', '2027-02-01');
  const before = await body.held();
  expect(before).toEqual(['Anna 2026-01-01 2027-01-31 REPLACED 1', 'Bert 2027-02-01 1']);
  await scene.depart(body.idOf('Bert'), input);
  expect(await body.held()).toEqual(['Anna 2026-01-01 1']);
  expect((await scene.takeBack(body.idOf('Bert'))).errors).toEqual([]);
  expect(await body.held()).toEqual(before);
});

test('who follows after their term follows them, though they were thought to have left', async () => {
  const body = await bodyOf('Anna', 'Bert');
  await body.appoint('Anna', '2026-01-01');
  await scene.depart(body.idOf('Anna'));
  await body.appoint('Bert', '2027-02-01');
  expect((await scene.takeBack(body.idOf('Anna'))).errors).toEqual([]);
  expect(await body.held()).toEqual(['Anna 2026-01-01 2027-01-31 REPLACED 1', 'Bert 2027-02-01 1']);
});

test('a seat that goes after their term goes under them', async () => {
  const body = await bodyOf('Anna');
  await body.appoint('Anna', '2026-01-01');
  await scene.depart(body.idOf('Anna'));
  await body.done('advisorySeatAbolish', { id: nodeId('AdvisorySeat', body.seats[0]!), on: '2027-02-01' });
  expect((await scene.takeBack(body.idOf('Anna'))).errors).toEqual([]);
  expect(await body.held()).toEqual(['Anna 2026-01-01 2027-01-31 SEAT_ABOLISHED 1']);
});

test('terms in a row are counted with what they took up since', async () => {
  const body = await bodyOf('Anna');
  await body.appoint('Anna', '2028-01-01');
  await scene.depart(body.idOf('Anna'), { kind: 'STOPS_EVERYTHING' });
  await body.appoint('Anna', '2027-01-01', { seat: 1 });
  await body.done('seatAppointmentEnd', {
    id: await body.appointmentOf('Anna'),
    on: '2027-12-31',
    reason: 'TERM_COMPLETED',
  });
  expect((await scene.takeBack(body.idOf('Anna'))).errors).toEqual([]);
  expect(await body.held()).toEqual(['Anna 2027-01-01 2027-12-31 TERM_COMPLETED 1', 'Anna 2028-01-01 2']);
});
