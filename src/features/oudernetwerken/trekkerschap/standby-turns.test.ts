import { day } from '../../../kernel/clock.js';
import { type Engaged, standbyOf, supportersOf } from './standby-turns.js';

const engaged = (organisationId: string, from: string, until: string | null = null): Engaged => ({
  organisationId,
  from: day(from),
  until: until === null ? null : day(until),
});
const GAP = { from: day('2027-01-01'), until: null };

/** Who stands by from when, with a `*` where a caretakership that was there is kept. */
const turns = (
  supports: Engaged[],
  standing: Engaged[] = [],
  gaps: { from: Engaged['from']; until: Engaged['until'] }[] = [GAP],
  lastResort: string | null = 'region',
) =>
  standbyOf(gaps, standing, { supporters: supportersOf(supports), lastResort }).map(
    ({ turn: { period, organisationId }, kept }) =>
      `${organisationId} ${period.from.toString()}/${period.until?.toString() ?? ''}${kept ? ' *' : ''}`,
  );

describe('who begins', () => {
  test.each<[string, Engaged[], string[]]>([
    ['nobody supports: the coordinating organisation', [], ['region 2027-01-01/']],
    ['whoever supports', [engaged('a', '2026-01-01')], ['a 2027-01-01/']],
    ['the longest', [engaged('a', '2026-03-01'), engaged('b', '2026-01-01')], ['b 2027-01-01/']],
    [
      'the longest, also when renewed',
      [engaged('a', '2026-01-01', '2026-06-30'), engaged('b', '2026-03-01'), engaged('a', '2026-07-01')],
      ['a 2027-01-01/'],
    ],
    ['not whoever starts later', [engaged('a', '2027-01-02')], ['region 2027-01-01/']],
    ['not whoever has stopped', [engaged('a', '2026-01-01', '2026-12-31')], ['region 2027-01-01/']],
  ])('%s', (_what, supports, expected) => {
    expect(turns(supports)).toEqual(expected);
  });
});

describe('when a supporter stops', () => {
  const leaves = engaged('a', '2026-01-01', '2027-03-31');
  test.each<[string, Engaged[], string[]]>([
    ['the coordinating organisation is next', [leaves], ['a 2027-01-01/2027-03-31', 'region 2027-04-01/']],
    ['renewed on the next day, nobody is', [leaves, engaged('a', '2027-04-01')], ['a 2027-01-01/']],
    [
      'another supporter is next, and then the next',
      [leaves, engaged('b', '2027-02-01', '2027-05-31'), engaged('c', '2027-03-01')],
      ['a 2027-01-01/2027-03-31', 'b 2027-04-01/2027-05-31', 'c 2027-06-01/'],
    ],
    [
      'a day later it is back, and has to wait',
      [leaves, engaged('a', '2027-04-02')],
      ['a 2027-01-01/2027-03-31', 'region 2027-04-01/'],
    ],
    [
      'the coordinating organisation supports too: it stays',
      [engaged('region', '2026-01-01', '2027-03-31')],
      ['region 2027-01-01/'],
    ],
  ])('%s', (_what, supports, expected) => {
    expect(turns(supports)).toEqual(expected);
  });

  test('on the last day of the gap, nobody is next', () => {
    expect(turns([leaves], [], [{ from: GAP.from, until: day('2027-03-31') }])).toEqual([
      'a 2027-01-01/2027-03-31',
    ]);
  });

  test('where there is nobody else, it goes on: never a day without somebody', () => {
    expect(turns([leaves], [], [GAP], null)).toEqual(['a 2027-01-01/']);
  });
});

describe('who stands by already', () => {
  test('keeps it, whoever supports by then', () => {
    expect(turns([engaged('a', '2026-01-01')], [engaged('old', '2026-12-01')])).toEqual([
      'old 2027-01-01/ *',
    ]);
  });

  test('not after their support ended', () => {
    const stopped = engaged('a', '2026-01-01', '2026-12-31');
    expect(turns([stopped], [engaged('a', '2026-12-01')])).toEqual(['region 2027-01-01/']);
  });

  test('passes it on for days to come; when the support goes on after all, takes it back', () => {
    const leaves = engaged('a', '2026-01-01', '2027-03-31');
    const both = [engaged('a', '2027-01-01', '2027-03-31'), engaged('region', '2027-04-01')];
    expect(turns([leaves], [engaged('a', '2027-01-01')])).toEqual([
      'a 2027-01-01/2027-03-31 *',
      'region 2027-04-01/',
    ]);
    expect(turns([leaves], both)).toEqual(['a 2027-01-01/2027-03-31 *', 'region 2027-04-01/ *']);
    expect(turns([engaged('a', '2026-01-01')], both)).toEqual(['a 2027-01-01/ *']);
  });

  test('each caretakership is kept for one gap', () => {
    const gaps = [
      { from: GAP.from, until: day('2027-01-31') },
      { from: day('2027-03-01'), until: null },
    ];
    expect(turns([], [engaged('old', '2026-12-01')], gaps)).toEqual([
      'old 2027-01-01/2027-01-31 *',
      'old 2027-03-01/',
    ]);
  });
});
