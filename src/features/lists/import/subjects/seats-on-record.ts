import type { Tx } from '../../../../db/transaction.js';
import { day, isBefore, type PlainDate } from '../../../../kernel/clock.js';
import { folded } from '../columns/fields.js';

interface TermOnRecord {
  readonly personId: string;
  readonly from: PlainDate;
  /** the last day, or that of the term of whoever stays on after it */
  readonly until: PlainDate;
}

export interface SeatOnRecord {
  readonly id: string;
  readonly title: string;
  readonly openedOn: PlainDate;
  readonly terms: readonly TermOnRecord[];
}

interface Wanted {
  readonly personId: string;
  readonly from: PlainDate;
  /** null: for a whole term */
  readonly until: PlainDate | null;
}

/** The seats of a body that were not abolished, with who holds and held them. */
export async function seatsOf(tx: Tx, bodyId: string): Promise<SeatOnRecord[]> {
  const rows = await tx.query<{
    id: string;
    title: string;
    openedOn: string;
    terms: readonly { personId: string; from: string; until: string }[];
  }>(
    `select s.id, s.title, s.opened_on::text as "openedOn",
       coalesce((select jsonb_agg(jsonb_build_object('personId', a.person_id, 'from', lower(a.period),
         'until', coalesce(upper(a.period) - 1, a.latest_end))) from seat_appointments a where a.seat_id = s.id), '[]')
         as terms
     from advisory_seats s where s.body_id = $1 and s.abolished_on is null order by s.sort_title, s.id`,
    [bodyId],
  );
  return rows.map(({ openedOn, terms, ...seat }) => ({
    ...seat,
    openedOn: day(openedOn),
    terms: terms.map(({ personId, from, until }) => ({ personId, from: day(from), until: day(until) })),
  }));
}

/** Seats that are called like this; those of the same title have a number behind it. */
function called(seats: readonly SeatOnRecord[], title: string): SeatOnRecord[] {
  const name = folded(title);
  return seats.filter((seat) => {
    const other = folded(seat.title);
    return other === name || (other.startsWith(`${name} `) && /^\d+$/.test(other.slice(name.length + 1)));
  });
}

/** A seat with that title that nobody else holds in these days: the one that they held before, if they did. */
export function freeSeat(
  seats: readonly SeatOnRecord[],
  title: string,
  { personId, from, until }: Wanted,
): SeatOnRecord | null {
  const free = called(seats, title).filter(
    ({ openedOn, terms }) =>
      !isBefore(from, openedOn) &&
      terms.every((term) => isBefore(term.until, from) || (until && isBefore(until, term.from))),
  );
  const own = free.find(({ terms }) => terms.some((term) => term.personId === personId));
  return own ?? free[0] ?? null;
}

/** A seat with that title that nobody holds today or later, and of which no other row speaks. */
export function vacantSeat(
  seats: readonly SeatOnRecord[],
  title: string,
  taken: ReadonlySet<string>,
  today: PlainDate,
): SeatOnRecord | null {
  const found = called(seats, title).find(
    ({ id, terms }) => !taken.has(id) && terms.every(({ until }) => isBefore(until, today)),
  );
  return found ?? null;
}

/** The title, with a number behind it if another seat of the body is called so. */
export function freeTitle(seats: readonly SeatOnRecord[], title: string): string {
  const names = new Set(seats.map((seat) => folded(seat.title)));
  if (!names.has(folded(title))) return title;
  let number = 2;
  while (names.has(folded(`${title} ${number}`))) number++;
  return `${title} ${number}`;
}
