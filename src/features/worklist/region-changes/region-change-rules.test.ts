import { day } from '../../../kernel/clock.js';
import { DayWatch } from '../day-watch.js';
import { changeFindings } from './region-change-rules.js';

const FACTS = {
  id: 'change',
  regionId: 'region',
  changesOn: day('2027-01-01'),
  foundOn: day('2026-11-01'),
  open: 3,
};

test.each([
  [false, '2026-11-25', 'REGION_LEAVES', 3, 'PREPARE_CHANGE', '2027-01-01'],
  [true, '2026-12-31', 'REGION_COMES', 3, 'APPLY_CHANGE', '2027-01-01'],
  [true, '2027-01-01', 'REGION_COMES', 5, 'APPLY_CHANGE', undefined],
] as const)('comes: %s, on %s is %s, %i', (comes, on, code, severity, action, changesOn) => {
  const watch = new DayWatch(day(on));
  expect(changeFindings({ ...FACTS, comes }, watch)).toMatchObject([
    { code, severity, action: { code: action } },
  ]);
  expect(watch.changesOn?.toString()).toBe(changesOn);
});

test('when all is decided, nobody needs to look', () => {
  expect(changeFindings({ ...FACTS, comes: true, open: 0 }, new DayWatch(day('2027-01-02')))).toEqual([]);
});
