import type { Day } from './model-days.js';
import {
  type Departed,
  type Kept,
  KINDS,
  type Last,
  lastOf,
  leftByDepartures,
  type Link,
  putBack,
  type Role,
  type Roles,
  whoOf,
} from './kept-roles.js';
import { type Candidate, goesOn, type Plan, type Tenure } from './model-parts.js';

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
  private rewritten: Kept[] = [];
  stopped: { readonly plan: Plan; readonly was: Plan; readonly left: Plan }[] = [];
  /** candidates who did not depart after all, of searches that this end stopped */
  waiting: { readonly of: Candidate; readonly plan: Plan; readonly was: Candidate }[] = [];

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

  /** What is kept of theirs comes back as they leave it. */
  departs({ id, who }: Departed): void {
    this.closed = this.closed.map((kept) =>
      (kept.of === 'tenures' || kept.of === 'members') && whoOf(kept.row) === who
        ? { ...kept, departures: [...(kept.departures ?? []), id] }
        : kept,
    );
  }

  /** It begins when the network goes on. */
  putOff({ of, row, was, left }: Kept): void {
    const { endedOn } = this.network;
    if (left === null && endedOn !== null && row.from > endedOn) this.closed.push({ of, row, was, left });
  }

  /** Somebody wrote it otherwise. Whoever departed since it was cut still has. */
  forget(row: Role): void {
    this.rewritten.push(...this.closed.filter((each) => each.row === row && each.left !== null));
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
        if ('reason' in row) row.reason = 'OTHER';
        const departures = this.departedFrom(kind, row);
        this.closed.push({ of: kind, row, was, left: lastOf(row), departures });
      }
    }
  }

  private departedFrom(kind: Kept['of'], row: Role): string[] {
    if (kind !== 'tenures' && kind !== 'members') return [];
    const theirs = this.rewritten.filter(({ of, row: old }) => of === kind && whoOf(old) === whoOf(row));
    return [...new Set(theirs.flatMap(({ departures }) => departures ?? []))];
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

  isCut(row: Role): boolean {
    return this.asWritten(row).until !== row.until;
  }

  /** What changes of a search that this end stopped is so without it as well. */
  changeStopped(of: Tenure, news: Partial<Plan>): void {
    const stopped = this.stoppedOf(of);
    if (stopped) for (const each of [stopped.plan, stopped.was, stopped.left]) Object.assign(each, news);
  }

  /** The search that it stopped goes on all the same. */
  resumed(of: Tenure): Plan | undefined {
    const stopped = this.stoppedOf(of);
    if (!stopped) return undefined;
    this.stopped = this.stopped.filter((each) => each !== stopped);
    this.goOn(stopped.plan, stopped.was);
    for (const { of: candidate, plan, was } of this.waiting)
      if (plan === stopped.plan) takeUp(candidate, plan, was);
    this.waiting = this.waiting.filter(({ plan }) => plan !== stopped.plan);
    return stopped.plan;
  }

  private stoppedOf(tenure: Tenure) {
    return this.stopped.findLast(({ plan, was }) => plan.of === tenure && plan.closed && !was.closed);
  }

  /** There is no end: what nobody has built on is as it was. Returns what departures meanwhile left of it. */
  reopen(): Reopened {
    const { network } = this;
    network.endedOn = null;
    const left: Reopened = { parts: [], links: [] };
    for (let again = true; again;) {
      again = false;
      for (const closed of [...this.closed].reverse()) {
        if (!this.giveBack(closed, left)) continue;
        this.closed = this.closed.filter((each) => each !== closed);
        again = true;
      }
    }
    const rest = this.closed.reverse();
    this.closed = [];
    this.rewritten = [];
    for (const closed of rest) this.giveBack(closed, left);
    for (const { plan, was, left: as } of this.stopped)
      if (this.isAsLeft(plan, as, was, left)) this.goOn(plan, was);
    this.stopped = [];
    for (const { of, plan, was } of this.waiting) if (!plan.closed) takeUp(of, plan, was);
    this.waiting = [];
    return left;
  }

  private giveBack(closed: Kept, { parts: all, links }: Reopened): boolean {
    const parts = leftByDepartures(this.network, closed);
    const last = parts.at(-1)?.kept.left;
    const back = { ...closed, was: last ?? closed.was };
    if (last !== null && !putBack(this.network, back, { waiting: this.closed, links })) return false;
    all.push(...parts);
    return true;
  }

  private isAsLeft(plan: Plan, as: Plan, was: Plan, { parts }: Reopened): boolean {
    const { plans, tenures } = this.network;
    const isSameOf =
      plan.of === as.of || (as.of?.replacedBy !== undefined && plan.of === replacementOf(as.of));
    if (!plans.includes(plan) || !isSameOf || plan.successor !== as.successor) return false;
    const isThere = (tenure: Tenure) =>
      tenures.includes(tenure) || parts.some(({ kept }) => kept.row === tenure && kept.left === null);
    if (was.of && was.of !== as.of && !isThere(was.of)) return false;
    if (was.successor && was.successor !== as.successor && !isThere(was.successor)) return false;
    const of = was.of === as.of ? plan.of : was.of;
    const open = plans.filter((other) => other !== plan && !other.closed);
    return was.closed !== null || !open.some((other) => other.of === of && (of || isByHand(other, was)));
  }

  private goOn(plan: Plan, was: Plan): void {
    const of = plan.of?.id !== was.of?.id && replacementOf(was.of) === plan.of ? plan.of : was.of;
    Object.assign(plan, { of, successor: was.successor, closed: was.closed });
  }
}

/** What was not put back as it was. */
export interface Reopened {
  readonly parts: { readonly departure: Departed; readonly kept: Kept }[];
  readonly links: Link[];
}

function replacementOf(tenure: Tenure | null): Tenure | null {
  return tenure?.replacedBy ? replacementOf(tenure.replacedBy) : tenure;
}

/** They are thought of again, unless somebody asked them anew. */
export function takeUp(candidate: Candidate, { candidates }: Plan, was: Candidate): void {
  const isAgain = candidates.some(
    (each) => each !== candidate && each.person === candidate.person && each.endedOn === null,
  );
  if (!isAgain) Object.assign(candidate, was);
}

function isByHand(one: Plan, other: Plan): boolean {
  return one.because === 'BY_HAND' && other.because === 'BY_HAND';
}
