import type { Tx } from '../../db/transaction.js';
import { day } from '../../kernel/clock.js';
import type { DomainEvent, EventName } from '../../kernel/event.js';
import { fromDateRange } from '../../kernel/period.js';
import type { EndBefore } from '../../writes/departing.js';
import { eventsOf } from '../../writes/events.js';
import { builtUpon } from '../people/built-upon.js';
import { recordDeparture } from './record-departure.js';

/** Of a death that a role says: DIED, nothing is on record yet; FOLLOWS, the role was corrected and says it still; UNSAID. */
interface Found {
  readonly what: 'DIED' | 'FOLLOWS' | 'UNSAID';
  readonly person_id: string;
  readonly region_id: string;
  readonly on: string;
  readonly role_id: string;
  /** the one on record, unless nothing is */
  readonly departure_id: string;
}

const ROLES = { Trekkerschap: 'trekkerschappen', SeatAppointment: 'seat_appointments' } as const;
type Role = keyof typeof ROLES;
const BEGUN: readonly EventName[] = ['trekkerschap.started', 'seat.appointed'];
const WRITTEN_ANEW: readonly EventName[] = [
  'seat.appointmentAnnulled',
  'seat.appointmentContinued',
  'seat.appointmentCorrected',
  'seat.appointmentEnded',
  'trekkerschap.annulled',
  'trekkerschap.continued',
  'trekkerschap.corrected',
  'trekkerschap.ended',
];

/**
 * A death is never one role's: whoever is on record as deceased at the end of one, in whatever way it came there, is so
 * everywhere, from the first of the days that were recorded. While that stands, the role goes on saying it. As the system.
 */
export async function followDeathsOfRoles(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
  const ofRoles = events.filter(({ subjectType }) => subjectType in ROLES);
  if (!ofRoles.some(mayTellOfDeath)) return;
  const found = await deathsIn(tx, ofRoles);
  for (const { person_id, on } of found.filter(({ what }) => what === 'UNSAID')) {
    throw await builtUpon(tx, 'death', person_id, day(on));
  }
  for (const death of found) {
    if (death.what === 'DIED') await recordDeath(tx, death, ofRoles);
    else tx.send('update departures set by_role = $2 where id = $1', [death.departure_id, death.role_id]);
  }
}

/**
 * Most changes of roles say of themselves that no death is in them, and none was before: of those the database is not
 * asked.
 */
function mayTellOfDeath({ name, details }: DomainEvent): boolean {
  if (name === 'trekkerschap.started') return fromDateRange(details.period).until !== null;
  if (name !== 'trekkerschap.ended' || details.reasonBefore === undefined) return true;
  return [details.reason, details.reasonBefore].includes('DECEASED');
}

function deathsIn(tx: Tx, ofRoles: readonly DomainEvent[]): Promise<Found[]> {
  const ids = (among: readonly DomainEvent[]) => among.map(({ subjectId }) => subjectId);
  return tx.query<Found>(
    `with deaths as not materialized (
       select id, person_id, upper(period) - 1 as on_day from trekkerschappen where end_reason = 'DECEASED' and not upper_inf(period)
       union all
       select id, person_id, upper(period) - 1 from seat_appointments where end_reason = 'DECEASED' and not upper_inf(period))
     select 'DIED' as what, p.id as person_id, p.region_id, min(r.on_day)::text as on,
       (array_agg(r.id order by r.on_day, r.id))[1] as role_id, null as departure_id
     from deaths r join people p on p.id = r.person_id
     where r.id = any ($1::uuid[]) and not exists (
       select from departures d where d.person_id = p.id and d.kind = 'DECEASED' and d.taken_back_at is null)
     group by p.id
     union all
     select case when r.id is null then 'UNSAID' else 'FOLLOWS' end, d.person_id, null, d.last_day::text, r.id, d.id
     from departures d left join deaths r on r.id = coalesce(corrected_id(d.by_role), d.by_role)
       and r.person_id = d.person_id and r.on_day = d.last_day
     where d.by_role = any ($2::uuid[]) and d.taken_back_at is null and r.id is distinct from d.by_role
     order by person_id`,
    [ids(ofRoles), ids(ofRoles.filter(({ name }) => WRITTEN_ANEW.includes(name)))],
  );
}

async function recordDeath(
  tx: Tx,
  { person_id: personId, region_id: regionId, on, role_id: byRole }: Found,
  ofRoles: readonly DomainEvent[],
): Promise<void> {
  const said = { personId, regionId, kind: 'DECEASED', lastDay: day(on), note: null } as const;
  const departure = await recordDeparture(tx, { ...said, byRole });
  for (const role of Object.keys(ROLES) as Role[]) await keepChanged(tx, departure, role, ofRoles);
}

/** What changed with it is as it was before when the death is taken back; what was recorded anew has ended anyway. */
async function keepChanged(
  tx: Tx,
  departure: string,
  role: Role,
  ofRoles: readonly DomainEvent[],
): Promise<void> {
  const begun = new Set(ofRoles.filter(({ name }) => BEGUN.includes(name)).map(({ subjectId }) => subjectId));
  const changed = eventsOf(
    ofRoles,
    'trekkerschap.ended',
    'seat.appointmentEnded',
    'seat.appointmentRenumbered',
  ).flatMap(({ subjectType, subjectId: id, details }) =>
    subjectType === role && details.periodBefore && !begun.has(id) ? { id, was: asBefore(details) } : [],
  );
  await tx.query('select departure_keeps_changed($1, $2, $3)', [
    departure,
    ROLES[role],
    JSON.stringify(changed),
  ]);
}

/** The columns that were otherwise. */
function asBefore({
  periodBefore: period,
  reasonBefore: end_reason,
  numberBefore: term_number,
}: Partial<EndBefore> & { readonly numberBefore?: number }) {
  return { period, end_reason, term_number };
}
