import { recordAbsence } from '../../features/absences/record-absence.js';
import { appointToSeat } from '../../features/advisory/appointments/appoint.js';
import { departPerson } from '../../features/departures/depart-person.js';
import { recordActivity } from '../../features/oudernetwerken/records/save-activity.js';
import { startMembership, startSupport } from '../../features/oudernetwerken/records/save-network-records.js';
import { endTrekkerschap } from '../../features/oudernetwerken/trekkerschap/end-trekkerschap.js';
import { handOverTrekkerschap } from '../../features/oudernetwerken/trekkerschap/hand-over-trekkerschap.js';
import { updatePerson } from '../../features/people/save-person.js';
import { nodeId } from '../../kernel/node-id.js';
import type { UseCase } from '../../writes/use-case.js';
import type { ReachWorld } from './reach-world.js';

/** Of the coordinator's region: a trekker with their network, somebody who may follow, a vacant seat, an organisation. */
const CAST = `
  select t.id as trekkerschap, t.person_id as trekker, n.id as network,
    (select p.id from people p where p.region_id = n.region_id and 'OUDER' = any (p.perspectives) and p.deceased_on is null
      and not exists (select from trekkerschappen o where o.person_id = p.id)
      and not exists (select from memberships m where m.person_id = p.id)
      and not exists (select from seat_appointments a where a.person_id = p.id) order by p.id limit 1) as successor,
    (select s.id from advisory_seats s join advisory_bodies b on b.id = s.body_id where b.region_id = n.region_id
      and s.abolished_on is null and s.opened_on <= $2 and not exists (
        select from seat_appointments a where a.seat_id = s.id) order by s.id limit 1) as seat,
    (select o.id from organisations o where not exists (select from support_arrangements a where a.organisation_id = o.id)
      order by o.id limit 1) as organisation
  from trekkerschappen t join oudernetwerken n on n.id = t.oudernetwerk_id
  where n.region_id = any ($1) and n.phase = 'ACTIVE' and n.ended_on is null and upper_inf(t.period)
    and t.planned_end_on is null and lower(t.period) < $2
  order by t.id limit 1`;

/** One of each kind of write, with the tables that it reads much of. */
export async function triedWrites(
  world: ReachWorld,
): Promise<readonly (readonly [name: string, tablesRead: () => Promise<readonly string[]>])[]> {
  const viewer = world.viewer('coordinator');
  const { rows } = await world.owner.query<Record<string, string>>(CAST, [
    viewer.regions,
    viewer.today.toString(),
  ]);
  const cast = rows[0]!;
  const id = (type: string, who: string) => nodeId(type, cast[who]!);
  const trekkerschap = id('Trekkerschap', 'trekkerschap');
  const oudernetwerkId = id('Oudernetwerk', 'network');
  const personId = id('Person', 'successor');
  const from = viewer.today;
  const tried = <Input>(useCase: UseCase<Input>, input: object) => {
    return () => world.writes.tablesReadBy(viewer, useCase, input as Input);
  };
  return [
    ['trekkerschapHandOver', tried(handOverTrekkerschap, { id: trekkerschap, toPersonId: personId })],
    ['trekkerschapEnd', tried(endTrekkerschap, { id: trekkerschap, reason: 'MOVED' })],
    ['absenceRecord', tried(recordAbsence, { roleId: trekkerschap })],
    ['activityRecord', tried(recordActivity, { oudernetwerkId, kind: 'CAFE', title: 'Koffie' })],
    ['membershipStart', tried(startMembership, { oudernetwerkId, personId })],
    [
      'supportStart',
      tried(startSupport, {
        oudernetwerkId,
        organisationId: id('Organisation', 'organisation'),
        period: { from },
      }),
    ],
    ['seatAppoint', tried(appointToSeat, { seatId: id('AdvisorySeat', 'seat'), personId })],
    ['personUpdate', tried(updatePerson, { id: personId, patch: { name: { familyName: 'Anders' } } })],
    ['personDepart', tried(departPerson, { id: id('Person', 'trekker'), kind: 'STOPS_EVERYTHING' })],
  ];
}
