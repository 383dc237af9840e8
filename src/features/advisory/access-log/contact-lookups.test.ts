import { Client } from 'pg';
import { nodeId } from '../../../kernel/node-id.js';
import { type InvitationWorld, type Scene, startInvitationWorld } from '../testing/invitations.js';

let world: InvitationWorld;
let scene: Scene;
let other: Scene;

beforeEach(async () => {
  world = await startInvitationWorld();
  scene = await world.scene({ email: 'quirine@example.org' });
  other = await world.scene({ email: 'noor@example.org' });
  await world.make.account('fellow coordinator', { role: 'COORDINATOR', regionId: world.region });
});
afterEach(() => world.close());

const person = ({ parent }: Scene) => nodeId('Person', parent);
const contactOf = (who: Scene, subject: string) =>
  world.service.ask(subject, `query($id: ID!) { person(id: $id) { contact { email } } }`, {
    id: person(who),
  });

/** Everything that is logged of a parent, as they see it themselves. */
async function logOf(who: Scene) {
  const { data } = await world.service.ask(
    who.subject,
    `query($id: ID!) { person(id: $id) { accessLog { nodes { at what why who body { id } } } } }`,
    { id: person(who) },
  );
  return data.person.accessLog.nodes;
}
const lookedUpBy = (who: string) => ({
  at: '2026-11-25T10:00:00Z',
  what: 'CONTACT',
  why: 'LOOKED_UP',
  who,
  body: null,
});

test('a parent sees who looked at their contact details: each account once a day', async () => {
  for (const subject of ['coordinator', 'coordinator', 'fellow coordinator']) await contactOf(scene, subject);
  expect(await logOf(scene)).toEqual(
    expect.arrayContaining([lookedUpBy('coordinator'), lookedUpBy('fellow coordinator')]),
  );
  expect(await logOf(scene)).toHaveLength(2);
  expect(await logOf(other)).toEqual([]);
});

test.each([
  ['a page', '{ people(first: 50) { nodes { contact { phone } } } }'],
  [
    'another name and a fragment',
    '{ people { edges { node { a: contact { ...c } } } } } fragment c on ContactDetails { b: email }',
  ],
  ['nothing but its existence', '{ people { nodes { contact { __typename } } } }'],
  [
    'beside introspection',
    '{ __typename __schema { queryType { name } } people { nodes { contact { email } } } }',
  ],
])('whatever way it is asked: %s', async (_way, query) => {
  const { data, text } = await world.service.ask('coordinator', query);
  expect(text).not.toContain('whose');
  expect(JSON.stringify(data)).not.toContain(scene.parent);
  for (const who of [scene, other]) expect(await logOf(who)).toEqual([lookedUpBy('coordinator')]);
});

test('by their id, and in the answer to a change', async () => {
  await world.service.ask(
    'coordinator',
    `query($id: ID!) { node(id: $id) { ... on Person { contact { email } } } }`,
    {
      id: person(scene),
    },
  );
  await world.service.ask(
    'coordinator',
    `mutation($id: ID!) { personUpdate(input: { id: $id, patch: { note: "Belt graag" } }) { person { contact { email } } } }`,
    { id: person(other) },
  );
  for (const who of [scene, other]) expect(await logOf(who)).toEqual([lookedUpBy('coordinator')]);
});

test('whoever sees no contact details, or only their own, is not listed', async () => {
  const everybody = '{ people { nodes { displayName contact { email } } } }';
  for (const subject of [scene.subject, 'neighbour', 'admin', 'secretary']) {
    await world.service.ask(subject, everybody);
    await contactOf(scene, subject);
  }
  await world.service.ask('coordinator', '{ people { nodes { displayName } } }');
  expect(await logOf(scene)).toEqual([]);
});

test('a secretary is listed from the look after the yes', async () => {
  await world.answer(scene.subject, await world.invited(scene));
  await contactOf(scene, 'secretary');
  expect(await logOf(scene)).toEqual(expect.arrayContaining([lookedUpBy('secretary')]));
});

test('no contact details leave while it cannot be logged', async () => {
  const holder = new Client({ connectionString: world.service.urls.ownerUrl });
  await holder.connect();
  await holder.query('begin; lock table person_access_log in share mode');
  const { status, text } = await contactOf(scene, 'coordinator');
  await holder.end();
  expect(status).toBe(503);
  expect(text).not.toContain('quirine@');
  expect(await logOf(scene)).toEqual([]);
});
