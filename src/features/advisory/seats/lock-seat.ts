import type { Tx } from '../../../db/transaction.js';
import { find, findExpected, findLocked, lockSeen, type VersionedId } from '../../../writes/find.js';
import { allow, fills } from '../../access/policies.js';
import { AdvisoryBodyEntity, AdvisorySeatEntity, SeatAppointmentEntity } from '../advisory.entity.js';

/** A seat that the viewer fills, with its body and all appointments to the seats of that body. */
export interface LockedSeat {
  readonly seat: AdvisorySeatEntity;
  readonly body: AdvisoryBodyEntity;
  readonly book: readonly SeatAppointmentEntity[];
}

/**
 * Changes to the seats of a body or to their holders wait for each other: consecutive terms and one seat each are
 * rules of the whole body, which a secretary cannot lock as a row. Comes before any other lock.
 */
export function waitForBody(tx: Tx, bodyId: string): void {
  tx.send(`select pg_advisory_xact_lock(hashtextextended('advisory body ' || $1, 0))`, [bodyId]);
}

export async function lockSeat(tx: Tx, id: string, path: readonly string[]): Promise<LockedSeat> {
  const found = await find(tx, AdvisorySeatEntity, id, path);
  waitForBody(tx, found.bodyId);
  return withBook(tx, await lockSeen(tx, AdvisorySeatEntity, found.id, path));
}

/** The same for a change to the seat itself. */
export async function lockVersion(tx: Tx, input: VersionedId): Promise<LockedSeat> {
  const { bodyId } = await find(tx, AdvisorySeatEntity, input.id, ['input', 'id']);
  waitForBody(tx, bodyId);
  return withBook(tx, await findLocked(tx, AdvisorySeatEntity, input));
}

/** An appointment; to change it, its seat is locked. */
export async function lockAppointment(
  tx: Tx,
  input: VersionedId,
): Promise<LockedSeat & { appointment: SeatAppointmentEntity }> {
  const path = ['input', 'id'];
  const { bodyId, seatId } = await find(tx, SeatAppointmentEntity, input.id, path);
  waitForBody(tx, bodyId);
  const seat = await lockSeen(tx, AdvisorySeatEntity, seatId, path);
  const appointment = await findExpected(tx, SeatAppointmentEntity, input);
  return { ...(await withBook(tx, seat)), appointment };
}

async function withBook(tx: Tx, seat: AdvisorySeatEntity): Promise<LockedSeat> {
  const { bodyId, regionId } = seat;
  allow(fills(tx.viewer, { id: bodyId, regionId }));
  const body = await tx.manager.findOneByOrFail(AdvisoryBodyEntity, { id: bodyId });
  return { seat, body, book: await tx.manager.findBy(SeatAppointmentEntity, { bodyId }) };
}
