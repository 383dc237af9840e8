import { nodeId } from '../../../kernel/node-id.js';
import { NOW } from '../../../testing/test-service.js';
import { type SeatWorld, startSeatWorld, uuidOf } from '../testing/seats.js';

let world: SeatWorld;
beforeAll(async () => {
  world = await startSeatWorld();
});
afterEach(() => world.service.travelTo(NOW));
afterAll(() => world.service.close());

const CARRY = { carryOver: true, replacementServesRemaining: true };
const TERM = 'person { id } period { from until } latestEnd termNumber endReason';

/** A seat of a body of its own. */
const seatWith = async (rules: object = CARRY) => world.seat(await world.body(rules));
interface Term {
  readonly period: { from: string; until: string | null };
  readonly latestEnd: string;
  readonly termNumber: number;
  readonly endReason: string | null;
}

/** Terms of a seat by first day: from, until, last day of the term, number, end reason. */
async function terms(seat: string): Promise<unknown[][]> {
  const { appointments } = await world.show(seat, `appointments { nodes { ${TERM} } }`);
  return (appointments.nodes as Term[])
    .map(({ period: { from, until }, latestEnd, termNumber, endReason }) => [
      from,
      until,
      latestEnd,
      termNumber,
      endReason,
    ])
    .reverse();
}

describe('an appointed person', () => {
  test.each(['Organisation', 'AdvisoryBody', 'Oudernetwerk'])(
    'may be nominated by an %s, which another term keeps',
    async (type) => {
      const makes: Record<string, () => Promise<string>> = {
        Organisation: () => world.make.organisation(world.region),
        AdvisoryBody: async () => uuidOf(await world.body()),
        Oudernetwerk: () => world.make.network(world.region),
      };
      const nominatorId = nodeId(type, await makes[type]!());
      const id = await world.appoint(await seatWith(), { from: '2024-08-01', nominatorId });
      const { appointment } = await world.run('seatReappoint', { id });
      expect(appointment.nominator).toEqual({ id: nominatorId });
    },
  );

  test('is not nominated by what the coordinator does not see, or by something else', async () => {
    const appointed = { seatId: await seatWith(), personId: await world.person() };
    const hidden = nodeId('Oudernetwerk', await world.make.network(world.elsewhere));
    const named = { ...appointed, nominatorId: hidden };
    expect(await world.refused('seatAppoint', named, 'coordinator')).toEqual(['NOT_FOUND input.nominatorId']);
    const { id } = await world.show(appointed.personId, 'id');
    const { errors } = await world.service.ask(
      'coordinator',
      'mutation($input: SeatAppointInput!) { seatAppoint(input: $input) { errors { code } } }',
      { input: { ...appointed, nominatorId: id } },
    );
    expect(errors?.[0].extensions.reason).toBe('BAD_ID');
  });

  test('holds it for a term, with the organisation that nominated them', async () => {
    const seatId = await seatWith();
    const [personId, nominatorId] = [
      await world.person(),
      nodeId('Organisation', await world.make.organisation(world.region)),
    ];
    const { appointment, seat } = await world.run(
      'seatAppoint',
      { seatId, personId, nominatorId },
      'coordinator',
    );
    expect(appointment).toMatchObject({
      person: { id: personId },
      period: { from: '2026-11-25', until: null },
      latestEnd: '2030-11-24',
      termNumber: 1,
      endReason: null,
      nominator: { id: nominatorId },
      replaces: null,
    });
    expect(seat).toMatchObject({ id: seatId, status: 'FILLED' });
    const { seatAppointments } = await world.show(personId, 'seatAppointments { totalCount nodes { id } }');
    expect(seatAppointments).toEqual({ totalCount: 1, nodes: [{ id: appointment.id }] });
  });

  test('becomes visible to the secretary, who did not know them', async () => {
    const seatId = await seatWith();
    const personId = await world.person();
    expect(await world.refused('seatAppoint', { seatId, personId })).toEqual(['NOT_FOUND input.personId']);
    await world.appoint(seatId, { personId });
    expect(await world.show(personId, 'id', 'secretary')).toEqual({ id: personId });
  });

  test('follows a holder who stays on, and who leaves the day before', async () => {
    const seat = await seatWith();
    await world.appoint(seat, { from: '2022-11-01' });
    await world.appoint(seat, { from: '2026-12-01' });
    expect(await terms(seat)).toEqual([
      ['2022-11-01', '2026-11-30', '2026-10-31', 1, 'REPLACED'],
      ['2026-12-01', null, '2030-11-30', 1, null],
    ]);
  });

  test('serves the rest of the term of a holder who left early', async () => {
    const seat = await seatWith();
    const left = await world.appoint(seat, { from: '2025-01-01' });
    await world.run('seatAppointmentEnd', { id: left, on: '2026-06-30', reason: 'MOVED' });
    const id = await world.appoint(seat, { from: '2026-09-01' });
    expect(await world.show(id, 'latestEnd replaces { id }')).toEqual({
      latestEnd: '2028-12-31',
      replaces: { id: left },
    });
  });

  test.each<[string, object, string]>([
    ['within the term of another', { from: '2025-12-31' }, 'SEAT_TAKEN input.from'],
    ['before the seat was there', { from: '2019-12-31' }, 'DATE_OUT_OF_RANGE input.from'],
    ['too far ahead', { from: '2036-11-26' }, 'DATE_OUT_OF_RANGE input.from'],
    ['for longer than a term', { from: '2027-01-01', until: '2031-01-01' }, 'DATE_OUT_OF_RANGE input.until'],
    ['until before they start', { from: '2027-01-01', until: '2026-12-31' }, 'DATE_OUT_OF_RANGE input.until'],
  ])('is nobody %s', async (_name, days, error) => {
    const seatId = await seatWith();
    await world.appoint(seatId, { from: '2022-01-01' });
    const input = { seatId, personId: await world.person(), ...days };
    expect(await world.refused('seatAppoint', input, 'coordinator')).toEqual([error]);
  });

  test('has no other seat in that body', async () => {
    const body = await world.body(CARRY);
    const [first, second] = [await world.seat(body), await world.seat(body)];
    const personId = await world.person();
    const id = await world.appoint(first, { personId, from: '2026-01-01' });
    const input = { seatId: second, personId };
    expect(await world.refused('seatAppoint', input)).toEqual(['ALREADY_IN_BODY input.from']);
    await world.appoint(await seatWith(), { personId });
    await world.run('seatAppointmentEnd', { id, on: '2026-11-24', reason: 'OTHER' });
    const again = await world.appoint(second, { personId });
    expect(await world.show(again, 'termNumber')).toEqual({ termNumber: 2 });
  });
});

describe('another term', () => {
  test('starts the day after, and counts on', async () => {
    const seat = await seatWith({ ...CARRY, maxConsecutiveTerms: 2 });
    const id = await world.appoint(seat, { from: '2023-08-01' });
    expect(await world.show(id, 'mayBeReappointed')).toEqual({ mayBeReappointed: true });
    const { appointment } = await world.run('seatReappoint', { id });
    expect(await terms(seat)).toEqual([
      ['2023-08-01', '2027-07-31', '2027-07-31', 1, 'REAPPOINTED'],
      ['2027-08-01', null, '2031-07-31', 2, null],
    ]);
    expect(await world.show(id, 'mayBeReappointed reappointmentHindrance')).toEqual({
      mayBeReappointed: false,
      reappointmentHindrance: 'FOLLOWED',
    });
    expect(await world.refused('seatReappoint', { id })).toEqual(['SEAT_TAKEN input.id']);
    expect(await world.show(appointment.id, 'reappointmentHindrance')).toEqual({
      reappointmentHindrance: 'TERM_LIMIT',
    });
    expect(await world.refused('seatReappoint', { id: appointment.id })).toEqual([
      'TERM_LIMIT_REACHED input.from',
    ]);
  });

  test('starts today for a holder who stays on, or when it should have', async () => {
    for (const [from, until] of [
      [undefined, '2026-11-24'],
      ['2026-08-01', '2026-07-31'],
    ]) {
      const seat = await seatWith();
      const id = await world.appoint(seat, { from: '2022-08-01' });
      expect(await world.show(id, 'carriesOver before: carriesOver(on: "2026-07-31")')).toEqual({
        carriesOver: true,
        before: false,
      });
      await world.run('seatReappoint', { id, from });
      expect(await terms(seat)).toEqual([
        ['2022-08-01', until, '2026-07-31', 1, 'REAPPOINTED'],
        [from ?? '2026-11-25', null, from ? '2030-07-31' : '2030-11-24', 2, null],
      ]);
    }
  });

  test('keeps the nominating organisation, and may be shorter', async () => {
    const nominatorId = nodeId('Organisation', await world.make.organisation(world.region));
    const id = await world.appoint(await seatWith(), { from: '2024-08-01', nominatorId });
    const { appointment } = await world.run('seatReappoint', { id, until: '2029-07-31' });
    expect(appointment).toMatchObject({ latestEnd: '2029-07-31', nominator: { id: nominatorId } });
  });

  test('is not for a holder who leaves, nor within the term', async () => {
    const id = await world.appoint(await seatWith(), { from: '2026-01-01' });
    expect(await world.refused('seatReappoint', { id, from: '2029-12-31' })).toEqual([
      'DATE_OUT_OF_RANGE input.from',
    ]);
    await world.run('seatAppointmentEnd', { id, on: '2027-06-30', reason: 'PERSONAL' });
    expect(await world.refused('seatReappoint', { id })).toEqual(['LEFT_SEAT input.id']);
    expect(await world.show(id, 'reappointmentHindrance')).toEqual({ reappointmentHindrance: 'LEFT' });
  });

  test('is not recorded more than ten years ahead, and says so without a day that cannot be', async () => {
    const id = await world.appoint(await seatWith({ termMonths: 240 }), { from: '2026-01-01' });
    const query = `mutation($input: SeatReappointInput!) { seatReappoint(input: $input) { errors { code message path } } }`;
    const { seatReappoint } = await world.ask('coordinator', query, { input: { id } });
    expect(seatReappoint.errors).toEqual([
      {
        code: 'DATE_OUT_OF_RANGE',
        path: ['input', 'from'],
        message: 'Er is nu geen dag mogelijk: niet vóór 1 januari 2046, en niet na 25 november 2036.',
      },
    ]);
  });

  test('after too many says from which day it is possible again', async () => {
    const seatId = await seatWith({ maxConsecutiveTerms: 1, breakMonths: 24 });
    const personId = await world.person();
    await world.appoint(seatId, { personId, from: '2022-08-01' });
    const query = `mutation($input: SeatAppointInput!) { seatAppoint(input: $input) { errors { message } } }`;
    const input = { seatId, personId };
    const { seatAppoint } = await world.ask('coordinator', query, { input });
    expect(seatAppoint.errors).toEqual([
      {
        message:
          'In deze groep kan iemand hoogstens 1 termijn achter elkaar blijven. Vanaf 1 augustus 2028 kan het weer.',
      },
    ]);
    await world.appoint(seatId, { personId, from: '2028-08-01' });
  });
});

describe('a holder who leaves', () => {
  test('may be recorded afterwards, and that is history then', async () => {
    const seat = await seatWith();
    const id = await world.appoint(seat, { from: '2026-01-01' });
    await world.run('seatAppointmentEnd', { id, on: '2026-08-31', reason: 'CHILD_LEFT_SCHOOL' });
    expect(await terms(seat)).toEqual([['2026-01-01', '2026-08-31', '2029-12-31', 1, 'CHILD_LEFT_SCHOOL']]);
    expect(await world.show(seat, 'status vacantSince')).toEqual({
      status: 'VACANT',
      vacantSince: '2026-09-01',
    });
    const again = { id, on: '2026-10-01', reason: 'OTHER' };
    expect(await world.refused('seatAppointmentEnd', again)).toEqual(['ALREADY_ENDED input.id']);
  });

  test('does not begin their following terms; the person appointed after those still does', async () => {
    const seat = await seatWith();
    const id = await world.appoint(seat, { from: '2023-01-01' });
    await world.run('seatReappoint', { id });
    const other = await world.person();
    await world.appoint(seat, { personId: other, from: '2031-01-01' });
    await world.run('seatAppointmentEnd', { id, on: '2026-11-25', reason: 'DECEASED' });
    expect(await terms(seat)).toEqual([
      ['2023-01-01', '2026-11-25', '2026-12-31', 1, 'DECEASED'],
      ['2031-01-01', null, '2034-12-31', 1, null],
    ]);
  });

  test('by the end of the term alone keeps the terms that were to follow', async () => {
    const seat = await seatWith();
    const id = await world.appoint(seat, { from: '2023-01-01' });
    await world.run('seatReappoint', { id, from: '2027-06-01' });
    await world.run('seatAppointmentEnd', { id, on: '2026-12-31', reason: 'TERM_COMPLETED' });
    expect(await terms(seat)).toHaveLength(2);
  });

  test('changes one version of the appointment, and of the seat', async () => {
    const seat = await seatWith();
    const id = await world.appoint(seat, { from: '2026-01-01' });
    const versions = () => world.show(id, 'version seat { version }');
    const before = await versions();
    const end = { id, on: '2026-12-31', reason: 'PERSONAL' };
    await world.run('seatAppointmentEnd', { ...end, expectedVersion: before.version });
    expect(await versions()).toEqual({
      version: Number(before.version) + 1,
      seat: { version: Number(before.seat.version) + 1 },
    });
    const again = { ...end, on: '2027-01-31', expectedVersion: before.version };
    expect(await world.refused('seatAppointmentEnd', again)).toEqual(['CONFLICT input.expectedVersion']);
  });

  test('may change their mind until then, but not past the next holder', async () => {
    const seat = await seatWith();
    const id = await world.appoint(seat, { from: '2026-01-01' });
    const end = (on: string, reason = 'PERSONAL') => ({ id, on, reason });
    await world.run('seatAppointmentEnd', end('2026-12-31'));
    await world.run('seatAppointmentEnd', end('2027-03-31'));
    await world.appoint(seat, { from: '2027-06-01' });
    expect(await world.refused('seatAppointmentEnd', end('2027-06-01'))).toEqual([
      'DATE_OUT_OF_RANGE input.on',
    ]);
    await world.run('seatAppointmentEnd', end('2027-05-31'));
    expect(await world.refused('seatAppointmentEnd', end('2025-12-31'))).toEqual([
      'DATE_OUT_OF_RANGE input.on',
    ]);
    expect(await world.refused('seatAppointmentEnd', end('2027-05-31', 'TERM_COMPLETED'))).toEqual([
      'DATE_OUT_OF_RANGE input.on',
    ]);
  });

  test('completes a term that lasts for more than ten years, and may stay on after it', async () => {
    for (const rules of [{ termMonths: 240 }, { termMonths: 240, ...CARRY }]) {
      const id = await world.appoint(await seatWith(rules), { from: '2026-01-01' });
      await world.run('seatAppointmentEnd', { id, on: '2045-12-31', reason: 'TERM_COMPLETED' });
      const later = { id, on: '2046-01-01', reason: 'TERM_COMPLETED' };
      expect(await world.refused('seatAppointmentEnd', later)).toEqual(['DATE_OUT_OF_RANGE input.on']);
    }
  });

  test('does not stay on where the rules do not have it', async () => {
    const stays = await world.appoint(await seatWith(), { from: '2023-01-01' });
    await world.run('seatAppointmentEnd', { id: stays, on: '2027-03-31', reason: 'PERSONAL' });
    const leaves = await world.appoint(await seatWith({}), { from: '2023-01-01' });
    const end = { id: leaves, on: '2027-01-01', reason: 'PERSONAL' };
    expect(await world.refused('seatAppointmentEnd', end)).toEqual(['DATE_OUT_OF_RANGE input.on']);
  });
});

test('new rules apply to appointments made after them', async () => {
  const body = await world.body(CARRY);
  const [held, other] = [await world.seat(body), await world.seat(body)];
  const id = await world.appoint(held, { from: '2026-01-01' });
  const patch = { rules: { termMonths: 24, carryOver: false, maxConsecutiveTerms: 1 } };
  await world.run('advisoryBodyUpdate', { id: body, patch }, 'coordinator');
  await world.appoint(other, { from: '2026-01-01' });
  expect(await terms(held)).toEqual([['2026-01-01', null, '2029-12-31', 1, null]]);
  expect(await terms(other)).toEqual([['2026-01-01', '2027-12-31', '2027-12-31', 1, 'TERM_COMPLETED']]);
  expect(await world.show(id, 'reappointmentHindrance')).toEqual({ reappointmentHindrance: 'TERM_LIMIT' });
});

test('a region that is reorganised mid-term takes the body along, with its seats and their holders', async () => {
  const body = await world.body(CARRY);
  const seat = await world.seat(body);
  const id = await world.appoint(seat, { from: '2026-01-01' });
  const before = await terms(seat);
  await world.service.owner.query('update advisory_bodies set region_id = $1 where id = $2', [
    world.elsewhere,
    uuidOf(body),
  ]);
  await world.make.account('newcomer', { role: 'COORDINATOR', regionId: world.elsewhere });
  expect(await world.show(id, `person { id } ${TERM}`, 'newcomer')).toMatchObject({
    latestEnd: before[0]![2],
  });
  expect(await world.show(id, 'id', 'coordinator')).toBeNull();
  await world.run('seatReappoint', { id }, 'newcomer');
  expect(await world.show(seat, 'status(on: "2030-01-01")', 'newcomer')).toEqual({ status: 'FILLED' });
});

test('what is recorded names rows and days, and nobody', async () => {
  const seat = await seatWith();
  const id = await world.appoint(seat, { from: '2022-11-01' });
  await world.appoint(seat, { from: '2026-12-01' });
  const { rows } = await world.service.owner.query(
    `select action, subject_type, facts - 'personId' as facts from audit_log where facts ->> 'seatId' = $1 order by id`,
    [uuidOf(seat)],
  );
  expect(rows.map(({ action }) => action)).toEqual([
    'seat.appointed',
    'seat.appointmentEnded',
    'seat.appointed',
  ]);
  expect(rows[1]).toMatchObject({
    subject_type: 'SeatAppointment',
    facts: { period: '[2022-11-01,2026-12-01)', endReason: 'REPLACED', termNumber: 1 },
  });
  const name = await world.show(id, 'person { displayName }');
  expect(JSON.stringify(rows)).not.toContain(name.person.displayName);
});
