import { day } from './clock.js';
import { Catalogue, dayInWords, localeOf, oneOf } from './messages.js';

const SAID = new Catalogue({
  nl: {
    ends: 'Stopt op {on, date}.',
    leave: '{count, plural, =2 {Beide trekkers} other {Alle # trekkers}} stoppen.',
    parts: "Kan ’s avonds of 's ochtends: {part}.",
    period: 'Van {from, date}{until, select, null {} other { tot en met {until, date}}}.',
  },
  en: {
    ends: 'Ends on {on, date}.',
    leave: '{count, plural, =2 {Both trekkers leave} other {All # trekkers leave}}.',
    parts: 'Free in the {part}.',
    period: 'From {from, date}{until, select, null {} other { to {until, date}}}.',
  },
});

test('days have one form, from a day and from its text', () => {
  const on = day('2026-11-28');
  expect(SAID.text('ends', 'nl', { on })).toBe('Stopt op 28 november 2026.');
  expect(SAID.text('ends', 'nl', { on: '2026-11-28' })).toBe('Stopt op 28 november 2026.');
  expect(SAID.text('ends', 'en', { on })).toBe('Ends on 28 November 2026.');
  expect([dayInWords(day('0099-02-28'), 'nl'), dayInWords(day('2028-02-29'), 'en')]).toEqual([
    '28 februari 99',
    '29 February 2028',
  ]);
});

test('an end that is open is left out', () => {
  const from = day('2026-01-01');
  expect(SAID.text('period', 'nl', { from, until: null })).toBe('Van 1 januari 2026.');
  expect(SAID.text('period', 'nl', { from, until: day('2027-01-31') })).toBe(
    'Van 1 januari 2026 tot en met 31 januari 2027.',
  );
});

test.each([
  [2, 'Beide trekkers stoppen.', 'Both trekkers leave.'],
  [3, 'Alle 3 trekkers stoppen.', 'All 3 trekkers leave.'],
])('%i trekkers', (count, nl, en) => {
  expect([SAID.text('leave', 'nl', { count }), SAID.text('leave', 'en', { count })]).toEqual([nl, en]);
});

test('what people wrote goes in as it is', () => {
  const part = "{0, number} '{part}' <b> #";
  expect(SAID.text('parts', 'en', { part })).toBe(`Free in the ${part}.`);
  expect(SAID.text('parts', 'nl', { part: 'laat' })).toBe("Kan ’s avonds of 's ochtends: laat.");
});

test('a hole that nobody fills stays visible, and nothing is lost', () => {
  expect(SAID.text('ends', 'nl')).toBe('Stopt op {on}.');
  expect(SAID.text('leave', 'en')).toContain('trekkers leave');
});

test('an outline tells what may be said', () => {
  expect(SAID.outline('leave', 'en')).toBe('All {count} trekkers leave.');
  expect(SAID.outline('period', 'en')).toBe('From {from} to {until}.');
});

test('things to choose from', () => {
  expect(oneOf(['gevraagd', 'in gesprek', 'ja gezegd'], 'nl')).toBe('gevraagd, in gesprek of ja gezegd');
  expect(oneOf(['approached', 'agreed'], 'en')).toBe('approached or agreed');
});

test.each([
  [undefined, 'nl'],
  ['en-GB,nl;q=0.5', 'en'],
  ['de, nl;q=0.4, en;q=0.3', 'nl'],
  ['en;q=0, fr', 'nl'],
])('of Accept-Language %s we speak %s', (header, locale) => {
  expect(localeOf(header)).toBe(locale);
});
