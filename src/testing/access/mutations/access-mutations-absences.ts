import { AND_PARENTS, AND_SECRETARIES, HERE, THERE, type MutationAccess } from './access-mutation-terms.js';

const KEPT = `${AND_PARENTS} secretary bodySecretary`;
/** the secretary fills the seats here */
const SEATS_HERE = `${HERE} secretary`;
const BY_THEMSELVES = {
  absence: `${HERE} trekker`,
  'absence elsewhere': THERE,
  'absence from a seat': `${SEATS_HERE} expert`,
};
/** somebody acts for the holder of the seat: that is put right first */
const UNDONE_BY = {
  absence: HERE,
  'absence elsewhere': THERE,
  'absence from a seat': { allowed: SEATS_HERE, code: 'BUILT_UPON' },
};
/** One substitute at a time. */
const TO_COORDINATOR = { by: 'coordinator', on: { guest: HERE, stranger: { allowed: HERE, code: 'DONE' } } };
const again = (allowed: string) => ({ allowed, code: 'PERIOD_TAKEN' });

/** Who may say that somebody is away. */
export const OF_ABSENCES: Readonly<Record<string, MutationAccess>> = {
  absenceRecord: {
    roles: KEPT,
    attempts: [
      {
        names: 'roleId',
        input: () => ({}),
        on: {
          trekkerschap: again(`${HERE} trekker`),
          'trekkerschap until yesterday': HERE,
          'trekkerschap elsewhere': again(THERE),
          appointment: again(`${SEATS_HERE} expert`),
          'appointment elsewhere': THERE,
        },
      },
      {
        names: 'substituteId',
        input: (ids) => ({ roleId: ids['trekkerschap until yesterday'] }),
        ...TO_COORDINATOR,
      },
    ],
  },
  absenceUpdate: {
    roles: KEPT,
    attempts: [
      { names: 'id', input: () => ({ patch: { expectedUntil: '2027-04-30' } }), on: BY_THEMSELVES },
      { names: 'patch.substituteId', input: ({ absence }) => ({ id: absence }), ...TO_COORDINATOR },
    ],
  },
  absenceEnd: {
    roles: KEPT,
    attempts: [{ names: 'id', input: () => ({ on: '2027-01-31' }), on: BY_THEMSELVES }],
  },
  absenceAnnul: {
    roles: AND_SECRETARIES,
    attempts: [{ names: 'id', input: () => ({ reason: 'Vergissing' }), on: UNDONE_BY }],
  },
  absenceCorrect: {
    roles: AND_SECRETARIES,
    attempts: [
      {
        names: 'id',
        input: () => ({ reason: 'Vergissing', patch: { until: '2027-06-30' } }),
        on: UNDONE_BY,
      },
    ],
  },
};
