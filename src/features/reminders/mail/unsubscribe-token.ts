import { createHmac, timingSafeEqual } from 'node:crypto';
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
export function signUnsubscription(secret: string, { type, id, scope }: Unsubscription): string {
  const what = `${type}.${id}.${scope}`;
  return `${what}.${signature(secret, what)}`;
}

/** The contents of a token, if we signed it; null for any other text. */
export function readUnsubscription(
  secret: string,
  token: string,
): (Unsubscription & { type: Subscriber }) | null {
  const [, type, id, scope, given] = TOKEN.exec(token) ?? [];
  if (!type || !id || !scope || !given) return null;
  const expected = Buffer.from(signature(secret, `${type}.${id}.${scope}`));
  if (!timingSafeEqual(expected, Buffer.from(given))) return null;
  return { type: type as Subscriber, id, scope: scope as MailScope };
}

function signature(secret: string, what: string): string {
  return createHmac('sha256', secret).update(`unsubscribe ${what}`).digest('base64url');
}
