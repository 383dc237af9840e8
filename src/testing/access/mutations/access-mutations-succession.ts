import {
  AND_SUPPORTERS,
  COORDINATORS,
  HERE,
  IN_REGION,
  type MutationAccess,
  OF_FORMING,
  THERE,
  VISIBLE,
} from './access-mutation-terms.js';

const SEARCHERS = `${HERE} supporter`;
const OF_PLAN = { 'succession plan': HERE, 'succession plan elsewhere': THERE };
const reason = 'Vergissing';
let items = 0;
/** A key occurs once in a checklist. */
const item = () => ({ key: `KEYS_${++items}`, labelNl: 'De sleutels' });

/** Who may look for successors, and hand over. */
export const OF_SUCCESSION: Readonly<Record<string, MutationAccess>> = {
  successionOpen: {
    roles: COORDINATORS,
    attempts: [
      {
        names: 'oudernetwerkId',
        input: () => ({}),
        on: { ...OF_FORMING, network: { allowed: HERE, code: 'TREKKERSCHAP_NEEDED' } },
      },
      {
        names: 'trekkerschapId',
        input: () => ({}),
        on: {
          trekkerschap: { allowed: HERE, code: 'PLAN_OPEN' },
          'trekkerschap until yesterday': { allowed: HERE, code: 'HANDED_OVER' },
          'trekkerschap to come': { allowed: HERE, code: 'NOT_STARTED' },
          'trekkerschap elsewhere': THERE,
        },
      },
    ],
  },
  successionRetarget: {
    roles: COORDINATORS,
    attempts: [{ names: 'id', input: () => ({ targetOn: '2027-06-30' }), on: OF_PLAN }],
  },
  successionStop: {
    roles: COORDINATORS,
    attempts: [{ names: 'id', input: () => ({ reason: 'Toch niet' }), on: OF_PLAN }],
  },
  successionComplete: {
    roles: COORDINATORS,
    attempts: [
      { names: 'id', input: () => ({ motivation: 'Loopt mee' }), on: OF_PLAN },
      {
        names: 'candidateId',
        input: (ids) => ({ id: ids['succession plan'], motivation: 'Loopt mee' }),
        by: HERE,
        on: { candidate: HERE },
      },
    ],
  },
  candidateAdd: {
    roles: AND_SUPPORTERS,
    attempts: [
      {
        names: 'planId',
        input: ({ member }) => ({ personId: member, readiness: 'NOW' }),
        on: { 'succession plan': SEARCHERS },
      },
      {
        names: 'planId',
        input: ({ stranger }) => ({ personId: stranger, readiness: 'NOW' }),
        by: `${HERE} ${THERE} supporter`,
        on: { 'succession plan elsewhere': { allowed: THERE, code: 'ALREADY_LEADS' } },
      },
      {
        names: 'personId',
        input: (ids) => ({ planId: ids['succession plan'], readiness: 'NOW' }),
        ...VISIBLE,
      },
    ],
  },
  candidateMove: {
    roles: AND_SUPPORTERS,
    attempts: [
      {
        names: 'id',
        input: () => ({ rank: 2 }),
        on: { candidate: SEARCHERS, 'candidate elsewhere': THERE },
      },
    ],
  },
  candidateAnnul: {
    roles: AND_SUPPORTERS,
    attempts: [
      {
        names: 'id',
        input: () => ({ reason }),
        on: { candidate: SEARCHERS, 'candidate elsewhere': THERE },
      },
    ],
  },
  candidateCorrect: {
    roles: AND_SUPPORTERS,
    attempts: [
      {
        names: 'id',
        input: () => ({ reason, patch: { rank: 2 } }),
        on: { candidate: SEARCHERS, 'candidate elsewhere': THERE },
      },
      // each by itself: what is corrected has another id
      ...[{ guest: HERE }, { stranger: 'director' }].map((on) => ({
        names: 'patch.personId',
        input: (ids: Readonly<Record<'candidate', string>>) => ({ id: ids.candidate, reason }),
        by: HERE,
        on,
      })),
    ],
  },
  handoverItemSet: {
    roles: AND_SUPPORTERS,
    attempts: [
      {
        names: 'id',
        input: () => ({ doneOn: '2026-11-20' }),
        on: { 'handover item': SEARCHERS, 'handover item elsewhere': THERE },
      },
      { names: 'ownerId', input: (ids) => ({ id: ids['handover item'] }), ...VISIBLE },
    ],
  },
  handoverItemAdd: {
    roles: AND_SUPPORTERS,
    attempts: [
      {
        names: 'planId',
        input: item,
        on: { 'succession plan': SEARCHERS, 'succession plan elsewhere': THERE },
      },
      { names: 'ownerId', input: (ids) => ({ planId: ids['succession plan'], ...item() }), ...VISIBLE },
    ],
  },
  handoverTemplateSet: {
    roles: COORDINATORS,
    attempts: [{ names: 'regionId', input: () => ({ items: [] }), on: IN_REGION }],
  },
};
