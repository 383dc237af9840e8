import fc from 'fast-check';
import { day, isBefore } from '../../../kernel/clock.js';
import { seed, times } from '../../../testing/effort.js';
import { findingMessage, bandOf } from '../findings.js';
import { appointment, ofSeat, type SeatDiffers, shown } from '../testing/judged-work.js';

const SEED = seed();
const RUNS = times('judgements');

/** `SEAT_VACANT 3 since 2026-01-01 due 2026-03-02: seat`, or `none`. */
function found(differs: SeatDiffers, on: string): string {
  const { findings } = ofSeat(differs, on);
  expect(findings.length).toBeLessThanOrEqual(1);
  const [only] = findings;
  return only ? `${only.code} ${shown(only)}` : 'none';
}

const held = (...all: ReturnType<typeof appointment>[]): SeatDiffers => ({ appointments: all });
const until = (id: string, last: string, latestEnd = '2029-12-31') =>
  appointment(id, { until: last, latestEnd });
const VACANT = 'SEAT_VACANT 3 since 2026-01-01 due 2026-03-02: seat';

test.each<[string, SeatDiffers, string, string]>([
  ['before it is there', {}, '2025-12-31', 'none'],
  ['vacant from the day on which it was opened', {}, '2026-01-01', VACANT],
  ['for sixty days', {}, '2026-03-02', VACANT],
  ['for more than sixty days', {}, '2026-03-03', 'SEAT_VACANT 6 since 2026-01-01 due 2026-03-02: seat'],
  [
    'for more days than its body finds acceptable',
    { vacancyDays: 10 },
    '2026-01-12',
    'SEAT_VACANT 6 since 2026-01-01 due 2026-01-11: seat',
  ],
  ['the last day of its holder', held(until('a', '2026-06-30')), '2026-06-30', 'TERM_ENDS 5'],
  [
    'the day after',
    held(until('a', '2026-06-30')),
    '2026-07-01',
    'SEAT_VACANT 3 since 2026-07-01 due 2026-08-30: seat',
  ],
  [
    'since the last of several holders',
    held(until('a', '2026-02-28'), appointment('b', { from: '2026-04-01', until: '2026-06-30' })),
    '2026-07-10',
    'SEAT_VACANT 3 since 2026-07-01 due 2026-08-30: seat',
  ],
  ['somebody is on record to begin', held(appointment('a', { from: '2027-01-01' })), '2026-11-25', 'none'],
  ['and has begun', held(appointment('a', { from: '2027-01-01' })), '2027-01-01', 'none'],
  ['on its last day', { abolishedOn: '2026-11-26' }, '2026-11-25', 'SEAT_VACANT 6'],
  ['when it is not there any more', { abolishedOn: '2026-11-26' }, '2026-11-26', 'none'],
  ['when its body is not there any more', { bodyEndedOn: '2026-11-26' }, '2026-11-26', 'none'],
])('a vacant seat: %s', (_, differs, on, expected) => {
  expect(found(differs, on)).toMatch(new RegExp(`^${expected}`));
});

const ends = held(appointment('a', { latestEnd: '2027-08-31' }));
test.each<[string, SeatDiffers, string, string]>([
  ['longer than six months ahead', ends, '2027-02-27', 'none'],
  [
    'six months ahead, in a short month',
    ends,
    '2027-02-28',
    'TERM_ENDS 2 since 2027-02-28 due 2027-08-31: a',
  ],
  ['three months ahead', ends, '2027-05-31', 'TERM_ENDS 4 since 2027-02-28 due 2027-08-31: a'],
  ['one month ahead', ends, '2027-07-31', 'TERM_ENDS 5 since 2027-02-28 due 2027-08-31: a'],
  ['on its last day', ends, '2027-08-31', 'TERM_ENDS 5'],
  [
    'as far ahead as the body looks',
    { ...ends, endsSoonMonths: 12 },
    '2026-08-31',
    'TERM_ENDS 2 since 2026-08-31',
  ],
  ['no sooner than the body looks', { ...ends, endsSoonMonths: 1 }, '2027-07-30', 'none'],
  [
    'who stops before the term is over',
    held(until('a', '2026-12-31')),
    '2026-11-25',
    'TERM_ENDS 4 since 2026-06-30 due 2026-12-31: a',
  ],
  [
    'the next one is appointed',
    held(until('a', '2027-08-31', '2027-08-31'), appointment('b', { from: '2027-09-01' })),
    '2027-08-01',
    'none',
  ],
  ['the seat goes with them', { ...ends, abolishedOn: '2027-09-01' }, '2027-08-01', 'none'],
  ['the seat goes later', { ...ends, abolishedOn: '2027-09-02' }, '2027-08-01', 'TERM_ENDS 5'],
  ['the body goes with them', { ...ends, bodyEndedOn: '2027-09-01' }, '2027-08-01', 'none'],
])('a term that ends: %s', (_, differs, on, expected) => {
  expect(found(differs, on)).toMatch(new RegExp(`^${expected}`));
});

test.each<[string, SeatDiffers, string, string]>([
  ['from the day after the term', ends, '2027-09-01', 'CARRIED_OVER 4 since 2027-09-01 due 2027-08-31: a'],
  ['for sixty days', ends, '2027-10-30', 'CARRIED_OVER 4'],
  ['for more than sixty days', ends, '2027-10-31', 'CARRIED_OVER 6'],
  [
    'until somebody begins',
    held(until('a', '2027-11-30', '2027-08-31'), appointment('b', { from: '2027-12-01' })),
    '2027-10-01',
    'none',
  ],
  [
    'without anybody after them',
    held(until('a', '2027-11-30', '2027-08-31')),
    '2027-10-01',
    'CARRIED_OVER 4',
  ],
])('who stays on after the term: %s', (_, differs, on, expected) => {
  expect(found(differs, on)).toMatch(new RegExp(`^${expected}`));
});

test.each<[string, Partial<ReturnType<typeof appointment>>, string, string]>([
  ['may stay', {}, '2027-06-01', 'REAPPOINT_OR_REPLACE'],
  ['leaves', { leaves: true }, '2027-06-01', 'FILL_SEAT'],
  ['is left alone', { pausedUntil: '2027-06-30' }, '2027-06-30', 'FILL_SEAT'],
  ['was left alone', { pausedUntil: '2027-06-30' }, '2027-07-01', 'REAPPOINT_OR_REPLACE'],
  ['stayed on, and is left alone', { pausedUntil: '2027-12-31' }, '2027-10-01', 'FILL_SEAT'],
])('who %s: %j', (_, differs, on, expected) => {
  const facts = held(appointment('a', { latestEnd: '2027-08-31', ...differs }));
  expect(ofSeat(facts, on).findings.map(({ action }) => action?.code)).toEqual([expected]);
});

const away = (differs: object = {}, more: object = {}) =>
  held(
    appointment('a', {
      away: [{ from: '2026-06-01', until: null, expectedOn: '2026-10-31', ...differs }],
      ...more,
    }),
  );
test.each<[string, SeatDiffers, string, string]>([
  ['not on the day that was expected', away(), '2026-10-31', 'none'],
  ['from the day after it', away(), '2026-11-01', 'HOLDER_OVERDUE 2 since 2026-11-01 due 2026-10-31: a'],
  ['not when nobody knows when', away({ expectedOn: null }), '2026-11-01', 'none'],
  ['not when they are back', away({ until: '2026-11-10' }), '2026-11-11', 'none'],
  ['not after they left', away({}, { until: '2026-11-10' }), '2026-11-11', 'SEAT_VACANT'],
  [
    'though somebody comes after them',
    held(
      appointment('a', {
        until: '2026-12-31',
        away: [{ from: '2026-06-01', until: '2026-12-31', expectedOn: '2026-10-31' }],
      }),
      appointment('b', { from: '2027-01-01' }),
    ),
    '2026-11-25',
    'HOLDER_OVERDUE 2',
  ],
])('a holder who was to be back: %s', (_, differs, on, expected) => {
  expect(found(differs, on)).toMatch(new RegExp(`^${expected}`));
});

test('what it says names nobody, and what would help has a subject', () => {
  const cases = [ofSeat({}, '2026-02-01'), ofSeat(ends, '2027-08-01'), ofSeat(ends, '2027-09-01')];
  expect(
    cases.map(({ findings: [only] }) => [
      findingMessage(only!, 'nl'),
      `${only!.action.code} ${only!.action.on.type} ${only!.action.on.id}`,
    ]),
  ).toEqual([
    ['De zetel is vacant sinds 1 januari 2026. Er is nog niemand benoemd.', 'FILL_SEAT AdvisorySeat seat'],
    [
      'De zittingstermijn loopt tot en met 31 augustus 2027. Er is nog niemand benoemd voor daarna.',
      'REAPPOINT_OR_REPLACE SeatAppointment a',
    ],
    [
      'De zittingstermijn is voorbij sinds 1 september 2027. Degene die de zetel vervult, blijft tot er een opvolger is.',
      'REAPPOINT_OR_REPLACE SeatAppointment a',
    ],
  ]);
  for (const { findings } of cases) expect(findingMessage(findings[0]!, 'en')).not.toMatch(/[{}?]|undefined/);
});

const anyDay = fc.oneof(
  fc.constantFrom('2024-02-29', '2027-02-28', '2026-08-31', '2026-12-31', '2028-02-29', '2026-11-25'),
  fc.integer({ min: -900, max: 900 }).map((days) => day('2026-11-25').add({ days }).toString()),
);
/** Some terms one after another, with or without days between them. */
const anyTurns = fc
  .tuple(
    anyDay,
    fc.array(fc.tuple(fc.nat(40), fc.nat(500), fc.integer({ min: -200, max: 400 })), { maxLength: 3 }),
    fc.boolean(),
  )
  .map(([first, turns, isOpen]) => {
    let next = day(first);
    return turns.map(([gap, length, more], index) => {
      const from = next.add({ days: gap });
      const last = from.add({ days: length });
      next = last.add({ days: 1 });
      const open = isOpen && index === turns.length - 1;
      const latestEnd = from.add({ days: Math.max(0, length + more) }).toString();
      return appointment(`a${index}`, {
        away: more > 0 ? [{ from: from.toString(), until: null, expectedOn: latestEnd }] : [],
        from: from.toString(),
        until: open ? null : last.toString(),
        latestEnd,
      });
    });
  });
const anySeat: fc.Arbitrary<SeatDiffers> = fc.record({
  openedOn: anyDay,
  abolishedOn: fc.option(anyDay, { freq: 2 }),
  bodyEndedOn: fc.option(anyDay, { freq: 1 }),
  endsSoonMonths: fc.integer({ min: 1, max: 14 }),
  vacancyDays: fc.integer({ min: 1, max: 120 }),
  appointments: anyTurns,
});

test(`it stays as it is until the day on which it changes (SEED=${SEED})`, () => {
  let changed = 0;
  fc.assert(
    fc.property(anySeat, anyDay, (differs, on) => {
      const first = ofSeat(differs, on);
      const said = JSON.stringify(first.findings);
      const until = first.changesOn ? day(first.changesOn) : day(on).add({ days: 400 });
      for (let each = day(on).add({ days: 1 }); isBefore(each, until); each = each.add({ days: 1 })) {
        const again = ofSeat(differs, each.toString());
        if (JSON.stringify(again.findings) !== said) expect({ on: each.toString(), ...again }).toEqual(first);
        if (again.changesOn !== first.changesOn) expect(again.changesOn).toBe(first.changesOn);
      }
      if (first.changesOn && JSON.stringify(ofSeat(differs, first.changesOn).findings) !== said) changed++;
    }),
    { numRuns: RUNS, seed: SEED },
  );
  // it is useless to say "tomorrow" every day
  expect(changed).toBeGreaterThan(RUNS / 10);
});

test(`what holds of every seat (SEED=${SEED})`, () => {
  fc.assert(
    fc.property(anySeat, anyDay, (differs, on) => {
      const { findings } = ofSeat(differs, on);
      const isOfAbsence = ({ code }: { code: string }) => code === 'HOLDER_OVERDUE';
      expect(findings.filter((each) => !isOfAbsence(each)).length).toBeLessThanOrEqual(1);
      expect(findings.filter(isOfAbsence).length).toBeLessThanOrEqual(1);
      for (const finding of findings) {
        const { code, severity, since } = finding;
        expect(bandOf(severity)).toBe(severity >= 4 ? 'AT_RISK' : 'ATTENTION');
        expect(since && isBefore(day(on), since)).toBe(false);
        const { openedOn, abolishedOn } = differs;
        expect(on >= openedOn! && !(abolishedOn && on >= abolishedOn)).toBe(true);
        const turns = differs.appointments!;
        if (!isOfAbsence(finding)) expect(turns.some(({ from }) => from > on)).toBe(false);
        const isHeld = turns.some(({ from, until }) => from <= on && (until === null || on <= until));
        expect(code === 'SEAT_VACANT').toBe(!isHeld);
      }
    }),
    { numRuns: RUNS * 10, seed: SEED },
  );
});
