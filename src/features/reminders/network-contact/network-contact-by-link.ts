import { asSystem } from '../../../db/as-system.js';
import { IN_MAIL, LinkKind } from '../../../db/link-kind.js';
import { onBehalfOf } from '../../../db/on-behalf.js';
import type { Tx } from '../../../db/transaction.js';
import { day, dayInSql, isBefore } from '../../../kernel/clock.js';
import type { Locale } from '../../../kernel/messages.js';
import { nodeId } from '../../../kernel/node-id.js';
import { holderOfLink } from '../../access/holder-of-link.js';
import { NETWORK_CONTACT_TEXT } from '../../network-contact/network-contact-text.js';
import {
  NetworkContactGiveInput,
  NetworkContactWithdrawInput,
} from '../../network-contact/network-contact.inputs.js';
import { giveNetworkContact, withdrawNetworkContact } from '../../network-contact/save-network-contact.js';

/** Says the id of the mail, and nothing about the person. */
export const NETWORK_CONTACT_LINK = new LinkKind(
  'say whether my network may reach me',
  new RegExp(`^${IN_MAIL}$`),
);

/** How long a yes can be said by the link in a mail; a no always can. */
const DAYS_TO_SAY_YES = 60;

/** What a member said of being reached, and what they can say by their link. */
export interface AskedContact {
  readonly personId: string;
  readonly locale: Locale;
  /** what holds; null: they said nothing yet */
  readonly given: boolean | null;
  readonly mayGive: boolean;
}

/** What the token of a link asks: null if the token is not ours, GONE if there is nobody to ask any more. */
export async function networkContactByLink(tx: Tx, token: string): Promise<AskedContact | 'GONE' | null> {
  return asSystem(tx, async () => {
    const [id] = (await NETWORK_CONTACT_LINK.read(tx, token)) ?? [];
    if (id === undefined) return null;
    const [row] = await tx.query<Omit<AskedContact, 'mayGive'> & { readonly made_on: string }>(
      `select m.recipient_id as "personId", reach.locale, said.given,
         ${dayInSql('m.made_at')}::text as made_on
       from mails m cross join lateral mail_reach('PERSON', m.recipient_id) reach
       left join lateral said_of(m.recipient_id, 'CONTACT_BY_NETWORK') said on true
       where m.id = $1 and m.kind = 'NETWORK_CONTACT' and m.recipient_type = 'PERSON'`,
      [id],
    );
    if (!row) return 'GONE';
    const { made_on, ...asked } = row;
    return { ...asked, mayGive: !isBefore(day(made_on).add({ days: DAYS_TO_SAY_YES }), tx.today) };
  });
}

/** The answer of the holder of the link, by the rules of whoever says it signed in. */
export async function answerNetworkContact(tx: Tx, token: string, yes: boolean): Promise<void> {
  const asked = await networkContactByLink(tx, token);
  if (asked === null || asked === 'GONE' || (yes && !asked.mayGive)) return;
  const { version: textVersion } = NETWORK_CONTACT_TEXT;
  const personId = nodeId('Person', asked.personId);
  const holder = holderOfLink(tx, asked.personId);
  await onBehalfOf(tx, { ...holder, locale: asked.locale }, (own) =>
    yes
      ? giveNetworkContact.run(
          own,
          Object.assign(new NetworkContactGiveInput(), { personId, textVersion }),
          HERE,
        )
      : withdrawNetworkContact.run(own, Object.assign(new NetworkContactWithdrawInput(), { personId }), HERE),
  );
}

/** These use-cases hand out no address. */
const HERE = { serviceUrl: '' };
