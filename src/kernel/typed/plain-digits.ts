/** What nobody sees: joiners, zero-width characters, marks of direction, and what is written over a character. */
const UNSEEN = /[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
/** Whole sentences of Arabic in one sign, which NFKC writes out: 18 characters for one. */
const SENTENCES = /[\ufdfa\ufdfb]/g;
/** Circled, raised or as fractions: numbers of their own, beside the digits. */
const OTHER_NUMBERS = /\p{No}+/gu;
const OTHER_DIGITS = /(?!\d)\p{Nd}/gu;
/** Of any length, and the minus. */
const DASHES = /[\p{Pd}\u2212]/gu;

/** A text as its numbers are read aloud: digits of any script as 0 to 9, dashes as hyphens, white space as single spaces. */
export function withPlainDigits(text: string): string {
  return text
    .replace(UNSEEN, '')
    .replace(SENTENCES, '\u0627')
    .replace(OTHER_NUMBERS, ' $& ')
    .normalize('NFKC')
    .replace(OTHER_DIGITS, plainDigit)
    .replace(/\s+/g, ' ')
    .replace(DASHES, '-');
}

/** Unicode keeps the decimal digits of a script together, from zero to nine. */
function plainDigit(digit: string): string {
  const code = digit.codePointAt(0)!;
  let first = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1;
  return String((code - first) % 10);
}
