export const nl = {
  paper: {
    answer: 'Wilt u antwoorden? Meld u aan op {address}. Lukt dat niet, of praat u liever met iemand?',
  },
  failures: { TASK_WITHOUT_LETTER: 'Bij deze taak hoort geen brief.' },
} as const;

declare module '../../../kernel/failure.js' {
  interface FailureCodes extends Record<keyof (typeof nl)['failures'], string> {}
}
