import { day } from './clock.js';
import { endsBefore, overlap, type Period } from './period.js';

/** `2026-01-01..2026-01-31`, open when nothing stands behind the dots */
function period(text: string): Period {
  const [from = '', until = ''] = text.split('..');
  return { from: day(from), until: until ? day(until) : null };
}

test.each([
  ['2026-01-01..2026-01-31', '2026-01-31..', true],
  ['2026-01-01..2026-01-30', '2026-01-31..', false],
  ['2026-01-01..', '2030-01-01..', true],
])('%s and %s share a day: %s', (a, b, shared) => {
  expect(overlap(period(a), period(b))).toBe(shared);
  expect(overlap(period(b), period(a))).toBe(shared);
});

test.each([
  ['2026-01-01..2026-01-31', '2026-01-31', false],
  ['2026-01-01..2026-01-30', '2026-01-31', true],
  ['2026-01-01..', '2030-01-01', false],
])('%s ends before %s: %s', (dates, on, ends) => {
  expect(endsBefore(period(dates), day(on))).toBe(ends);
});
