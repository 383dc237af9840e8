export const nl = {
  failures: {
    ALREADY_SUBSTITUTED: 'Er neemt al iemand waar, vanaf {from, date}. Leg eerst vast dat die stopt.',
    NO_ALTERNATES: 'Het reglement van deze groep kent geen plaatsvervangers.',
    NOT_IN_ROLE: 'Op {on, date} had deze persoon deze rol niet.',
  },
} as const;

declare module '../../kernel/failure.js' {
  interface FailureCodes extends Record<keyof (typeof nl)['failures'], string> {}
}
