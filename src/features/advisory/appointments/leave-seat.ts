import { In } from 'typeorm';
import { asSystem } from '../../../db/as-system.js';
import type { Tx } from '../../../db/transaction.js';
import { furthestDay, refuseOver } from '../../../writes/days-on-record.js';
import { unlessSo } from '../../../writes/patch.js';
import type { UseCase } from '../../../writes/use-case.js';
import { Checks } from '../../../kernel/checks.js';
import { dayBefore, earliest, isBefore, latest, type PlainDate } from '../../../kernel/clock.js';
import { coordinatorsAndSecretaries } from '../../access/policies.js';
import { checkDeath } from '../../people/deceased.js';
import { AdvisorySeatEntity, type SeatAppointmentEntity } from '../advisory.entity.js';
import { cancelled, ended } from './appointment-book.js';
import { type Appointment, type Book, firstFrom, inOrder, type Seat } from '../seats/body-book.js';
import { lockAppointment, type LockedSeat } from '../seats/lock-seat.js';
import type { SeatAppointmentEndInput } from './seat-appointment.inputs.js';
import { writeUntilTheyStopped } from './undo/until-they-stopped.js';

/** One in the future may move, either way. */
export const endAppointment: UseCase<SeatAppointmentEndInput, { appointment: string; seat: string }> = {
  policy: coordinatorsAndSecretaries,
  async run(tx, input) {
    const { appointment, ...locked } = await lockAppointment(tx, input);
    const { id, period, latestEnd } = appointment;
    const book: Book = STAYS_OR_DIED.includes(input.reason)
      ? locked.book
      : await withoutLaterTerms(tx, locked, appointment);
    refuseOver(tx, period);
    const on = input.on ?? tx.today;
    const checks = new Checks();
    const first = input.reason === 'TERM_COMPLETED' ? latestEnd : period.from;
    const staysOn = locked.body.carryOver || period.until === null;
    checks.day(on, ['input', 'on'], first, lastPossible(tx, { ...locked, book }, appointment, staysOn));
    checkDeath(checks, tx, input.reason, on, first);
    checks.done();
    const after = ended(book, locked.body, id, { until: on, endReason: input.reason });
    const refs = { appointment: id, seat: locked.seat.id };
    unlessSo<{ book: Book }>({ book: locked.book }, { book: after }, refs);
    const changed = locked.book.filter((each) => !book.includes(each)).map((each) => each.id);
    await asSystem(tx, () => tx.query(`select advisory_keeps($1, 'seat_appointments', $2)`, [id, changed]));
    await writeUntilTheyStopped(tx, locked.seat, locked.body, { before: locked.book, after, said: id });
    return refs;
  },
};

/** What was to follow still does, or goes with all else that they do: a death is never one role's. */
const STAYS_OR_DIED: readonly string[] = ['TERM_COMPLETED', 'DECEASED'];

/** Whoever leaves early does not come back to the body for what was to follow, in whichever of its seats. */
export async function withoutLaterTerms(
  tx: Tx,
  { book, body }: Pick<LockedSeat, 'book' | 'body'>,
  { personId, period }: Pick<SeatAppointmentEntity, 'personId' | 'period'>,
): Promise<Book> {
  const later = book.filter((each) => each.personId === personId && isBefore(period.from, each.period.from));
  const seats = await tx.manager.findBy(AdvisorySeatEntity, { id: In(later.map(({ seatId }) => seatId)) });
  const seatOf = new Map(seats.map((seat) => [seat.id, seat]));
  return inOrder(later).reduce<Book>(
    (left, { id, seatId }) => cancelled(left, seatOf.get(seatId)!, body, id),
    book,
  );
}

/** Before the next holder starts and the seat is abolished; after the term only if the holder may stay on, and no more than ten years ahead. */
export function lastPossible(
  tx: Tx,
  { seat, book }: { readonly seat: Seat; readonly book: Book },
  { period, latestEnd }: Pick<Appointment, 'period' | 'latestEnd'>,
  staysOn: boolean,
): PlainDate {
  const next = firstFrom(book, seat, period.from.add({ days: 1 }));
  const limits: PlainDate[] = [staysOn ? latest(furthestDay(tx), latestEnd) : latestEnd];
  if (next) limits.push(dayBefore(next.period.from));
  if (seat.abolishedOn) limits.push(dayBefore(seat.abolishedOn));
  return earliest(...limits);
}
