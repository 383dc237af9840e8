import { createRecentTokens } from './access-token-recent.js';

test('a value lives until its moment', () => {
  const recent = createRecentTokens<string>(10);
  recent.set('a', 'A', 100);
  expect(recent.get('a', 99)).toBe('A');
  expect(recent.get('a', 100)).toBeUndefined();
  expect(recent.get('a', 0)).toBeUndefined();
});

test('over the limit, the least recently used goes first', () => {
  const recent = createRecentTokens<string>(2);
  recent.set('a', 'A', 100);
  recent.set('b', 'B', 100);
  recent.get('a', 0);
  recent.set('c', 'C', 100);
  expect(['a', 'b', 'c'].map((key) => recent.get(key, 0))).toEqual(['A', undefined, 'C']);
});
