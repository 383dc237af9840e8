import { failure } from '../../kernel/failure.js';
import { createSignInLimit } from './sign-in-limit.js';

const GOOD = { issuer: 'https://login.example.test', subject: 'u1' };
const refusedWith = (code: 'TOKEN_INVALID' | 'TOKEN_EXPIRED' | 'UNAVAILABLE') => () =>
  Promise.reject(failure(code));
const bad = refusedWith('TOKEN_INVALID');

test('the eleventh bad token within a minute is too fast, for that address only', async () => {
  let now = 0;
  const limit = createSignInLimit(() => now);
  for (let i = 0; i < 10; i += 1) await expect(limit('a', bad)).rejects.toThrow('TOKEN_INVALID');

  await expect(limit('a', bad)).rejects.toMatchObject({
    problems: [{ code: 'TOO_FAST', params: { seconds: 6 } }],
  });
  await expect(limit('b', bad)).rejects.toThrow('TOKEN_INVALID');

  now = 6_000;
  await expect(limit('a', bad)).rejects.toThrow('TOKEN_INVALID');
  await expect(limit('a', bad)).rejects.toThrow('TOO_FAST');
  now = 66_000;
  for (let i = 0; i < 10; i += 1) await expect(limit('a', bad)).rejects.toThrow('TOKEN_INVALID');
});

test('of simultaneous bad tokens ten are told so', async () => {
  const limit = createSignInLimit(() => 0);
  const all = await Promise.allSettled(Array.from({ length: 30 }, () => limit('a', bad)));
  const messages = all.map((one) => (one.status === 'rejected' ? one.reason.message : ''));
  expect(messages.filter((message) => message === 'TOKEN_INVALID')).toHaveLength(10);
  expect(messages.filter((message) => message === 'TOO_FAST')).toHaveLength(20);
});

test('good, expired and unavailable ones cost nothing', async () => {
  const limit = createSignInLimit(() => 0);
  for (let i = 0; i < 20; i += 1) {
    await expect(limit('a', () => Promise.resolve(GOOD))).resolves.toBe(GOOD);
    await expect(limit('a', refusedWith('TOKEN_EXPIRED'))).rejects.toThrow('TOKEN_EXPIRED');
    await expect(limit('a', refusedWith('UNAVAILABLE'))).rejects.toThrow('UNAVAILABLE');
  }
  await expect(limit('a', bad)).rejects.toThrow('TOKEN_INVALID');
});

test('a good token is let in from an address from which somebody guesses', async () => {
  const limit = createSignInLimit(() => 0);
  for (let i = 0; i < 30; i += 1) await limit('a', bad).catch(() => undefined);
  await expect(limit('a', () => Promise.resolve(GOOD))).resolves.toBe(GOOD);
  await expect(limit('a', () => Promise.resolve(null))).resolves.toBeNull();
});
