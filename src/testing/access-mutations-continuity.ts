import {
  AND_SUPPORTERS,
  COORDINATORS,
  HERE,
  IN_REGION,
  type MutationAccess,
  OF_NETWORK,
  THERE,
} from './access-mutation-terms.js';

/** Who may say from when something counts, and put work off. */
export const OF_CONTINUITY: Readonly<Record<string, MutationAccess>> = {
  continuityThresholdsSet: {
    roles: `${COORDINATORS} admin`,
    either: true,
    attempts: [
      { names: 'regionId', input: () => ({ inactiveDays: 90 }), on: IN_REGION },
      {
        names: 'oudernetwerkId',
        input: () => ({ inactiveDays: 90, termLimitMonths: null }),
        on: { ...OF_NETWORK, 'network below': HERE, 'ended network': HERE },
      },
    ],
  },
  workItemSnooze: {
    roles: AND_SUPPORTERS,
    attempts: [
      {
        names: 'subjectId',
        input: () => ({ until: '2026-12-31', reason: 'Na de feestdagen' }),
        on: { network: `${HERE} supporter`, 'network elsewhere': THERE },
        notThereFor: 'mixed',
      },
      {
        names: 'subjectId',
        input: () => ({}),
        on: { network: `${HERE} supporter`, 'ended network': { allowed: HERE, code: 'NOT_FOUND' } },
        notThereFor: 'mixed',
      },
    ],
  },
};
