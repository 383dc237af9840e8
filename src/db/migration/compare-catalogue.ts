import { catalogueText, type Logins, type Query } from './catalogue.js';
import { difference } from './difference.js';

/** The first lines in which the catalogue is not as expected; null if it is. Inside a transaction. */
export async function catalogueDifference(
  query: Query,
  logins: Logins,
  expected: string,
): Promise<string | null> {
  const [server] = await query<{ version: number }>(
    `select current_setting('server_version_num')::integer as version`,
  );
  return difference(expected, await catalogueText(query, logins), server!.version);
}
