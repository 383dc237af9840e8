import { nodeId } from '../../../kernel/node-id.js';
import { times } from '../../../testing/effort.js';
import { startTestService } from '../../../testing/test-service.js';
import { unchanged } from '../../../testing/unchanged.js';
import { MergeScene } from '../testing/merge-scene.js';

let scene: MergeScene;

beforeAll(async () => {
  scene = await MergeScene.begin(await startTestService());
  const { make, region, elsewhere } = scene;
  await make.account('both', { role: 'COORDINATOR', regionId: region });
  await scene.service.owner.query(
    `insert into account_roles (id, account_id, role, region_id, period)
     select gen_random_uuid(), id, 'COORDINATOR', $1, '[2020-01-01,)' from accounts where subject = 'both'`,
    [elsewhere],
  );
});
afterAll(() => scene.service.close());

const here = () => scene.make.person(scene.region);
const there = () => scene.make.person(scene.elsewhere);

async function sees(subject: string, personId: string): Promise<string | null> {
  const { node } = await scene.ask(
    'query($id: ID!) { node(id: $id) { id } }',
    { id: nodeId('Person', personId) },
    subject,
  );
  return node && node.id;
}

async function refusal(survivor: string, other: string, subject = 'coordinator') {
  const input = {
    survivorId: nodeId('Person', survivor),
    otherId: nodeId('Person', other),
    reason: 'Zelfde ouder',
  };
  const query = `mutation($input: PersonMergeInput!) { personMerge(input: $input) { errors { code path } } }`;
  const { data, errors } = await unchanged(scene.service.owner, () =>
    scene.service.ask(subject, query, { input }),
  );
  return errors?.[0].extensions.code ?? data.personMerge.errors;
}

test('who does not keep both merges nothing, and learns nothing', async () => {
  const [survivor, stranger, guest] = [await here(), await there(), await there()];
  await scene.make.membership(await scene.make.network(scene.region), guest);
  expect(await refusal(survivor, stranger)).toEqual([{ code: 'NOT_FOUND', path: ['input', 'otherId'] }]);
  expect(await refusal(survivor, guest)).toBe('FORBIDDEN');
  expect(await refusal(guest, survivor, 'neighbour')).toEqual([
    { code: 'NOT_FOUND', path: ['input', 'otherId'] },
  ]);
  expect(await refusal(survivor, survivor)).toEqual([{ code: 'SAME_RECORD', path: ['input', 'otherId'] }]);
  for (const other of [stranger, guest]) expect(await scene.preview(survivor, other)).toBeNull();
});

test('who has died becomes nobody’s double', async () => {
  const [survivor, other] = [await here(), await here()];
  await scene.service.owner.query(`update people set deceased_on = '2026-11-01' where id = $1`, [other]);
  expect(await refusal(survivor, other)).toEqual([{ code: 'PERSON_DECEASED', path: ['input', 'otherId'] }]);
});

test('a region in which the survivor has no part sees them no more by it than before', async () => {
  const [survivor, other] = [await here(), await there()];
  expect(await sees('neighbour', other)).toBe(nodeId('Person', other));
  expect(await scene.merge(survivor, other, undefined, 'both')).toEqual([]);
  expect([await sees('neighbour', other), await sees('neighbour', survivor)]).toEqual([null, null]);
  expect(await sees('coordinator', other)).toBe(nodeId('Person', survivor));
  expect(await scene.unmerge(other, 'both')).toEqual([]);
  expect([await sees('neighbour', other), await sees('coordinator', other)]).toEqual([
    nodeId('Person', other),
    null,
  ]);
});

test('a network that may reach one of them does not reach the other by it', async () => {
  const [survivor, other] = [await here(), await here()];
  await scene.make.membership(await scene.make.network(scene.region), survivor);
  await scene.service.owner.query(
    `insert into consents (id, person_id, purpose, given, scopes, text_version, language, channel, recorded_at)
     values (gen_random_uuid(), $1, 'CONTACT_BY_NETWORK', true, '{}', '1', 'nl', 'PAPER', '2026-11-01')`,
    [other],
  );
  expect(await scene.merge(survivor, other)).toEqual([]);
  const { rows } = await scene.service.owner.query('select contact_by_network from people where id = $1', [
    survivor,
  ]);
  expect(rows).toEqual([{ contact_by_network: false }]);
});

test('what is new since stays with the survivor and is listed, and so does what somebody has built on', async () => {
  const [survivor, other] = [await here(), await here()];
  const network = await scene.make.network(scene.region);
  const tie = await scene.make.schoolTie(other);
  const old = await scene.make.membership(network, other, '[2025-01-01,)');
  expect(await scene.merge(survivor, other)).toEqual([]);
  const since = await scene.make.membership(await scene.make.network(scene.region), survivor);
  await scene.service.owner.query('delete from school_ties where id = $1', [tie]);
  expect(await scene.unmerge(other)).toEqual([]);
  const { person } = await scene.ask(
    `query($id: ID!) { person(id: $id) { memberships { nodes { id } } merges { otherId undoUntil newSince { id } notRestored { id } } } }`,
    { id: nodeId('Person', survivor) },
  );
  expect(person).toEqual({
    memberships: { nodes: [{ id: nodeId('Membership', since) }] },
    merges: [
      {
        otherId: nodeId('Person', other),
        undoUntil: null,
        newSince: [{ id: nodeId('Membership', since) }],
        notRestored: [],
      },
    ],
  });
  const { rows } = await scene.service.owner.query('select person_id from memberships where id = $1', [old]);
  expect(rows).toEqual([{ person_id: other }]);
});

test('it is taken back within 30 days, once, and the last one first', async () => {
  const [survivor, other, third] = [await here(), await here(), await here()];
  expect(await unchanged(scene.service.owner, () => scene.unmerge(other))).toMatchObject([
    { code: 'NOT_MERGED' },
  ]);
  await scene.merge(survivor, other);
  await scene.merge(third, survivor);
  expect(await sees('coordinator', other)).toBe(nodeId('Person', third));
  expect(await unchanged(scene.service.owner, () => scene.unmerge(other))).toMatchObject([
    { code: 'MERGED_SINCE' },
  ]);
  expect(await scene.unmerge(survivor)).toEqual([]);
  scene.service.travelTo('2026-12-26T10:00:00Z');
  expect(await unchanged(scene.service.owner, () => scene.unmerge(other))).toMatchObject([
    { code: 'MERGED_TOO_LONG_AGO' },
  ]);
  scene.service.travelTo('2026-11-25T10:00:00Z');
  expect(await scene.unmerge(other)).toEqual([]);
});

test('of two merges at once, each the other way round, one happens', async () => {
  for (let race = 0; race < times('races'); race++) {
    const [one, other] = [await here(), await here()];
    const outcomes = await Promise.all([scene.merge(one, other), scene.merge(other, one)]);
    expect(outcomes.filter((errors) => errors.length === 0)).toHaveLength(1);
    const { rows } = await scene.service.owner.query(
      'select count(*)::int as merged from people where merged_into = any ($1)',
      [[one, other]],
    );
    expect(rows).toEqual([{ merged: 1 }]);
  }
});

test('a membership that is added meanwhile is the survivor’s, or is refused', async () => {
  const start = `mutation($input: MembershipStartInput!) { membershipStart(input: $input) { errors { code } } }`;
  for (let race = 0; race < times('races'); race++) {
    const [survivor, other] = [await here(), await here()];
    const network = await scene.make.network(scene.region);
    const input = {
      oudernetwerkId: nodeId('Oudernetwerk', network),
      personId: nodeId('Person', other),
      from: '2026-11-01',
    };
    const [merged, joined] = await Promise.all([scene.merge(survivor, other), scene.ask(start, { input })]);
    expect(merged).toEqual([]);
    const { rows } = await scene.service.owner.query(
      'select person_id from memberships where oudernetwerk_id = $1',
      [network],
    );
    const { errors } = joined.membershipStart;
    if (errors.length > 0) expect(errors).toEqual([{ code: 'CORRECTED' }]);
    expect(rows).toEqual(errors.length > 0 ? [] : [{ person_id: survivor }]);
  }
});
