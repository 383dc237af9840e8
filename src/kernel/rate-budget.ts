export interface RateBudgetOptions {
  /** what a key may spend at once */
  readonly burst: number;
  /** what a key earns back */
  readonly perSecond: number;
  /** milliseconds from any fixed moment */
  readonly now: () => number;
  /** keys kept in memory; beyond it the least recently used one is forgotten and starts full again */
  readonly maxKeys?: number;
}

interface Bucket {
  balance: number;
  at: number;
}

/**
 * Token buckets by key. An amount above the burst needs a full bucket and leaves a debt: otherwise a request that
 * costs more than the burst, yet is within the cost limit, could never run.
 */
export class RateBudget {
  /** least recently used first */
  private readonly buckets = new Map<string, Bucket>();
  private readonly burst: number;
  private readonly perSecond: number;
  private readonly now: () => number;
  private readonly maxKeys: number;

  constructor({ burst, perSecond, now, maxKeys = 10_000 }: RateBudgetOptions) {
    this.burst = burst;
    this.perSecond = perSecond;
    this.now = now;
    this.maxKeys = maxKeys;
  }

  get size(): number {
    return this.buckets.size;
  }

  /** Spends and returns 0, or spends nothing and returns the whole seconds to wait. */
  take(key: string, amount = 1): number {
    const bucket = this.bucketOf(key);
    const wait = this.secondsUntil(bucket.balance, amount);
    if (wait === 0) bucket.balance -= amount;
    return wait;
  }

  /** Undoes `take`. */
  giveBack(key: string, amount = 1): void {
    const bucket = this.bucketOf(key);
    bucket.balance = Math.min(this.burst, bucket.balance + amount);
  }

  /** Spends what was used already. Nobody owes more than the burst. */
  charge(key: string, amount: number): void {
    const bucket = this.bucketOf(key);
    bucket.balance = Math.max(-this.burst, bucket.balance - amount);
  }

  /** The whole seconds to wait before `take` would succeed, without spending; 0 = now. */
  wait(key: string, amount = 1): number {
    const bucket = this.buckets.get(key);
    return bucket ? this.secondsUntil(this.refilled(bucket), amount) : 0;
  }

  /** What a key spent and has not earned back; more than the burst if it owes. */
  spent(key: string): number {
    const bucket = this.buckets.get(key);
    return bucket ? this.burst - this.refilled(bucket) : 0;
  }

  private secondsUntil(balance: number, amount: number): number {
    const missing = Math.min(amount, this.burst) - balance;
    // refilling adds up fractions: a balance that is a billionth short is not short
    return missing <= 1e-9 ? 0 : Math.max(1, Math.ceil(missing / this.perSecond - 1e-9));
  }

  private bucketOf(key: string): Bucket {
    const known = this.buckets.get(key);
    const bucket = known ?? { balance: this.burst, at: this.now() };
    bucket.balance = this.refilled(bucket);
    // a clock set back earns nothing and costs nothing
    bucket.at = Math.max(bucket.at, this.now());
    if (known) this.buckets.delete(key);
    else this.makeRoom();
    this.buckets.set(key, bucket);
    return bucket;
  }

  private refilled(bucket: Bucket): number {
    const elapsed = Math.max(0, this.now() - bucket.at);
    return Math.min(this.burst, bucket.balance + (elapsed / 1000) * this.perSecond);
  }

  /** For each new key up to two idle ones go, so that memory shrinks again after a peak. */
  private makeRoom(): void {
    let idle = 2;
    for (const [key, bucket] of this.buckets) {
      const isFull = this.refilled(bucket) >= this.burst;
      if (isFull && idle > 0) idle -= 1;
      else if (this.buckets.size < this.maxKeys) return;
      this.buckets.delete(key);
    }
  }
}
