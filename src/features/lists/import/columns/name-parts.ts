export interface NameParts {
  readonly givenName: string;
  readonly infix: string | null;
  readonly familyName: string;
}

/** Words before a family name by which nobody sorts. */
const INFIXES = new Set(
  (
    "van, de, der, den, ter, te, ten, het, 't, ‘t, ’t, 's, ’s, in, op, aan, bij, voor, onder, over, uit, tot, von, vom, zu, zum, zur, " +
    "am, di, da, du, des, dos, das, del, della, d', d’, v, v., d., v.d., vd, v/d"
  ).split(', '),
);

/** Words with which a family name begins that is sorted by them. */
const FAMILY_STARTS = /^(?:el|al|aït|ait|ben|bel|bou|abou|abu|ould|mac|mc|o')$/i;

const isInfix = (word: string) => INFIXES.has(word.toLowerCase());

/**
 * The parts of a name in one cell: `Jan van den Berg`, or `Berg, Jan van den`. Null where it has no two parts, as `Fam.
 * Jansen` and `Jan` have not.
 */
export function namePartsOf(written: string): NameParts | null {
  const text = written.replace(/\s+/g, ' ').trim();
  if (/^(?:fam(?:ilie)?\b|gezin\b|mevr?\b|dhr\b)/i.test(text)) return titled(text);
  const comma = text.indexOf(',');
  return comma < 0 ? inOrder(text.split(' ')) : sorted(text.slice(0, comma), text.slice(comma + 1));
}

/** A title says nothing about the name, but that of a family is no given name. */
function titled(text: string): NameParts | null {
  const [, rest] = /^(?:mevr?(?:ouw)?|dhr|de heer)\.?\s+(.+)$/i.exec(text) ?? [];
  return rest === undefined ? null : namePartsOf(rest);
}

function inOrder(words: readonly string[]): NameParts | null {
  if (words.length < 2) return null;
  const first = words.findIndex((word, index) => index > 0 && index < words.length - 1 && isInfix(word));
  // without infix, the last word is the family name, with what it begins with
  const start = words.findIndex((word, index) => index > 0 && FAMILY_STARTS.test(word));
  const last = start > 0 && start < words.length - 1 ? start : words.length - 1;
  if (first < 0) return parts(words.slice(0, last), [], words.slice(last));
  const after = words.findIndex((word, index) => index > first && !isInfix(word));
  if (after < 0) return parts(words.slice(0, first), words.slice(first, -1), words.slice(-1));
  return parts(words.slice(0, first), words.slice(first, after), words.slice(after));
}

/** `Berg, Jan van den`; `van den Berg, Jan` as well. */
function sorted(family: string, given: string): NameParts | null {
  const [before, after] = [family, given].map((part) => part.trim().split(' ').filter(Boolean)) as [
    string[],
    string[],
  ];
  const start = before.findIndex((word) => !isInfix(word));
  if (start < 0 || after.length === 0) return null;
  const end = after.findLastIndex((word) => !isInfix(word)) + 1;
  return parts(after.slice(0, end), [...after.slice(end), ...before.slice(0, start)], before.slice(start));
}

function parts(
  given: readonly string[],
  infix: readonly string[],
  family: readonly string[],
): NameParts | null {
  if (given.length === 0 || family.length === 0) return null;
  return { givenName: given.join(' '), infix: infix.join(' ') || null, familyName: family.join(' ') };
}
