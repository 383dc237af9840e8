import type { Departed, Link } from './kept-roles.js';
import { NetworkEnd } from './network-end.js';
import { Moves } from './moves.js';
import { StandingBy, type Turn } from './standing-by.js';
import { covers, type Day, monthsLater, OPEN, type Span, touch } from './model-days.js';
import type { Engagement, Plan, Role, Tenure } from './model-parts.js';

/** Organisations that a command may name; those that coordinate a region come after them. */
export const ORGANISATIONS = 2;

/** The expected state of one network, kept apart from the service: plain lists, every question answered day by day. */
export class NetworkModel {
  phase: 'FORMING' | 'ACTIVE' | 'DORMANT' = 'FORMING';
  activeFrom: Day | null = null;
  endedOn: Day | null = null;
  tenures: Tenure[] = [];
  /** by a coordinator, not standby */
  appointed: Engagement[] = [];
  supports: Engagement[] = [];
  members: Engagement[] = [];
  plans: Plan[] = [];
  readonly end = new NetworkEnd(this);
  readonly standingBy = new StandingBy(this);
  left: Turn[] = [];
  /** the network in which it went up, and the first day there */
  wentUp: { readonly into: NetworkModel; readonly from: Day } | null = null;
  /** what parted from it */
  readonly parts: NetworkModel[] = [];
  readonly partedOn: Day[] = [];
  /** of a run: the last days of those who died */
  died: ReadonlyMap<number, Day> = new Map();
  departures: readonly Departed[] = [];
  /** every network of the run */
  all: readonly NetworkModel[] = [this];

  constructor(
    readonly id: string,
    public region: number,
    /** whether a child at a primary school is a reason to stay */
    readonly ofPrimarySchools: boolean,
  ) {}

  /** Who is made caretaker where nobody supports it: the coordinating organisation of its region. */
  get lastResort(): number {
    return ORGANISATIONS + this.region;
  }

  leading(day: Day, role?: Role): Tenure[] {
    return this.tenures.filter((tenure) => covers(tenure, day) && (!role || tenure.role === role));
  }

  /** Those of the same person that touch or overlap each other: the one that lasts longest comes last. */
  partsOf(tenure: Tenure): Tenure[] {
    const own = [...this.linesOf(tenure)].flatMap((line) => this.ofLine({ ...tenure, line }));
    const parts = new Set([tenure]);
    for (const part of parts) own.filter((each) => touch(each, part)).forEach((each) => parts.add(each));
    return [...parts].sort((a, b) => a.until - b.until || a.from - b.from);
  }

  firstDayOf(tenure: Tenure): Day {
    return Math.min(...this.partsOf(tenure).map(({ from }) => from));
  }

  /** Its own, and those that came together with it where a network went up in another one that they led as well. */
  private linesOf({ person, line = this.id }: Tenure): Set<string> {
    const met = this.all.flatMap(({ id, tenures, wentUp }) => {
      const own = tenures.filter((each) => each.person === person && each.until + 1 === wentUp?.from);
      const there = wentUp?.into.tenures.filter((each) => each.person === person) ?? [];
      return own.flatMap((ended) =>
        there
          .filter((each) => touch(each, ended))
          .map((each) => [ended.line ?? id, each.line ?? wentUp!.into.id]),
      );
    });
    const lines = new Set([line]);
    for (const one of lines)
      met
        .filter((pair) => pair.includes(one))
        .flat()
        .forEach((other) => lines.add(other));
    return lines;
  }

  /** Those of the same person here, and in networks of which this one came. */
  ofLine({ person, line = this.id }: Tenure): Tenure[] {
    return this.all.flatMap(({ id, tenures }) =>
      tenures.filter((each) => each.person === person && (each.line ?? id) === line),
    );
  }

  openPlans(): Plan[] {
    return this.plans.filter(({ closed }) => !closed);
  }

  openPlanOf(tenure: Tenure): Plan | undefined {
    return this.openPlans().find(({ of }) => of === tenure);
  }

  isHandedOver(tenure: Tenure): boolean {
    return this.tenures.some(({ predecessor }) => predecessor === tenure);
  }

  /** The network must be led, and is not: the days of a standby caretaker, in the longest possible periods. */
  standby(): Span[] {
    if (this.activeFrom === null) return [];
    const last = this.endedOn ?? OPEN;
    const led = [...this.tenures, ...this.appointed];
    const turns = [this.activeFrom, ...led.flatMap(({ from, until }) => [from, until + 1])]
      .filter((day) => day >= this.activeFrom! && day <= last && day !== OPEN)
      .sort((a, b) => a - b);
    const gaps: Span[] = [];
    for (const from of new Set(turns)) {
      if (led.some((span) => covers(span, from))) continue;
      const until = Math.min(last, ...turns.filter((day) => day > from).map((day) => day - 1));
      const before = gaps.at(-1);
      if (before && before.until === from - 1) before.until = until;
      else gaps.push({ from, until });
    }
    return gaps;
  }

  /** The first day from which the network may have ended. */
  earliestEnd(today: Day): Day {
    const starts = [...this.tenures, ...this.members, ...this.appointed, ...this.supports].map(
      ({ from }) => from,
    );
    return Math.max(this.activeFrom ?? -OPEN, ...starts.filter((from) => from <= today));
  }

  /** Another one, to try something out. */
  copy(): NetworkModel {
    const { id, region, ofPrimarySchools, end, died, departures, wentUp, ...others } = this;
    const { standingBy: _, all: __, parts: ___, ...rest } = others;
    const copy = new NetworkModel(id, region, ofPrimarySchools);
    const { closed, stopped, waiting } = end;
    const { state, ...life } = structuredClone({ ...rest, state: { closed, stopped, waiting } });
    Object.assign(copy.end, state);
    return Object.assign(copy, life, { died, departures, wentUp });
  }

  /** From its last day on. */
  isOver(today: Day): boolean {
    return this.endedOn !== null && this.endedOn <= today;
  }

  /** Nothing begins in it, today or on a day. */
  isClosedTo(today: Day, from: Day = today): boolean {
    return this.isOver(today) || (this.endedOn !== null && from > this.endedOn);
  }

  /** The days on which something changes, in order. */
  turningPoints(): Day[] {
    const spans: Span[] = [...this.tenures, ...this.appointed];
    if (this.activeFrom !== null) spans.push({ from: this.activeFrom, until: this.endedOn ?? OPEN });
    const turns = spans.flatMap(({ from, until }) => (until === OPEN ? [from] : [from, until + 1]));
    return [...new Set(turns)].sort((a, b) => a - b);
  }
}

/** All networks of a run: people are shared between them. */
export class Model {
  today: Day = 0;
  /** children at a primary school: whose, and their last day there */
  ties: { readonly id: string; readonly person: number; readonly exit: Day }[] = [];

  readonly moves = new Moves(this);
  /** until when nobody asks them anything */
  readonly leftAlone = new Map<number, Day>();
  readonly died = new Map<number, Day>();
  /** in the order in which they were recorded */
  readonly departures: Departed[] = [];

  constructor(readonly networks: NetworkModel[]) {
    for (const network of networks) this.takeIn(network);
  }

  takeIn(network: NetworkModel): void {
    Object.assign(network, { all: this.networks, died: this.died, departures: this.departures });
  }

  /** Somebody follows whoever is not there: they do when that one comes back. */
  link({ row, predecessor }: Link): void {
    this.departures.find((each) => each.keepsFromBeginning(predecessor))?.follows(row, predecessor);
  }

  /** They died, or are left alone. */
  isInPeace(person: number): boolean {
    return this.died.has(person) || (this.leftAlone.get(person) ?? -OPEN) >= this.today;
  }

  /** By the default rules, for consecutive trekkerschappen without a recorded end. */
  expectedEnd(network: NetworkModel, parts: readonly Tenure[]): Day {
    const { person, planned } = parts.at(-1)!;
    const from = Math.min(...parts.map((part) => part.from));
    const exits = this.ties
      .filter((tie) => network.ofPrimarySchools && tie.person === person && tie.exit >= from)
      .map(({ exit }) => exit);
    const drivers = [
      ...(planned === null ? [] : [planned]),
      ...(exits.length > 0 ? [Math.max(...exits)] : []),
    ];
    const guideline = Math.max(monthsLater(from, 36) - 1, monthsLater(from - 1, 36));
    if (drivers.length === 0 || this.today <= guideline) drivers.push(guideline);
    return Math.min(...drivers);
  }

  /** The last time that this person declined, as far as a coordinator of a region knows. */
  lastDecline(person: number, region: number): Day {
    const asked = this.networks
      .filter((network) => network.region === region)
      .flatMap(({ plans }) => plans.flatMap(({ candidates }) => candidates));
    const declined = asked.filter((each) => each.person === person && each.stage === 'DECLINED');
    return Math.max(-OPEN, ...declined.map(({ endedOn }) => endedOn!));
  }

  /** Last day of whoever stopped with everything last, unless that was taken back. */
  lastStop(person: number): Day {
    const stops = this.departures.filter(
      (each) => each.who === person && each.kind === 'STOPS_EVERYTHING' && !each.isTakenBack,
    );
    return Math.max(-OPEN, ...stops.map(({ on }) => on));
  }
}
