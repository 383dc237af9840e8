import { day } from '../../../kernel/clock.js';
import type { Period } from '../../../kernel/period.js';
import { uncovered } from './leadership-cover.js';

/** `2026-01-01..2026-01-31`, open when nothing stands behind the dots */
function period(text: string): Period {
  const [from = '', until = ''] = text.split('..');
  return { from: day(from), until: until ? day(until) : null };
}

function written(periods: Period[]): string[] {
  return periods.map(({ from, until }) => `${from.toString()}..${until?.toString() ?? ''}`);
}

describe('the days on which nobody leads', () => {
  test.each<[string, string, string[], string[]]>([
    ['nobody at all', '2026-01-01..', [], ['2026-01-01..']],
    ['one without end', '2026-01-01..', ['2025-06-01..'], []],
    ['one who stops', '2026-01-01..', ['2025-06-01..2026-07-31'], ['2026-08-01..']],
    ['one who starts later', '2026-01-01..', ['2026-03-01..'], ['2026-01-01..2026-02-28']],
    ['a leap day is a day', '2028-02-28..', ['2028-03-01..'], ['2028-02-28..2028-02-29']],
    ['two that join on the day', '2026-01-01..', ['2026-01-01..2026-07-31', '2026-08-01..'], []],
    [
      'one day between two',
      '2026-01-01..',
      ['2026-01-01..2026-07-31', '2026-08-02..'],
      ['2026-08-01..2026-08-01'],
    ],
    [
      'two that overlap',
      '2026-01-01..',
      ['2026-01-01..2026-09-30', '2026-03-01..2026-06-30'],
      ['2026-10-01..'],
    ],
    [
      'in any order',
      '2026-01-01..',
      ['2026-05-01..2026-05-31', '2026-01-01..2026-01-31'],
      ['2026-02-01..2026-04-30', '2026-06-01..'],
    ],
    ['before the network was active', '2026-01-01..', ['2020-01-01..2021-01-01'], ['2026-01-01..']],
    [
      'a network that ended',
      '2026-01-01..2026-12-31',
      ['2026-01-01..2026-07-31'],
      ['2026-08-01..2026-12-31'],
    ],
    [
      'one who starts after the network ended',
      '2026-01-01..2026-12-31',
      ['2027-01-01..'],
      ['2026-01-01..2026-12-31'],
    ],
    ['covered to the last day', '2026-01-01..2026-12-31', ['2025-01-01..2026-12-31'], []],
  ])('%s', (_name, required, led, gaps) => {
    expect(written(uncovered(period(required), led.map(period)))).toEqual(gaps);
  });
});
