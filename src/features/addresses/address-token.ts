import { isOurSignature, linkSignature } from '../../db/link-signature.js';
import type { Tx } from '../../db/transaction.js';

const TOKEN = /^([0-9a-f-]{36})\.([\w-]{43})$/;

/** Goes into a URL: the id of a change and a signature, no address. The change itself says until when it works. */
export async function signAddressToken(tx: Tx, changeId: string): Promise<string> {
  return `${changeId}.${await linkSignature(tx, signed(changeId))}`;
}

/** The change that a token is for, if we signed it; null for any other text. */
export async function readAddressToken(tx: Tx, token: string): Promise<string | null> {
  const [, id, given] = TOKEN.exec(token) ?? [];
  if (!id || !given) return null;
  return (await isOurSignature(tx, signed(id), given)) ? id : null;
}

const signed = (changeId: string) => `confirm address ${changeId}`;
