export const TODAY = '2026-11-25';

/** A row of the stored expectations, beside a trekkerschap as it is in the database. */
export interface Expected {
  readonly network: string;
  readonly region: 'here' | 'below' | 'elsewhere';
  readonly period: readonly [from: string, to: string];
  readonly on: string;
  readonly driver: string;
}

const startYear = (day: string) => Number(day.slice(0, 4)) - (day.slice(5) < '08-01' ? 1 : 0);

/** The departures expected in the coming school years, one after the other. */
export function countedDepartures(
  rows: readonly Expected[],
  among: readonly string[],
  today = TODAY,
  count = 3,
) {
  const now = startYear(today);
  const isGone = ({ period: [, to] }: Expected) => to !== '' && to <= today;
  const leads = (row: Expected) => !isGone(row) && row.period[0] <= today;
  const seen = rows.filter((row) => among.includes(row.region));
  return Array.from({ length: count }, (_, index) => {
    const year = now + index;
    const isIn = (on: string) => (index === 0 ? startYear(on) <= year : startYear(on) === year);
    const leaving = seen.filter((row) => leads(row) && isIn(row.on));
    const led = [...new Set(seen.filter(leads).map(({ network }) => network))];
    const lastEnd = (network: string) =>
      seen
        .filter((row) => row.network === network && !isGone(row))
        .map(({ on }) => on)
        .sort()
        .at(-1)!;
    return {
      schoolYear: `${year}-${year + 1}`,
      from: `${year}-08-01`,
      until: `${year + 1}-07-31`,
      trekkers: leaving.length,
      childLeavesSchool: leaving.filter(({ driver }) => driver === 'CHILD_LEAVES_SCHOOL').length,
      networks: new Set(leaving.map(({ network }) => network)).size,
      networksLeftWithoutTrekker: led.filter((network) => isIn(lastEnd(network))).length,
    };
  });
}

const since = (from: string) => [from, ''] as const;
export const ROWS: readonly Expected[] = [
  {
    network: 'a',
    region: 'here',
    period: since('2024-02-29'),
    on: '2027-07-31',
    driver: 'CHILD_LEAVES_SCHOOL',
  },
  { network: 'a', region: 'here', period: since('2025-09-01'), on: '2027-08-01', driver: 'PLANNED' },
  { network: 'b', region: 'here', period: since('2022-01-01'), on: '2025-01-01', driver: 'TENURE_GUIDELINE' },
  {
    network: 'c',
    region: 'here',
    period: since('2023-01-01'),
    on: '2026-07-31',
    driver: 'CHILD_LEAVES_SCHOOL',
  },
  { network: 'c', region: 'here', period: since('2024-01-01'), on: '2027-01-31', driver: 'PLANNED' },
  {
    network: 'd',
    region: 'below',
    period: since('2026-01-01'),
    on: '2028-07-31',
    driver: 'CHILD_LEAVES_SCHOOL',
  },
  {
    network: 'd',
    region: 'below',
    period: ['2026-03-01', '2028-08-01'],
    on: '2028-07-31',
    driver: 'RECORDED',
  },
  // the successor stays longer
  {
    network: 'e',
    region: 'here',
    period: ['2024-01-01', '2027-08-01'],
    on: '2027-07-31',
    driver: 'RECORDED',
  },
  { network: 'e', region: 'here', period: since('2027-06-01'), on: '2029-06-01', driver: 'TENURE_GUIDELINE' },
  // stopped yesterday: not reassessed yet
  { network: 'f', region: 'here', period: ['2024-01-01', TODAY], on: '2026-11-24', driver: 'RECORDED' },
  // nobody leads it yet
  { network: 'g', region: 'here', period: since('2027-01-01'), on: '2027-06-01', driver: 'PLANNED' },
  {
    network: 'h',
    region: 'elsewhere',
    period: since('2024-01-01'),
    on: '2027-07-31',
    driver: 'CHILD_LEAVES_SCHOOL',
  },
  { network: 'i', region: 'here', period: since('2026-11-25'), on: '2035-06-01', driver: 'PLANNED' },
];
