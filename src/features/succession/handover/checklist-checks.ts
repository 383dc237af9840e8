import type { Checks } from '../../../kernel/checks.js';

interface Labels {
  readonly key: string;
  readonly labelNl: string;
  readonly labelEn?: string | null;
}

/** A name for programs and labels for people; the English label defaults to the Dutch one. */
export function checkLabels(
  checks: Checks,
  given: Labels,
  path: readonly string[],
): Required<Labels> & { labelEn: string } {
  const key = given.key.trim();
  if (!/^[A-Z][A-Z0-9_]{0,39}$/.test(key)) checks.refuse('BAD_KEY', [...path, 'key']);
  const labelNl = checks.text(given.labelNl, [...path, 'labelNl'], 200);
  const labelEn = checks.optionalText(given.labelEn, [...path, 'labelEn'], 200) ?? labelNl;
  return { key, labelNl, labelEn };
}
