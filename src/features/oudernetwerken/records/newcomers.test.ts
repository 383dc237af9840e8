import { nodeId } from '../../../kernel/node-id.js';
import { startTestService } from '../../../testing/test-service.js';
import { NetworkScene } from '../testing/network-scene.js';

let scene: NetworkScene;
let oudernetwerkId: string;

beforeAll(async () => {
  scene = await NetworkScene.begin(await startTestService());
  const supporting = await scene.make.organisation(scene.region);
  await scene.make.account('supporter', { role: 'SUPPORTER', organisationId: supporting });
  const network = await scene.make.network(scene.region, { activeFrom: '2026-01-01' });
  await scene.make.support(network, supporting);
  oudernetwerkId = nodeId('Oudernetwerk', network);
});
afterAll(() => scene.service.close());

const MEMBER = `membership { id perspective period { until } person { id version displayName language perspectives
  region { code } contact { email phone } } }`;
const newcomer = {
  name: { givenName: 'Noor', infix: 'van', familyName: 'Nieuw' },
  perspectives: ['JONGERE'],
  language: 'ar',
  contact: { email: 'noor@example.org', phone: '06 12345678' },
};
const joins = (input: object, subject = 'supporter') =>
  scene.run('membershipStart', { oudernetwerkId, ...input }, MEMBER, subject);

test('a supporter adds somebody new, who is recorded in the region of the network, and ends what they added', async () => {
  const { membership, errors } = await joins({ newcomer });
  expect(errors).toEqual([]);
  expect(membership).toMatchObject({
    perspective: 'JONGERE',
    person: {
      displayName: 'Noor van Nieuw',
      language: 'ar',
      perspectives: ['JONGERE'],
      region: { code: 'JZ06' },
      // it was given for the network, and the member has not said yes to that yet
      contact: null,
    },
  });
  const { person } = await scene.ask('query($id: ID!) { person(id: $id) { contact { email phone } note } }', {
    id: membership.person.id,
  });
  expect(person).toEqual({ contact: { email: 'noor@example.org', phone: '+31612345678' }, note: null });
  expect((await scene.run('membershipEnd', { id: membership.id }, '', 'supporter')).errors).toEqual([]);
});

test('the same name again is somebody else: whoever types one does not learn that it is known', async () => {
  const [first, second] = [await joins({ newcomer }), await joins({ newcomer })];
  expect(second.membership.person.id).not.toBe(first.membership.person.id);
  const known = await scene.ask('{ people(filter: { search: "Noor van Nieuw" }) { totalCount } }');
  expect(known.people.totalCount).toBeGreaterThan(1);
});

test('a supporter adds whom they see, and nobody whom they do not', async () => {
  const { membership } = await joins({ newcomer });
  await scene.run('membershipEnd', { id: membership.id, on: '2026-11-25' }, '', 'supporter');
  const again = await joins({ personId: membership.person.id, from: '2026-11-26' });
  expect(again.errors).toEqual([]);
  const stranger = nodeId('Person', await scene.make.person(scene.region));
  expect(await scene.refused('membershipStart', { oudernetwerkId, personId: stranger }, 'supporter')).toEqual(
    [['NOT_FOUND', 'input', 'personId']],
  );
});

test('a coordinator adds somebody new in one step as well', async () => {
  const { membership } = await joins({ newcomer: { name: newcomer.name } }, 'coordinator');
  expect(membership).toMatchObject({
    perspective: 'OUDER',
    person: { language: 'nl', perspectives: ['OUDER'], contact: null },
  });
});

test.each([
  ['nobody', {}, ['PERSON_OR_NEWCOMER', 'input', 'personId']],
  [
    'a name without letters',
    { newcomer: { name: { givenName: '!', familyName: 'Nieuw' } } },
    ['NO_LETTER', 'input', 'newcomer', 'name', 'givenName'],
  ],
  [
    'no perspective',
    { newcomer: { ...newcomer, perspectives: [] } },
    ['REQUIRED', 'input', 'newcomer', 'perspectives'],
  ],
  [
    'no language that exists',
    { newcomer: { ...newcomer, language: 'xx' } },
    ['BAD_LANGUAGE', 'input', 'newcomer', 'language'],
  ],
  [
    'a bad address',
    { newcomer: { ...newcomer, contact: { email: 'noor' } } },
    ['BAD_EMAIL', 'input', 'newcomer', 'contact', 'email'],
  ],
  [
    'as what they are not',
    { newcomer, perspective: 'PROFESSIONAL' },
    ['NOT_THEIR_PERSPECTIVE', 'input', 'perspective'],
  ],
])('%s is refused, and nobody is recorded', async (_what, input, error) => {
  expect(await scene.refused('membershipStart', { oudernetwerkId, ...input }, 'supporter')).toEqual([error]);
});

test('both somebody known and somebody new is refused; nobody joins a network of others', async () => {
  const personId = nodeId('Person', await scene.make.person(scene.region));
  expect(await scene.refused('membershipStart', { oudernetwerkId, personId, newcomer })).toEqual([
    ['PERSON_OR_NEWCOMER', 'input', 'personId'],
  ]);
  const other = { oudernetwerkId: await scene.active(), newcomer };
  expect(await scene.refused('membershipStart', other, 'supporter')).toEqual([
    ['NOT_FOUND', 'input', 'oudernetwerkId'],
  ]);
});
