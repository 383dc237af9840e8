import type { SameKeys } from '../../kernel/messages.js';
import type { nl } from './messages.nl.js';

export const en = {
  failures: {
    SAME_HOME: 'This person belongs to this region already.',
    NO_HOME: 'Choose a region, not the whole country.',
    SAME_REGION: 'This network belongs to this region already.',
    MOVE_OVER: 'This move is completed already, or off. There is nothing to ask any more.',
    MOVE_ASKED:
      'It was asked or agreed already that this network moves to another region. Wait for the answer, or withdraw that first.',
    OTHER_SIDE:
      'The region to which the municipalities go applies this. If something is to stay with you, say no to that.',
    NOT_YET: 'This can be done from {on, date} on.',
  },
} as const satisfies SameKeys<typeof nl>;
