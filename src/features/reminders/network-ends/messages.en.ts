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
  partner: {
    MERGEDSubject: 'A network of two regions has joined another one',
    MERGED:
      '{network} worked in your region as well. On {on, date} it joined {other, select, null {another network} other {{other}}}, and it goes on in that.',
    MERGEDNext:
      'The agreement with your region is about the network that there was, and not about the other one. Do you want to go on together in that one as well? Let us know.',
    PARTEDSubject: 'A part of a network of two regions goes on by itself',
    PARTED:
      '{network} works in your region as well. On {on, date} a part of it went on by itself{other, select, null {, as a new network} other {, as {other}}}.',
    PARTEDNext:
      'The agreement with your region still is about {network}, and not about the new network. Do you want to go on together in that one as well? Let us know.',
    MOVEDSubject: 'A network of two regions belongs to our region now',
    MOVED:
      '{network} works in your region as well. Since {on, date} it belongs to {other, select, null {another region} other {{other}}}.',
    MOVEDNext: 'The agreement with your region goes on. From now on it is one with our region.',
    nothing: 'There is nothing you need to do. Do you have a question?',
    why: 'You receive this message because your region takes part in this network.',
  },
} as const satisfies SameKeys<typeof nl>;
