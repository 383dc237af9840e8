import type { SameKeys } from '../../../kernel/messages.js';
import type { nl } from './messages.nl.js';

export const en = {
  networkEnd: {
    subject: 'A network ends on {on, date}',
    told: '{network} ends. Its last day is {on, date}. Until and on that day everything stays as it is.',
    TREKKER:
      'You are a trekker or the contact person of this network. That ends on that day too: you need not do anything for it. Thank you for all that you do for the network.',
    SUPPORTER:
      'Your organisation supports this network. That is needed until that day, and ends by itself then.',
    PARTNER: 'This network works in your region as well. That ends on that day.',
    next: 'Our region tells the members, and finds out with them where they can go. If it is off, you hear so from us.',
    question: 'Do you have a question, or do you see it otherwise?',
    why: 'You receive this message because you are involved in this network.',
  },
} as const satisfies SameKeys<typeof nl>;
