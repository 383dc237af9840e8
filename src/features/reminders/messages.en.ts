import type { SameKeys } from '../../kernel/messages.js';
import type { nl } from './messages.nl.js';

export const en = {
  frame: {
    greeting:
      '{name, select, null {{parent, select, yes {Dear parent,} other {Hello,}}} other {Dear {name},}}',
    regards: 'Kind regards,',
    coordinator: 'coordinator of parent networks, region {region}',
    region: 'Parent networks, region {region}',
    service: 'Parent networks',
    phone: 'Telephone {phone}',
    byReply: 'Then answer this message.',
    byPhone: 'Then call {phone}.',
    byPhoneOrMailbox: 'Then call {phone}, or mail to {mailbox}.',
    byMailbox: 'Then mail to {mailbox}.',
    byRegion:
      'Then call the coordinator of {region, select, null {your region} other {the region {region}}}.',
    why: 'You receive this message because you are involved in a parent network.',
    responsible:
      '{organisation} answers for {own, select, yes {your personal data} other {the personal data in this message}}. Turn there to see, correct or remove them{ways, select, BOTH {: {email}, telephone {phone}} EMAIL {: {email}} PHONE {: telephone {phone}} other {}}.',
    unsubscribe: 'Stop receiving these messages',
  },
  subjects: {
    EXPECTED_END:
      '{self, select, yes {{when, select, past {Are you still a trekker?} recorded {Your last day as a trekker is coming} other {How long would you like to stay a trekker?}}} other {A trekker {when, select, past {was expected to stop} recorded {stops} other {is expected to stop}} on {on, date}}}',
    SUPPORT_ENDING: 'The support of a parent network {when, select, past {ended} other {ends}} on {on, date}',
    HANDOVER_OVERDUE: 'A handover is behind schedule',
    TIE_UNCONFIRMED:
      '{self, select, yes {Are your details still right?} other {Are the details of a trekker still right?}}',
    DEPARTURE: 'A trekker {when, select, past {has stopped} other {stops}}, last day {on, date}',
    ABSENCE_OVERDUE: 'Is a trekker back?',
  },
  buttons: { check: 'Is that right?' },
  days: {
    HANDOVER_OVERDUE: '{network}: the handover is behind schedule',
    TIE_UNCONFIRMED:
      '{network}: {self, select, yes {are your details still right?} other {check the details of a trekker}}',
  },
  facts: {
    EXPECTED_END:
      '{self, select, yes {You are a trekker of {network}. According to our records {on, date} {when, select, past {was} other {is}} your last day.} other {{person, select, null {A trekker} other {{person}}} {when, select, past {was expected to stop} recorded {stops} other {is expected to stop}} leading {network} on {on, date}.}}',
    SUPPORT_ENDING:
      'The last agreement about support for {network} {when, select, past {ended} other {ends}} on {on, date}.',
    HANDOVER_OVERDUE:
      '{overdue, plural, one {One item of the handover of {network} is overdue. It} other {# items of the handover of {network} are overdue. The first}} should have been done by {on, date}.',
    TIE_UNCONFIRMED:
      '{self, select, yes {You are a trekker of {network}. You have not confirmed your school details for some time. We use them to know until when you are a trekker.} other {A trekker of {network} has not confirmed their school details for some time.}}',
    DEPARTURE:
      '{person, select, null {A trekker} other {{person}}} {when, select, past {has stopped} other {stops}} leading {network}.{byThemselves, select, yes { They told us so themselves.} other {}} The last day {when, select, past {was} other {is}} {on, date}.',
    ABSENCE_OVERDUE:
      '{person, select, null {A trekker} other {{person}}} was expected to be away as a trekker of {network} until {on, date}. According to our records that is still so.',
  },
  requests: {
    EXPECTED_END:
      '{self, select, yes {{when, select, past {Would you tell us whether you are still a trekker?} recorded {Would you tell us whether that is still right, and who could succeed you?} other {Would you tell us whether that is right, or else how long you would like to stay a trekker?}}} other {Would you look for a successor in time, together with the parents? A good handover takes months.}}',
    SUPPORT_ENDING: 'Would you agree together who supports the network after that?',
    HANDOVER_OVERDUE: 'Would you bring the list up to date together, or agree on new dates?',
    TIE_UNCONFIRMED:
      '{self, select, yes {Would you check whether they are still right?} other {Would you check with this parent whether they are still right?}}',
    DEPARTURE:
      '{alone, select, yes {{when, select, past {Since then} other {After that}} the network has no trekker, and its caretaker looks after it. Would you look for a successor together with the parents?} other {At least one trekker stays. Would you find out together whether that is enough?}}',
    ABSENCE_OVERDUE:
      'Would you ask whether this parent is back, and record until when they are away? We do not ask for a reason.',
  },
  digest: {
    subject: 'Your worklist for this week: {total, plural, one {# item} other {# items}}',
    counts:
      '{total, plural, =0 {Nothing needs your attention at the moment.} one {There is # item on your worklist: {bands}. Would you see what you can do this week?} other {There are # items on your worklist: {bands}. Would you see what you can do this week?}}',
    critical: '{critical} critical',
    atRisk: '{atRisk} at risk',
    attention: '{attention} to keep an eye on',
    why: 'You receive this message because you are a coordinator or a secretary.',
    shown: 'Below are the {shown} most urgent ones.',
  },
} as const satisfies SameKeys<typeof nl>;
