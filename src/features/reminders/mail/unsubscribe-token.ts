import { readFromLink, signedForLink } from '../../../db/link-signature.js';
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

const PURPOSE = 'unsubscribe';
const SHAPE = /^(ACCOUNT|PERSON|ORGANISATION)\.([0-9a-f-]{36})\.(reminders|digest)$/;

/** Goes into a URL: an id and a signature, nothing about the person. It does not expire, as emails do not. */
export function signUnsubscription(tx: Tx, { type, id, scope }: Unsubscription): Promise<string> {
  return signedForLink(tx, PURPOSE, `${type}.${id}.${scope}`);
}

/** The contents of a token, if we signed it; null for any other text. */
export async function readUnsubscription(
  tx: Tx,
  token: string,
): Promise<(Unsubscription & { type: Subscriber }) | null> {
  const parts = await readFromLink(tx, PURPOSE, SHAPE, token);
  if (!parts) return null;
  const [, type, id, scope] = parts;
  return { type: type as Subscriber, id: id!, scope: scope as MailScope };
}
