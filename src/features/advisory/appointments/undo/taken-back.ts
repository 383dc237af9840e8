import { In } from 'typeorm';
import type { Tx } from '../../../../db/transaction.js';
import { isSame } from '../../../../writes/patch.js';
import { about } from '../../../../writes/events.js';
import { AdvisoryBodyEntity, AdvisorySeatEntity, SeatAppointmentEntity } from '../../advisory.entity.js';
import { type Appointment, type Book, inOrder, type Seat } from '../../seats/body-book.js';
import { waitForBody } from '../../seats/lock-seat.js';
import { cancelled } from '../appointment-book.js';
import type { TermRules } from '../seat-terms.js';
import { detailsOf, writeBook } from '../write-book.js';
import { appointedAgain } from './given-back.js';
import { type KeptAppointment, keptAppointments } from './kept-appointments.js';

/**
 * A departure never was: what it ended in seats goes on, and what was to follow does, as if it had been recorded without
 * it. What was recorded since and stands in the way, stays; then so does the end.
 */
export async function takeBackSeats(tx: Tx, departureId: string): Promise<void> {
  const kept = await keptAppointments(tx, departureId);
  const bodies = [...new Set(kept.map(({ bodyId }) => bodyId))].sort();
  for (const id of bodies) waitForBody(tx, id);
  const standing: string[] = [];
  for (const body of await tx.manager.findBy(AdvisoryBodyEntity, { id: In(bodies) })) {
    const ofBody = kept.filter(({ bodyId }) => bodyId === body.id);
    standing.push(...(await takeBackIn(tx, departureId, body, ofBody)));
  }
  await tx.query('select departure_keeps_ended($1, $2)', [departureId, standing]);
}

/** The ids of those that stand again. */
async function takeBackIn(
  tx: Tx,
  departureId: string,
  body: AdvisoryBodyEntity,
  kept: readonly KeptAppointment[],
): Promise<readonly string[]> {
  const book = await tx.manager.findBy(SeatAppointmentEntity, { bodyId: body.id });
  const seats = await tx.manager.findBy(AdvisorySeatEntity, { bodyId: body.id });
  const seatOf = new Map(seats.map((seat) => [seat.id, seat]));
  const { standing, after } = standAgain(book, kept, seatOf, body);
  const there = new Set(book.map(({ id }) => id));
  const made = kept.map(({ was }) => was).filter(({ id }) => standing.includes(id) && !there.has(id));
  const ids = made.map(({ id }) => id);
  await tx.query('select departure_gives_appointments_back($1, $2)', [departureId, ids]);
  for (const term of made) {
    const subject = about('SeatAppointment', { id: term.id, regionId: body.regionId });
    tx.record({ name: 'seat.appointmentContinued', ...subject, details: detailsOf(term) });
  }
  await writeBook(tx, { bodyId: body.id, regionId: body.regionId }, [...book, ...made], after);
  return standing;
}

interface Standing {
  readonly standing: readonly string[];
  readonly after: Book;
}

function standAgain(
  book: Book,
  kept: readonly KeptAppointment[],
  seatOf: ReadonlyMap<string, Seat>,
  rules: TermRules,
): Standing {
  const asItWas = kept.map(({ was }) => was);
  const keptOf = new Map(kept.map((each) => [each.was.id, each]));
  return inOrder(asItWas).reduce<Standing>(
    (so, { id }) => {
      const term = asLeft(so.after, keptOf.get(id)!);
      const seat = term && seatOf.get(term.seatId);
      const after = seat && again(so.after, asItWas, term, seat, rules);
      return after ? { standing: [...so.standing, id], after } : so;
    },
    { standing: [], after: book },
  );
}

/** What it would be without the departure; null if somebody wrote it otherwise since. */
function asLeft(book: Book, { was, left }: KeptAppointment): Appointment | null {
  const now = book.find(({ id }) => id === was.id);
  if (!left) return now ? null : was;
  const isAsLeft = now?.personId === was.personId && isSame(endOf(now), endOf(left));
  return isAsLeft
    ? { ...now, period: { ...now.period, until: was.period.until }, endReason: was.endReason }
    : null;
}

function endOf({ period, endReason }: Appointment) {
  return [period.until, endReason];
}

function again(book: Book, asItWas: Book, term: Appointment, seat: Seat, rules: TermRules): Book | null {
  const serve = book.filter(({ replacesId }) => replacesId === term.id).map(({ id }) => id);
  const isThere = book.some(({ id }) => id === term.id);
  const without = isThere ? cancelled(book, seat, rules, term.id) : book;
  const after = appointedAgain(without, asItWas, term, seat, rules);
  return after && after.map((each) => (serve.includes(each.id) ? { ...each, replacesId: term.id } : each));
}
