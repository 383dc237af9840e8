export const nl = {
  failures: {
    BUILT_UPON:
      '{what, select, successor {{name} is hierna begonnen als trekker, op {from, date}.} term {{name} is hierna benoemd, vanaf {from, date}.} invited {{name} is hierna als oud-lid uitgenodigd, op {from, date}.} appointed {{name} is hierna trekker geworden, op {from, date}.} merged {Dit netwerk is opgegaan in {name}, op {from, date}.} joined {{name} is in dit netwerk opgegaan, op {from, date}. Wie daar trekker was, is dat sindsdien hier, met een laatste dag.} end {Dit netwerk is daarna gestopt, op {from, date}.} substitute {{name} neemt waar vanaf {from, date}.} absence {Er is een afwezigheid vastgelegd vanaf {from, date}.} death {Hierbij is vastgelegd dat {name} op {from, date} is overleden.} other {Er is daarna iets vastgelegd dat hierop verder gaat, op {from, date}.}} {what, select, merged {Dat wordt niet teruggedraaid. Herstel per rol wat niet klopt.} death {Draai dat eerst terug.} other {Herstel dat eerst.}}',
  },
} as const;

declare module '../../kernel/failure.js' {
  interface FailureCodes extends Record<keyof (typeof nl)['failures'], string> {}
}
