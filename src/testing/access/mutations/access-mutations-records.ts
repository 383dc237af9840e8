import {
  HERE,
  THERE,
  COORDINATORS,
  AND_PARENTS,
  AND_SECRETARIES,
  AND_SUPPORTERS,
  OF_NETWORK,
  VISIBLE,
  EVERYBODY,
  period,
  type MutationAccess,
} from './access-mutation-terms.js';

const reason = 'Vergissing';
const WHOEVER_CARRIES = `${AND_PARENTS} supporter`;

/** Who may change the other records of a network. */
export const OF_RECORDS: Readonly<Record<string, MutationAccess>> = {
  caretakershipStart: {
    roles: COORDINATORS,
    attempts: [
      {
        names: 'oudernetwerkId',
        input: ({ organisation }) => ({ organisationId: organisation, period }),
        on: { 'network below': HERE, 'forming elsewhere': THERE },
      },
    ],
  },
  caretakershipEnd: {
    roles: COORDINATORS,
    attempts: [
      {
        names: 'id',
        input: () => ({}),
        on: {
          caretakership: HERE,
          'caretakership of the past': { allowed: HERE, code: 'ALREADY_ENDED' },
          'caretakership elsewhere': THERE,
        },
      },
    ],
  },
  supportStart: {
    roles: COORDINATORS,
    attempts: [
      {
        names: 'oudernetwerkId',
        input: ({ school }) => ({ organisationId: school, period }),
        on: { ...OF_NETWORK, 'network below': HERE },
      },
    ],
  },
  supportEnd: {
    roles: COORDINATORS,
    attempts: [{ names: 'id', input: () => ({}), on: { support: HERE, 'support elsewhere': THERE } }],
  },
  membershipStart: {
    roles: AND_SUPPORTERS,
    attempts: [
      {
        names: 'oudernetwerkId',
        input: () => ({ newcomer: { name: { givenName: 'Noor', familyName: 'Nieuw' } } }),
        on: { network: `${HERE} supporter`, 'network below': HERE, 'forming elsewhere': THERE },
      },
      { names: 'personId', input: ({ network }) => ({ oudernetwerkId: network }), ...VISIBLE },
    ],
  },
  membershipEnd: {
    roles: AND_SUPPORTERS,
    attempts: [
      {
        names: 'id',
        input: () => ({}),
        on: {
          membership: `${HERE} supporter`,
          'membership of a coordinator': `${HERE} supporter`,
          'membership elsewhere': THERE,
        },
      },
    ],
  },
  caretakershipAnnul: {
    roles: COORDINATORS,
    attempts: [
      {
        names: 'id',
        input: () => ({ reason }),
        on: { caretakership: HERE, 'caretakership of the past': HERE, 'caretakership elsewhere': THERE },
      },
    ],
  },
  caretakershipCorrect: {
    roles: COORDINATORS,
    attempts: [
      {
        names: 'id',
        input: () => ({ reason, patch: { until: '2030-01-01' } }),
        on: { caretakership: HERE, 'caretakership elsewhere': THERE },
      },
    ],
  },
  supportAnnul: {
    roles: COORDINATORS,
    attempts: [{ names: 'id', input: () => ({ reason }), on: { support: HERE, 'support elsewhere': THERE } }],
  },
  supportCorrect: {
    roles: COORDINATORS,
    attempts: [
      {
        names: 'id',
        input: () => ({ reason, patch: { until: '2030-01-01' } }),
        on: { support: HERE, 'support elsewhere': THERE },
      },
    ],
  },
  membershipAnnul: {
    roles: COORDINATORS,
    attempts: [
      { names: 'id', input: () => ({ reason }), on: { membership: HERE, 'membership elsewhere': THERE } },
    ],
  },
  membershipCorrect: {
    roles: COORDINATORS,
    attempts: [
      {
        names: 'id',
        input: () => ({ reason, patch: { until: '2030-01-01' } }),
        on: { membership: HERE, 'membership elsewhere': THERE },
      },
      {
        names: 'patch.personId',
        input: ({ membership }) => ({ id: membership, reason }),
        by: HERE,
        on: { guest: HERE },
      },
      {
        names: 'patch.personId',
        input: ({ membership }) => ({ id: membership, reason }),
        by: HERE,
        on: { stranger: 'director' },
      },
    ],
  },
  activityRecord: {
    roles: WHOEVER_CARRIES,
    attempts: [
      {
        names: 'oudernetwerkId',
        input: () => ({ kind: 'CAFE', title: 'Café' }),
        on: { network: `${HERE} supporter trekker`, 'network below': HERE, 'network elsewhere': THERE },
      },
    ],
  },
  messageSend: {
    roles: WHOEVER_CARRIES,
    attempts: [
      {
        names: 'oudernetwerkId',
        input: () => ({ subject: 'Bijeenkomst', text: 'Tot donderdag' }),
        on: { network: `${HERE} supporter trekker`, 'network below': HERE, 'network elsewhere': THERE },
      },
    ],
  },
  activityPlan: {
    roles: WHOEVER_CARRIES,
    attempts: [
      {
        names: 'oudernetwerkId',
        input: () => ({ kind: 'CAFE', title: 'Café', on: '2026-12-10' }),
        on: { network: `${HERE} supporter trekker`, 'network below': HERE, 'network elsewhere': THERE },
      },
    ],
  },
  listExport: {
    roles: EVERYBODY,
    attempts: [
      {
        names: 'filter.oudernetwerkId',
        input: () => ({ kind: 'MEMBERS', purpose: 'ATTENDANCE', format: 'CSV', filter: {} }),
        on: { network: `${HERE} supporter trekker`, 'network below': HERE, 'network elsewhere': THERE },
        by: WHOEVER_CARRIES,
      },
      {
        names: 'filter.bodyId',
        input: () => ({ kind: 'ROOSTER', purpose: 'RETIREMENT', format: 'CSV', filter: {} }),
        on: { body: `${HERE} secretary`, 'body across': `${THERE} bodySecretary` },
        by: AND_SECRETARIES,
      },
      {
        names: 'filter.regionId',
        input: () => ({ kind: 'WORKLIST', purpose: 'WORK_MEETING', format: 'CSV', filter: {} }),
        on: { region: AND_SECRETARIES },
        by: AND_SECRETARIES,
      },
    ],
  },
  activitiesExport: {
    roles: WHOEVER_CARRIES,
    attempts: [
      {
        names: 'oudernetwerkId',
        input: () => ({}),
        on: {
          network: { allowed: `${HERE} supporter trekker`, code: 'NOTHING_PLANNED' },
          'network below': { allowed: HERE, code: 'NOTHING_PLANNED' },
          'network elsewhere': { allowed: THERE, code: 'NOTHING_PLANNED' },
        },
      },
    ],
  },
  activityHeld: {
    roles: WHOEVER_CARRIES,
    attempts: [
      {
        names: 'id',
        // as it is already: it was held
        input: () => ({ attendance: 12 }),
        on: { activity: `${HERE} supporter trekker`, 'activity elsewhere': THERE },
      },
    ],
  },
  activityCorrect: {
    roles: WHOEVER_CARRIES,
    attempts: [
      {
        names: 'id',
        input: () => ({ patch: { title: 'Café' } }),
        on: { activity: `${HERE} supporter trekker`, 'activity elsewhere': THERE },
      },
    ],
  },
  activityRemove: {
    roles: WHOEVER_CARRIES,
    attempts: [
      {
        names: 'id',
        input: () => ({}),
        on: { activity: `${HERE} supporter trekker`, 'activity elsewhere': THERE },
      },
    ],
  },
};
