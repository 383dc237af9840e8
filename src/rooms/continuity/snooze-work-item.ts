import { Field, ID, InputType } from 'type-graphql';
import type { UseCase } from '../../graphql/context.js';
import { uuidOf } from '../../graphql/find.js';
import { MutationInput } from '../../graphql/mutation-input.js';
import { DateScalar } from '../../graphql/scalars.js';
import { Checks } from '../../kernel/checks.js';
import type { PlainDate } from '../../kernel/clock.js';
import { failure } from '../../kernel/failure.js';
import { allow, coordinatorsAndSupporters, manages, supports } from '../access/policies.js';
import { WorkItemEntity, WorkItemSnoozeEntity } from './continuity.entity.js';

@InputType({ description: 'What to put off, until when and why.' })
export class WorkItemSnoozeInput extends MutationInput {
  @Field(() => ID, { description: 'The `subject` of the work item.' })
  subjectId: string;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Last day on which it is left out, at most a year ahead; null = put it back on the list now.',
  })
  until?: PlainDate | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why, 1 to 500 characters; needed with `until`. Everybody who sees the list reads it.',
  })
  reason?: string | null;
}

/** It comes back when the day has passed, or sooner when it gets worse. */
export const snoozeWorkItem: UseCase<WorkItemSnoozeInput, { workItem: string }> = {
  policy: coordinatorsAndSupporters,
  async run(tx, input) {
    const path = ['input', 'subjectId'];
    const item = await tx.manager.findOneBy(WorkItemEntity, {
      subjectId: uuidOf(input.subjectId, 'Oudernetwerk', path),
    });
    if (!item) throw failure('NOT_FOUND', path);
    allow(manages(tx.viewer, item.regionId) || supports(tx.viewer, item.oudernetwerkId));
    const { subjectType, subjectId, oudernetwerkId, regionId, severity } = item;
    const until = input.until ?? null;
    const checks = new Checks();
    checks.day(until, ['input', 'until'], tx.today, tx.today.add({ years: 1 }));
    const reason = until === null ? '' : checks.text(input.reason ?? '', ['input', 'reason'], 500);
    checks.done();
    await tx.manager.delete(WorkItemSnoozeEntity, { subjectId });
    if (until) {
      const accountId = tx.viewer.accountId!;
      const of = { subjectType, subjectId, oudernetwerkId, regionId };
      await tx.manager.insert(WorkItemSnoozeEntity, { ...of, until, reason, severity, accountId });
    }
    const details = { until: until?.toString() ?? null };
    tx.record({ action: 'workItem.snoozed', subjectType, subjectId, regionId, oudernetwerkId, details });
    return { workItem: item.id };
  },
};
