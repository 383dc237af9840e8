import { Client } from 'pg';
import { FEATURES } from '../app/features.js';
import { cloneDatabase, type TestDatabase } from './database.js';

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

/** Columns of tables, without those that PostgreSQL works out from others. */
const COLUMNS = `
  column_of as (
    select c.oid as table_id, c.relname::text as "table", a.attnum, a.attname::text as name, a.atttypid::regtype::text as type
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  ),
  reference as (
    select conrelid as table_id, attnum, confrelid as to_table
    from pg_constraint cross join lateral unnest(conkey) attnum where contype = 'f'
  ),
  -- tables whose rows are about one person
  of_person as (
    select 'people'::regclass::oid as table_id
    union
    select c.table_id from column_of c join reference r using (table_id, attnum)
    where r.to_table = 'people'::regclass and c.name = 'person_id'
  )`;

/** Whatever leads to a person, or to a row that is about one, by a foreign key or by an id that may be of anything. */
const LEADS_TO_A_PERSON = `
  with ${COLUMNS}
  select "table", name from column_of c where type = 'uuid' and (
    exists (select from reference r where r.table_id = c.table_id and r.attnum = c.attnum
      and r.to_table in (select table_id from of_person) and c.name not in ('body_id', 'region_id', 'seat_id'))
    or name in ('account_id', 'subject_id', 'recipient_id') and not exists (
      select from reference r where r.table_id = c.table_id and r.attnum = c.attnum))`;

/** What somebody writes of a person, or what a person is called: no code out of a list, and no reference. */
const SAYS_SOMETHING_OF_A_PERSON = `
  with ${COLUMNS},
  near_person as (
    select table_id from of_person
    union
    select r.table_id from column_of c join reference r using (table_id, attnum)
    where r.to_table in (select table_id from of_person where table_id not in ('accounts'::regclass, 'people'::regclass))
  )
  select "table", name from column_of c
  where type in ('text', 'text[]', 'jsonb', 'bytea') and table_id in (select table_id from near_person)
    and not exists (select from reference r where r.table_id = c.table_id and r.attnum = c.attnum)
    and not exists (select from pg_constraint k where k.conrelid = c.table_id and c.attnum = any (k.conkey)
      and k.contype = 'c' and pg_get_constraintdef(k.oid) ~ 'ARRAY')`;

/** An address or number by which somebody is reached, also of a role: a person may be behind it. */
const REACHES_SOMEBODY = `
  with ${COLUMNS}
  select "table", name from column_of
  where type in ('text', 'bytea') and name ~ 'email|phone|mailbox|(^|_)address'`;

interface Place {
  readonly table: string;
  readonly name: string;
}

const declared = FEATURES.flatMap(({ personal = {} }) => Object.keys(personal));
const isDeclared = ({ table, name }: Place) =>
  declared.includes(table) || declared.includes(`${table}.${name}`);
const inWords = ({ table, name }: Place) => `${table}.${name}`;

test.each([
  ['leads to a person', LEADS_TO_A_PERSON],
  ['says something of a person', SAYS_SOMETHING_OF_A_PERSON],
])('every column that %s has a fate when they depart, move, merge, export or are erased', async (_, sql) => {
  const { rows } = await owner.query<Place>(sql);
  expect(rows.length).toBeGreaterThan(20);
  expect(rows.filter((row) => !isDeclared(row)).map(inWords)).toEqual([]);
});

const classified = FEATURES.flatMap(({ processed = [] }) =>
  processed.flatMap(({ table, columns }) => columns.map((name) => ({ table, name }))),
).map(inWords);

test('every personal column is classified: whose it is, what for, on what ground, how long, and who sees it', async () => {
  const ofPeople = declared.filter((name) => !name.includes('.'));
  const { rows } = await owner.query<Place>(
    `with ${COLUMNS}
     select "table", name from column_of where "table" = any ($1) and name <> all ('{id,version}')
     union (${LEADS_TO_A_PERSON}) union (${SAYS_SOMETHING_OF_A_PERSON}) union (${REACHES_SOMEBODY})
     order by 1, 2`,
    [ofPeople],
  );
  expect(rows.length).toBeGreaterThan(300);
  expect(rows.map(inWords).filter((name) => !classified.includes(name))).toEqual([]);
});

test('what is classified is there, once', async () => {
  const { rows } = await owner.query<Place>(`with ${COLUMNS} select "table", name from column_of`);
  const there = new Set(rows.map(inWords));
  expect(classified.filter((name) => !there.has(name))).toEqual([]);
  expect(classified.filter((name, place) => classified.indexOf(name) !== place)).toEqual([]);
});

test('what has a fate is there, and has one', async () => {
  const { rows } = await owner.query<Place>(`with ${COLUMNS} select "table", name from column_of`);
  const there = new Set(rows.flatMap((row) => [row.table, inWords(row)]));
  expect(declared.filter((name) => !there.has(name))).toEqual([]);
  expect(declared.filter((name, place) => declared.indexOf(name) !== place)).toEqual([]);
});
