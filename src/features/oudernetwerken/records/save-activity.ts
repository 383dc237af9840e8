import { v7 as uuid } from 'uuid';
import { insert, remove } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import { FIRST_DAY } from '../../../writes/days-on-record.js';
import type { UseCase } from '../../../writes/use-case.js';
import { NothingChanged, saveNews } from '../../../writes/patch.js';
import { Checks } from '../../../kernel/checks.js';
import { earliest, type PlainDate } from '../../../kernel/clock.js';
import { allow, carries, coordinatorsSupportersAndParents } from '../../access/policies.js';
import { lockNetwork } from '../lock-network.js';
import { checkedTime, LONGEST_PLACE, LONGEST_TITLE, toldOf } from './activity-checks.js';
import type { ActivityCorrectInput, ActivityRecordInput, ActivityRemoveInput } from './activity.inputs.js';
import { lockOfNetwork } from './network-roles.js';
import { checkAhead } from './plan-activity.js';
import { ActivityEntity, type OudernetwerkEntity } from '../oudernetwerk.entity.js';

/** Whoever carries the network: its coordinators, supporters and trekkers. */
export const recordActivity: UseCase<ActivityRecordInput, { activity: string; oudernetwerk: string }> = {
  policy: coordinatorsSupportersAndParents,
  async run(tx, input) {
    const network = await lockNetwork(tx, input.oudernetwerkId, ['input', 'oudernetwerkId']);
    allow(carries(tx.viewer, network));
    const heldOn = input.on ?? tx.today;
    const checks = new Checks();
    const title = checks.text(input.title, ['input', 'title'], LONGEST_TITLE);
    checks.number(input.attendance, ['input', 'attendance'], 0, 10_000);
    checkHeld(checks, tx, heldOn, network, ['input', 'on']);
    checks.done();
    const { kind, attendance = null } = input;
    const activity = addActivity(tx, network, { kind, heldOn, title, attendance });
    return { activity, oudernetwerk: network.id };
  },
};

/** Adds what a network did; its id. The network is locked, and the rest is checked. */
export function addActivity(
  tx: Tx,
  { id: oudernetwerkId, regionId }: OudernetwerkEntity,
  held: Pick<ActivityEntity, 'kind' | 'heldOn' | 'title' | 'attendance'>,
): string {
  const row = { id: uuid(), oudernetwerkId, regionId, plannedOn: null, ...held };
  insert(tx, ActivityEntity, row);
  tx.record({ name: 'activity.recorded', ...toldOf(row) });
  return row.id;
}

/** Corrects a wrong recording, or changes what is still to come. Whoever may record it may correct it. */
export const correctActivity: UseCase<ActivityCorrectInput, { activity: string; oudernetwerk: string }> = {
  policy: coordinatorsSupportersAndParents,
  async run(tx, { id, patch }) {
    const { row: activity, network } = await lockOfNetwork(tx, ActivityEntity, id);
    allow(carries(tx.viewer, network));
    const at = (field: string) => ['input', 'patch', field];
    const checks = new Checks();
    const changes: Partial<ActivityEntity> = {};
    if (patch.title !== undefined) changes.title = checks.text(patch.title, at('title'), LONGEST_TITLE);
    if (patch.startTime !== undefined) {
      changes.startTime = checkedTime(checks, patch.startTime, at('startTime'));
    }
    if (patch.place !== undefined)
      changes.place = checks.optionalText(patch.place, at('place'), LONGEST_PLACE);
    if (patch.kind !== undefined) changes.kind = patch.kind;
    if (patch.on && activity.heldOn) {
      changes.heldOn = patch.on;
      checkHeld(checks, tx, patch.on, network, at('on'));
    } else if (patch.on && !activity.plannedOn!.equals(patch.on)) {
      changes.plannedOn = patch.on;
      checkAhead(checks, tx, patch.on, network, at('on'));
    }
    if (patch.attendance !== undefined) changes.attendance = patch.attendance;
    checks.number(patch.attendance, at('attendance'), 0, 10_000);
    if (patch.attendance != null && !activity.heldOn) checks.refuse('NOT_HELD_YET', at('attendance'));
    checks.done();
    if (!saveNews(tx, ActivityEntity, activity, changes)) {
      throw new NothingChanged({ activity: activity.id, oudernetwerk: network.id });
    }
    tx.record({ name: 'activity.corrected', ...toldOf(Object.assign(activity, changes)) });
    return { activity: activity.id, oudernetwerk: network.id };
  },
};

export const removeActivity: UseCase<ActivityRemoveInput, { oudernetwerk: string }> = {
  policy: coordinatorsSupportersAndParents,
  async run(tx, { id }) {
    const { row: activity, network } = await lockOfNetwork(tx, ActivityEntity, id);
    allow(carries(tx.viewer, network));
    remove(tx, ActivityEntity, { id: activity.id });
    tx.record({ name: 'activity.removed', ...toldOf(activity) });
    return { oudernetwerk: activity.oudernetwerkId };
  },
};

/** In the past, and while the network existed. */
function checkHeld(
  checks: Checks,
  tx: Tx,
  on: PlainDate,
  { endedOn }: OudernetwerkEntity,
  path: readonly string[],
): void {
  checks.day(on, path, FIRST_DAY, earliest(tx.today, endedOn ?? tx.today));
}
