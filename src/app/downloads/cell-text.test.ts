import { cellText } from './cell-text.js';

test.each([
  ['=HYPERLINK("http://x","y")', `'=HYPERLINK("http://x","y")`],
  ['+1', "'+1"],
  ['-1+1', "'-1+1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1+1', "'=1+1"],
  ['\r=1+1', "'=1+1"],
  ['  =1+1', "'=1+1"],
  ['\u200b=1+1', "'\u200b=1+1"],
  ['＝1+1', "'＝1+1"],
  ['＋1', "'＋1"],
  ['－1', "'－1"],
  ['＠SUM(A1)', "'＠SUM(A1)"],
  ['﹣1', "'﹣1"],
  ['\u22121', "'\u22121"],
])('%j is nothing to work out', (written, kept) => {
  expect(cellText(written)).toBe(kept);
});

test.each([
  ['Zetel van ouders', 'Zetel van ouders'],
  ['Ouders (VO) = samen', 'Ouders (VO) = samen'],
  ['Zetel 1-2', 'Zetel 1-2'],
  ["'t Hart", "'t Hart"],
  ['"Zij" & <hij>', '"Zij" & <hij>'],
  ['Zetel 👩‍👧', 'Zetel 👩‍👧'],
  ['eerste\r\ntweede\tderde', 'eerste tweede derde'],
  ['a\u0000b\u001bc\u2028d', 'a b c d'],
  ['half \ud83d teken\uffff', 'half  teken'],
])('%j is %j in a cell', (written, kept) => {
  expect(cellText(written)).toBe(kept);
});

test('what a workbook would read as a character by its number is read as it was written', () => {
  expect(cellText('_x003D_1+1')).toBe('_x005F_x003D_1+1');
  expect(cellText('snake_x_case')).toBe('snake_x_case');
});

test('a cell holds no more than Excel can keep', () => {
  expect(cellText('a'.repeat(40_000))).toHaveLength(32_000);
});
