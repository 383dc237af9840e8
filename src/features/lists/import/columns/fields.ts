/** What a column of a list can say of somebody. */
export const FIELDS = {
  NAME: 'The whole name: `Jan van den Berg` or `Berg, Jan van den`.',
  GIVEN_NAME: 'Given name.',
  INFIX: 'Infix, such as `van den`.',
  FAMILY_NAME: 'Family name without infix.',
  EMAIL: 'Email address.',
  PHONE: 'Telephone number. Of several columns the first that has one counts.',
  MUNICIPALITY: 'Municipality of residence, by its name.',
  PERSPECTIVE: 'As what they speak: parent, young person or professional.',
  LANGUAGE: 'Preferred language, by its name or code.',
  NOTE: 'Note. Several columns are put below each other.',
  SCHOOL_STAGE: 'Type of education.',
  YEAR_LEVEL: 'Year of the stage, such as `7`, `Groep 7` or `2 havo`.',
  SCHOOL_YEAR: 'School year to which the year applies.',
  NETWORK: 'The network that they are a member of, by its name.',
  MEMBER_SINCE: 'First day of the membership.',
} as const;
export type Field = keyof typeof FIELDS;

/** Those of a list of people; a list of members has all. */
const OF_MEMBERS: readonly Field[] = ['NETWORK', 'MEMBER_SINCE'];

export type ImportKind = 'PEOPLE' | 'MEMBERS';

export function isOfKind(field: Field, kind: ImportKind): boolean {
  return kind === 'MEMBERS' || !OF_MEMBERS.includes(field);
}

/** What columns are called, in small letters and without signs. */
const NAMES: Readonly<Record<Field, string>> = {
  NAME: 'naam, volledige naam, naam ouder, naam lid, ouder, contactpersoon, name, full name',
  GIVEN_NAME: 'voornaam, voornamen, roepnaam, voornaam ouder, first name, given name, firstname, forename',
  INFIX:
    'tussenvoegsel, tussenvoegsels, tussenvoegsel s, tussenv, tussen, tussenvgsl, voorvoegsel, voorvoegsels, tv, tvs, vv, infix, prefix',
  FAMILY_NAME:
    'achternaam, familienaam, achternaam ouder, geslachtsnaam, anaam, last name, surname, family name, lastname',
  EMAIL:
    'e mail, email, mail, emailadres, e mailadres, mailadres, e mail adres, email adres, email address, e mail address, mail adres',
  PHONE:
    'telefoon, telefoonnummer, tel, telnr, tel nr, mobiel, mobiele telefoon, mobiel nummer, mobielnummer, gsm, 06, 06 nummer, 06nummer, telefoon mobiel, telefoon thuis, telefoon prive, vast nummer, phone, phone number, mobile, mobile phone, telephone, cell',
  MUNICIPALITY: 'gemeente, woongemeente, gemeente van wonen, municipality',
  PERSPECTIVE: 'perspectief, hoedanigheid, doet mee als, ouder jongere professional, soort lid, perspective',
  LANGUAGE: 'taal, voorkeurstaal, moedertaal, spreektaal, language, preferred language',
  NOTE: 'opmerking, opmerkingen, notitie, notities, bijzonderheden, toelichting, aantekening, aantekeningen, memo, note, notes, remarks, comment, comments',
  SCHOOL_STAGE:
    'schooltype, soort onderwijs, onderwijs, onderwijssoort, onderwijstype, type onderwijs, schoolsoort, soort school, niveau, stage, school type, type of education',
  YEAR_LEVEL: 'groep, klas, leerjaar, groep klas, groep of klas, jaar, year level, grade, year',
  SCHOOL_YEAR: 'schooljaar, school jaar, school year',
  NETWORK: 'netwerk, oudernetwerk, lid van, network, ouder netwerk',
  MEMBER_SINCE:
    'lid sinds, lid vanaf, sinds, lid per, startdatum, begindatum, aanmelddatum, datum aanmelding, ingangsdatum, member since, since, start date, joined',
};

const BY_NAME: ReadonlyMap<string, Field> = new Map(
  Object.entries(NAMES).flatMap(([field, names]) => names.split(', ').map((name) => [name, field as Field])),
);

/** Columns about a child, or a number that nobody may keep: what stands in them is not taken in at all. */
const OF_CHILD =
  /\bkind(?:eren)?\b|\bzoon\b|\bdochter\b|\bchild|\bleerling|geboorte|\bgeb\b|\bdate of birth\b|\bbsn\b|burgerservice|sofi|diagnos|\bleeftijd\b|zorgvraag|beperking/;

/** A name without accents, capitals and signs, as names are compared: `E-Mail (privé)` is `e mail prive`. */
export function folded(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The field that a column of this name holds; null if it has none of ours. */
function fieldNamed(name: string): Field | null {
  const written = folded(name);
  return (
    BY_NAME.get(written) ?? BY_NAME.get(written.replace(/\b(?:prive|1|ouder|lid)\b/g, '').trim()) ?? null
  );
}

/** Whether what stands in the column must not be kept, whatever somebody wants. */
export function isOfChild(name: string): boolean {
  return OF_CHILD.test(folded(name));
}

export function isKnownColumn(name: string): boolean {
  return fieldNamed(name) !== null || isOfChild(name);
}

/** Which field each column holds, in their order; null for one that is left out. */
export type Mapping = readonly (Field | null)[];

/** Two columns may hold these. */
const SEVERAL: readonly Field[] = ['PHONE', 'NOTE'];

/** A proposal for columns of these names. `kept`: what this region said of names before. */
export function proposedMapping(
  columns: readonly string[],
  kind: ImportKind,
  kept: Readonly<Record<string, Field | null>> = {},
): Mapping {
  const wanted = columns.map((name): Field | null => {
    if (isOfChild(name)) return null;
    const known = Object.hasOwn(kept, keyOf(name)) ? kept[keyOf(name)]! : fieldNamed(name);
    return known && isOfKind(known, kind) ? known : null;
  });
  // beside `Voornaam`, `Naam` is the rest of it
  const whole = wanted.indexOf('NAME');
  if (whole >= 0 && wanted.includes('FAMILY_NAME')) wanted[whole] = null;
  else if (whole >= 0 && wanted.includes('GIVEN_NAME')) wanted[whole] = 'FAMILY_NAME';
  return wanted.map((field, index) =>
    field && (SEVERAL.includes(field) || wanted.indexOf(field) === index) ? field : null,
  );
}

/** By what a region remembers how a column is called. */
export function keyOf(name: string): string {
  return folded(name).slice(0, 100);
}

/** The field that stands in two columns though it is one; null if there is none. */
export function takenTwice(mapping: Mapping): Field | null {
  return (
    mapping.find((field, index) => field && !SEVERAL.includes(field) && mapping.indexOf(field) !== index) ??
    null
  );
}
