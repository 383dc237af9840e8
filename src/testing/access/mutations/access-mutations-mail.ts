import type { MutationAccess } from './access-mutation-terms.js';
import { PRINCIPALS } from '../access-objects.js';

/** They name no object: each is about the signed-in account. mails.test.ts tests what they do. */
export const OF_MAIL: Readonly<Record<string, MutationAccess>> = {
  mailPreferencesSet: { roles: PRINCIPALS.join(' '), attempts: [] },
};
