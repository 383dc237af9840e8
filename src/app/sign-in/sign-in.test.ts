import { failure, type FailureCode } from '../../kernel/failure.js';
import { Makers } from '../../testing/makers/makers.js';
import { unchanged } from '../../testing/unchanged.js';
import { startTestService, TEST_ISSUER, type TestService } from '../../testing/test-service.js';

const PROXY = '10.0.0.7';
const REFUSED: Readonly<Record<string, FailureCode>> = {
  'Bearer old': 'TOKEN_EXPIRED',
  'Basic dTpw': 'UNAUTHENTICATED',
};

let service: TestService;
beforeAll(async () => {
  service = await startTestService({ TRUST_PROXY: [PROXY] }, (header) =>
    header === undefined || /^Bearer (good|stranger)$/.test(header)
      ? Promise.resolve(header ? { issuer: TEST_ISSUER, subject: header.slice('Bearer '.length) } : null)
      : Promise.reject(failure(REFUSED[header] ?? 'TOKEN_INVALID')),
  );
  await new Makers(service.owner).account('good', { role: 'ADMIN' });
});
afterAll(() => service.close());

async function statusFor(token: string, peer: string, forwardedFor: string): Promise<number> {
  const { statusCode } = await service.app.inject({
    method: 'POST',
    url: '/graphql',
    remoteAddress: peer,
    headers: { authorization: `Bearer ${token}`, 'x-forwarded-for': forwardedFor },
    payload: { query: '{ __typename }' },
  });
  return statusCode;
}

/** How thirty bad tokens are answered, each of another peer, or of another client if that header is believed. */
async function guess(
  peer: string | ((n: number) => string),
  forwardedFor: (n: number) => string,
): Promise<Record<number, number>> {
  const counts: Record<number, number> = {};
  for (let n = 0; n < 30; n += 1) {
    const status = await statusFor('bad', typeof peer === 'string' ? peer : peer(n), forwardedFor(n));
    counts[status] = (counts[status] ?? 0) + 1;
  }
  return counts;
}

test('a forged header gets nobody past the limit of bad tokens', async () => {
  expect(await guess('203.0.113.9', (n) => `198.51.100.${n}`)).toEqual({ 401: 10, 429: 20 });
  expect(await guess(PROXY, (n) => `198.51.100.${n}, 203.0.113.10`)).toEqual({ 401: 10, 429: 20 });
});

test('a good token comes in from an address over the limit, also the first time', async () => {
  await guess('203.0.113.11', () => '');
  expect(await statusFor('good', '203.0.113.11', '')).toBe(200);
});

test('behind a trusted proxy each client has a limit of their own', async () => {
  expect(await guess(PROXY, (n) => `192.0.2.${n}`)).toEqual({ 401: 30 });
});

test('who has an IPv6 network has one limit for all its addresses, with and without a proxy', async () => {
  expect(
    await guess(
      (n) => `2001:db8:1:2::${n}`,
      () => '',
    ),
  ).toEqual({ 401: 10, 429: 20 });
  expect(await guess(PROXY, (n) => `2001:db8:1:3:${n}::1`)).toEqual({ 401: 10, 429: 20 });
  expect(
    await guess(
      (n) => `2001:db8:2:${n}::1`,
      () => '',
    ),
  ).toEqual({ 401: 30 });
});

test('who signs in by another scheme guesses no token: they are told which one it takes', async () => {
  for (let n = 0; n < 15; n += 1) {
    const { statusCode, headers, body } = await service.app.inject({
      method: 'POST',
      url: '/graphql',
      remoteAddress: '203.0.113.12',
      headers: { authorization: 'Basic dTpw' },
      payload: { query: '{ __typename }' },
    });
    expect([statusCode, headers['www-authenticate']]).toEqual([401, 'Bearer']);
    expect(JSON.parse(body).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  }
});

describe('a token that is refused', () => {
  const challenge = (why: string) => `Bearer error="invalid_token", error_description="${why}"`;

  test.each([
    ['bad', 'TOKEN_INVALID', challenge('The access token is not valid')],
    ['old', 'TOKEN_EXPIRED', challenge('The access token expired')],
    ['stranger', 'NO_ACCOUNT', challenge('The account of the access token is not known')],
  ])('%s: says so, as a program and as a person understand it', async (token, reason, header) => {
    const { status, headers, data, errors } = await service.ask(token, '{ __typename }');
    expect([status, headers['www-authenticate'], data]).toEqual([401, header, null]);
    expect(errors).toMatchObject([
      { message: expect.stringMatching(/^U bent /), extensions: { code: 'UNAUTHENTICATED', reason } },
    ]);
  });

  test.each([
    '{ __schema { queryType { name } } }',
    '{ __typename regions { totalCount } }',
    'mutation { themeCreate(input: { code: "X", labelNl: "X", labelEn: "X" }) { committed } }',
  ])('of an account that is not known opens nothing: %s', async (query) => {
    const answer = await unchanged(service.owner, () => service.ask('stranger', query));
    expect(answer).toMatchObject({
      status: 401,
      data: null,
      errors: [{ extensions: { reason: 'NO_ACCOUNT' } }],
    });
    expect(await service.ask('good', query)).toMatchObject({ status: 200, errors: undefined });
  });

  test('after what is wrong with the document, which asks the database nothing', async () => {
    const { status, errors } = await service.ask('stranger', '{ nothing }');
    expect([status, errors[0].extensions.code]).toEqual([200, 'BAD_USER_INPUT']);
  });

  test('is another thing than none: whoever sends no token reads the schema', async () => {
    const { status, headers, data } = await service.ask(null, '{ __schema { queryType { name } } }');
    expect([status, headers['www-authenticate'], data]).toEqual([
      200,
      undefined,
      { __schema: { queryType: { name: 'Query' } } },
    ]);
  });
});
