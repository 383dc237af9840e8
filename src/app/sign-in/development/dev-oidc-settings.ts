import type { Context } from 'oidc-provider';
import type { DevKeys } from './dev-oidc-keys.js';
import { PAGE_HEADERS, refusalPage, type DevAccount } from './dev-oidc-page.js';
import { DEV_TOKEN_SECONDS } from './dev-oidc-token.js';
import type { loadOidcProvider } from './dev-oidc-load.js';

type Library = Awaited<ReturnType<typeof loadOidcProvider>>;

export interface DevOidcOptions {
  readonly dataDir: string;
  /** the public address of the service, without a trailing slash */
  readonly publicUrl: string;
  readonly audience: string;
  /** the accounts to choose from on the sign-in page */
  readonly listDevAccounts: () => Promise<readonly DevAccount[]>;
}

const ALG = 'ES256';
const HOUR = 60 * 60;

export function providerSettings(library: Library, keys: DevKeys, options: DevOidcOptions) {
  const issuerPath = new URL(`${options.publicUrl}/oidc`).pathname;
  // the standard requires a URI here; the token contains the configured audience
  const resource = `${options.publicUrl}/graphql`;

  return {
    adapter: library.createMemoryAdapter(),
    jwks: { keys: [keys.signing] },
    cookies: { keys: [keys.cookies] },
    clients: [
      {
        client_id: 'graphiql',
        client_name: 'GraphiQL',
        token_endpoint_auth_method: 'none',
        redirect_uris: [`${options.publicUrl}/graphiql`],
        grant_types: ['authorization_code'],
        response_types: ['code'],
        id_token_signed_response_alg: ALG,
      },
    ],
    responseTypes: ['code'],
    scopes: ['openid'],
    claims: { openid: ['sub'] },
    clientBasedCORS: (_: Context, origin: string) => origin === new URL(options.publicUrl).origin,
    expiresWithSession: () => false,
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      userinfo: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => resource,
        useGrantedResource: () => true,
        getResourceServerInfo: (_: Context, wanted: string) => {
          if (wanted !== resource) throw new library.errors.InvalidTarget();
          return {
            audience: options.audience,
            scope: '',
            accessTokenTTL: DEV_TOKEN_SECONDS,
            accessTokenFormat: 'jwt',
            jwt: { sign: { alg: ALG } },
          };
        },
      },
    },
    ttl: {
      AccessToken: DEV_TOKEN_SECONDS,
      AuthorizationCode: 60,
      Grant: DEV_TOKEN_SECONDS,
      IdToken: HOUR,
      Interaction: HOUR,
      Session: HOUR,
    },
    // a path, so that the browser stays on the host name that set its cookies
    interactions: { url: (_: Context, { uid }: { uid: string }) => `${issuerPath}/interaction/${uid}` },
    findAccount: async (_: Context, subject: string) => {
      const known = (await options.listDevAccounts()).some((account) => account.subject === subject);
      return known ? { accountId: subject, claims: () => ({ sub: subject }) } : undefined;
    },
    loadExistingGrant: grantWithoutAsking,
    renderError: (context: Context, out: { error: string; error_description?: string }) => {
      for (const [header, value] of Object.entries(PAGE_HEADERS)) context.set(header, value);
      context.body = refusalPage([out.error, out.error_description].filter(Boolean).join(': '));
    },
  };
}

/** There is one client, and it is ours: no consent screen. */
async function grantWithoutAsking({ oidc }: Context) {
  const { provider, session, client } = oidc!;
  const grant = new provider.Grant({ accountId: session!.accountId!, clientId: client.clientId });
  grant.addOIDCScope('openid');
  await grant.save();
  return grant;
}
