import { isBefore, type PlainDate } from '../../../kernel/clock.js';
import { endsBefore, type Period } from '../../../kernel/period.js';

/** What the length of somebody's leading is counted from. */
export interface Led extends Period {
  readonly personId: string;
  /** when they plan to stop */
  readonly plannedOn: PlainDate | null;
}

/** How long one person leads a network without a break, in whatever role. */
export interface Tenure<Part extends Led> extends Led {
  /**
   * the trekkerschappen, by their first days: each begins on the day after one before it at the latest, or earlier, where it
   * was of a network that went up in this one
   */
  readonly parts: readonly Part[];
}

/** The tenures of one network, longest first. When a tenure ends, and is planned to, is said of the part that lasts longest. */
export function tenuresOf<Part extends Led>(trekkerschappen: readonly Part[]): Tenure<Part>[] {
  const tenures: Tenure<Part>[] = [];
  for (const part of [...trekkerschappen].sort((a, b) => comesFirst(a, b))) {
    const place = tenures.findIndex((tenure) => goesOnAs(tenure, part));
    const before = tenures[place] ?? { ...part, parts: [] };
    const { personId, until, plannedOn } = lastsLonger(before, part) ? before : part;
    const tenure = { personId, from: before.from, until, plannedOn, parts: [...before.parts, part] };
    tenures.splice(place < 0 ? tenures.length : place, 1, tenure);
  }
  return tenures;
}

function comesFirst(a: Period, b: Period): number {
  return isBefore(a.from, b.from) ? -1 : isBefore(b.from, a.from) ? 1 : 0;
}

function goesOnAs(tenure: Led, next: Led): boolean {
  return tenure.personId === next.personId && !endsBefore(tenure, next.from.subtract({ days: 1 }));
}

function lastsLonger(one: Period, other: Period): boolean {
  return other.until !== null && !endsBefore(one, other.until.add({ days: 1 }));
}

/** The part of those that are asked for, as that they cover a day, which lasts longest. Undefined: none is. */
export function longestPart<Part extends Led>(
  { parts }: Tenure<Part>,
  isAsked: (part: Part) => boolean = () => true,
): Part | undefined {
  const [first, ...others] = parts.filter((part) => isAsked(part));
  return first && others.reduce((longest, part) => (lastsLonger(longest, part) ? longest : part), first);
}
