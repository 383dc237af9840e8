import { day } from '../../kernel/clock.js';
import { fromDateRange, toDateRange } from '../../kernel/period.js';
import { AbsenceEntity } from './absence.entity.js';
import { daysOfEach, wholeOf } from './parts-of-absence.js';

const place = { network: null, bodyId: 'body', regionId: 'region' };
const parts = (...periods: readonly string[]) =>
  periods.map((period) => ({
    absence: Object.assign(new AbsenceEntity(), { period: fromDateRange(period) }),
    place,
  }));
const CUT = parts('[2026-10-01,2026-11-11)', '[2026-11-11,2026-11-21)', '[2026-11-21,)');

test('one absence, as it was said', () => {
  expect(wholeOf(CUT)).toEqual({ from: day('2026-10-01'), until: null });
});

test.each([
  ['[2026-09-01,)', ['[2026-09-01,2026-11-11)', '[2026-11-11,2026-11-21)', '[2026-11-21,)']],
  ['[2026-09-01,2026-11-11)', ['[2026-09-01,2026-11-11)', null, null]],
  ['[2026-09-01,2026-11-12)', ['[2026-09-01,2026-11-11)', '[2026-11-11,2026-11-12)', null]],
  ['[2026-11-12,2026-11-15)', [null, '[2026-11-12,2026-11-15)', null]],
  ['[2026-11-21,)', [null, null, '[2026-11-21,)']],
  ['[2026-12-01,2026-12-11)', [null, null, '[2026-12-01,2026-12-11)']],
])('%s is in each network on the days on which it was that', (period, expected) => {
  const days = daysOfEach(CUT, fromDateRange(period));
  expect(days.map((each) => each && toDateRange(each))).toEqual(expected);
});

test('one that no merge cut is on all days', () => {
  const [days] = daysOfEach(parts('[2026-10-01,2026-11-11)'), fromDateRange('[2026-01-01,)'));
  expect(toDateRange(days!)).toBe('[2026-01-01,)');
});
