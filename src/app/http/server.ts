import { ApolloServer, type ApolloServerOptions, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  LogController,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Metric } from 'prom-client';
import type { Config } from '../../config.js';
import type { TrustedProxies } from '../../config/trusted-proxies.js';
import { COMPRESSED_ANSWERS, offerCompression } from './compression.js';
import { answerWithin, unlessLate } from './deadline.js';
import type { FormatError } from './refusals/errors.js';
import { followRequests } from './follow-requests.js';
import { answerPlainJsonWith200 } from './graphql-over-http.js';
import { type Readiness, registerHealth } from './health.js';
import { plain, refuseAddress, refuseOnSocket, registerRefusals } from './refusals/http-refusals.js';
import { refuseMissingRoots } from './refusals/missing-roots.js';
import { KnownDocuments } from './known-documents.js';
import { requestId } from './log.js';
import { Metrics } from './metrics.js';
import { observeRequests } from './observe-requests.js';
import { limitOpenRequests } from './open-requests.js';
import type { RequestContext } from './outcome.js';
import { answerReadFailures } from './refusals/read-failures.js';
import { Traffic } from './traffic.js';
import { cutOffUnread } from './unread-answers.js';

export interface ServerParts<Context extends RequestContext> {
  config: Pick<Config, 'BODY_LIMIT' | 'MAX_TOKENS' | 'REQUEST_TIMEOUT_MS' | 'PUBLIC_URL' | 'TRUST_PROXY'>;
  schema: GraphQLSchema;
  log: Logger;
  plugins: ApolloServerPlugin<Context>[];
  /** A new object per request. A Failure thrown here refuses the request with the status of its code. */
  contextOf(request: FastifyRequest, reply: FastifyReply): Promise<Context>;
  ready(): Promise<Readiness>;
  formatError: FormatError;
  stringifyResult?: ApolloServerOptions<Context>['stringifyResult'];
  validationRules?: ApolloServerOptions<Context>['validationRules'];
  /** what is measured besides requests */
  measures?: readonly Metric[];
  registerRoutes?(app: FastifyInstance): Promise<void>;
}

/** Whoever sends their headers slower than this, or than a request may take, is cut off. */
const HEADERS_MS = 15_000;
/** Between two looks at who is too slow; node's default is half a minute. */
const CHECK_MS = 1_000;

/** The HTTP server with GraphQL, health and refusals; not yet listening. */
export async function createServer<Context extends RequestContext>(
  parts: ServerParts<Context>,
): Promise<FastifyInstance> {
  const { config, log } = parts;
  const loggerInstance: FastifyBaseLogger = log;
  const app = fastify({
    bodyLimit: config.BODY_LIMIT,
    trustProxy: believed(config.TRUST_PROXY),
    genReqId: requestId,
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    // a child logger per request costs more than the one line that is written with it
    childLoggerFactory: (logger) => logger,
    requestTimeout: config.REQUEST_TIMEOUT_MS,
    http: {
      headersTimeout: Math.min(HEADERS_MS - CHECK_MS, config.REQUEST_TIMEOUT_MS),
      connectionsCheckingInterval: CHECK_MS,
    },
    clientErrorHandler: refuseOnSocket,
    frameworkErrors: refuseAddress,
    // a request that arrives during shutdown is answered by the hooks, in the shape of the others
    return503OnClosing: false,
  });
  app.removeContentTypeParser('text/plain');
  app.decorate('traffic', new Traffic());
  const metrics = new Metrics();
  for (const measure of parts.measures ?? []) metrics.registry.registerMetric(measure);
  limitOpenRequests(app);
  observeRequests(app, { log, metrics, secure: config.PUBLIC_URL.startsWith('https:') });
  cutOffUnread(app, config.REQUEST_TIMEOUT_MS);
  registerRefusals(app, config.BODY_LIMIT, log);
  registerHealth(app, parts.ready, metrics.registry);
  await registerGraphql(app, parts);
  await parts.registerRoutes?.(app);
  return app;
}

/** By their number, proxies are trusted from the nearest on. */
function believed(proxies: TrustedProxies): string[] | ((address: string, hop: number) => boolean) {
  return typeof proxies === 'number' ? (_address, hop) => hop < proxies : [...proxies];
}

async function registerGraphql<Context extends RequestContext>(
  app: FastifyInstance,
  parts: ServerParts<Context>,
): Promise<void> {
  const apollo = createApollo(parts);
  await apollo.start();
  app.addHook('onClose', () => apollo.stop());
  await offerCompression(app);
  const contexts = new WeakMap<FastifyRequest, Context>();

  app.route({
    url: '/graphql',
    method: ['GET', 'POST'],
    onRequest: [vouchForPlainGet, answerWithin(parts.config.REQUEST_TIMEOUT_MS)],
    // whoever is refused here costs nothing of Apollo
    preHandler: async (request, reply) => {
      const context = await parts.contextOf(request, reply);
      contexts.set(request, { ...context, outcome: request.outcome });
      // it may have waited for its turn, and nobody is there to hear the answer
      if (request.raw.socket.destroyed) reply.hijack();
    },
    onSend: answerPlainJsonWith200,
    compress: COMPRESSED_ANSWERS,
    handler: unlessLate(
      fastifyApolloHandler(apollo, { context: (request) => Promise.resolve(contexts.get(request)!) }),
    ),
  });
  app.route({
    url: '/graphql',
    method: ['PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    handler: (request, reply) => plain(request, reply.header('allow', 'GET, POST'), 405),
  });
}

function createApollo<Context extends RequestContext>(parts: ServerParts<Context>): ApolloServer<Context> {
  return new ApolloServer<Context>({
    schema: parts.schema,
    logger: parts.log,
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    // nothing that a caller registers should outlive the request
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: parts.config.MAX_TOKENS },
    validationRules: [refuseMissingRoots, ...(parts.validationRules ?? [])],
    documentStore: new KnownDocuments(),
    stringifyResult: parts.stringifyResult,
    formatError: parts.formatError,
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      followRequests,
      ...parts.plugins.map((plugin) => answerReadFailures(plugin, parts.formatError)),
    ],
  });
}

/**
 * A browser tells by Sec-Fetch-Site that another site caused the request; a client that sends nothing is no browser
 * and cannot be made to send requests. So a GET needs none of the headers by which Apollo keeps other sites out (the
 * audits send none).
 */
function vouchForPlainGet(request: FastifyRequest, _reply: FastifyReply, done: () => void): void {
  const site = request.headers['sec-fetch-site'];
  if (request.method === 'GET' && (site === undefined || site === 'same-origin' || site === 'none')) {
    request.headers['apollo-require-preflight'] ??= 'not-cross-site';
  }
  done();
}
