import { v7 as uuid } from 'uuid';
import { nodeId } from '../../../kernel/node-id.js';
import { startTestService } from '../../../testing/test-service.js';
import { NetworkScene } from '../../oudernetwerken/testing/network-scene.js';

let scene: NetworkScene;
let accounts: Record<string, string>;

beforeAll(async () => {
  scene = await NetworkScene.begin(await startTestService());
  const { make, region } = scene;
  await make.account('colleague', { role: 'COORDINATOR', regionId: region });
  await make.account('country', { role: 'COORDINATOR', regionId: await make.region('NL') });
  await make.account('secretary', { role: 'SECRETARY', regionId: region });
  await make.account('gone', { role: 'COORDINATOR', regionId: region });
  const { rows } = await scene.service.owner.query('select id, subject from accounts');
  accounts = Object.fromEntries(rows.map(({ id, subject }) => [subject, nodeId('Colleague', id)]));
});
afterAll(() => scene.service.close());

/** A network that needs somebody. */
async function work(): Promise<string> {
  const id = await scene.active();
  await scene.run('oudernetwerkUpdate', { id, patch: { sectors: ['PO', 'VO'] } });
  return id;
}
const assign = (input: object, as?: string) =>
  scene.run('workItemAssign', input, 'workItem { assignee { id displayName } }', as);

async function mine(as: string): Promise<string[]> {
  const { worklist } = await scene.ask(
    '{ worklist(mine: true, first: 100) { totalCount nodes { subject { id } } } }',
    {},
    as,
  );
  expect(worklist.totalCount).toBe(worklist.nodes.length);
  return worklist.nodes.map(({ subject }: { subject: { id: string } }) => subject.id);
}
const assigneeOf = async (id: string, as: string) =>
  (
    await scene.ask('{ worklist(first: 100) { nodes { subject { id } assignee { displayName } } } }', {}, as)
  ).worklist.nodes.find(({ subject }: { subject: { id: string } }) => subject.id === id)?.assignee;

test('colleagues are those who coordinate the region today, told to each other only', async () => {
  const QUERY = 'query($id: ID!) { region(id: $id) { colleagues { id displayName } } }';
  const of = async (as: string) =>
    (await scene.ask(QUERY, { id: scene.regionId }, as)).region.colleagues.map(
      ({ displayName }: { displayName: string }) => displayName,
    );
  expect(await of('coordinator')).toEqual(['colleague', 'coordinator', 'country', 'gone']);
  expect(await of('neighbour')).toEqual([]);
  expect(await of('secretary')).toEqual([]);
});

test('an item is given to a colleague, taken by oneself, and put back', async () => {
  const subjectId = await work();
  const given = await assign({ subjectId, assigneeId: accounts.colleague });
  expect(given).toEqual({
    workItem: { assignee: { id: accounts.colleague, displayName: 'colleague' } },
    errors: [],
  });
  expect(await mine('colleague')).toEqual([subjectId]);
  expect(await mine('coordinator')).toEqual([]);
  await assign({ subjectId, assigneeId: accounts.coordinator });
  expect([await mine('colleague'), await mine('coordinator')]).toEqual([[], [subjectId]]);
  await assign({ subjectId });
  expect([await mine('coordinator'), await assigneeOf(subjectId, 'coordinator')]).toEqual([[], null]);
});

test('the same again leaves no trace', async () => {
  const subjectId = await work();
  const input = { subjectId, assigneeId: accounts.colleague };
  await assign(input);
  expect(await scene.refused('workItemAssign', input)).toEqual([]);
  expect(await scene.refused('workItemAssign', { subjectId: await work() })).toEqual([]);
  const handed = { regionId: scene.regionId, fromId: accounts.country, toId: accounts.colleague };
  expect(await scene.refused('workItemsAssign', handed)).toEqual([]);
  const nobody = { ...handed, fromId: nodeId('Colleague', uuid()) };
  expect(await scene.refused('workItemsAssign', nobody)).toEqual([['NOT_FOUND', 'input', 'fromId']]);
});

test('it goes to nobody who does not coordinate the region, whether they are there or not', async () => {
  const subjectId = await work();
  for (const assigneeId of [accounts.neighbour, accounts.secretary, nodeId('Colleague', uuid())]) {
    expect(await scene.refused('workItemAssign', { subjectId, assigneeId })).toEqual([
      ['NOT_FOUND', 'input', 'assigneeId'],
    ]);
    const handed = { regionId: scene.regionId, fromId: accounts.coordinator, toId: assigneeId };
    expect(await scene.refused('workItemsAssign', handed)).toEqual([['NOT_FOUND', 'input', 'toId']]);
  }
});

test('all work of a coordinator who has left is handed over, and nothing of elsewhere', async () => {
  const [one, other, kept] = [await work(), await work(), await work()];
  for (const subjectId of [one, other]) await assign({ subjectId, assigneeId: accounts.gone });
  await assign({ subjectId: kept, assigneeId: accounts.country });
  await scene.service.owner.query(
    `update account_roles set period = '[2020-01-01,2026-11-25)'
     where account_id = (select id from accounts where subject = 'gone')`,
  );
  const handed = { fromId: accounts.gone, toId: accounts.coordinator };
  const elsewhere = { ...handed, regionId: nodeId('Region', scene.elsewhere), toId: accounts.neighbour };
  expect(await scene.refused('workItemsAssign', elsewhere, 'neighbour')).toEqual([
    ['NOT_FOUND', 'input', 'fromId'],
  ]);
  expect((await assigneeOf(one, 'coordinator')).displayName).toBe('gone');
  const { errors } = await scene.run('workItemsAssign', { ...handed, regionId: scene.regionId });
  expect(errors).toEqual([]);
  expect((await mine('coordinator')).sort()).toEqual([one, other].sort());
  expect(await mine('country')).toContain(kept);
});

test('only coordinators of the region are told', async () => {
  const subjectId = await work();
  await assign({ subjectId, assigneeId: accounts.colleague });
  await scene.make.account('admin', { role: 'ADMIN' });
  expect(await assigneeOf(subjectId, 'admin')).toBeNull();
  expect((await assigneeOf(subjectId, 'country')).displayName).toBe('colleague');
});

test('what is done is nobody’s any more', async () => {
  const subjectId = await work();
  await assign({ subjectId, assigneeId: accounts.colleague });
  expect(await mine('colleague')).toContain(subjectId);
  const uuid = Buffer.from(subjectId, 'base64url').toString().split(':')[1];
  await scene.service.owner.query('delete from work_items where subject_id = $1', [uuid]);
  expect(await mine('colleague')).not.toContain(subjectId);
});
