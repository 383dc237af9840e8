import { catalogueText, type Logins, type Query } from './catalogue.js';
import { type Difference, difference } from './difference.js';

/** How the catalogue is not as expected; null if it is. Inside a transaction. */
export async function catalogueDifference(
  query: Query,
  logins: Logins,
  expected: string,
): Promise<Difference | null> {
  const [server] = await query<{ version: number }>(
    `select current_setting('server_version_num')::integer as version`,
  );
  return difference(expected, await catalogueText(query, logins), server!.version);
}
