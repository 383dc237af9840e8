import { v7 as uuid } from 'uuid';
import { asSystem } from '../../db/as-system.js';
import type { Tx } from '../../db/transaction.js';
import { failure } from '../../kernel/failure.js';
import { about } from '../../writes/events.js';
import { type AddressOwner, columnOf } from './address-owner.js';

/** How long the link to a new address can be followed. */
const DAYS_TO_CONFIRM = 7;
/**
 * So long an address that was removed is still the one before. Forgotten after that, but not that somebody else removed
 * it: `forget-changes.ts`.
 */
export const DAYS_REMEMBERED = 14;
/** Changes of one address, and by one account, in 24 hours: our links are not to flood anybody. */
const MOST_PER_OWNER = 5;
const MOST_PER_ACCOUNT = 100;

export interface AddressWish {
  readonly owner: AddressOwner;
  /** where mail should go; null: nowhere */
  readonly wanted: string | null;
  /** Nothing else changes with it. Then the address that counts now, given again, takes back a waiting one. */
  readonly byItself: boolean;
  readonly path: readonly string[];
}

export type WishOutcome =
  /** it counts now, and nothing was done: it may well be the one there was */
  | 'NOTHING_NEW'
  /** it counts now, and something else changed: another no longer waits, or mail is sent there again */
  | 'COUNTS'
  /** it counts once its reader confirms it */
  | 'WAITS';

/**
 * What becomes of the address that somebody wants: a first one counts, and so does none at all. A changed one waits until
 * its reader has followed the link that is mailed there, and the one before is told. A later wish replaces an earlier one;
 * the address that counts now is no wish for another, as a form that is saved whole has it too.
 */
export async function changeAddress(tx: Tx, wish: AddressWish): Promise<WishOutcome> {
  const { owner, wanted, byItself, path } = wish;
  return asSystem(tx, async () => {
    const isTooMany = await isChangedOften(tx, owner);
    const id = uuid();
    const [row] = await tx.query<{ outcome: WishOutcome | 'REMOVED' | 'REMOVED_BY_OWNER' }>(
      'select wish_address($1, $2, $3, $4, $5, $6, $7, $8) as outcome',
      [
        id,
        owner.subjectType,
        owner.id,
        wanted,
        byItself,
        tx.now.toString(),
        tx.now.subtract({ hours: 24 * DAYS_REMEMBERED }).toString(),
        tx.today.add({ days: DAYS_TO_CONFIRM }).toString(),
      ],
    );
    const { outcome } = row!;
    if (outcome === 'NOTHING_NEW' || outcome === 'COUNTS') return outcome;
    // whoever removes their own address may do so at any time; only so much mail tells them of it
    if (isTooMany && outcome !== 'REMOVED_BY_OWNER') throw failure('ADDRESS_CHANGED_TOO_OFTEN', path);
    const subject = about(owner.subjectType, owner);
    if (outcome === 'WAITS') {
      tx.record({ name: 'mailAddress.asked', ...subject, details: { changeId: id } });
      return 'WAITS';
    }
    tx.record({ name: 'mailAddress.removed', ...subject, details: { changeId: id, isTold: !isTooMany } });
    return 'COUNTS';
  });
}

/** Every change mails somebody, also one that only removes. */
async function isChangedOften(tx: Tx, owner: AddressOwner): Promise<boolean> {
  const [row] = await tx.query<{ of_owner: number; of_account: number }>(
    `select count(*) filter (where ${columnOf(owner)} = $1)::int as of_owner,
       count(*) filter (where asked_by = $2)::int as of_account
     from mail_address_changes where (${columnOf(owner)} = $1 or asked_by = $2) and asked_at > $3`,
    [owner.id, tx.viewer.accountId, tx.now.subtract({ hours: 24 }).toString()],
  );
  return row!.of_owner >= MOST_PER_OWNER || row!.of_account >= MOST_PER_ACCOUNT;
}
