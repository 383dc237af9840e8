export const nl = {
  failures: {
    ONE_OF_TWO: 'Kies een regio of een netwerk, en niet allebei.',
  },
} as const;

declare module '../../kernel/failure.js' {
  interface FailureCodes extends Record<keyof (typeof nl)['failures'], string> {}
}
