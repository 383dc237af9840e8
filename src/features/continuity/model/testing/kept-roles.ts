import { clash, type Day } from './model-days.js';
import type { Engagement, Tenure } from './model-parts.js';

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
}

export interface Last {
  readonly until: Day;
  /** of a trekkerschap */
  readonly reason?: string | null;
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
}

export function lastOf(row: Role): Last {
  return { until: row.until, ...('reason' in row && { reason: row.reason }) };
}

/** Puts a role back unless somebody has built on what was left of it; whether it did. */
export function putBack(network: Roles, { of, row, was, left, predecessor }: Kept): boolean {
  const rows = network[of] as Role[];
  const isThere = rows.includes(row);
  if (isThere === (left === null) || (left && !isAsLeft(row, was, left))) return false;
  if (network.endedOn !== null && row.from > network.endedOn) return false;
  const until = Math.min(was.until, network.endedOn ?? was.until);
  const died = of === 'tenures' || of === 'members' ? network.died.get(whoOf(row)) : undefined;
  if (died !== undefined && until > died) return false;
  const others = rows.filter((other) => other !== row && isSame(of, other, row));
  if (others.some((other) => clash(other, { from: row.from, until }))) return false;
  const follows = predecessor ?? (left === null && 'predecessor' in row ? row.predecessor : null);
  if (follows && !network.tenures.includes(follows)) return false;
  if (follows && network.tenures.some((other) => other !== row && other.predecessor === follows))
    return false;
  Object.assign(row, was);
  if (!isThere) rows.push(row);
  if ('predecessor' in row && predecessor) row.predecessor = predecessor;
  return true;
}

function isAsLeft(row: Role, was: Last, left: Last): boolean {
  const now = lastOf(row);
  if (now.until !== left.until) return false;
  return left.reason === was.reason || left.reason === now.reason;
}

function whoOf(row: Role): number {
  return 'person' in row ? row.person : row.who;
}

/** Whether two roles may not be held at once. */
function isSame(of: Kind, a: Role, b: Role): boolean {
  return of === 'appointed' || whoOf(a) === whoOf(b);
}
