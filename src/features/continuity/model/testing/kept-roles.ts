import { clash, type Day, type Span } from './model-days.js';
import type { Candidate, Engagement, Plan, Tenure } from './model-parts.js';

/** Every list of dated roles in a network. */
export const KINDS = ['tenures', 'members', 'supports', 'appointed'] as const;
export type Kind = (typeof KINDS)[number];
export type Role = Tenure | Engagement;

/** The roles of a network, as far as they end and are put back. */
export interface Roles {
  tenures: Tenure[];
  supports: Engagement[];
  members: Engagement[];
  appointed: Engagement[];
  endedOn: Day | null;
  /** the last days of those who died */
  died: ReadonlyMap<number, Day>;
  departures: readonly Departed[];
}

export interface Last {
  readonly until: Day;
  /** of a trekkerschap */
  readonly reason?: string | null;
  /** given where it goes on in another one */
  readonly planned?: null;
}

/** What something that may be taken back did to a role. */
export interface Kept {
  readonly of: Kind;
  readonly row: Role;
  readonly was: Last;
  /** null: it never began, and is gone */
  readonly left: Last | null;
  /** whom they follow, where that was taken away */
  predecessor?: Tenure;
  /** who departed while it was kept, by the ids of their departures */
  departures?: readonly string[];
}

/** Somebody who died, or stopped with everything. */
export interface Departed {
  readonly id: string;
  readonly who: number;
  readonly kind: 'DECEASED' | 'STOPS_EVERYTHING';
  readonly on: Day;
  readonly recordedOn: Day;
  readonly isTakenBack: boolean;
  withdraw(candidate: Candidate, plan: Plan): void;
  /** What comes back with them: a role that they leave, or whom somebody follows. */
  keep(kept: Kept, network: Roles): void;
  follows(row: Tenure, predecessor: Tenure): void;
  keepsFromBeginning(row: Tenure): boolean;
  /** What was sought for whoever follows somebody who never begins. */
  keepSearches(of: Tenure, plans: readonly Plan[]): void;
  /** It was all over before that. */
  hadStopped(of: Tenure): boolean;
  /** A search that nobody else would have opened. */
  opens(plan: Plan): void;
  hasOpened(plan: Plan): boolean;
  takeBack(): void;
}

export function lastOf(row: Role): Last {
  return { until: row.until, ...('reason' in row && { reason: row.reason }) };
}

/** Whoever follows somebody, if that is there again. */
export interface Link {
  readonly row: Tenure;
  readonly predecessor: Tenure;
}

interface Putting {
  readonly now?: Last;
  readonly waiting?: readonly Kept[];
  readonly links: Link[];
}

/**
 * Puts a role back unless somebody has built on what was left of it; whether it did. `now` is how it was written, `waiting`
 * what may still be put back with it, `links` gets who follows somebody that is not there.
 */
export function putBack(
  network: Roles,
  kept: Kept,
  { now = lastOf(kept.row), waiting = [], links }: Putting,
): boolean {
  const { of, row, was, left } = kept;
  const rows = network[of] as Role[];
  const isThere = rows.includes(row);
  if (isThere === (left === null) || (left && !isAsLeft(now, was, left))) return false;
  if (network.endedOn !== null && row.from > network.endedOn) return false;
  const until = Math.min(was.until, network.endedOn ?? was.until);
  const died = of === 'tenures' || of === 'members' ? network.died.get(whoOf(row)) : undefined;
  if (died !== undefined && until > died) return false;
  const others = rows.filter((other) => other !== row && isSame(of, other, row));
  if (others.some((other) => clash(other, { from: row.from, until }))) return false;
  const wanted = kept.predecessor ?? (left === null && 'predecessor' in row ? row.predecessor : null);
  const isHere = (tenure: Tenure) => network.tenures.includes(tenure);
  if (wanted && !isHere(wanted) && waiting.some((each) => each.row === wanted)) return false;
  const follows = wanted && (isHere(wanted) ? wanted : lastOfCorrected(wanted, isHere));
  if (follows && network.tenures.some((other) => other !== row && other.predecessor === follows))
    return false;
  Object.assign(row, was);
  if (!isThere) rows.push(row);
  if ('predecessor' in row && (left === null || kept.predecessor)) row.predecessor = follows;
  if ('predecessor' in row && wanted && !follows) links.push({ row, predecessor: wanted });
  return true;
}

function lastOfCorrected(tenure: Tenure, isHere: (tenure: Tenure) => boolean): Tenure | null {
  const { replacedBy } = tenure;
  if (!replacedBy) return null;
  return lastOfCorrected(replacedBy, isHere) ?? (isHere(replacedBy) ? replacedBy : null);
}

/** What departures that were recorded while a role was kept left of it, one after the other. */
export function leftByDepartures(
  network: Roles,
  { of, row, was, departures = [] }: Kept,
): { departure: Departed; kept: Kept }[] {
  const parts: { departure: Departed; kept: Kept }[] = [];
  let last = was;
  for (const id of departures) {
    const departure = network.departures.find((each) => each.id === id)!;
    const { on, kind, isTakenBack } = departure;
    if (isTakenBack || last.until <= on) continue;
    const reason = kind === 'DECEASED' ? 'DECEASED' : 'PERSONAL';
    const left = row.from > on ? null : { until: on, ...('reason' in row && { reason }) };
    parts.push({ departure, kept: { of, row, was: last, left } });
    if (!left) break;
    last = left;
  }
  return parts;
}

/**
 * Whoever stopped with everything since a role began stopped with that too, where it is recorded otherwise only now; unless it
 * `lasted` until that very day by what was recorded before (null: of somebody else).
 */
export function endWithDepartures(
  network: Roles,
  of: 'tenures' | 'members',
  row: Role,
  lasted: Day | null,
): void {
  for (const departure of stopsSince(network, row, lasted)) {
    const { on } = departure;
    if (row.until <= on) continue;
    const was = lastOf(row);
    row.until = on;
    if ('reason' in row) row.reason = 'PERSONAL';
    departure.keep({ of, row, was, left: lastOf(row) }, network);
  }
}

/** The days that are left of it then, of which alone it is asked whether they have it already. */
export function untilTheyStopped(network: Roles, row: Role, lasted: Day | null): Span {
  const stops = stopsSince(network, row, lasted).map(({ on }) => on);
  return { from: row.from, until: Math.min(row.until, ...stops) };
}

function stopsSince({ departures }: Roles, row: Role, lasted: Day | null): Departed[] {
  return departures.filter(
    ({ who, on, isTakenBack }) =>
      who === whoOf(row) && !isTakenBack && on >= row.from && (lasted === null || on > lasted),
  );
}

function isAsLeft(now: Last, was: Last, left: Last): boolean {
  if (now.until !== left.until) return false;
  return left.reason === was.reason || left.reason === now.reason;
}

export function whoOf(row: Role): number {
  return 'person' in row ? row.person : row.who;
}

/** Whether two roles may not be held at once. */
function isSame(of: Kind, a: Role, b: Role): boolean {
  return of === 'appointed' || whoOf(a) === whoOf(b);
}
