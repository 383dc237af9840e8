import type { SameKeys } from '../../kernel/messages.js';
import type { nl } from './messages.nl.js';

export const en = {
  failures: {
    ALREADY_DECEASED: 'It is already recorded that this person died, on {on, date}.',
    NOT_DECEASED: 'A name is hidden only of somebody who died.',
    TASK_DONE: 'This was done already, on {on, date}.',
    ANSWER_NEEDED:
      'This is done once it is recorded what the parent said: may we introduce them to the new region? Record that answer.',
    NO_DEPARTURE: 'This was taken back already. Nothing is left to take back.',
    LATER_DEPARTURE: 'Another departure of this person was recorded after this. Take that back first.',
    DEPARTURE_TOO_LONG_AGO:
      'It could be taken back until {until, date}. Does this person take part again? Then record what they will do.',
  },
} as const satisfies SameKeys<typeof nl>;
