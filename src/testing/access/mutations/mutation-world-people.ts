import type { Client } from 'pg';
import { PURPOSE_TEXTS } from '../../../features/ervaringsdeskundigen/consent/purpose-texts.js';
import { NETWORK_CONTACT_TEXT } from '../../../features/network-contact/network-contact-text.js';
import { nodeId } from '../../../kernel/node-id.js';
import type { Makers } from '../../makers/makers.js';
import { ProfileMakers } from '../../makers/profile-makers.js';

type Inputs = Record<string, Record<string, unknown>>;

/** A good input for every mutation about people and what is to be done for them, each for somebody else of a region (uuid). */
export async function personInputs(
  owner: Client,
  make: Makers,
  region: string,
  municipalityId: string,
): Promise<Inputs> {
  const found = async (type: string, text: string, ...values: string[]) =>
    nodeId(type, (await owner.query<{ id: string }>(text, values)).rows[0]!.id);
  const elsewhere = await make.region('JZ22');
  const schoolId = await found(
    'Organisation',
    `select id from organisations where kind = 'SCHOOL' order by code limit 1`,
  );
  const person = async () => nodeId('Person', await make.person(region));
  const schoolTie = async () => nodeId('SchoolTie', await make.schoolTie(await make.person(region)));
  const task = async () => {
    const { rows } = await owner.query<{ id: string }>(
      `insert into person_tasks (id, person_id, region_id, kind, made_on, due_on)
       values (gen_random_uuid(), $1, $2, 'DIED', '2026-11-20', '2026-11-27') returning id`,
      [await make.person(region), region],
    );
    return nodeId('PersonTask', rows[0]!.id);
  };
  const letter = async () => {
    const personId = await make.person(region);
    const profile = await new ProfileMakers(owner).profile(personId, null);
    const { rows } = await owner.query<{ id: string }>(
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
    await owner.query(
      `insert into departures (id, person_id, region_id, kind, last_day, recorded_at)
       values (gen_random_uuid(), $1, $2, 'DECEASED', '2026-11-20', '2026-11-21T10:00:00Z')`,
      [personId, region],
    );
    await owner.query(`update people set deceased_on = '2026-11-20' where id = $1`, [personId]);
    return personId;
  };
  const departed = async () => nodeId('Person', await died());
  const departure = async () =>
    found('PersonDeparture', 'select id from departures where person_id = $1', await died());
  const hidden = async () => {
    const id = await died();
    await owner.query(
      `with gone as (delete from person_details where person_id = $1 returning *)
       insert into hidden_names select person_id, given_name, infix, family_name from gone`,
      [id],
    );
    return nodeId('Person', id);
  };
  const paused = async () => {
    const personId = await make.person(region);
    await owner.query(
      `insert into contact_pauses (person_id, period, recorded_at) values ($1, '[2026-11-20,2026-12-20)', '2026-11-20T10:00:00Z')`,
      [personId],
    );
    return nodeId('Person', personId);
  };
  /** Two records of one person with two telephone numbers. */
  const clashing = async () => {
    const [survivor, other] = [await make.person(region), await make.person(region)];
    const { rows } = await owner.query<{ key: string }>(
      `with reached as (insert into person_contacts (person_id, phone) values ($1, '+31612345678'), ($2, '+31687654321'))
       select md5('PHONE') as key`,
      [survivor, other],
    );
    return {
      survivorId: nodeId('Person', survivor),
      otherId: nodeId('Person', other),
      choices: [{ clash: rows[0]!.key, counts: 'SURVIVOR' }],
    };
  };
  const merged = async () => {
    const [survivor, other] = [await make.person(region), await make.person(region)];
    await owner.query(
      `insert into person_merges (id, survivor_id, other_id, region_id, reason, choices, recorded_at)
       values (gen_random_uuid(), $1, $2, $3, 'Zelfde ouder', '{}', '2026-11-20T10:00:00Z')`,
      [survivor, other, region],
    );
    await owner.query(`update people set merged_into = $1, region_ids = '{}' where id = $2`, [
      survivor,
      other,
    ]);
    return nodeId('Person', other);
  };
  const moving = async () => {
    const { rows } = await owner.query<{ id: string }>(
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
    const { rows } = await owner.query<{ id: string }>(
      `insert into region_changes (id, region_id, other_region_id, comes, changes_on, found_on)
       values (gen_random_uuid(), $1, $2, true, '2026-11-01', '2026-10-01') returning id`,
      [region, elsewhere],
    );
    return nodeId('RegionChange', rows[0]!.id);
  };
  const aboutPerson = {
    municipalityId,
    name: { givenName: 'Anna', infix: 'van den', familyName: 'Berg' },
    perspectives: ['OUDER'],
    language: 'nl',
    participationForms: ['LID'],
    availability: { hoursPerMonth: 8, dayParts: ['EVENING'] },
    contact: { email: 'anna@voorbeeld.nl', phone: '0612345678' },
    note: 'Belt liever niet',
    responsibleOrganisationId: nodeId('Organisation', await make.organisation(region)),
  };

  return {
    personCreate: { regionId: nodeId('Region', region), ...aboutPerson },
    personUpdate: { id: await person(), expectedVersion: 1, patch: aboutPerson },
    personMerge: { ...(await clashing()), reason: 'Zelfde ouder' },
    personUnmerge: { id: await merged(), reason: 'Toch twee ouders' },
    personTellApart: { personId: await person(), otherId: await person() },
    personDepart: {
      id: await person(),
      expectedVersion: 1,
      kind: 'STOPS_EVERYTHING',
      on: '2026-11-20',
      note: 'Stopt ermee',
    },
    personErase: { personId: await person(), expectedVersion: 1, reason: 'ASKED' },
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
      municipalityId: await found(
        'Municipality',
        'select id from municipalities where region_id = $1 order by code limit 1',
        elsewhere,
      ),
      on: '2026-12-15',
      mayIntroduce: true,
    },
    personMoveAnswer: { id: await moving(), expectedVersion: 1, mayIntroduce: true },
    personMoveAnnul: { id: await moving(), reason: 'Verkeerd ingevuld' },
    regionChangeApply: { id: await change(), expectedVersion: 1 },
    personTaskDone: { id: await task(), expectedVersion: 1 },
    networkContactGive: {
      personId: await person(),
      textVersion: NETWORK_CONTACT_TEXT.version,
      language: 'NL',
      channel: 'PAPER',
    },
    networkContactWithdraw: { personId: await reached(), channel: 'PHONE' },
    consentGive: {
      personId: await person(),
      purpose: 'PHOTO',
      textVersion: PURPOSE_TEXTS.PHOTO.version,
      language: 'NL',
      channel: 'PAPER',
    },
    consentWithdraw: { personId: await person(), purpose: 'PHOTO', channel: 'PHONE' },
    networkContactAsk: {
      oudernetwerkId: nodeId('Oudernetwerk', await make.network(region, { activeFrom: '2026-01-01' })),
    },
    schoolTieRecord: {
      personId: await person(),
      stage: 'BO',
      yearLevel: 7,
      schoolYear: '2026-2027',
      schoolId,
      statedExit: '2028-07-31',
    },
    schoolTieConfirm: {
      id: await schoolTie(),
      expectedVersion: 1,
      statedExit: '2028-07-31',
      stage: 'BO',
      yearLevel: 8,
    },
    schoolTieClose: { id: await schoolTie(), expectedVersion: 1 },
  };
}
