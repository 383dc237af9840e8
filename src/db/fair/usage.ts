import type { Elapsed } from '../../kernel/clock.js';
import { RecentMap } from '../../kernel/recent-map.js';

const HALF_LIFE_MS = 5_000;
const MOST_ACCOUNTS = 10_000;

/** How much of the database accounts used lately, in milliseconds: half of it is forgotten every five seconds. */
export class Usage {
  private readonly accounts = new RecentMap<string, { readonly ms: number; readonly at: number }>(
    MOST_ACCOUNTS,
  );

  constructor(private readonly elapsed: Elapsed) {}

  of(account: string): number {
    const known = this.accounts.get(account);
    return known ? known.ms * 2 ** ((known.at - this.elapsed()) / HALF_LIFE_MS) : 0;
  }

  add(account: string, ms: number): void {
    this.accounts.set(account, { ms: Math.max(0, this.of(account) + ms), at: this.elapsed() });
  }
}
