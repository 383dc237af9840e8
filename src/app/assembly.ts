import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Metric } from 'prom-client';
import type { Config } from '../config.js';
import { createDataSource } from '../db/data-source.js';
import { fairly } from '../db/fair/fair-transactions.js';
import { Usage } from '../db/fair/usage.js';
import { ReadPool, type ReadLimits } from '../db/reading/read-pool.js';
import { SchemaCheck } from '../db/migration/schema-check.js';
import { transactions } from '../db/transaction.js';
import { ApiRequest, type Context } from '../graphql/request.js';
import { documentLimits } from '../graphql/document-limits.js';
import { limitsPlugin } from '../graphql/limits-plugin.js';
import { RateBudget } from '../kernel/rate-budget.js';
import { today, type Clock, type Elapsed } from '../kernel/clock.js';
import { failure } from '../kernel/failure.js';
import { nobody } from '../kernel/viewer.js';
import { ReadEngine } from '../reads/engine.js';
import type { Identity, TokenVerifier } from './sign-in/access-token.js';
import { publicUrl } from './service-address.js';
import { answerReads, stringifyResult } from './answer-reads.js';
import { logLookups } from '../features/advisory/access-log/log-access.js';
import { ENTITIES, TRANSACTION_RULES } from './features.js';
import { ErasureKeeper } from './erasures/erasure-keeper.js';
import { erasureLedger } from './erasures/erasure-ledger.js';
import { loadMeasures } from './load-measures.js';
import { createJobs, type Jobs } from './jobs/create-jobs.js';
import { systemViewer } from './jobs/system-viewer.js';
import { ImportRunner } from './imports/import-runner.js';
import { registerUploads } from './imports/upload-routes.js';
import { registerFrontPage } from './front-page/front-page.js';
import { LinkPages } from './mail/link-pages.js';
import { registerMailRoutes } from './mail/mail-routes.js';
import { registerDownloads } from './downloads/downloads.js';
import { senderOf } from './mail/mail-transport.js';
import { clientKey } from './http/client-key.js';
import { createErrorFormatter } from './http/refusals/errors.js';
import { onceOver } from './http/open-requests.js';
import { createServer } from './http/server.js';
import { SignInLog } from './sign-in/sign-in-log.js';
import { createSignInLimit } from './sign-in/sign-in-limit.js';
import { refuseStrangers } from './refuse-strangers.js';
import { requestTurns } from './request-turns.js';
import { Viewers } from './viewers.js';

export interface ServiceParts {
  readonly config: Config;
  readonly clock: Clock;
  readonly elapsed: Elapsed;
  readonly log: Logger;
  readonly schema: GraphQLSchema;
  readonly serviceUrl: string;
  readonly verify: TokenVerifier;
  /** whether what a request leaves to be done begins by itself, as it does unless a test waits for it */
  readonly workAtOnce?: boolean;
  /** what is measured besides requests and jobs */
  readonly measures?: readonly Metric[];
  registerRoutes?(app: FastifyInstance): Promise<void>;
}

export interface Service {
  readonly app: FastifyInstance;
  /** does once what is done every hour: rolling over the day, reminders, digests, mail */
  readonly tick: Jobs['tick'];
  readonly rollOverDay: Jobs['rollOverDay'];
  /** refuses to serve a database that brought back people who were erased; see ErasureKeeper */
  requireAbreast(): Promise<void>;
  /** erases them again */
  replayErasures(): ReturnType<ErasureKeeper['replay']>;
  /** once everything that goes on behind requests is done */
  settled(): Promise<void>;
  /** closes the database connections; the server is closed before */
  closeDatabase(): Promise<void>;
}

/** Fields that one document may select, fragments expanded: the standard introspection query takes 230. */
const MAX_FIELDS = 2_000;
const LONGEST_NAME = 100;
/** What a database that is still there may pause for, on top of what it gives a statement. */
const ANSWER_GRACE_MS = 1_000;

/** Wires the layers together: database, read engine, rights, limits, server. Not yet listening. */
export async function createService(parts: ServiceParts): Promise<Service> {
  const { config, clock, elapsed, log, schema, serviceUrl } = parts;
  const limits = connectionLimits(config);
  const dataSource = createDataSource(serviceUrl, limits, ENTITIES, (error) =>
    log.warn({ error: String(error) }, 'a pooled database connection was lost'),
  );
  await dataSource.initialize();
  const schemaCheck = new SchemaCheck(dataSource);
  const usage = new Usage(elapsed);
  const { load, measures } = loadMeasures();
  const byVisitors = new Usage(elapsed);
  const reads = new ReadPool(serviceUrl, limits, usage, load);
  const viewers = new Viewers(reads, clock, elapsed);
  const { transact, forVisitor } = fairly(
    limits,
    { byAccounts: usage, byVisitors },
    transactions({
      dataSource,
      clock,
      ...TRANSACTION_RULES,
      afterCommit: (events) => {
        if (events.length === 0) return;
        viewers.forget(events);
        imports.hear(events);
        erasures.hear(events);
      },
    }),
    load,
  );
  const links = new LinkPages(
    (client) => (work) => forVisitor(client)(systemViewer(today(clock), 'PAGE'), work),
    elapsed,
  );
  const jobs = createJobs({ config, clock, log, transact });
  const imports = new ImportRunner({ transact, viewers, clock, log, atOnce: parts.workAtOnce ?? true });
  const erasures = new ErasureKeeper({
    ledger: config.ERASURE_LEDGER ? erasureLedger(config.ERASURE_LEDGER) : null,
    asService: (work) => transact(systemViewer(today(clock), 'JOB'), work),
    log,
    elapsed,
  });
  const engine = new ReadEngine(schema, {
    read: (viewer, statement, used) => reads.read(viewer, statement, used),
    disclose: (viewer, people) => transact(viewer, (tx) => logLookups(tx, people)),
    renew: () => reads.renew(),
  });
  const limitSignIns = createSignInLimit(elapsed);
  const signInLog = new SignInLog(log, elapsed);
  const budget = new RateBudget({
    burst: config.COST_BURST,
    perSecond: config.COST_PER_SECOND,
    now: elapsed,
  });

  const turnOf = requestTurns({
    budget,
    burst: config.COST_BURST,
    waitMs: limits.poolWaitMs,
    elapsed,
    refused: () => load.refused('requests'),
  });

  const contextOf = async (request: FastifyRequest, reply: FastifyReply): Promise<Context> => {
    const { id, locale, ip, outcome } = request;
    const client = clientKey(ip);
    const identity = await limitSignIns(client, () =>
      parts.verify(request.headers.authorization, client).catch((error: unknown) => {
        signInLog.refused(id, client, error);
        throw error;
      }),
    );
    const principalKey = principalOf(identity, client);
    await turnOf(principalKey, new Promise<void>((over) => onceOver(request, reply, over)));
    return {
      request: new ApiRequest({
        id,
        locale,
        principalKey,
        engine,
        transact,
        commits: outcome.commits,
        serviceUrl: publicUrl(config),
        now: () => clock.now(),
        findViewer: async () => {
          const viewer = await viewers.of(identity, locale, client);
          if (viewer) return viewer;
          if (identity) signInLog.stranger(id, client, identity);
          throw failure('NO_ACCOUNT');
        },
      }),
    };
  };

  const app = await createServer<Context>({
    config,
    schema,
    log,
    contextOf,
    validationRules: [
      documentLimits({
        depth: config.MAX_DEPTH,
        aliases: config.MAX_ALIASES,
        rootFields: config.MAX_ROOT_FIELDS,
        mutations: config.MAX_MUTATIONS,
        fields: MAX_FIELDS,
        nameLength: LONGEST_NAME,
      }),
    ],
    plugins: [
      limitsPlugin(
        {
          cost: config.MAX_COST,
          list: config.MAX_LIST,
          perDatabaseMs: config.COST_PER_DATABASE_MS,
        },
        budget,
      ),
      refuseStrangers,
      answerReads,
    ],
    stringifyResult,
    formatError: createErrorFormatter(log, schema),
    ready: async () => {
      const [unlike, behind] = await Promise.all([
        schemaCheck.trouble(),
        erasures.trouble(),
        reads.answers(nobody('nl', today(clock))),
      ]);
      const reason = unlike ?? behind;
      return reason === null ? { ok: true } : { ok: false, reason };
    },
    measures: [...measures, ...jobs.measures, ...(parts.measures ?? [])],
    registerRoutes: async (app) => {
      registerFrontPage(app);
      await registerMailRoutes(app, links);
      const { address } = senderOf(config);
      const from = { address, publicUrl: publicUrl(config) };
      registerDownloads(app, { links, transact, viewers, schema, engine, clock, ...from });
      await registerUploads(app, { links, transact, viewers });
      await parts.registerRoutes?.(app);
    },
  });
  return {
    app,
    tick: async (signal) => {
      await imports.resume();
      await erasures.tell();
      return jobs.tick(signal);
    },
    rollOverDay: jobs.rollOverDay,
    settled: async () => {
      await imports.settled();
      await erasures.settled();
    },
    requireAbreast: () => erasures.requireAbreast(),
    replayErasures: () => erasures.replay(),
    closeDatabase: async () => {
      await imports.stop();
      await erasures.settled();
      await reads.close();
      await dataSource.destroy();
    },
  };
}

function principalOf(identity: Identity | null, client: string): string {
  return identity ? `${identity.issuer} ${identity.subject}` : client;
}

/** The limits of the connections of this service. */
export function connectionLimits(config: Config): ReadLimits {
  return {
    poolSize: config.POOL_SIZE,
    poolWaitMs: config.POOL_WAIT_MS,
    statementTimeoutMs: config.STATEMENT_TIMEOUT_MS,
    lockTimeoutMs: config.LOCK_TIMEOUT_MS,
    idleInTransactionTimeoutMs: config.IDLE_IN_TRANSACTION_TIMEOUT_MS,
    signOfLifeMs: config.SIGN_OF_LIFE_MS,
    answerWithinMs: Math.max(config.STATEMENT_TIMEOUT_MS, config.SLOW_READ_TIMEOUT_MS) + ANSWER_GRACE_MS,
    width: config.READ_CONNECTIONS,
    slowReadMs: config.SLOW_READ_MS,
    slowReadTimeoutMs: config.SLOW_READ_TIMEOUT_MS,
  };
}
