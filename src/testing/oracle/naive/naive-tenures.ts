import type { Row } from './naive-rows.js';
import { dayAfter } from './naive-seat-days.js';

interface Days {
  readonly from: string;
  readonly until: string | null;
}

const line = ({ lineId, oudernetwerkId }: Row) => lineId ?? oudernetwerkId;
const ofSame = (a: Row, b: Row) => a.personId === b.personId && line(a) === line(b);

/** The rows that nothing goes on from, each with the first day of what it went on from. */
export function inTenures(rows: readonly Row[]): Row[] {
  return rows
    .filter((row) => !following(rows, row))
    .map((row) => ({ ...row, period: { ...row.period, from: firstOf(rows, row).period.from } }));
}

/** From the first day of the first to the last day of the last of those that one goes on from and goes on to. */
export function tenureOf(rows: readonly Row[], row: Row): Days {
  let last = row;
  for (let next = following(rows, row); next; next = following(rows, next)) last = next;
  return { from: firstOf(rows, row).period.from, until: last.period.until };
}

function firstOf(rows: readonly Row[], row: Row): Row {
  const before = rows.find((other) => following([row], other));
  return before ? firstOf(rows, before) : row;
}

function following(rows: readonly Row[], row: Row): Row | undefined {
  const { until } = row.period as Days;
  if (until === null) return undefined;
  return rows.find((other) => ofSame(other, row) && other.period.from === dayAfter(until));
}
