import { SEAT_MESSAGES } from './seat-messages.js';

export type Locale = 'nl' | 'en';

/**
 * Every refusal the service can give, in Dutch (B1) and English. `{name}` takes a parameter.
 * `level: 'request'` is a top-level error with that `extensions.code`; the others are payload errors.
 */
const CATALOGUE = {
  // the whole request
  UNAUTHENTICATED: { nl: 'Meld u aan om dit te zien of te doen.', en: 'Sign in to see or do this.' },
  TOKEN_INVALID: {
    nl: 'Uw toegangsbewijs is niet geldig of verlopen. Meld u opnieuw aan.',
    en: 'Your access token is not valid or has expired. Sign in again.',
  },
  FORBIDDEN: { nl: 'U mag dit niet doen met uw rol.', en: 'Your role does not allow this.' },
  UNAVAILABLE: {
    nl: 'De dienst is even niet bereikbaar. Probeer het zo opnieuw.',
    en: 'The service is unavailable for a moment. Try again shortly.',
  },
  INTERNAL: {
    nl: 'Er ging iets mis bij ons. Meld referentie {reference}.',
    en: 'Something went wrong on our side. Quote reference {reference}.',
  },
  TOO_SLOW: {
    nl: 'Deze vraag duurde te lang. Vraag minder tegelijk.',
    en: 'This request took too long. Ask for less at once.',
  },
  TOO_MANY: { nl: '{what}: {actual}, hoogstens {limit}.', en: '{what}: {actual}, at most {limit}.' },
  TOO_FAST: {
    nl: 'U vraagt te veel in korte tijd. Wacht {seconds} s.',
    en: 'You ask too much in a short time. Wait {seconds} s.',
  },
  BODY_TOO_LARGE: {
    nl: 'De aanvraag is groter dan {limit} bytes.',
    en: 'The request is larger than {limit} bytes.',
  },
  BAD_TEXT: {
    nl: '{path}: de tekst bevat tekens die niet mogen (NUL of een half teken).',
    en: '{path}: the text holds characters that are not allowed (NUL or half a character).',
  },
  BAD_ID: {
    nl: '{path}: "{value}" is geen id van {expected}.',
    en: '{path}: "{value}" is not an id of {expected}.',
  },
  BAD_CURSOR: {
    nl: '{path}: deze cursor hoort niet bij deze lijst en volgorde.',
    en: '{path}: this cursor does not belong to this list and order.',
  },
  BAD_PAGE: {
    nl: '{path}: vraag 1 tot en met {limit} regels, met first of last, niet beide.',
    en: '{path}: ask for 1 to {limit} rows, with first or last, not both.',
  },
  BAD_NUMBER: {
    nl: '{path}: kies een getal van {min} tot en met {max}.',
    en: '{path}: choose a number from {min} to {max}.',
  },
  DAY_OUT_OF_RANGE: {
    nl: '{path}: kies een dag van {min} tot en met {max}.',
    en: '{path}: choose a day from {min} up to and including {max}.',
  },
  NOT_THERE: {
    nl: '{path}: dit bestaat niet, of u mag het niet zien.',
    en: '{path}: this does not exist, or you may not see it.',
  },
  BAD_VALUE: { nl: '{path}: {reason}', en: '{path}: {reason}' },
  BAD_DATE: {
    nl: '{path}: "{value}" is geen bestaande dag. Schrijf JJJJ-MM-DD, bijvoorbeeld 2026-07-31.',
    en: '{path}: "{value}" is not an existing day. Write YYYY-MM-DD, for example 2026-07-31.',
  },

  // payload errors that any mutation can give
  NOT_FOUND: {
    nl: 'Dit bestaat niet, of u mag het niet zien.',
    en: 'This does not exist, or you may not see it.',
  },
  CONFLICT: {
    nl: 'Iemand anders heeft dit intussen gewijzigd (versie {actual}). Haal het opnieuw op.',
    en: 'Somebody else has changed this meanwhile (version {actual}). Fetch it again.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    nl: 'Deze idempotencyKey is al gebruikt voor een andere opdracht.',
    en: 'This idempotencyKey was used before for another request.',
  },
  BSN_IN_TEXT: {
    nl: 'Deze tekst lijkt een burgerservicenummer te bevatten. Haal het weg: een BSN slaan wij nooit op.',
    en: 'This text seems to hold a citizen service number (BSN). Remove it: we never store one.',
  },
  REQUIRED: { nl: 'Vul dit in.', en: 'Fill this in.' },
  TOO_LONG: { nl: 'Gebruik hoogstens {limit} tekens.', en: 'Use at most {limit} characters.' },
  OUT_OF_RANGE: {
    nl: 'Kies een getal van {min} tot en met {max}.',
    en: 'Choose a number from {min} to {max}.',
  },
  DATE_OUT_OF_RANGE: {
    nl: 'Kies een dag van {min} tot en met {max}.',
    en: 'Choose a day from {min} up to and including {max}.',
  },
  ENDS_BEFORE_START: {
    nl: 'De laatste dag ({until}) ligt voor de eerste dag ({from}).',
    en: 'The last day ({until}) is before the first day ({from}).',
  },
  DUPLICATE_VALUE: { nl: 'Dit staat er dubbel in.', en: 'This is in the list twice.' },
  FROM_REFERENCE: {
    nl: 'Dit komt uit een openbare bron en is hier niet te wijzigen.',
    en: 'This comes from a public source and cannot be changed here.',
  },
  ONE_OF_TWO: {
    nl: 'Geef een regio of een netwerk, en niet allebei.',
    en: 'Give a region or a network, and not both.',
  },
  NOTHING_TO_CHANGE: { nl: 'Geef aan wat er moet veranderen.', en: 'Say what should change.' },

  // people
  BAD_EMAIL: { nl: 'Dit is geen geldig e-mailadres.', en: 'This is not a valid e-mail address.' },
  BAD_PHONE: {
    nl: 'Dit is geen geldig telefoonnummer. Voorbeeld: 0612345678 of +31612345678.',
    en: 'This is not a valid telephone number. Example: 0612345678 or +31612345678.',
  },
  BAD_LANGUAGE: {
    nl: 'Geef de taal als code van twee of drie letters, bijvoorbeeld nl, ar of tig.',
    en: 'Give the language as a code of two or three letters, for example nl, ar or tig.',
  },
  YEAR_LEVEL_OUT_OF_RANGE: {
    nl: 'Leerjaar {value} bestaat niet bij {stage}: kies {min} tot en met {max}.',
    en: 'Year {value} does not exist in {stage}: choose {min} to {max}.',
  },
  BAD_SCHOOL_YEAR: {
    nl: '"{value}" is geen schooljaar. Schrijf bijvoorbeeld 2026-2027.',
    en: '"{value}" is not a school year. Write, for example, 2026-2027.',
  },
  NOT_A_SCHOOL: { nl: 'Deze organisatie is geen school.', en: 'This organisation is not a school.' },
  OTHER_REGION: {
    nl: 'Deze gemeente hoort niet bij de regio.',
    en: 'This municipality does not belong to the region.',
  },

  // oudernetwerken
  NETWORK_NOT_FORMING: {
    nl: 'Dit netwerk is al actief of beëindigd.',
    en: 'This network is already active or has ended.',
  },
  NETWORK_NOT_ACTIVE: { nl: 'Dit netwerk is niet actief.', en: 'This network is not active.' },
  NETWORK_ENDED: { nl: 'Dit netwerk is beëindigd op {on}.', en: 'This network ended on {on}.' },
  PERIOD_TAKEN: {
    nl: 'Deze persoon heeft dit in die periode al ({from} – {until}).',
    en: 'This person already has this in that period ({from} – {until}).',
  },
  CARETAKER_TAKEN: {
    nl: 'In deze periode is er al een waarnemer.',
    en: 'There is a caretaker already in this period.',
  },
  ALREADY_ENDED: { nl: 'Dit is al geëindigd op {on}.', en: 'This ended already on {on}.' },
  ALREADY_STARTED: { nl: 'Dit is al begonnen op {on}.', en: 'This started already on {on}.' },
  NO_END_RECORDED: { nl: 'Hier is geen einde van vastgelegd.', en: 'No end of this is on record.' },
  HANDED_OVER: {
    nl: 'Dit trekkerschap is al overgedragen. Annuleer eerst het trekkerschap dat erop volgt.',
    en: 'This trekkerschap was handed over before. First cancel the one that follows it.',
  },
  STANDBY: {
    nl: 'Deze waarneming heeft de dienst zelf geregeld en stopt vanzelf zodra er een trekker of een andere waarnemer is.',
    en: 'The service arranged this caretaker itself; it goes when a trekker or another caretaker is there.',
  },
  THEME_RETIRED: {
    nl: 'Dit thema is vervallen. Kies een ander.',
    en: 'This theme is retired. Choose another.',
  },
  BELOW_ANOTHER: {
    nl: 'Dit thema valt zelf onder een ander thema. Kies een thema dat nergens onder valt.',
    en: 'This theme is below another one itself. Choose a theme that is not below any.',
  },
  HAS_THEMES_BELOW: {
    nl: 'Er vallen thema’s onder dit thema. Het kan dan niet zelf onder een ander thema vallen.',
    en: 'There are themes below this one. It cannot be below another theme itself.',
  },
  NO_CARETAKER: {
    nl: 'Er is geen organisatie die het netwerk kan waarnemen. Wijs eerst een coördinerende organisatie aan voor de regio.',
    en: 'No organisation can take care of the network. First give the region a coordinating organisation.',
  },
  COVER_BROKEN: {
    nl: 'Op {on} zou het netwerk van niemand zijn.',
    en: 'On {on} the network would be nobody’s.',
  },
  SAME_PERSON: {
    nl: 'Kies iemand anders dan wie het overdraagt.',
    en: 'Choose somebody other than the one who hands over.',
  },
  NOT_A_MEMBER: {
    nl: 'Deze persoon hoort niet bij dit netwerk.',
    en: 'This person does not belong to this network.',
  },
  UNKNOWN_THEME: { nl: 'Thema {value} bestaat niet.', en: 'Theme {value} does not exist.' },
  PLAN_OPEN: { nl: 'Hiervoor loopt al een opvolging.', en: 'A succession plan for this is open already.' },
  PLAN_CLOSED: {
    nl: 'Deze opvolging is afgesloten op {on}.',
    en: 'This succession plan was closed on {on}.',
  },
  TREKKERSCHAP_NEEDED: {
    nl: 'Dit netwerk heeft een trekker. Kies het trekkerschap waarvoor u een opvolger zoekt.',
    en: 'This network has a trekker. Choose the trekkerschap that you seek a successor for.',
  },
  OTHER_NETWORK: {
    nl: 'Dit trekkerschap hoort niet bij dit netwerk.',
    en: 'This trekkerschap does not belong to this network.',
  },
  NOT_STARTED: { nl: 'Dit begint pas op {from}.', en: 'This does not start before {from}.' },
  CANDIDATE_ALREADY: {
    nl: 'Deze persoon is al kandidaat in deze opvolging.',
    en: 'This person is a candidate in this succession already.',
  },
  CANDIDATE_ENDED: {
    nl: 'Dit gesprek is afgerond. Voeg deze persoon opnieuw toe om het weer te vragen.',
    en: 'These talks are over. Add this person anew to ask again.',
  },
  CANDIDATE_NOT_AGREED: {
    nl: 'Kies een kandidaat die ja heeft gezegd.',
    en: 'Choose a candidate who has agreed.',
  },
  CHOOSE_CANDIDATE: {
    nl: 'Meer dan één kandidaat heeft ja gezegd. Kies wie het wordt.',
    en: 'More than one candidate has agreed. Choose who it will be.',
  },
  APPOINT_BY_COMPLETING: {
    nl: 'Iemand wordt opvolger door de opvolging af te ronden.',
    en: 'Somebody becomes the successor by completing the succession.',
  },
  ALREADY_LEADS: {
    nl: 'Deze persoon is al trekker van dit netwerk.',
    en: 'This person is a trekker of this network already.',
  },
  IN_COOLDOWN: {
    nl: 'Deze persoon zei nee op {on}. Vraag het niet opnieuw tot en met {until}, of schrijf op waarom het toch kan.',
    en: 'This person said no on {on}. Do not ask again up to and including {until}, or say why it is right after all.',
  },
  ILLEGAL_STEP: {
    nl: 'Deze stap kan hier niet. Wel kan: {possible}.',
    en: 'This step is not possible here. Possible: {possible}.',
  },
  HANDOVER_OPEN: {
    nl: 'Van de overdracht zijn {count} verplichte punten nog open. Rond ze af, of schrijf op waarom het zo kan.',
    en: 'Of the handover {count} mandatory items are still open. Finish them, or say why it is right as it is.',
  },
  BAD_KEY: {
    nl: 'Gebruik hoofdletters, cijfers en _, en begin met een letter; hoogstens 40 tekens.',
    en: 'Use capitals, digits and _, and start with a letter; at most 40 characters.',
  },
  KEY_TAKEN: { nl: 'Dit punt staat al op de lijst.', en: 'This item is on the list already.' },
  TOO_MANY_ITEMS: { nl: 'Gebruik hoogstens {limit} punten.', en: 'Use at most {limit} items.' },
  CODE_TAKEN: { nl: 'Deze code is al in gebruik.', en: 'This code is taken.' },
  ...SEAT_MESSAGES,
} as const satisfies Record<string, Record<Locale, string>>;

export type FailureCode = keyof typeof CATALOGUE;

/** The closed list of `extensions.code`. */
export type RequestErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'BAD_USER_INPUT'
  | 'LIMIT_EXCEEDED'
  | 'CONFLICT'
  | 'UNAVAILABLE'
  | 'INTERNAL';

const REQUEST_ERRORS: Partial<Record<FailureCode, RequestErrorCode>> = {
  UNAUTHENTICATED: 'UNAUTHENTICATED',
  TOKEN_INVALID: 'UNAUTHENTICATED',
  FORBIDDEN: 'FORBIDDEN',
  UNAVAILABLE: 'UNAVAILABLE',
  INTERNAL: 'INTERNAL',
  TOO_SLOW: 'LIMIT_EXCEEDED',
  TOO_MANY: 'LIMIT_EXCEEDED',
  TOO_FAST: 'LIMIT_EXCEEDED',
  BODY_TOO_LARGE: 'LIMIT_EXCEEDED',
  BAD_TEXT: 'BAD_USER_INPUT',
  BAD_ID: 'BAD_USER_INPUT',
  BAD_CURSOR: 'BAD_USER_INPUT',
  BAD_PAGE: 'BAD_USER_INPUT',
  BAD_NUMBER: 'BAD_USER_INPUT',
  DAY_OUT_OF_RANGE: 'BAD_USER_INPUT',
  NOT_THERE: 'BAD_USER_INPUT',
  BAD_VALUE: 'BAD_USER_INPUT',
  BAD_DATE: 'BAD_USER_INPUT',
};

/** The `extensions.code` of a refusal of the whole request; null = a payload error. */
export function requestErrorCode(code: FailureCode): RequestErrorCode | null {
  return REQUEST_ERRORS[code] ?? null;
}

/** The sentence for a refusal, in the reader's language. */
export function message(
  code: FailureCode,
  locale: Locale,
  params: Readonly<Record<string, string | number>> = {},
): string {
  return CATALOGUE[code][locale].replace(/\{(\w+)\}/g, (hole, name: string) => String(params[name] ?? hole));
}

/** The first language of an Accept-Language header that is supported; Dutch otherwise. */
export function localeOf(acceptLanguage: string | undefined): Locale {
  const wished = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...options] = part.trim().toLowerCase().split(';');
      const quality = options.map((option) => /^\s*q=([01](?:\.\d{0,3})?)$/.exec(option)?.[1]).find(Boolean);
      return { language: tag.split('-')[0], quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ language, quality }) => (language === 'nl' || language === 'en') && quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return wished[0]?.language === 'en' ? 'en' : 'nl';
}
