import { rowOf, update } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import type { UseCase } from '../../../writes/use-case.js';
import { about } from '../../../writes/events.js';
import { uuidOf } from '../../../writes/find.js';
import { Checks } from '../../../kernel/checks.js';
import { latest, type PlainDate } from '../../../kernel/clock.js';
import { failure } from '../../../kernel/failure.js';
import { allow, coordinators, manages } from '../../access/policies.js';
import { OudernetwerkEntity } from '../oudernetwerk.entity.js';
import { renewStandby } from '../trekkerschap/standby.js';
import { endTasksOf } from './end-network.js';
import type { OudernetwerkMergeInput } from './join-and-part.inputs.js';
import { moveMembers, moveRecords, moveSupport } from './move-records.js';
import { link } from './link-networks.js';
import { moveTrekkers } from './move-trekkers.js';
import { withdrawAgreements } from './withdraw-agreements.js';
import { type LeftPart, tellLeft } from '../left-parts.js';
import { lockInOrder } from '../lock-network.js';
import { close, earliestEnd, lastDayBefore, lifeStep, takeEndAway } from '../network-end.js';

const INTO = ['input', 'into'];

/** Networks of one region go up in one of them. What they have moves along; they end. */
export const mergeOudernetwerken: UseCase<OudernetwerkMergeInput, { oudernetwerk: string }> = {
  policy: coordinators,
  async run(tx, input) {
    const { into, merged } = await lockAll(tx, input);
    const on = input.on ?? tx.today;
    const checks = new Checks();
    const reason = checks.text(input.reason, ['input', 'reason'], 500);
    checks.done();
    refuseEnding(into);
    for (const [place, network] of merged.entries()) refuseMerge(tx, network, into, at(place));
    const left = new Map<string, LeftPart[]>();
    for (const network of merged) left.set(network.id, await takeEndAway(tx, network));
    const firsts = await Promise.all(merged.map((network) => earliestEnd(tx, network)));
    checks.dayUntilToday(on, ['input', 'on'], latest(...firsts, into.activeFrom ?? firsts[0]!), tx.today);
    checks.done();
    for (const network of merged)
      await goUpIn(tx, network, into, { on, reason, left: left.get(network.id)! });
    await renewStandby(tx, into);
    return { oudernetwerk: into.id };
  },
};

const at = (place: number) => ['input', 'ids', String(place)];

/** All of them, locked in one order. */
async function lockAll(tx: Tx, { ids, into }: OudernetwerkMergeInput) {
  const checks = new Checks();
  checks.list(ids, ['input', 'ids'], true);
  checks.done();
  const named = [
    { id: uuidOf(into, 'Oudernetwerk', INTO), path: INTO },
    ...ids.map((id, place) => ({ id: uuidOf(id, 'Oudernetwerk', at(place)), path: at(place) })),
  ];
  const [survivor, ...others] = named;
  const itself = others.find(({ id }) => id === survivor!.id);
  if (itself) throw failure('DUPLICATE_VALUE', itself.path);
  // refused by what comes first, whatever the order of the locks
  for (const { id, path } of named) {
    const network = await rowOf(tx, OudernetwerkEntity, id);
    if (!network) throw failure('NOT_FOUND', path);
    allow(manages(tx.viewer, network.regionId));
  }
  const locked = await lockInOrder(tx, named);
  return { into: locked.get(survivor!.id)!, merged: others.map(({ id }) => locked.get(id)!) };
}

/** A network that is to end takes nobody in. */
function refuseEnding({ endedOn }: OudernetwerkEntity): void {
  if (endedOn) throw failure('NETWORK_ENDED', INTO, { on: endedOn });
}

/** What is led needs another that is led: else nobody would care for its members. */
function refuseMerge(
  tx: Tx,
  network: OudernetwerkEntity,
  into: OudernetwerkEntity,
  path: readonly string[],
): void {
  const on = lastDayBefore(tx, network);
  if (on) throw failure('NETWORK_ENDED', path, { on });
  if (network.regionId !== into.regionId) throw failure('REGIONS_DIFFER', path);
  if (network.activeFrom && !into.activeFrom) throw failure('NETWORK_NOT_ACTIVE', INTO);
}

interface Merging {
  readonly on: PlainDate;
  readonly reason: string;
  /** by whoever departed while the network was to end */
  readonly left: readonly LeftPart[];
}

async function goUpIn(
  tx: Tx,
  network: OudernetwerkEntity,
  into: OudernetwerkEntity,
  { on, reason, left }: Merging,
): Promise<void> {
  const from = on.add({ days: 1 });
  const moved = await moveTrekkers(tx, network, into, from);
  await moveMembers(tx, { network, into, from, reason });
  await moveSupport(tx, { network, into, from, reason });
  moveRecords(tx, network, into);
  withdrawAgreements(tx, network);
  link(tx, network, into, 'MERGED', from);
  const details = { into: into.id, from: from.toString() };
  tx.record({ name: 'oudernetwerk.merged', ...about('Oudernetwerk', network), details });
  for (const part of left) tellLeft(tx, whereItGoesOn(part, into, moved));
  close(tx, network, on, reason);
  endTasksOf(tx, network, ['TELL_MEMBERS', 'HAND_OVER_FILES']);
  if (!into.contactPersonId && network.contactPersonId) {
    into.contactPersonId = network.contactPersonId;
    update(tx, OudernetwerkEntity, { id: into.id }, { contactPersonId: into.contactPersonId });
  }
  tx.record({ name: 'oudernetwerk.ended', ...lifeStep(tx, network) });
  await renewStandby(tx, network);
}

/** Whoever led the network, or was to, would have gone along: so who follows them is sought there. */
function whereItGoesOn(
  part: LeftPart,
  into: OudernetwerkEntity,
  moved: ReadonlyMap<string, string>,
): LeftPart {
  const id = part.was ? part.id : moved.get(part.id);
  return part.what === 'trekkerschap' && id ? { ...part, id, oudernetwerk_id: into.id } : part;
}
