/** The stages by what lists call them; of a word that is longer the longest counts. */
const STAGES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:vso|voortgezet speciaal(?: onderwijs)?)\b/, 'VSO'],
  [/\b(?:sbo|speciaal basisonderwijs)\b/, 'SBO'],
  [/\b(?:so|speciaal onderwijs)\b/, 'SO'],
  [/\b(?:bo|bao|basisonderwijs|basisschool|primary school)\b/, 'BO'],
  [/\b(?:pro|praktijkonderwijs|praktijkschool)\b/, 'PRO'],
  [/\b(?:vmbo(?: [btgk]+l?)?|mavo)\b/, 'VMBO'],
  [/\bhavo\b/, 'HAVO'],
  [/\b(?:vwo|atheneum|gymnasium)\b/, 'VWO'],
  [/\bmbo ?1\b|\bentree\b/, 'MBO1'],
  [/\bmbo ?2\b/, 'MBO2'],
  [/\bmbo ?3\b/, 'MBO3'],
  [/\bmbo ?4\b/, 'MBO4'],
];

export interface Schooling {
  readonly stage: string | null;
  readonly yearLevel: number | null;
}

/**
 * What one cell says of a school stage and the year in it: `Groep 7`, `7`, `2 havo`, `vmbo-t klas 3`. Null for text that
 * says neither.
 */
export function schoolingIn(written: string): Schooling | null {
  const text = written
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const stage = STAGES.find(([pattern]) => pattern.test(text));
  const rest = stage ? text.replace(stage[0], ' ') : text;
  const years = [...rest.matchAll(/\d+/g)].map(([digits]) => Number(digits));
  if (/^brugklas$/.test(text)) return { stage: null, yearLevel: 1 };
  if (years.length > 1) return null;
  const isGroup = /\b(?:groep|gr)\b/.test(rest);
  const unknown = rest
    .replace(/\b(?:groep|gr|klas|kl|leerjaar|jaar|year|grade|\d{1,2}|e|de|ste)\b/g, '')
    .trim();
  if (unknown !== '') return null;
  const yearLevel = years[0] ?? null;
  if (!stage && yearLevel === null) return null;
  return { stage: stage?.[1] ?? (isGroup ? 'BO' : null), yearLevel };
}
