import { nodeId } from '../../../kernel/node-id.js';
import { SYSTEM } from '../access-world-continuity.js';
import {
  AND_SUPPORTERS,
  COORDINATORS,
  HERE,
  IN_REGION,
  type MutationAccess,
  OF_NETWORK,
  THERE,
} from './access-mutation-terms.js';

/** Who may set thresholds, and snooze and assign work items. */
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
  workItemAssign: {
    roles: COORDINATORS,
    attempts: [
      {
        names: 'subjectId',
        input: () => ({}),
        on: { network: HERE, 'network elsewhere': THERE },
        notThereFor: 'mixed',
      },
      { names: 'subjectId', input: () => ({}), on: { 'vacant seat': HERE }, notThereFor: 'neighbour' },
      { names: 'subjectId', input: () => ({}), on: { profile: HERE }, notThereFor: 'neighbour' },
    ],
  },
  workItemsAssign: {
    roles: COORDINATORS,
    attempts: [
      {
        names: 'regionId',
        // who has work here and there
        input: () => ({ fromId: nodeId('Colleague', SYSTEM) }),
        on: { region: HERE, 'region elsewhere': THERE },
      },
    ],
  },
  workItemSnooze: {
    roles: `${AND_SUPPORTERS} secretary bodySecretary`,
    attempts: [
      {
        names: 'subjectId',
        input: () => ({ until: '2026-12-31', reason: 'Na de feestdagen' }),
        on: { network: `${HERE} supporter`, 'network elsewhere': THERE },
        notThereFor: 'mixed secretary',
      },
      {
        names: 'subjectId',
        input: () => ({ until: '2026-12-31', reason: 'Na de feestdagen' }),
        on: { 'vacant seat': `${HERE} secretary` },
        notThereFor: 'neighbour',
      },
      {
        names: 'subjectId',
        input: () => ({ until: '2026-12-31', reason: 'Na de feestdagen' }),
        on: { 'seat across': `${THERE} bodySecretary` },
        // a seat of a body that also works here is visible, but what it needs is only for those who fill it
        notThereFor: 'coordinator',
      },
      // those who find an ervaringsdeskundige do not hear that their consent or training expires
      {
        names: 'subjectId',
        input: () => ({ until: '2026-12-31', reason: 'Na de feestdagen' }),
        on: { profile: HERE, 'profile without consent': HERE },
        notThereFor: 'neighbour secretary bodySecretary',
      },
      {
        names: 'subjectId',
        input: () => ({ until: '2026-12-31', reason: 'Na de feestdagen' }),
        on: { 'profile country-wide': THERE },
        notThereFor: 'director coordinator secretary bodySecretary mixed',
      },
      {
        names: 'subjectId',
        input: () => ({}),
        on: { network: `${HERE} supporter`, 'ended network': { allowed: HERE, code: 'NOT_FOUND' } },
        notThereFor: 'mixed secretary',
      },
    ],
  },
};
