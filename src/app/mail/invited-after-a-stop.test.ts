import {
  type InvitationWorld,
  refusals,
  type Scene,
  startInvitationWorld,
} from '../../features/advisory/testing/invitations.js';
import { nodeId } from '../../kernel/node-id.js';
import { unchanged } from '../../testing/unchanged.js';

const CREATE = `mutation ($input: InvitationCreateInput!) { done: invitationCreate(input: $input) {
  errors { code path message } invitation { id } } }`;
const DEPART = `mutation ($input: PersonDepartInput!) { done: personDepart(input: $input) {
  departure { id } errors { code } } }`;
const TAKE_BACK = `mutation ($input: PersonDepartTakeBackInput!) { done: personDepartTakeBack(input: $input) {
  errors { code } } }`;

let world: InvitationWorld;
beforeAll(async () => {
  world = await startInvitationWorld(3);
});
beforeEach(() => world.service.travelTo('2026-11-25T10:00:00Z'));
afterAll(() => world.close());

/** For a seat of its own. */
async function create(
  of: Scene,
  { refused = false, ...who }: { refused?: boolean } & Record<string, unknown>,
) {
  const input = { seatId: nodeId('AdvisorySeat', await world.seats.seat(of.body)), ...who };
  const ask = () => world.service.ask('secretary', CREATE, { input });
  return (refused ? await unchanged(world.service.owner, ask) : await ask()).data.done;
}
/** The id of their departure. */
async function stopped({ parent }: Scene): Promise<string> {
  const input = { id: nodeId('Person', parent), kind: 'STOPS_EVERYTHING' };
  const { data } = await world.service.ask('coordinator', DEPART, { input });
  expect(data.done.errors).toEqual([]);
  return data.done.departure.id;
}
async function takeBack(id: string): Promise<void> {
  const { data } = await world.service.ask('coordinator', TAKE_BACK, { input: { id } });
  expect(data.done.errors).toEqual([]);
}
async function sentTo(address: string, instant: string): Promise<number> {
  await world.forgetEmails();
  await world.at(instant);
  const sent = await world.emails();
  return sent.filter(({ header, body }) => header('to') === address && body.includes('/seats/answer?token='))
    .length;
}

test('a former member is left in peace as after a no, and the secretary reads the same', async () => {
  const scene = await world.scene({ email: 'oud@example.org' });
  const held = await world.seats.appointment(
    await world.seats.seat(scene.body),
    scene.parent,
    '[2022-01-01,2026-01-01)',
    '2025-12-31',
  );
  const ask = (how: object = {}) =>
    create(scene, { formerAppointmentId: nodeId('SeatAppointment', held), ...how });
  const stop = await stopped(scene);
  world.service.travelTo('2027-05-24T10:00:00Z');
  const { errors } = await ask({ refused: true });
  expect(refusals({ errors })).toEqual(['IN_COOLDOWN input.formerAppointmentId']);
  expect(errors[0].message).toContain('25 november 2026');
  expect((await ask({ motivation: 'Belde zelf' })).errors).toEqual([]);
  world.service.travelTo('2027-05-25T10:00:00Z');
  expect((await ask()).errors).toEqual([]);
  world.service.travelTo('2026-12-01T10:00:00Z');
  await takeBack(stop);
  expect((await ask()).errors).toEqual([]);
});

test('mail to a nominee who stopped waits, and who nominates sees nothing of that', async () => {
  const scene = await world.scene({ email: 'roos@example.org' });
  const nominee = {
    name: { givenName: 'Roos', familyName: 'Voordracht' },
    email: 'roos@example.org',
    source: 'de ouderraad',
  };
  const stop = await stopped(scene);
  expect((await create(scene, { nominee })).errors).toEqual([]);
  expect(await sentTo('roos@example.org', '2026-11-26T10:00:00Z')).toBe(0);
  expect((await create(scene, { nominee, motivation: 'Belde zelf' })).errors).toEqual([]);
  expect(await sentTo('roos@example.org', '2026-11-27T10:00:00Z')).toBe(1);
  await takeBack(stop);
  expect(await sentTo('roos@example.org', '2026-11-28T10:00:00Z')).toBe(1);
});
