import { nodeId } from '../../../../kernel/node-id.js';
import { type Json, NOW } from '../../../../testing/test-service.js';
import { expectKnownWhere } from '../../../../testing/stored-is-fresh.js';
import { type SeatWorld, startSeatWorld, uuidOf } from '../../testing/seats.js';

let world: SeatWorld;
beforeAll(async () => {
  world = await startSeatWorld();
});
afterEach(() => world.service.travelTo(NOW));
afterAll(() => world.service.close());

const reason = 'Verkeerd ingevuld';
const CARRY = { carryOver: true, replacementServesRemaining: true };
const seatWith = async (rules: object = CARRY) => world.seat(await world.body(rules));
const annul = (id: string, as?: string) => world.run('seatAppointmentAnnul', { id, reason }, as);
const correct = async (id: string, patch: object, as?: string): Promise<Json> =>
  (await world.run('seatAppointmentCorrect', { id, reason, patch }, as)).appointment;
const refused = (id: string, patch: object, as = 'coordinator') =>
  world.refused('seatAppointmentCorrect', { id, reason, patch }, as);

/** Terms of a seat by first day: who, from, until, last day of the term, number, end reason. */
async function terms(seat: string): Promise<unknown[][]> {
  const fields = 'person { id } period { from until } latestEnd termNumber endReason';
  const { appointments } = await world.show(seat, `appointments { nodes { ${fields} } }`);
  return appointments.nodes
    .map(({ person, period: { from, until }, latestEnd, termNumber, endReason }: Json) => [
      person.id,
      from,
      until,
      latestEnd,
      termNumber,
      endReason,
    ])
    .reverse();
}

async function messageOf(mutation: string, input: object): Promise<string> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation($input: ${type}!) { done: ${mutation}(input: $input) { errors { message } } }`;
  const { done } = await world.ask('coordinator', query, { input: { reason, ...input } });
  return done.errors.map(({ message }: Json) => message).join();
}

describe('an appointment that never was', () => {
  test('leaves the seat as it was, also when it has passed', async () => {
    const seat = await seatWith();
    await world.appoint(seat, { from: '2021-11-01' });
    const before = await terms(seat);
    for (const from of ['2026-01-01', '2026-12-01']) {
      const id = await world.appoint(seat, { from });
      const { seat: now } = await annul(id);
      expect(now.status).toBe('CARRY_OVER');
      expect(await terms(seat)).toEqual(before);
      expect(await world.show(id, 'id')).toBeNull();
    }
  });

  test('counts no more: later terms in the body are counted without it, and seeking shows no seat', async () => {
    const body = await world.body(CARRY);
    const [first, second] = [await world.seat(body), await world.seat(body)];
    const personId = await world.person();
    const wrong = await world.appoint(first, { personId, from: '2021-01-01', until: '2024-12-31' });
    await world.run('seatAppointmentEnd', { id: wrong, on: '2024-12-31', reason: 'TERM_COMPLETED' });
    const right = await world.appoint(second, { personId, from: '2025-01-01' });
    expect(await world.show(right, 'termNumber')).toEqual({ termNumber: 2 });
    await annul(wrong);
    expect(await world.show(right, 'termNumber')).toEqual({ termNumber: 1 });
    await annul(right);
    expect(await world.show(personId, 'seatAppointments { totalCount }')).toEqual({
      seatAppointments: { totalCount: 0 },
    });
  });

  test('is kept in the audit log with what it said, and the reason apart', async () => {
    const id = await world.appoint(await seatWith(), { from: '2026-01-01' });
    await annul(id);
    const { rows } = await world.service.owner.query(
      `select l.facts - 'personId' - 'seatId' as facts, n.reason, n.replaced_by
       from audit_log l join annulments n on n.subject_id = l.subject_id
       where l.action = 'seat.appointmentAnnulled' and l.subject_id = $1`,
      [uuidOf(id)],
    );
    expect(rows).toEqual([
      {
        facts: {
          period: '[2026-01-01,)',
          latestEnd: '2029-12-31',
          termNumber: 1,
          endReason: null,
          replacesId: null,
        },
        reason,
        replaced_by: null,
      },
    ]);
  });

  test('hides from the body whom it knew by that alone', async () => {
    const personId = await world.person();
    const id = await world.appoint(await seatWith(), { personId });
    expect(await world.show(personId, 'id', 'secretary')).toEqual({ id: personId });
    await annul(id);
    expect(await world.show(personId, 'id', 'secretary')).toBeNull();
    await expectKnownWhere(world.service.owner);
  });

  test('is not taken back under whoever was appointed because of it: they are named', async () => {
    const seat = await seatWith();
    const id = await world.appoint(seat, { from: '2023-01-01' });
    const { appointment } = await world.run('seatReappoint', { id });
    const input = { id, reason };
    expect(await world.refused('seatAppointmentAnnul', input)).toEqual(['BUILT_UPON input.id']);
    const { person } = await world.show(id, 'person { displayName }');
    expect(await messageOf('seatAppointmentAnnul', { id })).toBe(
      `${person.displayName} is hierna benoemd, vanaf 1 januari 2027. Herstel dat eerst.`,
    );
    await annul(appointment.id);
    await annul(id);
    expect(await terms(seat)).toEqual([]);
  });

  test('nor under whoever serves the rest of the term, or was asked again because of it', async () => {
    const body = await world.body(CARRY);
    const seat = await world.seat(body);
    const id = await world.appoint(seat, { from: '2025-01-01' });
    await world.run('seatAppointmentEnd', { id, on: '2026-06-30', reason: 'MOVED' });
    const after = await world.appoint(seat, { from: '2026-09-01' });
    expect(await world.refused('seatAppointmentAnnul', { id, reason })).toEqual(['BUILT_UPON input.id']);
    await annul(after);
    const expiresOn = '2026-12-31';
    const asked = { seatId: seat, formerAppointmentId: id, message: 'Wilt u weer?', expiresOn };
    const { invitation } = await world.run('invitationCreate', asked);
    expect(await messageOf('seatAppointmentAnnul', { id })).toMatch(
      /is hierna als oud-lid uitgenodigd, op 25 november 2026. Herstel dat eerst.$/,
    );
    await world.ask(
      'secretary',
      'mutation($input: InvitationWithdrawInput!) { invitationWithdraw(input: $input) { errors { code } } }',
      { input: { id: invitation.id } },
    );
    await annul(id);
    expect(await terms(seat)).toEqual([]);
  });
});

describe('an appointment that was otherwise', () => {
  test('of somebody else: they hold it, and the other one is not there', async () => {
    const seat = await seatWith();
    const [wrong, right] = [await world.person(), await world.person()];
    const id = await world.appoint(seat, { personId: wrong, from: '2026-02-01' });
    const made = await correct(id, { personId: right }, 'coordinator');
    expect(await terms(seat)).toEqual([[right, '2026-02-01', null, '2030-01-31', 1, null]]);
    expect(await world.show(id, 'id')).toEqual({ id: made.id });
    expect(await world.show(wrong, 'id', 'secretary')).toBeNull();
    expect(await world.show(right, 'id', 'secretary')).toEqual({ id: right });
    await expectKnownWhere(world.service.owner);
  });

  test('from another day: the term is counted from it, and whoever made room did so then', async () => {
    const seat = await seatWith();
    const before = await world.appoint(seat, { from: '2021-11-01' });
    const id = await world.appoint(seat, { from: '2026-02-01' });
    const earlier = await correct(id, { from: '2026-01-01' });
    await correct(earlier.id, { from: '2026-03-01' });
    const [left, held] = await terms(seat);
    expect(left!.slice(1)).toEqual(['2021-11-01', '2026-02-28', '2025-10-31', 1, 'REPLACED']);
    expect(held!.slice(1)).toEqual(['2026-03-01', null, '2030-02-28', 1, null]);
    expect(await world.show(before, 'id')).toEqual({ id: before });
  });

  test('a term that was agreed to be shorter keeps its last day; null gives the full one', async () => {
    const id = await world.appoint(await seatWith(), { from: '2026-02-01', until: '2027-12-31' });
    const moved = await correct(id, { from: '2026-03-01' });
    expect(moved.latestEnd).toBe('2027-12-31');
    expect((await correct(moved.id, { latestEnd: null })).latestEnd).toBe('2030-02-28');
  });

  test('another seat of the body, and a network that nominated them instead of an organisation', async () => {
    const body = await world.body(CARRY);
    const [wrong, right] = [await world.seat(body), await world.seat(body)];
    const organisation = async () => nodeId('Organisation', await world.make.organisation(world.region));
    const nominatorId = await organisation();
    const id = await world.appoint(wrong, { from: '2026-02-01', nominatorId });
    const other = nodeId('Oudernetwerk', await world.make.network(world.region));
    const made = await correct(id, { seatId: right, nominatorId: other });
    expect(made.nominator).toEqual({ id: other });
    expect(await terms(wrong)).toEqual([]);
    expect(await terms(right)).toHaveLength(1);
    const { seat: there } = await world.show(made.id, 'seat { status }');
    expect([(await world.show(wrong, 'status')).status, there.status]).toEqual(['VACANT', 'FILLED']);
    expect((await correct(made.id, { nominatorId: null })).nominator).toBeNull();
  });

  test('an end that never happened: they hold it still; one that did happen, on another day, for another reason', async () => {
    const seat = await seatWith();
    const id = await world.appoint(seat, { from: '2026-02-01' });
    const before = await terms(seat);
    await world.run('seatAppointmentEnd', { id, on: '2026-11-20', reason: 'PERSONAL' });
    expect(await world.show(seat, 'status')).toEqual({ status: 'VACANT' });
    const made = await correct(id, { until: null });
    expect(await terms(seat)).toEqual(before);
    const left = await correct(made.id, { until: '2026-10-31', endReason: 'MOVED' });
    expect(left).toMatchObject({ period: { until: '2026-10-31' }, endReason: 'MOVED' });
    const other = await correct(left.id, { endReason: 'DISMISSED' });
    expect(other).toMatchObject({ period: { until: '2026-10-31' }, endReason: 'DISMISSED' });
  });

  test('by a secretary, also of a holder whom the body knows no more', async () => {
    const seat = await seatWith();
    const personId = await world.person();
    const id = await world.appoint(seat, { personId, from: '2024-02-01' });
    await world.run('seatAppointmentEnd', { id, on: '2025-01-31', reason: 'MOVED' });
    expect(await world.show(personId, 'contact { email }', 'secretary')).toEqual({ contact: null });
    await correct(id, { from: '2024-03-01' }, 'secretary');
    expect((await terms(seat))[0]!.slice(0, 3)).toEqual([personId, '2024-03-01', '2025-01-31']);
    // somebody else they ask first
    const other = await world.person();
    const [now] = (await world.show(seat, 'appointments { nodes { id } }')).appointments.nodes;
    expect(await refused(now.id, { personId: other }, 'secretary')).toEqual([
      'NOT_FOUND input.patch.personId',
    ]);
  });

  test('goes on to lead whoever was invited as a former member to it', async () => {
    const seat = await seatWith();
    const id = await world.appoint(seat, { from: '2024-02-01' });
    await world.run('seatAppointmentEnd', { id, on: '2025-01-31', reason: 'MOVED' });
    const asked = { seatId: seat, formerAppointmentId: id, message: 'Weer?', expiresOn: '2026-12-31' };
    const { invitation } = await world.run('invitationCreate', asked);
    const made = await correct(id, { from: '2024-03-01' });
    expect(await world.show(invitation.id, 'formerAppointment { id }')).toEqual({
      formerAppointment: { id: made.id },
    });
  });

  test('what others were appointed on stays as it is, and names them', async () => {
    const seat = await seatWith();
    const id = await world.appoint(seat, { from: '2024-01-01' });
    await world.run('seatAppointmentEnd', { id, on: '2025-12-31', reason: 'MOVED' });
    const after = await world.appoint(seat, { from: '2026-02-01' });
    expect(await world.show(after, 'latestEnd')).toEqual({ latestEnd: '2027-12-31' });
    for (const patch of [{ until: null }, { from: '2024-02-01' }, { until: '2026-02-01' }]) {
      const [first] = await refused(id, patch);
      expect([patch, first]).toEqual([patch, expect.stringMatching(/^(BUILT_UPON|DATE_OUT_OF_RANGE)/)]);
    }
    const made = await correct(id, { from: '2024-02-01', latestEnd: '2027-12-31', until: '2026-01-31' });
    expect(await world.show(after, 'replaces { id } latestEnd')).toEqual({
      replaces: { id: made.id },
      latestEnd: '2027-12-31',
    });
  });

  test('an early end is no end under terms that were to follow', async () => {
    const body = await world.body(CARRY);
    const seat = await world.seat(body);
    const personId = await world.person();
    const id = await world.appoint(seat, { personId, from: '2021-01-01' });
    await world.run('seatAppointmentEnd', { id, on: '2025-06-30', reason: 'TERM_COMPLETED' });
    await world.appoint(await world.seat(body), { personId, from: '2026-01-01' });
    expect(await refused(id, { until: '2024-06-30', endReason: 'MOVED' })).toEqual(['BUILT_UPON input.id']);
  });

  test('a death that is said so is a death: whatever else they do ends', async () => {
    const personId = await world.person();
    const [one, other] = [await seatWith(), await seatWith()];
    const id = await world.appoint(one, { personId, from: '2026-01-01' });
    await world.appoint(other, { personId, from: '2026-01-01' });
    await correct(id, { until: '2026-11-20', endReason: 'DECEASED' });
    expect(await terms(other)).toMatchObject([
      [personId, '2026-01-01', '2026-11-20', '2029-12-31', 1, 'DECEASED'],
    ]);
    const [now] = (await world.show(one, 'appointments { nodes { id } }')).appointments.nodes;
    expect(await refused(now.id, { until: null })).toEqual(['PERSON_DECEASED input.patch.until']);
  });

  test('what is as it was changes nothing, and leaves no trace', async () => {
    const id = await world.appoint(await seatWith(), { from: '2026-01-01' });
    expect(await refused(id, { from: '2026-01-01', until: null, latestEnd: '2029-12-31' })).toEqual([]);
    expect(await refused(id, {})).toEqual([]);
  });

  test.each<[string, object, string]>([
    ['no day', { from: '1989-12-31' }, 'DATE_OUT_OF_RANGE input.patch.from'],
    ['longer than the rules have it', { latestEnd: '2030-01-01' }, 'DATE_OUT_OF_RANGE input.patch.latestEnd'],
    ['an end without a reason', { until: '2026-10-31' }, 'REQUIRED input.patch.endReason'],
    ['a reason without an end', { endReason: 'MOVED' }, 'REQUIRED input.patch.until'],
    [
      'an end before they began',
      { until: '2025-12-31', endReason: 'MOVED' },
      'DATE_OUT_OF_RANGE input.patch.until',
    ],
    [
      'a death to come',
      { until: '2026-12-31', endReason: 'DECEASED' },
      'DATE_OUT_OF_RANGE input.patch.until',
    ],
  ])('%s is refused', async (_name, patch, refusal) => {
    const id = await world.appoint(await seatWith(), { from: '2026-01-01' });
    expect(await refused(id, patch)).toEqual([refusal]);
  });

  test('a seat of another body, a reason that is none, and an old version', async () => {
    const id = await world.appoint(await seatWith(), { from: '2026-01-01' });
    expect(await refused(id, { seatId: await seatWith() })).toEqual(['OTHER_BODY input.patch.seatId']);
    const input = { id, patch: { from: '2026-02-01' } };
    const attempt = (more: object) => world.refused('seatAppointmentCorrect', { ...input, reason, ...more });
    expect(await attempt({ reason: ' ' })).toEqual(['REQUIRED input.reason']);
    expect(await attempt({ reason: '123456782' })).toEqual(['BSN_IN_TEXT input.reason']);
    expect(await attempt({ expectedVersion: 7 })).toEqual(['CONFLICT input.expectedVersion']);
  });

  test('a yes that led to it waits again when it was somebody else’s', async () => {
    const body = await world.body(CARRY);
    const seat = await world.seat(body);
    const profile = await world.profiles.profile(await world.make.person(world.region));
    const yes = await world.profiles.invitation(uuidOf(seat), profile, {
      status: 'ACCEPTED',
      by: 'coordinator',
    });
    const id = await world.appoint(seat, {
      invitationId: nodeId('SeatInvitation', yes),
      from: '2027-01-01',
    });
    const statusOf = async () =>
      (await world.service.owner.query('select status from seat_invitations where id = $1', [yes])).rows[0]
        .status;
    const moved = await correct(id, { from: '2027-02-01' });
    expect(await statusOf()).toBe('APPOINTED');
    await annul(moved.id);
    expect(await statusOf()).toBe('ACCEPTED');
  });
});

test('a change that names what was corrected is refused, and its id leads to what it is now', async () => {
  const id = await world.appoint(await seatWith(), { from: '2026-01-01' });
  const { id: made } = await correct(id, { from: '2026-02-01' });
  const input = { id, reason: 'PERSONAL' };
  expect(await world.refused('seatAppointmentEnd', input, 'coordinator')).toEqual(['CORRECTED input.id']);
  const { data } = await world.service.ask('coordinator', 'query($id: ID!) { node(id: $id) { id } }', { id });
  expect(data.node.id).toBe(made);
  const unknown = nodeId('SeatAppointment', '00000000-0000-7000-8000-000000000000');
  const [hidden, none] = await Promise.all(
    [id, unknown].map((each) => world.refused('seatAppointmentEnd', { ...input, id: each }, 'neighbour')),
  );
  expect([hidden, none]).toEqual([['NOT_FOUND input.id'], ['NOT_FOUND input.id']]);
  await annul(made);
  expect(await world.refused('seatAppointmentEnd', input, 'coordinator')).toEqual(['NOT_FOUND input.id']);
});

test('two who annul and correct at once: one does, the other is told that it is there no more', async () => {
  for (let n = 0; n < 6; n++) {
    const seat = await seatWith();
    const id = await world.appoint(seat, { from: '2026-01-01' });
    const attempt = async (as: string, mutation: string, more: object) => {
      const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
      const query = `mutation($input: ${type}!) { done: ${mutation}(input: $input) { errors { code } } }`;
      const { data } = await world.service.ask(as, query, { input: { id, reason, ...more } });
      return data.done.errors.map(({ code }: Json) => code);
    };
    const outcomes = await Promise.all([
      attempt('coordinator', 'seatAppointmentAnnul', {}),
      attempt('colleague', 'seatAppointmentCorrect', { patch: { from: '2026-03-01' } }),
    ]);
    expect(outcomes).toContainEqual([]);
    expect([['NOT_FOUND'], ['CORRECTED']]).toContainEqual(outcomes.flat());
  }
});
