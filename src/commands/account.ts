import { Command, Option } from 'commander';
import { readConfig } from '../config.js';
import { systemClock, today } from '../kernel/clock.js';
import { ACCOUNT_ROLES } from './account-wish.js';
import { type AccountOptions, syncAccount } from './sync-account.js';
import { asOwner, tellFailure } from './owner-command.js';

const EXAMPLES = `
Examples, with DATABASE_OWNER_URL and OIDC_ISSUER set:
  npm run account -- --subject 5f0c… --role admin --name "A. Beheerder"
  npm run account -- --subject 81d2… --role coordinator --region JZ14
  npm run account -- --subject 81d2… --role coordinator --region JZ14 --end
  npm run account -- --subject c07e… --role secretary --region JZ14
  npm run account -- --subject c07e… --role secretary --region JZ14 --body <id>`;

/** Lets an identity of a provider in, with a role; the only way to create the first admin. */
async function main(): Promise<void> {
  const { OIDC_ISSUER } = readConfig();
  await new Command('account')
    .description('Give somebody who signs in at the OpenID provider a role here, from today on.')
    .addOption(
      new Option('--issuer <url>', 'the provider, as the service has it in OIDC_ISSUER')
        .default(OIDC_ISSUER || undefined)
        .makeOptionMandatory(),
    )
    .requiredOption('--subject <sub>', 'their id there: `sub` in their access token')
    .addOption(new Option('--role <role>', 'the role').choices(ACCOUNT_ROLES).makeOptionMandatory())
    .option('--region <code>', 'of a coordinator or a secretary')
    .option('--body <id>', 'of a secretary: this advisory body only (default: every one of the region)')
    .option('--organisation <id>', 'of a supporter')
    .option('--person <id>', 'of a parent: the person they are here')
    .option('--name <name>', 'what to call the account (default, for a new one: the subject)')
    .option('--end', 'take the role away as of today instead')
    .addHelpText('after', EXAMPLES)
    .action(async (options: AccountOptions) => {
      console.log(await asOwner(readConfig(), (owner) => syncAccount(owner, options, today(systemClock))));
    })
    .parseAsync();
}

main().catch(tellFailure);
