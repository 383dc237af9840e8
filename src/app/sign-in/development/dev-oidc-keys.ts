import { randomBytes, randomUUID } from 'node:crypto';
import { chown, link, readFile, stat, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, type JSONWebKeySet, type JWK } from 'jose';
import { openDataDir } from '../../../db/embedded/embedded-data-dir.js';

/** The secrets of the development provider: those it signs tokens and cookies with. */
export interface DevKeys {
  readonly signing: JWK;
  readonly cookies: string;
}

const FILE = 'dev-oidc-keys.json';

/** The keys in the data directory, created at the first call so that tokens survive a restart. */
export async function devKeys(dataDir: string): Promise<DevKeys> {
  const path = join(dataDir, FILE);
  const kept = await readKeys(path);
  if (kept) return kept;

  const draft = join(await openDataDir(dataDir), `${FILE}.${randomUUID()}`);
  await writeFile(draft, JSON.stringify(await makeKeys(), null, 2), { mode: 0o600, flag: 'wx' });
  try {
    // started once as root, an ordinary user's directory must stay theirs
    if (process.getuid?.() === 0) {
      const { uid, gid } = await stat(dataDir);
      await chown(draft, uid, gid);
    }
    // a link never overwrites: if a service and a `token` command start together, only one creates the keys
    await link(draft, path).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    });
  } finally {
    await unlink(draft);
  }
  return (await readKeys(path))!;
}

export function publicKeys({ signing }: DevKeys): JSONWebKeySet {
  const { kty, crv, x, y, kid, alg, use } = signing;
  return { keys: [{ kty, crv, x, y, kid, alg, use }] };
}

async function readKeys(path: string): Promise<DevKeys | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    const keys = JSON.parse(text) as DevKeys;
    if (typeof keys.signing.d === 'string' && typeof keys.cookies === 'string') return keys;
  } catch {
    // reported below, without quoting the secrets
  }
  throw new Error(`${path} is damaged. Remove it: new keys are made, and people sign in again.`);
}

async function makeKeys(): Promise<DevKeys> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  return {
    signing: { ...(await exportJWK(privateKey)), kid: randomUUID(), alg: 'ES256', use: 'sig' },
    cookies: randomBytes(32).toString('base64url'),
  };
}
