import { timingSafeEqual } from 'node:crypto';
import type { Tx } from './transaction.js';

const SIGNED = /^(.+)\.([\w-]{43})$/;

/** The part of a link that names the mail in which it stands (uuid). */
export const IN_MAIL = '(?<mail>[0-9a-f-]{36})';

/**
 * A kind of link that works without signing in: what it is for, and the shape of what it says. What it is for is
 * signed too, so that a link of another kind never passes as one of these. One with a part `IN_MAIL` is for whoever
 * reads the address to which that mail went.
 */
export class LinkKind {
  constructor(
    private readonly purpose: string,
    private readonly shape: RegExp,
  ) {}

  /** Whether a text looks like the token of such a link; whether we signed it is known to the database only. */
  fits(token: string): boolean {
    return this.takenApart(token) !== null;
  }

  /** The token of a link: what it says, and our signature. As the system. */
  async sign(tx: Tx, what: string): Promise<string> {
    return `${what}.${await this.signatureOf(tx, what)}`;
  }

  /** What a token says, taken apart by the shape, if we signed it; null for any other text. As the system. */
  async read(tx: Tx, token: string): Promise<RegExpExecArray | null> {
    const found = this.takenApart(token);
    if (!found) return null;
    const [ours, theirs] = [
      Buffer.from(await this.signatureOf(tx, found.parts[0])),
      Buffer.from(found.given),
    ];
    return ours.length === theirs.length && timingSafeEqual(ours, theirs) ? found.parts : null;
  }

  private takenApart(token: string): { parts: RegExpExecArray; given: string } | null {
    const [, what = '', given = ''] = SIGNED.exec(token) ?? [];
    const parts = this.shape.exec(what);
    return parts && { parts, given };
  }

  private async signatureOf(tx: Tx, what: string): Promise<string> {
    const [row] = await tx.query<{ signature: string }>('select link_signature($1) as signature', [
      `${this.purpose} ${what}`,
    ]);
    return row!.signature;
  }
}
