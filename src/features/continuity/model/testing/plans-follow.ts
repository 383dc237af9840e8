import { type Day, monthsLater, OPEN } from './model-days.js';
import { type Candidate, goesOn, type Plan, type Tenure } from './model-parts.js';
import type { Reopened } from './network-end.js';
import type { Model, NetworkModel } from './succession-model.js';

/** The effect of a change of leadership on the search for successors, according to the model. */
export class Following {
  constructor(
    private readonly model: Model,
    private readonly network: NetworkModel,
  ) {}

  /** A departure opens a plan, or sets the day of the open one. */
  ended(tenure: Tenure): void {
    const { network } = this;
    if (network.isHandedOver(tenure) || this.goesOn(tenure)) return;
    const aims = { target: tenure.until, openedFor: tenure.until };
    if (network.isOver(this.model.today) || tenure.until >= (network.endedOn ?? OPEN)) {
      if (!network.end.isCut(tenure)) network.end.changeStopped(tenure, aims);
      return;
    }
    const open = network.openPlanOf(tenure) ?? network.end.resumed(tenure);
    if (open) Object.assign(open, aims);
    else if (this.isDeparture(tenure)) this.open(tenure, 'DEPARTURE', tenure.until, tenure.until);
  }

  continued(tenure: Tenure): void {
    const open = this.network.openPlanOf(tenure);
    if (open?.because === 'DEPARTURE' && !open.candidates.some(isInView)) this.close(open, 'STOPPED');
  }

  beganAnew(tenure: Tenure): void {
    this.network.tenures.push(tenure);
    this.started(tenure);
  }

  /** In another role: what was planned, who follows and the search for them go along. */
  wentOn(old: Tenure, next: Tenure): void {
    const { network } = this;
    const { until, planned } = old;
    network.end.forget(old);
    old.until = next.from - 1;
    next.planned = planned !== null && planned >= next.from ? planned : null;
    next.reason = next.until === OPEN ? null : old.reason;
    next.line = old.line;
    Object.assign(old, { planned: null, reason: null });
    network.tenures.push(next);
    for (const tenure of network.tenures) {
      if (tenure.predecessor === old && tenure !== next) tenure.predecessor = next;
    }
    for (const plan of network.openPlans()) if (plan.of === old) plan.of = next;
    network.end.changeStopped(old, { of: next });
    this.started(next);
    if (until !== OPEN && next.until === OPEN) this.continued(next);
  }

  formerOf(tenure: Tenure): Tenure | undefined {
    return this.network.ofLine(tenure).find((each) => each.until === tenure.from - 1 && goesOn(each));
  }

  /** Not in another role after all. */
  cancelledRole(tenure: Tenure): void {
    const former = this.formerOf(tenure);
    if (!former) return;
    if (!this.network.tenures.includes(former)) {
      former.reason = 'OTHER';
      return;
    }
    const { until, reason, planned } = this.network.end.asWritten(tenure);
    this.network.end.forget(former);
    Object.assign(former, { until, reason, planned });
    for (const plan of this.network.openPlans()) if (plan.of === tenure) plan.of = former;
    this.network.end.changeStopped(tenure, { of: former });
  }

  started(tenure: Tenure): void {
    this.network.end.cut();
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
    else this.foundAgain(tenure);
  }

  /** Where nobody was sought any more. */
  private foundAgain(tenure: Tenure): void {
    const plans = this.model.networks.flatMap((each) => each.plans);
    const plan = plans.find(({ outcome }) => outcome?.successor === tenure);
    if (plan?.closed?.status !== 'COMPLETED' || plan.successor) return;
    plan.successor = tenure;
    const { appointed } = plan.outcome!;
    if (appointed?.stage === 'WITHDRAWN') Object.assign(appointed, { stage: 'APPOINTED', endedOn: null });
  }

  /** Nobody needs to succeed it, and what it had filled is open again, or what was ended before it. */
  annulled(tenure: Tenure): void {
    const plans = this.model.networks.flatMap((each) => each.plans);
    for (const plan of plans.filter(({ successor }) => successor === tenure)) this.reopen(plan);
    for (const plan of plans.filter(({ of }) => of === tenure)) {
      if (isUntouched(plan)) this.remove(plan);
      plan.of = null;
      if (!plan.closed) this.close(plan, 'STOPPED');
    }
    this.seekForLast();
  }

  /** Whoever led it last and stopped needs a successor. */
  private seekForLast(): void {
    const { network, model } = this;
    const ended = network.tenures.filter(({ until }) => until !== OPEN);
    const lastWere = Math.min(model.today, Math.max(...ended.map(({ until }) => until)));
    const left = ended.filter(
      (each) =>
        each.until >= lastWere &&
        !network.plans.some(({ of, closed }) => of === each && closed?.status !== 'COMPLETED'),
    );
    for (const each of left) this.ended(each);
  }

  /**
   * Those who departed while the network was to end leave it as if it had not been; or the one in which it went up, where
   * whoever led it goes on by `moved`.
   */
  reopened(
    { parts, links }: Reopened,
    into = this.network,
    moved: ReadonlyMap<Tenure, Tenure> = new Map<Tenure, Tenure>(),
  ): void {
    const { model, network } = this;
    for (const { departure, kept } of parts) departure.keep(kept, network);
    for (const link of links) model.link(link);
    const rows = parts.map(({ kept }) => kept.row);
    const last = parts.filter(({ kept }, place) => !rows.slice(place + 1).includes(kept.row));
    const there = new Following(model, into);
    // the service tells them by their ids
    for (const { kept } of last.sort((a, b) => (a.kept.row.id < b.kept.row.id ? -1 : 1))) {
      if (!('person' in kept.row)) continue;
      const goesOn = moved.get(kept.row);
      if (kept.left === null) there.annulled(kept.row);
      else if (goesOn) there.ended(goesOn);
      else this.ended(kept.row);
    }
  }

  networkGoesOn(): void {
    for (const plan of this.network.openPlans().filter(({ of }) => of)) {
      const successor = this.network.tenures.find(({ predecessor }) => predecessor === plan.of);
      if (successor) this.complete(plan, successor);
      else if (plan.of!.until === OPEN) this.continued(plan.of!);
    }
    this.seekForLast();
  }

  networkEnded(gone: readonly Tenure[]): void {
    const { network, model } = this;
    const isGone = (tenure: Tenure | null) => tenure !== null && gone.includes(tenure);
    const found = network.plans.filter((plan) => !plan.closed || isGone(plan.of) || isGone(plan.successor));
    for (const plan of found) {
      const aims = [plan.target ?? OPEN, isGone(plan.of) ? OPEN : (plan.of?.until ?? OPEN)];
      const aim = Math.min(...aims);
      const stops =
        network.isOver(model.today) || isGone(plan.of) || (aim !== OPEN && aim >= network.endedOn!);
      network.end.keep(plan, () => {
        if (isGone(plan.of)) plan.of = null;
        if (isGone(plan.successor)) plan.successor = null;
        if (stops && !plan.closed) this.close(plan, 'STOPPED');
      });
    }
  }

  /** Its searches are those of the one that replaces it, unless nobody worked on them, or it did not stop after all. */
  corrected(old: Tenure, made: Tenure): void {
    const plans = this.model.networks.flatMap((each) => each.plans);
    for (const plan of plans.filter(({ successor }) => successor === old)) {
      if (made.person === old.person) plan.successor = made;
      else this.reopen(plan);
    }
    old.replacedBy = made;
    for (const plan of plans.filter(({ of }) => of === old)) {
      if (isUntouched(plan)) this.remove(plan);
      plan.of = made;
      if (!plan.closed && plan.because === 'DEPARTURE' && made.until === OPEN) this.close(plan, 'STOPPED');
    }
    const ends = made.until !== OPEN;
    this.started(made);
    if (ends) this.ended(made);
  }

  complete(plan: Plan, successor: Tenure): void {
    const candidate = plan.candidates.find((each) => isInView(each) && each.person === successor.person);
    if (candidate) Object.assign(candidate, { stage: 'APPOINTED', appointedFrom: candidate.stage });
    plan.successor = successor;
    this.close(plan, 'COMPLETED');
    if (plan.outcome?.successor === successor) plan.closed = plan.outcome.closed;
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
    if (network.isOver(model.today)) return;
    const isAtWork = network.phase !== 'FORMING';
    for (const last of this.lastsOfLeading()) {
      const parts = network.partsOf(last);
      const { until } = network.end.asWritten(last);
      const end = until === OPEN ? model.expectedEnd(network, parts) : until;
      const ofTenure = network.plans.filter(({ of }) => of && parts.includes(of));
      const open = ofTenure.filter(({ closed }) => !closed);
      if (end >= (network.endedOn ?? OPEN)) for (const plan of open) this.stopBeforeEnd(plan);
      if (until !== OPEN || end >= (network.endedOn ?? OPEN)) continue;
      const begins = monthsLater(end, -9);
      const isLookedAfter = ofTenure.some(
        ({ openedFor, target, closed }) =>
          openedFor === end ||
          target === end ||
          (openedFor === null && closed !== null && closed.on >= begins),
      );
      for (const plan of open) this.followEnd(plan, end, begins);
      if (open.length > 0) continue;
      if (isAtWork && begins <= model.today && !isLookedAfter) this.open(last, 'LEAD_TIME', end, end);
    }
  }

  /** The last trekkerschappen of whoever leads, also where they begin here on the day after they did elsewhere. */
  private lastsOfLeading(): Set<Tenure> {
    const { network, model } = this;
    const tenures = network.tenures.filter(({ until }) => until >= model.today);
    const led = tenures.filter((each) => network.firstDayOf(each) <= model.today);
    return new Set(led.map((each) => network.partsOf(each).at(-1)!));
  }

  /** Of a trekker who leads the network to its end. */
  private stopBeforeEnd(plan: Plan): void {
    if (plan.openedFor === null || plan.target !== plan.openedFor) return;
    const { end } = this.network;
    end.stopped = end.stopped.filter((stopped) => stopped.plan !== plan);
    end.keep(plan, () => this.close(plan, 'STOPPED'));
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

  /** Where whom it is about goes on by now. */
  private reopen(plan: Plan): void {
    const { model } = this;
    const appointed = plan.candidates.find(({ stage }) => stage === 'APPOINTED');
    if (plan.successor && plan.closed) {
      plan.outcome = { successor: plan.successor, closed: plan.closed, appointed };
    }
    if (appointed) this.unappoint(appointed, plan);
    plan.successor = null;
    const { of, because } = plan;
    const led = (tenure: Tenure) => model.networks.find(({ tenures }) => tenures.includes(tenure));
    const parts = (of && led(of)?.partsOf(of)) ?? [];
    const last = parts.at(-1) ?? null;
    const was = model.networks.find(({ plans }) => plans.includes(plan))!;
    const home = last ? led(last)! : was;
    const isSought = of ? last && (because !== 'DEPARTURE' || last.until !== OPEN) : because === 'BY_HAND';
    const { endedOn } = home;
    const isOver = home.isOver(model.today) || (endedOn !== null && (last?.until ?? -OPEN) >= endedOn);
    const open = (last ? model.networks : [home]).flatMap((each) => each.openPlans());
    if (isOver || !isSought || open.some((other) => (other.of ? parts.includes(other.of) : !last))) return;
    Object.assign(plan, { of: last, closed: null, touched: true });
    was.plans = was.plans.filter((other) => other !== plan);
    home.plans.push(plan);
  }

  /** Who departed since is a candidate no more. */
  private unappoint(candidate: Candidate, plan: Plan): void {
    candidate.stage = candidate.appointedFrom!;
    this.model.departures
      .find(
        ({ who, isTakenBack, recordedOn }) =>
          who === candidate.person && !isTakenBack && recordedOn >= plan.closed!.on,
      )
      ?.withdraw(candidate, plan);
  }

  private remove(plan: Plan): void {
    for (const each of this.model.networks) each.plans = each.plans.filter((other) => other !== plan);
  }

  /** In another role, or again. */
  private goesOn(tenure: Tenure): boolean {
    return this.network.ofLine(tenure).some(({ from }) => from === tenure.until + 1);
  }

  /** Not a correction of history while others lead. */
  private isDeparture({ until }: Tenure): boolean {
    const { network, model } = this;
    if (until >= model.today) return true;
    return network.leading(until + 1).length === 0 && network.leading(model.today).length === 0;
  }
}

function isUntouched({ closed, because, touched, candidates }: Plan): boolean {
  return !closed && because !== 'BY_HAND' && !touched && candidates.length === 0;
}

export function isInView({ endedOn }: Candidate): boolean {
  return endedOn === null;
}
