import {
  createLocalJWKSet,
  createRemoteJWKSet,
  customFetch,
  errors,
  type JSONWebKeySet,
  type JWTVerifyGetKey,
} from 'jose';
import { failure } from '../../kernel/failure.js';

const FETCH_TIMEOUT_MS = 5_000;
const REST_AFTER_ERROR_MS = 5_000;

/** The keys of a provider in this process. */
export function localKeys(publicKeys: JSONWebKeySet): JWTVerifyGetKey {
  return createLocalJWKSet(publicKeys);
}

/**
 * The keys of a remote provider, fetched at the first token and kept for ten minutes. An unknown key id causes a
 * refetch, at most every 30 seconds. Throws UNAVAILABLE while the keys cannot be fetched. `jwksUri` defaults to what
 * the issuer publishes.
 */
export function remoteKeys(
  { issuer, jwksUri }: { issuer: string; jwksUri?: string },
  now: () => number = Date.now,
): JWTVerifyGetKey {
  const fetchCalmly = createCalmFetch(now);
  let keySet: JWTVerifyGetKey | undefined;

  return async (header, token) => {
    try {
      keySet ??= createRemoteJWKSet(new URL(jwksUri || (await discoverJwksUri(issuer, fetchCalmly))), {
        timeoutDuration: FETCH_TIMEOUT_MS,
        [customFetch]: fetchCalmly,
      });
      return await keySet(header, token);
    } catch (error) {
      throw isAboutTheToken(error) ? error : failure('UNAVAILABLE');
    }
  };
}

function isAboutTheToken(error: unknown): boolean {
  return (
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys ||
    error instanceof errors.JOSENotSupported
  );
}

type Fetch = (url: string, options: RequestInit) => Promise<Response>;

/** A provider that is down is not queried for every request; the keys we hold stay in use meanwhile. */
function createCalmFetch(now: () => number): Fetch {
  let restUntil = -Infinity;
  return async (url, options) => {
    if (now() < restUntil) throw new Error('the provider failed a moment ago');
    try {
      const response = await fetch(url, options);
      if (response.status !== 200) throw new Error(`the provider answered ${response.status}`);
      return response;
    } catch (error) {
      restUntil = now() + REST_AFTER_ERROR_MS;
      throw error;
    }
  };
}

async function discoverJwksUri(issuer: string, fetchDocument: Fetch): Promise<string> {
  const response = await fetchDocument(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
    redirect: 'manual',
    signal: AbortSignal.timeout(FETCH_TIMEOUT_MS),
  });
  const document = (await response.json()) as { issuer?: unknown; jwks_uri?: unknown };
  // a document that names another issuer must not lend its keys to ours
  if (document.issuer !== issuer || typeof document.jwks_uri !== 'string') {
    throw new Error('not the discovery document of the configured issuer');
  }
  return document.jwks_uri;
}
