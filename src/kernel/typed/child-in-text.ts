import { day, isBefore, type PlainDate } from '../clock.js';
import { linesOf } from '../lines.js';
import { withPlainDigits } from './plain-digits.js';

const DATE = [
  String.raw`\d{1,2} ?[-./ ] ?\d{1,2} ?[-./ ] ?(?:\d{4}|'?\d{2})`,
  String.raw`\d{4}[-./]\d{1,2}[-./]\d{1,2}`,
  String.raw`\d{1,2}e? \p{L}{3,9}\.? \d{4}`,
].join('|');
const BIRTH = String.raw`geb(?:\.? ?dat(?:um)?|oren|oorte(?:datum|dag))?|g\. ?d|gd|d\. ?o\. ?b|dob|born|birth(?:date|day)?`;
/** Looked for backwards from the sign behind it: forwards, a word would be read again from each of its capitals. */
const NAME = String.raw`\p{Lu}[\p{L}'’-]*\.?`;

/** A day that is said to be a birth date; and a name with a day in brackets, or behind a star. */
const BORN = new RegExp(
  String.raw`(?<!\p{L})(?:${BIRTH})(?!\p{L})\.?[^\d.;!?]{0,25}(?<!\d)(?<born>${DATE})(?!\d)`,
  'giu',
);
const STARRED = new RegExp(String.raw`\*(?<=${NAME}[ ,(]{0,3}\*) ?(?<born>${DATE})(?!\d)`, 'gu');
const BRACKETED = new RegExp(String.raw`[([](?<=${NAME},? ?[([]) ?(?<born>${DATE}) ?[)\],;]`, 'gu');

const MONTHS = [
  ...['jan', 'feb', 'maa', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'],
  ...['', '', 'mrt', '', 'may', '', '', '', '', 'oct', '', ''],
  ...['', '', 'mar'],
];
/** The youth act ends at 23. */
const OLDEST_YEARS = 23;

/**
 * Whether a text seems to tell when a child was born: somebody who is at most 23 today. A day in brackets counts from
 * a year ago on; meetings have one too.
 */
export function tellsOfChild(text: string, today: PlainDate): boolean {
  if (!/\p{N}/u.test(text)) return false;
  const first = today.subtract({ years: OLDEST_YEARS });
  return linesOf(text).some((line) => {
    const plain = withPlainDigits(line);
    const born = (pattern: RegExp, last: PlainDate) =>
      [...plain.matchAll(pattern)].some(({ groups }) => {
        const on = dayIn(groups!.born!, today);
        return on !== null && !isBefore(on, first) && !isBefore(last, on);
      });
    return born(BORN, today) || born(STARRED, today) || born(BRACKETED, today.subtract({ years: 1 }));
  });
}

/** The day of a date as people write it; null if there is no such day. */
function dayIn(date: string, today: PlainDate): PlainDate | null {
  const [one = '', two = '', three = ''] = date.match(/\d+|\p{L}{3,}/gu) ?? [];
  const [year, month, of] = one.length === 4 ? [one, two, three] : [three, two, one];
  const number = /\d/.test(month)
    ? Number(month)
    : (MONTHS.indexOf(month.slice(0, 3).toLowerCase()) % 12) + 1;
  const parts = [fullYear(year, today), number, Number(of)];
  try {
    return day(parts.map((part) => String(part).padStart(2, '0')).join('-'));
  } catch {
    return null;
  }
}

/** '18 is 2018 as long as that is not in the future. */
function fullYear(year: string, today: PlainDate): number {
  if (year.length > 2) return Number(year);
  const century = today.year - (today.year % 100);
  return century + Number(year) - (century + Number(year) > today.year ? 100 : 0);
}
