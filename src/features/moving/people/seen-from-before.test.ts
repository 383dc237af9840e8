import { nodeId } from '../../../kernel/node-id.js';
import { SeatMakers } from '../../../testing/makers/seat-makers.js';
import { startTestService } from '../../../testing/test-service.js';
import { MovingScene } from '../testing/moving-scene.js';

let scene: MovingScene;
let network: string;

beforeAll(async () => {
  scene = await MovingScene.begin(await startTestService());
  network = await scene.make.network(scene.region);
});
afterAll(() => scene.service.close());

/** Somebody who lived here, with an address and a school tie, and lives elsewhere now. */
async function movedAway(part: (personId: string) => Promise<unknown>): Promise<string> {
  const person = await scene.make.person(scene.region);
  await scene.make.schoolTie(person);
  await scene.rows(
    `insert into person_contacts (person_id, email) values ($1, $2)`,
    person,
    `${person}@example.org`,
  );
  await part(person);
  await scene.move(person, { mayIntroduce: true });
  expect(await scene.home(person)).toBe('JZ22');
  return person;
}

async function seen(subject: string, personId: string) {
  const { node } = await scene.ask(
    'query($id: ID!) { node(id: $id) { ... on Person { contact { email } schoolTies { stage } } } }',
    { id: nodeId('Person', personId) },
    subject,
  );
  return node && { contact: node.contact !== null, ties: node.schoolTies.length };
}

const EVERYTHING = { contact: true, ties: 1 };
const BY_NAME = { contact: false, ties: 0 };

test.each([
  ['takes part still', '[2026-01-01,)', EVERYTHING],
  ['takes part until today', '[2026-01-01,2026-11-26)', EVERYTHING],
  ['is to take part', '[2027-01-01,)', EVERYTHING],
  ['took part until yesterday', '[2026-01-01,2026-11-25)', BY_NAME],
])('of somebody who %s, the region where they lived sees so much', async (_what, period, expected) => {
  const person = await movedAway((id) => scene.make.membership(network, id, period));
  expect(await seen('coordinator', person)).toEqual(expected);
  expect(await seen('neighbour', person)).toEqual(EVERYTHING);
});

test('a seat counts as a role in a network does, and so does being thought of as a successor', async () => {
  const seats = new SeatMakers(scene.service.owner);
  const seat = await seats.seat(await seats.body(scene.region));
  const plan = await scene.make.successionPlan(network);
  const holder = await movedAway((id) => seats.appointment(seat, id));
  const candidate = await movedAway((id) => scene.make.candidate(plan, id));
  expect(await seen('coordinator', holder)).toEqual(EVERYTHING);
  expect(await seen('coordinator', candidate)).toEqual(EVERYTHING);
});
