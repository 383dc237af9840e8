import { nodeId } from '../../../kernel/node-id.js';
import { startTestService, type TestService } from '../../../testing/test-service.js';
import { unchanged } from '../../../testing/unchanged.js';
import { SuccessionWorld } from '../testing/succession-world.js';

const TEMPLATE = `query($id: ID!) { region(id: $id) { handoverTemplate {
  key label labelNl labelEn mandatory daysBefore } } }`;

let service: TestService;
let world: SuccessionWorld;

beforeAll(async () => {
  service = await startTestService();
  world = await SuccessionWorld.begin(service);
});
afterAll(() => service.close());

const due = async (network: string) =>
  Object.fromEntries((await world.plan(network)).handover!.items.map(({ key, dueOn }) => [key, dueOn]));

async function template(region: string, subject = 'coordinator', headers = {}) {
  const { data } = await service.ask(subject, TEMPLATE, { id: region }, headers);
  return data.region.handoverTemplate;
}

test('when a candidate agrees the checklist is there, due before the day that the plan aims at', async () => {
  const { id, plan } = await world.sought('2027-07-31');
  await world.candidate(id, plan, 'EXPLORING');
  expect((await world.plan(id)).handover).toBeNull();
  await world.candidate(id, plan, 'AGREED');
  const { handover } = await world.plan(id);
  expect(handover!.progress).toBe(0);
  expect(handover!.items[0]).toMatchObject({
    key: 'CONTACTS',
    label: 'De contacten van het netwerk',
    mandatory: true,
    dueOn: '2027-06-01',
    doneOn: null,
    owner: null,
  });
  expect(await due(id)).toEqual({
    CONTACTS: '2027-06-01',
    AGENDA: '2027-06-01',
    INTRODUCTIONS: '2027-06-16',
    AGREEMENTS: '2027-07-01',
    RUNNING_SIGNALS: '2027-07-01',
    MONEY: '2027-07-01',
    ACCESS: '2027-07-17',
  });
});

test('without a day to aim at nothing is due; with another one what nobody dated or did moves along', async () => {
  const { id, tenure } = await world.ledNetwork();
  await world.done('successionOpen', { trekkerschapId: tenure });
  const plan = await world.plan(id);
  await world.candidate(id, plan.id);
  expect(Object.values(await due(id))).toEqual(Array(7).fill(null));
  await world.done('successionRetarget', { id: plan.id, targetOn: '2027-03-31' });
  const items = new Map((await world.plan(id)).handover!.items.map((item) => [item.key, item.id]));
  await world.done('handoverItemSet', { id: items.get('MONEY'), dueOn: '2027-02-01' });
  await world.done('handoverItemSet', { id: items.get('ACCESS'), doneOn: '2026-11-20' });
  await world.done('successionRetarget', { id: plan.id, targetOn: '2027-04-30' });
  expect(await due(id)).toMatchObject({
    CONTACTS: '2027-03-01',
    MONEY: '2027-02-01',
    ACCESS: '2027-03-17',
    AGREEMENTS: '2027-03-31',
  });
  // whoever saves a form as it was dates nothing
  const agenda = { id: items.get('AGENDA'), dueOn: '2027-03-01' };
  await unchanged(service.owner, () => world.done('handoverItemSet', agenda));
  await world.done('successionRetarget', { id: plan.id });
  expect(await world.plan(id)).toMatchObject({ targetOn: null });
  expect(await due(id)).toMatchObject({ CONTACTS: null, MONEY: '2027-02-01', ACCESS: '2027-03-17' });
});

test('an overdue item is no finding while its owner is left alone, and is one again after that', async () => {
  const { id, plan } = await world.sought();
  await world.candidate(id, plan);
  const [item] = (await world.plan(id)).handover!.items;
  const owner = await world.person();
  await world.done('handoverItemSet', { id: item!.id, ownerId: owner, dueOn: '2026-11-24' });
  const FOUND = `query($id: ID!) { node(id: $id) { ... on Oudernetwerk { stored: continuity { findings { code } }
    later: continuity(on: "2027-01-01") { findings { code } } } } }`;
  const isLate = async () => {
    const { data } = await service.ask('coordinator', FOUND, { id });
    const has = ({ findings }: { findings: { code: string }[] }) =>
      findings.some(({ code }) => code === 'HANDOVER_OVERDUE');
    return [has(data.node.stored), has(data.node.later)];
  };
  expect(await isLate()).toEqual([true, true]);
  await world.done('contactPause', { personId: owner, until: '2026-12-31' });
  expect(await isLate()).toEqual([false, true]);
  // somebody else does it meanwhile
  await world.done('handoverItemSet', { id: item!.id, ownerId: await world.person() });
  expect(await isLate()).toEqual([true, true]);
  await world.done('handoverItemSet', { id: item!.id, ownerId: owner });
  expect(await isLate()).toEqual([false, true]);
  await world.done('contactPauseEnd', { personId: owner });
  expect(await isLate()).toEqual([true, true]);
});

test('an item is done, undone, dated and given to somebody; progress is the share that is done', async () => {
  const { id, plan } = await world.sought();
  await world.candidate(id, plan);
  const [item] = (await world.plan(id)).handover!.items;
  const owner = await world.person();
  await world.done('handoverItemSet', {
    id: item!.id,
    ownerId: owner,
    doneOn: '2026-11-25',
    expectedVersion: 1,
  });
  expect((await world.plan(id)).handover).toMatchObject({
    progress: 1 / 7,
    items: expect.arrayContaining([
      expect.objectContaining({
        key: 'CONTACTS',
        doneOn: '2026-11-25',
        dueOn: '2027-06-01',
        owner: { id: owner },
      }),
    ]),
  });
  const set = (input: object) => world.refused('handoverItemSet', { id: item!.id, ...input });
  expect(await set({ doneOn: '2026-11-26' })).toBe('DATE_OUT_OF_RANGE input.doneOn');
  expect(await set({ dueOn: '2037-01-01' })).toBe('DATE_OUT_OF_RANGE input.dueOn');
  expect(await set({ expectedVersion: 1 })).toBe('CONFLICT input.expectedVersion');
  await world.done('handoverItemSet', { id: item!.id, ownerId: null, dueOn: null, doneOn: null });
  expect((await world.plan(id)).handover!.items[0]).toMatchObject({ owner: null, dueOn: null, doneOn: null });
  await world.done('successionStop', { id: plan, reason: 'Klaar' });
  expect(await set({ doneOn: '2026-11-25' })).toBe('PLAN_CLOSED input.id');
});

test('what one network has more is added to its list, once', async () => {
  const { id, plan } = await world.sought();
  const input = { planId: plan, key: 'KEYS', labelNl: 'De sleutels', mandatory: true, dueOn: '2027-01-01' };
  await world.done('handoverItemAdd', input);
  expect((await world.plan(id)).handover).toMatchObject({
    progress: 0,
    items: [{ key: 'KEYS', label: 'De sleutels', mandatory: true, dueOn: '2027-01-01' }],
  });
  const refused = (more: object) => world.refused('handoverItemAdd', { ...input, ...more });
  expect(await refused({})).toBe('KEY_TAKEN input.key');
  for (const key of ['keys', '1KEY', 'KEY-S', '', 'K'.repeat(41)]) {
    expect(await refused({ key })).toBe('BAD_KEY input.key');
  }
  expect(await refused({ key: 'MORE', labelNl: '' })).toBe('REQUIRED input.labelNl');
  await world.candidate(id, plan);
  expect((await world.plan(id)).handover!.items).toHaveLength(8);
  await world.done('successionStop', { id: plan, reason: 'Klaar' });
  expect(await refused({ key: 'MORE' })).toBe('PLAN_CLOSED input.planId');
});

test('a candidate who withdraws leaves the list as it is, for the next one', async () => {
  const { id, plan } = await world.sought();
  const first = await world.candidate(id, plan);
  const [item] = (await world.plan(id)).handover!.items;
  await world.done('handoverItemSet', { id: item!.id, doneOn: '2026-11-20', dueOn: '2026-12-24' });
  await world.done('candidateMove', { id: first, stage: 'WITHDRAWN', reason: 'Ziek' });
  await world.candidate(id, plan);
  const { handover } = await world.plan(id);
  expect(handover!.items).toHaveLength(7);
  expect(handover!.items[0]).toMatchObject({ doneOn: '2026-11-20', dueOn: '2026-12-24' });
});

describe('the checklist that a handover starts with', () => {
  const region = async (code: string) => nodeId('Region', await world.make.region(code));

  test('is ours, in the language of the viewer, until a region has its own', async () => {
    const here = await region('JZ06');
    const standard = await template(here, 'coordinator', { 'accept-language': 'en' });
    expect(standard).toHaveLength(7);
    expect(standard[0]).toEqual({
      key: 'CONTACTS',
      label: 'The contacts of the network',
      labelNl: 'De contacten van het netwerk',
      labelEn: 'The contacts of the network',
      mandatory: true,
      daysBefore: 60,
    });
    expect((await template(here))[0].label).toBe('De contacten van het netwerk');
  });

  test('comes from the nearest region above that has one, and is replaced as a whole', async () => {
    const [here] = [await region('JZ14')];
    const uuid = await world.make.region('JZ14');
    await world.make.account('coordinator of JZ14', { role: 'COORDINATOR', regionId: uuid });
    const { rows } = await service.owner.query(
      `insert into regions (id, code, name, kind, parent_id)
       values (gen_random_uuid(), 'WX', 'Werkregio', 'WERKREGIO', $1) returning id`,
      [uuid],
    );
    const below = nodeId('Region', rows[0].id);
    const item = (key: string) => ({ key, labelNl: `Punt ${key}`, mandatory: true, daysBefore: 7 });
    const set = (regionId: string, keys: string[], more: object = {}) => ({
      regionId,
      items: keys.map((key) => ({ ...item(key), ...more })),
    });
    const subject = 'coordinator of JZ14';
    const keys = async (of: string) =>
      (await template(of, subject)).map(({ key }: { key: string }) => key).join(' ');
    await world.done('handoverTemplateSet', set(here, ['B', 'A']), subject);
    expect([await keys(here), await keys(below)]).toEqual(['B A', 'B A']);
    expect((await template(below, subject))[0]).toMatchObject({ labelEn: 'Punt B', labelNl: 'Punt B' });
    await world.done('handoverTemplateSet', set(below, ['C']), subject);
    expect([await keys(here), await keys(below)]).toEqual(['B A', 'C']);
    await world.done('handoverTemplateSet', set(below, []), subject);
    await world.done('handoverTemplateSet', set(here, ['D']), subject);
    expect([await keys(here), await keys(below)]).toEqual(['D', 'D']);

    const refused = (input: object, who = subject) => world.refused('handoverTemplateSet', input, who);
    expect(await refused(set(here, ['A', 'B', 'A']))).toBe('DUPLICATE_VALUE input.items');
    expect(await refused(set(here, ['A', 'b']))).toBe('BAD_KEY input.items.1.key');
    expect(await refused(set(here, ['A'], { daysBefore: 731 }))).toBe(
      'OUT_OF_RANGE input.items.0.daysBefore',
    );
    const many = Array.from({ length: 51 }, (_, index) => `K${index}`);
    expect(await refused(set(here, many))).toBe('TOO_MANY_ITEMS input.items');

    const network = nodeId('Oudernetwerk', await world.make.network(rows[0].id));
    await world.done('successionOpen', { oudernetwerkId: network, targetOn: '2027-01-08' }, subject);
    const { data } = await service.ask(
      subject,
      `{ oudernetwerk(id: "${network}") { successionPlans { nodes { id } } } }`,
    );
    const planId = data.oudernetwerk.successionPlans.nodes[0].id;
    const personId = nodeId('Person', await world.make.person(uuid));
    await world.done('candidateAdd', { planId, personId, readiness: 'NOW', stage: 'AGREED' }, subject);
    const { data: made } = await service.ask(
      subject,
      `{ node(id: "${planId}") { ... on SuccessionPlan { handover { items { key dueOn plan { id } } } } } }`,
    );
    expect(made.node.handover.items).toEqual([{ key: 'D', dueOn: '2027-01-01', plan: { id: planId } }]);
  });
});
