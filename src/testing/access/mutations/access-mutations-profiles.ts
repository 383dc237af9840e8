import { AND_PARENTS, COORDINATORS, HERE, type MutationAccess, THERE } from './access-mutation-terms.js';
import { PRINCIPALS } from '../access-objects.js';
import { CONSENT_TEXTS } from '../../../features/ervaringsdeskundigen/consent/consent-text.js';

/** Whose profile is among the objects. */
const OWNERS = ['expert', 'formerHolder'];
const OWN = OWNERS.join(' ');
const OTHERS = ['anonymous', ...PRINCIPALS.filter((principal) => !OWNERS.includes(principal))].join(' ');

const BY_COORDINATORS = {
  profile: HERE,
  'profile without consent': HERE,
  'profile country-wide': THERE,
  'profile elsewhere': THERE,
  'profile withdrawn': HERE,
  'profile of the past': HERE,
};
const KEPT = {
  ...BY_COORDINATORS,
  profile: `${HERE} expert`,
  'profile of the past': `${HERE} formerHolder`,
};
const REGISTERED = { allowed: `${HERE} expert`, code: 'ALREADY_REGISTERED' };
const NOTHING_GIVEN = { allowed: HERE, code: 'NO_CONSENT' };

const reason = 'Vergissing';

/** Who may keep profiles of ervaringsdeskundigen, and record consent on their behalf. */
export const OF_PROFILES: Readonly<Record<string, MutationAccess>> = {
  ervaringsdeskundigeRegister: {
    roles: AND_PARENTS,
    attempts: [
      {
        names: 'personId',
        input: () => ({}),
        on: {
          trekker: `${HERE} trekker`,
          member: `${HERE} member`,
          'member who coordinates there': `${HERE} mixed`,
          'parent without role': HERE,
          guest: THERE,
          stranger: THERE,
          expert: REGISTERED,
        },
      },
    ],
  },
  ervaringsdeskundigeUpdate: {
    roles: AND_PARENTS,
    attempts: [
      { names: 'id', input: () => ({ patch: { maxSeats: 1 } }), on: KEPT },
      {
        names: 'id',
        input: ({ theme }) => ({ patch: { themeIds: [theme], pausedPeriod: { from: '2027-01-01' } } }),
        on: KEPT,
      },
    ],
  },
  trainingRecord: {
    roles: COORDINATORS,
    attempts: [
      {
        names: 'ervaringsdeskundigeId',
        input: () => ({ title: 'Aan tafel', issuer: 'Demo', completedOn: '2026-06-01' }),
        on: BY_COORDINATORS,
      },
    ],
  },
  trainingCorrect: {
    roles: COORDINATORS,
    attempts: [
      {
        names: 'id',
        input: () => ({ reason, patch: { issuer: 'Demo 2' } }),
        on: { training: HERE, 'training without consent': HERE },
      },
    ],
  },
  trainingAnnul: {
    roles: COORDINATORS,
    attempts: [
      {
        names: 'id',
        input: () => ({ reason }),
        on: { training: HERE, 'training without consent': HERE },
      },
    ],
  },
  incompatibilityRecord: {
    roles: AND_PARENTS,
    attempts: [
      {
        names: 'ervaringsdeskundigeId',
        input: ({ organisation }) => ({
          kind: 'BOARD_MEMBER',
          organisationId: organisation,
          period: { from: '2026-01-01' },
        }),
        on: KEPT,
      },
    ],
  },
  incompatibilityEnd: {
    roles: AND_PARENTS,
    attempts: [
      {
        names: 'id',
        input: () => ({}),
        on: { incompatibility: `${HERE} expert`, 'incompatibility elsewhere': THERE },
      },
    ],
  },
  incompatibilityAnnul: {
    roles: AND_PARENTS,
    attempts: [
      {
        names: 'id',
        input: () => ({ reason }),
        on: { incompatibility: `${HERE} expert`, 'incompatibility elsewhere': THERE },
      },
    ],
  },
  incompatibilityCorrect: {
    roles: AND_PARENTS,
    attempts: [
      {
        names: 'id',
        input: () => ({ reason, patch: { kind: 'CONTRACTOR' } }),
        on: { incompatibility: `${HERE} expert`, 'incompatibility elsewhere': THERE },
      },
    ],
  },
  findableConsentGive: {
    roles: AND_PARENTS,
    attempts: [
      {
        names: 'ervaringsdeskundigeId',
        input: () => ({ scopes: ['COUNTRY'], textVersion: CONSENT_TEXTS[0].version, channel: 'PAPER' }),
        by: OTHERS,
        on: BY_COORDINATORS,
      },
      {
        names: 'ervaringsdeskundigeId',
        input: () => ({ scopes: ['COUNTRY'], textVersion: CONSENT_TEXTS[0].version }),
        by: OWN,
        on: { profile: 'expert', 'profile of the past': 'formerHolder' },
      },
    ],
  },
  findableConsentWithdraw: {
    roles: AND_PARENTS,
    attempts: [
      {
        names: 'ervaringsdeskundigeId',
        input: () => ({ channel: 'PAPER' }),
        by: OTHERS,
        on: {
          ...BY_COORDINATORS,
          'profile without consent': NOTHING_GIVEN,
          'profile withdrawn': NOTHING_GIVEN,
          'profile of the past': NOTHING_GIVEN,
        },
      },
      {
        names: 'ervaringsdeskundigeId',
        input: () => ({}),
        by: OWN,
        on: { profile: 'expert', 'profile of the past': 'formerHolder' },
      },
    ],
  },
};
