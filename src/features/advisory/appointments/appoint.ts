import { v7 as uuid } from 'uuid';
import type { Tx } from '../../../db/transaction.js';
import { endsBefore } from '../../../kernel/period.js';
import { FIRST_DAY, furthestDay } from '../../../writes/days-on-record.js';
import type { UseCase } from '../../../writes/use-case.js';
import { Checks } from '../../../kernel/checks.js';
import { dayBefore, earliest, isBefore, latest, type PlainDate } from '../../../kernel/clock.js';
import { failure } from '../../../kernel/failure.js';
import { coordinatorsAndSecretaries } from '../../access/policies.js';
import { appointed, type Asked, BY_TERM, termFrom } from './appointment-book.js';
import { type Appointee, appointee, refuseUnasked, settleInvitations } from './appointee.js';
import { type Book, firstFrom, taken } from '../seats/body-book.js';
import { refuseIncompatible } from './incompatible.js';
import { lockAppointment, type LockedSeat, lockSeat } from '../seats/lock-seat.js';
import type { SeatAppointInput, SeatReappointInput } from './seat-appointment.inputs.js';
import { nominator, nominatorOf } from './nominator.js';
import { perspectiveInSeat } from './seat-perspective.js';
import { refuseIfDeceased } from '../../people/deceased.js';
import { logAccess } from '../access-log/log-access.js';
import { type Made, writeBook } from './write-book.js';

type Result = { appointment: string; seat: string };

const FROM = ['input', 'from'];
const UNTIL = ['input', 'until'];

export const appointToSeat: UseCase<SeatAppointInput, Result> = {
  policy: coordinatorsAndSecretaries,
  async run(tx, input) {
    const locked = await lockSeat(tx, input.seatId, ['input', 'seatId']);
    const who = await appointee(tx, locked.seat, input);
    const by = await nominator(tx, input.nominatorId, ['input', 'nominatorId']);
    const term = { from: input.from ?? tx.today, until: input.until ?? null };
    const ofBoth = { seatId: locked.seat.id, personId: who.personId };
    const perspective = await perspectiveInSeat(tx, ofBoth, input.perspective, ['input', 'perspective']);
    const made = await give(tx, locked, who, term, FIRST_DAY, { ...by, perspective });
    if (who.invitationId === null) await tellWhoWasNotAsked(tx, who.personId, locked.body.id);
    return made;
  },
};

/** From now on the body knows who they are, as after an acceptance; the account is that which appointed them. */
export function tellWhoWasNotAsked(tx: Tx, personId: string, bodyId: string): Promise<void> {
  const { accountId } = tx.viewer;
  const told = { what: 'NAME_AND_CONTACT', why: 'APPOINTED', accountId, invitationId: null } as const;
  return logAccess(tx, [{ personId, bodyId, ...told }]);
}

/** Another term for the holder of a seat, for a holder who stays on, or for the last holder unless they left early. */
export const reappointToSeat: UseCase<SeatReappointInput, Result> = {
  policy: coordinatorsAndSecretaries,
  async run(tx, input) {
    const { appointment, ...locked } = await lockAppointment(tx, input);
    const { personId, latestEnd, period, endReason } = appointment;
    if (endReason && !BY_TERM.includes(endReason)) {
      throw failure('LEFT_SEAT', ['input', 'id'], { on: period.until! });
    }
    const follower = firstFrom(locked.book, locked.seat, period.from.add({ days: 1 }));
    if (follower) throw taken(follower, ['input', 'id']);
    await refuseUnasked(tx, locked.body.id, personId, ['input', 'id']);
    const after = latestEnd.add({ days: 1 });
    const term = { from: input.from ?? latest(after, tx.today), until: input.until ?? null };
    const who = { personId, invitationId: null, path: ['input', 'id'] };
    const { perspective: before } = appointment;
    const path = ['input', 'perspective'];
    const perspective = await perspectiveInSeat(tx, appointment, input.perspective, path, before);
    return give(tx, locked, who, term, after, { ...nominatorOf(appointment), perspective });
  },
};

async function give(tx: Tx, ...given: Given): Promise<Result> {
  const [{ seat }] = given;
  return { appointment: (await place(tx, ...given)).id, seat: seat.id };
}

type Given = [
  locked: Pick<LockedSeat, 'seat' | 'body'> & { readonly book: Book },
  who: Appointee,
  term: Pick<Asked, 'from' | 'until'>,
  earliestFrom: PlainDate,
  said: Omit<Made, 'invitationId'>,
];

/** Writes an appointment; the appointments of the body after it. */
export async function place(
  tx: Tx,
  ...[{ seat, body, book }, who, term, earliestFrom, said]: Given
): Promise<{ id: string; after: Book }> {
  const { from } = term;
  if (seat.abolishedOn && !isBefore(from, seat.abolishedOn)) {
    throw failure('SEAT_ABOLISHED', FROM, { on: seat.abolishedOn });
  }
  const checks = new Checks();
  checks.day(from, FROM, latest(earliestFrom, seat.openedOn), furthestDay(tx));
  checks.done();
  const { latestEnd } = termFrom(book, seat, { personId: who.personId, from }, body);
  const gone = seat.abolishedOn && dayBefore(seat.abolishedOn);
  checks.day(term.until, UNTIL, from, gone ? earliest(latestEnd, gone) : latestEnd);
  checks.done();

  const id = uuid();
  const after = appointed(book, seat, body, { id, personId: who.personId, ...term });
  const { period } = after.find((each) => each.id === id)!;
  await refuseIfDeceased(tx, who.personId, period.until, who.path);
  await refuseIncompatible(tx, body.id, who.personId, { from, until: term.until ?? latestEnd }, who.path);
  await writeBook(tx, seat, book, after, { ...said, invitationId: who.invitationId });
  await settleInvitations(tx, { id, seatId: seat.id }, who.invitationId, !endsBefore(period, tx.today));
  return { id, after };
}
