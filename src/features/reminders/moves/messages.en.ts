import type { SameKeys } from '../../../kernel/messages.js';
import type { nl } from './messages.nl.js';

export const en = {
  moveSubjects: {
    ASKED: 'May we introduce you to your new region?',
    REORGANISED: 'Your municipality comes under another region',
    TAKEN_BACK: 'About your move: that was a mistake',
    NOT_REORGANISED: 'Your municipality stays with your region',
  },
  moves: {
    ASKED:
      'We heard that you {moved, select, yes {moved} other {are moving}} to the region {to} on {on, date}. May we introduce you to the coordinator there?',
    REORGANISED:
      'On {on, date} your municipality comes under the region {to}. That region is there for you then, and sees your name, how to reach you and what you do. If you do not want that, say no: your region stays there for you.',
    TAKEN_BACK:
      'We wrote to you that you are moving to the region {to}. That was a mistake of ours. Everything stays as it was, and you need not do anything.',
    NOT_REORGANISED:
      'We wrote to you that your municipality comes under the region {to} on {on, date}. That is off. Everything stays as it was, and you need not do anything.',
  },
  moveNext: {
    roles: 'What you do now simply goes on. That changes only when you want it to.',
    consentASKED:
      'Had you agreed that advisory bodies can find you? That was for the region where you lived, and ends with the move. You can agree again.',
    consentREORGANISED:
      'Had you agreed that advisory bodies can find you? That ends if you go along to the new region. You can agree again there.',
    buttonASKED: 'Say yes or no',
    buttonREORGANISED: 'Say no, or read more',
    why: 'You get this message because your region recorded that you are moving.',
    whyTAKEN_BACK: 'You receive this message because we wrote to you about your move before.',
    whyREORGANISED:
      'You get this message because you live in a municipality that comes under another region.',
    whyNOT_REORGANISED: 'You get this message because we wrote to you about your municipality before.',
  },
} as const satisfies SameKeys<typeof nl>;
