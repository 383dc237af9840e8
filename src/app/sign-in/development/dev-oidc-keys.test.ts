import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { devKeys } from './dev-oidc-keys.js';

let dataDir: string;
beforeEach(async () => (dataDir = await mkdtemp(join(tmpdir(), 'dev-oidc-keys-'))));
afterEach(() => rm(dataDir, { recursive: true }));

test('of two that start at once, one makes the keys', async () => {
  const all = await Promise.all(Array.from({ length: 8 }, () => devKeys(dataDir)));
  expect(new Set(all.map(({ signing }) => signing.kid)).size).toBe(1);
});

test('a damaged key file is named, its content is not', async () => {
  await writeFile(join(dataDir, 'dev-oidc-keys.json'), '{"signing":{"secret":"s3cret"');
  await expect(devKeys(dataDir)).rejects.toThrow(/dev-oidc-keys\.json is damaged\. Remove it(?!.*s3cret)/);
});
