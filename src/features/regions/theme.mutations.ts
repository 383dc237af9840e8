import { Arg, Mutation, Resolver } from 'type-graphql';
import { Run, Runs } from '../../writes/mutate.js';
import { payloadType } from '../../writes/payloads.js';
import { createTheme, updateTheme } from './save-theme.js';
import { Theme } from './region.type.js';
import { ThemeCreateInput, ThemeUpdateInput } from './theme.inputs.js';

const theme = { theme: { type: () => Theme, description: 'The theme as it is now.' } };
const CreatePayload = payloadType('themeCreate', theme, [
  'BAD_KEY',
  'CODE_TAKEN',
  'BELOW_ANOTHER',
  'THEME_RETIRED',
]);
const UpdatePayload = payloadType('themeUpdate', theme, [
  'NOTHING_TO_CHANGE',
  'BELOW_ANOTHER',
  'HAS_THEMES_BELOW',
  'THEME_RETIRED',
]);

@Resolver()
export class ThemeMutations {
  @Runs(createTheme)
  @Mutation(() => CreatePayload, {
    description: 'Adds a theme to the managed list. For national admins.',
  })
  themeCreate(@Arg('input') input: ThemeCreateInput, @Run() run: Run) {
    return run(createTheme, input);
  }

  @Runs(updateTheme)
  @Mutation(() => UpdatePayload, {
    description:
      'Changes a theme, or retires it: then nobody can choose it anew, and who has it keeps it. For national admins.',
  })
  themeUpdate(@Arg('input') input: ThemeUpdateInput, @Run() run: Run) {
    return run(updateTheme, input);
  }
}
