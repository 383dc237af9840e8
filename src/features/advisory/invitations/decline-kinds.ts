import { Catalogue } from '../../../kernel/messages.js';
import { en } from '../messages.en.js';
import { nl } from '../messages.nl.js';

export type DeclineKindCode = keyof (typeof nl)['declineKinds'];

/** Why a parent declines, in a parent's words: one of these is chosen; adding more is optional. */
export const DECLINE_KINDS = new Catalogue<DeclineKindCode>({ nl: nl.declineKinds, en: en.declineKinds });

export const DECLINE_KIND_CODES = Object.keys(nl.declineKinds) as DeclineKindCode[];

export function isDeclineKind(text: string): text is DeclineKindCode {
  return Object.hasOwn(nl.declineKinds, text);
}
