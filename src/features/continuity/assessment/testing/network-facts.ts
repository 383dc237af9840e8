import type { Unchecked } from '../../../../db/json-shape.js';
import { NETWORK_FACTS, type NetworkFacts } from '../network-facts.js';

type FactsJson = Unchecked<typeof NETWORK_FACTS>;
type Thresholds = FactsJson['thresholds'];
type Person = FactsJson['people'][string];
type Tenure = FactsJson['trekkerschappen'][number];
type Tie = Person['ties'][number];
type Plan = FactsJson['plans'][number];

/** The differences from a network without problems. */
export interface Differs extends Partial<Omit<FactsJson, 'thresholds' | 'people'>> {
  readonly thresholds?: Partial<Thresholds>;
  readonly people?: Readonly<Record<string, Partial<Person>>>;
}

/** The day that the defaults are made for. */
export const ON = '2026-11-25';

const THRESHOLDS: Thresholds = {
  tenureGuidelineMonths: 36,
  termLimitMonths: null,
  endsSoonMonths: 12,
  leaveTogetherDays: 90,
  supportEndingMonths: 6,
  inactiveDays: 120,
  mostRoles: 3,
  tieConfirmedMonths: 12,
  leadMonths: 9,
};

/** Trekkerschap `t1` of person `p1`, and so on: since September 2025 unless stated otherwise. */
export function tenure(id: string, differs: Partial<Tenure> = {}): Tenure {
  return {
    id,
    personId: id.replace('t', 'p'),
    from: '2025-09-01',
    until: null,
    plannedOn: null,
    ...differs,
  };
}

/** From 1 November on, without an end and without anybody instead, unless stated otherwise. */
export function away(personId: string, differs: Partial<FactsJson['absences'][number]> = {}) {
  return { personId, from: '2026-11-01', until: null, expectedOn: null, substituteId: null, ...differs };
}

/** A child in groep 7 in 2026-2027, confirmed in September. */
export function tie(id: string, differs: Partial<Tie> = {}): Tie {
  return {
    id,
    stage: 'BO',
    sector: 'PO',
    earliest: '2028-07-31',
    latest: '2028-07-31',
    confirmedOn: '2026-09-01',
    stated: false,
    ...differs,
  };
}

/** An open plan for trekkerschap t1, without candidates. */
export function plan(id: string, differs: Partial<Plan> = {}): Plan {
  return {
    id,
    trekkerschapId: 't1',
    targetOn: null,
    openedFor: null,
    closedOn: null,
    candidates: [],
    items: [],
    ...differs,
  };
}

/**
 * The facts of a network, STABLE on `ON` except for the differences: active, two trekkers who are expected to leave a
 * year apart (2028-09-01 and 2029-09-01), supported, recently active, with a trekker as contact person. Everybody
 * named is reachable, has no school ties and no seat, and leads nothing else.
 */
export function networkFacts(differs: Differs = {}): NetworkFacts {
  const trekkerschappen = differs.trekkerschappen ?? [tenure('t1'), tenure('t2', { from: '2026-09-01' })];
  const { people = {}, thresholds = {}, plans = [] } = differs;
  const named = new Set([
    ...trekkerschappen.map(({ personId }) => personId),
    ...plans.flatMap(({ candidates }) => candidates.map(({ personId }) => personId)),
    ...Object.keys(people),
  ]);
  const everybody = [...named].map((id): [string, Person] => {
    const leads = trekkerschappen
      .filter(({ personId }) => personId === id)
      .map(({ id, from, until }) => ({ id, from, until }));
    return [id, { reachable: true, pausedUntil: null, ties: [], leads, seats: [], ...people[id] }];
  });
  return NETWORK_FACTS.check({
    id: 'network',
    regionId: 'region',
    status: 'ACTIVE',
    sectors: ['PO'],
    activeFrom: '2025-09-01',
    endsOn: null,
    endTasks: 0,
    createdOn: '2025-06-01',
    lastActivityOn: '2026-11-20',
    contact: { personId: 'p1', reachable: true, roles: [{ from: '2025-09-01', until: null }] },
    support: [{ id: 's1', from: '2025-09-01', until: null }],
    absences: [],
    ...differs,
    plans,
    trekkerschappen,
    thresholds: { ...THRESHOLDS, ...thresholds },
    people: Object.fromEntries(everybody),
  } satisfies FactsJson);
}
