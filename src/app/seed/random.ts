/** A seeded generator (sfc32): the same seed gives the same numbers on every machine. Not for secrets. */
export class Random {
  private readonly state: Uint32Array;

  constructor(private readonly seed: string) {
    this.state = Uint32Array.of(hashOf(`a:${seed}`), hashOf(`b:${seed}`), hashOf(`c:${seed}`), 1);
    for (let i = 0; i < 12; i++) this.uint32();
  }

  /** A separate stream, so that drawing more of one thing changes nothing else. */
  stream(name: string): Random {
    return new Random(`${this.seed}/${name}`);
  }

  uint32(): number {
    const s = this.state;
    const sum = s[0]! + s[1]! + s[3]!;
    s[3] = s[3]! + 1;
    s[0] = s[1]! ^ (s[1]! >>> 9);
    s[1] = s[2]! + (s[2]! << 3);
    s[2] = ((s[2]! << 21) | (s[2]! >>> 11)) + sum;
    return sum >>> 0;
  }

  /** An integer from 0, below `limit`. */
  below(limit: number): number {
    return Math.floor((this.uint32() / 2 ** 32) * limit);
  }

  /** An integer, both ends included. */
  between(lowest: number, highest: number): number {
    return lowest + this.below(highest - lowest + 1);
  }

  chance(probability: number): boolean {
    return this.uint32() / 2 ** 32 < probability;
  }

  pick<T>(list: readonly T[]): T {
    if (list.length === 0) throw new RangeError('nothing to pick from');
    return list[this.below(list.length)]!;
  }

  /** Some of a list, in its own order; never none. */
  some<T>(list: readonly T[], probability: number): T[] {
    const chosen = list.filter(() => this.chance(probability));
    return chosen.length > 0 ? chosen : [this.pick(list)];
  }
}

/** Values drawn in proportion to their weights. */
export class Weighted<T> {
  private readonly upTo: number[] = [];
  private readonly values: T[] = [];
  private total = 0;

  constructor(weights: Iterable<readonly [T, number]>) {
    for (const [value, weight] of weights) {
      this.total += weight;
      this.values.push(value);
      this.upTo.push(this.total);
    }
  }

  draw(random: Random): T {
    const wanted = (random.uint32() / 2 ** 32) * this.total;
    let low = 0;
    let high = this.upTo.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.upTo[middle]! > wanted) high = middle;
      else low = middle + 1;
    }
    return this.values[low]!;
  }
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
