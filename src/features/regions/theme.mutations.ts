import { Resolver } from 'type-graphql';
import { Mutates } from '../../writes/mutate.js';
import { createTheme, updateTheme } from './save-theme.js';
import { Theme } from './region.type.js';
import { ThemeCreateInput, ThemeUpdateInput } from './theme.inputs.js';

const theme = { theme: { type: () => Theme, description: 'The theme after the change.' } };

@Resolver()
export class ThemeMutations {
  @Mutates(createTheme, {
    description: 'Adds a theme to the managed list. Allowed for national admins.',
    answers: theme,
    refusals: ['BAD_KEY', 'CODE_TAKEN', 'BELOW_ANOTHER', 'THEME_RETIRED'],
  })
  themeCreate(_input: ThemeCreateInput): void {}

  @Mutates(updateTheme, {
    description:
      'Changes a theme, or retires it: it can then no longer be chosen, but existing uses are kept. ' +
      'Allowed for national admins.',
    answers: theme,
    refusals: ['BELOW_ANOTHER', 'HAS_THEMES_BELOW', 'THEME_RETIRED'],
  })
  themeUpdate(_input: ThemeUpdateInput): void {}
}
