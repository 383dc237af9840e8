import {
  HERE,
  THERE,
  COORDINATORS,
  AND_PARENTS,
  IN_REGION,
  OF_NETWORK,
  OF_FORMING,
  VISIBLE,
  PAST,
  type MutationAccess,
} from './access-mutation-terms.js';

/** No end is on record. */
const NOT_ENDING = {
  network: { allowed: HERE, code: 'NO_END_RECORDED' },
  'network elsewhere': { allowed: THERE, code: 'NO_END_RECORDED' },
};

/** Who may change networks and their leadership. */
export const OF_NETWORKS: Readonly<Record<string, MutationAccess>> = {
  oudernetwerkCreate: {
    roles: COORDINATORS,
    attempts: [
      { names: 'regionId', input: () => ({ name: 'Nieuw', sectors: ['PO'] }), on: IN_REGION },
      {
        names: 'contactPersonId',
        input: ({ region }) => ({ regionId: region, name: 'Nieuw', sectors: ['PO'] }),
        ...VISIBLE,
      },
    ],
  },
  oudernetwerkUpdate: {
    roles: COORDINATORS,
    attempts: [
      {
        names: 'id',
        input: ({ theme, municipality }) => ({
          patch: { purpose: 'Anders', themeIds: [theme], municipalityIds: [municipality] },
        }),
        on: { ...OF_NETWORK, 'network below': HERE, 'ended network': HERE },
      },
      { names: 'patch.contactPersonId', input: ({ network }) => ({ id: network }), ...VISIBLE },
    ],
  },
  oudernetwerkActivate: {
    roles: COORDINATORS,
    attempts: [{ names: 'id', input: () => ({}), on: OF_FORMING }],
  },
  oudernetwerkPause: { roles: COORDINATORS, attempts: [{ names: 'id', input: () => ({}), on: OF_NETWORK }] },
  oudernetwerkMove: {
    roles: COORDINATORS,
    attempts: [
      {
        names: 'id',
        input: (ids) => ({ toRegionId: ids['region below'], motivation: 'Verhuist' }),
        on: OF_NETWORK,
      },
    ],
  },
  oudernetwerkEnd: {
    roles: COORDINATORS,
    attempts: [
      { names: 'id', input: () => ({ reason: 'Klaar' }), on: { ...OF_NETWORK, 'network below': HERE } },
    ],
  },
  oudernetwerkContinue: {
    roles: COORDINATORS,
    attempts: [{ names: 'id', input: () => ({}), on: NOT_ENDING }],
  },
  oudernetwerkMerge: {
    roles: COORDINATORS,
    attempts: [
      {
        names: 'into',
        input: (ids) => ({ ids: [ids['forming network']], reason: 'Samen' }),
        on: { network: HERE },
      },
      {
        names: 'ids',
        input: ({ network }) => ({ into: network, reason: 'Samen' }),
        by: HERE,
        on: { 'network below': { allowed: HERE, code: 'REGIONS_DIFFER' }, 'forming network': HERE },
      },
    ],
  },
  oudernetwerkSplit: {
    roles: COORDINATORS,
    attempts: [
      { names: 'id', input: () => ({ new: { name: 'Deel' } }), on: OF_NETWORK },
      {
        names: 'memberIds',
        input: ({ network }) => ({ id: network, new: { name: 'Deel' } }),
        by: HERE,
        on: { membership: HERE },
      },
      {
        names: 'trekkerIds',
        input: ({ network }) => ({ id: network, new: { name: 'Deel' } }),
        by: HERE,
        on: { trekkerschap: HERE },
      },
    ],
  },
  oudernetwerkEndTaskDone: {
    roles: COORDINATORS,
    attempts: [
      {
        names: 'id',
        input: () => ({ task: 'WHERE_MEMBERS_GO' }),
        on: { ...OF_NETWORK, ...NOT_ENDING, network: HERE },
      },
    ],
  },
  oudernetwerkEndAnnul: {
    roles: COORDINATORS,
    attempts: [
      {
        names: 'id',
        input: () => ({ reason: 'Vergissing' }),
        on: { ...NOT_ENDING, 'ended network': HERE },
      },
    ],
  },
  oudernetwerkEndCorrect: {
    roles: COORDINATORS,
    attempts: [
      {
        names: 'id',
        input: () => ({ reason: 'Vergissing', patch: { reason: 'Anders' } }),
        on: { ...NOT_ENDING, 'ended network': HERE },
      },
    ],
  },
  oudernetwerkActivationAnnul: {
    roles: COORDINATORS,
    attempts: [{ names: 'id', input: () => ({ reason: 'Vergissing' }), on: OF_NETWORK }],
  },
  oudernetwerkActivationCorrect: {
    roles: COORDINATORS,
    attempts: [
      { names: 'id', input: () => ({ reason: 'Vergissing', patch: { on: '2026-02-01' } }), on: OF_NETWORK },
    ],
  },

  trekkerschapStart: {
    roles: COORDINATORS,
    attempts: [
      { names: 'oudernetwerkId', input: ({ guest }) => ({ personId: guest }), on: OF_NETWORK },
      { names: 'personId', input: ({ network }) => ({ oudernetwerkId: network }), ...VISIBLE },
    ],
  },
  trekkerschapPlanEnd: {
    roles: AND_PARENTS,
    attempts: [
      {
        names: 'id',
        input: () => ({ plannedEnd: { on: '2027-12-31', reason: 'PERSONAL' } }),
        on: {
          trekkerschap: `${HERE} trekker`,
          'trekkerschap elsewhere': THERE,
          'trekkerschap to come': HERE,
          ...PAST,
        },
      },
    ],
  },
  trekkerschapEnd: {
    roles: AND_PARENTS,
    attempts: [
      {
        names: 'id',
        input: () => ({ reason: 'PERSONAL' }),
        on: { trekkerschap: `${HERE} trekker`, 'trekkerschap elsewhere': THERE, ...PAST },
      },
    ],
  },
  trekkerschapHandOver: {
    roles: COORDINATORS,
    attempts: [
      {
        names: 'id',
        input: ({ guest }) => ({ toPersonId: guest }),
        on: { trekkerschap: HERE, 'trekkerschap elsewhere': THERE },
      },
      {
        names: 'toPersonId',
        input: ({ trekkerschap }) => ({ id: trekkerschap }),
        by: HERE,
        on: { guest: HERE },
      },
      {
        names: 'toPersonId',
        input: ({ trekkerschap }) => ({ id: trekkerschap }),
        by: HERE,
        on: { stranger: 'director' },
      },
    ],
  },
  trekkerschapChangeRole: {
    roles: COORDINATORS,
    attempts: [
      {
        names: 'id',
        input: () => ({ role: 'CO_TREKKER' }),
        on: { trekkerschap: HERE, 'trekkerschap elsewhere': THERE },
      },
    ],
  },
  trekkerschapAnnul: {
    roles: COORDINATORS,
    attempts: [
      {
        names: 'id',
        input: () => ({ reason: 'Vergissing' }),
        on: {
          'trekkerschap to come': HERE,
          'to come elsewhere': THERE,
          // somebody followed, or they are away from it
          'trekkerschap until yesterday': { allowed: HERE, code: 'BUILT_UPON' },
          trekkerschap: { allowed: HERE, code: 'BUILT_UPON' },
          'trekkerschap elsewhere': { allowed: THERE, code: 'BUILT_UPON' },
        },
      },
    ],
  },
  trekkerschapCorrect: {
    roles: COORDINATORS,
    attempts: [
      {
        names: 'id',
        input: () => ({ reason: 'Vergissing', patch: { role: 'CO_TREKKER' } }),
        on: { trekkerschap: HERE, 'trekkerschap elsewhere': THERE, 'trekkerschap until yesterday': HERE },
      },
      {
        names: 'patch.personId',
        input: ({ trekkerschap }) => ({ id: trekkerschap, reason: 'Vergissing' }),
        by: HERE,
        on: { guest: HERE },
      },
      {
        names: 'patch.personId',
        input: ({ trekkerschap }) => ({ id: trekkerschap, reason: 'Vergissing' }),
        by: HERE,
        on: { stranger: 'director' },
      },
    ],
  },
  trekkerschapContinue: {
    roles: COORDINATORS,
    attempts: [
      {
        names: 'id',
        input: () => ({}),
        on: {
          trekkerschap: HERE,
          'trekkerschap elsewhere': { allowed: THERE, code: 'PERIOD_TAKEN' },
          ...PAST,
        },
      },
    ],
  },
};
