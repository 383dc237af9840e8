import fc from 'fast-check';
import { holdsBsn } from './bsn.js';

const from = (...texts: string[]) => fc.constantFrom(...texts);
const number = (min: number, max: number) => fc.integer({ min, max }).map(String);
const two = (min: number, max: number) => number(min, max).map((text) => text.padStart(2, '0'));
const digits = (length: number) =>
  fc.array(fc.nat(9), { minLength: length, maxLength: length }).map((all) => all.join(''));
/** Its `#`s are random digits, and its `@`s start the code of a town. */
const pattern = (...patterns: string[]) =>
  fc.tuple(from(...patterns), digits(20)).map(([text, all]) =>
    Array.from(text, (sign, at) => {
      if (sign === '#') return all[at % 20];
      return sign === '@' ? '1234578'[Number(all[at % 20]) % 7] : sign;
    }).join(''),
  );
const joined = (...parts: fc.Arbitrary<string>[]) => fc.tuple(...parts).map((all) => all.join(''));
const sameTwice = (separators: string[], ...parts: fc.Arbitrary<string>[]) =>
  fc.tuple(from(...separators), fc.tuple(...parts)).map(([separator, all]) => all.join(separator));

const year = number(1990, 2036);
const day = fc.oneof(
  sameTwice(['-', '/', '.', '–', ' - '], number(1, 31), number(1, 12), year),
  sameTwice(['-', '/', '.', '‑'], two(1, 31), two(1, 12), year),
  sameTwice(['-', '/', '.'], number(1, 31), number(1, 12), two(0, 36)),
  sameTwice(['-', '/'], number(1, 31), number(1, 12)),
  sameTwice(['-'], year, two(1, 12), two(1, 31)),
  sameTwice(['-', '/'], year, two(1, 12)),
  joined(number(1, 31), from(' september ', ' mrt. ', ' maart '), year),
);
const clock = sameTwice(['.', ':'], number(0, 23), two(0, 59));
const time = fc.oneof(
  clock,
  joined(clock, from(' uur', 'u', ' u.', '')),
  joined(clock, from(' - ', '-', '–', ' tot ', '/'), clock),
  joined(number(7, 22), from('-', ' - '), number(7, 22), from(' uur', ' u')),
  joined(clock, from(':00', ':30')),
);
const schoolYear = fc
  .integer({ min: 1990, max: 2036 })
  .chain((first) =>
    from('-', '/', '–').chain((separator) =>
      from(`${first + 1}`, `${first + 1}`.slice(2)).map((second) => `${first}${separator}${second}`),
    ),
  );
const telephone = fc.oneof(
  pattern('06-########', '06 ########', '06 ## ## ## ##', '06-#### ####', '0@########', '06 12 34 56 78'),
  pattern('0@#-#######', '0@# ### ## ##', '0@# ### ####', '(0@#) ### ## ##', '0@##-######', '0@## ## ## ##'),
  pattern('+316########', '+31 6 ########', '+31 6 ## ## ## ##', '+31 (0)6 #### ####', '0031 6 ########'),
  pattern('+31 6 ### ### ##', '+31 ### ### ###', '+31 20 ### ####', '+31-6-########', '0031 20 ### ####'),
  pattern('+32 4## ## ## ##', '+32 4## ### ###', '+48 ### ### ###', '+49 1## ### ### ##', '0049 1## #######'),
  pattern(
    '0800-####',
    '0800 ### ## ##',
    '0900-#######',
    '088 ### ## ##',
    '088-### ####',
    'bel 14 0##',
    'bel 14 0###',
  ),
);
const amount = fc.oneof(
  pattern('€ ###', '€ #.###,##', '€ ##.###', '€ ###.###', '€ ###,-', '€###,##', '€ #.###.###', '#.### euro'),
  pattern('€ ##,## - € ###,##', 'EUR ####,##', '€ #### ', '###,50 euro', '€ ###.### - € ###.###', '€ #,##'),
);
const count = fc.oneof(
  number(0, 999),
  number(0, 99),
  number(1000, 9999),
  pattern('##.###', '###.###', '##%', '±##'),
);
const place = fc.oneof(
  pattern(
    '3### AB #',
    '3###AB ##',
    '3### AB ###',
    '3### AB ##-#',
    'Dorpsstraat ###',
    'Kade 1-#',
    'lokaal #.##',
  ),
  pattern(
    'NL## ABNA 0### #### ##',
    'NL##INGB##########',
    'BE## #### #### ####',
    'KvK ########',
    'week ##',
    'groep #',
  ),
);
const word = from(
  'Ouderavond',
  'Schooljaar',
  'keer koffie',
  'ouders',
  'gezinnen',
  'tot',
  'bel',
  'kosten',
  'om',
  'en',
);
const between = from(' ', ' ', ' ', ', ', ' - ', ': ', ' (', '\n', '; ', ' / ', ' – ', '. ');

const value = fc.oneof(
  day,
  time,
  schoolYear,
  telephone,
  amount,
  place,
  joined(count, from(' ouders', ' x', ' keer')),
);
const line = fc
  .array(fc.tuple(fc.oneof(value, joined(word, from(' '), value), word), between), {
    minLength: 1,
    maxLength: 8,
  })
  .map((parts) => parts.flat().join(''));

test('days, times, school years, telephone numbers, amounts and counts in any order hold no BSN', () => {
  fc.assert(
    fc.property(line, (text) => expect(holdsBsn(text)).toBe(false)),
    { numRuns: 2_000 },
  );
});
