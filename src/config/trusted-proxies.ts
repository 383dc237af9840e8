import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

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
  if (isIP(address) === 0 || rest.length > 0) return false;
  return prefix === undefined || (/^[1-9]\d{0,2}$/.test(prefix) && isNarrow(address, Number(prefix)));
}

/** Wider ranges are other people's: only networks of one's own (fd00::/8) are that wide. */
function isNarrow(text: string, prefix: number): boolean {
  const address = ipaddr.parse(text);
  if (address instanceof ipaddr.IPv4) return prefix >= 8 && prefix <= 32;
  // an IPv4 address is also found in a range of IPv6
  const holdsIPv4 = IPV4_AS_IPV6.match(address, Math.min(prefix, 96));
  const widest = holdsIPv4 ? 96 + 8 : address.parts[0]! >> 8 === 0xfd ? 8 : 16;
  return prefix >= widest && prefix <= 128;
}

const IPV4_AS_IPV6 = ipaddr.IPv6.parse('::ffff:0:0');
