import { isIP } from 'node:net';

/** Addresses and ranges of proxies, or how many there are one behind the other. */
export type TrustedProxies = number | readonly string[];

/**
 * Whose X-Forwarded-For is believed. Not everybody's: they could choose their address, and with it whose limits they
 * use up.
 */
export function trustedProxies(text: string): TrustedProxies {
  if (text === '') return [];
  if (/^[1-9]\d?$/.test(text)) return Number(text);
  const proxies = text.split(',').map((each) => each.trim());
  if (proxies.every(isProxy)) return proxies;
  throw new Error('it looks like 10.0.0.7,192.168.0.0/16,fd00::/8 or, as a number of proxies, 1');
}

function isProxy(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/');
  const family = isIP(address);
  return (
    family > 0 && rest.length === 0 && (prefix === undefined || isPrefix(prefix, family === 4 ? 32 : 128))
  );
}

function isPrefix(text: string, bits: number): boolean {
  return /^[1-9]\d{0,2}$/.test(text) && Number(text) <= bits;
}
