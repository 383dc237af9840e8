import { update } from '../../../db/rows.js';
import { furthestDay } from '../../../writes/days-on-record.js';
import type { UseCase } from '../../../writes/use-case.js';
import { find, findLocked, lockSeen } from '../../../writes/find.js';
import { about } from '../../../writes/events.js';
import { Checks } from '../../../kernel/checks.js';
import { dayBefore, isBefore, latest } from '../../../kernel/clock.js';
import { failure } from '../../../kernel/failure.js';
import { allow, coordinators, manages } from '../../access/policies.js';
import { abolish, lastBeginning } from './abolish-seat.js';
import type { AdvisoryBodyEndInput } from './abolition.inputs.js';
import { AdvisoryBodyEntity, AdvisorySeatEntity, SeatAppointmentEntity } from '../advisory.entity.js';
import { waitForBody } from '../seats/lock-seat.js';

/** Its seats are abolished with it. */
export const endBody: UseCase<AdvisoryBodyEndInput, { advisoryBody: string }> = {
  policy: coordinators,
  async run(tx, input) {
    waitForBody(tx, (await find(tx, AdvisoryBodyEntity, input.id, ['input', 'id'])).id);
    const body = await findLocked(tx, AdvisoryBodyEntity, input);
    allow(manages(tx.viewer, body.regionId));
    if (body.endedOn) {
      throw failure('ALREADY_ENDED', ['input', 'id'], { on: dayBefore(body.endedOn) });
    }
    const on = input.on ?? tx.today;
    const endedOn = on.add({ days: 1 });
    const ofBody = { where: { bodyId: body.id }, order: { id: 'ASC' } } as const;
    const all = await tx.manager.find(AdvisorySeatEntity, ofBody);
    const seats = all.filter(({ abolishedOn }) => !abolishedOn || isBefore(endedOn, abolishedOn));
    const book = await tx.manager.find(SeatAppointmentEntity, ofBody);
    const begun = seats.map((seat) => lastBeginning(tx, seat, book));
    const checks = new Checks();
    const first = latest(...begun, body.establishedOn ?? on);
    checks.day(on, ['input', 'on'], first, furthestDay(tx));
    checks.done();
    update(tx, AdvisoryBodyEntity, { id: body.id }, { endedOn });
    const details = { on: on.toString() };
    tx.record({ name: 'advisoryBody.ended', ...about('AdvisoryBody', body), details });
    for (const { id } of seats) {
      const seat = await lockSeen(tx, AdvisorySeatEntity, id, ['input', 'id']);
      const held = await tx.manager.find(SeatAppointmentEntity, ofBody);
      await abolish(tx, seat, body, held, endedOn);
    }
    return { advisoryBody: body.id };
  },
};
