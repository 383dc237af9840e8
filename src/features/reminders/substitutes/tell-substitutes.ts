import type { Tx } from '../../../db/transaction.js';
import type { DomainEvent } from '../../../kernel/event.js';
import { eventsOf } from '../../../writes/events.js';
import { MOST_ATTEMPTS } from '../mail/deliver.js';
import { TOLD } from '../mail/told.js';
import { ACTING } from './acting.js';

/**
 * Event listener: whoever acts for somebody who is away hears so, and hears it again when the day on which they begin
 * changed, or when their last day is on record, also by the end of what they act in; whoever was told and does not after all
 * hears that. Not who departs, or records it themselves. As the system.
 */
export async function tellSubstitutes(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
  const absences = eventsOf(
    events,
    'absence.recorded',
    'absence.updated',
    'absence.ended',
    'absence.annulled',
    'absence.corrected',
  ).map(({ subjectId }) => subjectId);
  const networks = [
    ...eventsOf(
      events,
      'trekkerschap.ended',
      'trekkerschap.continued',
      'trekkerschap.annulled',
      'trekkerschap.corrected',
    ).map(({ oudernetwerkId }) => oudernetwerkId),
    ...eventsOf(
      events,
      'oudernetwerk.ended',
      'oudernetwerk.continued',
      'oudernetwerk.endAnnulled',
      'oudernetwerk.endCorrected',
    ).map(({ subjectId }) => subjectId),
  ];
  const seats = eventsOf(
    events,
    'seat.appointmentEnded',
    'seat.appointmentContinued',
    'seat.appointmentAnnulled',
    'seat.appointmentCorrected',
  ).map(({ details }) => details.seatId);
  if (absences.length + networks.length + seats.length === 0) return;
  const knowing = eventsOf(events, 'departure.recorded').map(({ subjectId }) => subjectId);
  if (tx.viewer.personId) knowing.push(tx.viewer.personId);
  tx.send(TELL, [absences, networks, tx.today.toString(), tx.now.toString(), seats, knowing]);
}

// $1 absences, $2 networks and $5 seats whose absences are looked at, $3 today, $4 now, $6 who hears nothing
const TELL = `
  with about as (
    select first_recorded(id) as absence_id from unnest($1::uuid[]) said (id)
    union select first_recorded(id) from absences where oudernetwerk_id = any ($2::uuid[])
      or body_id in (select s.body_id from advisory_seats s where s.id = any ($5::uuid[]))
  ),
  acting as (select * from (${ACTING}) a where absence_id in (select absence_id from about)),
  last_told as (
    select distinct on (recipient_id, params ->> 'absenceId') recipient_id as person_id, m.oudernetwerk_id, m.params, about.absence_id,
      m.id in (select told.mail_id from (${TOLD}) told) as is_told
    from about join mails m on m.kind = 'SUBSTITUTE' and m.params ->> 'absenceId' = about.absence_id::text
    where m.sent_at is not null or m.attempts < ${MOST_ATTEMPTS}
      or exists (select from person_tasks t where t.mail_id = m.id and not t.lapsed)
    order by recipient_id, params ->> 'absenceId', m.made_at desc, m.id desc
  ),
  news as (
    select a.person_id, a.oudernetwerk_id, jsonb_build_object('outcome', 'NAMED', 'absenceId', a.absence_id, 'dueOn', a.since,
      'until', a.until, 'self', a.person_id, 'without', a.away_id, 'placeId', coalesce(a.oudernetwerk_id, a.body_id), 'regionId', a.region_id) as params
    from acting a left join last_told l using (absence_id, person_id)
    where coalesce(a.until >= $3, true)
      and (l.params ->> 'dueOn' = a.since::text
        and (l.params ->> 'outcome' = 'NAMED' or l.params ->> 'outcome' = 'ENDS' and a.until is not null)) is not true
    union all
    select a.person_id, a.oudernetwerk_id, l.params || jsonb_build_object('outcome', 'ENDS', 'until', a.until)
    from acting a join last_told l using (absence_id, person_id)
    where l.is_told and l.params ->> 'outcome' in ('NAMED', 'ENDS') and l.params ->> 'dueOn' = a.since::text
      and a.until is not null and l.params ->> 'until' is distinct from a.until::text
    union all
    select l.person_id, l.oudernetwerk_id, l.params || '{"outcome": "OFF"}' from last_told l
    where l.params ->> 'outcome' in ('NAMED', 'ENDS') and l.is_told
      and not exists (select from acting a where a.absence_id = l.absence_id and a.person_id = l.person_id)
  )
  insert into mails (id, kind, recipient_type, recipient_id, oudernetwerk_id, params, made_at, due_at)
  select gen_random_uuid(), 'SUBSTITUTE', 'PERSON', person_id, oudernetwerk_id, params, $4::timestamptz, $4::timestamptz
  from news where person_id <> all ($6::uuid[]) order by person_id`;
