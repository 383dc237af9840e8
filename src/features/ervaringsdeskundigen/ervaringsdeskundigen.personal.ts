import { DETAIL, type Fates, nothing } from '../../writes/personal.js';
import { processed, type Processed, type Processing } from '../../writes/processing.js';

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

const EXPERT: Processing = {
  whose: 'PARENT',
  activity: 'EXPERTS',
  seenBy: ['COORDINATOR', 'BODY', 'OTHER_REGION', 'NATIONAL_OFFICE'],
  kept: 'UNTIL_WITHDRAWN',
};

export const ERVARINGSDESKUNDIGEN_PROCESSED: readonly Processed[] = [
  processed(
    'ervaringsdeskundigen',
    `person_id region_id pseudonym registered_on domains levels brings_others_experience brings_others_basis
    brings_others_on connects_with_professionals connects_basis connects_on hours_per_month day_parts meeting_forms
    languages participation_forms max_seats compensation paused contact_paused findable_until findable_country
    findable_partners findable_agreements engaged_bodies trained trained_until seat_begins seat_ends asked_on`,
    EXPERT,
  ),
  // what they can be found by holds their themes too
  processed('ervaringsdeskundigen', 'traits', { ...EXPERT, health: true }),
  processed('ervaringsdeskundige_themes', 'ervaringsdeskundige_id theme_id', { ...EXPERT, health: true }),
  processed('trainings', 'ervaringsdeskundige_id title issuer completed_on valid_until', EXPERT),
  processed('incompatibilities', 'ervaringsdeskundige_id kind organisation_id municipality_id period', {
    ...EXPERT,
    seenBy: ['COORDINATOR'],
  }),
  processed(
    'consents',
    'person_id purpose given scopes until text_version language channel account_id recorded_at',
    { whose: 'PARENT', activity: 'CONSENTS', seenBy: ['COORDINATOR'], kept: 'PROOF' },
  ),
];
