import type { Tx } from '../../../db/transaction.js';
import type { AddressMail } from '../mail/mail.js';

/** The address that the mail is for; null if there is nothing left to say. As the system. */
export async function addressFor(
  tx: Tx,
  { kind, address_change_id, params }: AddressMail,
): Promise<string | null> {
  const [change] = await tx.query<{ old_address: string; new_address: string | null; waits: boolean }>(
    `select old_address, new_address, outcome is null and expires_on >= $2::date as waits
     from mail_address_changes where id = $1`,
    [address_change_id, tx.today.toString()],
  );
  if (!change) return null;
  if (kind === 'ADDRESS_PROOF') return change.waits ? change.new_address : null;
  return params.outcome === 'ASKED' && !change.waits ? null : change.old_address;
}
