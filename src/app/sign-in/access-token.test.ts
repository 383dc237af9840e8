import { base64url, exportJWK, exportSPKI, generateKeyPair, SignJWT, type JWK } from 'jose';
import { createTokenVerifier, type TokenRules } from './access-token.js';
import { localKeys } from './access-token-keys.js';

/** As from one address. */
function tokenVerifier(rules: TokenRules) {
  const verify = createTokenVerifier(rules);
  return (header: string | undefined) => verify(header, '192.0.2.1');
}

const ISSUER = 'https://login.example.test';
const AUDIENCE = 'oudernetwerken';
const NOW = Date.parse('2026-11-02T10:00:00Z');
const SECONDS = NOW / 1000;

type Keys = Awaited<ReturnType<typeof generateKeyPair>>;
type Claims = Record<string, unknown>;

let ours: Keys;
let theirs: Keys;
let publicKey: JWK;

beforeAll(async () => {
  ours = await generateKeyPair('ES256', { extractable: true });
  theirs = await generateKeyPair('ES256');
  publicKey = { ...(await exportJWK(ours.publicKey)), kid: 'k1', alg: 'ES256', use: 'sig' };
});

const good: Claims = { iss: ISSUER, aud: AUDIENCE, sub: 'u1', iat: SECONDS, exp: SECONDS + 600 };

function sign(
  claims: Claims = good,
  header: object = {},
  key: Keys['privateKey'] | Uint8Array = ours.privateKey,
) {
  return new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid: 'k1', ...header }).sign(key);
}

function without(claim: string): Claims {
  return Object.fromEntries(Object.entries(good).filter(([name]) => name !== claim));
}

function verifier(now = () => NOW) {
  return tokenVerifier({
    issuer: ISSUER,
    audience: AUDIENCE,
    keys: localKeys({ keys: [publicKey] }),
    now,
  });
}

const part = (value: object) => base64url.encode(JSON.stringify(value));

test('no header is an anonymous caller', async () => {
  await expect(verifier()(undefined)).resolves.toBeNull();
});

test('the good twin: issuer and subject of a signed token', async () => {
  await expect(verifier()(`Bearer ${await sign()}`)).resolves.toEqual({ issuer: ISSUER, subject: 'u1' });
});

const accepted: Record<string, () => Promise<string>> = {
  'expired within the skew': () => sign({ ...good, exp: SECONDS - 29 }),
  'not yet valid within the skew': () => sign({ ...good, nbf: SECONDS + 29 }),
  'an audience among others': () => sign({ ...good, aud: ['other', AUDIENCE] }),
  'typ at+jwt': () => sign(good, { typ: 'at+jwt' }),
  'typ application/at+jwt': () => sign(good, { typ: 'application/at+JWT' }),
  'typ JWT': () => sign(good, { typ: 'JWT' }),
};
test.each(Object.keys(accepted))('accepted: %s', async (name) => {
  await expect(verifier()(`Bearer ${await accepted[name]!()}`)).resolves.toMatchObject({ subject: 'u1' });
});

const refused: Record<string, () => Promise<string>> = {
  'expired, signed with another key': () => sign({ ...good, exp: SECONDS - 31 }, {}, theirs.privateKey),
  'not yet valid': () => sign({ ...good, nbf: SECONDS + 31 }),
  'another issuer': () => sign({ ...good, iss: `${ISSUER}.evil.test` }),
  'no issuer': () => sign(without('iss')),
  'another audience': () => sign({ ...good, aud: 'graphiql' }),
  'no audience': () => sign(without('aud')),
  'no exp': () => sign(without('exp')),
  'exp as text': () => sign({ ...good, exp: String(SECONDS + 600) }),
  'no sub': () => sign(without('sub')),
  'empty sub': () => sign({ ...good, sub: '' }),
  'sub that is no text': () => sign({ ...good, sub: 7 }),
  'sub with NUL': () => sign({ ...good, sub: 'u\u0000' }),
  'sub over 255 characters': () => sign({ ...good, sub: 'u'.repeat(256) }),
  'signed with another key under our key id': () => sign(good, {}, theirs.privateKey),
  'unknown key id': () => sign(good, { kid: 'k2' }),
  'payload swapped': async () => {
    const [header, , signature] = (await sign()).split('.');
    return `${header}.${part({ ...good, sub: 'u2' })}.${signature}`;
  },
  'signature cut off': async () => `${(await sign()).split('.').slice(0, 2).join('.')}.`,
  'alg none': async () => `${part({ alg: 'none' })}.${part(good)}.`,
  'HS256 with the public key as secret': async () =>
    sign(good, { alg: 'HS256' }, Buffer.from(await exportSPKI(ours.publicKey))),
  'an asymmetric algorithm off the list': async () => {
    const { privateKey } = await generateKeyPair('ES384');
    return sign(good, { alg: 'ES384' }, privateKey);
  },
  'a critical header we do not know': async () => {
    const [, payload, signature] = (await sign()).split('.');
    return `${part({ alg: 'ES256', kid: 'k1', crit: ['x'], x: 1 })}.${payload}.${signature}`;
  },
  'a logout token': () => sign(good, { typ: 'logout+jwt' }),
  'a DPoP proof': () => sign(good, { typ: 'dpop+jwt' }),
  'not a JWT': async () => 'opaque',
  'an encrypted JWT': async () => 'a.b.c.d.e',
};
test.each(Object.keys(refused))('TOKEN_INVALID: %s', async (name) => {
  await expect(verifier()(`Bearer ${await refused[name]!()}`)).rejects.toThrow('TOKEN_INVALID');
});

test.each<[string, () => Promise<string>]>([
  ['iss', () => sign({ ...good, iss: 'https://elsewhere.example' })],
  ['aud', () => sign({ ...good, aud: 'another api' })],
  ['nbf', () => sign({ ...good, nbf: SECONDS + 3_600 })],
  ['exp', () => sign(without('exp'))],
  ['sub', () => sign(without('sub'))],
  ['sub', () => sign({ ...good, sub: 'x'.repeat(256) })],
  ['typ', () => sign(good, { typ: 'dpop+jwt' })],
  ['alg', async () => `${part({ alg: 'none' })}.${part(good)}.`],
  ['signature', async () => `${(await sign()).split('.').slice(0, 2).join('.')}.${'A'.repeat(86)}`],
  ['form', async () => 'opaque'],
])('the cause of the refusal is for the log: %s', async (what, token) => {
  await expect(verifier()(`Bearer ${await token()}`)).rejects.toMatchObject({
    problems: [{ code: 'TOKEN_INVALID', params: {} }],
    cause: { part: what, message: `wrong ${what}` },
  });
});

test('TOKEN_EXPIRED: once valid', async () => {
  await expect(verifier()(`Bearer ${await sign({ ...good, exp: SECONDS - 31 })}`)).rejects.toThrow(
    'TOKEN_EXPIRED',
  );
});

test.each(['Bearer', 'Bearer ', 'Bearer TOKEN x', 'Bearer TOKEN\n'])(
  'TOKEN_INVALID: header "%s"',
  async (header) => {
    const token = await sign();
    await expect(verifier()(header.replaceAll('TOKEN', token))).rejects.toThrow('TOKEN_INVALID');
  },
);

test.each(['', 'Basic dTpw', 'TOKEN', 'TOKEN TOKEN', 'DPoP TOKEN', 'Bearers TOKEN'])(
  'UNAUTHENTICATED, for it is of another scheme: header "%s"',
  async (header) => {
    const token = await sign();
    await expect(verifier()(header.replaceAll('TOKEN', token))).rejects.toThrow('UNAUTHENTICATED');
  },
);

test.each(['HS256', 'ES384', 'RS512', 'PS512'])('TOKEN_INVALID: %s, though its key fits', async (alg) => {
  const secret = new Uint8Array(32).fill(7);
  const pair = alg === 'HS256' ? { privateKey: secret, publicKey: secret } : await generateKeyPair(alg);
  const check = tokenVerifier({
    issuer: ISSUER,
    audience: AUDIENCE,
    keys: async () => pair.publicKey,
    now: () => NOW,
  });
  await expect(check(`Bearer ${await sign(good, { alg }, pair.privateKey)}`)).rejects.toThrow(
    'TOKEN_INVALID',
  );
});

test.each(['ES256', 'RS256', 'PS256', 'EdDSA'])('accepted: signed with %s', async (alg) => {
  const { publicKey: key, privateKey } = await generateKeyPair(alg);
  const check = tokenVerifier({
    issuer: ISSUER,
    audience: AUDIENCE,
    keys: async () => key,
    now: () => NOW,
  });
  await expect(check(`Bearer ${await sign(good, { alg }, privateKey)}`)).resolves.toMatchObject({
    subject: 'u1',
  });
});

test('a token is verified once, and no longer remembered after its end or ten minutes', async () => {
  let now = NOW;
  let looks = 0;
  const local = localKeys({ keys: [publicKey] });
  const verify = tokenVerifier({
    issuer: ISSUER,
    audience: AUDIENCE,
    now: () => now,
    keys: (header, token) => {
      looks += 1;
      return local(header, token);
    },
  });
  const short = `Bearer ${await sign({ ...good, exp: SECONDS + 60 })}`;
  const long = `Bearer ${await sign({ ...good, exp: SECONDS + 3_600 })}`;
  for (const header of [short, short, short, long, long]) await verify(header);
  expect(looks).toBe(2);

  now = NOW + 91_000;
  await expect(verify(short)).rejects.toThrow('TOKEN_EXPIRED');
  await verify(long);
  expect(looks).toBe(3);
  now = NOW + 601_000;
  await verify(long);
  expect(looks).toBe(4);
});

test('who guesses in crowds is waited for by others no longer than their turn', async () => {
  const verify = createTokenVerifier({
    issuer: ISSUER,
    audience: AUDIENCE,
    keys: localKeys({ keys: [publicKey] }),
    now: () => NOW,
  });
  const forged = await sign(good, {}, theirs.privateKey);
  let guessed = 0;
  const crowd = Array.from({ length: 500 }, () =>
    verify(`Bearer ${forged}`, '192.0.2.66').catch(() => (guessed += 1)),
  );
  await expect(verify(`Bearer ${await sign()}`, '192.0.2.1')).resolves.toMatchObject({ subject: 'u1' });
  expect(guessed).toBeLessThan(50);
  await Promise.all(crowd);
  expect(guessed).toBe(500);
});

test.each([
  ['another issuer', { ...good, iss: 'https://evil.test' }, {}],
  ['a logout token', good, { typ: 'logout+jwt' }],
  ['an algorithm off the list', good, { alg: 'HS256' }],
])('%s is refused without a look for a key', async (_, claims, header) => {
  const keys = jest.fn();
  const verify = tokenVerifier({ issuer: ISSUER, audience: AUDIENCE, keys, now: () => NOW });
  const token = `${part({ alg: 'ES256', kid: 'k1', ...header })}.${part(claims)}.c2ln`;
  await expect(verify(`Bearer ${token}`)).rejects.toThrow('TOKEN_INVALID');
  expect(keys).not.toHaveBeenCalled();
});
