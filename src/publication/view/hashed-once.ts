import { hash as digest } from 'node:crypto';

/**
 * Plain data that is part of the inputs of many sheets: its JSON, from which the keys of sheets are
 * made, is only its hash. The hash is computed once, on first use, so the value must not change.
 */
export function hashedOnce<T extends object>(value: T): T {
  let hash: string | undefined;
  // Not enumerable, so that `{ ...value }` does not have it.
  return Object.defineProperty(value, 'toJSON', {
    configurable: true,
    value: () => {
      hash ??= digest('sha256', JSON.stringify({ ...value }), 'base64url');
      return hash;
    },
  });
}
