/** Excel holds 32,767 characters in a cell. */
const LONGEST = 32_000;

/** Including their wide, small and raised forms, which NFKC folds; and the minus sign, which it leaves alone. */
const STARTS_FORMULA = /^[\s\p{Cf}]*[=+\-@\u2212]/u;

/** Text for a cell as a workbook writes it, made harmless by `harmless`. */
export function cellText(text: string): string {
  // a workbook writes `=` as `_x003D_`; here these seven characters are meant literally
  return harmless(text).replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_');
}

/**
 * Text that stays text wherever it goes: what a spreadsheet program could take for a formula when it is retyped,
 * split, or saved as CSV and opened again, gets a leading apostrophe. On one line, without characters that XML does
 * not allow.
 */
export function harmless(text: string): string {
  const plain = text
    .slice(0, LONGEST)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\p{Cs}\p{Noncharacter_Code_Point}]/gu, '')
    .trim();
  return STARTS_FORMULA.test(plain.normalize('NFKC')) ? `'${plain}` : plain;
}
