import { nodeId } from '../../../kernel/node-id.js';
import { startTestService, type TestService } from '../../../testing/test-service.js';
import { unchanged } from '../../../testing/unchanged.js';
import { DepartureScene } from '../testing/departure-scene.js';

let service: TestService;
let scene: DepartureScene;

beforeAll(async () => {
  service = await startTestService();
  scene = await DepartureScene.begin(service);
});
afterAll(() => service.close());

const SEEN = '{ displayName hiddenName name { givenName } }';
const done = async (mutation: 'personHideName' | 'personShowName', personId: string) => {
  const type = mutation === 'personHideName' ? 'PersonHideNameInput' : 'PersonShowNameInput';
  const query = `mutation($input: ${type}!) { done: ${mutation}(input: $input) { person ${SEEN} errors { code } } }`;
  return (await scene.ask(query, { input: { id: nodeId('Person', personId) } })).done;
};
const seenBy = async (subject: string, personId: string) =>
  (
    await scene.ask(
      `query($id: ID!) { node(id: $id) { ... on Person ${SEEN} } }`,
      { id: nodeId('Person', personId) },
      subject,
    )
  ).node;
const found = async (search: string) =>
  (
    await scene.ask('query($search: String) { people(filter: { search: $search }) { totalCount } }', {
      search,
    })
  ).people.totalCount;

async function died(given: string): Promise<string> {
  const { make } = scene;
  const personId = await make.person(scene.region, { given, family: 'Verborgen' });
  await make.membership(await make.network(scene.elsewhere), personId);
  await scene.depart(personId);
  return personId;
}

test('a family has the name hidden: it is nowhere, but for those who keep the record', async () => {
  const personId = await died('Xaverine');
  expect(await found('Xaverine')).toBe(1);
  expect(await done('personHideName', personId)).toEqual({
    person: { displayName: expect.stringContaining('Persoon'), hiddenName: 'Xaverine Verborgen', name: null },
    errors: [],
  });
  expect(await found('Xaverine')).toBe(0);
  const elsewhere = await seenBy('neighbour', personId);
  expect(elsewhere).toMatchObject({ hiddenName: null, name: null });
  expect(elsewhere.displayName).not.toContain('Xaverine');
  await unchanged(service.owner, () => done('personHideName', personId));
});

test('and shown again, which leaves nothing of it', async () => {
  const personId = await died('Yolantha');
  await done('personHideName', personId);
  const shown = { displayName: 'Yolantha Verborgen', hiddenName: null, name: { givenName: 'Yolantha' } };
  expect(await done('personShowName', personId)).toEqual({ person: shown, errors: [] });
  expect(await seenBy('neighbour', personId)).toEqual(shown);
  await unchanged(service.owner, () => done('personShowName', personId));
});

test('whoever did not die after all has their name again', async () => {
  const personId = await died('Zebedea');
  await done('personHideName', personId);
  await scene.takeBack(personId);
  expect(await seenBy('coordinator', personId)).toMatchObject({
    displayName: 'Zebedea Verborgen',
    hiddenName: null,
  });
});

test('a hidden name does not come back by writing it', async () => {
  const personId = await died('Wilhelmijna');
  await done('personHideName', personId);
  const update = (patch: object) =>
    scene.ask(
      `mutation($input: PersonUpdateInput!) { done: personUpdate(input: $input) { errors { code path } } }`,
      { input: { id: nodeId('Person', personId), patch } },
    );
  const written = [{ givenName: 'Wilhelmijna', familyName: 'Anders' }, { familyName: 'Anders' }];
  for (const name of written) {
    const refused = await unchanged(service.owner, () => update({ name, note: 'Anders gespeld' }));
    expect(refused.done.errors).toEqual([{ code: 'NAME_HIDDEN', path: ['input', 'patch', 'name'] }]);
  }
  expect((await update({ note: 'De familie belt' })).done.errors).toEqual([]);
  await done('personShowName', personId);
  expect((await update({ name: written[1] })).done.errors).toEqual([]);
});

test('nobody who lives has a hidden name', async () => {
  const personId = await scene.make.person(scene.region);
  const { errors } = await unchanged(service.owner, () => done('personHideName', personId));
  expect(errors).toEqual([{ code: 'NOT_DECEASED' }]);
});

test('nobody signs in as somebody who died', async () => {
  const personId = await scene.make.person(scene.region);
  await scene.make.account('gone', { personId });
  const who = '{ viewer { person { displayName } } }';
  expect((await service.ask('gone', who)).status).toBe(200);
  await scene.depart(personId);
  const { status, errors } = await service.ask('gone', who);
  expect([status, errors[0].extensions.reason]).toEqual([401, 'NO_ACCOUNT']);
  await scene.takeBack(personId);
  expect((await service.ask('gone', who)).status).toBe(200);
});
