import type { SameKeys } from '../../kernel/messages.js';
import type { nl } from './messages.nl.js';

export const en = {
  failures: {
    SAME_RECORD: 'This is the same person twice: name two different ones.',
  },
} as const satisfies SameKeys<typeof nl>;
