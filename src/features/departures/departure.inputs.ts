import { Extensions, Field, ID, InputType } from 'type-graphql';
import { DateScalar } from '../../graphql/scalars.js';
import type { PlainDate } from '../../kernel/clock.js';
import { MutationInput, VersionedInput } from '../../writes/mutation-input.js';
import { DepartureKind } from './departure.type.js';

@InputType({ description: 'Records that somebody died, or stops with everything.' })
export class PersonDepartInput extends VersionedInput {
  @Field(() => ID, { description: 'The person.' })
  id: string;

  @Field(() => DepartureKind, { description: 'Why everything ends.' })
  kind: keyof typeof DepartureKind;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The day on which they died, or their last day; at most ten years ago, and today for whoever stops themselves. ' +
      'Defaults to today.',
  })
  on?: PlainDate | null;

  @Extensions({ multiline: true })
  @Field(() => String, {
    nullable: true,
    description: 'For those who keep the record, at most 2,000 characters.',
  })
  note?: string | null;
}

@InputType({ description: 'Takes back that somebody died, or stops with everything.' })
export class PersonDepartTakeBackInput extends MutationInput {
  @Field(() => ID, {
    description: 'The departure: `Person.departure`. Of several the last one is taken back first.',
  })
  id: string;
}
