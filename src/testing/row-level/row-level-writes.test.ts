import { Client } from 'pg';
import { parseNodeId } from '../../kernel/node-id.js';
import { isAmong, OBJECT_NAMES, type ObjectName, OBJECTS, PRINCIPALS } from '../access/access-objects.js';
import { type AccessWorld, makeAccessWorld } from '../access/access-world.js';
import { cloneDatabase, type TestDatabase } from '../database.js';
import { Makers } from '../makers/makers.js';
import { become, TABLES } from './row-level-attempt.js';

const HERE = 'director coordinator';
const THERE = 'neighbour';

/** The database alone: who may change a row, whatever the use-cases do. Nobody, if omitted. */
const CHANGED_BY: Partial<Record<ObjectName, string>> = {
  region: `admin ${HERE}`,
  'region below': `admin ${HERE}`,
  'region elsewhere': `admin director ${THERE}`,
  theme: 'admin director',
  'school holiday': 'admin director',
  'theme proposal': 'admin director',
  'theme proposal elsewhere': 'admin director',
  organisation: HERE,
  // those who lead or support a network lock it
  network: `${HERE} supporter trekker`,
  'ended network': HERE,
  'forming network': HERE,
  'network below': HERE,
  'network elsewhere': THERE,
  'forming elsewhere': THERE,
  trekkerschap: `${HERE} trekker`,
  'trekkerschap until yesterday': HERE,
  'trekkerschap to come': HERE,
  'trekkerschap elsewhere': THERE,
  'to come elsewhere': THERE,
  absence: `${HERE} trekker`,
  'absence elsewhere': THERE,
  'absence from a seat': `${HERE} secretary expert`,
  membership: `${HERE} supporter`,
  'membership of the trekker': `${HERE} supporter`,
  'membership of a coordinator': `${HERE} supporter`,
  'past membership below': HERE,
  'membership elsewhere': THERE,
  caretakership: HERE,
  'caretakership of a forming network': HERE,
  'caretakership of the past': HERE,
  'caretakership elsewhere': THERE,
  support: HERE,
  'support elsewhere': THERE,
  activity: `${HERE} supporter trekker`,
  'activity elsewhere': THERE,
  'succession plan': `${HERE} supporter`,
  'succession plan elsewhere': THERE,
  candidate: `${HERE} supporter`,
  'candidate who withdrew': `${HERE} supporter`,
  'candidate elsewhere': THERE,
  'candidate who withdrew elsewhere': THERE,
  'handover item': `${HERE} supporter`,
  'handover item elsewhere': THERE,
  move: `${HERE} trekker`,
  'move elsewhere': THERE,
  'region change': HERE,
  'region change elsewhere': THERE,
  trekker: `${HERE} trekker`,
  member: `${HERE} member`,
  'former trekker': `${HERE} former`,
  'member who coordinates there': `${HERE} mixed`,
  'parent without role': HERE,
  guest: THERE,
  stranger: THERE,
  'school tie': `${HERE} trekker`,
  'school tie elsewhere': THERE,
  import: HERE,
  'import elsewhere': THERE,
  task: HERE,
  'task elsewhere': THERE,
  expert: `${HERE} expert`,
  'expert without consent': HERE,
  'expert who withdrew': HERE,
  'former holder': `${HERE} formerHolder`,
  'expert country-wide': THERE,
  'expert elsewhere': THERE,
  profile: `${HERE} expert`,
  'profile without consent': HERE,
  'profile country-wide': THERE,
  'profile elsewhere': THERE,
  'profile withdrawn': HERE,
  'profile of the past': `${HERE} formerHolder`,
  training: HERE,
  'training without consent': HERE,
  incompatibility: `${HERE} expert`,
  'incompatibility elsewhere': THERE,
  body: HERE,
  'body below': HERE,
  'body elsewhere': THERE,
  'body across': THERE,
  agreement: `${HERE} ${THERE}`,
  'agreement asked': `${HERE} ${THERE}`,
  seat: `${HERE} secretary`,
  'vacant seat': `${HERE} secretary`,
  'seat below': `${HERE} secretary`,
  'seat elsewhere': THERE,
  'seat across': `${THERE} bodySecretary`,
  appointment: `${HERE} secretary`,
  'appointment until yesterday': `${HERE} secretary`,
  'appointment after the term': `${HERE} secretary`,
  'appointment elsewhere': THERE,
  'appointment to come': THERE,
  invitation: `${THERE} bodySecretary expert`,
  'invitation that led to a seat': `${HERE} secretary expert`,
  'invitation with a yes': `${HERE} secretary`,
  'invitation with a no': `${THERE} bodySecretary`,
  'invitation taken back': HERE,
  'invitation that ran out': 'formerHolder',
  'invitation again': `${HERE} secretary formerHolder`,
  'invitation by nomination': `${HERE} secretary`,
};

/**
 * Everything that can be deleted at all, by whoever may change it; trekkerschappen, memberships and absences only by those who keep
 * them.
 */
const DELETABLE = [
  'Trekkerschap',
  'Absence',
  'Membership',
  'Caretakership',
  'SupportArrangement',
  'Activity',
  'SchoolTie',
  'Training',
  'Incompatibility',
  'SeatAppointment',
  'SuccessorCandidate',
  'HandoverItem',
  'SchoolHoliday',
];
const REMOVED_BY: Partial<Record<ObjectName, string>> = {
  trekkerschap: HERE,
  absence: HERE,
  'absence from a seat': `${HERE} secretary`,
  membership: HERE,
  'membership of the trekker': HERE,
  'membership of a coordinator': HERE,
};

let database: TestDatabase;
let service: Client;
let world: AccessWorld;

beforeAll(async () => {
  database = await cloneDatabase();
  const owner = new Client({ connectionString: database.ownerUrl });
  service = new Client({ connectionString: database.serviceUrl });
  await owner.connect();
  await service.connect();
  world = await makeAccessWorld(owner, new Makers(owner));
  await owner.end();
});
afterAll(async () => {
  await service.end();
  await database.drop();
});

const uuidOf = (name: ObjectName) => parseNodeId(world.ids[name])!.uuid;

/** Why the database refuses a statement; null if it does not. */
async function errorOf(sql: string): Promise<string | null> {
  await service.query('savepoint attempt');
  const code = await service.query(sql).then(
    () => null,
    (error: unknown) => (error as { code: string }).code,
  );
  await service.query('rollback to savepoint attempt');
  return code;
}

/** Whether the statement reached the row; a foreign key that refuses it afterwards is not a matter of access. */
async function reaches(sql: string, name: ObjectName): Promise<boolean> {
  await service.query('savepoint attempt');
  try {
    const { rowCount } = await service.query(sql, [uuidOf(name)]);
    return rowCount === 1;
  } catch (error) {
    const { code } = error as { code: string };
    if (code !== '42501' && code !== '23503') throw error;
    return code === '23503';
  } finally {
    await service.query('rollback to savepoint attempt');
  }
}

describe.each(PRINCIPALS)('%s', (principal) => {
  beforeAll(() => become(service, world.subjects[principal]));
  afterAll(() => service.query('rollback'));

  const names = (table: Partial<Record<ObjectName, string>>) =>
    OBJECT_NAMES.filter((name) => isAmong(table[name] ?? '', principal));

  test('changes the rows of the table, and no other', async () => {
    const changed: ObjectName[] = [];
    for (const name of OBJECT_NAMES) {
      const [table, column] = TABLES[OBJECTS[name].type]!;
      if (await reaches(`update ${table} set ${column} = ${column} where id = $1`, name)) changed.push(name);
    }
    expect(changed).toEqual(names(CHANGED_BY));
  });

  test('deletes the rows of the table, and no other', async () => {
    const deleted: ObjectName[] = [];
    for (const name of OBJECT_NAMES) {
      const [table] = TABLES[OBJECTS[name].type]!;
      if (await reaches(`delete from ${table} where id = $1`, name)) deleted.push(name);
    }
    const deletable = (name: ObjectName) => DELETABLE.includes(OBJECTS[name].type);
    expect(deleted).toEqual(names({ ...CHANGED_BY, ...REMOVED_BY }).filter(deletable));
  });

  test('only the national office says who keeps the networks of a region alive', async () => {
    const code = await errorOf(
      'update regions set coordinating_organisation_id = coordinating_organisation_id',
    );
    expect(code).toBe(isAmong('admin director', principal) ? null : '42501');
  });

  test('writes nothing that follows from other rows', async () => {
    for (const [table, column] of [
      ['advisory_bodies', 'asked_in'],
      ['advisory_seats', 'asked_in'],
      ['advisory_seats', 'held'],
      ['people', 'region_ids'],
      ['person_details', 'region_ids'],
      ['seat_appointments', 'known_as'],
      ['seat_requirements', 'trait'],
    ]) {
      expect([table, column, await errorOf(`update ${table} set ${column} = ${column}`)]).toEqual([
        table,
        column,
        '42501',
      ]);
    }
    for (const [table, column, value] of [
      ['advisory_bodies', 'asked_in', `array['${uuidOf('region elsewhere')}']::uuid[]`],
      ['advisory_seats', 'asked_in', `array['${uuidOf('region elsewhere')}']::uuid[]`],
      ['advisory_seats', 'held', `'{[2026-01-01,)}'`],
    ]) {
      expect(await errorOf(`insert into ${table} (id, ${column}) values (gen_random_uuid(), ${value})`)).toBe(
        '42501',
      );
    }
  });

  test('records people as known where they live, and nowhere else', async () => {
    const add = `insert into people (id, pseudonym, region_id, region_ids, perspectives, language, created_at)
      values (gen_random_uuid(), 'Persoon 000000', $1, $2, '{OUDER}', 'nl', now()) returning region_ids`;
    const [home, elsewhere] = [uuidOf('region'), uuidOf('region elsewhere')];
    await service.query('savepoint attempt');
    const known = await service.query<{ region_ids: string[] }>(add, [home, [elsewhere, home]]).then(
      ({ rows }) => rows[0]!.region_ids,
      () => null,
    );
    await service.query('rollback to savepoint attempt');
    expect(known).toEqual(isAmong(HERE, principal) ? [home] : null);
  });

  test('gives no account a role, and takes no account or answer of another', async () => {
    for (const sql of [
      `update account_roles set role = 'ADMIN'`,
      `update accounts set person_id = null`,
      'delete from account_roles',
      'delete from idempotency_keys',
      `insert into account_roles (id, account_id, role, period) select gen_random_uuid(), id, 'ADMIN', '[2020-01-01,)'
       from accounts`,
    ]) {
      expect([sql, await errorOf(sql)]).toEqual([sql, '42501']);
    }
  });
});
