import { nodeId } from '../../../../../kernel/node-id.js';
import { mayEnd } from './life-commands.js';
import { chosen, type Command, first, type Scene, type Step, when } from './model-commands.js';
import { clash, type Day, OPEN } from '../model-days.js';
import { Following } from '../plans-follow.js';
import type { Engagement, Tenure } from '../model-parts.js';
import { NetworkModel } from '../succession-model.js';

const MOST_NETWORKS = 6;
const idOf = ({ id }: NetworkModel) => nodeId('Oudernetwerk', id);

/** Networks go up in one another, or part. */
export const JOIN_COMMANDS = {
  merge(scene: Scene, { which, on }: Command): Step | null {
    const { network: into, model, today } = scene;
    const others = model.networks.filter((other) => other !== into && other.region === into.region);
    const other = chosen(others, which);
    if (!other || isAmbiguous(other, into)) return null;
    const day = scene.day(on);
    return {
      as: scene.coordinator,
      mutation: 'oudernetwerkMerge',
      input: { ids: [idOf(other)], into: idOf(into), reason: 'Samen', ...scene.given('on', on) },
      refusals: first(
        when(into.endedOn !== null || other.isOver(today), 'NETWORK_ENDED'),
        when(other.activeFrom !== null && into.activeFrom === null, 'NETWORK_NOT_ACTIVE'),
        when(
          day > today || day < (into.activeFrom ?? day) || !mayEnd(other, today, day),
          'DATE_OUT_OF_RANGE',
        ),
      ),
      apply() {
        const reopened = other.end.reopen();
        const moved = goAlong(scene, other, into, day + 1);
        for (const kind of ['members', 'supports'] as const) moveAll(kind, other, into, day + 1);
        other.wentUp = { into, from: day + 1 };
        const follow = new Following(model, other);
        const gone = other.end.at(day);
        follow.reopened(reopened, into, moved);
        follow.networkEnded(gone);
      },
    };
  },
  split(scene: Scene, { which, on, length, flag }: Command): Step | null {
    const { network, model, today } = scene;
    const trekker = flag ? chosen(network.tenures, which) : null;
    const member = length === null ? null : chosen(network.members, length);
    if (model.networks.length >= MOST_NETWORKS) return null;
    const day = scene.day(on);
    return {
      as: scene.coordinator,
      mutation: 'oudernetwerkSplit',
      input: {
        id: idOf(network),
        new: { name: 'Deel' },
        memberIds: member ? [nodeId('Membership', member.id)] : [],
        trekkerIds: trekker ? [nodeId('Trekkerschap', trekker.id)] : [],
        ...scene.given('on', on),
      },
      refusals: first(
        when(network.activeFrom === null, 'NETWORK_NOT_ACTIVE'),
        when(network.endedOn !== null, 'NETWORK_ENDED'),
        when(day > today || day <= network.activeFrom!, 'DATE_OUT_OF_RANGE'),
        when(
          [member, trekker].some((each) => each && each.until < day),
          'ALREADY_ENDED',
        ),
      ),
      apply(id) {
        const part = new NetworkModel(id, network.region, network.ofPrimarySchools);
        Object.assign(part, { phase: 'ACTIVE', activeFrom: day });
        model.networks.push(part);
        network.parts.push(part);
        network.partedOn.push(day);
        model.takeIn(part);
        goAlong(scene, network, part, day, (tenure) => tenure === trekker);
        if (member) joinPart(network, part, member, day);
        if (network.leading(day).length === 0) scene.follow.seekForLeft(day);
      },
    };
  },
};

/** Those who lead one network, or are to, do so in another from a day; their tenures and searches go on. Returns as what. */
function goAlong(
  { model }: Scene,
  old: NetworkModel,
  into: NetworkModel,
  from: Day,
  isChosen: (tenure: Tenure) => boolean = () => true,
): ReadonlyMap<Tenure, Tenure> {
  const there = [...into.tenures];
  const going = old.tenures
    .filter((tenure) => tenure.until >= from && isChosen(tenure))
    .sort((a, b) => a.from - b.from);
  const moved = new Map<Tenure, Tenure>();
  const before = [...old.tenures];
  for (const tenure of going) {
    const rest = { from: Math.max(tenure.from, from), until: tenure.until };
    if (there.some((each) => each.person === tenure.person && clash(each, rest))) continue;
    const line = tenure.line ?? old.id;
    if (tenure.from >= from) {
      old.tenures = old.tenures.filter((other) => other !== tenure);
      const goesOn = before.some((each) => each.person === tenure.person && each.until === tenure.from - 1);
      tenure.line = goesOn ? line : undefined;
      into.tenures.push(tenure);
      moved.set(tenure, tenure);
    } else {
      const { person, role, planned } = tenure;
      const made: Tenure = {
        ...rest,
        id: '',
        person,
        role,
        line,
        predecessor: null,
        planned: planned !== null && planned >= from ? planned : null,
        reason: tenure.reason,
      };
      Object.assign(tenure, { until: from - 1, planned: null, reason: null });
      into.tenures.push(made);
      for (const each of [...old.tenures, ...into.tenures]) {
        if (each.predecessor === tenure && each !== made) each.predecessor = made;
      }
      for (const plan of old.openPlans()) if (plan.of === tenure) plan.of = made;
      moved.set(tenure, made);
    }
  }
  const follow = new Following(model, into);
  for (const [tenure, made] of moved) if (made !== tenure) follow.started(made);
  for (const plan of old.openPlans()) {
    if (!plan.of || !into.tenures.includes(plan.of)) continue;
    old.plans = old.plans.filter((other) => other !== plan);
    into.plans.push(plan);
  }
  return moved;
}

/** Whoever is there as well is so once, from the earliest day on. */
function moveAll(kind: 'members' | 'supports', old: NetworkModel, into: NetworkModel, from: Day): void {
  const there = [...into[kind]];
  for (const row of old[kind].filter(({ until }) => until >= from)) {
    const own = there.filter(({ who }) => who === row.who);
    const double = own.find((each) => clash(each, row) && each.until >= from);
    const joint = {
      from: Math.min(row.from, double?.from ?? OPEN),
      until: Math.max(row.until, double?.until ?? -OPEN),
    };
    const before = own.filter((each) => each !== double && clash(each, joint));
    joint.from = Math.max(joint.from, ...before.map(({ until }) => until + 1));
    old[kind] = old[kind].filter((other) => other !== row);
    if (double) Object.assign(double, joint);
    else into[kind].push(Object.assign(row, joint));
  }
}

/** A member leaves one network on the day before, and is one in the other. */
function joinPart(old: NetworkModel, part: NetworkModel, member: Engagement, from: Day): void {
  if (member.from >= from) {
    old.members = old.members.filter((other) => other !== member);
    part.members.push(member);
  } else {
    part.members.push({ ...member, id: '', from });
    member.until = from - 1;
  }
}

/** One that goes on in both more than twice: which of them is left is the service's to say. */
function isAmbiguous(old: NetworkModel, into: NetworkModel): boolean {
  const many = (all: readonly Engagement[]) => new Set(all.map(({ who }) => who)).size < all.length;
  return [old, into].some(({ members, supports }) => many(members) || many(supports));
}
