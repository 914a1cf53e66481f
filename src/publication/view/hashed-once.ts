import { hash as hashOf } from 'node:crypto';

/**
 * Plain data that is part of many sheets' inputs: in their JSON, of which keys are made, its hash
 * takes its place. The hash is made once, when it is asked for first; the value must not change.
 */
export function hashedOnce<T extends object>(value: T): T {
  let hash: string | undefined;
  // Not enumerable, so a copy (`{ ...value }`) does not have it.
  return Object.defineProperty(value, 'toJSON', {
    configurable: true,
    value: () => {
      hash ??= hashOf('sha256', JSON.stringify({ ...value }), 'base64url');
      return hash;
    },
  });
}
