import { earliest, isBefore, lastDayOfTerm, latest, type PlainDate } from '../../../kernel/clock.js';
import type { DayWatch } from '../../worklist/day-watch.js';
import type { Thresholds, Tie } from './network-facts.js';
import type { Led } from './tenures.js';

export type Driver = 'RECORDED' | 'PLANNED' | 'CHILD_LEAVES_SCHOOL' | 'TERM_LIMIT' | 'TENURE_GUIDELINE';

/** When a tenure is expected to end, and why. */
export interface ExpectedEnd {
  readonly on: PlainDate;
  readonly earliest: PlainDate;
  readonly latest: PlainDate;
  readonly driver: Driver;
  readonly confidence: 'HIGH' | 'MEDIUM' | 'LOW';
  /** the school ties it is based on; empty for another driver */
  readonly ties: readonly Tie[];
}

/** Sectors that are not about one kind of school: a child at any school is a reason to stay. */
const ANY_SCHOOL = ['JEUGD', 'ZORG'];
/** Stages whose length is an approximation. */
const APPROXIMATE = ['SBO', 'SO'];

/**
 * A recorded end is taken as it is. Otherwise the earliest of: the planned end, the day on which the last child
 * leaves a school the network is about, the term limit, the tenure guideline. A guideline that has passed did not
 * predict anything: it only counts while nothing else says when they will stop.
 */
export function expectedEnd(
  tenure: Pick<Led, 'from' | 'until' | 'plannedOn'>,
  ties: readonly Tie[],
  sectors: readonly string[],
  thresholds: Thresholds,
  watch: DayWatch,
): ExpectedEnd {
  if (tenure.until) return oneDay(tenure.until, 'RECORDED', 'HIGH');
  const { termLimitMonths, tenureGuidelineMonths } = thresholds;
  const drivers: ExpectedEnd[] = [];
  if (tenure.plannedOn) drivers.push(oneDay(tenure.plannedOn, 'PLANNED', 'HIGH'));
  const leaving = leavesSchool(ties, sectors, thresholds, watch);
  if (leaving) drivers.push(leaving);
  if (termLimitMonths !== null) {
    drivers.push(oneDay(lastDayOfTerm(tenure.from, termLimitMonths), 'TERM_LIMIT', 'HIGH'));
  }
  const guideline = lastDayOfTerm(tenure.from, tenureGuidelineMonths);
  const over = watch.hasPassed(guideline);
  if (!over || drivers.length === 0) {
    drivers.push(oneDay(guideline, 'TENURE_GUIDELINE', over ? 'LOW' : 'MEDIUM'));
  }
  const first = drivers.reduce((a, b) => (isBefore(b.on, a.on) ? b : a));
  // the earliest driver ends it: no later than the first of the latest days
  return { ...first, latest: earliest(...drivers.map((driver) => driver.latest)) };
}

/** Nobody leads a network after its own end, which is on record. */
export function notAfter(endsOn: PlainDate | null, end: ExpectedEnd): ExpectedEnd {
  if (!endsOn) return end;
  if (!isBefore(end.on, endsOn)) return oneDay(endsOn, 'RECORDED', 'HIGH');
  return { ...end, latest: earliest(end.latest, endsOn) };
}

/** The ties that count for a trekker who began on a day: a child that had left by then is no reason to stop. */
export function tiesSince(from: PlainDate, ties: readonly Tie[]): Tie[] {
  return ties
    .filter((tie) => !tie.latest || !isBefore(tie.latest, from))
    .map((tie) => (tie.earliest && isBefore(tie.earliest, from) ? { ...tie, earliest: tie.latest } : tie));
}

function oneDay(on: PlainDate, driver: Driver, confidence: ExpectedEnd['confidence']): ExpectedEnd {
  return { on, earliest: on, latest: on, driver, confidence, ties: [] };
}

/** When the last tie that matters to the network ends; null if there is none, or while the end of one is unknown. */
function leavesSchool(
  ties: readonly Tie[],
  sectors: readonly string[],
  { tieConfirmedMonths }: Thresholds,
  watch: DayWatch,
): ExpectedEnd | null {
  const anySchool = sectors.some((sector) => ANY_SCHOOL.includes(sector));
  const relevant = ties.filter(({ sector }) => anySchool || sectors.includes(sector));
  const known = relevant.flatMap((tie) =>
    tie.earliest && tie.latest ? [{ tie, earliest: tie.earliest, latest: tie.latest }] : [],
  );
  if (known.length === 0 || known.length < relevant.length) return null;
  const last = latest(...known.map((each) => each.latest));
  const first = latest(...known.map((each) => each.earliest));
  const deciding = known
    .filter((each) => each.earliest.equals(first) || each.latest.equals(last))
    .map(({ tie }) => tie);
  const unconfirmed = deciding.some((tie) =>
    watch.hasPassed(tie.confirmedOn.add({ months: tieConfirmedMonths })),
  );
  const approximate =
    !first.equals(last) || deciding.some((tie) => !tie.stated && APPROXIMATE.includes(tie.stage));
  // still there after the first day of a range: the last one counts
  const on = watch.hasPassed(first) ? last : first;
  return {
    on,
    earliest: on,
    latest: last,
    driver: 'CHILD_LEAVES_SCHOOL',
    confidence: unconfirmed ? 'LOW' : approximate ? 'MEDIUM' : 'HIGH',
    ties: deciding,
  };
}
