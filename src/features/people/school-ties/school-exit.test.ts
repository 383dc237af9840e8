import { expectedExit, type StageLength } from './school-exit.js';

const stages = {
  BO: { yearsMin: 8, yearsMax: 8, exitDerivable: 'YES' },
  SBO: { yearsMin: 8, yearsMax: 8, exitDerivable: 'APPROX' },
  SO: { yearsMin: 8, yearsMax: null, exitDerivable: 'APPROX' },
  VSO: { yearsMin: null, yearsMax: null, exitDerivable: 'NO' },
  PRO: { yearsMin: null, yearsMax: null, exitDerivable: 'NO' },
  VMBO: { yearsMin: 4, yearsMax: 4, exitDerivable: 'YES' },
  VWO: { yearsMin: 6, yearsMax: 6, exitDerivable: 'YES' },
  MBO1: { yearsMin: 1, yearsMax: 1, exitDerivable: 'YES' },
  MBO3: { yearsMin: 2, yearsMax: 3, exitDerivable: 'RANGE' },
  MBO4: { yearsMin: 3, yearsMax: 4, exitDerivable: 'RANGE' },
} as const satisfies Record<string, StageLength>;

test.each<[keyof typeof stages, number | null, number, string | null]>([
  ['BO', 8, 2026, '2027-07-31'],
  ['BO', 1, 2026, '2034-07-31'],
  ['SBO', 6, 2026, '2029-07-31'],
  ['SO', 7, 2026, '2028-07-31'],
  ['VMBO', 4, 2025, '2026-07-31'],
  ['VWO', 1, 2026, '2032-07-31'],
  ['MBO1', 1, 2026, '2027-07-31'],
  ['MBO3', 1, 2026, '2028-07-31 … 2029-07-31'],
  ['MBO4', 2, 2026, '2028-07-31 … 2029-07-31'],
  // past the shortest course, and still there
  ['MBO3', 3, 2026, '2027-07-31'],
  ['MBO4', 4, 2026, '2027-07-31'],
  // one year longer than the course
  ['VMBO', 5, 2026, '2027-07-31'],
  ['VSO', 3, 2026, null],
  ['PRO', 1, 2026, null],
  ['BO', null, 2026, null],
  ['MBO4', null, 2026, null],
])('%s, year %s, school year from %s: %s', (stage, yearLevel, schoolYearStart, expected) => {
  const exit = expectedExit(stages[stage], yearLevel, schoolYearStart);
  const days = exit && [...new Set([exit.earliest.toString(), exit.latest.toString()])].join(' … ');
  expect(days).toBe(expected);
});

test('a stage that says no exit can be derived has none, whatever its length', () => {
  expect(expectedExit({ yearsMin: 4, yearsMax: 4, exitDerivable: 'NO' }, 1, 2026)).toBeNull();
});
