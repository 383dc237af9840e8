import { Turns } from './turns.js';

/** Work that ends when it is told to, in the order in which it began. */
function work() {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  return {
    begun,
    start: (name: string) => () => {
      begun.push(name);
      return new Promise<void>((resolve) => ends.push(resolve));
    },
    endFirst: async () => {
      ends.shift()!();
      await new Promise(setImmediate);
    },
  };
}

test('no more than so many at once, and callers take turns', async () => {
  const turns = new Turns(2);
  const { begun, start, endFirst } = work();
  const all = ['a1', 'a2', 'a3', 'a4', 'a5', 'b1', 'c1', 'b2'].map((name) =>
    turns.run(name.charAt(0), start(name)),
  );
  expect(begun).toEqual(['a1', 'a2']);
  for (let ended = 0; ended < all.length; ended += 1) await endFirst();
  expect(begun).toEqual(['a1', 'a2', 'a3', 'b1', 'c1', 'a4', 'b2', 'a5']);
  await Promise.all(all);
});

test('work that fails gives its turn to the next', async () => {
  const turns = new Turns(1);
  const failed = turns.run('a', () => Promise.reject(new Error('no')));
  const next = turns.run('a', () => Promise.resolve('yes'));
  await expect(failed).rejects.toThrow('no');
  await expect(next).resolves.toBe('yes');
  await expect(turns.run('b', () => Promise.resolve('also'))).resolves.toBe('also');
});
