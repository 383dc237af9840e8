import { Client } from 'pg';
import { v7 as uuid } from 'uuid';
import { parseNodeId } from '../../kernel/node-id.js';
import type { Viewer } from '../../kernel/viewer.js';
import { isAmong, type ObjectName, PRINCIPALS } from '../access/access-objects.js';
import { type AccessWorld, makeAccessWorld } from '../access/access-world.js';
import { cloneDatabase, type TestDatabase } from '../database.js';
import { Makers } from '../makers/makers.js';
import { become } from './row-level-attempt.js';

const HERE = 'director coordinator';

/** The database alone: who may snooze work items and set thresholds. */
const SNOOZES: Partial<Record<ObjectName, string>> = {
  network: `${HERE} supporter`,
  'network elsewhere': 'neighbour',
  'forming network': HERE,
  'vacant seat': `${HERE} secretary`,
  'seat across': 'neighbour bodySecretary',
  profile: HERE,
  'profile without consent': HERE,
  'profile country-wide': 'neighbour',
};
const THRESHOLDS: Partial<Record<ObjectName, string>> = {
  network: HERE,
  'network elsewhere': 'neighbour',
  'forming network': HERE,
  region: HERE,
  'region below': HERE,
  'region elsewhere': 'neighbour',
};

let database: TestDatabase;
let service: Client;
let world: AccessWorld;
let country: string;
/** by name: `COLUMNS` of its work item */
const subjects = new Map<ObjectName, readonly unknown[]>();

const COLUMNS = 'subject_type, subject_id, region_id, oudernetwerk_id, body_id, ervaringsdeskundige_id';
const SUBJECTS: Readonly<Record<string, string>> = {
  Oudernetwerk: `select id, region_id, id, null, null from oudernetwerken`,
  AdvisorySeat: `select id, region_id, null, body_id, null from advisory_seats`,
  Ervaringsdeskundige: `select id, region_id, null, null, id from ervaringsdeskundigen`,
};

beforeAll(async () => {
  database = await cloneDatabase();
  const owner = new Client({ connectionString: database.ownerUrl });
  service = new Client({ connectionString: database.serviceUrl });
  await Promise.all([owner.connect(), service.connect()]);
  const make = new Makers(owner);
  world = await makeAccessWorld(owner, make);
  country = await make.region('NL');
  // make room for what is tried
  await owner.query('delete from work_item_snoozes');
  await owner.query('delete from continuity_thresholds');
  for (const name of Object.keys(SNOOZES) as ObjectName[]) {
    const { type, uuid: id } = parseNodeId(world.ids[name])!;
    const text = `${SUBJECTS[type]!} where id = $1`;
    const { rows } = await owner.query<unknown[]>({ text, values: [id], rowMode: 'array' });
    subjects.set(name, [type, ...rows[0]!]);
  }
  await owner.end();
});
afterAll(async () => {
  await service.end();
  await database.drop();
});

/** Whether the database accepts the row; a violated key counts as a refusal too. */
async function isTaken(sql: string, values: unknown[]): Promise<boolean> {
  await service.query('savepoint attempt');
  try {
    return (await service.query(sql, values)).rowCount === 1;
  } catch (error) {
    if ((error as { code: string }).code !== '42501') throw error;
    return false;
  } finally {
    await service.query('rollback to savepoint attempt');
  }
}

const uuidOf = (name: ObjectName) => parseNodeId(world.ids[name])!.uuid;

describe.each(PRINCIPALS)('%s', (principal) => {
  let viewer: Viewer;
  beforeAll(async () => {
    viewer = await become(service, world.subjects[principal]);
  });
  afterAll(() => service.query('rollback'));

  test('puts off the work of the table, and no other', async () => {
    for (const [name, allowed] of Object.entries(SNOOZES) as [ObjectName, string][]) {
      const sql = `insert into work_item_snoozes (${COLUMNS}, until, reason, severity, account_id)
        values ($1, $2, $3, $4, $5, $6, '2026-12-31', 'Later', 5, $7)`;
      const taken = await isTaken(sql, [...subjects.get(name)!, viewer.accountId]);
      expect([name, taken]).toEqual([name, isAmong(allowed, principal)]);
    }
  });

  test('sets thresholds of the table, and no other', async () => {
    for (const [name, allowed] of Object.entries(THRESHOLDS) as [ObjectName, string][]) {
      const column = name.startsWith('region') ? 'region_id' : 'oudernetwerk_id';
      const sql = `insert into continuity_thresholds (id, ${column}, inactive_days) values ($1, $2, 90)`;
      expect([name, await isTaken(sql, [uuid(), uuidOf(name)])]).toEqual([name, isAmong(allowed, principal)]);
    }
    const ofCountry = await isTaken(`insert into continuity_thresholds (id, region_id) values ($1, $2)`, [
      uuid(),
      country,
    ]);
    expect(ofCountry).toBe(isAmong('admin director', principal));
  });

  test('does not judge, and marks nothing', async () => {
    for (const sql of [
      `update continuities set band = 'STABLE'`,
      `insert into continuities select * from continuities`,
      `delete from continuity_findings`,
      `update expected_ends set expected_on = '2030-01-01'`,
      `delete from work_items`,
      `delete from stale_subjects`,
      `insert into stale_subjects (subject_type, subject_id) values ('Oudernetwerk', gen_random_uuid())`,
      `update watched_subjects set changes_on = null`,
      `select mark_stale()`,
      `select mark_subject_stale()`,
    ]) {
      await service.query('savepoint attempt');
      await expect(service.query(sql)).rejects.toMatchObject({ code: '42501' });
      await service.query('rollback to savepoint attempt');
    }
  });
});
