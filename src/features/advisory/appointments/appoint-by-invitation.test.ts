import { nodeId } from '../../../kernel/node-id.js';
import { NOW } from '../../../testing/test-service.js';
import { type SeatWorld, startSeatWorld, uuidOf } from '../testing/seats.js';

let world: SeatWorld;
beforeAll(async () => {
  world = await startSeatWorld();
});
afterEach(() => world.service.travelTo(NOW));
afterAll(() => world.service.close());

const seatWith = async (rules: object = { carryOver: true }) => world.seat(await world.body(rules));

/** A parent who was invited for a seat; ids are public ones. */
async function asked(seat: string, status: string, options: { findable?: boolean; expiresOn?: string } = {}) {
  const person = await world.make.person(world.region);
  const profile = await world.profiles.profile(person, options.findable === false ? null : 'REGION');
  const state = { status, ...(options.expiresOn && { expiresOn: options.expiresOn }) };
  const invitation = await world.profiles.invitation(uuidOf(seat), profile, state);
  return { personId: nodeId('Person', person), invitationId: nodeId('SeatInvitation', invitation) };
}

/** Status of invitations, and why they were withdrawn. */
async function statuses(...invitations: { invitationId: string }[]): Promise<string[]> {
  const { rows } = await world.service.owner.query<{ status: string }>(
    `select concat_ws(' ', status, withdrawn_because, closed_on) as status
     from unnest($1::uuid[]) with ordinality asked (id, place) join seat_invitations using (id) order by place`,
    [invitations.map(({ invitationId }) => uuidOf(invitationId))],
  );
  return rows.map(({ status }) => status);
}

describe('after an acceptance the parent', () => {
  test('is appointed, and whoever else was asked is not any more', async () => {
    const seatId = await seatWith();
    const yes = await asked(seatId, 'ACCEPTED');
    const others = [
      await asked(seatId, 'ACCEPTED'),
      await asked(seatId, 'ASKED'),
      // only the parent and their coordinator still see this invitation
      await asked(seatId, 'ASKED', { findable: false }),
      await asked(seatId, 'DECLINED'),
      await asked(seatId, 'ASKED', { expiresOn: '2026-11-24' }),
      await asked(await seatWith(), 'ASKED'),
    ];
    const { appointment } = await world.run('seatAppoint', { seatId, invitationId: yes.invitationId });
    expect(appointment.person).toEqual({ id: yes.personId });
    expect(await statuses(yes, ...others)).toEqual([
      'APPOINTED',
      'WITHDRAWN SEAT_FILLED 2026-11-25',
      'WITHDRAWN SEAT_FILLED 2026-11-25',
      'WITHDRAWN SEAT_FILLED 2026-11-25',
      'DECLINED',
      'ASKED', // it expired the day before
      'ASKED',
    ]);
    const { rows } = await world.service.owner.query(
      'select id from seat_appointments where invitation_id = $1',
      [uuidOf(yes.invitationId)],
    );
    expect(rows).toEqual([{ id: uuidOf(appointment.id) }]);
  });

  test('is appointed by that too when they are named themselves', async () => {
    const seatId = await seatWith();
    const yes = await asked(seatId, 'ACCEPTED');
    await world.run('seatAppoint', { seatId, personId: yes.personId });
    expect(await statuses(yes)).toEqual(['APPOINTED']);
  });

  test('said it still when the appointment is taken back', async () => {
    const seatId = await seatWith();
    const yes = await asked(seatId, 'ACCEPTED');
    const { appointment } = await world.run('seatAppoint', {
      seatId,
      invitationId: yes.invitationId,
      from: '2026-12-01',
    });
    await world.run('seatAppointmentAnnul', { id: appointment.id, reason: 'Vergissing' });
    expect(await statuses(yes)).toEqual(['ACCEPTED']);
    await world.run('seatAppoint', { seatId, invitationId: yes.invitationId, from: '2027-01-01' });
    expect(await statuses(yes)).toEqual(['APPOINTED']);
  });

  test.each(['ASKED', 'DECLINED', 'EXPIRED', 'WITHDRAWN', 'APPOINTED'])(
    'is not who is %s',
    async (status) => {
      const seatId = await seatWith();
      const { invitationId } = await asked(seatId, status);
      expect(await world.refused('seatAppoint', { seatId, invitationId })).toEqual([
        'NOT_ACCEPTED input.invitationId',
      ]);
    },
  );

  test('said it to this seat, and is named once', async () => {
    const seatId = await seatWith();
    const elsewhere = await asked(await seatWith(), 'ACCEPTED');
    const { invitationId, personId } = await asked(seatId, 'ACCEPTED');
    const refused = (input: object) => world.refused('seatAppoint', { seatId, ...input });
    expect(await refused({ invitationId: elsewhere.invitationId })).toEqual([
      'OTHER_SEAT input.invitationId',
    ]);
    expect(await refused({ invitationId, personId })).toEqual(['PERSON_OR_INVITATION input.personId']);
    expect(await refused({})).toEqual(['PERSON_OR_INVITATION input.personId']);
  });
});

test('invitations stay if a seat was filled in the past only', async () => {
  const seatId = await seatWith({});
  const waiting = await asked(seatId, 'ASKED');
  await world.appoint(seatId, { from: '2021-01-01' });
  expect(await statuses(waiting)).toEqual(['ASKED']);
  await world.appoint(seatId, { from: '2027-01-01' });
  expect(await statuses(waiting)).toEqual(['WITHDRAWN SEAT_FILLED 2026-11-25']);
});

test('invitations are withdrawn with an abolished seat, and so is an acceptance that would have led to it', async () => {
  const seatId = await seatWith();
  const [waiting, yes] = [await asked(seatId, 'ASKED'), await asked(seatId, 'ACCEPTED')];
  await world.run('advisorySeatAbolish', { id: seatId, on: '2027-06-01' });
  expect(await statuses(waiting, yes)).toEqual(Array(2).fill('WITHDRAWN SEAT_ABOLISHED 2026-11-25'));

  const other = await seatWith();
  const next = await asked(other, 'ACCEPTED');
  await world.run('seatAppoint', { seatId: other, invitationId: next.invitationId, from: '2027-06-01' });
  await world.run('advisorySeatAbolish', { id: other, on: '2027-06-01' });
  expect(await statuses(next)).toEqual(['WITHDRAWN SEAT_ABOLISHED 2026-11-25']);
  expect(await world.show(other, 'appointments { totalCount }')).toEqual({ appointments: { totalCount: 0 } });
});

describe('a person with a tie to the body', () => {
  const RULES = { carryOver: true, incompatibilities: ['EMPLOYEE', 'COUNCIL_MEMBER'] };
  let organisation: string;
  let alkmaar: string;
  let utrecht: string;
  beforeAll(async () => {
    organisation = await world.make.organisation(world.region);
    const place = async (code: string) => {
      const { rows } = await world.service.owner.query<{ id: string }>(
        'select id from municipalities where code = $1',
        [code],
      );
      return rows[0]!.id;
    };
    [alkmaar, utrecht] = [await place('GM0361'), await place('GM0344')];
  });

  /** A parent with a tie, and a seat that they might get. */
  async function scene(tie: {
    kind?: string;
    organisation?: string;
    municipality?: string;
    period?: string;
  }) {
    const body = await world.body(RULES, { organisationIds: [nodeId('Organisation', organisation)] });
    const seatId = await world.seat(body);
    const person = await world.make.person(world.region);
    const profile = await world.profiles.profile(person);
    await world.profiles.incompatibility(profile, tie);
    const invitation = await world.profiles.invitation(uuidOf(seatId), profile, { status: 'ACCEPTED' });
    return { seatId, invitationId: nodeId('SeatInvitation', invitation) };
  }

  test.each<[string, () => Parameters<typeof scene>[0], string | null]>([
    ['works for its organisation', () => ({ organisation }), 'INCOMPATIBLE_EMPLOYEE'],
    [
      'is on the council of a municipality there',
      () => ({ kind: 'COUNCIL_MEMBER', municipality: alkmaar }),
      'INCOMPATIBLE_COUNCIL_MEMBER',
    ],
    [
      'will work there before the term is over',
      () => ({ organisation, period: '[2030-11-24,)' }),
      'INCOMPATIBLE_EMPLOYEE',
    ],
    ['worked there until the day before', () => ({ organisation, period: '[2020-01-01,2026-11-25)' }), null],
    ['will work there after the term', () => ({ organisation, period: '[2030-11-25,)' }), null],
    [
      'is on the council of another municipality',
      () => ({ kind: 'COUNCIL_MEMBER', municipality: utrecht }),
      null,
    ],
    ['sits on its board, which the rules do not mind', () => ({ kind: 'BOARD_MEMBER', organisation }), null],
  ])('who %s', async (_name, tie, code) => {
    const input = await scene(tie());
    const refused = (as: string) => world.refused('seatAppoint', input, as);
    if (code) expect(await refused('coordinator')).toEqual([`${code} input.invitationId`]);
    else await world.run('seatAppoint', input, 'coordinator');
  });

  test('is appointed and reappointed by a secretary and by a coordinator elsewhere as anybody is', async () => {
    const input = await scene({ organisation });
    const { appointment } = await world.run('seatAppoint', { ...input, until: '2028-12-31' });
    await world.run('seatReappoint', { id: appointment.id });
    const body = await world.seats.body(world.elsewhere, { incompatibilities: ['EMPLOYEE'] });
    await world.service.owner.query('insert into advisory_body_organisations values ($1, $2)', [
      body,
      organisation,
    ]);
    const seat = await world.seats.seat(body);
    const profile = await world.profiles.profile(await world.make.person(world.region), 'COUNTRY');
    await world.profiles.incompatibility(profile, { organisation });
    const yes = await world.profiles.invitation(seat, profile, { status: 'ACCEPTED' });
    const there = { seatId: nodeId('AdvisorySeat', seat), invitationId: nodeId('SeatInvitation', yes) };
    await world.run('seatAppoint', there, 'neighbour');
  });

  test('gets no other term either, and the coordinator of their region hears why', async () => {
    const { seatId, invitationId } = await scene({ organisation, period: '[2029-01-01,2030-01-01)' });
    const { rows } = await world.service.owner.query<{ name: string }>(
      'select name from organisations where id = $1',
      [organisation],
    );
    const query =
      'mutation($input: SeatAppointInput!) { done: seatAppoint(input: $input) { errors { message } } }';
    const { done } = await world.ask('coordinator', query, { input: { seatId, invitationId } });
    expect(done.errors).toEqual([
      {
        message: `Dit gaat niet samen: deze persoon werkt bij ${rows[0]!.name} (1 januari 2029 tot en met 31 december 2029).`,
      },
    ]);
    const { appointment } = await world.run('seatAppoint', { seatId, invitationId, until: '2028-12-31' });
    expect(await world.refused('seatReappoint', { id: appointment.id }, 'coordinator')).toEqual([
      'INCOMPATIBLE_EMPLOYEE input.id',
    ]);
  });

  test.each([
    ['ends before', { until: '2027-05-31' }, null],
    ['is in the midst of', { from: '2027-05-31', until: '2027-06-01' }, 'INCOMPATIBLE_COUNCIL_MEMBER'],
    ['begins after', { from: '2028-01-01' }, null],
  ])(
    'is judged by the days of an agreement that is to come: their term %s them',
    async (_how, term, code) => {
      const input = { ...(await scene({ kind: 'COUNCIL_MEMBER', municipality: utrecht })), ...term };
      const { body } = await world.show(input.seatId, 'body { id }');
      const period = '[2027-06-01,2028-01-01)';
      await world.seats.agreement(uuidOf(body.id), world.elsewhere, { period });
      if (code) {
        expect(await world.refused('seatAppoint', input, 'coordinator')).toEqual([
          `${code} input.invitationId`,
        ]);
      } else await world.run('seatAppoint', input, 'coordinator');
    },
  );

  test('is not told of a body that works elsewhere, until it works there too', async () => {
    const input = await scene({ kind: 'COUNCIL_MEMBER', municipality: utrecht });
    const { body } = await world.show(input.seatId, 'body { id }');
    await world.worksElsewhere(body.id);
    expect(await world.refused('seatAppoint', input, 'coordinator')).toEqual([
      'INCOMPATIBLE_COUNCIL_MEMBER input.invitationId',
    ]);
  });
});
