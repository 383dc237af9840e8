import { Extensions, Field, ID, InputType } from 'type-graphql';
import { MutationInput, VersionedInput } from '../../../writes/mutation-input.js';

@InputType({ description: 'Proposes a theme for the managed list.' })
export class ThemeProposeInput extends MutationInput {
  @Field(() => ID, { description: 'Your region that misses it.' })
  regionId: string;

  @Field({ description: 'What it would be called, in Dutch, 1 to 100 characters.' })
  label: string;

  @Extensions({ multiline: true })
  @Field({ description: 'Why it is missed, 1 to 500 characters.' })
  motivation: string;
}

@InputType({ description: 'A theme for the managed list, as it is adopted.' })
export class AdoptedThemeInput {
  @Field({
    description:
      'Stable code, for example `PASSEND_ONDERWIJS`: capitals, digits and underscores, at most 40; it never changes.',
  })
  code: string;

  @Field(() => String, {
    nullable: true,
    description: 'Label in Dutch, 1 to 100 characters; defaults to that of the proposal.',
  })
  labelNl?: string | null;

  @Field({ description: 'Label in English, 1 to 100 characters.' })
  labelEn: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The broader theme, which must be at the top level; omit it for a top-level theme.',
  })
  parentId?: string | null;
}

@InputType({
  description:
    'Decides on a proposed theme. Give one of `adopt` and `themeId` to take it over; with neither it is declined.',
})
export class ThemeDecideInput extends VersionedInput {
  @Field(() => ID, { description: 'The proposal.' })
  id: string;

  @Field(() => AdoptedThemeInput, { nullable: true, description: 'The new theme that it becomes.' })
  adopt?: AdoptedThemeInput | null;

  @Field(() => ID, { nullable: true, description: 'The theme that there is for it already.' })
  themeId?: string | null;

  @Extensions({ multiline: true })
  @Field(() => String, {
    nullable: true,
    description: 'What its region is told, at most 500 characters; required when it is declined.',
  })
  reason?: string | null;
}
