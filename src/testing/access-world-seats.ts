import { v7 as uuid } from 'uuid';

type Row = Readonly<Record<string, unknown>>;
type Put = (table: string, row: Row) => Promise<string>;

interface SeatsWorld {
  readonly region: string;
  readonly person: string;
  readonly theme: string;
  readonly organisation: string;
  readonly account: string;
}

const PROFILE = {
  registered_on: '2026-01-01',
  domains: ['ONDERWIJS'],
  levels: ['BELEID'],
  day_parts: ['EVENING'],
  meeting_forms: ['ONLINE'],
  languages: ['nl'],
  participation_forms: ['SEAT'],
};
const RULES = {
  term_months: 48,
  max_consecutive_terms: 2,
  break_months: 0,
  carry_over: true,
  replacement_serves_remaining: true,
  incompatible_kinds: ['EMPLOYEE'],
  ends_soon_months: 6,
  vacancy_days: 60,
};

/** A body with a seat that an ervaringsdeskundige was asked for, said yes to and holds; and whom that was told. */
export async function putSeats(put: Put, world: SeatsWorld): Promise<void> {
  const { region, person, theme, organisation, account } = world;
  const profile = await put('ervaringsdeskundigen', {
    id: uuid(),
    person_id: person,
    pseudonym: `Ervaringsdeskundige ${uuid().slice(-6)}`,
    ...PROFILE,
  });
  const ofProfile = { ervaringsdeskundige_id: profile };
  await put('ervaringsdeskundige_themes', { ...ofProfile, theme_id: theme });
  const training = { title: 'Basistraining', issuer: 'Demo', completed_on: '2026-01-01' };
  await put('trainings', { id: uuid(), ...ofProfile, ...training });
  const works = { kind: 'EMPLOYEE', organisation_id: organisation, period: '[2026-01-01,)' };
  await put('incompatibilities', { id: uuid(), ...ofProfile, ...works });
  await put('consents', {
    id: uuid(),
    person_id: person,
    purpose: 'FINDABLE',
    given: true,
    scopes: ['REGION'],
    until: '2027-12-31',
    text_version: '2026-11',
    language: 'nl',
    channel: 'ONLINE',
    account_id: account,
    recorded_at: '2026-01-01',
  });
  const about = { name: 'Adviesraad', kind: 'ADVIESRAAD', level: 'BELEID', domains: ['ONDERWIJS'] };
  const body = await put('advisory_bodies', { id: uuid(), region_id: region, ...about, ...RULES });
  await put('advisory_body_regions', { body_id: body, region_id: region });
  await put('advisory_body_organisations', { body_id: body, organisation_id: organisation });
  const ofBody = { body_id: body, region_id: region };
  const seat = await put('advisory_seats', {
    id: uuid(),
    ...ofBody,
    title: 'Zetel',
    opened_on: '2026-01-01',
  });
  const ofSeat = { ...ofBody, seat_id: seat };
  const asks = { kind: 'DOMAIN', strength: 'HARD', value: 'ONDERWIJS' };
  await put('seat_requirements', { id: uuid(), ...ofSeat, ...asks });
  const proposal = await put('seat_proposals', {
    id: uuid(),
    ...ofSeat,
    ...ofProfile,
    person_id: person,
    person_region_id: region,
    proposed_by: account,
    status: 'APPOINTED',
    asked_on: '2026-02-01',
    expires_on: '2026-02-15',
    answered_on: '2026-02-03',
    answered_by: 'SIGNED_IN',
    shortlist: '[]',
  });
  await put('seat_appointments', {
    id: uuid(),
    ...ofSeat,
    person_id: person,
    period: '[2026-03-01,)',
    latest_end: '2030-02-28',
    term_number: 1,
    proposal_id: proposal,
  });
  await put('person_access_log', {
    id: uuid(),
    person_id: person,
    person_region_id: region,
    happened_at: '2026-02-03',
    what: 'NAME_AND_CONTACT',
    why: 'PROPOSAL_ACCEPTED',
    account_id: account,
    body_id: body,
    proposal_id: proposal,
  });
}
