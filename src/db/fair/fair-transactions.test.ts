import { clockAt, today } from '../../kernel/clock.js';
import { nobody, type Viewer } from '../../kernel/viewer.js';
import type { Tx } from '../transaction.js';
import { Usage } from './usage.js';
import { fairly, type FairTransactions } from './fair-transactions.js';

const VIEWER = nobody('nl', today(clockAt('2026-11-25T10:00:00Z')));
const JOBS: Viewer = { ...VIEWER, accountId: 'jobs' };

let fair: FairTransactions;
/** who was served, in order */
let served: string[];
let ends: (() => void)[];

beforeEach(() => {
  served = [];
  ends = [];
  const usage = () => new Usage(() => 0);
  fair = fairly(
    { poolSize: 10, poolWaitMs: 60_000 },
    { byAccounts: usage(), byVisitors: usage() },
    (_viewer, work) => work({} as Tx),
  );
});

/** One piece of work that goes on until it is ended. */
const work = (who: string) => () => {
  served.push(who);
  return new Promise<void>((end) => ends.push(end));
};
const visit = (client: string) => fair.forVisitor(client)(VIEWER, work(client));
const turnOver = () => new Promise(setImmediate);

async function endAll(asked: Promise<void>[]): Promise<void> {
  let open = true;
  const all = Promise.all(asked).then(() => (open = false));
  while (open) {
    for (const end of ends.splice(0)) end();
    await turnOver();
  }
  await all;
}

test('however many visitors there are, they leave room for accounts, and the jobs wait for none of them', async () => {
  const asked = Array.from({ length: 300 }, (_, n) => visit(`client ${n % 150}`));
  asked.push(...[1, 2].map(() => fair.transact(JOBS, work('jobs'))));
  asked.push(...['a', 'b', 'c'].map((accountId) => fair.transact({ ...VIEWER, accountId }, work(accountId))));
  await turnOver();
  expect(served).toEqual(['client 0', 'client 1', 'jobs', 'jobs', 'a', 'b', 'c']);
  await endAll(asked);
});

test('visitors do not wait for the jobs', async () => {
  const asked = Array.from({ length: 100 }, () => fair.transact(JOBS, work('jobs')));
  asked.push(visit('a'), visit('b'));
  await turnOver();
  expect(served).toEqual(['jobs', 'jobs', 'a', 'b']);
  await endAll(asked);
});

test('a visitor who asks a lot keeps no other from their turn', async () => {
  const asked = Array.from({ length: 100 }, () => visit('greedy'));
  asked.push(visit('modest'));
  await turnOver();
  expect(served).toEqual(['greedy', 'modest']);
  await endAll(asked);
});

test('a request hears what its transaction took, also of one that failed', async () => {
  const used = jest.fn();
  await fair.transact(VIEWER, () => Promise.resolve(), undefined, used);
  const failed = fair.transact(VIEWER, () => Promise.reject(new Error('refused')), undefined, used);
  await expect(failed).rejects.toThrow('refused');
  expect(used.mock.calls).toEqual([[expect.any(Number)], [expect.any(Number)]]);
});

test('a request is charged for what it waited for the database, a tenth of a second at most', async () => {
  const loop = jest.spyOn(performance, 'eventLoopUtilization');
  const charged = async (idle: number) => {
    loop.mockReturnValue({ idle, active: 5_000, utilization: 0 });
    const used = jest.fn();
    await fair.transact(VIEWER, () => Promise.resolve(), undefined, used);
    return used.mock.calls;
  };
  expect([await charged(7), await charged(5_000)]).toEqual([[[7]], [[100]]]);
  loop.mockRestore();
});

test('a request is charged nothing where the database could not serve it', async () => {
  const used = jest.fn();
  const late = Object.assign(new Error('canceling statement due to statement timeout'), { code: '57014' });
  await expect(fair.transact(VIEWER, () => Promise.reject(late), undefined, used)).rejects.toBe(late);
  expect(used).not.toHaveBeenCalled();
});
