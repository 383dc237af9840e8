import fc from 'fast-check';
import { HOSTILE, readsOnce } from '../../testing/hostile-texts.js';
import { holdsBsn } from './bsn.js';

const nineDigits = fc.array(fc.nat(9), { minLength: 9, maxLength: 9 });
const isBsn = (digits: readonly number[]) => {
  const sum = digits.reduce((total, digit, index) => total + digit * (index === 8 ? -1 : 9 - index), 0);
  return digits.some((digit) => digit > 0) && sum % 11 === 0;
};
/** Eight digits, and the one that makes them pass. Two zeros in front are the start of a foreign telephone number. */
const bsn = fc
  .array(fc.nat(9), { minLength: 8, maxLength: 8 })
  .map((digits) => [...digits, digits.reduce((sum, digit, index) => sum + digit * (9 - index), 0) % 11])
  .filter((digits) => digits[8]! < 10 && isBsn(digits) && digits[0]! + digits[1]! > 0);

const SEPARATORS = [
  ...[' ', '.', '-', '/', ',', ':', ';', '_', '|', '*', '+', '·', '•', '…', '~', '=', '\\', "'", '’', '→'],
  ...['–', '—', '‑', '−', '\u00ad-', '\u00a0', '\u202f', '\u2009', '\u3000', '．', '－', '、', '\t', '\n'],
  ...['\r\n', '\u2028', '\u0085', ' - ', ' – ', ', ', '. ', ' / ', ') (', '\u200b \u200b', '🙂', '\u2800'],
];
const UNSEEN = [
  '\u200b',
  '\u200c',
  '\u200d',
  '\u2060',
  '\ufeff',
  '\u00ad',
  '\u200f',
  '\u034f',
  '\u3164',
  '\ufe0f\u20e3',
];

const of = (...lengths: number[]) => lengths;
const GROUPINGS = [of(9), of(4, 2, 3), of(3, 3, 3)];
const SCRIPTS = [
  '0'.codePointAt(0)!,
  0xff10,
  0x660,
  0x6f0,
  0x966,
  0x9e6,
  0x1040,
  0x1090,
  0x1d7ce,
  0x1d7e2,
  0x1fbf0,
];

function written(
  digits: readonly number[],
  grouping: readonly number[],
  separator: string,
  zero = SCRIPTS[0]!,
) {
  let at = 0;
  return grouping
    .map((length) => digits.slice(at, (at += length)))
    .map((group) => group.map((digit) => String.fromCodePoint(zero + digit)).join(''))
    .join(separator);
}

const around = {
  before: fc.constantFrom(
    '',
    'bsn ',
    'a',
    '  ',
    '€',
    '12 ',
    '2026-07-31 ',
    '1-9-2026 19.30 ',
    '06-12345678, ',
    '(',
  ),
  after: fc.constantFrom('', '.', ' x', 'b', ' 2 kinderen', ', 1-9-2026', '\n19.30', ')', '¹'),
};

test('every BSN, in its groups and with any separator, wherever it stands', () => {
  fc.assert(
    fc.property(
      fc.record({
        digits: bsn,
        grouping: fc.constantFrom(...GROUPINGS),
        separator: fc.constantFrom(...SEPARATORS),
        zero: fc.constantFrom(...SCRIPTS),
        ...around,
      }),
      ({ digits, grouping, separator, zero, before, after }) => {
        expect(holdsBsn(`${before}${written(digits, grouping, separator, zero)}${after}`)).toBe(true);
      },
    ),
    { numRuns: 2_000 },
  );
});

test('what nobody sees hides nothing', () => {
  const unseen = fc.array(fc.constantFrom('', ...UNSEEN), { minLength: 9, maxLength: 9 });
  fc.assert(
    fc.property(bsn, unseen, (digits, between) => {
      expect(holdsBsn(digits.map((digit, index) => `${digit}${between[index]}`).join(''))).toBe(true);
    }),
  );
});

test('nine digits that fail the 11-test are none', () => {
  fc.assert(
    fc.property(nineDigits, fc.constantFrom(...GROUPINGS), (digits, grouping) => {
      expect(holdsBsn(`nr ${written(digits, grouping, ' ')}.`)).toBe(isBsn(digits));
    }),
  );
});

test.each<[boolean, string]>([
  [true, '111222333'],
  [true, '123456782'],
  [true, 'BSN: 111.222.333.'],
  [true, '111–222–333'],
  [true, '1112\u202f22\u202f333'],
  [true, '111-222 333'],
  [true, '1112 22-333'],
  [true, '①①①②②②③③③'],
  [true, '111222333 en 2 kinderen'],
  [true, 'geboren 2010-03-04 111222333'],
  [true, 'bel +31 6 12345678 of 0612345678 111222333'],
  [true, 'bel +31 6 12345678 111 222 333'],
  [true, '2010-03-144'],
  [true, 'BSN-nummer (kind): 1 1 1 2 2 2 3 3 3'],
  [true, 'burgerservicenr. 111222 333'],
  [true, 'sofinummer 1-11222.333'],
  [false, ''],
  [false, '000000000'],
  [false, '111222334'],
  [false, '123456789'],
  [false, '11122233'],
  [false, '1112223330'],
  [false, '0111222333'],
  [false, '111222a333'],
  [false, '111222 333'],
  [false, '1 1 1 2 2 2 3 3 3'],
  [false, 'bsn onbekend, 06-12345678'],
  [false, '+31 111222333'],
  [false, '+31 (0)111 222 333'],
  [false, '0031 111 222 333'],
  [false, '+48 111 222 333'],
  [false, '2026-07-31, 06-12345678, NL00 ABCD 0123 4567 89'],
  [false, '00000000-0000-4000-8000-000111222333'],
  [false, 'Ouderavond 1-9-2026 19.30'],
  [false, 'Schooljaar 2025-2026 2 keer koffie'],
  [false, 'Schooljaar 2010-03 144 ouders'],
  [false, 'Schooljaar 2009-2010 03 144'],
  [false, '1-9-2010 03 144'],
  [false, 'NL26 INGB 0069 9810 14 € 252'],
  [false, 'Dorpsstraat 152 015 152 53 85'],
  [false, '2010-03 144'],
  [false, '1112,22 333,50'],
  [false, '111.222 - 333.000 inwoners'],
])('%s: %s', (expected, text) => expect(holdsBsn(text)).toBe(expected));

const UNITS = ['11111111 x', '111222334 ', '12345678  ', '0 ', '0.0-', '+3', '001 ', 'bsn 1', '\u200b1'];
test.each([...UNITS.map((unit) => [unit, unit.repeat(100_000 / unit.length)]), ...HOSTILE])(
  'a hostile text of %s is read once',
  (_shown, text) => expect(readsOnce(() => holdsBsn(text))).toBe(false),
);
