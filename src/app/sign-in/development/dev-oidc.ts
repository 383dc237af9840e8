import type { FastifyInstance, FastifyReply } from 'fastify';
import type { JSONWebKeySet } from 'jose';
import type { Context, Provider } from 'oidc-provider';
import { devKeys, publicKeys } from './dev-oidc-keys.js';
import { loadOidcProvider } from './dev-oidc-load.js';
import { chooserPage, PAGE_HEADERS, refusalPage } from './dev-oidc-page.js';
import { providerSettings, type DevOidcOptions } from './dev-oidc-settings.js';
import { refuseInProduction } from './dev-oidc-token.js';

/** What the service needs to accept the tokens of the development provider. */
export interface DevOidc {
  readonly issuer: string;
  readonly publicKeys: JSONWebKeySet;
}

const MOUNTED_AT = '/oidc';

/**
 * Mounts the development OpenID provider under /oidc of our own server: the real protocol, with a page to
 * choose a demo account instead of passwords. Throws when NODE_ENV is production.
 */
export async function mountDevOidc(app: FastifyInstance, options: DevOidcOptions): Promise<DevOidc> {
  refuseInProduction(process.env['NODE_ENV']);
  const issuer = `${options.publicUrl}${MOUNTED_AT}`;
  const [keys, library] = await Promise.all([devKeys(options.dataDir), loadOidcProvider()]);
  const provider = new library.Provider(issuer, providerSettings(library, keys, options));

  provider.proxy = issuer.startsWith('https:');
  provider.on('error', (error) => app.log.error(error, 'development sign-in'));
  provider.on('server_error', (_, error) => app.log.error(error, 'development sign-in'));
  provider.use(forgetWhoSignedIn);

  await app.register(async (scope) => mountProtocol(scope, provider, new URL(issuer).pathname));
  await app.register(async (scope) => mountChooser(scope, provider, options));
  return { issuer, publicKeys: publicKeys(keys) };
}

/** Each sign-in asks for the account again: people come here to change roles. */
async function forgetWhoSignedIn(context: Context, next: () => Promise<void>): Promise<void> {
  await next();
  if (context.oidc?.route === 'resume') await context.oidc.session?.destroy();
}

function mountProtocol(app: FastifyInstance, provider: Provider, issuerPath: string): void {
  const handle = provider.callback();
  // the provider reads bodies itself
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, _payload, done) => done(null));

  app.all(`${MOUNTED_AT}/*`, async ({ raw }, reply) => {
    const path = raw.url!.slice(MOUNTED_AT.length);
    // originalUrl tells the provider where it is mounted, as the browser sees it
    Object.assign(raw, { url: path, originalUrl: issuerPath + path });
    reply.hijack();
    await handle(raw, reply.raw);
  });
}

function mountChooser(app: FastifyInstance, provider: Provider, options: DevOidcOptions): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: 4_096 },
    (_request, body, done) => done(null, new URLSearchParams(String(body))),
  );
  app.setErrorHandler<Error & { statusCode?: number }>((error, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) request.log.error(error, 'development sign-in');
    return sendPage(reply.code(status), refusalPage(status >= 500 ? 'server_error' : error.message));
  });

  // the cookie identifies the sign-in that this browser is in the middle of, and its path holds the uid; none is a
  // 400
  const path = `${MOUNTED_AT}/interaction/:uid`;
  app.get(path, async ({ raw }, reply) => {
    await provider.interactionDetails(raw, reply.raw);
    return sendPage(reply, chooserPage(await options.listDevAccounts()));
  });
  app.post<{ Params: { uid: string }; Body: URLSearchParams | undefined }>(
    path,
    async ({ raw, body }, reply) => {
      await provider.interactionDetails(raw, reply.raw);
      const subject = body?.get('subject');
      const account = (await options.listDevAccounts()).find((known) => known.subject === subject);
      if (!account) return sendPage(reply.code(400), refusalPage('unknown account'));
      const login = { accountId: account.subject };
      return reply.redirect(await provider.interactionResult(raw, reply.raw, { login }), 303);
    },
  );
}

function sendPage(reply: FastifyReply, html: string): FastifyReply {
  return reply.headers(PAGE_HEADERS).send(html);
}
