import { withPlainDigits } from './plain-digits.js';

const BETWEEN = String.raw`[^\p{L}\d]{1,3}`;
const NOT_IN_NUMBERS = String.raw`[^\p{L}\d.,]{1,3}`;
const more = (between: string, least: number, most: number) =>
  String.raw`(?:(?:${between})?\d){${least},${most}}(?!\d)`;

const IN_TELEPHONE = '[ ().\\/-]{1,3}';
const SHAPE = String.raw`\d{3}${BETWEEN}\d{3}${BETWEEN}\d{3}(?!\d)|\d{4}${BETWEEN}\d{2}${BETWEEN}\d{3}(?!\d)`;

/**
 * Numbers of another kind, whose groups and those beside them are no BSN: telephone numbers with the code of their
 * country (nine digits behind that of the Netherlands, at most 15 elsewhere) or of their town, and IBANs.
 */
const OTHERS = new RegExp(
  [
    String.raw`(?:\+|(?<!\d)00(?:${IN_TELEPHONE})?)31(?:${IN_TELEPHONE})?(?:0\)?)?${more(IN_TELEPHONE, 9, 9)}`,
    String.raw`(?:\+|(?<!\d)00(?:${IN_TELEPHONE})?)(?!31)[1-9]${more(IN_TELEPHONE, 8, 14)}`,
    String.raw`(?<!\d)(?!${SHAPE})(?:0[1-57-9]\d\)?[ /-]{1,3}${more(' ', 7, 7)}|0[1-57-9]\d{2}\)?[ /-]{1,3}${more(' ', 6, 6)})`,
    String.raw`(?<![\p{L}\d])[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,3})?(?![\p{L}\d])`,
  ].join('|'),
  'gu',
);

/** What the year of a date, or of a school year, follows. It is matched backwards. */
const BEFORE_YEAR = String.raw`(?<!\d)\d{1,2}\k<date>\d{1,2}(?<date>[-./ ])|\d{4} ?[-/] ?`;

/** Groups with one separator; or with two, where these make no amount, range of years or month of them. */
function groups(first: number, second: number): string {
  const [start, middle] = [String.raw`\d{${first}}`, String.raw`\d{${second}}`];
  const same = `same${first}`;
  return String.raw`${start}(?:(?<${same}>${BETWEEN})${middle}\k<${same}>|(?<!(?:19|20)\d\d)${NOT_IN_NUMBERS}${middle}${NOT_IN_NUMBERS})\d{3}`;
}

/** Nine digits, together or in groups. Two of them may overlap. */
const TOGETHER = new RegExp(
  String.raw`(?<!\d)(?=(?<digits>\d{9}|${groups(3, 3)}|(?<!${BEFORE_YEAR})${groups(4, 2)})(?!\d))`,
  'gu',
);

/** Nine digits that are said to be one, in whatever groups. */
const NAMED = new RegExp(
  String.raw`(?<!\p{L})(?:bsn|burgerservice|sofi)\D{0,20}(?=(?<digits>\d${more(BETWEEN, 8, 8)}))`,
  'giu',
);

/**
 * Whether a text holds what looks like a burgerservicenummer: nine digits that pass its 11-test, in any script, alone
 * or in groups of 4-2-3 or 3-3-3. Groups before and after do not hide it.
 */
export function holdsBsn(text: string): boolean {
  if (!/\p{N}/u.test(text)) return false;
  const plain = withPlainDigits(text);
  const numbers = plain.replace(OTHERS, 'other');
  for (const pattern of [TOGETHER, NAMED]) {
    for (const { groups: found } of numbers.matchAll(pattern)) {
      if (passesElevenTest(found!.digits!.replace(/\D/g, ''))) return true;
    }
  }
  return false;
}

function passesElevenTest(digits: string): boolean {
  if (digits === '000000000') return false;
  const sum = Array.from(digits, Number).reduce(
    (total, digit, index) => total + digit * (index === 8 ? -1 : 9 - index),
    0,
  );
  return sum % 11 === 0;
}
