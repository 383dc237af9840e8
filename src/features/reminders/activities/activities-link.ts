import { LinkKind } from '../../../db/link-kind.js';
import type { Tx } from '../../../db/transaction.js';

/** Where what a network plans is downloaded as a calendar, without signing in. */
export const ACTIVITIES_PATH = '/downloads/activities';

/** What a link to the calendar of a network gives, on whose behalf, and until when. */
export interface ActivitiesLink {
  readonly networkId: string;
  readonly accountId: string;
  /** since 1970 */
  readonly expiresAtSeconds: number;
}

const UUID = '[0-9a-f-]{36}';

/** Says ids and a time, and nothing about a person. */
export const ACTIVITIES_LINK = new LinkKind(
  'planned activities',
  new RegExp(`^(${UUID})\\.(${UUID})\\.(\\d{10,12})$`),
);

export function signActivitiesLink(
  tx: Tx,
  { networkId, accountId, expiresAtSeconds }: ActivitiesLink,
): Promise<string> {
  return ACTIVITIES_LINK.sign(tx, `${networkId}.${accountId}.${expiresAtSeconds}`);
}

/** The contents of a token, if we signed it and it is not over; null for any other text. As the system. */
export async function readActivitiesLink(tx: Tx, token: string): Promise<ActivitiesLink | null> {
  const [, networkId, accountId, expires] = (await ACTIVITIES_LINK.read(tx, token)) ?? [];
  const expiresAtSeconds = Number(expires);
  if (!networkId || !accountId || expiresAtSeconds * 1_000 <= tx.now.epochMilliseconds) return null;
  return { networkId, accountId, expiresAtSeconds };
}
