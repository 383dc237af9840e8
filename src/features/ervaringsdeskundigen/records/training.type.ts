import { Field, Int, ObjectType } from 'type-graphql';
import { Node } from '../../../graphql/connections.js';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { Table } from '../../../reads/mapping.js';
import { TrainingEntity } from '../ervaringsdeskundige.entity.js';

@Table(TrainingEntity)
@ObjectType({
  implements: Node,
  description: 'A training that an ervaringsdeskundige completed. Visible to everybody who sees the profile.',
})
export class Training extends Node {
  @Field(() => Int, { description: 'Increases by one with every change; pass it back as `expectedVersion`.' })
  version: number;

  @Field({ description: 'Title, 1 to 200 characters.' })
  title: string;

  @Field({ description: 'Organisation that gave it, 1 to 200 characters.' })
  issuer: string;

  @Field(() => DateScalar, { description: 'Day on which it was completed.' })
  completedOn: PlainDate;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day on which it is valid; null if it does not expire.',
  })
  validUntil: PlainDate | null;
}
