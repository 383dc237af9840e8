export const nl = {
  failures: {
    ADDRESS_CHANGED_TOO_OFTEN: 'Dit e-mailadres is vandaag al te vaak gewijzigd. Probeer het morgen opnieuw.',
  },
} as const;

declare module '../../kernel/failure.js' {
  interface FailureCodes extends Record<keyof (typeof nl)['failures'], string> {}
}
