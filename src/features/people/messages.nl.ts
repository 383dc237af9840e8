export const nl = {
  failures: {
    BAD_LANGUAGE: 'Geef de taal als bestaande code van twee of drie letters, bijvoorbeeld nl, ar of tig.',
    CONSENT_NEEDED:
      'Dit zegt misschien iets over gezondheid. Het mag alleen bewaard worden als de ouder er uitdrukkelijk ja op zegt: leg dat eerst vast, voor {purpose}.',
    YEAR_LEVEL_OUT_OF_RANGE:
      'Leerjaar {value} bestaat niet in {stage, select, BO {het basisonderwijs} SBO {het speciaal basisonderwijs} SO {het speciaal onderwijs} PO {het primair onderwijs} VSO {het voortgezet speciaal onderwijs} PRO {het praktijkonderwijs} other {{stage}}}. Kies {min} tot en met {max}.',
    NOT_THEIR_PERSPECTIVE:
      'Zo doet deze persoon niet mee. Kies wat bij de persoon staat (ouder, jongere of professional), of vul dat daar eerst aan.',
    NOT_A_SCHOOL: 'Deze organisatie is geen school.',
    PERSON_DECEASED: 'Deze persoon is overleden. Klopt dat niet? Draai dat dan eerst terug.',
    CONTACT_PAUSED: 'Deze persoon wordt tot en met {until, date} met rust gelaten.',
    NAME_HIDDEN:
      'De familie wil dat deze naam verborgen is. Moet er iets aan veranderen? Laat de naam dan eerst weer zien, verander die, en verberg de naam opnieuw.',
    OTHER_REGION: 'Deze gemeente hoort niet bij de regio.',
  },
} as const;

declare module '../../kernel/failure.js' {
  interface FailureCodes extends Record<keyof (typeof nl)['failures'], string> {}
}
