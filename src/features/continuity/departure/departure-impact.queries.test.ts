import { nodeId } from '../../../kernel/node-id.js';
import { type Json, startTestService, type TestService } from '../../../testing/test-service.js';
import { SuccessionWorld } from '../../succession/testing/succession-world.js';
import { DEPARTURE, departureImpact, LAST_DAY } from './testing/departure-impact.js';

const dayAfter = (on: string) =>
  new Date(Date.parse(`${on}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

let service: TestService;
let world: SuccessionWorld;

beforeAll(async () => {
  service = await startTestService();
  world = await SuccessionWorld.begin(service);
});
afterAll(() => service.close());

const impact = (id: string, on?: string) => departureImpact(service, id, on);

test('nothing is hit by the departure of somebody without a role, or whose roles are over', async () => {
  const network = await world.ledNetwork();
  const person = await world.make.person(world.region);
  await world.make.membership(network.uuid, person);
  await world.make.trekkerschap(network.uuid, person, '[2026-01-01,2026-11-01)', 'CO_TREKKER');
  const id = nodeId('Person', person);
  expect(await impact(id)).toEqual({
    person: { id },
    on: LAST_DAY,
    networks: [],
    seats: [],
    openItems: 0,
    repairs: [],
  });
});

test('an earlier recorded end leaves nothing to hit', async () => {
  const network = await world.ledNetwork();
  await world.done('trekkerschapEnd', { id: network.tenure, on: LAST_DAY, reason: 'MOVED' });
  expect((await impact(network.person, LAST_DAY)).networks).toMatchObject([
    { before: 'CRITICAL', findings: [] },
  ]);
  expect((await impact(network.person, dayAfter(LAST_DAY))).networks).toEqual([]);
});

test('networks that have ended are left out', async () => {
  const network = await world.ledNetwork();
  await world.done('oudernetwerkEnd', { id: network.id, reason: 'Klaar' });
  expect((await impact(network.person, '2026-11-25')).networks).toEqual([]);
});

describe('several networks', () => {
  let person: string;
  let ids: string[];

  beforeAll(async () => {
    const uuidOfPerson = await world.make.person(world.region);
    person = nodeId('Person', uuidOfPerson);
    ids = [];
    for (const name of ['Beek', 'Aa', 'Dal', 'Clif']) {
      const network = await world.make.network(world.region, {
        name,
        activeFrom: '2026-01-01',
        ledBy: uuidOfPerson,
      });
      ids.push(nodeId('Oudernetwerk', network));
      // Beek and Dal have a co-trekker
      if (!['Beek', 'Dal'].includes(name)) continue;
      await world.make.trekkerschap(network, await world.make.person(world.region), '[2026-06-01,)');
      await world.make.support(network, await world.make.organisation(world.region));
      await world.make.activity(network, '2027-01-20');
    }
  });

  test('the worst off first, then by name; and repairs in that order', async () => {
    const { networks, repairs } = await impact(person);
    expect(networks.map(({ oudernetwerk, after }) => `${oudernetwerk.name} ${after}`)).toEqual([
      'Aa CRITICAL',
      'Clif CRITICAL',
      'Beek ATTENTION',
      'Dal ATTENTION',
    ]);
    expect(repairs.map(({ code, subject }) => `${code} ${subject!.__typename}`)).toEqual([
      'OPEN_SUCCESSION Oudernetwerk',
      'OPEN_SUCCESSION Oudernetwerk',
      ...networks
        .slice(2)
        .flatMap(({ before }) => (before === 'STABLE' ? ['ADD_CO_TREKKER Trekkerschap'] : [])),
    ]);
    expect(repairs.slice(0, 2).map(({ subject }) => subject!.id)).toEqual([ids[1], ids[3]]);
    expect(repairs[0]!.message).toBe('Start een opvolging.');
  });

  test('names, fragments, variables and types of the request, beside other fields', async () => {
    const alone = await impact(person);
    const { data, errors } = await service.ask(
      'coordinator',
      `query Two($id: ID!, $on: Date!, $more: Boolean!, $network: ID!) {
        kept: oudernetwerk(id: $network) { name }
        soon: departureImpact(personId: $id, on: "2026-11-25") { __typename on of: person { ...Who } }
        later: departureImpact(personId: $id, on: $on) { ...Whole count: openItems @include(if: $more)
          networks { was: before now: after is: __typename } }
        __typename
        viewer { displayName }
        __schema { queryType { name } }
      }
      fragment Whole on DepartureImpact { networks { ...Each } repairs @skip(if: $more) { code }
        steps: repairs { is: __typename message subject { ... on Oudernetwerk { name } } } }
      fragment Each on NetworkImpact { oudernetwerk { name region { code } } ... on NetworkImpact {
        coveredBy { ... on Organisation { kind } ... on Trekkerschap { role person { ...Who } } } }
        why: findings { code evidence { __typename } } }
      fragment Who on Person { id displayName }`,
      { id: person, on: LAST_DAY, more: true, network: ids[0] },
    );
    expect(errors).toBeUndefined();
    expect(Object.keys(data)).toEqual(['kept', 'soon', 'later', '__typename', 'viewer', '__schema']);
    expect(data.kept).toEqual({ name: 'Beek' });
    expect(data.viewer).toEqual({ displayName: 'coordinator' });
    expect(data.soon).toMatchObject({ __typename: 'DepartureImpact', on: '2026-11-25', of: { id: person } });
    expect(Object.keys(data.later)).toEqual(['networks', 'steps', 'count']);
    expect(data.later.count).toBe(0);
    expect(
      data.later.networks.map(({ oudernetwerk, was, now, is, why }: Json) => ({
        oudernetwerk,
        was,
        now,
        is,
        why: why.map(({ code }: Json) => code),
      })),
    ).toEqual(
      alone.networks.map(({ oudernetwerk: { name }, before, after, findings }) => ({
        oudernetwerk: { name, region: { code: 'JZ06' } },
        was: before,
        now: after,
        is: 'NetworkImpact',
        why: findings.map(({ code }) => code),
      })),
    );
    expect(data.later.networks[3].coveredBy).toMatchObject({ role: 'TREKKER' });
    expect(data.later.steps[0]).toEqual({
      is: 'SuggestedAction',
      message: 'Start een opvolging.',
      subject: { name: 'Aa' },
    });
  });

  test('it has a price', async () => {
    const { extensions } = await service.ask('coordinator', DEPARTURE, { id: person, on: LAST_DAY });
    expect(extensions.cost.requested).toBeGreaterThan(100);
  });
});

test('handover items that are theirs, not done, in open plans', async () => {
  const network = await world.sought();
  const owner = await world.person();
  await world.candidate(network.id, network.plan);
  const { handover } = await world.plan(network.id);
  const items = handover!.items.slice(0, 3);
  for (const { id } of items) await world.done('handoverItemSet', { id, ownerId: owner });
  await world.done('handoverItemSet', { id: items[2]!.id, doneOn: '2026-11-24' });
  expect(await impact(owner)).toMatchObject({ networks: [], openItems: 2 });
  await world.done('successionStop', { id: network.plan, reason: 'Niet meer nodig' });
  expect((await impact(owner)).openItems).toBe(0);
});
