import { candidate, type Case, contact, departure, sole } from './testing/departed-network.js';
import { ON, plan, tenure } from '../assessment/testing/network-facts.js';

const caretaker = (from: string, until: string | null, standby = true) => ({
  id: `caretaker ${from}`,
  organisationId: `of ${from}`,
  standby,
  from,
  until,
});

describe('the search for their successor', () => {
  const items = [{ id: 'i1', dueOn: '2027-07-01', doneOn: null, ownerPausedUntil: null }];
  const two = {
    ...contact('p2'),
    trekkerschappen: [tenure('t1'), tenure('t2'), tenure('t3', { from: '2026-09-01' })],
  };
  const aimed = (differs = {}) => ({
    ...two,
    plans: [plan('plan', { targetOn: '2027-07-31', items, ...differs })],
  });

  test.each<[string, Case, string[]]>([
    [
      'aims at the day they leave',
      { facts: aimed(), around: { daysBefore: { i1: 30 } } },
      ['HANDOVER_OVERDUE 4'],
    ],
    ['but not what has a day of its own', { facts: aimed() }, []],
    [
      'even what is due on their last day itself',
      { facts: aimed(), around: { daysBefore: { i1: 0 } } },
      ['HANDOVER_OVERDUE 4'],
    ],
    [
      'nor what is done',
      {
        facts: aimed({ items: [{ ...items[0]!, doneOn: '2026-11-01' }] }),
        around: { daysBefore: { i1: 30 } },
      },
      [],
    ],
    [
      'of another trekker stays as it is',
      { facts: aimed({ trekkerschapId: 't2' }), around: { daysBefore: { i1: 30 } } },
      [],
    ],
    [
      'that is closed stays so',
      { facts: aimed({ closedOn: '2026-11-01' }), around: { daysBefore: { i1: 30 } } },
      [],
    ],
  ])('%s', (_name, given, expected) => {
    expect(departure(given).findings).toEqual(expected);
  });

  const never = {
    ...contact('p2'),
    trekkerschappen: [tenure('t2', { plannedOn: '2027-03-31' }), tenure('t1', { from: '2027-03-01' })],
    plans: [plan('plan', { candidates: [candidate('AGREED')] })],
  };
  test('is over when they never began, unless somebody opened it', () => {
    expect(departure({ facts: never }).findings).toEqual(['ENDS_SOON 5', 'NO_SUCCESSOR 4']);
    expect(departure({ facts: never, around: { plansByHand: ['plan'] } }).findings).toEqual([]);
  });
});

describe('what covers the network', () => {
  test.each<[string, Case, string | null]>([
    ['the supporter', { facts: sole }, 'Organisation supporter'],
    [
      'who supports it longest on that day',
      {
        facts: sole,
        around: {
          support: [
            { organisationId: 'gone', from: '2025-01-01', until: ON },
            { organisationId: 'first', from: '2026-01-01', until: null },
            { organisationId: 'second', from: '2026-06-01', until: null },
          ],
        },
      },
      'Organisation first',
    ],
    ['nobody supports it', { facts: sole, around: { support: [] } }, 'Organisation coordinating'],
    [
      'a caretaker who is there already',
      { facts: sole, around: { caretakerships: [caretaker('2026-01-01', null, false)] } },
      'Caretakership caretaker 2026-01-01',
    ],
    [
      'a caretaker who will be gone',
      { facts: sole, around: { caretakerships: [caretaker('2026-01-01', ON, false)] } },
      'Organisation supporter',
    ],
    [
      'the standby caretaker of later days comes sooner',
      {
        facts: { trekkerschappen: [tenure('t1', { until: '2027-07-31' })] },
        around: { caretakerships: [caretaker('2027-08-01', null)] },
      },
      'Caretakership caretaker 2027-08-01',
    ],
    [
      'who stood by before does again where nobody supports it',
      {
        facts: {
          activeFrom: '2025-01-01',
          trekkerschappen: [tenure('t1', { from: '2025-09-01' })],
        },
        around: { support: [], caretakerships: [caretaker('2025-01-01', '2025-08-31')] },
      },
      'Organisation of 2025-01-01',
    ],
    [
      'somebody who starts that day',
      { facts: { trekkerschappen: [tenure('t1'), tenure('t2', { from: '2026-11-26' })] } },
      'Trekkerschap t2',
    ],
    [
      'somebody who starts a day later',
      { facts: { trekkerschappen: [tenure('t1'), tenure('t2', { from: '2026-11-27' })] } },
      'Organisation supporter',
    ],
    ['a network that is still forming', { facts: { ...sole, status: 'FORMING', activeFrom: null } }, null],
  ])('%s', (_name, given, expected) => {
    expect(departure(given).coveredBy).toBe(expected);
  });
});
