import type { SameKeys } from '../../kernel/messages.js';
import type { nl } from './messages.nl.js';

export const en = {
  failures: {
    ADDRESS_CHANGED_TOO_OFTEN: 'This email address was changed too often today. Try again tomorrow.',
  },
} as const satisfies SameKeys<typeof nl>;
