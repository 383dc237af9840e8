import { readCsvTable } from './csv-table.js';

function read(text: string) {
  return readCsvTable(Buffer.from(text), ['code', 'name']);
}

test('reads cells by the name of their column, in any order, and knows the line a row begins on', () => {
  const { rows, findings } = read('name,code\nEen,1\n\n"Twee\nregels",2\n Drie ,3\n');
  expect(findings).toEqual([]);
  expect(rows).toEqual([
    { line: 2, values: { code: '1', name: 'Een' } },
    { line: 4, values: { code: '2', name: 'Twee\nregels' } },
    { line: 6, values: { code: '3', name: 'Drie' } },
  ]);
});

test('a byte order mark and Windows line ends make no difference', () => {
  const { rows, findings } = read('\ufeffcode,name\r\n1,"Een\r\ntwee"\r\n2,Sûdwest\r\n');
  expect(findings).toEqual([]);
  expect(rows.map(({ line, values }) => [line, values.name])).toEqual([
    [2, 'Een\ntwee'],
    [4, 'Sûdwest'],
  ]);
});

test.each([
  ['', 1, null, 'is empty'],
  ['code,name\n', null, null, 'has no rows'],
  ['code\n1\n', 1, 'name', 'is missing'],
  ['code,name,naam\n1,a,b\n', 1, 'naam', 'is a column we do not know'],
  ['code,name,name\n1,a,b\n', 1, 'name', 'stands in the header twice'],
  ['code,name\n1,a\n2\n3,c\n', 3, null, 'has 1 cells, the header has 2'],
  ['code,name\n1,a\n2,b,c\n', 3, null, 'has 3 cells, the header has 2'],
  ['code,name\n1,a\n2,"b\n3,c\n4,d\n', 3, null, 'is no CSV: CSV_QUOTE_NOT_CLOSED'],
  ['code,name\n1,a\n2,b"b"\n', 3, null, 'is no CSV: INVALID_OPENING_QUOTE'],
])('%j is refused on line %s', (text, line, column, reason) => {
  expect(read(text).findings).toEqual([{ line, column, value: null, reason }]);
});

test('bytes that are no UTF-8 are refused on their line', () => {
  const latin1 = Buffer.from('code,name\n1,Een\n2,Sûdwest\n', 'latin1');
  const { rows, findings } = readCsvTable(latin1, ['code', 'name']);
  expect(rows).toEqual([]);
  expect(findings).toEqual([{ line: 3, column: null, value: null, reason: 'is not UTF-8' }]);
});
