import { timingSafeEqual } from 'node:crypto';
import type { Tx } from './transaction.js';

const SIGNED = /^(.+)\.([\w-]{43})$/;

/**
 * What a link says that works without signing in, and our signature. As the system. The purpose is signed too, so that
 * a link of another kind never passes as one of these.
 */
export async function signedForLink(tx: Tx, purpose: string, what: string): Promise<string> {
  return `${what}.${await signatureOf(tx, purpose, what)}`;
}

/** What a link says, taken apart by `shape`, if we signed it for this purpose; null for any other text. As the system. */
export async function readFromLink(
  tx: Tx,
  purpose: string,
  shape: RegExp,
  token: string,
): Promise<RegExpExecArray | null> {
  const [, what = '', given = ''] = SIGNED.exec(token) ?? [];
  const parts = shape.exec(what);
  if (!parts) return null;
  const [ours, theirs] = [Buffer.from(await signatureOf(tx, purpose, what)), Buffer.from(given)];
  return ours.length === theirs.length && timingSafeEqual(ours, theirs) ? parts : null;
}

async function signatureOf(tx: Tx, purpose: string, what: string): Promise<string> {
  const [row] = await tx.query<{ signature: string }>('select link_signature($1) as signature', [
    `${purpose} ${what}`,
  ]);
  return row!.signature;
}
