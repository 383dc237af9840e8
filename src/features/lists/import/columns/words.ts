import { folded } from './fields.js';

/** What a word in a cell stands for; the first that fits counts, where one is asked for. */
export type Words<Code extends string> = readonly (readonly [RegExp, Code])[];

export const SECTORS = [
  [/\b(?:po|bo|sbo|primair|basis(?:onderwijs|school|scholen)|primary)\b/, 'PO'],
  [/\b(?:vo|vso|voortgezet|middelbare|middelbaar onderwijs|vmbo|havo|vwo|secondary)\b/, 'VO'],
  [/\bmbo\b|\bberoepsonderwijs\b|\bvocational\b/, 'MBO'],
  [/\bjeugd|\byouth\b/, 'JEUGD'],
  [/\bzorg|\bggz\b|\bhealth\b/, 'ZORG'],
] as const satisfies Words<string>;

/** Of which sectors a text speaks that names none of them. */
export const SCHOOLS = /\bonderwijs\b|\bscholen\b|\bthuiszitter|\beducation\b/;

export const ACTIVITY_KINDS = [
  [/caf[eé]|inloop|koffie/, 'CAFE'],
  [/training|cursus|workshop|lezing|voorlicht|informatie|thema ?avond|webinar|course|lecture/, 'TRAINING'],
  [/contact|bezoek|gesprek|telefon|gebeld|belde|visit|\bcall\b/, 'CONTACT'],
  [/bijeenkomst|overleg|vergadering|ouderavond|netwerkavond|bestuur|meeting/, 'MEETING'],
  [/overig|anders|other/, 'OTHER'],
] as const satisfies Words<string>;

export const BODY_KINDS = [
  [/\bopr\b|ondersteuningsplanraad/, 'OPR'],
  [/clientenraad|client council/, 'CLIENTENRAAD'],
  [/ouderraad|parent council/, 'OUDERRAAD'],
  [/klankbord/, 'KLANKBORDGROEP'],
  [/netwerkgroep|netwerktafel/, 'NETWERKGROEP'],
  [/tafel|policy table/, 'BELEIDSTAFEL'],
  [/advies|participatieraad|\basd\b|advisory/, 'ADVIESRAAD'],
] as const satisfies Words<string>;

/** All that a text speaks of, in their order. */
export function wordsIn<Code extends string>(text: string, words: Words<Code>): Code[] {
  const written = folded(text);
  return words.flatMap(([pattern, code]) => (pattern.test(written) ? [code] : []));
}

/**
 * What may be the names in a cell, one way after another: the whole of it, then what stands between signs that names
 * themselves have more and more often.
 */
export function piecesOf(text: string): string[][] {
  return [/[;\n|]/, /[;\n|,]/, /[;\n|,/&+]|\s+en\s+|\s+and\s+/].reduce(
    (ways, separator) => [
      ...ways,
      text
        .split(separator)
        .map((piece) => piece.trim())
        .filter(Boolean),
    ],
    [[text.trim()]],
  );
}
