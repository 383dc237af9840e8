import * as v from 'valibot';
import { type Checked, JsonShape, periodEntries } from '../../../db/json-shape.js';
import { isBefore, type PlainDate } from '../../../kernel/clock.js';
import { overlap, type Period } from '../../../kernel/period.js';
import { uncovered } from '../../oudernetwerken/trekkerschap/leadership-cover.js';
import { standbyOf, supportersOf } from '../../oudernetwerken/trekkerschap/standby-turns.js';
import { assess } from '../assessment/assess.js';
import { DayWatch } from '../../worklist/day-watch.js';
import { type Evidence, type Finding, type FindingCode, type Band, bandOf } from '../../worklist/findings.js';
import type { NetworkFacts, PlanFacts } from '../assessment/network-facts.js';
import { type Situation, situationOf } from '../assessment/situation.js';
import { longestPart, tenuresOf } from '../assessment/tenures.js';

/** A person who gives up everything they do in networks. */
export interface Departure {
  readonly personId: string;
  /** their last day */
  readonly on: PlainDate;
  /** the day after; today, if that is over */
  readonly judgedOn: PlainDate;
  /** as `personDepart` records it: then they are no contact person any more */
  readonly isRecorded: boolean;
}

/** What a departure needs to know about a network, besides the input of the continuity rules. */
export const SURROUNDINGS = new JsonShape(
  'surroundings of a network',
  v.object({
    caretakerships: v.array(
      v.object({ id: v.string(), organisationId: v.string(), standby: v.boolean(), ...periodEntries }),
    ),
    support: v.array(v.object({ organisationId: v.string(), ...periodEntries })),
    /** of the region, or of the nearest one above that has one */
    coordinatingOrganisationId: v.nullable(v.string()),
    /** open plans that a user opened: they continue without the trekkerschap that they are for */
    plansByHand: v.array(v.string()),
    /** by handover item: how many days before the target day of its plan it is due, if it moves along with that day */
    daysBefore: v.record(v.string(), v.number()),
  }),
);

export type Surroundings = Checked<typeof SURROUNDINGS>;

export interface NetworkDeparture {
  readonly before: Band;
  readonly after: Band;
  /** what covers the network from the day after; null = nothing has to, it was never active */
  readonly coveredBy: Evidence | null;
  /** what is new or worse because of the departure, worst first */
  readonly findings: readonly Finding[];
  /** the smallest set of next steps that answer a worse band */
  readonly repairs: readonly Finding['action'][];
}

const BANDS: readonly Band[] = ['STABLE', 'ATTENTION', 'AT_RISK', 'CRITICAL'];
/** Consequences of a departure that need an answer in any case once the band gets worse. */
const ALWAYS: readonly FindingCode[] = ['SINGLE_TREKKER', 'UNREACHABLE'];
/** Findings that a co-trekker would resolve as well. */
const EASED_BY_CO_TREKKER: readonly FindingCode[] = ['ENDS_SOON', 'NO_SUCCESSOR'];

/** Severity of a band: the higher the worse. */
export function rankOf(band: Band): number {
  return BANDS.indexOf(band);
}

/**
 * The effect of a departure on a network that the person leads or is due to lead, is the contact of, or is a
 * candidate for.
 */
export function departureFrom(
  facts: NetworkFacts,
  around: Surroundings,
  departure: Departure,
): NetworkDeparture {
  const next = departure.judgedOn;
  const left = withoutPerson(facts, around, departure);
  const [before, after] = [assess(facts, next), assess(left, next)];
  const was = (code: FindingCode) => before.findings.find((finding) => finding.code === code)?.severity ?? 0;
  const findings = after.findings.filter(({ code, severity }) => severity > was(code));
  const repairs =
    rankOf(after.band) > rankOf(before.band)
      ? repairsOf(findings, before.band, situationOf(left, new DayWatch(next)))
      : [];
  return {
    before: before.band,
    after: after.band,
    coveredBy: coverOn(next, left, around),
    findings,
    repairs,
  };
}

/**
 * The network after the departure: their trekkerschappen end on that day, or never start; they are no longer a
 * candidate and have no role left as a contact, or are none. A search for their successor targets that day.
 */
function withoutPerson(facts: NetworkFacts, around: Surroundings, departure: Departure): NetworkFacts {
  const { personId, on } = departure;
  const never = new Set<string>();
  const ended = new Set<string>();
  const own = facts.absences.filter((each) => each.personId === personId);
  // whoever stands in for them stops with them
  const standIns = own.map(({ substituteId }) => substituteId);
  const trekkerschappen = facts.trekkerschappen.flatMap((tenure) => {
    if (standIns.includes(tenure.id) && !isBefore(on, tenure.from)) return until(on, [tenure]);
    if (tenure.personId !== personId) return [tenure];
    if (isBefore(on, tenure.from)) never.add(tenure.id);
    else if (goesOnAfter(on, tenure)) ended.add(tenure.id);
    return until(on, [tenure]);
  });
  const plans = facts.plans
    .filter(({ id, trekkerschapId }) => !never.has(trekkerschapId ?? '') || around.plansByHand.includes(id))
    .map((plan) => (ended.has(plan.trekkerschapId ?? '') ? aimedAt(on, plan, around) : plan))
    .map((plan) => ({ ...plan, candidates: plan.candidates.filter((each) => each.personId !== personId) }));
  return {
    ...facts,
    trekkerschappen,
    absences: [...facts.absences.filter((each) => !own.includes(each)), ...until(on, own)],
    plans,
    contact: contactAfter(facts, departure),
  };
}

function contactAfter({ contact }: NetworkFacts, { personId, on, isRecorded }: Departure) {
  if (contact?.personId !== personId) return contact;
  return isRecorded ? null : { ...contact, roles: until(on, contact.roles) };
}

function goesOnAfter(on: PlainDate, { until }: Period): boolean {
  return until === null || isBefore(on, until);
}

/** The part of these periods up to and including a day. */
function until<Part extends Period>(on: PlainDate, parts: readonly Part[]): Part[] {
  return parts
    .filter(({ from }) => !isBefore(on, from))
    .map((part) => (goesOnAfter(on, part) ? { ...part, until: on } : part));
}

function aimedAt(on: PlainDate, plan: PlanFacts, { daysBefore }: Surroundings): PlanFacts {
  if (plan.closedOn || plan.targetOn?.equals(on)) return plan;
  const items = plan.items.map((item) => {
    const days = daysBefore[item.id];
    return item.doneOn || days === undefined ? item : { ...item, dueOn: on.subtract({ days }) };
  });
  return { ...plan, targetOn: on, items };
}

/**
 * Only what brought the network into a worse band, and that there is no co-trekker or reachable contact. If one
 * trekker remains, a second one also answers what is expected of the first: preferably someone already considered.
 */
function repairsOf(findings: readonly Finding[], before: Band, left: Situation): Finding['action'][] {
  const isAlone = findings.some(({ code }) => code === 'SINGLE_TREKKER');
  const worse = ({ severity }: Finding) => rankOf(bandOf(severity)) > rankOf(before);
  const steps = findings
    .filter((finding) => ALWAYS.includes(finding.code) || worse(finding))
    .filter(({ code }) => !(isAlone && EASED_BY_CO_TREKKER.includes(code)))
    .map(({ code, action }) => (code === 'SINGLE_TREKKER' ? (inView(left) ?? action) : action));
  return distinctActions(steps);
}

function inView({ agreed, openPlans }: Situation): Finding['action'] | undefined {
  const plan = agreed[0]?.plan ?? openPlans.find(({ candidates }) => candidates.length > 0);
  return (
    plan && {
      code: agreed.length > 0 ? 'COMPLETE_SUCCESSION' : 'MOVE_CANDIDATE',
      on: { type: 'SuccessionPlan', id: plan.id },
    }
  );
}

function distinctActions(actions: readonly Finding['action'][]): Finding['action'][] {
  return [...new Map(actions.map((action) => [`${action.code} ${action.on.id}`, action])).values()];
}

/** What covers that day: as `renewStandby` in oudernetwerken would arrange it. */
function coverOn(day: PlainDate, facts: NetworkFacts, around: Surroundings): Evidence | null {
  const isThere = (period: Period) => overlap(period, { from: day, until: day });
  const awayOf = (personId: string) => facts.absences.filter((each) => each.personId === personId);
  const longest = tenuresOf(facts.trekkerschappen).find(
    (tenure) => isThere(tenure) && !awayOf(tenure.personId).some(isThere),
  );
  if (longest) return { type: 'Trekkerschap', id: longestPart(longest, isThere)!.id };
  const appointed = around.caretakerships.filter(({ standby }) => !standby);
  const caretaker = appointed.find(isThere);
  if (caretaker) return { type: 'Caretakership', id: caretaker.id };
  if (!facts.activeFrom) return null;

  const standing = around.caretakerships.filter(({ standby }) => standby);
  const present = facts.trekkerschappen.flatMap((each) => uncovered(each, awayOf(each.personId)));
  const gaps = uncovered({ from: facts.activeFrom, until: null }, [...present, ...appointed]);
  const caretakers = {
    supporters: supportersOf(around.support),
    lastResort: around.coordinatingOrganisationId,
  };
  const found = standbyOf(gaps, standing, caretakers).find(({ turn }) => isThere(turn.period));
  if (found?.kept) return { type: 'Caretakership', id: found.kept.id };
  const id = found?.turn.organisationId;
  return id ? { type: 'Organisation', id } : null;
}
