import { DETAIL, type Fates, nothing } from '../../writes/personal.js';

const OF_PROFILE = { ...DETAIL, merge: 'JOINED' } as const;

export const ERVARINGSDESKUNDIGEN_PERSONAL: Fates = {
  ervaringsdeskundigen: { ...DETAIL, departure: 'ENDS' },
  ervaringsdeskundige_themes: OF_PROFILE,
  trainings: OF_PROFILE,
  incompatibilities: OF_PROFILE,
  consents: {
    departure: nothing('what they said stays said; it lets nobody find them any more'),
    move: 'ENDS',
    merge: nothing('each says what was said then; the stricter one counts'),
    export: 'GIVEN',
    erasure: nothing('it proves what was allowed, and names nobody'),
  },
};
