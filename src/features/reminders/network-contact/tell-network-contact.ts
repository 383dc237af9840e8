import type { Tx } from '../../../db/transaction.js';
import type { DomainEvent } from '../../../kernel/event.js';
import { eventsOf } from '../../../writes/events.js';
import { askedOf } from '../../network-contact/ask-network-contact.js';
import { makeMail } from '../mail/make-mail.js';

/**
 * Event listener: members are asked, and whoever's yes or no somebody else records is told, with a way to say otherwise.
 * As the system.
 */
export async function tellNetworkContact(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
  for (const { subjectId } of eventsOf(events, 'networkContactQuestion.asked')) {
    await tx.query(
      `insert into mails (id, kind, recipient_type, recipient_id, oudernetwerk_id, params, made_at, due_at)
       select gen_random_uuid(), 'NETWORK_CONTACT', 'PERSON', person_id, $1::uuid,
         jsonb_build_object('outcome', 'ASKED', 'self', person_id), $4::timestamptz, $4::timestamptz
       from members_to_ask($1, $2, $3) order by person_id`,
      [...askedOf(tx, subjectId), tx.now.toString()],
    );
  }
  for (const { name, subjectId, details } of eventsOf(
    events,
    'networkContact.given',
    'networkContact.withdrawn',
  )) {
    if (details.channel === 'ONLINE') continue;
    const outcome = name === 'networkContact.given' ? 'GIVEN' : 'WITHDRAWN';
    const params = { outcome, self: subjectId, ...details };
    makeMail(tx, 'NETWORK_CONTACT', { recipient_type: 'PERSON', recipient_id: subjectId }, { params });
  }
}
