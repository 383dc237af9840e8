import { remove, update } from '../../../../db/rows.js';
import type { Tx } from '../../../../db/transaction.js';
import { toDateRange } from '../../../../kernel/period.js';
import { about } from '../../../../writes/events.js';
import { type AdvisorySeatEntity, SeatAppointmentEntity } from '../../advisory.entity.js';
import type { Appointment, Book } from '../../seats/body-book.js';
import { detailsOf, type Made, writeBook } from '../write-book.js';

type Seat = Pick<AdvisorySeatEntity, 'bodyId' | 'regionId'>;

/** Writes a book without an appointment that never was, and records its events. */
export async function writeAnnulled(
  tx: Tx,
  seat: Seat,
  before: Book,
  after: Book,
  gone: Appointment,
): Promise<void> {
  tx.record({ name: 'seat.appointmentAnnulled', ...told(seat, gone), details: detailsOf(gone) });
  remove(tx, SeatAppointmentEntity, { id: gone.id });
  await writeBook(tx, seat, without(before, gone), after);
}

interface Anew extends Made {
  readonly appointment: Appointment;
  /** somebody recorded that they left */
  readonly hasLeft: boolean;
}

/**
 * Writes a book in which another appointment replaces one, and records its events. The row of the same person stays, with
 * the new id: nobody gives them a seat a second time, and whoever knows them by it does so still.
 */
export async function writeCorrected(
  tx: Tx,
  seat: Seat,
  before: Book,
  after: Book,
  gone: Appointment,
  { appointment: anew, hasLeft, ...made }: Anew,
): Promise<void> {
  const details = { ...detailsOf(gone), replacedBy: anew.id };
  tx.record({ name: 'seat.appointmentCorrected', ...told(seat, gone), details });
  const left = without(before, gone);
  if (anew.personId === gone.personId) {
    rewrite(tx, gone.id, anew, made);
    const details = { ...detailsOf(anew), ...made };
    tx.record({ name: 'seat.appointed', ...told(seat, anew), details });
    await writeBook(tx, seat, [...left, anew], after);
  } else {
    remove(tx, SeatAppointmentEntity, { id: gone.id });
    await writeBook(tx, seat, left, after, made);
    const serve = after.filter(({ replacesId }) => replacesId === anew.id).map(({ id }) => id);
    if (serve.length > 0) update(tx, SeatAppointmentEntity, { id: serve }, { replacesId: anew.id });
  }
  if (hasLeft) tx.record({ name: 'seat.appointmentEnded', ...told(seat, anew), details: detailsOf(anew) });
}

function told({ regionId }: Seat, { id }: Appointment) {
  return about('SeatAppointment', { id, regionId });
}

function without(book: Book, gone: Appointment): Book {
  return book.filter(({ id }) => id !== gone.id);
}

/** Whoever makes room for it, or goes on without it, does so only after this. */
function rewrite(tx: Tx, id: string, anew: Appointment, { invitationId, perspective, ...by }: Made): void {
  tx.send('set constraints seat_appointments_one_holder, seat_appointments_one_seat_each deferred');
  tx.send(
    `update seat_appointments set id = $2, seat_id = $3, period = $4, latest_end = $5, term_number = $6, end_reason = $7,
       replaces_id = $8, nominated_by_id = $9, nominated_by_body_id = $10,
       nominated_by_network_id = $11, invitation_id = $12, perspective = $13, version = 1
     where id = $1`,
    [
      id,
      anew.id,
      anew.seatId,
      toDateRange(anew.period),
      anew.latestEnd.toString(),
      anew.termNumber,
      anew.endReason,
      anew.replacesId,
      by.nominatedById,
      by.nominatedByBodyId,
      by.nominatedByNetworkId,
      invitationId,
      perspective,
    ],
  );
}
