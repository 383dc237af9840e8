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
  /** false: it was gone */
  readonly hadBegun: boolean;
}

/** What a feature does when somebody departs: as the system, wherever it is. */
export interface Departing {
  /** the tables of which a departure keeps rows, in the order in which they are put back */
  readonly tables: readonly string[];
  /** Locks what it will change, as whoever writes it does, before the person is locked; unless another feature does. */
  lock?(tx: Tx, personId: string): Promise<void>;
  /** Ends what they do after their last day. */
  depart(tx: Tx, departure: Departure): Promise<void>;
  /** Puts back what it can only put back together, before the rest. */
  takeBackFirst?(tx: Tx, departureId: string): Promise<void>;
  /** Follows what was put back, also of others who followed or stood in for them; where something follows. */
  takeBack?(tx: Tx, rows: readonly TakenBack[], personId: string): Promise<void>;
}

/** How long a role was to last before an end was recorded, and why, if that was known; a period as a PostgreSQL range. */
export interface EndBefore {
  readonly periodBefore: string;
  readonly reasonBefore: string | null;
}
