import { RecentMap } from './recent-map.js';

test('over the limit, what was set the longest time ago goes first', () => {
  const recent = new RecentMap<string, number>(2).set('a', 1).set('b', 2).set('a', 3).set('c', 4);
  expect([...recent]).toEqual([
    ['a', 3],
    ['c', 4],
  ]);
});

test('setting what is there makes no room', () => {
  const recent = new RecentMap<string, number>(2).set('a', 1).set('b', 2).set('b', 3);
  expect([...recent.keys()]).toEqual(['a', 'b']);
});
