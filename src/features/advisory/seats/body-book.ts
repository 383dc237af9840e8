import { isBefore, latest, type PlainDate } from '../../../kernel/clock.js';
import { failure, type Failure } from '../../../kernel/failure.js';
import type { SeatAppointmentEntity } from '../advisory.entity.js';

export type Appointment = Pick<
  SeatAppointmentEntity,
  'id' | 'seatId' | 'personId' | 'period' | 'latestEnd' | 'termNumber' | 'endReason' | 'replacesId'
>;

/** All appointments to the seats of one body. Every change returns a new one. */
export type Book = readonly Appointment[];

export interface Seat {
  readonly id: string;
  readonly abolishedOn: PlainDate | null;
}

/** The appointment of the seat that started last before a day. */
export function lastBefore(book: Book, seat: Seat, day: PlainDate): Appointment | undefined {
  return ofSeat(book, seat)
    .filter(({ period }) => isBefore(period.from, day))
    .at(-1);
}

/** The first appointment of the seat that starts on a day or later. */
export function firstFrom(book: Book, seat: Seat, day: PlainDate): Appointment | undefined {
  return ofSeat(book, seat).find(({ period }) => !isBefore(period.from, day));
}

export function ofSeat(book: Book, { id }: Seat): Appointment[] {
  return inOrder(book.filter(({ seatId }) => seatId === id));
}

export function inOrder(appointments: Book): Appointment[] {
  return [...appointments].sort((a, b) => (isBefore(a.period.from, b.period.from) ? -1 : 1));
}

export function put(book: Book, appointment: Appointment): Book {
  return [...book.filter(({ id }) => id !== appointment.id), appointment];
}

/** The seat is held, for at least this long. */
export function taken({ period, latestEnd }: Appointment, path: readonly string[]): Failure {
  const until = period.until ?? latestEnd;
  return failure('SEAT_TAKEN', path, { from: period.from, until: until });
}

/**
 * Since when a seat that nobody holds is vacant, of the last days of those who held it: what `seat_vacant_since` says
 * of the rows, said of what is looked ahead at.
 */
export function vacantSince(openedOn: PlainDate, lastDays: readonly PlainDate[]): PlainDate {
  return latest(openedOn, ...lastDays.map((day) => day.add({ days: 1 })));
}
