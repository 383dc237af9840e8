import type { ClientBase } from 'pg';
import { SeedIds } from './ids.js';
import { insertRows, table } from './insert-rows.js';
import type { SeedRegion } from './places.js';
import type { Random } from './random.js';

const ACCOUNTS = table('accounts', { id: 'uuid', issuer: 'text', subject: 'text', display_name: 'text' });
/** No token can be issued by this issuer. */
const NO_ISSUER = 'https://seed.invalid';

/** Accounts of the senders of invitations, by the position of their region. They no longer have a role. */
export async function insertSecretaries(
  client: ClientBase,
  random: Random,
  regions: readonly SeedRegion[],
): Promise<readonly string[]> {
  const ids = new SeedIds(random.stream('ids'));
  const accounts = regions.map(({ name }, i) => ({
    id: ids.next(),
    issuer: NO_ISSUER,
    subject: `secretary-${i}`,
    display_name: `Secretaris ${name} (fictief)`,
  }));
  await insertRows(client, ACCOUNTS, accounts);
  return accounts.map(({ id }) => id);
}
