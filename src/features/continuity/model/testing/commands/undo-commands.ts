import { nodeId } from '../../../../../kernel/node-id.js';
import { chosen, type Command, first, type Scene, type Step, when } from './model-commands.js';
import { endWithDepartures, untilTheyStopped } from '../kept-roles.js';
import { clash, OPEN, write } from '../model-days.js';
import { goesOn, type Role, type Tenure } from '../model-parts.js';
import type { NetworkModel } from '../succession-model.js';

const idOf = (tenure: Tenure) => nodeId('Trekkerschap', tenure.id);
const successorOf = (network: NetworkModel, tenure: Tenure) =>
  network.tenures.find(({ predecessor }) => predecessor === tenure);

/** What was recorded by mistake, of leadership. */
export const UNDO_COMMANDS = {
  annul(scene: Scene, { which }: Command): Step | null {
    const { network } = scene;
    const tenure = chosen(network.tenures, which);
    if (!tenure) return null;
    return {
      as: scene.coordinator,
      mutation: 'trekkerschapAnnul',
      input: { id: idOf(tenure), reason: 'Vergissing' },
      refusals: when(network.isHandedOver(tenure), 'BUILT_UPON'),
      apply() {
        network.tenures = network.tenures.filter((other) => other !== tenure);
        scene.follow.cancelledRole(tenure);
        scene.follow.annulled(tenure);
      },
    };
  },
  /** Another person, role, first or last day, or no last day at all. */
  correct(scene: Scene, { which, who, on, length, flag }: Command): Step | null {
    const { network, people } = scene;
    const old = chosen(network.tenures, which);
    if (!old) return null;
    const from = on === null ? old.from : scene.day(on);
    const was = network.end.asWritten(old);
    const { until: written } = was;
    const until = length === null ? OPEN : length % 3 > 0 ? old.until : from + length;
    const reason = until === OPEN ? null : written === OPEN ? 'PERSONAL' : was.reason;
    const person = length !== null && length % 2 > 0 ? old.person : who;
    const role: Role = flag ? 'TREKKER' : 'CO_TREKKER';
    const line = person === old.person ? old.line : undefined;
    const next: Tenure = { ...old, id: '', from, until, person, role, line, reason };
    const lasted = person === old.person ? written : null;
    const left = untilTheyStopped(network, next, lasted);
    const successor = successorOf(network, old);
    const others = network.tenures.filter((each) => each !== old && each.person === person);
    const isSame = from === old.from && until === written && person === old.person && role === old.role;
    const moves = from !== old.from || until !== written || person !== old.person || written === OPEN;
    const isOneOfTwo = goesOn(was) || scene.follow.formerOf(old) !== undefined;
    const changes = (...codes: string[][]) => (isSame ? [] : first(...codes));
    return {
      as: scene.coordinator,
      mutation: 'trekkerschapCorrect',
      input: {
        id: idOf(old),
        reason: 'Verkeerd ingevuld',
        patch: {
          personId: people[person],
          role,
          from: write(from),
          until: until === OPEN ? null : write(until),
          ...(written === OPEN && { endReason: 'PERSONAL' }),
        },
      },
      refusals: first(
        when(moves && isOneOfTwo, 'GOES_ON'),
        [
          ...when(until < from, 'ENDS_BEFORE_START'),
          ...when(old.planned !== null && old.planned < from, 'PLANNED_BEFORE'),
          ...when(Math.max(from, until) > (network.endedOn ?? OPEN), 'NETWORK_ENDED'),
        ],
        changes(
          when(successor !== undefined && (successor.person === person || until !== written), 'BUILT_UPON'),
          when(old.predecessor?.person === person, 'SAME_PERSON'),
          when(
            others.some((other) => clash(other, left)),
            'PERIOD_TAKEN',
          ),
          when(scene.outlives(person, until), 'PERSON_DECEASED'),
        ),
      ),
      apply(id) {
        expect({ isSame, id: id === old.id }).toEqual({ isSame, id: isSame });
        if (isSame) return;
        const made = { ...next, id };
        network.tenures = [...network.tenures.filter((other) => other !== old), made];
        if (successor) successor.predecessor = made;
        endWithDepartures(network, 'tenures', made, lasted);
        scene.follow.corrected(old, made);
      },
    };
  },
};
