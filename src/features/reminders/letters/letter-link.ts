import { LinkKind } from '../../../db/link-kind.js';
import type { Tx } from '../../../db/transaction.js';

/** Where letters are opened, without signing in. */
export const LETTER_PATH = '/downloads/letter';

/** What a link to a letter gives, on whose behalf, and until when. */
export interface LetterLink {
  readonly taskId: string;
  readonly accountId: string;
  /** since 1970 */
  readonly expiresAtSeconds: number;
}

const UUID = '[0-9a-f-]{36}';

/** Says ids and a time, and nothing about a person. */
export const LETTER_LINK = new LinkKind('letter', new RegExp(`^(${UUID})\\.(${UUID})\\.(\\d{10,12})$`));

export function signLetterLink(tx: Tx, { taskId, accountId, expiresAtSeconds }: LetterLink): Promise<string> {
  return LETTER_LINK.sign(tx, `${taskId}.${accountId}.${expiresAtSeconds}`);
}

/** The contents of a token, if we signed it and it is not over; null for any other text. As the system. */
export async function readLetterLink(tx: Tx, token: string): Promise<LetterLink | null> {
  const [, taskId, accountId, expires] = (await LETTER_LINK.read(tx, token)) ?? [];
  const expiresAtSeconds = Number(expires);
  if (!taskId || !accountId || expiresAtSeconds * 1_000 <= tx.now.epochMilliseconds) return null;
  return { taskId, accountId, expiresAtSeconds };
}
