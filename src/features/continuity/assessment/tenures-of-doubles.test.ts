import { nodeId } from '../../../kernel/node-id.js';
import { expectRulesHold, expectStoredIsFresh, renewAll } from '../../../testing/stored-is-fresh.js';
import { startTestService } from '../../../testing/test-service.js';
import { NetworkScene } from '../../oudernetwerken/testing/network-scene.js';

const reason = 'Samen sterker';

let scene: NetworkScene;

beforeAll(async () => {
  scene = await NetworkScene.begin(await startTestService());
});
afterEach(async () => {
  await expectRulesHold(scene.service);
  await expectStoredIsFresh(scene.service);
});
afterAll(() => scene.service.close());

const person = () => scene.make.person(scene.region);
const id = (network: string) => nodeId('Oudernetwerk', network);
const role = (uuid: string) => nodeId('Trekkerschap', uuid);
const network = (from: string) => scene.make.network(scene.region, { activeFrom: from });
async function done(mutation: string, input: object): Promise<void> {
  expect([mutation, (await scene.run(mutation, input)).errors]).toEqual([mutation, []]);
}
const merge = (from: string, into: string, on = '2026-11-20') =>
  done('oudernetwerkMerge', { ids: [id(from)], into: id(into), reason, on });

interface Led {
  readonly who: string;
  readonly from: string;
  readonly into: string;
  /** in the network that goes up, and in the one that goes on */
  readonly ended: string;
  readonly goes: string;
}
/** Somebody leads two networks from two days, of which one goes up in the other. */
async function double(inOne: string, inOther: string): Promise<Led> {
  const who = await person();
  const [from, into] = [await network('2020-01-01'), await network('2020-01-01')];
  const ended = await scene.make.trekkerschap(from, who, inOne);
  const goes = await scene.make.trekkerschap(into, who, inOther);
  await renewAll(scene.service);
  return { who, from, into, ended, goes };
}

const tenures = async (...roles: readonly string[]) =>
  Promise.all(
    roles.map(async (uuid) => {
      const { node } = await scene.ask(
        'query($id: ID!) { node(id: $id) { ... on Trekkerschap { tenure { from until } } } }',
        { id: role(uuid) },
      );
      return [node.tenure.from, node.tenure.until];
    }),
  );
async function judged(network: string, on?: string) {
  const { oudernetwerk } = await scene.ask(
    `query($id: ID!, $on: Date) { oudernetwerk(id: $id) { continuity(on: $on) { findings { code since } }
       forecast(months: 1) { tenures } } }`,
    { id: id(network), on },
  );
  const { continuity, forecast } = oudernetwerk;
  return {
    since: Object.fromEntries(
      continuity.findings.map((each: { code: string; since: string }) => [each.code, each.since]),
    ),
    tenures: forecast[0].tenures as number,
  };
}
/** The networks whose trekkers stop by a day. */
async function stopsBy(day: string, who: string) {
  const { trekkerOuders } = await scene.ask(
    `query($filter: TrekkerOuderFilter) { trekkerOuders(filter: $filter, first: 100) { nodes { id } } }`,
    { filter: { stopsUntil: day } },
  );
  return trekkerOuders.nodes.some((each: { id: string }) => each.id === nodeId('Person', who));
}

test('what was led longest counts for guideline and statistics, and nobody has left', async () => {
  const { from, into, ended, goes, who } = await double('[2020-03-01,)', '[2025-09-01,)');
  const before = await judged(into);
  expect(before.since).not.toHaveProperty('LONG_TENURE');
  await merge(from, into);
  const after = await judged(into);
  expect(after.since).toMatchObject({ LONG_TENURE: '2023-03-01', SINGLE_TREKKER: expect.anything() });
  expect(after.tenures).toBe(before.tenures - 1);
  expect(await tenures(ended, goes)).toEqual([
    ['2020-03-01', null],
    ['2020-03-01', null],
  ]);
  expect(await stopsBy('2026-11-30', who)).toBe(false);
});

test('the one that goes on began first: it counts as before', async () => {
  const { from, into, ended, goes } = await double('[2025-09-01,)', '[2020-03-01,)');
  const before = await judged(into);
  await merge(from, into);
  const after = await judged(into);
  expect(after.since).toEqual(before.since);
  expect(after.tenures).toBe(before.tenures - 1);
  expect(await tenures(ended, goes)).toEqual([
    ['2020-03-01', null],
    ['2020-03-01', null],
  ]);
});

test('on the day of the merge they lead it once', async () => {
  const { from, into } = await double('[2025-03-01,)', '[2025-09-01,)');
  await merge(from, into, '2026-11-25');
  expect((await judged(into)).since).toHaveProperty('SINGLE_TREKKER');
});

test.each([
  ['it was over before', '[2020-03-01,2025-06-01)'],
  ['it was over on a day before the merge', '[2020-03-01,2026-11-20)'],
])('what ended by itself is a tenure by itself: %s', async (_what, days) => {
  const { from, into, ended, goes } = await double(days, '[2025-09-01,)');
  await merge(from, into);
  expect(await tenures(ended, goes)).toEqual([
    ['2020-03-01', days.slice(12, 22) === '2025-06-01' ? '2025-05-31' : '2026-11-19'],
    ['2025-09-01', null],
  ]);
});

test('over a break in the one that goes on', async () => {
  const { who, from, into, ended, goes } = await double('[2022-03-01,)', '[2025-09-01,)');
  const first = await scene.make.trekkerschap(into, who, '[2021-01-01,2023-01-01)');
  await merge(from, into);
  expect(await tenures(first, ended, goes)).toEqual(Array(3).fill(['2021-01-01', null]));
});

test('in a role that begins on the day after, and in another role after that', async () => {
  const { who, from, into, ended, goes } = await double('[2022-03-01,)', '[2026-11-21,)');
  await merge(from, into);
  await done('trekkerschapChangeRole', { id: role(goes), role: 'CO_TREKKER', on: '2026-11-24' });
  const { rows } = await scene.service.owner.query<{ id: string }>(
    'select id from trekkerschappen where person_id = $1 order by period',
    [who],
  );
  expect(rows).toHaveLength(3);
  expect(await tenures(ended, ...rows.map((each) => each.id))).toEqual(Array(4).fill(['2022-03-01', null]));
});

test('through two networks that go up, one after the other, on one day', async () => {
  const { who, from, into: middle, ended, goes } = await double('[2020-03-01,)', '[2023-01-01,)');
  const last = await network('2020-01-01');
  const lasting = await scene.make.trekkerschap(last, who, '[2025-09-01,)');
  await renewAll(scene.service);
  const before = await judged(last);
  await merge(from, middle);
  await merge(middle, last);
  const after = await judged(last);
  expect(after.since).toMatchObject({ LONG_TENURE: '2023-03-01' });
  expect(after.tenures).toBe(before.tenures - 2);
  expect(await tenures(ended, goes, lasting)).toEqual(Array(3).fill(['2020-03-01', null]));
});

test('in what parted from the one that goes on', async () => {
  const { from, into, goes, who } = await double('[2020-03-01,)', '[2025-09-01,)');
  await merge(from, into);
  await done('oudernetwerkSplit', {
    id: id(into),
    new: { name: 'Deel' },
    on: '2026-11-24',
    trekkerIds: [role(goes)],
  });
  const { rows } = await scene.service.owner.query<{ id: string; network: string }>(
    `select id, oudernetwerk_id as network from trekkerschappen where person_id = $1 and lower(period) = '2026-11-24'`,
    [who],
  );
  expect(await tenures(rows[0]!.id)).toEqual([['2020-03-01', null]]);
  expect((await judged(rows[0]!.network)).since).toMatchObject({ LONG_TENURE: '2023-03-01' });
});

test('one of them never was: what is left counts by itself', async () => {
  const one = await double('[2020-03-01,)', '[2025-09-01,)');
  await merge(one.from, one.into);
  await done('trekkerschapAnnul', { id: role(one.ended), reason });
  expect(await tenures(one.goes)).toEqual([['2025-09-01', null]]);
  expect((await judged(one.into)).since).not.toHaveProperty('LONG_TENURE');

  const other = await double('[2020-03-01,)', '[2025-09-01,)');
  await merge(other.from, other.into);
  await done('trekkerschapAnnul', { id: role(other.goes), reason });
  expect(await tenures(other.ended)).toEqual([['2020-03-01', null]]);
  expect((await judged(other.into)).since).toMatchObject({ LONG_TENURE: '2023-03-01' });
});

test('somebody else’s line is not touched', async () => {
  const { from, into } = await double('[2020-03-01,)', '[2025-09-01,)');
  const [alone, beside] = [await person(), await person()];
  const goes = await scene.make.trekkerschap(from, alone, '[2021-01-01,)', 'CO_TREKKER');
  const stays = await scene.make.trekkerschap(into, beside, '[2022-01-01,)', 'CO_TREKKER');
  await merge(from, into);
  expect(await tenures(goes, stays)).toEqual([
    ['2021-01-01', null],
    ['2022-01-01', null],
  ]);
});

test('reminders and calendars know the last day by what they knew it by', async () => {
  const { from, into, ended, goes } = await double('[2020-03-01,)', '[2025-09-01,)');
  await merge(from, into);
  const { rows } = await scene.service.owner.query(
    `select first_of_tenure(t.id) as told, calendar_day('TREKKERSCHAP_END', t.id, '2026-11-25')::text as day
     from unnest($1::uuid[]) with ordinality asked (id, place) join trekkerschappen t using (id) order by place`,
    [[ended, goes]],
  );
  expect(rows).toEqual([
    { told: ended, day: '2026-11-20' },
    { told: goes, day: '2023-02-28' },
  ]);
});
