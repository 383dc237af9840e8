import { describedEnum } from '../../../graphql/connections.js';
import { DECLINE_KINDS } from './decline-kinds.js';

export const InvitationStatus = describedEnum('InvitationStatus', 'Where a question to a parent is today.', {
  ASKED: 'Waiting for an answer.',
  ACCEPTED: 'The parent said yes; who fills the seat knows their name and how to reach them.',
  DECLINED: 'The parent said no; see `declineKind`.',
  EXPIRED: 'Nobody answered in time.',
  WITHDRAWN: 'No longer asked, or taken back after a yes; see `withdrawnBecause`.',
  APPOINTED: 'The parent said yes and was appointed.',
});

export const DeclineKind = describedEnum(
  'DeclineKind',
  'Why a parent says no.',
  Object.fromEntries(Object.entries(DECLINE_KINDS).map(([code, { en }]) => [code, en])) as Record<
    keyof typeof DECLINE_KINDS,
    string
  >,
);

export const InvitationWithdrawnBecause = describedEnum(
  'InvitationWithdrawnBecause',
  'Why a question was closed without leading to a seat.',
  {
    BY_SECRETARY: 'Who fills the seat took it back.',
    CONSENT_WITHDRAWN: 'The parent may not be found any more.',
    SEAT_FILLED: 'Somebody else was appointed.',
    SEAT_ABOLISHED: 'The seat is not there any more.',
    PERSON_WITHDREW: 'The parent took back their yes.',
  },
);

export const AccessWhat = describedEnum('AccessWhat', 'What somebody was told of a parent.', {
  NAME_AND_CONTACT: 'The name, e-mail address and telephone number.',
  NAME_EXPORTED: 'The name, in a file.',
});

export const AccessReason = describedEnum('AccessReason', 'Why somebody was told.', {
  INVITATION_ACCEPTED: 'The parent said yes to a question.',
  APPOINTED:
    'They were appointed without a question: whoever fills seats of the body knows them from then on, as after a yes.',
  RETIREMENT_SCHEDULE: 'A file with who leaves the body when.',
});
