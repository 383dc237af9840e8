import * as v from 'valibot';
import { day } from '../kernel/clock.js';
import { calendarDay, dayOrNull, JsonShape, JsonShapeError, periodEntries } from './json-shape.js';

const SEEN = new JsonShape(
  'what was seen',
  v.object({
    name: v.string(),
    on: calendarDay,
    next: dayOrNull,
    periods: v.array(v.object(periodEntries)),
    people: v.record(v.string(), v.object({ kind: v.picklist(['PARENT', 'CARER']), count: v.number() })),
  }),
);

const ID = '019375d2-5b7f-7c6e-9f60-3f5f3f1d0a11';
const GOOD = {
  name: 'Bregje',
  on: '2026-11-28',
  next: null,
  periods: [{ from: '2024-02-29', until: null }],
  people: { [ID]: { kind: 'PARENT', count: 2 } },
};

function refusal(check: () => unknown): string {
  try {
    check();
  } catch (error) {
    expect(error).toBeInstanceOf(JsonShapeError);
    return (error as JsonShapeError).message;
  }
  return 'none';
}

test('days become days, and fields that nobody named are left out', () => {
  const seen = SEEN.parse(JSON.stringify({ ...GOOD, more: '2026-01-01' }));
  expect(seen).toEqual({
    ...GOOD,
    on: day('2026-11-28'),
    periods: [{ from: day('2024-02-29'), until: null }],
  });
  expect(seen.on.equals(day('2026-11-28'))).toBe(true);
});

test.each<[string, unknown, string]>([
  ['null', null, 'not Object'],
  ['a text', 'Bregje', 'not Object'],
  ['a missing field', { ...GOOD, name: undefined }, 'name is missing'],
  ['a number for a text', { ...GOOD, name: 7 }, 'name is not string'],
  ['null where something is always there', { ...GOOD, on: null }, 'on is not string'],
  ['a missing field that may be null', { ...GOOD, next: undefined }, 'next is missing'],
  ['a day that does not exist', { ...GOOD, on: '2026-02-30' }, 'on is not calendar day'],
  ['an instant for a day', { ...GOOD, next: '2026-02-03T00:00:00Z' }, 'next is not calendar day'],
  ['an endless day', { ...GOOD, on: 'infinity' }, 'on is not calendar day'],
  ['an object for a list', { ...GOOD, periods: {} }, 'periods is not Array'],
  [
    'a wrong item of a list',
    { ...GOOD, periods: [...GOOD.periods, { from: '2026-01-01', until: 'later' }] },
    'periods.1.until is not calendar day',
  ],
  [
    'a code that is none',
    { ...GOOD, people: { [ID]: { kind: 'Bregje', count: 2 } } },
    'people.*.kind is not ("PARENT" | "CARER")',
  ],
  [
    'a text for a number',
    { ...GOOD, people: { [ID]: { kind: 'CARER', count: '2' } } },
    'people.*.count is not number',
  ],
])('%s is refused; the error says where, and nothing of what was found', (_what, value, where) => {
  expect(refusal(() => SEEN.check(value))).toBe(`what was seen: ${where}`);
});

test('what is no JSON is refused without a word of it', () => {
  expect(refusal(() => SEEN.parse('{"name": Bregje}'))).toBe('what was seen: not JSON');
});
