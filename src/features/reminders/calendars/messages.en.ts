import type { SameKeys } from '../../../kernel/messages.js';
import type { nl } from './messages.nl.js';

export const en = {
  calendarDays: {
    TREKKERSCHAP_END:
      '{name}: {expected, select, yes {expected to be } other {}}{self, select, yes {your last day as a trekker} other {the last day of a trekker}}',
    SUPPORT_END: '{name}: the last day of the support',
    ACTIVITY: '{name}: {seat}',
    WORK_DUE: '{name}',
    ANSWER_DUE: '{name}: the last day to answer the invitation',
    SEAT_TERM_END: '{name}: the holder of {seat} leaves',
    OFF: 'Cancelled{what, select, null {} other {: {what}}}',
  },

  calendarNews: {
    MOVED:
      '“{what}” is now on {on, date}{time, select, null {} other { at {time}}}{place, select, null {} other { ({place})}}, no longer on {was, date}.',
    AGAIN:
      '“{what}” is on {on, date}{time, select, null {} other { at {time}}}{place, select, null {} other { ({place})}} after all.',
    TIME: '{time, select, null {When “{what}” on {on, date} begins is not certain yet.} other {“{what}” on {on, date} now begins at {time}.}}',
    PLACE:
      '{place, select, null {Where “{what}” on {on, date} will be is not certain yet.} other {“{what}” on {on, date} is now in another place: {place}.}}',
    BOTH: '“{what}” on {on, date} now begins at {time}, and is in another place: {place}.',
    OFF: '{what, select, null {What was on {was, date} is cancelled.} other {“{what}” on {was, date} is cancelled.}}',
  },

  calendarMail: {
    subject:
      '{moved, plural, =0 {{off, plural, one {A day in your calendar is cancelled} other {Days in your calendar are cancelled}}} other {{total, plural, one {A day in your calendar changes} other {Days in your calendar change}}}}',
    told: 'We gave you {total, plural, one {a day} other {days}} for your calendar before. Something about that has changed. Open the attachment, and your calendar is right again.',
    why: 'You receive this message because we gave you something for your calendar before.',
  },
} as const satisfies SameKeys<typeof nl>;
