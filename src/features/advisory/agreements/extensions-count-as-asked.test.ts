import { Client } from 'pg';
import type { QueryRunner } from 'typeorm';
import { landedMigrations } from '../../../db/migration/landed-migrations.js';
import { cloneDatabase, type TestDatabase } from '../../../testing/database.js';

const MIGRATION = 'RegionAgreements1764430000100';
const id = (last: number) => `00000000-0000-7000-8000-${String(last).padStart(12, '0')}`;
const [HOME, BELOW, OTHER, ANOTHER] = [id(1), id(2), id(3), id(4)];
const [BODY, ENDED] = [id(11), id(12)];

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

/** Runs the migrations from one on, and stops before another. */
async function migrate(from: string | null, before: string | null): Promise<void> {
  const names = landedMigrations().map(({ name }) => name);
  const end = before ? names.indexOf(before) : names.length;
  const runner = { query: (sql: string) => owner.query(sql) } as unknown as QueryRunner;
  for (const Migration of landedMigrations().slice(from ? names.indexOf(from) : 0, end)) {
    await new Migration().up(runner);
  }
}

test('what coordinators had extended bodies to counts as asked, by whoever did', async () => {
  // beside the tables that are there already
  await owner.query('create schema before; set search_path = before, public');
  await migrate(null, MIGRATION);
  const country = id(5);
  await owner.query(`
    insert into regions (id, code, name, kind, parent_id) values ('${country}', 'NL', 'Nederland', 'LAND', null),
      ('${HOME}', 'A', 'A', 'JEUGDREGIO', '${country}'), ('${BELOW}', 'AA', 'AA', 'WERKREGIO', '${HOME}'),
      ('${OTHER}', 'B', 'B', 'JEUGDREGIO', '${country}'), ('${ANOTHER}', 'C', 'C', 'JEUGDREGIO', '${country}');
    insert into accounts (id, issuer, subject, display_name) values ('${id(21)}', 'x', 'x', 'X');
    insert into advisory_bodies (id, name, kind, region_id, region_ids, level, domains, ended_on, term_months,
        break_months, carry_over, replacement_serves_remaining, incompatible_kinds, ends_soon_months, vacancy_days)
      select body, 'Raad', 'OPR', '${HOME}', '{}', 'KIND', '{ZORG}', gone, 48, 0, true, true, '{}', 6, 60
      from (values ('${BODY}'::uuid, null::date), ('${ENDED}', '2026-01-01')) b (body, gone);
    insert into advisory_body_regions values ('${BODY}', '${BELOW}'), ('${BODY}', '${OTHER}'), ('${BODY}', '${ANOTHER}'),
      ('${ENDED}', '${OTHER}');
    insert into audit_log (id, happened_at, account_id, action, subject_type, subject_id, facts)
      values ('${id(31)}', '2026-01-01', '${id(21)}', 'advisoryBody.updated', 'AdvisoryBody', '${BODY}',
        '{"regionIds": ["${OTHER}"]}')`);
  await migrate(MIGRATION, null);
  const { rows } = await owner.query(
    `select body_id, home_region_id, region_id, asked_by, answer, lower(period) = asked_on as "fromThen",
       upper_inf(period) as "goesOn" from region_agreements order by region_id`,
  );
  const asked = { body_id: BODY, home_region_id: HOME, answer: null, fromThen: true, goesOn: true };
  // its own region and those below need no agreement, and a body that is over asks for nothing
  expect(rows).toEqual([
    { ...asked, region_id: OTHER, asked_by: id(21) },
    { ...asked, region_id: ANOTHER, asked_by: null },
  ]);
});
