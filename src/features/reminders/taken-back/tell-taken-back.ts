import type { Tx } from '../../../db/transaction.js';
import type { DomainEvent } from '../../../kernel/event.js';
import { eventsOf } from '../../../writes/events.js';
import { TOLD } from '../mail/told.js';
import { TAKEN_BACK_KINDS } from './taken-back-mail.js';

/**
 * Event listener: whoever was told of what never was, or is not so any more, is told that too: once, of the last that they
 * heard. As the system.
 */
export async function tellTakenBack(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
  const undone = eventsOf(
    events,
    'trekkerschap.annulled',
    'trekkerschap.corrected',
    'trekkerschap.continued',
    'trekkerschap.resumed',
    'support.annulled',
    'support.corrected',
    'oudernetwerk.continued',
    'oudernetwerk.endAnnulled',
  );
  if (undone.length === 0) return;
  const subjects = undone.map(({ subjectId }) => subjectId);
  // of a departure that is taken back, whoever heard that they stop is told: nothing else that anybody heard followed from it
  const isDeparture = eventsOf(events, 'departure.withdrawn').length > 0;
  const kinds = isDeparture ? ['DEPARTURE'] : TAKEN_BACK_KINDS;
  await tx.query(
    `insert into mails (id, kind, recipient_type, recipient_id, oudernetwerk_id, params, retracts, made_at, due_at)
     select distinct on (told.recipient_id, m.kind, m.params ->> 'subjectId') gen_random_uuid(), 'TAKEN_BACK',
       told.recipient_type, told.recipient_id, m.oudernetwerk_id, m.params, m.id, $2::timestamptz, $2::timestamptz
     from mails m join (${TOLD}) told on told.mail_id = m.id
     where m.kind = any ($3) and m.params ->> 'subjectId' in (
       select recorded::text from unnest($1::uuid[]) undone (id)
       cross join lateral (select undone.id union select first_of_tenure(undone.id)
         union select first_of_support(undone.id)) part (id)
       cross join lateral recorded_as(part.id) recorded)
     order by told.recipient_id, m.kind, m.params ->> 'subjectId', told.on_day desc, m.made_at desc
     -- it was so again by the time that it would have left, and is not any more
     on conflict (retracts, recipient_id) do update set attempts = 0, due_at = excluded.due_at, last_error = null
     where mails.sent_at is null`,
    [subjects, tx.now.toString(), kinds],
  );
}

/** Event listener: what was reminded of for the same trekker or supporter stays so when the record is corrected. As the system. */
export async function followCorrected(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
  for (const { subjectId, details } of eventsOf(
    events,
    'trekkerschap.corrected',
    'support.corrected',
    'absence.corrected',
  )) {
    const who = 'personId' in details ? details.personId : details.organisationId;
    tx.send(
      `update reminders set subject_id = $2 where subject_id = $1 and exists (
         select from trekkerschappen where id = $2 and person_id = $3
         union all select from absences where id = $2 and person_id = $3
         union all select from support_arrangements where id = $2 and organisation_id = $3)`,
      [subjectId, details.replacedBy, who],
    );
  }
}
