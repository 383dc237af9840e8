import { type Departed, type Kept, lastOf, type Link, putBack } from './kept-roles.js';
import { takeUp } from './network-end.js';
import { type Day, OPEN } from './model-days.js';
import { type Candidate, type Engagement, goesOn, type Plan, type Tenure } from './model-parts.js';
import type { PersonMove } from './moves.js';
import { Following, isInView } from './plans-follow.js';
import type { Model, NetworkModel } from './succession-model.js';
import { type KeptIn, whereTheyAre } from './where-they-are.js';

/** Somebody died, or stopped with everything: what that did to all that they had a part in, wherever it was. */
export class Departure implements Departed {
  private roles: KeptIn[] = [];
  private followed: { readonly row: Tenure; readonly predecessor: Tenure }[] = [];
  private candidacies: { readonly of: Candidate; readonly plan: Plan; readonly was: Candidate }[] = [];
  private searches: { readonly of: Tenure; readonly plan: Plan; readonly wasOpen: boolean }[] = [];
  private readonly opened: Plan[] = [];
  private asked: PersonMove | undefined;
  readonly recordedOn: Day;
  isTakenBack = false;

  constructor(
    private readonly model: Model,
    readonly id: string,
    readonly who: number,
    readonly kind: 'DECEASED' | 'STOPS_EVERYTHING',
    readonly on: Day,
  ) {
    this.recordedOn = model.today;
  }

  begin(): void {
    const { model, who, on } = this;
    for (const network of model.networks) this.endRoles(network);
    for (const plan of model.networks.flatMap(({ plans }) => plans)) {
      const inView = plan.candidates.filter((each) => each.person === who && isInView(each));
      for (const each of inView) if (each.stage !== 'APPOINTED') this.withdraw(each, plan);
    }
    if (this.kind === 'DECEASED') model.died.set(who, on);
    this.asked = model.moves.ofPeople.find((each) => each.who === who && each.over === null);
    if (this.asked) this.asked.over = 'DEPARTED';
    for (const { network, row, left } of this.roles) {
      if ('person' in row && left === null) new Following(model, network).annulled(row);
    }
    for (const { network, row, left } of this.roles) {
      if ('person' in row && left !== null) new Following(model, network).ended(row, this);
    }
    for (const network of model.networks) network.end.departs(this);
  }

  keep(kept: Kept, network: NetworkModel): void {
    this.roles.push({ ...kept, network });
  }

  follows(row: Tenure, predecessor: Tenure): void {
    this.followed.push({ row, predecessor });
  }

  keepsFromBeginning(row: Tenure): boolean {
    return !this.isTakenBack && this.roles.some((kept) => kept.row === row && kept.left === null);
  }

  keepSearches(of: Tenure, plans: readonly Plan[]): void {
    for (const plan of plans) {
      if (this.searches.some((kept) => kept.plan === plan)) continue;
      this.searches.push({ of, plan, wasOpen: plan.closed === null });
    }
  }

  hadStopped(tenure: Tenure): boolean {
    const theirs = this.searches.filter(({ of }) => of === tenure);
    return this.isTakenBack && theirs.length > 0 && !theirs.some(({ wasOpen }) => wasOpen);
  }

  opens(plan: Plan): void {
    if (!this.isTakenBack) this.opened.push(plan);
  }

  hasOpened(plan: Plan): boolean {
    return this.isTakenBack && this.opened.includes(plan);
  }

  takeBack(): void {
    const { model, who } = this;
    this.isTakenBack = true;
    model.died.delete(who);
    if (this.asked?.over === 'DEPARTED') this.asked.over = null;
    const links: Link[] = [];
    this.roles = whereTheyAre(this.roles);
    const gone = this.roles.filter(({ left }) => left === null);
    const roles = [...gone, ...this.roles.filter((kept) => !gone.includes(kept))];
    const restored = roles.filter((kept) => this.putBack(kept, links));
    for (const kept of roles) if (!restored.includes(kept)) this.networkOf(kept).end.putOff(kept);
    for (const { row, predecessor } of this.followed) this.follow(row, predecessor);
    for (const link of links) model.link(link);
    for (const candidacy of this.candidacies) {
      const { of, plan, was } = candidacy;
      const { end } = model.networks.find(({ plans }) => plans.includes(plan)) ?? {};
      if (!plan.closed) takeUp(of, plan, was);
      else if (end?.stopped.some((stopped) => stopped.plan === plan)) end.waiting.push(candidacy);
    }
    for (const tenure of model.networks.flatMap(({ tenures }) => tenures)) {
      if (tenure.person === who && tenure.reason === 'DECEASED') tenure.reason = 'OTHER';
    }
    for (const network of model.networks) network.end.cut();
    for (const kept of restored) {
      if (!('person' in kept.row)) continue;
      const follow = new Following(model, this.networkOf(kept));
      if (kept.left === null) {
        const { row } = kept;
        follow.started(row);
        follow.neverLeft(row, row.id);
        for (const { of, plan, wasOpen } of this.searches)
          if (of === row) follow.seekAgain(of, plan, wasOpen);
      }
      if (kept.was.reason !== null) follow.ended(kept.row, this);
      else if (kept.left !== null) follow.continued(kept.row, this);
      follow.neverLeft(kept.row, kept.row.id);
    }
  }

  private putBack(kept: KeptIn, links: Link[]): boolean {
    const network = this.networkOf(kept);
    if (kept.of === 'members' && kept.left !== null && network !== kept.network) {
      return this.putInto(kept, network);
    }
    if (!putBack(network, kept, { now: network.end.asBeforeCut(kept.row), links })) return false;
    network.end.forget(kept.row);
    return true;
  }

  /** A member of what their network went up in. */
  private putInto({ row, was, left, network: into }: KeptIn, from: NetworkModel): boolean {
    const { until } = from.end.asBeforeCut(row);
    if (until !== left!.until || row.from > (into.endedOn ?? OPEN)) return false;
    from.end.forget(row);
    from.members = from.members.filter((other) => other !== row);
    into.members.push(Object.assign(row as Engagement, was));
    return true;
  }

  /** They do not think of them any more. */
  withdraw(candidate: Candidate, plan: Plan): void {
    this.candidacies.push({ of: candidate, plan, was: { ...candidate } });
    Object.assign(candidate, { stage: 'WITHDRAWN', endedOn: this.model.today });
  }

  private endRoles(network: NetworkModel): void {
    const { on, who } = this;
    const led = network.tenures.filter(
      (each) => each.person === who && (each.until > on || (each.until === on && goesOn(each))),
    );
    const joined = network.members.filter((each) => each.who === who && each.until > on);
    for (const row of network.tenures) {
      const { predecessor } = row;
      if (!predecessor || !led.includes(predecessor) || led.includes(row) || predecessor.from <= on) continue;
      this.followed.push({ row, predecessor });
      row.predecessor = null;
    }
    for (const row of [...led, ...joined]) {
      const of = 'person' in row ? 'tenures' : 'members';
      const was = network.end.asBeforeCut(row);
      const isGone = row.from > on;
      if (!isGone) {
        network.end.forget(row);
        row.until = on;
        if ('reason' in row) row.reason = this.kind === 'DECEASED' ? 'DECEASED' : 'PERSONAL';
      }
      this.roles.push({ of, row, was, left: isGone ? null : lastOf(row), network });
    }
    const isLeft = (row: unknown) => !this.roles.some((kept) => kept.row === row && kept.left === null);
    network.tenures = network.tenures.filter(isLeft);
    network.members = network.members.filter(isLeft);
  }

  /** Where it is by now. */
  private networkOf({ of, row, network }: KeptIn): NetworkModel {
    return this.model.networks.find((each) => (each[of] as unknown[]).includes(row)) ?? network;
  }

  private follow(row: Tenure, predecessor: Tenure): void {
    const { networks } = this.model;
    const isPutOff = networks.some(({ end }) =>
      end.closed.some((kept) => kept.row === row && kept.left === null),
    );
    if (isPutOff) row.predecessor ??= predecessor;
    const all = networks.flatMap(({ tenures }) => tenures);
    const isFree = row.predecessor === null && !all.some((each) => each.predecessor === predecessor);
    if (isFree && all.includes(row) && all.includes(predecessor)) row.predecessor = predecessor;
  }
}
