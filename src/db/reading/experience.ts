import { RecentMap } from '../../kernel/recent-map.js';
import type { Statement } from './statement.js';

const MOST_ACCOUNTS = 5_000;
const MOST_STATEMENTS = 200;
/** How long the latest new statement took, those that are expensive by their cost aside. */
const UNFAMILIAR = '';

/**
 * How long statements took each account the latest time: a machine that was busy for a moment makes nothing slow for
 * long. What is slow for one, who searches for nonsense or sees much, may be quick for another, so nobody makes a
 * statement slow for others. An account whose last new statement was slow starts its next one on the slow lane.
 */
export class Experience {
  private readonly accounts = new RecentMap<string, RecentMap<string, number>>(MOST_ACCOUNTS);

  expected(account: string, { key, heavy }: Statement): number {
    const known = this.accounts.get(account);
    return known?.get(key) ?? (heavy ? Infinity : (known?.get(UNFAMILIAR) ?? 0));
  }

  isNew(account: string, { key, heavy }: Statement): boolean {
    return !heavy && !this.accounts.get(account)?.has(key);
  }

  /** Whether the latest new statement of the account is known to have been quick. */
  trusts(account: string): boolean {
    return this.accounts.get(account)?.has(UNFAMILIAR) ?? false;
  }

  /** `isNew`: before it was read; it may run twice. */
  learn(account: string, { key }: Statement, ms: number, isNew: boolean): void {
    const known = this.accounts.get(account) ?? new RecentMap<string, number>(MOST_STATEMENTS);
    this.accounts.set(account, known);
    known.set(key, ms);
    if (isNew) known.set(UNFAMILIAR, ms);
  }
}
