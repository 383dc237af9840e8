import {
  bool,
  cleanEnv,
  defaultReporter,
  host,
  makeValidator,
  port,
  type ReporterOptions,
  str,
} from 'envalid';
import { instant } from './kernel/clock.js';
import { emailAddress } from './kernel/typed/email-address.js';
import { millisecondsOf } from './config/duration.js';
import { relationProblems } from './config/relations.js';
import { trustedProxies } from './config/trusted-proxies.js';
import { webAddress, webOrigin } from './config/web-address.js';
import { wholeNumber } from './config/whole-number.js';

const postgresUrl = makeValidator((text) => {
  if (text === '' || /^postgres(ql)?:\/\/[^/]+@[^/]*\/[^/?]+(\?.*)?$/.test(text)) return text;
  throw new Error('it looks like postgres://login:password@host:port/database');
});

const isoInstant = makeValidator((text) => {
  if (text === '') return text;
  try {
    return instant(text).toString();
  } catch {
    throw new Error('it looks like 2027-08-01T08:00:00Z');
  }
});

const smtpUrl = makeValidator((text) => {
  if (text === '' || /^smtps?:\/\/[^/\s]+/.test(text)) return text;
  throw new Error('it looks like smtps://login:password@host:port');
});

const mailAddress = makeValidator((text) => {
  const address = /^[^<>@\r\n]+ <(.+)>$/.exec(text)?.[1] ?? text;
  // a machine of one's own network has a name without a dot
  if ([address, `${address}.local`].some((each) => emailAddress(each) === each)) return text;
  throw new Error('it looks like name@example.org or Name <name@example.org>');
});

const address = makeValidator(webAddress);
const origin = makeValidator(webOrigin);

const word = makeValidator((text) => {
  if (/^\S+$/.test(text)) return text;
  throw new Error('it is not empty, and has no spaces');
});

const proxies = makeValidator(trustedProxies);

const duration = makeValidator((text) => {
  millisecondsOf(text);
  return text;
});

const LONGEST_MS = 3_600_000;
const MOST_COST = 1_000_000_000;

interface Count {
  readonly min: number;
  readonly max: number;
  readonly default: number;
  readonly desc?: string;
}

function count({ min, max, ...spec }: Count) {
  return makeValidator((text) => wholeNumber(text, { min, max }))(spec);
}

function milliseconds(spec: Pick<Count, 'default' | 'desc'>) {
  return count({ min: 1, max: LONGEST_MS, ...spec });
}

/** Names every wrong value, and every two that do not go together, and ends the process. */
function reporter({ errors, env }: ReporterOptions<unknown>): void {
  const all = { ...relationProblems(env as Record<string, unknown>), ...errors };
  defaultReporter({ errors: all, env }, { logger: (text: unknown) => console.error(text) });
}

/** The whole environment of the service, read once. Fails with a list of what is wrong. */
export function readConfig(env: NodeJS.ProcessEnv = process.env) {
  return cleanEnv(
    env,
    {
      NODE_ENV: str({ choices: ['development', 'test', 'production'], default: 'development' }),
      HOST: host({ default: '127.0.0.1', desc: 'address to listen on' }),
      PORT: port({ default: 4000 }),
      TRUST_PROXY: proxies({
        default: [],
        desc: 'proxies whose X-Forwarded-For says who the client is: addresses, ranges, or how many',
      }),
      PUBLIC_URL: origin({ default: '', desc: 'how users reach the service; default http://localhost:PORT' }),
      DATA_DIR: str({ default: '.data', desc: 'directory of the embedded PostgreSQL' }),
      DATABASE_URL: postgresUrl({ default: '', desc: 'PostgreSQL 15-18, as the restricted service login' }),
      DATABASE_OWNER_URL: postgresUrl({
        default: '',
        desc: 'the same database as the owner login: migrates and imports',
      }),
      DEMO: bool({ default: true, desc: 'demo content in an embedded database, once' }),
      OIDC_ISSUER: address({
        default: '',
        desc: 'issuer of access tokens; default the development provider',
      }),
      OIDC_AUDIENCE: word({ default: 'oudernetwerken' }),
      OIDC_JWKS_URI: address({ default: '', desc: 'default: as the issuer publishes it' }),
      OIDC_KEYS_MAX_AGE: duration({
        default: '24h',
        desc: 'how long the keys of the provider stay in use while they cannot be fetched',
      }),
      SMTP_URL: smtpUrl({ default: '', desc: 'mail server; empty: mail is kept as files' }),
      MAIL: str({ choices: ['on', 'off'], default: 'on', desc: 'off: nobody is sent anything' }),
      MAIL_FROM: mailAddress({ default: 'oudernetwerken@localhost', desc: 'the sender of mail' }),
      MAIL_DIR: str({ default: '', desc: 'where mail is kept without SMTP_URL; default DATA_DIR/mail' }),
      ERASURE_LEDGER: str({
        default: '',
        desc: 'who was erased, kept apart from the database: a folder, or the URL of another PostgreSQL',
      }),
      JOBS: bool({ default: true, desc: 'reminders and the passing of days on this machine' }),
      CLOCK: isoInstant({ default: '', desc: 'the instant the clock starts at, to try out a later day' }),
      LOG_LEVEL: str({ choices: ['fatal', 'error', 'warn', 'info', 'debug', 'silent'], default: 'info' }),
      READ_CONNECTIONS: count({
        min: 1,
        max: 100,
        default: 2,
        desc: 'pipelined connections per database role',
      }),
      POOL_SIZE: count({ min: 1, max: 1_000, default: 10, desc: 'ordinary connections' }),
      BODY_LIMIT: count({ min: 1_000, max: 100_000_000, default: 262_144, desc: 'bytes' }),
      MAX_TOKENS: count({ min: 100, max: 1_000_000, default: 2_000 }),
      MAX_DEPTH: count({ min: 1, max: 1_000, default: 12 }),
      MAX_ALIASES: count({ min: 0, max: 100_000, default: 30 }),
      MAX_ROOT_FIELDS: count({ min: 1, max: 10_000, default: 15 }),
      MAX_MUTATIONS: count({ min: 1, max: 1_000, default: 5 }),
      MAX_LIST: count({ min: 1, max: 1_000_000, default: 250, desc: 'items in one input list' }),
      MAX_COST: count({ min: 1, max: MOST_COST, default: 5_000 }),
      COST_BURST: count({
        min: 1,
        max: MOST_COST,
        default: 10_000,
        desc: 'cost a principal may spend at once',
      }),
      COST_PER_SECOND: count({ min: 1, max: MOST_COST, default: 1_000, desc: 'cost a principal earns back' }),
      COST_PER_DATABASE_MS: count({
        min: 0,
        max: 1_000_000,
        default: 30,
        desc: 'cost of a millisecond in the database, or of reading a document, if that is more',
      }),
      REQUEST_TIMEOUT_MS: milliseconds({ default: 10_000 }),
      STATEMENT_TIMEOUT_MS: milliseconds({ default: 5_000 }),
      SLOW_READ_MS: milliseconds({
        default: 100,
        desc: 'a read that takes longer leaves the shared connections',
      }),
      SLOW_READ_TIMEOUT_MS: milliseconds({ default: 1_000, desc: 'longest read' }),
      LOCK_TIMEOUT_MS: milliseconds({ default: 2_000 }),
      IDLE_IN_TRANSACTION_TIMEOUT_MS: milliseconds({ default: 10_000 }),
      SIGN_OF_LIFE_MS: count({
        min: 100,
        max: LONGEST_MS,
        default: 3_000,
        desc: 'a database connection at rest answers this often',
      }),
      POOL_WAIT_MS: milliseconds({ default: 2_000 }),
      STOP_TIMEOUT_MS: milliseconds({ default: 15_000 }),
    },
    { reporter },
  );
}

export type Config = ReturnType<typeof readConfig>;
