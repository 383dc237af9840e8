import { type Day, OPEN } from './model-days.js';

interface Term {
  readonly from: Day;
  readonly until: Day;
}

/** What a network tells and takes when people and networks move. */
interface MovingNetwork {
  readonly id: string;
  region: number;
  readonly lastResort: number;
  readonly left: (Term & { readonly who: number })[];
  readonly tenures: readonly (Term & { readonly person: number })[];
  readonly members: readonly (Term & { readonly who: number })[];
  readonly plans: readonly { readonly candidates: readonly { readonly person: number }[] }[];
  isOver(day: Day): boolean;
}

/** Somebody who moves to another region. */
export interface PersonMove {
  /** empty: not learned yet */
  id: string;
  readonly who: number;
  readonly from: number;
  readonly to: number;
  readonly on: Day;
  answer: 'YES' | 'NO' | null;
  answeredOn: Day | null;
  over: 'CROSSED' | 'MOVED_ON' | 'DEPARTED' | null;
}

/** A network that is to be another region's, if that agrees. */
export interface NetworkMove {
  readonly id: string;
  readonly network: MovingNetwork;
  readonly to: number;
  on: Day;
  answer: 'AGREED' | 'DECLINED' | 'WITHDRAWN' | null;
  isDone: boolean;
}

/** The region that keeps a person's record when a run begins. */
export function firstHomeOf(person: number): number {
  return person < 3 ? 0 : 1;
}

/** Where everybody was a member of a body, and so is known. */
const KNOWN_IN = [0, 1];

/** Who lives where, and what is to be another region's. */
export class Moves {
  readonly homes = new Map<number, number>();
  ofPeople: PersonMove[] = [];
  ofNetworks: NetworkMove[] = [];

  constructor(private readonly model: { readonly today: Day; readonly networks: readonly MovingNetwork[] }) {}

  homeOf(person: number): number {
    return this.homes.get(person) ?? firstHomeOf(person);
  }

  newestOf(person: number): PersonMove | undefined {
    return this.ofPeople.filter(({ who }) => who === person).at(-1);
  }

  openOf(network: MovingNetwork): NetworkMove | undefined {
    return this.ofNetworks.find(
      (each) =>
        each.network === network && !each.isDone && (each.answer === null || each.answer === 'AGREED'),
    );
  }

  /** The regions in which somebody is seen: where they live, and where they have or had a role. */
  regionsOf(person: number): number[] {
    const { networks } = this.model;
    const roles = networks.filter(
      ({ tenures, members, plans }) =>
        tenures.some((each) => each.person === person) ||
        members.some(({ who }) => who === person) ||
        plans.some(({ candidates }) => candidates.some((each) => each.person === person)),
    );
    return [...new Set([this.homeOf(person), ...KNOWN_IN, ...roles.map(({ region }) => region)])];
  }

  /** What comes true on a day: networks go, and then whoever has a role where they live by now. */
  settle(): void {
    for (const move of this.ofNetworks) this.settleNetwork(move);
    for (const move of this.ofPeople) this.settlePerson(move);
  }

  settlePerson(move: PersonMove): void {
    if (move.over || move.on > this.model.today || !this.isIntroduced(move)) return;
    move.over = 'CROSSED';
    this.homes.set(move.who, move.to);
  }

  settleNetwork(move: NetworkMove): void {
    const { network, to, on } = move;
    const { today } = this.model;
    if (move.answer !== 'AGREED' || move.isDone || on > today || network.isOver(today)) return;
    network.left.push({ who: network.lastResort, from: -OPEN, until: on - 1 });
    network.region = to;
    move.isDone = true;
  }

  /** They said yes, or have a role there: one that began after a no. */
  private isIntroduced({ who, to, answer, answeredOn }: PersonMove): boolean {
    const there = this.model.networks
      .filter(({ region }) => region === to)
      .flatMap(({ tenures, members }) => [
        ...tenures.filter(({ person }) => person === who),
        ...members.filter((each) => each.who === who),
      ]);
    const { today } = this.model;
    return (
      answer === 'YES' ||
      there.some(({ from, until }) => until >= today && (answeredOn === null || from > answeredOn))
    );
  }
}
