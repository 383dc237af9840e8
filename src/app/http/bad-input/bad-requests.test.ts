import { nodeId } from '../../../kernel/node-id.js';
import { Makers } from '../../../testing/makers/makers.js';
import { startTestService, type TestService } from '../../../testing/test-service.js';
import { unchanged } from '../../../testing/unchanged.js';

const CREATE = 'mutation($input: PersonCreateInput!) { personCreate(input: $input) { errors { code } } }';

let service: TestService;
let regionId: string;

beforeAll(async () => {
  service = await startTestService();
  const make = new Makers(service.owner);
  const region = await make.region('JZ06');
  await make.account('coordinator', { role: 'COORDINATOR', regionId: region });
  regionId = nodeId('Region', region);
});
afterAll(() => service.close());

interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

async function post(payload: string, type = 'application/json'): Promise<Refusal> {
  const response = await unchanged(service.owner, () =>
    service.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: {
        authorization: 'Bearer coordinator',
        'content-type': type,
        'accept-language': 'en',
        accept: 'application/graphql-response+json',
      },
      payload,
    }),
  );
  const [error] = response.json<{ errors: { message: string; extensions: { code: string } }[] }>().errors;
  return { status: response.statusCode, code: error!.extensions.code, message: error!.message };
}

const query = (text: string) => JSON.stringify({ query: text });
const many = (times: number, text: (n: number) => string) =>
  Array.from({ length: times }, (_, n) => text(n)).join(' ');
const creating = (input: string) => `{"query":${JSON.stringify(CREATE)},"variables":{"input":${input}}}`;
const good = () => `"regionId":"${regionId}","name":{"givenName":"Anna","familyName":"Berg"}`;

test.each<[string, () => string, number, string, RegExp]>([
  [
    'a body of 10 MB',
    () => query(`{ __typename } #${'x'.repeat(10 * 2 ** 20)}`),
    413,
    'LIMIT_EXCEEDED',
    /262144|262,144/,
  ],
  [
    '10,000 aliases',
    () => query(`{ ${many(10_000, (n) => `a${n}: __typename`)} }`),
    400,
    'LIMIT_EXCEEDED',
    /2.?000|token/i,
  ],
  [
    '31 aliases',
    () => query(`{ viewer { ${many(31, (n) => `a${n}: locale`)} } }`),
    400,
    'LIMIT_EXCEEDED',
    /alias/i,
  ],
  [
    '16 root fields',
    () => query(`{ ${many(16, (n) => `f${n}: __typename`)} }`),
    400,
    'LIMIT_EXCEEDED',
    /root/i,
  ],
  [
    '6 mutations',
    () => query(`mutation { ${many(6, (n) => `m${n}: personCreate(input: {}) { errors { code } }`)} }`),
    400,
    'LIMIT_EXCEEDED|BAD_USER_INPUT',
    /./,
  ],
  [
    'a depth of 13',
    () => query(`{ regions { nodes ${'{ parent '.repeat(12)} { id } ${'}'.repeat(12)} } }`),
    400,
    'LIMIT_EXCEEDED',
    /depth/i,
  ],
  [
    'a cost over 5,000',
    () => query('{ regions(first: 100) { nodes { oudernetwerken(first: 100) { nodes { id } } } } }'),
    400,
    'LIMIT_EXCEEDED',
    /cost/,
  ],
  ['an unknown field', () => query('{ nothing }'), 400, 'BAD_USER_INPUT', /nothing/],
  ['half a document', () => query('{ viewer {'), 400, 'BAD_USER_INPUT', /./],
  ['no query', () => '{}', 400, 'BAD_USER_INPUT', /./],
  ['a query that is no text', () => '{"query":5}', 400, 'BAD_USER_INPUT', /./],
  ['a batch', () => `[${query('{ __typename }')},${query('{ __typename }')}]`, 400, 'BAD_USER_INPUT', /./],
  ['half a JSON', () => '{"query":', 400, 'BAD_USER_INPUT', /JSON/],
  [
    'an input nested 5,000 deep',
    () => creating(`${'{"name":'.repeat(5_000)}1${'}'.repeat(5_000)}`),
    400,
    'BAD_USER_INPUT',
    /input/,
  ],
  [
    '__proto__ in the input',
    () => creating(`{${good()},"__proto__":{"note":"x"}}`),
    400,
    'BAD_USER_INPUT',
    /./,
  ],
  [
    'constructor in the input',
    () => creating(`{${good()},"constructor":{"prototype":{"note":"x"}}}`),
    400,
    'BAD_USER_INPUT',
    /./,
  ],
  ['an array for an input', () => creating('[[[]]]'), 400, 'BAD_USER_INPUT', /input/],
  ['null for an input', () => creating('null'), 400, 'BAD_USER_INPUT', /input/],
  ['an unknown input field', () => creating(`{${good()},"bsn":"1"}`), 400, 'BAD_USER_INPUT', /bsn/],
  [
    'an unknown operation',
    () => JSON.stringify({ query: 'query A { __typename }', operationName: 'B' }),
    400,
    'BAD_USER_INPUT',
    /B/,
  ],
])('%s is refused', async (_what, body, status, code, message) => {
  const refusal = await post(body());
  expect(refusal).toEqual({
    status,
    code: expect.stringMatching(code),
    message: expect.stringMatching(message),
  });
});

test.each([
  ['__proto__', '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'],
  ['JSON nested 20,000 deep', `{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}`],
])('%s in a variable that nobody declared does nothing', async (_what, variables) => {
  const response = await service.app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json' },
    payload: `{"query":"{ __typename }","variables":${variables}}`,
  });
  expect(response.statusCode).toBeLessThan(500);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

test.each([
  'text/plain',
  'application/xml',
  'multipart/form-data; boundary=x',
  'application/x-www-form-urlencoded',
])('content type %s is refused', async (type) => {
  const refusal = await post(query('{ __typename }'), type);
  expect(refusal).toEqual({
    status: 415,
    code: 'BAD_USER_INPUT',
    message: expect.stringContaining('application/json'),
  });
});

test('a mutation by GET is refused', async () => {
  const mutation = `mutation { personCreate(input: { regionId: "${regionId}", name: { givenName: "A", familyName: "B" } }) { errors { code } } }`;
  const response = await unchanged(service.owner, () =>
    service.app.inject({
      method: 'GET',
      url: `/graphql?query=${encodeURIComponent(mutation)}`,
      headers: { authorization: 'Bearer coordinator' },
    }),
  );
  expect(response.statusCode).toBe(405);
  expect(response.json<{ errors: { extensions: object }[] }>().errors[0]!.extensions).toMatchObject({
    code: 'BAD_USER_INPUT',
  });
});
