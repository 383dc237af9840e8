import { Field, ID, InputType } from 'type-graphql';
import { NeverCleared } from '../../graphql/never-cleared.js';
import { MutationInput, VersionedInput } from '../../writes/mutation-input.js';
import { DateScalar } from '../../graphql/scalars.js';
import type { PlainDate } from '../../kernel/clock.js';

@InputType({ description: 'Adds a theme.' })
export class ThemeCreateInput extends MutationInput {
  @Field({
    description:
      'Stable code, for example `PASSEND_ONDERWIJS`: capitals, digits and underscores, at most 40; it ' +
      'never changes.',
  })
  code: string;

  @Field({ description: 'Label in Dutch, 1 to 100 characters.' })
  labelNl: string;

  @Field({ description: 'Label in English, 1 to 100 characters.' })
  labelEn: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The broader theme, which must be at the top level; omit it for a top-level theme.',
  })
  parentId?: string | null;
}

@InputType({ description: 'Changes to a theme. An omitted field is kept; null clears it.' })
export class ThemePatch {
  @NeverCleared(() => String, 'Label in Dutch')
  labelNl?: string;

  @NeverCleared(() => String, 'Label in English')
  labelEn?: string;

  @Field(() => ID, { nullable: true, description: 'The broader theme; null if it is at the top level.' })
  parentId?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'From this day on it can no longer be chosen, at most ten years from today; null while in use.',
  })
  retiredOn?: PlainDate | null;
}

@InputType({ description: 'Changes a theme.' })
export class ThemeUpdateInput extends VersionedInput {
  @Field(() => ID, { description: 'The theme.' })
  id: string;

  @Field(() => ThemePatch, { description: 'The changes.' })
  patch: ThemePatch;
}
