import fc from 'fast-check';
import { day, type PlainDate } from '../../../kernel/clock.js';
import { forecast } from './forecast.js';
import { type ServedTime, survivalCurve } from './survival.js';

const TODAY = day('2026-11-25');

let people = 0;
/** Each of somebody else. */
const leading = (from: string, until: string | null = null, plannedOn: string | null = null) => ({
  personId: `p${++people}`,
  from: day(from),
  until: until === null ? null : day(until),
  plannedOn: plannedOn === null ? null : day(plannedOn),
});

/** One stops after each of 100, 200, … 1,000 days. */
const EVENLY = survivalCurve(
  Array.from({ length: 10 }, (_, index): ServedTime => ({ days: 100 * (index + 1), ended: true })),
);
const nobodyStops = survivalCurve([{ days: 1, ended: false }]);

const chances = (
  trekkerschappen: ReturnType<typeof leading>[],
  months: number,
  { curve = EVENLY, today = TODAY } = {},
) =>
  forecast(trekkerschappen, { curve, basis: 'REGION' }, today, months).map(({ month, probability }) => [
    month.toString(),
    Number(probability.toFixed(10)),
  ]);

test('each point is the first day of a month, from next month on, and says what it rests on', () => {
  expect(forecast([], { curve: EVENLY, basis: 'COUNTRY' }, day('2026-12-01'), 3)).toEqual(
    ['2027-01-01', '2027-02-01', '2027-03-01'].map((month) => ({
      month: day(month),
      probability: 0,
      tenures: 10,
      basis: 'COUNTRY',
    })),
  );
});

test.each([
  ['a day in the middle of a month', '2026-11-25', ['2026-12-01', '2027-01-01']],
  ['the last day of a year', '2026-12-31', ['2027-01-01', '2027-02-01']],
  ['31 July', '2027-07-31', ['2027-08-01', '2027-09-01']],
  ['31 January', '2027-01-31', ['2027-02-01', '2027-03-01']],
  ['leap day', '2028-02-29', ['2028-03-01', '2028-04-01']],
])('the months after %s', (_name, today, months) => {
  expect(chances([], 2, { today: day(today) })).toEqual(months.map((month) => [month, 0]));
});

describe('one trekker', () => {
  test('goes on as others who served as long: 230 days on 1 December, 261 on 1 January, 320 on 1 March', () => {
    // 224 days on 25 November: 8 of 10 served longer
    expect(chances([leading('2026-04-15')], 4)).toEqual([
      ['2026-12-01', 1],
      ['2027-01-01', 1],
      ['2027-02-01', 1],
      ['2027-03-01', 0.875],
    ]);
  });

  test('who starts on a leap day has served 365 days on the day before 1 March a year later', () => {
    const after = (days: number) => ({ curve: survivalCurve([{ days, ended: true }]) });
    const one = [leading('2028-02-29')];
    const on = (days: number) => chances(one, 12, { ...after(days), today: day('2028-03-15') }).at(-1);
    expect(on(366)).toEqual(['2029-03-01', 0]);
    expect(on(367)).toEqual(['2029-03-01', 1]);
  });

  test('who starts later is not there before, and on that day for certain', () => {
    expect(chances([leading('2027-01-01')], 5)).toEqual([
      ['2026-12-01', 0],
      ['2027-01-01', 1],
      ['2027-02-01', 1],
      ['2027-03-01', 1],
      ['2027-04-01', 1],
    ]);
    // 1 August is 212 days on
    expect(chances([leading('2027-01-01')], 9).at(-1)).toEqual(['2027-08-01', 0.8]);
  });

  test('who starts today has served no day yet', () => {
    expect(chances([leading('2026-11-25')], 4).at(-1)).toEqual(['2027-03-01', 1]);
    expect(chances([leading('2026-11-25')], 5).at(-1)).toEqual(['2027-04-01', 0.9]);
  });

  const withoutEnd = { curve: nobodyStops };
  test.each([
    ['a recorded last day', leading('2026-01-01', '2027-01-01'), [1, 1, 0]],
    ['a planned last day', leading('2026-01-01', null, '2027-01-01'), [1, 1, 0]],
    ['31 July, the day before a month begins', leading('2026-01-01', '2026-12-31'), [1, 0, 0]],
    ['a recorded day before a planned one', leading('2026-01-01', '2026-12-31', '2027-06-01'), [1, 0, 0]],
    ['a recorded day after a planned one', leading('2026-01-01', '2027-06-01', '2026-12-31'), [1, 1, 1]],
    ['a last day that is today', leading('2026-01-01', '2026-11-25'), [0, 0, 0]],
    ['a planned last day that is today', leading('2026-01-01', null, '2026-11-25'), [0, 0, 0]],
    ['a planned day that went by', leading('2026-01-01', null, '2026-11-24'), [1, 1, 1]],
    ['an end yesterday', leading('2026-01-01', '2026-11-24'), [0, 0, 0]],
  ])('%s', (_name, trekkerschap, expected) => {
    expect(chances([trekkerschap], 3, withoutEnd).map(([, chance]) => chance)).toEqual(expected);
  });
});

test('two trekkers: nobody is there only when both are gone', () => {
  // of 8 who served more than 224 days 7 are left on 1 March; of 5 who served more than 512 days, 4
  const both = [leading('2026-04-15'), leading('2025-07-01')];
  expect(chances(both, 4).at(-1)).toEqual(['2027-03-01', 1 - (1 / 8) * (1 / 5)]);
});

test('who goes on in another role has led since their first one, and stops when they plan to in the last', () => {
  const personId = 'p';
  const first = { ...leading('2025-07-01', '2026-12-31', '2026-12-31'), personId };
  const next = { ...leading('2027-01-01', null, '2027-07-15'), personId };
  const whole = { ...leading('2025-07-01', null, '2027-07-15'), personId };
  expect(chances([next, first], 9)).toEqual(chances([whole], 9));
  expect(chances([first, { ...next, personId: 'another' }], 9)).not.toEqual(chances([whole], 9));
});

const someday = fc.integer({ min: -2_000, max: 800 }).map((days) => TODAY.add({ days }));
const stretch = fc.option(fc.nat(1_500), { nil: null });
const anybody = fc
  .record({ from: someday, length: stretch, planned: stretch })
  .map(({ from, length, planned }) => ({
    personId: `p${++people}`,
    from,
    until: length === null ? null : from.add({ days: length }),
    plannedOn: planned === null ? null : from.add({ days: planned }),
  }));
const sample = fc.array(fc.record({ days: fc.integer({ min: 1, max: 2_000 }), ended: fc.boolean() }));

test('always a chance, and never smaller with one trekker more', () => {
  fc.assert(
    fc.property(fc.array(anybody, { maxLength: 4 }), anybody, sample, (some, another, tenures) => {
      const rests = { curve: survivalCurve(tenures), basis: 'REGION' as const };
      const before = forecast(some, rests, TODAY, 24);
      const after = forecast([...some, another], rests, TODAY, 24);
      before.forEach(({ probability }, index) => {
        expect(probability).toBeGreaterThanOrEqual(0);
        expect(probability).toBeLessThanOrEqual(1);
        expect(after[index]!.probability).toBeGreaterThanOrEqual(probability - 1e-12);
      });
    }),
  );
});

test('who leads today and said nothing is ever less likely to be there', () => {
  const past = fc.integer({ min: 0, max: 2_000 }).map((days): PlainDate => TODAY.subtract({ days }));
  fc.assert(
    fc.property(past, sample, (from, tenures) => {
      const curve = survivalCurve(tenures);
      const points = forecast(
        [{ personId: 'p', from, until: null, plannedOn: null }],
        { curve, basis: 'REGION' },
        TODAY,
        36,
      );
      points.slice(1).forEach(({ probability }, index) => {
        expect(probability).toBeLessThanOrEqual(points[index]!.probability);
      });
    }),
  );
});
