import { setImmediate as nextTurn } from 'node:timers/promises';
import { loopTurns } from './loop-turns.js';

const LIMIT_MS = 60_000;
const AT_ONCE = () => Promise.resolve();

async function someTurns(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await nextTurn();
}

/** All that is done before the event loop turns. */
async function restOfTurn(): Promise<void> {
  for (let tick = 0; tick < 20; tick++) await new Promise<void>((resolve) => process.nextTick(resolve));
}

test.each([
  { each: 'takes longer than a turn', ms: 5, most: 1 },
  { each: 'takes half a turn', ms: 1, most: 2 },
])(
  'requests start one by one, of whoever used least lately, $most in a turn if each $each',
  async ({ ms, most }) => {
    let now = 0;
    const used = new Map([['greedy', 900]]);
    const turnOf = loopTurns({
      name: 'requests',
      elapsed: () => now,
      usage: { of: (account) => used.get(account) ?? 0, add: () => undefined },
      waitMs: LIMIT_MS,
      hurry: { afterMs: LIMIT_MS, waitMs: LIMIT_MS },
      most: Infinity,
    });
    const started: string[] = [];
    const ask = (account: string, name: string) =>
      turnOf(account, AT_ONCE).then(() => {
        started.push(name);
        now += ms;
      });
    const all = [1, 2, 3].map((n) => ask('greedy', `greedy ${n}`));
    all.push(ask('modest', 'modest 1'), ask('modest', 'modest 2'));
    await restOfTurn();
    const seen = [0, started.length];
    while (started.length < all.length) {
      await nextTurn();
      seen.push(started.length);
    }
    // the first one came when nobody else was there
    expect(started).toEqual(['greedy 1', 'modest 1', 'modest 2', 'greedy 2', 'greedy 3']);
    const inTurns = seen.slice(1).map((count, turn) => count - seen[turn]!);
    expect(Math.max(...inTurns)).toBe(most);
  },
);

test('a request counts among those of its account until it is over', async () => {
  const turnOf = loopTurns({
    name: 'requests',
    elapsed: () => 0,
    usage: { of: () => 0, add: () => undefined },
    waitMs: LIMIT_MS,
    hurry: { afterMs: LIMIT_MS, waitMs: LIMIT_MS },
    most: Infinity,
    admits: (_account, has) => has < 2,
  });
  const started: string[] = [];
  let end = () => {};
  const over = new Promise<void>((resolve) => (end = resolve));
  const all = ['a 1', 'a 2', 'a 3', 'b 1'].map((name) =>
    turnOf(name.charAt(0), () => over).then(() => started.push(name)),
  );
  await someTurns();
  expect(started).toEqual(['a 1', 'a 2', 'b 1']);
  end();
  await Promise.all(all);
  expect(started).toEqual(['a 1', 'a 2', 'b 1', 'a 3']);
});

test('no more than the most are under way; the next one starts when one of them is over', async () => {
  const turnOf = loopTurns({
    name: 'requests',
    elapsed: () => 0,
    usage: { of: () => 0, add: () => undefined },
    waitMs: LIMIT_MS,
    hurry: { afterMs: LIMIT_MS, waitMs: LIMIT_MS },
    most: 2,
  });
  const started: string[] = [];
  const ends = new Map<string, () => void>();
  const all = ['a', 'b', 'c', 'd'].map((name) =>
    turnOf(name, () => new Promise<void>((over) => ends.set(name, over))).then(() => started.push(name)),
  );
  const startedNow = async () => {
    await someTurns();
    return started.splice(0);
  };
  expect(await startedNow()).toEqual(['a', 'b']);
  ends.get('b')!();
  expect(await startedNow()).toEqual(['c']);
  ends.get('a')!();
  ends.get('c')!();
  await Promise.all(all);
});
