import { Temporal } from 'temporal-polyfill';
import type { PlainDate } from '../../kernel/clock.js';

/** How long a kind of schooling takes; null = no fixed length. As table school_stages has it. */
export interface StageLength {
  readonly yearsMin: number | null;
  readonly yearsMax: number | null;
  readonly exitDerivable: 'YES' | 'APPROX' | 'RANGE' | 'NO';
}

/** First and last day on which a child is expected to leave school; the same day when the course has one length. */
export interface SchoolExit {
  readonly earliest: PlainDate;
  readonly latest: PlainDate;
}

/**
 * When a child that was in `yearLevel` in the school year that began in `schoolYearStart` is expected to leave:
 * 31 July after the years that remain. Null when the stage has no fixed length or the year level is not known.
 */
export function expectedExit(
  stage: StageLength,
  yearLevel: number | null,
  schoolYearStart: number,
): SchoolExit | null {
  const { yearsMin, yearsMax, exitDerivable } = stage;
  if (exitDerivable === 'NO' || yearsMin === null || yearLevel === null) return null;
  // who is past the shortest course is at school for the rest of this school year at least
  const lastDay = (years: number) =>
    Temporal.PlainDate.from({
      year: schoolYearStart + 1 + Math.max(0, years - yearLevel),
      month: 7,
      day: 31,
    });
  return { earliest: lastDay(yearsMin), latest: lastDay(yearsMax ?? yearsMin) };
}
