import { setImmediate as nextTurn } from 'node:timers/promises';
import { loopTurns } from './loop-turns.js';

const LIMIT_MS = 60_000;
const AT_ONCE = () => Promise.resolve();

test('one request starts in a turn, of whoever used least lately, and of one account in order', async () => {
  const used = new Map([['greedy', 900]]);
  const turnOf = loopTurns({
    name: 'requests',
    usage: { of: (account) => used.get(account) ?? 0, add: () => undefined },
    waitMs: LIMIT_MS,
  });
  const started: string[] = [];
  const ask = (account: string, name: string) => turnOf(account, AT_ONCE).then(() => started.push(name));
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

test('a request counts among those of its account until it is over', async () => {
  const turnOf = loopTurns({
    name: 'requests',
    usage: { of: () => 0, add: () => undefined },
    waitMs: LIMIT_MS,
    admits: (_account, has) => has < 2,
  });
  const started: string[] = [];
  let end = () => {};
  const over = new Promise<void>((resolve) => (end = resolve));
  const all = ['a 1', 'a 2', 'a 3', 'b 1'].map((name) =>
    turnOf(name.charAt(0), () => over).then(() => started.push(name)),
  );
  for (let turn = 0; turn < 10; turn++) await nextTurn();
  expect(started).toEqual(['a 1', 'a 2', 'b 1']);
  end();
  await Promise.all(all);
  expect(started).toEqual(['a 1', 'a 2', 'b 1', 'a 3']);
});
