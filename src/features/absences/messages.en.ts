import type { SameKeys } from '../../kernel/messages.js';
import type { nl } from './messages.nl.js';

export const en = {
  failures: {
    ALREADY_SUBSTITUTED: 'Somebody acts meanwhile already, from {from, date}. Record first that they stop.',
    NO_ALTERNATES: 'The rules of this body have no alternates.',
    NOT_IN_ROLE: 'This person did not have this role on {on, date}.',
  },
} as const satisfies SameKeys<typeof nl>;
