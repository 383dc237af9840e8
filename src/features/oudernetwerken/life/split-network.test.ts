import { nodeId } from '../../../kernel/node-id.js';
import { expectStoredIsFresh, renewAll } from '../../../testing/stored-is-fresh.js';
import { startTestService } from '../../../testing/test-service.js';
import { NetworkScene } from '../testing/network-scene.js';

const PERIOD = 'period { from until }';
const SHOWN = `id name status activeFrom sectors predecessors { predecessor { id } kind fromDay }
  successors { successor { id } kind fromDay }
  trekkerschappen { nodes { id person { id } endReason ${PERIOD} tenure { from until } } }
  caretakerships { nodes { standby organisation { id } ${PERIOD} } }
  members(on: "2026-11-25") { nodes { person { id } ${PERIOD} } }
  successionPlans { nodes { status trekkerschap { id } } }`;
const NOBODYS = `select id from oudernetwerken where not isempty(uncovered_days(id))`;

let scene: NetworkScene;

beforeAll(async () => {
  scene = await NetworkScene.begin(await startTestService());
});
afterEach(async () => {
  expect((await scene.service.owner.query(NOBODYS)).rows).toEqual([]);
  await renewAll(scene.service);
  await expectStoredIsFresh(scene.service);
});
afterAll(() => scene.service.close());

/** Two trekkers and two members. */
async function made() {
  const { make, region } = scene;
  const people = await Promise.all([1, 2, 3, 4].map(() => make.person(region)));
  const [leader, co, goes, stays] = people as [string, string, string, string];
  const uuid = await make.network(region, { activeFrom: '2025-06-01', ledBy: leader });
  const second = await make.trekkerschap(uuid, co, '[2025-07-01,)', 'CO_TREKKER');
  const membership = await make.membership(uuid, goes, '[2025-05-01,)');
  await make.membership(uuid, stays, '[2025-06-01,)');
  const id = nodeId('Oudernetwerk', uuid);
  const { oudernetwerk } = await scene.ask(`query($id: ID!) { oudernetwerk(id: $id) { ${SHOWN} } }`, { id });
  return {
    id,
    uuid,
    first: oudernetwerk.trekkerschappen.nodes[1].id as string,
    second: nodeId('Trekkerschap', second),
    membership: nodeId('Membership', membership),
    public: { leader, co, goes, stays },
  };
}

const split = (input: object) =>
  scene.run('oudernetwerkSplit', input, `oudernetwerk { ${SHOWN} } new { ${SHOWN} }`);
const person = (id: string) => ({ id: nodeId('Person', id) });

test('a part with its own trekker and members goes on as a network of its own', async () => {
  const { id, second, membership, public: of } = await made();
  const {
    oudernetwerk,
    new: part,
    errors,
  } = await split({
    id,
    new: { name: 'Netwerk Zuid' },
    on: '2026-11-01',
    memberIds: [membership],
    trekkerIds: [second],
  });
  expect(errors).toEqual([]);
  expect(part).toMatchObject({
    name: 'Netwerk Zuid',
    status: 'ACTIVE',
    activeFrom: '2026-11-01',
    sectors: ['PO'],
    predecessors: [{ predecessor: { id }, kind: 'SPLIT', fromDay: '2026-11-01' }],
    // their tenure goes on
    trekkerschappen: {
      nodes: [
        {
          person: person(of.co),
          period: { from: '2026-11-01', until: null },
          tenure: { from: '2025-07-01', until: null },
        },
      ],
    },
    caretakerships: { nodes: [] },
    members: { nodes: [{ person: person(of.goes), period: { from: '2026-11-01', until: null } }] },
  });
  expect(oudernetwerk).toMatchObject({
    status: 'ACTIVE',
    successors: [{ successor: { id: part.id }, kind: 'SPLIT' }],
    trekkerschappen: {
      nodes: [
        { endReason: null, period: { from: '2025-07-01', until: '2026-10-31' } },
        { person: person(of.leader), period: { until: null } },
      ],
    },
    members: { nodes: [{ person: person(of.stays) }] },
    successionPlans: { nodes: [] },
  });
});

test('cover holds in both: a caretaker for the part, and for what is left behind', async () => {
  const { id, first, second } = await made();
  const caretakerId = nodeId('Organisation', await scene.make.organisation(scene.region));
  const { oudernetwerk, new: part } = await split({
    id,
    new: { name: 'Zonder trekker' },
    trekkerIds: [first, second],
    caretakerId,
  });
  expect(part.caretakerships.nodes).toEqual([
    { standby: false, organisation: { id: caretakerId }, period: { from: '2026-11-25', until: null } },
  ]);
  expect(oudernetwerk.caretakerships.nodes).toMatchObject([
    { standby: true, period: { from: '2026-11-25', until: null } },
  ]);
  // nobody leads it any more: somebody is sought
  expect(oudernetwerk.successionPlans.nodes).toEqual([{ status: 'SEEKING', trekkerschap: { id: first } }]);
  const alone = await split({ id, new: { name: 'Alleen' } });
  expect(alone.new.caretakerships.nodes).toMatchObject([{ standby: true }]);
});

test('whoever is still to begin begins in the part, and what is expected of them is said there', async () => {
  const { id } = await made();
  const personId = nodeId('Person', await scene.make.person(scene.region));
  const { trekkerschap } = await scene.run(
    'trekkerschapStart',
    { oudernetwerkId: id, personId, from: '2026-12-05' },
    'trekkerschap { id }',
  );
  const { new: part } = await split({ id, new: { name: 'Deel' }, trekkerIds: [trekkerschap.id] });
  expect(part.trekkerschappen.nodes).toMatchObject([{ id: trekkerschap.id }]);
  await expectStoredIsFresh(scene.service);
});

test('a change of role that is planned goes along, and whoever stays plans theirs as before', async () => {
  const { id, first, second, public: of } = await made();
  for (const [trekker, role] of [
    [second, 'TREKKER'],
    [first, 'CO_TREKKER'],
  ]) {
    const changed = await scene.run('trekkerschapChangeRole', { id: trekker, role, on: '2027-01-01' });
    expect(changed.errors).toEqual([]);
  }
  const { oudernetwerk, new: part } = await split({ id, new: { name: 'Met plannen' }, trekkerIds: [second] });
  const tenure = { from: '2025-07-01', until: null };
  const [next, now] = part.trekkerschappen.nodes;
  expect([next, now]).toMatchObject([
    { person: person(of.co), period: { from: '2027-01-01', until: null }, tenure },
    { person: person(of.co), period: { from: '2026-11-25', until: '2026-12-31' }, endReason: null, tenure },
  ]);
  expect([part, oudernetwerk]).toMatchObject([
    { trekkerschappen: { nodes: [{}, {}] }, caretakerships: { nodes: [] } },
    { caretakerships: { nodes: [] } },
  ]);
  const { nodes: left } = oudernetwerk.trekkerschappen;
  expect(left.filter(({ period }: { period: { until: string | null } }) => !period.until)).toMatchObject([
    { person: person(of.leader), period: { from: '2027-01-01' } },
  ]);
  const { errors } = await scene.run('trekkerschapAnnul', { id: next.id, reason: 'Toch niet' });
  expect(errors).toEqual([]);
  const after = await scene.ask(`query($id: ID!) { oudernetwerk(id: $id) { ${SHOWN} } }`, { id: part.id });
  expect(after.oudernetwerk).toMatchObject({
    trekkerschappen: { nodes: [{ id: now.id, period: { from: '2026-11-25', until: null }, tenure }] },
    caretakerships: { nodes: [] },
  });
});

test('it is refused whole', async () => {
  const { id, membership, second } = await made();
  const other = await made();
  const over = nodeId(
    'Membership',
    await scene.make.membership(other.uuid, await scene.make.person(scene.region), '[2025-01-01,2025-02-01)'),
  );
  const forming = nodeId('Oudernetwerk', await scene.make.network(scene.region));
  const base = { id, new: { name: 'Deel' } };
  for (const [input, expected] of [
    [{ ...base, new: { name: ' ' } }, ['REQUIRED', 'input', 'new', 'name']],
    [{ ...base, new: { name: 'Deel', sectors: [] } }, ['REQUIRED', 'input', 'new', 'sectors']],
    [{ ...base, on: '2026-11-26' }, ['DATE_OUT_OF_RANGE', 'input', 'on']],
    [{ ...base, on: '2025-06-01' }, ['DATE_OUT_OF_RANGE', 'input', 'on']],
    [{ ...base, memberIds: [membership, membership] }, ['DUPLICATE_VALUE', 'input', 'memberIds']],
    [{ ...base, memberIds: [other.membership] }, ['NOT_IN_NETWORK', 'input', 'memberIds', '0']],
    [{ ...base, id: other.id, memberIds: [over] }, ['ALREADY_ENDED', 'input', 'memberIds', '0']],
    [{ ...base, trekkerIds: [second, other.second] }, ['NOT_IN_NETWORK', 'input', 'trekkerIds', '1']],
    [{ ...base, id: forming }, ['NETWORK_NOT_ACTIVE', 'input', 'id']],
  ] as const) {
    expect(await scene.refused('oudernetwerkSplit', input)).toEqual([expected]);
  }
  await scene.run('oudernetwerkEnd', { id, on: '2027-07-31', reason: 'Klaar' });
  expect(await scene.refused('oudernetwerkSplit', base)).toEqual([['NETWORK_ENDED', 'input', 'id']]);
});
