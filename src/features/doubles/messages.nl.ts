export const nl = {
  failures: {
    SAME_RECORD: 'Dit is twee keer dezelfde persoon: noem twee verschillende.',
    MERGE_UNDECIDED:
      'Kies eerst wat geldt: {kind, select, TREKKERSCHAP {wie op dezelfde dagen trekker was} MEMBERSHIP {welk lidmaatschap op dezelfde dagen telt} CANDIDATE {welk gesprek over opvolging doorgaat} PROFILE {welk profiel blijft} ACCOUNT {welk account blijft} EMAIL {welk e-mailadres klopt} PHONE {welk telefoonnummer klopt} other {wat dubbel is}}.',
    MERGE_BLOCKED:
      'Dit kan pas als één ervan weg is: {kind, select, TREKKERSCHAP {twee trekkerschappen die elkaar overlappen} MEMBERSHIP {twee lidmaatschappen die elkaar overlappen} PLAN {twee zoektochten naar een opvolger} SEAT {twee zetels tegelijk} INVITATION {twee uitnodigingen voor één zetel} ABSENCE {twee afwezigheden tegelijk} MOVE {twee verhuizingen} other {wat dubbel is}}. Herstel dat eerst.',
    NO_SUCH_CHOICE: 'Dit is hier niet te kiezen. Vraag het voorbeeld opnieuw op.',
    NOT_MERGED: 'Dit is niet (meer) met een ander samengevoegd.',
    MERGED_SINCE: 'Daarna is nog eens samengevoegd. Draai dat eerst terug.',
    MERGED_TOO_LONG_AGO: 'Terugdraaien kon tot en met {until, date}.',
  },
} as const;

declare module '../../kernel/failure.js' {
  interface FailureCodes extends Record<keyof (typeof nl)['failures'], string> {}
}
