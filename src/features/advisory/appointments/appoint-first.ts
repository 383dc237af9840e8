import type { Tx } from '../../../db/transaction.js';
import { Failure, failure, type Problem } from '../../../kernel/failure.js';
import { isBefore } from '../../../kernel/clock.js';
import { Checks } from '../../../kernel/checks.js';
import { FIRST_DAY } from '../../../writes/days-on-record.js';
import { find } from '../../../writes/find.js';
import type { UseCase } from '../../../writes/use-case.js';
import { allow, coordinators, manages } from '../../access/policies.js';
import { AdvisoryBodyEntity, SeatAppointmentEntity } from '../advisory.entity.js';
import type { Book } from '../seats/body-book.js';
import { lockSeat, waitForBody } from '../seats/lock-seat.js';
import { place, tellWhoWasNotAsked } from './appoint.js';
import { appointee } from './appointee.js';
import { nominator } from './nominator.js';
import { perspectiveInSeat } from './seat-perspective.js';
import type { FirstAppointmentInput, SeatAppointmentsCreateInput } from './seat-appointment.inputs.js';

const LIST = ['input', 'appointments'];
const MOST = 50;

/** Who sits in a body when it is first recorded, with those before them: all of them, or nobody. */
export const appointFirst: UseCase<SeatAppointmentsCreateInput, { advisoryBody: string }> = {
  policy: coordinators,
  async run(tx, { bodyId, appointments }) {
    const body = await find(tx, AdvisoryBodyEntity, bodyId, ['input', 'bodyId']);
    allow(manages(tx.viewer, body.regionId));
    const checks = new Checks();
    if (appointments.length === 0) checks.refuse('REQUIRED', LIST);
    if (appointments.length > MOST) checks.refuse('TOO_MANY_ITEMS', LIST, { limit: MOST });
    checks.done();
    waitForBody(tx, body.id);
    if (await tx.manager.existsBy(SeatAppointmentEntity, { bodyId: body.id })) {
      throw failure('BODY_HAS_APPOINTMENTS', ['input', 'bodyId']);
    }
    const problems: Problem[][] = [];
    const unasked = new Set<string>();
    let book: Book = [];
    for (const [index, item] of inOrderOfDays(tx, appointments)) {
      try {
        const made = await appointed(tx, body.id, book, item);
        book = made.after;
        if (!made.wasAsked) unasked.add(made.personId);
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        problems[index] = error.problems.map((problem) => saidOf(index, problem));
      }
    }
    if (problems.length > 0) throw new Failure(problems.flat());
    for (const personId of unasked) await tellWhoWasNotAsked(tx, personId, body.id);
    return { advisoryBody: body.id };
  },
};

/** A term is numbered by those before it, and an earlier holder makes room: so from the first day on. */
function inOrderOfDays(tx: Tx, items: readonly FirstAppointmentInput[]): [number, FirstAppointmentInput][] {
  const from = ([, item]: [number, FirstAppointmentInput]) => item.from ?? tx.today;
  return [...items.entries()].sort((a, b) => {
    if (isBefore(from(a), from(b))) return -1;
    return isBefore(from(b), from(a)) ? 1 : a[0] - b[0];
  });
}

async function appointed(
  tx: Tx,
  bodyId: string,
  book: Book,
  item: FirstAppointmentInput,
): Promise<{ after: Book; personId: string; wasAsked: boolean }> {
  const locked = await lockSeat(tx, item.seatId, ['input', 'seatId']);
  if (locked.seat.bodyId !== bodyId) throw failure('OTHER_BODY', ['input', 'seatId']);
  const until = item.until ?? null;
  const who = await appointee(tx, locked.seat, { personId: item.personId });
  const by = await nominator(tx, item.nominatorId, ['input', 'nominatorId']);
  const ofBoth = { seatId: locked.seat.id, personId: who.personId };
  const perspective = await perspectiveInSeat(tx, ofBoth, item.perspective, ['input', 'perspective']);
  const term = { from: item.from ?? tx.today, until };
  const said = { ...by, perspective };
  const { after } = await place(tx, { ...locked, book }, who, term, FIRST_DAY, said);
  return { after, personId: who.personId, wasAsked: who.invitationId !== null };
}

/** What is wrong with one appointment, told with its place in the list. */
function saidOf(index: number, { path, ...problem }: Problem): Problem {
  return { ...problem, path: [...LIST, String(index), ...path.slice(1)] };
}
