import type { Statement } from './statement.js';

const MOST_ACCOUNTS = 5_000;
const MOST_TEXTS = 200;
/** Weight of the latest run where it was quicker than expected: what was slow once is believed slowly. */
const QUICKER = 0.2;
/** How long statements take an account the first time, those that are dear by their cost aside. */
const UNFAMILIAR = '';

/**
 * How long statements take each account. What is slow for one, who searches for nonsense or sees much, may be quick
 * for another, so nobody makes a statement slow for others. Whoever's new statements were slow is not given the
 * benefit of the doubt for the next new one.
 */
export class Experience {
  private readonly accounts = new Map<string, Map<string, number>>();

  expected(account: string, { text, heavy }: Statement): number {
    const known = this.accounts.get(account);
    return known?.get(text) ?? (heavy ? Infinity : (known?.get(UNFAMILIAR) ?? 0));
  }

  learn(account: string, { text, heavy }: Statement, ms: number): void {
    let known = this.accounts.get(account);
    if (!known) keepFew(this.accounts, account, (known = new Map<string, number>()), MOST_ACCOUNTS);
    for (const key of known.has(text) || heavy ? [text] : [text, UNFAMILIAR]) {
      const before = known.get(key) ?? ms;
      keepFew(known, key, ms > before ? ms : before + (ms - before) * QUICKER, MOST_TEXTS);
    }
  }
}

/** The entry that was not set for the longest time makes room. */
function keepFew<Value>(map: Map<string, Value>, key: string, value: Value, most: number): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > most && oldest !== undefined) map.delete(oldest);
}
