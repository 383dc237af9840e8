import { nodeId } from '../../../kernel/node-id.js';
import { expectStoredIsFresh, renewAll } from '../../../testing/stored-is-fresh.js';
import { startTestService } from '../../../testing/test-service.js';
import { NetworkScene } from '../testing/network-scene.js';

const PERIOD = 'period { from until }';
const SHOWN = `query($id: ID!) { oudernetwerk(id: $id) {
  trekkerschappen { nodes { id person { id } role endReason ${PERIOD} tenure { from } } }
  caretakerships { nodes { standby } }
  members(on: "2026-12-01") { nodes { id person { id } ${PERIOD} } }
  support(on: "2026-12-01") { id hoursPerMonth ${PERIOD} } } }`;
const NOBODYS = `select id from oudernetwerken where not isempty(uncovered_days(id))`;
const reason = 'Samen sterker';

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

const shown = async (id: string) => (await scene.ask(SHOWN, { id })).oudernetwerk;
const leadsTo = async (id: string) =>
  (await scene.ask('query($id: ID!) { node(id: $id) { id } }', { id })).node?.id ?? null;
const done = async (mutation: string, input: object) =>
  expect([mutation, (await scene.run(mutation, input)).errors]).toEqual([mutation, []]);
const person = () => scene.make.person(scene.region);

/** Networks, the last of which takes the others in. */
async function networks(count: number) {
  const made = [];
  for (let n = 0; n < count; n++) {
    const uuid = await scene.make.network(scene.region, { activeFrom: '2024-01-01', ledBy: await person() });
    made.push({ uuid, id: nodeId('Oudernetwerk', uuid) });
  }
  return made;
}
const merge = (ids: readonly string[], into: string) => done('oudernetwerkMerge', { ids, into, reason });

/** Somebody who was a member of one, and by mistake is of the other as well. */
async function members(real = '[2024-02-01,)', wrong = '[2026-03-01,)') {
  const [from, into] = (await networks(2)) as [{ uuid: string; id: string }, { uuid: string; id: string }];
  const who = await person();
  const [its, mistaken] = [
    nodeId('Membership', await scene.make.membership(from.uuid, who, real)),
    nodeId('Membership', await scene.make.membership(into.uuid, who, wrong)),
  ];
  await merge([from.id], into.id);
  return { who, into, its, mistaken };
}
const listed = async (id: string) =>
  (await shown(id)).members.nodes.map((each: { id: string; period: object }) => [each.id, each.period]);

test('the id of a member who is gone by a merge leads to the one who stands for it', async () => {
  const { its, mistaken } = await members();
  expect(await leadsTo(its)).toBe(mistaken);
  expect(await scene.refused('membershipAnnul', { id: its, reason })).toEqual([['CORRECTED', 'input', 'id']]);
});

test('a mistaken member that never was leaves the real one, and that one is taken back by itself', async () => {
  const { into, its, mistaken } = await members();
  await done('membershipAnnul', { id: mistaken, reason });
  expect(await listed(into.id)).toEqual([[its, { from: '2024-02-01', until: null }]]);
  expect([await leadsTo(its), await leadsTo(mistaken)]).toEqual([its, null]);
  await done('membershipAnnul', { id: its, reason });
  expect(await listed(into.id)).toEqual([]);
});

test('a mistaken member who was somebody else leaves the real one too', async () => {
  const { into, its, mistaken } = await members();
  const other = nodeId('Person', await person());
  await done('membershipCorrect', { id: mistaken, reason, patch: { personId: other } });
  expect(new Map(await listed(into.id))).toEqual(
    new Map([
      [its, { from: '2024-02-01', until: null }],
      [await leadsTo(mistaken), { from: '2026-03-01', until: null }],
    ]),
  );
});

test('what the mistaken one was corrected to stands for the real one as well; what ended since has ended', async () => {
  const { into, its, mistaken } = await members();
  await done('membershipCorrect', { id: mistaken, reason, patch: { from: '2024-05-01' } });
  const corrected = (await leadsTo(mistaken))!;
  expect(await leadsTo(its)).toBe(corrected);
  await done('membershipEnd', { id: corrected, on: '2026-12-20' });
  await done('membershipAnnul', { id: corrected, reason });
  expect(await listed(into.id)).toEqual([[its, { from: '2024-02-01', until: '2026-12-20' }]]);
});

test('members of two networks that went up in a third are one member without the mistaken one', async () => {
  const [first, second, into] = (await networks(3)) as [
    { uuid: string; id: string },
    { uuid: string; id: string },
    { uuid: string; id: string },
  ];
  const who = await person();
  const one = nodeId('Membership', await scene.make.membership(first.uuid, who, '[2025-02-01,)'));
  const other = nodeId(
    'Membership',
    await scene.make.membership(second.uuid, who, '[2024-07-01,2027-02-01)'),
  );
  const mistaken = nodeId('Membership', await scene.make.membership(into.uuid, who, '[2026-03-01,)'));
  await merge([first.id, second.id], into.id);
  await done('membershipAnnul', { id: mistaken, reason });
  expect(await listed(into.id)).toEqual([[other, { from: '2024-07-01', until: null }]]);
  expect(await leadsTo(one)).toBe(other);
  await done('membershipAnnul', { id: other, reason });
  expect(await listed(into.id)).toEqual([[one, { from: '2025-02-01', until: null }]]);
});

test('support in two is for the hours of the real one again', async () => {
  const [from, into] = (await networks(2)) as [{ uuid: string; id: string }, { uuid: string; id: string }];
  const who = await scene.make.organisation(scene.region);
  const its = nodeId('SupportArrangement', await scene.make.support(from.uuid, who, '[2025-02-01,)'));
  const mistaken = nodeId('SupportArrangement', await scene.make.support(into.uuid, who, '[2026-01-01,)'));
  await merge([from.id], into.id);
  expect(await leadsTo(its)).toBe(mistaken);
  await done('supportAnnul', { id: mistaken, reason });
  expect((await shown(into.id)).support).toEqual([
    { id: its, hoursPerMonth: 8, period: { from: '2025-02-01', until: null } },
  ]);
});

test('mistaken support by another organisation is for its own days and hours; what was prolonged since is', async () => {
  const [from, into] = (await networks(2)) as [{ uuid: string; id: string }, { uuid: string; id: string }];
  const { make, region } = scene;
  const [who, other] = [
    await make.organisation(region),
    nodeId('Organisation', await make.organisation(region)),
  ];
  const its = nodeId('SupportArrangement', await make.support(from.uuid, who, '[2025-02-01,2026-12-15)'));
  const mistaken = nodeId(
    'SupportArrangement',
    await make.support(into.uuid, who, '[2026-01-01,2026-12-20)'),
  );
  await merge([from.id], into.id);
  await done('supportCorrect', { id: mistaken, reason, patch: { until: '2027-06-30' } });
  const joint = (await leadsTo(mistaken))!;
  await done('supportCorrect', { id: joint, reason, patch: { organisationId: other } });
  const shownSupport: { id: string }[] = (await shown(into.id)).support;
  expect(shownSupport).toHaveLength(2);
  expect(shownSupport).toEqual(
    expect.arrayContaining([
      { id: its, hoursPerMonth: 8, period: { from: '2025-02-01', until: '2027-06-30' } },
      { id: await leadsTo(joint), hoursPerMonth: 8, period: { from: '2026-01-01', until: '2027-06-30' } },
    ]),
  );
});

/** Who led one, and by mistake leads the other as well. */
async function trekkers(wrong = '[2026-05-01,)') {
  const { make, region } = scene;
  const [who, id] = [await person(), await make.network(region, { activeFrom: '2024-01-01' })];
  const from = await make.network(region, { activeFrom: '2023-09-01', ledBy: who });
  const mistaken = nodeId('Trekkerschap', await make.trekkerschap(id, who, wrong, 'CO_TREKKER'));
  const into = nodeId('Oudernetwerk', id);
  await merge([nodeId('Oudernetwerk', from)], into);
  return { who: nodeId('Person', who), into, from: nodeId('Oudernetwerk', from), mistaken };
}

test('a mistaken trekker that never was: who led the one that went up goes on, in their tenure', async () => {
  const { who, into, from, mistaken } = await trekkers();
  await done('trekkerschapAnnul', { id: mistaken, reason });
  const { trekkerschappen } = await shown(into);
  expect(trekkerschappen.nodes).toMatchObject([
    {
      person: { id: who },
      role: 'TREKKER',
      period: { from: '2026-11-26', until: null },
      tenure: { from: '2023-09-01' },
    },
  ]);
  expect((await shown(from)).trekkerschappen.nodes).toMatchObject([
    { endReason: null, period: { from: '2023-09-01', until: '2026-11-25' } },
  ]);
  // that one is annulled as any other, and comes back no more
  await done('trekkerschapAnnul', { id: trekkerschappen.nodes[0].id, reason });
  expect(await shown(into)).toMatchObject({
    trekkerschappen: { nodes: [] },
    caretakerships: { nodes: [{ standby: true }] },
  });
});

test('the same where the mistaken trekker was somebody else', async () => {
  const { who, into, mistaken } = await trekkers();
  const other = nodeId('Person', await person());
  await done('trekkerschapCorrect', { id: mistaken, reason, patch: { personId: other } });
  const { nodes } = (await shown(into)).trekkerschappen;
  expect(nodes).toHaveLength(2);
  expect(nodes).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ person: { id: other }, period: { from: '2026-05-01', until: null } }),
      expect.objectContaining({ person: { id: who }, period: { from: '2026-11-26', until: null } }),
    ]),
  );
});

test('where they have a last day on record, that is put right first', async () => {
  const { into, mistaken } = await trekkers();
  await done('trekkerschapEnd', { id: mistaken, on: '2027-01-31', reason: 'PERSONAL' });
  expect(await scene.refused('trekkerschapAnnul', { id: mistaken, reason })).toEqual([
    ['BUILT_UPON', 'input', 'id'],
  ]);
  await done('trekkerschapContinue', { id: mistaken });
  await done('trekkerschapAnnul', { id: mistaken, reason });
  expect((await shown(into)).trekkerschappen.nodes).toHaveLength(1);
});
