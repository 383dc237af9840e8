import { CONSENT_TEXTS } from '../../features/ervaringsdeskundigen/consent/consent-text.js';
import type { DemoDays } from './demo-days.js';
import { demoId } from './demo-ids.js';
import type { DemoPlaces } from './demo-places.js';
import type { DemoRegion } from './stories/demo-story.js';
import type { TableRows } from './insert-table.js';
import type { DemoConsent, DemoIncompatibility, DemoProfile, Statement } from './stories/profile-story.js';

const TWO_YEARS = 24;
const SCOPES = { REGION: ['REGION'], COUNTRY: ['REGION', 'COUNTRY'], TAKEN_BACK: [] };

/** Ervaringsdeskundigen and their consents. */
export function profileRows(
  { profiles }: DemoRegion,
  days: DemoDays,
  places: DemoPlaces,
): readonly TableRows[] {
  const ofEach = <Item>(
    itemsOf: (profile: DemoProfile) => readonly Item[],
    rowOf: (item: Item, who: string, i: number) => object,
  ) =>
    profiles.flatMap((profile) =>
      itemsOf(profile).map((item, i) => ({
        ervaringsdeskundige_id: demoId('profile', profile.who),
        ...rowOf(item, profile.who, i),
      })),
    );
  return [
    { table: 'ervaringsdeskundigen', rows: profiles.map((profile) => profileRow(profile, days)) },
    {
      table: 'ervaringsdeskundige_themes',
      rows: ofEach(
        ({ themes }) => themes,
        (theme) => ({ theme_id: places.theme(theme) }),
      ),
    },
    {
      table: 'trainings',
      rows: ofEach(
        ({ trainings }) => trainings ?? [],
        ({ title, completed, until }, who, i) => ({
          id: demoId('training', who, i),
          title,
          issuer: 'Ouderacademie (demo)',
          completed_on: days.at(completed),
          valid_until: until === undefined ? null : days.before(until),
          version: 1,
        }),
      ),
    },
    {
      table: 'incompatibilities',
      rows: ofEach(
        ({ incompatibilities }) => incompatibilities ?? [],
        (tie, who, i) => ({
          id: demoId('incompatibility', who, i),
          ...incompatibilityRow(tie, days, places),
        }),
      ),
    },
    {
      table: 'consents',
      rows: profiles.flatMap(({ who, consents }) =>
        (consents ?? []).map((consent, i) => ({
          id: demoId('consent', who, i),
          person_id: demoId('person', who),
          ...consentRow(consent, days),
        })),
      ),
    },
  ];
}

function profileRow(profile: DemoProfile, days: DemoDays) {
  const { who, since, paused } = profile;
  const id = demoId('profile', who);
  return {
    id,
    version: 1,
    person_id: demoId('person', who),
    pseudonym: `Ervaringsdeskundige ${id.slice(-6)}`,
    registered_on: days.at(since),
    domains: profile.domains,
    levels: profile.levels ?? [],
    ...statementColumns('brings_others_experience', 'brings_others', profile.bringsOthers, days.at(since)),
    ...statementColumns('connects_with_professionals', 'connects', profile.connects, days.at(since)),
    hours_per_month: profile.hours ?? null,
    day_parts: profile.dayParts ?? [],
    meeting_forms: ['ONLINE', 'ON_SITE'],
    languages: profile.languages ?? ['nl'],
    participation_forms: ['SEAT'],
    max_seats: profile.maxSeats ?? null,
    compensation: 'EXPENSES',
    paused: paused ? days.range(paused.from, paused.until) : null,
  };
}

function statementColumns(column: string, about: string, statement: Statement | undefined, on: string) {
  return {
    [column]: statement?.is ?? null,
    [`${about}_basis`]: statement?.by ?? null,
    [`${about}_on`]: statement ? on : null,
  };
}

function incompatibilityRow(
  { kind, municipality, from }: DemoIncompatibility,
  days: DemoDays,
  places: DemoPlaces,
) {
  const governs = kind === 'COUNCIL_MEMBER';
  return {
    kind,
    organisation_id: governs ? null : places.gemeente(municipality),
    municipality_id: governs ? places.municipality(municipality) : null,
    period: days.range(from),
  };
}

function consentRow({ at, to }: DemoConsent, days: DemoDays) {
  const given = to !== 'TAKEN_BACK';
  return {
    purpose: 'FINDABLE',
    given,
    scopes: SCOPES[to],
    until: given ? days.before(at + TWO_YEARS) : null,
    text_version: CONSENT_TEXTS[0].version,
    language: 'nl',
    channel: 'ONLINE',
    recorded_at: `${days.at(at)}T12:00:00Z`,
  };
}
