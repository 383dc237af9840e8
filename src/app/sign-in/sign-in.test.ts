import { failure } from '../../kernel/failure.js';
import { startTestService, TEST_ISSUER, type TestService } from '../../testing/test-service.js';

const PROXY = '10.0.0.7';

let service: TestService;
beforeAll(async () => {
  service = await startTestService({ TRUST_PROXY: [PROXY] }, (header) =>
    header === 'Bearer good'
      ? Promise.resolve({ issuer: TEST_ISSUER, subject: 'good' })
      : Promise.reject(failure('TOKEN_INVALID')),
  );
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
