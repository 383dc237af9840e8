import { isBefore, type PlainDate } from '../../../kernel/clock.js';
import type { Period } from '../../../kernel/period.js';

/** What the length of somebody's leading is counted from. */
export interface Led extends Period {
  readonly personId: string;
  /** when they plan to stop */
  readonly plannedOn: PlainDate | null;
}

/** How long one person leads a network without a break, in whatever role. */
export interface Tenure<Part extends Led> extends Led {
  /** the trekkerschappen, in order; each begins on the day after the last day of the one before */
  readonly parts: readonly Part[];
}

/** The tenures of one network, longest first. When a tenure ends, and is planned to, is said of its last part. */
export function tenuresOf<Part extends Led>(trekkerschappen: readonly Part[]): Tenure<Part>[] {
  const tenures: Tenure<Part>[] = [];
  for (const part of [...trekkerschappen].sort((a, b) => comesFirst(a, b))) {
    const place = tenures.findIndex((tenure) => goesOnAs(tenure, part));
    const before = place < 0 ? { from: part.from, parts: [] } : tenures[place]!;
    const { personId, until, plannedOn } = part;
    const tenure = { personId, from: before.from, until, plannedOn, parts: [...before.parts, part] };
    tenures.splice(place < 0 ? tenures.length : place, 1, tenure);
  }
  return tenures;
}

function comesFirst(a: Period, b: Period): number {
  return isBefore(a.from, b.from) ? -1 : isBefore(b.from, a.from) ? 1 : 0;
}

function goesOnAs({ personId, until }: Led, next: Led): boolean {
  return personId === next.personId && until !== null && until.add({ days: 1 }).equals(next.from);
}
