import { nodeId } from '../../../kernel/node-id.js';
import { expectRulesHold, expectStoredIsFresh, renewAll } from '../../../testing/stored-is-fresh.js';
import { startTestService } from '../../../testing/test-service.js';
import { NetworkScene } from '../testing/network-scene.js';

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
async function done(mutation: string, input: object, selection = '', subject?: string) {
  const answer = await scene.run(mutation, input, selection, subject);
  expect([mutation, answer.errors]).toEqual([mutation, []]);
  return answer;
}
/** Goes up in it after a day in November. */
const merge = (from: string, into: string, on: number) =>
  done('oudernetwerkMerge', { ids: [id(from)], into: id(into), reason, on: `2026-11-${on}` });
const annul = (uuid: string, subject?: string) =>
  done('trekkerschapAnnul', { id: role(uuid), reason }, '', subject);

interface Led {
  readonly id: string;
  readonly period: string;
  readonly end_reason: string | null;
  readonly since: string;
}
/** What somebody leads a network as: from the first role on. */
async function led(network: string, who: string): Promise<Led[]> {
  const { rows } = await scene.service.owner.query<Led>(
    `select t.id, t.period::text, t.end_reason, (select min(lower(l.period))::text from tenure_of(t.id) l) as since
     from trekkerschappen t where t.oudernetwerk_id = $1 and t.person_id = $2 order by t.period`,
    [network, who],
  );
  return rows;
}
const periods = async (network: string, who: string) =>
  (await led(network, who)).map(({ period, end_reason, since }) => [period, end_reason, since]);

/** Networks that somebody else leads. */
async function networks<Count extends 1 | 2>(count: Count): Promise<string[] & { length: Count }> {
  const made = [];
  for (let n = 0; n < count; n++) {
    made.push(await scene.make.network(scene.region, { activeFrom: '2024-01-01', ledBy: await person() }));
  }
  return made as string[] & { length: Count };
}

test('a role that was planned for them, their absence and the search for who follows come back as well', async () => {
  const { make, region } = scene;
  const [who, candidate] = [await person(), await person()];
  const [into] = await networks(1);
  const from = await make.network(region, { activeFrom: '2023-09-01', ledBy: who });
  const wrong = await make.trekkerschap(into!, who, '[2026-05-01,)', 'CO_TREKKER');
  await renewAll(scene.service);
  const [now] = await led(from, who);
  const planned = { id: role(now!.id), role: 'CO_TREKKER', on: '2027-02-01' };
  const { started } = await done('trekkerschapChangeRole', planned, 'started { id }');
  await done('absenceRecord', { roleId: role(now!.id), from: '2026-11-02' });
  const search = await done('successionOpen', { trekkerschapId: started.id }, 'successionPlan { id }');
  const planId = search.successionPlan.id;
  await done('candidateAdd', { planId, personId: nodeId('Person', candidate), readiness: 'NOW' });
  await merge(from, into!, 20);
  await annul(wrong);
  expect(await periods(into!, who)).toEqual([
    ['[2026-11-21,2027-02-01)', null, '2023-09-01'],
    ['[2027-02-01,)', null, '2023-09-01'],
  ]);
  expect(await periods(from, who)).toEqual([['[2023-09-01,2026-11-21)', null, '2023-09-01']]);
  const { successionPlan } = await scene.ask(
    `query($id: ID!) { successionPlan: node(id: $id) { ... on SuccessionPlan { status oudernetwerk { id } trekkerschap { id }
       candidates { id } } } }`,
    { id: planId },
  );
  expect(successionPlan).toEqual({
    status: 'SEEKING',
    oudernetwerk: { id: id(into!) },
    trekkerschap: { id: started.id },
    candidates: [{ id: expect.any(String) }],
  });
  const { rows } = await scene.service.owner.query(
    'select oudernetwerk_id = $2 as here, period::text from absences where person_id = $1 order by period',
    [who, into],
  );
  expect(rows).toEqual([
    { here: false, period: '[2026-11-02,2026-11-21)' },
    { here: true, period: '[2026-11-21,)' },
  ]);
});

test('who was only to begin in it begins in the other one', async () => {
  const who = await person();
  const [from, into] = await networks(2);
  const next = await scene.make.trekkerschap(from!, who, '[2027-02-01,)');
  const wrong = await scene.make.trekkerschap(into!, who, '[2026-05-01,)', 'CO_TREKKER');
  await renewAll(scene.service);
  await merge(from!, into!, 20);
  expect(await led(from!, who)).toEqual([]);
  await annul(wrong);
  expect(await led(into!, who)).toEqual([
    { id: next, period: '[2027-02-01,)', end_reason: null, since: '2027-02-01' },
  ]);
});

/** Somebody leads one, and by mistake those in which it goes up; the first two go up in turn. */
async function chain(...wrongIn: readonly boolean[]) {
  const who = await person();
  const [middle, last] = await networks(2);
  const first = await scene.make.network(scene.region, { activeFrom: '2023-09-01', ledBy: who });
  const wrong: string[] = [];
  for (const [n, network] of [middle!, last!].entries()) {
    if (wrongIn[n]) wrong.push(await scene.make.trekkerschap(network, who, '[2026-05-01,)', 'CO_TREKKER'));
  }
  await renewAll(scene.service);
  await merge(first, middle!, 10);
  await merge(middle!, last!, 20);
  return { who, first, middle: middle!, last: last!, wrong };
}
const GOES_ON = [
  ['[2023-09-01,2026-11-11)', null, '2023-09-01'],
  ['[2026-11-11,2026-11-21)', null, '2023-09-01'],
  ['[2026-11-21,)', null, '2023-09-01'],
];
const through = async ({ who, first, middle, last }: Awaited<ReturnType<typeof chain>>) =>
  (await Promise.all([first, middle, last].map((network) => periods(network, who)))).flat();

test('through two networks, the mistake in the first: it goes on through both, in their tenure', async () => {
  const story = await chain(true, false);
  await annul(story.wrong[0]!);
  expect(await through(story)).toEqual(GOES_ON);
});

test('through two networks, and what went on from the mistake is taken back first', async () => {
  const story = await chain(true, false);
  await annul((await led(story.last, story.who))[0]!.id);
  expect(await led(story.last, story.who)).toEqual([]);
  await annul(story.wrong[0]!);
  expect(await through(story)).toEqual(GOES_ON);
});

test.each([[0], [1]])(
  'through two networks, with a mistake in each; the one of number %i goes first',
  async (first) => {
    const story = await chain(true, true);
    await annul(story.wrong[first]!);
    await annul(story.wrong[1 - first]!);
    expect(await through(story)).toEqual(GOES_ON);
  },
);

test('a part that is parted on the first day after a merge has the tenure of before', async () => {
  const who = await person();
  const [into] = await networks(1);
  const from = await scene.make.network(scene.region, { activeFrom: '2023-09-01', ledBy: who });
  await renewAll(scene.service);
  await merge(from, into!, 25);
  const [goes] = await led(into!, who);
  const input = { id: id(into!), new: { name: 'Deel' }, on: '2026-11-25', trekkerIds: [role(goes!.id)] };
  await done('oudernetwerkSplit', input);
  const { rows } = await scene.service.owner.query<{ network: string }>(
    'select oudernetwerk_id as network from trekkerschappen where id = $1',
    [goes!.id],
  );
  expect(await periods(rows[0]!.network, who)).toEqual([['[2026-11-26,)', null, '2023-09-01']]);
});

/** The other region takes it over. */
async function moveAway(network: string): Promise<void> {
  const input = {
    id: id(network),
    toRegionId: nodeId('Region', scene.elsewhere),
    motivation: 'Daar wonen ze',
  };
  const { regionAgreement } = await done('oudernetwerkMove', input, 'regionAgreement { id }');
  await done('regionAgreementDecide', { id: regionAgreement.id, accept: true }, '', 'neighbour');
}

test('where the network is another region’s by then, they go on there all the same', async () => {
  const who = await person();
  const [into] = await networks(1);
  const from = await scene.make.network(scene.region, { activeFrom: '2023-09-01', ledBy: who });
  const wrong = await scene.make.trekkerschap(into!, who, '[2026-05-01,)', 'CO_TREKKER');
  await renewAll(scene.service);
  await merge(from, into!, 20);
  await moveAway(into!);
  await annul(wrong, 'neighbour');
  expect(await periods(into!, who)).toEqual([['[2026-11-21,)', null, '2023-09-01']]);
});

test('who goes on in a network that is another region’s by then, and never did, ended where they were', async () => {
  const who = await person();
  const [into] = await networks(1);
  const from = await scene.make.network(scene.region, { activeFrom: '2023-09-01', ledBy: who });
  await renewAll(scene.service);
  await merge(from, into!, 20);
  await moveAway(into!);
  const [goes] = await led(into!, who);
  const other = nodeId('Person', await scene.make.person(scene.elsewhere));
  const correction = { id: role(goes!.id), reason, patch: { personId: other } };
  expect(await scene.refused('trekkerschapCorrect', correction, 'neighbour')).toEqual([
    ['GOES_ON', 'input', 'id'],
  ]);
  await annul(goes!.id, 'neighbour');
  expect(await periods(from, who)).toEqual([['[2023-09-01,2026-11-21)', 'OTHER', '2023-09-01']]);
});
