import { DERIVED, DETAIL, type Fates, nothing } from '../../writes/personal.js';
import { processed, type Processed, type Processing, WORKED_OUT } from '../../writes/processing.js';

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
  recorded_notices: {
    departure: nothing('nobody writes to them any more'),
    move: 'FOLLOWS',
    merge: 'SURVIVOR',
    export: 'GIVEN',
    erasure: nothing('it proves that they were told, and names nobody'),
  },
  names_by_place: DERIVED,
  'people.pseudonym': { ...DERIVED, export: 'GIVEN' },
  // they stay as somebody without a name, and nothing is known of them any more
  'people.municipality_id': DETAIL,
  'people.language': DETAIL,
  'people.participation_forms': DETAIL,
  'people.hours_per_month': DETAIL,
  'people.day_parts': DETAIL,
};

const KNOWN: Processing = {
  whose: 'PARENT',
  activity: 'KNOWING_PARENTS',
  seenBy: ['COORDINATOR', 'NETWORK', 'BODY', 'NATIONAL_OFFICE'],
  kept: 'WHILE_TAKING_PART',
};

const SCHOOL: Processing = {
  whose: 'PARENT',
  activity: 'SCHOOL_TIES',
  seenBy: ['COORDINATOR', 'NATIONAL_OFFICE'],
  kept: 'WHILE_TAKING_PART',
};

export const PEOPLE_PROCESSED: readonly Processed[] = [
  processed(
    'people',
    `region_id region_ids municipality_id perspectives language participation_forms hours_per_month day_parts created_at
    oudernetwerk_ids candidate_for body_ids nameless contact_by_network responsible_organisation_id responsible_in merged_into`,
    KNOWN,
  ),
  processed('people', 'pseudonym deceased_on erased_on', { ...KNOWN, kept: 'ROLE' }),
  processed(
    'person_details',
    'person_id region_ids given_name infix family_name oudernetwerk_ids candidate_for body_ids',
    KNOWN,
  ),
  processed('names_by_place', 'person_id place_id as_candidate search_name name_marks', {
    ...WORKED_OUT,
    activity: 'KNOWING_PARENTS',
    seenBy: ['SERVICE'],
  }),
  processed('person_contacts', 'person_id email phone', {
    ...KNOWN,
    activity: 'REACHING_PARENTS',
    seenBy: ['COORDINATOR', 'NETWORK', 'BODY'],
  }),
  processed('contact_pauses', 'person_id period account_id recorded_at', {
    ...KNOWN,
    activity: 'REACHING_PARENTS',
    seenBy: ['COORDINATOR', 'NETWORK'],
  }),
  processed('recorded_notices', 'person_id source recorded_on due_on told_on told_by', {
    ...KNOWN,
    activity: 'ACCOUNTABILITY',
    seenBy: ['SERVICE'],
    kept: 'PROOF',
  }),
  processed('person_notes', 'person_id region_id note', { ...KNOWN, seenBy: ['COORDINATOR'], kept: 'NOTE' }),
  processed('school_ties', 'stage year_level school_id', { ...SCHOOL, health: true }),
  processed(
    'school_ties',
    'person_id school_year_start confirmed_on stated_exit exit_earliest exit_latest',
    SCHOOL,
  ),
];
