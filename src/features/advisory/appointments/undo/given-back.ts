import { In } from 'typeorm';
import { asSystem } from '../../../../db/as-system.js';
import type { Tx } from '../../../../db/transaction.js';
import { isBefore } from '../../../../kernel/clock.js';
import { Failure } from '../../../../kernel/failure.js';
import { about } from '../../../../writes/events.js';
import { AdvisorySeatEntity } from '../../advisory.entity.js';
import { type Appointment, type Book, inOrder, put, type Seat } from '../../seats/body-book.js';
import type { LockedSeat } from '../../seats/lock-seat.js';
import { appointed } from '../appointment-book.js';
import type { TermRules } from '../seat-terms.js';
import { detailsOf } from '../write-book.js';
import { builtOn, leavesEarly, recordedEnding, type Wish } from './corrected-book.js';
import { appointmentOf, type AppointmentRow } from './kept-appointments.js';
import { type Cut, cutBy, cutIn, type Stop, stopsSince } from './until-they-stopped.js';

/** Later terms that an end removed and that stand again without it, and the book with them. */
interface GivenBack {
  readonly terms: Book;
  readonly after: Book;
  /** the end stands: what it removed may still come back */
  readonly isKept: boolean;
  /** those that do not, because their holder stopped before they would have begun */
  readonly stopped: readonly { readonly term: Appointment; readonly stopId: string }[];
  /** those that do until their holder stopped */
  readonly cuts: readonly Cut[];
}

/**
 * What the end of an appointment removed stands again where that end never was; where nothing was at all (null), only what
 * was not built on it.
 */
export async function givenBack(
  tx: Tx,
  { book, body }: Pick<LockedSeat, 'book' | 'body'>,
  old: Appointment,
  wish: Wish | null,
  after: Book,
): Promise<GivenBack> {
  const stillLeaves = wish?.personId === old.personId && leavesEarly(wish);
  if (stillLeaves) return { terms: [], after, isKept: true, stopped: [], cuts: [] };
  const changed = await removedBy(tx, old.id);
  const removed = changed.filter(({ id }) => !book.some((each) => each.id === id));
  const before = changed.find(({ id }) => id === old.id) ?? old;
  const isOfSame = wish?.personId === old.personId;
  const again = isOfSame ? undefined : builtOn(removed, before);
  const seats = await tx.manager.findBy(AdvisorySeatEntity, { id: In(removed.map(({ seatId }) => seatId)) });
  const seatOf = new Map(seats.map((seat) => [seat.id, seat]));
  const standing = removed.filter((each) => each !== again && seatOf.has(each.seatId));
  const { from, until } = old.period;
  const stops = standing.length > 0 && until ? await stopsSince(tx, old.personId, from, until) : [];
  const stopped = standing.flatMap((term) => {
    const stop = stops.find(({ lastDay }) => isBefore(lastDay, term.period.from));
    return stop ? [{ term, stopId: stop.id }] : [];
  });
  const begun = standing.filter((each) => !stopped.some(({ term }) => term === each));
  const back = standAgain(after, inOrder(begun), seatOf, body, wish);
  const cuts = back.terms.flatMap((term) => cutOf(stops, back.after, term));
  return { terms: back.terms, after: cutIn(back.after, cuts, body), isKept: false, stopped, cuts };
}

function cutOf(stops: readonly Stop[], book: Book, { id }: Appointment): Cut[] {
  const term = book.find((each) => each.id === id)!;
  return cutBy(stops, term, { until: term.period.until, endReason: term.endReason });
}

/** Those of them that nothing recorded since stands in the way of. */
function standAgain(
  book: Book,
  removed: Book,
  seatOf: ReadonlyMap<string, Seat>,
  rules: TermRules,
  wish: Pick<Wish, 'id' | 'ending'> | null,
): Pick<GivenBack, 'terms' | 'after'> {
  const lastDay = (of: Book) => of.find(({ id }) => id === wish?.id)?.period.until?.toString();
  return removed.reduce<Pick<GivenBack, 'terms' | 'after'>>(
    ({ terms, after }, term) => {
      const tried = appointedAgain(after, removed, term, seatOf.get(term.seatId)!, rules);
      const movesRecordedEnd = wish?.ending && tried && lastDay(tried) !== lastDay(after);
      return tried && !movesRecordedEnd ? { terms: [...terms, term], after: tried } : { terms, after };
    },
    { terms: [], after: book },
  );
}

/** The book with a term that stands again as it was; null if something that was recorded since is in the way. */
export function appointedAgain(
  book: Book,
  removed: Book,
  term: Appointment,
  seat: Seat,
  rules: TermRules,
): Book | null {
  const { id, personId, period, latestEnd, replacesId } = term;
  const isGone = seat.abolishedOn !== null && !isBefore(period.from, seat.abolishedOn);
  if (isGone || (replacesId && !book.some((each) => each.id === replacesId))) return null;
  const ending = recordedEnding([...book, ...removed], seat, rules, term);
  const asked = { id, personId, from: period.from, until: latestEnd, ending };
  try {
    const after = appointed(book, seat, rules, asked);
    return put(after, { ...after.find((each) => each.id === id)!, replacesId });
  } catch (error) {
    if (error instanceof Failure) return null;
    throw error;
  }
}

/** Writes them, as they were: what becomes of them and of others since is a change to the book with them. */
export async function writeGivenBack(
  tx: Tx,
  appointmentId: string,
  { terms, isKept, stopped }: GivenBack,
  { regionId }: { readonly regionId: string },
): Promise<void> {
  if (isKept) return;
  for (const { term, stopId } of stopped) {
    const values = [appointmentId, stopId, term.id];
    await asSystem(tx, () => tx.query('select stop_keeps_removed($1, $2, $3)', values));
  }
  const ids = terms.map(({ id }) => id);
  await asSystem(tx, () => tx.query('select appointment_gives_back($1, $2)', [appointmentId, ids]));
  for (const term of terms) {
    const subject = about('SeatAppointment', { id: term.id, regionId });
    tx.record({ name: 'seat.appointed', ...subject, details: detailsOf(term) });
  }
}

async function removedBy(tx: Tx, appointmentId: string): Promise<Appointment[]> {
  const rows = await asSystem(tx, () =>
    tx.query<AppointmentRow>(
      `select id, seat_id, person_id, period::text, latest_end::text, term_number, end_reason, replaces_id
       from appointment_removed($1)`,
      [appointmentId],
    ),
  );
  return rows.map(appointmentOf);
}
