import { clash, covers, type Day, OPEN, type Span } from './model-days.js';
import type { Engagement } from './model-parts.js';

/** The days on which one organisation stands by. */
export interface Turn extends Span {
  readonly who: number;
}

/** What decides who may stand by for a network. */
interface Supported {
  readonly supports: readonly Engagement[];
  /** the coordinating organisation of its region */
  readonly lastResort: number;
  /** those of the regions that it was of before, until it went */
  readonly left: readonly Turn[];
}

/** Who stands by for a network while nobody leads it: whoever did keeps it for as long as they may. */
export class StandingBy {
  turns: Turn[] = [];

  constructor(private readonly network: Supported) {}

  /** Support was recorded otherwise: what may have followed from it is decided anew. */
  forget(...supports: readonly Turn[]): void {
    const followed = (turn: Turn) =>
      supports.some((each) => each.who === turn.who || covers(each, turn.from));
    this.turns = this.turns.filter((turn) => !followed(turn));
  }

  /** For these days, and no others. */
  cover(gaps: readonly Span[]): void {
    const left = [...this.turns];
    let before: number | null = null;
    this.turns = gaps.flatMap((gap) => {
      const holders = left.filter((turn) => clash(turn, gap));
      const turns = this.turnsIn(gap, this.firstOf(gap, holders, before));
      before = turns.at(-1)!.who;
      for (const turn of turns) {
        const same = holders.find(
          (each) => each.who === turn.who && clash(each, turn) && left.includes(each),
        );
        if (same) left.splice(left.indexOf(same), 1);
      }
      return turns;
    });
  }

  private firstOf({ from }: Span, holders: readonly Turn[], before: number | null): number {
    const kept = holders.find(({ who }) => this.mayHold(who, from))?.who;
    const earlier = before !== null && this.mayHold(before, from) ? before : undefined;
    return kept ?? this.supporterOn(from) ?? earlier ?? this.network.lastResort;
  }

  /** A supporter stands by until their support ends; then it passes on. */
  private turnsIn(gap: Span, first: number): Turn[] {
    const turns: Turn[] = [];
    for (let from = gap.from, who = first, until = -OPEN; until < gap.until;) {
      const support = this.supporters().find((each) => each.who === who && covers(each, from));
      until = Math.min(gap.until, support?.until ?? OPEN);
      const last = turns.at(-1);
      if (last?.who === who) last.until = until;
      else turns.push({ who, from, until });
      from = until + 1;
      who = this.supporterOn(from) ?? this.network.lastResort;
    }
    return turns;
  }

  /** Not whoever supported the network and stopped. */
  private mayHold(who: number, day: Day): boolean {
    const own = this.supporters().filter((each) => each.who === who);
    const stopped = own.some(({ until }) => until < day);
    return who === this.network.lastResort || own.some((each) => covers(each, day)) || !stopped;
  }

  private supporterOn(day: Day): number | undefined {
    return this.supporters().find((each) => covers(each, day))?.who;
  }

  /** Longest first; support that goes on without a day between is one. */
  private supporters(): Turn[] {
    const all = [...this.network.supports].sort((a, b) => a.from - b.from || (a.id < b.id ? -1 : 1));
    const joined: Turn[] = [];
    for (const { who, from, until } of all) {
      const before = joined.find((each) => each.who === who && each.until + 1 === from);
      if (before) before.until = until;
      else joined.push({ who, from, until });
    }
    const { left, lastResort } = this.network;
    return [...joined, ...left.filter(({ who }) => who !== lastResort)];
  }
}
