import { asSystem } from '../../db/as-system.js';
import { LinkKind } from '../../db/link-kind.js';
import type { Tx } from '../../db/transaction.js';

const GOOD_FOR_SECONDS = 5 * 60;

export const UUID = '[0-9a-f-]{36}';

/** How a link is written what it gives: ids, codes and numbers, and nothing about a person. */
interface Writing<Said> {
  /** a regular expression whose groups are what `read` gets */
  readonly shape: string;
  write(said: Said): string;
  read(parts: readonly string[]): Said;
}

/** One id. */
export const AN_ID: Writing<{ readonly id: string }> = {
  shape: `(${UUID})`,
  write: ({ id }) => id,
  read: ([id]) => ({ id: id! }),
};

/** What a link gives, and who asked for it. */
export type Asked<Said> = Said & {
  readonly accountId: string;
  /** since 1970 */
  readonly askedAtSeconds: number;
};

/** A link of ours that still works. */
export interface OpenAccountLink<Said> {
  readonly link: Asked<Said>;
  readonly asker: { readonly issuer: string; readonly subject: string };
}

/** Links that work for five minutes without signing in, and show what the account that asked for them may see then. */
export class AccountLink<Said extends object> {
  readonly kind: LinkKind;

  constructor(
    purpose: string,
    readonly path: string,
    private readonly writing: Writing<Said>,
  ) {
    this.kind = new LinkKind(purpose, new RegExp(`^${writing.shape}\\.(${UUID})\\.(\\d{10,12})$`));
  }

  /** For the viewer; `serviceUrl`: where this service is. */
  async give(tx: Tx, said: Said, serviceUrl: string): Promise<{ url: string; expiresAt: string }> {
    const expiresAt = tx.now
      .round({ smallestUnit: 'second', roundingMode: 'floor' })
      .add({ seconds: GOOD_FOR_SECONDS });
    const until = expiresAt.epochMilliseconds / 1_000;
    const what = `${this.writing.write(said)}.${tx.viewer.accountId!}.${until}`;
    const token = await asSystem(tx, () => this.kind.sign(tx, what));
    return { url: `${serviceUrl}${this.path}?token=${token}`, expiresAt: expiresAt.toString() };
  }

  /** What a token entitles to; null for any that is not ours or has expired. As the system. */
  async open(tx: Tx, token: string): Promise<OpenAccountLink<Said> | null> {
    return asSystem(tx, async () => {
      const parts = (await this.kind.read(tx, token))?.slice(1);
      if (!parts) return null;
      const [accountId, expires] = parts.splice(-2);
      const until = Number(expires);
      if (until * 1_000 <= tx.now.epochMilliseconds) return null;
      const [asker] = await tx.query<OpenAccountLink<Said>['asker']>(
        'select issuer, subject from accounts where id = $1',
        [accountId],
      );
      if (!asker) return null;
      const asked = { accountId: accountId!, askedAtSeconds: until - GOOD_FOR_SECONDS };
      return { link: { ...this.writing.read(parts), ...asked }, asker };
    });
  }
}
