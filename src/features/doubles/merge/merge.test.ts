import { nodeId } from '../../../kernel/node-id.js';
import { SeatMakers } from '../../../testing/makers/seat-makers.js';
import { ProfileMakers } from '../../../testing/makers/profile-makers.js';
import { expectStoredIsFresh } from '../../../testing/stored-is-fresh.js';
import { startTestService } from '../../../testing/test-service.js';
import { unchanged } from '../../../testing/unchanged.js';
import { MergeScene } from '../testing/merge-scene.js';

let scene: MergeScene;

beforeAll(async () => {
  scene = await MergeScene.begin(await startTestService());
  await scene.make.account('admin', { role: 'ADMIN' });
});
afterAll(() => scene.service.close());

const network = () => scene.make.network(scene.region);

test('all that names the other goes over, and its id answers as the survivor', async () => {
  const { make, region, service } = scene;
  const seats = new SeatMakers(service.owner);
  const [survivor, other] = [await make.person(region), await make.person(region)];
  await make.membership(await network(), other);
  await make.trekkerschap(await network(), other, '[2026-01-01,)');
  await make.schoolTie(other);
  await seats.appointment(await seats.seat(await seats.body(region)), other);
  await new ProfileMakers(service.owner).profile(other);
  await make.account('their account', { personId: other });
  await service.owner.query(
    `insert into person_contacts (person_id, email, phone) values ($1, 'een@voorbeeld.nl', null)`,
    [other],
  );
  await service.owner.query(
    `insert into person_notes (person_id, region_id, note) values ($1, $2, 'Belt liever')`,
    [other, region],
  );
  await scene.renew();

  const { clashes, goesOver } = await scene.preview(survivor, other);
  expect(clashes).toEqual([]);
  expect(goesOver.map(({ __typename }: { __typename: string }) => __typename).sort()).toEqual([
    'Ervaringsdeskundige',
    'Membership',
    'SchoolTie',
    'SeatAppointment',
    'Trekkerschap',
  ]);
  expect(await scene.merge(survivor, other)).toEqual([]);
  expect(await scene.mentions(other)).toEqual([]);
  const id = nodeId('Person', survivor);
  const person = `id contact { email } note memberships { totalCount } trekkerschappen { totalCount } seatAppointments { totalCount }
    schoolTies { id } ervaringsdeskundige { id }`;
  const asked = await scene.ask(
    `query($other: ID!) { person(id: $other) { ${person} } node(id: $other) { id } departureImpact(personId: $other, on: "2027-01-31") { openItems } }`,
    { other: nodeId('Person', other) },
  );
  expect(asked.node).toEqual({ id });
  expect(asked.departureImpact).toEqual({ openItems: 0 });
  expect(asked.person).toEqual({
    id,
    contact: { email: 'een@voorbeeld.nl' },
    note: 'Belt liever',
    memberships: { totalCount: 1 },
    trekkerschappen: { totalCount: 1 },
    seatAppointments: { totalCount: 1 },
    schoolTies: [{ id: expect.anything() }],
    ervaringsdeskundige: { id: expect.anything() },
  });
  const update = `mutation($input: PersonUpdateInput!) { personUpdate(input: $input) { person { id language } errors { code } } }`;
  const input = { id: nodeId('Person', other), patch: { language: 'fr' } };
  expect((await scene.ask(update, { input })).personUpdate).toEqual({
    person: { id, language: 'fr' },
    errors: [],
  });
  const { people } = await scene.ask('{ people(first: 100) { nodes { id } } }', {}, 'admin');
  expect(people.nodes).not.toContainEqual({ id: nodeId('Person', other) });
  await expectStoredIsFresh(service);
});

test('merged and parted, all is as if it had never been', async () => {
  const { make, region, service } = scene;
  const [survivor, other] = [await make.person(region), await make.person(region)];
  const [led, joined] = [await network(), await network()];
  await make.trekkerschap(led, survivor, '[2025-06-01,2026-06-01)');
  await make.trekkerschap(led, other, '[2026-01-01,)');
  await make.membership(joined, survivor, '[2025-01-01,)');
  await make.membership(joined, other, '[2025-03-01,2026-01-01)');
  await make.schoolTie(other);
  await new ProfileMakers(service.owner).profile(survivor);
  await new ProfileMakers(service.owner).profile(other);
  for (const [person, phone] of [
    [survivor, '+31612345678'],
    [other, '+31687654321'],
  ] as const) {
    await service.owner.query('insert into person_contacts (person_id, phone) values ($1, $2)', [
      person,
      phone,
    ]);
    await service.owner.query('insert into person_notes (person_id, region_id, note) values ($1, $2, $3)', [
      person,
      region,
      `Over ${phone}`,
    ]);
    await make.account(`account ${phone}`, { personId: person });
  }
  await scene.renew();
  const before = await scene.everything();
  const { clashes } = await scene.preview(survivor, other);
  expect(clashes.map(({ kind }: { kind: string }) => kind)).toEqual([
    'ACCOUNT',
    'MEMBERSHIP',
    'PHONE',
    'PROFILE',
    'TREKKERSCHAP',
  ]);
  const refused = await unchanged(service.owner, () => scene.merge(survivor, other));
  expect(refused.map(({ code }) => code)).toEqual(Array.from({ length: 5 }, () => 'MERGE_UNDECIDED'));
  expect(await scene.merge(survivor, other, 'SURVIVOR')).toEqual([]);
  // their own profile, which nobody finds
  expect(await scene.mentions(other)).toEqual(['ervaringsdeskundigen']);
  await expectStoredIsFresh(service);
  expect(await scene.unmerge(other)).toEqual([]);
  expect(await scene.everything()).toEqual(before);
  await expectStoredIsFresh(service);
});
