import { nodeId } from '../../../kernel/node-id.js';
import { startTestService } from '../../../testing/test-service.js';
import { MovingScene } from '../testing/moving-scene.js';

let scene: MovingScene;

beforeAll(async () => {
  scene = await MovingScene.begin(await startTestService());
});
afterAll(() => scene.service.close());

const STOPS = { kind: 'STOPS_EVERYTHING', on: '2026-11-20' };

async function depart(subject: string, personId: string, input: object) {
  const { done } = await scene.ask(
    `mutation($input: PersonDepartInput!) { done: personDepart(input: $input) {
      departure { id note } errors { code } } }`,
    { input: { id: nodeId('Person', personId), ...input } },
    subject,
  );
  expect(done.errors).toEqual([]);
  return done.departure;
}

const departure = async (subject: string, personId: string) =>
  (
    await scene.ask(
      'query($id: ID!) { node(id: $id) { ... on Person { departure { kind note } } } }',
      { id: nodeId('Person', personId) },
      subject,
    )
  ).node?.departure;

/** Somebody who stopped with everything, as their region noted, and moves. */
async function stoppedAndMoved() {
  const person = await scene.make.person(scene.region);
  await scene.make.account(person, { personId: person });
  const { id, note } = await depart('coordinator', person, { ...STOPS, note: 'Ruzie in het bestuur' });
  expect(note).toBe('Ruzie in het bestuur');
  await scene.move(person, { mayIntroduce: true });
  expect(await scene.home(person)).toBe('JZ22');
  return { person, id };
}

test('what a region wrote down with a departure does not go along to another; the person sees it still', async () => {
  const { person } = await stoppedAndMoved();
  expect(await departure('neighbour', person)).toEqual({ kind: 'STOPS_EVERYTHING', note: null });
  const own = { kind: 'STOPS_EVERYTHING', note: 'Ruzie in het bestuur' };
  expect(await departure(person, person)).toEqual(own);
  const [move] = await scene.rows<{ id: string }>('select id from person_moves where person_id = $1', person);
  expect((await scene.annul(nodeId('PersonMove', move!.id), 'neighbour')).errors).toEqual([]);
  expect(await departure('coordinator', person)).toEqual(own);
});

test('nor is it told by an answer to whoever guesses it', async () => {
  const { person, id } = await stoppedAndMoved();
  expect(await depart('neighbour', person, STOPS)).toEqual({ id, note: null });
  const made = await depart('neighbour', person, { ...STOPS, note: 'Ruzie in het bestuur' });
  expect(made).toEqual({ id: expect.not.stringMatching(id), note: 'Ruzie in het bestuur' });
});
