import { realpath } from 'node:fs/promises';
import { Argument, Command } from 'commander';
import { Client } from 'pg';
import { readConfig, type Config } from '../config.js';
import { absent, connectionUrls, readState } from '../db/embedded-data-dir.js';
import { serverPid } from '../db/embedded-server.js';
import { isDatabaseUnavailable } from '../db/unavailable.js';
import { systemClock, today } from '../kernel/clock.js';
import { DEV_ROLES, type DevAccountWish, type DevRole, ensureDevAccount } from './dev-accounts.js';
import { DEV_TOKEN_SECONDS, devIssuer, refuseInProduction, signDevToken } from './dev-oidc-token.js';

const EXAMPLES = `
Examples:
  npm run --silent token -- coordinator --region JZ14
  npm run --silent token -- parent
  curl -H "Authorization: Bearer $(npm run --silent token -- admin)" …`;

/** Prints a development access token, and nothing else, on stdout. */
async function main(): Promise<void> {
  await new Command('token')
    .description(
      'Print an access token of a development account; it is made when missing. Valid for 12 hours.',
    )
    .addArgument(new Argument('<role>', 'who to be').choices(DEV_ROLES))
    .option('--region <code>', 'region of the account (default: JZ06; not for admin)')
    .option('--person <id>', 'the person a parent is (default: a current trekker of the region)')
    .addHelpText('after', EXAMPLES)
    .configureOutput({ writeOut: (text) => process.stderr.write(text) })
    .action(async (role: DevRole, wish: Omit<DevAccountWish, 'role'>) => {
      process.stdout.write(`${await tokenFor({ role, ...wish }, readConfig())}\n`);
    })
    .parseAsync();
}

async function tokenFor(wish: DevAccountWish, config: Config): Promise<string> {
  refuseInProduction(config.NODE_ENV);
  if (config.OIDC_ISSUER) {
    throw new Error('OIDC_ISSUER names a real provider, which the service believes instead of these tokens.');
  }
  const issuer = devIssuer(config);
  const owner = new Client({ connectionString: await ownerUrl(config), connectionTimeoutMillis: 5_000 });
  owner.on('error', () => undefined);
  try {
    await owner.connect();
    const subject = await ensureDevAccount(owner, { ...wish, issuer, today: today(systemClock) });
    return await signDevToken({
      dataDir: config.DATA_DIR,
      issuer,
      audience: config.OIDC_AUDIENCE,
      subject,
      lifetimeSeconds: DEV_TOKEN_SECONDS,
    });
  } finally {
    await owner.end();
  }
}

async function ownerUrl({ DATABASE_OWNER_URL, DATABASE_URL, DATA_DIR }: Config): Promise<string> {
  if (DATABASE_OWNER_URL) return DATABASE_OWNER_URL;
  if (DATABASE_URL) throw new Error('Set DATABASE_OWNER_URL too: the service login may not make accounts.');
  const dataDir = await realpath(DATA_DIR).catch(absent);
  const state = dataDir === null ? null : await readState(dataDir);
  if (!dataDir || !state || !(await serverPid(dataDir))) {
    throw new Error(`No database is running in ${DATA_DIR}. Start the service first: npm start`);
  }
  return connectionUrls(state).ownerUrl;
}

function explain(error: unknown): string {
  if (isDatabaseUnavailable(error)) return 'The database cannot be reached. Is the service running?';
  const undefinedTable = '42P01';
  if ((error as { code?: unknown }).code === undefinedTable) {
    return 'The database has no tables yet: wait until npm start says that the service is ready.';
  }
  return error instanceof Error ? error.message : String(error);
}

main().catch((error: unknown) => {
  console.error(explain(error));
  process.exitCode = 1;
});
