import { IN_MAIL, LinkKind } from '../../../db/link-kind.js';
import type { Tx } from '../../../db/transaction.js';
import type { RecipientType } from './recipients.js';

/**
 * Whoever is nominated gets no mail but their invitation, and a role mailbox none but news of itself: there is nothing
 * to unsubscribe from.
 */
export type Subscriber = Exclude<RecipientType, 'NOMINEE' | 'REGION' | 'OUDERNETWERK'>;

export type MailScope = 'reminders' | 'digest';

/** The person or account that a link to unsubscribe is for, and from what. */
export interface Unsubscription {
  readonly type: Subscriber;
  readonly id: string;
  readonly scope: MailScope;
}

/** Says ids, and nothing about the person. It does not expire, as emails do not; older ones do not name their mail. */
export const UNSUBSCRIBE_LINK = new LinkKind(
  'unsubscribe',
  new RegExp(`^(ACCOUNT|PERSON|ORGANISATION)\\.([0-9a-f-]{36})\\.(reminders|digest)(?:\\.${IN_MAIL})?$`),
);

export function signUnsubscription(
  tx: Tx,
  { type, id, scope }: Omit<Unsubscription, 'type'> & { readonly type: RecipientType },
  mailId: string,
): Promise<string> {
  return UNSUBSCRIBE_LINK.sign(tx, `${type}.${id}.${scope}.${mailId}`);
}

/** The contents of a token, if we signed it; null for any other text. */
export async function readUnsubscription(tx: Tx, token: string): Promise<Unsubscription | null> {
  const parts = await UNSUBSCRIBE_LINK.read(tx, token);
  if (!parts) return null;
  const [, type, id, scope] = parts;
  return { type: type as Subscriber, id: id!, scope: scope as MailScope };
}
