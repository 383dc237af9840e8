import { Argument, Command } from 'commander';
import { readConfig, type Config } from '../config.js';
import { systemClock, today } from '../kernel/clock.js';
import {
  DEV_ROLES,
  type DevAccountWish,
  type DevRole,
  ensureDevAccount,
} from '../app/sign-in/development/dev-accounts.js';
import {
  DEV_TOKEN_SECONDS,
  devIssuerOfRunning,
  refuseInProduction,
  signDevToken,
} from '../app/sign-in/development/dev-oidc-token.js';
import { asOwner, tellFailure } from './owner-command.js';

const EXAMPLES = `
The account is the demo account of that role and region where there is one; else it is made.

Examples:
  npm run --silent token -- coordinator --region JZ14
  npm run --silent token -- parent
  curl -H "Authorization: Bearer $(npm run --silent token -- admin)" …`;

/** Prints a development access token, and nothing else, on stdout. */
async function main(): Promise<void> {
  await new Command('token')
    .description('Print an access token of a development account. Valid for 12 hours.')
    .addArgument(new Argument('<role>', 'the role to sign in with').choices(DEV_ROLES))
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
  const issuer = await devIssuerOfRunning(config);
  const subject = await asOwner(config, (owner) =>
    ensureDevAccount(owner, { ...wish, issuer, today: today(systemClock) }),
  );
  return signDevToken({
    dataDir: config.DATA_DIR,
    issuer,
    audience: config.OIDC_AUDIENCE,
    subject,
    lifetimeSeconds: DEV_TOKEN_SECONDS,
  });
}

main().catch(tellFailure);
