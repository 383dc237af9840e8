export const nl = {
  failures: {
    FROM_REFERENCE: 'Dit komt uit een openbare bron. U kunt het hier niet wijzigen.',
  },
} as const;

declare module '../../kernel/failure.js' {
  interface FailureCodes extends Record<keyof (typeof nl)['failures'], string> {}
}
