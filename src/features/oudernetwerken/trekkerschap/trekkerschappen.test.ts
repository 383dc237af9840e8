import { nodeId } from '../../../kernel/node-id.js';
import { Makers } from '../../../testing/makers/makers.js';
import { attemptOf } from '../../../testing/access/mutations/mutation-world.js';
import { NOW, startTestService, type TestService } from '../../../testing/test-service.js';
import { unchanged } from '../../../testing/unchanged.js';

const TENURES = `query($id: ID!) { oudernetwerk(id: $id) { trekkerschappen { nodes { id role period { from until } endReason
  plannedEnd { on reason } predecessor { id } successor { id } person { displayName } } }
  caretakerships { nodes { standby period { from until } } } } }`;

let service: TestService;
let make: Makers;
let region: string;

beforeAll(async () => {
  service = await startTestService();
  make = new Makers(service.owner);
  region = await make.region('JZ06');
  await make.account('coordinator', { role: 'COORDINATOR', regionId: region });
});
afterEach(() => service.travelTo(NOW));
afterAll(() => service.close());

interface Tenure {
  readonly id: string;
  readonly period: { from: string; until: string | null };
  readonly [field: string]: unknown;
}

async function run(
  mutation: string,
  input: object,
  subject = 'coordinator',
): Promise<{ code: string; path: string[] }[]> {
  const { data, errors } = await service.ask(subject, attemptOf(mutation), { input });
  expect(errors).toBeUndefined();
  return data.done.errors.map(({ code, path }: { code: string; path: string[] }) => ({ code, path }));
}
const refused = (mutation: string, input: object, subject?: string) =>
  unchanged(service.owner, () => run(mutation, input, subject));

async function tenures(
  id: string,
): Promise<{ led: Tenure[]; cared: { standby: boolean; period: object }[] }> {
  const { data } = await service.ask('coordinator', TENURES, { id });
  return { led: data.oudernetwerk.trekkerschappen.nodes, cared: data.oudernetwerk.caretakerships.nodes };
}

/** An active network since 1 January, led by one person. */
async function ledNetwork() {
  const person = await make.person(region);
  const network = await make.network(region, { activeFrom: '2026-01-01', ledBy: person });
  const id = nodeId('Oudernetwerk', network);
  const [tenure] = (await tenures(id)).led;
  return { id, person: nodeId('Person', person), personUuid: person, tenure: tenure!.id };
}
const somebody = async () => nodeId('Person', await make.person(region));

test('an end in the past is recorded, and the days since then get a caretaker', async () => {
  const { id, tenure } = await ledNetwork();
  expect(await run('trekkerschapEnd', { id: tenure, on: '2026-07-31', reason: 'CHILD_LEFT_SCHOOL' })).toEqual(
    [],
  );
  expect((await tenures(id)).cared).toEqual([{ standby: true, period: { from: '2026-08-01', until: null } }]);
  expect(await refused('trekkerschapEnd', { id: tenure, on: '2026-08-31', reason: 'OTHER' })).toEqual([
    { code: 'ALREADY_ENDED', path: ['input', 'id'] },
  ]);
});

test('an earlier trekker is appointed again: a new trekkerschap, and the caretaker only between the two', async () => {
  const { id, person, tenure } = await ledNetwork();
  await run('trekkerschapEnd', { id: tenure, on: '2026-07-31', reason: 'PERSONAL' });
  expect(
    await run('trekkerschapStart', { oudernetwerkId: id, personId: person, from: '2026-11-01' }),
  ).toEqual([]);
  const { led, cared } = await tenures(id);
  expect(led.map(({ period }) => period)).toEqual([
    { from: '2026-11-01', until: null },
    { from: '2026-01-01', until: '2026-07-31' },
  ]);
  expect(cared).toEqual([{ standby: true, period: { from: '2026-08-01', until: '2026-10-31' } }]);
});

test('nobody leads one network twice on one day', async () => {
  const { id, person, tenure } = await ledNetwork();
  const again = { oudernetwerkId: id, personId: person, role: 'CO_TREKKER' };
  expect(await refused('trekkerschapStart', again)).toEqual([
    { code: 'PERIOD_TAKEN', path: ['input', 'from'] },
  ]);
  await run('trekkerschapEnd', { id: tenure, on: '2026-12-31', reason: 'PERSONAL' });
  expect(await run('trekkerschapStart', { ...again, from: '2027-01-01' })).toEqual([]);
  expect(
    await refused('trekkerschapEnd', { id: tenure, on: '2027-01-01', reason: 'PERSONAL' }),
  ).toMatchObject([{ code: 'PERIOD_TAKEN' }]);
});

test('a leap day, and a year later', async () => {
  service.travelTo('2028-02-28T23:30:00Z'); // the 29th in Amsterdam
  const { id, tenure } = await ledNetwork();
  expect(await run('trekkerschapEnd', { id: tenure, reason: 'PERSONAL' })).toEqual([]);
  expect((await tenures(id)).led[0]!.period).toEqual({ from: '2026-01-01', until: '2028-02-29' });
  expect((await tenures(id)).cared).toEqual([{ standby: true, period: { from: '2028-03-01', until: null } }]);
});

test.each([
  ['2026-07-31T21:59:59Z', '2026-07-31'],
  ['2026-07-31T22:00:00Z', '2026-08-01'],
  ['2026-12-31T22:59:00Z', '2026-12-31'],
  ['2026-12-31T23:30:00Z', '2027-01-01'],
])('at %s today is %s for who leads, in writes and in reads', async (instant, today) => {
  service.travelTo(instant);
  const network = nodeId('Oudernetwerk', await make.network(region));
  await run('trekkerschapStart', { oudernetwerkId: network, personId: await somebody() });
  const { led } = await tenures(network);
  expect(led[0]!.period.from).toBe(today);
  const { data } = await service.ask('coordinator', `{ oudernetwerk(id: "${network}") { trekkers { id } } }`);
  expect(data.oudernetwerk.trekkers).toEqual([{ id: led[0]!.id }]);
});

test('a trekker says "ik stop per …", from today on; who led until yesterday says nothing', async () => {
  const { id, personUuid, tenure } = await ledNetwork();
  const subject = await make.account(`trekker of ${id}`, { personId: personUuid });
  expect(
    await refused('trekkerschapEnd', { id: tenure, on: '2026-11-24', reason: 'PERSONAL' }, subject),
  ).toEqual([{ code: 'DATE_OUT_OF_RANGE', path: ['input', 'on'] }]);
  const plannedEnd = { on: '2027-07-31', reason: 'CHILD_LEFT_SCHOOL' };
  const past = { ...plannedEnd, on: '2026-11-24' };
  expect(await refused('trekkerschapPlanEnd', { id: tenure, plannedEnd: past }, subject)).toEqual([
    { code: 'PLANNED_IN_PAST', path: ['input', 'plannedEnd', 'on'] },
  ]);
  expect(await run('trekkerschapPlanEnd', { id: tenure, plannedEnd }, subject)).toEqual([]);
  expect((await tenures(id)).led[0]).toMatchObject({ plannedEnd, endReason: null, period: { until: null } });
  expect(await run('trekkerschapPlanEnd', { id: tenure, plannedEnd: null }, subject)).toEqual([]);
  expect(await run('trekkerschapEnd', { id: tenure, reason: 'PERSONAL' }, subject)).toEqual([]);
  service.travelTo('2026-11-25T23:30:00Z');
  const { errors } = await unchanged(service.owner, () =>
    service.ask(subject, attemptOf('trekkerschapPlanEnd'), { input: { id: tenure } }),
  );
  expect(errors[0].extensions.code).toBe('FORBIDDEN');
});

test('a coordinator plans no end in the past either, and records what happened instead', async () => {
  const { id, tenure } = await ledNetwork();
  const past = { on: '2026-11-24', reason: 'PERSONAL' };
  expect(await refused('trekkerschapPlanEnd', { id: tenure, plannedEnd: past })).toEqual([
    { code: 'PLANNED_IN_PAST', path: ['input', 'plannedEnd', 'on'] },
  ]);
  const start = { oudernetwerkId: id, personId: await somebody(), from: '2026-02-01', plannedEnd: past };
  expect(await refused('trekkerschapStart', start)).toEqual([
    { code: 'PLANNED_IN_PAST', path: ['input', 'plannedEnd', 'on'] },
  ]);
  // a plan whose day has passed is no news
  await run('trekkerschapPlanEnd', { id: tenure, plannedEnd: { on: '2026-11-26', reason: 'PERSONAL' } });
  service.travelTo('2026-11-28T10:00:00Z');
  const same = { on: '2026-11-26', reason: 'MOVED' };
  expect(await run('trekkerschapPlanEnd', { id: tenure, plannedEnd: same })).toEqual([]);
  expect(await run('trekkerschapEnd', { id: tenure, ...past })).toEqual([]);
});

describe('handing over', () => {
  test('ends and starts on the next day, and each knows the other', async () => {
    const { id, tenure } = await ledNetwork();
    expect(
      await run('trekkerschapHandOver', { id: tenure, toPersonId: await somebody(), on: '2026-12-31' }),
    ).toEqual([]);
    const { led, cared } = await tenures(id);
    expect(led).toMatchObject([
      {
        period: { from: '2027-01-01', until: null },
        role: 'TREKKER',
        predecessor: { id: tenure },
        successor: null,
      },
      {
        period: { from: '2026-01-01', until: '2026-12-31' },
        endReason: 'TERM_COMPLETED',
        successor: { id: led[0]!.id },
      },
    ]);
    expect(cared).toEqual([]);
  });

  test.each([
    ['what they planned when left out', {}, 'CHILD_LEFT_SCHOOL'],
    ['what they planned when null', { reason: null }, 'CHILD_LEFT_SCHOOL'],
    ['what is said, whatever was planned', { reason: 'MOVED' }, 'MOVED'],
  ])('the reason is %s', async (_what, more, expected) => {
    const { id, tenure } = await ledNetwork();
    const plannedEnd = { on: '2027-07-31', reason: 'CHILD_LEFT_SCHOOL' };
    expect(await run('trekkerschapPlanEnd', { id: tenure, plannedEnd })).toEqual([]);
    const input = { id: tenure, toPersonId: await somebody(), on: '2026-12-31', ...more };
    expect(await run('trekkerschapHandOver', input)).toEqual([]);
    expect((await tenures(id)).led[1]).toMatchObject({ endReason: expected });
  });

  test('not to oneself, not twice, not after the end', async () => {
    const { person, tenure } = await ledNetwork();
    expect(await refused('trekkerschapHandOver', { id: tenure, toPersonId: person })).toEqual([
      { code: 'SAME_PERSON', path: ['input', 'toPersonId'] },
    ]);
    await run('trekkerschapHandOver', { id: tenure, toPersonId: await somebody(), on: '2026-12-31' });
    expect(await refused('trekkerschapHandOver', { id: tenure, toPersonId: await somebody() })).toEqual([
      { code: 'HANDED_OVER', path: ['input', 'id'] },
    ]);
    const ended = await ledNetwork();
    await run('trekkerschapEnd', { id: ended.tenure, on: '2026-11-01', reason: 'MOVED' });
    expect(await refused('trekkerschapHandOver', { id: ended.tenure, toPersonId: await somebody() })).toEqual(
      [{ code: 'ALREADY_ENDED', path: ['input', 'id'] }],
    );
  });

  test('a successor who withdraws is annulled, and somebody else takes over', async () => {
    const { id, tenure } = await ledNetwork();
    await run('trekkerschapHandOver', { id: tenure, toPersonId: await somebody(), on: '2026-12-31' });
    const [next] = (await tenures(id)).led;
    expect(await run('trekkerschapAnnul', { id: next!.id, reason: 'Ziet ervan af' })).toEqual([]);
    expect((await tenures(id)).cared).toEqual([
      { standby: true, period: { from: '2027-01-01', until: null } },
    ]);
    expect(
      await run('trekkerschapHandOver', { id: tenure, toPersonId: await somebody(), on: '2026-12-31' }),
    ).toEqual([]);
    expect((await tenures(id)).cared).toEqual([]);
    expect(await refused('trekkerschapAnnul', { id: tenure, reason: 'Vergissing' })).toEqual([
      { code: 'BUILT_UPON', path: ['input', 'id'] },
    ]);
  });
});

test('a withdrawn end', async () => {
  const { id, tenure } = await ledNetwork();
  expect(await refused('trekkerschapContinue', { id: tenure })).toEqual([
    { code: 'NO_END_RECORDED', path: ['input', 'id'] },
  ]);
  await run('trekkerschapEnd', { id: tenure, on: '2026-12-31', reason: 'PERSONAL' });
  expect(await run('trekkerschapContinue', { id: tenure })).toEqual([]);
  const { led, cared } = await tenures(id);
  expect([led[0]!.period.until, led[0]!['endReason'], cared]).toEqual([null, null, []]);
});

test('trekker-ouders: leading on a day, in a region, by name, and about to stop', async () => {
  const elsewhere = await make.region('JZ22');
  const anna = await make.person(region, { given: 'Anna', family: 'Trekster' });
  const bas = await make.person(region, { given: 'Bas', family: 'Trekster' });
  await make.network(elsewhere, {
    activeFrom: '2026-01-01',
    ledBy: await make.person(elsewhere, { family: 'Trekster' }),
  });
  const first = nodeId('Oudernetwerk', await make.network(region, { activeFrom: '2026-01-01', ledBy: anna }));
  const network = await make.network(region, { activeFrom: '2026-01-01', ledBy: anna });
  await make.trekkerschap(network, bas, '[2027-01-01,)', 'CO_TREKKER');
  const names = async (filter: object): Promise<string[]> => {
    const { data } = await service.ask(
      'coordinator',
      'query($filter: TrekkerOuderFilter) { trekkerOuders(first: 100, filter: $filter) { totalCount nodes { name { givenName } } } }',
      { filter: { search: 'Trekster', ...filter } },
    );
    expect(data.trekkerOuders.totalCount).toBe(data.trekkerOuders.nodes.length);
    return data.trekkerOuders.nodes.map(({ name }: { name: { givenName: string } }) => name.givenName).sort();
  };
  expect(await names({})).toEqual(['Anna']);
  expect(await names({ on: '2027-01-01', regionId: nodeId('Region', region) })).toEqual(['Anna', 'Bas']);
  expect(await names({ regionId: nodeId('Region', elsewhere) })).toEqual([]);
  expect(await names({ stopsUntil: '2027-07-31' })).toEqual([]);
  const [tenure] = (await tenures(first)).led;
  await run('trekkerschapPlanEnd', {
    id: tenure!.id,
    plannedEnd: { on: '2027-07-31', reason: 'CHILD_LEFT_SCHOOL' },
  });
  expect(await names({ stopsUntil: '2027-07-31' })).toEqual(['Anna']);
  expect(await names({ stopsUntil: '2027-07-30' })).toEqual([]);
});
