import { nodeId } from '../../../../../kernel/node-id.js';
import { chosen, type Command, first, type Scene, type Step, when } from './model-commands.js';
import { endWithDepartures, untilTheyStopped } from '../kept-roles.js';
import { clash, OPEN, type Span, write } from '../model-days.js';
import type { Engagement } from '../model-parts.js';
import type { NetworkModel } from '../succession-model.js';

/** A dated role in a network that is no trekkerschap. */
interface Kind {
  readonly type: string;
  /** what its mutations begin with */
  readonly prefix: string;
  readonly of: 'appointed' | 'supports' | 'members';
  /** the field that says who */
  readonly who: 'organisationId' | 'personId';
  /** begins with a period, or with a first day that may be left out */
  readonly hasPeriod: boolean;
  readonly taken: string;
}

const CARE: Kind = {
  type: 'Caretakership',
  prefix: 'caretakership',
  of: 'appointed',
  who: 'organisationId',
  hasPeriod: true,
  taken: 'CARETAKER_TAKEN',
};
const SUPPORT: Kind = {
  ...CARE,
  type: 'SupportArrangement',
  prefix: 'support',
  of: 'supports',
  taken: 'PERIOD_TAKEN',
};
const MEMBER: Kind = {
  type: 'Membership',
  prefix: 'membership',
  of: 'members',
  who: 'personId',
  hasPeriod: false,
  taken: 'PERIOD_TAKEN',
};

type Run = (scene: Scene, command: Command) => Step | null;
const by = (run: (kind: Kind, scene: Scene, command: Command) => Step | null, kind: Kind): Run =>
  run.bind(null, kind);

/** Support, members and appointed caretakers: from when until when, and what was recorded of it by mistake. */
export const ROLE_COMMANDS = {
  careStart: by(start, CARE),
  careEnd: by(end, CARE),
  careAnnul: by(annul, CARE),
  careCorrect: by(correct, CARE),
  supportStart: by(start, SUPPORT),
  supportEnd: by(end, SUPPORT),
  supportAnnul: by(annul, SUPPORT),
  supportCorrect: by(correct, SUPPORT),
  memberStart: by(start, MEMBER),
  memberEnd: by(end, MEMBER),
  memberAnnul: by(annul, MEMBER),
  memberCorrect: by(correct, MEMBER),
};

function start(kind: Kind, scene: Scene, { who: any, on, length }: Command): Step {
  const { network, today } = scene;
  const who = any % idsOf(kind, scene).length;
  const from = scene.day(on);
  const until = length === null || !kind.hasPeriod ? OPEN : from + length;
  const period = { from: write(from), until: until === OPEN ? null : write(until) };
  const row = { who, from, until };
  return {
    as: scene.coordinator,
    mutation: `${kind.prefix}Start`,
    input: {
      oudernetwerkId: nodeId('Oudernetwerk', network.id),
      [kind.who]: idsOf(kind, scene)[who],
      ...(kind.hasPeriod ? { period } : scene.given('from', on)),
    },
    refusals: first(
      when(network.isClosedTo(today, from), 'NETWORK_ENDED'),
      when(outlives(kind, scene, row), 'PERSON_DECEASED'),
      when(isTaken(kind, network, row), kind.taken),
    ),
    apply: (id) => network[kind.of].push({ ...row, id }),
  };
}

function end(kind: Kind, scene: Scene, { which, on }: Command): Step | null {
  const { network, today } = scene;
  const row = chosen(network[kind.of], which);
  if (!row) return null;
  const until = scene.day(on);
  return {
    as: scene.coordinator,
    mutation: `${kind.prefix}End`,
    input: { id: nodeId(kind.type, row.id), ...scene.given('on', on) },
    refusals: first(
      when(row.until < today, 'ALREADY_ENDED'),
      when(until < row.from || until > (network.endedOn ?? OPEN), 'DATE_OUT_OF_RANGE'),
      when(isTaken(kind, network, { ...row, until }, row), kind.taken),
      when(outlives(kind, scene, { ...row, until }), 'PERSON_DECEASED'),
    ),
    apply() {
      network.end.forget(row);
      row.until = until;
    },
  };
}

function annul(kind: Kind, scene: Scene, { which }: Command): Step | null {
  const { network } = scene;
  const row = chosen(network[kind.of], which);
  if (!row) return null;
  return {
    as: scene.coordinator,
    mutation: `${kind.prefix}Annul`,
    input: { id: nodeId(kind.type, row.id), reason: 'Vergissing' },
    refusals: [],
    apply() {
      network[kind.of] = network[kind.of].filter((other) => other !== row);
      if (kind === SUPPORT) network.standingBy.forget(row);
    },
  };
}

/** Somebody else, or another first or last day; a last day that is not given stays. */
function correct(kind: Kind, scene: Scene, { which, who: any, on, length, flag }: Command): Step | null {
  const { network } = scene;
  const old = chosen(network[kind.of], which);
  if (!old) return null;
  const ids = idsOf(kind, scene);
  const who = flag ? old.who : any % ids.length;
  const from = on === null ? old.from : scene.day(on);
  const isKept = length === null;
  const { until: written } = network.end.asWritten(old);
  const until = isKept ? written : length === 0 ? OPEN : from + length - 2;
  const endedOn = network.endedOn ?? OPEN;
  const isSame = who === old.who && from === old.from && until === written;
  const next = { who, from, until };
  const lasted = who === old.who ? written : null;
  const left = kind === MEMBER ? untilTheyStopped(network, { ...next, id: '' }, lasted) : next;
  return {
    as: scene.coordinator,
    mutation: `${kind.prefix}Correct`,
    input: {
      id: nodeId(kind.type, old.id),
      reason: 'Verkeerd ingevuld',
      patch: {
        [kind.who]: ids[who],
        from: write(from),
        ...(!isKept && { until: until === OPEN ? null : write(until) }),
      },
    },
    refusals: first(
      [
        ...when(until < from, 'ENDS_BEFORE_START'),
        ...when(from > endedOn || (!isKept && until > endedOn), 'NETWORK_ENDED'),
      ],
      when(!isSame && isTaken(kind, network, { ...left, who }, old), kind.taken),
      when(!isSame && outlives(kind, scene, next), 'PERSON_DECEASED'),
    ),
    apply(id) {
      expect({ isSame, id: id === old.id }).toEqual({ isSame, id: isSame });
      if (isSame) return;
      const made = { ...next, id };
      network[kind.of] = [...network[kind.of].filter((other) => other !== old), made];
      if (kind === MEMBER) endWithDepartures(network, 'members', made, lasted);
      if (kind === SUPPORT) network.standingBy.forget(old, next);
    },
  };
}

function idsOf({ who }: Kind, { people, organisations }: Scene): readonly string[] {
  return who === 'personId' ? people : organisations;
}

function outlives({ of }: Kind, scene: Scene, { who, until }: Omit<Engagement, 'id'>): boolean {
  return of === 'members' && scene.outlives(who, until);
}

/** Nobody has such a role twice at once; a network has one appointed caretaker. */
function isTaken(
  { of }: Kind,
  network: NetworkModel,
  row: Span & { readonly who: number },
  except?: Engagement,
): boolean {
  const others = network[of].filter((other) => of === 'appointed' || other.who === row.who);
  return others.some((other) => other !== except && clash(other, row));
}
