import { ReadPool } from '../db/reading/read-pool.js';
import { nodeId, parseNodeId } from '../kernel/node-id.js';
import { Makers } from '../testing/makers/makers.js';
import { startTestService, type TestService } from '../testing/test-service.js';

let service: TestService;
let make: Makers;
let region: string;
afterEach(async () => {
  jest.restoreAllMocks();
  await service.close();
});

async function start(settings: Parameters<typeof startTestService>[0]): Promise<void> {
  service = await startTestService(settings);
  make = new Makers(service.owner);
  region = await make.region('JZ06');
  for (const name of ['one', 'other']) await make.account(name, { role: 'COORDINATOR', regionId: region });
}

const RECORD = `mutation($id: ID!) {
  activityRecord(input: { oudernetwerkId: $id, kind: CAFE, title: "Koffie" }) { committed activity { title } } }`;

async function network(): Promise<string> {
  return nodeId('Oudernetwerk', await make.network(region, { activeFrom: '2026-01-01' }));
}

/** A real request costs some of a millisecond in the database: here that is more than anybody has. */
const PRICELESS = { COST_BURST: 1_000, COST_PER_DATABASE_MS: 1_000_000 };

describe('what a request took in the database is charged to its account', () => {
  const read = (who: string) => service.ask(who, '{ regions(first: 1) { nodes { name } } }');

  test.each([
    ['a query', () => read('one')],
    ['the answer of a mutation', async () => service.ask('one', RECORD, { id: await network() })],
  ])('%s', async (_, request) => {
    await start(PRICELESS);
    expect(await request()).toMatchObject({ status: 200, errors: undefined });
    const next = await read('one');
    expect(next).toMatchObject({ status: 429, errors: [{ extensions: { reason: 'TOO_FAST' } }] });
    expect(next.headers['retry-after']).toMatch(/^\d+$/);
    expect(await read('other')).toMatchObject({ status: 200, errors: undefined });
  });
});

test('one account leaves connections for the mutations of others', async () => {
  await start({ POOL_SIZE: 2, LOCK_TIMEOUT_MS: 60_000, STATEMENT_TIMEOUT_MS: 60_000 });
  const [locked, free] = [await network(), await network()];
  await service.owner.query('begin');
  await service.owner.query('select from oudernetwerken where id = $1 for update', [
    parseNodeId(locked)!.uuid,
  ]);
  const greedy = [locked, locked].map((id) => service.ask('one', RECORD, { id }));
  // one of the two has the place of its account, and nothing ends before the lock does but the wait for a place
  expect(await service.ask('other', RECORD, { id: free })).toMatchObject({
    status: 200,
    data: { activityRecord: { committed: true } },
  });
  expect((await Promise.race(greedy)).status).toBe(503);
  await service.owner.query('rollback');
  expect((await Promise.all(greedy)).map(({ status }) => status).sort()).toEqual([200, 503]);
  const { body } = await service.app.inject('/metrics');
  expect(body).toContain('queue_refusals_total{queue="transactions"} 1');
});

test('what is remembered of a statement is short, however long its names are', async () => {
  await start({});
  const read = jest.spyOn(ReadPool.prototype, 'read');
  const named = (alias: string) => service.ask('one', `{ ${alias}: regions(first: 1) { nodes { name } } }`);
  expect(await named('a'.repeat(100))).toMatchObject({ status: 200, errors: undefined });
  const [longest] = read.mock.calls.map(([, { key, text }]) => ({ key, text })).slice(-1);
  expect(longest!.text).toContain('a'.repeat(100));
  expect(longest!.key).toHaveLength(16);
  read.mockClear();
  const refused = await named('a'.repeat(101));
  expect(refused.errors).toMatchObject([{ extensions: { code: 'LIMIT_EXCEEDED', reason: 'TOO_MANY' } }]);
  expect(read).not.toHaveBeenCalled();
});
