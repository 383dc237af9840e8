import { Checks } from './checks.js';
import { day } from './clock.js';
import { type Failure } from './failure.js';
import { message } from './failure-messages.js';

function problemsOf(checks: Checks): Failure['problems'] {
  try {
    checks.done();
    return [];
  } catch (error) {
    return (error as Failure).problems;
  }
}

/** The codes with which a check refuses. */
function codes(check: (checks: Checks) => unknown): string[] {
  const checks = new Checks();
  check(checks);
  return problemsOf(checks).map(({ code }) => code);
}

test.each([
  ...[
    'Anna',
    'J.',
    '’t',
    'é',
    'e\u0301',
    'Ξένια',
    '李',
    'علي',
    'कृष्ण',
    'O2',
    '4 havo',
    'ª',
    '\u200bAnna\u3164',
  ],
])('%j is a name', (name) => {
  expect(codes((checks) => checks.name(name, [], 100))).toEqual([]);
  expect(new Checks().optionalName(` ${name} `, [], 100)).toBe(name);
});

/** Nothing is seen of them. */
const EMPTY = [
  ...['', ' ', '\t', '\u00a0', '\u2003', '\u3000', '\u200b', '\u200d\u2060', '\ufeff', '\u00ad', '\u180e'],
  ...[
    '\u115f',
    '\u1160',
    '\u3164',
    '\uffa0',
    '\u2800',
    '\u2800 \u3164',
    '\u0301',
    '\u034f',
    '\ufe0f',
    '\u20dd',
  ],
  ...['\ue000', '\u{e0061}', '\u{1d173}', '\u17b4', '\u2028'],
];
test.each(EMPTY)('%j is empty', (text) => {
  expect(codes((checks) => checks.name(text, [], 100))).toEqual(['REQUIRED']);
  expect(codes((checks) => checks.text(text, [], 100))).toEqual(['REQUIRED']);
  expect(new Checks().optionalName(text, [], 100)).toBeNull();
  expect(new Checks().optionalText(text, [], 100)).toBeNull();
});

test.each([
  '123',
  '-',
  '.',
  '...',
  '!?',
  '🙂',
  '1\u0301',
  '\u3164-\u3164',
  '\u2800.',
  '①',
  '½',
  '’',
  '\ufffd',
  '€',
])('%j is a text, and no name', (text) => {
  expect(codes((checks) => checks.name(text, [], 100))).toEqual(['NO_LETTER']);
  expect(codes((checks) => checks.optionalName(text, [], 100))).toEqual(['NO_LETTER']);
  expect(codes((checks) => checks.text(text, [], 100))).toEqual([]);
});

test('a text that is too long is not read', () => {
  const long = ' \u0301'.repeat(200);
  expect(codes((checks) => checks.name(long, [], 100))).toEqual(['TOO_LONG']);
  expect(codes((checks) => checks.optionalName(long, [], 100))).toEqual(['TOO_LONG']);
  expect(codes((checks) => checks.email('@'.repeat(255), []))).toEqual(['TOO_LONG']);
  expect(codes((checks) => checks.phone('x'.repeat(41), [], 'PERSON'))).toEqual(['TOO_LONG']);
});

test.each([
  ['2026-01-01', '2026-12-31', 'Kies een dag van 1 januari 2026 tot en met 31 december 2026.'],
  ['2026-01-01', '2026-01-01', 'Kies 1 januari 2026.'],
  [
    '2046-01-01',
    '2036-11-25',
    'Er is nu geen dag mogelijk: niet vóór 1 januari 2046, en niet na 25 november 2036.',
  ],
])('a day between %s and %s: %s', (min, max, text) => {
  const checks = new Checks();
  checks.day(day('1800-01-01'), ['input', 'on'], day(min), day(max));
  const { code, params } = problemsOf(checks)[0]!;
  expect([code, message(code, 'nl', params)]).toEqual(['DATE_OUT_OF_RANGE', text]);
});
