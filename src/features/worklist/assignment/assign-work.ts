import { insert, remove } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import { failure } from '../../../kernel/failure.js';
import { nodeOf } from '../../../kernel/node-id.js';
import { find, uuidOf } from '../../../writes/find.js';
import { NothingChanged, unlessSo } from '../../../writes/patch.js';
import type { UseCase } from '../../../writes/use-case.js';
import { allow, coordinators, manages } from '../../access/policies.js';
import { RegionEntity } from '../../regions/region.entity.js';
import { type Subject, SUBJECT_TYPES } from '../sync-work.js';
import { WorkItemEntity } from '../worklist.entity.js';
import { WorkItemAssignmentEntity } from './assignment.entity.js';
import type { WorkItemAssignInput, WorkItemsAssignInput } from './assignment.inputs.js';

interface Item {
  readonly id: string;
  readonly subjectType: Subject['type'];
  readonly subjectId: string;
  readonly regionId: string;
}

/** By a coordinator of its region, to one of them. */
export const assignWorkItem: UseCase<WorkItemAssignInput, { workItem: string }> = {
  policy: coordinators,
  async run(tx, input) {
    const path = ['input', 'subjectId'];
    const { type: subjectType, uuid: subjectId } = nodeOf(input.subjectId, SUBJECT_TYPES, path);
    const item = await tx.manager.findOneBy(WorkItemEntity, { subjectType, subjectId });
    if (!item) throw failure('NOT_FOUND', path);
    allow(manages(tx.viewer, item.regionId));
    const accountId = await colleague(tx, item.regionId, input.assigneeId, ['input', 'assigneeId']);
    const held = { workItemId: item.id, regionId: item.regionId };
    const before = await tx.manager.findOneBy(WorkItemAssignmentEntity, held);
    unlessSo({ accountId: before?.accountId ?? null }, { accountId }, { workItem: item.id });
    give(tx, [{ ...item, subjectType }], accountId);
    return { workItem: item.id };
  },
};

/** All that somebody takes care of, in a region and those below it. */
export const assignWorkItems: UseCase<WorkItemsAssignInput, { region: string }> = {
  policy: coordinators,
  async run(tx, input) {
    const region = await find(tx, RegionEntity, input.regionId, ['input', 'regionId']);
    allow(manages(tx.viewer, region.id));
    const from = uuidOf(input.fromId, 'Colleague', ['input', 'fromId']);
    const to = await colleague(tx, region.id, input.toId, ['input', 'toId']);
    const items = await tx.query<Item>(
      `select w.id, w.subject_type as "subjectType", w.subject_id as "subjectId", w.region_id as "regionId"
       from work_item_assignments a join work_items w on w.id = a.work_item_id and w.region_id = a.region_id
       where a.account_id = $1 and w.region_id in (select regions_below($2)) order by w.id`,
      [from, region.id],
    );
    // whoever has left is known by the work that they left
    if (items.length === 0) await colleague(tx, region.id, input.fromId, ['input', 'fromId']);
    if (items.length === 0 || from === to) throw new NothingChanged({ region: region.id });
    give(tx, items, to);
    return { region: region.id };
  },
};

/** Somebody who coordinates the region today; NOT_FOUND for everybody else, whether there is such an account or not. */
async function colleague(
  tx: Tx,
  regionId: string,
  id: string | null | undefined,
  path: readonly string[],
): Promise<string | null> {
  if (id == null) return null;
  const uuid = uuidOf(id, 'Colleague', path);
  const known = await tx.query('select from colleagues_in($1, $2) where id = $3', [
    regionId,
    tx.today.toString(),
    uuid,
  ]);
  if (known.length === 0) throw failure('NOT_FOUND', path);
  return uuid;
}

function give(tx: Tx, items: readonly Item[], accountId: string | null): void {
  remove(tx, WorkItemAssignmentEntity, { workItemId: items.map(({ id }) => id) });
  if (accountId) {
    const [assignedBy, assignedAt] = [tx.viewer.accountId!, tx.now.toString()];
    const rows = items.map(({ id: workItemId, regionId }) => ({
      workItemId,
      regionId,
      accountId,
      assignedBy,
      assignedAt,
    }));
    insert(tx, WorkItemAssignmentEntity, rows);
  }
  for (const { subjectType, subjectId, regionId } of items) {
    tx.record({ name: 'workItem.assigned', subjectType, subjectId, regionId, details: { accountId } });
  }
}
