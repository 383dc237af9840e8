import { v7 as uuid } from 'uuid';
import { asSystem } from '../../db/as-system.js';
import type { Tx } from '../../db/transaction.js';
import { failure } from '../../kernel/failure.js';
import { about } from '../../writes/events.js';
import { type AddressOwner, columnOf } from './address-owner.js';

/** How long the link to a new address can be followed. */
const DAYS_TO_CONFIRM = 7;
/** So long an address that was removed is still the one before. Forgotten after that: `forget-changes.ts`. */
export const DAYS_REMEMBERED = 14;
/** Changes of one address, and by one account, in 24 hours: our links are not to flood anybody. */
const MOST_PER_OWNER = 5;
const MOST_PER_ACCOUNT = 100;

export interface AddressWish {
  readonly owner: AddressOwner;
  /** where mail goes now; null: nowhere */
  readonly before: string | null;
  /** where it should go; null: nowhere */
  readonly wanted: string | null;
  readonly path: readonly string[];
}

/**
 * Whether the address that somebody wants counts now: a first one does, and none at all. A changed one waits until its
 * reader has followed the link that is mailed there, and the one before is told. A later wish replaces an earlier one.
 */
export async function changeAddress(tx: Tx, { owner, before, wanted, path }: AddressWish): Promise<boolean> {
  return asSystem(tx, async () => {
    const column = columnOf(owner);
    const told = before ?? (wanted === null ? null : await removedLately(tx, owner));
    const changes = told !== null && told.toLowerCase() !== wanted?.toLowerCase();
    if (changes && wanted !== null) await refuseTooMany(tx, owner, path);
    await tx.query(
      `update mail_address_changes set outcome = 'REPLACED' where ${column} = $1 and outcome is null`,
      [owner.id],
    );
    if (wanted !== null) await tx.query('select mark_deliverable($1)', [wanted]);
    if (!changes) return true;

    const id = uuid();
    await tx.query(
      `insert into mail_address_changes (id, ${column}, old_address, new_address, asked_by, asked_at, expires_on, outcome)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        id,
        owner.id,
        told,
        wanted,
        tx.viewer.accountId,
        tx.now.toString(),
        tx.today.add({ days: DAYS_TO_CONFIRM }).toString(),
        wanted === null ? 'REMOVED' : null,
      ],
    );
    tx.record({
      name: wanted === null ? 'mailAddress.removed' : 'mailAddress.asked',
      ...about(owner.subjectType, owner),
      details: { changeId: id },
    });
    return wanted === null;
  });
}

/** Removing an address and giving another is a change as well. */
async function removedLately(tx: Tx, owner: AddressOwner): Promise<string | null> {
  const [row] = await tx.query<{ address: string | null }>('select address_removed($1, $2) as address', [
    owner.id,
    tx.now.subtract({ hours: 24 * DAYS_REMEMBERED }).toString(),
  ]);
  return row!.address;
}

async function refuseTooMany(tx: Tx, owner: AddressOwner, path: readonly string[]): Promise<void> {
  const [row] = await tx.query<{ of_owner: number; of_account: number }>(
    `select count(*) filter (where ${columnOf(owner)} = $1)::int as of_owner,
       count(*) filter (where asked_by = $2)::int as of_account
     from mail_address_changes
     where (${columnOf(owner)} = $1 or asked_by = $2) and outcome is distinct from 'REMOVED' and asked_at > $3`,
    [owner.id, tx.viewer.accountId, tx.now.subtract({ hours: 24 }).toString()],
  );
  if (row!.of_owner >= MOST_PER_OWNER || row!.of_account >= MOST_PER_ACCOUNT) {
    throw failure('ADDRESS_CHANGED_TOO_OFTEN', path);
  }
}
