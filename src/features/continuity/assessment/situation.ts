import { isBefore, latest, type PlainDate } from '../../../kernel/clock.js';
import type { DayWatch } from '../../worklist/day-watch.js';
import { type ExpectedEnd, expectedEnd, notAfter, tiesSince } from './expected-end.js';
import type { AbsenceFacts, NetworkFacts, PlanFacts, Tie, TrekkerschapFacts } from './network-facts.js';
import { longestPart, type Tenure, tenuresOf } from './tenures.js';

/** A current or future tenure, and when it is expected to end. */
export interface Leading {
  readonly tenure: Tenure<TrekkerschapFacts>;
  /** the part of it that covers the day, or its first */
  readonly trekkerschap: TrekkerschapFacts;
  readonly end: ExpectedEnd;
}

/** The input of the rules: the facts, arranged for a day. */
export interface Situation {
  readonly facts: NetworkFacts;
  readonly watch: DayWatch;
  /** all of them, also those that are over */
  readonly tenures: readonly Tenure<TrekkerschapFacts>[];
  /** the trekkers on the day, longest first: also those who are away, and not those who only stand in for them */
  readonly leading: readonly Leading[];
  /** who leads and is there on the day, each once, be it for somebody who is away; nobody: a caretaker covers it */
  readonly present: readonly TrekkerschapFacts[];
  /** recorded to start later */
  readonly upcoming: readonly Leading[];
  readonly openPlans: readonly PlanFacts[];
  /** candidates who agreed, in open plans, and until when they would lead */
  readonly agreed: readonly { readonly plan: PlanFacts; readonly end: ExpectedEnd }[];
  /** the last day on which a current or future trekker is expected to lead; null if there is none */
  readonly lastEnd: PlainDate | null;
}

const AGREED = ['AGREED', 'SHADOWING', 'READY'];

/** Whether somebody leads the network for as long as it is there: nobody is sought for what comes after it. */
export function isLedToItsEnd({ facts: { endsOn }, lastEnd }: Situation): boolean {
  return endsOn !== null && lastEnd !== null && !isBefore(lastEnd, endsOn);
}

export function situationOf(facts: NetworkFacts, watch: DayWatch): Situation {
  const { trekkerschappen, absences, people, sectors, thresholds } = facts;
  const tiesOf = (personId: string) => people[personId]?.ties ?? [];
  const tenures = tenuresOf(trekkerschappen);
  const endOf = (tenure: Parameters<typeof expectedEnd>[0], ties: readonly Tie[]) =>
    notAfter(facts.endsOn, expectedEnd(tenure, ties, sectors, thresholds, watch));
  const standIns = new Set(absences.map(({ substituteId }) => substituteId));
  const there = tenures
    .filter(({ parts }) => !parts.every(({ id }) => standIns.has(id)))
    .filter(({ until }) => !(until && watch.hasPassed(until)));
  const known = there.map((tenure): Leading => {
    const trekkerschap = longestPart(tenure, (part) => watch.covers(part)) ?? tenure.parts[0]!;
    return { tenure, trekkerschap, end: endOf(tenure, tiesSince(tenure.from, tiesOf(tenure.personId))) };
  });
  const leading = known.filter(({ tenure }) => watch.hasCome(tenure.from));
  const upcoming = known.filter((each) => !leading.includes(each));
  const lastEnd = known.length > 0 ? latest(...known.map(({ end }) => end.on)) : null;
  const openPlans = facts.plans.filter(({ closedOn }) => closedOn === null);
  const agreed = openPlans.flatMap((plan) =>
    plan.candidates
      .filter(({ stage }) => AGREED.includes(stage))
      .map(({ personId }) => {
        const handedOverOn = plan.targetOn ?? lastEnd;
        const from = handedOverOn?.add({ days: 1 }) ?? watch.moving();
        return { plan, end: endOf({ from, until: null, plannedOn: null }, tiesOf(personId)) };
      }),
  );
  const present = tenures
    .flatMap((tenure) => longestPart(tenure, (part) => watch.covers(part)) ?? [])
    .filter((trekkerschap) => !awayOn(facts, watch, trekkerschap));
  return { facts, watch, tenures, leading, present, upcoming, openPlans, agreed, lastEnd };
}

/** The absence of a trekker on the day. */
export function awayOn(
  { absences }: Pick<NetworkFacts, 'absences'>,
  watch: DayWatch,
  { personId }: Pick<TrekkerschapFacts, 'personId'>,
): AbsenceFacts | undefined {
  return absences.find((each) => each.personId === personId && watch.covers(each));
}
