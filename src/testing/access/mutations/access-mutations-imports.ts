import { COORDINATORS, HERE, IN_REGION, type MutationAccess, THERE } from './access-mutation-terms.js';

/** Of a list that is recorded already. */
const RECORDED = {
  import: { allowed: HERE, code: 'IMPORT_ELSEWHERE' },
  'import elsewhere': { allowed: THERE, code: 'IMPORT_ELSEWHERE' },
};
const OF_LIST = { import: HERE, 'import elsewhere': THERE };

/** Who may take in lists. */
export const OF_IMPORTS: Readonly<Record<string, MutationAccess>> = {
  importStart: {
    roles: COORDINATORS,
    attempts: [
      { names: 'regionId', input: () => ({ kind: 'PEOPLE' }), on: IN_REGION },
      {
        names: 'oudernetwerkId',
        input: ({ region }) => ({ kind: 'MEMBERS', regionId: region }),
        by: HERE,
        on: { network: HERE },
      },
    ],
  },
  importMap: {
    roles: COORDINATORS,
    attempts: [{ names: 'id', input: () => ({ columns: [] }), on: RECORDED }],
  },
  importDecide: {
    roles: COORDINATORS,
    attempts: [
      { names: 'id', input: () => ({ rows: [{ number: 2, decision: 'LEAVE_OUT' }] }), on: RECORDED },
    ],
  },
  importApply: { roles: COORDINATORS, attempts: [{ names: 'id', input: () => ({}), on: RECORDED }] },
  importDiscard: { roles: COORDINATORS, attempts: [{ names: 'id', input: () => ({}), on: RECORDED }] },
  importUndo: { roles: COORDINATORS, attempts: [{ names: 'id', input: () => ({}), on: OF_LIST }] },
};
