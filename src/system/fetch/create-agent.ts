import { lookup as systemLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { Agent } from 'undici';
import { isPublicAddress } from './is-public-address.ts';
import { RefusedFetch } from './refused-fetch.ts';

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

export function privateHost(hostname: string): RefusedFetch {
  return new RefusedFetch(
    `${hostname} is an address of a private network; allow it with --allow-private`,
  );
}
