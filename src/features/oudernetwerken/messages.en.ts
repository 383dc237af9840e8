import type { SameKeys } from '../../kernel/messages.js';
import type { nl } from './messages.nl.js';

export const en = {
  failures: {
    NETWORK_NOT_FORMING: 'This network is already active, or has ended.',
    NETWORK_NOT_ACTIVE: 'This network is not active.',
    NETWORK_ENDED: 'The last day of this network is {on, date}.',
    BAD_TIME: 'Write the time as 19:30.',
    ALREADY_HELD: 'This was on {on, date} already. Correct it there.',
    NOT_HELD_YET: 'This has not taken place yet. Record first that it did.',
    PERSON_OR_NEWCOMER: 'Choose somebody who is known already, or give somebody new. Not both.',
    PERIOD_TAKEN:
      '{what, select, trekker {This person is already a trekker of this network then} member {This person is already a member of this network then} support {This organisation already supports this network then} absence {This person is already away then} incompatibility {This position is already recorded for that period} other {This is already recorded for that period}} ({until, select, null {from {from, date}} other {{from, date} to {until, date}}}).',
    CARETAKER_TAKEN: 'The network already has a caretaker in this period.',
    ALREADY_ENDED: 'This has already ended: the last day was {on, date}. If that is wrong, correct that end.',
    ALREADY_STARTED: 'This already started on {on, date}.',
    NO_END_RECORDED: 'No end date has been recorded for this.',
    HANDED_OVER: 'This trekkerschap has already been handed over.',
    PLANNED_BEFORE:
      'It is recorded that this trekker plans to stop on {on, date}. Choose a first day before that, or change that end first.',
    PLANNED_IN_PAST:
      'Choose today, {today, date}, or a later day. Was the last day before that? It is no plan any more: the coordinator of the region records the end itself.',
    GOES_ON:
      '{undone, select, yes {This trekker went on in another role or network on {on, date}, and that day belongs to both. Annul the trekkerschap from that day on, and record it again.} other {This trekker goes on in another role or network from {on, date}. Record it there.}}',
    SAME_ROLE: 'This trekker has this role already.',
    NOT_LED_BY_PARENT:
      'Whoever leads a network of parents takes part as a parent. That must be on the record of this person.',
    STANDBY:
      'This caretaker was arranged automatically. It ends by itself as soon as there is a trekker or another caretaker.',
    NO_CARETAKER:
      'There is no organisation that can be the caretaker of the network. First give the region a coordinating organisation.',
    REGIONS_DIFFER: 'These networks are of different regions. First move one to the region of the other.',
    NOT_IN_NETWORK: 'This does not belong to this network.',
    COVER_BROKEN: 'On {on, date} the network would have neither a trekker nor a caretaker.',
    SAME_PERSON: 'This is the person themselves. Choose somebody else.',
  },
} as const satisfies SameKeys<typeof nl>;
