import type { SameKeys } from '../../../kernel/messages.js';
import type { nl } from './messages.nl.js';

export const en = {
  refusals: {
    malformed: 'The request is malformed.',
    notJson: 'The request is not valid JSON.',
    noSuchAddress: 'No such address. GraphQL is at /graphql.',
    wrongMethod: 'Use GET or POST.',
    tooSlow: 'The request came in too slowly.',
    addressTooLong: 'The address is too long. Use POST.',
    wrongContentType: 'Send Content-Type: application/json.',
    headersTooLarge: 'The headers are too large.',
  },
  values: {
    missing: 'this is required.',
    null: 'this must not be null.',
    missingField: '{field} is required too.',
    unknownField: '{type} has no field {field}.',
    similarField: '{type} has no field {field}. Did you mean {meant}?',
    object: 'give an object {type}.',
    wholeNumber: 'give a whole number.',
    outOfRange: 'this number is too large or too small.',
    number: 'give a number.',
    text: 'give a text.',
    boolean: 'choose true or false.',
    id: 'give an id.',
    uuid: 'give a UUID.',
    choice: 'choose one of {choices}.',
    type: 'give a value of type {type}.',
  },
} as const satisfies SameKeys<typeof nl>;
