import * as v from 'valibot';
import { type Checked, JsonShape } from '../../../db/json-shape.js';
import type { Tx } from '../../../db/transaction.js';
import { anyMail } from '../mail/mail.js';

/** The link to the new address; news for the reader of the one before. */
export const ADDRESS_KINDS = ['ADDRESS_PROOF', 'ADDRESS_NEWS'] as const;

export const ADDRESS_MAIL = new JsonShape(
  'mails',
  v.object({
    ...anyMail,
    kind: v.picklist(ADDRESS_KINDS),
    address_change_id: v.string(),
    params: v.object({ outcome: v.picklist(['ASKED', 'CONFIRMED', 'REMOVED']) }),
  }),
);

export type AddressMail = Checked<typeof ADDRESS_MAIL>;

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
