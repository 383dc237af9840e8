import ipaddr from 'ipaddr.js';
import { RecentMap } from '../../kernel/recent-map.js';

const MOST_KNOWN = 1_000;
const known = new RecentMap<string, string>(MOST_KNOWN);

/**
 * Who counts as one client for limits and budgets, by their address. Whoever has one IPv6 address has its whole /64
 * network to choose from, so that is one client; an IPv4 address written as IPv6 is itself. Some proxies write the port,
 * which the client chooses. Whoever has no address at all is one client with all others who have none.
 */
export function clientKey(written: string): string {
  let key = known.get(written);
  if (key === undefined) known.set(written, (key = keyOf(written)));
  return key;
}

function keyOf(written: string): string {
  const address = withoutPort(written);
  if (!ipaddr.isValid(address)) return 'no address';
  const plain = ipaddr.process(address);
  if (plain.kind() === 'ipv4') return plain.toString();
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${address}/64`).toString()}/64`;
}

function withoutPort(written: string): string {
  const [, bracketed, ipv4] = /^(?:\[(.*)\](?::\d*)?|([\d.]+):\d*)$/.exec(written.trim()) ?? [];
  return bracketed ?? ipv4 ?? written.trim();
}
