import type { SameKeys } from '../../../kernel/messages.js';
import type { nl } from './messages.nl.js';

export const en = {
  invitation: {
    subject: '{body}: would you like to contribute?',
    invites:
      '{network, select, null {You have an invitation from {inSentence}.} other {You have an invitation from {inSentence}, through {network}.}} Would you like to take the seat “{seat}”?',
    writes: 'A message from {inSentence}:',
    notice:
      '{nominated_by, select, COORDINATOR {The coordinator of the region of {inSentence}} other {The secretary of {inSentence}}} gave us your name and email address, and says where they come from: {source}. We use them only for this invitation. If you say no, or do not answer in time, we erase your name and email address. For half a year we keep only a code of your email address, so that we see that you were asked before.',
    privacy:
      '{way, select, NOMINEE {If you say yes, we record your name and email address. The secretary and the coordinators of the region then see them.} FORMER {You held a seat of this body before. This invitation shows the secretary nothing new of you. If you say yes, the secretary and the coordinators of the region see your name, email address and telephone number. If you say no, things stay as they are.} other {The secretary does not yet know who you are. If you say yes, the secretary and the coordinators of the region see your name, email address and telephone number. If you say no, your name stays unknown.}}',
    until: 'You can answer until {until, date}. You can always say no.',
    button: 'See the invitation and answer',
  },

  why: {
    parent:
      '{way, select, NOMINEE {You receive this message because you were nominated for a seat.} FORMER {You receive this message because you held a seat of this body before.} other {You receive this message because you may be found as an ervaringsdeskundige. Would you rather not? Withdraw your consent, or ask the coordinator of your region.}}',
    region: 'You receive this message because this parent belongs to your region.',
    sender: 'You receive this message because you find people for the seats of this body.',
  },

  waiting: {
    subject: '{body}: an invitation is waiting for a parent in your region',
    invites:
      '{person, select, null {A parent in your region} other {{person}}} was invited by {inSentence} for the seat “{seat}”. Email does not reach this parent.',
    call: 'Would you call and tell them that an invitation is waiting? The parent signs in and answers, until {until, date}.',
    address:
      'Your worklist has the invitation as a letter. If you record an address that works, we will send it there.',
  },

  unreached: {
    subject: '{body}: an invitation did not arrive',
    refused:
      'The invitation for the seat “{seat}” to somebody who was nominated did not arrive: the email address that was given takes no mail.',
    next: 'Check the address. Withdraw the invitation, and invite this parent again with an address that works.',
  },

  because: {
    BY_SECRETARY: 'The invitation from {inSentence} for the seat “{seat}” was withdrawn.',
    SEAT_FILLED: 'Somebody else was appointed to the seat “{seat}” of {inSentence}.',
    SEAT_ABOLISHED: 'The seat “{seat}” of {inSentence} will no longer exist.',
  },

  closed: {
    subject: '{body}: your invitation is closed',
    after:
      '{answered, select, yes {The secretary no longer sees your name and contact details.} other {{way, select, NOMINEE {We erase your name and email address. There is nothing you need to do.} FORMER {There is nothing you need to do.} other {Your name was not shared. There is nothing you need to do.}}}}',
    thanks: 'Thank you for being willing to contribute.',
    regionSubject: '{body}: the invitation to a parent in your region is closed',
    tell: 'Would you call {person, select, null {this parent} other {{person}}} and tell them that no invitation is waiting any more?',
  },

  reopened: {
    subject: '{body}: after all not closed, your invitation is valid again',
    mistake:
      'We wrote to you that somebody else was appointed to the seat “{seat}” of {inSentence}. That was a mistake: nobody was appointed. Our apologies.',
    again:
      '{answered, select, yes {You said yes, and that counts again. The secretary and the coordinators of the region see your name and contact details again.} other {The invitation is valid again.}}',
    notAnyMore: 'Would you rather not?',
    until: 'You can answer until {until, date}. You can always say no.',
    regionSubject: '{body}: after all not closed, the invitation to a parent in your region',
    tell: 'Would you call {person, select, null {this parent} other {{person}}} and tell them that the invitation is valid again, and {answered, select, yes {their yes as well} other {can be answered until {until, date}}}?',
  },

  answeredSubjects: {
    ASKED: '{body}: your invitation stands again',
    ACCEPTED: '{body}: yes to your invitation',
    DECLINED: '{body}: no to your invitation',
    EXPIRED: '{body}: no answer to your invitation',
    CONSENT_WITHDRAWN: '{body}: your invitation is closed',
    PERSON_WITHDREW: '{body}: no to your invitation after all',
    PERSON_DEPARTED: '{body}: your invitation is closed',
  },
  answered: {
    ASKED:
      'We wrote to you that your invitation of {asked, date} for the seat “{seat}” will no longer be answered. That is not right any more: the invitation stands again.',
    ACCEPTED:
      '{pseudonym, select, null {The parent you invited on {asked, date}} other {{pseudonym}}} says yes to your invitation for the seat “{seat}”.',
    DECLINED:
      '{pseudonym, select, null {The parent you invited on {asked, date}} other {{pseudonym}}} says no to your invitation for the seat “{seat}”.',
    EXPIRED:
      'Your invitation of {asked, date} for the seat “{seat}” was not answered. It could be answered until {until, date}.',
    CONSENT_WITHDRAWN: 'An invitation for the seat “{seat}” will no longer be answered.',
    PERSON_WITHDREW:
      '{pseudonym, select, null {The parent you invited on {asked, date}} other {{pseudonym}}} said yes to your invitation for the seat “{seat}”, but has decided against it.',
    PERSON_DEPARTED: 'The parent you invited for the seat “{seat}” no longer takes part.',
  },
  next: {
    ASKED: 'The parent can answer until {until, date}. There is nothing you need to do.',
    ACCEPTED:
      'You can now see the name, email address and telephone number of this parent. Get in touch soon, and record the appointment after that.',
    DECLINED: 'Leave this parent in peace for the next six months. You can invite somebody else.',
    EXPIRED: 'You can invite somebody else.',
    CONSENT_WITHDRAWN: 'You can invite somebody else.',
    PERSON_WITHDREW: 'You no longer see the name and contact details. You can invite somebody else.',
    PERSON_DEPARTED: 'You can invite somebody else.',
  },
  reason: { given: 'The reason: {reason}' },
} as const satisfies SameKeys<typeof nl>;
