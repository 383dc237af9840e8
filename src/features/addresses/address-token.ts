import { createHmac, timingSafeEqual } from 'node:crypto';

const TOKEN = /^([0-9a-f-]{36})\.([\w-]{43})$/;

/** Goes into a URL: the id of a change and a signature, no address. The change itself says until when it works. */
export function signAddressToken(secret: string, changeId: string): string {
  return `${changeId}.${signature(secret, changeId)}`;
}

/** The change that a token is for, if we signed it; null for any other text. */
export function readAddressToken(secret: string, token: string): string | null {
  const [, id, given] = TOKEN.exec(token) ?? [];
  if (!id || !given) return null;
  return timingSafeEqual(Buffer.from(signature(secret, id)), Buffer.from(given)) ? id : null;
}

function signature(secret: string, changeId: string): string {
  return createHmac('sha256', secret).update(`confirm address ${changeId}`).digest('base64url');
}
