/**
 * Decisions read off a list of numbers, so that shrinking the list shrinks the decisions: 0 is the simplest choice,
 * and the only one left when the numbers are used up.
 */
export class Choices {
  private at = 0;

  constructor(private readonly numbers: readonly number[]) {}

  /** 0 … count - 1 */
  below(count: number): number {
    return (this.numbers[this.at++] ?? 0) % count;
  }

  /** true in that percentage of cases; false is the simplest */
  chance(percent: number): boolean {
    return this.below(100) >= 100 - percent;
  }

  of<Item>(items: readonly Item[]): Item {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new Error('nothing to choose from');
    return item;
  }

  /** each with that probability, in their order */
  someOf<Item>(items: readonly Item[], percent: number): Item[] {
    return items.filter(() => this.chance(percent));
  }
}
