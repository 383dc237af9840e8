import type { Statement } from './statement.js';

/** Weight of the latest run of a statement in its expected duration. */
const NEWEST = 0.2;
/** Nothing takes no time, even if two answers arrive at once. */
const SHORTEST_MS = 0.1;
/** Statements that are not prepared share one estimate: most of it is planning. */
const NOT_PREPARED = '';

/** Expected durations of statements. */
export class DurationEstimates {
  private readonly milliseconds = new Map<string, number>();

  /** `unknown`: the estimate for a statement that was not measured yet */
  constructor(private readonly unknown: number) {}

  expected({ name = NOT_PREPARED }: Statement): number {
    return this.milliseconds.get(name) ?? this.unknown;
  }

  measured({ name = NOT_PREPARED }: Statement, milliseconds: number): void {
    const took = Math.max(milliseconds, SHORTEST_MS);
    const before = this.milliseconds.get(name) ?? took;
    this.milliseconds.set(name, before + (took - before) * NEWEST);
  }
}
