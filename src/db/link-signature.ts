import { timingSafeEqual } from 'node:crypto';
import type { Tx } from './transaction.js';

/**
 * Signs what a link says that works without signing in. As the system. `what` begins with its purpose, so that a link
 * of another kind never passes as one of these.
 */
export async function linkSignature(tx: Tx, what: string): Promise<string> {
  const [row] = await tx.query<{ signature: string }>('select link_signature($1) as signature', [what]);
  return row!.signature;
}

/** Whether we signed this. As the system. */
export async function isOurSignature(tx: Tx, what: string, given: string): Promise<boolean> {
  const [ours, theirs] = [Buffer.from(await linkSignature(tx, what)), Buffer.from(given)];
  return ours.length === theirs.length && timingSafeEqual(ours, theirs);
}
