import { nodeId } from '../../../../../kernel/node-id.js';
import { Departure } from '../departure.js';
import { chosen, type Command, coordinatorOf, first, type Scene, type Step, when } from './model-commands.js';
import { monthsLater } from '../model-days.js';

const DAYS_TO_TAKE_BACK = 30;

/** Somebody dies, or stops with everything; or did not after all. Recorded by the region where they live. */
export const DEPART_COMMANDS = {
  depart(scene: Scene, { who, on, flag }: Command): Step {
    const { model, people, today } = scene;
    const kind = flag ? 'DECEASED' : 'STOPS_EVERYTHING';
    const day = scene.day(on);
    const isSame = model.departures.some(
      (each) => !each.isTakenBack && each.who === who && each.kind === kind && each.on === day,
    );
    return {
      as: coordinatorOf(model.moves.homeOf(who)),
      mutation: 'personDepart',
      input: { id: people[who], kind, ...scene.given('on', on) },
      refusals: [
        ...when(day > today || day < monthsLater(today, -120), 'DATE_OUT_OF_RANGE'),
        ...when(scene.isDead(who), 'ALREADY_DECEASED'),
      ],
      apply(id) {
        if (isSame) return;
        const departure = new Departure(model, id, who, kind, day);
        model.departures.push(departure);
        departure.begin();
      },
    };
  },
  takeBack(scene: Scene, { which }: Command): Step | null {
    const { model, today } = scene;
    const departure = chosen(model.departures, which);
    if (!departure) return null;
    const { who, kind, recordedOn, isTakenBack } = departure;
    const newest = model.departures.filter((each) => each.who === who && !each.isTakenBack).at(-1);
    const isLate = kind === 'STOPS_EVERYTHING' && recordedOn + DAYS_TO_TAKE_BACK < today;
    return {
      as: coordinatorOf(model.moves.homeOf(who)),
      mutation: 'personDepartTakeBack',
      input: { id: nodeId('PersonDeparture', departure.id) },
      refusals: first(
        when(isTakenBack, 'NO_DEPARTURE'),
        when(newest !== departure, 'LATER_DEPARTURE'),
        when(isLate, 'DEPARTURE_TOO_LONG_AGO'),
      ),
      apply: () => departure.takeBack(),
    };
  },
};
