import { Temporal } from 'temporal-polyfill';
import type { PlainDate } from '../../../kernel/clock.js';

/** How long a type of education takes; null = no fixed length. As in table school_stages. */
export interface StageLength {
  readonly yearsMin: number | null;
  readonly yearsMax: number | null;
  readonly exitDerivable: 'YES' | 'APPROX' | 'RANGE' | 'NO';
}

/** First and last day on which a child is expected to leave school; equal if the course has one length. */
export interface SchoolExit {
  readonly earliest: PlainDate;
  readonly latest: PlainDate;
}

/**
 * When a child that was in `yearLevel` in the school year that began in `schoolYearStart` is expected to leave: 31
 * July after the remaining years. Null if the stage has no fixed length or the year level is not known.
 */
export function expectedExit(
  stage: StageLength,
  yearLevel: number | null,
  schoolYearStart: number,
): SchoolExit | null {
  const { yearsMin, yearsMax, exitDerivable } = stage;
  if (exitDerivable === 'NO' || yearsMin === null || yearLevel === null) return null;
  // past the shortest course, the child stays until the end of this school year at least
  const lastDay = (years: number) =>
    Temporal.PlainDate.from({
      year: schoolYearStart + 1 + Math.max(0, years - yearLevel),
      month: 7,
      day: 31,
    });
  return { earliest: lastDay(yearsMin), latest: lastDay(yearsMax ?? yearsMin) };
}
