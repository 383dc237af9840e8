import type { SameKeys } from '../../../kernel/messages.js';
import type { nl } from './messages.nl.js';

export const en = {
  activityMail: {
    subject: '{title}, {on, date}',
    told: '{network} has planned a meeting: {title}, on {on, date}{time, select, null {} other { at {time}}}{place, select, null {} other { ({place})}}.',
    next: 'The day is attached, for your calendar. If anything changes, or it does not take place, you hear from us.',
    whyPERSON: 'You receive this message because you take part in this network.',
    whyACCOUNT: 'You receive this message because you support this network, or planned this.',
  },
  failures: { NOTHING_PLANNED: 'This network has planned nothing from today on.' },
} as const satisfies SameKeys<typeof nl>;
