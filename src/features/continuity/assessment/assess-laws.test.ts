import fc from 'fast-check';
import { day, earliest, isBefore, latest, type PlainDate } from '../../../kernel/clock.js';
import { endsBefore, isSamePeriod, type Period } from '../../../kernel/period.js';
import { type Assessment, assess } from './assess.js';
import { type FindingCode, bandOf } from '../../worklist/findings.js';
import type { NetworkFacts } from './network-facts.js';
import { type Differs, networkFacts, ON, plan, tenure, tie } from './testing/network-facts.js';
import { seed, times } from '../../../testing/effort.js';

const SEED = seed();
const RUNS = times('judgements');
/** The maximum number of days that are examined one by one. */
const AHEAD = 800;

const STAGES = { BO: 'PO', SBO: 'PO', VSO: 'VO', HAVO: 'VO', MBO4: 'MBO' } as const;
/** Days that month arithmetic stumbles over. */
const AWKWARD = [
  '2024-02-29',
  '2027-02-28',
  '2026-08-31',
  '2027-07-31',
  '2026-12-31',
  '2028-02-29',
  '2026-11-25',
];

const anyDay = fc.oneof(
  fc.constantFrom(...AWKWARD),
  fc.integer({ min: -1500, max: 1200 }).map((days) => day(ON).add({ days }).toString()),
);
const orNone = <Value>(some: fc.Arbitrary<Value>) => fc.option(some, { freq: 2 });

/** In the order of the days. */
const anyPeriod = fc.tuple(anyDay, orNone(anyDay)).map(([a, b]) => {
  if (b === null) return { from: a, until: null };
  return a < b ? { from: a, until: b } : { from: b, until: a };
});

const anyTie = fc
  .tuple(
    fc.constantFrom(...(Object.keys(STAGES) as (keyof typeof STAGES)[])),
    orNone(fc.tuple(anyDay, anyDay)),
    anyDay,
    fc.boolean(),
    fc.nat(),
  )
  .map(([stage, exit, confirmedOn, stated, n]) => {
    const [earliest = null, last = null] = [...(exit ?? [])].sort();
    return tie(`tie${n}`, { stage, sector: STAGES[stage], earliest, latest: last, confirmedOn, stated });
  });

const anyTenures = fc
  .array(fc.tuple(anyPeriod, orNone(anyDay), fc.integer({ min: 1, max: 4 })), { maxLength: 4 })
  .map((all) =>
    all.map(([period, plannedOn, person], index) =>
      tenure(`t${index + 1}`, { ...period, plannedOn, personId: `p${person}` }),
    ),
  );

const anyPlans = fc
  .array(
    fc.record({
      trekkerschapId: fc.constantFrom(null, 't1', 't2', 't3'),
      targetOn: orNone(anyDay),
      openedFor: orNone(anyDay),
      closedOn: fc.option(anyDay, { freq: 1 }),
      candidates: fc.array(
        fc.record({
          id: fc.uuid(),
          personId: fc.constantFrom('p1', 'p4', 'p5'),
          stage: fc.constantFrom('IDENTIFIED', 'APPROACHED', 'EXPLORING', 'AGREED', 'SHADOWING', 'READY'),
        }),
        { maxLength: 2 },
      ),
      items: fc.array(
        fc.record({
          id: fc.uuid(),
          dueOn: orNone(anyDay),
          doneOn: orNone(anyDay),
          ownerPausedUntil: orNone(anyDay),
        }),
        {
          maxLength: 3,
        },
      ),
    }),
    { maxLength: 2 },
  )
  .map((plans) => plans.map((each, index) => plan(`plan${index}`, each)));

const anyPeople = fc
  .array(
    fc.record({
      reachable: fc.boolean(),
      pausedUntil: orNone(anyDay),
      ties: fc.array(anyTie, { maxLength: 3 }),
      elsewhere: fc.array(anyPeriod, { maxLength: 5 }),
      seats: fc.array(anyPeriod, { maxLength: 3 }),
    }),
    { minLength: 5, maxLength: 5 },
  )
  .map((all) =>
    all.map(({ elsewhere, ...person }, index) => ({
      ...person,
      id: `p${index + 1}`,
      leads: elsewhere.map((period, n) => ({ id: `elsewhere${n}`, ...period })),
    })),
  );

const anyThresholds = fc.record(
  {
    tenureGuidelineMonths: fc.integer({ min: 1, max: 60 }),
    termLimitMonths: orNone(fc.integer({ min: 1, max: 60 })),
    endsSoonMonths: fc.integer({ min: 1, max: 18 }),
    leaveTogetherDays: fc.integer({ min: 1, max: 365 }),
    inactiveDays: fc.integer({ min: 1, max: 400 }),
    mostRoles: fc.integer({ min: 1, max: 4 }),
    leadMonths: fc.integer({ min: 1, max: 18 }),
  },
  { requiredKeys: [] },
);

const anyFacts: fc.Arbitrary<NetworkFacts> = fc
  .record({
    status: fc.constantFrom<NetworkFacts['status']>('FORMING', 'ACTIVE', 'ACTIVE', 'DORMANT'),
    sectors: fc.uniqueArray(fc.constantFrom('PO', 'VO', 'MBO', 'JEUGD', 'ZORG'), {
      minLength: 1,
      maxLength: 2,
    }),
    activeFrom: orNone(anyDay),
    lastActivityOn: orNone(anyDay),
    thresholds: anyThresholds,
    contact: orNone(
      fc.record({
        personId: fc.constant('p1'),
        reachable: fc.boolean(),
        roles: fc.array(anyPeriod, { maxLength: 2 }),
      }),
    ),
    trekkerschappen: anyTenures,
    people: anyPeople,
    support: fc.array(
      anyPeriod.map((period) => ({ id: 's1', ...period })),
      { maxLength: 3 },
    ),
    plans: anyPlans,
  })
  .map(({ people, ...rest }) => {
    const own = (id: string) =>
      rest.trekkerschappen
        .filter(({ personId }) => personId === id)
        .map(({ id, from, until }) => ({ id, from, until }));
    const all = people.map(({ id, ...person }) => [id, { ...person, leads: [...own(id), ...person.leads] }]);
    return networkFacts({ ...rest, people: Object.fromEntries(all) as Differs['people'] });
  });

/** All of it except the day on which it changes. */
function judgement({ changesOn: _, ...rest }: Assessment): string {
  return JSON.stringify(rest);
}

test(`until the day it says, an assessment stays as it is (SEED=${SEED})`, () => {
  let changed = 0;
  fc.assert(
    fc.property(anyFacts, anyDay, (facts, on) => {
      const first = assess(facts, day(on));
      const told = first.changesOn ?? day(on).add({ days: AHEAD });
      expect(isBefore(day(on), told)).toBe(true);
      const until = isBefore(told, day(on).add({ days: AHEAD })) ? told : day(on).add({ days: AHEAD });
      const said = judgement(first);
      for (let each = day(on).add({ days: 1 }); isBefore(each, until); each = each.add({ days: 1 })) {
        const again = assess(facts, each);
        if (judgement(again) !== said) expect({ on: each.toString(), ...again }).toEqual(first);
        expect(again.changesOn?.toString()).toBe(first.changesOn?.toString());
      }
      if (first.changesOn && judgement(assess(facts, first.changesOn)) !== said) changed++;
    }),
    { numRuns: RUNS, seed: SEED },
  );
  // it is useless to say "tomorrow" every day
  expect(changed).toBeGreaterThan(RUNS / 4);
});

/** Findings that never occur for the same network on the same day. */
const EITHER_OR: readonly (readonly [FindingCode, FindingCode])[] = [
  ['NO_TREKKER', 'SINGLE_TREKKER'],
  ['NO_TREKKER', 'ENDS_SOON'],
  ['NO_TREKKER', 'ALL_LEAVE_TOGETHER'],
  ['NO_TREKKER', 'LONG_TENURE'],
  ['NO_TREKKER', 'OVERLOADED'],
  ['NO_TREKKER', 'TIE_UNCONFIRMED'],
  ['SINGLE_TREKKER', 'ALL_LEAVE_TOGETHER'],
  ['NO_SUPPORT', 'SUPPORT_ENDING'],
];

test(`what holds of every assessment (SEED=${SEED})`, () => {
  fc.assert(fc.property(anyFacts, anyDay, laws), { numRuns: RUNS * 10, seed: SEED });
});

function laws(facts: NetworkFacts, on: string): void {
  const { band, severity, findings, securedUntil, expected, plansDue } = assess(facts, day(on));
  const codes = new Set(findings.map(({ code }) => code));
  expect(codes.size).toBe(findings.length);
  expect(severity).toBe(Math.max(0, ...findings.map((each) => each.severity)));
  expect(band).toBe(bandOf(severity));
  expect(EITHER_OR.filter((pair) => pair.every((code) => codes.has(code)))).toEqual([]);
  for (const finding of findings) {
    expect(finding.severity).toBeGreaterThanOrEqual(1);
    expect(finding.severity).toBeLessThanOrEqual(10);
    expect(finding.evidence.length).toBeGreaterThan(0);
    // what is so today cannot have started tomorrow
    if (finding.since && isThere(facts, day(on))) expect(isBefore(day(on), finding.since)).toBe(false);
  }

  const open = facts.plans.filter(({ closedOn }) => !closedOn).flatMap(({ candidates }) => candidates);
  const agreed = open.some(({ stage }) => ['AGREED', 'SHADOWING', 'READY'].includes(stage));
  if (agreed) expect(codes).not.toContain('ENDS_SOON');
  if (open.length > 0) expect(codes).not.toContain('NO_SUCCESSOR');
  const there = facts.trekkerschappen.filter((each) => covers(each, day(on)));
  const leading = new Set(there.map(({ personId }) => personId));
  expect(codes.has('NO_TREKKER')).toBe(leading.size === 0);
  expect(codes.has('SINGLE_TREKKER')).toBe(leading.size === 1);

  for (const { trekkerschap: each, end } of expected) {
    expect(isBefore(end.on, end.earliest) || isBefore(end.latest, end.on)).toBe(false);
    const { from, until } = tenureOf(each, facts);
    if (until) expect(end.on.equals(until)).toBe(true);
    // nobody is expected to stop before they begin to lead, unless they stated so themselves
    else if (!facts.trekkerschappen.some((own) => own.personId === each.personId && own.plannedOn))
      expect(isBefore(end.on, from)).toBe(false);
  }
  if (securedUntil === null) expect(expected.length === 0 && !agreed).toBe(true);
  else if (expected.length > 0) {
    expect(isBefore(securedUntil, latest(...expected.map(({ end }) => end.on)))).toBe(false);
  }
  // of the last part of the tenure, which may be still to begin
  expect(plansDue.every((due) => leading.has(due.trekkerschap.personId))).toBe(true);
  const planned = facts.plans.filter(({ closedOn }) => !closedOn).map((each) => each.trekkerschapId);
  expect(plansDue.some(({ trekkerschap: { id } }) => planned.includes(id))).toBe(false);
}

/** The days of the tenure, to which roles of the same person that touch or overlap belong. */
function tenureOf(
  { personId, ...role }: NetworkFacts['trekkerschappen'][number],
  facts: NetworkFacts,
): Period {
  const next = (until: PlainDate | null) => until?.add({ days: 1 }) ?? null;
  const near = facts.trekkerschappen.filter(
    (each) =>
      each.personId === personId &&
      !endsBefore({ until: next(each.until) }, role.from) &&
      !endsBefore({ until: next(role.until) }, each.from),
  );
  const from = earliest(...near.map((each) => each.from));
  const lasts = near.map(({ until }) => until);
  const until = lasts.includes(null) ? null : latest(...(lasts as PlainDate[]));
  return isSamePeriod({ from, until }, role)
    ? role
    : tenureOf({ personId, id: '', plannedOn: null, from, until }, facts);
}

/** An assessment of a day before the network began is never requested. */
function isThere({ createdOn, activeFrom }: NetworkFacts, on: PlainDate): boolean {
  return !isBefore(on, createdOn) && !(activeFrom && isBefore(on, activeFrom));
}

function covers({ from, until }: { from: PlainDate; until: PlainDate | null }, on: PlainDate): boolean {
  return !isBefore(on, from) && !(until && isBefore(until, on));
}
