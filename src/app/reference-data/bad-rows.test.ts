import { changedRows, problemLine } from './import-report.js';
import { referenceBench, referenceRows, replaced, type ReferenceBench } from './testing/reference-bench.js';

let bench: ReferenceBench;

beforeAll(async () => {
  bench = await referenceBench();
});
beforeEach(() => bench.reset());
afterAll(() => bench?.close());

const outcomes = async () =>
  Object.fromEntries((await bench.run()).files.map(({ file, outcome }) => [file, outcome]));

test('every bad row is reported with file, line, column, value and reason', async () => {
  await bench.edit('schoolvestigingen_bo.csv', (text) =>
    text
      .replace('00AP00,00AP,41646,WereldWijs', '0AP,00AP,41646,')
      .replace('6107 AW,Stevensweert,GM1641', '6107,Stevensweert,GM9999')
      .concat('\n00AV00,00AV,41646,De Morgenster,,,,Spijkenisse,GM1930,,,\n00XX00,00XX\n'),
  );
  const { problems } = await bench.run();
  expect(problems.map(problemLine)).toEqual([
    'schoolvestigingen_bo.csv:2 vestigingscode: "0AP" is not a code such as 00AP00',
    'schoolvestigingen_bo.csv:2 name: "" is empty',
    'schoolvestigingen_bo.csv:3 postcode: "6107" is not a code such as 2716 PH',
    'schoolvestigingen_bo.csv:3 gm_code: "GM9999" is not a known gemeente',
    'schoolvestigingen_bo.csv:31 vestigingscode: "00AV00" stands on line 4 already',
    'schoolvestigingen_bo.csv:32: has 2 cells, the header has 12',
  ]);
  expect(problems[0]).toEqual({
    file: 'schoolvestigingen_bo.csv',
    line: 2,
    column: 'vestigingscode',
    value: '0AP',
    reason: 'is not a code such as 00AP00',
  });
  for (const problem of problems) expect(bench.said).toContain(`Reference data: ${problemLine(problem)}`);
});

test('of a file with one bad row nothing is imported; a file that does not depend on it is', async () => {
  await bench.edit('schoolvestigingen_bo.csv', replaced('GM0637', 'GM9999'));
  expect(await outcomes()).toEqual({
    'jeugdregios.csv': 'IMPORTED',
    'gemeenten.csv': 'IMPORTED',
    'gemeente_wijzigingen.csv': 'IMPORTED',
    'samenwerkingsverbanden.csv': 'IMPORTED',
    'swv_gemeenten.csv': 'IMPORTED',
    'schoolvestigingen_bo.csv': 'REFUSED',
    'school_stages.csv': 'IMPORTED',
    'themes.csv': 'IMPORTED',
    'schoolvakanties.csv': 'IMPORTED',
  });
  const { rows } = await bench.client.query(
    `select count(*)::integer from organisations where kind = 'SCHOOL'`,
  );
  expect(rows).toEqual([{ count: 0 }]);
});

test('what depends on a refused file waits, and its own foreign codes are not blamed', async () => {
  await bench.edit('jeugdregios.csv', replaced('JZ06,', 'JZ6,'));
  const report = await bench.run();
  expect(report.problems.map(problemLine)).toEqual([
    'jeugdregios.csv:7 jeugdregio_code: "JZ6" is not a code such as JZ06',
  ]);
  expect(report.files.map(({ file, outcome }) => [file, outcome])).toEqual([
    ['jeugdregios.csv', 'REFUSED'],
    ['gemeenten.csv', 'SKIPPED'],
    ['gemeente_wijzigingen.csv', 'SKIPPED'],
    ['samenwerkingsverbanden.csv', 'SKIPPED'],
    ['swv_gemeenten.csv', 'SKIPPED'],
    ['schoolvestigingen_bo.csv', 'SKIPPED'],
    ['school_stages.csv', 'IMPORTED'],
    ['themes.csv', 'IMPORTED'],
    ['schoolvakanties.csv', 'IMPORTED'],
  ]);
});

test('a bad file leaves what was there as it was, and once mended it is imported', async () => {
  await bench.run();
  const before = await referenceRows(bench.client);
  await bench.edit('gemeenten.csv', (text) =>
    text.replace('GM0637,Zoetermeer,', 'GM0637,,').replace('GM0014,Groningen', 'GM0014,Grunnen'),
  );
  expect(await outcomes()).toMatchObject({ 'gemeenten.csv': 'REFUSED', 'swv_gemeenten.csv': 'SKIPPED' });
  expect(await referenceRows(bench.client)).toEqual(before);

  await bench.edit('gemeenten.csv', replaced('GM0637,,', 'GM0637,Zoetermeer,'));
  const mended = await bench.run();
  expect(mended.problems).toEqual([]);
  expect(changedRows(mended)).toBe(2);
});

test.each([
  ['gemeenten.csv', 'gm_code,name', 'gm_code,naam', 1, 'naam', 'is a column we do not know'],
  ['gemeenten.csv', 'GM0637,', 'GM637,', 176, 'gm_code', 'is not a code such as GM0361'],
  ['gemeenten.csv', 'Groningen,JZ01', 'Groningen,JZ99', 2, 'jeugdregio_code', 'is not a known jeugdregio'],
  ['gemeenten.csv', '2023-2025', '2025-2023', 2, 'valid_years', 'is not a range of years such as 2023-2025'],
  ['samenwerkingsverbanden.csv', 'PO2001,PO', 'PO2001,VO', 3, 'sector', 'does not go with code PO2001'],
  ['samenwerkingsverbanden.csv', 'PO2001,PO,', 'PO2001,PO,Naam', 3, 'name_status', 'and a name go together'],
  [
    'samenwerkingsverbanden.csv',
    'JZ01|JZ04',
    'JZ01|JZ01',
    3,
    'jeugdregio_codes',
    'names one of its values twice',
  ],
  ['swv_gemeenten.csv', 'PO2001', 'PO9999', 2, 'swv_code', 'is not a known samenwerkingsverband'],
  ['swv_gemeenten.csv', ',46,1.00', ',46,1.20', 2, 'share_of_gemeente_pc4', 'is not a number from 0 to 1'],
  [
    'school_stages.csv',
    ',1,8,8,8,',
    ',1,8,,8,',
    2,
    'nominal_years_min',
    'is empty, so no exit can be derived',
  ],
  ['school_stages.csv', ',1,8,8,8,', ',1,8,8,7,', 2, 'nominal_years_max', 'is less than 8'],
  [
    'themes.csv',
    ',PASSEND_ONDERWIJS,',
    ',ONBEKEND,',
    3,
    'parent_code',
    'is not a theme without a parent in this file',
  ],
  [
    'themes.csv',
    'education,,',
    'education,,2026-02-30',
    2,
    'retired_on',
    'is not an existing day, YYYY-MM-DD',
  ],
  ['schoolvakanties.csv', '2025-10-26', '2025-10-17', 2, 'until', 'is before 2025-10-18'],
  ['themes.csv', 'Armoede', 'Arm\u0000oede', 18, 'label_nl', 'holds a control character'],
])('%s: %j for %j', async (file, before, after, line, column, reason) => {
  await bench.edit(file, replaced(before, after));
  const { problems, files } = await bench.run();
  expect(problems).toContainEqual(expect.objectContaining({ file, line, column, reason }));
  expect(problems.every((problem) => problem.file === file)).toBe(true);
  expect(files.find((report) => report.file === file)).toMatchObject({ outcome: 'REFUSED', changes: [] });
});
