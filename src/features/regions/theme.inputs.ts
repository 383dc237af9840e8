import { Field, ID, InputType } from 'type-graphql';
import { MutationInput, VersionedInput } from '../../writes/mutation-input.js';
import { DateScalar } from '../../graphql/scalars.js';
import type { PlainDate } from '../../kernel/clock.js';

@InputType({ description: 'A new theme.' })
export class ThemeCreateInput extends MutationInput {
  @Field({
    description:
      'Stable code, for example `PASSEND_ONDERWIJS`: capitals, digits and _, at most 40; never changes.',
  })
  code: string;

  @Field({ description: 'Label in Dutch, 1 to 100 characters.' })
  labelNl: string;

  @Field({ description: 'Label in English, 1 to 100 characters.' })
  labelEn: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The wider theme, which is not below another one itself; left out = the widest.',
  })
  parentId?: string | null;
}

@InputType({ description: 'What to change of a theme: left out = keep, null = clear.' })
export class ThemePatch {
  @Field(() => String, { nullable: true, description: 'Label in Dutch; cannot be cleared.' })
  labelNl?: string | null;

  @Field(() => String, { nullable: true, description: 'Label in English; cannot be cleared.' })
  labelEn?: string | null;

  @Field(() => ID, { nullable: true, description: 'The wider theme; null = the widest.' })
  parentId?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'From this day on not to be chosen anew, at most ten years from today; null = in use.',
  })
  retiredOn?: PlainDate | null;
}

@InputType({ description: 'A change to a theme.' })
export class ThemeUpdateInput extends VersionedInput {
  @Field(() => ID, { description: 'The theme.' })
  id: string;

  @Field(() => ThemePatch, { description: 'What to change.' })
  patch: ThemePatch;
}
