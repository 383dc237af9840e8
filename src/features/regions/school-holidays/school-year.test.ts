import { startOfSchoolYear } from './school-year.js';

test.each([
  ['2026-2027', 2026],
  ['2026/2027', 2026],
  [' 2026 / 2027 ', 2026],
  ['2026–2027', 2026],
  ['2026-27', 2026],
  ['2026/27', 2026],
  ['2009/10', 2009],
  ['2099-00', 2099],
  ['2026', null],
  ['26/27', null],
  ['2026-2028', null],
  ['2026-28', null],
  ['2026-26', null],
  ['2027-2026', null],
  ['1999-2000', null],
  ['2026-2027-2028', null],
  ['2026 2027', null],
  ['2026-7', null],
])('the school year %s begins in %s', (text, year) => {
  expect(startOfSchoolYear(text)).toBe(year);
});
