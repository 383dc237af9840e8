import { createHmac, timingSafeEqual } from 'node:crypto';

const TOKEN = /^([0-9a-f-]{36})\.([\w-]{43})$/;

/**
 * Goes into a URL: the id of an invitation and a signature, nothing about the person. Whether it can still be
 * answered depends on the invitation: it is answered once, and until its last day.
 */
export function signAnswerToken(secret: string, invitationId: string): string {
  return `${invitationId}.${signature(secret, invitationId)}`;
}

/** The invitation that a token is for, if we signed it; null for any other text. */
export function readAnswerToken(secret: string, token: string): string | null {
  const [, id, given] = TOKEN.exec(token) ?? [];
  if (!id || !given) return null;
  return timingSafeEqual(Buffer.from(signature(secret, id)), Buffer.from(given)) ? id : null;
}

function signature(secret: string, invitationId: string): string {
  return createHmac('sha256', secret).update(`answer invitation ${invitationId}`).digest('base64url');
}
