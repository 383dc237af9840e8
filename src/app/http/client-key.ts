import ipaddr from 'ipaddr.js';

/**
 * Who counts as one client for limits and budgets, by their address. Whoever has one IPv6 address has its whole /64
 * network to choose from, so that is one client; an IPv4 address written as IPv6 is itself.
 */
export function clientKey(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const plain = ipaddr.process(address);
  if (plain.kind() === 'ipv4') return plain.toString();
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${address}/64`).toString()}/64`;
}
