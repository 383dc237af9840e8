import { Client } from 'pg';
import { SYSTEM_ROLE } from '../../db/viewer-settings.js';
import { cloneDatabase, type TestDatabase } from '../database.js';
import { SYSTEM_FUNCTIONS, SYSTEM_TABLES } from './system-rights.js';

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

/** `select (id, name)`: of some columns; `select`: of all. */
const RIGHTS = `
  select name, string_agg(lower(privilege_type) || columns, '; ' order by lower(privilege_type)) as rights
  from (
    select c.relname as name, privilege_type, '' as columns
    from pg_class c cross join lateral aclexplode(c.relacl)
    where grantee = $1::regrole and relnamespace = 'public'::regnamespace
    union all
    select c.relname, privilege_type, format(' (%s)', string_agg(attname, ', ' order by attname))
    from pg_attribute a join pg_class c on c.oid = a.attrelid cross join lateral aclexplode(a.attacl)
    where grantee = $1::regrole and relnamespace = 'public'::regnamespace group by 1, 2
  ) granted
  group by name`;

test('what the service may do on its own behalf is what is listed, table by table', async () => {
  const { rows } = await owner.query<{ name: string; rights: string }>(RIGHTS, [SYSTEM_ROLE]);
  expect(Object.fromEntries(rows.map(({ name, rights }) => [name, rights]))).toEqual(SYSTEM_TABLES);
});

test('the functions that work with the rights of the owner, and that it may call, are listed too', async () => {
  const { rows } = await owner.query<{ name: string }>(
    `select distinct proname::text as name from pg_proc
     where pronamespace = 'public'::regnamespace and prosecdef and has_function_privilege($1, oid, 'execute') order by 1`,
    [SYSTEM_ROLE],
  );
  expect(rows.map(({ name }) => name)).toEqual(SYSTEM_FUNCTIONS);
});
