import { v7 as uuid } from 'uuid';
import type { Tx } from '../../../db/transaction.js';
import type { DomainEvent } from '../../../kernel/event.js';
import { eventsOf } from '../../../writes/events.js';
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
    for (const kind of kinds) {
      tx.send(
        `insert into mails (id, kind, recipient_type, recipient_id, address_change_id, params, made_at, due_at)
         values ($1, $2, upper($3), $4, $5, $6, $7, $7)`,
        [
          uuid(),
          kind,
          subjectType,
          subjectId,
          details.changeId,
          { outcome: OUTCOMES[name] },
          tx.now.toString(),
        ],
      );
    }
  }
}
