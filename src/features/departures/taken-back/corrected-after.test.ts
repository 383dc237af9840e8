import { nodeId } from '../../../kernel/node-id.js';
import { expectStoredIsFresh, renewAll } from '../../../testing/stored-is-fresh.js';
import { startTestService } from '../../../testing/test-service.js';
import { unchanged } from '../../../testing/unchanged.js';
import { DepartureScene } from '../testing/departure-scene.js';

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

const STOPS = { kind: 'STOPS_EVERYTHING', on: '2026-11-20' };
const reason = 'Was niet gestopt';

async function errors(mutation: string, input: object): Promise<unknown[]> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation($input: ${type}!) { done: ${mutation}(input: $input) { errors { code path } } }`;
  return (await scene.ask(query, { input })).done.errors;
}

async function done(mutation: string, input: object): Promise<void> {
  expect([mutation, await errors(mutation, input)]).toEqual([mutation, []]);
}

/** A network with one trekker, who is a member of it too. */
async function led() {
  const personId = await scene.make.person(scene.region);
  const network = await scene.make.network(scene.region, { activeFrom: '2026-01-01', ledBy: personId });
  await scene.make.membership(network, personId);
  await renewAll(scene.service);
  return { personId, network };
}
type Led = Awaited<ReturnType<typeof led>>;

/** Their role in it, by its id; the last one. */
async function role({ network }: Led, table: 'trekkerschappen' | 'memberships'): Promise<string> {
  const [last] = await scene.rows<{ id: string }>(
    `select id from ${table} where oudernetwerk_id = $1 order by period desc limit 1`,
    network,
  );
  return nodeId(table === 'memberships' ? 'Membership' : 'Trekkerschap', last!.id);
}

async function stops(who: Led, on: string): Promise<void> {
  await done('trekkerschapEnd', { id: await role(who, 'trekkerschappen'), on, reason: 'OTHER' });
  await done('membershipEnd', { id: await role(who, 'memberships'), on });
}

async function correct(who: Led, patch: { until?: string | null; personId?: string }): Promise<void> {
  const led = patch.until ? { ...patch, endReason: 'MOVED' } : patch;
  await done('trekkerschapCorrect', { id: await role(who, 'trekkerschappen'), reason, patch: led });
  await done('membershipCorrect', { id: await role(who, 'memberships'), reason, patch });
}

/** Who leads the network, takes part in it, looks after it and is sought for it. */
async function all({ network }: Led): Promise<string[]> {
  const rows = await scene.rows<{ what: string }>(
    `select 'leads ' || period || coalesce(' ' || end_reason, '') as what from trekkerschappen where oudernetwerk_id = $1
     union all select 'member ' || period from memberships where oudernetwerk_id = $1
     union all select 'stands by ' || period from caretakerships where oudernetwerk_id = $1
     union all select concat_ws(' ', 'sought', opened_because, target_on) from succession_plans
       where oudernetwerk_id = $1 and closed_on is null
     order by 1`,
    network,
  );
  return rows.map(({ what }) => what);
}

const LED = ['leads [2026-01-01,)', 'member [2026-01-01,)'];
const STOPPED = [
  'leads [2026-01-01,2026-11-21) PERSONAL',
  'member [2026-01-01,2026-11-21)',
  'sought DEPARTURE 2026-11-20',
  'stands by [2026-11-21,)',
];

test('whoever stops with everything does so with what they had not stopped with before, as if that had been on record', async () => {
  const [known, corrected] = [await led(), await led()];
  await scene.depart(known.personId, STOPS);
  expect(await all(known)).toEqual(STOPPED);

  await stops(corrected, '2026-10-31');
  await scene.depart(corrected.personId, STOPS);
  await correct(corrected, { until: null });
  expect(await all(corrected)).toEqual(STOPPED);
  for (const who of [known, corrected]) {
    expect((await scene.takeBack(who.personId)).errors).toEqual([]);
    expect(await all(who)).toEqual(LED);
  }
});

test('also where it is said to end later, as it does once they do not stop after all', async () => {
  const who = await led();
  await stops(who, '2026-10-31');
  await scene.depart(who.personId, STOPS);
  await correct(who, { until: '2027-03-31' });
  expect(await all(who)).toEqual(STOPPED);
  expect((await scene.takeBack(who.personId)).errors).toEqual([]);
  expect(await all(who)).toEqual([
    'leads [2026-01-01,2027-04-01) MOVED',
    'member [2026-01-01,2027-04-01)',
    'sought DEPARTURE 2027-03-31',
    'stands by [2027-04-01,)',
  ]);
});

test('an earlier last day is that day, and what they do in spite of it is simply theirs', async () => {
  const earlier = await led();
  await stops(earlier, '2026-10-31');
  await scene.depart(earlier.personId, STOPS);
  await correct(earlier, { until: '2026-11-10' });
  expect(await all(earlier)).toContain('member [2026-01-01,2026-11-11)');

  const anyway = await led();
  await scene.depart(anyway.personId, STOPS);
  await correct(anyway, { until: null });
  expect(await all(anyway)).toEqual(LED);
});

test('what was somebody else’s was so until they stopped with everything', async () => {
  const who = await led();
  const right = await scene.make.person(scene.region);
  await scene.depart(right, STOPS);
  await correct(who, { personId: nodeId('Person', right) });
  expect(await all(who)).toEqual(STOPPED);
  expect((await scene.takeBack(right)).errors).toEqual([]);
  expect(await all(who)).toEqual(LED);
});

test('in a network that is to end it does so too, and with it where they did not stop', async () => {
  const who = await led();
  await stops(who, '2026-10-31');
  await scene.depart(who.personId, STOPS);
  const id = nodeId('Oudernetwerk', who.network);
  await done('oudernetwerkEnd', { id, on: '2027-06-30', reason: 'De school sluit' });
  await correct(who, { until: '2027-05-31' });
  expect(await all(who)).toContain('member [2026-01-01,2026-11-21)');
  expect((await scene.takeBack(who.personId)).errors).toEqual([]);
  expect(await all(who)).toContain('member [2026-01-01,2027-06-01)');
});

/** They lead the network, or take part in it, from a day on. */
async function takesUp({ personId, network }: Led, from: string): Promise<void> {
  const who = { oudernetwerkId: nodeId('Oudernetwerk', network), personId: nodeId('Person', personId), from };
  await done('trekkerschapStart', { ...who, role: 'TREKKER' });
  await done('membershipStart', who);
}

test.each([null, '2027-03-31'])(
  'what they took up again since is not in the way of a last day that is said to be %s',
  async (until) => {
    const who = await led();
    await stops(who, '2026-10-31');
    await scene.depart(who.personId, STOPS);
    const [trekkerschap, membership] = [await role(who, 'trekkerschappen'), await role(who, 'memberships')];
    await takesUp(who, '2026-12-01');
    const patch = { until };
    const endReason = until && 'MOVED';
    await done('trekkerschapCorrect', { id: trekkerschap, reason, patch: { ...patch, endReason } });
    await done('membershipCorrect', { id: membership, reason, patch });
    const both = [
      'leads [2026-01-01,2026-11-21) PERSONAL',
      'leads [2026-12-01,)',
      'member [2026-01-01,2026-11-21)',
      'member [2026-12-01,)',
      'stands by [2026-11-21,2026-12-01)',
    ];
    expect(await all(who)).toEqual(both);
    expect((await scene.takeBack(who.personId)).errors).toEqual([]);
    expect(await all(who)).toEqual(both);
  },
);

test('what they took up before they stopped is', async () => {
  const who = await led();
  await stops(who, '2026-10-31');
  const [trekkerschap, membership] = [await role(who, 'trekkerschappen'), await role(who, 'memberships')];
  await takesUp(who, '2026-11-10');
  await scene.depart(who.personId, STOPS);
  const patch = { until: null };
  for (const [mutation, id] of [
    ['trekkerschapCorrect', trekkerschap],
    ['membershipCorrect', membership],
  ] as const) {
    const refused = await unchanged(scene.service.owner, () => errors(mutation, { id, reason, patch }));
    expect(refused).toEqual([{ code: 'PERIOD_TAKEN', path: ['input', 'patch'] }]);
  }
});

test('whoever died has not gone on', async () => {
  const who = await led();
  await stops(who, '2026-10-31');
  await scene.depart(who.personId, { on: '2026-11-20' });
  const patch = { until: null };
  for (const [mutation, table] of [
    ['trekkerschapCorrect', 'trekkerschappen'],
    ['membershipCorrect', 'memberships'],
  ] as const) {
    const id = await role(who, table);
    const refused = await unchanged(scene.service.owner, () => errors(mutation, { id, reason, patch }));
    expect(refused).toEqual([{ code: 'PERSON_DECEASED', path: ['input', 'patch', 'until'] }]);
  }
});
