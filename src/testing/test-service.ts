import { Client } from 'pg';
import { pino } from 'pino';
import { createService, type Service } from '../app/assembly.js';
import type { TokenVerifier } from '../app/sign-in/access-token.js';
import { type Config, readConfig } from '../config.js';
import { type Clock, clockAt } from '../kernel/clock.js';
import { cloneDatabase, type TestDatabase } from './database.js';
import { testSchema } from './schema.js';
import { asNew } from './services-at-rest.js';

/** The day on which tests play unless stated otherwise: a Wednesday in the school year 2026-2027. */
export const NOW = '2026-11-25T10:00:00Z';
export const TEST_ISSUER = 'https://issuer.test';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are read as the test knows them
export type Json = any;

export interface Answer {
  readonly status: number;
  readonly headers: Record<string, unknown>;
  readonly text: string;
  readonly data: Json;
  readonly errors: Json;
  readonly extensions: Json;
}

export interface TestService {
  /** POST /graphql as the account with this subject (null = nobody signed in) */
  ask(
    subject: string | null,
    query: string,
    variables?: object,
    headers?: Record<string, string>,
  ): Promise<Answer>;
  /** The database as its owner: every row, no policies. */
  readonly owner: Client;
  readonly urls: Omit<TestDatabase, 'drop'>;
  readonly app: Awaited<ReturnType<typeof createService>>['app'];
  /** does once what the service does every hour, at its clock's instant; in a test nothing of it runs by itself */
  tick(): ReturnType<Awaited<ReturnType<typeof createService>>['tick']>;
  /** does what requests left to be done; in a test nothing of it begins by itself */
  settled(): Promise<void>;
  /** what a start asks of the ledger of erasures, and what the command does that it names */
  readonly requireAbreast: Service['requireAbreast'];
  readonly replayErasures: Service['replayErasures'];
  /** from now on the service's clock stands at this instant */
  travelTo(instant: string): void;
  close(): Promise<void>;
}

const subjectInToken: TokenVerifier = (header) =>
  Promise.resolve(header ? { issuer: TEST_ISSUER, subject: header.replace('Bearer ', '') } : null);

/** A test tells no slow machine from a slow read, and no account that asks a lot from one that asks too much. */
const UNHURRIED = {
  NODE_ENV: 'test',
  COST_BURST: '100000000',
  SLOW_READ_MS: '4000',
  SLOW_READ_TIMEOUT_MS: '5000',
  POOL_WAIT_MS: '9000',
};

/**
 * The whole service on its own database, reached through HTTP without a socket. Signing in is by subject. `by`: the way
 * to the database that the service takes.
 */
export function startTestService(
  settings: Partial<Config> = {},
  verify: TokenVerifier = subjectInToken,
  by?: (serviceUrl: string) => Promise<string>,
): Promise<TestService> {
  const start = () => startAnew(settings, verify, by ?? ((url) => Promise.resolve(url)));
  return verify === subjectInToken && !by ? asNew(JSON.stringify(settings), { start, forget }) : start();
}

/** After so long a service remembers nothing of an earlier test: no rights, no debts, no refused sign-ins. */
const LATER_THAN_ANY_MEMORY = '2226-11-25T10:00:00Z';

function forget({ travelTo }: TestService): void {
  travelTo(LATER_THAN_ANY_MEMORY);
  travelTo(NOW);
}

async function startAnew(
  settings: Partial<Config>,
  verify: TokenVerifier,
  by: (serviceUrl: string) => Promise<string>,
): Promise<TestService> {
  const database = await cloneDatabase();
  let standing = clockAt(NOW);
  let elapsed = 0;
  const clock: Clock = { now: () => standing.now() };
  const { app, tick, settled, requireAbreast, replayErasures, closeDatabase } = await createService({
    config: { ...readConfig(UNHURRIED), ...settings },
    clock,
    elapsed: () => elapsed,
    workAtOnce: false,
    log: pino({ level: 'silent' }),
    schema: testSchema(),
    serviceUrl: await by(database.serviceUrl),
    verify,
  });
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  return {
    app,
    owner,
    urls: database,
    tick,
    settled,
    requireAbreast,
    replayErasures,
    travelTo(instant) {
      const before = standing.now().epochMilliseconds;
      standing = clockAt(instant);
      // who travels outlives what was kept for a while, in either direction
      elapsed += Math.abs(standing.now().epochMilliseconds - before);
    },
    async ask(subject, query, variables = {}, headers = {}) {
      const response = await app.inject({
        method: 'POST',
        url: '/graphql',
        headers: { ...(subject && { authorization: `Bearer ${subject}` }), ...headers },
        payload: { query, variables },
      });
      const body = response.body ? response.json() : {};
      const { data = null, errors, extensions } = body;
      return {
        status: response.statusCode,
        headers: response.headers,
        text: response.body,
        data,
        errors,
        extensions,
      };
    },
    async close() {
      await app.close();
      await closeDatabase();
      await owner.end();
      await database.drop();
    },
  };
}
