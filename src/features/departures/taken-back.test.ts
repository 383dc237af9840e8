import { nodeId } from '../../kernel/node-id.js';
import { expectStoredIsFresh } from '../../testing/stored-is-fresh.js';
import { startTestService, type TestService } from '../../testing/test-service.js';
import { unchanged } from '../../testing/unchanged.js';
import { DepartureScene } from './testing/departure-scene.js';

let service: TestService;
let scene: DepartureScene;

beforeAll(async () => {
  service = await startTestService();
  scene = await DepartureScene.begin(service);
});
afterAll(() => service.close());
afterEach(() => service.travelTo('2026-11-25T10:00:00Z'));

const DONE = { person: { deceasedOn: null }, departure: { takenBack: true }, errors: [] };

test.each([{ on: '2026-11-20' }, { kind: 'STOPS_EVERYTHING' }])(
  'what was recorded by mistake, %j, is taken back whole',
  async (input) => {
    const who = await scene.involved();
    const before = await scene.parts(who.personId);
    const standby = 'select count(*)::int as standby from caretakerships where oudernetwerk_id = any ($1)';
    await scene.depart(who.personId, input);
    expect(await scene.parts(who.personId)).not.toEqual(before);
    expect(await scene.takeBack(who.personId)).toEqual(DONE);
    expect(await scene.parts(who.personId)).toEqual(before);
    expect(await scene.rows(standby, [who.network, who.networkElsewhere])).toEqual([{ standby: 0 }]);
    const open = 'select id from succession_plans where oudernetwerk_id = any ($1) and closed_on is null';
    expect(await scene.rows(open, [who.network, who.networkElsewhere])).toEqual([]);
    await expectStoredIsFresh(service);
  },
);

async function ended(mutation: string, input: object): Promise<void> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation($input: ${type}!) { done: ${mutation}(input: $input) { errors { code } } }`;
  expect((await scene.ask(query, { input })).done.errors).toEqual([]);
}

test.each([{ on: '2026-11-20' }, { kind: 'STOPS_EVERYTHING' }])(
  'a role of which an end was on record has that end again after %j',
  async (input) => {
    const who = await scene.involved();
    const on = '2027-06-30';
    const led = nodeId('Trekkerschap', who.led);
    await ended('trekkerschapEnd', { id: led, on, reason: 'MOVED' });
    await ended('seatAppointmentEnd', {
      id: nodeId('SeatAppointment', who.appointment),
      on,
      reason: 'MOVED',
    });
    await ended('membershipEnd', { id: nodeId('Membership', who.membership), on });
    const before = await scene.parts(who.personId);
    await scene.depart(who.personId, input);
    expect(await scene.takeBack(who.personId)).toEqual(DONE);
    expect(await scene.parts(who.personId)).toEqual(before);
    await expectStoredIsFresh(service);
  },
);

test('what somebody has built on stays as it is', async () => {
  const who = await scene.involved();
  await scene.depart(who.personId);
  const seatId = nodeId('AdvisorySeat', who.seat);
  const personId = nodeId('Person', await scene.make.person(scene.region));
  const appoint = 'mutation($input: SeatAppointInput!) { seatAppoint(input: $input) { errors { code } } }';
  const { seatAppoint } = await scene.ask(appoint, { input: { seatId, personId, from: '2026-12-01' } });
  expect(seatAppoint.errors).toEqual([]);
  expect(await scene.takeBack(who.personId)).toEqual(DONE);
  expect(
    await scene.rows('select period::text from seat_appointments where id = $1', who.appointment),
  ).toEqual([{ period: '[2026-01-01,2026-11-26)' }]);
  expect(await scene.rows('select period::text from trekkerschappen where id = $1', who.led)).toEqual([
    { period: '[2026-01-01,)' },
  ]);
  expect(await scene.rows('select kept_table, restored from departure_ends where not restored')).toEqual([
    { kept_table: 'seat_appointments', restored: false },
  ]);
  await expectStoredIsFresh(service);
});

test('a stop can be taken back for 30 days, a death whenever the mistake shows, and neither twice', async () => {
  const [stopped, died] = [await scene.involved(), await scene.involved()];
  await scene.depart(stopped.personId, { kind: 'STOPS_EVERYTHING' });
  await scene.depart(died.personId);
  service.travelTo('2026-12-26T10:00:00Z');
  const late = await unchanged(service.owner, () => scene.takeBack(stopped.personId));
  expect(late.errors).toEqual([{ code: 'DEPARTURE_TOO_LONG_AGO', path: ['input', 'id'] }]);
  expect(await scene.takeBack(died.personId)).toEqual(DONE);
  const again = await unchanged(service.owner, () => scene.takeBack(died.personId));
  expect(again.errors).toEqual([{ code: 'NO_DEPARTURE', path: ['input', 'id'] }]);
});

test.each([
  ['another stop', { kind: 'STOPS_EVERYTHING', on: '2026-11-20', note: 'Ziet er toch van af' }],
  ['a death that was a mistake', { on: '2026-11-24' }],
])('a stop that %s was recorded after is taken back as well', async (_what, later) => {
  const who = await scene.involved();
  const before = await scene.parts(who.personId);
  await scene.depart(who.personId, { kind: 'STOPS_EVERYTHING' });
  await scene.depart(who.personId, later);
  expect(await scene.takeBack(who.personId)).toEqual(DONE);
  const SHOWN = `query($id: ID!) { node(id: $id) { ... on Person { departure { kind takenBack } } } }`;
  const { node } = await scene.ask(SHOWN, { id: nodeId('Person', who.personId) });
  expect(node.departure).toEqual({ kind: 'STOPS_EVERYTHING', takenBack: false });
  expect(await scene.takeBack(who.personId)).toEqual(DONE);
  expect(await scene.parts(who.personId)).toEqual(before);
  const again = await unchanged(service.owner, () => scene.takeBack(who.personId));
  expect(again.errors).toEqual([{ code: 'NO_DEPARTURE', path: ['input', 'id'] }]);
  await expectStoredIsFresh(service);
});
