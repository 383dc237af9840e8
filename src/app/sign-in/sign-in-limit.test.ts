import { failure } from '../../kernel/failure.js';
import { createSignInLimit } from './sign-in-limit.js';
import { createTokenVerifier } from './access-token.js';
import { generateKeyPair, SignJWT } from 'jose';

const badToken = () => Promise.reject(failure('TOKEN_INVALID'));

test('the eleventh failure within a minute is refused unchecked, for that address only', async () => {
  let now = 0;
  const limit = createSignInLimit(() => now);
  const check = jest.fn(badToken);
  for (let i = 0; i < 10; i += 1) await expect(limit('a')(check)).rejects.toThrow('TOKEN_INVALID');

  await expect(limit('a')(check)).rejects.toMatchObject({
    problems: [{ code: 'TOO_FAST', params: { seconds: 6 } }],
  });
  expect(check).toHaveBeenCalledTimes(10);
  await expect(limit('b')(check)).rejects.toThrow('TOKEN_INVALID');

  now = 6_000;
  await expect(limit('a')(check)).rejects.toThrow('TOKEN_INVALID');
  await expect(limit('a')(check)).rejects.toThrow('TOO_FAST');
  now = 66_000;
  for (let i = 0; i < 10; i += 1) await expect(limit('a')(check)).rejects.toThrow('TOKEN_INVALID');
});

test('of simultaneous failures ten are reported', async () => {
  const limit = createSignInLimit(() => 0);
  const all = await Promise.allSettled(Array.from({ length: 30 }, () => limit('a')(badToken)));
  const messages = all.map((one) => (one.status === 'rejected' ? one.reason.message : ''));
  expect(messages.filter((message) => message === 'TOKEN_INVALID')).toHaveLength(10);
  expect(messages.filter((message) => message === 'TOO_FAST')).toHaveLength(20);
});

test('good sign-ins and an unreachable provider cost nothing', async () => {
  const limit = createSignInLimit(() => 0);
  for (let i = 0; i < 20; i += 1) {
    await expect(limit('a')(async () => 'good')).resolves.toBe('good');
    await expect(limit('a')(() => Promise.reject(failure('UNAVAILABLE')))).rejects.toThrow('UNAVAILABLE');
  }
});

test('a token known to be good keeps working from an address where somebody guesses', async () => {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const rules = { issuer: 'https://login.example.test', audience: 'a', now: () => 0 };
  const verify = createTokenVerifier({ ...rules, keys: async () => publicKey });
  const sign = (jti: string) =>
    new SignJWT({ iss: rules.issuer, aud: 'a', sub: 'u1', exp: 60, jti })
      .setProtectedHeader({ alg: 'ES256' })
      .sign(privateKey);
  const attempt = createSignInLimit(() => 0)('a');
  const known = `Bearer ${await sign('1')}`;
  await verify(known, attempt);

  for (let i = 0; i < 10; i += 1) await expect(verify('Basic x', attempt)).rejects.toThrow('TOKEN_INVALID');
  await expect(verify('Basic x', attempt)).rejects.toThrow('TOO_FAST');
  await expect(verify(`Bearer ${await sign('2')}`, attempt)).rejects.toThrow('TOO_FAST');
  await expect(verify(known, attempt)).resolves.toMatchObject({ subject: 'u1' });
  await expect(verify(undefined, attempt)).resolves.toBeNull();
});
