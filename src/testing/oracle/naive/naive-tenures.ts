import type { Row } from './naive-rows.js';
import { dayAfter } from './naive-seat-days.js';

interface Days {
  readonly from: string;
  readonly until: string | null;
}

const line = ({ lineId, oudernetwerkId }: Row) => lineId ?? oudernetwerkId;

/**
 * The trekkerschappen of everybody, by tenure. `successions`: which networks went up in which, and the first day of that.
 */
export class NaiveTenures {
  constructor(
    private readonly rows: readonly Row[],
    private readonly successions: readonly Row[],
  ) {}

  /** The rows that nothing goes on from, each with the first day of what it went on from. */
  lasting(): Row[] {
    return this.rows
      .filter((row) => !this.partsOf(row).some((other) => other !== row && isBehind(row, other)))
      .map((row) => ({ ...row, period: { ...row.period, from: this.tenureOf(row).from } }));
  }

  /** From the first day of the first to the last day of the last of those that one goes on from and goes on to. */
  tenureOf(row: Row): Days {
    const periods = this.partsOf(row).map(({ period }) => period as Days);
    const lasts = periods.map(({ until }) => until);
    return {
      from: periods.map(({ from }) => from).sort()[0]!,
      until: lasts.includes(null) ? null : lasts.sort().at(-1)!,
    };
  }

  private partsOf(row: Row): Row[] {
    const own = this.rows.filter(({ personId }) => personId === row.personId);
    const lines = new Set([line(row)]);
    const joined = own.flatMap((ended) =>
      this.joinedBy(ended, own).map((there) => [line(ended), line(there)]),
    );
    for (let count = 0; count < lines.size;) {
      count = lines.size;
      for (const pair of joined)
        if (pair.some((one) => lines.has(one))) pair.forEach((one) => lines.add(one));
    }
    const parts = new Set([row]);
    for (const part of parts) {
      own
        .filter((other) => lines.has(line(other)) && touch(part, other))
        .forEach((other) => parts.add(other));
    }
    return [...parts];
  }

  /** What somebody led, or began to lead, in the network in which the one of this role went up on its last day. */
  private joinedBy(ended: Row, own: readonly Row[]): Row[] {
    const { until } = ended.period as Days;
    const into = this.successions
      .filter(({ predecessorId, kind }) => predecessorId === ended.oudernetwerkId && kind === 'MERGED')
      .filter(({ fromDay }) => until !== null && fromDay === dayAfter(until))
      .map(({ successorId }) => successorId);
    return own.filter((other) => into.includes(other.oudernetwerkId) && touch(ended, other));
  }
}

function touch(one: Row, other: Row): boolean {
  const reaches = ({ period: { until } }: Row, { period: { from } }: Row) =>
    until === null || dayAfter(until as string) >= from;
  return reaches(one, other) && reaches(other, one);
}

/** Whether the other lasts longer, or begins later and lasts as long. */
function isBehind({ period: one }: Row, { period: other }: Row): boolean {
  if (one.until === other.until) return other.from > one.from;
  return one.until !== null && (other.until === null || other.until > one.until);
}
