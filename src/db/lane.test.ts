import { Pace } from './lane.js';

const UNKNOWN = 10;
const named = { name: 'read_1', text: 'select 1', values: [] };
const nameless = { text: 'select 1', values: [] };

test('how long a prepared statement takes is learned from its runs, the newest counting a fifth', () => {
  const pace = new Pace(UNKNOWN);
  expect(pace.expected(named)).toBe(UNKNOWN);
  pace.measured(named, 2);
  expect(pace.expected(named)).toBe(2);
  pace.measured(named, 7);
  expect(pace.expected(named)).toBe(3);
  pace.forget();
  expect(pace.expected(named)).toBe(UNKNOWN);
});

test('statements that are not prepared share what is expected of them', () => {
  const pace = new Pace(UNKNOWN);
  pace.measured(nameless, 2);
  expect(pace.expected({ ...nameless, text: 'select 2' })).toBe(2);
  expect(pace.expected(named)).toBe(UNKNOWN);
});

test('no statement is expected to take no time at all', () => {
  const pace = new Pace(UNKNOWN);
  pace.measured(named, 0);
  expect(pace.expected(named)).toBe(0.1);
});
