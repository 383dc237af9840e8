import { nodeId } from '../../../kernel/node-id.js';
import { expectStoredIsFresh, renewAll } from '../../../testing/stored-is-fresh.js';
import { type Json, startTestService } from '../../../testing/test-service.js';
import { DepartureScene, type Involved } from '../testing/departure-scene.js';

let scene: DepartureScene;

beforeAll(async () => {
  scene = await DepartureScene.begin(await startTestService());
});
afterAll(() => scene.service.close());
afterEach(async () => {
  const nobodys = 'select id from oudernetwerken where not isempty(uncovered_days(id))';
  expect(await scene.rows(nobodys)).toEqual([]);
  await expectStoredIsFresh(scene.service);
});

async function done(mutation: string, input: object): Promise<Json> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation($input: ${type}!) { done: ${mutation}(input: $input) { ids errors { code path } } }`;
  const answer = (await scene.ask(query, { input })).done;
  expect([mutation, answer.errors]).toEqual([mutation, []]);
  return answer;
}

const reason = 'Samen sterker';

/** What they do by now, and where. */
function roles(personId: string): Promise<string[]> {
  return scene
    .rows<{ role: string }>(
      `select role from (
         select 'leads ' || n.name || ' ' || t.period as role from trekkerschappen t join oudernetwerken n on n.id = oudernetwerk_id
           where person_id = $1
         union all
         select 'member ' || n.name || ' ' || m.period from memberships m join oudernetwerken n on n.id = oudernetwerk_id
           where person_id = $1
         union all
         select 'seat ' || a.period from seat_appointments a where person_id = $1 and seat_id = any ($2)) r
       order by role`,
      personId,
      seats,
    )
    .then((rows) => rows.map(({ role }) => role));
}

let seats: string[];

/** Somebody who leads a network, is a member of it and holds a seat; and a network that is led by nobody. */
async function leading() {
  const who = await scene.involved();
  seats = [who.seat];
  await scene.rows(`update oudernetwerken set name = 'Elders' where region_id = $1`, scene.elsewhere);
  const into = await scene.make.network(scene.region, { activeFrom: '2026-01-01', name: 'Samen' });
  const last = await scene.make.network(scene.region, { activeFrom: '2026-01-01', name: 'Allen' });
  await scene.rows('update oudernetwerken set name = $1 where id = $2', 'Noord', who.network);
  await renewAll(scene.service);
  return { ...who, into, last };
}

async function merge(from: string, into: string, on?: string): Promise<void> {
  const [ids, target] = [[nodeId('Oudernetwerk', from)], nodeId('Oudernetwerk', into)];
  await done('oudernetwerkMerge', { ids, into: target, reason, on });
}

const atHome = async ({ personId }: Involved) =>
  (await roles(personId)).filter((role) => !role.includes('Elders'));

describe.each(['DECEASED', 'STOPS_EVERYTHING'])('what ended by %s goes on', (kind) => {
  const departed = { kind, on: '2026-11-20' };

  test('where it was recorded otherwise since', async () => {
    const who = await leading();
    await scene.depart(who.personId, departed);
    const from = '2026-02-01';
    for (const [mutation, id] of [
      ['trekkerschapCorrect', nodeId('Trekkerschap', who.led)],
      ['membershipCorrect', nodeId('Membership', who.membership)],
      ['seatAppointmentCorrect', nodeId('SeatAppointment', who.appointment)],
    ] as const) {
      // of a death that a role says by itself, another test speaks
      await done(mutation, { id, reason, patch: { from } });
    }
    expect((await scene.takeBack(who.personId)).errors).toEqual([]);
    expect(await atHome(who)).toEqual([
      'leads Noord [2026-02-01,)',
      'member Noord [2026-02-01,)',
      'seat [2026-02-01,)',
    ]);
  });

  test('in the other role in which they were by then', async () => {
    const who = await leading();
    await scene.depart(who.personId, { kind });
    const role = { id: nodeId('Trekkerschap', who.led), role: 'CO_TREKKER', on: '2026-11-01' };
    await done('trekkerschapChangeRole', role);
    expect((await scene.takeBack(who.personId)).errors).toEqual([]);
    expect(await atHome(who)).toEqual([
      'leads Noord [2026-01-01,2026-11-01)',
      'leads Noord [2026-11-01,)',
      'member Noord [2026-01-01,)',
      'seat [2026-01-01,)',
    ]);
  });

  test('in the network in which theirs went up meanwhile, however often', async () => {
    const who = await leading();
    await scene.depart(who.personId, departed);
    await merge(who.network, who.into, '2026-11-22');
    await merge(who.into, who.last, '2026-11-24');
    expect((await scene.takeBack(who.personId)).errors).toEqual([]);
    expect(await atHome(who)).toEqual([
      'leads Allen [2026-11-25,)',
      'leads Noord [2026-01-01,2026-11-23)',
      'leads Samen [2026-11-23,2026-11-25)',
      'member Allen [2026-01-01,)',
      'seat [2026-01-01,)',
    ]);
    const tenures = await scene.rows(
      `select count(*)::int as parts, count(end_reason)::int as ends from tenure_of($1)`,
      who.led,
    );
    expect(tenures).toEqual([{ parts: 3, ends: 0 }]);
  });

  test('in the other role, too, in which they were to be by then', async () => {
    const who = await leading();
    const role = { id: nodeId('Trekkerschap', who.led), role: 'CO_TREKKER', on: '2027-01-01' };
    await done('trekkerschapChangeRole', role);
    await scene.depart(who.personId, { kind });
    await merge(who.network, who.into, '2026-11-25');
    expect((await scene.takeBack(who.personId)).errors).toEqual([]);
    const tenure = await scene.rows(
      'select period::text, role, end_reason from tenure_of($1) order by period',
      who.led,
    );
    expect(tenure).toEqual([
      { period: '[2026-01-01,2026-11-26)', role: 'TREKKER', end_reason: null },
      { period: '[2026-11-26,2027-01-01)', role: 'TREKKER', end_reason: null },
      { period: '[2027-01-01,)', role: 'CO_TREKKER', end_reason: null },
    ]);
  });

  test('in the network in which theirs had gone up before that day', async () => {
    const who = await leading();
    await scene.depart(who.personId, departed);
    await merge(who.network, who.into, '2026-11-10');
    expect((await scene.takeBack(who.personId)).errors).toEqual([]);
    expect(await atHome(who)).toEqual([
      'leads Noord [2026-01-01,2026-11-11)',
      'leads Samen [2026-11-11,)',
      'member Samen [2026-01-01,)',
      'seat [2026-01-01,)',
    ]);
  });

  test('in the part of it with which they had gone', async () => {
    const who = await leading();
    await scene.depart(who.personId, departed);
    await done('oudernetwerkSplit', {
      id: nodeId('Oudernetwerk', who.network),
      new: { name: 'Deel' },
      on: '2026-11-10',
      memberIds: [nodeId('Membership', who.membership)],
      trekkerIds: [nodeId('Trekkerschap', who.led)],
    });
    expect((await scene.takeBack(who.personId)).errors).toEqual([]);
    expect(await atHome(who)).toEqual([
      'leads Deel [2026-11-10,)',
      'leads Noord [2026-01-01,2026-11-10)',
      'member Deel [2026-11-10,)',
      'member Noord [2026-01-01,2026-11-10)',
      'seat [2026-01-01,)',
    ]);
  });

  test('once, where they lead that network already', async () => {
    const who = await leading();
    await scene.make.trekkerschap(who.into, who.personId, '[2026-05-01,)', 'CO_TREKKER');
    await scene.make.membership(who.into, who.personId, '[2026-06-01,)');
    await renewAll(scene.service);
    await scene.depart(who.personId, departed);
    await merge(who.network, who.into);
    expect((await scene.takeBack(who.personId)).errors).toEqual([]);
    expect(await atHome(who)).toEqual([
      'leads Noord [2026-01-01,2026-11-26)',
      'leads Samen [2026-05-01,)',
      'member Noord [2026-01-01,2026-11-26)',
      'member Samen [2026-06-01,)',
      'seat [2026-01-01,)',
    ]);
  });
});

test('not where its end was recorded otherwise', async () => {
  const who = await leading();
  await scene.depart(who.personId, { kind: 'STOPS_EVERYTHING', on: '2026-11-20' });
  const id = nodeId('Membership', who.membership);
  await done('membershipCorrect', { id, reason, patch: { until: '2026-10-31' } });
  expect((await scene.takeBack(who.personId)).errors).toEqual([]);
  expect(await atHome(who)).toContain('member Noord [2026-01-01,2026-11-01)');
});
