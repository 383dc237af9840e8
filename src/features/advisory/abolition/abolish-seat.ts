import { update } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import { furthestDay } from '../../../writes/days-on-record.js';
import type { UseCase } from '../../../writes/use-case.js';
import { about } from '../../../writes/events.js';
import { unlessSo } from '../../../writes/patch.js';
import { Checks } from '../../../kernel/checks.js';
import { isBefore, latest, type PlainDate } from '../../../kernel/clock.js';
import { failure } from '../../../kernel/failure.js';
import { coordinatorsAndSecretaries } from '../../access/policies.js';
import type { AdvisorySeatAbolishInput } from './abolition.inputs.js';
import { AdvisorySeatEntity, type SeatAppointmentEntity } from '../advisory.entity.js';
import { abolished } from '../appointments/appointment-book.js';
import { type Book, ofSeat } from '../seats/body-book.js';
import { closeOpenInvitations, reopenInvitations } from '../invitations/close-invitations.js';
import { lockVersion } from '../seats/lock-seat.js';
import type { TermRules } from '../appointments/seat-terms.js';
import { writeUntilTheyStopped } from '../appointments/undo/until-they-stopped.js';

/** From a given day on, which may be in the past. Until it is, another day may be given. */
export const abolishSeat: UseCase<AdvisorySeatAbolishInput, { seat: string }> = {
  policy: coordinatorsAndSecretaries,
  async run(tx, input) {
    const { seat, body, book } = await lockVersion(tx, input);
    if (seat.abolishedOn && !isBefore(tx.today, seat.abolishedOn)) {
      throw failure('SEAT_ABOLISHED', ['input', 'id'], { on: seat.abolishedOn });
    }
    const on = input.on ?? tx.today;
    const checks = new Checks();
    const first = lastBeginning(tx, seat, book).add({ days: 1 });
    checks.day(on, ['input', 'on'], first, body.endedOn ?? furthestDay(tx));
    checks.done();
    unlessSo(seat, { abolishedOn: on }, { seat: seat.id });
    await abolish(tx, seat, body, book, on);
    return { seat: seat.id };
  },
};

/** The last day on which the seat was opened or an appointment to it started. */
export function lastBeginning(tx: Tx, seat: AdvisorySeatEntity, book: Book): PlainDate {
  const begun = ofSeat(book, seat).filter(({ period }) => !isBefore(tx.today, period.from));
  return latest(seat.openedOn, ...begun.map(({ period }) => period.from));
}

/** Records that a locked seat no longer exists from this day on: its holder leaves, open invitations are withdrawn. */
export async function abolish(
  tx: Tx,
  seat: AdvisorySeatEntity,
  rules: TermRules,
  book: readonly SeatAppointmentEntity[],
  abolishedOn: PlainDate,
): Promise<void> {
  update(tx, AdvisorySeatEntity, { id: seat.id }, { abolishedOn });
  const after = abolished(book, { id: seat.id, abolishedOn }, rules);
  await writeUntilTheyStopped(tx, seat, rules, { before: book, after });
  const never = book.filter(({ id }) => !after.some((each) => each.id === id));
  await reopenInvitations(
    tx,
    never.flatMap(({ invitationId }) => invitationId ?? []),
  );
  await closeOpenInvitations(tx, seat.id, null);
  const details = { bodyId: seat.bodyId, on: abolishedOn.toString() };
  tx.record({ name: 'advisorySeat.abolished', ...about('AdvisorySeat', seat), details });
}
