import ipaddr from 'ipaddr.js';

/**
 * Whether an IP address is public: not private, loopback, link-local, shared (CGNAT), multicast,
 * reserved or unspecified, nor one of these embedded in IPv6 (mapped, compatible, NAT64, 6to4,
 * Teredo). False for anything else.
 */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/%.*$/u, '');
  if (!ipaddr.isValid(bare)) return false;
  const parsed = ipaddr.process(bare);
  // ipaddr.js names all ranges for special use; the rest is `unicast`.
  if (parsed.range() !== 'unicast') return false;
  // ipaddr.js treats IPv4-compatible addresses (::/96) as unicast; only 2000::/3 is in public
  // use.
  return parsed.kind() === 'ipv4' || ((parsed.toByteArray()[0] ?? 0) & 0xe0) === 0x20;
}
