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

describe('a seat in years to come', () => {
  const SEEN = 'displayName contact { email }';

  /** A member whom the secretary appointed to two seats for later, while they sat there. */
  async function appointedAhead() {
    const { body, seatId, personId, id } = await member();
    const others = [seatId, await world.seat(body)];
    for (const [index, seat] of others.entries()) {
      await world.run('seatAppoint', {
        seatId: seat,
        personId,
        from: `${2036 - index * 5}-11-01`,
        until: `${2037 - index * 5}-10-31`,
      });
    }
    await world.service.owner.query('insert into person_contacts values ($1, $2)', [
      uuidOf(personId),
      `lid-${uuidOf(personId)}@example.org`,
    ]);
    expect(await world.show(personId, SEEN, 'secretary')).toMatchObject({
      contact: { email: expect.any(String) },
    });
    return { body, seatId, personId, id };
  }

  async function member() {
    const body = await world.body({ carryOver: false, breakMonths: 0 });
    const seatId = await world.seat(body);
    const personId = await world.person();
    const id = await world.appoint(seatId, { personId, from: '2024-01-01' });
    return { body, seatId, personId, id };
  }

  test('is not kept by whoever leaves the body, whichever of its seats it is', async () => {
    const { body, personId, id } = await appointedAhead();
    await world.run('seatAppointmentEnd', { id, on: '2026-11-25', reason: 'PERSONAL' });
    const { rows } = await world.service.owner.query(
      'select count(*)::integer as held from seat_appointments where person_id = $1',
      [uuidOf(personId)],
    );
    expect(rows).toEqual([{ held: 1 }]);
    const { rows: told } = await world.service.owner.query(
      `select count(*)::integer as times from audit_log where action = 'seat.appointmentCancelled'
         and facts ->> 'personId' = $1`,
      [uuidOf(personId)],
    );
    expect(told).toEqual([{ times: 2 }]);
    world.service.travelTo('2026-12-20T10:00:00Z');
    expect(await world.show(personId, SEEN, 'secretary')).toMatchObject({ contact: null });
    const again = { seatId: await world.seat(body), personId };
    expect(await world.refused('seatAppoint', again)).toEqual(['ASK_FIRST input.personId']);
  });

  test('tells nobody who they are in between, and is no reason to appoint them', async () => {
    const { body, seatId, personId, id } = await appointedAhead();
    await world.run('seatAppointmentEnd', { id, on: '2027-12-31', reason: 'TERM_COMPLETED' });
    world.service.travelTo('2028-01-15T10:00:00Z');
    const hidden = await world.show(personId, SEEN, 'secretary');
    expect(hidden).toMatchObject({ contact: null });
    const again = { seatId: await world.seat(body), personId };
    expect(await world.refused('seatAppoint', again)).toEqual(['ASK_FIRST input.personId']);
    const asked = { seatId, formerAppointmentId: id };
    await world.run('invitationCreate', asked);
    world.service.travelTo('2031-11-01T10:00:00Z');
    expect(await world.show(personId, SEEN, 'secretary')).toMatchObject({
      contact: { email: expect.any(String) },
    });
  });

  test('tells who they are if they said yes to it', async () => {
    const { body, personId, id } = await appointedAhead();
    await world.run('seatAppointmentEnd', { id, on: '2027-12-31', reason: 'TERM_COMPLETED' });
    await world.service.owner.query(
      `insert into seat_invitations (id, seat_id, body_id, region_id, former_appointment_id, person_id, person_region_id,
         invited_by, status, asked_on, expires_on, answered_on, answered_by, shortlist)
       select gen_random_uuid(), seat_id, body_id, region_id, $2, person_id, region_id, (select id from accounts where
         subject = 'secretary'), 'APPOINTED', '2026-02-01', '2026-02-15', '2026-02-02', 'SIGNED_IN', '[]'
       from seat_appointments where person_id = $1 and lower(period) = '2036-11-01'`,
      [uuidOf(personId), uuidOf(id)],
    );
    await world.service.owner.query(
      `update seat_appointments a set invitation_id = i.id from seat_invitations i
       where i.seat_id = a.seat_id and a.person_id = $1 and lower(a.period) = '2036-11-01'`,
      [uuidOf(personId)],
    );
    world.service.travelTo('2028-01-15T10:00:00Z');
    expect(await world.show(personId, SEEN, 'secretary')).toMatchObject({
      contact: { email: expect.any(String) },
    });
    await world.run('seatAppoint', {
      seatId: await world.seat(body),
      personId,
      from: '2028-02-01',
      until: '2028-12-31',
    });
  });
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
