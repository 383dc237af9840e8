import type { SameKeys } from '../../kernel/messages.js';
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
} as const satisfies SameKeys<typeof nl>;
