import { setImmediate as nextTurn } from 'node:timers/promises';
import { RateBudget } from '../kernel/rate-budget.js';
import { requestTurns } from './request-turns.js';

const BURST = 10_000;

let now: number;
let budget: RateBudget;
/** how long the place of those who spent much is to stay empty each time, until somebody ends it */
let rests: { ms: number; end: () => void }[];
let started: string[];
let refused: string[];
let ends: (() => void)[];
let waiting = 0;
let turnOf: ReturnType<typeof requestTurns>;

beforeEach(() => {
  now = 0;
  rests = [];
  started = [];
  refused = [];
  ends = [];
  budget = new RateBudget({ burst: BURST, perSecond: 0, now: () => now });
  turnOf = turnsThatWait(60_000);
});

function turnsThatWait(waitMs: number): typeof turnOf {
  return requestTurns({
    budget,
    burst: BURST,
    waitMs,
    elapsed: () => now,
    rest: (ms) => new Promise<void>((end) => rests.push({ ms, end })),
    refused: () => undefined,
  });
}

afterEach(async () => {
  while (waiting > 0) {
    for (const end of ends) end();
    for (const { end } of rests) end();
    await settled();
  }
});

/** Each asks for a turn, in this order; `ends` are their answers. */
function ask(...all: string[]): void {
  for (const who of all) {
    const over = new Promise<void>((end) => ends.push(end));
    waiting++;
    void turnOf(who, over)
      .then(
        () => started.push(who),
        () => refused.push(who),
      )
      .finally(() => waiting--);
  }
}

async function settled(): Promise<string[]> {
  for (let turn = 0; turn < 10; turn++) await nextTurn();
  return started.splice(0);
}

test('all who spent much share one place, and others do not wait for them', async () => {
  for (const who of ['a', 'b']) budget.charge(who, 600);
  ask('a', 'b', 'modest', 'modest');
  // the first one came when nobody else was there
  expect(await settled()).toEqual(['a', 'modest', 'modest']);
});

test('what waits of an account that turns out to have spent much takes its turn among theirs', async () => {
  budget.charge('b', 600);
  ask('a', 'a', 'a', 'a', 'b');
  expect(await settled()).toEqual(['a', 'a', 'b']);
  budget.charge('a', 700);
  ends[0]!();
  ends[1]!();
  expect(await settled()).toEqual([]);
  ends[4]!();
  await settled();
  rests[0]!.end();
  expect(await settled()).toEqual(['a']);
});

test('their place stays empty for as long as it was taken, and no longer than a quarter of a second', async () => {
  for (const who of ['a', 'b', 'c']) budget.charge(who, 600);
  ask('a', 'b', 'c');
  await settled();
  now = 40;
  ends[0]!();
  expect(await settled()).toEqual([]);
  rests[0]!.end();
  expect(await settled()).toEqual(['b']);
  now = 900;
  ends[1]!();
  await settled();
  expect(rests.map(({ ms }) => ms)).toEqual([40, 250]);
});

test('whoever spent least of them goes first', async () => {
  const all = { most: 5_000, much: 3_000, less: 2_000, least: 700 };
  for (const [who, spent] of Object.entries(all)) budget.charge(who, spent);
  ask(...Object.keys(all));
  expect(await settled()).toEqual(['most']);
  ends[0]!();
  await settled();
  rests[0]!.end();
  expect(await settled()).toEqual(['least']);
});

test('whoever comes to owe while they wait for their turn is refused at it, and nobody else', async () => {
  ask('a', 'a', 'modest');
  budget.charge('a', BURST + 1);
  expect(await settled()).toEqual(['modest']);
  expect(refused).toEqual(['a', 'a']);
});

test.each([
  { spent: 600, code: 'TOO_FAST' },
  { spent: 0, code: 'UNAVAILABLE' },
])('who spent $spent and waits too long is refused with $code', async ({ spent, code }) => {
  turnOf = turnsThatWait(1);
  budget.charge('a', spent);
  ask('a', 'a');
  await settled();
  const late = turnOf('a', Promise.resolve());
  await expect(late).rejects.toMatchObject({ problems: [{ code }] });
});
