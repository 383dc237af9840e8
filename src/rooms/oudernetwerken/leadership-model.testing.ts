/** A number of days from the day on which the tests play; OPEN = without end. */
export type Day = number;
export const OPEN = Infinity;

export interface Span {
  readonly id: string;
  from: Day;
  until: Day;
}
export interface Tenure extends Span {
  readonly person: number;
  readonly predecessor: Tenure | null;
}
export interface Engagement extends Span {
  readonly organisation: number;
}

/** What we believe of one network, kept apart from the service: plain lists, every question asked day by day. */
export class LeadershipModel {
  today: Day = 0;
  status: 'FORMING' | 'ACTIVE' | 'DORMANT' | 'ENDED' = 'FORMING';
  activeFrom: Day | null = null;
  endedOn: Day | null = null;
  tenures: Tenure[] = [];
  /** by somebody, not standby */
  appointed: Engagement[] = [];
  supports: Engagement[] = [];

  constructor(readonly id: string) {}

  leading(day: Day): Tenure[] {
    return this.tenures.filter((tenure) => covers(tenure, day));
  }

  appointedOn(day: Day): Engagement | undefined {
    return this.appointed.find((caretakership) => covers(caretakership, day));
  }

  /** Somebody must be there, and nobody is: the day of a standby caretaker. */
  standsBy(day: Day): boolean {
    if (this.activeFrom === null || day < this.activeFrom || day > (this.endedOn ?? OPEN)) return false;
    return this.leading(day).length === 0 && !this.appointedOn(day);
  }

  isHandedOver(tenure: Tenure): boolean {
    return this.tenures.some(({ predecessor }) => predecessor === tenure);
  }

  /** The first day from which the network may have ended. */
  earliestEnd(): Day {
    const starts = [...this.tenures, ...this.appointed, ...this.supports].map(({ from }) => from);
    return Math.max(this.activeFrom ?? -OPEN, ...starts.filter((from) => from <= this.today));
  }

  end(on: Day): void {
    this.status = 'ENDED';
    this.endedOn = on;
    this.tenures = cutOff(this.tenures, on);
    this.appointed = cutOff(this.appointed, on);
    this.supports = cutOff(this.supports, on);
  }

  /** The days on which something changes, each with the day before it, and one far away. */
  turningPoints(): Day[] {
    const spans: { from: Day; until: Day }[] = [...this.tenures, ...this.appointed];
    if (this.activeFrom !== null) spans.push({ from: this.activeFrom, until: this.endedOn ?? OPEN });
    const firsts = spans.flatMap(({ from, until }) => (until === OPEN ? [from] : [from, until + 1]));
    const days = firsts.flatMap((day) => [day - 1, day]);
    return [...new Set([...days, this.today, 4_000])].sort((a, b) => a - b);
  }
}

export function covers(span: { from: Day; until: Day }, day: Day): boolean {
  return span.from <= day && day <= span.until;
}

export function clash(a: { from: Day; until: Day }, b: { from: Day; until: Day }): boolean {
  return a.from <= b.until && b.from <= a.until;
}

function cutOff<Part extends Span>(spans: Part[], on: Day): Part[] {
  const begun = spans.filter(({ from }) => from <= on);
  for (const span of begun) span.until = Math.min(span.until, on);
  return begun;
}
