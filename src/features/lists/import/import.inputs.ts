import { Field, ID, InputType, Int } from 'type-graphql';
import { MutationInput, VersionedInput } from '../../../writes/mutation-input.js';
import { ImportDecision, ImportField, ImportKind } from './import.enums.js';

@InputType({ description: 'Starts taking in a list from a file.' })
export class ImportStartInput extends MutationInput {
  @Field(() => ImportKind, { description: 'What the list is of.' })
  kind: keyof typeof ImportKind;

  @Field(() => ID, { description: 'The region that the list is of; it must be one of yours.' })
  regionId: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The network, where the list does not name it; for `MEMBERS` and `ACTIVITIES` only.',
  })
  oudernetwerkId?: string | null;
}

@InputType({ description: 'What a column of a list holds.' })
export class ImportColumnInput {
  @Field(() => Int, { description: 'The column, counted from 0.' })
  index: number;

  @Field(() => ImportField, { nullable: true, description: 'What it holds; null leaves it out.' })
  field?: keyof typeof ImportField | null;
}

@InputType({ description: 'Says what the columns of a list hold; the rows are judged anew.' })
export class ImportMapInput extends VersionedInput {
  @Field(() => ID, { description: 'The import.' })
  id: string;

  @Field(() => [ImportColumnInput], { description: 'Columns that hold something else than they do now.' })
  columns: ImportColumnInput[];

  @Field(() => String, {
    nullable: true,
    description:
      'School year of the list, such as `2026-2027`, for rows that say none; omit it to keep what was said.',
  })
  schoolYear?: string | null;

  @Field({
    defaultValue: false,
    description: 'Whether lists of this kind in this region get these columns proposed from now on.',
  })
  remember: boolean;
}

@InputType({ description: 'What becomes of one row.' })
export class ImportDecisionInput {
  @Field(() => Int, { description: 'The number of the row.' })
  number: number;

  @Field(() => ImportDecision, { description: 'What you decide; `SAME` and `NEW` only of a doubtful row.' })
  decision: keyof typeof ImportDecision;

  @Field(() => ID, { nullable: true, description: 'For `SAME`: which of its candidates they are.' })
  personId?: string | null;
}

@InputType({ description: 'Decides about rows of an import.' })
export class ImportDecideInput extends MutationInput {
  @Field(() => ID, { description: 'The import.' })
  id: string;

  @Field(() => [ImportDecisionInput], { description: 'The rows, at least one.' })
  rows: ImportDecisionInput[];
}

@InputType({ description: 'Records the rows of an import.' })
export class ImportApplyInput extends VersionedInput {
  @Field(() => ID, { description: 'The import.' })
  id: string;
}

@InputType({ description: 'Throws away a list that is not recorded.' })
export class ImportDiscardInput extends VersionedInput {
  @Field(() => ID, { description: 'The import.' })
  id: string;
}

@InputType({ description: 'Takes back what an import recorded.' })
export class ImportUndoInput extends VersionedInput {
  @Field(() => ID, { description: 'The import.' })
  id: string;
}
