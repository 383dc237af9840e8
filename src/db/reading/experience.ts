import type { Statement } from './statement.js';

const MOST_ACCOUNTS = 5_000;
const MOST_TEXTS = 200;
/** How long the latest new statement took, those that are dear by their cost aside. */
const UNFAMILIAR = '';

/**
 * How long statements took each account the latest time: a machine that was busy for a moment makes nothing slow for
 * long. What is slow for one, who searches for nonsense or sees much, may be quick
 * for another, so nobody makes a statement slow for others. Whoever's new statements were slow is not given the
 * benefit of the doubt for the next new one.
 */
export class Experience {
  private readonly accounts = new Map<string, Map<string, number>>();

  expected(account: string, { text, heavy }: Statement): number {
    const known = this.accounts.get(account);
    return known?.get(text) ?? (heavy ? Infinity : (known?.get(UNFAMILIAR) ?? 0));
  }

  isNew(account: string, { text, heavy }: Statement): boolean {
    return !heavy && !this.accounts.get(account)?.has(text);
  }

  /** `isNew`: before it was read; it may run twice. */
  learn(account: string, { text }: Statement, ms: number, isNew: boolean): void {
    let known = this.accounts.get(account);
    if (!known) keepFew(this.accounts, account, (known = new Map<string, number>()), MOST_ACCOUNTS);
    keepFew(known, text, ms, MOST_TEXTS);
    if (isNew) keepFew(known, UNFAMILIAR, ms, MOST_TEXTS);
  }
}

/** The entry that was not set for the longest time makes room. */
function keepFew<Value>(map: Map<string, Value>, key: string, value: Value, most: number): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > most && oldest !== undefined) map.delete(oldest);
}
