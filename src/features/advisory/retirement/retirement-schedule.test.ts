import { day } from '../../../kernel/clock.js';
import type { Unchecked } from '../../../db/json-shape.js';
import { RETIREMENT_MATERIAL } from './retirement-material.js';
import { retirementSchedule, type ScheduleYear } from './retirement-schedule.js';

const TODAY = day('2026-11-25');

type Material = Unchecked<typeof RETIREMENT_MATERIAL>;
type Seat = Material['seats'][number];
type Appointment = Material['appointments'][number];

const seat = (id: string, days: Partial<Seat> = {}): Seat => ({
  id,
  openedOn: '2020-01-01',
  abolishedOn: null,
  ...days,
});
/** A first term of four years, of a holder who leaves when it is over. */
const held = (seatId: string, from: string, about: Partial<Appointment> = {}): Appointment => {
  const latestEnd = about.latestEnd ?? day(from).add({ years: 4 }).subtract({ days: 1 }).toString();
  return {
    id: `${seatId} ${from}`,
    seatId,
    from,
    until: latestEnd,
    latestEnd,
    termNumber: 1,
    endReason: 'TERM_COMPLETED',
    hindrance: null,
    ...about,
  };
};
const open = { until: null, endReason: null };

function year(asked: number, seats: Seat[], appointments: Appointment[], rules: Partial<Material> = {}) {
  const material = { maxLeavingShare: null, vacancyDays: 60, seats, appointments, ...rules };
  return retirementSchedule(
    RETIREMENT_MATERIAL.check(material),
    { fromYear: asked, toYear: asked },
    TODAY,
  )[0]!;
}
const warned = ({ warnings }: ScheduleYear) =>
  warnings.map(({ code, seatIds }) => `${code} ${seatIds.join(' ')}`);

describe('terms that end in a year', () => {
  const seats = [seat('a'), seat('b')];

  test.each<[string, Appointment, string[]]>([
    ['whose term is over then', held('a', '2023-08-01'), ['2027-07-31']],
    ['whose term is over on its last day', held('a', '2024-01-01'), ['2027-12-31']],
    ['not whose term is over on the day after', held('a', '2024-01-02'), []],
    ['whose term is over then, though they may stay on', held('a', '2023-08-01', open), ['2027-07-31 on']],
    [
      'who leaves then, before their term is over',
      held('a', '2026-01-01', { until: '2027-02-28', endReason: 'MOVED' }),
      ['2027-02-28'],
    ],
    [
      'who is replaced then, after their term',
      held('a', '2022-01-01', { until: '2027-02-28', endReason: 'REPLACED' }),
      ['2027-02-28'],
    ],
    ['not who was appointed for another term', held('a', '2023-08-01', { endReason: 'REAPPOINTED' }), []],
  ])('is %s', (_name, appointment, expected) => {
    const { leaving } = year(2027, seats, [appointment]);
    expect(
      leaving.map(({ endsOn, carriesOver }) => `${endsOn.toString()}${carriesOver ? ' on' : ''}`),
    ).toEqual(expected);
  });

  test('comes by last day, then in the order of the seats, with what may follow', () => {
    const appointments = [
      held('b', '2023-08-01', { termNumber: 2, hindrance: 'TERM_LIMIT' }),
      held('a', '2023-08-01'),
      held('a', '2023-02-01', { id: 'first' }),
    ];
    const { leaving } = year(2027, seats, appointments);
    expect(
      leaving.map(({ appointmentId, seatId, termNumber, mayBeReappointed }) => [
        appointmentId,
        seatId,
        termNumber,
        mayBeReappointed,
      ]),
    ).toEqual([
      ['first', 'a', 1, true],
      ['a 2023-08-01', 'a', 1, true],
      ['b 2023-08-01', 'b', 2, false],
    ]);
  });
});

describe('the share that leaves', () => {
  test.each<[string, Seat[], number]>([
    ['of two seats', [seat('a'), seat('b')], 50],
    ['of three', [seat('a'), seat('b'), seat('c')], 33],
    ['not of one that comes after', [seat('a'), seat('b', { openedOn: '2028-01-01' })], 100],
    ['of one that comes in the year', [seat('a'), seat('b', { openedOn: '2027-12-31' })], 50],
    ['not of one that went before', [seat('a'), seat('b', { abolishedOn: '2027-01-01' })], 100],
    ['of one that goes in the year', [seat('a'), seat('b', { abolishedOn: '2027-01-02' })], 50],
  ])('is %s', (_name, seats, share) => {
    expect(year(2027, seats, [held('a', '2023-08-01')]).leavingShare).toBe(share);
  });

  test('counts a seat once, whoever leaves it', () => {
    const twice = [
      held('a', '2023-02-01', { latestEnd: '2027-01-31' }),
      held('a', '2027-02-01', { latestEnd: '2027-12-31' }),
    ];
    expect(year(2027, [seat('a'), seat('b')], twice).leavingShare).toBe(50);
  });

  test('is nothing of nothing', () => {
    expect(year(2027, [], [])).toEqual({
      year: 2027,
      leaving: [],
      vacancies: [],
      leavingShare: 0,
      warnings: [],
    });
  });

  test.each([
    [49, ['TOO_MANY_LEAVE a']],
    [50, []],
    [null, []],
  ])('is too much over %s percent', (maxLeavingShare, warnings) => {
    const appointments = [held('a', '2023-08-01'), held('b', '2025-01-01')];
    expect(warned(year(2027, [seat('a'), seat('b')], appointments, { maxLeavingShare }))).toEqual(warnings);
  });

  test('is exact: a third is more than 33 percent', () => {
    const seats = [seat('a'), seat('b'), seat('c')];
    const appointments = [held('a', '2023-08-01'), held('b', '2026-01-01'), held('c', '2026-01-01')];
    const { leavingShare, warnings } = year(2027, seats, appointments, { maxLeavingShare: 33 });
    expect([leavingShare, warnings.length]).toEqual([33, 1]);
  });
});

describe('what is vacant', () => {
  const seats = [seat('a')];
  const left = (until: string) =>
    held('a', '2022-01-01', { until, endReason: 'MOVED', latestEnd: '2028-12-31' });

  test.each<[string, number, Seat[], Appointment[], string[], string[]]>([
    ['today, in the current year', 2026, seats, [left('2026-11-01')], ['a'], []],
    ['not because somebody leaves later in it', 2026, seats, [left('2026-12-01')], [], []],
    ['at the end of a year to come', 2027, seats, [left('2027-01-01')], ['a'], []],
    ['not where somebody may stay on', 2027, seats, [held('a', '2022-01-01', open)], [], []],
    ['not where it is gone', 2027, [seat('a', { abolishedOn: '2027-12-31' })], [], [], []],
    ['for 60 days', 2026, seats, [left('2026-09-25')], ['a'], []],
    ['for 61 days', 2026, seats, [left('2026-09-24')], ['a'], ['VACANT_TOO_LONG a']],
    ['for 60 days since it was opened', 2026, [seat('a', { openedOn: '2026-09-26' })], [], ['a'], []],
    [
      'for 61 days since it was opened',
      2026,
      [seat('a', { openedOn: '2026-09-25' })],
      [],
      ['a'],
      ['VACANT_TOO_LONG a'],
    ],
    [
      'at the end of a year past, for too long',
      2025,
      seats,
      [left('2025-10-01'), held('a', '2026-01-01')],
      ['a'],
      ['VACANT_TOO_LONG a'],
    ],
    [
      'at the end of a year past, not for too long',
      2025,
      seats,
      [left('2025-12-01'), held('a', '2026-01-01')],
      ['a'],
      [],
    ],
  ])('is so %s', (_name, asked, of, appointments, vacancies, warnings) => {
    const schedule = year(asked, of, appointments);
    expect([schedule.vacancies, warned(schedule)]).toEqual([vacancies, warnings]);
  });
});

describe('a holder who stays on', () => {
  const over = held('a', '2022-01-01', open);

  test.each<[number, string[]]>([
    [2025, []],
    [2026, ['CARRIED_OVER a']],
    [2027, []],
  ])('in %i', (asked, warnings) => {
    expect(warned(year(asked, [seat('a')], [over])).filter((each) => each.startsWith('CARRIED'))).toEqual(
      warnings,
    );
  });

  test('is not within their term', () => {
    expect(warned(year(2026, [seat('a')], [held('a', '2022-11-26', open)]))).toEqual([]);
  });
});

describe('a seat that will need somebody else', () => {
  const last = held('a', '2023-08-01', { termNumber: 2, hindrance: 'TERM_LIMIT' });

  test.each<[string, Appointment[], string[]]>([
    ['because they may not go on', [last], ['NO_REAPPOINTMENT a']],
    [
      'because they leave',
      [held('a', '2026-01-01', { until: '2027-06-30', endReason: 'PERSONAL', hindrance: 'LEFT' })],
      ['NO_REAPPOINTMENT a'],
    ],
    ['has somebody already', [last, held('a', '2027-08-01')], []],
    ['is one whose holder may go on', [held('a', '2023-08-01')], []],
    [
      'is not one that goes',
      [held('a', '2023-08-01', { endReason: 'SEAT_ABOLISHED', hindrance: 'SEAT_ABOLISHED' })],
      [],
    ],
  ])('%s', (_name, appointments, warnings) => {
    expect(warned(year(2027, [seat('a')], appointments))).toEqual(warnings);
  });

  test('is no matter of what was before today', () => {
    const past = held('a', '2022-01-01', {
      until: '2026-11-24',
      latestEnd: '2027-12-31',
      endReason: 'PERSONAL',
      hindrance: 'LEFT',
    });
    expect(warned(year(2026, [seat('a')], [past]))).toEqual([]);
    expect(warned(year(2026, [seat('a')], [{ ...past, until: '2026-11-25' }]))).toEqual([
      'NO_REAPPOINTMENT a',
    ]);
  });
});

test('every year that is asked for is there', () => {
  const material = { maxLeavingShare: null, vacancyDays: 60, seats: [], appointments: [] };
  const years = retirementSchedule(
    RETIREMENT_MATERIAL.check(material),
    { fromYear: 2025, toYear: 2028 },
    TODAY,
  );
  expect(years.map((each) => each.year)).toEqual([2025, 2026, 2027, 2028]);
});
