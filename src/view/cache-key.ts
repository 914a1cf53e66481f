import { createHash } from 'node:crypto';

/**
 * The cache key of a page: the hash of its view model. A page is a function of its code and its
 * model, so the same key means the same bytes.
 */
export function cacheKey(model: object): string {
  return createHash('sha256').update(JSON.stringify(model)).digest('hex');
}
