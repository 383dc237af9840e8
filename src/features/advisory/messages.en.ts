import type { SameKeys } from '../../kernel/messages.js';
import type { nl } from './messages.nl.js';

export const en = {
  failures: {
    // seats and appointments
    OTHER_BODY: 'This seat is one of another body.',
    SEAT_TAKEN:
      'This seat is already filled in that period ({until, select, null {from {from, date}} other {{from, date} to {until, date}}}).',
    ALREADY_IN_BODY:
      'This person already holds a seat of this body in that period ({until, select, null {from {from, date}} other {{from, date} to {until, date}}}).',
    BODY_ENDED: 'This body ended on {on, date}.',
    BODY_HAS_APPOINTMENTS: 'This body has appointments on record already. Record another one at its seat.',
    SEAT_ABOLISHED: 'This seat no longer exists from {on, date}.',
    TERM_LIMIT_REACHED:
      'In this body nobody can serve more than {max, plural, one {# term} other {# terms}} in a row.{again, select, null {} other { From {again, date} it is possible again.}}',
    LEFT_SEAT: '{on, date} is recorded as this person’s last day. Record a new appointment.',
    INCOMPATIBLE_EMPLOYEE:
      'Not compatible: this person works for {where} ({until, select, null {from {from, date}} other {{from, date} to {until, date}}}).',
    INCOMPATIBLE_COUNCIL_MEMBER:
      'Not compatible: this person is on the council of {where} ({until, select, null {from {from, date}} other {{from, date} to {until, date}}}).',
    INCOMPATIBLE_BOARD_MEMBER:
      'Not compatible: this person is on the board of {where} ({until, select, null {from {from, date}} other {{from, date} to {until, date}}}).',
    INCOMPATIBLE_CONTRACTOR:
      'Not compatible: this person works on a contract for {where} ({until, select, null {from {from, date}} other {{from, date} to {until, date}}}).',
    ASK_FIRST:
      'This person holds no seat of this body now. Ask first: invite a former member by their earlier appointment.',
    PERSON_OR_INVITATION: 'Choose a person or an invitation, not both.',
    OTHER_SEAT: 'This invitation is for another seat.',
    NOT_ACCEPTED: 'Nobody said yes to this invitation, or it has already been settled.',
    ONE_REQUIREMENT: 'Ask for exactly one thing in each requirement.',

    // invitations
    ONE_WAY_TO_INVITE:
      'Give one of the three: an ervaringsdeskundige, the earlier appointment of a former member, or somebody who was nominated.',
    LEFT_FOR_GOOD: 'This former member can no longer be invited.',
    ALREADY_ASKED: 'This parent has already been invited for this seat.',
    SITS_ALREADY: 'This parent already holds a seat of this body.',
    SEAT_NOT_OPEN: 'Nobody is needed for this seat now: it is filled or no longer exists.',
    NOT_SUITABLE: 'This parent cannot take this seat. {why}',
    REQUIREMENT_MISSING:
      'This parent lacks something that the seat asks for. {why} Explain why you are inviting them all the same.',
    ASKED_OFTEN:
      'This parent was already invited {count} times in the past six months. Choose somebody else, or explain why an exception is justified.',
    ASKED_TOO_OFTEN: 'This parent was invited {count} times in the past six months. It cannot be more often.',
    MANY_NOMINATED:
      'For this seat {count} people who were nominated have yet to answer. Wait for an answer, or withdraw an invitation.',
    MANY_NOMINATED_TODAY: 'You invited {count} people who were nominated today. Go on tomorrow.',
    WEB_ADDRESS:
      'Leave out the web address: the invitation has a link of its own to answer by. Is there none? Then put a space after every full stop.',
    ALREADY_ANSWERED: 'This invitation was already answered on {on, date}.',
    INVITATION_EXPIRED: 'This invitation has expired. It could be answered until {on, date}.',
    INVITATION_CLOSED: 'This invitation was closed on {on, date}.',
    SAY_AS_WHAT: 'We know you in more than one way. First choose how you would take part here.',
    ALREADY_APPOINTED: 'This parent has already been appointed. End the appointment instead.',
  },

  declineKinds: {
    NO_TIME: 'I do not have time for it.',
    NOT_NOW: 'Not now, perhaps later.',
    NOT_THIS_BODY: 'This group does not suit me.',
    NOT_THIS_SUBJECT: 'This subject does not suit me.',
    TOO_FAR: 'It is too far away.',
    PERSONAL: 'For personal reasons.',
    OTHER: 'For another reason.',
  },

  excludedKinds: {
    EMPLOYEE: 'an employee',
    COUNCIL_MEMBER: 'a council member',
    BOARD_MEMBER: 'a board member',
    CONTRACTOR: 'a contractor',
  },
  exclusions: {
    rule: 'Under the rules of procedure you cannot take this seat if you are {kinds} of {places}.',
    municipalities: 'a municipality in the region of {region}',
    clash:
      'Your record says that you are {kind} of {where}. Only you and the coordinator of your region see that.',
    advice:
      'Is that still so? Then it is best to say no. You could choose “For another reason”: nobody needs to know why exactly. Is it no longer so? Ask the coordinator of your region to change it.',
  },

  retirement: {
    TOO_MANY_LEAVE:
      '{count, plural, one {# member leaves} other {# members leave}} in this year. That is too many: the rules of procedure allow {share}% at most.',
    VACANT_TOO_LONG: 'Vacant for more than {days} days: {count, plural, one {# seat} other {# seats}}.',
    CARRIED_OVER:
      'For {count, plural, one {# seat} other {# seats}} the term is over, but there is no successor yet.',
    NO_REAPPOINTMENT:
      'For {count, plural, one {# seat} other {# seats}} the holder cannot stay for another term, and there is no successor yet.',
  },
} as const satisfies SameKeys<typeof nl>;
