export const nl = {
  failures: {
    SAME_RECORD: 'Dit is twee keer dezelfde persoon: noem twee verschillende.',
  },
} as const;

declare module '../../kernel/failure.js' {
  interface FailureCodes extends Record<keyof (typeof nl)['failures'], string> {}
}
