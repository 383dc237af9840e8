import type { SameKeys } from '../../../kernel/messages.js';
import type { nl } from './messages.nl.js';

export const en = {
  failures: {
    TOO_MANY_MESSAGES:
      'The members of this network were sent {most} messages today. They read no more: try again tomorrow.',
    TOO_MANY_FROM_YOU: 'You sent {most} messages to networks today. Try again tomorrow.',
  },
  networkMessage: {
    why: 'You get this message because you take part in {network}. Whoever wrote it does not see how to reach you.',
    stop: 'No more messages of this network',
  },
  networkMessageAs: {
    TREKKER: '{writer}, trekker of {network}, writes to you:',
    SUPPORTER: '{writer}, of the organisation that supports {network}, writes to you:',
    COORDINATOR: '{writer}, coordinator of the region, writes to you as a member of {network}:',
  },
} as const satisfies SameKeys<typeof nl>;
