import { Extensions, Field, ID, InputType } from 'type-graphql';
import { insert, remove } from '../../db/rows.js';
import { unlessSo } from '../../writes/patch.js';
import type { UseCase } from '../../writes/use-case.js';
import { MutationInput } from '../../writes/mutation-input.js';
import { DateScalar } from '../../graphql/scalars.js';
import { Checks } from '../../kernel/checks.js';
import type { PlainDate } from '../../kernel/clock.js';
import { failure } from '../../kernel/failure.js';
import { nodeOf } from '../../kernel/node-id.js';
import type { Viewer } from '../../kernel/viewer.js';
import { type Parameter, type Sql, sql } from '../../reads/sql.js';
import {
  allow,
  coordinatorsSupportersAndSecretaries,
  fills,
  manages,
  worksWith,
} from '../access/policies.js';
import { WorkItemEntity, WorkItemSnoozeEntity } from './worklist.entity.js';
import { SUBJECT_TYPES } from './sync-work.js';

@InputType({ description: 'Snoozes a work item, or puts it back on the worklist.' })
export class WorkItemSnoozeInput extends MutationInput {
  @Field(() => ID, { description: 'The `subject` of the work item.' })
  subjectId: string;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Last day on which it is left out, at most a year ahead; null puts it back on the worklist now.',
  })
  until?: PlainDate | null;

  @Extensions({ multiline: true })
  @Field(() => String, {
    nullable: true,
    description:
      'Reason, 1 to 500 characters; required with `until`. Visible to everybody who sees the item.',
  })
  reason?: string | null;
}

/** It comes back when the day has passed, or sooner if it gets worse. */
export const snoozeWorkItem: UseCase<WorkItemSnoozeInput, { workItem: string }> = {
  policy: coordinatorsSupportersAndSecretaries,
  async run(tx, input) {
    const path = ['input', 'subjectId'];
    const { type: subjectType, uuid: subjectId } = nodeOf(input.subjectId, SUBJECT_TYPES, path);
    const item = await tx.manager.findOneBy(WorkItemEntity, { subjectType, subjectId });
    if (!item) throw failure('NOT_FOUND', path);
    allow(mayPutOff(tx.viewer, item));
    const {
      oudernetwerkId,
      bodyId,
      ervaringsdeskundigeId,
      agreementId,
      personTaskId,
      regionChangeId,
      regionId,
      severity,
    } = item;
    const until = input.until ?? null;
    const checks = new Checks();
    checks.day(until, ['input', 'until'], tx.today, tx.today.add({ years: 1 }));
    const reason = until === null ? '' : checks.text(input.reason ?? '', ['input', 'reason'], 500);
    checks.done();
    const before = await tx.manager.findOneBy(WorkItemSnoozeEntity, { subjectId });
    const wanted: Partial<WorkItemSnoozeEntity> = until ? { until, reason, severity } : {};
    if (before === null || until) unlessSo(before ?? {}, wanted, { workItem: item.id });
    remove(tx, WorkItemSnoozeEntity, { subjectId });
    if (until) {
      const accountId = tx.viewer.accountId!;
      const of = {
        subjectType,
        subjectId,
        oudernetwerkId,
        bodyId,
        ervaringsdeskundigeId,
        agreementId,
        personTaskId,
        regionChangeId,
        regionId,
      };
      insert(tx, WorkItemSnoozeEntity, { ...of, until, reason, severity, accountId });
    }
    const details = { until: until?.toString() ?? null };
    tx.record({ name: 'workItem.snoozed', subjectType, subjectId, regionId, details });
    return { workItem: item.id };
  },
};

/** The supporter of a network, the secretary of the body of a seat, and the coordinator of its region. */
function mayPutOff(viewer: Viewer, { regionId, oudernetwerkId, bodyId }: WorkItemEntity): boolean {
  if (bodyId) return fills(viewer, { id: bodyId, regionId });
  return oudernetwerkId ? worksWith(viewer, { id: oudernetwerkId, regionId }) : manages(viewer, regionId);
}

/**
 * A FROM item with the snooze `s` in force for a work item: its day has not passed, and the item has not become
 * worse.
 */
export function holdingSnooze(item: Sql, day: Parameter): Sql {
  return sql`work_item_snoozes s where s.subject_id = ${item}.subject_id
    and s.until >= ${day}::date and s.severity >= ${item}.severity`;
}
