import type { Tx } from '../db/transaction.js';
import type { PlainDate } from '../kernel/clock.js';

/** Somebody dies, or stops with everything. */
export interface Departure {
  /** uuid */
  readonly id: string;
  readonly personId: string;
  readonly kind: 'DECEASED' | 'STOPS_EVERYTHING';
  readonly lastDay: PlainDate;
}

/** A row that a departure changed: as it was, and whether it is so again. */
export interface TakenBack {
  readonly table: string;
  readonly id: string;
  readonly was: Readonly<Record<string, unknown>>;
  readonly restored: boolean;
}

/** What a feature does when somebody departs: as the system, wherever it is. */
export interface Departing {
  /** the tables of which a departure keeps rows, in the order in which they are put back */
  readonly tables: readonly string[];
  /** Locks what it will change, as whoever writes it does, before the person is locked. */
  lock(tx: Tx, personId: string): Promise<void>;
  /** Ends what they do after their last day. */
  depart(tx: Tx, departure: Departure): Promise<void>;
  /** Follows what was put back. */
  takeBack(tx: Tx, rows: readonly TakenBack[]): Promise<void>;
}

const ALL: Departing[] = [];

/** Makes known what features do, in the order in which everybody locks. Twice is once. */
export function registerDeparting(departing: readonly Departing[]): void {
  ALL.splice(0, ALL.length, ...departing);
}

/** Runs what all features do, one after the other; `record` writes the departure itself in between. */
export async function departFromAll(
  tx: Tx,
  departure: Departure,
  record: () => Promise<void>,
): Promise<void> {
  for (const { lock } of ALL) await lock(tx, departure.personId);
  await record();
  for (const { depart } of ALL) await depart(tx, departure);
  await tx.query('select departure_is_done($1)', [departure.id]);
}

/** The same, backwards. */
export async function takeBackFromAll(
  tx: Tx,
  departure: Pick<Departure, 'id' | 'personId'>,
  record: () => Promise<void>,
): Promise<void> {
  for (const { lock } of ALL) await lock(tx, departure.personId);
  await record();
  for (const { tables, takeBack } of ALL) {
    const rows: TakenBack[] = [];
    for (const table of tables) rows.push(...(await rowsOf(tx, departure.id, table)));
    await takeBack(tx, rows);
  }
}

async function rowsOf(tx: Tx, departure: string, table: string): Promise<TakenBack[]> {
  return tx.query('select $2::text as table, row_id as id, was, restored from departure_takes_back($1, $2)', [
    departure,
    table,
  ]);
}
