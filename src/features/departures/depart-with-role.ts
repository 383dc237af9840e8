import { v7 as uuid } from 'uuid';
import type { Tx } from '../../db/transaction.js';
import { day } from '../../kernel/clock.js';
import type { DomainEvent } from '../../kernel/event.js';
import { eventsOf } from '../../writes/events.js';
import { recordDeparture } from './depart-person.js';

interface Died {
  readonly person_id: string;
  readonly region_id: string;
  readonly on: string;
}

/**
 * Event listener: a death is never one role's. Whoever is recorded as deceased at the end of one is so everywhere, from the
 * first of the days that were recorded. As the system.
 */
export async function departWithRole(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
  const led = eventsOf(events, 'trekkerschap.ended').filter(({ details }) => details.reason === 'DECEASED');
  const held = eventsOf(events, 'seat.appointmentEnded').filter(
    ({ details }) => details.endReason === 'DECEASED',
  );
  const roles = [...led, ...held].map(({ subjectId }) => subjectId);
  if (roles.length === 0) return;
  const died = await tx.query<Died>(
    `select p.id as person_id, p.region_id, min(upper(r.period) - 1)::text as on
     from (select id, person_id, period from trekkerschappen union all select id, person_id, period from seat_appointments) r
     join people p on p.id = r.person_id
     where r.id = any ($1::uuid[]) and not exists (
       select from departures d where d.person_id = p.id and d.kind = 'DECEASED' and d.taken_back_at is null)
     group by p.id order by p.id`,
    [roles],
  );
  for (const { person_id: personId, region_id: regionId, on } of died) {
    const departure = { id: uuid(), personId, kind: 'DECEASED', lastDay: day(on) } as const;
    await recordDeparture(tx, departure, { note: null, regionId, byRole: true });
  }
}
