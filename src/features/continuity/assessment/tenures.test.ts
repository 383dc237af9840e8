import { day } from '../../../kernel/clock.js';
import { tenuresOf } from './tenures.js';

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
