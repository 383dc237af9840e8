import type { SameKeys } from '../../../kernel/messages.js';
import type { nl } from './messages.nl.js';

export const en = {
  subjects: {
    EXPECTED_END:
      'After all not: {self, select, yes {your last day as a trekker} other {a trekker who would stop}}',
    DEPARTURE: 'After all not: a trekker who would stop',
    SUPPORT_ENDING: 'After all not: support that would end',
    NETWORK_END: 'After all not: a network that would end',
    NETWORK_MERGED: 'Otherwise after all: a network that would end',
    TAKES_PART: 'After all not: you do not take part in this parent network',
  },
  facts: {
    EXPECTED_END:
      'On {sent, date} we wrote to you {self, select, yes {about your last day as a trekker of {network}: {on, date}} other {that {person, select, null {a trekker} other {{person}}} would stop as a trekker of {network} on {on, date}}}. That is not right any more. Our records have been changed.',
    DEPARTURE:
      'On {sent, date} we wrote to you that {person, select, null {a trekker} other {{person}}} stops as a trekker of {network}, with {on, date} as the last day. That is not right any more. Our records have been changed.',
    SUPPORT_ENDING:
      'On {sent, date} we wrote to you that the support of {network} ends on {on, date}. That is not right any more. Our records have been changed.',
    NETWORK_END:
      'On {sent, date} we wrote to you that {network} ends on {on, date}. That is off: the network goes on. Our records have been changed.',
    NETWORK_MERGED:
      'On {sent, date} we wrote to you that {network} ends on {on, date}. It went otherwise: {network} has joined {successor, select, null {another network} other {{successor}}}, and goes on in it. The last day of {network} was {last, date}.',
    TAKES_PART:
      'On {sent, date} we wrote to you as if you take part in {network}. That was our mistake. Our records have been changed.',
  },
  requests: {
    nothing: 'There is nothing you need to do. Do you have a question?',
    partner:
      'The agreement with your region is about the network that there was, and not about the other one. Do you want to go on together in that one as well? Let us know.',
    whyTAKES_PART: 'You receive this message because we wrote to you about this parent network before.',
  },
} as const satisfies SameKeys<typeof nl>;
