import { FairQueue, type QueueParts } from './fair-queue.js';
import { Overload } from './load.js';
import { Usage } from './usage.js';

const WAIT_MS = 60_000;

let now: number;
let usage: Usage;
let free: number;
/** who was served, in order */
let served: string[];
let refused: string[];

beforeEach(() => {
  now = 0;
  free = 0;
  served = [];
  refused = [];
  usage = new Usage(() => now);
});

const queueOf = (perAccount = Infinity, waitMs = WAIT_MS, hurry?: QueueParts<number>['hurry']) =>
  new FairQueue<number>({
    name: 'reads',
    free: () => (free > 0 ? free : null),
    usage,
    waitMs,
    hurry,
    admits: (_account, has) => has < perAccount,
    refused: (queue) => refused.push(queue),
  });

/** Asks for a place, and uses so much of the database in it; `finish` ends it. */
function ask(queue: FairQueue<number>, account: string, uses = 0, expected = 0) {
  let finish = () => {};
  const finished = new Promise<void>((resolve) => (finish = resolve));
  const answer = queue.run(account, expected, async (_place, used) => {
    free--;
    served.push(account);
    await finished;
    used(uses);
    free++;
    return account;
  });
  return { answer, finish };
}

describe('a queue', () => {
  test('serves whoever used least lately, and of one account in order', async () => {
    const queue = queueOf();
    usage.add('greedy', 3_000);
    usage.add('modest', 10);
    const all = ['greedy', 'greedy', 'modest', 'new'].map((account) => ask(queue, account));
    expect(served).toEqual([]);
    free = 1;
    queue.serve();
    for (const { finish } of [all[3]!, all[2]!, all[0]!, all[1]!]) {
      finish();
      await new Promise(setImmediate);
    }
    expect(served).toEqual(['new', 'modest', 'greedy', 'greedy']);
    expect(await Promise.all(all.map(({ answer }) => answer))).toEqual(['greedy', 'greedy', 'modest', 'new']);
  });

  test('five who use all they can wait behind every one of a hundred who use little', async () => {
    const queue = queueOf();
    const asked = Array.from({ length: 500 }, (_, n) => ask(queue, `hostile ${n % 5}`, 1_000));
    asked.push(...Array.from({ length: 100 }, (_, n) => ask(queue, `honest ${n % 20}`, 5)));
    free = 2;
    queue.serve();
    for (const { finish } of asked) finish();
    await Promise.all(asked.map(({ answer }) => answer));
    // nothing was known of anybody: each had a first turn
    const lastHonest = served.findLastIndex((account) => account.startsWith('honest'));
    const before = served.slice(0, lastHonest).filter((account) => account.startsWith('hostile'));
    expect(before).toHaveLength(5);
  });

  test('what is under way counts as far as it is expected', async () => {
    const queue = queueOf();
    usage.add('b', 50);
    free = 1;
    const asked = [ask(queue, 'a', 0, 100), ask(queue, 'a', 0, 100), ask(queue, 'b')];
    free = 1;
    queue.serve();
    expect(served).toEqual(['a', 'b']);
    for (const { finish } of asked) finish();
    await Promise.all(asked.map(({ answer }) => answer));
  });

  test('gives one account no more places than its share, while others have theirs', async () => {
    const queue = queueOf(2);
    free = 10;
    const asked = ['a', 'a', 'a', 'b'].map((account) => ask(queue, account));
    expect(served).toEqual(['a', 'a', 'b']);
    asked[0]!.finish();
    await asked[0]!.answer;
    expect(served).toEqual(['a', 'a', 'b', 'a']);
    for (const { finish } of asked) finish();
  });

  test('refuses whoever waited too long, and does not do it later', async () => {
    const queue = queueOf(undefined, 1);
    await expect(ask(queue, 'a').answer).rejects.toMatchObject({
      message: 'UNAVAILABLE',
      cause: new Overload('reads'),
    });
    expect(refused).toEqual(['reads']);
    free = 1;
    queue.serve();
    expect(served).toEqual([]);
  });

  describe('that is in a hurry', () => {
    const SOON_MS = 10_000;
    const queueInHurry = (perAccount?: number) =>
      queueOf(perAccount, WAIT_MS, { afterMs: 500, waitMs: SOON_MS, elapsed: () => now });
    /** How long each who came since waits at most. */
    const patience = () =>
      jest
        .mocked(setTimeout)
        .mock.calls.splice(0)
        .map(([, ms]) => ms);

    beforeEach(() => jest.spyOn(globalThis, 'setTimeout'));
    afterEach(() => jest.restoreAllMocks());

    test('lets whoever comes wait less, once somebody has been waiting for long', async () => {
      const queue = queueInHurry();
      const asked = [0, 499, 500].map((at) => {
        now = at;
        return ask(queue, 'a');
      });
      expect(patience()).toEqual([WAIT_MS, WAIT_MS, SOON_MS]);
      free = 3;
      queue.serve();
      for (const { finish } of asked) finish();
      await Promise.all(asked.map(({ answer }) => answer));
    });

    test.each([
      { others: 'nobody waits', waits: [] },
      { others: 'all who wait have what they may', waits: ['a'] },
    ])('is not once a place was free while $others', async ({ waits }) => {
      const queue = queueInHurry(1);
      const asked = ['a', ...waits].map((account) => ask(queue, account));
      now = 400;
      free = 2;
      queue.serve();
      free = 0;
      for (const at of [400, 800]) {
        now = at;
        asked.push(ask(queue, 'b'));
      }
      expect(patience().slice(-2)).toEqual([WAIT_MS, WAIT_MS]);
      free = 2;
      queue.serve();
      for (const { finish } of asked) finish();
      await Promise.all(asked.map(({ answer }) => answer));
    });
  });

  test('refuses at once what would wait behind too many of the same account', async () => {
    const usage = new Usage(() => 0);
    const queue = new FairQueue<true>({
      name: 'requests',
      usage,
      free: () => null,
      waitMs: WAIT_MS,
      mostWaiting: 2,
    });
    const waiting = ['a', 'a', 'b'].map((account) => queue.run(account, 0, () => Promise.resolve()));
    await expect(queue.run('a', 0, () => Promise.resolve())).rejects.toMatchObject({
      problems: [{ code: 'TOO_FAST' }],
    });
    queue.close();
    for (const each of waiting) await expect(each).rejects.toMatchObject({ message: 'UNAVAILABLE' });
  });

  test('that is closed refuses whoever waits or comes', async () => {
    const queue = queueOf();
    const waiting = ask(queue, 'a').answer;
    queue.close();
    free = 1;
    await expect(waiting).rejects.toMatchObject({ message: 'UNAVAILABLE' });
    expect(refused).toEqual([]);
    await expect(ask(queue, 'a').answer).rejects.toMatchObject({ message: 'UNAVAILABLE' });
  });

  test('what fails gives its place to the next, and counts', async () => {
    const queue = queueOf();
    free = 1;
    const failed = queue.run('a', 0, (_place, used) => {
      used(100);
      return Promise.reject(new Error('cut off'));
    });
    const next = ask(queue, 'b');
    next.finish();
    await expect(failed).rejects.toThrow('cut off');
    expect(await next.answer).toBe('b');
    expect(usage.of('a')).toBe(100);
  });
});
