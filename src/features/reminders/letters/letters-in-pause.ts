import type { Tx } from '../../../db/transaction.js';
import type { DomainEvent } from '../../../kernel/event.js';
import { about, eventsOf } from '../../../writes/events.js';
import { letterOf, LETTER_COLUMNS } from '../mail/mail.js';
import { MAIL_KINDS } from '../mail-kinds.js';

interface Open {
  readonly id: string;
  readonly regionId: string;
  readonly mail: { readonly kind: string };
}

/**
 * Event listener: a letter that waits to be sent to somebody who is left alone from now on goes on waiting, except what the
 * law says that they must hear: that is told by hand. As the system.
 */
export async function noticeInPause(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
  const paused = eventsOf(events, 'person.contactPaused').map(({ subjectId }) => subjectId);
  if (paused.length === 0) return;
  const letters = await tx.query<Open>(
    `select t.id, t.region_id as "regionId", to_jsonb(m) as mail
     from person_tasks t join (select ${LETTER_COLUMNS} from mails) m on m.id = t.mail_id
     where t.person_id = any ($1::uuid[]) and t.kind = 'LETTER' and t.done_on is null`,
    [paused],
  );
  const owed = letters.filter(({ mail }) => letterOf(MAIL_KINDS, mail).inPause === 'TOLD');
  if (owed.length === 0) return;
  await tx.query('select letters_become_notices($1, $2)', [owed.map(({ id }) => id), tx.today.toString()]);
  for (const task of owed) {
    tx.record({ name: 'personTask.opened', ...about('PersonTask', task), details: { kind: 'NOTICE' } });
  }
}
