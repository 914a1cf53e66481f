import ipaddr from 'ipaddr.js';

/**
 * Whether an IP address is one of the public internet: not private, loopback, link-local, shared
 * by a provider (CGNAT), multicast, reserved, unspecified, and none of these in the clothes of
 * IPv6 (mapped, compatible, NAT64, 6to4, Teredo). What is no IP address is not public.
 */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/%.*$/u, '');
  if (!ipaddr.isValid(bare)) return false;
  const parsed = ipaddr.process(bare);
  // Ranges that ipaddr.js has no name for are `unicast`; all that it names are for special use.
  if (parsed.range() !== 'unicast') return false;
  // IPv4-compatible addresses (::/96) are unicast to ipaddr.js; only 2000::/3 is in public use.
  return parsed.kind() === 'ipv4' || ((parsed.toByteArray()[0] ?? 0) & 0xe0) === 0x20;
}
