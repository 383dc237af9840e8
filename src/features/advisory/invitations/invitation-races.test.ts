import { nodeId, parseNodeId } from '../../../kernel/node-id.js';
import { times } from '../../../testing/effort.js';
import type { Json } from '../../../testing/test-service.js';
import { type InvitationWorld, refusals, type Scene, startInvitationWorld } from '../testing/invitations.js';

const ROUNDS = times('races');
/** Of all tests together, one round of each. */
const SCENES_A_ROUND = 12;

let world: InvitationWorld;
beforeAll(async () => {
  world = await startInvitationWorld(ROUNDS * SCENES_A_ROUND);
});
afterAll(() => world.close());

async function outcomes(...attempts: Promise<Json>[]): Promise<string[]> {
  return (await Promise.all(attempts)).map((answer) => refusals(answer).join());
}
const sorted = async (...attempts: Parameters<typeof outcomes>) => (await outcomes(...attempts)).sort();
const count = async (table: string, where: string, ...values: string[]) =>
  Number(
    (await world.service.owner.query(`select count(*) from ${table} where ${where}`, values)).rows[0].count,
  );

test('two users invite one parent for one seat: one succeeds, the other hears that it is done', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const scene = await world.scene();
    const both = await sorted(world.create('secretary', scene), world.create('colleague', scene));
    expect(both).toEqual(['', 'ALREADY_ASKED input.ervaringsdeskundigeId']);
    expect(await count('seat_invitations', 'seat_id = $1', scene.seat)).toBe(1);
  }
});

test('a parent who was invited twice is not invited by two more at once', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const [scene, other] = [await world.scene(), await world.scene()];
    for (const askedOn of ['2026-10-01', '2026-10-02']) {
      await world.profiles.invitation(scene.seat, scene.profile, {
        askedOn,
        expiresOn: askedOn,
        status: 'EXPIRED',
      });
    }
    const both = await sorted(
      world.create('secretary', scene),
      world.create('colleague', { seat: other.seat, profile: scene.profile }),
    );
    expect(both).toEqual(['', 'ASKED_OFTEN input.ervaringsdeskundigeId']);
  }
});

test('accepting and declining at once: one is the answer, and a name is disclosed only with an acceptance', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const scene = await world.scene();
    const id = await world.invited(scene);
    const [yes, no] = await outcomes(
      world.answer(scene.subject, id),
      world.answer(scene.subject, id, { accept: false, declineKind: 'OTHER' }),
    );
    expect([yes, no].sort()).toEqual(['', 'ALREADY_ANSWERED input.id']);
    expect(await count('person_access_log', 'person_id = $1', scene.parent)).toBe(yes === '' ? 1 : 0);
  }
});

test('accepting while the invitation is withdrawn: one or the other came first', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const scene = await world.scene();
    const id = await world.invited(scene);
    const [yes, back] = await outcomes(world.answer(scene.subject, id), world.withdraw('secretary', id));
    expect(back).toBe('');
    expect(['', 'INVITATION_CLOSED input.id']).toContain(yes);
    expect(await count('person_access_log', 'person_id = $1', scene.parent)).toBe(yes === '' ? 1 : 0);
    expect(await count('seat_invitations', `id = $1 and status = 'WITHDRAWN'`, parseNodeId(id)!.uuid)).toBe(
      1,
    );
  }
});

test('several machines at once record once that an invitation expired', async () => {
  world.service.travelTo('2026-11-25T10:00:00Z');
  const scene = await world.scene();
  for (let round = 0; round < ROUNDS; round++) {
    await world.profiles.invitation(await world.seats.seat(scene.body), scene.profile, {
      expiresOn: '2026-11-24',
    });
  }
  await Promise.all([world.service.tick(), world.service.tick(), world.service.tick()]);
  expect(await count('seat_invitations', `ervaringsdeskundige_id = $1 and version = 2`, scene.profile)).toBe(
    ROUNDS,
  );
  expect(await count('audit_log', `action = 'invitation.expired'`)).toBe(ROUNDS);
});

test('consent withdrawn while the parent is invited, or answers: no invitation waits for a parent who is not findable', async () => {
  const WITHDRAW = `mutation ($input: FindableConsentWithdrawInput!) {
    done: findableConsentWithdraw(input: $input) { errors { code path } } }`;
  const takeBack = async (scene: Scene) => {
    const input = { ervaringsdeskundigeId: nodeId('Ervaringsdeskundige', scene.profile) };
    const { data } = await world.service.ask(scene.subject, WITHDRAW, { input });
    return data.done;
  };
  const WAITING = `status = 'ASKED' and ervaringsdeskundige_id = $1`;
  for (let round = 0; round < ROUNDS; round++) {
    const [asking, answering] = [await world.scene(), await world.scene()];
    const [asked, back] = await outcomes(world.create('secretary', asking), takeBack(asking));
    expect(back).toBe('');
    expect(['', 'NOT_FOUND input.ervaringsdeskundigeId']).toContain(asked);
    expect(await count('seat_invitations', WAITING, asking.profile)).toBe(0);
    const id = await world.invited(answering);
    const [yes] = await outcomes(world.answer(answering.subject, id), takeBack(answering));
    expect(['', 'INVITATION_CLOSED input.id']).toContain(yes);
    const status = yes === '' ? 'ACCEPTED' : 'WITHDRAWN';
    expect(await count('seat_invitations', `id = $1 and status = '${status}'`, parseNodeId(id)!.uuid)).toBe(
      1,
    );
  }
});

test('a yes while somebody else gets the seat: it is closed, or came too late', async () => {
  const APPOINT = `mutation ($input: SeatAppointInput!) { done: seatAppoint(input: $input) { errors { code path } } }`;
  for (let round = 0; round < ROUNDS; round++) {
    const scene = await world.scene();
    const id = await world.invited(scene);
    const holder = nodeId('Person', await world.make.person(world.region));
    const input = { seatId: nodeId('AdvisorySeat', scene.seat), personId: holder };
    const appoint = world.service.ask('coordinator', APPOINT, { input });
    const [yes, appointed] = await outcomes(
      world.answer(scene.subject, id),
      appoint.then(({ data }) => data.done),
    );
    expect(appointed).toBe('');
    expect(['', 'INVITATION_CLOSED input.id']).toContain(yes);
    const closed = `id = $1 and withdrawn_because = 'SEAT_FILLED'`;
    expect(await count('seat_invitations', closed, parseNodeId(id)!.uuid)).toBe(1);
  }
});
