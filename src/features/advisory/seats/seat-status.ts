import type { Row } from '../../../reads/mapping.js';
import { type Parameter, raw, type Sql, sql } from '../../../reads/sql.js';
import type { SeatStatus } from '../advisory.enums.js';

type Status = keyof typeof SeatStatus;

/** Those that the row of a seat does not tell by itself. */
const OF_HOLDERS: readonly Status[] = ['FILLED', 'ENDS_SOON', 'CARRY_OVER'];

/** What functions about the vacancy of a seat are told of its row. */
export function opening(seat: Row): Sql {
  return sql`${seat}.opened_on, ${seat}.abolished_on, ${seat}.held`;
}

/** Where a seat is on a day; `among`: null instead of a status that is none of these and has to be looked up. */
export function seatStatus(seat: Row, day: Sql | Parameter, among: readonly string[] = OF_HOLDERS): Sql {
  const looksUp = OF_HOLDERS.some((status) => among.includes(status));
  const ofHolder = looksUp ? sql`, seat_held_status(${seat}.id, ${day}::date)` : raw('');
  return sql`coalesce(seat_open_status(${opening(seat)}, ${day}::date)${ofHolder})`;
}
