/** What the service says whatever it is about, in Dutch (B1). */
export const nl = {
  failures: {
    // the whole request
    UNAUTHENTICATED: 'Meld u aan om dit te zien of te doen.',
    TOKEN_INVALID: 'U bent niet goed aangemeld. Meld u opnieuw aan.',
    TOKEN_EXPIRED: 'U bent niet meer aangemeld. Meld u opnieuw aan.',
    NO_ACCOUNT: 'U bent aangemeld, maar hier is geen account van u bekend. Vraag uw beheerder om toegang.',
    FORBIDDEN: 'Met uw rol kunt u dit niet doen.',
    UNAVAILABLE: 'De dienst is even niet bereikbaar. Probeer het zo opnieuw.',
    SAVED_NOT_SHOWN:
      'Dit is opgeslagen, maar we kunnen het nu niet laten zien. Doe het niet nog een keer, maar haal het zo op.',
    OUTCOME_UNKNOWN:
      'We weten niet of dit is opgeslagen. Kijk dat eerst na, voordat u het nog een keer doet.',
    INTERNAL: 'Er ging bij ons iets mis. Meld dit, met referentie {reference}.',
    TOO_SLOW: 'Dit duurde te lang. Vraag minder in één keer.',
    TOO_MANY:
      '{what, select, depth {niveaus} introspectionDepth {niveaus van introspectie} schemas {keer __schema} types {keer __type} rootFields {velden op het hoogste niveau} mutationFields {mutaties} aliases {aliassen} fields {velden} nameLength {tekens in een naam} cost {kosten} tokens {tokens} other {{what}}}: {actual}, hoogstens {limit}.',
    TOO_FAST:
      'Te veel verzoeken. Probeer het over {seconds, plural, one {# seconde} other {# seconden}} opnieuw.',
    BODY_TOO_LARGE: 'Het verzoek is groter dan {limit} bytes.',
    TEXT_TOO_LONG: '{path}: zoek met hoogstens {limit} tekens.',
    BAD_TEXT: '{path}: in de tekst staat een teken dat niet kan (NUL of een half teken).',
    BAD_ID: '{path}: ‘{value}’ is geen id van {expected}.',
    BAD_CURSOR: '{path}: deze cursor hoort niet bij deze lijst in deze volgorde.',
    BAD_PAGE: '{path}: vraag 1 tot en met {limit} regels, met first of met last, niet met allebei.',
    BAD_NUMBER: '{path}: kies een getal van {min} tot en met {max}.',
    DAY_OUT_OF_RANGE: '{path}: kies een dag van {min, date} tot en met {max, date}.',
    NOT_THERE: '{path}: dit bestaat niet, of u kunt het niet zien.',
    BAD_DATE: '{path}: ‘{value}’ is geen bestaande dag. Schrijf jaar-maand-dag, bijvoorbeeld 2026-07-31.',

    // any mutation
    NOT_FOUND: 'Dit bestaat niet, of u kunt het niet zien.',
    CORRECTED: 'Dit is intussen hersteld. Zoek het opnieuw op: u ziet dan wat er nu staat.',
    CONFLICT:
      'Iemand anders heeft dit intussen gewijzigd (het is nu versie {actual}). Haal het opnieuw op en probeer het nog eens.',
    IDEMPOTENCY_KEY_REUSED: 'Deze idempotencyKey is al gebruikt voor een ander verzoek.',
    BSN_IN_TEXT:
      'In deze tekst lijkt een burgerservicenummer te staan. Haal het weg: een BSN slaan wij nooit op.',
    NOT_ONE_LINE: 'Schrijf dit op één regel, zonder tabs of andere tekens die u niet ziet.',
    UNSEEN_CHARACTER:
      'In deze tekst staat een teken dat u niet ziet. Typ de tekst opnieuw, met gewone letters, leestekens en nieuwe regels.',
    REQUIRED: 'Vul dit in.',
    NO_LETTER: 'In een naam staat minstens één letter.',
    TOO_LONG: 'Gebruik hoogstens {limit} tekens.',
    TOO_MANY_ITEMS: 'Zet hoogstens {limit} punten op de lijst.',
    OUT_OF_RANGE: 'Kies een getal van {min} tot en met {max}.',
    DATE_OUT_OF_RANGE:
      '{only, select, today {Kies vandaag.} day {Kies {min, date}.} none {Er is nu geen dag mogelijk: niet vóór {min, date}, en niet na {max, date}.} other {Kies een dag van {min, date} tot en met {max, date}.}}',
    ENDS_BEFORE_START: 'De laatste dag ({until, date}) ligt vóór de eerste dag ({from, date}).',
    DUPLICATE_VALUE: 'Dit staat er twee keer.',
    BAD_EMAIL: 'Dit is geen geldig e-mailadres.',
    BAD_PHONE:
      '{kind, select, service {Dit is een servicenummer. Geef een nummer waarop u deze persoon zelf bereikt.} other {Dit is geen bestaand soort telefoonnummer. Voorbeeld: 0612345678 of +31612345678.}}',
  },
  warnings: {
    CHILD_IN_TEXT:
      'In deze tekst lijkt te staan wanneer een kind geboren is. Haal dat weg, met de naam van het kind: wij bewaren die niet.',
  },
} as const;
