import { randomUUID } from 'node:crypto';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { base64url, exportJWK, generateKeyPair, SignJWT, type JWK } from 'jose';
import { createTokenVerifier, type TokenRules } from './access-token.js';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { providerKeys } from './provider-keys.js';

/** As from one address. */
function tokenVerifier(rules: TokenRules) {
  const verify = createTokenVerifier(rules);
  return (header: string | undefined) => verify(header, '192.0.2.1');
}

const AUDIENCE = 'oudernetwerken';
const NOW = Date.parse('2026-11-02T10:00:00Z');

let signingKey: Awaited<ReturnType<typeof generateKeyPair>>['privateKey'];
let publicKey: JWK;

beforeAll(async () => {
  const pair = await generateKeyPair('ES256', { extractable: true });
  signingKey = pair.privateKey;
  publicKey = { ...(await exportJWK(pair.publicKey)), kid: 'k1', alg: 'ES256', use: 'sig' };
});

let server: Server;
let origin: string;
let paths: string[];
let answer: (path: string) => object | undefined;
/** what the provider does instead of answering */
let hang: ((response: ServerResponse) => void) | undefined;

beforeEach(async () => {
  paths = [];
  hang = undefined;
  server = createServer((request, response) => {
    paths.push(request.url!);
    if (hang) {
      hang(response);
      return;
    }
    const body = answer(request.url!);
    response.writeHead(body ? 200 : 503).end(JSON.stringify(body ?? {}));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const HOUR_MS = 3_600_000;

function remoteVerifier(jwksUri = '', at = () => 0) {
  const { keys } = providerKeys(
    { OIDC_ISSUER: origin, OIDC_JWKS_URI: jwksUri, OIDC_KEYS_MAX_AGE: '24h' },
    pino({ level: 'silent' }),
    at,
  );
  return tokenVerifier({ issuer: origin, audience: AUDIENCE, keys: keys.get, now: () => NOW });
}

/** A token that was not seen before. */
async function headerFor(kid = 'k1') {
  const jti = randomUUID();
  const token = await new SignJWT({ iss: origin, aud: AUDIENCE, sub: 'u1', exp: NOW / 1000 + 600, jti })
    .setProtectedHeader({ alg: 'ES256', kid })
    .sign(signingKey);
  return `Bearer ${token}`;
}

test('keys are discovered at the first token and fetched once, unknown key ids included', async () => {
  answer = (path) =>
    path === '/jwks' ? { keys: [publicKey] } : { issuer: origin, jwks_uri: `${origin}/jwks` };
  const verify = remoteVerifier();
  expect(paths).toEqual([]);
  await expect(verify(await headerFor())).resolves.toMatchObject({ subject: 'u1' });
  await expect(verify(await headerFor('k2'))).rejects.toThrow('TOKEN_INVALID');
  await expect(verify(await headerFor())).resolves.toMatchObject({ subject: 'u1' });
  expect(paths).toEqual(['/.well-known/openid-configuration', '/jwks']);
});

test('keys come from the configured address without discovery', async () => {
  answer = () => ({ keys: [publicKey] });
  const verify = remoteVerifier(`${origin}/elsewhere`);
  await expect(verify(await headerFor())).resolves.toMatchObject({ subject: 'u1' });
  expect(paths).toEqual(['/elsewhere']);
});

test('UNAVAILABLE while keys cannot be had, asked again after five seconds', async () => {
  let now = 0;
  answer = () => undefined;
  const verify = remoteVerifier(`${origin}/jwks`, () => now);
  const header = await headerFor();
  await expect(verify(header)).rejects.toThrow('UNAVAILABLE');
  await expect(verify(header)).rejects.toThrow('UNAVAILABLE');
  expect(paths).toHaveLength(1);

  answer = () => ({ keys: [publicKey] });
  now += 5_000;
  await expect(verify(header)).resolves.toMatchObject({ subject: 'u1' });
});

test('UNAVAILABLE when nobody listens there', async () => {
  const verify = remoteVerifier('http://127.0.0.1:1/jwks');
  await expect(verify(await headerFor())).rejects.toThrow('UNAVAILABLE');
});

test('a discovery document of another issuer lends no keys', async () => {
  answer = (path) =>
    path === '/jwks' ? { keys: [publicKey] } : { issuer: 'https://evil.test', jwks_uri: `${origin}/jwks` };
  await expect(remoteVerifier()(await headerFor())).rejects.toThrow('UNAVAILABLE');
});

test('what can be refused without keys is refused without asking', async () => {
  answer = () => undefined;
  const token = `${base64url.encode('{"alg":"none"}')}.${base64url.encode('{}')}.`;
  await expect(remoteVerifier()(`Bearer ${token}`)).rejects.toThrow('TOKEN_INVALID');
  expect(paths).toEqual([]);
});

describe('while the provider is away', () => {
  const known = { subject: 'u1' };

  test('its last keys stay in use for as long as configured, and it is asked now and then', async () => {
    let now = 0;
    answer = () => ({ keys: [publicKey] });
    const verify = remoteVerifier(`${origin}/jwks`, () => now);
    await expect(verify(await headerFor())).resolves.toMatchObject(known);

    answer = () => undefined;
    now = 11 * 60_000;
    for (let i = 0; i < 20; i += 1) await expect(verify(await headerFor())).resolves.toMatchObject(known);
    expect(paths).toHaveLength(2);
    now = 24 * HOUR_MS - 1;
    await expect(verify(await headerFor())).resolves.toMatchObject(known);
    now = 24 * HOUR_MS;
    await expect(verify(await headerFor())).rejects.toThrow('UNAVAILABLE');

    answer = () => ({ keys: [publicKey] });
    now += 5_000;
    await expect(verify(await headerFor())).resolves.toMatchObject(known);
  });

  test('an unknown key id may be a new key: that is asked for, not once per token', async () => {
    let now = 0;
    answer = () => ({ keys: [publicKey] });
    const verify = remoteVerifier(`${origin}/jwks`, () => now);
    await verify(await headerFor());
    answer = () => undefined;
    now = 31_000;
    const all = await Promise.allSettled(
      (await Promise.all(Array.from({ length: 20 }, () => headerFor('new')))).map((header) => verify(header)),
    );
    expect(all.map((one) => one.status === 'rejected' && one.reason.message)).toEqual(
      all.map(() => 'UNAVAILABLE'),
    );
    expect(paths).toHaveLength(2);
    await expect(verify(await headerFor())).resolves.toMatchObject(known);

    answer = () => ({ keys: [publicKey, { ...publicKey, kid: 'new' }] });
    now += 5_000;
    await expect(verify(await headerFor('new'))).resolves.toMatchObject(known);
    expect(paths).toHaveLength(3);
  });

  test('nobody whose key is known waits until it gives no answer', async () => {
    let now = 0;
    answer = () => ({ keys: [publicKey] });
    const verify = remoteVerifier(`${origin}/jwks`, () => now);
    await verify(await headerFor());
    let open = 0;
    hang = (response) => {
      open += 1;
      response.on('close', () => (open -= 1));
    };
    now = 11 * 60_000;
    for (let i = 0; i < 20; i += 1) await expect(verify(await headerFor())).resolves.toMatchObject(known);
    // the one question is still open
    expect(open).toBe(1);
    expect(paths).toHaveLength(2);
  });

  test('a key that it withdrew is good for nothing once it is back', async () => {
    let now = 0;
    answer = () => ({ keys: [publicKey] });
    const verify = remoteVerifier(`${origin}/jwks`, () => now);
    await verify(await headerFor());
    answer = () => ({ keys: [{ ...publicKey, kid: 'other' }] });
    now = 8 * HOUR_MS;
    await expect(verify(await headerFor())).rejects.toThrow('TOKEN_INVALID');
  });

  test('log and metrics tell, the log not at every attempt', async () => {
    let now = 0;
    const lines: string[] = [];
    const log = pino({ level: 'info' }, { write: (line) => void lines.push(line) });
    const { keys, measures } = providerKeys(
      { OIDC_ISSUER: origin, OIDC_JWKS_URI: `${origin}/jwks`, OIDC_KEYS_MAX_AGE: '1h' },
      log,
      () => now,
    );
    const verify = tokenVerifier({ issuer: origin, audience: AUDIENCE, keys: keys.get, now: () => NOW });
    const registry = new Registry();
    for (const measure of measures) registry.registerMetric(measure);
    answer = () => ({ keys: [publicKey] });
    await verify(await headerFor());

    answer = () => undefined;
    for (now = 600_000; now < 660_000; now += 10_000) await verify(await headerFor());
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { level: 40, ageSeconds: 600, msg: expect.stringContaining('those from before stay in use') },
    ]);
    expect(await registry.metrics()).toContain('oidc_key_fetches_total{outcome="FAILED"} 6');
    expect(await registry.metrics()).toContain('oidc_keys_age_seconds 660');
    for (now = 3_700_000; now < 3_720_000; now += 10_000)
      await expect(verify(await headerFor())).rejects.toThrow('UNAVAILABLE');
    const away = lines.map((line) => JSON.parse(line)).slice(1);
    expect(away).toMatchObject([
      { level: 40, ageSeconds: 3_700, msg: expect.stringContaining('nobody can sign in') },
    ]);

    answer = () => ({ keys: [publicKey] });
    await verify(await headerFor());
    expect(lines.map((line) => JSON.parse(line).level)).toEqual([40, 40, 30]);
  });
});
