import type { ClientBase } from 'pg';
import { BODY_FORMS, drawBodyPurpose, type BodyForm } from './advisory-wording.js';
import { dayText, type DayNumber } from '../days.js';
import { SeedIds } from '../ids.js';
import { arrayText, insertRows, table, type Value } from '../insert-rows.js';
import type { SeedRegion } from '../places.js';
import type { Progress } from '../progress.js';
import { Weighted, type Random } from '../random.js';

export interface SeedBody {
  readonly id: string;
  readonly form: BodyForm;
  readonly name: string;
  /** position of its region */
  readonly home: number;
  readonly region: SeedRegion;
  readonly createdOn: DayNumber;
  readonly establishedOn: DayNumber | null;
  readonly termMonths: number;
  readonly mostTerms: number | null;
  readonly carryOver: boolean;
}

const BODIES = table('advisory_bodies', {
  id: 'uuid',
  name: 'text',
  kind: 'text',
  region_id: 'uuid',
  purpose: 'text',
  level: 'text',
  domains: 'text[]',
  established_on: 'date',
  term_months: 'integer',
  max_consecutive_terms: 'integer',
  break_months: 'integer',
  carry_over: 'boolean',
  replacement_serves_remaining: 'boolean',
  incompatible_kinds: 'text[]',
  max_leaving_share: 'integer',
  ends_soon_months: 'integer',
  vacancy_days: 'integer',
});
const AGREEMENTS = table('region_agreements', {
  id: 'uuid',
  body_id: 'uuid',
  home_region_id: 'uuid',
  region_id: 'uuid',
  asked_on: 'date',
  motivation: 'text',
  period: 'daterange',
  answer: 'text',
  answered_on: 'date',
});
const ORGANISATIONS = table('advisory_body_organisations', { body_id: 'uuid', organisation_id: 'uuid' });

const TERMS = new Weighted([
  [48, 55],
  [36, 25],
  [24, 20],
]);
const MOST_TERMS = new Weighted<number | null>([
  [2, 65],
  [3, 15],
  [null, 20],
]);
const INCOMPATIBLE = new Weighted([
  ['{EMPLOYEE,COUNCIL_MEMBER}', 45],
  ['{EMPLOYEE,COUNCIL_MEMBER,BOARD_MEMBER,CONTRACTOR}', 25],
  ['{}', 30],
]);
const LEAVING_SHARES = new Weighted<number | null>([
  [50, 45],
  [34, 20],
  [null, 35],
]);
const IN_FORMATION = 0.04;
const IN_TWO_REGIONS = 0.05;
const STILL_ASKED = 0.1;
const FIRST_ESTABLISHED = 4_000;

/** A region with more municipalities has more bodies; every region has at least one. */
export function drawBodies(
  random: Random,
  regions: readonly SeedRegion[],
  count: number,
  today: DayNumber,
): SeedBody[] {
  const ids = new SeedIds(random.stream('ids'));
  const draw = random.stream('bodies');
  const homes = new Weighted(regions.map((region, i) => [i, region.municipalities.length] as const));
  return Array.from({ length: count }, (_, i) => {
    const home = i < regions.length ? i : homes.draw(draw);
    const region = regions[home]!;
    const form = BODY_FORMS.draw(draw);
    const establishedOn = draw.chance(IN_FORMATION) ? null : today - draw.between(60, FIRST_ESTABLISHED);
    return {
      id: ids.next(),
      form,
      name: `${form.name} ${draw.pick(region.municipalities).name}`,
      home,
      region,
      createdOn: establishedOn ?? today - draw.between(10, 120),
      establishedOn,
      termMonths: TERMS.draw(draw),
      mostTerms: MOST_TERMS.draw(draw),
      carryOver: draw.chance(0.5),
    };
  });
}

export async function insertBodies(
  client: ClientBase,
  random: Random,
  regions: readonly SeedRegion[],
  bodies: readonly SeedBody[],
  today: DayNumber,
  progress: Progress,
): Promise<void> {
  const rows = function* (draw: Random) {
    for (const body of bodies) yield bodyRow(draw, body);
  };
  await insertRows(
    client,
    BODIES,
    rows(random.stream('rows')),
    progress.part('advisory bodies', bodies.length),
  );
  await insertRows(client, AGREEMENTS, agreements(random.stream('regions'), regions, bodies, today));
  await insertRows(client, ORGANISATIONS, organisations(random.stream('organisations'), bodies));
}

function bodyRow(draw: Random, body: SeedBody) {
  const { form, region, establishedOn } = body;
  return {
    id: body.id,
    name: body.name,
    kind: form.kind,
    region_id: region.id,
    purpose: drawBodyPurpose(draw),
    level: form.level,
    domains: arrayText(form.domains),
    established_on: establishedOn === null ? null : dayText(establishedOn),
    term_months: body.termMonths,
    max_consecutive_terms: body.mostTerms,
    break_months: body.mostTerms !== null && draw.chance(0.3) ? 12 : 0,
    carry_over: body.carryOver,
    replacement_serves_remaining: draw.chance(0.4),
    incompatible_kinds: INCOMPATIBLE.draw(draw),
    max_leaving_share: LEAVING_SHARES.draw(draw),
    ends_soon_months: draw.chance(0.8) ? 6 : 9,
    vacancy_days: draw.chance(0.8) ? 60 : 90,
  } satisfies Record<keyof (typeof BODIES)['columns'], Value>;
}

function* agreements(
  draw: Random,
  regions: readonly SeedRegion[],
  bodies: readonly SeedBody[],
  today: DayNumber,
) {
  const ids = new SeedIds(draw);
  for (const { id, home, region, createdOn } of bodies) {
    if (!draw.chance(IN_TWO_REGIONS)) continue;
    const other = regions[(home + 1) % regions.length]!;
    const askedOn = draw.between(createdOn, today);
    const isOpen = draw.chance(STILL_ASKED);
    yield {
      id: ids.next(),
      body_id: id,
      home_region_id: region.id,
      region_id: other.id,
      asked_on: dayText(askedOn),
      motivation: 'We trekken al samen op met ouders in deze regio.',
      period: `[${dayText(askedOn)},)`,
      answer: isOpen ? null : 'AGREED',
      answered_on: isOpen ? null : dayText(askedOn),
    } satisfies Record<keyof (typeof AGREEMENTS)['columns'], Value>;
  }
}

function* organisations(draw: Random, bodies: readonly SeedBody[]) {
  for (const { id, region } of bodies) {
    for (const organisation_id of draw.some(region.supporterIds, 0.2)) yield { body_id: id, organisation_id };
  }
}
