import { nodeId } from '../../../kernel/node-id.js';
import { NOW } from '../../../testing/test-service.js';
import { type SeatWorld, startSeatWorld, uuidOf } from '../testing/seats.js';

/** Whom somebody may appoint unasked is whom they know by name now. */
let world: SeatWorld;
beforeAll(async () => {
  world = await startSeatWorld();
});
afterEach(() => world.service.travelTo(NOW));
afterAll(() => world.service.close());

/** A member of a body who left on a day, known to the secretary until then. */
async function left(on: string) {
  const body = await world.body({ carryOver: false });
  const seatId = await world.seat(body);
  const personId = await world.person();
  const id = await world.appoint(seatId, { personId, from: '2024-01-01' });
  await world.run('seatAppointmentEnd', { id, on, reason: on < '2027' ? 'PERSONAL' : 'TERM_COMPLETED' });
  return { body, seatId, personId, id };
}

test('a secretary appoints whoever holds a seat of the body now, to another seat too', async () => {
  const { body, seatId, personId } = await left('2026-11-25');
  const other = await world.seat(body);
  await world.run('seatAppoint', { seatId: other, personId, from: '2026-11-26' });
  await world.run('seatAppoint', { seatId, personId: await holder(body), from: '2030-11-26' });

  async function holder(of: string): Promise<string> {
    return (await world.show(await world.appoint(await world.seat(of)), 'person { id }')).person.id;
  }
});

test('a former member is not appointed to be seen again, and not reappointed either', async () => {
  const { seatId, personId } = await left('2026-11-24');
  const seen = `displayName contact { email }`;
  await world.service.owner.query('insert into person_contacts values ($1, $2)', [
    uuidOf(personId),
    'oud@example.org',
  ]);
  expect(await world.show(personId, seen, 'secretary')).toMatchObject({ contact: null });
  const later = { seatId, personId, from: '2027-06-01' };
  expect(await world.refused('seatAppoint', later)).toEqual(['ASK_FIRST input.personId']);
  expect(await world.show(personId, seen, 'secretary')).toMatchObject({ contact: null });
  // by right of the region
  await world.run('seatAppoint', later, 'coordinator');

  const done = await left('2027-12-31');
  await world.run('seatReappoint', { id: done.id, from: '2028-01-01', until: '2028-06-30' });
  world.service.travelTo('2028-07-01T10:00:00Z');
  const { appointments } = await world.show(done.seatId, 'appointments { nodes { id } }');
  const last = { id: appointments.nodes[0].id as string };
  expect(await world.refused('seatReappoint', last)).toEqual(['ASK_FIRST input.id']);
  await world.run('seatReappoint', last, 'coordinator');
});

test('who sits in another body of the secretary is asked for this one', async () => {
  const elsewhere = await left('2027-12-31');
  const seatId = await world.seat(await world.body());
  const { personId } = elsewhere;
  expect(await world.refused('seatAppoint', { seatId, personId })).toEqual(['ASK_FIRST input.personId']);
});

test('a parent reads which account it was that made their name known', async () => {
  const person = await world.make.person(world.region);
  await world.make.account('parent', { personId: person });
  const seatId = await world.seat(await world.body());
  await world.run('seatAppoint', { seatId, personId: nodeId('Person', person) }, 'coordinator');
  const { viewer } = await world.ask('parent', '{ viewer { person { accessLog { nodes { why who } } } } }');
  expect(viewer.person.accessLog.nodes).toEqual([{ why: 'APPOINTED', who: 'coordinator' }]);
});
