import { v7 as uuid } from 'uuid';
import { insert } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import type { UseCase } from '../../../writes/use-case.js';
import { find } from '../../../writes/find.js';
import { about, fieldsOf } from '../../../writes/events.js';
import { NothingChanged, saveNews } from '../../../writes/patch.js';
import { Checks } from '../../../kernel/checks.js';
import { day, dayBefore, earliest, type PlainDate } from '../../../kernel/clock.js';
import { allow, coordinatorsAndSecretaries, fills } from '../../access/policies.js';
import type { AdvisorySeatCreateInput, AdvisorySeatUpdateInput } from './advisory-seat.inputs.js';
import { AdvisoryBodyEntity, AdvisorySeatEntity } from '../advisory.entity.js';
import { inOrder, ofSeat } from './body-book.js';
import { type LockedSeat, lockVersion, waitForBody } from './lock-seat.js';
import { setRequirements } from './seat-requirements.js';

/** Seats may be recorded from this day on, and ten years ahead. */
const EARLIEST = day('1990-01-01');

export const createSeat: UseCase<AdvisorySeatCreateInput, { seat: string }> = {
  policy: coordinatorsAndSecretaries,
  async run(tx, input) {
    const found = await find(tx, AdvisoryBodyEntity, input.bodyId, ['input', 'bodyId']);
    allow(fills(tx.viewer, found));
    waitForBody(tx, found.id);
    // it may have ended meanwhile
    const {
      id: bodyId,
      regionId,
      endedOn,
    } = await find(tx, AdvisoryBodyEntity, input.bodyId, ['input', 'bodyId']);
    const openedOn = input.openedOn ?? tx.today;
    const checks = new Checks();
    const title = checks.name(input.title, ['input', 'title'], 200);
    const constituency = checks.optionalText(input.constituency, ['input', 'constituency'], 500);
    checks.day(openedOn, ['input', 'openedOn'], EARLIEST, tx.today.add({ years: 10 }));
    if (endedOn) checks.refuse('BODY_ENDED', ['input', 'bodyId'], { on: dayBefore(endedOn) });
    checks.done();
    const seat = { id: uuid(), bodyId, regionId, title, constituency, openedOn };
    insert(tx, AdvisorySeatEntity, seat);
    await setRequirements(tx, seat, input.requirements, ['input', 'requirements']);
    tx.record({ name: 'advisorySeat.created', ...about('AdvisorySeat', seat), details: { bodyId } });
    return { seat: seat.id };
  },
};

export const updateSeat: UseCase<AdvisorySeatUpdateInput, { seat: string }> = {
  policy: coordinatorsAndSecretaries,
  async run(tx, input) {
    const locked = await lockVersion(tx, input);
    const { seat } = locked;
    const { patch } = input;
    const at = (field: string) => ['input', 'patch', field];
    const checks = new Checks();
    const changes: Partial<AdvisorySeatEntity> = {};
    if (patch.title !== undefined) changes.title = checks.name(patch.title ?? '', at('title'), 200);
    if (patch.constituency !== undefined) {
      changes.constituency = checks.optionalText(patch.constituency, at('constituency'), 500);
    }
    if (patch.openedOn === null) checks.refuse('REQUIRED', at('openedOn'));
    else if (patch.openedOn !== undefined) {
      checks.day(patch.openedOn, at('openedOn'), EARLIEST, latestOpening(tx, locked));
      changes.openedOn = patch.openedOn;
    }
    checks.done();
    const requires =
      patch.requirements !== undefined &&
      (await setRequirements(tx, seat, patch.requirements ?? [], at('requirements')));
    if (!saveNews(tx, AdvisorySeatEntity, seat, changes) && !requires) {
      throw new NothingChanged({ seat: seat.id });
    }
    const details = { bodyId: seat.bodyId, fields: fieldsOf(patch) };
    tx.record({ name: 'advisorySeat.updated', ...about('AdvisorySeat', seat), details });
    return { seat: seat.id };
  },
};

function latestOpening(tx: Tx, { seat, book }: LockedSeat): PlainDate {
  const [first] = inOrder(ofSeat(book, seat));
  const limits: PlainDate[] = [tx.today.add({ years: 10 })];
  if (first) limits.push(first.period.from);
  if (seat.abolishedOn) limits.push(dayBefore(seat.abolishedOn));
  return earliest(...limits);
}
