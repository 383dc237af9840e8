import { nodeId } from '../../../kernel/node-id.js';
import { NETWORK_CONTACT_TEXT } from '../../../features/network-contact/network-contact-text.js';
import { Makers } from '../../makers/makers.js';
import { ProfileMakers } from '../../makers/profile-makers.js';
import { importInputs } from './mutation-world-imports.js';
import { absenceInputs } from './mutation-world-absences.js';
import { seatInputs } from './mutation-world-seats.js';
import { invitationInputs } from './mutation-world-invitations.js';
import { profileInputs, themeInputs } from './mutation-world-profiles.js';
import { successionInputs } from './mutation-world-succession.js';
import type { TestService } from '../../test-service.js';

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
  const holidayId = await one(
    'SchoolHoliday',
    `select id from school_holidays where school_year = '2027-2028' and kind = 'MEI' and holiday_region = 'ZUID'`,
  );
  const themeId = await one('Theme', 'select id from themes where retired_on is null order by code limit 1');
  const schoolId = await one(
    'Organisation',
    `select id from organisations where kind = 'SCHOOL' order by code limit 1`,
  );
  const organisation = async () => nodeId('Organisation', await make.organisation(region));
  const person = async () => nodeId('Person', await make.person(region));
  const network = () => make.network(region, { activeFrom: '2026-01-01' });
  const forming = async () => nodeId('Oudernetwerk', await make.network(region));
  const active = async () => nodeId('Oudernetwerk', await network());
  const ending = async () => {
    const uuid = await network();
    await make.plannedEnd(uuid, '2027-07-31');
    return nodeId('Oudernetwerk', uuid);
  };
  const partOfNetwork = async () => {
    const uuid = await network();
    return {
      id: nodeId('Oudernetwerk', uuid),
      expectedVersion: 1,
      new: { name: 'Netwerk Zuid', purpose: 'Dichter bij huis', sectors: ['VO'], meetingRhythm: 'MONTHLY' },
      on: '2026-11-20',
      memberIds: [nodeId('Membership', await make.membership(uuid, await make.person(region)))],
      trekkerIds: [
        nodeId('Trekkerschap', await make.trekkerschap(uuid, await make.person(region), '[2026-02-01,)')),
      ],
      caretakerId: await organisation(),
    };
  };
  const trekkerschap = async (period: string) =>
    nodeId(
      'Trekkerschap',
      await make.trekkerschap(await make.network(region), await make.person(region), period),
    );
  const caretakership = async () =>
    nodeId(
      'Caretakership',
      await make.caretakership(await make.network(region), await make.organisation(region)),
    );
  const schoolTie = async () => nodeId('SchoolTie', await make.schoolTie(await make.person(region)));
  const task = async () => {
    const { rows } = await service.owner.query<{ id: string }>(
      `insert into person_tasks (id, person_id, region_id, kind, made_on, due_on)
       values (gen_random_uuid(), $1, $2, 'DIED', '2026-11-20', '2026-11-27') returning id`,
      [await make.person(region), region],
    );
    return nodeId('PersonTask', rows[0]!.id);
  };
  const letter = async () => {
    const personId = await make.person(region);
    const profile = await new ProfileMakers(service.owner).profile(personId, null);
    const { rows } = await service.owner.query<{ id: string }>(
      `with mail as (
         insert into mails (id, kind, recipient_type, recipient_id, ervaringsdeskundige_id, params, made_at, due_at)
         values (gen_random_uuid(), 'CONSENT_RECORDED', 'PERSON', $1, $3, '{}', '2026-11-20T10:00:00Z', '2026-11-20T10:00:00Z')
         returning id)
       insert into person_tasks (id, person_id, region_id, kind, mail_id, made_on, due_on)
       select gen_random_uuid(), $1, $2, 'LETTER', id, '2026-11-20', '2026-11-27' from mail returning id`,
      [personId, region, profile],
    );
    return nodeId('PersonTask', rows[0]!.id);
  };
  const died = async () => {
    const personId = await make.person(region);
    await service.owner.query(
      `insert into departures (id, person_id, region_id, kind, last_day, recorded_at)
       values (gen_random_uuid(), $1, $2, 'DECEASED', '2026-11-20', '2026-11-21T10:00:00Z')`,
      [personId, region],
    );
    await service.owner.query(`update people set deceased_on = '2026-11-20' where id = $1`, [personId]);
    return personId;
  };
  const departed = async () => nodeId('Person', await died());
  const departure = async () =>
    one('PersonDeparture', 'select id from departures where person_id = $1', await died());
  const hidden = async () => {
    const id = await died();
    await service.owner.query(
      `with gone as (delete from person_details where person_id = $1 returning *)
       insert into hidden_names select person_id, given_name, infix, family_name from gone`,
      [id],
    );
    return nodeId('Person', id);
  };
  const paused = async () => {
    const personId = await make.person(region);
    await service.owner.query(
      `insert into contact_pauses (person_id, period, recorded_at) values ($1, '[2026-11-20,2026-12-20)', '2026-11-20T10:00:00Z')`,
      [personId],
    );
    return nodeId('Person', personId);
  };
  const elsewhere = await make.region('JZ22');
  const moving = async () => {
    const { rows } = await service.owner.query<{ id: string }>(
      `insert into person_moves (id, person_id, from_region_id, to_region_id, moved_on, recorded_at)
       values (gen_random_uuid(), $1, $2, $3, '2026-12-15', '2026-11-20T10:00:00Z') returning id`,
      [await make.person(region), region, elsewhere],
    );
    return nodeId('PersonMove', rows[0]!.id);
  };
  const reached = async () => {
    const id = await make.person(region);
    await make.networkContact(id);
    return nodeId('Person', id);
  };
  const change = async () => {
    const { rows } = await service.owner.query<{ id: string }>(
      `insert into region_changes (id, region_id, other_region_id, comes, changes_on, found_on)
       values (gen_random_uuid(), $1, $2, true, '2026-11-01', '2026-10-01') returning id`,
      [region, elsewhere],
    );
    return nodeId('RegionChange', rows[0]!.id);
  };
  const activity = async () => nodeId('Activity', await make.activity(await network(), '2026-11-01'));

  const planned = async (of?: string, on = '2026-11-20') => {
    const id = await make.activity(of ?? (await network()), on);
    await service.owner.query(
      'update activities set planned_on = held_on, held_on = null, attendance = null where id = $1',
      [id],
    );
    return nodeId('Activity', id);
  };

  const planning = async () => {
    const id = await network();
    await planned(id, '2026-12-10');
    return nodeId('Oudernetwerk', id);
  };

  const atWork = async () => {
    const uuid = await network();
    await service.owner.query(
      `insert into work_items (id, subject_type, subject_id, oudernetwerk_id, region_id, band, severity)
       values (gen_random_uuid(), 'Oudernetwerk', $1, $1, $2, 'CRITICAL', 10)`,
      [uuid, region],
    );
    return nodeId('Oudernetwerk', uuid);
  };

  const support = async () =>
    nodeId('SupportArrangement', await make.support(await network(), await make.organisation(region)));
  const membership = async () =>
    nodeId('Membership', await make.membership(await network(), await make.person(region)));

  const name = { givenName: 'Anna', infix: 'van den', familyName: 'Berg' };
  const aboutPerson = {
    municipalityId,
    name,
    perspectives: ['OUDER'],
    language: 'nl',
    participationForms: ['LID'],
    availability: { hoursPerMonth: 8, dayParts: ['EVENING'] },
    contact: { email: 'anna@voorbeeld.nl', phone: '0612345678' },
    note: 'Belt liever niet',
  };
  const aboutNetwork = {
    name: 'Netwerk Noord',
    purpose: 'Elkaar helpen',
    municipalityIds: [municipalityId],
    sectors: ['PO'],
    themeIds: [themeId],
    meetingRhythm: 'MONTHLY',
    contactPersonId: await person(),
  };
  const aboutActivity = { kind: 'MEETING', on: '2026-11-02', title: 'Bijeenkomst', attendance: 12 };
  const period = { from: '2026-12-01', until: '2027-12-01' };
  const engaged = async () => ({
    oudernetwerkId: await active(),
    organisationId: await organisation(),
    period,
  });
  const plannedEnd = { on: '2027-07-31', reason: 'CHILD_LEFT_SCHOOL' };
  const open = '[2026-01-01,)';
  const reason = 'Verkeerd ingevuld';
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
  const invitations = await invitationInputs(service.owner, region);
  const profiles = await profileInputs(service.owner, region, municipalityId);

  const inputs: Record<string, Record<string, unknown>> = {
    organisationCreate: {
      name: 'Steunpunt Noord',
      kind: 'OUDER_JEUGDSTEUNPUNT',
      regionId,
      domains: ['ONDERWIJS'],
      municipalityIds: [municipalityId],
      parentId: await organisation(),
      place: 'Alkmaar',
      email: 'post@voorbeeld.nl',
      phone: '14 072',
    },
    organisationUpdate: {
      id: await organisation(),
      expectedVersion: 1,
      patch: {
        name: 'Steunpunt Zuid',
        domains: ['ZORG'],
        place: 'Bergen',
        email: 'post@voorbeeld.nl',
        phone: '0800 1234',
      },
    },
    regionUpdate: { id: regionId, expectedVersion: 1, coordinatingOrganisationId: await organisation() },
    schoolHolidaySet: {
      schoolYear: '2028-2029',
      kind: 'MEI',
      holidayRegion: 'ZUID',
      from: '2029-04-28',
      until: '2029-05-06',
    },
    schoolHolidayRemove: { id: holidayId, expectedVersion: 1 },
    municipalityHolidayRegionSet: { municipalityId, holidayRegion: 'ZUID' },
    personCreate: { regionId, ...aboutPerson },
    personUpdate: { id: await person(), expectedVersion: 1, patch: aboutPerson },
    personDepart: {
      id: await person(),
      expectedVersion: 1,
      kind: 'STOPS_EVERYTHING',
      on: '2026-11-20',
      note: 'Stopt ermee',
    },
    personDepartTakeBack: { id: await departure() },
    contactPause: { personId: await person(), until: '2026-12-31' },
    contactPauseEnd: { personId: await paused() },
    personLetterOpen: { taskId: await letter() },
    personHideName: { id: await departed(), expectedVersion: 1 },
    personShowName: { id: await hidden(), expectedVersion: 1 },
    personMove: {
      id: await person(),
      expectedVersion: 1,
      toRegionId: nodeId('Region', elsewhere),
      municipalityId: await one(
        'Municipality',
        'select id from municipalities where region_id = $1 order by code limit 1',
        elsewhere,
      ),
      on: '2026-12-15',
      mayIntroduce: true,
    },
    personMoveAnswer: { id: await moving(), expectedVersion: 1, mayIntroduce: true },
    personMoveAnnul: { id: await moving(), reason },
    regionChangeApply: { id: await change(), expectedVersion: 1 },
    personTaskDone: { id: await task(), expectedVersion: 1 },
    networkContactGive: {
      personId: await person(),
      textVersion: NETWORK_CONTACT_TEXT.version,
      language: 'NL',
      channel: 'PAPER',
    },
    networkContactWithdraw: { personId: await reached(), channel: 'PHONE' },
    networkContactAsk: { oudernetwerkId: nodeId('Oudernetwerk', await network()) },
    schoolTieRecord: {
      personId: await person(),
      stage: 'BO',
      yearLevel: 7,
      schoolYear: '2026-2027',
      schoolId,
      statedExit: '2028-07-31',
    },
    schoolTieConfirm: { id: await schoolTie(), expectedVersion: 1, statedExit: '2028-07-31' },
    schoolTieClose: { id: await schoolTie(), expectedVersion: 1 },
    oudernetwerkCreate: { regionId, ...aboutNetwork },
    oudernetwerkUpdate: { id: await forming(), expectedVersion: 1, patch: aboutNetwork },
    oudernetwerkActivate: { id: await forming(), expectedVersion: 1, on: '2026-11-01' },
    oudernetwerkPause: { id: await active(), expectedVersion: 1 },
    oudernetwerkMove: {
      id: await active(),
      expectedVersion: 1,
      toRegionId: nodeId('Region', elsewhere),
      on: '2027-01-01',
      motivation: 'De meeste leden wonen daar',
    },
    oudernetwerkEnd: { id: await active(), expectedVersion: 1, on: '2026-11-01', reason: 'Klaar' },
    oudernetwerkContinue: { id: await ending(), expectedVersion: 1 },
    oudernetwerkMerge: {
      ids: [await active()],
      into: await active(),
      on: '2026-11-20',
      reason: 'Samen sterker',
    },
    oudernetwerkSplit: await partOfNetwork(),
    oudernetwerkEndTaskDone: { id: await ending(), expectedVersion: 1, task: 'TELL_MEMBERS' },
    oudernetwerkEndAnnul: { id: await ending(), expectedVersion: 1, reason },
    oudernetwerkEndCorrect: {
      id: await ending(),
      expectedVersion: 1,
      reason,
      patch: { on: '2026-11-01', reason: 'Opgegaan in Zuid' },
    },
    oudernetwerkActivationAnnul: { id: await active(), expectedVersion: 1, reason },
    oudernetwerkActivationCorrect: {
      id: await active(),
      expectedVersion: 1,
      reason,
      patch: { on: '2026-03-01' },
    },
    trekkerschapStart: {
      oudernetwerkId: await active(),
      personId: await person(),
      role: 'CO_TREKKER',
      from: '2026-12-01',
      plannedEnd,
    },
    trekkerschapPlanEnd: { id: await trekkerschap(open), expectedVersion: 1, plannedEnd },
    trekkerschapEnd: { id: await trekkerschap(open), expectedVersion: 1, on: '2026-12-31', reason: 'MOVED' },
    trekkerschapHandOver: {
      id: await trekkerschap(open),
      expectedVersion: 1,
      toPersonId: await person(),
      on: '2026-12-31',
      reason: 'TERM_COMPLETED',
      role: 'TREKKER',
    },
    trekkerschapAnnul: { id: await trekkerschap(open), expectedVersion: 1, reason },
    trekkerschapCorrect: {
      id: await trekkerschap(open),
      expectedVersion: 1,
      reason,
      patch: {
        personId: await person(),
        role: 'CO_TREKKER',
        from: '2026-02-01',
        until: '2026-12-31',
        endReason: 'MOVED',
      },
    },
    trekkerschapChangeRole: {
      id: await trekkerschap(open),
      expectedVersion: 1,
      role: 'CO_TREKKER',
      on: '2026-12-31',
    },
    trekkerschapContinue: { id: await trekkerschap('[2026-01-01,2027-01-01)'), expectedVersion: 1 },
    caretakershipStart: await engaged(),
    caretakershipEnd: { id: await caretakership(), on: '2026-12-31' },
    supportStart: { ...(await engaged()), hoursPerMonth: 7.5 },
    supportEnd: { id: await support(), on: '2026-12-31' },
    caretakershipAnnul: { id: await caretakership(), reason },
    caretakershipCorrect: {
      id: await caretakership(),
      reason,
      patch: { organisationId: await organisation(), from: '2026-02-01', until: '2027-01-01' },
    },
    supportAnnul: { id: await support(), reason },
    supportCorrect: {
      id: await support(),
      reason,
      patch: {
        organisationId: await organisation(),
        hoursPerMonth: 7.5,
        from: '2026-02-01',
        until: '2027-01-01',
      },
    },
    membershipAnnul: { id: await membership(), reason },
    membershipCorrect: {
      id: await membership(),
      reason,
      patch: {
        personId: await person(),
        perspective: 'OUDER',
        from: '2026-02-01',
        until: '2027-01-01',
      },
    },
    membershipStart: { oudernetwerkId: await active(), personId: await person(), from: '2026-12-01' },
    membershipEnd: { id: await membership(), on: '2026-12-31' },
    activityRecord: { oudernetwerkId: await active(), ...aboutActivity },
    activityPlan: {
      oudernetwerkId: await active(),
      kind: 'MEETING',
      on: '2026-12-10',
      startTime: '19:30',
      place: 'De Brug',
      title: 'Bijeenkomst',
    },
    activitiesExport: { oudernetwerkId: await planning() },
    activityHeld: { id: await planned(), on: '2026-11-20', attendance: 8 },
    activityCorrect: {
      id: await activity(),
      patch: { ...aboutActivity, startTime: '20:00', place: 'De Kiem' },
    },
    activityRemove: { id: await activity() },
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
    continuityThresholdsSet: { oudernetwerkId: { oudernetwerkId: await active(), ...thresholds } },
    themeDecide: {
      themeId: { id: nodeId('ThemeProposal', await make.themeProposal(region)), themeId },
    },
    membershipStart: {
      newcomer: {
        oudernetwerkId: await active(),
        newcomer: {
          name,
          perspectives: ['OUDER'],
          language: 'nl',
          contact: { email: 'anna@voorbeeld.nl', phone: '0612345678' },
        },
        from: '2026-12-01',
      },
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
