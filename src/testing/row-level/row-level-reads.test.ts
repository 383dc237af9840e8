import { Client } from 'pg';
import { parseNodeId } from '../../kernel/node-id.js';
import {
  CONFIDENTIAL,
  isAmong,
  KEEPERS,
  OBJECT_NAMES,
  OBJECTS,
  type ObjectName,
  PRINCIPALS,
  sees,
} from '../access/access-objects.js';
import { type AccessWorld, makeAccessWorld } from '../access/access-world.js';
import { cloneDatabase, type TestDatabase } from '../database.js';
import { Makers } from '../makers/makers.js';
import { become, TABLES } from './row-level-attempt.js';

let database: TestDatabase;
let service: Client;
let world: AccessWorld;
/** seats that somebody holds */
let held: string[];

beforeAll(async () => {
  database = await cloneDatabase();
  const owner = new Client({ connectionString: database.ownerUrl });
  service = new Client({ connectionString: database.serviceUrl });
  await owner.connect();
  await service.connect();
  world = await makeAccessWorld(owner, new Makers(owner));
  const { rows } = await owner.query<{ id: string }>(
    `select id from advisory_seats where held @> date '2026-11-25'`,
  );
  held = rows.map(({ id }) => id);
  await owner.end();
});
afterAll(async () => {
  await service.end();
  await database.drop();
});

const namesOf = (type: string) => OBJECT_NAMES.filter((name) => OBJECTS[name].type === type);
const BODIES = namesOf('AdvisoryBody');
const SEATS = namesOf('AdvisorySeat');
const uuidOf = (name: ObjectName) => parseNodeId(world.ids[name])!.uuid;

describe.each(PRINCIPALS)('%s', (principal) => {
  beforeAll(() => become(service, world.subjects[principal]));
  afterAll(() => service.query('rollback'));

  const rows = async <Row>(sql: string, ...values: unknown[]) =>
    (await service.query<Row & Record<string, unknown>>(sql, values)).rows;
  /** Those of the objects that have a row here. */
  const having = async (table: string, key: string, names: readonly ObjectName[]) => {
    const found = await rows<{ id: string }>(`select ${key} as id from ${table}`);
    const ids = new Set(found.map(({ id }) => id));
    return names.filter((name) => ids.has(uuidOf(name)));
  };

  /** Those of which a function that passes row-level security tells something. */
  const told = async (of: readonly ObjectName[], sql: string) => {
    const about: ObjectName[] = [];
    for (const name of of) {
      const [answer] = await rows<{ told: boolean }>(sql, uuidOf(name));
      if (answer!.told) about.push(name);
    }
    return about;
  };

  test('is told where a body works if it sees the body, and else nothing', async () => {
    const seen = await having('advisory_bodies', 'id', BODIES);
    expect(await told(BODIES, `select cardinality(sought_for($1, '2026-11-25')) > 0 as told`)).toEqual(seen);
    expect(await told(BODIES, 'select exists (select from agreed_periods($1)) as told')).toEqual(
      seen.filter((name) => name === 'body across'),
    );
  });

  test('is told the status of a held seat if it sees the seat, and else nothing', async () => {
    const seen = await having('advisory_seats', 'id', SEATS);
    expect(await told(SEATS, `select seat_held_status($1, '2026-11-25') is not null as told`)).toEqual(
      seen.filter((name) => held.includes(uuidOf(name))),
    );
  });

  test('sees the rows of the objects that they see, and no other', async () => {
    const seen: ObjectName[] = [];
    for (const [type, [table]] of Object.entries(TABLES)) {
      seen.push(...(await having(table, 'id', namesOf(type))));
    }
    expect([...seen].sort()).toEqual(OBJECT_NAMES.filter((name) => sees(principal, name)).sort());
  });

  test('sees the names, contact details and notes of the table, and no other', async () => {
    const people = namesOf('Person');
    const of = (field: 'contact' | 'note') =>
      people.filter((name) => isAmong(CONFIDENTIAL[name]![field], principal));
    expect(await having('person_contacts', 'person_id', people)).toEqual(of('contact'));
    expect(await having('person_notes', 'person_id', people)).toEqual(of('note'));
    const named = people.filter(
      (name) => sees(principal, name) && (name !== 'former holder' || principal !== 'secretary'),
    );
    expect(await having('person_details', 'person_id', people)).toEqual(named);
  });

  test('sees the disclosures for the records they keep, or their own', async () => {
    const people = ['expert', 'expert country-wide'] as const;
    const kept = { expert: `${KEEPERS} expert`, 'expert country-wide': 'neighbour' };
    const expected = people.filter((name) => isAmong(kept[name], principal));
    expect(await having('person_access_log', 'person_id', people)).toEqual(expected);
  });

  test('learns from the list of traits only which themes there are', async () => {
    expect(await rows('select distinct kind from traits')).toEqual([{ kind: 'THEME' }]);
  });

  test('seeks among those whose profile they see by consent, and no other', async () => {
    const found = await rows(`select id from findable_profiles order by id`);
    const expected = await rows(`select id from ervaringsdeskundigen where findable_until >= '2026-11-25'
      and viewer_uuids('app.seeks') <> '{}'
      and (findable_country or findable_in = any (viewer_uuids('app.seeks'))) order by id`);
    expect(found).toEqual(expected);
  });

  test('has by region the names of people of their regions, and no other', async () => {
    const named = await rows('select id, sort_name from names_by_region order by id');
    const expected = await rows(`select person_id as id, sort_name from person_details
      where region_ids[1] = any (viewer_uuids('app.regions')) order by 1`);
    expect(named).toEqual(expected);
  });

  test('is told whom to seek only for the seats that they fill', async () => {
    const fills = {
      seat: `${KEEPERS} secretary`,
      'vacant seat': `${KEEPERS} secretary`,
      'seat below': `${KEEPERS} secretary`,
      'seat elsewhere': 'neighbour',
      'seat across': 'neighbour bodySecretary',
    };
    for (const [name, fillers] of Object.entries(fills)) {
      const told = await rows(
        `select seat_id from seat_sought($1, '2026-11-25')`,
        uuidOf(name as ObjectName),
      );
      const known = isAmong(fillers, principal) ? [{ seat_id: uuidOf(name as ObjectName) }] : [];
      expect([name, told]).toEqual([name, known]);
    }
  });
});
