/** Excel holds 32,767 characters in a cell. */
const LONGEST = 32_000;

/** Also as NFKC makes them of their wide, small and raised forms; and the minus sign, which it leaves alone. */
const STARTS_FORMULA = /^[\s\p{Cf}]*[=+\-@\u2212]/u;

/** Text for a cell, see `harmless`, as a workbook writes it. */
export function cellText(text: string): string {
  // `_x003D_` is how a workbook writes a `=`: it is to be read as these seven characters
  return harmless(text).replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_');
}

/**
 * Text that stays text wherever it goes: what a spreadsheet program could take for a formula, when it is typed over,
 * split, or saved as CSV and opened again, gets an apostrophe before it. On one line, with nothing that XML does not
 * allow.
 */
export function harmless(text: string): string {
  const plain = text
    .slice(0, LONGEST)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\p{Cs}\p{Noncharacter_Code_Point}]/gu, '')
    .trim();
  return STARTS_FORMULA.test(plain.normalize('NFKC')) ? `'${plain}` : plain;
}
