import { isOurSignature, linkSignature } from '../../../db/link-signature.js';
import type { Tx } from '../../../db/transaction.js';
import type { RecipientType } from './recipients.js';

/** Whoever is nominated gets no mail but their invitation: there is nothing to unsubscribe from. */
export type Subscriber = Exclude<RecipientType, 'NOMINEE'>;

export type MailScope = 'reminders' | 'digest';

/** The person or account that a link to unsubscribe is for, and from what. */
export interface Unsubscription {
  readonly type: RecipientType;
  readonly id: string;
  readonly scope: MailScope;
}

const TOKEN = /^(ACCOUNT|PERSON|ORGANISATION)\.([0-9a-f-]{36})\.(reminders|digest)\.([\w-]{43})$/;

/** Goes into a URL: an id and a signature, nothing about the person. It does not expire, as emails do not. */
export async function signUnsubscription(tx: Tx, { type, id, scope }: Unsubscription): Promise<string> {
  const what = `${type}.${id}.${scope}`;
  return `${what}.${await linkSignature(tx, signed(what))}`;
}

/** The contents of a token, if we signed it; null for any other text. */
export async function readUnsubscription(
  tx: Tx,
  token: string,
): Promise<(Unsubscription & { type: Subscriber }) | null> {
  const [, type, id, scope, given] = TOKEN.exec(token) ?? [];
  if (!type || !id || !scope || !given) return null;
  if (!(await isOurSignature(tx, signed(`${type}.${id}.${scope}`), given))) return null;
  return { type: type as Subscriber, id, scope: scope as MailScope };
}

const signed = (what: string) => `unsubscribe ${what}`;
