import type { Tx } from '../../../db/transaction.js';
import type { DomainEvent } from '../../../kernel/event.js';
import { eventsOf } from '../../../writes/events.js';
import { makeMail } from '../mail/make-mail.js';
import type { RecipientType } from '../mail/recipients.js';
import type { AddressMail } from './address-mail.js';

const OUTCOMES = {
  'mailAddress.asked': 'ASKED',
  'mailAddress.confirmed': 'CONFIRMED',
  'mailAddress.removed': 'REMOVED',
} as const;

/**
 * Event listener: whoever reads the address before hears of every change, also of one that only was asked, but not
 * without end of their own; a new address receives the link. As the system.
 */
export async function tellAddresses(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
  const changes = eventsOf(events, 'mailAddress.asked', 'mailAddress.confirmed', 'mailAddress.removed');
  for (const { name, subjectType, subjectId, details } of changes) {
    if ('isTold' in details && !details.isTold) continue;
    const kinds: AddressMail['kind'][] =
      name === 'mailAddress.asked' ? ['ADDRESS_NEWS', 'ADDRESS_PROOF'] : ['ADDRESS_NEWS'];
    const reader = { recipient_type: subjectType.toUpperCase() as RecipientType, recipient_id: subjectId };
    const params = { outcome: OUTCOMES[name] };
    for (const kind of kinds) makeMail(tx, kind, reader, { params, address_change_id: details.changeId });
  }
}
