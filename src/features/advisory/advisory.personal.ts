import { DETAIL, type Fates, nothing, PART, WORK_OF_ACCOUNT } from '../../writes/personal.js';
import { processed, type Processed, ON_SEAT, type Processing, WORK_DONE } from '../../writes/processing.js';

/** Somebody nominated, who has not answered yet and may not be known otherwise. */
const NOMINATED = {
  ...DETAIL,
  departure: nothing('nobody knows who they are before they answer'),
  move: nothing('their region is not known'),
  merge: nothing('nobody knows who they are before they answer'),
} as const;

export const ADVISORY_PERSONAL: Fates = {
  seat_appointments: PART,
  seat_invitations: { ...PART, departure: 'CLOSED', export: 'REDACTED' },
  'seat_invitations.invited_by': WORK_OF_ACCOUNT,
  // what was written to them and by them
  'seat_invitations.message': { ...DETAIL, export: 'REDACTED' },
  'seat_invitations.motivation': { ...DETAIL, export: 'REDACTED' },
  'seat_invitations.decline_reason': DETAIL,
  seat_nominees: NOMINATED,
  nominated_addresses: { ...NOMINATED, export: nothing('it is a hash, and shows no address') },
  nominee_lookups: { ...WORK_OF_ACCOUNT, export: 'REDACTED', erasure: 'ERASED' },
  person_access_log: {
    departure: nothing('it was looked at'),
    move: 'FOLLOWS',
    merge: 'JOINED',
    export: 'GIVEN',
    erasure: 'PSEUDONYM',
  },
};

const INVITED: Processing = { ...ON_SEAT, seenBy: ['COORDINATOR', 'BODY'], kept: 'INVITATION' };
const NOMINEE: Processing = { ...INVITED, whose: 'NOMINEE' };

export const ADVISORY_PROCESSED: readonly Processed[] = [
  processed(
    'seat_appointments',
    `seat_id body_id region_id person_id period latest_end term_number nominated_by_id nominated_by_body_id
    nominated_by_network_id end_reason replaces_id invitation_id known_as perspective`,
    ON_SEAT,
  ),
  processed(
    'seat_invitations',
    `seat_id body_id region_id ervaringsdeskundige_id person_id person_region_id asked_through status asked_on expires_on
    answered_on closed_on withdrawn_because shortlist former_appointment_id language perspective`,
    INVITED,
  ),
  processed('seat_invitations', 'decline_kind decline_reason message motivation', {
    ...INVITED,
    kept: 'INVITATION_REASON',
  }),
  processed('seat_invitations', 'invited_by answered_by', WORK_DONE),
  processed('seat_nominees', 'invitation_id given_name infix family_name email source', {
    ...NOMINEE,
    kept: 'SHORT',
  }),
  processed('nominated_addresses', 'invitation_id address_hash', { ...NOMINEE, seenBy: ['SERVICE'] }),
  processed('nominee_lookups', 'invitation_id account_id looked_on looked_at', {
    ...WORK_DONE,
    seenBy: ['SERVICE'],
    kept: 'SHORT',
  }),
  processed(
    'person_access_log',
    'person_id person_region_id happened_at what why account_id body_id list_purpose invitation_id',
    { whose: 'PARENT', activity: 'ACCOUNTABILITY', seenBy: ['COORDINATOR'], kept: 'PROOF' },
  ),
];
