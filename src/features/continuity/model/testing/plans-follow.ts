import { type Day, monthsLater, OPEN } from './model-days.js';
import { type Candidate, goesOn, type Plan, type Tenure } from './model-parts.js';
import type { Departed } from './kept-roles.js';
import type { Reopened } from './network-end.js';
import type { Model, NetworkModel } from './succession-model.js';

/** The effect of a change of leadership on the search for successors, according to the model. */
export class Following {
  constructor(
    private readonly model: Model,
    private readonly network: NetworkModel,
  ) {}

  /** A departure opens a plan, or sets the day of the open one; one that it opened ends with it. */
  ended(tenure: Tenure, by?: Departed): void {
    const { network } = this;
    const opened = this.removeOpened(tenure, by);
    if (network.isHandedOver(tenure) || this.goesOn(tenure)) return;
    const aims = { target: tenure.until, openedFor: tenure.until };
    if (network.isOver(this.model.today) || tenure.until >= (network.endedOn ?? OPEN)) {
      if (!network.end.isCut(tenure)) network.end.changeStopped(tenure, aims);
      return;
    }
    const open = network.openPlanOf(tenure) ?? network.end.resumed(tenure);
    if (open && by?.hasOpened(open) && !open.candidates.some(isInView)) this.close(open, 'STOPPED');
    else if (open) Object.assign(open, aims);
    else if (!opened && !by?.hadStopped(tenure) && this.isDeparture(tenure)) {
      const plan = this.open(tenure, 'DEPARTURE', tenure.until, tenure.until);
      by?.opens(plan);
    }
  }

  /** What a departure opened that is taken back. */
  private removeOpened(tenure: Tenure, by?: Departed): boolean {
    const plans = this.model.networks.flatMap((each) => each.plans);
    const opened = plans.filter((plan) => plan.of === tenure && by?.hasOpened(plan));
    for (const plan of opened) {
      const { closed, successor } = plan;
      const isFilled = !successor || successor.predecessor || fills(plan, successor);
      const isOver = closed && (closed.status === 'STOPPED' || isFilled);
      if (!isOver && isUntouched(plan)) this.remove(plan);
    }
    return opened.length > 0;
  }

  continued(tenure: Tenure, by?: Departed): void {
    this.removeOpened(tenure, by);
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
    this.network.end.changeStopped(tenure, { of: former });
    for (const plan of this.network.plans) if (plan.of === tenure) plan.of = former;
  }

  started(tenure: Tenure): void {
    this.network.end.cut();
    const { predecessor } = tenure;
    const plan = predecessor
      ? this.network.openPlanOf(predecessor)
      : (this.network.openPlans().find((each) => fills(each, tenure) && isFor(each, tenure)) ??
        this.network.openPlans().find((each) => fills(each, tenure)));
    if (plan) this.complete(plan, tenure);
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
    const departure = this.model.departures.find((each) => each.keepsFromBeginning(tenure));
    const ofTheirs = plans.filter(({ of }) => of === tenure);
    departure?.keepSearches(tenure, ofTheirs);
    for (const plan of plans.filter(({ successor }) => successor === tenure)) {
      if (this.reopen(plan) && !departure) this.fillAgain(plan, tenure);
    }
    for (const plan of ofTheirs) {
      plan.of = null;
      if (plan.closed?.status !== 'STOPPED' && !(plan.closed && departure)) this.neverSought(plan);
    }
    this.seekForLast();
    this.seekWhereParted();
  }

  /** What nobody touched goes; what people worked on stops, unless it is over. */
  private neverSought(plan: Plan): void {
    if (isUntouched(plan)) this.remove(plan);
    else if (!plan.closed) this.close(plan, 'STOPPED');
  }

  /** Whoever was recorded since would have filled it. */
  private fillAgain(plan: Plan, undone: Tenure): void {
    const { networks } = this.model;
    const home = networks.find(({ plans }) => plans.includes(plan))!;
    const filled = networks.flatMap(({ plans }) => plans).map(({ successor }) => successor);
    const since = home.tenures
      .filter((each) => each.id > undone.id && !each.predecessor && !filled.includes(each))
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .filter((each) => fills(plan, each));
    const filler = since.find((each) => isFor(plan, each)) ?? since[0];
    if (filler) this.complete(plan, filler);
  }

  neverActive(): void {
    const { plans } = this.network;
    for (const plan of plans.filter(
      ({ because, closed }) => because === 'LEAD_TIME' && closed?.status !== 'STOPPED',
    )) {
      this.neverSought(plan);
    }
  }

  /** They lead it after all: nobody was sought for whoever left it to them. */
  neverLeft(leader: Tenure, recordedAs: string): void {
    const leads = (day: Day) => leader.from <= day && day <= leader.until;
    const plans = this.model.networks.flatMap((each) => each.plans);
    for (const plan of plans) {
      const { of, because, closed, openedOn, id } = plan;
      if (because !== 'DEPARTURE' || closed?.status === 'STOPPED' || id <= recordedAs) continue;
      if (!of || of === leader || !this.network.tenures.includes(of) || of.until >= openedOn) continue;
      if (leads(of.until + 1) || (leads(openedOn) && !this.goesOn(of))) this.neverSought(plan);
    }
  }

  /** Nobody led it after all when something parted from it. */
  private seekWhereParted(): void {
    const { network, model } = this;
    const plans = model.networks.flatMap((each) => each.plans);
    for (const from of new Set(network.partedOn)) {
      const wentAlong = network.tenures.filter((each) => each.until === from - 1 && this.goesOn(each));
      const isSought = plans.some(({ of }) => of && wentAlong.includes(of));
      if ([from, model.today].every((day) => network.leading(day).length === 0) && !isSought)
        this.seekForLeft(from);
    }
  }

  /** Whoever follows the one who led it last, and went along with what parted from it. */
  seekForLeft(from: Day): void {
    const [last] = this.network.tenures
      .filter(({ until }) => until === from - 1)
      .sort((a, b) => (a.role === b.role ? (a.id < b.id ? -1 : 1) : a.role === 'TREKKER' ? -1 : 1));
    if (last && !this.network.openPlanOf(last)) this.open(last, 'DEPARTURE', from - 1, from - 1);
  }

  /** Whoever is to begin after all is sought a successor as before. */
  seekAgain(tenure: Tenure, plan: Plan, wasOpen: boolean): void {
    const was = this.model.networks.find(({ plans }) => plans.includes(plan));
    if (!was || plan.of || !plan.closed) return;
    plan.of = tenure;
    if (!wasOpen || plan.closed.status !== 'STOPPED') return;
    plan.closed = null;
    was.plans = was.plans.filter((other) => other !== plan);
    this.network.plans.push(plan);
  }

  /** Whoever led it last and stopped needs a successor. */
  private seekForLast(): void {
    const { network, model } = this;
    const ended = network.tenures.filter(({ until }) => until !== OPEN);
    const lastWere = Math.min(model.today, Math.max(...ended.map(({ until }) => until)));
    const left = ended.filter(
      (each) =>
        each.until >= lastWere &&
        !network.plans.some(
          ({ of, closed, successor }) => of === each && (closed?.status !== 'COMPLETED' || successor),
        ),
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
      plan.of = made;
      const isForNothing = plan.because === 'DEPARTURE' && made.until === OPEN;
      const { successor } = plan;
      if (plan.closed?.status === 'COMPLETED') {
        if (!successor || successor.predecessor || fills(plan, successor)) continue;
        if (isUntouched(plan)) this.remove(plan);
        else if (!isForNothing) {
          this.reopen(plan);
          delete plan.outcome;
        }
      } else if (!plan.closed && (isForNothing || isUntouched(plan))) this.neverSought(plan);
    }
    this.neverLeft(made, old.id);
    this.seekForLast();
    this.seekWhereParted();
    const ends = made.until !== OPEN;
    this.started(made);
    const isFilled = plans.some(
      ({ of, closed, successor }) => of === made && closed?.status === 'COMPLETED' && successor,
    );
    if (!ends || isFilled) return;
    this.ended(made);
    const open = this.network.openPlanOf(made);
    if (open) this.fillAgain(open, old);
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
  private reopen(plan: Plan): boolean {
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
    if (isOver || !isSought || open.some((other) => (other.of ? parts.includes(other.of) : !last)))
      return false;
    Object.assign(plan, { of: last, closed: null });
    was.plans = was.plans.filter((other) => other !== plan);
    home.plans.push(plan);
    return true;
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

function isUntouched({ because, touched, candidates }: Plan): boolean {
  return because !== 'BY_HAND' && !touched && candidates.length === 0;
}

/** Whether somebody who leads without following anybody is whom a search looks for. */
function fills(plan: Plan, tenure: Tenure): boolean {
  const { of, because, candidates } = plan;
  if (tenure.role !== 'TREKKER' || of?.until === OPEN) return false;
  if (isFor(plan, tenure)) return true;
  return of !== null && because !== 'BY_HAND' && of.until < tenure.from && !candidates.some(isInView);
}

/** They are a candidate. */
function isFor({ candidates }: Plan, { person }: Tenure): boolean {
  return candidates.some((each) => isInView(each) && each.person === person);
}

export function isInView({ endedOn }: Candidate): boolean {
  return endedOn === null;
}
