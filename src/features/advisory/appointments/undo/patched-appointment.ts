import { v7 as uuid } from 'uuid';
import type { Tx } from '../../../../db/transaction.js';
import { Checks } from '../../../../kernel/checks.js';
import { dayBefore, earliest, isBefore, latest, type PlainDate } from '../../../../kernel/clock.js';
import { failure } from '../../../../kernel/failure.js';
import { FIRST_DAY, furthestDay } from '../../../../writes/days-on-record.js';
import { find, lockSeen } from '../../../../writes/find.js';
import { PersonEntity } from '../../../people/person.entity.js';
import { checkDeath } from '../../../people/deceased.js';
import { AdvisorySeatEntity, type SeatAppointmentEntity } from '../../advisory.entity.js';
import type { LockedSeat } from '../../seats/lock-seat.js';
import { cancelled, termFrom } from '../appointment-book.js';
import { refuseUnasked } from '../appointee.js';
import { lastPossible } from '../leave-seat.js';
import type { Ending } from '../seat-terms.js';
import { isByRules, recordedEnding, type Wish } from './corrected-book.js';
import type { SeatAppointmentPatch } from './undo-appointment.inputs.js';

const at = (field: keyof SeatAppointmentPatch) => ['input', 'patch', field];

/** What an appointment really was, by a patch. */
export async function patchedAppointment(
  tx: Tx,
  { seat, body, book }: LockedSeat,
  old: SeatAppointmentEntity,
  patch: SeatAppointmentPatch,
): Promise<Wish & { readonly seat: AdvisorySeatEntity }> {
  const inSeat = await patchedSeat(tx, seat, patch);
  const personId = await patchedPerson(tx, old, patch);
  const from = patch.from ?? old.period.from;
  if (inSeat.abolishedOn && !isBefore(from, inSeat.abolishedOn)) {
    throw failure('SEAT_ABOLISHED', at('from'), { on: inSeat.abolishedOn });
  }
  const checks = new Checks();
  checks.day(from, at('from'), latest(FIRST_DAY, inSeat.openedOn), furthestDay(tx));
  checks.done();

  const left = cancelled(book, seat, body, old.id);
  const byRules = termFrom(left, inSeat, { personId, from }, body).latestEnd;
  const isSameTerm = from.equals(old.period.from) && inSeat.id === seat.id;
  const follows = !isSameTerm && isByRules(book, seat, body, old);
  const kept = follows ? byRules : old.latestEnd;
  const until = patch.latestEnd === undefined ? kept : (patch.latestEnd ?? byRules);
  if (!isSameTerm || patch.latestEnd !== undefined) {
    const longest = latest(byRules, old.latestEnd);
    checks.day(until, at('latestEnd'), from, earliest(longest, ...lastDayOf(inSeat)));
  }
  checks.done();

  const recorded = recordedEnding(book, seat, body, old);
  const ending = patchedEnding(checks, recorded, { old, until, patch });
  if (ending?.until) {
    const first = ending.endReason === 'TERM_COMPLETED' ? until : from;
    const staysOn = body.carryOver || old.period.until === null || isBefore(old.latestEnd, old.period.until);
    const term = { period: { from, until: null }, latestEnd: until };
    checks.day(
      ending.until,
      at('until'),
      first,
      lastPossible(tx, { seat: inSeat, book: left }, term, staysOn),
    );
    if (ending.endReason) checkDeath(checks, tx, ending.endReason, ending.until, first, at('until'));
  }
  checks.done();
  return { id: uuid(), seat: inSeat, personId, from, until, ending };
}

async function patchedSeat(
  tx: Tx,
  seat: AdvisorySeatEntity,
  { seatId }: SeatAppointmentPatch,
): Promise<AdvisorySeatEntity> {
  if (seatId === undefined) return seat;
  const { id, bodyId } = await find(tx, AdvisorySeatEntity, seatId, at('seatId'));
  if (id === seat.id) return seat;
  if (bodyId !== seat.bodyId) throw failure('OTHER_BODY', at('seatId'));
  return lockSeen(tx, AdvisorySeatEntity, id, at('seatId'));
}

/** Somebody else is appointed as anybody is: the body knows them, or they said yes. */
async function patchedPerson(
  tx: Tx,
  old: SeatAppointmentEntity,
  { personId }: SeatAppointmentPatch,
): Promise<string> {
  if (personId === undefined) return old.personId;
  const person = await find(tx, PersonEntity, personId, at('personId'));
  if (person.id === old.personId) return person.id;
  await refuseUnasked(tx, old.bodyId, person.id, at('personId'));
  return person.id;
}

function lastDayOf({ abolishedOn }: AdvisorySeatEntity): PlainDate[] {
  return abolishedOn ? [dayBefore(abolishedOn)] : [];
}

interface Patched {
  readonly old: SeatAppointmentEntity;
  /** the last day of the term, as it really was */
  readonly until: PlainDate;
  readonly patch: SeatAppointmentPatch;
}

/** How they left; null where nobody recorded that they did. Whoever left with their term does so with the new one. */
function patchedEnding(
  checks: Checks,
  recorded: Ending | null,
  { old, until, patch }: Patched,
): Ending | null {
  if (patch.until === null) return null;
  const withTerm = recorded?.until?.equals(old.latestEnd) && recorded.endReason === 'TERM_COMPLETED';
  const last = patch.until ?? (withTerm ? until : (recorded?.until ?? null));
  const endReason = patch.endReason === undefined ? (recorded?.endReason ?? null) : patch.endReason;
  if (last && !endReason) checks.refuse('REQUIRED', at('endReason'));
  if (!last && endReason) checks.refuse('REQUIRED', at('until'));
  return last && endReason ? { until: last, endReason } : null;
}
