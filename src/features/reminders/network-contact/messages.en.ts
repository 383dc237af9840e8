import type { SameKeys } from '../../../kernel/messages.js';
import type { nl } from './messages.nl.js';

export const en = {
  networkContactSubjects: {
    ASKED: 'May your network mail and call you?',
    GIVEN: 'Somebody else recorded that your network may reach you',
    WITHDRAWN: 'Somebody else recorded that your network may not reach you',
  },
  networkContactTold: {
    ASKED:
      'You take part in {network}. Those who lead this network and the organisation that supports it see only your name. May they also see your email address and telephone number, so that they can reach you?',
    GIVEN:
      'A coordinator of your region recorded on {on, date} that your oudernetwerk may mail and call you. {channel, select, PAPER {According to the coordinator you signed a paper for it.} PHONE {According to the coordinator you said so on the telephone.} other {According to the coordinator you said so in a conversation.}}',
    WITHDRAWN:
      'A coordinator of your region recorded on {on, date} that your oudernetwerk may not mail and call you. {channel, select, PAPER {According to the coordinator you signed a paper for it.} PHONE {According to the coordinator you said so on the telephone.} other {According to the coordinator you said so in a conversation.}}',
  },
  networkContactNext: {
    ASKED: 'Yes or no, both are fine. You can change your mind on any day.',
    GIVEN:
      'This holds now: the trekkers of your network and the organisation that supports it see your email address and telephone number, as long as you take part. Is that not right? Then say no. Nobody else can record it again after that.',
    WITHDRAWN:
      'This holds now: the trekkers of your network and the organisation that supports it see only your name. Is that not right? Then say yes.',
  },
  networkContactButtons: {
    ASKED: 'Say yes or no',
    GIVEN: 'Say no, or read more',
    WITHDRAWN: 'Say yes, or read more',
  },
  networkContactWhy: {
    ASKED: 'You get this message because you take part in this network.',
    GIVEN: 'You get this message because somebody else recorded something about your consent.',
    WITHDRAWN: 'You get this message because somebody else recorded something about your consent.',
  },
} as const satisfies SameKeys<typeof nl>;
