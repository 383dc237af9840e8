import { Client } from 'pg';
import { cloneDatabase, type TestDatabase } from '../../testing/database.js';
import { migrate } from '../../db/migration/migrate.js';
import { importReferenceData } from './import-reference-data.js';
import { changedRows, type ImportReport } from './import-report.js';
import { referenceId } from './reference-ids.js';
import { DATA, emptyReferenceData, referenceRows } from './testing/reference-bench.js';

let database: TestDatabase;
let client: Client;
let first: ImportReport;

const run = () => importReferenceData(database.ownerUrl, { directory: DATA, say: () => undefined });

async function rowsOf(query: string): Promise<Record<string, unknown>[]> {
  return (await client.query(query)).rows;
}

beforeAll(async () => {
  database = await cloneDatabase();
  await migrate(database.ownerUrl, database.serviceUrl);
  client = new Client({ connectionString: database.ownerUrl });
  await client.connect();
  await emptyReferenceData(client);
  first = await run();
});

afterAll(async () => {
  await client?.end();
  await database?.drop();
});

test('every file is imported without a problem', () => {
  expect(first.problems).toEqual([]);
  expect(first.files.map(({ file, outcome, rows, gone }) => [file, outcome, rows, gone])).toEqual([
    ['jeugdregios.csv', 'IMPORTED', 42, []],
    ['gemeenten.csv', 'IMPORTED', 342, []],
    ['gemeente_wijzigingen.csv', 'IMPORTED', 0, []],
    ['samenwerkingsverbanden.csv', 'IMPORTED', 151, []],
    ['swv_gemeenten.csv', 'IMPORTED', 736, []],
    ['schoolvestigingen_bo.csv', 'IMPORTED', 6122, []],
    ['school_stages.csv', 'IMPORTED', 13, []],
    ['themes.csv', 'IMPORTED', 17, []],
    ['schoolvakanties.csv', 'IMPORTED', 45, []],
  ]);
});

test('the country is filled', async () => {
  expect(await rowsOf('select kind, count(*)::integer from regions group by kind order by kind')).toEqual([
    { kind: 'JEUGDREGIO', count: 42 },
    { kind: 'LAND', count: 1 },
  ]);
  expect(
    await rowsOf(`select kind, count(*)::integer,
        (select count(*) from organisation_municipalities a join organisations o2 on o2.id = a.organisation_id
         where o2.kind = o.kind)::integer as areas
      from organisations o where from_reference group by kind order by kind`),
  ).toEqual([
    { kind: 'GEMEENTE', count: 342, areas: 342 },
    { kind: 'OVERIG', count: 1, areas: 0 },
    { kind: 'SAMENWERKINGSVERBAND_PO', count: 77, areas: expect.any(Number) },
    { kind: 'SAMENWERKINGSVERBAND_VO', count: 74, areas: expect.any(Number) },
    { kind: 'SCHOOL', count: 6122, areas: 6122 },
  ]);
  expect(
    await rowsOf(`select count(*)::integer from organisation_municipalities a
      join organisations o on o.id = a.organisation_id and o.kind like 'SAMENWERKINGSVERBAND%'`),
  ).toEqual([{ count: 736 }]);
});

test('a region, a municipality, a school and the organisation of a municipality, as they should be', async () => {
  expect(
    await rowsOf(`select r.id, r.name, p.code as parent, r.coordinating_organisation_id as coordinator
      from regions r join regions p on p.id = r.parent_id where r.code = 'JZ06'`),
  ).toEqual([
    {
      id: referenceId('region', 'JZ06'),
      name: 'Alkmaar (Noord-Kennemerland)',
      parent: 'NL',
      coordinator: null,
    },
  ]);
  expect(
    await rowsOf(`select m.name, m.province, r.code, m.valid_from, m.valid_until
      from municipalities m join regions r on r.id = m.region_id where m.code = 'GM0361'`),
  ).toEqual([
    { name: 'Alkmaar', province: 'Noord-Holland', code: 'JZ06', valid_from: null, valid_until: null },
  ]);
  expect(
    await rowsOf(`select o.name, o.place, o.domains, r.code as region, m.code as municipality
      from organisations o join regions r on r.id = o.region_id
      join organisation_municipalities a on a.organisation_id = o.id join municipalities m on m.id = a.municipality_id
      where (o.kind, o.code) in (('SCHOOL', '00AR00'), ('GEMEENTE', 'GM0361')) order by o.kind`),
  ).toEqual([
    {
      name: 'Gemeente Alkmaar',
      place: null,
      domains: ['ONDERWIJS', 'ZORG', 'JEUGD'],
      region: 'JZ06',
      municipality: 'GM0361',
    },
    {
      name: 'Basisschool "De Maasparel"',
      place: 'Stevensweert',
      domains: ['ONDERWIJS'],
      region: 'JZ42',
      municipality: 'GM1641',
    },
  ]);
});

test('a label that was derived is never an official name', async () => {
  const counts =
    await rowsOf(`select name_status, count(*)::integer, count(official_name)::integer as official,
      count(label_derived)::integer as labels, bool_and(name like '%(afgeleide aanduiding)') as marked
    from organisations where kind like 'SAMENWERKINGSVERBAND%' group by name_status order by name_status`);
  expect(counts).toEqual([
    { name_status: 'DERIVED', count: 147, official: 0, labels: 147, marked: true },
    { name_status: 'INFERRED', count: 1, official: 1, labels: 0, marked: false },
    { name_status: 'OFFICIAL', count: 3, official: 3, labels: 0, marked: false },
  ]);
});

test('a samenwerkingsverband that crosses a border has no single region, and the national one no area', async () => {
  expect(
    await rowsOf(`select o.code, r.code as region,
        (select count(*) from organisation_municipalities a where a.organisation_id = o.id)::integer as municipalities
      from organisations o left join regions r on r.id = o.region_id
      where o.code in ('PO0001', 'PO2001', 'PO2703') order by o.code`),
  ).toEqual([
    { code: 'PO0001', region: null, municipalities: 0 },
    { code: 'PO2001', region: null, municipalities: expect.any(Number) },
    { code: 'PO2703', region: 'JZ06', municipalities: expect.any(Number) },
  ]);
});

test('the country has a caretaker of last resort', async () => {
  expect(
    await rowsOf(`select o.code, o.official_name from regions r
      join organisations o on o.id = r.coordinating_organisation_id`),
  ).toEqual([{ code: 'LSO', official_name: 'Landelijk steunpunt oudernetwerken' }]);
});

test('stages have their lengths and themes their parents', async () => {
  expect(
    await rowsOf(`select code, sector, first_year, last_year, years_min, years_max, exit_derivable
      from school_stages where code in ('BO', 'VSO', 'MBO4') order by code`),
  ).toEqual([
    {
      code: 'BO',
      sector: 'PO',
      first_year: 1,
      last_year: 8,
      years_min: 8,
      years_max: 8,
      exit_derivable: 'YES',
    },
    {
      code: 'MBO4',
      sector: 'MBO',
      first_year: 1,
      last_year: 4,
      years_min: 3,
      years_max: 4,
      exit_derivable: 'RANGE',
    },
    {
      code: 'VSO',
      sector: 'VO',
      first_year: 1,
      last_year: null,
      years_min: null,
      years_max: null,
      exit_derivable: 'NO',
    },
  ]);
  expect(
    await rowsOf(`select t.label_nl, p.code as parent from themes t join themes p on p.id = t.parent_id
      where t.code = 'THUISZITTERS'`),
  ).toEqual([{ label_nl: 'Thuiszitters en schoolaanwezigheid', parent: 'PASSEND_ONDERWIJS' }]);
});

test('the same files again: none is read, and read again nothing changes', async () => {
  const before = await referenceRows(client);
  const again = await run();
  expect(again.files.every((file) => file.outcome === 'UNCHANGED')).toBe(true);

  await client.query('delete from reference_imports');
  const readAgain = await run();
  expect(readAgain.files.every((file) => file.outcome === 'IMPORTED')).toBe(true);
  expect(changedRows(readAgain)).toBe(0);
  expect(await referenceRows(client)).toEqual(before);
});

test('a school holiday that was removed stays away, until it is recorded by hand', async () => {
  const mei = `school_year = '2026-2027' and kind = 'MEI' and holiday_region = 'ZUID'`;
  const found = () => rowsOf(`select by_hand from school_holidays where ${mei}`);
  await rowsOf(`delete from school_holidays where ${mei}`);
  await run();
  expect(await found()).toEqual([]);
  await rowsOf(`insert into school_holidays (id, school_year, kind, holiday_region, period, by_hand)
    values (gen_random_uuid(), '2026-2027', 'MEI', 'ZUID', '[2027-04-24,2027-05-03)', true)`);
  await run();
  expect(await found()).toEqual([{ by_hand: true }]);
  expect(await rowsOf('select * from removed_school_holidays')).toEqual([]);
});

test('a school holiday of the file does not take the days of one by hand', async () => {
  const mei = `school_year = '2026-2027' and kind = 'MEI' and holiday_region = 'NOORD'`;
  await rowsOf(`update school_holidays set period = '[2027-04-01,2027-04-05)' where ${mei}`);
  await rowsOf(`insert into school_holidays (id, school_year, kind, holiday_region, period, by_hand)
    values (gen_random_uuid(), '2035-2036', 'KERST', 'NOORD', '[2027-04-24,2027-05-03)', true)`);
  await client.query('delete from reference_imports');
  expect((await run()).problems).toEqual([]);
  expect(await rowsOf(`select period::text from school_holidays where ${mei}`)).toEqual([
    { period: '[2027-04-01,2027-04-05)' },
  ]);
});
