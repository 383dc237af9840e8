import { nodeId } from '../../../../../kernel/node-id.js';
import { chosen, type Command, coordinatorOf, first, type Scene, type Step, when } from './model-commands.js';
import { next, OPEN, read, write } from '../model-days.js';

/** A network's own life cycle, what it does, and its parents' school ties. */
export const NETWORK_COMMANDS = {
  activate(scene: Scene, { on }: Command): Step {
    const { network, today } = scene;
    const { phase, activeFrom } = network;
    const from = scene.day(on);
    return {
      as: scene.coordinator,
      mutation: 'oudernetwerkActivate',
      input: { id: nodeId('Oudernetwerk', network.id), ...scene.given('on', on) },
      refusals: first(
        when(phase === 'ACTIVE' || network.isOver(today), 'NETWORK_NOT_FORMING'),
        when(from > today || (activeFrom !== null && from < today), 'DATE_OUT_OF_RANGE'),
      ),
      apply() {
        network.phase = 'ACTIVE';
        network.activeFrom ??= from;
      },
    };
  },
  pause(scene: Scene): Step {
    const { network, today } = scene;
    return {
      as: scene.coordinator,
      mutation: 'oudernetwerkPause',
      input: { id: nodeId('Oudernetwerk', network.id) },
      refusals: when(network.phase !== 'ACTIVE' || network.isOver(today), 'NETWORK_NOT_ACTIVE'),
      apply: () => void (network.phase = 'DORMANT'),
    };
  },
  /** A child in the last years of primary school. */
  tieRecord(scene: Scene, { who, which }: Command): Step {
    const { model, people, today } = scene;
    const yearsToGo = which % 3;
    // the calendar year in which this school year ends
    const year = Number(write(next(today - 1, '07-31')).slice(0, 4));
    return {
      as: coordinatorOf(model.moves.homeOf(who)),
      mutation: 'schoolTieRecord',
      input: {
        personId: people[who],
        stage: 'BO',
        yearLevel: 8 - yearsToGo,
        schoolYear: `${year - 1}-${year}`,
      },
      refusals: when(scene.isDead(who), 'PERSON_DECEASED'),
      apply: (id) => model.ties.push({ id, person: who, exit: read(`${year + yearsToGo}-07-31`) }),
    };
  },
  tieRemove(scene: Scene, { which }: Command): Step | null {
    const { model } = scene;
    const tie = chosen(model.ties, which);
    if (!tie) return null;
    return {
      as: coordinatorOf(model.moves.homeOf(tie.person)),
      mutation: 'schoolTieClose',
      input: { id: nodeId('SchoolTie', tie.id) },
      refusals: [],
      apply: () => void (model.ties = model.ties.filter((other) => other !== tie)),
    };
  },
  activity(scene: Scene, { on }: Command): Step {
    const { network, today } = scene;
    const day = scene.day(on);
    return {
      as: scene.coordinator,
      mutation: 'activityRecord',
      input: {
        oudernetwerkId: nodeId('Oudernetwerk', network.id),
        kind: 'MEETING',
        title: 'Bijeenkomst',
        on: write(day),
      },
      refusals: when(day > Math.min(today, network.endedOn ?? OPEN), 'DATE_OUT_OF_RANGE'),
      apply: () => undefined,
    };
  },
};
