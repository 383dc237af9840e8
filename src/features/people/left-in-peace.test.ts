import { Client } from 'pg';
import { cloneDatabase, type TestDatabase } from '../../testing/database.js';

let database: TestDatabase;
let owner: Client;
beforeAll(async () => {
  database = await cloneDatabase();
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

test.each([
  ['2026-11-25', '2027-05-24'],
  ['2026-08-27', '2027-02-26'],
  ['2026-08-28', '2027-02-27'],
  ['2026-08-29', '2027-02-28'],
  ['2026-08-30', '2027-02-28'],
  ['2026-08-31', '2027-02-28'],
  ['2026-09-01', '2027-02-28'],
  ['2026-09-02', '2027-03-01'],
  ['2027-08-31', '2028-02-29'],
  ['2028-02-28', '2028-08-27'],
  ['2028-02-29', '2028-08-28'],
  ['2028-03-01', '2028-08-31'],
  ['2026-12-31', '2027-06-30'],
])('whoever said no on %s is left in peace until %s', async (saidNoOn, until) => {
  const { rows } = await owner.query('select rests_until($1)::text as until', [saidNoOn]);
  expect(rows).toEqual([{ until }]);
});

test('a no counts on a day exactly when an invitation of its day counts as one of the last six months', async () => {
  const { rows } = await owner.query(
    `select no::text, on_day::text
     from generate_series(date '2026-01-01', '2028-12-31', '1 day') no,
       generate_series(no + interval '170 days', no + interval '200 days', '1 day') on_day
     where (rests_until(no::date) >= on_day) <> (no > invitations_count_since(on_day::date))`,
  );
  expect(rows).toEqual([]);
});
