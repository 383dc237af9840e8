import { clash, type Day } from './model-days.js';
import type { Engagement, Plan, Tenure } from './model-parts.js';

/** A network, as far as its end concerns it. */
interface Ending {
  tenures: Tenure[];
  supports: Engagement[];
  members: Engagement[];
  appointed: Engagement[];
  plans: Plan[];
  endedOn: Day | null;
  isOver(today: Day): boolean;
}

type Role = Tenure | Engagement;
const KINDS = ['tenures', 'members', 'supports', 'appointed'] as const;
type Roles = (typeof KINDS)[number];

/** What the end of a network did to a role. */
interface Closed {
  readonly of: Roles;
  readonly row: Role;
  /** the last day that was written */
  readonly until: Day;
  /** the last day that the end left; null: it never began */
  readonly left: Day | null;
  predecessor?: Tenure;
  goesOn?: boolean;
}

/** What ends with a network, and is there again without that end. */
export class NetworkEnd {
  closed: Closed[] = [];
  stopped: { readonly plan: Plan; readonly was: Plan; readonly left: Plan }[] = [];

  constructor(private readonly network: Ending) {}

  /** The last day as it was written, also where the end of the network has cut it. */
  written(row: Role): Day {
    return this.closed.find((each) => each.row === row && each.left === row.until)?.until ?? row.until;
  }

  /** Whether they were to go on in another role, also where the end of the network, still to come, cut that. */
  goesOn(tenure: Tenure, today: Day): boolean {
    if (tenure.goesOn === true) return true;
    return (
      !this.network.isOver(today) && this.closed.some((each) => each.row === tenure && each.goesOn === true)
    );
  }

  /** Somebody wrote it otherwise. */
  forget(row: Role): void {
    this.closed = this.closed.filter((each) => each.row !== row);
  }

  /** Whatever goes on after the end is cut to it. */
  cut(): void {
    const { network } = this;
    const { endedOn } = network;
    if (endedOn === null) return;
    for (const kind of KINDS) {
      for (const row of network[kind]) {
        if (row.until <= endedOn) continue;
        this.forget(row);
        this.closed.push({
          of: kind,
          row,
          until: row.until,
          left: endedOn,
          ...(goes(row) && { goesOn: true }),
        });
        row.until = endedOn;
        if ('goesOn' in row) row.goesOn = false;
      }
    }
  }

  /** Returns the trekkerschappen that never begin. */
  at(day: Day): Tenure[] {
    const { network } = this;
    network.endedOn = day;
    const gone = network.tenures.filter(({ from }) => from > day);
    for (const kind of KINDS) {
      const rows: Role[] = network[kind];
      const never = rows.filter(({ from }) => from > day).sort((a, b) => b.from - a.from);
      const kept = rows.filter((row) => !never.includes(row));
      (network[kind] as Role[]) = kept;
      if (kind === 'tenures') this.cutTenures(gone);
      this.closed.push(...never.map((row) => ({ of: kind, row, until: row.until, left: null })));
    }
    this.cut();
    return gone;
  }

  /** They began before the one whom they were to follow, or do not go on in another role. */
  private cutTenures(gone: readonly Tenure[]): void {
    this.cut();
    for (const row of this.network.tenures) {
      const predecessor = row.predecessor && gone.includes(row.predecessor) ? row.predecessor : undefined;
      const goesOn = row.until === this.network.endedOn && row.goesOn === true;
      if (predecessor === undefined && !goesOn) continue;
      const there = this.closed.find((each) => each.row === row);
      const closed: Closed = there ?? { of: 'tenures', row, until: row.until, left: row.until };
      if (!there) this.closed.push(closed);
      if (predecessor) {
        closed.predecessor = predecessor;
        row.predecessor = null;
      }
      if (goesOn) {
        closed.goesOn = true;
        row.goesOn = false;
      }
    }
  }

  keep(plan: Plan, change: () => void): void {
    const was = { ...plan };
    change();
    this.stopped.push({ plan, was, left: { ...plan } });
  }

  /** There is no end: what nobody has built on is as it was. */
  reopen(): void {
    const { network } = this;
    network.endedOn = null;
    for (let again = true; again;) {
      again = false;
      for (const closed of [...this.closed].reverse()) {
        if (!this.opens(closed)) continue;
        this.closed = this.closed.filter((each) => each !== closed);
        again = true;
      }
    }
    this.closed = [];
    for (const { plan, was, left } of this.stopped) if (this.isAsLeft(plan, left, was)) this.goOn(plan, was);
    this.stopped = [];
  }

  private opens({ of, row, until, left, predecessor, goesOn }: Closed): boolean {
    const rows = this.network[of] as Role[];
    const isThere = rows.includes(row);
    if (isThere === (left === null) || (isThere && row.until !== left)) return false;
    const whole = { from: row.from, until };
    const others = rows.filter((other) => other !== row && isSame(of, other, row));
    if (others.some((other) => clash(other, whole))) return false;
    const follows = predecessor ?? (left === null && 'predecessor' in row ? row.predecessor : null);
    if (follows && !this.network.tenures.includes(follows)) return false;
    if (follows && this.network.tenures.some((other) => other !== row && other.predecessor === follows))
      return false;
    row.until = until;
    if (!isThere) rows.push(row);
    if ('predecessor' in row && predecessor) row.predecessor = predecessor;
    if ('predecessor' in row && goesOn) row.goesOn = true;
    return true;
  }

  private isAsLeft(plan: Plan, left: Plan, was: Plan): boolean {
    const { plans, tenures } = this.network;
    if (!plans.includes(plan) || plan.of !== left.of || plan.successor !== left.successor) return false;
    if (was.of && !tenures.includes(was.of)) return false;
    if (was.successor && !tenures.includes(was.successor)) return false;
    const open = plans.filter((other) => other !== plan && !other.closed);
    return (
      was.closed !== null || !open.some((other) => other.of === was.of && (was.of || isByHand(other, was)))
    );
  }

  private goOn(plan: Plan, was: Plan): void {
    Object.assign(plan, { of: was.of, successor: was.successor, closed: was.closed, touched: true });
  }
}

function isByHand(one: Plan, other: Plan): boolean {
  return one.because === 'BY_HAND' && other.because === 'BY_HAND';
}

function goes(row: Role): boolean {
  return 'goesOn' in row && row.goesOn === true;
}

/** Whether two roles may not be held at once. */
function isSame(of: Roles, a: Role, b: Role): boolean {
  if (of === 'appointed') return true;
  if (of === 'tenures') return (a as Tenure).person === (b as Tenure).person;
  return (a as Engagement).who === (b as Engagement).who;
}
