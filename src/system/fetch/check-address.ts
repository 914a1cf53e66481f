import { isIP } from 'node:net';
import { type FetchOptions, privateHost } from './create-agent.ts';
import { isPublicAddress } from './is-public-address.ts';
import { RefusedFetch } from './refused-fetch.ts';

/**
 * An address that may be asked, parsed as browsers do it, so that `0x7f.1` and `2130706433` are
 * what they stand for. Connections to IP addresses look nothing up: they are judged here. So are
 * names of this machine, which need not be asked of anybody (RFC 6761, section 6.3).
 */
export function checkAddress(address: string, { allowPrivate }: FetchOptions): URL {
  const url = URL.parse(address);
  if (url === null) throw new RefusedFetch(`${JSON.stringify(address)} is no address`);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new RefusedFetch(`${url.protocol} is not fetched, only http: and https:`);
  if (url.username !== '' || url.password !== '')
    throw new RefusedFetch('an address with a user name or a password is not fetched');
  const host = url.hostname.replace(/^\[|\]$|\.$/gu, '');
  if (!allowPrivate && isPrivate(host)) throw privateHost(host);
  url.hash = '';
  return url;
}

function isPrivate(host: string): boolean {
  if (/(?:^|\.)(?:localhost|localdomain|local|internal)$/u.test(host)) return true;
  return isIP(host) !== 0 && !isPublicAddress(host);
}
