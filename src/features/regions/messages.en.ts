import type { SameKeys } from '../../kernel/messages.js';
import type { nl } from './messages.nl.js';

export const en = {
  failures: {
    CODE_TAKEN: 'This code is already in use.',
    BAD_KEY: 'Use capitals, digits and _, starting with a letter. At most 40 characters.',
    THEME_RETIRED: 'This theme is no longer in use. Choose another one.',
    BELOW_ANOTHER: 'This theme is itself below another one. Choose a theme that is not below any other.',
    HAS_THEMES_BELOW: 'Other themes are below this one, so it cannot be below another theme itself.',
  },
} as const satisfies SameKeys<typeof nl>;
