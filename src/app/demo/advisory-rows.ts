import { day, lastDayOfTerm } from '../../kernel/clock.js';
import type {
  DemoAppointment,
  DemoBody,
  DemoDay,
  DemoRequirement,
  DemoSeat,
} from './stories/advisory-story.js';
import type { DemoDays } from './demo-days.js';
import { demoId } from './demo-ids.js';
import type { DemoPlaces } from './demo-places.js';
import type { DemoRegion } from './stories/demo-story.js';
import type { TableRows } from './insert-table.js';

/** Bodies with their rules, their seats and requirements, and the appointments to them. */
export function advisoryRows(
  { code, bodies }: DemoRegion,
  days: DemoDays,
  places: DemoPlaces,
): readonly TableRows[] {
  const region_id = places.region(code);
  const seats = bodies.flatMap((body) => body.seats.map((seat) => ({ body, seat })));
  const ofEach = <Item>(
    itemsOf: (seat: DemoSeat) => readonly Item[],
    rowOf: (item: Item, seat: readonly [string, string], body: DemoBody) => object,
  ) =>
    seats.flatMap(({ body, seat }) =>
      itemsOf(seat).map((item) => ({
        seat_id: demoId('seat', body.key, seat.key),
        body_id: demoId('body', body.key),
        region_id,
        ...rowOf(item, [body.key, seat.key], body),
      })),
    );
  return [
    { table: 'advisory_bodies', rows: bodies.map((body) => bodyRow(body, region_id, days)) },
    {
      table: 'advisory_body_organisations',
      rows: bodies.flatMap((body) =>
        organisationsOf(body, places).map((organisation_id) => ({
          body_id: demoId('body', body.key),
          organisation_id,
        })),
      ),
    },
    {
      table: 'region_agreements',
      rows: bodies.flatMap((body) => agreementRow(body, region_id, days, places)),
    },
    {
      table: 'advisory_seats',
      rows: seats.map(({ body, seat: { key, title, constituency, opened } }) => ({
        id: demoId('seat', body.key, key),
        version: 1,
        body_id: demoId('body', body.key),
        region_id,
        title,
        constituency: constituency ?? null,
        opened_on: onDay(days, opened),
      })),
    },
    {
      table: 'seat_requirements',
      rows: ofEach(
        ({ asks }) => asks ?? [],
        (asked, seat) => requirementRow(asked, seat, places),
      ),
    },
    {
      table: 'seat_appointments',
      rows: ofEach(
        ({ held }) => held ?? [],
        (appointment, seat, { rules }) => appointmentRow(appointment, seat, rules, days),
      ),
    },
  ];
}

function bodyRow(body: DemoBody, region_id: string, days: DemoDays) {
  const { rules, established } = body;
  return {
    id: demoId('body', body.key),
    version: 1,
    name: body.name,
    kind: body.kind,
    region_id,
    purpose: body.purpose,
    level: body.level,
    domains: body.domains,
    established_on: established === undefined ? null : days.at(established),
    term_months: rules.termMonths,
    max_consecutive_terms: rules.mostTerms,
    break_months: 0,
    carry_over: rules.carryOver,
    replacement_serves_remaining: true,
    incompatible_kinds: rules.incompatible,
    max_leaving_share: rules.mostLeaving ?? null,
    ends_soon_months: 6,
    vacancy_days: 60,
  };
}

function agreementRow({ key, agreedWith }: DemoBody, region_id: string, days: DemoDays, places: DemoPlaces) {
  if (!agreedWith) return [];
  const { region, since, motivation } = agreedWith;
  const from = days.at(since);
  return [
    {
      id: demoId('agreement', key),
      version: 1,
      body_id: demoId('body', key),
      home_region_id: region_id,
      region_id: places.region(region),
      asked_on: from,
      motivation,
      period: `[${from},)`,
      answer: 'AGREED',
      answered_on: from,
    },
  ];
}

function organisationsOf({ municipality, samenwerkingsverband }: DemoBody, places: DemoPlaces): string[] {
  return [
    ...(municipality ? [places.gemeente(municipality)] : []),
    ...(samenwerkingsverband ? [places.samenwerkingsverband(samenwerkingsverband)] : []),
  ];
}

function requirementRow(
  { kind, value, hard }: DemoRequirement,
  seat: readonly [string, string],
  places: DemoPlaces,
) {
  const theme_id = kind === 'THEME' ? places.theme(value) : null;
  const place_id = kind === 'REGION' ? places.region(value) : null;
  const training = kind === 'TRAINING';
  return {
    id: demoId('requirement', ...seat, kind, value),
    kind,
    strength: hard ? 'HARD' : 'PREFERRED',
    value: theme_id ?? place_id ?? (training ? value.toLowerCase() : value),
    label: training ? value : null,
    theme_id,
    place_id,
  };
}

/** Ends when it was ended, else with its term; open where the holder may stay on. */
function appointmentRow(
  { who, from, until, endReason, term = 1 }: DemoAppointment,
  seat: readonly [string, string],
  { termMonths, carryOver }: DemoBody['rules'],
  days: DemoDays,
) {
  const first = onDay(days, from);
  const latestEnd = lastDayOfTerm(day(first), termMonths);
  const over = latestEnd.add({ days: 1 });
  const end = until === undefined ? (carryOver ? '' : over.toString()) : onDay(days, until);
  return {
    id: demoId('appointment', ...seat, who, term),
    version: 1,
    person_id: demoId('person', who),
    period: `[${first},${end})`,
    latest_end: latestEnd.toString(),
    term_number: term,
    end_reason: endReason ?? (end ? 'TERM_COMPLETED' : null),
  };
}

function onDay(days: DemoDays, on: DemoDay): string {
  return typeof on === 'number' ? days.at(on) : days.newYear(on.newYear);
}
