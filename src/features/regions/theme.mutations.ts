import { Resolver } from 'type-graphql';
import { Mutates } from '../../writes/mutate.js';
import { decideTheme } from './proposals/decide-theme.js';
import { proposeTheme } from './proposals/propose-theme.js';
import { ThemeDecideInput, ThemeProposeInput } from './proposals/theme-proposal.inputs.js';
import { ThemeProposal } from './proposals/theme-proposal.type.js';
import { createTheme, updateTheme } from './save-theme.js';
import { Theme } from './region.type.js';
import { ThemeCreateInput, ThemeUpdateInput } from './theme.inputs.js';

const proposal = {
  themeProposal: { type: () => ThemeProposal, description: 'The proposal after the change.' },
};
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

  @Mutates(proposeTheme, {
    description:
      'Proposes a theme that is missed in the managed list. The same proposal of a region again, while it is open, ' +
      'is the first one. Allowed for coordinators of the region.',
    answers: proposal,
    refusals: ['THEME_EXISTS', 'ALREADY_PROPOSED'],
  })
  themePropose(_input: ThemeProposeInput): void {}

  @Mutates(decideTheme, {
    description:
      'Decides on a proposed theme: it becomes a new one, there is one for it already, or it is declined. Allowed ' +
      'for national admins.',
    answers: proposal,
    refusals: ['ALREADY_DECIDED', 'ONE_THEME', 'BAD_KEY', 'CODE_TAKEN', 'BELOW_ANOTHER', 'THEME_RETIRED'],
  })
  themeDecide(_input: ThemeDecideInput): void {}
}
