import { setImmediate as nextTurn } from 'node:timers/promises';
import { loopTurns } from './loop-turns.js';

const LIMIT_MS = 60_000;

test('one request starts in a turn, of whoever used least lately, and of one account in order', async () => {
  const used = new Map([['greedy', 900]]);
  const turnOf = loopTurns({
    name: 'requests',
    usage: { of: (account) => used.get(account) ?? 0, add: () => undefined },
    waitMs: LIMIT_MS,
  });
  const started: string[] = [];
  const ask = (account: string, name: string) => turnOf(account).then(() => started.push(name));
  const all = [1, 2, 3].map((n) => ask('greedy', `greedy ${n}`));
  all.push(ask('modest', 'modest 1'), ask('modest', 'modest 2'));
  const seen: string[][] = [];
  while (started.length < all.length) {
    await nextTurn();
    seen.push([...started]);
  }
  // the first one came when nobody else was there
  expect(started).toEqual(['greedy 1', 'modest 1', 'modest 2', 'greedy 2', 'greedy 3']);
  for (const [turn, before] of seen.entries()) expect(before.length).toBeLessThanOrEqual(turn + 2);
});
