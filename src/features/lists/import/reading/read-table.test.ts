import { registerFailures, message } from '../../../../kernel/failure-messages.js';
import { Failure } from '../../../../kernel/failure.js';
import { en } from '../../messages.en.js';
import { nl } from '../../messages.nl.js';
import { readTable } from './read-table.js';
import type { Table } from './table.js';
import { RELATIONS, sheetOf, WORKBOOK, workbookWith, zipOf } from './testing/zips.js';
import writeXlsxFile from 'write-excel-file/node';

registerFailures({ nl: nl.failures, en: en.failures });

const NAMES = ['voornaam', 'achternaam', 'e-mail', 'telefoon', 'opmerking'];
const isKnown = (name: string) => NAMES.includes(name.toLowerCase());

const mayRepeat = (name: string) => !isKnown(name) || name.toLowerCase() === 'telefoon';

const read = (bytes: Buffer) => readTable(bytes, { isKnown, mayRepeat });
const csv = (text: string, encoding: BufferEncoding = 'utf8') => read(Buffer.from(text, encoding));
const cellsOf = ({ columns, rows }: Table) => [columns, ...rows.map(({ cells }) => cells)];

/** The sentence of a refusal, with its code. */
async function refusal(bytes: Buffer): Promise<string> {
  const error: unknown = await read(bytes).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Failure)) throw new Error(`not refused: ${String(error)}`);
  const [{ code, params }] = error.problems as [Failure['problems'][number]];
  return `${code}: ${message(code, 'nl', params)}`;
}

const LIST = [
  ['Voornaam', 'Achternaam', 'Opmerking'],
  ['Zoë', 'Müller', 'café'],
  ['Jan', 'de Wit', ''],
];

describe('what separates the columns', () => {
  test.each([',', ';', '\t', '|'])('%j is guessed from several rows', async (separator) => {
    expect(cellsOf(await csv(LIST.map((cells) => cells.join(separator)).join('\r\n')))).toEqual(LIST);
  });

  test.each([
    [
      'commas in the texts',
      'Voornaam;Achternaam;Opmerking\nZoë;Müller;"ja, nee, ja"\nJan;Wit, de;komt, soms\n',
    ],
    ['semicolons in the texts', 'Voornaam,Achternaam,Opmerking\nZoë,Müller,een; twee\nJan,Wit,a;b;c\n'],
    ['the line of Excel', 'sep=;\nVoornaam;Achternaam;Opmerking\nZoë;Müller;a,b\n'],
  ])('%s', async (_name, text) => {
    const { columns, rows } = await csv(text);
    expect(columns).toEqual(LIST[0]);
    expect(rows[0]!.cells.slice(0, 2)).toEqual(['Zoë', 'Müller']);
  });
});

describe('how the text is written', () => {
  const text = 'Voornaam;Achternaam;Opmerking\r\nZoë;Müller;€ 5 – café\r\n';
  const windows1252 = Buffer.from(text.replace('€', '\x80').replace('–', '\x96'), 'latin1');
  const swapped = Buffer.from(text, 'utf16le').swap16();
  test.each<[string, Buffer]>([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 with its mark', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 without', Buffer.from(text, 'utf16le')],
    ['UTF-16, the other way round', swapped],
    ['Windows-1252', windows1252],
  ])('%s', async (_name, bytes) => {
    expect(cellsOf(await read(bytes))).toEqual([LIST[0], ['Zoë', 'Müller', '€ 5 – café']]);
  });

  test('old line ends of a Mac', async () => {
    expect((await csv('Voornaam;Achternaam\rJan;Wit\rEva;Bos\r')).rows.map(({ row }) => row)).toEqual([2, 3]);
  });
});

describe('where things stand', () => {
  test('titles and empty lines above the header, and lines inside quotes, do not shift the numbers', async () => {
    const { columns, rows } = await csv(
      'Ledenlijst 2026;;\n;;\nStand 1 september;;\nVoornaam;Achternaam;Opmerking\n' +
        'Jan;Wit;"eerste\ntweede"\n\nEva;"van der ""Bos""";-\n;;\n',
    );
    expect(columns).toEqual(['Voornaam', 'Achternaam', 'Opmerking']);
    expect(rows).toEqual([
      { row: 5, cells: ['Jan', 'Wit', 'eerste\ntweede'] },
      { row: 8, cells: ['Eva', 'van der "Bos"', '-'] },
    ]);
  });

  test('a header with unknown names is the first row that looks like one', async () => {
    expect((await csv('Lijst\nAap;Noot\n1;2\n')).columns).toEqual(['Aap', 'Noot']);
  });

  test('rows of other lengths are filled', async () => {
    expect(cellsOf(await csv('Voornaam;Achternaam\nJan\nEva;Bos;meer\nAli;Can\n'))).toEqual([
      ['Voornaam', 'Achternaam', ''],
      ['Jan', '', ''],
      ['Eva', 'Bos', 'meer'],
      ['Ali', 'Can', ''],
    ]);
  });

  test('a number that Excel keeps as text loses nothing', async () => {
    const { rows } = await csv('Voornaam;Telefoon\nJan;="0612345678"\nEva;+31612345678\nAli;-\n');
    expect(rows.map(({ cells }) => cells[1])).toEqual(['0612345678', '+31612345678', '-']);
  });
});

describe('XLSX', () => {
  test('days as Excel keeps them, numbers as they are written, and titles above', async () => {
    const bytes = await writeXlsxFile([
      [{ value: 'Ledenlijst' }],
      [],
      [{ value: 'Voornaam' }, { value: 'Telefoon' }, { value: 'Sinds' }, { value: 'Actief' }],
      [
        { value: 'Zoë' },
        { value: 612345678, type: Number },
        { value: new Date(Date.UTC(2024, 1, 29)), type: Date, format: 'dd-mm-yyyy' },
        { value: true, type: Boolean },
      ],
    ]).toBuffer();
    expect(await read(bytes)).toEqual({
      columns: ['Voornaam', 'Telefoon', 'Sinds', 'Actief'],
      rows: [{ row: 4, cells: ['Zoë', '612345678', '2024-02-29', 'true'] }],
    });
  });

  test('a number in the way of a large one', async () => {
    const row = (number: number, one: string, two: string) =>
      `<row r="${number}"><c r="A${number}" t="inlineStr"><is><t>${one}</t></is></c>${two}</row>`;
    const sheet = sheetOf(
      row(1, 'Voornaam', '<c r="B1" t="inlineStr"><is><t>Telefoon</t></is></c>') +
        row(2, 'Jan', '<c r="B2"><v>6.12345678E8</v></c>'),
    );
    expect((await read(workbookWith(sheet))).rows).toEqual([{ row: 2, cells: ['Jan', '612345678'] }]);
  });
});

describe('a bad file is refused in one sentence', () => {
  const cell = (address: string, inner: string) => `<row r="1"><c r="${address}">${inner}</c></row>`;
  const elsewhere = (rows: string) =>
    zipOf([
      { name: 'xl/workbook.xml', content: WORKBOOK },
      { name: 'xl/_rels/workbook.xml.rels', content: RELATIONS.replace('worksheets/sheet1', 'hier/blad') },
      { name: 'xl/hier/blad.xml', content: sheetOf(rows) },
    ]);
  const compound = (inner: string) =>
    Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.from(inner, 'utf16le'),
    ]);
  test.each<[string, Buffer, RegExp]>([
    ['nothing', Buffer.alloc(0), /^FILE_EMPTY/],
    ['only empty lines', Buffer.from('\n;;\n\n'), /^FILE_EMPTY/],
    ['a header alone', Buffer.from('Voornaam;Achternaam\n'), /^FILE_NO_ROWS: .*rij 1/],
    ['numbers alone', Buffer.from('1;2\n3;4\n'), /^FILE_NO_HEADER/],
    ['too many bytes', Buffer.alloc(10 * 1024 * 1024 + 1, 'a;b\n'), /^FILE_TOO_LARGE: .*10 MB/],
    ['a PDF', Buffer.from('%PDF-1.7 …'), /^FILE_NOT_A_LIST/],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), /^FILE_NOT_A_LIST/],
    ['a page', Buffer.from('<!DOCTYPE html><p>'), /^FILE_NOT_A_LIST/],
    ['bytes', Buffer.from('Voornaam;x\nJan;\x00\x01\x02'), /^FILE_NOT_TEXT: Rij 2/],
    ['a Word document', zipOf([{ name: 'word/document.xml', content: '<a/>' }]), /^FILE_NOT_A_LIST/],
    ['old Excel', compound('Workbook'), /^FILE_OLD_EXCEL/],
    ['a password', compound('EncryptedPackage'), /^FILE_ENCRYPTED/],
    [
      'a password of the zip',
      zipOf([{ name: 'xl/workbook.xml', content: '<a/>', flags: 1 }]),
      /^FILE_ENCRYPTED/,
    ],
    ['half a zip', workbookWith(sheetOf('')).subarray(0, 300), /^FILE_DAMAGED/],
    [
      'a zip that says less than it unpacks to',
      zipOf([{ name: 'xl/workbook.xml', content: 'a'.repeat(1_000), said: 10 }]),
      /^FILE_DAMAGED/,
    ],
    [
      'a zip that says more',
      zipOf([{ name: 'xl/workbook.xml', content: 'a', said: 4_000_000_000 }]),
      /^FILE_UNPACKS_TOO_LARGE: .*32 MB/,
    ],
    [
      'a zip bomb',
      workbookWith(sheetOf(''), [{ name: 'xl/bomb.xml', content: Buffer.alloc(41 * 1024 * 1024, ' ') }]),
      /^FILE_UNPACKS_TOO_LARGE/,
    ],
    [
      'a bomb that lies',
      workbookWith(sheetOf(''), [
        { name: 'xl/bomb.xml', content: Buffer.alloc(41 * 1024 * 1024, ' '), said: 5 },
      ]),
      /^FILE_UNPACKS_TOO_LARGE/,
    ],
    [
      'thousands of parts',
      zipOf(Array.from({ length: 300 }, (_, index) => ({ name: `xl/${index}.xml`, content: '' }))),
      /^FILE_UNPACKS_TOO_LARGE/,
    ],
    ['broken XML', workbookWith('<worksheet><sheetData><row r="1"><c'), /^FILE_DAMAGED|^FILE_EMPTY/],
    [
      'an external entity',
      workbookWith(
        `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>${sheetOf(cell('A1', '<v>&x;</v>'))}`,
      ),
      /^FILE_ENTITIES/,
    ],
    [
      'a formula in a workbook',
      workbookWith(sheetOf(cell('C7', '<f>HYPERLINK("http://x")</f><v>1</v>'))),
      /^FILE_FORMULA: In rij 7, kolom C/,
    ],
    [
      'a tag that never ends',
      workbookWith(`<worksheet><sheetData>${'<c '.repeat(2_000_000)}`),
      /^FILE_DAMAGED/,
    ],
    [
      'a tag with a million addresses',
      workbookWith(sheetOf(`<row><c${' r="A1"'.repeat(1_000_000)}><v>1</v></c></row>`)),
      /^FILE_DAMAGED/,
    ],
    [
      'cells without address',
      workbookWith(sheetOf(`<row>${'<c/>'.repeat(101)}</row>`)),
      /^FILE_TOO_MANY_COLUMNS: Rij 1/,
    ],
    [
      'a million rows',
      workbookWith(sheetOf('<row r="1000000"><c r="A1000000"><v>1</v></c></row>')),
      /^FILE_TOO_MANY_ROWS: .*10000/,
    ],
    [
      'sixteen thousand columns',
      workbookWith(sheetOf(cell('XFD1', '<v>1</v>'))),
      /^FILE_TOO_MANY_COLUMNS: Rij 1/,
    ],
    ['a formula', Buffer.from('Voornaam;Opmerking\nJan;ok\nEva;=1+1\n'), /^FILE_FORMULA: In rij 3, kolom B/],
    ['a command', Buffer.from('Voornaam;Opmerking\nJan;@SUM(1)\n'), /^FILE_FORMULA: In rij 2, kolom B/],
    ['a quote without end', Buffer.from('Voornaam;x\nJan;a\nEva;"b\nc\n'), /^FILE_QUOTE_OPEN: In rij 3/],
    [
      'a million commas',
      Buffer.from(`Voornaam;x\nJan${';'.repeat(1_000_000)}\n`),
      /^FILE_(TOO_MANY_COLUMNS|ROW_TOO_LONG)/,
    ],
    ['many rows', Buffer.from(`Voornaam;x\n${'Jan;a\n'.repeat(10_001)}`), /^FILE_TOO_MANY_ROWS/],
    [
      'a long text',
      Buffer.from(`Voornaam;x\nJan;${'a'.repeat(4_001)}\n`),
      /^FILE_CELL_TOO_LONG: .*rij 2, kolom B/,
    ],
    [
      'a sheet that stands where no sheets stand',
      elsewhere('<row r="1000000"><c r="A1000000"><v>1</v></c></row>'),
      /^FILE_TOO_MANY_ROWS/,
    ],
    ['a formula there', elsewhere(cell('C7', '<f>1+1</f>')), /^FILE_FORMULA: In rij 7, kolom C/],
    [
      'two columns that are called the same',
      Buffer.from('Voornaam;E-mail;Telefoon;Telefoon;;;e-mail\nJan;a;1;2\n'),
      /^FILE_HEADER_TWICE: In rij 1 heten de kolommen B en G allebei e-mail/,
    ],
    ['__proto__', Buffer.from('Voornaam;Achternaam;__proto__\nJan;Wit;x\n'), /^FILE_BAD_HEADER: .*kolom C/],
  ])('%s', async (_name, bytes, sentence) => {
    expect(await refusal(bytes)).toMatch(sentence);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });
});
