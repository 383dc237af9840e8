import { insert, remove } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import { about } from '../../../writes/events.js';
import { isSamePeriod, toDateRange } from '../../../kernel/period.js';
import { type AdvisorySeatEntity, SeatAppointmentEntity } from '../advisory.entity.js';
import type { Nominator } from './nominator.js';
import type { Appointment, Book } from '../seats/body-book.js';

/** What an appointment is created with, besides the contents of the book. */
export interface Made extends Readonly<Nominator> {
  readonly perspective: string;
  readonly invitationId: string | null;
}

/** Writes a change to the appointments of a body and records its events: first what ends, then what starts. */
export async function writeBook(
  tx: Tx,
  { bodyId, regionId }: Pick<AdvisorySeatEntity, 'bodyId' | 'regionId'>,
  before: Book,
  after: Book,
  made?: Made,
): Promise<void> {
  const old = new Map(before.map((each) => [each.id, each]));
  const kept = new Set(after.map(({ id }) => id));
  const subject = ({ id }: Appointment) => about('SeatAppointment', { id, regionId });

  for (const gone of before.filter(({ id }) => !kept.has(id))) {
    remove(tx, SeatAppointmentEntity, { id: gone.id });
    tx.record({ name: 'seat.appointmentCancelled', ...subject(gone), details: detailsOf(gone) });
  }
  for (const appointment of after) {
    const was = old.get(appointment.id);
    if (!was || same(was, appointment)) continue;
    change(tx, appointment);
    const told = { ...subject(appointment), details: { ...detailsOf(appointment), ...asBefore(was) } };
    if (sameEnd(was, appointment)) tx.record({ name: 'seat.appointmentRenumbered', ...told });
    else if (appointment.endReason) tx.record({ name: 'seat.appointmentEnded', ...told });
    else tx.record({ name: 'seat.appointmentContinued', ...told });
  }
  for (const appointment of after.filter(({ id }) => !old.has(id))) {
    insert(tx, SeatAppointmentEntity, { ...appointment, bodyId, regionId, ...made });
    const details = { ...detailsOf(appointment), ...made };
    tx.record({ name: 'seat.appointed', ...subject(appointment), details });
  }
}

function asBefore({ period, endReason, termNumber }: Appointment) {
  return { periodBefore: toDateRange(period), reasonBefore: endReason, numberBefore: termNumber };
}

function change(tx: Tx, { id, period, endReason, termNumber }: Appointment): void {
  tx.send(
    `update seat_appointments set period = $2, end_reason = $3, term_number = $4, version = version + 1 where id = $1`,
    [id, toDateRange(period), endReason, termNumber],
  );
}

function same(a: Appointment, b: Appointment): boolean {
  return sameEnd(a, b) && a.termNumber === b.termNumber;
}

function sameEnd(a: Appointment, b: Appointment): boolean {
  return isSamePeriod(a.period, b.period) && a.endReason === b.endReason;
}

/** What an event says of an appointment. */
export function detailsOf({
  seatId,
  personId,
  period,
  latestEnd,
  termNumber,
  endReason,
  replacesId,
}: Appointment) {
  return {
    seatId,
    personId,
    period: toDateRange(period),
    latestEnd: latestEnd.toString(),
    termNumber,
    endReason,
    replacesId,
  };
}
