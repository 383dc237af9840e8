import fc from 'fast-check';
import { parseNodeId } from '../../../../kernel/node-id.js';
import type { Departed } from './seat-cuts.js';
import type { EndedEarly } from './seat-given-back.js';
import type { Away, Held, NaiveRules, NaiveSeat } from './seat-model.js';
import type { Outcome } from './seat-outcomes.js';

const anyCommand = fc.record({
  do: fc.oneof(
    { weight: 8, arbitrary: fc.constant('appoint') },
    { weight: 5, arbitrary: fc.constantFrom('reappoint', 'end', 'annul', 'correct', 'dayPasses') },
    { weight: 2, arbitrary: fc.constantFrom('depart', 'takeBack') },
    { weight: 2, arbitrary: fc.constantFrom('away', 'away', 'awayNoMore', 'alternate', 'neverAway') },
    { weight: 1, arbitrary: fc.constant('abolish') },
  ),
  seat: fc.nat(1),
  person: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.constantFrom(1, 2) }),
  /** which of the existing appointments, departures or absences */
  which: fc.nat(20),
  days: fc.oneof(
    fc.integer({ min: -300, max: 900 }),
    fc.integer({ min: -2, max: 2 }),
    fc.constantFrom(0, 365),
    fc.constant(null),
  ),
  shorter: fc.option(fc.integer({ min: -1, max: 400 }), { freq: 3 }),
  /** near the last day of an existing appointment, rather than near today */
  beside: fc.boolean(),
  reason: fc.constantFrom('PERSONAL', 'PERSONAL', 'TERM_COMPLETED', 'MOVED'),
  /** rather than stop with everything */
  died: fc.boolean(),
  /** what was recorded wrongly */
  wrong: fc.constantFrom('person', 'person', 'from', 'from', 'left', 'goesOn', 'goesOn', 'seat'),
});
export type Command = ReturnType<typeof anyCommand.generate>['value'];

const begin: Command = {
  do: 'appoint',
  seat: 0,
  person: 0,
  which: 0,
  days: -200,
  shorter: null,
  beside: false,
  reason: 'PERSONAL',
  died: false,
  wrong: 'goesOn',
};

/** What ended before its holder stopped with everything did not, and then they did not stop. */
const correctedSince: Command[] = [
  begin,
  { ...begin, do: 'end', days: -30 },
  { ...begin, do: 'depart', days: -5 },
  { ...begin, do: 'correct' },
  { ...begin, do: 'takeBack' },
];

/** The same, of somebody who was to have another seat. */
const wasToFollow: Command[] = [
  begin,
  { ...begin, do: 'appoint', seat: 1, days: 1000 },
  ...correctedSince.slice(1),
];

/** Nobody followed whoever made room and departed since, and then they did not. */
const heldAgain: Command[] = [
  { ...begin, days: -320 },
  { ...begin, person: 1, days: -100 },
  { ...begin, do: 'depart', days: -5 },
  { ...begin, do: 'annul', which: 1 },
  { ...begin, do: 'takeBack' },
];

export const anyCommands = fc.oneof(
  { weight: 3, arbitrary: fc.array(anyCommand, { maxLength: 25, size: 'max' }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.constantFrom(correctedSince, wasToFollow, heldAgain),
        fc.nat(5),
        fc.array(anyCommand, { maxLength: 12, size: 'max' }),
      )
      // the last of it may not happen, or something else first
      .map(([beginning, upTo, others]) => [...beginning.slice(0, upTo), ...others, ...beginning.slice(upTo)]),
  },
);

export const anyRules = fc.record({
  termMonths: fc.constantFrom(6, 12, 48),
  maxConsecutiveTerms: fc.constantFrom(null, null, 1, 2),
  breakMonths: fc.constantFrom(0, 0, 3),
  carryOver: fc.boolean(),
  replacementServesRemaining: fc.boolean(),
  alternates: fc.boolean(),
});

/** A body with two seats, and three people (public ids). */
export interface Scene {
  readonly rules: NaiveRules;
  readonly body: string;
  readonly seats: NaiveSeat[];
  readonly people: readonly string[];
  readonly departed: Departed[];
  /** by the appointment that ended early */
  readonly ended: Map<string, EndedEarly>;
  away: readonly Away[];
  today: number;
}

export interface Step {
  readonly mutation: string;
  readonly input: object;
  readonly expected: Outcome;
  /** what the scene keeps of it once it is done */
  learns?(done: Done): void;
}

interface Done {
  readonly before: readonly Held[];
  readonly after: readonly Held[];
  /** of the records that the answer names */
  readonly ids: readonly string[];
}

export function idOf(type: string, ids: readonly string[]): string {
  return ids.find((id) => parseNodeId(id)!.type === type)!;
}

export const REASON = 'Vergissing';
