import type { GraphQLObjectType } from 'graphql';
import { Client } from 'pg';
import { nodeId, parseNodeId } from '../../../kernel/node-id.js';
import { everythingOf } from '../../../testing/access/access-walk.js';
import { testSchema } from '../../../testing/schema.js';
import { become } from '../../../testing/row-level/row-level-attempt.js';
import { type InvitationWorld, type Scene, startInvitationWorld } from '../testing/invitations.js';

const schema = testSchema();
const all = (type: string) => everythingOf(schema.getType(type) as GraphQLObjectType);
/** Everything that can be queried about an invitation, the parent, and the seat. */
const EVERYTHING = `query ($id: ID!, $profile: ID!, $person: ID!) {
  node(id: $id) { ... on SeatInvitation { ${all('SeatInvitation')}
    person { displayName contact { email phone } }
    ervaringsdeskundige { ${all('Ervaringsdeskundige')} person { displayName } }
    seat { ${all('AdvisorySeat')} invitations { nodes { ${all('SeatInvitation')} person { displayName } } } } } }
  ervaringsdeskundige(id: $profile) { ${all('Ervaringsdeskundige')} person { displayName } }
  ervaringsdeskundigen { nodes { ${all('Ervaringsdeskundige')} person { displayName } } }
  seatInvitations(first: 20) { totalCount nodes { ${all('SeatInvitation')} person { displayName } } }
  person(id: $person) { displayName contact { email phone } seatInvitations { totalCount nodes { id } }
    accessLog { totalCount nodes { id } } ervaringsdeskundige { id } }
  people(filter: { search: "Quirine" }) { nodes { displayName } } }`;

let world: InvitationWorld;
let scene: Scene;
let id: string;
beforeEach(async () => {
  world = await startInvitationWorld();
  scene = await world.scene({ email: 'quirine@example.org' });
  id = await world.invited(scene);
});
afterEach(() => world.close());

async function seenBy(subject: string) {
  const profile = nodeId('Ervaringsdeskundige', scene.profile);
  const person = nodeId('Person', scene.parent);
  const { data, errors, text } = await world.service.ask(subject, EVERYTHING, { id, profile, person });
  expect(errors).toBeUndefined();
  return { data, text };
}
const KNOWN = { displayName: 'Quirine Proefpersoon', contact: { email: 'quirine@example.org', phone: null } };

async function expectHidden(subject = 'secretary'): Promise<void> {
  const { text } = await seenBy(subject);
  expect(text).not.toMatch(/Quirine|Proefpersoon|quirine@/);
  expect(text).not.toContain(nodeId('Person', scene.parent));
  expect(text).not.toContain(scene.parent);
}

test('before the acceptance a secretary sees no name, wherever they look', async () => {
  await expectHidden();
  const { data } = await seenBy('secretary');
  expect(data.seatInvitations.totalCount).toBe(1);
  expect(data.person).toBeNull();
});

test('after the acceptance they see it; and no more when it is withdrawn, by either side', async () => {
  await world.answer(scene.subject, id);
  const { data } = await seenBy('secretary');
  expect(data.node.person).toMatchObject(KNOWN);
  expect(data.node.ervaringsdeskundige.person.displayName).toBe('Quirine Proefpersoon');
  expect(data.person).toMatchObject({
    ...KNOWN,
    seatInvitations: { totalCount: 1 },
    accessLog: { totalCount: 0 },
  });
  await world.withdraw(scene.subject, id);
  await expectHidden();
});

async function run(mutation: string, input: object, subject = 'secretary'): Promise<string> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { done: ${mutation}(input: $input) { errors { code } appointment { id } } }`;
  const { data } = await world.service.ask(subject, query, { input });
  expect(data.done.errors).toEqual([]);
  return data.done.appointment.id as string;
}

test('an appointed parent is known until they leave the seat', async () => {
  await world.answer(scene.subject, id);
  const seatId = nodeId('AdvisorySeat', scene.seat);
  const appointment = await run('seatAppoint', { seatId, invitationId: id });
  const { data } = await seenBy('secretary');
  expect(data.node).toMatchObject({ status: 'APPOINTED', person: KNOWN });
  await run('seatAppointmentEnd', { id: appointment, on: '2026-11-30', reason: 'PERSONAL' });
  world.service.travelTo('2026-11-30T22:59:00Z');
  expect((await seenBy('secretary')).data.node.person).toMatchObject(KNOWN);
  // midnight in Amsterdam
  world.service.travelTo('2026-11-30T23:00:00Z');
  const { data: after, text } = await seenBy('secretary');
  expect(after.node).toMatchObject({
    status: 'APPOINTED',
    person: null,
    ervaringsdeskundige: { person: null },
  });
  expect(text).not.toMatch(/Quirine|quirine@/);
  // it is recorded who held the seat, and no more
  expect(after.person).toMatchObject({ contact: null, seatInvitations: { totalCount: 0 } });
});

test('declining discloses no name either, nor does an expired invitation', async () => {
  await world.answer(scene.subject, id, { accept: false, declineKind: 'NOT_NOW' });
  await expectHidden();
  scene = await world.scene();
  id = await world.invited(scene);
  world.service.travelTo('2026-12-10T10:00:00Z');
  await expectHidden();
  expect((await seenBy('secretary')).data.node.status).toBe('EXPIRED');
});

test('without consent the invitation is hidden from its sender; not from the parent and their region', async () => {
  await world.profiles.consent(scene.parent, null);
  const { data } = await seenBy('secretary');
  expect([data.node, data.seatInvitations.totalCount]).toEqual([null, 0]);
  for (const subject of [scene.subject, 'coordinator']) {
    expect((await seenBy(subject)).data.node.person.displayName).toBe('Quirine Proefpersoon');
  }
});

test('a user who knows a parent by name does not learn which invitation is theirs', async () => {
  const { make, region, service } = world;
  const network = await make.network(region, { activeFrom: '2026-01-01' });
  const leader = await make.person(region);
  await make.trekkerschap(network, leader, '[2026-01-01,)', 'CO_TREKKER');
  await make.membership(network, scene.parent);
  await make.account('both', { role: 'SECRETARY', regionId: region, personId: leader });
  const { data } = await seenBy('both');
  expect(data.person).toMatchObject({
    displayName: 'Quirine Proefpersoon',
    seatInvitations: { totalCount: 0, nodes: [] },
    ervaringsdeskundige: null,
  });
  expect(data.node).toMatchObject({ status: 'ASKED', person: null, askedThrough: null });
  expect(
    (await service.ask('both', '{ seatInvitations { totalCount } }')).data.seatInvitations.totalCount,
  ).toBe(1);
});

test('the home region and its parent see the invitation, the seat and the body, wherever that is', async () => {
  scene = await world.scene({ home: world.elsewhere, consent: 'COUNTRY', email: 'quirine@example.org' });
  id = await world.invited(scene, { message: 'Welkom', motivation: 'Past goed' });
  for (const subject of [scene.subject, 'neighbour']) {
    const { data } = await seenBy(subject);
    expect(data.node).toMatchObject({
      message: 'Welkom',
      motivation: 'Past goed',
      invitedBy: 'secretary',
      person: KNOWN,
      seat: { id: nodeId('AdvisorySeat', scene.seat), body: { id: nodeId('AdvisoryBody', scene.body) } },
    });
    expect(data.seatInvitations.totalCount).toBe(1);
  }
  // another invitation for that seat does not concern them
  const other = await world.scene();
  await world.invited({ seat: scene.seat, profile: other.profile });
  for (const subject of [scene.subject, 'neighbour']) {
    expect((await seenBy(subject)).data.node.seat.invitations.nodes).toHaveLength(1);
  }
});

test('national admins see that somebody was invited, and none of the texts', async () => {
  id = await world.invited(await world.scene(), { message: 'Welkom', motivation: 'Past goed' });
  const { data } = await seenBy('admin');
  expect(data.node).toMatchObject({
    status: 'ASKED',
    message: null,
    motivation: null,
    invitedBy: null,
    person: null,
  });
});

test('a parent sees to whom their name was disclosed, and so does their region; nobody else does', async () => {
  await world.answer(scene.subject, id);
  const LOG = `query ($id: ID!) { person(id: $id) { accessLog(first: 1) { totalCount nodes {
    at what why who body { id } invitation { id } } } } }`;
  const log = async (subject: string) =>
    (await world.service.ask(subject, LOG, { id: nodeId('Person', scene.parent) })).data.person?.accessLog;
  const told = {
    at: '2026-11-25T10:00:00Z',
    what: 'NAME_AND_CONTACT',
    why: 'INVITATION_ACCEPTED',
    who: 'secretary',
    body: { id: nodeId('AdvisoryBody', scene.body) },
    invitation: { id },
  };
  for (const subject of [scene.subject, 'coordinator']) {
    expect(await log(subject)).toEqual({ totalCount: 1, nodes: [told] });
  }
  expect(await log('secretary')).toEqual({ totalCount: 0, nodes: [] });
  expect(await log('admin')).toEqual({ totalCount: 0, nodes: [] });
  expect(await log('neighbour')).toBeUndefined();
  const { rows } = await world.service.owner.query<{ id: string }>('select id from person_access_log');
  const node = `query ($id: ID!) { node(id: $id) { id } }`;
  const asked = { id: nodeId('PersonAccess', rows[0]!.id) };
  expect((await world.service.ask('secretary', node, asked)).data.node).toBeNull();
});

test('a parent whom their coordinator appoints without an invitation sees that the body knows them; once', async () => {
  const personId = nodeId('Person', scene.parent);
  const term = { seatId: nodeId('AdvisorySeat', scene.seat), personId };
  const appointment = await run('seatAppoint', term, 'coordinator');
  expect((await seenBy('secretary')).data.person).toMatchObject(KNOWN);
  await run('seatReappoint', { id: appointment });
  const LOG = `query ($id: ID!) { person(id: $id) { accessLog { nodes { what why who body { id } invitation { id } } } } }`;
  const { data } = await world.service.ask(scene.subject, LOG, { id: personId });
  const body = { id: nodeId('AdvisoryBody', scene.body) };
  expect(data.person.accessLog.nodes).toEqual([
    { what: 'CONTACT', why: 'LOOKED_UP', who: 'secretary', body: null, invitation: null },
    { what: 'NAME_AND_CONTACT', why: 'APPOINTED', who: 'coordinator', body, invitation: null },
  ]);
});

test('the database itself shows the name of an account only to those concerned', async () => {
  await world.answer(scene.subject, id);
  const { owner, urls } = world.service;
  const [log] = (await owner.query<{ id: string }>('select id from person_access_log')).rows;
  const names = `select inviter_of('${parseNodeId(id)!.uuid}') as inviter, reader_of('${log!.id}') as reader`;
  const service = new Client({ connectionString: urls.serviceUrl });
  await service.connect();
  const toldTo = async (subject: string) => {
    await become(service, subject);
    const { rows } = await service.query(names);
    await service.query('rollback');
    return rows[0];
  };
  const both = { inviter: 'secretary', reader: 'secretary' };
  expect(await toldTo(scene.subject)).toEqual(both);
  expect(await toldTo('coordinator')).toEqual(both);
  expect(await toldTo('secretary')).toEqual({ ...both, reader: null });
  for (const subject of ['neighbour', 'admin', (await world.scene()).subject]) {
    expect(await toldTo(subject)).toEqual({ inviter: null, reader: null });
  }
  await service.end();
});
