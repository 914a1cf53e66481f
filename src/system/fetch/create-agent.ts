import { lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Agent } from 'undici';
import { isPublicAddress } from './is-public-address.ts';

export interface FetchOptions {
  /** Whether addresses of this machine and its network are allowed. */
  readonly allowPrivate: boolean;
  /** Resolves host names; default: the system's lookup. */
  readonly lookup?: LookupFunction;
}

/**
 * Creates an agent that connects to public addresses only. Addresses are checked when connecting,
 * so that a host name cannot resolve differently later (DNS rebinding). Ignores proxy settings,
 * since a proxy would resolve host names itself.
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
 * Parses and checks a URL as browsers do, so that `0x7f.1` and `2130706433` are recognized. IP
 * addresses and names of this machine (RFC 6761, section 6.3) are checked here, since connecting
 * to them needs no lookup. Throws a `RefusedFetch`.
 */
export function checkAddress(address: string, { allowPrivate }: FetchOptions): URL {
  const url = URL.parse(address);
  if (url === null) throw new RefusedFetch(`${JSON.stringify(address)} is not a valid URL`);
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

/** A URL that was not fetched; the message gives the reason. */
export class RefusedFetch extends Error {
  override readonly name = 'RefusedFetch';
}
