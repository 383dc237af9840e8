import { readFromLink, signedForLink } from '../../../db/link-signature.js';
import type { Tx } from '../../../db/transaction.js';

const PURPOSE = 'answer invitation';
const ID = /^[0-9a-f-]{36}$/;

/**
 * Goes into a URL: the id of an invitation and a signature, nothing about the person. Whether it can still be
 * answered depends on the invitation: it is answered once, and until its last day.
 */
export function signAnswerToken(tx: Tx, invitationId: string): Promise<string> {
  return signedForLink(tx, PURPOSE, invitationId);
}

/** The invitation that a token is for, if we signed it; null for any other text. */
export async function readAnswerToken(tx: Tx, token: string): Promise<string | null> {
  return (await readFromLink(tx, PURPOSE, ID, token))?.[0] ?? null;
}
