import { type Day, OPEN, write } from '../model-days.js';
import { Following } from '../plans-follow.js';
import type { Model, NetworkModel } from '../succession-model.js';

/** A day counted from today, or on or next to a day on which something changes; null = none given. */
export type On = { readonly days: number } | { readonly near: number; readonly shift: number } | null;

/** What to try. Numbers choose among what exists. */
export interface Command<Name extends string = string> {
  readonly do: Name;
  readonly network: number;
  readonly which: number;
  readonly who: number;
  readonly on: On;
  readonly length: number | null;
  readonly flag: boolean;
}

/** A mutation with its input, its expected refusals, and what changes if there are none. */
export interface Step {
  /** subject of the account that runs it */
  readonly as: string;
  readonly mutation: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** codes, in order; empty = it must succeed */
  readonly refusals: readonly string[];
  /** receives the uuid of the record that the answer created; empty: none that its sender sees */
  readonly apply: (madeId: string) => void;
}

/** Where a command is decided on: its network, and public ids of those who can be chosen. */
export class Scene {
  constructor(
    readonly model: Model,
    readonly network: NetworkModel,
    readonly people: readonly string[],
    readonly organisations: readonly string[],
    readonly regions: readonly string[],
  ) {}

  get today(): Day {
    return this.model.today;
  }

  get follow(): Following {
    return new Following(this.model, this.network);
  }

  /** A coordinator of the network's region. */
  get coordinator(): string {
    return coordinatorOf(this.network.region);
  }

  day(on: On): Day {
    if (on === null) return this.today;
    if ('days' in on) return this.today + on.days;
    const turns = this.network.turningPoints();
    return (chosen(turns, on.near) ?? this.today) + on.shift;
  }

  isDead(person: number): boolean {
    return this.model.died.has(person);
  }

  /** Whom an input names that whoever runs it does not see. */
  unseen({ as, input }: Step): boolean {
    const region = COORDINATORS.indexOf(as);
    const named = Object.values({ ...input, ...(input['patch'] as object | undefined) });
    return (
      region >= 0 &&
      this.people.some((id, who) => named.includes(id) && !this.model.moves.regionsOf(who).includes(region))
    );
  }

  /** Whether this would be after they died; nothing is after the end of the network. */
  outlives(person: number, until: Day): boolean {
    const last = Math.min(until, this.network.endedOn ?? OPEN);
    return last > (this.model.died.get(person) ?? OPEN);
  }

  /** `{ [field]: day }`, or nothing if no day is given. */
  given(field: string, on: On): Record<string, string> {
    return on === null ? {} : { [field]: write(this.day(on)) };
  }
}

const COORDINATORS = ['coordinator', 'neighbour', 'stranger'];
export const REGIONS = COORDINATORS.length;

export function coordinatorOf(region: number): string {
  return COORDINATORS[region]!;
}

export function parent(person: number): string {
  return `parent ${person}`;
}

export function when(condition: boolean, code: string): string[] {
  return condition ? [code] : [];
}

export function first(...codes: string[][]): string[] {
  return codes.find(({ length }) => length > 0) ?? [];
}

export function chosen<Part>(parts: readonly Part[], which: number): Part | null {
  return parts[which % parts.length] ?? null;
}

/** Roles may be recorded this far ahead, and from 1990 on. */
export function isRecordable(today: Day, day: Day): boolean {
  return day === OPEN || (write(day) >= '1990-01-01' && day <= today + 3_652);
}
