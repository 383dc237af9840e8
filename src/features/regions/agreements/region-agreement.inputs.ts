import { Extensions, Field, ID, InputType } from 'type-graphql';
import { VersionedInput } from '../../../writes/mutation-input.js';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';

@InputType({ description: 'Decides on an agreement that another region asks for.' })
export class RegionAgreementDecideInput extends VersionedInput {
  @Field(() => ID, { description: 'The agreement; it must still be open.' })
  id: string;

  @Field({ description: 'Whether your region agrees.' })
  accept: boolean;

  @Extensions({ multiline: true })
  @Field(() => String, {
    nullable: true,
    description: 'What to say to the region that asked, at most 1,000 characters; required to decline.',
  })
  reason?: string | null;
}

@InputType({ description: 'Withdraws what your region asked.' })
export class RegionAgreementWithdrawInput extends VersionedInput {
  @Field(() => ID, { description: 'The agreement; it must still be open.' })
  id: string;
}

@InputType({ description: 'Ends an agreement, or calls it off before it begins.' })
export class RegionAgreementEndInput extends VersionedInput {
  @Field(() => ID, { description: 'The agreement; it must be in force or yet to begin.' })
  id: string;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Last day, from yesterday up to and including the last day agreed; defaults to today. An agreement that has ' +
      'not begun by then is called off.',
  })
  on?: PlainDate | null;

  @Extensions({ multiline: true })
  @Field({ description: 'Why, 1 to 1,000 characters; both regions can read it.' })
  reason: string;
}
