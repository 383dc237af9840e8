import type { Tx } from '../../db/transaction.js';
import { day } from '../../kernel/clock.js';
import type { DomainEvent, EventName } from '../../kernel/event.js';
import { eventsOf } from '../../writes/events.js';
import { recordDeparture } from './record-departure.js';

interface Died {
  readonly person_id: string;
  readonly region_id: string;
  readonly on: string;
}

const ROLES = { Trekkerschap: 'trekkerschappen', SeatAppointment: 'seat_appointments' } as const;
type Role = keyof typeof ROLES;
const BEGUN: readonly EventName[] = ['trekkerschap.started', 'seat.appointed'];

/**
 * A death is never one role's: whoever is on record as deceased at the end of one, in whatever way it came there, is so
 * everywhere, from the first of the days that were recorded. As the system.
 */
export async function recordDeathsOfRoles(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
  const ofRoles = events.filter(({ subjectType }) => subjectType in ROLES);
  if (ofRoles.length === 0) return;
  for (const { person_id: personId, region_id: regionId, on } of await diedIn(tx, ofRoles)) {
    const said = { personId, regionId, kind: 'DECEASED', lastDay: day(on), note: null } as const;
    const departure = await recordDeparture(tx, { ...said, byRole: true });
    for (const role of Object.keys(ROLES) as Role[]) await keepEnded(tx, departure, role, ofRoles);
  }
}

function diedIn(tx: Tx, ofRoles: readonly DomainEvent[]): Promise<Died[]> {
  return tx.query<Died>(
    `select p.id as person_id, p.region_id, min(upper(r.period) - 1)::text as on
     from (select id, person_id, period, end_reason from trekkerschappen
       union all select id, person_id, period, end_reason from seat_appointments) r
     join people p on p.id = r.person_id
     where r.id = any ($1::uuid[]) and r.end_reason = 'DECEASED' and not upper_inf(r.period)
       and not exists (
         select from departures d where d.person_id = p.id and d.kind = 'DECEASED' and d.taken_back_at is null)
     group by p.id order by p.id`,
    [ofRoles.map(({ subjectId }) => subjectId)],
  );
}

/** What ended just now is as it was before when the death is taken back; what was recorded anew has ended anyway. */
async function keepEnded(
  tx: Tx,
  departure: string,
  role: Role,
  ofRoles: readonly DomainEvent[],
): Promise<void> {
  const begun = new Set(ofRoles.filter(({ name }) => BEGUN.includes(name)).map(({ subjectId }) => subjectId));
  const ended = eventsOf(ofRoles, 'trekkerschap.ended', 'seat.appointmentEnded').flatMap(
    ({ subjectType, subjectId: id, details: { periodBefore: period, reasonBefore: reason } }) =>
      subjectType === role && period && !begun.has(id) ? { id, period, reason } : [],
  );
  await tx.query('select departure_keeps_ended($1, $2, $3)', [departure, ROLES[role], JSON.stringify(ended)]);
}
