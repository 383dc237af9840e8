import { Extensions, Field, ID, InputType } from 'type-graphql';
import { describedEnum } from '../../../graphql/connections.js';
import { MutationInput } from '../../../writes/mutation-input.js';

export const MergeSide = describedEnum('MergeSide', 'One of two records that become one.', {
  SURVIVOR: 'The record that stays.',
  OTHER: 'The record that becomes a part of it.',
});

@InputType({ description: 'What counts where two records say what one person cannot have twice.' })
export class MergeChoiceInput {
  // a digest, whose digits may be nine in a row
  @Extensions({ screened: false })
  @Field({ description: 'The clash: its `key` in `personMergePreview`.' })
  clash: string;

  @Field(() => MergeSide, { description: 'The record that counts; one of its `choices`.' })
  counts: keyof typeof MergeSide;
}

@InputType({ description: 'Makes two records of one person one.' })
export class PersonMergeInput extends MutationInput {
  @Field(() => ID, { description: 'The record that stays.' })
  survivorId: string;

  @Field(() => ID, { description: 'The record that becomes a part of it: its id answers as the survivor.' })
  otherId: string;

  @Field(() => [MergeChoiceInput], {
    defaultValue: [],
    description: 'What counts, for every clash of `personMergePreview`.',
  })
  choices: MergeChoiceInput[];

  @Extensions({ multiline: true })
  @Field({ description: 'Why they are one, 1 to 500 characters, without personal data. It is kept.' })
  reason: string;
}

@InputType({ description: 'Makes one record two again.' })
export class PersonUnmergeInput extends MutationInput {
  @Field(() => ID, { description: 'The record that became a part of another one: `otherId` of the merge.' })
  id: string;

  @Extensions({ multiline: true })
  @Field({ description: 'Why they are two, 1 to 500 characters, without personal data. It is kept.' })
  reason: string;
}
