import { asSystem } from '../../../../db/as-system.js';
import type { Tx } from '../../../../db/transaction.js';
import { dayBefore, day, isBefore, type PlainDate } from '../../../../kernel/clock.js';
import { toDateRange } from '../../../../kernel/period.js';
import type { Departure } from '../../../../writes/departing.js';
import { type Appointment, type Book, firstFrom } from '../../seats/body-book.js';
import { ahead, ended } from '../appointment-book.js';
import { type Ending, endingOf, endsWith, reasonOf, type TermRules } from '../seat-terms.js';
import { writeBook } from '../write-book.js';
import type { Wish } from './corrected-book.js';

/** Somebody died or stopped with everything, and that stands. */
export interface Stop {
  /** uuid of the departure */
  readonly id: string;
  readonly lastDay: PlainDate;
  readonly kind: Departure['kind'];
}

/** With a stop an appointment ends otherwise than it would have. */
export interface Cut {
  readonly stopId: string;
  readonly appointment: Pick<Appointment, 'id' | 'period'>;
  readonly was: Ending;
  readonly became: Ending;
}

/** Of whoever holds a seat from a day on, who had left it before they stopped by what was recorded (null: it was another’s). */
export async function stopsSince(
  tx: Tx,
  personId: string,
  from: PlainDate,
  lasted: PlainDate | null,
): Promise<Stop[]> {
  const rows = await asSystem(tx, () =>
    tx.query<Omit<Stop, 'lastDay'> & { readonly lastDay: string }>(
      'select id, last_day::text as "lastDay", kind from departures_since($1, $2, $3)',
      [personId, from.toString(), lasted && lasted.toString()],
    ),
  );
  return rows.map((row) => ({ ...row, lastDay: day(row.lastDay) }));
}

/** Those that an appointment ends with which was recorded otherwise only now. Nobody who died goes on: that is refused. */
export async function stopsOf(tx: Tx, old: Appointment, { personId, from }: Wish): Promise<Stop[]> {
  const lasted = personId === old.personId ? old.period.until : null;
  if (personId === old.personId && !lasted) return [];
  return (await stopsSince(tx, personId, from, lasted)).filter(({ kind }) => kind !== 'DECEASED');
}

/** How each of them leaves it, one after the other. */
export function cutBy(stops: readonly Stop[], appointment: Cut['appointment'], ending: Ending): Cut[] {
  return stops.reduce<Cut[]>((cuts, { id: stopId, lastDay, kind }) => {
    const was = cuts.at(-1)?.became ?? ending;
    if (!endsWith(lastDay, was)) return cuts;
    const became = { until: lastDay, endReason: reasonOf(kind) };
    return [...cuts, { stopId, appointment, was, became }];
  }, []);
}

/** How what really was would have ended without a stop, whoever followed since. */
export function withoutStop(book: Book, wish: Wish, rules: TermRules): Ending {
  if (wish.ending) return wish.ending;
  const { personId, until: latestEnd, seat } = wish;
  const next = firstFrom(book, seat, latestEnd.add({ days: 1 }));
  return endingOf({ personId, latestEnd }, ahead(seat, next), rules);
}

/** Whoever holds a seat for longer, without what is undone, does so until they stopped. */
export async function untilTheyStopped(
  tx: Tx,
  before: Book,
  after: Book,
  rules: TermRules,
): Promise<{ readonly after: Book; readonly cuts: readonly Cut[] }> {
  const cuts: Cut[] = [];
  for (const was of before) {
    const { until } = was.period;
    const now = after.find(({ id }) => id === was.id);
    if (!until || !now || !lastsLonger(now, until)) continue;
    const stops = await stopsSince(tx, now.personId, now.period.from, dayBefore(until));
    cuts.push(...cutBy(stops, now, { until: now.period.until, endReason: now.endReason }));
  }
  return { after: cutIn(after, cuts, rules), cuts };
}

/** The book with appointments that end so. */
export function cutIn(book: Book, cuts: readonly Cut[], rules: TermRules): Book {
  return cuts.reduce((left, { appointment, became }) => ended(left, rules, appointment.id, became), book);
}

function lastsLonger({ period: { until } }: Appointment, than: PlainDate): boolean {
  return !until || isBefore(than, until);
}

/** Writes a book in which others may hold a seat again, so until they stopped; one whose end somebody says is as they say. */
export async function writeUntilTheyStopped(
  tx: Tx,
  seat: Parameters<typeof writeBook>[1],
  rules: TermRules,
  { before, after, said }: { readonly before: Book; readonly after: Book; readonly said?: string },
): Promise<void> {
  const others = before.filter(({ id }) => id !== said);
  const held = await untilTheyStopped(tx, others, after, rules);
  await writeBook(tx, seat, before, held.after);
  await keepCuts(tx, held.cuts);
}

/** Each stop keeps what ends with it, for when it is taken back. The rows are there. */
export async function keepCuts(tx: Tx, cuts: readonly Cut[]): Promise<void> {
  if (cuts.length === 0) return;
  const kept = cuts.map(({ stopId, appointment: { id, period }, was, became }) => ({
    departure: stopId,
    appointment: id,
    was: columns(period.from, was),
    became: columns(period.from, became),
  }));
  await asSystem(tx, () => tx.query('select stops_keep_appointments($1)', [JSON.stringify(kept)]));
}

function columns(from: PlainDate, { until, endReason }: Ending) {
  return { period: toDateRange({ from, until }), end_reason: endReason };
}
