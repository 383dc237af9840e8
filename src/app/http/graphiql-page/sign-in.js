// Authorization code flow with PKCE at any OpenID provider. The token lives in sessionStorage: it is gone with the
// tab.

const { issuer, audience } = JSON.parse(document.querySelector('meta[name=oidc]').content);
const CLIENT = 'graphiql';
const redirectUri = () => `${location.origin}/graphiql`;

/** The provider's endpoints; null if there is no provider to sign in at. */
export async function discover() {
  try {
    const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}

export async function startSignIn(provider) {
  // the built-in provider knows this page by one address, and the browser may be at another
  const home = new URL(provider.issuer);
  if (issuer.startsWith('/') && home.origin !== location.origin) {
    location.assign(`${home.origin}/graphiql`);
    return;
  }
  const verifier = randomText();
  const state = randomText();
  sessionStorage.setItem('sign-in', JSON.stringify({ verifier, state }));
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  const query = new URLSearchParams({
    client_id: CLIENT,
    redirect_uri: redirectUri(),
    response_type: 'code',
    scope: 'openid',
    state,
    code_challenge: base64url(new Uint8Array(digest)),
    code_challenge_method: 'S256',
    ...(audience && { audience }),
  });
  location.assign(`${provider.authorization_endpoint}?${query}`);
}

/** Back from the provider: exchanges the code in the address for a token, and removes it from the address. */
export async function finishSignIn(provider) {
  const answer = new URLSearchParams(location.search);
  if (!answer.has('state')) return;
  history.replaceState(null, '', '/graphiql');
  const { verifier, state } = JSON.parse(sessionStorage.getItem('sign-in') ?? '{}');
  sessionStorage.removeItem('sign-in');
  if (!state || state !== answer.get('state')) throw new Error('this answer belongs to another sign-in');
  if (!answer.has('code'))
    throw new Error(answer.get('error_description') ?? answer.get('error') ?? 'no code');
  const response = await fetch(provider.token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code: answer.get('code'),
      client_id: CLIENT,
      redirect_uri: redirectUri(),
      code_verifier: verifier,
    }),
  });
  const body = await response.json();
  if (!response.ok) throw new Error(body.error_description ?? body.error);
  keepToken(body.access_token);
}

export const token = () => sessionStorage.getItem('token') ?? '';

export function keepToken(value) {
  if (value) sessionStorage.setItem('token', value);
  else sessionStorage.removeItem('token');
}

/** The subject and expiry of the token, as far as they can be read here. */
export function readToken(value) {
  try {
    const { sub, exp } = JSON.parse(atob(value.split('.')[1].replaceAll('-', '+').replaceAll('_', '/')));
    return { subject: sub, until: new Date(exp * 1000) };
  } catch {
    return null;
  }
}

const randomText = () => base64url(crypto.getRandomValues(new Uint8Array(32)));

function base64url(bytes) {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
