import { Client } from 'pg';
import { v7 as uuid } from 'uuid';
import { cloneDatabase, type TestDatabase } from '../../testing/database.js';
import { seed } from '../../testing/effort.js';
import { Makers } from '../../testing/makers/makers.js';

let database: TestDatabase;
let owner: Client;
let region: string;
let account: string;

beforeAll(async () => {
  database = await cloneDatabase();
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const make = new Makers(owner);
  region = await make.region('JZ06');
  await make.account('coordinator', { role: 'COORDINATOR', regionId: region });
  const { rows } = await owner.query<{ id: string }>('select id from accounts');
  account = rows[0]!.id;
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

/** One record is annulled, and perhaps replaced. */
async function annul(subject: string, by: string | null = uuid()): Promise<string | null> {
  await owner.query(
    `insert into annulments (id, subject_type, subject_id, region_id, account_id, annulled_at, reason, replaced_by)
     values ($1, 'Membership', $2, $3, $4, '2026-11-25', 'Vergissing', $5)`,
    [uuid(), subject, region, account, by],
  );
  return by;
}

async function leadsTo(id: string): Promise<string | null> {
  const { rows } = await owner.query<{ id: string | null }>('select corrected_id($1) as id', [id]);
  return rows[0]!.id;
}

/** Old ids of which the end by their line is not the one that is found step by step. */
async function wrong(): Promise<unknown[]> {
  await owner.query('analyze annulments');
  const { rows } = await owner.query(
    `select subject_id from annulments a left join lateral end_of_chain(a.subject_id) last on true
     where corrected_id(a.subject_id) is distinct from last.id or (a.line is null) <> (a.replaced_by is null)`,
  );
  return rows;
}

test('every old id of a chain leads to the newest record, also once that is annulled', async () => {
  const first = uuid();
  const second = (await annul(first))!;
  const third = (await annul(second))!;
  expect([await leadsTo(first), await leadsTo(second), await leadsTo(third)]).toEqual([third, third, null]);
  await annul(third, null);
  expect([await leadsTo(first), await leadsTo(second), await leadsTo(third)]).toEqual([third, third, null]);
  expect(await wrong()).toEqual([]);
});

test('records that joined lead to what they joined in, and elsewhere once they part', async () => {
  const [one, before, other, joint] = [uuid(), uuid(), uuid(), uuid()];
  await annul(before, one);
  await annul(one, joint);
  const later = (await annul(joint))!;
  // it joins what was corrected meanwhile
  await annul(other, joint);
  expect([await leadsTo(before), await leadsTo(one), await leadsTo(other)]).toEqual([later, later, later]);
  expect(await wrong()).toEqual([]);

  await owner.query('delete from annulments where subject_id = $1', [one]);
  await owner.query('update annulments set replaced_by = $1 where subject_id = $2', [one, other]);
  expect([await leadsTo(before), await leadsTo(one), await leadsTo(other)]).toEqual([one, null, one]);
  expect(await leadsTo(joint)).toBe(later);
  expect(await wrong()).toEqual([]);
});

test('a long chain is followed at the cost of a short one', async () => {
  const first = uuid();
  let last = first;
  for (let step = 0; step < 200; step++) last = (await annul(last))!;
  expect(await leadsTo(first)).toBe(last);
  const { rows } = await owner.query<{ 'QUERY PLAN': [{ Plan: { 'Shared Hit Blocks': number } }] }>(
    `explain (analyze, buffers, format json) select corrected_id('${first}')`,
  );
  // some pages of the two indexes, whatever the number of steps
  expect(rows[0]!['QUERY PLAN'][0].Plan['Shared Hit Blocks']).toBeLessThan(30);
});

const start = seed();
test(`however records are corrected, join and part, each leads where its steps do; seed ${start}`, async () => {
  let drawn = (start % 2_147_483_646) + 1;
  const pick = <Each>(from: readonly Each[]): Each => {
    drawn = (drawn * 48_271) % 2_147_483_647;
    return from[drawn % from.length]!;
  };
  const living = [uuid(), uuid(), uuid(), uuid()];
  const gone: string[] = [];
  const leave = (one: string) => gone.push(...living.splice(living.indexOf(one), 1));
  const steps: Readonly<Record<string, (one: string) => Promise<unknown>>> = {
    CORRECT: async (one) => living.push((await annul(one))!),
    NEVER_WAS: (one) => annul(one, null),
    JOIN: (one) => annul(one, pick(living.filter((each) => each !== one))),
  };
  for (let turn = 0; turn < 40; turn++) {
    const what = living.length < 3 ? 'CORRECT' : pick(['CORRECT', 'JOIN', 'NEVER_WAS', 'JOIN_LATE', 'PART']);
    if (what in steps) {
      const one = pick(living);
      await steps[what]!(one);
      leave(one);
    } else if (what === 'JOIN_LATE' && gone.length > 0) {
      const joined = uuid();
      await annul(joined, pick(gone));
      gone.push(joined);
    } else if (gone.length > 0) {
      const back = pick(gone);
      await owner.query('delete from annulments where subject_id = $1', [back]);
      living.push(...gone.splice(gone.indexOf(back), 1));
    }
    expect([turn, what, await wrong()]).toEqual([turn, what, []]);
  }
});
