import { nodeId } from '../../../kernel/node-id.js';
import { expectStoredIsFresh, renewAll } from '../../../testing/stored-is-fresh.js';
import { NOW, startTestService } from '../../../testing/test-service.js';
import { NetworkScene } from '../testing/network-scene.js';

const PERIOD = 'period { from until }';
const SHOWN = `query($id: ID!) { oudernetwerk(id: $id) { status endedOn endReason endTasks { task doneOn }
  trekkerschappen { nodes { id endReason ${PERIOD} predecessor { id } } }
  caretakerships { nodes { standby ${PERIOD} } }
  members(on: "2026-11-25") { nodes { id ${PERIOD} } } support(on: "2026-11-25") { id ${PERIOD} }
  continuity { band securedUntil findings { code dueOn } }
  successionPlans { nodes { id status stopReason trekkerschap { id } } } } }`;
const reason = 'Vergissing';

let scene: NetworkScene;

beforeAll(async () => {
  scene = await NetworkScene.begin(await startTestService());
});
afterEach(() => scene.service.travelTo(NOW));
afterAll(() => scene.service.close());

/** Led since January, with a member and support, and a trekker who is to begin in October. */
async function made() {
  const { make, region } = scene;
  const [leader, later] = [await make.person(region), await make.person(region)];
  const network = await make.network(region, { activeFrom: '2026-01-01', ledBy: leader });
  const next = await make.trekkerschap(network, later, '[2027-10-01,)', 'CO_TREKKER');
  await make.membership(network, leader);
  await make.support(network, await make.organisation(region));
  await renewAll(scene.service);
  return { network, leader, later, next, id: nodeId('Oudernetwerk', network) };
}

const shown = async (id: string) => (await scene.ask(SHOWN, { id })).oudernetwerk;
const done = async (mutation: string, input: object) =>
  expect([mutation, (await scene.run(mutation, input)).errors]).toEqual([mutation, []]);
const codes = ({ continuity }: { continuity: { findings: { code: string }[] } }) =>
  continuity.findings.map(({ code }) => code);

test('a planned end: until that day it is there and led, and every role ends with it', async () => {
  const { id } = await made();
  await done('oudernetwerkEnd', { id, on: '2027-07-31', reason: 'De school sluit' });
  const planned = await shown(id);
  const period = { from: '2026-01-01', until: '2027-07-31' };
  expect(planned).toMatchObject({
    status: 'ACTIVE',
    endedOn: '2027-07-31',
    endReason: 'De school sluit',
    trekkerschappen: { nodes: [{ endReason: 'OTHER', period }] },
    members: { nodes: [{ period }] },
    support: [{ period }],
    caretakerships: { nodes: [] },
    continuity: { securedUntil: '2027-07-31' },
  });
  expect(planned.trekkerschappen.nodes).toHaveLength(1);
  // nobody is sought for what comes after it
  expect(codes(planned)).not.toContain('NO_SUCCESSOR');
  expect(codes(planned)).toContain('NETWORK_ENDS');
  const ahead = 'query($id: ID!, $on: Date!) { oudernetwerk(id: $id) { continuity(on: $on) { band } } }';
  const bandOn = async (on: string) => (await scene.ask(ahead, { id, on })).oudernetwerk.continuity.band;
  expect([await bandOn('2027-07-30'), await bandOn('2027-07-31')]).toEqual(['AT_RISK', 'UNKNOWN']);
  await expectStoredIsFresh(scene.service);
  scene.service.travelTo('2027-07-30T10:00:00Z');
  expect((await shown(id)).status).toBe('ACTIVE');
  scene.service.travelTo('2027-07-31T10:00:00Z');
  expect((await shown(id)).status).toBe('ENDED');
  expect(await scene.refused('oudernetwerkContinue', { id })).toEqual([['ALREADY_ENDED', 'input', 'id']]);
});

test('it is taken back: everything goes on as it was, with the same ids', async () => {
  const { id } = await made();
  const { endTasks: _, ...before } = await shown(id);
  await done('oudernetwerkEnd', { id, on: '2027-07-31', reason: 'De school sluit' });
  await done('oudernetwerkEnd', { id, on: '2027-03-31', reason: 'Eerder' });
  await done('oudernetwerkContinue', { id });
  expect(await shown(id)).toEqual({ ...before, endTasks: [] });
  await expectStoredIsFresh(scene.service);
  expect(await scene.refused('oudernetwerkContinue', { id })).toEqual([['NO_END_RECORDED', 'input', 'id']]);
});

test('whoever was to go on in another role after it ends with it, and goes on again without it', async () => {
  const { id } = await made();
  const { trekkerschappen } = await shown(id);
  const leads = trekkerschappen.nodes.find(
    ({ period }: { period: { from: string } }) => period.from < '2027',
  );
  await done('trekkerschapChangeRole', { id: leads.id, role: 'CO_TREKKER', on: '2027-08-01' });
  const { endTasks: _, ...before } = await shown(id);
  await done('oudernetwerkEnd', { id, on: '2027-07-31', reason: 'De school sluit' });
  expect((await shown(id)).trekkerschappen.nodes).toEqual([
    { ...leads, endReason: 'OTHER', period: { from: '2026-01-01', until: '2027-07-31' } },
  ]);
  await done('oudernetwerkContinue', { id });
  expect(await shown(id)).toEqual({ ...before, endTasks: [] });
});

test('cover is owed until that day: who stops before it is followed by a caretaker, and is sought for', async () => {
  const { id } = await made();
  await done('oudernetwerkEnd', { id, on: '2027-07-31', reason: 'De school sluit' });
  const [trekker] = (await shown(id)).trekkerschappen.nodes;
  await done('trekkerschapEnd', { id: trekker.id, on: '2026-12-31', reason: 'MOVED' });
  const after = await shown(id);
  expect(after.caretakerships.nodes).toEqual([
    { standby: true, period: { from: '2027-01-01', until: '2027-07-31' } },
  ]);
  expect(after.successionPlans.nodes).toMatchObject([{ status: 'SEEKING' }]);
  expect(codes(after)).toContain('ENDS_SOON');
  // their own end stays when that of the network is taken back, and the caretaker goes on until the next begins
  await done('oudernetwerkContinue', { id });
  expect(await shown(id)).toMatchObject({
    caretakerships: { nodes: [{ standby: true, period: { from: '2027-01-01', until: '2027-09-30' } }] },
    trekkerschappen: { nodes: [{ period: { from: '2027-10-01', until: null } }, { endReason: 'MOVED' }] },
  });
  await expectStoredIsFresh(scene.service);
});

test('what begins before that day ends with it, and goes on without it; nothing begins after it', async () => {
  const { id } = await made();
  const personId = nodeId('Person', await scene.make.person(scene.region));
  await done('oudernetwerkEnd', { id, on: '2027-07-31', reason: 'De school sluit' });
  const { trekkerschap, errors } = await scene.run(
    'trekkerschapStart',
    { oudernetwerkId: id, personId, from: '2027-01-01' },
    `trekkerschap { id ${PERIOD} }`,
  );
  expect([errors, trekkerschap.period]).toEqual([[], { from: '2027-01-01', until: '2027-07-31' }]);
  expect(
    await scene.refused('trekkerschapStart', { oudernetwerkId: id, personId, from: '2027-08-01' }),
  ).toEqual([['NETWORK_ENDED', 'input', 'oudernetwerkId']]);
  expect(
    await scene.refused('membershipStart', { oudernetwerkId: id, personId, from: '2027-08-01' }),
  ).toEqual([['NETWORK_ENDED', 'input', 'oudernetwerkId']]);
  // in another role until the end
  const { started } = await scene.run(
    'trekkerschapChangeRole',
    { id: trekkerschap.id, role: 'CO_TREKKER', on: '2027-03-01' },
    `started { ${PERIOD} }`,
  );
  expect(started.period).toEqual({ from: '2027-03-01', until: '2027-07-31' });
  await done('oudernetwerkContinue', { id });
  expect(
    (await shown(id)).trekkerschappen.nodes.map(({ period }: { period: object }) => period),
  ).toContainEqual({
    from: '2027-03-01',
    until: null,
  });
});

test('a search for what comes after it stops, and goes on when the end is taken back', async () => {
  const { id } = await made();
  const [, trekker] = (await shown(id)).trekkerschappen.nodes;
  await done('trekkerschapPlanEnd', { id: trekker.id, plannedEnd: { on: '2028-01-31', reason: 'PERSONAL' } });
  await done('successionOpen', { trekkerschapId: trekker.id });
  await done('oudernetwerkEnd', { id, on: '2027-07-31', reason: 'De school sluit' });
  expect((await shown(id)).successionPlans.nodes).toMatchObject([
    { status: 'STOPPED', stopReason: 'Het netwerk is beëindigd.' },
  ]);
  expect(await scene.refused('successionOpen', { trekkerschapId: trekker.id })).toEqual([
    ['NETWORK_ENDED', 'input', 'trekkerschapId'],
  ]);
  await done('oudernetwerkContinue', { id });
  expect((await shown(id)).successionPlans.nodes).toMatchObject([{ status: 'SEEKING', stopReason: null }]);
});

test('tasks: on the worklist until they are done, also after its last day', async () => {
  const { id } = await made();
  await done('oudernetwerkEnd', { id, on: '2027-07-31', reason: 'De school sluit' });
  expect((await shown(id)).endTasks).toEqual([
    { task: 'TELL_MEMBERS', doneOn: null },
    { task: 'HAND_OVER_FILES', doneOn: null },
    { task: 'WHERE_MEMBERS_GO', doneOn: null },
  ]);
  await done('oudernetwerkEndTaskDone', { id, task: 'TELL_MEMBERS' });
  await done('oudernetwerkEndTaskDone', { id, task: 'HAND_OVER_FILES' });
  scene.service.travelTo('2027-08-01T10:00:00Z');
  await renewAll(scene.service, '2027-08-01T10:00:00Z');
  await expectStoredIsFresh(scene.service, '2027-08-01');
  const WORK = '{ worklist { nodes { subject { id } reasons { code message } } } }';
  const work = async () =>
    (await scene.ask(WORK)).worklist.nodes.filter(
      (item: { subject: { id: string } }) => item.subject.id === id,
    );
  expect(await work()).toEqual([
    {
      subject: { id },
      reasons: [
        {
          code: 'NETWORK_ENDS',
          message: 'De laatste dag van het netwerk: 31 juli 2027. Er is nog één ding te doen.',
        },
      ],
    },
  ]);
  await done('oudernetwerkEndTaskDone', { id, task: 'WHERE_MEMBERS_GO' });
  expect(await work()).toEqual([]);
  await expectStoredIsFresh(scene.service, '2027-08-01');
  expect((await shown(id)).endTasks[2].doneOn).toBe('2027-08-01');
});

test('an end that never happened: the ended network is as it was before', async () => {
  const { id } = await made();
  const before = await shown(id);
  await done('oudernetwerkEnd', { id, on: '2026-11-10', reason: 'Gestopt' });
  expect((await shown(id)).status).toBe('ENDED');
  expect(await scene.refused('oudernetwerkEndAnnul', { id, reason: ' ' })).toEqual([
    ['REQUIRED', 'input', 'reason'],
  ]);
  scene.service.travelTo('2026-12-20T10:00:00Z');
  await done('oudernetwerkEndAnnul', { id, reason });
  scene.service.travelTo(NOW);
  expect(await shown(id)).toEqual(before);
  await expectStoredIsFresh(scene.service, '2026-12-20');
  expect(await scene.refused('oudernetwerkEndAnnul', { id, reason })).toEqual([
    ['NO_END_RECORDED', 'input', 'id'],
  ]);
  const { rows } = await scene.service.owner.query(
    'select subject_type, reason from annulments where region_id = $1 order by annulled_at desc limit 1',
    [scene.region],
  );
  expect(rows).toEqual([{ subject_type: 'OudernetwerkEnd', reason }]);
});

test('who changes their role on the last day goes on in it where that end never happened', async () => {
  const { id } = await made();
  const tenures = (await shown(id)).trekkerschappen.nodes as { id: string; period: { from: string } }[];
  const led = tenures.find(({ period }) => period.from === '2026-01-01')!.id;
  await done('oudernetwerkEnd', { id, reason: 'Gestopt' });
  await done('trekkerschapChangeRole', { id: led, role: 'CO_TREKKER' });
  await done('oudernetwerkEndAnnul', { id, reason });
  const parts = (await shown(id)).trekkerschappen.nodes as { period: object; endReason: string | null }[];
  expect(parts).toContainEqual(
    expect.objectContaining({ period: { from: '2026-11-25', until: null }, endReason: null }),
  );
  await expectStoredIsFresh(scene.service);
});

test('another last day: everything that ended with it ends on that one', async () => {
  const { id } = await made();
  await done('oudernetwerkEnd', { id, on: '2026-11-10', reason: 'Gestopt' });
  await done('oudernetwerkEndCorrect', {
    id,
    reason,
    patch: { on: '2026-10-31', reason: 'Te weinig ouders' },
  });
  expect(await shown(id)).toMatchObject({
    endedOn: '2026-10-31',
    endReason: 'Te weinig ouders',
    trekkerschappen: { nodes: [{ period: { from: '2026-01-01', until: '2026-10-31' } }] },
  });
  expect(await scene.refused('oudernetwerkEndCorrect', { id, reason, patch: { on: '2025-12-31' } })).toEqual([
    ['DATE_OUT_OF_RANGE', 'input', 'patch', 'on'],
  ]);
  // nothing new leaves no trace
  expect(await scene.refused('oudernetwerkEndCorrect', { id, reason, patch: {} })).toEqual([]);
  const other = await scene.active();
  expect(await scene.refused('oudernetwerkEndCorrect', { id: other, reason, patch: {} })).toEqual([
    ['NO_END_RECORDED', 'input', 'id'],
  ]);
});

test('an activation that never was, or on another day', async () => {
  const network = await scene.make.network(scene.region);
  const id = nodeId('Oudernetwerk', network);
  await renewAll(scene.service);
  const before = await shown(id);
  await done('oudernetwerkActivate', { id, on: '2026-11-01' });
  await done('oudernetwerkActivationCorrect', { id, reason, patch: { on: '2026-10-01' } });
  expect((await shown(id)).caretakerships.nodes).toEqual([
    { standby: true, period: { from: '2026-10-01', until: null } },
  ]);
  expect(
    await scene.refused('oudernetwerkActivationCorrect', { id, reason, patch: { on: '2026-11-26' } }),
  ).toEqual([['DATE_OUT_OF_RANGE', 'input', 'patch', 'on']]);
  await done('oudernetwerkActivationAnnul', { id, reason });
  expect(await shown(id)).toEqual(before);
  await expectStoredIsFresh(scene.service);
  expect(await scene.refused('oudernetwerkActivationAnnul', { id, reason })).toEqual([
    ['NETWORK_NOT_ACTIVE', 'input', 'id'],
  ]);
  await done('oudernetwerkActivate', { id });
  await done('oudernetwerkEnd', { id, on: '2027-01-31', reason: 'Klaar' });
  expect(await scene.refused('oudernetwerkActivationAnnul', { id, reason })).toEqual([
    ['BUILT_UPON', 'input', 'id'],
  ]);
});
