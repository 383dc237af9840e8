import { DETAIL, type Fates, nothing, PART, WORK_OF_ACCOUNT } from '../../writes/personal.js';

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
