import { clockAt, day, dayOf, today } from './clock.js';

test.each([
  ['2026-07-31T21:59:59.999Z', '2026-07-31'], // summer time: midnight in Amsterdam is 22:00 UTC
  ['2026-07-31T22:00:00Z', '2026-08-01'],
  ['2026-12-31T22:59:59.999Z', '2026-12-31'],
  ['2026-12-31T23:00:00Z', '2027-01-01'],
  ['2026-03-28T23:00:00Z', '2026-03-29'], // the day that has 23 hours
  ['2026-03-29T21:59:59Z', '2026-03-29'],
  ['2026-03-29T22:00:00Z', '2026-03-30'],
  ['2026-10-25T22:59:59Z', '2026-10-25'], // the day that has 25
  ['2026-10-25T23:00:00Z', '2026-10-26'],
  ['2028-02-29T12:00:00Z', '2028-02-29'],
])('at %s it is %s in the Netherlands', (instant, expected) => {
  expect(today(clockAt(instant)).toString()).toBe(expected);
  expect(today(clockAt(instant)).toString()).toBe(expected);
  expect(dayOf(instant).toString()).toBe(expected);
});

test.each(['2026-02-30', '2026-13-01', '2026-1-1', '20260101', '2026-01-01T00:00', '+002026-01-01', ''])(
  '"%s" is not a calendar day',
  (text) => {
    expect(() => day(text)).toThrow(RangeError);
  },
);
