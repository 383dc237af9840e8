import { nodeId } from '../../../kernel/node-id.js';
import { expectStoredIsFresh } from '../../../testing/stored-is-fresh.js';
import { NOW, startTestService, type TestService } from '../../../testing/test-service.js';
import { unchanged } from '../../../testing/unchanged.js';
import { MovingScene } from '../testing/moving-scene.js';

const MOVE = `mutation($input: OudernetwerkMoveInput!) { oudernetwerkMove(input: $input) {
  oudernetwerk { id } regionAgreement { id kind status } errors { code path } } }`;
const DECIDE = `mutation($input: RegionAgreementDecideInput!) { regionAgreementDecide(input: $input) {
  regionAgreement { status period { from until } } errors { code } } }`;
const ASK = `mutation($input: RegionAgreementAskInput!) { regionAgreementAsk(input: $input) {
  regionAgreement { id } errors { code } } }`;
const END = `mutation($input: RegionAgreementEndInput!) { regionAgreementEnd(input: $input) {
  regionAgreement { status } errors { code } } }`;

let service: TestService;
let scene: MovingScene;
let theirs: string;

beforeAll(async () => {
  service = await startTestService();
  scene = await MovingScene.begin(service);
  await scene.make.account('colleague', { role: 'COORDINATOR', regionId: scene.elsewhere });
  theirs = await scene.make.organisation(scene.elsewhere);
  await service.owner.query('update regions set coordinating_organisation_id = $2 where id = $1', [
    scene.elsewhere,
    theirs,
  ]);
});
afterAll(() => service.close());
afterEach(async () => {
  service.travelTo(NOW);
  await scene.renew();
});

async function move(network: string, input: object = {}, subject = 'coordinator') {
  const given = {
    id: nodeId('Oudernetwerk', network),
    toRegionId: nodeId('Region', scene.elsewhere),
    motivation: 'De meeste leden wonen daar.',
    ...input,
  };
  return (await scene.ask(MOVE, { input: given }, subject)).oudernetwerkMove;
}
async function decide(id: string, accept = true, subject = 'neighbour') {
  const input = { id, accept, reason: 'Besproken' };
  return (await scene.ask(DECIDE, { input }, subject)).regionAgreementDecide;
}
const regionOf = async (network: string) =>
  (
    await scene.rows<{ code: string }>(
      'select r.code from oudernetwerken n join regions r on r.id = n.region_id where n.id = $1',
      network,
    )
  )[0]!.code;
const standby = (network: string) =>
  scene.rows(
    `select period::text, organisation_id = $2 as theirs from caretakerships where oudernetwerk_id = $1 order by period`,
    network,
    theirs,
  );
async function work(subject: string, network: string): Promise<string[]> {
  const { worklist } = await scene.ask(
    `{ worklist(snoozed: true) { nodes { reasons { code }
      subject { ... on RegionAgreement { subject { id } } ... on Oudernetwerk { id } } } } }`,
    {},
    subject,
  );
  type Item = { reasons: { code: string }[]; subject: { subject?: { id: string } } };
  return (worklist.nodes as Item[])
    .filter(({ subject: about }) => about.subject?.id === nodeId('Oudernetwerk', network))
    .flatMap(({ reasons }) => reasons.map(({ code }) => code));
}

test('it moves when another coordinator, of the other region, agreed, and all of it with it', async () => {
  const [trekker, member] = [await scene.make.person(scene.region), await scene.make.person(scene.region)];
  const network = await scene.make.network(scene.region, { activeFrom: '2026-01-01', ledBy: trekker });
  await scene.make.membership(network, member);
  await scene.make.successionPlan(network);
  await scene.renew();
  const { regionAgreement, errors } = await move(network);
  expect([regionAgreement, errors]).toEqual([
    expect.objectContaining({ kind: 'MOVES', status: 'ASKED' }),
    [],
  ]);
  expect(await regionOf(network)).toBe('JZ06');
  expect([await work('neighbour', network), await work('coordinator', network)]).toEqual([
    ['NETWORK_MOVE_ASKED'],
    [],
  ]);
  expect(await scene.sees('neighbour', member)).toBe(false);

  const decided = await decide(regionAgreement.id);
  expect(decided.errors).toEqual([]);
  expect(decided.regionAgreement.period).toEqual({ from: '2026-11-25', until: '2026-11-25' });
  expect(await regionOf(network)).toBe('JZ22');
  expect([await scene.sees('neighbour', member), await scene.sees('neighbour', trekker)]).toEqual([
    true,
    true,
  ]);
  // they live in the old region
  expect([await scene.home(member), await scene.sees('coordinator', member)]).toEqual(['JZ06', true]);
  const { node } = await scene.ask('query($id: ID!) { node(id: $id) { id } }', {
    id: nodeId('Oudernetwerk', network),
  });
  expect(node).toBeNull();
  expect([await work('neighbour', network), await work('coordinator', network)]).toEqual([[], []]);
  await expectStoredIsFresh(service);
});

test('agreed for a day to come, it moves on that day; until then it can be called off', async () => {
  const network = await scene.make.network(scene.region);
  const { regionAgreement } = await move(network, { on: '2027-01-01' });
  expect((await decide(regionAgreement.id)).regionAgreement.status).toBe('AGREED');
  expect(await work('coordinator', network)).toEqual(['AGREEMENT_ANSWERED']);
  service.travelTo('2026-12-31T10:00:00Z');
  await service.tick();
  expect(await regionOf(network)).toBe('JZ06');
  service.travelTo('2026-12-31T23:30:00Z');
  await service.tick();
  expect(await regionOf(network)).toBe('JZ22');
  await expectStoredIsFresh(service, '2027-01-01');
  const late = await unchanged(service.owner, () =>
    scene.ask(END, { input: { id: regionAgreement.id, reason: 'Toch niet' } }, 'neighbour'),
  );
  expect(late.regionAgreementEnd.errors).toEqual([{ code: 'NOT_AGREED' }]);

  service.travelTo(NOW);
  const other = await scene.make.network(scene.region);
  const asked = (await move(other, { on: '2027-01-01' })).regionAgreement;
  await decide(asked.id);
  const off = await scene.ask(END, { input: { id: asked.id, reason: 'Toch niet' } });
  expect(off.regionAgreementEnd).toEqual({ regionAgreement: { status: 'WITHDRAWN' }, errors: [] });
  service.travelTo('2027-01-02T10:00:00Z');
  await service.tick();
  expect(await regionOf(other)).toBe('JZ06');
});

test('who stands by passes to the new region on that day, without a day between', async () => {
  const network = await scene.make.network(scene.region, { activeFrom: '2026-01-01' });
  const ahead = await scene.make.network(scene.region, {
    activeFrom: '2026-01-01',
    ledBy: await scene.make.person(scene.region),
  });
  await decide((await move(network)).regionAgreement.id);
  expect(await standby(network)).toEqual([
    { period: '[2026-01-01,2026-11-25)', theirs: false },
    { period: '[2026-11-25,)', theirs: true },
  ]);
  await decide((await move(ahead)).regionAgreement.id);
  const [led] = await scene.rows<{ id: string }>(
    'select id from trekkerschappen where oudernetwerk_id = $1',
    ahead,
  );
  const end = `mutation($input: TrekkerschapEndInput!) { trekkerschapEnd(input: $input) { errors { code } } }`;
  const input = { id: nodeId('Trekkerschap', led!.id), on: '2026-11-10', reason: 'PERSONAL' };
  expect((await scene.ask(end, { input }, 'neighbour')).trekkerschapEnd.errors).toEqual([]);
  expect(await standby(ahead)).toEqual([
    { period: '[2026-11-11,2026-11-25)', theirs: false },
    { period: '[2026-11-25,)', theirs: true },
  ]);
  await expectStoredIsFresh(service);
});

test('what was agreed with the region that it comes to ends; with others it goes on', async () => {
  const third = await scene.make.region('JZ07');
  const network = await scene.make.network(scene.region);
  await service.owner.query(
    `insert into region_agreements (id, oudernetwerk_id, home_region_id, region_id, asked_on, motivation, period, answer, answered_on)
     select gen_random_uuid(), $1, $2, region, '2026-01-01', 'Samen', '[2026-01-01,)', 'AGREED', '2026-01-02'
     from unnest($3::uuid[]) region`,
    [network, scene.region, [scene.elsewhere, third]],
  );
  await scene.renew();
  await decide((await move(network)).regionAgreement.id);
  expect(
    await scene.rows(
      `select r.code, a.period::text, a.home_region_id = $2 as theirs from region_agreements a join regions r on r.id = a.region_id
       where a.oudernetwerk_id = $1 and a.kind = 'TAKES_PART' order by 1`,
      network,
      scene.elsewhere,
    ),
  ).toEqual([
    { code: 'JZ07', period: '[2026-01-01,)', theirs: true },
    { code: 'JZ22', period: '[2026-01-01,2026-11-25)', theirs: true },
  ]);
  await expectStoredIsFresh(service);
});

test('nobody agrees with themselves, and a no leaves all as it is', async () => {
  const network = await scene.make.network(scene.region);
  const { regionAgreement } = await move(network);
  expect((await decide(regionAgreement.id, false)).regionAgreement.status).toBe('DECLINED');
  expect(await regionOf(network)).toBe('JZ06');

  const { id } = (
    await scene.rows<{ id: string }>('select id from accounts where subject = $1', 'coordinator')
  )[0]!;
  await service.owner.query(
    `insert into account_roles (id, account_id, role, region_id, period) values (gen_random_uuid(), $1, 'COORDINATOR', $2, '[2026-01-01,2027-01-01)')`,
    [id, scene.elsewhere],
  );
  const asked = (await move(network)).regionAgreement;
  const own = await unchanged(service.owner, () => decide(asked.id, true, 'coordinator'));
  expect(own.errors).toEqual([{ code: 'OWN_QUESTION' }]);
  await service.owner.query('delete from account_roles where account_id = $1 and region_id = $2', [
    id,
    scene.elsewhere,
  ]);
  expect((await decide(asked.id, true, 'colleague')).errors).toEqual([]);
});

test('what a planned end closed moves too, and goes on in the other region without that end', async () => {
  const [trekker, member] = [await scene.make.person(scene.region), await scene.make.person(scene.region)];
  const network = await scene.make.network(scene.region, { activeFrom: '2026-01-01', ledBy: trekker });
  await scene.make.membership(network, member);
  await scene.make.membership(network, trekker, '[2028-01-01,)');
  await scene.renew();
  const id = nodeId('Oudernetwerk', network);
  const planned = await scene.ask(
    'mutation($input: OudernetwerkEndInput!) { oudernetwerkEnd(input: $input) { errors { code } } }',
    { input: { id, on: '2027-07-31', reason: 'De school sluit' } },
  );
  expect(planned.oudernetwerkEnd.errors).toEqual([]);
  await decide((await move(network)).regionAgreement.id);
  expect(
    await scene.rows(
      `select distinct was ->> 'region_id' = $2 as there from kept_rows where cause_id = $1`,
      network,
      scene.elsewhere,
    ),
  ).toEqual([{ there: true }]);
  const { oudernetwerkContinue } = await scene.ask(
    'mutation($input: OudernetwerkContinueInput!) { oudernetwerkContinue(input: $input) { errors { code } } }',
    { input: { id } },
    'neighbour',
  );
  expect(oudernetwerkContinue.errors).toEqual([]);
  expect(
    await scene.rows(
      `select period::text, region_id = $2 as there from memberships where oudernetwerk_id = $1 order by period`,
      network,
      scene.elsewhere,
    ),
  ).toEqual([
    { period: expect.stringMatching(/,\)$/) as unknown, there: true },
    { period: '[2028-01-01,)', there: true },
  ]);
});

const statusOf = async (agreement: string) =>
  (
    await scene.ask('query($id: ID!) { node(id: $id) { ... on RegionAgreement { status } } }', {
      id: agreement,
    })
  ).node.status as string;

test('one that goes up in another one moves nowhere, and the other region sees it no more', async () => {
  const [agreed, asked, into] = [
    await scene.make.network(scene.region),
    await scene.make.network(scene.region),
    await scene.make.network(scene.region),
  ];
  const moves = [await move(agreed, { on: '2027-01-01' }), await move(asked, { on: '2027-01-01' })];
  const [first, second] = moves.map(({ regionAgreement }) => regionAgreement.id as string);
  await decide(first!);
  expect([await scene.sees('neighbour', agreed, 'Oudernetwerk'), await statusOf(second!)]).toEqual([
    true,
    'ASKED',
  ]);
  const input = {
    ids: [nodeId('Oudernetwerk', agreed), nodeId('Oudernetwerk', asked)],
    into: nodeId('Oudernetwerk', into),
    reason: 'Samen sterker',
  };
  const merge =
    'mutation($input: OudernetwerkMergeInput!) { oudernetwerkMerge(input: $input) { errors { code } } }';
  await scene.renew();
  expect((await scene.ask(merge, { input })).oudernetwerkMerge.errors).toEqual([]);
  expect([await statusOf(first!), await statusOf(second!)]).toEqual(['WITHDRAWN', 'WITHDRAWN']);
  expect(await scene.sees('neighbour', agreed, 'Oudernetwerk')).toBe(false);
  await expectStoredIsFresh(service);
});

test('one that ends before it moves is not the other region’s to see, and moves when it never ended', async () => {
  const network = await scene.make.network(scene.region, { activeFrom: '2026-01-01' });
  const id = nodeId('Oudernetwerk', network);
  const run = async (mutation: string, input: object) => {
    const type = mutation.replace('o', 'O');
    const { done } = await scene.ask(
      `mutation($input: ${type}Input!) { done: ${mutation}(input: $input) { errors { code } } }`,
      { input: { id, ...input } },
    );
    expect(done.errors).toEqual([]);
  };
  await decide((await move(network, { on: '2027-01-01' })).regionAgreement.id);
  await run('oudernetwerkEnd', { on: '2026-12-10', reason: 'Klaar' });
  expect(await scene.sees('neighbour', network, 'Oudernetwerk')).toBe(true);
  for (const day of ['2026-12-11', '2027-01-02']) {
    service.travelTo(`${day}T10:00:00Z`);
    await service.tick();
    expect([day, await scene.sees('neighbour', network, 'Oudernetwerk')]).toEqual([day, false]);
  }
  await run('oudernetwerkEndAnnul', { reason: 'Vergissing' });
  await service.tick();
  expect(await regionOf(network)).toBe('JZ22');
});

test('the same twice is once; another move waits for the first', async () => {
  const network = await scene.make.network(scene.region);
  const first = await move(network);
  const again = await unchanged(service.owner, () => move(network));
  expect(again.regionAgreement.id).toBe(first.regionAgreement.id);
  const other = await unchanged(service.owner, () => move(network, { on: '2027-06-01' }));
  expect(other.errors).toEqual([{ code: 'MOVE_ASKED', path: ['input', 'id'] }]);
});

test('a region is asked one thing for the same days: to work together, or to take the network over', async () => {
  const ask = async (network: string, until: string | null) => {
    const input = {
      subjectId: nodeId('Oudernetwerk', network),
      regionId: nodeId('Region', scene.elsewhere),
      motivation: 'Samen optrekken',
      until,
    };
    return (await scene.ask(ASK, { input })).regionAgreementAsk;
  };
  const network = await scene.make.network(scene.region);
  const together = await ask(network, null);
  const both = await unchanged(service.owner, () => move(network, { on: '2027-01-01' }));
  expect(both.errors).toEqual([{ code: 'REGION_ASKED', path: [] }]);
  await decide(together.regionAgreement.id);
  const going = await move(network, { on: '2027-01-01' });
  expect(going.errors).toEqual([]);

  const other = await scene.make.network(scene.region);
  const moving = (await move(other, { on: '2027-01-01' })).regionAgreement;
  const asked = () => unchanged(service.owner, () => ask(other, null));
  expect((await asked()).errors).toEqual([{ code: 'REGION_ASKED' }]);
  await decide(moving.id);
  expect((await asked()).errors).toEqual([{ code: 'REGION_ASKED' }]);
  expect((await ask(other, '2026-12-31')).errors).toEqual([]);
});

test.each<[{ toRegionId?: string; on?: string; motivation?: string }, string, string]>([
  [{ toRegionId: 'JZ06' }, 'SAME_REGION', 'toRegionId'],
  [{ toRegionId: 'NL' }, 'NO_HOME', 'toRegionId'],
  [{ on: '2026-11-24' }, 'DATE_OUT_OF_RANGE', 'on'],
  [{ motivation: ' ' }, 'REQUIRED', 'motivation'],
])('%j is refused', async (input, code, field) => {
  const network = await scene.make.network(scene.region);
  const { toRegionId } = input;
  const region = toRegionId && { toRegionId: nodeId('Region', await scene.make.region(toRegionId)) };
  const answer = await unchanged(service.owner, () => move(network, { ...input, ...region }));
  expect(answer.errors).toEqual([{ code, path: ['input', field] }]);
});
