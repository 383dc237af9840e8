import { Field, ID, InputType } from 'type-graphql';
import { describedEnum } from '../../../graphql/connections.js';
import { VersionedInput } from '../../../writes/mutation-input.js';
import type { ErasureReason } from './erasure.entity.js';

const ErasureReasonEnum = describedEnum<ErasureReason>(
  'ErasureReason',
  'Why somebody is erased (AVG article 17).',
  {
    ASKED: 'They asked for it, and nothing obliges anybody to keep what there is.',
    CONSENT_WITHDRAWN: 'They withdrew the consent by which it was kept.',
    NOT_NEEDED: 'It is not needed any more for what it was kept for.',
    OBJECTED: 'They objected, and that weighs more.',
    UNLAWFUL: 'It should never have been kept.',
  },
);

@InputType({ description: 'Erases what is kept of somebody.' })
export class PersonEraseInput extends VersionedInput {
  @Field(() => ID, { description: 'The person.' })
  personId: string;

  @Field(() => ErasureReasonEnum, { description: 'Why.' })
  reason: ErasureReason;
}
