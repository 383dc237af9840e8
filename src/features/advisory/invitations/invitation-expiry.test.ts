import { parseNodeId } from '../../../kernel/node-id.js';
import { unchanged } from '../../../testing/unchanged.js';
import { type InvitationWorld, refusals, type Scene, startInvitationWorld } from '../testing/invitations.js';

const LIST = `query ($filter: SeatInvitationFilter, $orderBy: SeatInvitationOrder) {
  seatInvitations(filter: $filter, orderBy: $orderBy) { totalCount nodes { id status closedOn } } }`;

let world: InvitationWorld;
let scene: Scene;
beforeEach(async () => {
  world = await startInvitationWorld();
  scene = await world.scene();
});
afterEach(() => world.close());

const nothing = <Result>(work: () => Promise<Result>) => unchanged(world.service.owner, work);
const listed = async (filter: object, orderBy?: object) =>
  (await world.service.ask('secretary', LIST, { filter, orderBy })).data.seatInvitations;
const row = async (id: string) =>
  (
    await world.service.owner.query(
      'select status, closed_on::text, version from seat_invitations where id = $1',
      [parseNodeId(id)!.uuid],
    )
  ).rows[0];

test('on the day after its last one an invitation has expired, for everybody, before any job records it', async () => {
  const id = await world.invited(scene, { expiresOn: '2026-12-01' });
  world.service.travelTo('2026-12-01T22:59:00Z');
  expect((await listed({ status: ['ASKED'] })).nodes).toMatchObject([
    { id, status: 'ASKED', closedOn: null },
  ]);
  expect((await listed({ status: ['EXPIRED'] })).totalCount).toBe(0);
  // midnight in Amsterdam
  world.service.travelTo('2026-12-01T23:00:00Z');
  expect((await listed({ status: ['ASKED'] })).totalCount).toBe(0);
  const expired = { id, status: 'EXPIRED', closedOn: '2026-12-02' };
  expect((await listed({ status: ['EXPIRED', 'DECLINED'] })).nodes).toEqual([expired]);
  expect(await row(id)).toMatchObject({ status: 'ASKED' });
  for (const answer of [{}, { accept: false, declineKind: 'OTHER' }]) {
    expect(refusals(await nothing(() => world.answer(scene.subject, id, answer)))).toEqual([
      'INVITATION_EXPIRED input.id',
    ]);
  }
  for (const subject of ['secretary', scene.subject]) {
    expect(refusals(await nothing(() => world.withdraw(subject, id)))).toEqual([
      'INVITATION_EXPIRED input.id',
    ]);
  }
});

test('the job writes it down once, on whatever day it comes, and says the same', async () => {
  const id = await world.invited(scene, { expiresOn: '2026-12-01' });
  await world.at('2026-12-01T10:00:00Z');
  expect(await row(id)).toMatchObject({ status: 'ASKED' });
  await world.at('2026-12-20T10:00:00Z');
  expect(await row(id)).toEqual({ status: 'EXPIRED', closed_on: '2026-12-02', version: 2 });
  expect((await listed({})).nodes).toEqual([{ id, status: 'EXPIRED', closedOn: '2026-12-02' }]);
  await world.at('2026-12-21T10:00:00Z');
  expect(await row(id)).toMatchObject({ version: 2 });
  const { rows } = await world.service.owner.query(
    `select from audit_log where action = 'invitation.expired'`,
  );
  expect(rows).toHaveLength(1);
});

test('more invitations than one run of the job takes', async () => {
  for (let made = 0; made < 120; made++) {
    const seat = await world.seats.seat(scene.body);
    await world.profiles.invitation(seat, scene.profile, { expiresOn: '2026-11-24' });
  }
  await world.at('2026-11-25T10:00:00Z');
  const { rows } = await world.service.owner.query('select distinct status from seat_invitations');
  expect(rows).toEqual([{ status: 'EXPIRED' }]);
});

test('a parent who did not answer in time can be invited again, whether the job ran or not', async () => {
  const first = await world.invited(scene, { expiresOn: '2026-12-01' });
  expect(refusals(await nothing(() => world.create('secretary', scene)))).toEqual([
    'ALREADY_ASKED input.ervaringsdeskundigeId',
  ]);
  world.service.travelTo('2026-12-02T10:00:00Z');
  const second = await world.invited(scene);
  expect(await row(first)).toMatchObject({ status: 'EXPIRED', closed_on: '2026-12-02' });
  expect(await row(second)).toMatchObject({ status: 'ASKED' });
});

test('a parent who declined is left in peace by that body for half a year, unless there is a motivation', async () => {
  const id = await world.invited(scene);
  await world.answer(scene.subject, id, { accept: false, declineKind: 'NOT_NOW' });
  const seat = await world.seats.seat(scene.body);
  const again = { seat, profile: scene.profile };
  world.service.travelTo('2027-05-24T10:00:00Z');
  const refused = await nothing(() => world.create('secretary', again));
  expect(refusals(refused)).toEqual(['IN_COOLDOWN input.ervaringsdeskundigeId']);
  expect(refused.errors[0].message).toContain('tot en met 24 mei 2027');
  expect(refusals(await nothing(() => world.create('secretary', again, { motivation: ' ' })))).toEqual([
    'IN_COOLDOWN input.ervaringsdeskundigeId',
  ]);
  // another body invites once
  const other = await world.scene();
  await world.invited({ seat: other.seat, profile: scene.profile });
  world.service.travelTo('2027-05-25T10:00:00Z');
  await world.invited(again);
});

test('a parent who declined on 31 August is left in peace until the last day of February', async () => {
  world.service.travelTo('2027-08-31T10:00:00Z');
  const id = await world.invited(scene);
  await world.answer(scene.subject, id, { accept: false, declineKind: 'NOT_NOW' });
  const again = { seat: await world.seats.seat(scene.body), profile: scene.profile };
  world.service.travelTo('2028-02-29T10:00:00Z');
  expect(refusals(await nothing(() => world.create('secretary', again)))).toEqual([
    'IN_COOLDOWN input.ervaringsdeskundigeId',
  ]);
  world.service.travelTo('2028-03-01T10:00:00Z');
  await world.invited(again);
});

test('a reason is enough to ask again', async () => {
  await world.answer(scene.subject, await world.invited(scene), { accept: false, declineKind: 'NO_TIME' });
  await world.invited(scene, { motivation: 'Heeft zelf gebeld: er is nu wel tijd' });
  const { rows } = await world.service.owner.query(
    `select motivation from seat_invitations where motivation is not null`,
  );
  expect(rows).toEqual([{ motivation: 'Heeft zelf gebeld: er is nu wel tijd' }]);
});

test('nobody is invited a fourth time in half a year, whoever invited them before, unless there is a reason', async () => {
  const { seats, profiles, elsewhere } = world;
  const hidden = await seats.seat(await seats.body(elsewhere));
  for (const [askedOn, status] of [
    ['2026-05-25', 'EXPIRED'],
    ['2026-06-01', 'WITHDRAWN'],
    ['2026-08-01', 'DECLINED'],
  ] as const) {
    await profiles.invitation(hidden, scene.profile, { askedOn, expiresOn: askedOn, status });
  }
  const id = await world.invited(scene);
  await world.withdraw('secretary', id);
  const refused = await nothing(() => world.create('secretary', scene));
  expect(refusals(refused)).toEqual(['ASKED_OFTEN input.ervaringsdeskundigeId']);
  expect(refused.errors[0].message).toContain('3 keer');
  await world.invited(scene, { motivation: 'Gaf aan dat dit mag' });
});

test('invitations are found by status, body and region, and sorted by day', async () => {
  const { seats, profiles, region, elsewhere } = world;
  const second = await world.scene();
  const first = await profiles.invitation(scene.seat, scene.profile, {
    askedOn: '2026-11-20',
    expiresOn: '2026-12-30',
  });
  const last = await profiles.invitation(second.seat, second.profile, {
    askedOn: '2026-11-21',
    expiresOn: '2026-12-01',
  });
  await profiles.invitation(await seats.seat(await seats.body(elsewhere)), scene.profile);
  const uuids = async (filter: object, orderBy?: object) =>
    (await listed(filter, orderBy)).nodes.map(({ id }: { id: string }) => parseNodeId(id)!.uuid);
  expect(await uuids({})).toEqual([last, first]);
  expect(await uuids({}, { field: 'EXPIRES_ON', direction: 'DESC' })).toEqual([first, last]);
  const of = (type: string, id: string) => Buffer.from(`${type}:${id}`).toString('base64url');
  expect(await uuids({ bodyId: of('AdvisoryBody', scene.body) })).toEqual([first]);
  expect(await uuids({ regionId: of('Region', region) })).toEqual([last, first]);
  expect(await uuids({ regionId: of('Region', elsewhere) })).toEqual([]);
});
