import type { Unchecked } from '../../../db/json-shape.js';
import { NETWORK_FACTS } from './network-facts.js';
import { plan, tenure, tie } from './testing/network-facts.js';

const period = { from: '2025-09-01', until: '2027-08-31' };

/** Nothing in it is null or empty, so that everything in it can be wrong. */
const FULL: Unchecked<typeof NETWORK_FACTS> = {
  id: 'network',
  regionId: 'region',
  status: 'ACTIVE',
  sectors: ['PO'],
  activeFrom: '2025-09-01',
  endsOn: '2027-12-31',
  endTasks: 1,
  createdOn: '2025-06-01',
  lastActivityOn: '2026-11-20',
  thresholds: {
    tenureGuidelineMonths: 36,
    termLimitMonths: 72,
    endsSoonMonths: 12,
    leaveTogetherDays: 90,
    supportEndingMonths: 6,
    inactiveDays: 120,
    mostRoles: 3,
    tieConfirmedMonths: 12,
    leadMonths: 9,
  },
  contact: { personId: 'p1', reachable: true, roles: [period] },
  trekkerschappen: [tenure('t1', { ...period, plannedOn: '2027-06-30' })],
  absences: [
    {
      personId: 'p1',
      from: '2026-12-01',
      until: null,
      expectedOn: '2027-02-28',
      substituteId: null,
    },
  ],
  people: {
    p1: {
      reachable: true,
      pausedUntil: null,
      ties: [tie('c1')],
      leads: [{ id: 't1', ...period }],
      seats: [period],
    },
  },
  support: [{ id: 's1', ...period }],
  plans: [
    plan('plan', {
      targetOn: '2027-06-30',
      openedFor: '2027-06-30',
      closedOn: '2027-07-01',
      candidates: [{ id: 'c1', personId: 'p1', stage: 'AGREED' }],
      items: [{ id: 'i1', dueOn: '2027-06-01', doneOn: '2027-06-02', ownerPausedUntil: null }],
    }),
  ],
};

type Path = readonly (string | number)[];

/** The path of every single value. */
function leaves(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? value.map((each, index) => [index, each])
    : Object.entries(value);
  return entries.flatMap(([key, each]) => leaves(each, [...path, key]));
}

/** Everything but one value, which is replaced; undefined leaves it out. */
function changed([key, ...rest]: Path, value: unknown, to: unknown): unknown {
  if (key === undefined) return to;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<
    string | number,
    unknown
  >;
  copy[key] = changed(rest, copy[key], to);
  return copy;
}

function valueAt(path: Path, value: unknown): unknown {
  return path.reduce((part, key) => (part as Record<string | number, unknown>)[key], value);
}

const PATHS = leaves(FULL);
const DAYS = PATHS.filter((path) => /^\d{4}-\d{2}-\d{2}$/.test(String(valueAt(path, FULL))));

test('what is full is good, and every day in it is a day', () => {
  const facts = NETWORK_FACTS.parse(JSON.stringify(FULL));
  expect(JSON.parse(JSON.stringify(facts))).toEqual(FULL);
  expect(DAYS.length).toBe(25);
  for (const path of DAYS) expect(valueAt(path, facts)).toHaveProperty('dayOfWeek');
});

test.each(PATHS.map((path) => [path.join('.'), path] as const))(
  '%s has to be there, as itself',
  (name, path) => {
    const told = `continuity_facts: ${name} is `;
    expect(() => NETWORK_FACTS.check(changed(path, FULL, undefined))).toThrow(`${told}missing`);
    expect(() => NETWORK_FACTS.check(changed(path, FULL, { other: 'thing' }))).toThrow(`${told}not `);
  },
);

test.each(DAYS.map((path) => [path.join('.'), path] as const))(
  '%s is a day of the calendar',
  (name, path) => {
    expect(() => NETWORK_FACTS.check(changed(path, FULL, '2026-02-30'))).toThrow(
      `continuity_facts: ${name} is not calendar day`,
    );
  },
);
