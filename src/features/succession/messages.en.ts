import type { SameKeys } from '../../kernel/messages.js';
import type { nl } from './messages.nl.js';

export const en = {
  failures: {
    PLAN_OPEN: 'A succession plan for this is already open.',
    PLAN_CLOSED: 'This succession plan was closed on {on, date}.',
    TREKKERSCHAP_NEEDED:
      'This network has a trekker. Choose the trekkerschap for which you need a successor.',
    OTHER_NETWORK: 'This trekkerschap does not belong to this network.',
    NOT_STARTED: 'This does not start until {from, date}.',
    CANDIDATE_ALREADY: 'This person is already a candidate in this succession.',
    CANDIDATE_ENDED: 'This conversation has ended. Add the person again.',
    CANDIDATE_NOT_AGREED: 'Choose a candidate who has agreed.',
    CHOOSE_CANDIDATE: 'More than one candidate has agreed. Choose the successor.',
    APPOINT_BY_COMPLETING: 'Complete the succession. That makes this person the successor.',
    ALREADY_LEADS: 'This person is already a trekker of this network.',
    IN_COOLDOWN:
      'This person said no on {on, date}. Do not ask again until after {until, date}, or explain why an exception is justified.',
    LEFT_IN_PEACE:
      'This person wants to be left in peace for now. Do not ask them, or explain why an exception is justified.',
    ILLEGAL_STEP: 'This step is not possible now. Possible: {possible}.',
    HANDOVER_OPEN:
      '{count, plural, one {# mandatory handover item is still open. Finish it} other {# mandatory handover items are still open. Finish them}}, or explain why it is fine as it is.',
    KEY_TAKEN: 'This item is already on the list.',
  },
  stages: {
    IDENTIFIED: 'identified',
    APPROACHED: 'approached',
    EXPLORING: 'in conversation',
    AGREED: 'agreed',
    SHADOWING: 'shadowing',
    READY: 'ready for the handover',
    APPOINTED: 'appointed',
    DECLINED: 'declined',
    WITHDRAWN: 'withdrawn',
  },

  suggestions: {
    CO_TREKKER: 'Is now a co-trekker of this network.',
    MEMBER: 'Is now a member of this network.',
    FORMER_TREKKER: 'Led this network before.',
    WANTS_TO_LEAD: 'Would like to lead a network, and belongs to this region.',
    EXPERIENCED: 'Is an ervaringsdeskundige of this region, and would like to lead a network.',
    FORMER_MEMBER: 'Was a member of this network before.',
  },
} as const satisfies SameKeys<typeof nl>;
