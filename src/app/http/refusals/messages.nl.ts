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
  /** About a value that cannot be used; its place in the request comes before it, if that is known. */
  values: {
    missing: 'vul dit in.',
    null: 'dit mag niet null zijn.',
    missingField: 'vul ook {field} in.',
    unknownField: '{type} heeft geen veld {field}.',
    similarField: '{type} heeft geen veld {field}. Bedoelt u {meant}?',
    object: 'geef een object {type}.',
    wholeNumber: 'geef een geheel getal.',
    outOfRange: 'dit getal is te groot of te klein.',
    number: 'geef een getal.',
    text: 'geef een tekst.',
    boolean: 'kies true of false.',
    id: 'geef een id.',
    uuid: 'geef een UUID.',
    choice: 'kies een van {choices}.',
    type: 'geef een waarde van type {type}.',
  },
} as const;
