import type { SameKeys } from '../../../kernel/messages.js';
import type { nl } from './messages.nl.js';

export const en = {
  proof: {
    subject: 'Is this the right email address?',
    asked:
      'This address was given for messages about parent networks{organisation, select, null {} other { to {organisation}}}. Is that right? Open the link below and press the button. From then on we send the messages here.',
    until: 'The link works until {until, date}.',
    notYou:
      'Do you know nothing of this? Then there is nothing you need to do, and you will hear no more from us.',
    button: 'Confirm this email address',
  },

  newsSubjects: {
    ASKED: 'Another email address was given',
    CONFIRMED: 'Our messages now go to another email address',
    REMOVED: 'We no longer send messages to this email address',
  },
  news: {
    ASKED:
      'Another email address was given for the messages{organisation, select, null {} other { to {organisation}}} that you receive here. We have sent a link to that address. The messages go there only once somebody confirms that address. Until then we send them to this address.',
    CONFIRMED:
      'The messages{organisation, select, null {} other { to {organisation}}} that you received here now go to another email address. That address was confirmed.',
    REMOVED:
      'This email address was removed{organisation, select, null {} other { from {organisation}}}. We no longer send messages to it.',
  },
  addressFrame: {
    notYou: 'Is this not right? Please call the coordinator of your region as soon as you can.',
    whyOld: 'You receive this message because our messages went to this address until now.',
    whyNew: 'You receive this message because somebody gave us this address.',
  },
} as const satisfies SameKeys<typeof nl>;
