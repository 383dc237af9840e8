import type { SameKeys } from '../../kernel/messages.js';
import type { nl } from './messages.nl.js';

export const en = {
  failures: {
    ONE_OF_TWO: 'Choose a region or a network, not both.',
  },
} as const satisfies SameKeys<typeof nl>;
