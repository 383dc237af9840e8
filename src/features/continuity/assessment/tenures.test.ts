import { day } from '../../../kernel/clock.js';
import { overlap } from '../../../kernel/period.js';
import { longestPart, tenuresOf } from './tenures.js';

const led = (personId: string, from: string, until: string | null, plannedOn: string | null = null) => ({
  personId,
  from: day(from),
  until: until === null ? null : day(until),
  plannedOn: plannedOn === null ? null : day(plannedOn),
});

const told = (parts: Parameters<typeof tenuresOf>[0]) =>
  tenuresOf(parts).map(
    ({ personId, from, until, plannedOn, parts }) =>
      `${personId} ${from.toString()}/${until?.toString() ?? ''} ${plannedOn?.toString() ?? ''} ${parts.length}`,
  );

test.each([
  ['the next day goes on', '2026-03-01', ['p 2025-01-01/  2']],
  ['a day between is a break', '2026-03-02', ['p 2025-01-01/2026-02-28  1', 'p 2026-03-02/  1']],
])('%s', (_what, from, expected) => {
  expect(told([led('p', '2025-01-01', '2026-02-28'), led('p', from, null)])).toEqual(expected);
});

test('over a leap day', () => {
  expect(told([led('p', '2027-01-01', '2028-02-28'), led('p', '2028-02-29', '2028-12-31')])).toEqual([
    'p 2027-01-01/2028-12-31  2',
  ]);
});

test('somebody else who starts on the next day goes on with nothing', () => {
  expect(told([led('p', '2025-01-01', '2026-02-28'), led('q', '2026-03-01', null)])).toHaveLength(2);
});

test('the last part says when they plan to stop; longest first, in whatever order they come', () => {
  const parts = [
    led('p', '2026-05-01', null),
    led('q', '2025-06-01', null, '2027-07-31'),
    led('p', '2025-01-01', '2026-02-28', '2026-02-28'),
    led('p', '2026-03-01', '2026-04-30', '2026-04-30'),
  ];
  expect(told(parts)).toEqual(['p 2025-01-01/  3', 'q 2025-06-01/ 2027-07-31 1']);
});

test.each([
  ['it began before the one that goes on', '2020-01-01', ['p 2020-01-01/  3']],
  ['it began after', '2024-01-01', ['p 2023-01-01/  3']],
])('what was led until it went up in the other one counts, and ends nothing: %s', (_what, from, expected) => {
  const parts = [
    led('p', '2023-01-01', '2025-01-31'),
    led('p', '2025-02-01', null),
    led('p', from, '2026-11-20'),
  ];
  expect(told(parts)).toEqual(expected);
});

test('over a break in the one that goes on', () => {
  const parts = [
    led('p', '2021-01-01', '2022-12-31'),
    led('p', '2024-01-01', null),
    led('p', '2022-01-01', '2026-11-20'),
  ];
  expect(told(parts)).toEqual(['p 2021-01-01/  3']);
});

test('the part that lasts longest says when they plan to stop, and in which they lead', () => {
  const parts = [
    led('p', '2023-01-01', null, '2027-07-31'),
    led('p', '2024-01-01', '2026-11-20', '2026-12-31'),
  ];
  expect(told(parts)).toEqual(['p 2023-01-01/ 2027-07-31 2']);
  const [tenure] = tenuresOf(parts);
  const on = (asked: string) =>
    longestPart(tenure!, (part) => overlap(part, { from: day(asked), until: day(asked) }))?.from.toString();
  expect(['2022-12-31', '2024-06-01', '2027-01-01'].map(on)).toEqual([undefined, '2023-01-01', '2023-01-01']);
});
