import { Extensions, Field, ID, InputType } from 'type-graphql';
import { MutationInput, VersionedInput } from '../../writes/mutation-input.js';

const THE_RECORD = 'The record that is wrong.';

/** Says that something recorded never was, or was otherwise. */
@InputType()
export abstract class UndoInput extends MutationInput {
  @Field(() => ID, { description: THE_RECORD })
  id: string;
}

/** The same, of a record with a version. */
@InputType()
export abstract class VersionedUndoInput extends VersionedInput {
  @Field(() => ID, { description: THE_RECORD })
  id: string;
}

/** Declared in each input: what a field says of its text is not inherited. */
export function UndoReason(): PropertyDecorator {
  return (prototype, name) => {
    Extensions({ multiline: true })(prototype, name as string);
    Field(() => String, {
      description:
        'Why, 1 to 500 characters, without personal data. It is kept; a search that stops because of it shows it.',
    })(prototype, name as string);
  };
}
