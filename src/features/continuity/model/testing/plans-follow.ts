import { type Day, monthsLater, OPEN } from './model-days.js';
import type { Candidate, Model, NetworkModel, Plan, Tenure } from './succession-model.js';

/** The effect of a change of leadership on the search for successors, according to the model. */
export class Following {
  constructor(
    private readonly model: Model,
    private readonly network: NetworkModel,
  ) {}

  /** A departure opens a plan, or sets the day of the open one. */
  ended(tenure: Tenure): void {
    const { network } = this;
    if (network.endedOn !== null || network.isHandedOver(tenure) || this.goesOn(tenure)) return;
    const open = network.openPlanOf(tenure);
    if (open) {
      open.target = tenure.until;
      open.openedFor = tenure.until;
    } else if (this.isDeparture(tenure)) this.open(tenure, 'DEPARTURE', tenure.until, tenure.until);
  }

  continued(tenure: Tenure): void {
    const open = this.network.openPlanOf(tenure);
    if (open?.because === 'DEPARTURE' && !open.candidates.some(isInView)) this.close(open, 'STOPPED');
  }

  started(tenure: Tenure): void {
    const { predecessor, role, person, from } = tenure;
    const empty = this.network.openPlans().filter(({ of }) => of === null || of.until !== OPEN);
    const plan = predecessor
      ? this.network.openPlanOf(predecessor)
      : (empty.find(({ candidates }) =>
          candidates.some((each) => isInView(each) && each.person === person),
        ) ??
        empty.find(
          ({ of, because, candidates }) =>
            of !== null && because !== 'BY_HAND' && of.until < from && !candidates.some(isInView),
        ));
    if (plan && (predecessor || role === 'TREKKER')) this.complete(plan, tenure);
  }

  /** After a cancellation: its own plan is closed; its predecessors need a successor again. */
  cancelled(tenure: Tenure): void {
    const { network, model } = this;
    this.forget(tenure);
    for (const plan of network.openPlans()) {
      if (plan.of === null && plan.because !== 'BY_HAND') this.close(plan, 'STOPPED');
    }
    const ended = network.tenures.filter(({ until }) => until !== OPEN);
    const lastWere = Math.min(model.today, Math.max(...ended.map(({ until }) => until)));
    const left = ended.filter(
      (each) =>
        each.until >= lastWere &&
        !network.plans.some(({ of, closed }) => of === each && closed?.status !== 'COMPLETED'),
    );
    for (const each of left) this.ended(each);
  }

  networkEnded(gone: readonly Tenure[]): void {
    for (const tenure of gone) this.forget(tenure);
    for (const plan of this.network.openPlans()) this.close(plan, 'STOPPED');
  }

  complete(plan: Plan, successor: Tenure): void {
    const candidate = plan.candidates.find((each) => isInView(each) && each.person === successor.person);
    if (candidate) candidate.stage = 'APPOINTED';
    plan.successor = successor;
    this.close(plan, 'COMPLETED');
  }

  close(plan: Plan, status: 'COMPLETED' | 'STOPPED'): void {
    plan.closed = { status, on: this.model.today };
    plan.touched = true;
  }

  open(of: Tenure | null, because: Plan['because'], target: Day | null, openedFor: Day | null = null): Plan {
    const plan: Plan = {
      id: '',
      of,
      because,
      openedOn: this.model.today,
      openedFor,
      target,
      closed: null,
      successor: null,
      touched: false,
      hasChecklist: false,
      items: [],
      candidates: [],
    };
    this.network.plans.push(plan);
    return plan;
  }

  /**
   * A plan opens nine months before an expected end, unless there was one for that very end or a search was stopped
   * since then. Such a plan follows the end when it moves.
   */
  keepLeadTime(): void {
    const { network, model } = this;
    if (network.status === 'ENDED') return;
    const isAtWork = network.status !== 'FORMING';
    for (const tenure of network.leading(model.today)) {
      if (tenure.until !== OPEN) continue;
      const end = model.expectedEnd(network, tenure);
      const begins = monthsLater(end, -9);
      const ofTenure = network.plans.filter(({ of }) => of === tenure);
      const open = ofTenure.find(({ closed }) => !closed);
      const isLookedAfter = ofTenure.some(
        ({ openedFor, target, closed }) =>
          openedFor === end ||
          target === end ||
          (openedFor === null && closed !== null && closed.on >= begins),
      );
      if (open) this.followEnd(open, end, begins);
      else if (isAtWork && begins <= model.today && !isLookedAfter) this.open(tenure, 'LEAD_TIME', end, end);
    }
  }

  private followEnd(plan: Plan, end: Day, begins: Day): void {
    if (plan.openedFor === null || plan.openedFor === end) return;
    if (
      plan.because === 'LEAD_TIME' &&
      begins > this.model.today &&
      !plan.touched &&
      plan.candidates.length === 0
    ) {
      plan.closed = { status: 'STOPPED', on: this.model.today };
      return;
    }
    if (plan.target === plan.openedFor) plan.target = end;
    plan.openedFor = end;
  }

  private forget(tenure: Tenure): void {
    for (const plan of this.network.plans) {
      if (plan.of === tenure) plan.of = null;
      if (plan.successor === tenure) plan.successor = null;
    }
  }

  /** In another role, or again. */
  private goesOn({ person, until }: Tenure): boolean {
    return this.network.leading(until + 1).some((each) => each.person === person);
  }

  /** Not a correction of history while others lead. */
  private isDeparture({ until }: Tenure): boolean {
    const { network, model } = this;
    if (until >= model.today) return true;
    return network.leading(until + 1).length === 0 && network.leading(model.today).length === 0;
  }
}

export function isInView({ endedOn }: Candidate): boolean {
  return endedOn === null;
}
