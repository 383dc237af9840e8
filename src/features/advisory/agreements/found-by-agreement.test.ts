import { nodeId, parseNodeId } from '../../../kernel/node-id.js';
import { NOW } from '../../../testing/test-service.js';
import { type SeatWorld, startSeatWorld } from '../testing/seats.js';

let world: SeatWorld;
/** JZ22’s parents, by what they consent to, as public ids of their profiles */
let there: Record<'REGION' | 'REGION_AND_AGREEMENTS' | 'COUNTRY', string>;
/** a parent of JZ06 who agreed to be found there, and no further */
let here: string;

beforeAll(async () => {
  world = await startSeatWorld();
  await world.make.account('secretary there', { role: 'SECRETARY', regionId: world.elsewhere });
  const profile = async (region: string, scope: keyof typeof there) =>
    nodeId('Ervaringsdeskundige', await world.profiles.profile(await world.make.person(region), scope));
  there = {
    REGION: await profile(world.elsewhere, 'REGION'),
    REGION_AND_AGREEMENTS: await profile(world.elsewhere, 'REGION_AND_AGREEMENTS'),
    COUNTRY: await profile(world.elsewhere, 'COUNTRY'),
  };
  here = await profile(world.region, 'REGION');
});
beforeEach(async () => {
  await world.service.owner.query('delete from region_agreements');
  // rights are read again
  world.service.travelTo('2026-11-25T09:00:00Z');
  world.service.travelTo(NOW);
});
afterAll(() => world.service.close());

const ids = (nodes: { id: string }[]) => nodes.map(({ id }) => id);
const known = (found: readonly string[]) =>
  ['here', ...Object.keys(there)].filter((name) =>
    found.includes(name === 'here' ? here : there[name as keyof typeof there]),
  );

/** Who is found for a seat: in its matches, in the list of profiles, and by id; the three agree. */
async function found(seatId: string, as = 'secretary'): Promise<string[]> {
  const query = `query($seatId: ID!, $ids: [ID!]!) {
    matches(seatId: $seatId) { nodes { ervaringsdeskundige { id } } }
    ervaringsdeskundigen(first: 100) { nodes { id } }
    nodes(ids: $ids) { id } }`;
  const all = [here, ...Object.values(there)];
  const data = await world.ask(as, query, { seatId, ids: all });
  const matched = data.matches.nodes.map(
    (node: { ervaringsdeskundige: { id: string } }) => node.ervaringsdeskundige,
  );
  const names = known(ids(matched));
  expect(known(ids(data.ervaringsdeskundigen.nodes))).toEqual(names);
  expect(known(ids(data.nodes.filter(Boolean)))).toEqual(names);
  return names;
}

async function agreement(body: string, answer: string | null, period: string): Promise<string> {
  const id = await world.seats.agreement(parseNodeId(body)!.uuid, world.elsewhere, { answer, period });
  return nodeId('RegionAgreement', id);
}

const AT_HOME = ['here', 'COUNTRY'];
const BY_AGREEMENT = ['here', 'REGION_AND_AGREEMENTS', 'COUNTRY'];

test.each<[string, string | null, string, string[]]>([
  ['that is asked', null, '[2026-01-01,)', AT_HOME],
  ['that was declined', 'DECLINED', '[2026-01-01,)', AT_HOME],
  ['that was withdrawn', 'WITHDRAWN', '[2026-01-01,)', AT_HOME],
  ['that begins tomorrow', 'AGREED', '[2026-11-26,)', AT_HOME],
  ['that begins today', 'AGREED', '[2026-11-25,)', BY_AGREEMENT],
  ['on its last day', 'AGREED', '[2026-01-01,2026-11-26)', BY_AGREEMENT],
  ['that ended yesterday', 'AGREED', '[2026-01-01,2026-11-25)', AT_HOME],
])('by an agreement %s', async (_name, answer, period, expected) => {
  const body = await world.body();
  await agreement(body, answer, period);
  expect(await found(await world.seat(body))).toEqual(expected);
});

test('REGION is that region: a body that works there by agreement does not find them, its own bodies do', async () => {
  const body = await world.body();
  await agreement(body, 'AGREED', '[2026-01-01,)');
  const own = nodeId('AdvisorySeat', await world.seats.seat(await world.seats.body(world.elsewhere)));
  world.service.travelTo('2026-11-25T10:00:10Z');
  expect(await found(own, 'secretary there')).toEqual(['REGION', 'REGION_AND_AGREEMENTS', 'COUNTRY']);
  expect(await found(await world.seat(body))).not.toContain('REGION');
});

test('no mutation of a body finds more people', async () => {
  const body = await world.body();
  const seat = await world.seat(body);
  const before = await found(seat);
  const { errors } = await world.service.ask(
    'coordinator',
    'mutation($input: AdvisoryBodyUpdateInput!) { advisoryBodyUpdate(input: $input) { errors { code } } }',
    { input: { id: body, patch: { regionIds: [nodeId('Region', world.elsewhere)] } } },
  );
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  const input = { subjectId: body, regionId: nodeId('Region', world.elsewhere), motivation: 'Samen' };
  await world.run('regionAgreementAsk', input, 'coordinator');
  expect(await found(seat)).toEqual(before);
});

test('whoever is found may be invited; nobody else', async () => {
  const body = await world.body();
  await agreement(body, 'AGREED', '[2026-01-01,)');
  const seatId = await world.seat(body);
  world.service.travelTo('2026-11-25T10:00:10Z');
  const input = { seatId, ervaringsdeskundigeId: there.REGION };
  expect(await world.refused('invitationCreate', input)).toEqual(['NOT_FOUND input.ervaringsdeskundigeId']);
  await world.run('invitationCreate', { seatId, ervaringsdeskundigeId: there.REGION_AND_AGREEMENTS });
});

test('an invitation outlives the agreement: it is the parent who answers', async () => {
  const body = await world.body();
  const id = await agreement(body, 'AGREED', '[2026-01-01,)');
  const seatId = await world.seat(body);
  const person = await world.make.person(world.elsewhere);
  await world.make.account('invited', { personId: person });
  const profile = await world.profiles.profile(person, 'REGION_AND_AGREEMENTS');
  world.service.travelTo('2026-11-25T10:00:10Z');
  const asked = { seatId, ervaringsdeskundigeId: nodeId('Ervaringsdeskundige', profile) };
  const { invitation } = await world.run('invitationCreate', asked);
  await world.run('regionAgreementEnd', { id, on: '2026-11-24', reason: 'Klaar' }, 'neighbour');
  expect(await world.show(invitation.id, 'status', 'invited')).toEqual({ status: 'ASKED' });
  await world.run('invitationAnswer', { id: invitation.id, accept: true }, 'invited');
  expect(await world.show(invitation.id, 'status', 'secretary')).toEqual({ status: 'ACCEPTED' });
});
