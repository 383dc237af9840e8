import { createHash, randomBytes } from 'node:crypto';

type Browser = ReturnType<typeof createBrowser>;

/** A browser without scripts: keeps cookies by path, follows nothing by itself. */
export function createBrowser() {
  const cookies = new Map<string, { value: string; path: string }>();
  return async (url: string, form?: Record<string, string>) => {
    const { pathname } = new URL(url);
    const cookie = [...cookies]
      .filter(([, { path }]) => pathname.startsWith(path))
      .map(([name, { value }]) => `${name}=${value}`)
      .join('; ');
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie, accept: 'text/html' },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      const path = /path=([^;]+)/i.exec(line)?.[1] ?? '/';
      if (value) cookies.set(name!, { value, path });
      else cookies.delete(name!);
    }
    const location = response.headers.get('location');
    return {
      status: response.status,
      headers: response.headers,
      next: location && new URL(location, url).href,
      text: await response.text(),
    };
  };
}

export function authorizationRequest(publicUrl: string, changes: Record<string, string> = {}) {
  const verifier = randomBytes(32).toString('base64url');
  const query = new URLSearchParams({
    client_id: 'graphiql',
    response_type: 'code',
    redirect_uri: `${publicUrl}/graphiql`,
    scope: 'openid',
    state: 's1',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...changes,
  });
  return { url: `${publicUrl}/oidc/auth?${query.toString()}`, verifier };
}

/** Chooses an account on the sign-in page, up to the redirect that carries the code. */
export async function signIn(browse: Browser, publicUrl: string, subject: string) {
  const { url, verifier } = authorizationRequest(publicUrl);
  const chooser = (await browse(url)).next!;
  const page = await browse(chooser);
  const chosen = await browse(chooser, { subject });
  const back = await browse(chosen.next!);
  return { page, chosen, verifier, callback: new URL(back.next!) };
}

export function redeem(publicUrl: string, code: string, verifier: string, origin = publicUrl) {
  return fetch(`${publicUrl}/oidc/token`, {
    method: 'POST',
    headers: { origin },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: 'graphiql',
      redirect_uri: `${publicUrl}/graphiql`,
      code,
      code_verifier: verifier,
    }),
  });
}
