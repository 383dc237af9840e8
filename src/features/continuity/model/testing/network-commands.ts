import { nodeId } from '../../../../kernel/node-id.js';
import { chosen, type Command, coordinatorOf, first, type Scene, type Step, when } from './model-commands.js';
import { clash, next, OPEN, read, write } from './model-days.js';
import type { Engagement } from './model-parts.js';

/** A network's own life cycle, its support, and its parents' school ties. */
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
  careStart(scene: Scene, command: Command): Step {
    const { network } = scene;
    const { input, span } = engagement(scene, command);
    return {
      as: scene.coordinator,
      mutation: 'caretakershipStart',
      input,
      refusals: first(
        when(network.isClosedTo(scene.today, span.from), 'NETWORK_ENDED'),
        when(
          network.appointed.some((other) => clash(other, span)),
          'CARETAKER_TAKEN',
        ),
      ),
      apply: (id) => network.appointed.push({ ...span, id }),
    };
  },
  careEnd(scene: Scene, command: Command): Step | null {
    const { appointed } = scene.network;
    return engagementEnd(scene, command, 'Caretakership', appointed, () => 'CARETAKER_TAKEN');
  },
  supportStart(scene: Scene, command: Command): Step {
    const { network } = scene;
    const { input, span } = engagement(scene, command);
    const ofSame = network.supports.filter(({ organisation }) => organisation === span.organisation);
    return {
      as: scene.coordinator,
      mutation: 'supportStart',
      input,
      refusals: first(
        when(network.isClosedTo(scene.today, span.from), 'NETWORK_ENDED'),
        when(
          ofSame.some((other) => clash(other, span)),
          'PERIOD_TAKEN',
        ),
      ),
      apply: (id) => network.supports.push({ ...span, id }),
    };
  },
  supportEnd: (scene: Scene, command: Command): Step | null =>
    engagementEnd(scene, command, 'SupportArrangement', scene.network.supports, (a, b) =>
      a.organisation === b.organisation ? 'PERIOD_TAKEN' : null,
    ),
  /** A child in the last years of primary school. */
  tieRecord(scene: Scene, { who, which }: Command): Step {
    const { model, people, today } = scene;
    const yearsToGo = which % 3;
    // the calendar year in which this school year ends
    const year = Number(write(next(today - 1, '07-31')).slice(0, 4));
    return {
      as: coordinatorOf(homeOf(who)),
      mutation: 'schoolTieRecord',
      input: {
        personId: people[who],
        stage: 'BO',
        yearLevel: 8 - yearsToGo,
        schoolYear: `${year - 1}-${year}`,
      },
      refusals: [],
      apply: (id) => model.ties.push({ id, person: who, exit: read(`${year + yearsToGo}-07-31`) }),
    };
  },
  tieRemove(scene: Scene, { which }: Command): Step | null {
    const { model } = scene;
    const tie = chosen(model.ties, which);
    if (!tie) return null;
    return {
      as: coordinatorOf(homeOf(tie.person)),
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

/** The region that keeps a person's record. */
export function homeOf(person: number): number {
  return person < 3 ? 0 : 1;
}

function engagement(scene: Scene, { who, on, length }: Command) {
  const organisation = who % scene.organisations.length;
  const from = scene.day(on);
  const until = length === null ? OPEN : from + length;
  const period = { from: write(from), until: length === null ? null : write(until) };
  return {
    span: { organisation, from, until },
    input: {
      oudernetwerkId: nodeId('Oudernetwerk', scene.network.id),
      organisationId: scene.organisations[organisation],
      period,
    },
  };
}

function engagementEnd(
  scene: Scene,
  { which, on }: Command,
  type: 'Caretakership' | 'SupportArrangement',
  all: readonly Engagement[],
  taken: (a: Engagement, b: Engagement) => string | null,
): Step | null {
  const span = chosen(all, which);
  if (!span) return null;
  const until = scene.day(on);
  const clashes = all.filter((other) => other !== span && clash(other, { from: span.from, until }));
  return {
    as: scene.coordinator,
    mutation: type === 'Caretakership' ? 'caretakershipEnd' : 'supportEnd',
    input: { id: nodeId(type, span.id), ...scene.given('on', on) },
    refusals: first(
      when(span.until < scene.today, 'ALREADY_ENDED'),
      when(until < span.from || until > (scene.network.endedOn ?? OPEN), 'DATE_OUT_OF_RANGE'),
      clashes.flatMap((other) => taken(span, other) ?? []).slice(0, 1),
    ),
    apply() {
      scene.network.end.forget(span);
      span.until = until;
    },
  };
}
