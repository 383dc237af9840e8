export const nl = {
  /** What can be wrong with the HTTP request itself, before GraphQL is involved. */
  refusals: {
    malformed: 'Dit verzoek klopt niet.',
    notJson: 'Dit verzoek is geen geldige JSON.',
    noSuchAddress: 'Dit adres bestaat niet. GraphQL staat op /graphql.',
    wrongMethod: 'Gebruik GET of POST.',
    tooSlow: 'Dit verzoek kwam te langzaam binnen.',
    addressTooLong: 'Het adres is te lang. Gebruik POST.',
    wrongContentType: 'Stuur Content-Type: application/json.',
    headersTooLarge: 'De headers zijn te groot.',
  },
} as const;
