import { absence, departing, takingBack } from './life-commands.js';
import { passedOn } from './seat-absences.js';
import { heldToDeparture, type Kept, learnCuts } from './seat-cuts.js';
import { diedOn, unlessDead } from './seat-departures.js';
import { stillLeaves, type Undone, withGivenBack } from './seat-given-back.js';
import { dayNumber, dayText, type Held } from './seat-model.js';
import { naiveAbolish, naiveAppoint, naiveEnd, naiveReappoint, type Outcome } from './seat-outcomes.js';
import { type Command, idOf, REASON, type Scene, type Step } from './seat-scene.js';
import { naiveAnnul, naiveCorrect, type NaivePatch } from './seat-undo.js';

/** What a command amounts to; undefined if there is nothing it could apply to. */
export function stepOf(scene: Scene, held: readonly Held[], asked: Command): Step | undefined {
  const { rules, seats, today, departed } = scene;
  const of = held[asked.which % Math.max(held.length, 1)];
  const near = asked.beside && of ? Math.min(of.until, of.latestEnd) + 1 : today;
  const on = near + (asked.days ?? 0);
  const seat = seats.find(({ id }) =>
    asked.do === 'appoint' || asked.do === 'abolish' ? id === scene.seats[asked.seat]!.id : id === of?.seat,
  );
  switch (asked.do) {
    case 'depart':
      return departing(scene, held, asked, on);
    case 'takeBack':
      return takingBack(scene, held, asked);
    case 'away':
    case 'awayNoMore':
    case 'alternate':
    case 'neverAway':
      return absence(scene, held, asked, on);
  }
  if (!seat) return undefined;
  const from = asked.days === null && asked.do === 'reappoint' ? Math.max(of!.latestEnd + 1, today) : on;
  const until = asked.shorter === null ? null : from + asked.shorter;
  const term = {
    ...(asked.days !== null && { from: dayText(from) }),
    until: until === null ? null : dayText(until),
  };
  const person = of && asked.do === 'reappoint' ? of.person : scene.people[asked.person]!;
  const wish = { seat, person, from, until };
  switch (asked.do) {
    case 'appoint': {
      const outcome = naiveAppoint(held, rules, today, { ...wish, earliest: dayNumber('1990-01-01') });
      return {
        mutation: 'seatAppoint',
        input: { seatId: seat.id, personId: person, ...term, from: dayText(from) },
        expected: unlessDead(outcome, departed, person),
      };
    }
    case 'reappoint':
      return {
        mutation: 'seatReappoint',
        input: { id: of!.id, ...term },
        expected: unlessDead(naiveReappoint(held, rules, today, of!, wish), departed, person),
      };
    case 'end':
      return ending(scene, held, of!, on, asked.reason);
    case 'annul':
      return annulled(scene, held, of!);
    case 'correct':
      return corrected(scene, held, of!, patchOf(scene, of!, on, asked));
    default: {
      const kept = heldToDeparture(held, naiveAbolish(held, rules, today, seat, on), rules, departed);
      return {
        mutation: 'advisorySeatAbolish',
        input: { id: seat.id, on: dayText(on) },
        ...kept,
        learns: () => {
          learnCuts(kept.cuts);
          seats[seats.indexOf(seat)] = { ...seat, abolished: on };
        },
      };
    }
  }
}

function ending(scene: Scene, held: readonly Held[], of: Held, on: number, reason: string): Step {
  const { rules, seats, today, departed, ended } = scene;
  const outcome = naiveEnd(held, rules, today, { of, seats, on, reason });
  const kept = heldToDeparture(held, outcome, rules, departed, of);
  return {
    mutation: 'seatAppointmentEnd',
    input: { id: of.id, on: dayText(on), reason },
    expected: unlessDead(kept.expected, departed, of.person, of.id),
    learns({ before, after }) {
      learnCuts(kept.cuts);
      if (reason === 'TERM_COMPLETED') return;
      const gone = before.filter(({ id }) => !after.some((each) => each.id === id));
      const known = ended.get(of.id);
      ended.set(of.id, { before: known?.before ?? of, removed: [...(known?.removed ?? []), ...gone] });
    },
  };
}

function annulled(scene: Scene, held: readonly Held[], of: Held): Step {
  const outcome = naiveAnnul(held, scene.rules, of, scene.seats);
  const kept = followed(scene, held, outcome, { of, wish: null });
  return {
    mutation: 'seatAppointmentAnnul',
    input: { id: of.id, reason: REASON },
    expected: kept.expected,
    learns: () => {
      learnCuts(kept.cuts);
      scene.ended.delete(of.id);
    },
  };
}

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
  const result = naiveCorrect(
    held,
    scene.rules,
    scene.today,
    { of, seats: scene.seats, patch },
    scene.departed,
  );
  const really = result && 'after' in result ? result.left : null;
  const undone = { of, wish: { person: person ?? of.person, left: really } };
  const kept = result && followed(scene, held, result, undone);
  return {
    mutation: 'seatAppointmentCorrect',
    input: { id: of.id, reason: REASON, patch: given },
    expected: kept ? kept.expected : { after: held },
    learns({ ids }) {
      if (!result) return;
      const id = idOf('SeatAppointment', ids);
      learnCuts('cuts' in result ? result.cuts : [], id);
      learnCuts(kept!.cuts);
      const ended = scene.ended.get(of.id);
      scene.ended.delete(of.id);
      if (ended && stillLeaves(undone)) scene.ended.set(id, ended);
      for (const { changed } of scene.departed)
        for (const each of changed) if (each.id === of.id) each.id = id;
    },
  };
}

/** What follows by itself from what was annulled or corrected, unless that is not possible. */
function followed(scene: Scene, held: readonly Held[], outcome: Outcome, undone: Undone): Kept {
  if ('refused' in outcome) return { expected: outcome, cuts: [] };
  const { rules, seats, today, departed, away } = scene;
  const { of, wish } = undone;
  const ended = diedOn(departed, of.person) < Infinity ? undefined : scene.ended.get(of.id);
  const back = withGivenBack({ held, after: outcome.after }, rules, seats, today, undone, ended, departed);
  const heldBy = wish?.person ?? of.person;
  const { expected, cuts } = heldToDeparture(held, { after: back.after }, rules, departed);
  const lawful = wish ? unlessDead(expected, departed, heldBy) : expected;
  if ('refused' in lawful) return { expected: lawful, cuts: [] };
  const passed = passedOn(away, lawful.after, of, heldBy);
  if ('refused' in passed) return { expected: passed, cuts: [] };
  return { expected: { ...lawful, away: passed.away }, cuts: [...back.cuts, ...cuts] };
}
