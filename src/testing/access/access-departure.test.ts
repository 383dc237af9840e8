import { v7 as uuid } from 'uuid';
import { nodeId } from '../../kernel/node-id.js';
import {
  ELSEWHERE,
  isAmong,
  MANAGERS,
  NETWORK,
  OBJECT_NAMES,
  type ObjectName,
  OBJECTS,
  PRINCIPALS,
  SEARCHERS,
  SEATS,
  sees,
} from './access-objects.js';
import { everythingOf, forbiddenNulls } from './access-walk.js';
import { type AccessWorld, makeAccessWorld } from './access-world.js';
import { Makers } from '../makers/makers.js';
import { startTestService, type TestService } from '../test-service.js';
import { testSchema } from '../schema.js';

const field = testSchema().getQueryType()!.getFields().departureImpact!;
const impact = testSchema().getType('DepartureImpact') as Parameters<typeof everythingOf>[0];
const QUERY = `query($value: ID!) { departureImpact(personId: $value, on: "2027-01-31") { ${everythingOf(impact)} } }`;

interface Departing {
  readonly person: ObjectName;
  /** the principals that get an answer; for all others the person does not exist */
  readonly askedBy: string;
  /** the networks affected, by the principals that see them */
  readonly networks: Partial<Record<ObjectName, string>>;
  /** they own a handover item, which these see */
  readonly ownsItem?: string;
  /** they hold a seat, which these see */
  readonly holdsSeat?: string;
}

/** All departing people. */
const DEPARTING: readonly Departing[] = [
  { person: 'trekker', askedBy: NETWORK, networks: { network: NETWORK }, ownsItem: NETWORK },
  // is due to lead, and sees only the outline of the network until then
  { person: 'member', askedBy: `${SEARCHERS} member`, networks: { network: SEARCHERS } },
  // a candidate, which is not theirs to see
  { person: 'former trekker', askedBy: `${SEARCHERS} former`, networks: { network: SEARCHERS } },
  { person: 'member who coordinates there', askedBy: `${SEARCHERS} mixed`, networks: {} },
  { person: 'parent without role', askedBy: MANAGERS, networks: {} },
  { person: 'expert', askedBy: `${SEATS} expert`, networks: {}, holdsSeat: `${SEATS} expert` },
  { person: 'expert without consent', askedBy: SEATS, networks: {}, holdsSeat: SEATS },
  { person: 'expert who withdrew', askedBy: MANAGERS, networks: {} },
  { person: 'expert country-wide', askedBy: `${SEATS} neighbour`, networks: {} },
  { person: 'expert elsewhere', askedBy: ELSEWHERE, networks: {} },
  { person: 'former holder', askedBy: `${SEATS} formerHolder`, networks: {} },
  // a candidate elsewhere
  { person: 'guest', askedBy: `${MANAGERS} neighbour`, networks: { 'network elsewhere': ELSEWHERE } },
  {
    person: 'stranger',
    askedBy: ELSEWHERE,
    networks: { 'network elsewhere': ELSEWHERE },
    ownsItem: ELSEWHERE,
    holdsSeat: ELSEWHERE,
  },
];

let service: TestService;
let world: AccessWorld;

beforeAll(async () => {
  service = await startTestService();
  world = await makeAccessWorld(service.owner, new Makers(service.owner));
  await service.owner.query('update handover_items set done_on = null');
});
afterAll(() => service.close());

test('everybody is in the table', () => {
  const people = OBJECT_NAMES.filter((name) => OBJECTS[name].type === 'Person');
  expect(DEPARTING.map(({ person }) => person).sort()).toEqual(people.sort());
});

test.each(PRINCIPALS)('%s is told of the departures of the table, and of no other', async (principal) => {
  const ask = (value: string) => service.ask(world.subjects[principal], QUERY, { value });
  const notThere = await ask(nodeId('Person', uuid()));
  expect(notThere.errors[0].extensions).toEqual({ code: 'BAD_USER_INPUT', reason: 'NOT_THERE' });
  const hidden = OBJECT_NAMES.filter((name) => !sees(principal, name)).map((name) => world.ids[name]);
  for (const { person, askedBy, networks, ownsItem = '', holdsSeat = '' } of DEPARTING) {
    const { status, text, data, errors } = await ask(world.ids[person]);
    if (!isAmong(askedBy, principal)) {
      expect([person, status, text]).toEqual([person, notThere.status, notThere.text]);
      continue;
    }
    expect([person, errors]).toEqual([person, undefined]);
    const { departureImpact } = data;
    const hit = Object.entries(networks).filter(([, seenBy]) => isAmong(seenBy, principal));
    expect([
      person,
      departureImpact.networks.map(({ oudernetwerk }: { oudernetwerk: { id: string } }) => oudernetwerk.id),
    ]).toEqual([person, hit.map(([name]) => world.ids[name as ObjectName])]);
    expect([person, departureImpact.seats.length]).toEqual([person, isAmong(holdsSeat, principal) ? 1 : 0]);
    expect([person, departureImpact.openItems]).toEqual([person, isAmong(ownsItem, principal) ? 1 : 0]);
    expect(forbiddenNulls(field.type, departureImpact, person)).toEqual([]);
    expect(hidden.filter((id) => text.includes(id))).toEqual([]);
  }
});
