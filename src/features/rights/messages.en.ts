import type { SameKeys } from '../../kernel/messages.js';
import type { nl } from './messages.nl.js';

export const en = {
  failures: {
    PERSON_ERASED:
      'What was kept of this person was erased, and does not come back. Do they take part again? Then record a new person.',
    WORK_ACCOUNT:
      'This person also works with an account, as a coordinator for example. End that role first; then you can erase what is kept.',
  },
} as const satisfies SameKeys<typeof nl>;
