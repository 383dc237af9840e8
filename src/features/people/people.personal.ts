import { DERIVED, DETAIL, type Fates, nothing } from '../../writes/personal.js';

export const PEOPLE_PERSONAL: Fates = {
  people: { ...DETAIL, erasure: 'PSEUDONYM' },
  person_details: DETAIL,
  person_contacts: { ...DETAIL, departure: 'SILENT' },
  person_notes: { ...DETAIL, move: nothing('it stays with the region that wrote it'), merge: 'JOINED' },
  school_ties: {
    departure: nothing('nobody is asked about it any more'),
    move: 'FOLLOWS',
    merge: 'JOINED',
    export: 'GIVEN',
    erasure: 'ERASED',
  },
  contact_pauses: { ...DETAIL, departure: nothing('nobody writes to them any more, or it goes on') },
  names_by_place: DERIVED,
  'people.pseudonym': { ...DERIVED, export: 'GIVEN' },
};
