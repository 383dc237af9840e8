import type { SameKeys } from '../../../kernel/messages.js';
import type { nl } from './messages.nl.js';

export const en = {
  paper: {
    answer:
      'Would you like to answer? Sign in at {address}. Does that not work, or would you rather talk to somebody?',
  },
  failures: { TASK_WITHOUT_LETTER: 'There is no letter with this task.' },
} as const satisfies SameKeys<typeof nl>;
