import { In } from 'typeorm';
import type { Tx } from '../../../db/transaction.js';
import type { Departing, Departure, TakenBack } from '../../../writes/departing.js';
import { AdvisoryBodyEntity, SeatAppointmentEntity } from '../advisory.entity.js';
import { lockProfiles } from '../invitations/lock-invitation.js';
import { closeForDeparture } from '../invitations/close-for-departure.js';
import { tellReopened } from '../invitations/close-invitations.js';
import type { Book } from '../seats/body-book.js';
import { waitForBody } from '../seats/lock-seat.js';
import { ended } from './appointment-book.js';
import { endsWith, reasonOf } from './seat-terms.js';
import { withoutLaterTerms } from './leave-seat.js';
import { takeBackSeats } from './undo/taken-back.js';
import { writeUntilTheyStopped } from './undo/until-they-stopped.js';

/** Ends what they do in bodies: seats that they hold or are to hold, and what they are asked. */
export const departFromSeats: Departing = {
  tables: ['seat_invitations'],
  async lock(tx, personId) {
    const bodies = await tx.query<{ id: string }>(
      `select body_id as id from seat_appointments where person_id = $1
       union select body_id from seat_invitations where person_id = $1 order by 1`,
      [personId],
    );
    for (const { id } of bodies) waitForBody(tx, id);
    const profiles = await tx.query<{ id: string }>(
      'select id from ervaringsdeskundigen where person_id = $1',
      [personId],
    );
    await lockProfiles(
      tx,
      profiles.map(({ id }) => id),
    );
  },
  async depart(tx, departure) {
    const { personId } = departure;
    const held = await tx.manager.findBy(SeatAppointmentEntity, { personId });
    const bodies = [...new Set(held.map(({ bodyId }) => bodyId))];
    for (const body of await tx.manager.findBy(AdvisoryBodyEntity, { id: In(bodies) })) {
      await leaveBody(tx, body, departure);
    }
    await closeForDeparture(tx, departure);
  },
  takeBackFirst: takeBackSeats,
  async takeBack(tx, rows) {
    await tellReopened(tx, rows.filter(({ restored }) => restored).map(asReopened));
  },
};

async function leaveBody(tx: Tx, body: AdvisoryBodyEntity, departure: Departure): Promise<void> {
  const book = await tx.manager.findBy(SeatAppointmentEntity, { bodyId: body.id });
  const after = await left(tx, body, book, departure);
  const changed = book.filter((each) => !after.includes(each));
  if (changed.length === 0) return;
  const ids = changed.map(({ id }) => id);
  await tx.query(`select departure_keeps($1, 'seat_appointments', $2)`, [departure.id, ids]);
  const of = { bodyId: body.id, regionId: body.regionId };
  await writeUntilTheyStopped(tx, of, body, { before: book, after });
}

/** The book of a body without what they do after their last day. */
async function left(
  tx: Tx,
  body: AdvisoryBodyEntity,
  book: readonly SeatAppointmentEntity[],
  { personId, lastDay, kind }: Departure,
): Promise<Book> {
  const without = await withoutLaterTerms(
    tx,
    { book, body },
    { personId, period: { from: lastDay, until: null } },
  );
  const held = without.find(
    (each) =>
      each.personId === personId &&
      endsWith(lastDay, { until: each.period.until, endReason: each.endReason }),
  );
  if (!held) return without;
  return ended(without, body, held.id, { until: lastDay, endReason: reasonOf(kind) });
}

function asReopened({ id, was }: TakenBack) {
  const { region_id, ervaringsdeskundige_id, status } = was as Readonly<Record<string, string>>;
  return { id, regionId: region_id!, profileId: ervaringsdeskundige_id ?? null, status: status! };
}
