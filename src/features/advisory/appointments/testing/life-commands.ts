import { dayText, type Away, type Held } from './seat-model.js';
import {
  type AwayOutcome,
  naiveAway,
  naiveAwayNoMore,
  naiveNeverAway,
  naiveOtherAlternate,
} from './seat-absences.js';
import { heldToDeparture, learnCuts } from './seat-cuts.js';
import { diedOn, naiveDepart, naiveTakeBack } from './seat-departures.js';
import type { Outcome } from './seat-outcomes.js';
import { type Command, idOf, REASON, type Scene, type Step } from './seat-scene.js';

/** Somebody departs, on a day until today. */
export function departing(scene: Scene, held: readonly Held[], asked: Command, on: number): Step {
  const { departed, today, rules, seats } = scene;
  const leaving = {
    person: scene.people[asked.person]!,
    died: asked.died,
    lastDay: Math.max(today - 3_000, Math.min(on, today)),
  };
  const { person, died, lastDay } = leaving;
  const isSame = departed.some(
    (each) => !each.takenBack && each.person === person && each.died === died && each.lastDay === lastDay,
  );
  const outcome = naiveDepart({ held, away: scene.away }, rules, seats, leaving, departed);
  const { expected, cuts } = heldToDeparture(held, outcome, rules, departed);
  return {
    mutation: 'personDepart',
    input: { id: person, kind: died ? 'DECEASED' : 'STOPS_EVERYTHING', on: dayText(lastDay) },
    expected: isSame && 'after' in outcome ? { after: held } : expected,
    learns({ before, after, ids }) {
      const id = idOf('PersonDeparture', ids);
      if (departed.some((each) => each.id === id)) return;
      learnCuts(cuts);
      const changed = before.flatMap((was) => {
        const left = after.find((each) => each.id === was.id) ?? null;
        const isKept = left?.until === was.until && left.reason === was.reason;
        return isKept ? [] : [{ id: was.id, was, left }];
      });
      const acted = scene.away.filter(({ alternate, id: absence }) => {
        const now = 'away' in outcome && outcome.away?.find((each) => each.id === absence);
        return alternate === person && now && now.alternate === null;
      });
      departed.push({
        ...leaving,
        id,
        recordedOn: today,
        changed,
        acted: acted.map((each) => each.id),
        takenBack: false,
      });
    },
  };
}

/** One of the departures, the last of that person or another one. */
export function takingBack(scene: Scene, held: readonly Held[], asked: Command): Step | undefined {
  const { departed, rules, seats, today, away } = scene;
  const of = departed[asked.which % Math.max(departed.length, 1)];
  return (
    of && {
      mutation: 'personDepartTakeBack',
      input: { id: of.id },
      expected: naiveTakeBack({ held, away }, rules, seats, today, of, departed),
      learns: () => {
        of.takenBack = true;
      },
    }
  );
}

/** The holder of a seat is away for a time, comes back, or was never away; and who acts for them. */
export function absence(scene: Scene, held: readonly Held[], asked: Command, on: number): Step | undefined {
  const { away, today, rules, departed } = scene;
  const died = (person: string) => diedOn(departed, person);
  const alternate = asked.shorter === null ? null : scene.people[asked.person]!;
  const step = (mutation: string, input: object, outcome: AwayOutcome): Step => ({
    mutation,
    input,
    expected: 'refused' in outcome ? outcome : ({ after: held, away: outcome.away } satisfies Outcome),
  });
  if (asked.do === 'away') {
    const of = held[asked.which % Math.max(held.length, 1)];
    const input = { roleId: of?.id, from: dayText(on), substituteId: alternate };
    const recorded = of && { of, from: on, alternate, diedOn: died };
    return recorded && step('absenceRecord', input, naiveAway(away, held, rules.alternates, today, recorded));
  }
  const of: Away | undefined = away[asked.which % Math.max(away.length, 1)];
  if (!of) return undefined;
  const { id } = of;
  switch (asked.do) {
    case 'awayNoMore':
      return step('absenceEnd', { id, on: dayText(on) }, naiveAwayNoMore(away, held, today, of, on));
    case 'alternate': {
      const outcome = naiveOtherAlternate(away, held, rules.alternates, today, {
        of,
        alternate,
        diedOn: died,
      });
      return step('absenceUpdate', { id, patch: { substituteId: alternate } }, outcome);
    }
    default:
      return step('absenceAnnul', { id, reason: REASON }, naiveNeverAway(away, of));
  }
}
