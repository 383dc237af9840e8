import type { ClientBase } from 'pg';
import type { SeedSeat } from './advisory-seats.js';
import { dayText, monthsLater, rangeText, termEnd, type DayNumber, type Stretch } from '../days.js';
import type { SeedErvaringsdeskundige } from './ervaringsdeskundigen.js';
import { SeedIds } from '../ids.js';
import { insertRows, table } from '../insert-rows.js';
import type { PeopleByRegion } from '../people.js';
import type { Progress } from '../progress.js';
import { Weighted, type Random } from '../random.js';

export interface SeedAppointment extends Stretch {
  readonly id: string;
  readonly seat: SeedSeat;
  readonly holder: Holder;
  readonly latestEnd: DayNumber;
  readonly termNumber: number;
  readonly endReason: string | null;
}

interface Holder {
  readonly personId: string;
  /** null = no profile as ervaringsdeskundige */
  readonly profile: SeedErvaringsdeskundige | null;
}

const APPOINTMENTS = table('seat_appointments', {
  id: 'uuid',
  seat_id: 'uuid',
  body_id: 'uuid',
  region_id: 'uuid',
  person_id: 'uuid',
  period: 'daterange',
  latest_end: 'date',
  term_number: 'integer',
  nominated_by_id: 'uuid',
  end_reason: 'text',
  invitation_id: 'uuid',
});

const END_REASONS = new Weighted([
  ['TERM_COMPLETED', 45],
  ['PERSONAL', 20],
  ['CHILD_LEFT_SCHOOL', 18],
  ['MOVED', 8],
  ['REPLACED', 6],
  ['OTHER', 3],
]);
const FILLED = 0.79;
const CARRIED_OVER = 0.15;
const ON_RECORD = 0.8;

/** Draws a holder for a seat, never the same person twice in a body. */
type DrawHolder = (seat: SeedSeat) => Holder;

/** The past, current and next holders of each seat, by first day. */
export function drawAppointments(
  random: Random,
  seats: readonly SeedSeat[],
  profiles: readonly SeedErvaringsdeskundige[],
  people: PeopleByRegion,
  today: DayNumber,
): SeedAppointment[] {
  const ids = new SeedIds(random.stream('ids'));
  const draw = random.stream('terms');
  const drawHolder = holdersFrom(random.stream('holders'), profiles, people);
  return seats.flatMap((seat) => {
    const terms = termsOf(draw, seat, drawHolder, today).sort((a, b) => a.from - b.from);
    return terms.map((term) => ({ id: ids.next(), seat, ...term }));
  });
}

function holdersFrom(
  draw: Random,
  profiles: readonly SeedErvaringsdeskundige[],
  people: PeopleByRegion,
): DrawHolder {
  const onRecord = people.map((): SeedErvaringsdeskundige[] => []);
  for (const profile of profiles) onRecord[profile.home]!.push(profile);
  const profileOf = new Map(profiles.map((profile) => [profile.personId, profile]));
  const used = new Set<string>();
  return ({ body }) => {
    for (;;) {
      const personId = draw.chance(ON_RECORD)
        ? draw.pick(onRecord[body.home]!).personId
        : draw.pick(people[body.home]!);
      const key = `${body.id} ${personId}`;
      if (used.has(key)) continue;
      used.add(key);
      return { personId, profile: profileOf.get(personId) ?? null };
    }
  };
}

type Term = Omit<SeedAppointment, 'id' | 'seat'>;

function termsOf(draw: Random, seat: SeedSeat, drawHolder: DrawHolder, today: DayNumber): Term[] {
  const { openedOn, abolishedOn } = seat;
  if (openedOn > today || (abolishedOn ?? today) < openedOn + 30) return [];
  if (abolishedOn === null && draw.chance(FILLED)) return withCurrent(draw, seat, drawHolder, today);
  const leftOn = (abolishedOn ?? today) - draw.between(0, 240);
  const before = draw.chance(0.7) ? earlier(draw, seat, drawHolder(seat), leftOn) : [];
  if (abolishedOn !== null || draw.chance(0.9)) return before;
  return [...before, starting(seat, drawHolder(seat), today + draw.between(5, 60))];
}

function withCurrent(draw: Random, seat: SeedSeat, drawHolder: DrawHolder, today: DayNumber): Term[] {
  const current = starting(seat, drawHolder(seat), currentFrom(draw, seat, today));
  const { from, holder, latestEnd } = current;
  const { mostTerms, termMonths } = seat.body;
  const again = monthsLater(from, -termMonths) >= seat.openedOn && mostTerms !== 1 && draw.chance(0.35);
  const gap = again || draw.chance(0.6) ? 0 : draw.between(10, 120);
  const before = draw.chance(0.75)
    ? earlier(draw, seat, again ? holder : drawHolder(seat), from - gap, again)
    : [];
  const termNumber = again && before.length > 0 ? 2 : 1;
  const isFollowed = latestEnd >= today && latestEnd < today + 365 && draw.chance(0.3);
  if (!isFollowed) return [...before, { ...current, termNumber }];
  const goesOn = (mostTerms === null || termNumber < mostTerms) && draw.chance(0.5);
  const next = starting(seat, goesOn ? holder : drawHolder(seat), latestEnd + 1);
  return [
    ...before,
    { ...current, termNumber, to: latestEnd + 1, endReason: goesOn ? 'REAPPOINTED' : 'TERM_COMPLETED' },
    { ...next, termNumber: goesOn ? termNumber + 1 : 1 },
  ];
}

/** For some the term is over, and they stay on until replaced, if the body allows that. */
function currentFrom(draw: Random, { openedOn, body }: SeedSeat, today: DayNumber): DayNumber {
  const oldest = monthsLater(today, -body.termMonths) + 1;
  const carriedOver = oldest - draw.between(5, 200);
  if (body.carryOver && carriedOver >= openedOn && draw.chance(CARRIED_OVER)) return carriedOver;
  return draw.between(Math.max(openedOn, oldest), today);
}

/** A term from that day; the holder may stay on until replaced if the body allows that. */
function starting({ body, abolishedOn }: SeedSeat, holder: Holder, from: DayNumber): Term {
  const latestEnd = termEnd(from, body.termMonths);
  const stays = body.carryOver && abolishedOn === null;
  const ends = stays ? { to: null, endReason: null } : { to: latestEnd + 1, endReason: 'TERM_COMPLETED' };
  return { holder, from, latestEnd, termNumber: 1, ...ends };
}

/** The term that ended before that day, if the seat is old enough; a full one if the same person continues. */
function earlier(draw: Random, seat: SeedSeat, holder: Holder, to: DayNumber, whole = false): Term[] {
  const longest = monthsLater(to, -seat.body.termMonths);
  const from = whole ? longest : Math.max(seat.openedOn, draw.between(longest, to - 60));
  if (from >= to) return [];
  const latestEnd = termEnd(from, seat.body.termMonths);
  const endReason = whole ? 'REAPPOINTED' : END_REASONS.draw(draw);
  // shorter months may make a full term a day too long
  return [{ holder, from, to: Math.min(to, latestEnd + 1), latestEnd, termNumber: 1, endReason }];
}

/** `invitations`: earlier invitations, some of which led to an appointment. */
export async function insertAppointments(
  client: ClientBase,
  random: Random,
  appointments: readonly SeedAppointment[],
  invitations: readonly { readonly id: string; readonly appointment: string | null }[],
  progress: Progress,
): Promise<void> {
  const askedBy = new Map(invitations.map(({ id, appointment }) => [appointment, id]));
  const rows = function* (draw: Random) {
    for (const appointment of appointments) {
      const { id, seat, holder, latestEnd, termNumber, endReason } = appointment;
      yield {
        id,
        seat_id: seat.id,
        body_id: seat.body.id,
        region_id: seat.body.region.id,
        person_id: holder.personId,
        period: rangeText(appointment),
        latest_end: dayText(latestEnd),
        term_number: termNumber,
        nominated_by_id: draw.chance(0.25) ? draw.pick(seat.body.region.supporterIds) : null,
        end_reason: endReason,
        invitation_id: askedBy.get(id) ?? null,
      };
    }
  };
  await insertRows(
    client,
    APPOINTMENTS,
    rows(random.stream('rows')),
    progress.part('seat appointments', appointments.length),
  );
}
