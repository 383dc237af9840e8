import { DurationEstimates } from './duration-estimates.js';

const UNKNOWN = 10;
const named = { name: 'read_1', key: 'one', text: 'select 1', values: [] };
const nameless = { key: 'one', text: 'select 1', values: [] };

test('how long a prepared statement takes is learned from its runs, the newest counting a fifth', () => {
  const durations = new DurationEstimates(UNKNOWN);
  expect(durations.expected(named)).toBe(UNKNOWN);
  durations.measured(named, 2);
  expect(durations.expected(named)).toBe(2);
  durations.measured(named, 7);
  expect(durations.expected(named)).toBe(3);
});

test('statements that are not prepared share what is expected of them', () => {
  const durations = new DurationEstimates(UNKNOWN);
  durations.measured(nameless, 2);
  expect(durations.expected({ ...nameless, text: 'select 2' })).toBe(2);
  expect(durations.expected(named)).toBe(UNKNOWN);
});

test('no statement is expected to take no time at all', () => {
  const durations = new DurationEstimates(UNKNOWN);
  durations.measured(named, 0);
  expect(durations.expected(named)).toBe(0.1);
});
