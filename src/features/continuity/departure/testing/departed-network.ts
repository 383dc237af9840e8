import { day } from '../../../../kernel/clock.js';
import type { Unchecked } from '../../../../db/json-shape.js';
import { departureFrom, SURROUNDINGS } from '../departure-impact.js';
import { type Differs, networkFacts, ON, plan, tenure } from '../../assessment/testing/network-facts.js';

type Around = Unchecked<typeof SURROUNDINGS>;

/** The person, network and day, where they differ from p1, a STABLE network and today. */
export interface Case {
  readonly facts?: Differs;
  readonly around?: Partial<Around>;
  readonly who?: string;
  readonly on?: string;
  readonly isRecorded?: boolean;
}

const AROUND: Around = {
  caretakerships: [],
  support: [{ organisationId: 'supporter', from: '2025-09-01', until: null }],
  coordinatingOrganisationId: 'coordinating',
  plansByHand: [],
  daysBefore: {},
};

/** One line each: the effect, what covers the network, and the repairs. */
export function departure({ facts = {}, around = {}, who = 'p1', on = ON, isRecorded = false }: Case) {
  const surroundings = SURROUNDINGS.check({ ...AROUND, ...around });
  const departing = { personId: who, on: day(on), judgedOn: day(on).add({ days: 1 }), isRecorded };
  const { before, after, coveredBy, findings, repairs } = departureFrom(
    networkFacts(facts),
    surroundings,
    departing,
  );
  return {
    band: `${before} ${after}`,
    coveredBy: coveredBy && `${coveredBy.type} ${coveredBy.id}`,
    findings: findings.map(({ code, severity }) => `${code} ${severity}`),
    repairs: repairs.map(({ code, on: subject }) => `${code} ${subject.type} ${subject.id}`),
  };
}

export const sole = { trekkerschappen: [tenure('t1')] };
export const candidate = (stage: string, personId = 'p9') => ({ id: `c ${personId}`, personId, stage });
export const sought = (...candidates: ReturnType<typeof candidate>[]) => ({
  plans: [plan('plan', { candidates })],
});
export const contact = (personId: string, until: string | null = null) => ({
  contact: { personId, reachable: true, roles: [{ from: '2025-09-01', until }] },
});
