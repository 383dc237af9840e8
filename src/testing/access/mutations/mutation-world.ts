import { nodeId } from '../../../kernel/node-id.js';
import { Makers } from '../../makers/makers.js';
import type { TestService } from '../../test-service.js';
import { absenceInputs } from './mutation-world-absences.js';
import { importInputs } from './mutation-world-imports.js';
import { invitationInputs } from './mutation-world-invitations.js';
import { networkInputs } from './mutation-world-networks.js';
import { personInputs } from './mutation-world-people.js';
import { placeInputs } from './mutation-world-places.js';
import { profileInputs, themeInputs } from './mutation-world-profiles.js';
import { recordInputs } from './mutation-world-records.js';
import { seatInputs } from './mutation-world-seats.js';
import { successionInputs } from './mutation-world-succession.js';

export interface Attempt {
  readonly as: 'admin' | 'coordinator' | 'parent';
  /** complete: every optional field is given, except the key */
  readonly input: Readonly<Record<string, unknown>>;
  /** if one field excludes another: the input with that field instead */
  readonly instead?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** A good input for every mutation, each on records of its own, in a region with a coordinator. */
export async function mutationWorld(service: TestService): Promise<Readonly<Record<string, Attempt>>> {
  const make = new Makers(service.owner);
  const region = await make.region('JZ06');
  await make.account('coordinator', { role: 'COORDINATOR', regionId: region });
  await make.account('admin', { role: 'ADMIN' });
  const one = async (type: string, sql: string, ...values: string[]) => {
    const { rows } = await service.owner.query<{ id: string }>(sql, values);
    return nodeId(type, rows[0]!.id);
  };
  const regionId = nodeId('Region', region);
  const colleague = await one('Colleague', `select id from accounts where subject = 'coordinator'`);
  const municipalityId = await one(
    'Municipality',
    'select id from municipalities where region_id = $1 order by code limit 1',
    region,
  );
  const themeId = await one('Theme', 'select id from themes where retired_on is null order by code limit 1');
  const network = () => make.network(region, { activeFrom: '2026-01-01' });
  const atWork = async () => {
    const uuid = await network();
    await service.owner.query(
      `insert into work_items (id, subject_type, subject_id, oudernetwerk_id, region_id, band, severity)
       values (gen_random_uuid(), 'Oudernetwerk', $1, $1, $2, 'CRITICAL', 10)`,
      [uuid, region],
    );
    return nodeId('Oudernetwerk', uuid);
  };
  const thresholds = {
    tenureGuidelineMonths: 48,
    termLimitMonths: 72,
    endsSoonMonths: 18,
    leaveTogetherDays: 60,
    supportEndingMonths: 3,
    inactiveDays: 90,
    mostRoles: 2,
    tieConfirmedMonths: 18,
    leadMonths: 6,
  };

  const ofSeats = await seatInputs(service, make, region);
  const invitations = await invitationInputs(service.owner, make, region);
  const profiles = await profileInputs(service.owner, make, region, municipalityId);
  const records = await recordInputs(service.owner, make, region);

  const inputs: Record<string, Record<string, unknown>> = {
    ...(await placeInputs(service.owner, make, region, municipalityId)),
    ...(await personInputs(service.owner, make, region, municipalityId)),
    ...(await networkInputs(service.owner, make, region, municipalityId)),
    ...records.inputs,
    ...(await absenceInputs(make, region)),
    ...(await importInputs(service.owner, region, await make.person(region))),
    ...(await successionInputs(make, region)),
    ...ofSeats.inputs,
    ...(await themeInputs(make, region)),
    ...profiles.inputs,
    ...invitations.inputs,
    continuityThresholdsSet: { regionId, ...thresholds },
    mailPreferencesSet: {
      reminders: true,
      digest: false,
      quietFrom: 22,
      quietUntil: 8,
      email: 'eigen@voorbeeld.nl',
    },
    workItemAssign: { subjectId: await atWork(), assigneeId: colleague },
    workItemsAssign: { regionId, fromId: colleague, toId: colleague },
    workItemSnooze: { subjectId: await atWork(), until: '2026-12-31', reason: 'Gesprek gepland' },
  };
  const instead: Record<string, Attempt['instead']> = {
    ...ofSeats.instead,
    ...invitations.instead,
    ...profiles.instead,
    ...records.instead,
    continuityThresholdsSet: {
      oudernetwerkId: { oudernetwerkId: nodeId('Oudernetwerk', await network()), ...thresholds },
    },
    importStart: {
      oudernetwerkId: {
        kind: 'MEMBERS',
        regionId,
        oudernetwerkId: nodeId('Oudernetwerk', await make.network(region, { activeFrom: '2026-01-01' })),
      },
    },
    themeDecide: {
      themeId: { id: nodeId('ThemeProposal', await make.themeProposal(region)), themeId },
    },
  };
  const ofAdmins = [
    'regionUpdate',
    'themeCreate',
    'themeUpdate',
    'themeDecide',
    'schoolHolidaySet',
    'schoolHolidayRemove',
    'municipalityHolidayRegionSet',
  ];
  const as = (mutation: string) => {
    if (mutation === 'invitationAnswer') return 'parent';
    return ofAdmins.includes(mutation) ? 'admin' : 'coordinator';
  };
  return Object.fromEntries(
    Object.entries(inputs).map(([mutation, input]) => [
      mutation,
      { as: as(mutation), input, instead: instead[mutation] },
    ]),
  );
}

/** `mutation($input: …) { done: …(input: $input) { errors { code path message } } }` */
export function attemptOf(mutation: string): string {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  return `mutation($input: ${type}!) { done: ${mutation}(input: $input) { errors { code path message } } }`;
}
