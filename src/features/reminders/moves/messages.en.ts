import type { SameKeys } from '../../../kernel/messages.js';
import type { nl } from './messages.nl.js';

export const en = {
  moveSubjects: {
    ASKED: 'You are moving. May we introduce you to your new region?',
    TAKEN_BACK: 'About your move: that was a mistake',
  },
  moves: {
    ASKED:
      'We heard that you are moving to the region {to}, on {on, date}. May we introduce you to the coordinator there?',
    TAKEN_BACK:
      'We wrote to you that you are moving to the region {to}. That was a mistake of ours. Everything stays as it was, and you need not do anything.',
  },
  moveNext: {
    roles: 'What you do now simply goes on. That changes only when you want it to.',
    consent:
      'Had you agreed that advisory bodies can find you? That was for the region where you lived, and ends with the move. You can agree again.',
    button: 'Say yes or no',
    why: 'You get this message because your region recorded that you are moving.',
  },
} as const satisfies SameKeys<typeof nl>;
