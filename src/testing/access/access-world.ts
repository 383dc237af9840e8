import type { Client } from 'pg';
import { v7 as uuid } from 'uuid';
import { nodeId } from '../../kernel/node-id.js';
import type { ObjectName, Principal } from './access-objects.js';
import { putImports } from './access-world-imports.js';
import { putContinuity } from './access-world-continuity.js';
import { putExperts } from './access-world-experts.js';
import { putSeats } from './access-world-seats.js';
import { putMail } from './access-world-mail.js';
import { putNetworks } from './access-world-networks.js';
import { putEvents, putPeople } from './access-world-people.js';
import { putWork } from './access-world-work.js';
import type { Makers } from '../makers/makers.js';
import { TEST_ISSUER } from '../test-service.js';

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

  const homes = { mark, here, elsewhere, municipality, municipalityElsewhere };
  const people = await putPeople(put, keep, homes);
  const { trekker, member, coordinating, expert, formerHolder, guest, stranger } = people;
  await putEvents(put, keep, homes, people);
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
  const around = { mark, here, there, below, elsewhere, municipality, theme, supporter };
  const networks = await putNetworks(owner, make, put, keep, around, people);
  const { led, hidden, leading, next, leadingElsewhere, nextElsewhere } = networks;

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
    if (person_id) {
      const changed = { audit_id: uuid(), person_id, row_id: person_id, region_id: here };
      await put('audit_values', {
        ...changed,
        place: 'person_details.given_name',
        before: 'Was',
        after: 'Is',
      });
    }
    const gone = { subject_type: 'Trekkerschap', subject_id: uuid(), region_id: here, reason: 'Vergissing' };
    await put('annulments', { id: uuid(), account_id: id, annulled_at: '2026-01-01', ...gone });
    await put('mail_preferences', { id: uuid(), account_id: id });
    const answer = { mutation: 'none', input_hash: '', answer: {} };
    await put('idempotency_keys', { account_id: id, key: uuid(), ...answer });
    return subject;
  }
  const coordinates = (region_id: string) => ({ role: 'COORDINATOR', region_id });
  const secretary = await account('secretary', null, { role: 'SECRETARY', region_id: here });
  const { rows: accounts } = await owner.query<{ id: string }>('select id from accounts where subject = $1', [
    secretary,
  ]);
  await putMail(put, {
    person: trekker,
    network: led,
    region: here,
    trekkerschap: networks.first,
    organisation: supporter,
    account: accounts[0]!.id,
  });
  const experts = {
    expert,
    unconsented: people.unconsented,
    countryWide: people.countryWide,
    elsewhere: people.expertElsewhere,
    withdrawn: people.withdrawn,
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
    former: await account('former', people.formerTrekker),
    expert: await account('expert', expert),
    formerHolder: await account('formerHolder', formerHolder),
    mixed: await account('mixed', coordinating, coordinates(there)),
  };
  return { ids, subjects };
}
