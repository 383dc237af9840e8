import type { Tx } from '../../../db/transaction.js';
import type { DomainEvent } from '../../../kernel/event.js';
import { eventsOf } from '../../../writes/events.js';
import { TOLD } from '../mail/told.js';
import { TAKEN_BACK_KINDS, TAKES_PART_KINDS, takesPart } from './taken-back-mail.js';

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
    // whatever was planned, it goes on in another one
    'oudernetwerk.merged',
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
     where m.kind = any ($3) and not m.params ? 'how' and m.params ->> 'subjectId' in (
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

/**
 * Event listener: whoever was written to as if they take part in a network, and never did, is told that it was a mistake: once
 * for each network, unless they hear so of a last day in it. As the system.
 */
export async function tellNeverTookPart(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
  const undone = eventsOf(
    events,
    'membership.annulled',
    'membership.corrected',
    'trekkerschap.annulled',
    'trekkerschap.corrected',
  );
  // what never begins since they depart was no mistake
  const departing = eventsOf(events, 'departure.recorded').map(({ subjectId }) => subjectId);
  const people = undone.map(({ details }) => details.personId).filter((id) => !departing.includes(id));
  if (people.length === 0) return;
  await tx.query(
    `insert into mails (id, kind, recipient_type, recipient_id, oudernetwerk_id, params, retracts, made_at, due_at)
     select distinct on (m.recipient_id, n.id) gen_random_uuid(), 'TAKEN_BACK', 'PERSON', m.recipient_id, n.id,
       jsonb_build_object('subjectId', n.id, 'dueOn', told.on_day, 'self', m.recipient_id, 'without', null, 'regionId', n.region_id),
       m.id, $2::timestamptz, $2::timestamptz
     from mails m join (${TOLD}) told on told.mail_id = m.id and told.recipient_id = m.recipient_id
     join oudernetwerken n on n.id = m.oudernetwerk_id
     where m.recipient_type = 'PERSON' and m.recipient_id = any ($1::uuid[]) and m.kind = any ($3)
       and not ${takesPart('m.recipient_id', 'n.id')}
       and not exists (select from mails t where t.kind = 'TAKEN_BACK' and t.recipient_id = m.recipient_id
         and t.oudernetwerk_id = n.id and t.made_at = $2::timestamptz)
     order by m.recipient_id, n.id, told.on_day desc, m.made_at desc
     on conflict (retracts, recipient_id) do update set attempts = 0, due_at = excluded.due_at, last_error = null
     where mails.sent_at is null`,
    [people, tx.now.toString(), TAKES_PART_KINDS],
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
