import { changedRows } from './import-report.js';
import {
  emptyReferenceData,
  referenceBench,
  referenceRows,
  replaced,
  type ReferenceBench,
} from './testing/reference-bench.js';

let bench: ReferenceBench;

beforeAll(async () => {
  bench = await referenceBench();
});
beforeEach(async () => {
  await bench.reset();
  await bench.run();
});
afterAll(() => bench?.close());

async function one(query: string): Promise<Record<string, unknown> | undefined> {
  return (await bench.client.query(query)).rows[0];
}

const school = `select o.official_name, o.place, o.version, r.code as region, array_agg(m.code) as municipalities
  from organisations o join regions r on r.id = o.region_id
  join organisation_municipalities a on a.organisation_id = o.id join municipalities m on m.id = a.municipality_id
  where o.code = '00AP00' group by o.id, r.id`;

test('a renamed municipality, and only that, is renamed, with its organisation', async () => {
  await bench.edit('gemeenten.csv', replaced('GM0637,Zoetermeer,', 'GM0637,Zoetermeer aan de Plas,'));
  const report = await bench.run();
  expect(report.problems).toEqual([]);
  expect(changedRows(report)).toBe(2);
  expect(await one(`select name from municipalities where code = 'GM0637'`)).toEqual({
    name: 'Zoetermeer aan de Plas',
  });
  expect(await one(`select name, version from organisations where code = 'GM0637'`)).toEqual({
    name: 'Gemeente Zoetermeer aan de Plas',
    version: 2,
  });
});

test('a municipality that moves to another region takes its schools along, though their file is the same', async () => {
  expect(await one(school)).not.toMatchObject({ region: 'JZ06' });
  await bench.edit('gemeenten.csv', (text) => text.replace(/^(GM0637,.*?),JZ\d\d,/m, '$1,JZ06,'));
  await bench.run();
  expect(
    await one(
      `select r.code from municipalities m join regions r on r.id = m.region_id where m.code = 'GM0637'`,
    ),
  ).toEqual({ code: 'JZ06' });
  expect(await one(school)).toMatchObject({ region: 'JZ06', municipalities: ['GM0637'] });
});

test('a municipality that is to change region is known ahead of the day, and stays where it is until then', async () => {
  const file = 'gemeente_wijzigingen.csv';
  const changes = `select m.code, c.valid_from::text as on, r.code as region, i.code as into from municipality_regions c
    join municipalities m on m.id = c.municipality_id join regions r on r.id = c.region_id
    left join municipalities i on i.id = c.into_id order by 1`;
  const known = async () => (await bench.client.query(changes)).rows;
  await bench.edit(file, (text) => `${text}GM0361,2199-01-01,JZ22,\nGM0637,2199-01-01,JZ06,GM0361\n`);
  expect((await bench.run()).problems).toEqual([]);
  expect(await known()).toEqual([
    { code: 'GM0361', on: '2199-01-01', region: 'JZ22', into: null },
    { code: 'GM0637', on: '2199-01-01', region: 'JZ06', into: 'GM0361' },
  ]);
  expect(
    await one(
      `select r.code from municipalities m join regions r on r.id = m.region_id where m.code = 'GM0361'`,
    ),
  ).toEqual({ code: 'JZ06' });

  // off before its day
  await bench.edit(file, (text) => text.replace(/GM0361,2199.*\n/, ''));
  await bench.run();
  expect(await known()).toMatchObject([{ code: 'GM0637' }]);
  await bench.edit(file, replaced('GM0637,2199-01-01,JZ06', 'GM0637,2199-01-01,JZ99'));
  expect((await bench.run()).problems).toMatchObject([{ file, column: 'jeugdregio_code', value: 'JZ99' }]);
});

test('a school that moves and is renamed', async () => {
  await bench.edit(
    'schoolvestigingen_bo.csv',
    replaced('WereldWijs,Kerkenbos,28,2716 PH,Zoetermeer,GM0637', 'De Wereld,Kade,1,1811 AA,Alkmaar,GM0361'),
  );
  const report = await bench.run();
  expect(report.files.find(({ file }) => file === 'schoolvestigingen_bo.csv')?.changes).toEqual([
    { table: 'organisations', inserted: 0, updated: 1, removed: 0, unchanged: 28 },
    { table: 'organisation_municipalities', inserted: 1, updated: 0, removed: 1, unchanged: 28 },
  ]);
  expect(await one(school)).toEqual({
    official_name: 'De Wereld',
    place: 'Alkmaar',
    version: 2,
    region: 'JZ06',
    municipalities: ['GM0361'],
  });
});

test('a samenwerkingsverband whose name becomes known loses its derived label', async () => {
  await bench.edit(
    'samenwerkingsverbanden.csv',
    replaced('PO2601,PO,,,', 'PO2601,PO,Samen in Utrecht,VERIFIED,'),
  );
  await bench.run();
  expect(
    await one(`select name, label_derived, name_status from organisations where code = 'PO2601'`),
  ).toEqual({
    name: 'Samen in Utrecht',
    label_derived: null,
    name_status: 'OFFICIAL',
  });
});

test('what is gone from a file stays, and is reported', async () => {
  await bench.edit('gemeenten.csv', (text) => text.replace(/^GM0014,.*\n/m, ''));
  await bench.edit('swv_gemeenten.csv', (text) => text.replaceAll(/^\w+,GM0014,.*\n/gm, ''));
  await bench.edit('schoolvestigingen_bo.csv', (text) => text.replace(/^00AP00,.*\n/m, ''));
  const report = await bench.run();
  expect(report.problems).toEqual([]);
  expect(report.files.filter((file) => file.gone.length > 0).map(({ file, gone }) => [file, gone])).toEqual([
    ['gemeenten.csv', ['GM0014']],
    ['schoolvestigingen_bo.csv', ['00AP00']],
  ]);
  expect(await one(`select name, valid_until from municipalities where code = 'GM0014'`)).toEqual({
    name: 'Groningen',
    valid_until: null,
  });
  expect(await one(school)).toMatchObject({ official_name: 'WereldWijs' });
  expect(bench.said.at(-1)).toContain('no longer in the file, kept: 00AP00');
});

test('years that stop before the rest of the list end a municipality, years that begin later start it', async () => {
  await bench.edit('gemeenten.csv', (text) =>
    text
      .replaceAll('2023-2025', '2023-2026')
      .replace(/^(GM0014,.*)2023-2026$/m, '$12023-2025')
      .replace(/^(GM0034,.*)2023-2026$/m, '$12024-2026'),
  );
  await bench.run();
  expect(
    (
      await bench.client.query(`select code, valid_from::text, valid_until::text from municipalities
        where valid_from is not null or valid_until is not null order by code`)
    ).rows,
  ).toEqual([
    { code: 'GM0014', valid_from: null, valid_until: '2025-12-31' },
    { code: 'GM0034', valid_from: '2024-01-01', valid_until: null },
  ]);
});

test('what an admin decided about a region is not overwritten', async () => {
  await bench.client.query(`update regions set coordinating_organisation_id =
    (select id from organisations where code = 'GM0361') where code in ('JZ06', 'NL')`);
  const decided = await referenceRows(bench.client);
  await bench.client.query('delete from reference_imports');
  const report = await bench.run();
  expect(changedRows(report)).toBe(0);
  expect(await referenceRows(bench.client)).toEqual(decided);
});

test('what an admin decided about a theme is not overwritten, and no theme ends up on a third level', async () => {
  await bench.client.query(`insert into themes (id, code, label_nl, label_en, by_hand)
    values (gen_random_uuid(), 'EIGEN', 'Eigen', 'Own', true), (gen_random_uuid(), 'NIEUW', 'Ons nieuw', 'Our new', true)`);
  await bench.client.query(`update themes set label_nl = 'Samen naar school', by_hand = true,
    parent_id = (select id from themes where code = 'EIGEN') where code = 'PASSEND_ONDERWIJS'`);
  await bench.edit('themes.csv', (text) =>
    text
      .replace('PASSEND_ONDERWIJS,Passend onderwijs,', 'PASSEND_ONDERWIJS,Passend onderwijs 2,')
      .replace(/^THUISZITTERS,[^,]*/m, 'THUISZITTERS,Thuiszitters 2')
      .concat('NIEUW,Nieuw,New,,\nONDER_NIEUW,Onder nieuw,Below new,NIEUW,\n'),
  );
  const report = await bench.run();
  expect(report.problems).toEqual([]);
  expect(report.files.flatMap(({ gone }) => gone)).toEqual([]);
  const { rows } = await bench.client.query(`select t.code, t.label_nl, t.version, p.code as parent
    from themes t left join themes p on p.id = t.parent_id
    where t.code ~ 'NIEUW|EIGEN|THUIS|PASSEND' order by t.code`);
  expect(rows).toEqual([
    { code: 'EIGEN', label_nl: 'Eigen', version: 1, parent: null },
    { code: 'NIEUW', label_nl: 'Ons nieuw', version: 1, parent: null },
    { code: 'ONDER_NIEUW', label_nl: 'Onder nieuw', version: 1, parent: 'NIEUW' },
    { code: 'PASSEND_ONDERWIJS', label_nl: 'Samen naar school', version: 1, parent: 'EIGEN' },
    { code: 'THUISZITTERS', label_nl: 'Thuiszitters 2', version: 2, parent: 'EIGEN' },
  ]);
});

test('an organisation that somebody added by hand becomes the reference one and keeps its id', async () => {
  await bench.client.query(`delete from organisation_municipalities where organisation_id =
    (select id from organisations where code = '00AP00')`);
  await bench.client.query(`update organisations set id = gen_random_uuid(), official_name = 'met de hand',
    from_reference = false where code = '00AP00'`);
  const added = await one(`select id from organisations where code = '00AP00'`);
  await bench.client.query('delete from reference_imports');
  await bench.run();
  expect(
    await one(`select id, official_name, from_reference from organisations where code = '00AP00'`),
  ).toEqual({ ...added, official_name: 'WereldWijs', from_reference: true });
  expect(await one(school)).toMatchObject({ municipalities: ['GM0637'] });
});

test('two imports at the same moment: one works, the other finds it done', async () => {
  await emptyReferenceData(bench.client);
  const outcomes = (await Promise.all([bench.run(), bench.run()])).map((report) => report.files[0]?.outcome);
  expect(outcomes.sort()).toEqual(['IMPORTED', 'UNCHANGED']);
});
