import type { SameKeys } from '../../../kernel/messages.js';
import type { nl } from './messages.nl.js';

export const en = {
  activityMail: {
    subject: '{title}, {on, date}',
    told: '{network} has planned a meeting: {title}, on {on, date}{time, select, null {} other { at {time}}}{place, select, null {} other { ({place})}}.',
    next: 'The day is attached, for your calendar. If anything changes, or it does not take place, you hear from us.',
    why: 'You receive this message because you take part in this network.',
  },
} as const satisfies SameKeys<typeof nl>;
