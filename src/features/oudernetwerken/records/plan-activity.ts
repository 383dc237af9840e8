import { v7 as uuid } from 'uuid';
import { insert, update } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import type { UseCase } from '../../../writes/use-case.js';
import { unlessSo } from '../../../writes/patch.js';
import { Checks } from '../../../kernel/checks.js';
import { earliest, latest, type PlainDate } from '../../../kernel/clock.js';
import { failure } from '../../../kernel/failure.js';
import { allow, carries, coordinatorsSupportersAndParents } from '../../access/policies.js';
import { ActivityEntity, type OudernetwerkEntity } from '../oudernetwerk.entity.js';
import { checkedTime, LONGEST_PLACE, LONGEST_TITLE, toldOf } from './activity-checks.js';
import type { ActivityHeldInput, ActivityPlanInput } from './activity.inputs.js';
import { goingOn, lockOfNetwork } from './network-roles.js';

type Result = { activity: string; oudernetwerk: string };

/** Something that is still to come. Whoever carries the network plans it. */
export const planActivity: UseCase<ActivityPlanInput, Result> = {
  policy: coordinatorsSupportersAndParents,
  async run(tx, input) {
    const network = await goingOn(tx, input.oudernetwerkId, input.on, carries);
    const at = (field: string) => ['input', field];
    const checks = new Checks();
    const title = checks.text(input.title, at('title'), LONGEST_TITLE);
    const startTime = checkedTime(checks, input.startTime, at('startTime'));
    const place = checks.optionalText(input.place, at('place'), LONGEST_PLACE);
    checkAhead(checks, tx, input.on, network, at('on'));
    checks.done();
    const { id: oudernetwerkId, regionId } = network;
    const { kind, on: plannedOn } = input;
    const row = {
      id: uuid(),
      oudernetwerkId,
      regionId,
      kind,
      title,
      heldOn: null,
      plannedOn,
      startTime,
      place,
    };
    insert(tx, ActivityEntity, row);
    tx.record({ name: 'activity.planned', ...toldOf(row) });
    return { activity: row.id, oudernetwerk: oudernetwerkId };
  },
};

/** From the planned day on, or on another one that has come. */
export const holdActivity: UseCase<ActivityHeldInput, Result> = {
  policy: coordinatorsSupportersAndParents,
  async run(tx, input) {
    const { row: activity, network } = await lockOfNetwork(tx, ActivityEntity, input.id);
    allow(carries(tx.viewer, network));
    const heldOn = (input.on ?? activity.heldOn ?? activity.plannedOn)!;
    const refs = { activity: activity.id, oudernetwerk: network.id };
    const wanted = { heldOn, attendance: input.attendance ?? null };
    unlessSo(activity, wanted, refs);
    if (activity.heldOn) throw failure('ALREADY_HELD', ['input', 'id'], { on: activity.heldOn });
    const checks = new Checks();
    const first = earliest(tx.today, activity.plannedOn!.subtract({ years: 1 }));
    checks.day(heldOn, ['input', 'on'], first, earliest(tx.today, network.endedOn ?? tx.today));
    checks.number(input.attendance, ['input', 'attendance'], 0, 10_000);
    checks.done();
    update(tx, ActivityEntity, { id: activity.id }, wanted);
    tx.record({ name: 'activity.confirmed', ...toldOf({ ...activity, ...wanted }) });
    return refs;
  },
};

/** Today or later, at most two years ahead, and while the network goes on. */
export function checkAhead(
  checks: Checks,
  tx: Tx,
  on: PlainDate,
  { endedOn }: OudernetwerkEntity,
  path: readonly string[],
): void {
  const last = earliest(tx.today.add({ years: 2 }), endedOn ?? tx.today.add({ years: 2 }));
  checks.day(on, path, tx.today, latest(last, tx.today));
}
