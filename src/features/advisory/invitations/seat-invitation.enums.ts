import { describedEnum } from '../../../graphql/connections.js';
import { DECLINE_KINDS } from './decline-kinds.js';

export const InvitationStatus = describedEnum('InvitationStatus', 'Status of an invitation today.', {
  ASKED: 'Waiting for an answer.',
  ACCEPTED: 'The parent accepted; the body’s secretary and coordinators see their name and contact details.',
  DECLINED: 'The parent declined; see `declineKind`.',
  EXPIRED: 'The parent did not answer in time.',
  WITHDRAWN: 'Withdrawn before an answer or after an acceptance; see `withdrawnBecause`.',
  APPOINTED: 'The parent accepted and was appointed.',
});

export const DeclineKind = describedEnum(
  'DeclineKind',
  'Why a parent declines.',
  DECLINE_KINDS.outlines('en'),
);

export const InvitationWithdrawnBecause = describedEnum(
  'InvitationWithdrawnBecause',
  'Why an invitation was closed without leading to an appointment.',
  {
    BY_SECRETARY: 'The body’s secretary or a coordinator withdrew it.',
    CONSENT_WITHDRAWN: 'The parent is no longer findable.',
    SEAT_FILLED: 'Someone else was appointed.',
    SEAT_ABOLISHED: 'The seat no longer exists.',
    PERSON_WITHDREW: 'The parent withdrew their acceptance.',
    PERSON_DEPARTED: 'The person no longer takes part in anything.',
  },
);
