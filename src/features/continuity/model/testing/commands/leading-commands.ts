import { nodeId } from '../../../../../kernel/node-id.js';
import { chosen, type Command, first, parent, type Scene, type Step, when } from './model-commands.js';
import { clash, type Day, OPEN, write } from '../model-days.js';
import { goesOn, type Role, type Tenure } from '../model-parts.js';
import type { NetworkModel } from '../succession-model.js';

const idOf = (tenure: Tenure) => nodeId('Trekkerschap', tenure.id);

function others(network: NetworkModel, person: number, except?: Tenure): Tenure[] {
  return network.tenures.filter((tenure) => tenure.person === person && tenure !== except);
}

/** A co-trekker on that day, who would go on in another role. */
export function coTrekkerBefore(network: NetworkModel, person: number, day: Day): Tenure | undefined {
  const running = network.leading(day, 'CO_TREKKER').find((tenure) => tenure.person === person);
  return running && running.from < day ? running : undefined;
}

/** Without an end, and in nobody's place. */
export function beginning(person: number, role: Role) {
  return { person, role, until: OPEN, reason: null, predecessor: null, planned: null };
}

/** Why somebody stops who is succeeded: as they planned, else because their term is over. */
export function reasonOf({ planned }: Tenure): string {
  return planned === null ? 'TERM_COMPLETED' : 'MOVED';
}

function lastsInto(network: NetworkModel, tenure: Tenure, until: number): boolean {
  return others(network, tenure.person, tenure).some((other) => clash(other, { from: tenure.from, until }));
}

/** Leadership: starting, stopping, handing over and changing one's mind. */
export const LEADING_COMMANDS = {
  start(scene: Scene, { who, on, flag }: Command): Step {
    const { network, people } = scene;
    const role: Role = flag ? 'TREKKER' : 'CO_TREKKER';
    const tenure = { ...beginning(who, role), from: scene.day(on) };
    return {
      as: scene.coordinator,
      mutation: 'trekkerschapStart',
      input: {
        oudernetwerkId: nodeId('Oudernetwerk', network.id),
        personId: people[who],
        role,
        ...scene.given('from', on),
      },
      refusals: first(
        when(network.isClosedTo(scene.today, tenure.from), 'NETWORK_ENDED'),
        when(scene.isDead(who), 'PERSON_DECEASED'),
        when(
          others(network, who).some((other) => clash(other, tenure)),
          'PERIOD_TAKEN',
        ),
      ),
      apply(id) {
        scene.follow.beganAnew({ ...tenure, id });
      },
    };
  },
  planEnd(scene: Scene, { which, on, length }: Command): Step | null {
    const tenure = chosen(scene.network.tenures, which);
    if (!tenure) return null;
    // up to a year ahead
    const day = scene.day(on) + (length ?? 0) * 18;
    return {
      as: scene.coordinator,
      mutation: 'trekkerschapPlanEnd',
      input: { id: idOf(tenure), plannedEnd: on === null ? null : { on: write(day), reason: 'MOVED' } },
      refusals: first(
        when(tenure.until < scene.today, 'ALREADY_ENDED'),
        when(goesOn(scene.network.end.asPlanned(tenure, scene.today)), 'GOES_ON'),
        [
          ...when(on !== null && day < tenure.from, 'DATE_OUT_OF_RANGE'),
          ...when(on !== null && day < scene.today && day !== tenure.planned, 'PLANNED_IN_PAST'),
        ],
      ),
      apply: () => void (tenure.planned = on === null ? null : day),
    };
  },
  end(scene: Scene, { which, on }: Command): Step | null {
    const tenure = chosen(scene.network.tenures, which);
    return tenure && ending(scene, tenure, scene.day(on), scene.given('on', on));
  },
  /** A parent states it themselves: only while they lead, and not for days in the past. */
  stopMyself(scene: Scene, { which, on }: Command): Step | null {
    const { network, today } = scene;
    const tenure = chosen(network.leading(today), which);
    if (!tenure || network.isOver(today) || scene.isDead(tenure.person)) return null;
    const until = scene.day(on);
    // they see their role as it is, not as it would be without the end of the network
    const step = ending(scene, tenure, until, scene.given('on', on), tenure);
    const refusals = until < today && !goesOn(tenure) ? ['DATE_OUT_OF_RANGE'] : step.refusals;
    return { ...step, as: parent(tenure.person), refusals };
  },
  handOver(scene: Scene, { which, who, on }: Command): Step | null {
    const { network, people, today } = scene;
    const old = chosen(network.tenures, which);
    if (!old) return null;
    const planned = network.end.asPlanned(old, today);
    const until = scene.day(on);
    const next = { ...beginning(who, old.role), from: until + 1, predecessor: old };
    const co = coTrekkerBefore(network, who, next.from);
    return {
      as: scene.coordinator,
      mutation: 'trekkerschapHandOver',
      input: { id: idOf(old), toPersonId: people[who], ...scene.given('on', on) },
      refusals: first(
        when(goesOn(planned), 'GOES_ON'),
        [
          ...when(until < old.from, 'DATE_OUT_OF_RANGE'),
          ...when(who === old.person, 'SAME_PERSON'),
          ...when(network.isClosedTo(today, until + 1), 'NETWORK_ENDED'),
          ...when(network.isHandedOver(old), 'HANDED_OVER'),
        ],
        when(scene.isDead(who), 'PERSON_DECEASED'),
        when(planned.until < today, 'ALREADY_ENDED'),
        when(lastsInto(network, old, until), 'PERIOD_TAKEN'),
        when(scene.outlives(old.person, until), 'PERSON_DECEASED'),
        when(co !== undefined && co.until < today, 'ALREADY_ENDED'),
        when(
          others(network, who, co).some((other) => clash(other, next)),
          'PERIOD_TAKEN',
        ),
      ),
      apply(id) {
        network.end.forget(old);
        Object.assign(old, { until, reason: reasonOf(old) });
        const started = { ...next, id };
        if (co) scene.follow.wentOn(co, started);
        else scene.follow.beganAnew(started);
      },
    };
  },
  changeRole(scene: Scene, { which, on, flag }: Command): Step | null {
    const { network, today } = scene;
    const old = chosen(network.tenures, which);
    if (!old) return null;
    const from = scene.day(on);
    const role: Role = flag === (old.role === 'TREKKER') ? 'CO_TREKKER' : 'TREKKER';
    const { until } = network.end.asPlanned(old, today);
    const last = until === OPEN ? (network.endedOn ?? today + 3_652) : until;
    const written = network.end.asWritten(old);
    return {
      as: scene.coordinator,
      mutation: 'trekkerschapChangeRole',
      input: { id: idOf(old), role, ...scene.given('on', on) },
      refusals: first(when(until < today, 'ALREADY_ENDED'), [
        ...when(from <= old.from || from > last, 'DATE_OUT_OF_RANGE'),
        ...when(role === old.role, 'SAME_ROLE'),
      ]),
      apply(id) {
        Object.assign(old, { until: written.until, reason: written.reason });
        const next = { ...beginning(old.person, role), id, from, until: written.until };
        scene.follow.wentOn(old, next);
      },
    };
  },
  goOn(scene: Scene, { which }: Command): Step | null {
    const { network, today } = scene;
    const stopping = network.tenures.filter(({ until }) => until !== OPEN);
    const tenure = chosen(stopping, which) ?? chosen(network.tenures, which);
    if (!tenure) return null;
    const { until } = network.end.asPlanned(tenure, today);
    return {
      as: scene.coordinator,
      mutation: 'trekkerschapContinue',
      input: { id: idOf(tenure) },
      refusals: first(
        when(network.isOver(today), 'NETWORK_ENDED'),
        when(until < today, 'ALREADY_ENDED'),
        when(until === OPEN, 'NO_END_RECORDED'),
        when(
          others(network, tenure.person, tenure).some((other) => other.until > until),
          'PERIOD_TAKEN',
        ),
        when(scene.outlives(tenure.person, OPEN), 'PERSON_DECEASED'),
      ),
      apply() {
        network.end.forget(tenure);
        Object.assign(tenure, { until: OPEN, reason: null });
        scene.follow.continued(tenure);
      },
    };
  },
};

function ending(
  scene: Scene,
  tenure: Tenure,
  until: number,
  on: object,
  seen = scene.network.end.asPlanned(tenure, scene.today),
): Step {
  const { network, today } = scene;
  return {
    as: scene.coordinator,
    mutation: 'trekkerschapEnd',
    input: { id: idOf(tenure), reason: 'PERSONAL', ...on },
    refusals: first(
      when(goesOn(seen), 'GOES_ON'),
      when(until < tenure.from || until > (network.endedOn ?? OPEN), 'DATE_OUT_OF_RANGE'),
      when(tenure.until < today, 'ALREADY_ENDED'),
      when(lastsInto(network, tenure, until), 'PERIOD_TAKEN'),
      when(scene.outlives(tenure.person, until), 'PERSON_DECEASED'),
    ),
    apply() {
      network.end.forget(tenure);
      Object.assign(tenure, { until, reason: 'PERSONAL' });
      scene.follow.ended(tenure);
    },
  };
}
