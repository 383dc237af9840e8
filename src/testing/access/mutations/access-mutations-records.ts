import {
  HERE,
  THERE,
  COORDINATORS,
  AND_SUPPORTERS,
  OF_NETWORK,
  VISIBLE,
  period,
  type MutationAccess,
} from './access-mutation-terms.js';

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
    roles: COORDINATORS,
    attempts: [
      {
        names: 'oudernetwerkId',
        input: ({ guest }) => ({ personId: guest }),
        on: { network: HERE, 'forming elsewhere': THERE },
      },
      { names: 'personId', input: ({ network }) => ({ oudernetwerkId: network }), ...VISIBLE },
    ],
  },
  membershipEnd: {
    roles: COORDINATORS,
    attempts: [
      {
        names: 'id',
        input: () => ({}),
        on: { membership: HERE, 'membership of a coordinator': HERE, 'membership elsewhere': THERE },
      },
    ],
  },
  activityRecord: {
    roles: AND_SUPPORTERS,
    attempts: [
      {
        names: 'oudernetwerkId',
        input: () => ({ kind: 'CAFE', title: 'Café' }),
        on: { network: `${HERE} supporter`, 'network below': HERE, 'network elsewhere': THERE },
      },
    ],
  },
  activityCorrect: {
    roles: AND_SUPPORTERS,
    attempts: [
      {
        names: 'id',
        input: () => ({ patch: { title: 'Café' } }),
        on: { activity: `${HERE} supporter`, 'activity elsewhere': THERE },
      },
    ],
  },
  activityRemove: {
    roles: AND_SUPPORTERS,
    attempts: [
      {
        names: 'id',
        input: () => ({}),
        on: { activity: `${HERE} supporter`, 'activity elsewhere': THERE },
      },
    ],
  },
};
