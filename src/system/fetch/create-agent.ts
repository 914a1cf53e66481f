import { lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Agent } from 'undici';
import { isPublicAddress } from './is-public-address.ts';

export interface FetchOptions {
  /** Whether addresses of this machine and its network may be asked as well. */
  readonly allowPrivate: boolean;
  /** How names become addresses; as the system does it where it is not given. */
  readonly lookup?: LookupFunction;
}

/**
 * Connections that go to public addresses alone. What a name stands for is judged where it is
 * connected to, so that a name which stands for something else a moment later gains nothing.
 * No proxy of the environment is used: it would look names up itself.
 */
export function createAgent({ allowPrivate, lookup = systemLookup }: FetchOptions): Agent {
  return new Agent({
    connect: { timeout: 10_000, lookup: allowPrivate ? lookup : onlyPublic(lookup) },
    headersTimeout: 20_000,
    bodyTimeout: 20_000,
    pipelining: 0,
    maxHeaderSize: 32_768,
  });
}

function onlyPublic(lookup: LookupFunction): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, []);
      const open = [found].flat().flatMap((entry) => {
        const isOpen = typeof entry === 'object' && isPublicAddress(entry.address);
        return isOpen ? [entry] : [];
      });
      const [first] = open;
      if (first === undefined) return callback(privateHost(hostname), []);
      if (options.all) return callback(null, open);
      return callback(null, first.address, first.family);
    });
  };
}

function privateHost(hostname: string): RefusedFetch {
  return new RefusedFetch(
    `${hostname} is an address of a private network; allow it with --allow-private`,
  );
}

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

/** An address that is not fetched, or that gave nothing to import; the message says why. */
export class RefusedFetch extends Error {
  override readonly name = 'RefusedFetch';
}
