import * as v from 'valibot';
import { type Checked, JsonShape } from '../../../db/json-shape.js';
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
