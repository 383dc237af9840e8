import { isOurSignature, linkSignature } from '../../../db/link-signature.js';
import type { Tx } from '../../../db/transaction.js';

const TOKEN = /^([0-9a-f-]{36})\.([\w-]{43})$/;

/**
 * Goes into a URL: the id of an invitation and a signature, nothing about the person. Whether it can still be
 * answered depends on the invitation: it is answered once, and until its last day.
 */
export async function signAnswerToken(tx: Tx, invitationId: string): Promise<string> {
  return `${invitationId}.${await linkSignature(tx, signed(invitationId))}`;
}

/** The invitation that a token is for, if we signed it; null for any other text. */
export async function readAnswerToken(tx: Tx, token: string): Promise<string | null> {
  const [, id, given] = TOKEN.exec(token) ?? [];
  if (!id || !given) return null;
  return (await isOurSignature(tx, signed(id), given)) ? id : null;
}

const signed = (invitationId: string) => `answer invitation ${invitationId}`;
