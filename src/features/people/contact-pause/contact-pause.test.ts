import { nodeId } from '../../../kernel/node-id.js';
import { RegionScene } from '../../../testing/region-scene.js';
import { startTestService, type TestService } from '../../../testing/test-service.js';
import { unchanged } from '../../../testing/unchanged.js';

let service: TestService;
let scene: RegionScene;

beforeAll(async () => {
  service = await startTestService();
  scene = await RegionScene.begin(service);
});
afterAll(() => service.close());
afterEach(() => service.travelTo('2026-11-25T10:00:00Z'));

const SHOWN = '{ person { contactPausedUntil } errors { code path } }';
const PAUSE = `mutation($input: ContactPauseInput!) { done: contactPause(input: $input) ${SHOWN} }`;
const END = `mutation($input: ContactPauseEndInput!) { done: contactPauseEnd(input: $input) ${SHOWN} }`;

async function pause(personId: string, until: string, subject = 'coordinator') {
  return (await scene.ask(PAUSE, { input: { personId: nodeId('Person', personId), until } }, subject)).done;
}
async function end(personId: string) {
  return (await scene.ask(END, { input: { personId: nodeId('Person', personId) } })).done;
}
const shown = async (personId: string) =>
  (
    await scene.ask('query($id: ID!) { node(id: $id) { ... on Person { contactPausedUntil } } }', {
      id: nodeId('Person', personId),
    })
  ).node.contactPausedUntil;
const until = (on: string | null) => ({ person: { contactPausedUntil: on }, errors: [] });

test('somebody is left alone until a day, which may be moved, and after that they are not', async () => {
  const personId = await scene.make.person(scene.region);
  expect(await pause(personId, '2026-12-31')).toEqual(until('2026-12-31'));
  expect(await unchanged(service.owner, () => pause(personId, '2026-12-31'))).toEqual(until('2026-12-31'));
  expect(await pause(personId, '2026-12-20')).toEqual(until('2026-12-20'));
  service.travelTo('2026-12-20T10:00:00Z');
  expect(await shown(personId)).toBe('2026-12-20');
  service.travelTo('2026-12-21T10:00:00Z');
  expect(await shown(personId)).toBeNull();
});

test('it is ended, also when it was a mistake, and nothing is left of it', async () => {
  const personId = await scene.make.person(scene.region);
  await pause(personId, '2026-12-31');
  expect(await end(personId)).toEqual(until(null));
  expect(await unchanged(service.owner, () => end(personId))).toEqual(until(null));
});

test('a parent leaves themselves in peace; a coordinator elsewhere may not, and sees nothing of it', async () => {
  const personId = await scene.make.person(scene.region);
  await scene.make.account('parent', { personId });
  expect(await pause(personId, '2026-12-31', 'parent')).toEqual(until('2026-12-31'));
  const input = { personId: nodeId('Person', personId), until: '2026-12-01' };
  const answer = await unchanged(service.owner, () => service.ask('neighbour', PAUSE, { input }));
  expect(answer.data.done.errors).toEqual([{ code: 'NOT_FOUND', path: ['input', 'personId'] }]);
});

test.each(['2026-11-24', '2028-11-26'])('until %s is refused', async (day) => {
  const personId = await scene.make.person(scene.region);
  const { errors } = await unchanged(service.owner, () => pause(personId, day));
  expect(errors).toEqual([{ code: 'DATE_OUT_OF_RANGE', path: ['input', 'until'] }]);
});

test('who helps a network sees whom not to call', async () => {
  const { make } = scene;
  const personId = await make.person(scene.region);
  const network = await make.network(scene.region, { activeFrom: '2026-01-01', ledBy: personId });
  const organisation = await make.organisation(scene.region);
  await make.support(network, organisation, '[2026-01-01,)');
  await make.account('supporter', { role: 'SUPPORTER', organisationId: organisation });
  await pause(personId, '2026-12-31');
  const query = `query($id: ID!) { node(id: $id) { ... on Oudernetwerk { trekkers { person { contactPausedUntil } } } } }`;
  const { node } = await scene.ask(query, { id: nodeId('Oudernetwerk', network) }, 'supporter');
  expect(node.trekkers).toEqual([{ person: { contactPausedUntil: '2026-12-31' } }]);
});
