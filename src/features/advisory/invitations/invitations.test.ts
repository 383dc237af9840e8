import { v7 as uuid } from 'uuid';
import { nodeId, parseNodeId } from '../../../kernel/node-id.js';
import { unchanged } from '../../../testing/unchanged.js';
import { type InvitationWorld, refusals, type Scene, startInvitationWorld } from '../testing/invitations.js';

const WHO = 'input.ervaringsdeskundigeId';

let world: InvitationWorld;
let scene: Scene;
beforeAll(async () => {
  world = await startInvitationWorld();
});
beforeEach(async () => {
  world.service.travelTo('2026-11-25T10:00:00Z');
  scene = await world.scene();
});
afterAll(() => world.close());

const show = async (subject: string, id: string, fields: string) =>
  (
    await world.service.ask(
      subject,
      `query ($id: ID!) { node(id: $id) { ... on SeatInvitation { ${fields} } } }`,
      { id },
    )
  ).data.node;
const nothing = <Result>(work: () => Promise<Result>) => unchanged(world.service.owner, work);

test('from invitation to acceptance: what was sent, how long it can be answered, what was chosen from', async () => {
  const { make } = world;
  const [first, second] = [
    await make.network(world.region, { name: 'Netwerk Noord' }),
    await make.network(world.region),
  ];
  await make.membership(first, scene.parent, '[2025-01-01,)');
  await make.trekkerschap(second, scene.parent, '[2026-02-01,)');
  const input = { message: ' Wij zoeken iemand die meedenkt. ', expiresOn: '2026-12-01' };
  const id = await world.invited(scene, input);
  const fields = `status askedOn expiresOn answeredOn closedOn message motivation invitedBy seat { title body { id } }
    declineKind declineReason withdrawnBecause askedThrough { name }`;
  const before = {
    status: 'ASKED',
    askedOn: '2026-11-25',
    expiresOn: '2026-12-01',
    answeredOn: null,
    closedOn: null,
    message: 'Wij zoeken iemand die meedenkt.',
    motivation: null,
    invitedBy: 'secretary',
    seat: { title: expect.any(String), body: { id: nodeId('AdvisoryBody', scene.body) } },
    declineKind: null,
    declineReason: null,
    withdrawnBecause: null,
  };
  expect(await show(scene.subject, id, fields)).toEqual({
    ...before,
    askedThrough: { name: 'Netwerk Noord' },
  });
  // it would reveal who it is
  expect(await show('secretary', id, fields)).toEqual({ ...before, askedThrough: null });
  world.service.travelTo('2026-12-01T10:00:00Z');
  expect(await world.answer(scene.subject, id)).toMatchObject({
    errors: [],
    invitation: {
      status: 'ACCEPTED',
      answeredOn: '2026-12-01',
      person: { id: nodeId('Person', scene.parent) },
    },
  });
  const { rows } = await world.service.owner.query(
    `select action, subject_type, facts from audit_log where subject_id in ($1, $2) order by action`,
    [parseNodeId(id)!.uuid, scene.parent],
  );
  expect(rows.map(({ action }) => action)).toEqual([
    'invitation.accepted',
    'invitation.asked',
    'person.revealed',
  ]);
  expect(JSON.stringify(rows)).not.toMatch(/Quirine|meedenkt/);
});

test('a no has a kind, and perhaps words; a yes keeps neither', async () => {
  const id = await world.invited(scene);
  const refused = await nothing(() => world.answer(scene.subject, id, { accept: false }));
  expect(refusals(refused)).toEqual(['REQUIRED input.declineKind']);
  const long = { accept: false, declineKind: 'OTHER', declineReason: 'x'.repeat(501) };
  expect(refusals(await nothing(() => world.answer(scene.subject, id, long)))).toEqual([
    'TOO_LONG input.declineReason',
  ]);
  const bsn = { accept: false, declineKind: 'OTHER', declineReason: 'Mijn nummer is 111222333' };
  expect(refusals(await nothing(() => world.answer(scene.subject, id, bsn)))).toEqual([
    'BSN_IN_TEXT input.declineReason',
  ]);
  const no = { accept: false, declineKind: 'NO_TIME', declineReason: ' Te druk ' };
  expect(await world.answer(scene.subject, id, no)).toMatchObject({
    errors: [],
    invitation: { status: 'DECLINED', declineKind: 'NO_TIME', declineReason: 'Te druk' },
  });
  const other = await world.scene();
  const yes = await world.answer(other.subject, await world.invited(other), { ...no, accept: true });
  expect(yes.invitation).toMatchObject({ status: 'ACCEPTED', declineKind: null, declineReason: null });
});

test('an answer is given once', async () => {
  const id = await world.accepted(scene);
  for (const again of [{}, { accept: false, declineKind: 'NO_TIME' }]) {
    expect(refusals(await nothing(() => world.answer(scene.subject, id, again)))).toEqual([
      'ALREADY_ANSWERED input.id',
    ]);
  }
  const seen = await world.invited(await world.scene());
  await world.withdraw('secretary', seen);
  expect(refusals(await nothing(() => world.withdraw('secretary', seen)))).toEqual([
    'INVITATION_CLOSED input.id',
  ]);
});

test('only the parent answers; for users who do not see the invitation it does not exist', async () => {
  const id = await world.invited(scene);
  const outcome = async (subject: string | null) => {
    const answer = await nothing(() => world.answer(subject, id));
    return typeof answer === 'string' ? answer : refusals(answer).join();
  };
  const other = await world.scene();
  expect(await outcome(null)).toBe('UNAUTHENTICATED');
  for (const subject of ['secretary', 'coordinator', 'neighbour', 'admin']) {
    expect([subject, await outcome(subject)]).toEqual([subject, 'FORBIDDEN']);
  }
  expect(await outcome(other.subject)).toBe('NOT_FOUND input.id');
  const unknown = nodeId('SeatInvitation', uuid());
  expect(await world.answer(other.subject, unknown)).toEqual(await world.answer(other.subject, id));
});

test('an invitation is withdrawn by its sender, also after an acceptance; an acceptance by the parent', async () => {
  const taken = await world.withdraw('secretary', await world.invited(scene));
  expect(taken).toMatchObject({
    errors: [],
    invitation: {
      status: 'WITHDRAWN',
      closedOn: '2026-11-25',
      withdrawnBecause: 'BY_SECRETARY',
      person: null,
    },
  });
  const chosen = await world.scene();
  const elseWhom = await world.withdraw('colleague', await world.accepted(chosen));
  expect(elseWhom.invitation).toMatchObject({ withdrawnBecause: 'BY_SECRETARY', person: null });
  const doubting = await world.scene();
  const id = await world.invited(doubting);
  expect(refusals(await nothing(() => world.withdraw(doubting.subject, id)))).toEqual([
    'NOT_ACCEPTED input.id',
  ]);
  await world.answer(doubting.subject, id);
  expect((await world.withdraw(doubting.subject, id)).invitation).toMatchObject({
    status: 'WITHDRAWN',
    withdrawnBecause: 'PERSON_WITHDREW',
  });
  expect(refusals(await nothing(() => world.answer(doubting.subject, id)))).toEqual([
    'INVITATION_CLOSED input.id',
  ]);
});

test('users who do not fill the seat withdraw nothing, and invite nobody', async () => {
  const abroad = await world.scene({ home: world.elsewhere, consent: 'COUNTRY' });
  const id = await world.invited(abroad);
  for (const subject of ['neighbour', 'admin', null]) {
    const withdrawn = await nothing(() => world.withdraw(subject, id));
    expect([subject, withdrawn]).toEqual([subject, subject === null ? 'UNAUTHENTICATED' : 'FORBIDDEN']);
  }
  // the neighbour can see the seat because a parent of their region was invited for it
  expect(await nothing(() => world.create('neighbour', abroad))).toBe('FORBIDDEN');
  expect(await nothing(() => world.create('admin', abroad))).toBe('FORBIDDEN');
  expect(await nothing(() => world.create(abroad.subject, abroad))).toBe('FORBIDDEN');
  expect(refusals(await nothing(() => world.create('neighbour', scene)))).toEqual(['NOT_FOUND input.seatId']);
});

test('a profile that is not findable does not exist, byte for byte, whoever asks', async () => {
  const { owner } = world.service;
  const none = await world.scene({ consent: null });
  const over = await world.scene({ consent: null });
  await world.profiles.consent(over.parent, 'REGION', '2026-11-24');
  const withdrawn = await world.scene();
  await world.profiles.consent(withdrawn.parent, null);
  const abroad = await world.scene({ home: world.elsewhere, consent: 'REGION' });
  await owner.query(
    `insert into account_roles (id, account_id, role, region_id, period)
     select gen_random_uuid(), id, 'SECRETARY', $1, '[2020-01-01,)' from accounts where subject = 'colleague'`,
    [world.elsewhere],
  );
  world.service.travelTo('2026-11-25T10:01:00Z');
  for (const subject of ['secretary', 'coordinator', 'colleague']) {
    const unknown = await world.create(subject, { seat: scene.seat, profile: uuid() });
    expect(refusals(unknown)).toEqual([`NOT_FOUND ${WHO}`]);
    for (const { profile } of [none, over, withdrawn, abroad]) {
      // the coordinator keeps the record of three of them; the colleague searches where the fourth is findable
      expect(await nothing(() => world.create(subject, { seat: scene.seat, profile }))).toEqual(unknown);
    }
  }
});

test('the input is looked at as a whole', async () => {
  const wrong = { message: 'x'.repeat(2_001), motivation: 'x'.repeat(501), expiresOn: '2026-11-27' };
  expect(refusals(await nothing(() => world.create('secretary', scene, wrong)))).toEqual([
    'TOO_LONG input.message',
    'TOO_LONG input.motivation',
    'DATE_OUT_OF_RANGE input.expiresOn',
  ]);
  const late = { expiresOn: '2027-01-25' };
  expect(refusals(await nothing(() => world.create('secretary', scene, late)))).toEqual([
    'DATE_OUT_OF_RANGE input.expiresOn',
  ]);
  const { invitation } = await world.create('secretary', scene, { expiresOn: '2027-01-24' });
  expect(invitation.expiresOn).toBe('2027-01-24');
  const expected = { accept: true, expectedVersion: 2 };
  expect(refusals(await nothing(() => world.answer(scene.subject, invitation.id, expected)))).toEqual([
    'CONFLICT input.expectedVersion',
  ]);
});

test('nobody is invited for a seat that is held for a while, is no longer there, or of a body that ended', async () => {
  const { owner } = world.service;
  const refused = async () => refusals(await nothing(() => world.create('secretary', scene)));
  const holder = await world.make.person(world.region);
  const sits = await world.seats.appointment(scene.seat, holder);
  expect(await refused()).toEqual(['SEAT_NOT_OPEN input.seatId']);
  await owner.query(`update seat_appointments set latest_end = '2027-03-31' where id = $1`, [sits]);
  await world.invited(scene);
  const gone = await world.scene();
  await owner.query(`update advisory_seats set abolished_on = '2026-11-25' where id = $1`, [gone.seat]);
  scene = gone;
  expect(await refused()).toEqual(['SEAT_NOT_OPEN input.seatId']);
  scene = await world.scene();
  await owner.query(`update advisory_bodies set ended_on = '2026-11-25' where id = $1`, [scene.body]);
  expect(await refused()).toEqual(['SEAT_NOT_OPEN input.seatId']);
});

test('whoever holds a seat in the body by a yes is not invited, and it does not say which seat', async () => {
  const yes = await world.profiles.invitation(await world.seats.seat(scene.body), scene.profile, {
    status: 'APPOINTED',
  });
  await world.service.owner.query(
    `insert into seat_appointments (id, seat_id, body_id, region_id, person_id, period, latest_end, term_number, invitation_id)
     select i.id, i.seat_id, i.body_id, i.region_id, i.person_id, '[2026-01-01,)', '2029-12-31', 1, i.id
     from seat_invitations i where i.id = $1`,
    [yes],
  );
  expect(await nothing(() => world.create('secretary', scene))).toMatchObject({
    errors: [{ code: 'SITS_ALREADY', message: 'Deze ouder heeft al een zetel in deze groep.' }],
  });
});
