import { Usage } from './usage.js';

test('half of what an account used is forgotten every five seconds', () => {
  let now = 0;
  const usage = new Usage(() => now);
  usage.add('a', 800);
  expect(usage.of('a')).toBe(800);
  now = 5_000;
  expect(usage.of('a')).toBe(400);
  usage.add('a', 100);
  now = 15_000;
  expect(usage.of('a')).toBe(125);
  expect(usage.of('b')).toBe(0);
});
