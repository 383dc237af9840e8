import { day, isBefore, type PlainDate } from '../../../kernel/clock.js';
import { vacantSince } from '../seats/body-book.js';
import type { RetirementMaterial } from './retirement-material.js';

/** The years for which a rooster van aftreden can be requested, and how many at once. */
export const FIRST_YEAR = 2000;
export const LAST_YEAR = 2100;
export const MOST_YEARS = 20;

/** The last year that can be requested together with a first one. */
export function lastYearFrom(fromYear: number): number {
  return Math.min(fromYear + MOST_YEARS - 1, LAST_YEAR);
}

type SeatMaterial = RetirementMaterial['seats'][number];
type AppointmentMaterial = RetirementMaterial['appointments'][number];

export interface Leaving {
  readonly appointmentId: string;
  readonly seatId: string;
  readonly endsOn: PlainDate;
  readonly termNumber: number;
  readonly mayBeReappointed: boolean;
  readonly carriesOver: boolean;
}

export type RetirementWarningCode =
  'TOO_MANY_LEAVE' | 'VACANT_TOO_LONG' | 'CARRIED_OVER' | 'NO_REAPPOINTMENT';

export interface ScheduleYear {
  readonly year: number;
  /** by last day */
  readonly leaving: readonly Leaving[];
  /** seats; on the last day of the year, for the current one today */
  readonly vacancies: readonly string[];
  /** percentage of the seats that exist in the year */
  readonly leavingShare: number;
  readonly warnings: readonly { readonly code: RetirementWarningCode; readonly seatIds: readonly string[] }[];
}

/** The rooster van aftreden of a body: the terms that end in each year, the vacancies, and the warnings. */
export function retirementSchedule(
  material: RetirementMaterial,
  { fromYear, toYear }: { readonly fromYear: number; readonly toYear: number },
  today: PlainDate,
): ScheduleYear[] {
  const years = Array.from({ length: toYear - fromYear + 1 }, (_, index) => fromYear + index);
  const leaving = material.appointments.filter(({ endReason }) => endReason !== 'REAPPOINTED').map(leavingOf);
  return years.map((year) =>
    scheduleOf(
      year,
      material,
      leaving.filter(({ endsOn }) => endsOn.year === year),
      today,
    ),
  );
}

function scheduleOf(
  year: number,
  material: RetirementMaterial,
  inYear: readonly Leaving[],
  today: PlainDate,
): ScheduleYear {
  const lastDay = day(`${year}-12-31`);
  const asOf = year === today.year ? today : lastDay;
  const leaving = bySeat(material, inYear);
  const seats = material.seats.filter((seat) => isThereIn(year, seat));
  const leavingSeats = material.seats
    .filter(({ id }) => leaving.some(({ seatId }) => seatId === id))
    .map(({ id }) => id);
  const vacant = seats.filter((seat) => isThere(seat, asOf) && !holder(material, seat, asOf));
  const ofLeaving = seats.length === 0 ? 0 : (100 * leavingSeats.length) / seats.length;
  const warnings: ScheduleYear['warnings'][number][] = [
    { code: 'TOO_MANY_LEAVE', seatIds: ofLeaving > (material.maxLeavingShare ?? 100) ? leavingSeats : [] },
    {
      code: 'VACANT_TOO_LONG',
      seatIds: year > today.year ? [] : idsOf(vacant.filter((seat) => isVacantTooLong(material, seat, asOf))),
    },
    {
      code: 'CARRIED_OVER',
      seatIds: year > today.year ? [] : idsOf(seats.filter((seat) => isCarriedOver(material, seat, asOf))),
    },
    { code: 'NO_REAPPOINTMENT', seatIds: leavesNobody(material, leaving, today) },
  ];
  return {
    year,
    leaving,
    vacancies: idsOf(vacant),
    leavingShare: Math.round(ofLeaving),
    warnings: warnings.filter(({ seatIds }) => seatIds.length > 0),
  };
}

function leavingOf({ id, seatId, until, latestEnd, termNumber, hindrance }: AppointmentMaterial): Leaving {
  return {
    appointmentId: id,
    seatId,
    endsOn: until ?? latestEnd,
    termNumber,
    mayBeReappointed: hindrance === null,
    carriesOver: until === null,
  };
}

function bySeat({ seats }: RetirementMaterial, leaving: readonly Leaving[]): Leaving[] {
  const places = new Map(seats.map(({ id }, place) => [id, place]));
  const inOrder = [...leaving].sort((a, b) => places.get(a.seatId)! - places.get(b.seatId)!);
  return inOrder.sort((a, b) => (isBefore(a.endsOn, b.endsOn) ? -1 : isBefore(b.endsOn, a.endsOn) ? 1 : 0));
}

function idsOf(seats: readonly SeatMaterial[]): string[] {
  return seats.map(({ id }) => id);
}

function isThere({ openedOn, abolishedOn }: SeatMaterial, on: PlainDate): boolean {
  return !isBefore(on, openedOn) && (abolishedOn === null || isBefore(on, abolishedOn));
}

function isThereIn(year: number, { openedOn, abolishedOn }: SeatMaterial): boolean {
  return openedOn.year <= year && (abolishedOn === null || isBefore(day(`${year}-01-01`), abolishedOn));
}

function holder({ appointments }: RetirementMaterial, { id }: SeatMaterial, on: PlainDate) {
  return appointments.find(
    ({ seatId, from, until }) => seatId === id && !isBefore(on, from) && !(until && isBefore(until, on)),
  );
}

/** For more days than the rules of the body allow; the seat is vacant on that day. */
function isVacantTooLong(material: RetirementMaterial, seat: SeatMaterial, on: PlainDate): boolean {
  const ends = material.appointments.flatMap(({ seatId, until }) =>
    seatId === seat.id && until && isBefore(until, on) ? until : [],
  );
  return vacantSince(seat.openedOn, ends).until(on).days > material.vacancyDays;
}

function isCarriedOver(material: RetirementMaterial, seat: SeatMaterial, on: PlainDate): boolean {
  const held = holder(material, seat, on);
  return held !== undefined && isBefore(held.latestEnd, on);
}

const FOR_GOOD: readonly (string | null)[] = ['TERM_LIMIT', 'LEFT'];

/** Seats whose holder leaves permanently, today or later, without a successor. */
function leavesNobody(
  { appointments }: RetirementMaterial,
  leaving: readonly Leaving[],
  today: PlainDate,
): string[] {
  const forGood = new Set(
    appointments.filter(({ hindrance }) => FOR_GOOD.includes(hindrance)).map(({ id }) => id),
  );
  const follows = ({ seatId, endsOn }: Leaving) =>
    appointments.some((each) => each.seatId === seatId && isBefore(endsOn, each.from));
  const alone = leaving.filter(
    (each) => !isBefore(each.endsOn, today) && forGood.has(each.appointmentId) && !follows(each),
  );
  return [...new Set(alone.map(({ seatId }) => seatId))];
}
