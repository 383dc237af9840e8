import { Field, FieldResolver, ObjectType, Resolver } from 'type-graphql';
import { update } from '../../../db/rows.js';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { failure } from '../../../kernel/failure.js';
import { many, readByEngine, Reads, Table } from '../../../reads/mapping.js';
import { join, literal, sql } from '../../../reads/sql.js';
import { NothingChanged } from '../../../writes/patch.js';
import type { UseCase } from '../../../writes/use-case.js';
import { about } from '../../../writes/events.js';
import { coordinators } from '../../access/policies.js';
import { NetworkEndTaskEntity } from '../oudernetwerk.entity.js';
import { NetworkEndTaskKind } from '../oudernetwerk.enums.js';
import { Oudernetwerk } from '../oudernetwerk.type.js';
import type { OudernetwerkEndTaskDoneInput } from './life.inputs.js';
import { managedNetwork } from '../network-end.js';

/** In the order in which they are shown. */
export const END_TASKS = ['TELL_MEMBERS', 'HAND_OVER_FILES', 'WHERE_MEMBERS_GO'] as const;

@Table(NetworkEndTaskEntity)
@ObjectType({ description: 'Something that has to be done by hand for a network that ends, or has ended.' })
export class NetworkEndTask {
  @Field(() => NetworkEndTaskKind, { description: 'What is to be done.' })
  task: keyof typeof NetworkEndTaskKind;

  @Field(() => DateScalar, { nullable: true, description: 'Day on which it was done; null while it waits.' })
  doneOn: PlainDate | null;
}

@Resolver(() => Oudernetwerk)
export class NetworkEndTasks {
  @Reads(
    many({
      where: (network, task) => sql`${task}.oudernetwerk_id = ${network}.id`,
      orderBy: (task) => sql`array_position(array[${join(END_TASKS.map(literal), ', ')}], ${task}.task)`,
    }),
  )
  @FieldResolver(() => [NetworkEndTask], {
    description:
      'What its end leaves to do by hand, also when it was done. Empty while no end is on record, or if you see only ' +
      'the outline.',
  })
  endTasks(): NetworkEndTask[] {
    return readByEngine();
  }
}

export const doEndTask: UseCase<OudernetwerkEndTaskDoneInput, { oudernetwerk: string }> = {
  policy: coordinators,
  async run(tx, input) {
    const network = await managedNetwork(tx, input);
    const of = { oudernetwerkId: network.id, task: input.task };
    const task = await tx.manager.findOneBy(NetworkEndTaskEntity, of);
    if (!task) throw failure('NO_END_RECORDED', ['input', 'id']);
    if (task.doneOn) throw new NothingChanged({ oudernetwerk: network.id });
    update(tx, NetworkEndTaskEntity, of, { doneOn: tx.today });
    const details = { task: input.task };
    tx.record({ name: 'oudernetwerk.endTaskClosed', ...about('Oudernetwerk', network), details });
    return { oudernetwerk: network.id };
  },
};
