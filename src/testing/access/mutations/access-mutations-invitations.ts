import { COORDINATORS, HERE, type MutationAccess, THERE } from './access-mutation-terms.js';

const FILLERS = `${COORDINATORS} secretary bodySecretary`;
const PARENTS = 'trekker member former expert formerHolder mixed';
const OF_ACROSS = `${THERE} bodySecretary`;
const OF_BELOW = `${HERE} secretary`;

/** Who may invite parents for seats, answer, and withdraw. */
export const OF_INVITATIONS: Readonly<Record<string, MutationAccess>> = {
  invitationCreate: {
    roles: FILLERS,
    attempts: [
      {
        names: 'seatId',
        input: (ids) => ({ ervaringsdeskundigeId: ids['profile country-wide'] }),
        on: {
          seat: { allowed: OF_BELOW, code: 'SEAT_NOT_OPEN' },
          'vacant seat': { allowed: OF_BELOW, code: 'ALREADY_ASKED' },
          'seat below': OF_BELOW,
          'seat elsewhere': { allowed: THERE, code: 'SEAT_NOT_OPEN' },
          // the coordinator here sees it, because a parent here was invited for it
          'seat across': OF_ACROSS,
        },
      },
      {
        names: 'ervaringsdeskundigeId',
        input: (ids) => ({ seatId: ids['seat across'], motivation: 'Kan het goed' }),
        by: OF_ACROSS,
        on: {
          profile: { allowed: OF_ACROSS, code: 'ALREADY_ASKED' },
          'profile country-wide': OF_ACROSS,
          'profile elsewhere': OF_ACROSS,
          'profile without consent': { allowed: '', code: 'NOT_FOUND' },
        },
      },
      // whose record is kept here, but who is not findable for that seat: not at all, or not in its region
      {
        names: 'ervaringsdeskundigeId',
        input: (ids) => ({ seatId: ids['seat below'] }),
        by: OF_BELOW,
        notThereFor: OF_BELOW,
        on: {
          profile: { allowed: OF_BELOW, code: 'NOT_FOUND' },
          'profile without consent': { allowed: OF_BELOW, code: 'NOT_FOUND' },
          'profile withdrawn': { allowed: OF_BELOW, code: 'NOT_FOUND' },
          'profile of the past': { allowed: OF_BELOW, code: 'NOT_FOUND' },
        },
      },
      // said no, and may be asked again for a reason; the other never held a seat of this body
      {
        names: 'formerAppointmentId',
        input: (ids) => ({ seatId: ids['vacant seat'], motivation: 'Vraagt er zelf om' }),
        by: OF_BELOW,
        on: {
          'appointment until yesterday': OF_BELOW,
          'appointment after the term': { allowed: OF_BELOW, code: 'NOT_FOUND' },
        },
      },
    ],
  },
  invitationAnswer: {
    roles: PARENTS,
    attempts: [
      {
        names: 'id',
        input: () => ({ accept: true }),
        on: {
          invitation: 'expert',
          'invitation that led to a seat': { allowed: 'expert', code: 'ALREADY_APPOINTED' },
          'invitation that ran out': { allowed: 'formerHolder', code: 'INVITATION_EXPIRED' },
          'invitation with a yes': { allowed: '', code: 'FORBIDDEN' },
        },
      },
    ],
  },
  invitationWithdraw: {
    roles: `${FILLERS} ${PARENTS}`,
    attempts: [
      {
        names: 'id',
        input: () => ({}),
        by: `admin ${FILLERS} trekker member former formerHolder`,
        on: {
          invitation: OF_ACROSS,
          'invitation with a yes': OF_BELOW,
          'invitation with a no': { allowed: OF_ACROSS, code: 'ALREADY_ANSWERED' },
          'invitation that ran out': { allowed: 'formerHolder', code: 'INVITATION_EXPIRED' },
          'invitation taken back': { allowed: HERE, code: 'INVITATION_CLOSED' },
        },
      },
      {
        names: 'id',
        input: () => ({}),
        by: `expert ${OF_BELOW}`,
        on: {
          'invitation that led to a seat': { allowed: `expert ${OF_BELOW}`, code: 'ALREADY_APPOINTED' },
        },
      },
      {
        names: 'id',
        input: () => ({}),
        by: 'expert',
        on: { invitation: { allowed: 'expert', code: 'NOT_ACCEPTED' } },
      },
    ],
  },
};
