import { type MailWorld, startMailWorld } from '../../testing/mail/mail-world.js';

let world: MailWorld;
let region: string;
let network: string;
let trekker: string;

beforeEach(async () => {
  world = await startMailWorld();
  region = await world.make.region('JZ06');
  trekker = await world.make.person(region, { given: 'Quirine', family: 'Proefpersoon' });
  network = await world.make.network(region, { activeFrom: '2026-01-01', ledBy: trekker });
  await world.make.activity(network, '2026-11-01');
  await world.make.account('coordinator', { role: 'COORDINATOR', regionId: region });
  await world.accountEmail('coordinator', 'coordinator@example.org');
});
afterEach(() => world.close());

const sql = (statement: string, values: unknown[] = []) => world.service.owner.query(statement, values);
async function at(moment: string): Promise<void> {
  world.service.travelTo(moment);
  const reports = await world.service.tick();
  expect(reports.filter(({ counts }) => counts === null)).toEqual([]);
}
/** It is made in quiet hours, so that it waits until the morning. */
const evening = () => at('2026-12-01T22:30:00Z');
const morning = () => at('2026-12-02T09:00:00Z');
async function waiting(): Promise<string[]> {
  const { rows } = await sql('select kind from mails where sent_at is null and attempts < 12 order by kind');
  return (rows as { kind: string }[]).map(({ kind }) => kind).filter((kind) => kind !== 'DIGEST');
}
async function sent(): Promise<string[]> {
  const emails = await world.emails();
  const kinds = emails.map(({ name }) => /^[\d-]{10}-(.*?)-[0-9a-f]{8}-/.exec(name)![1]!);
  return kinds.filter((kind) => kind !== 'digest').sort();
}
const plan = (on: string | null) =>
  sql('update trekkerschappen set planned_end_on = $1, planned_end_reason = $2', [on, on && 'OTHER']);

async function overdueHandover(): Promise<void> {
  const { rows } = await sql('select id from trekkerschappen');
  const id = await world.make.successionPlan(network, (rows[0] as { id: string }).id);
  await world.make.handoverItem(id);
  await sql(`update handover_items set due_on = '2026-11-30'`);
}

const CASES: Readonly<Record<string, { made: () => Promise<unknown>; undone: () => Promise<unknown> }>> = {
  'an expected end, after the plan to stop was withdrawn': {
    made: () => plan('2027-02-28'),
    undone: () => plan(null),
  },
  'support that ends, after it was extended': {
    made: async () =>
      world.make.support(network, await world.make.organisation(region), '[2026-01-01,2027-03-01)'),
    undone: () => sql(`update support_arrangements set period = '[2026-01-01,2027-12-01)'`),
  },
  'support that ends, after other support was agreed': {
    made: async () =>
      world.make.support(network, await world.make.organisation(region), '[2026-01-01,2027-03-01)'),
    undone: async () => world.make.support(network, await world.make.organisation(region), '[2027-03-01,)'),
  },
  'a handover, after its last item was ticked': {
    made: overdueHandover,
    undone: () => sql(`update handover_items set done_on = '2026-12-02'`),
  },
  'a school tie, after it was confirmed': {
    made: () => world.make.schoolTie(trekker, '2025-11-01'),
    undone: () => sql(`update school_ties set confirmed_on = '2026-12-02'`),
  },
  'an expected end of a network that ended': {
    made: () => plan('2027-02-28'),
    undone: () => sql(`update oudernetwerken set ended_on = '2026-12-01', end_reason = 'OTHER'`),
  },
};

test.each(Object.keys(CASES))('%s, is not mailed', async (name) => {
  const { made, undone } = CASES[name]!;
  await made();
  await evening();
  expect(await waiting()).toHaveLength(1);
  await undone();
  await morning();
  expect([await sent(), await waiting()]).toEqual([[], []]);
});

test.each(Object.keys(CASES))('%s, is mailed if that was not so', async (name) => {
  await CASES[name]!.made();
  await evening();
  await morning();
  expect(await sent()).toHaveLength(1);
});

const END = `mutation ($input: TrekkerschapEndInput!) { trekkerschapEnd(input: $input) { errors { code } } }`;

async function endedAndTakenBack(): Promise<void> {
  const { rows } = await sql('select id from trekkerschappen');
  const id = Buffer.from(`Trekkerschap:${(rows[0] as { id: string }).id}`).toString('base64url');
  world.service.travelTo('2026-12-01T22:30:00Z');
  const input = { id, on: '2026-12-30', reason: 'PERSONAL' };
  const { data } = await world.service.ask('coordinator', END, { input });
  expect(data.trekkerschapEnd.errors).toEqual([]);
  expect(await waiting()).toEqual(['DEPARTURE']);
  // the day stays what it was, but only as a plan
  await sql(`update trekkerschappen set period = '[2026-01-01,)', end_reason = null,
             planned_end_on = '2026-12-30', planned_end_reason = 'OTHER'`);
  await sql(`delete from caretakerships`);
}

test('that a trekker stops is not mailed after that was taken back, though the day is still planned', async () => {
  await endedAndTakenBack();
  await at('2026-12-02T09:00:00Z');
  expect(await sent()).not.toContain('departure');
});

test('what did not leave the first time is judged again the next', async () => {
  await world.accountEmail('coordinator', 'x@example.org\r\nBcc: y@example.org');
  await world.make.schoolTie(trekker, '2025-11-01');
  await at('2026-12-02T09:00:00Z');
  expect(await waiting()).toEqual(['TIE_UNCONFIRMED']);
  await world.accountEmail('coordinator', 'coordinator@example.org');
  await sql(`update school_ties set confirmed_on = '2026-12-02'`);
  await at('2026-12-02T10:00:00Z');
  expect([await sent(), await waiting()]).toEqual([[], []]);
});

test('of two steps that wait only the later one leaves', async () => {
  await plan('2027-03-01');
  await at('2026-12-01T22:30:00Z');
  await at('2027-02-01T23:30:00Z');
  const { rows } = await sql('select step from reminders order by step');
  expect(rows).toEqual([{ step: 1 }, { step: 3 }]);
  expect(await waiting()).toEqual(['EXPECTED_END']);
  await at('2027-02-02T09:00:00Z');
  expect([await sent(), await waiting()]).toEqual([['expected-end'], []]);
});

test('whoever coordinates no more is passed over, even with mail that was made before', async () => {
  await plan('2027-02-28');
  await evening();
  await sql(`update account_roles set period = '[2020-01-01,2026-12-01)'`);
  await world.make.account('next', { role: 'COORDINATOR', regionId: region });
  await world.accountEmail('next', 'next@example.org');
  await morning();
  const emails = await world.emails();
  expect(emails.map(({ header }) => header('to'))).not.toContain('coordinator@example.org');
  expect(emails.map(({ header }) => header('to'))).toContain('next@example.org');
});

test('a digest without work any more is not mailed', async () => {
  await at('2026-11-29T23:30:00Z');
  const { rows } = await sql(`select id from mails where kind = 'DIGEST'`);
  expect(rows).toHaveLength(1);
  await sql(`update account_roles set period = '[2020-01-01,2026-11-30)'`);
  await at('2026-11-30T11:00:00Z');
  expect(await world.emails()).toEqual([]);
});
