export const nl = {
  /** what a rule is about */
  about: {
    THEME: 'Ervaring met een thema, of met een thema daaronder.',
    LEVEL: 'Ervaring op een niveau: rond het kind, in projecten of in beleid.',
    TRAINING: 'Een training die vandaag geldig is.',
    DOMAIN: 'Ervaring in onderwijs, zorg of jeugd.',
    REGION: 'Wonen in een regio.',
    LANGUAGE: 'Een taal spreken.',
    DAY_PART: 'Kunnen op een deel van de dag of de week.',
    PERSPECTIVE: 'Ouder, jongere of professional zijn.',
    NOT_FOR_SEATS: 'Wil geen zetel vervullen.',
    PAUSED: 'Heeft een pauze.',
    MAX_SEATS: 'Wil niet meer zetels dan nu.',
    IN_COOLDOWN: 'Zei het afgelopen halfjaar nee tegen de groep.',
    BRINGS_OTHERS_EXPERIENCE: 'Brengt ook de ervaring van andere ouders in.',
    CONNECTS_WITH_PROFESSIONALS: 'Sluit aan bij de professionele context.',
    SEATS_HELD: 'Elke zetel die de ouder nu vervult, waar dan ook.',
    ASKED_LATELY:
      'Elke keer dat de ouder het afgelopen halfjaar voor een zetel is uitgenodigd, door wie dan ook.',
  },

  /** `{what}` is what the seat asks for, in the words of `asked` */
  met: {
    THEME: 'Heeft ervaring met: {what}.',
    LEVEL: 'Denkt mee {what}.',
    TRAINING: 'Heeft een geldige training: {what}.',
    DOMAIN: 'Kent het domein {what}.',
    REGION: 'Woont in {what}.',
    LANGUAGE: 'Spreekt {what}.',
    DAY_PART: 'Kan {what}.',
    PERSPECTIVE: 'Kan meedenken als {what}.',
  },
  missing: {
    THEME: 'Mist ervaring met: {what}.',
    LEVEL: 'Denkt niet mee {what}.',
    TRAINING: 'Mist een geldige training: {what}.',
    DOMAIN: 'Kent het domein {what} niet.',
    REGION: 'Woont niet in {what}.',
    LANGUAGE: 'Spreekt geen {what}.',
    DAY_PART: 'Kan {what} niet.',
    PERSPECTIVE: 'Is geen {what}.',
  },
  unknown: {
    THEME: 'Niet bekend is of er ervaring is met: {what}.',
    LEVEL: 'Niet bekend is of deze ouder {what} meedenkt.',
    TRAINING: 'Niet bekend is of er een geldige training is: {what}.',
    DOMAIN: 'Niet bekend is of deze ouder het domein {what} kent.',
    REGION: 'Niet bekend is of deze ouder woont in {what}.',
    LANGUAGE: 'Niet bekend is of deze ouder {what} spreekt.',
    DAY_PART: 'Niet bekend is of deze ouder {what} kan.',
    PERSPECTIVE: 'Niet bekend is of dit een {what} is.',
  },

  stops: {
    NOT_FOR_SEATS: 'Wil geen zetel vervullen.',
    PAUSED: 'Heeft een pauze.',
    MAX_SEATS: 'Wil niet meer zetels dan nu.',
    IN_COOLDOWN: 'Zei het afgelopen halfjaar nee tegen deze groep.',
  },

  statementsMet: {
    BRINGS_OTHERS_EXPERIENCE: 'Brengt ook de ervaring van andere ouders in.',
    CONNECTS_WITH_PROFESSIONALS: 'Sluit aan bij de professionele context.',
  },
  statementsMissing: {
    BRINGS_OTHERS_EXPERIENCE: 'Spreekt vooral vanuit eigen ervaring.',
    CONNECTS_WITH_PROFESSIONALS: 'Sluit nog niet aan bij de professionele context.',
  },
  statementsUnknown: {
    BRINGS_OTHERS_EXPERIENCE: 'Niet bekend is of deze ouder ook de ervaring van andere ouders inbrengt.',
    CONNECTS_WITH_PROFESSIONALS: 'Niet bekend is of deze ouder aansluit bij de professionele context.',
  },

  fairness: {
    SEATS_HELD:
      '{count, plural, =0 {Vervult nu geen zetel.} one {Vervult nu één zetel.} other {Vervult nu {count} zetels.}}',
    ASKED_LATELY:
      'Is het afgelopen halfjaar {count, plural, =0 {niet} one {één keer} other {{count} keer}} uitgenodigd.',
  },

  /** what a seat can ask for, as it goes into the sentences above */
  asked: {
    ONDERWIJS: 'onderwijs',
    ZORG: 'zorg',
    JEUGD: 'jeugd',
    KIND: 'rond het kind',
    UITVOERING: 'in projecten',
    BELEID: 'in beleid',
    MORNING: '’s ochtends',
    AFTERNOON: '’s middags',
    EVENING: '’s avonds',
    WEEKEND: 'in het weekend',
    OUDER: 'ouder',
    JONGERE: 'jongere',
    PROFESSIONAL: 'professional',
  },
} as const;
