import { Catalogue } from '../../kernel/messages.js';
import { en } from './messages.en.js';
import { nl } from './messages.nl.js';

export type ActionCode = keyof (typeof nl)['actions'];

/** The next step that would help. */
export const ACTIONS = new Catalogue<ActionCode>({ nl: nl.actions, en: en.actions });
