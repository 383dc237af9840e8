export const nl = {
  failures: {
    PERSON_ERASED:
      'De gegevens van deze persoon zijn verwijderd, en komen niet terug. Doet de ouder weer mee? Leg dan een nieuwe persoon vast.',
    WORK_ACCOUNT:
      'Deze persoon werkt ook met een account, bijvoorbeeld als coördinator. Beëindig eerst die rol; daarna kunt u de gegevens verwijderen.',
  },
} as const;

declare module '../../kernel/failure.js' {
  interface FailureCodes extends Record<keyof (typeof nl)['failures'], string> {}
}
