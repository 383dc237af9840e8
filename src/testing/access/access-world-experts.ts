import type { ObjectName } from './access-objects.js';

type Row = Readonly<Record<string, unknown>>;
/** Inserts a row that has a name here, and returns its uuid. */
export type Keep = (name: ObjectName, type: string, table: string, row: Row) => Promise<string>;
export type Put = (table: string, row: Row) => Promise<string>;

/** Uuids of people, and what their profiles depend on. */
export interface ExpertsWorld {
  readonly expert: string;
  readonly unconsented: string;
  readonly countryWide: string;
  readonly elsewhere: string;
  readonly withdrawn: string;
  readonly former: string;
  readonly theme: string;
  readonly organisation: string;
  readonly municipality: string;
  /** the account that recorded the consents */
  readonly account: string;
}

const PROFILE = {
  registered_on: '2026-01-01',
  domains: ['ONDERWIJS'],
  levels: ['BELEID'],
  hours_per_month: 8,
  day_parts: ['EVENING'],
  meeting_forms: ['ONLINE'],
  languages: ['nl'],
  participation_forms: ['SEAT'],
  max_seats: 2,
  compensation: 'EXPENSES',
  paused: '[2027-07-01,2027-09-01)',
  brings_others_experience: true,
  brings_others_basis: 'INTERVIEW',
  brings_others_on: '2026-02-01',
  connects_with_professionals: true,
  connects_basis: 'TRAINING',
  connects_on: '2026-02-01',
};
const GIVEN = {
  purpose: 'FINDABLE',
  given: true,
  until: '2027-12-31',
  text_version: '2026-11',
  language: 'nl',
  channel: 'PAPER',
};
const WITHDRAWN = { ...GIVEN, given: false, scopes: [], until: null };

/**
 * Ervaringsdeskundigen who are findable and who are not: in their own region, with or without agreements, in the whole
 * country, never, no longer.
 * Returns the uuids of their profiles.
 */
export async function putExperts(put: Put, keep: Keep, world: ExpertsWorld) {
  const { theme, organisation, municipality, account } = world;
  let days = 0;
  const profile = (name: ObjectName, person_id: string) =>
    keep(name, 'Ervaringsdeskundige', 'ervaringsdeskundigen', {
      person_id,
      pseudonym: `Ervaringsdeskundige ${person_id.slice(-8)}`,
      ...PROFILE,
    });
  const consent = (name: ObjectName, person_id: string, entry: Row) =>
    keep(name, 'Consent', 'consents', {
      person_id,
      ...entry,
      account_id: account,
      recorded_at: `2026-01-${String(++days).padStart(2, '0')}`,
    });
  const expert = await profile('profile', world.expert);
  const unconsented = await profile('profile without consent', world.unconsented);
  const countryWide = await profile('profile country-wide', world.countryWide);
  const elsewhere = await profile('profile elsewhere', world.elsewhere);
  const withdrawn = await profile('profile withdrawn', world.withdrawn);
  const former = await profile('profile of the past', world.former);
  const basics = {
    title: 'Basistraining',
    issuer: 'Demo',
    completed_on: '2026-01-01',
    valid_until: '2028-12-31',
  };
  const training = (name: ObjectName, ervaringsdeskundige_id: string) =>
    keep(name, 'Training', 'trainings', { ervaringsdeskundige_id, ...basics });
  await training('training', expert);
  await training('training without consent', unconsented);
  for (const ervaringsdeskundige_id of [expert, unconsented, countryWide, elsewhere, withdrawn, former]) {
    await put('ervaringsdeskundige_themes', { ervaringsdeskundige_id, theme_id: theme });
  }
  const since = { period: '[2026-01-01,)' };
  await keep('incompatibility', 'Incompatibility', 'incompatibilities', {
    ...since,
    ervaringsdeskundige_id: expert,
    kind: 'EMPLOYEE',
    organisation_id: organisation,
  });
  await keep('incompatibility elsewhere', 'Incompatibility', 'incompatibilities', {
    ...since,
    ervaringsdeskundige_id: elsewhere,
    kind: 'COUNCIL_MEMBER',
    municipality_id: municipality,
  });
  await consent('consent', world.expert, { ...GIVEN, scopes: ['REGION_AND_AGREEMENTS'] });
  await consent('consent country-wide', world.countryWide, { ...GIVEN, scopes: ['REGION', 'COUNTRY'] });
  await consent('consent elsewhere', world.elsewhere, { ...GIVEN, scopes: ['REGION'] });
  await consent('consent taken back', world.withdrawn, { ...GIVEN, scopes: ['REGION', 'COUNTRY'] });
  await consent('withdrawal', world.withdrawn, WITHDRAWN);
  const ranOut = { ...GIVEN, scopes: ['REGION', 'COUNTRY'], until: '2026-11-24' };
  await consent('consent until yesterday', world.former, ranOut);
  return { expert, countryWide, elsewhere, withdrawn, former };
}
