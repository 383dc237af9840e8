import fc from 'fast-check';
import { RateBudget } from './rate-budget.js';

function budgetAt(options: { burst: number; perSecond: number; maxKeys?: number }) {
  const clock = { ms: 0 };
  return { clock, budget: new RateBudget({ ...options, now: () => clock.ms }) };
}

test('spends the burst, then what comes back', () => {
  const { clock, budget } = budgetAt({ burst: 1000, perSecond: 100 });
  expect(budget.take('a', 900)).toBe(0);
  expect(budget.take('a', 350)).toBe(3);
  expect(budget.take('b', 350)).toBe(0);
  clock.ms = 2_499;
  expect(budget.take('a', 350)).toBe(1);
  clock.ms = 2_500;
  expect(budget.take('a', 350)).toBe(0);
  expect(budget.take('a', 1)).toBe(1);
});

test('what was spent is less what came back, and more than the burst for whoever owes', () => {
  const { clock, budget } = budgetAt({ burst: 1000, perSecond: 100 });
  expect(budget.spent('a')).toBe(0);
  budget.take('a', 900);
  clock.ms = 2_000;
  expect(budget.spent('a')).toBe(700);
  budget.charge('a', 800);
  expect([budget.spent('a'), budget.spent('b')]).toEqual([1_500, 0]);
});

test('an amount above the burst needs a full bucket and leaves a debt', () => {
  const { clock, budget } = budgetAt({ burst: 1000, perSecond: 100 });
  budget.take('a', 100);
  expect(budget.take('a', 5000)).toBe(1);
  clock.ms = 1_000;
  expect(budget.take('a', 5000)).toBe(0);
  expect(budget.take('a', 1)).toBe(41);
  clock.ms = 42_000;
  expect(budget.take('a', 1)).toBe(0);
});

test('what is given back can be spent again, and is never more than the burst', () => {
  const { budget } = budgetAt({ burst: 10, perSecond: 1 });
  budget.take('a', 10);
  budget.giveBack('a');
  expect([budget.take('a'), budget.take('a')]).toEqual([0, 1]);
  budget.giveBack('a', 100);
  expect([budget.take('a', 10), budget.take('a')]).toEqual([0, 1]);
});

test('a clock that is set back gives nothing and takes nothing', () => {
  const { clock, budget } = budgetAt({ burst: 10, perSecond: 1 });
  clock.ms = 60_000;
  budget.take('a', 10);
  clock.ms = 0;
  expect(budget.take('a', 1)).toBe(1);
  clock.ms = 60_000;
  expect(budget.take('a', 1)).toBe(1);
});

test('memory is bounded: the least recently used go first', () => {
  const { budget } = budgetAt({ burst: 10, perSecond: 1, maxKeys: 3 });
  for (const key of ['a', 'b', 'c', 'a', 'd']) budget.take(key, 5);
  expect(budget.size).toBe(3);
  expect(budget.take('a', 10)).toBe(10);
  expect(budget.take('b', 10)).toBe(0);
});

test('idle keys go when others come', () => {
  const { clock, budget } = budgetAt({ burst: 10, perSecond: 1 });
  for (let key = 0; key < 100; key += 1) budget.take(`old ${key}`);
  expect(budget.size).toBe(100);
  clock.ms = 60_000;
  for (let key = 0; key < 100; key += 1) budget.take(`new ${key}`);
  expect(budget.size).toBe(100);
});

test('nobody spends more than the burst and what time gave', () => {
  const spending = fc.array(fc.record({ after: fc.nat(5_000), amount: fc.integer({ min: 1, max: 100 }) }));
  fc.assert(
    fc.property(spending, (steps) => {
      const { clock, budget } = budgetAt({ burst: 100, perSecond: 10 });
      let spent = 0;
      for (const { after, amount } of steps) {
        clock.ms += after;
        const wait = budget.take('a', amount);
        if (wait === 0) {
          spent += amount;
        } else {
          clock.ms += wait * 1000;
          expect(budget.take('a', amount)).toBe(0);
          spent += amount;
        }
        expect(spent).toBeLessThanOrEqual(100 + clock.ms / 100 + 1e-6);
      }
    }),
  );
});
