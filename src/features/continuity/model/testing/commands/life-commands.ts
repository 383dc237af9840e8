import { nodeId } from '../../../../../kernel/node-id.js';
import { type Command, first, isRecordable, type Scene, type Step, when } from './model-commands.js';
import { type Day, write } from '../model-days.js';
import type { NetworkModel } from '../succession-model.js';

const idOf = ({ id }: NetworkModel) => nodeId('Oudernetwerk', id);
const UNDONE = { reason: 'Vergissing' };

/** The end of a network: planned or at once, moved, taken back, and what was recorded of it by mistake. */
export const LIFE_COMMANDS = {
  endNetwork(scene: Scene, { on }: Command): Step {
    const { network, today } = scene;
    const day = scene.day(on);
    const isSame = network.endedOn === day;
    return {
      as: scene.coordinator,
      mutation: 'oudernetwerkEnd',
      input: { id: idOf(network), reason: 'Klaar', ...scene.given('on', on) },
      refusals: first(
        when(network.isOver(today), 'ALREADY_ENDED'),
        when(!isSame && !mayEnd(network, today, day), 'DATE_OUT_OF_RANGE'),
      ),
      apply() {
        if (!isSame) endOn(scene, day);
      },
    };
  },
  goOnAfterAll(scene: Scene): Step {
    const { network, today } = scene;
    return {
      as: scene.coordinator,
      mutation: 'oudernetwerkContinue',
      input: { id: idOf(network) },
      refusals: first(
        when(network.isOver(today), 'ALREADY_ENDED'),
        when(network.endedOn === null, 'NO_END_RECORDED'),
      ),
      apply: () => goOn(scene),
    };
  },
  annulEnd(scene: Scene): Step {
    const { network } = scene;
    return {
      as: scene.coordinator,
      mutation: 'oudernetwerkEndAnnul',
      input: { id: idOf(network), ...UNDONE },
      refusals: first(
        when(network.endedOn === null, 'NO_END_RECORDED'),
        when(network.wentUp !== null, 'BUILT_UPON'),
      ),
      apply: () => goOn(scene),
    };
  },
  correctEnd(scene: Scene, { on }: Command): Step {
    const { network, today } = scene;
    const day = on === null ? network.endedOn! : scene.day(on);
    const isSame = network.endedOn === day;
    return {
      as: scene.coordinator,
      mutation: 'oudernetwerkEndCorrect',
      input: { id: idOf(network), ...UNDONE, patch: on === null ? {} : { on: write(day) } },
      refusals: first(
        when(network.endedOn === null, 'NO_END_RECORDED'),
        when(network.wentUp !== null, 'BUILT_UPON'),
        when(!isSame && !mayEnd(network, today, day), 'DATE_OUT_OF_RANGE'),
      ),
      apply() {
        if (!isSame) endOn(scene, day);
      },
    };
  },
  annulActivation(scene: Scene): Step {
    const { network } = scene;
    return {
      as: scene.coordinator,
      mutation: 'oudernetwerkActivationAnnul',
      input: { id: idOf(network), ...UNDONE },
      refusals: first(
        when(network.activeFrom === null, 'NETWORK_NOT_ACTIVE'),
        when(network.endedOn !== null, 'BUILT_UPON'),
      ),
      apply() {
        Object.assign(network, { phase: 'FORMING', activeFrom: null });
        scene.follow.neverActive();
      },
    };
  },
  correctActivation(scene: Scene, { on }: Command): Step {
    const { network, today } = scene;
    const day = on === null ? network.activeFrom! : scene.day(on);
    const isLate = day > Math.min(today, network.endedOn ?? today);
    return {
      as: scene.coordinator,
      mutation: 'oudernetwerkActivationCorrect',
      input: { id: idOf(network), ...UNDONE, patch: on === null ? {} : { on: write(day) } },
      refusals: first(
        when(network.activeFrom === null, 'NETWORK_NOT_ACTIVE'),
        when(day !== network.activeFrom && (isLate || !isRecordable(today, day)), 'DATE_OUT_OF_RANGE'),
      ),
      apply: () => void (network.activeFrom = day),
    };
  },
};

function endOn(scene: Scene, day: Day): void {
  const { network } = scene;
  const reopened = network.end.reopen();
  const gone = network.end.at(day);
  scene.follow.reopened(reopened);
  scene.follow.networkEnded(gone);
}

function goOn(scene: Scene): void {
  scene.follow.reopened(scene.network.end.reopen());
  scene.follow.networkGoesOn();
}

/** As if it had no end yet. */
export function mayEnd(network: NetworkModel, today: Day, day: Day): boolean {
  const whole = network.copy();
  whole.end.reopen();
  return day >= whole.earliestEnd(today) && isRecordable(today, day);
}
