import { randomBytes } from 'node:crypto';
import type { Client } from 'pg';
import { v7 as uuid } from 'uuid';
import { nodeId } from '../../kernel/node-id.js';
import type { ObjectName, Principal } from './access-objects.js';
import { putImports } from './access-world-imports.js';
import { putContinuity } from './access-world-continuity.js';
import { putExperts } from './access-world-experts.js';
import { putSeats } from './access-world-seats.js';
import { CONTACTS, putSuccession } from './access-world-succession.js';
import { putWork } from './access-world-work.js';
import type { Makers } from '../makers/makers.js';
import { NOW, TEST_ISSUER } from '../test-service.js';

type Row = Readonly<Record<string, unknown>>;

/** One of everything: in the coordinator's region (here), below it, and elsewhere. */
export interface AccessWorld {
  /** public ids by the names of access-objects.ts */
  readonly ids: Readonly<Record<ObjectName, string>>;
  readonly subjects: Readonly<Record<Principal, string>>;
}

let worlds = 0;

/** A world apart from earlier ones: other records, other accounts, the same regions. */
export async function makeAccessWorld(owner: Client, make: Makers): Promise<AccessWorld> {
  const mark = ++worlds;
  const ids = {} as Record<ObjectName, string>;
  const here = await make.region('JZ06');
  const there = await make.region('JZ14');
  const elsewhere = await make.region('JZ22');

  async function put(table: string, row: Row): Promise<string> {
    const columns = Object.keys(row);
    const values = columns.map((_, index) => `$${index + 1}`).join(', ');
    await owner.query(`insert into ${table} (${columns.join(', ')}) values (${values})`, Object.values(row));
    return String(row.id);
  }
  async function keep(name: ObjectName, type: string, table: string, row: Row): Promise<string> {
    const id = await put(table, { id: uuid(), ...row });
    ids[name] = nodeId(type, id);
    return id;
  }
  async function known(name: ObjectName, type: string, table: string, code: string): Promise<string> {
    const { rows } = await owner.query<{ id: string }>(`select id from ${table} where code = $1`, [code]);
    ids[name] = nodeId(type, rows[0]!.id);
    return rows[0]!.id;
  }

  await known('region', 'Region', 'regions', 'JZ06');
  await known('region elsewhere', 'Region', 'regions', 'JZ22');
  const municipality = await known('municipality', 'Municipality', 'municipalities', 'GM0361');
  const municipalityElsewhere = await known(
    'municipality elsewhere',
    'Municipality',
    'municipalities',
    'GM0344',
  );
  const theme = await known('theme', 'Theme', 'themes', 'THUISZITTERS');
  const holiday = await owner.query<{ id: string }>(
    `select id from school_holidays where school_year = '2026-2027' and kind = 'KERST' and holiday_region = 'NOORD'`,
  );
  const school_year = `${2030 + mark}-${2031 + mark}`;
  await put('removed_school_holidays', { school_year, kind: 'MEI', holiday_region: 'ZUID' });
  ids['school holiday'] = nodeId('SchoolHoliday', holiday.rows[0]!.id);
  await known('school', 'Organisation', 'organisations', '00AP00');
  const werkregio = { code: `W${mark}`, name: 'Werkregio', kind: 'WERKREGIO', parent_id: here };
  const below = await keep('region below', 'Region', 'regions', werkregio);
  const organisation = {
    kind: 'STICHTING',
    name_status: 'OFFICIAL',
    domains: ['ONDERWIJS'],
    region_id: here,
  };
  const supporter = await keep('organisation', 'Organisation', 'organisations', {
    ...organisation,
    official_name: `Steunpunt ${mark}`,
    place: 'Alkmaar',
    email: `post${mark}@example.org`,
    phone: '+31703123456',
    parent_id: await make.organisation(here),
    code: `S${mark}`,
  });
  await put('organisation_municipalities', { organisation_id: supporter, municipality_id: municipality });

  const proposal = (name: ObjectName, region_id: string) =>
    keep(name, 'ThemeProposal', 'theme_proposals', {
      region_id,
      label: `Thema ${mark}`,
      motivation: 'Dat missen wij',
      proposed_on: '2026-11-01',
    });
  await proposal('theme proposal', here);
  await proposal('theme proposal elsewhere', elsewhere);

  async function person(name: ObjectName, region_id = here, municipality_id = municipality): Promise<string> {
    const details = { municipality_id, hours_per_month: 4, day_parts: ['EVENING'] };
    const participation_forms = [municipality_id === municipality ? 'TREKKER' : 'BUDDY'];
    const perspectives = ['OUDER'];
    const row = {
      pseudonym: `Persoon ${mark}`,
      region_id,
      perspectives,
      participation_forms,
      created_at: NOW,
      ...details,
    };
    const id = await keep(name, 'Person', 'people', row);
    const given_name = name.replaceAll(' ', '').toUpperCase();
    await put('person_details', { person_id: id, given_name, infix: 'van de', family_name: `Wereld${mark}` });
    await put('person_contacts', {
      person_id: id,
      email: `${given_name}@example.org`,
      phone: '+31612345678',
    });
    await put('person_notes', { person_id: id, region_id, note: `Notitie over ${given_name}` });
    return id;
  }
  const [trekker, member, former, coordinating] = [
    await person('trekker'),
    await person('member'),
    await person('former trekker'),
    await person('member who coordinates there'),
  ];
  await person('parent without role');
  const [expert, unconsented, withdrawn] = [
    await person('expert'),
    await person('expert without consent'),
    await person('expert who withdrew'),
  ];
  const formerHolder = await person('former holder');
  const countryWide = await person('expert country-wide', elsewhere);
  const expertElsewhere = await person('expert elsewhere', elsewhere);
  const guest = await person('guest', elsewhere);
  const stranger = await person('stranger', elsewhere, municipalityElsewhere);

  await put('contact_pauses', {
    person_id: trekker,
    period: '[2026-11-01,2027-03-01)',
    recorded_at: NOW,
  });

  await put('hidden_names', { person_id: stranger, given_name: 'VERBORGEN', family_name: `Wereld${mark}` });

  const stops = { kind: 'STOPS_EVERYTHING', last_day: '2026-11-01', note: 'Toch niet', recorded_at: NOW };
  const departed = (name: ObjectName, person_id: string) =>
    keep(name, 'PersonDeparture', 'departures', { person_id, region_id: here, ...stops, taken_back_at: NOW });
  const departure_id = await departed('departure', trekker);
  await departed('departure elsewhere', stranger);
  const day = { made_on: '2026-11-01', due_on: '2026-11-08', done_on: '2026-11-05' };
  const task = (name: ObjectName, person_id: string, region_id: string) =>
    keep(name, 'PersonTask', 'person_tasks', { person_id, region_id, kind: 'STOPPED', ...day });
  await task('task', trekker, here);
  await task('task elsewhere', stranger, elsewhere);
  const moves = { moved_on: '2026-12-15', recorded_at: NOW, answer: 'NO', answered_on: '2026-11-20' };
  const move = (name: ObjectName, person_id: string, from_region_id: string, to_region_id: string) =>
    keep(name, 'PersonMove', 'person_moves', {
      person_id,
      from_region_id,
      to_region_id,
      municipality_id: to_region_id === here ? municipality : municipalityElsewhere,
      ...moves,
    });
  await move('move', trekker, here, elsewhere);
  await move('move elsewhere', stranger, elsewhere, here);
  const change = (name: ObjectName, region_id: string, other_region_id: string) =>
    keep(name, 'RegionChange', 'region_changes', {
      region_id,
      other_region_id,
      comes: true,
      // of this world only
      changes_on: `${2100 + mark}-01-01`,
      found_on: '2026-11-01',
    });
  await change('region change', here, there);
  await change('region change elsewhere', elsewhere, there);
  await put('municipality_regions', {
    municipality_id: municipality,
    // other worlds have the same municipalities
    valid_from: `${2100 + mark}-01-01`,
    region_id: there,
  });
  await put('kept_rows', {
    cause_id: departure_id,
    kept_table: 'memberships',
    row_id: departure_id,
    was: '{}',
  });

  async function network(name: ObjectName, region_id: string, life: Row): Promise<string> {
    const row = { name: `${name} ${mark}`, region_id, sectors: ['PO'], purpose: 'Samen', ...life };
    return keep(name, 'Oudernetwerk', 'oudernetwerken', {
      ...row,
      meeting_rhythm: 'MONTHLY',
      mailbox: 'netwerk@example.org',
      created_at: NOW,
    });
  }
  async function role(name: ObjectName, type: string, table: string, oudernetwerk_id: string, row: Row) {
    const { rows } = await owner.query('select region_id from oudernetwerken where id = $1', [
      oudernetwerk_id,
    ]);
    return keep(name, type, table, { oudernetwerk_id, region_id: rows[0].region_id, ...row });
  }
  const active = { phase: 'ACTIVE', active_from: '2026-01-01' };
  await owner.query(
    `update regions set mailbox = 'regio@example.org', phone = '+31721234567' where id = any ($1)`,
    [[here, below, elsewhere]],
  );
  await owner.query('begin');
  const led = await network('network', here, { ...active, contact_person_id: trekker });
  await put('oudernetwerk_moves', {
    id: uuid(),
    oudernetwerk_id: led,
    region_id: here,
    from_region_id: there,
    to_region_id: here,
    moved_on: '2025-01-01',
  });
  const ended = { phase: 'ACTIVE', active_from: '2025-01-01', ended_on: '2025-12-31', end_reason: 'Klaar' };
  const over = await network('ended network', here, { ...ended, contact_person_id: coordinating });
  const forming = await network('forming network', here, { phase: 'FORMING' });
  const nearby = await network('network below', below, { phase: 'FORMING' });
  const hidden = await network('network elsewhere', elsewhere, active);
  await network('forming elsewhere', elsewhere, { phase: 'FORMING' });
  await put('oudernetwerk_municipalities', { oudernetwerk_id: led, municipality_id: municipality });
  await put('network_end_tasks', { oudernetwerk_id: led, region_id: here, task: 'WHERE_MEMBERS_GO' });
  await put('network_successions', {
    predecessor_id: over,
    successor_id: led,
    region_id: here,
    kind: 'SPLIT',
    from_day: '2025-06-01',
  });
  await put('oudernetwerk_themes', { oudernetwerk_id: led, theme_id: theme });

  const trekkerschap = (name: ObjectName, of: string, row: Row) =>
    role(name, 'Trekkerschap', 'trekkerschappen', of, { role: 'TREKKER', ...row });
  const first = await trekkerschap('trekkerschap until yesterday', led, {
    person_id: former,
    period: '[2026-01-01,2026-11-25)',
    end_reason: 'PERSONAL',
  });
  const leading = await trekkerschap('trekkerschap', led, {
    person_id: trekker,
    period: '[2026-06-01,2027-08-01)',
    end_reason: 'CHILD_LEFT_SCHOOL',
    planned_end_on: '2027-07-31',
    planned_end_reason: 'CHILD_LEFT_SCHOOL',
    predecessor_id: first,
  });
  const next = await trekkerschap('trekkerschap to come', led, {
    person_id: member,
    period: '[2027-09-01,)',
  });
  const leadingElsewhere = await trekkerschap('trekkerschap elsewhere', hidden, {
    person_id: stranger,
    period: '[2026-01-01,2027-08-01)',
    end_reason: 'CHILD_LEFT_SCHOOL',
  });
  const nextElsewhere = await trekkerschap('to come elsewhere', hidden, {
    person_id: stranger,
    period: '[2027-09-01,)',
  });

  const away = { period: '[2027-01-01,)', expected_until: '2027-03-31' };
  await role('absence', 'Absence', 'absences', led, { person_id: trekker, ...away });
  await role('absence elsewhere', 'Absence', 'absences', hidden, { person_id: stranger, ...away });
  const membership = (name: ObjectName, of: string, person_id: string, period = '[2026-01-01,)') =>
    role(name, 'Membership', 'memberships', of, { person_id, period });
  await membership('membership', led, member);
  await membership('membership of the trekker', led, trekker);
  await membership('membership of a coordinator', led, coordinating);
  await membership('past membership below', nearby, guest, '[2025-01-01,2025-06-01)');
  await membership('membership elsewhere', hidden, guest);

  const period = '[2026-01-01,)';
  const caretaker = { organisation_id: supporter, standby: false };
  const past = { ...caretaker, period: '[2025-01-01,2026-01-01)' };
  await role('caretakership', 'Caretakership', 'caretakerships', led, { ...caretaker, period });
  await role('caretakership of the past', 'Caretakership', 'caretakerships', over, past);
  await role('caretakership elsewhere', 'Caretakership', 'caretakerships', hidden, { ...caretaker, period });
  await role('caretakership of a forming network', 'Caretakership', 'caretakerships', forming, {
    ...caretaker,
    period,
  });
  const support = { organisation_id: supporter, hours_per_month: 8, period };
  const otherSupport = { ...support, organisation_id: await make.organisation(elsewhere) };
  await role('support', 'SupportArrangement', 'support_arrangements', led, support);
  await role('support elsewhere', 'SupportArrangement', 'support_arrangements', hidden, otherSupport);
  const activity = {
    kind: 'MEETING',
    held_on: '2026-11-01',
    planned_on: '2026-11-01',
    start_time: '19:30',
    place: 'De Brug',
    title: 'Bijeenkomst',
    attendance: 12,
  };
  await role('activity', 'Activity', 'activities', led, activity);
  await role('activity elsewhere', 'Activity', 'activities', hidden, activity);
  const searched = { network: led, trekkerschap: leading, candidate: former, owner: trekker };
  await putSuccession(role, { where: '', ...searched });
  const searchedElsewhere = { network: hidden, trekkerschap: null, candidate: guest, owner: stranger };
  await putSuccession(role, { where: ' elsewhere', ...searchedElsewhere });
  await put('handover_template_items', { region_id: below, position: 0, ...CONTACTS, days_before: 30 });
  await owner.query('commit');

  const tie = { stage: 'BO', year_level: 5, school_year_start: 2026, confirmed_on: '2026-09-01' };
  const exit = { exit_earliest: '2030-07-31', exit_latest: '2030-07-31', stated_exit: '2030-07-31' };
  const { rows } = await owner.query<{ id: string }>(`select id from organisations where code = '00AP00'`);
  const asked = { ...tie, ...exit, school_id: rows[0]!.id };
  const confirmed = await keep('school tie', 'SchoolTie', 'school_ties', { ...asked, person_id: trekker });
  const tieElsewhere = await keep('school tie elsewhere', 'SchoolTie', 'school_ties', {
    ...asked,
    person_id: stranger,
  });
  await putContinuity(put, {
    network: led,
    region: here,
    ends: [
      { trekkerschap: leading, person: trekker, on: '2027-07-31' },
      { trekkerschap: next, person: member, on: '2030-08-31' },
    ],
    evidence: [
      { type: 'SchoolTie', id: tieElsewhere },
      { type: 'Trekkerschap', id: leading },
      { type: 'SchoolTie', id: confirmed },
    ],
  });
  await putContinuity(put, {
    network: hidden,
    region: elsewhere,
    ends: [
      { trekkerschap: leadingElsewhere, person: stranger, on: '2027-07-31' },
      { trekkerschap: nextElsewhere, person: stranger, on: '2030-08-31' },
    ],
    evidence: [
      { type: 'Trekkerschap', id: leadingElsewhere },
      { type: 'SchoolTie', id: tieElsewhere },
    ],
  });

  async function account(principal: Principal, person_id: string | null, ...roles: Row[]): Promise<string> {
    const subject = `${principal} ${mark}`;
    const id = await put('accounts', {
      id: uuid(),
      issuer: TEST_ISSUER,
      subject,
      display_name: subject,
      person_id,
    });
    const since = { account_id: id, period: '[2020-01-01,)' };
    for (const given of roles) await put('account_roles', { id: uuid(), ...since, ...given });
    const audit = { account_id: id, action: 'account.made', subject_type: 'Account', subject_id: id };
    await put('audit_log', { id: uuid(), happened_at: '2026-01-01', facts: {}, ...audit });
    const gone = { subject_type: 'Trekkerschap', subject_id: uuid(), region_id: here, reason: 'Vergissing' };
    await put('annulments', { id: uuid(), account_id: id, annulled_at: '2026-01-01', ...gone });
    await put('mail_preferences', { id: uuid(), account_id: id });
    const answer = { mutation: 'none', input_hash: '', answer: {} };
    await put('idempotency_keys', { account_id: id, key: uuid(), ...answer });
    return subject;
  }
  const told = { recipient_type: 'PERSON', recipient_id: trekker, oudernetwerk_id: led, params: {} };
  const mail = { id: uuid(), kind: 'EXPECTED_END', ...told, made_at: '2026-08-01', due_at: '2026-08-01' };
  await put('reminders', {
    id: uuid(),
    kind: mail.kind,
    subject_type: 'Trekkerschap',
    subject_id: first,
    oudernetwerk_id: led,
    region_id: here,
    due_on: '2027-07-31',
    step: 12,
    told: 'SELF',
    mail_id: await put('mails', mail),
    made_at: mail.made_at,
  });
  const event = { what: 'TREKKERSCHAP_END', subject_id: first, day: '2027-07-31', is_off: false };
  await put('calendar_events', { ...event, sequence: 0, changed_at: mail.made_at });
  const copy = { recipient_type: 'PERSON', recipient_id: trekker, given_at: mail.made_at };
  await put('calendar_copies', { ...event, ...copy });
  const coordinates = (region_id: string) => ({ role: 'COORDINATOR', region_id });
  const secretary = await account('secretary', null, { role: 'SECRETARY', region_id: here });
  const { rows: accounts } = await owner.query<{ id: string }>('select id from accounts where subject = $1', [
    secretary,
  ]);
  const wished = { id: uuid(), asked_by: accounts[0]!.id, asked_at: '2026-11-24', expires_on: '2026-12-01' };
  await put('mail_address_changes', {
    ...wished,
    organisation_id: supporter,
    old_address: 'oud@example.org',
    new_address: 'nieuw@example.org',
  });
  await put('undeliverable_addresses', {
    address_hash: randomBytes(32),
    code: 'EENVELOPE 550',
    refused_at: '2026-11-24',
  });
  const experts = {
    expert,
    unconsented,
    countryWide,
    elsewhere: expertElsewhere,
    withdrawn,
    former: formerHolder,
    guest,
    stranger,
    theme,
    organisation: supporter,
    municipality,
    account: accounts[0]!.id,
  };
  await put('consents', {
    id: uuid(),
    person_id: trekker,
    purpose: 'CONTACT_BY_NETWORK',
    given: true,
    scopes: [],
    text_version: '2026-12-netwerk',
    language: 'nl',
    channel: 'PAPER',
    account_id: experts.account,
    recorded_at: '2026-01-01',
  });
  const profiles = await putExperts(put, keep, experts);
  const across = await putSeats(put, keep, {
    here,
    below,
    elsewhere,
    network: hidden,
    people: experts,
    profiles,
  });
  await putImports(owner, put, keep, { here, elsewhere, network: led, known: trekker });
  await putWork(owner, ids);
  const subjects: Record<Principal, string> = {
    admin: await account('admin', null, { role: 'ADMIN' }),
    director: await account('director', null, { role: 'ADMIN' }, coordinates(here)),
    coordinator: await account('coordinator', null, coordinates(here)),
    neighbour: await account('neighbour', null, coordinates(elsewhere)),
    secretary,
    bodySecretary: await account('bodySecretary', null, {
      role: 'SECRETARY',
      region_id: elsewhere,
      body_id: across,
    }),
    supporter: await account('supporter', null, { role: 'SUPPORTER', organisation_id: supporter }),
    trekker: await account('trekker', trekker),
    member: await account('member', member),
    former: await account('former', former),
    expert: await account('expert', expert),
    formerHolder: await account('formerHolder', formerHolder),
    mixed: await account('mixed', coordinating, coordinates(there)),
  };
  return { ids, subjects };
}
