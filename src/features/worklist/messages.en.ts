import type { SameKeys } from '../../kernel/messages.js';
import type { nl } from './messages.nl.js';

export const en = {
  findings: {
    NO_TREKKER: 'There has been no trekker since {since, date}. At most a caretaker keeps the network going.',
    TREKKER_ABSENT:
      '{count, plural, one {The trekker has} =2 {Both trekkers have} other {All # trekkers have}} been away since {since, date}, and nobody acts meanwhile. At most a caretaker keeps the network going.',
    ABSENCE_OVERDUE: 'A trekker was expected to be away until {due, date}, and is not back yet.',
    SINGLE_TREKKER: 'One trekker carries the network, without a co-trekker.',
    ENDS_SOON:
      'After {due, date} {recorded, select, yes {there is no trekker left} other {no trekker is expected to be left}}, and nobody has agreed to take over.',
    ALL_LEAVE_TOGETHER:
      '{count, plural, =2 {Both trekkers} other {All # trekkers}} {recorded, select, yes {leave} other {are expected to leave}} at about the same time, from {due, date}.',
    NO_SUCCESSOR: 'There is no successor in sight yet.',
    HANDOVER_OVERDUE:
      '{count, plural, one {One handover item is overdue. It was due on} other {# handover items are overdue. The first was due on}} {due, date}.',
    LONG_TENURE: 'A trekker has served for longer than the guideline, which was reached on {due, date}.',
    NO_SUPPORT: 'No organisation supports the network.',
    SUPPORT_ENDING: 'The last support ends on {due, date}.',
    INACTIVE: 'No activity has been recorded for {count, plural, one {# day} other {# days}} or more.',
    OVERLOADED:
      'A trekker has more than {count, plural, one {# role} other {# roles}} at once, seats included.',
    UNREACHABLE:
      'The contact person cannot be reached: they take no part any more, are away, or have neither an email address nor a telephone number. Without a contact person, this is so of all trekkers.',
    TIE_UNCONFIRMED:
      'The expected end assumes a child at school. That has needed confirming again since {since, date}.',
    NETWORK_ENDS:
      'The last day of the network: {due, date}. {count, plural, one {One thing is left to do.} other {# things are left to do.}}',
    SEAT_VACANT: 'The seat has been vacant since {since, date}. Nobody has been appointed yet.',
    TERM_ENDS: 'The term ends on {due, date}. Nobody has been appointed to follow.',
    CARRIED_OVER:
      'The term has been over since {since, date}. The holder of the seat stays on until there is a successor.',
    HOLDER_OVERDUE: 'The holder of the seat was expected to be away until {due, date}, and is not back yet.',
    TRAINING_EXPIRES:
      '{count, plural, one {One training has expired or soon will: valid until} other {# trainings have expired or soon will. The first: valid until}} {due, date}.',
    CONSENT_ENDS: 'The consent to be found is valid until {due, date}.',
    SEAT_CLASHES:
      'This parent sits in {count, plural, one {a body} other {# bodies}} with rules that exclude something on the parent’s own record. Only the parent and the coordinator of the region see that record.',
    AGREEMENT_ASKED:
      'Another region has been asking for an agreement since {since, date}. Please answer by {due, date}.',
    NETWORK_MOVE_ASKED:
      'Since {since, date} another region asks whether a network may move to your region. Please answer by {due, date}.',
    AGREEMENT_ANSWERED: 'The other region decided something about the agreement on {since, date}.',
    AGREEMENT_ENDS:
      'The agreement with the other region holds until {due, date}. There is nothing yet for after that.',
    PERSON_DIED: 'A parent who took part here has died. That was recorded on {since, date}.',
    PERSON_STOPPED:
      'A parent who took part here has stopped with everything. That was recorded on {since, date}.',
    DEATH_TAKEN_BACK: 'By mistake it said here that a parent had died. That was put right on {since, date}.',
    STOP_TAKEN_BACK:
      'A parent who had stopped with everything goes on after all. That was recorded on {since, date}.',
    LETTER_WAITS: 'A letter is ready since {since, date} for a parent whom email does not reach.',
    NOTICE_OWED:
      'A parent wants no messages from us now, but has to know something: the law says so. It is about a message of {since, date}.',
    PERSON_MOVED_AWAY:
      'A parent of your region moves to another region. That was recorded on {since, date}. It is not known yet whether the new region may know this parent. Until then you are there for them.',
    PERSON_MOVED_HERE:
      'A parent has moved to your region, and you may know them now. That is so since {since, date}.',
    TELL_OF_CHANGE:
      'The municipality of a parent comes under another region. No mail reaches them, so they do not know yet. Please tell them by {due, date}.',
    TELL_CHANGE_IS_OFF:
      'You told a parent that their municipality comes under another region. That is off. Please tell them by {due, date}.',
    REGION_LEAVES:
      'From {due, date} on, municipalities of your region are part of another region. It has yet to be decided whether some networks or parents there go along.',
    REGION_COMES:
      'From {due, date} on, municipalities of another region are part of your region. It has yet to be decided whether some networks or parents there come along.',
    MOVE_TAKEN_BACK:
      'By mistake it was on record that a parent had moved. That was put right on {since, date}: you are there for this parent again.',
  },

  actions: {
    OPEN_SUCCESSION: 'Open a succession plan.',
    ADD_CANDIDATE: 'Find a candidate successor.',
    MOVE_CANDIDATE: 'Continue the conversation with the candidate until they agree.',
    COMPLETE_SUCCESSION: 'Complete the succession.',
    ARRANGE_SUBSTITUTE: 'Agree with the network who acts meanwhile.',
    ASK_ABSENT_TREKKER: 'Ask the trekker when they will be back, and record it. No reason is needed.',
    ASK_ABSENT_HOLDER:
      'Ask the holder of the seat when they will be back, and record it. No reason is needed.',
    ADD_CO_TREKKER: 'Find a co-trekker.',
    SPREAD_LEAVING: 'Agree that the trekkers leave one after the other, not all at once.',
    FINISH_HANDOVER: 'Bring the handover up to date.',
    TALK_ABOUT_TENURE: 'Ask the trekker how long they want to continue.',
    ARRANGE_SUPPORT: 'Find an organisation to support the network.',
    CONTACT_NETWORK: 'Contact the network, and record the activity.',
    SHARE_ROLES: 'Share the roles among more parents.',
    NAME_CONTACT: 'Name a contact person who can be reached.',
    CONFIRM_TIE: 'Ask the trekker whether the child is still at this school.',
    PREPARE_END:
      'See what is left to do: tell the members, hand over the files, help the members find another place. Tick off what is done.',
    FILL_SEAT: 'Find somebody for the seat.',
    REAPPOINT_OR_REPLACE: 'Reappoint the holder of the seat, or find a successor.',
    RENEW_TRAINING: 'Ask whether the parent wants to renew the training, and record the new one.',
    ASK_CONSENT: 'Ask whether the parent still wants to be found.',
    TALK_ABOUT_CLASH:
      'Speak with the parent: is the record still right, and what do they want themselves? The appointment stands until somebody ends it.',
    DECIDE_AGREEMENT: 'Read what the other region asks, and say yes or no.',
    READ_ANSWER: 'Read the answer, and tell whoever waits for it.',
    FEEL_WITH_FAMILY:
      'Let the family know that you feel with them. Agree who tells the network or the body. See to it that no more post reaches the family in this parent’s name.',
    TELL_WHO_STOPPED: 'Tell those who worked with this parent, and thank the parent.',
    TELL_BY_TELEPHONE:
      'Call the parent, and explain what went wrong. Call those who had heard of it too. Send no mail about this.',
    TELL_WHO_GOES_ON: 'Tell those who had heard that this parent would stop.',
    SEND_LETTER: 'Open the letter, print it and send it. Then say that it was sent.',
    TELL_WITH_CARE:
      'Tell them yourself, in a way and at a time that fit. Do not ask why they want no messages.',
    ASK_TO_INTRODUCE:
      'If the parent has an email address, the question was mailed. Call if no answer comes: may we introduce you to your new region? Record the answer.',
    WELCOME: 'Get to know them, and ask whether and how they would like to take part here.',
    TELL_BY_LETTER:
      'Tell the parent by letter or telephone, and that they may say no. Then say that it is done. If the parent says no, record that.',
    TELL_IT_IS_OFF: 'Tell the parent by letter or telephone. Then say that it is done.',
    PREPARE_CHANGE:
      'See which networks and parents it is about. What is to stay with you, you can refuse one by one. Until it is applied you are there for them.',
    APPLY_CHANGE:
      'See what comes, and refuse one by one what does not fit. Apply the rest from the day itself on.',
    READ_WHO_STAYS: 'Read who it is. There is nothing to ask the parent.',
    RENEW_AGREEMENT: 'Ask the other region whether to go on together, or bring it to an end.',
  },
} as const satisfies SameKeys<typeof nl>;
