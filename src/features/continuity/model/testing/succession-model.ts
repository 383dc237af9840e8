import { covers, type Day, monthsLater, OPEN, type Span } from './model-days.js';

export type Role = 'TREKKER' | 'CO_TREKKER';
export type Stage =
  | 'IDENTIFIED'
  | 'APPROACHED'
  | 'EXPLORING'
  | 'AGREED'
  | 'SHADOWING'
  | 'READY'
  | 'APPOINTED'
  | 'DECLINED'
  | 'WITHDRAWN';

export interface Tenure extends Span {
  readonly id: string;
  readonly person: number;
  readonly role: Role;
  predecessor: Tenure | null;
  planned: Day | null;
  /** they were to go on in another role from the day after */
  goesOn?: boolean;
}

export interface Engagement extends Span {
  readonly id: string;
  readonly organisation: number;
}

export interface Candidate {
  readonly id: string;
  readonly person: number;
  stage: Stage;
  appointedFrom?: Stage;
  /** when they declined or withdrew */
  endedOn: Day | null;
}

export interface Plan {
  /** empty until the service has shown which one it opened by itself */
  id: string;
  /** null: for a network without a trekker */
  of: Tenure | null;
  because: 'BY_HAND' | 'LEAD_TIME' | 'DEPARTURE';
  readonly openedOn: Day;
  /** the expected end that the service opened it for */
  openedFor: Day | null;
  target: Day | null;
  closed: { status: 'COMPLETED' | 'STOPPED'; on: Day } | null;
  successor: Tenure | null;
  /** somebody worked on it */
  touched: boolean;
  /** from the first agreement on; its items are known once the service has shown them */
  hasChecklist: boolean;
  items: { readonly id: string; readonly mandatory: boolean; doneOn: Day | null }[];
  candidates: Candidate[];
}

/** The status of a search, by its most advanced candidate. */
const STATUS: Partial<Record<Stage, string>> = {
  READY: 'HANDING_OVER',
  SHADOWING: 'SHADOWING',
  AGREED: 'CANDIDATE_AGREED',
};

export function statusOf({ closed, candidates }: Plan): string {
  if (closed) return closed.status;
  const [furthest] = Object.keys(STATUS).filter((stage) => candidates.some((each) => each.stage === stage));
  return furthest ? STATUS[furthest as Stage]! : 'SEEKING';
}

export function hasAgreed({ stage }: Candidate): boolean {
  return stage in STATUS;
}

/** The expected state of one network, kept apart from the service: plain lists, every question answered day by day. */
export class NetworkModel {
  status: 'FORMING' | 'ACTIVE' | 'DORMANT' | 'ENDED' = 'FORMING';
  activeFrom: Day | null = null;
  endedOn: Day | null = null;
  tenures: Tenure[] = [];
  /** by a coordinator, not standby */
  appointed: Engagement[] = [];
  supports: Engagement[] = [];
  plans: Plan[] = [];

  constructor(
    readonly id: string,
    /** 0 or 1 */
    readonly region: number,
    /** whether a child at a primary school is a reason to stay */
    readonly ofPrimarySchools: boolean,
  ) {}

  leading(day: Day, role?: Role): Tenure[] {
    return this.tenures.filter((tenure) => covers(tenure, day) && (!role || tenure.role === role));
  }

  /** Those of the same person before and after it without a day between them, in order. */
  partsOf(tenure: Tenure): Tenure[] {
    const own = this.tenures.filter(({ person }) => person === tenure.person);
    const next = (one: Tenure) => own.find(({ from }) => from === one.until + 1);
    const before = (one: Tenure) => own.find(({ until }) => until === one.from - 1);
    const parts = [tenure];
    for (let part = before(tenure); part; part = before(part)) parts.unshift(part);
    for (let part = next(tenure); part; part = next(part)) parts.push(part);
    return parts;
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
    const starts = [...this.tenures, ...this.appointed, ...this.supports].map(({ from }) => from);
    return Math.max(this.activeFrom ?? -OPEN, ...starts.filter((from) => from <= today));
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

  constructor(readonly networks: readonly NetworkModel[]) {}

  /** By the default rules, for consecutive trekkerschappen without a recorded end. */
  expectedEnd(network: NetworkModel, parts: readonly Tenure[]): Day {
    const { person, from } = parts[0]!;
    const { planned } = parts.at(-1)!;
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
}
