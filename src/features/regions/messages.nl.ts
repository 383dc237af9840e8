export const nl = {
  failures: {
    CODE_TAKEN: 'Deze code is al in gebruik.',
    BAD_KEY: 'Gebruik hoofdletters, cijfers en _, en begin met een letter. Hoogstens 40 tekens.',
    THEME_RETIRED: 'Dit thema wordt niet meer gebruikt. Kies een ander thema.',
    BELOW_ANOTHER: 'Dit thema valt zelf onder een ander thema. Kies een thema dat nergens onder valt.',
    HAS_THEMES_BELOW:
      'Onder dit thema vallen andere thema’s. Daarom kan het niet zelf onder een ander thema vallen.',
  },
} as const;

declare module '../../kernel/failure.js' {
  interface FailureCodes extends Record<keyof (typeof nl)['failures'], string> {}
}
