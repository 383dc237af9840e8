import type { Tx } from '../../../db/transaction.js';
import type { DomainEvent } from '../../../kernel/event.js';
import { eventsOf } from '../../../writes/events.js';

/**
 * Event listener: mail that waits until its reader has an address, or is no longer left alone, is due when that may be so,
 * and not hours later. So is what fell silent with a death that never was. Who a nominee may be is not looked up here: what rests for any of them is judged again. As the system.
 */
export async function wakeWaiting(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
  const changes = eventsOf(
    events,
    'person.updated',
    'person.contactPaused',
    'person.contactResumed',
    'departure.withdrawn',
    'mailAddress.confirmed',
    'mailPreferences.set',
  );
  for (const { subjectId, details } of eventsOf(events, 'departure.withdrawn')) {
    if (details.kind === 'DECEASED')
      tx.send('select mails_speak_again($1, $2)', [subjectId, tx.now.toString()]);
  }
  const owners = changes.map(({ subjectId }) => subjectId);
  if (owners.length === 0) return;
  tx.send(
    `update mails set due_at = $2 where sent_at is null and last_error in ('NOBODY', 'RESTS') and due_at > $2
       and (recipient_type = 'PERSON' and recipient_id in (select unnest($1::uuid[])
           union all select person_id from accounts where id = any ($1::uuid[]))
         or recipient_type = 'ACCOUNT' and recipient_id in (select id from accounts where person_id = any ($1::uuid[]))
         or recipient_type = 'NOMINEE' and last_error = 'RESTS')`,
    [owners, tx.now.toString()],
  );
}
