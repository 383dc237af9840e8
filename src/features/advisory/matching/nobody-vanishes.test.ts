import { nodeId } from '../../../kernel/node-id.js';
import { type InvitationWorld, refusals, type Scene, startInvitationWorld } from '../testing/invitations.js';

/** What is done with somebody known by name changes nothing in what is shown of pseudonyms. */
let world: InvitationWorld;
let scene: Scene;
beforeAll(async () => {
  world = await startInvitationWorld();
});
beforeEach(async () => {
  scene = await world.scene({ email: 'quirine@example.org' });
  await world.service.owner.query('update ervaringsdeskundigen set max_seats = 1 where id = $1', [
    scene.profile,
  ]);
});
afterAll(() => world.close());

const LOOK = `query($seatId: ID!) {
  matches(seatId: $seatId) { totalCount hiddenForConsent edges { cursor node { fit score
    ervaringsdeskundige { id currentSeats person { id } } criteria { code state points message } } } }
  ervaringsdeskundigen { totalCount nodes { id currentSeats person { id } } }
  available: ervaringsdeskundigen(filter: { available: true }) { totalCount }
}`;
async function look(seat: string, who = 'secretary'): Promise<string> {
  const { text, errors } = await world.service.ask(who, LOOK, { seatId: nodeId('AdvisorySeat', seat) });
  expect(errors).toBeUndefined();
  return text;
}
const run = async (who: string, mutation: string, input: object) => {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { done: ${mutation}(input: $input) { errors { code } } }`;
  expect((await world.service.ask(who, query, { input })).data.done.errors).toEqual([]);
};
const appointments = async () =>
  (await world.service.owner.query('select id from seat_appointments where person_id = $1', [scene.parent]))
    .rows;

test('not when they are appointed by name, not while they sit there, and not when they leave', async () => {
  const [other, elsewhere] = [await world.seats.seat(scene.body), (await world.scene()).seat];
  const before = [await look(other), await look(elsewhere)];
  const appoint = { seatId: nodeId('AdvisorySeat', scene.seat), personId: nodeId('Person', scene.parent) };
  await run('coordinator', 'seatAppoint', appoint);
  expect([await look(other), await look(elsewhere)]).toEqual(before);
  // whoever keeps the record of both sees the seat
  expect(await look(elsewhere, 'coordinator')).not.toBe(before[1]);
  const [{ id }] = (await appointments()) as [{ id: string }];
  const end = { id: nodeId('SeatAppointment', id), on: '2026-11-25', reason: 'PERSONAL' };
  await run('secretary', 'seatAppointmentEnd', end);
  world.service.travelTo('2026-11-26T10:00:00Z');
  expect([await look(other), await look(elsewhere)]).toEqual(before);
  world.service.travelTo('2026-11-25T10:00:00Z');
});

test('the pseudonym of somebody who sits there is invited as any other; they are left in peace', async () => {
  const other = await world.seats.seat(scene.body);
  const person = await world.scene({ email: 'ander@example.org' });
  await world.seats.appointment(scene.seat, scene.parent);
  const [sitting, free] = await Promise.all(
    [scene, person].map((each) => world.create('secretary', { seat: other, profile: each.profile })),
  );
  const { id } = sitting.invitation;
  const same = (payload: object, of: string) => JSON.stringify(payload).replaceAll(of, 'id');
  expect(same(sitting, id)).toBe(same(free, free.invitation.id));
  await world.forgetEmails();
  await world.at('2026-11-25T10:05:00Z');
  const invited = (await world.emails()).filter(({ name }) => name.includes('-invitation'));
  expect(invited.map(({ header }) => header('to'))).toEqual(['ander@example.org']);
  await world.at('2026-12-10T10:00:00Z');
  const seen = async (each: string) =>
    (
      await world.service.ask(
        'secretary',
        `query($id: ID!) { node(id: $id) { ... on SeatInvitation { status closedOn person { id } } } }`,
        { id: each },
      )
    ).data.node;
  expect(await seen(id)).toEqual({ status: 'EXPIRED', closedOn: '2026-12-10', person: null });
  expect(await seen(free.invitation.id)).toEqual(await seen(id));
  world.service.travelTo('2026-11-25T10:00:00Z');
});

test('whoever said yes to the body leaves its list, also for the terms that follow, and is invited no more', async () => {
  const other = await world.seats.seat(scene.body);
  const pseudonym = nodeId('Ervaringsdeskundige', scene.profile);
  const invitationId = await world.accepted(scene);
  const seatId = nodeId('AdvisorySeat', scene.seat);
  await run('secretary', 'seatAppoint', { seatId, invitationId, until: '2027-05-31' });
  const [{ id }] = (await appointments()) as [{ id: string }];
  await run('secretary', 'seatReappoint', { id: nodeId('SeatAppointment', id) });
  const list = async () => JSON.parse(await look(other)).data.matches.edges as object[];
  expect(JSON.stringify(await list())).not.toContain(pseudonym);
  world.service.travelTo('2027-07-01T10:00:00Z');
  expect(JSON.stringify(await list())).not.toContain(pseudonym);
  const again = await world.create('secretary', { seat: other, profile: scene.profile });
  expect(refusals(again)).toEqual(['SITS_ALREADY input.ervaringsdeskundigeId']);
  world.service.travelTo('2026-11-25T10:00:00Z');
});
