import type { SameKeys } from '../../../kernel/messages.js';
import type { nl } from './messages.nl.js';

export const en = {
  page: {
    choose: 'Sign in as …',
    about: 'This is the sign-in for developers. Choose a demo account; there is no password.',
    noAccounts: 'There are no demo accounts yet. Make one with npm run token -- coordinator.',
    failed: 'The sign-in failed',
    again: 'Go back to the application and sign in again.',
  },

  roles: {
    ADMIN: 'National administrator',
    COORDINATOR: 'Regional coordinator',
    SECRETARY: 'Secretary',
    SUPPORTER: 'Supporter',
    PARENT: 'Parent',
  },
} as const satisfies SameKeys<typeof nl>;
