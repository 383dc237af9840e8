import { findingMessage } from '../../../worklist/findings.js';
import { finding, leaving } from '../testing/judged-cases.js';
import { type Differs, plan, tenure } from '../testing/network-facts.js';

const both = (code: Parameters<typeof finding>[0], differs: Differs) => {
  const found = finding(code, differs)!;
  return [findingMessage(found, 'nl'), findingMessage(found, 'en')];
};

const ending = (...last: Partial<Parameters<typeof tenure>[1]>[]): Differs => ({
  trekkerschappen: last.map((differs, index) => tenure(`t${index + 1}`, differs)),
});

test('what is on record is no expectation', () => {
  expect(both('ENDS_SOON', leaving('2027-01-31'))).toEqual([
    'Na 31 januari 2027 is er naar verwachting geen trekker meer. Niemand heeft toegezegd het over te nemen.',
    'After 31 January 2027 no trekker is expected to be left, and nobody has agreed to take over.',
  ]);
  expect(both('ENDS_SOON', ending({ until: '2027-01-31' }))).toEqual([
    'Na 31 januari 2027 is er geen trekker meer. Niemand heeft toegezegd het over te nemen.',
    'After 31 January 2027 there is no trekker left, and nobody has agreed to take over.',
  ]);
});

test('one of two that is only expected makes all of it an expectation', () => {
  const two = ending({ until: '2027-01-31' }, { plannedOn: '2027-01-31' });
  expect(both('ALL_LEAVE_TOGETHER', two)).toEqual([
    'Beide trekkers stoppen naar verwachting rond dezelfde tijd, vanaf 31 januari 2027.',
    'Both trekkers are expected to leave at about the same time, from 31 January 2027.',
  ]);
});

test('two are both, three are all', () => {
  const until = '2027-01-31';
  expect(both('ALL_LEAVE_TOGETHER', ending({ until }, { until }))[0]).toBe(
    'Beide trekkers stoppen rond dezelfde tijd, vanaf 31 januari 2027.',
  );
  expect(both('ALL_LEAVE_TOGETHER', ending({ until }, { until }, { until }))).toEqual([
    'Alle 3 trekkers stoppen rond dezelfde tijd, vanaf 31 januari 2027.',
    'All 3 trekkers leave at about the same time, from 31 January 2027.',
  ]);
});

test('one item, or more', () => {
  const overdue = (...days: string[]): Differs => ({
    plans: [
      plan('h', {
        items: days.map((dueOn, index) => ({ id: `i${index}`, dueOn, doneOn: null, ownerPausedUntil: null })),
      }),
    ],
  });
  expect(both('HANDOVER_OVERDUE', overdue('2026-11-24'))).toEqual([
    'Eén punt van de overdracht is over tijd. Het had klaar moeten zijn op 24 november 2026.',
    'One handover item is overdue. It was due on 24 November 2026.',
  ]);
  expect(both('HANDOVER_OVERDUE', overdue('2026-11-24', '2026-11-10'))).toEqual([
    '2 punten van de overdracht zijn over tijd. Het eerste had klaar moeten zijn op 10 november 2026.',
    '2 handover items are overdue. The first was due on 10 November 2026.',
  ]);
});
