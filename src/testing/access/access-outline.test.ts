import type { GraphQLObjectType } from 'graphql';
import { isAmong, NETWORK, type Principal, PRINCIPALS, sees } from './access-objects.js';
import { everythingOf } from './access-walk.js';
import { type AccessWorld, makeAccessWorld } from './access-world.js';
import { Makers } from '../makers/makers.js';
import { startTestService, type TestService } from '../test-service.js';
import { testSchema } from '../schema.js';

const PAGE = '{ totalCount edges { cursor node { id version } } }';
/** all that can be asked of a network, and every list that it can stand in */
const EVERYTHING = `query($id: ID!) {
  oudernetwerk(id: $id) { ${everythingOf(testSchema().getType('Oudernetwerk') as GraphQLObjectType)} }
  inactive: oudernetwerken(filter: { inactiveSince: "2026-11-22" }) ${PAGE}
  byActivity: oudernetwerken(orderBy: { field: LAST_ACTIVITY_ON }) ${PAGE}
  bySeverity: oudernetwerken(orderBy: { field: SEVERITY }) ${PAGE}
  bySecurity: oudernetwerken(orderBy: { field: SECURED_UNTIL }) ${PAGE}
  supported: oudernetwerken(filter: { supported: true }) ${PAGE}
  covered: oudernetwerken(filter: { ledByCaretaker: true }) ${PAGE}
}`;

let service: TestService;
let world: AccessWorld;

beforeAll(async () => {
  service = await startTestService();
  world = await makeAccessWorld(service.owner, new Makers(service.owner));
});
afterAll(() => service.close());

const OUTSIDERS = PRINCIPALS.filter(
  (principal) => sees(principal, 'network') && !isAmong(NETWORK, principal),
);

async function seenBy(principals: readonly Principal[]): Promise<Record<string, unknown>> {
  const seen: Record<string, unknown> = {};
  for (const principal of principals) {
    const { data, errors } = await service.ask(world.subjects[principal], EVERYTHING, {
      id: world.ids.network,
    });
    expect(errors).toBeUndefined();
    seen[principal] = data;
  }
  return seen;
}

async function change(mutation: string, input: object): Promise<void> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const { data, errors } = await service.ask(
    world.subjects.coordinator,
    `mutation($input: ${type}!) { done: ${mutation}(input: $input) { errors { code path } } }`,
    { input },
  );
  expect([errors, data?.done.errors]).toEqual([undefined, []]);
}

test('those who see the outline of a network do not see it move', async () => {
  expect(OUTSIDERS).toEqual(['secretary', 'member', 'former', 'mixed']);
  const before = await seenBy([...OUTSIDERS, 'trekker']);
  await change('activityRecord', {
    oudernetwerkId: world.ids.network,
    kind: 'MEETING',
    title: 'Koffie',
    on: '2026-11-24',
  });
  await change('oudernetwerkUpdate', { id: world.ids.network, patch: { meetingRhythm: 'WEEKLY' } });
  await change('oudernetwerkUpdate', { id: world.ids.network, patch: { meetingRhythm: 'MONTHLY' } });
  const after = await seenBy([...OUTSIDERS, 'trekker']);
  expect(after.trekker).not.toEqual(before.trekker);
  for (const outsider of OUTSIDERS) expect([outsider, after[outsider]]).toEqual([outsider, before[outsider]]);
});
