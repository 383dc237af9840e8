import { DEMO_ACCOUNTS } from './demo-accounts.js';
import { demoBench, ISSUER, TODAY, type DemoBench } from './testing/demo-bench.js';
import { demoId } from './demo-ids.js';

let bench: DemoBench;

beforeAll(async () => {
  bench = await demoBench();
});
beforeEach(() => bench.empty());
afterAll(() => bench?.close());

test('each account signs in with its role, and a parent reaches the networks it leads', async () => {
  await bench.add();
  const viewers = await bench.rowsOf(
    `select s.subject, jsonb_path_query_array(v, '$.roles[*].kind') as roles, jsonb_array_length(v -> 'regions') as regions,
       jsonb_array_length(v -> 'led') as led, jsonb_array_length(v -> 'supported') as supported,
       jsonb_array_length(v -> 'outlines') as outlines, jsonb_array_length(v -> 'bodies') as bodies
     from unnest($1::text[]) with ordinality as s (subject, n), viewer_of($2, s.subject, $3) as v order by s.n`,
    [DEMO_ACCOUNTS.map((account) => account.subject), ISSUER, TODAY],
  );
  const of = (
    subject: string,
    roles: string[],
    regions: number,
    led: number,
    supported: number,
    outlines: number,
    bodies = 0,
  ) => ({
    ...{ subject, roles, regions, led, supported, outlines, bodies },
  });
  expect(viewers).toEqual([
    of('demo-admin', ['ADMIN'], 0, 0, 0, 0),
    of('demo-coordinator-JZ06', ['COORDINATOR'], 1, 0, 0, 0, 1),
    of('demo-coordinator-JZ14', ['COORDINATOR'], 1, 0, 0, 0, 4),
    of('demo-coordinator-JZ22', ['COORDINATOR'], 1, 0, 0, 0, 2),
    of('demo-secretary-JZ06', ['SECRETARY'], 0, 0, 0, 0, 1),
    of('demo-secretary-JZ14', ['SECRETARY'], 0, 0, 0, 0, 4),
    of('demo-secretary-JZ22', ['SECRETARY'], 0, 0, 0, 0, 2),
    of('demo-supporter-JZ06', ['SUPPORTER'], 0, 0, 2, 0),
    of('demo-parent-JZ06', [], 0, 1, 0, 1),
    of('demo-parent-JZ22', [], 0, 1, 0, 2),
    of('demo-parent-JZ14', [], 0, 0, 0, 1),
    of('demo-parent-fatma', [], 0, 0, 0, 1),
    of('demo-parent-bram', [], 0, 0, 0, 2),
  ]);
});

test('it is added once; what was changed since stays, and the accounts follow the issuer', async () => {
  await bench.add();
  await bench.client.query(`update oudernetwerken set name = 'Anders' where id = $1`, [
    demoId('network', 'twente-noord'),
  ]);
  expect(await bench.add('2027-06-01', 'http://localhost:4001/oidc')).toBe(false);
  expect(await bench.rowsOf(`select count(*)::integer from oudernetwerken where name = 'Anders'`)).toEqual([
    { count: 1 },
  ]);
  const subjects = DEMO_ACCOUNTS.map((account) => account.subject);
  expect(
    await bench.rowsOf('select distinct issuer from accounts where subject = any ($1)', [subjects]),
  ).toEqual([{ issuer: 'http://localhost:4001/oidc' }]);
});
