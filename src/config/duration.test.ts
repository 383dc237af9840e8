import { millisecondsOf } from './duration.js';

test.each([
  ['24h', 86_400_000],
  ['30m', 1_800_000],
  ['90s', 90_000],
  ['90', 90_000],
])('%s', (text, milliseconds) => expect(millisecondsOf(text)).toBe(milliseconds));

test.each(['', '0', '0h', '-1', '1.5h', '24 h', '1d', 'h', '9999999999'])('"%s" is no duration', (text) =>
  expect(() => millisecondsOf(text)).toThrow('it looks like'),
);
