import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify, { type FastifyInstance } from 'fastify';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { createTokenVerifier, type TokenRules } from '../access-token.js';
import { localKeys } from '../access-token-keys.js';
import { mountDevOidc } from './dev-oidc.js';
import { authorizationRequest, createBrowser, redeem, signIn } from './testing/dev-oidc-browser.js';
import { signDevToken } from './dev-oidc-token.js';
import { freePort } from '../../../db/embedded/free-to-listen.js';

/** As from one address. */
function tokenVerifier(rules: TokenRules) {
  const verify = createTokenVerifier(rules);
  return (header: string | undefined) => verify(header, '192.0.2.1');
}

const AUDIENCE = 'oudernetwerken';
const ACCOUNTS = [
  { subject: 'dev-admin', label: 'Demo-beheerder', role: 'ADMIN' },
  { subject: 'dev-coordinator-JZ06', label: 'Demo-coördinator <JZ06>', role: 'COORDINATOR' },
];

let dataDir: string;
let app: FastifyInstance | undefined;
let said: jest.SpyInstance[];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'dev-oidc-'));
  said = (['log', 'info', 'warn', 'error'] as const).map((level) =>
    jest.spyOn(console, level).mockImplementation(() => undefined),
  );
});
afterEach(async () => {
  app?.server.closeAllConnections();
  await app?.close();
  app = undefined;
  await rm(dataDir, { recursive: true });
  for (const level of said) expect(level.mock.calls).toEqual([]);
  jest.restoreAllMocks();
});

async function start() {
  app = fastify({ forceCloseConnections: true });
  // the issuer must be known before the server listens
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  const mounted = await mountDevOidc(app, {
    dataDir,
    publicUrl,
    audience: AUDIENCE,
    listDevAccounts: async () => ACCOUNTS,
  });
  app.post('/echo', async (request) => request.body);
  await app.listen({ port, host: '127.0.0.1' });
  const verify = tokenVerifier({
    issuer: mounted.issuer,
    audience: AUDIENCE,
    keys: localKeys(mounted.publicKeys),
  });
  return { ...mounted, publicUrl, verify };
}

test('signing in with code and PKCE ends in an access token that the verifier accepts', async () => {
  const { issuer, publicUrl, verify } = await start();
  const browse = createBrowser();
  const { page, verifier, callback } = await signIn(browse, publicUrl, 'dev-coordinator-JZ06');

  expect(page.status).toBe(200);
  expect(page.text).toContain('Regionaal coördinator');
  expect(page.text).toContain('Demo-coördinator &#60;JZ06&#62;');
  expect(page.text).not.toMatch(/<script|https?:\/\//);
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");

  expect(callback.href).toContain(`${publicUrl}/graphiql?`);
  expect(callback.searchParams.get('state')).toBe('s1');
  expect(callback.searchParams.get('iss') ?? issuer).toBe(issuer);
  const code = callback.searchParams.get('code')!;

  const answer = await redeem(publicUrl, code, verifier);
  expect(answer.headers.get('access-control-allow-origin')).toBe(publicUrl);
  const { access_token: token } = (await answer.json()) as { access_token: string };
  expect(decodeProtectedHeader(token)).toMatchObject({ alg: 'ES256', typ: 'at+jwt' });
  expect(decodeJwt(token)).toMatchObject({ aud: AUDIENCE, iss: issuer });
  await expect(verify(`Bearer ${token}`)).resolves.toEqual({ issuer, subject: 'dev-coordinator-JZ06' });

  expect((await redeem(publicUrl, code, verifier)).status).toBe(400);
});

test('the id token of the same sign-in is no access token', async () => {
  const { publicUrl, verify } = await start();
  const { callback, verifier } = await signIn(createBrowser(), publicUrl, 'dev-admin');
  const answer = await redeem(publicUrl, callback.searchParams.get('code')!, verifier);
  const { id_token: token } = (await answer.json()) as { id_token: string };
  await expect(verify(`Bearer ${token}`)).rejects.toThrow('TOKEN_INVALID');
});

test('the next sign-in in the same browser asks again, for another role', async () => {
  const { publicUrl, verify, issuer } = await start();
  const browse = createBrowser();
  await signIn(browse, publicUrl, 'dev-admin');
  const { callback, verifier } = await signIn(browse, publicUrl, 'dev-coordinator-JZ06');
  const answer = await redeem(publicUrl, callback.searchParams.get('code')!, verifier);
  const { access_token: token } = (await answer.json()) as { access_token: string };
  await expect(verify(`Bearer ${token}`)).resolves.toEqual({ issuer, subject: 'dev-coordinator-JZ06' });
});

test('what the client may not do', async () => {
  const { publicUrl } = await start();
  const wrongVerifier = await signIn(createBrowser(), publicUrl, 'dev-admin');
  const code = wrongVerifier.callback.searchParams.get('code')!;
  expect((await redeem(publicUrl, code, randomBytes(32).toString('base64url'))).status).toBe(400);

  const elsewhere = await signIn(createBrowser(), publicUrl, 'dev-admin');
  const crossOrigin = await redeem(
    publicUrl,
    elsewhere.callback.searchParams.get('code')!,
    elsewhere.verifier,
    'https://evil.test',
  );
  expect(crossOrigin.status).toBe(400);
  expect(crossOrigin.headers.get('access-control-allow-origin')).toBeNull();

  const browse = createBrowser();
  const strange = { redirect_uri: 'https://evil.test/graphiql' };
  const refused = await browse(authorizationRequest(publicUrl, strange).url);
  expect([refused.status, refused.next]).toEqual([400, null]);
  expect(refused.text).toContain('redirect_uri');
  expect(refused.text).not.toMatch(/<script|src=|@import/);
  const plain = await browse(authorizationRequest(publicUrl, { code_challenge_method: 'plain' }).url);
  expect(new URL(plain.next!).searchParams.get('error')).toBe('invalid_request');
  const other = await browse(authorizationRequest(publicUrl, { resource: 'https://evil.test/' }).url);
  expect(new URL(other.next!).searchParams.get('error')).toBe('invalid_target');
});

test('the chooser serves only the browser that is signing in, and only accounts on the list', async () => {
  const { publicUrl } = await start();
  const browse = createBrowser();
  const chooser = (await browse(authorizationRequest(publicUrl).url)).next!;
  expect((await createBrowser()(chooser)).status).toBe(400);
  expect((await createBrowser()(chooser, { subject: 'dev-admin' })).status).toBe(400);
  expect((await browse(chooser, { subject: 'somebody' })).status).toBe(400);
  expect((await browse(chooser, {})).status).toBe(400);
  const json = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
  expect((await fetch(chooser, json)).status).toBe(415);
  expect((await browse(chooser, { subject: 'dev-admin' })).status).toBe(303);
});

test('discovery names the issuer and its keys, and leaves the rest of the server alone', async () => {
  const { issuer, publicUrl, publicKeys } = await start();
  const document = (await (await fetch(`${issuer}/.well-known/openid-configuration`)).json()) as {
    issuer: string;
    jwks_uri: string;
  };
  expect(document.issuer).toBe(issuer);
  expect(await (await fetch(document.jwks_uri)).json()).toEqual(publicKeys);
  expect(JSON.stringify(publicKeys)).not.toContain('"d"');
  const echo = await fetch(`${publicUrl}/echo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"a":1}',
  });
  expect(await echo.json()).toEqual({ a: 1 });
  expect((await fetch(`${publicUrl}/oidc/nothing`)).status).toBe(404);
});

test('keys are private to their owner and survive a restart, so tokens do too', async () => {
  const first = await start();
  const token = await signDevToken({
    dataDir,
    issuer: first.issuer,
    audience: AUDIENCE,
    subject: 'dev-admin',
    lifetimeSeconds: 60,
  });
  await app!.close();
  const second = await start();
  expect(second.publicKeys).toEqual(first.publicKeys);
  const verify = tokenVerifier({
    issuer: first.issuer,
    audience: AUDIENCE,
    keys: localKeys(second.publicKeys),
  });
  await expect(verify(`Bearer ${token}`)).resolves.toEqual({ issuer: first.issuer, subject: 'dev-admin' });
  expect((await stat(join(dataDir, 'dev-oidc-keys.json'))).mode & 0o777).toBe(0o600);
});

test('production has neither the sign-in page nor its tokens', async () => {
  jest.replaceProperty(process, 'env', { ...process.env, NODE_ENV: 'production' });
  await expect(start()).rejects.toThrow('NODE_ENV=production');
  const wanted = { dataDir, issuer: 'i', audience: 'a', subject: 's', lifetimeSeconds: 1 };
  await expect(signDevToken(wanted)).rejects.toThrow('NODE_ENV=production');
});
