import type { Locale } from '../../../kernel/messages.js';

/**
 * The rules by which matches for a seat are judged, all in these tables. A HARD requirement that is not met blocks; a
 * PREFERRED one that is met adds its points. Stops block whatever the seat asks. The rest counts for every seat. A
 * match says how a person fits a seat, and is no judgement of a parent; children's data and health are no part of it.
 */

/** Increased whenever a rule or its points change; stored with every shortlist. */
export const MATCH_RULE_VERSION = 2;

/** Invitations and seats beyond this number no longer count. */
export const COUNTED_AT_MOST = 5;

export type Sentences = Readonly<Record<Locale, string>>;

interface RequirementRule {
  /** the kind of requirement */
  readonly code: 'THEME' | 'DOMAIN' | 'LEVEL' | 'TRAINING' | 'REGION' | 'LANGUAGE' | 'DAY_PART';
  /** when PREFERRED and met */
  readonly points: number;
  readonly about: Sentences;
  readonly met: Sentences;
  readonly missing: Sentences;
  readonly unknown: Sentences;
}

/** `%` is what the seat asks for, in words. */
export const REQUIREMENT_RULES: readonly RequirementRule[] = [
  {
    code: 'THEME',
    points: 10,
    about: {
      nl: 'Ervaring met een thema of met een thema daaronder.',
      en: 'Experience with a theme or with one below it.',
    },
    met: { nl: 'Heeft ervaring met: %.', en: 'Has experience with: %.' },
    missing: { nl: 'Mist ervaring met: %.', en: 'Misses experience with: %.' },
    unknown: { nl: 'Ervaring met % is niet bekend.', en: 'Experience with % is not known.' },
  },
  {
    code: 'LEVEL',
    points: 8,
    about: {
      nl: 'Ervaring op een niveau: rond het kind, in projecten of in beleid.',
      en: 'Experience at a level: around the child, in projects, or in policy.',
    },
    met: { nl: 'Denkt mee op niveau: %.', en: 'Works at the level: %.' },
    missing: { nl: 'Denkt niet mee op niveau: %.', en: 'Does not work at the level: %.' },
    unknown: { nl: 'Of het niveau % past, is niet bekend.', en: 'Whether the level % fits is not known.' },
  },
  {
    code: 'TRAINING',
    points: 8,
    about: { nl: 'Een training die vandaag geldig is.', en: 'A training that is valid today.' },
    met: { nl: 'Heeft een geldige training: %.', en: 'Has a valid training: %.' },
    missing: { nl: 'Mist een geldige training: %.', en: 'Misses a valid training: %.' },
    unknown: { nl: 'Training % is niet bekend.', en: 'Training % is not known.' },
  },
  {
    code: 'DOMAIN',
    points: 6,
    about: { nl: 'Ervaring in onderwijs, zorg of jeugd.', en: 'Experience in onderwijs, zorg or jeugd.' },
    met: { nl: 'Kent het domein: %.', en: 'Knows the domain: %.' },
    missing: { nl: 'Kent het domein niet: %.', en: 'Does not know the domain: %.' },
    unknown: { nl: 'Of het domein % past, is niet bekend.', en: 'Whether the domain % fits is not known.' },
  },
  {
    code: 'REGION',
    points: 5,
    about: { nl: 'Wonen in een regio.', en: 'A home in a region.' },
    met: { nl: 'Woont in: %.', en: 'Lives in: %.' },
    missing: { nl: 'Woont niet in: %.', en: 'Does not live in: %.' },
    unknown: { nl: 'Woonregio is niet bekend: %.', en: 'Home region is not known: %.' },
  },
  {
    code: 'LANGUAGE',
    points: 5,
    about: { nl: 'Een taal.', en: 'A language.' },
    met: { nl: 'Spreekt de taal: %.', en: 'Speaks the language: %.' },
    missing: { nl: 'Spreekt de taal niet: %.', en: 'Does not speak the language: %.' },
    unknown: { nl: 'Of de taal % past, is niet bekend.', en: 'Whether the language % fits is not known.' },
  },
  {
    code: 'DAY_PART',
    points: 4,
    about: { nl: 'Een deel van de dag of week.', en: 'A part of the day or week.' },
    met: { nl: 'Kan op: %.', en: 'Can come in the: %.' },
    missing: { nl: 'Kan niet op: %.', en: 'Cannot come in the: %.' },
    unknown: { nl: 'Of % past, is niet bekend.', en: 'Whether the % fits is not known.' },
  },
];

interface StopRule extends Sentences {
  readonly code: 'NOT_FOR_SEATS' | 'PAUSED' | 'MAX_SEATS' | 'INCOMPATIBLE' | 'IN_COOLDOWN';
  readonly about: Sentences;
}

export const STOP_RULES: readonly StopRule[] = [
  {
    code: 'NOT_FOR_SEATS',
    about: { nl: 'Wil geen zetel.', en: 'They do not wish to take a seat.' },
    nl: 'Wil zich niet inzetten op een zetel.',
    en: 'Does not wish to take a seat.',
  },
  {
    code: 'PAUSED',
    about: { nl: 'Heeft een pauze.', en: 'They paused.' },
    nl: 'Heeft een pauze.',
    en: 'Has paused.',
  },
  {
    code: 'MAX_SEATS',
    about: { nl: 'Heeft al zo veel zetels als zij of hij wil.', en: 'They hold as many seats as they want.' },
    nl: 'Heeft al zo veel zetels als zij of hij wil.',
    en: 'Holds as many seats as they want already.',
  },
  {
    code: 'INCOMPATIBLE',
    about: {
      nl: 'Heeft een functie die volgens het reglement niet samengaat met het orgaan.',
      en: 'Something they do is incompatible with the body, by its reglement.',
    },
    nl: 'Heeft een functie die volgens het reglement niet samengaat met dit orgaan.',
    en: 'Has a function that the reglement of this body does not allow.',
  },
  {
    code: 'IN_COOLDOWN',
    about: {
      nl: 'Zei het afgelopen halfjaar nee tegen dit orgaan.',
      en: 'They said no to this body in the last six months.',
    },
    nl: 'Zei het afgelopen halfjaar nee tegen dit orgaan.',
    en: 'Said no to this body in the last six months.',
  },
];

interface StatementRule {
  readonly code: 'BRINGS_OTHERS_EXPERIENCE' | 'CONNECTS_WITH_PROFESSIONALS';
  /** if it applies */
  readonly points: number;
  readonly about: Sentences;
  readonly column: 'brings_others_experience' | 'connects_with_professionals';
  readonly met: Sentences;
  readonly missing: Sentences;
  readonly unknown: Sentences;
}

export const STATEMENT_RULES: readonly StatementRule[] = [
  {
    code: 'BRINGS_OTHERS_EXPERIENCE',
    points: 10,
    about: {
      nl: 'Brengt ook de ervaring van andere ouders in.',
      en: 'Brings the experience of other parents too.',
    },
    column: 'brings_others_experience',
    met: {
      nl: 'Brengt ook de ervaring van andere ouders in.',
      en: 'Brings the experience of other parents too.',
    },
    missing: { nl: 'Spreekt vooral vanuit eigen ervaring.', en: 'Speaks mainly from own experience.' },
    unknown: {
      nl: 'Of zij of hij ook de ervaring van andere ouders inbrengt, is niet bekend.',
      en: 'Whether they bring the experience of other parents too is not known.',
    },
  },
  {
    code: 'CONNECTS_WITH_PROFESSIONALS',
    points: 10,
    about: { nl: 'Sluit aan bij de professionele context.', en: 'Connects with the professional context.' },
    column: 'connects_with_professionals',
    met: {
      nl: 'Sluit aan bij de professionele context.',
      en: 'Connects with the professional context.',
    },
    missing: {
      nl: 'Sluit nog niet aan bij de professionele context.',
      en: 'Does not connect with the professional context yet.',
    },
    unknown: {
      nl: 'Of zij of hij aansluit bij de professionele context, is niet bekend.',
      en: 'Whether they connect with the professional context is not known.',
    },
  },
];

interface FairnessRule {
  readonly code: 'SEATS_HELD' | 'ASKED_LATELY';
  /** each, and at most `COUNTED_AT_MOST` times */
  readonly points: number;
  readonly about: Sentences;
  readonly none: Sentences;
  /** `%` is the number */
  readonly some: Sentences;
}

/** Spreads the work: MET if nothing counts against inviting them. */
export const FAIRNESS_RULES: readonly FairnessRule[] = [
  {
    code: 'SEATS_HELD',
    points: -6,
    about: {
      nl: 'Elke zetel die zij of hij nu heeft, waar dan ook.',
      en: 'Each seat that they hold today, wherever.',
    },
    none: { nl: 'Heeft nu geen zetel.', en: 'Holds no seat now.' },
    some: { nl: 'Zetels die zij of hij nu heeft: %.', en: 'Seats that they hold now: %.' },
  },
  {
    code: 'ASKED_LATELY',
    points: -4,
    about: {
      nl: 'Elke keer dat zij of hij het afgelopen halfjaar voor een zetel is gevraagd, door wie dan ook.',
      en: 'Each time that they were asked for a seat in the last six months, by whomever.',
    },
    none: { nl: 'Is het afgelopen halfjaar niet gevraagd.', en: 'Was not asked in the last six months.' },
    some: {
      nl: 'Keer gevraagd in het afgelopen halfjaar: %.',
      en: 'Times asked in the last six months: %.',
    },
  },
];
