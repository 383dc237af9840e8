import type { SameKeys } from '../../kernel/messages.js';
import type { nl } from './messages.nl.js';

export const en = {
  failures: {
    FROM_REFERENCE: 'This comes from a public source and cannot be changed here.',
  },
} as const satisfies SameKeys<typeof nl>;
