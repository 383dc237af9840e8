import { nodeId } from '../../../kernel/node-id.js';
import { expectStoredIsFresh, renewAll } from '../../../testing/stored-is-fresh.js';
import { NOW, startTestService } from '../../../testing/test-service.js';
import { NetworkScene } from '../testing/network-scene.js';

const PERIOD = 'period { from until }';
const SHOWN = `query($id: ID!) { oudernetwerk(id: $id) { id status endedOn endReason endKind lastActivityOn
  endTasks { task } predecessors { predecessor { id } kind fromDay } successors { successor { id } kind fromDay }
  trekkerschappen { nodes { id person { id } endReason ${PERIOD} tenure { from until } } }
  caretakerships { nodes { standby ${PERIOD} } }
  members(on: "2026-12-01") { nodes { id person { id } ${PERIOD} } }
  support(on: "2026-12-01") { id hoursPerMonth ${PERIOD} } activities { totalCount }
  continuity { findings { code } } successionPlans { nodes { id status trekkerschap { id } candidates { id } } } } }`;
const NOBODYS = `select id from oudernetwerken where not isempty(uncovered_days(id))`;

let scene: NetworkScene;

beforeAll(async () => {
  scene = await NetworkScene.begin(await startTestService());
});
afterEach(async () => {
  scene.service.travelTo(NOW);
  expect((await scene.service.owner.query(NOBODYS)).rows).toEqual([]);
});
afterAll(() => scene.service.close());

const shown = async (id: string) => (await scene.ask(SHOWN, { id })).oudernetwerk;
const done = async (mutation: string, input: object) =>
  expect([mutation, (await scene.run(mutation, input)).errors]).toEqual([mutation, []]);
const network = (of = scene.region) =>
  scene.make
    .network(of, { activeFrom: '2026-01-01' })
    .then((uuid) => ({ uuid, id: nodeId('Oudernetwerk', uuid) }));
const reason = 'Samen sterker';

/** Two networks: one that is led, and one with a caretaker. */
async function two() {
  const { make, region } = scene;
  const [leader, member, both] = [
    await make.person(region),
    await make.person(region),
    await make.person(region),
  ];
  const uuid = await make.network(region, { activeFrom: '2023-09-01', ledBy: leader });
  const merged = { uuid, id: nodeId('Oudernetwerk', uuid) };
  const into = await network();
  return { merged, into, leader: nodeId('Person', leader), people: { leader, member, both } };
}

test('members, support and activities move; doubles join', async () => {
  const { merged, into, people } = await two();
  const { make } = scene;
  const [helps, helpsBoth] = [await make.organisation(scene.region), await make.organisation(scene.region)];
  const moved = await make.membership(merged.uuid, people.member, '[2024-01-01,)');
  await make.membership(merged.uuid, people.both, '[2024-02-01,)');
  const kept = await make.membership(into.uuid, people.both, '[2026-03-01,)');
  const past = await make.membership(merged.uuid, await make.person(scene.region), '[2024-01-01,2025-01-01)');
  const support = await make.support(merged.uuid, helps, '[2025-01-01,)');
  await make.support(merged.uuid, helpsBoth, '[2025-02-01,)');
  const joint = await make.support(into.uuid, helpsBoth, '[2026-01-01,)');
  await make.activity(merged.uuid, '2026-11-03');
  await make.activity(into.uuid, '2026-10-01');
  await done('oudernetwerkMerge', { ids: [merged.id], into: into.id, reason });
  const { members, support: supported, ...rest } = await shown(into.id);
  expect(rest).toMatchObject({ activities: { totalCount: 2 }, lastActivityOn: '2026-11-03' });
  expect(members.nodes.map(({ id, period }: never) => [id, period])).toEqual(
    expect.arrayContaining([
      [nodeId('Membership', moved), { from: '2024-01-01', until: null }],
      [nodeId('Membership', kept), { from: '2024-02-01', until: null }],
    ]),
  );
  expect(members.nodes).toHaveLength(2);
  expect(supported).toEqual(
    expect.arrayContaining([
      {
        id: nodeId('SupportArrangement', support),
        hoursPerMonth: 8,
        period: { from: '2025-01-01', until: null },
      },
      {
        id: nodeId('SupportArrangement', joint),
        hoursPerMonth: 16,
        period: { from: '2025-02-01', until: null },
      },
    ]),
  );
  // what was over stays where it was
  const { rows } = await scene.service.owner.query('select id from memberships where oudernetwerk_id = $1', [
    merged.uuid,
  ]);
  expect(rows).toEqual([{ id: past }]);
  expect(await shown(merged.id)).toMatchObject({
    status: 'ENDED',
    endedOn: '2026-11-25',
    endReason: reason,
    endKind: 'MERGED',
    endTasks: [{ task: 'TELL_MEMBERS' }, { task: 'HAND_OVER_FILES' }],
    successors: [{ successor: { id: into.id }, kind: 'MERGED', fromDay: '2026-11-26' }],
  });
  expect(rest.predecessors).toEqual([
    { predecessor: { id: merged.id }, kind: 'MERGED', fromDay: '2026-11-26' },
  ]);
  await renewAll(scene.service);
  await expectStoredIsFresh(scene.service);
});

test('a trekker goes on in it, with their tenure and the search for their successor', async () => {
  const { merged, into, leader } = await two();
  const [trekker] = (await shown(merged.id)).trekkerschappen.nodes;
  const plannedEnd = { on: '2027-06-30', reason: 'PERSONAL' };
  await done('trekkerschapPlanEnd', { id: trekker.id, plannedEnd });
  const { successionPlan } = await scene.run(
    'successionOpen',
    { trekkerschapId: trekker.id },
    'successionPlan { id }',
  );
  const candidate = nodeId('Person', await scene.make.person(scene.region));
  await done('candidateAdd', { planId: successionPlan.id, personId: candidate, readiness: 'NOW' });
  await done('oudernetwerkMerge', { ids: [merged.id], into: into.id, on: '2026-11-20', reason });
  const after = await shown(into.id);
  expect(after.trekkerschappen.nodes).toMatchObject([
    { person: { id: leader }, period: { from: '2026-11-21', until: null }, tenure: { from: '2023-09-01' } },
  ]);
  expect(after.caretakerships.nodes).toEqual([
    { standby: true, period: { from: '2026-01-01', until: '2026-11-20' } },
  ]);
  expect(after.successionPlans.nodes).toMatchObject([
    { id: successionPlan.id, status: 'SEEKING', trekkerschap: { id: after.trekkerschappen.nodes[0].id } },
  ]);
  expect(after.successionPlans.nodes[0].candidates).toHaveLength(1);
  // a tenure over the guideline of three years, though not in this network
  expect(after.continuity.findings.map(({ code }: { code: string }) => code)).toContain('LONG_TENURE');
  expect((await shown(merged.id)).trekkerschappen.nodes).toMatchObject([
    { endReason: null, period: { from: '2023-09-01', until: '2026-11-20' }, tenure: { from: '2023-09-01' } },
  ]);
  await renewAll(scene.service);
  await expectStoredIsFresh(scene.service);
});

test('who leads both, leads the one that is left as before', async () => {
  const { merged, into, people } = await two();
  const own = await scene.make.trekkerschap(into.uuid, people.leader, '[2026-05-01,)', 'CO_TREKKER');
  await done('oudernetwerkMerge', { ids: [merged.id], into: into.id, reason });
  expect((await shown(into.id)).trekkerschappen.nodes).toMatchObject([
    { id: nodeId('Trekkerschap', own), period: { from: '2026-05-01', until: null } },
  ]);
  expect((await shown(merged.id)).trekkerschappen.nodes).toMatchObject([{ endReason: 'OTHER' }]);
});

test('who was to begin in it begins in the other one', async () => {
  const { merged, into } = await two();
  const next = await scene.make.trekkerschap(
    merged.uuid,
    await scene.make.person(scene.region),
    '[2027-02-01,)',
  );
  await done('oudernetwerkMerge', { ids: [merged.id], into: into.id, reason });
  expect((await shown(into.id)).trekkerschappen.nodes[0]).toMatchObject({
    id: nodeId('Trekkerschap', next),
    period: { from: '2027-02-01', until: null },
  });
});

test('it is refused whole', async () => {
  const { merged, into } = await two();
  const ended = await network();
  await done('oudernetwerkEnd', { id: ended.id, on: '2026-11-20', reason: 'Klaar' });
  const ending = await network();
  await done('oudernetwerkEnd', { id: ending.id, on: '2027-11-20', reason: 'Klaar' });
  const forming = nodeId('Oudernetwerk', await scene.make.network(scene.region));
  const elsewhere = await network(scene.elsewhere);
  const base = { into: into.id, reason };
  for (const [input, expected] of [
    [{ ...base, ids: [] }, ['REQUIRED', 'input', 'ids']],
    [{ ...base, ids: [merged.id, merged.id] }, ['DUPLICATE_VALUE', 'input', 'ids']],
    [{ ...base, ids: [into.id] }, ['DUPLICATE_VALUE', 'input', 'ids', '0']],
    [{ ...base, ids: [merged.id], reason: ' ' }, ['REQUIRED', 'input', 'reason']],
    [{ ...base, ids: [merged.id, ended.id] }, ['NETWORK_ENDED', 'input', 'ids', '1']],
    [{ ...base, ids: [merged.id], into: ending.id }, ['NETWORK_ENDED', 'input', 'into']],
    [{ ...base, ids: [merged.id], into: forming }, ['NETWORK_NOT_ACTIVE', 'input', 'into']],
    [{ ...base, ids: [merged.id], on: '2026-11-26' }, ['DATE_OUT_OF_RANGE', 'input', 'on']],
    [{ ...base, ids: [merged.id], on: '2025-12-31' }, ['DATE_OUT_OF_RANGE', 'input', 'on']],
  ] as const) {
    expect(await scene.refused('oudernetwerkMerge', input)).toEqual([expected]);
  }
  // what is hidden is not there
  const hidden = { ids: [elsewhere.id], into: into.id, reason };
  expect(await scene.refused('oudernetwerkMerge', hidden, 'neighbour')).toEqual([
    ['NOT_FOUND', 'input', 'into'],
  ]);
  expect(await scene.refused('oudernetwerkMerge', hidden)).toEqual([['NOT_FOUND', 'input', 'ids', '0']]);
});

test('two who merge the other way round: one is first, and the other is told', async () => {
  await scene.make.account('colleague', { role: 'COORDINATOR', regionId: scene.region });
  for (let n = 0; n < 5; n++) {
    const { merged, into } = await two();
    const merge = (from: string, to: string, as: string) =>
      scene.run('oudernetwerkMerge', { ids: [from], into: to, reason }, '', as);
    const answers = await Promise.all([
      merge(merged.id, into.id, 'coordinator'),
      merge(into.id, merged.id, 'colleague'),
    ]);
    expect(answers.map(({ errors }) => errors.map(([code]: string[]) => code)).sort()).toEqual([
      [],
      ['NETWORK_ENDED'],
    ]);
  }
});

test('one that was to end goes up in it all the same, and what went up is not undone by its end', async () => {
  const { merged, into } = await two();
  await done('oudernetwerkEnd', { id: merged.id, on: '2027-07-31', reason: 'Klaar' });
  await done('oudernetwerkMerge', { ids: [merged.id], into: into.id, reason });
  expect(await shown(merged.id)).toMatchObject({ endedOn: '2026-11-25', endTasks: [{}, {}] });
  expect((await shown(into.id)).trekkerschappen.nodes).toMatchObject([{ period: { until: null } }]);
  scene.service.travelTo('2026-11-27T10:00:00Z');
  for (const mutation of ['oudernetwerkEndAnnul', 'oudernetwerkEndCorrect']) {
    const input = {
      id: merged.id,
      reason,
      ...(mutation.endsWith('Correct') && { patch: { reason: 'Anders' } }),
    };
    expect(await scene.refused(mutation, input)).toEqual([['BUILT_UPON', 'input', 'id']]);
  }
  expect(await scene.refused('oudernetwerkMerge', { ids: [merged.id], into: into.id, reason })).toEqual([
    ['NETWORK_ENDED', 'input', 'ids', '0'],
  ]);
});
