import { v7 as uuid } from 'uuid';
import type { ObjectName } from './access-objects.js';
import type { ExpertsWorld, Keep, Put } from './access-world-experts.js';

type Row = Readonly<Record<string, unknown>>;

/** Uuids: of regions, of people, and of their profiles. */
interface SeatsWorld {
  readonly here: string;
  readonly below: string;
  readonly elsewhere: string;
  /** a network elsewhere, through which somebody is invited */
  readonly network: string;
  readonly people: ExpertsWorld & { readonly guest: string; readonly stranger: string };
  readonly profiles: Readonly<
    Record<'expert' | 'countryWide' | 'elsewhere' | 'withdrawn' | 'former', string>
  >;
}

const BODY = {
  kind: 'ADVIESRAAD',
  level: 'BELEID',
  domains: ['ONDERWIJS'],
  purpose: 'Meedenken',
  established_on: '2020-01-01',
  term_months: 48,
  max_consecutive_terms: 2,
  break_months: 0,
  carry_over: true,
  replacement_serves_remaining: true,
  incompatible_kinds: ['EMPLOYEE'],
  max_leaving_share: 50,
  ends_soon_months: 6,
  vacancy_days: 60,
};
const ASKED = { status: 'ASKED', asked_on: '2026-11-20', expires_on: '2026-12-04' };
const MET = {
  code: 'DOMAIN',
  state: 'MET',
  points: 6,
  blocks: false,
  nl: 'Kent het domein.',
  en: 'Knows it.',
};
const CHOSEN = { place: 1, fit: 'SUITABLE', score: 26, criteria: [MET] };
const ANSWERED = { ...ASKED, answered_on: '2026-11-21', answered_by: 'SIGNED_IN' };

/**
 * Bodies here, below, elsewhere and across regions; seats that are held, left yesterday, kept after the term and
 * taken from a future day; and the invitations for them. Returns the uuid of the body across regions.
 */
export async function putSeats(put: Put, keep: Keep, world: SeatsWorld): Promise<string> {
  const { here, below, elsewhere, network, people, profiles } = world;
  const body = (name: ObjectName, region_id: string) =>
    keep(name, 'AdvisoryBody', 'advisory_bodies', { ...BODY, name, region_id });
  const seat = (name: ObjectName, body_id: string, region_id: string) =>
    keep(name, 'AdvisorySeat', 'advisory_seats', {
      body_id,
      region_id,
      title: name,
      constituency: 'Ouders',
      opened_on: '2020-01-01',
    });
  const own = await body('body', here);
  const lower = await body('body below', below);
  const other = await body('body elsewhere', elsewhere);
  const across = await body('body across', elsewhere);
  const agreement = (name: ObjectName, row: Row) =>
    keep(name, 'RegionAgreement', 'region_agreements', {
      asked_on: '2026-11-01',
      motivation: 'Samen met ouders van hier',
      ...row,
    });
  await agreement('agreement', {
    body_id: across,
    home_region_id: elsewhere,
    region_id: here,
    period: '[2026-01-01,2028-01-01)',
    answer: 'AGREED',
    answered_on: '2026-11-10',
    answer_reason: 'Graag',
  });
  await agreement('agreement asked', {
    body_id: own,
    home_region_id: here,
    region_id: elsewhere,
    period: '[2026-12-01,2028-01-01)',
  });
  for (const body_id of [own, across]) {
    await put('advisory_body_organisations', { body_id, organisation_id: people.organisation });
  }
  const places = {
    seat: { seat_id: await seat('seat', own, here), body_id: own, region_id: here },
    vacant: { seat_id: await seat('vacant seat', own, here), body_id: own, region_id: here },
    lower: { seat_id: await seat('seat below', lower, below), body_id: lower, region_id: below },
    other: { seat_id: await seat('seat elsewhere', other, elsewhere), body_id: other, region_id: elsewhere },
    across: { seat_id: await seat('seat across', across, elsewhere), body_id: across, region_id: elsewhere },
  };
  const required = { kind: 'THEME', strength: 'HARD', value: people.theme, theme_id: people.theme };
  for (const place of [places.seat, places.across])
    await put('seat_requirements', { id: uuid(), ...place, ...required });

  const invitation = (name: ObjectName, place: Row, who: keyof typeof profiles, home: string, state: Row) =>
    keep(name, 'SeatInvitation', 'seat_invitations', {
      ...place,
      ervaringsdeskundige_id: profiles[who],
      person_id: people[who],
      person_region_id: home,
      invited_by: people.account,
      message: 'Wilt u meedenken?',
      motivation: 'Past goed',
      shortlist: { ruleVersion: 1, entries: [{ ...CHOSEN, ervaringsdeskundigeId: profiles[who] }] },
      ...state,
    });
  const appointed = await invitation('invitation that led to a seat', places.seat, 'expert', here, {
    ...ANSWERED,
    status: 'APPOINTED',
    asked_on: '2026-02-01',
    answered_on: '2026-02-03',
  });
  await invitation('invitation', places.across, 'expert', here, ASKED);
  const accepted = await invitation('invitation with a yes', places.vacant, 'countryWide', elsewhere, {
    ...ANSWERED,
    asked_through: network,
    status: 'ACCEPTED',
    perspective: 'OUDER',
  });
  await invitation('invitation with a no', places.across, 'elsewhere', elsewhere, {
    ...ANSWERED,
    status: 'DECLINED',
    decline_kind: 'NO_TIME',
    decline_reason: 'Te druk',
  });
  const because = { withdrawn_because: 'CONSENT_WITHDRAWN', closed_on: '2026-11-22' };
  const takenBack = { ...ASKED, ...because, status: 'WITHDRAWN' };
  await invitation('invitation taken back', places.vacant, 'withdrawn', here, takenBack);
  // nobody answered it, and since then their consent has expired
  const ranOut = { ...ASKED, asked_on: '2026-11-01', expires_on: '2026-11-20' };
  await invitation('invitation that ran out', places.other, 'former', here, ranOut);

  const appointment = (name: ObjectName, place: Row, person_id: string, row: Row) =>
    keep(name, 'SeatAppointment', 'seat_appointments', { ...place, person_id, term_number: 1, ...row });
  await appointment('appointment', places.seat, people.expert, {
    period: '[2026-03-01,)',
    latest_end: '2030-02-28',
    invitation_id: appointed,
    nominated_by_id: people.organisation,
  });
  const left = await appointment('appointment until yesterday', places.vacant, people.former, {
    period: '[2024-01-01,2026-11-25)',
    latest_end: '2027-12-31',
    end_reason: 'PERSONAL',
  });
  await appointment('appointment after the term', places.lower, people.unconsented, {
    period: '[2021-01-01,)',
    latest_end: '2024-12-31',
  });
  await appointment('appointment elsewhere', places.other, people.guest, {
    period: '[2023-01-01,2027-01-01)',
    latest_end: '2026-12-31',
    end_reason: 'TERM_COMPLETED',
  });
  await appointment('appointment to come', places.other, people.stranger, {
    period: '[2027-01-01,)',
    latest_end: '2030-12-31',
  });
  const absence_id = await keep('absence from a seat', 'Absence', 'absences', {
    body_id: own,
    region_id: here,
    person_id: people.expert,
    period: '[2027-01-01,)',
    expected_until: '2027-03-31',
  });
  const acting = { absence_id, body_id: own, region_id: here, person_id: people.countryWide };
  await put('seat_alternates', { id: uuid(), ...acting });
  const byName = {
    ...places.vacant,
    ...ASKED,
    invited_by: people.account,
    message: 'Weer?',
    motivation: 'Past',
    shortlist: {},
  };
  await keep('invitation again', 'SeatInvitation', 'seat_invitations', {
    ...byName,
    ...ANSWERED,
    status: 'DECLINED',
    decline_kind: 'NOT_NOW',
    decline_reason: 'Te druk',
    former_appointment_id: left,
    person_id: people.former,
    person_region_id: here,
  });
  const nomination = await keep('invitation by nomination', 'SeatInvitation', 'seat_invitations', byName);
  await put('seat_nominees', {
    invitation_id: nomination,
    given_name: 'NOMINEE',
    family_name: 'VOORDRACHT',
    email: 'nominee@example.org',
    source: 'de ouderraad',
  });
  await put('nominee_lookups', {
    invitation_id: nomination,
    account_id: people.account,
    looked_on: '2026-11-21',
    looked_at: '2026-11-21',
  });
  await put('list_exports', {
    id: uuid(),
    account_id: people.account,
    kind: 'SEATS',
    purpose: 'OVERVIEW',
    format: 'CSV',
    filter: '{}',
    asked_at: '2026-11-21',
  });
  for (const [name, who, home, place, invitation_id] of [
    ['name told', 'expert', here, places.seat, appointed],
    ['name told elsewhere', 'countryWide', elsewhere, places.vacant, accepted],
  ] as const) {
    await keep(name, 'PersonAccess', 'person_access_log', {
      person_id: people[who],
      person_region_id: home,
      happened_at: '2026-11-21',
      what: 'NAME_AND_CONTACT',
      why: 'INVITATION_ACCEPTED',
      account_id: people.account,
      body_id: place.body_id,
      invitation_id,
    });
  }
  return across;
}
