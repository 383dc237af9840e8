import { nodeId } from '../../../kernel/node-id.js';
import { SentStatements } from '../../../testing/oracle/sent-statements.js';
import { Makers } from '../../../testing/makers/makers.js';
import { startTestService, type TestService } from '../../../testing/test-service.js';

let service: TestService;
let statements: SentStatements;
let id: string;

beforeAll(async () => {
  service = await startTestService();
  const make = new Makers(service.owner);
  const region = await make.region('JZ06');
  await make.account('coordinator', { role: 'COORDINATOR', regionId: region });
  const trekker = await make.person(region);
  id = nodeId('Oudernetwerk', await make.network(region, { activeFrom: '2026-01-01', ledBy: trekker }));
  statements = new SentStatements(service.owner);
  await service.ask('coordinator', '{ viewer { id } }');
});
afterAll(async () => {
  statements.stop();
  await service.close();
});

async function ask(query: string, variables: object = {}) {
  statements.take();
  const { data, errors, extensions } = await service.ask('coordinator', query, { id, ...variables });
  return { data, errors, cost: extensions?.cost?.requested as number, sent: statements.take().length };
}

describe.each([
  [
    'months',
    'query($id: ID!, $n: Int) { oudernetwerk(id: $id) { list: forecast(months: $n) { month } } }',
    120,
    24,
  ],
  [
    'schoolYears',
    'query($n: Int) { oudernetwerk: region(code: "JZ06") { list: expectedDepartures(schoolYears: $n) { from } } }',
    10,
    3,
  ],
] as const)('%s', (argument, query, most, usual) => {
  test.each([1, 2, most - 1, most])('%d', async (n) => {
    const { data, errors } = await ask(query, { n });
    expect([errors, data.oudernetwerk.list.length]).toEqual([undefined, n]);
  });

  test('left out, or null', async () => {
    for (const variables of [{}, { n: null }]) {
      expect((await ask(query, variables)).data.oudernetwerk.list).toHaveLength(usual);
    }
  });

  test.each([0, -1, most + 1, 2 ** 31 - 1, -(2 ** 31)])(
    '%d is refused before anything is asked',
    async (n) => {
      const literal = query.replace(', $n: Int', '').replace('($n: Int)', '').replace('$n', String(n));
      for (const { data, errors, sent } of [await ask(query, { n }), await ask(literal)]) {
        expect([data, sent]).toEqual([null, 0]);
        expect(errors[0].extensions.code).toBe('BAD_USER_INPUT');
        expect(errors[0].message).toContain(argument);
        expect(errors[0].message).toContain(String(most));
      }
    },
  );
});

test.each([
  '2027-02-29',
  '0000-12-31',
  '10000-01-01',
  '+010000-01-01',
  '-000001-01-01',
  '',
  'morgen',
  20270101,
])('no day: %p', async (on) => {
  const query = 'query($id: ID!, $on: Date) { oudernetwerk(id: $id) { continuity(on: $on) { band } } }';
  const { errors, sent } = await ask(query, { on });
  expect([errors[0].extensions.code, sent]).toEqual(['BAD_USER_INPUT', 0]);
});

test('many days of many networks at once are too much, and are not begun', async () => {
  const years = (count: number) =>
    Array.from(
      { length: count },
      (_each, year) => `y${year}: continuity(on: "20${30 + year}-01-01") { band }`,
    );
  const page = (count: number) =>
    ask(`{ oudernetwerken(first: 100) { nodes { name ${years(count).join(' ')} } } }`);
  expect((await page(1)).errors).toBeUndefined();
  const { data, errors, sent } = await page(2);
  expect([data, sent, errors[0].extensions.code]).toEqual([null, 0, 'LIMIT_EXCEEDED']);
  const one = await ask('query($id: ID!) { oudernetwerk(id: $id) { continuity { band } } }');
  const other = await ask(
    'query($id: ID!) { oudernetwerk(id: $id) { continuity(on: "2030-01-01") { band } } }',
  );
  expect([one.cost, other.cost - one.cost]).toEqual([2, 25]);
});

test('a long forecast of many networks is too much', async () => {
  const { errors, sent } = await ask(
    '{ oudernetwerken(first: 100) { nodes { forecast(months: 120) { probability } } } }',
  );
  expect([errors[0].extensions.code, sent]).toEqual(['LIMIT_EXCEEDED', 0]);
});
