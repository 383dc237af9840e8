import type { JSONWebKeySet } from 'jose';

const TIMEOUT_MS = 5_000;

/** The keys that a provider publishes now. `jwksUri` defaults to what its discovery document says. */
export async function fetchKeys({
  issuer,
  jwksUri,
}: {
  readonly issuer: string;
  readonly jwksUri?: string;
}): Promise<JSONWebKeySet> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  return (await fetchJson(jwksUri || (await discoverJwksUri(issuer, signal)), signal)) as JSONWebKeySet;
}

async function discoverJwksUri(issuer: string, signal: AbortSignal): Promise<string> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const document = (await fetchJson(address, signal)) as { issuer?: unknown; jwks_uri?: unknown };
  // a document that names another issuer must not lend its keys to ours
  if (document.issuer !== issuer || typeof document.jwks_uri !== 'string') {
    throw new Error('not the discovery document of the configured issuer');
  }
  return document.jwks_uri;
}

async function fetchJson(url: string, signal: AbortSignal): Promise<unknown> {
  const response = await fetch(url, { redirect: 'manual', signal });
  if (response.status !== 200) throw new Error(`the provider answered ${response.status}`);
  return response.json();
}
