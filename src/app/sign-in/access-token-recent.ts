/**
 * Recently seen values by key, each until its own expiry: at most `limit`, the least recently used are dropped first.
 */
export interface RecentTokens<Value> {
  get(key: string, nowMs: number): Value | undefined;
  set(key: string, value: Value, untilMs: number): void;
}

export function createRecentTokens<Value>(limit: number): RecentTokens<Value> {
  // a Map keeps insertion order, so its first key is the least recently used
  const entries = new Map<string, { value: Value; untilMs: number }>();

  return {
    get(key, nowMs) {
      const entry = entries.get(key);
      if (!entry) return undefined;
      entries.delete(key);
      if (entry.untilMs <= nowMs) return undefined;
      entries.set(key, entry);
      return entry.value;
    },
    set(key, value, untilMs) {
      entries.delete(key);
      entries.set(key, { value, untilMs });
      if (entries.size > limit) entries.delete(entries.keys().next().value!);
    },
  };
}
