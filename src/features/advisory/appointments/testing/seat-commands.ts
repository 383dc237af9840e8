import fc from 'fast-check';
import { dayNumber, dayText, type Held, type NaiveRules, type NaiveSeat } from './seat-model.js';
import { naiveAbolish, naiveAppoint, naiveEnd, naiveReappoint, type Outcome } from './seat-outcomes.js';
import { naiveAnnul, naiveCorrect, type NaivePatch } from './seat-undo.js';

export const anyCommand = fc.record({
  do: fc.oneof(
    { weight: 8, arbitrary: fc.constant('appoint') },
    { weight: 5, arbitrary: fc.constantFrom('reappoint', 'end', 'annul', 'correct', 'dayPasses') },
    { weight: 1, arbitrary: fc.constant('abolish') },
  ),
  seat: fc.nat(1),
  person: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.constantFrom(1, 2) }),
  /** which of the existing appointments */
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
  /** what was recorded wrongly */
  wrong: fc.constantFrom('person', 'person', 'from', 'from', 'left', 'goesOn', 'goesOn', 'seat'),
});
export type Command = ReturnType<typeof anyCommand.generate>['value'];

export const anyRules = fc.record({
  termMonths: fc.constantFrom(6, 12, 48),
  maxConsecutiveTerms: fc.constantFrom(null, null, 1, 2),
  breakMonths: fc.constantFrom(0, 0, 3),
  carryOver: fc.boolean(),
  replacementServesRemaining: fc.boolean(),
});

/** A body with two seats, and three people (public ids). */
export interface Scene {
  readonly rules: NaiveRules;
  readonly body: string;
  readonly seats: NaiveSeat[];
  readonly people: readonly string[];
  today: number;
}

interface Step {
  readonly mutation: string;
  readonly input: object;
  readonly expected: Outcome;
}

/** What a command amounts to; undefined if there is nothing it could apply to. */
export function stepOf(scene: Scene, held: readonly Held[], asked: Command): Step | undefined {
  const { rules, seats, today } = scene;
  const of = held[asked.which % Math.max(held.length, 1)];
  const seat = seats.find(({ id }) =>
    asked.do === 'appoint' || asked.do === 'abolish' ? id === scene.seats[asked.seat]!.id : id === of?.seat,
  );
  if (!seat) return undefined;
  const near = asked.beside && of ? Math.min(of.until, of.latestEnd) + 1 : today;
  const on = near + (asked.days ?? 0);
  const from = asked.days === null && asked.do === 'reappoint' ? Math.max(of!.latestEnd + 1, today) : on;
  const until = asked.shorter === null ? null : from + asked.shorter;
  const term = {
    ...(asked.days !== null && { from: dayText(from) }),
    until: until === null ? null : dayText(until),
  };
  const person = of && asked.do === 'reappoint' ? of.person : scene.people[asked.person]!;
  switch (asked.do) {
    case 'appoint':
      return {
        mutation: 'seatAppoint',
        input: { seatId: seat.id, personId: person, ...term, from: dayText(from) },
        expected: naiveAppoint(held, rules, today, {
          seat,
          person,
          from,
          until,
          earliest: dayNumber('1990-01-01'),
        }),
      };
    case 'reappoint':
      return {
        mutation: 'seatReappoint',
        input: { id: of!.id, ...term },
        expected: naiveReappoint(held, rules, today, of!, { seat, person, from, until }),
      };
    case 'end':
      return {
        mutation: 'seatAppointmentEnd',
        input: { id: of!.id, on: dayText(on), reason: asked.reason },
        expected: naiveEnd(held, rules, today, { of: of!, seats, on, reason: asked.reason }),
      };
    case 'annul':
      return {
        mutation: 'seatAppointmentAnnul',
        input: { id: of!.id, reason: REASON },
        expected: naiveAnnul(held, rules, of!, seats),
      };
    case 'correct':
      return corrected(scene, held, of!, patchOf(scene, of!, on, asked));
    default:
      return {
        mutation: 'advisorySeatAbolish',
        input: { id: seat.id, on: dayText(on) },
        expected: naiveAbolish(held, rules, today, seat, on),
      };
  }
}

const REASON = 'Vergissing';

function patchOf({ seats, people }: Scene, of: Held, on: number, asked: Command): NaivePatch {
  switch (asked.wrong) {
    case 'person':
      return { person: people[asked.person]! };
    case 'seat':
      return { seat: seats[asked.seat]!.id };
    case 'from':
      return { from: asked.beside ? of.from + ((asked.days ?? 1) % 40) : on };
    case 'left':
      return { left: { on, reason: asked.reason } };
    default:
      return { left: null };
  }
}

function corrected(scene: Scene, held: readonly Held[], of: Held, patch: NaivePatch): Step {
  const { person, seat, from, left } = patch;
  const days = left === undefined ? {} : left && { until: dayText(left.on), endReason: left.reason };
  const given = {
    ...(person && { personId: person }),
    ...(seat && { seatId: seat }),
    ...(from !== undefined && { from: dayText(from) }),
    ...(days ?? { until: null }),
  };
  const outcome = naiveCorrect(held, scene.rules, scene.today, { of, seats: scene.seats, patch });
  return {
    mutation: 'seatAppointmentCorrect',
    input: { id: of.id, reason: REASON, patch: given },
    expected: outcome ?? { after: held },
  };
}
