import { nodeId } from '../../kernel/node-id.js';
import { Makers } from '../../testing/makers/makers.js';
import { startTestService, type TestService } from '../../testing/test-service.js';

let service: TestService;
let make: Makers;
let region: string;
let elsewhere: string;

beforeAll(async () => {
  service = await startTestService();
  make = new Makers(service.owner);
  region = await make.region('JZ06');
  elsewhere = await make.region('JZ22');
  await make.account('coordinator', { role: 'COORDINATOR', regionId: region });
  await make.account('neighbour', { role: 'COORDINATOR', regionId: elsewhere });
  await make.account('admin', { role: 'ADMIN' });
});
afterAll(() => service.close());

const NO_CARE = { title: 'Koffie', kind: 'CAFE', on: '2026-11-20' };

/** A network of the region that was touched, and therefore assessed; its trekker's plan says when they stop. */
async function network(stopsOn: string | null, activity = true, of = region): Promise<string> {
  const person = await make.person(of);
  const id = await make.network(of, { activeFrom: '2026-01-01', ledBy: person });
  const oudernetwerkId = nodeId('Oudernetwerk', id);
  const coordinator = of === region ? 'coordinator' : 'neighbour';
  const { rows } = await service.owner.query('select id from trekkerschappen where oudernetwerk_id = $1', [
    id,
  ]);
  if (activity) await done(coordinator, 'activityRecord', { oudernetwerkId, ...NO_CARE });
  const plannedEnd = stopsOn && { on: stopsOn, reason: 'PERSONAL' };
  await done(coordinator, 'trekkerschapPlanEnd', { id: nodeId('Trekkerschap', rows[0].id), plannedEnd });
  return oudernetwerkId;
}

async function done(as: string, mutation: string, input: object): Promise<void> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const { data, errors } = await service.ask(
    as,
    `mutation ($input: ${type}!) { ${mutation}(input: $input) { errors { code message } } }`,
    { input },
  );
  expect([errors, data?.[mutation].errors]).toEqual([undefined, []]);
}

async function worklist(as: string, args = ''): Promise<{ subject: { id: string }; snoozedUntil: string }[]> {
  const { data, errors } = await service.ask(
    as,
    `{ worklist${args} { nodes { subject { id } band dueOn snoozedUntil snoozeReason reasons { code message } } totalCount } }`,
  );
  expect(errors).toBeUndefined();
  expect(data.worklist.totalCount).toBe(data.worklist.nodes.length);
  return data.worklist.nodes;
}

const subjects = async (as: string, args = '') => (await worklist(as, args)).map(({ subject }) => subject.id);

async function snooze(as: string, input: object) {
  const { data, errors } = await service.ask(
    as,
    `mutation ($input: WorkItemSnoozeInput!) {
      workItemSnooze(input: $input) { workItem { snoozedUntil snoozeReason } errors { code path } } }`,
    { input },
  );
  return errors ?? data.workItemSnooze;
}

test('the worst comes first, and of equals what is due first; nobody sees a list of elsewhere', async () => {
  const [later, quiet, soon, sooner, far] = [
    await network('2027-04-01'),
    await network(null),
    await network('2027-01-31'),
    await network('2027-01-15'),
    await network('2026-12-01', true, elsewhere),
  ];
  expect(await subjects('coordinator')).toEqual([sooner, soon, later, quiet]);
  expect(await subjects('neighbour')).toEqual([far]);
  expect(await subjects('admin')).toEqual([far, sooner, soon, later, quiet]);
  expect(await subjects('admin', `(regionId: "${nodeId('Region', elsewhere)}")`)).toEqual([far]);
  expect(await subjects('coordinator', `(regionId: "${nodeId('Region', elsewhere)}")`)).toEqual([]);
});

test('a snoozed item comes back after its day, when it gets worse, or when somebody puts it back', async () => {
  const id = await network('2027-10-30');
  const listed = async () => (await subjects('coordinator')).includes(id);
  const putOff = { subjectId: id, until: '2026-12-31', reason: 'Gesprek staat al gepland' };
  expect(await listed()).toBe(true);

  expect(await snooze('coordinator', putOff)).toEqual({
    workItem: { snoozedUntil: '2026-12-31', snoozeReason: 'Gesprek staat al gepland' },
    errors: [],
  });
  expect(await listed()).toBe(false);
  const all = await worklist('coordinator', '(snoozed: true)');
  expect(all.find(({ subject }) => subject.id === id)?.snoozedUntil).toBe('2026-12-31');

  await snooze('coordinator', { subjectId: id, until: null });
  expect(await listed()).toBe(true);

  await snooze('coordinator', putOff);
  service.travelTo('2026-12-31T22:59:00Z');
  expect(await listed()).toBe(false);
  service.travelTo('2026-12-31T23:00:00Z'); // a new year in Amsterdam
  expect(await listed()).toBe(true);
  service.travelTo('2026-11-25T10:00:00Z');
  expect(await listed()).toBe(false);

  const { rows } = await service.owner.query(
    `select t.id from trekkerschappen t join work_items w using (oudernetwerk_id) where w.subject_id = $1`,
    [Buffer.from(id, 'base64url').toString().split(':')[1]],
  );
  const plannedEnd = { on: '2026-12-10', reason: 'MOVED' };
  await done('coordinator', 'trekkerschapPlanEnd', { id: nodeId('Trekkerschap', rows[0].id), plannedEnd });
  expect(await listed()).toBe(true);
});

test('a refused snooze leaves no row', async () => {
  const id = await network('2027-09-30');
  const count = async () =>
    (await service.owner.query('select count(*)::int as n from work_item_snoozes')).rows[0].n;
  const before = await count();
  const until = '2026-12-31';
  const wrong: [object, string][] = [
    [{ subjectId: id, until }, 'REQUIRED'],
    [{ subjectId: id, until: '2026-11-24', reason: 'x' }, 'DATE_OUT_OF_RANGE'],
    [{ subjectId: id, until: '2027-11-26', reason: 'x' }, 'DATE_OUT_OF_RANGE'],
    [{ subjectId: nodeId('Oudernetwerk', region), until, reason: 'x' }, 'NOT_FOUND'],
  ];
  for (const [input, code] of wrong) {
    expect((await snooze('coordinator', input)).errors).toMatchObject([{ code }]);
  }
  const hidden = await snooze('neighbour', { subjectId: id, until, reason: 'x' });
  expect(hidden.errors).toMatchObject([{ code: 'NOT_FOUND' }]);
  expect(await snooze('admin', { subjectId: id, until, reason: 'x' })).toMatchObject([
    { extensions: { code: 'FORBIDDEN' } },
  ]);
  expect(await count()).toBe(before);
});
