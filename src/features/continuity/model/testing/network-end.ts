import { clash, type Day } from './model-days.js';
import { type Engagement, goesOn, type Plan, type Tenure } from './model-parts.js';

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
  /** of a trekkerschap, as it was written too */
  readonly reason?: string | null;
  predecessor?: Tenure;
}

/** What ends with a network, and is there again without that end. */
export class NetworkEnd {
  closed: Closed[] = [];
  stopped: { readonly plan: Plan; readonly was: Plan; readonly left: Plan }[] = [];

  constructor(private readonly network: Ending) {}

  /** A role as it was written, also where the end of the network has cut it. */
  asWritten<Row extends Role>(row: Row): Row {
    const closed = this.closed.find((each) => each.row === row && each.left === row.until);
    if (!closed) return row;
    const { until, reason } = closed;
    return { ...row, until, ...('reason' in row && { reason }) };
  }

  /** The same while the end of the network is still to come. */
  asPlanned<Row extends Role>(row: Row, today: Day): Row {
    return this.network.isOver(today) ? row : this.asWritten(row);
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
        this.closed.push({ of: kind, row, ...lastOf(row), left: endedOn });
        row.until = endedOn;
        if ('reason' in row) row.reason ??= 'OTHER';
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
      this.closed.push(...never.map((row) => ({ of: kind, row, ...lastOf(row), left: null })));
    }
    this.cut();
    return gone;
  }

  /** They began before the one whom they were to follow, or do not go on in another role. */
  private cutTenures(gone: readonly Tenure[]): void {
    this.cut();
    for (const row of this.network.tenures) {
      const predecessor = row.predecessor && gone.includes(row.predecessor) ? row.predecessor : undefined;
      const isLast = row.until === this.network.endedOn && goesOn(row);
      if (predecessor === undefined && !isLast) continue;
      const there = this.closed.find((each) => each.row === row);
      const closed: Closed = there ?? { of: 'tenures', row, ...lastOf(row), left: row.until };
      if (!there) this.closed.push(closed);
      if (predecessor) {
        closed.predecessor = predecessor;
        row.predecessor = null;
      }
      if (isLast) row.reason = 'OTHER';
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

  private opens({ of, row, until, left, predecessor, reason }: Closed): boolean {
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
    if ('reason' in row) row.reason = reason!;
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

function lastOf(row: Role): { readonly until: Day; readonly reason?: string | null } {
  return { until: row.until, ...('reason' in row && { reason: row.reason }) };
}

/** Whether two roles may not be held at once. */
function isSame(of: Roles, a: Role, b: Role): boolean {
  if (of === 'appointed') return true;
  if (of === 'tenures') return (a as Tenure).person === (b as Tenure).person;
  return (a as Engagement).who === (b as Engagement).who;
}
