import { nodeId } from '../../../../../kernel/node-id.js';
import {
  chosen,
  type Command,
  coordinatorOf,
  first,
  REGIONS,
  type Scene,
  type Step,
  when,
} from './model-commands.js';
import { monthsLater, write } from '../model-days.js';
import type { NetworkMove, PersonMove } from '../moves.js';

const idOf = ({ id }: PersonMove) => nodeId('PersonMove', id);
const agreementOf = ({ id }: NetworkMove) => nodeId('RegionAgreement', id);
const MOTIVATION = 'De school ligt daar';

/** People and networks go to another region. */
export const MOVING_COMMANDS = {
  move(scene: Scene, { who, which, on, length, flag }: Command): Step {
    const { model, people, today } = scene;
    const { moves } = model;
    const home = moves.homeOf(who);
    const to = which % REGIONS;
    const day = scene.day(on);
    const answer = length === null ? null : flag ? 'YES' : 'NO';
    const newest = moves.newestOf(who);
    const isSame =
      newest?.to === to && newest.on === day && (answer === null || answer === newest.answer)
        ? newest.over === null || home === to
        : false;
    return {
      as: coordinatorOf(home),
      mutation: 'personMove',
      input: {
        id: people[who],
        toRegionId: scene.regions[to],
        ...scene.given('on', on),
        ...(answer && { mayIntroduce: flag }),
      },
      refusals: first(
        when(scene.isDead(who), 'PERSON_DECEASED'),
        when(day < monthsLater(today, -24) || day > monthsLater(today, 12), 'DATE_OUT_OF_RANGE'),
        when(!isSame && to === home, 'SAME_HOME'),
      ),
      apply(id) {
        if (isSame) return;
        if (newest?.over === null) newest.over = 'MOVED_ON';
        const answeredOn = answer && today;
        const move: PersonMove = { id, who, from: home, to, on: day, answer, answeredOn, over: null };
        moves.ofPeople.push(move);
        moves.settlePerson(move);
        // then the region that recorded it answers for them no more
        expect({ move, isHidden: id === '' }).toEqual({ move, isHidden: move.over === 'CROSSED' });
      },
    };
  },
  answerMove({ model, today }: Scene, { which, flag }: Command): Step | null {
    const { moves } = model;
    const move = chosen(moves.ofPeople, which);
    if (!move) return null;
    const answer = flag ? 'YES' : 'NO';
    return {
      as: coordinatorOf(moves.homeOf(move.who)),
      mutation: 'personMoveAnswer',
      input: { id: idOf(move), mayIntroduce: flag },
      refusals: when(move.over !== null, 'MOVE_OVER'),
      apply() {
        if (move.answer === answer) return;
        Object.assign(move, { answer, answeredOn: today });
        moves.settlePerson(move);
      },
    };
  },
  annulMove({ model }: Scene, { which }: Command): Step | null {
    const { moves } = model;
    const move = chosen(moves.ofPeople, which);
    if (!move) return null;
    const { who } = move;
    return {
      as: coordinatorOf(moves.homeOf(who)),
      mutation: 'personMoveAnnul',
      input: { id: idOf(move), reason: 'Vergissing' },
      refusals: when(moves.newestOf(who) !== move, 'BUILT_UPON'),
      apply() {
        moves.ofPeople = moves.ofPeople.filter((other) => other !== move);
        if (move.over === 'CROSSED') moves.homes.set(who, move.from);
      },
    };
  },
  askNetworkMove(scene: Scene, { which, on }: Command): Step {
    const { model, network, today } = scene;
    const { moves } = model;
    const to = which % REGIONS;
    const day = scene.day(on);
    const open = moves.openOf(network);
    const isSame = open?.to === to && open.on === day;
    return {
      as: scene.coordinator,
      mutation: 'oudernetwerkMove',
      input: {
        id: nodeId('Oudernetwerk', network.id),
        toRegionId: scene.regions[to],
        motivation: MOTIVATION,
        ...scene.given('on', on),
      },
      refusals: first(
        when(network.isOver(today), 'NETWORK_ENDED'),
        when(to === network.region, 'SAME_REGION'),
        when(day < today || day > monthsLater(today, 24), 'DATE_OUT_OF_RANGE'),
        when(open !== undefined && !isSame, 'MOVE_ASKED'),
      ),
      apply(id) {
        if (isSame) return;
        moves.ofNetworks.push({ id, network, to, on: day, answer: null, isDone: false });
      },
    };
  },
  decideNetworkMove({ model, today }: Scene, { which, who }: Command): Step | null {
    const { moves } = model;
    const move = latest(moves.ofNetworks, which);
    if (!move) return null;
    const accept = who > 0;
    return {
      as: coordinatorOf(move.to),
      mutation: 'regionAgreementDecide',
      input: { id: agreementOf(move), accept, ...(!accept && { reason: 'Liever niet' }) },
      refusals: when(move.answer !== null, 'ALREADY_DECIDED'),
      apply() {
        move.answer = accept ? 'AGREED' : 'DECLINED';
        if (!accept) return;
        move.on = Math.max(move.on, today);
        moves.settleNetwork(move);
      },
    };
  },
  withdrawNetworkMove({ model }: Scene, { which }: Command): Step | null {
    const move = latest(model.moves.ofNetworks, which);
    if (!move) return null;
    return {
      as: coordinatorOf(move.network.region),
      mutation: 'regionAgreementWithdraw',
      input: { id: agreementOf(move) },
      refusals: when(move.answer !== null, 'ALREADY_DECIDED'),
      apply: () => void (move.answer = 'WITHDRAWN'),
    };
  },
  /** By either region. */
  callOffNetworkMove({ model, today }: Scene, { which, flag }: Command): Step | null {
    const move = latest(model.moves.ofNetworks, which);
    if (!move) return null;
    return {
      as: coordinatorOf(flag ? move.network.region : move.to),
      mutation: 'regionAgreementEnd',
      input: { id: agreementOf(move), reason: 'Toch niet' },
      refusals: when(move.answer !== 'AGREED' || move.on <= today, 'NOT_AGREED'),
      apply: () => void (move.answer = 'WITHDRAWN'),
    };
  },
  leaveAlone(scene: Scene, { who, on, length }: Command): Step {
    const { model, people, today } = scene;
    const until = scene.day(on) + (length ?? 0);
    return {
      as: coordinatorOf(model.moves.homeOf(who)),
      mutation: 'contactPause',
      input: { personId: people[who], until: write(until) },
      refusals: first(
        when(until < today || until > monthsLater(today, 24), 'DATE_OUT_OF_RANGE'),
        when(scene.isDead(who), 'PERSON_DECEASED'),
      ),
      apply: () => void model.leftAlone.set(who, until),
    };
  },
};

/** Mostly the last one, of which there is something to say. */
function latest(all: readonly NetworkMove[], which: number): NetworkMove | null {
  return which < 7 ? (all.at(-1) ?? null) : chosen(all, which);
}
