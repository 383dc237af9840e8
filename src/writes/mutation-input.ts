import { Field, InputType, Int } from 'type-graphql';
import { UuidScalar } from '../graphql/scalars.js';

@InputType()
export abstract class MutationInput {
  @Field(() => UuidScalar, {
    nullable: true,
    description:
      'A UUID of your own for this request. Repeating the request with the same key returns the first ' +
      'result instead of executing it again.',
  })
  idempotencyKey?: string | null;
}

@InputType()
export abstract class VersionedInput extends MutationInput {
  @Field(() => Int, {
    nullable: true,
    description:
      'The `version` you last read. If the current version differs, the mutation fails with CONFLICT; if ' +
      'omitted, the version is not checked.',
  })
  expectedVersion?: number | null;
}
