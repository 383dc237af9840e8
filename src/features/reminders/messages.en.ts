import type { SameKeys } from '../../kernel/messages.js';
import type { nl } from './messages.nl.js';

export const en = {
  frame: {
    why: 'You receive this message because you are involved in a parent network.',
    unsubscribe: 'Stop receiving these messages',
  },

  subjects: {
    EXPECTED_END:
      '{network}: {self, select, yes {you {when, select, past {were expected to stop} recorded {stop} other {are expected to stop}}} other {a trekker {when, select, past {was expected to stop} recorded {stops} other {is expected to stop}}}} on {on, date}',
    SUPPORT_ENDING: '{network}: the support {when, select, past {ended} other {ends}} on {on, date}',
    HANDOVER_OVERDUE: '{network}: the handover is behind schedule',
    TIE_UNCONFIRMED:
      '{network}: {self, select, yes {are your details still right?} other {check the details of a trekker}}',
    DEPARTURE: '{network}: a trekker stops, last day {on, date}',
  },

  facts: {
    EXPECTED_END:
      '{self, select, yes {According to our records, {on, date} {when, select, past {was} other {is}} your last day as a trekker of {network}.} other {{person, select, null {A trekker} other {{person}}} {when, select, past {was expected to stop} recorded {stops} other {is expected to stop}} leading {network} on {on, date}.}}',
    SUPPORT_ENDING:
      'The last agreement about support for {network} {when, select, past {ended} other {ends}} on {on, date}.',
    HANDOVER_OVERDUE:
      '{overdue, plural, one {One item of the handover of {network} is overdue. It} other {# items of the handover of {network} are overdue. The first}} should have been done by {on, date}.',
    TIE_UNCONFIRMED:
      '{self, select, yes {You have not confirmed your details for some time. We use them to know until when you are a trekker.} other {A trekker of {network} has not confirmed their details for some time.}}',
    DEPARTURE:
      '{person, select, null {A trekker} other {{person}}} stops leading {network}.{byThemselves, select, yes { They told us so themselves.} other {}} The last day is {on, date}.',
  },

  requests: {
    EXPECTED_END:
      '{self, select, yes {Is that right? And do you know who could succeed you? Tell the coordinator of your region, and arrange it together.} other {Look for a successor in time, together with the parents. A good handover takes months.}}',
    SUPPORT_ENDING: 'Agree together who supports the network after that.',
    HANDOVER_OVERDUE: 'Bring the list up to date together, or agree on new dates.',
    TIE_UNCONFIRMED:
      '{self, select, yes {Would you check whether they are still right?} other {Would you check with this parent whether they are still right?}}',
    DEPARTURE:
      '{alone, select, yes {After that the network has no trekker, and its caretaker looks after it. Look for a successor together with the parents.} other {At least one trekker stays. Find out together whether that is enough.}}',
  },

  digest: {
    subject: 'Your worklist for this week: {total, plural, one {# item} other {# items}}',
    counts:
      '{total, plural, =0 {Nothing needs your attention at the moment.} other {Critical: {critical}. At risk: {atRisk}. Needs attention: {attention}.}}',
    why: 'You receive this message because you are a coordinator or a secretary.',
    shown: 'Below are the {shown} most urgent ones.',
  },
} as const satisfies SameKeys<typeof nl>;
