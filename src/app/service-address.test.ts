import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { devIssuerOfRunning } from './sign-in/development/dev-oidc-token.js';
import { tellAddress, toldAddress } from './service-address.js';

let dataDir: string;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'service-address-'));
});
afterEach(() => rm(dataDir, { recursive: true }));

const issuer = (env: NodeJS.ProcessEnv) =>
  devIssuerOfRunning({ DATA_DIR: dataDir, PORT: Number(env['PORT'] ?? 4000), PUBLIC_URL: '' }, env);

test('the address is there for its owner while the service runs, and gone afterwards', async () => {
  expect(await toldAddress(dataDir)).toBeNull();
  const forget = await tellAddress(dataDir, 'http://localhost:5000');
  expect(await toldAddress(dataDir)).toBe('http://localhost:5000');
  expect((await stat(join(dataDir, 'service.json'))).mode & 0o777).toBe(0o600);
  await forget();
  expect(await toldAddress(dataDir)).toBeNull();
});

test('a service that stops leaves the address of a later one alone', async () => {
  const forget = await tellAddress(dataDir, 'http://localhost:5000');
  await tellAddress(dataDir, 'http://localhost:5001');
  await forget();
  expect(await toldAddress(dataDir)).toBe('http://localhost:5001');
});

test('a command believes its environment before the running service, and that before the default', async () => {
  expect(await issuer({})).toBe('http://localhost:4000/oidc');
  await tellAddress(dataDir, 'https://netwerken.example');
  expect(await issuer({})).toBe('https://netwerken.example/oidc');
  expect(await issuer({ PORT: '5002' })).toBe('http://localhost:5002/oidc');
});
