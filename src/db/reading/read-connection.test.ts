import { Client } from 'pg';
import { day } from '../../kernel/clock.js';
import { nobody, type Viewer } from '../../kernel/viewer.js';
import { cloneDatabase, type TestDatabase } from '../../testing/database.js';
import { TEST_LIMITS } from '../testing/limits.js';
import { DurationEstimates } from './duration-estimates.js';
import { ReadConnection } from './read-connection.js';

const TODAY = day('2026-11-25');
const ACCOUNTS = [1, 2, 3].map((n) => `00000000-0000-7000-8000-00000000000${n}`);

let database: TestDatabase;
let connection: ReadConnection;

beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());
beforeEach(() => {
  connection = new ReadConnection(database.serviceUrl, TEST_LIMITS, 'personal', new DurationEstimates(10));
});
afterEach(() => connection.close());

const viewerOf = (accountId: string): Viewer => ({ ...nobody('nl', TODAY), accountId });

async function read(
  text: string,
  accountId = ACCOUNTS[0]!,
  parts: { name?: string; values?: unknown[] } = {},
) {
  const took: number[] = [];
  const statement = { key: text, text, values: [], ...parts };
  const answer = await connection
    .read(viewerOf(accountId), statement, (ms) => took.push(ms))
    .catch((error: unknown) => ({ refused: (error as { code?: string }).code }));
  return { answer, took };
}

const WHO = `select current_setting('app.account') || ' ' || current_user`;

test.each([
  ['as it is', {}],
  ['prepared', { name: 'who' }],
])('each read sees its own viewer, however many share the connection: %s', async (_how, parts) => {
  const asked = [...ACCOUNTS, ...ACCOUNTS, ...ACCOUNTS];
  const answers = await Promise.all(asked.map((account) => read(WHO, account, parts)));
  expect(answers.map(({ answer }) => answer)).toEqual(asked.map((account) => `${account} okn_personal`));
});

test('a read that fails takes its viewer with it', async () => {
  const answers = await Promise.all([
    read('select 1 / 0', ACCOUNTS[0]),
    read('select no_such_function()', ACCOUNTS[1], { name: 'wrong' }),
    read(WHO, ACCOUNTS[2]),
  ]);
  expect(answers.map(({ answer }) => answer)).toEqual([
    { refused: '22012' },
    { refused: '42883' },
    `${ACCOUNTS[2]} okn_personal`,
  ]);
});

test('nothing can be written', async () => {
  expect((await read('select lo_create(0)')).answer).toEqual({ refused: '25006' });
});

test('what it took is known of what succeeds, and of what is refused', async () => {
  const slow = await read('select 1 from pg_sleep(0.05)');
  const refused = await read('select 1 / 0 from pg_sleep(0.05)');
  expect(slow.took).toEqual([expect.any(Number)]);
  expect(slow.took[0]).toBeGreaterThanOrEqual(50);
  expect(refused).toEqual({ answer: { refused: '22012' }, took: [expect.any(Number)] });
});

test('who asks the same behind a read that is cut off before it was prepared has their answer', async () => {
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const limits = { ...TEST_LIMITS, statementTimeoutMs: 500 };
  const hurried = new ReadConnection(database.serviceUrl, limits, 'personal', new DurationEstimates(10));
  const people = { name: 'people', key: 'people', text: 'select count(*)::text from people', values: [] };
  const count = (account: string) => hurried.read(viewerOf(account), people, () => undefined);
  await hurried.read(viewerOf(ACCOUNTS[0]!), { key: WHO, text: WHO, values: [] }, () => undefined);
  await owner.query('begin');
  await owner.query('lock table people');
  const [first, ...behind] = ACCOUNTS.flatMap((account) => [account, account]).map(count);
  await expect(first).rejects.toMatchObject({ code: '57014' });
  await owner.query('commit');
  expect(await Promise.all(behind)).toEqual(behind.map(() => '0'));
  await hurried.close();
  await owner.end();
});
