import { asSystem } from '../../../../db/as-system.js';
import type { Tx } from '../../../../db/transaction.js';
import { day } from '../../../../kernel/clock.js';
import type { Failure } from '../../../../kernel/failure.js';
import { endsBefore } from '../../../../kernel/period.js';
import { isSame as isSameValue, NothingChanged } from '../../../../writes/patch.js';
import type { UseCase } from '../../../../writes/use-case.js';
import { coordinatorsAndSecretaries } from '../../../access/policies.js';
import { passAbsencesOn } from '../../../oudernetwerken/trekkerschap/absent-trekker.js';
import { builtUpon } from '../../../people/built-upon.js';
import { refuseIfDeceased } from '../../../people/deceased.js';
import { recordAnnulment, undoReason } from '../../../undo/record-annulment.js';
import type { SeatAppointmentEntity } from '../../advisory.entity.js';
import { reopenClosedBy, reopenInvitations } from '../../invitations/close-invitations.js';
import type { Appointment, Book } from '../../seats/body-book.js';
import { lockAppointment, type LockedSeat } from '../../seats/lock-seat.js';
import { tellWhoWasNotAsked } from '../appoint.js';
import { settleInvitations, yesOf } from '../appointee.js';
import { cancelled } from '../appointment-book.js';
import { refuseIncompatible } from '../incompatible.js';
import { nominator, nominatorOf } from '../nominator.js';
import { perspectiveInSeat } from '../seat-perspective.js';
import type { Ending } from '../seat-terms.js';
import { builtOn, corrected, recordedEnding, standsInTheWay, type Wish } from './corrected-book.js';
import { givenBack, writeGivenBack } from './given-back.js';
import { patchedAppointment } from './patched-appointment.js';
import type {
  SeatAppointmentAnnulInput,
  SeatAppointmentCorrectInput,
  SeatAppointmentPatch,
} from './undo-appointment.inputs.js';
import { type Cut, cutBy, keepCuts, stopsOf, untilTheyStopped, withoutStop } from './until-they-stopped.js';
import { writeAnnulled, writeCorrected } from './write-undone.js';

/** It never was. Whoever was appointed because of it must be put right first. */
export const annulAppointment: UseCase<SeatAppointmentAnnulInput, { seat: string }> = {
  policy: coordinatorsAndSecretaries,
  async run(tx, input) {
    const reason = undoReason(input);
    const { appointment, seat, body, book } = await lockAppointment(tx, input);
    const because = builtOn(book, appointment);
    if (because) throw await builtUponTerm(tx, because);
    await refuseInvited(tx, appointment);
    recordAnnulment(tx, 'SeatAppointment', appointment, reason);
    const left = cancelled(book, seat, body, appointment.id);
    const back = await givenBack(tx, { book, body }, appointment, null, left);
    const held = await untilTheyStopped(tx, book, back.after, body);
    await writeGivenBack(tx, appointment.id, back, seat);
    await writeAnnulled(tx, seat, [...book, ...back.terms], held.after, appointment);
    await keepCuts(tx, [...back.cuts, ...held.cuts]);
    await reopenClosedBy(tx, appointment.id, null);
    await passAbsencesOn(tx, inBody(appointment), appointment.personId);
    if (appointment.invitationId) await reopenInvitations(tx, [appointment.invitationId]);
    return { seat: seat.id };
  },
};

function inBody({ bodyId: placeId, personId, period }: SeatAppointmentEntity) {
  return { placeId, personId, period };
}

type Corrected = { appointment: string; seat: string };

/** It was otherwise: annulled and recorded anew, also on days that have passed, under the rules of a new one. */
export const correctAppointment: UseCase<SeatAppointmentCorrectInput, Corrected> = {
  policy: coordinatorsAndSecretaries,
  async run(tx, input) {
    const reason = undoReason(input);
    const { appointment: old, ...locked } = await lockAppointment(tx, input);
    const { seat, body, book } = locked;
    const wish = await patchedAppointment(tx, locked, old, input.patch);
    const by =
      input.patch.nominatorId === undefined
        ? nominatorOf(old)
        : await nominator(tx, input.patch.nominatorId, ['input', 'patch', 'nominatorId']);
    const isSame = isSameRecord(old, recordedEnding(book, seat, body, old), wish);
    const perspective = await patchedPerspective(tx, old, wish, input.patch);
    if (isSame && isSameValue(by, nominatorOf(old)) && perspective === old.perspective) {
      throw new NothingChanged({ appointment: old.id, seat: seat.id });
    }
    const cuts = await cutsOf(tx, locked, old, wish);
    const ending = cuts.at(-1)?.became ?? wish.ending;
    const left = await recordedAnew(tx, locked, old, wish, ending);
    const back = await givenBack(tx, locked, old, wish, left);
    const held = await untilTheyStopped(tx, book, back.after, body);
    const { after } = held;
    const anew = after.find(({ id }) => id === wish.id)!;
    const isOfAnother = wish.personId !== old.personId;
    const named = ['input', 'patch', isOfAnother ? 'personId' : 'until'];
    await refuseIfDeceased(tx, anew.personId, anew.period.until, named);
    if (isOfAnother) await refuseInvited(tx, old);
    const keepsYes = !isOfAnother && anew.seatId === old.seatId;
    const invitationId = keepsYes ? old.invitationId : await otherYes(tx, old, anew);
    recordAnnulment(tx, 'SeatAppointment', old, reason, anew.id);
    const hasLeft = ending !== null;
    const made = { appointment: anew, hasLeft, ...by, perspective, invitationId };
    await writeGivenBack(tx, old.id, back, seat);
    await writeCorrected(tx, seat, [...book, ...back.terms], after, old, made);
    await keepCuts(tx, [...cuts, ...back.cuts, ...held.cuts]);
    await asSystem(tx, () => tx.query('select kept_by_corrected($1, $2)', [old.id, anew.id]));
    await reopenClosedBy(tx, anew.id, anew.seatId === old.seatId ? anew.period : null);
    await passAbsencesOn(tx, inBody(old), anew.personId);
    const isHeld = !endsBefore(anew.period, tx.today);
    await settleInvitations(tx, anew, keepsYes ? null : invitationId, isHeld);
    if (isOfAnother && invitationId === null) await tellWhoWasNotAsked(tx, anew.personId, body.id);
    return { appointment: anew.id, seat: anew.seatId };
  },
};

/** As what they held it; of somebody else as is said, or as the seat requires and they are. */
async function patchedPerspective(
  tx: Tx,
  old: SeatAppointmentEntity,
  { seat, personId }: Wish,
  { perspective }: SeatAppointmentPatch,
): Promise<string> {
  if (perspective == null && personId === old.personId) return old.perspective;
  const path = ['input', 'patch', 'perspective'];
  return perspectiveInSeat(tx, { seatId: seat.id, personId }, perspective, path);
}

/** Whoever stopped with everything since stopped with that too, as if it had been on record. */
async function cutsOf(
  tx: Tx,
  { seat, body, book }: LockedSeat,
  old: SeatAppointmentEntity,
  wish: Wish,
): Promise<Cut[]> {
  const stops = await stopsOf(tx, old, wish);
  const really = { id: wish.id, period: { from: wish.from, until: null } };
  return cutBy(stops, really, withoutStop(cancelled(book, seat, body, old.id), wish, body));
}

/** The book with what really was, until its `ending`; refused where others build on what was recorded. */
async function recordedAnew(
  tx: Tx,
  { seat, body, book }: LockedSeat,
  old: SeatAppointmentEntity,
  wish: Wish,
  ending: Ending | null,
): Promise<Book> {
  const inTheWay = standsInTheWay(book, old, wish, ending);
  if (inTheWay) throw await builtUponTerm(tx, inTheWay);
  if (wish.personId !== old.personId) {
    const { from, until } = wish;
    const period = { from, until: ending?.until ?? until };
    await refuseIncompatible(tx, body.id, wish.personId, period, ['input', 'patch', 'personId']);
  }
  return corrected(book, old, seat, body, { ...wish, ending }, ['input', 'patch']);
}

/** The yes that led to it waits again; what they said to this seat settles that, if they did. */
async function otherYes(tx: Tx, old: SeatAppointmentEntity, anew: Appointment): Promise<string | null> {
  if (old.invitationId) await reopenInvitations(tx, [old.invitationId]);
  return yesOf(tx, anew.seatId, anew.personId);
}

function isSameRecord(
  { seatId, personId, period, latestEnd }: SeatAppointmentEntity,
  ending: Ending | null,
  wish: Wish,
): boolean {
  return (
    seatId === wish.seat.id &&
    personId === wish.personId &&
    period.from.equals(wish.from) &&
    latestEnd.equals(wish.until) &&
    ending?.endReason === wish.ending?.endReason &&
    ending?.until?.toString() === wish.ending?.until?.toString()
  );
}

function builtUponTerm(tx: Tx, { personId, period }: Appointment): Promise<Failure> {
  return builtUpon(tx, 'term', personId, period.from);
}

/** They were asked again because they had been there: that is withdrawn first, or what came of it. */
async function refuseInvited(tx: Tx, { id, personId }: SeatAppointmentEntity): Promise<void> {
  const [asked] = await tx.query<{ on: string }>(
    `select asked_on as on from seat_invitations
     where former_appointment_id = $1 and status in ('ASKED', 'ACCEPTED', 'APPOINTED') order by asked_on desc limit 1`,
    [id],
  );
  if (asked) throw await builtUpon(tx, 'invited', personId, day(asked.on));
}
