import { day } from '../../kernel/clock.js';
import { LADDERS, stepReached } from './ladder.js';

test.each([
  // the steps of an ordinary day, and the day before each
  ['2027-07-15', '2026-07-14', null],
  ['2027-07-15', '2026-07-15', 12],
  ['2027-07-15', '2027-01-14', 12],
  ['2027-07-15', '2027-01-15', 6],
  ['2027-07-15', '2027-04-14', 6],
  ['2027-07-15', '2027-04-15', 3],
  ['2027-07-15', '2027-06-14', 3],
  ['2027-07-15', '2027-06-15', 1],
  // on the day itself and after it: for as long as the service may have been down
  ['2027-07-15', '2027-07-15', 1],
  ['2027-07-15', '2027-08-15', 1],
  ['2027-07-15', '2027-08-16', null],
  // 31 July: months without a 31st end sooner
  ['2027-07-31', '2026-07-31', 12],
  ['2027-07-31', '2027-01-30', 12],
  ['2027-07-31', '2027-01-31', 6],
  ['2027-07-31', '2027-04-29', 6],
  ['2027-07-31', '2027-04-30', 3],
  ['2027-07-31', '2027-06-29', 3],
  ['2027-07-31', '2027-06-30', 1],
  // a leap day, a year and half a year before it
  ['2028-02-29', '2027-02-27', null],
  ['2028-02-29', '2027-02-28', 12],
  ['2028-02-29', '2027-08-29', 6],
  ['2028-02-29', '2028-01-29', 1],
  // a month before 31 March is the last of February
  ['2028-03-31', '2028-02-28', 3],
  ['2028-03-31', '2028-02-29', 1],
  ['2027-03-31', '2027-02-28', 1],
] as const)('due on %s, on %s the step is %s', (due, on, step) => {
  expect(stepReached(LADDERS.EXPECTED_END, day(due), day(on))).toBe(step);
});

test('support that ends is not spoken of a year ahead', () => {
  expect(stepReached(LADDERS.SUPPORT_ENDING, day('2027-07-31'), day('2026-08-01'))).toBeNull();
  expect(stepReached(LADDERS.SUPPORT_ENDING, day('2027-07-31'), day('2027-01-31'))).toBe(6);
});
