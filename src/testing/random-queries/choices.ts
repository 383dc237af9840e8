/**
 * Decisions read off a list of numbers, so that whoever shrinks the list shrinks what was decided: 0 is the simplest
 * choice, and the only one left when the numbers are used up.
 */
export class Choices {
  private at = 0;

  constructor(private readonly numbers: readonly number[]) {}

  /** 0 … count - 1 */
  below(count: number): number {
    return (this.numbers[this.at++] ?? 0) % count;
  }

  /** true in so many of a hundred cases; false is the simplest */
  chance(percent: number): boolean {
    return this.below(100) >= 100 - percent;
  }

  of<Item>(items: readonly Item[]): Item {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new Error('nothing to choose from');
    return item;
  }

  /** each with that chance, in their order */
  someOf<Item>(items: readonly Item[], percent: number): Item[] {
    return items.filter(() => this.chance(percent));
  }
}
