import { v7 as uuid } from 'uuid';
import { insert } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import { FIRST_DAY, furthestDay } from '../../../writes/days-on-record.js';
import type { UseCase } from '../../../writes/use-case.js';
import { find } from '../../../writes/find.js';
import { about, fieldsOf } from '../../../writes/events.js';
import { NothingChanged, saveNews } from '../../../writes/patch.js';
import { Checks } from '../../../kernel/checks.js';
import { dayBefore, earliest, type PlainDate } from '../../../kernel/clock.js';
import { allow, coordinatorsAndSecretaries, fills } from '../../access/policies.js';
import type {
  AdvisorySeatCreateInput,
  AdvisorySeatsCreateInput,
  AdvisorySeatUpdateInput,
} from './advisory-seat.inputs.js';
import { AdvisoryBodyEntity, AdvisorySeatEntity } from '../advisory.entity.js';
import { inOrder, ofSeat } from './body-book.js';
import { type LockedSeat, lockVersion, waitForBody } from './lock-seat.js';
import { numberedTitles } from './numbered-titles.js';
import { addRequirements, checkedRequirements, setRequirements } from './seat-requirements.js';

const LONGEST_TITLE = 200;
/** a space and three digits */
const LONGEST_NUMBER = 4;

export const createSeat: UseCase<AdvisorySeatCreateInput, { seat: string }> = {
  policy: coordinatorsAndSecretaries,
  async run(tx, input) {
    const body = await lockBody(tx, input.bodyId);
    const [seat] = await addSeats(tx, body, input, (title) => [title]);
    return { seat: seat!.id };
  },
};

/** Seats that differ by their number only, in the order of these. */
export const createSeats: UseCase<AdvisorySeatsCreateInput, { advisoryBody: string }> = {
  policy: coordinatorsAndSecretaries,
  async run(tx, input) {
    const body = await lockBody(tx, input.bodyId);
    const { count } = input;
    const checks = new Checks();
    checks.number(count, ['input', 'count'], 1, 25);
    checks.done();
    const seats = await tx.manager.findBy(AdvisorySeatEntity, { bodyId: body.id });
    const titles = seats.map(({ title }) => title);
    await addSeats(tx, body, input, (title) => numberedTitles(title, count, titles));
    return { advisoryBody: body.id };
  },
};

/** A body to which the viewer may add seats, as it is once nobody else changes them. */
async function lockBody(tx: Tx, id: string): Promise<AdvisoryBodyEntity> {
  const path = ['input', 'bodyId'];
  const found = await find(tx, AdvisoryBodyEntity, id, path);
  allow(fills(tx.viewer, found));
  waitForBody(tx, found.id);
  // it may have ended meanwhile
  return find(tx, AdvisoryBodyEntity, id, path);
}

async function addSeats(
  tx: Tx,
  { id: bodyId, regionId, endedOn }: AdvisoryBodyEntity,
  input: AdvisorySeatCreateInput,
  titlesOf: (title: string) => string[],
) {
  const openedOn = input.openedOn ?? tx.today;
  const checks = new Checks();
  const title = checks.name(input.title, ['input', 'title'], LONGEST_TITLE);
  const constituency = checks.optionalText(input.constituency, ['input', 'constituency'], 500);
  checks.day(openedOn, ['input', 'openedOn'], FIRST_DAY, furthestDay(tx));
  if (endedOn) checks.refuse('BODY_ENDED', ['input', 'bodyId'], { on: dayBefore(endedOn) });
  const titles = titlesOf(title);
  if (titles.some(({ length }) => length > LONGEST_TITLE) && title.length <= LONGEST_TITLE) {
    checks.refuse('TOO_LONG', ['input', 'title'], { limit: LONGEST_TITLE - LONGEST_NUMBER });
  }
  checks.done();
  const required = await checkedRequirements(tx, input.requirements, [], ['input', 'requirements']);
  const seats = titles.map((each) => ({
    id: uuid(),
    bodyId,
    regionId,
    title: each,
    constituency,
    openedOn,
  }));
  insert(tx, AdvisorySeatEntity, seats);
  addRequirements(tx, seats, required);
  for (const seat of seats) {
    tx.record({ name: 'advisorySeat.created', ...about('AdvisorySeat', seat), details: { bodyId } });
  }
  return seats;
}

export const updateSeat: UseCase<AdvisorySeatUpdateInput, { seat: string }> = {
  policy: coordinatorsAndSecretaries,
  async run(tx, input) {
    const locked = await lockVersion(tx, input);
    const { seat } = locked;
    const { patch } = input;
    const at = (field: string) => ['input', 'patch', field];
    const checks = new Checks();
    const changes: Partial<AdvisorySeatEntity> = {};
    if (patch.title !== undefined) changes.title = checks.name(patch.title, at('title'), 200);
    if (patch.constituency !== undefined) {
      changes.constituency = checks.optionalText(patch.constituency, at('constituency'), 500);
    }
    if (patch.openedOn !== undefined) {
      checks.day(patch.openedOn, at('openedOn'), FIRST_DAY, latestOpening(tx, locked));
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
  const limits: PlainDate[] = [furthestDay(tx)];
  if (first) limits.push(first.period.from);
  if (seat.abolishedOn) limits.push(dayBefore(seat.abolishedOn));
  return earliest(...limits);
}
