import type { DayNumber, Stretch } from '../days.js';
import { Weighted, type Random } from '../random.js';

export type NetworkStatus = 'FORMING' | 'ACTIVE' | 'DORMANT' | 'ENDED';

/** How a network was led, from its first trekker until now. */
export interface LeadershipHistory {
  readonly status: NetworkStatus;
  readonly activeFrom: DayNumber | null;
  /** the last day, of an ended network */
  readonly endedOn: DayNumber | null;
  /** by first day */
  readonly tenures: readonly Tenure[];
  /** the days of its active life that no tenure covers: those of its caretakerships */
  readonly uncovered: readonly Stretch[];
}

export interface Tenure extends Stretch {
  readonly role: 'TREKKER' | 'CO_TREKKER';
}

export const STATUSES = new Weighted<NetworkStatus>([
  ['ACTIVE', 80],
  ['FORMING', 6],
  ['DORMANT', 6],
  ['ENDED', 8],
]);

export const MOST_TENURES: Record<NetworkStatus, number> = { FORMING: 2, ACTIVE: 7, DORMANT: 7, ENDED: 6 };

/** `tenures`: how many; at least 1 unless the network is still forming. */
export function drawHistory(
  random: Random,
  status: NetworkStatus,
  tenures: number,
  today: DayNumber,
): LeadershipHistory {
  if (status === 'FORMING') return forming(random, tenures, today);
  const endedOn = status === 'ENDED' ? today - random.between(30, 1_200) : null;
  const current = currentTenures(random, status, tenures, today);
  const past = pastTenures(random, tenures - current.length, current, endedOn ?? today);
  const all = [...past, ...current].sort((a, b) => a.from - b.from);
  const first = all[0]!.from;
  // some networks began with the organisation that founded them
  const activeFrom = random.chance(0.1) ? first - random.between(10, 60) : first;
  const life = { from: activeFrom, to: endedOn === null ? null : endedOn + 1 };
  return { status, activeFrom, endedOn, tenures: all, uncovered: uncoveredDays(life, all) };
}

function forming(random: Random, count: number, today: DayNumber): LeadershipHistory {
  const tenures = Array.from({ length: count }, (_, index) => ({
    from: today - random.between(5, 200),
    to: null,
    role: roleAt(index),
  }));
  return { status: 'FORMING', activeFrom: null, endedOn: null, tenures, uncovered: [] };
}

function currentTenures(random: Random, status: NetworkStatus, most: number, today: DayNumber): Tenure[] {
  const leaderless = status === 'ENDED' || random.chance(status === 'DORMANT' ? 0.4 : 0.05);
  if (leaderless) return [];
  const count = most > 1 && random.chance(0.75) ? 2 : 1;
  const stopsSoon = count === 1 && random.chance(0.03);
  return Array.from({ length: count }, (_, index) => ({
    // few go on for longer than three years
    from: today - random.between(20, 1_200),
    to: stopsSoon ? today + random.between(20, 270) : null,
    role: roleAt(index),
  }));
}

/** Backwards from the current leader: handed over on the day, with a period of shadowing, or after a gap. */
function pastTenures(
  random: Random,
  count: number,
  current: readonly Tenure[],
  lastDay: DayNumber,
): Tenure[] {
  const tenures: Tenure[] = [];
  let next = current.length > 0 ? Math.min(...current.map((tenure) => tenure.from)) : lastDay + 1;
  if (current.length === 0 && random.chance(0.8)) next -= random.between(10, 400);
  for (let i = 0; i < count; i++) {
    const gap = random.chance(0.2) ? random.between(5, 90) : random.chance(0.3) ? -random.between(10, 60) : 0;
    const to = Math.min(next - gap, lastDay + 1);
    const from = to - random.between(200, 1_500);
    tenures.push({ from, to, role: random.chance(0.85) ? 'TREKKER' : 'CO_TREKKER' });
    next = from;
  }
  return tenures;
}

/** The part of `life` that is left without the days of `covered` (sorted by first day). */
function uncoveredDays(life: Stretch, covered: readonly Stretch[]): Stretch[] {
  const gaps: Stretch[] = [];
  const end = life.to ?? Infinity;
  let from = life.from;
  for (const stretch of covered) {
    if (from >= end) break;
    if (stretch.from > from) gaps.push({ from, to: Math.min(stretch.from, end) });
    from = Math.max(from, stretch.to ?? Infinity);
  }
  if (from < end) gaps.push({ from, to: life.to });
  return gaps;
}

function roleAt(index: number): Tenure['role'] {
  return index === 0 ? 'TREKKER' : 'CO_TREKKER';
}
