import { earliest, isBefore, type PlainDate } from '../../kernel/clock.js';

/**
 * The day that a rule evaluates, and the first later day on which its answer would differ. A rule asks here for
 * everything that depends on the day; each "not yet" is a day on which it has to be evaluated again.
 */
export class DayWatch {
  private next: PlainDate | null = null;

  constructor(readonly on: PlainDate) {}

  /** Whether it is that day or later. */
  hasCome(day: PlainDate): boolean {
    if (!isBefore(this.on, day)) return true;
    this.next = this.next ? earliest(this.next, day) : day;
    return false;
  }

  /** Whether that day is over. */
  hasPassed(day: PlainDate): boolean {
    return this.hasCome(day.add({ days: 1 }));
  }

  covers({ from, until }: { from: PlainDate; until: PlainDate | null }): boolean {
    return this.hasCome(from) && !(until && this.hasPassed(until));
  }

  /** The day itself, for an answer that moves along with it and so differs every day. */
  moving(): PlainDate {
    this.hasPassed(this.on);
    return this.on;
  }

  /** The first later day on which an answer given here would change; null = none will. */
  get changesOn(): PlainDate | null {
    return this.next;
  }
}
