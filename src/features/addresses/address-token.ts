import { readFromLink, signedForLink } from '../../db/link-signature.js';
import type { Tx } from '../../db/transaction.js';

const PURPOSE = 'confirm address';
const ID = /^[0-9a-f-]{36}$/;

/** Goes into a URL: the id of a change and a signature, no address. The change itself says until when it works. */
export function signAddressToken(tx: Tx, changeId: string): Promise<string> {
  return signedForLink(tx, PURPOSE, changeId);
}

/** The change that a token is for, if we signed it; null for any other text. */
export async function readAddressToken(tx: Tx, token: string): Promise<string | null> {
  return (await readFromLink(tx, PURPOSE, ID, token))?.[0] ?? null;
}
