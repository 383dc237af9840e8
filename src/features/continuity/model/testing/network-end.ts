import type { Day } from './model-days.js';
import { type Kept, KINDS, type Last, lastOf, putBack, type Role, type Roles } from './kept-roles.js';
import { goesOn, type Plan, type Tenure } from './model-parts.js';

/** A network, as far as its end concerns it. */
interface Ending extends Roles {
  plans: Plan[];
  isOver(today: Day): boolean;
  /** those of the same person here, and in networks of which this one came */
  ofLine(tenure: Tenure): Tenure[];
}

/** What ends with a network, and is there again without that end. */
export class NetworkEnd {
  closed: Kept[] = [];
  stopped: { readonly plan: Plan; readonly was: Plan; readonly left: Plan }[] = [];

  constructor(private readonly network: Ending) {}

  /** A role as it was written, also where the end of the network has cut it. */
  asWritten<Row extends Role>(row: Row): Row {
    const closed = this.closed.find((each) => each.row === row && each.left?.until === row.until);
    return closed ? { ...row, ...closed.was } : row;
  }

  /** How long it was to last, and why not longer, before the end of the network cut it. */
  asBeforeCut(row: Role): Last {
    const written = this.asWritten(row);
    return lastOf(written.until === row.until ? row : written);
  }

  /** The same while the end of the network is still to come. */
  asPlanned<Row extends Role>(row: Row, today: Day): Row {
    return this.network.isOver(today) ? row : this.asWritten(row);
  }

  /** What never began because of this end, of somebody who departed before it would: no longer kept here. */
  withoutPutOff(who: number, on: Day): Kept[] {
    const isTheirs = ({ of, row, left }: Kept) =>
      left === null &&
      (of === 'tenures' || of === 'members') &&
      ('person' in row ? row.person : row.who) === who &&
      row.from > on;
    const putOff = this.closed.filter(isTheirs);
    this.closed = this.closed.filter((kept) => !isTheirs(kept));
    return putOff;
  }

  /** It begins when the network goes on. */
  putOff({ of, row, was, left }: Kept): void {
    const { endedOn } = this.network;
    if (left === null && endedOn !== null && row.from > endedOn) this.closed.push({ of, row, was, left });
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
        const was = lastOf(row);
        row.until = endedOn;
        if ('reason' in row) row.reason ??= 'OTHER';
        this.closed.push({ of: kind, row, was, left: lastOf(row) });
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
      this.closed.push(...never.map((row) => ({ of: kind, row, was: lastOf(row), left: null })));
    }
    this.cut();
    return gone;
  }

  /** They began before the one whom they were to follow, or do not go on in another role. */
  private cutTenures(gone: readonly Tenure[]): void {
    this.cut();
    for (const row of this.network.tenures) {
      const predecessor = row.predecessor && gone.includes(row.predecessor) ? row.predecessor : undefined;
      const isNext = ({ from }: Tenure) => from === row.until + 1;
      const isLast =
        row.until === this.network.endedOn && goesOn(row) && !this.network.ofLine(row).some(isNext);
      if (predecessor === undefined && !isLast) continue;
      const was = lastOf(row);
      if (isLast) row.reason = 'OTHER';
      const there = this.closed.find((each) => each.row === row);
      const closed: Kept = there ?? { of: 'tenures', row, was, left: lastOf(row) };
      if (!there) this.closed.push(closed);
      if (predecessor) {
        closed.predecessor = predecessor;
        row.predecessor = null;
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
        if (!putBack(network, closed)) continue;
        this.closed = this.closed.filter((each) => each !== closed);
        again = true;
      }
    }
    this.closed = [];
    for (const { plan, was, left } of this.stopped) if (this.isAsLeft(plan, left, was)) this.goOn(plan, was);
    this.stopped = [];
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
