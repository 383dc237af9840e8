export const nl = {
  paper: {
    answer:
      'Wilt u antwoorden? Meld u aan op {address}. Lukt dat niet, of belt u liever? Bel ons dan: wij vertellen u hoe het verder gaat.',
  },
  failures: { NO_LETTER: 'Bij deze taak hoort geen brief.' },
} as const;

declare module '../../../kernel/failure.js' {
  interface FailureCodes extends Record<keyof (typeof nl)['failures'], string> {}
}
