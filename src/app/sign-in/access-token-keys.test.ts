import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { base64url, exportJWK, generateKeyPair, SignJWT, type JWK } from 'jose';
import { createTokenVerifier, type TokenRules } from './access-token.js';
import { remoteKeys } from './access-token-keys.js';

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

beforeEach(async () => {
  paths = [];
  server = createServer((request, response) => {
    paths.push(request.url!);
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

const remoteVerifier = (options: { jwksUri?: string }, now = () => NOW) =>
  tokenVerifier({
    issuer: origin,
    audience: AUDIENCE,
    keys: remoteKeys({ issuer: origin, ...options }, now),
    now,
  });
async function headerFor(kid = 'k1') {
  const token = await new SignJWT({ iss: origin, aud: AUDIENCE, sub: 'u1', exp: NOW / 1000 + 600 })
    .setProtectedHeader({ alg: 'ES256', kid })
    .sign(signingKey);
  return `Bearer ${token}`;
}

test('keys are discovered at the first token and fetched once, unknown key ids included', async () => {
  answer = (path) =>
    path === '/jwks' ? { keys: [publicKey] } : { issuer: origin, jwks_uri: `${origin}/jwks` };
  const verify = remoteVerifier({});
  expect(paths).toEqual([]);
  await expect(verify(await headerFor())).resolves.toMatchObject({ subject: 'u1' });
  await expect(verify(await headerFor('k2'))).rejects.toThrow('TOKEN_INVALID');
  await expect(verify(await headerFor())).resolves.toMatchObject({ subject: 'u1' });
  expect(paths).toEqual(['/.well-known/openid-configuration', '/jwks']);
});

test('keys come from the configured address without discovery', async () => {
  answer = () => ({ keys: [publicKey] });
  const verify = remoteVerifier({ jwksUri: `${origin}/elsewhere` });
  await expect(verify(await headerFor())).resolves.toMatchObject({ subject: 'u1' });
  expect(paths).toEqual(['/elsewhere']);
});

test('UNAVAILABLE while keys cannot be had, asked again after five seconds', async () => {
  let now = NOW;
  answer = () => undefined;
  const verify = remoteVerifier({ jwksUri: `${origin}/jwks` }, () => now);
  const header = await headerFor();
  await expect(verify(header)).rejects.toThrow('UNAVAILABLE');
  await expect(verify(header)).rejects.toThrow('UNAVAILABLE');
  expect(paths).toHaveLength(1);

  answer = () => ({ keys: [publicKey] });
  now += 5_000;
  await expect(verify(header)).resolves.toMatchObject({ subject: 'u1' });
});

test('UNAVAILABLE when nobody listens there', async () => {
  const verify = remoteVerifier({ jwksUri: 'http://127.0.0.1:1/jwks' });
  await expect(verify(await headerFor())).rejects.toThrow('UNAVAILABLE');
});

test('a discovery document of another issuer lends no keys', async () => {
  answer = (path) =>
    path === '/jwks' ? { keys: [publicKey] } : { issuer: 'https://evil.test', jwks_uri: `${origin}/jwks` };
  await expect(remoteVerifier({})(await headerFor())).rejects.toThrow('UNAVAILABLE');
});

test('what can be refused without keys is refused without asking', async () => {
  answer = () => undefined;
  const token = `${base64url.encode('{"alg":"none"}')}.${base64url.encode('{}')}.`;
  await expect(remoteVerifier({})(`Bearer ${token}`)).rejects.toThrow('TOKEN_INVALID');
  expect(paths).toEqual([]);
});
