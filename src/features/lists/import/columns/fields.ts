/** What a column of a list can say. */
export const FIELDS = {
  NAME: 'The whole name: `Jan van den Berg` or `Berg, Jan van den`.',
  GIVEN_NAME: 'Given name.',
  INFIX: 'Infix, such as `van den`.',
  FAMILY_NAME: 'Family name without infix.',
  EMAIL: 'Email address.',
  PHONE: 'Telephone number. Of several columns the first that has one counts.',
  MUNICIPALITY: 'Municipality of residence, or those in which a network works, by their names.',
  PERSPECTIVE: 'As what they speak: parent, young person or professional.',
  LANGUAGE: 'Preferred language, by its name or code.',
  NOTE: 'Note. Several columns are put below each other.',
  SCHOOL_STAGE: 'Type of education.',
  YEAR_LEVEL: 'Year of the stage, such as `7`, `Groep 7` or `2 havo`.',
  SCHOOL_YEAR: 'School year to which the year applies.',
  NETWORK: 'The network, by its name.',
  MEMBER_SINCE: 'First day of the membership.',
  SECTOR: 'Sectors that a network is concerned with, such as `basisonderwijs` or `VO`.',
  THEME: 'Themes of a network, by their names. Several columns may hold it.',
  SUPPORT: 'Organisations that support a network, by their names. Several columns may hold it.',
  ACTIVE_SINCE: 'First day on which a network was active; of one that is on record it is not looked at.',
  TREKKER_SINCE: 'First day on which somebody leads the network.',
  DAY: 'Day of an activity; one that is still to come is planned.',
  ACTIVITY_KIND: 'Kind of activity, such as `bijeenkomst` or `café`.',
  TITLE: 'Title of an activity.',
  ATTENDANCE: 'How many people attended.',
  BODY: 'The body, by its name.',
  BODY_KIND: 'Kind of body, such as `adviesraad`; where it is left out, the name of the body says it.',
  ORGANISATION: 'Organisations that a body belongs to or advises, by their names.',
  SEAT: 'Title of the seat.',
  CONSTITUENCY: 'On whose behalf the holder of a seat speaks.',
  TERM_FROM: 'First day of the term.',
  TERM_UNTIL: 'Last day of the term.',
  TERM: 'Which term of theirs it is, such as `2`.',
} as const;
export type Field = keyof typeof FIELDS;

export type ImportKind = 'ACTIVITIES' | 'BODIES_AND_SEATS' | 'MEMBERS' | 'NETWORKS' | 'PEOPLE';

/** The fields that a list of a kind can have. */
const OF_PERSON = ['NAME', 'GIVEN_NAME', 'INFIX', 'FAMILY_NAME', 'EMAIL', 'PHONE'] as const;
const OF_PEOPLE = [
  ...OF_PERSON,
  'MUNICIPALITY',
  'PERSPECTIVE',
  'LANGUAGE',
  'NOTE',
  'SCHOOL_STAGE',
  'YEAR_LEVEL',
  'SCHOOL_YEAR',
] as const;

export const FIELDS_OF: Readonly<Record<ImportKind, readonly Field[]>> = {
  PEOPLE: OF_PEOPLE,
  MEMBERS: [...OF_PEOPLE, 'NETWORK', 'MEMBER_SINCE'],
  NETWORKS: [
    ...OF_PERSON,
    'NETWORK',
    'SECTOR',
    'THEME',
    'MUNICIPALITY',
    'SUPPORT',
    'ACTIVE_SINCE',
    'TREKKER_SINCE',
  ],
  ACTIVITIES: ['NETWORK', 'DAY', 'ACTIVITY_KIND', 'TITLE', 'ATTENDANCE'],
  BODIES_AND_SEATS: [
    ...OF_PERSON,
    'PERSPECTIVE',
    'BODY',
    'BODY_KIND',
    'ORGANISATION',
    'SEAT',
    'CONSTITUENCY',
    'TERM_FROM',
    'TERM_UNTIL',
    'TERM',
  ],
};

export function isOfKind(field: Field, kind: ImportKind): boolean {
  return FIELDS_OF[kind].includes(field);
}

/** A name without accents, capitals and signs, as names are compared: `E-Mail (privé)` is `e mail prive`. */
export function folded(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
