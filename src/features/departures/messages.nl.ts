export const nl = {
  failures: {
    ALREADY_DECEASED: 'Er is al vastgelegd dat deze persoon is overleden, op {on, date}.',
    NOT_DECEASED: 'Een naam wordt alleen verborgen van iemand die is overleden.',
    TASK_DONE: 'Dit is al gedaan, op {on, date}.',
    ANSWER_NEEDED:
      'Dit is klaar als vastligt wat de ouder zei: mogen we de ouder voorstellen aan de nieuwe regio? Leg dat antwoord vast.',
    NO_DEPARTURE: 'Dit is al teruggedraaid. Er blijft niets over dat u kunt terugdraaien.',
    LATER_DEPARTURE: 'Van deze persoon is daarna nog een vertrek vastgelegd. Draai dat eerst terug.',
    DEPARTURE_TOO_LONG_AGO:
      'Terugdraaien kon tot en met {until, date}. Doet deze persoon weer mee? Leg dan vast wat die gaat doen.',
  },
} as const;

declare module '../../kernel/failure.js' {
  interface FailureCodes extends Record<keyof (typeof nl)['failures'], string> {}
}
