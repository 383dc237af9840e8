import { nodeId } from '../../../kernel/node-id.js';
import { expectStoredIsFresh } from '../../../testing/stored-is-fresh.js';
import { type Json, startTestService, type TestService } from '../../../testing/test-service.js';
import { unchanged } from '../../../testing/unchanged.js';
import { DepartureScene, type Involved } from '../testing/departure-scene.js';

let service: TestService;
let scene: DepartureScene;

beforeAll(async () => {
  service = await startTestService();
  scene = await DepartureScene.begin(service);
});
afterAll(() => service.close());
afterEach(() => service.travelTo('2026-11-25T10:00:00Z'));

const STOP = `mutation($input: SuccessionStopInput!) { successionStop(input: $input) { errors { code } } }`;
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

async function done(mutation: string, input: object, fields = ''): Promise<Json> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation($input: ${type}!) { done: ${mutation}(input: $input) { ${fields} errors { code } } }`;
  const answer = (await scene.ask(query, { input })).done;
  expect(answer.errors).toEqual([]);
  return answer;
}

test.each([{ on: '2026-11-20' }, { kind: 'STOPS_EVERYTHING' }])(
  'a role of which an end was on record has that end again after %j',
  async (input) => {
    const who = await scene.involved();
    const on = '2027-06-30';
    const led = nodeId('Trekkerschap', who.led);
    await done('trekkerschapEnd', { id: led, on, reason: 'MOVED' });
    await done('seatAppointmentEnd', {
      id: nodeId('SeatAppointment', who.appointment),
      on,
      reason: 'MOVED',
    });
    await done('membershipEnd', { id: nodeId('Membership', who.membership), on });
    const before = await scene.parts(who.personId);
    await scene.depart(who.personId, input);
    expect(await scene.takeBack(who.personId)).toEqual(DONE);
    expect(await scene.parts(who.personId)).toEqual(before);
    await expectStoredIsFresh(service);
  },
);

/** Somebody else takes a seat. */
async function appointed(seat: string): Promise<string> {
  const seatId = nodeId('AdvisorySeat', seat);
  const personId = nodeId('Person', await scene.make.person(scene.region));
  const input = { seatId, personId, from: '2026-12-01' };
  return (await done('seatAppoint', input, 'appointment { id }')).appointment.id;
}

test('what somebody has built on stays as it is', async () => {
  const who = await scene.involved();
  await scene.depart(who.personId);
  await appointed(who.seat);
  expect(await scene.takeBack(who.personId)).toEqual(DONE);
  expect(
    await scene.rows('select period::text from seat_appointments where id = $1', who.appointment),
  ).toEqual([{ period: '[2026-01-01,2026-11-26)' }]);
  expect(await scene.rows('select period::text from trekkerschappen where id = $1', who.led)).toEqual([
    { period: '[2026-01-01,)' },
  ]);
  expect(await scene.rows('select kept_table, restored from kept_rows where not restored')).toEqual([
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

test('sent twice, or by two at once, it takes back one of two departures', async () => {
  const TAKE_BACK = `mutation($input: PersonDepartTakeBackInput!) { personDepartTakeBack(input: $input) { errors { code } } }`;
  const who = await scene.involved();
  await scene.depart(who.personId, { kind: 'STOPS_EVERYTHING' });
  const stop = await scene.departureId(who.personId);
  const stopped = await scene.parts(who.personId);
  await scene.depart(who.personId, { on: '2026-11-24' });
  const tooEarly = await unchanged(service.owner, () => scene.ask(TAKE_BACK, { input: { id: stop } }));
  expect(tooEarly.personDepartTakeBack.errors).toEqual([{ code: 'LATER_DEPARTURE' }]);
  const input = { id: await scene.departureId(who.personId) };
  const both = await Promise.all([scene.ask(TAKE_BACK, { input }), scene.ask(TAKE_BACK, { input })]);
  expect(both.flatMap(({ personDepartTakeBack }) => personDepartTakeBack.errors)).toEqual([
    { code: 'NO_DEPARTURE' },
  ]);
  await unchanged(service.owner, () => scene.ask(TAKE_BACK, { input }));
  expect(await scene.parts(who.personId)).toEqual(stopped);
});

describe('what was asked of them', () => {
  const status = async ({ invitation }: Involved) =>
    (
      await scene.rows<{ status: string }>('select status from seat_invitations where id = $1', invitation)
    )[0]!.status;
  const seatOf = async ({ invitation }: Involved) =>
    (
      await scene.rows<{ seat: string }>(
        'select seat_id as seat from seat_invitations where id = $1',
        invitation,
      )
    )[0]!.seat;

  test('is not asked again for a seat that was filled meanwhile, until that was a mistake', async () => {
    const who = await scene.involved();
    await scene.depart(who.personId);
    const id = await appointed(await seatOf(who));
    expect(await scene.takeBack(who.personId)).toEqual(DONE);
    expect(await status(who)).toBe('WITHDRAWN');
    await done('seatAppointmentAnnul', { id, reason: 'Verkeerd ingevuld' });
    expect(await status(who)).toBe('ASKED');
    await expectStoredIsFresh(service);
  });

  test('nor by an appointment that was a mistake, while they have departed', async () => {
    const who = await scene.involved();
    await scene.depart(who.personId);
    const id = await appointed(await seatOf(who));
    await done('seatAppointmentAnnul', { id, reason: 'Verkeerd ingevuld' });
    expect(await status(who)).toBe('WITHDRAWN');
    expect(await scene.takeBack(who.personId)).toEqual(DONE);
    expect(await status(who)).toBe('ASKED');
  });

  test('nor for a seat that is no more; nor do they hold one', async () => {
    const who = await scene.involved();
    await scene.depart(who.personId);
    for (const seat of [await seatOf(who), who.seat]) {
      await done('advisorySeatAbolish', { id: nodeId('AdvisorySeat', seat), on: '2026-11-25' });
    }
    expect(await scene.takeBack(who.personId)).toEqual(DONE);
    expect(await status(who)).toBe('WITHDRAWN');
    expect(
      await scene.rows('select period::text from seat_appointments where id = $1', who.appointment),
    ).toEqual([{ period: '[2026-01-01,2026-11-25)' }]);
    await expectStoredIsFresh(service);
  });

  test('has run out if nobody answered it in time', async () => {
    const who = await scene.involved();
    await scene.depart(who.personId);
    service.travelTo('2027-06-01T10:00:00Z');
    expect(await scene.takeBack(who.personId)).toEqual(DONE);
    expect(await status(who)).toBe('EXPIRED');
  });

  test('is not asked again in a search that is over', async () => {
    const who = await scene.involved();
    await scene.depart(who.personId);
    const plan = `select plan_id as id, stage from successor_candidates where id = $1`;
    const [asked] = await scene.rows<{ id: string }>(plan, who.candidate);
    const input = { id: nodeId('SuccessionPlan', asked!.id), reason: 'Niet meer nodig' };
    expect((await scene.ask(STOP, { input }, 'neighbour')).successionStop.errors).toEqual([]);
    expect(await scene.takeBack(who.personId)).toEqual(DONE);
    expect(await scene.rows(plan, who.candidate)).toMatchObject([{ stage: 'WITHDRAWN' }]);
    await expectStoredIsFresh(service);
  });
});

describe('terms that were to follow are there again', () => {
  const terms = (personId: string) =>
    scene.rows(
      `select id, seat_id, period::text, latest_end::text, term_number, end_reason from seat_appointments
       where person_id = $1 order by 1`,
      personId,
    );
  const reappointed = async () => {
    const personId = await scene.make.person(scene.region);
    const body = await scene.seats.body(scene.region, { breakMonths: 6 });
    const seatId = nodeId('AdvisorySeat', await scene.seats.seat(body));
    const input = { seatId, personId: nodeId('Person', personId), from: '2026-01-01' };
    const { appointment } = await done('seatAppoint', input, 'appointment { id }');
    await done('seatReappoint', { id: appointment.id, from: '2030-01-01' });
    return { personId, id: appointment.id, before: await terms(personId) };
  };

  test('after a death that came with the end of one', async () => {
    const { personId, id, before } = await reappointed();
    await done('seatAppointmentEnd', { id, on: '2026-11-20', reason: 'DECEASED' });
    expect(await terms(personId)).toHaveLength(1);
    expect(await scene.takeBack(personId)).toEqual(DONE);
    expect(await terms(personId)).toEqual(before);
    await expectStoredIsFresh(service);
  });

  test.each([{}, { kind: 'STOPS_EVERYTHING' }])('after a departure, %j', async (input) => {
    const { personId, before } = await reappointed();
    await scene.depart(personId, input);
    expect(await terms(personId)).toHaveLength(1);
    expect(await scene.takeBack(personId)).toEqual(DONE);
    expect(await terms(personId)).toEqual(before);
  });
});
