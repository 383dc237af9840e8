import { Field, InputType, Int } from 'type-graphql';
import { UuidScalar } from '../graphql/scalars.js';

@InputType()
export abstract class MutationInput {
  @Field(() => UuidScalar, {
    nullable: true,
    description: 'Your own UUID for this request: a repeat with the same key returns the first answer.',
  })
  idempotencyKey?: string | null;
}

@InputType()
export abstract class VersionedInput extends MutationInput {
  @Field(() => Int, {
    nullable: true,
    description: 'The `version` you saw. Another one now gives CONFLICT. Left out = not checked.',
  })
  expectedVersion?: number | null;
}
