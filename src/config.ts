import { bool, cleanEnv, host, makeValidator, num, port, str } from 'envalid';
import { instant } from './kernel/clock.js';
import { millisecondsOf } from './config/duration.js';
import { trustedProxies } from './config/trusted-proxies.js';

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
  if (/^([^<>@\r\n]+ <[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/.test(text)) return text;
  throw new Error('it looks like name@example.org or Name <name@example.org>');
});

const proxies = makeValidator(trustedProxies);

const duration = makeValidator((text) => {
  millisecondsOf(text);
  return text;
});

/** The whole environment of the service, read once. Fails with a list of what is wrong. */
export function readConfig(env: NodeJS.ProcessEnv = process.env) {
  return cleanEnv(env, {
    NODE_ENV: str({ choices: ['development', 'test', 'production'], default: 'development' }),
    HOST: host({ default: '127.0.0.1', desc: 'address to listen on' }),
    PORT: port({ default: 4000 }),
    TRUST_PROXY: proxies({
      default: [],
      desc: 'proxies whose X-Forwarded-For says who the client is: addresses, ranges, or how many',
    }),
    PUBLIC_URL: str({ default: '', desc: 'how users reach the service; default http://localhost:PORT' }),
    DATA_DIR: str({ default: '.data', desc: 'directory of the embedded PostgreSQL' }),
    DATABASE_URL: postgresUrl({ default: '', desc: 'PostgreSQL 15-18, as the restricted service login' }),
    DATABASE_OWNER_URL: postgresUrl({
      default: '',
      desc: 'the same database as the owner login: migrates and imports',
    }),
    DEMO: bool({ default: true, desc: 'demo content in an embedded database, once' }),
    OIDC_ISSUER: str({ default: '', desc: 'issuer of access tokens; default the development provider' }),
    OIDC_AUDIENCE: str({ default: 'oudernetwerken' }),
    OIDC_JWKS_URI: str({ default: '', desc: 'default: as the issuer publishes it' }),
    OIDC_KEYS_MAX_AGE: duration({
      default: '24h',
      desc: 'how long the keys of the provider stay in use while they cannot be fetched',
    }),
    SMTP_URL: smtpUrl({ default: '', desc: 'mail server; empty: mail is kept as files' }),
    MAIL: str({ choices: ['on', 'off'], default: 'on', desc: 'off: nobody is sent anything' }),
    MAIL_FROM: mailAddress({ default: 'oudernetwerken@localhost', desc: 'the sender of mail' }),
    MAIL_DIR: str({ default: '', desc: 'where mail is kept without SMTP_URL; default DATA_DIR/mail' }),
    JOBS: bool({ default: true, desc: 'reminders and the passing of days on this machine' }),
    CLOCK: isoInstant({ default: '', desc: 'the instant the clock starts at, to try out a later day' }),
    LOG_LEVEL: str({ choices: ['fatal', 'error', 'warn', 'info', 'debug', 'silent'], default: 'info' }),
    READ_CONNECTIONS: num({ default: 2, desc: 'pipelined connections per database role' }),
    POOL_SIZE: num({ default: 10, desc: 'ordinary connections' }),
    BODY_LIMIT: num({ default: 262_144, desc: 'bytes' }),
    MAX_TOKENS: num({ default: 2_000 }),
    MAX_DEPTH: num({ default: 12 }),
    MAX_ALIASES: num({ default: 30 }),
    MAX_ROOT_FIELDS: num({ default: 15 }),
    MAX_MUTATIONS: num({ default: 5 }),
    MAX_LIST: num({ default: 250, desc: 'items in one input list' }),
    MAX_COST: num({ default: 5_000 }),
    COST_BURST: num({ default: 10_000, desc: 'cost a principal may spend at once' }),
    COST_PER_SECOND: num({ default: 1_000, desc: 'cost a principal earns back' }),
    COST_PER_DATABASE_MS: num({
      default: 10,
      desc: 'cost of a millisecond in the database, if that is more',
    }),
    REQUEST_TIMEOUT_MS: num({ default: 10_000 }),
    STATEMENT_TIMEOUT_MS: num({ default: 5_000 }),
    SLOW_READ_MS: num({ default: 100, desc: 'a read that takes longer leaves the shared connections' }),
    SLOW_READ_TIMEOUT_MS: num({ default: 1_000, desc: 'longest read' }),
    LOCK_TIMEOUT_MS: num({ default: 2_000 }),
    IDLE_IN_TRANSACTION_TIMEOUT_MS: num({ default: 10_000 }),
    SIGN_OF_LIFE_MS: num({ default: 3_000, desc: 'a database connection at rest answers this often' }),
    POOL_WAIT_MS: num({ default: 2_000 }),
    STOP_TIMEOUT_MS: num({ default: 15_000 }),
  });
}

export type Config = ReturnType<typeof readConfig>;
