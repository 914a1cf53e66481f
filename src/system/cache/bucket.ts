/**
 * The number of buckets that the files of a site are divided into. Shard I of N does every Nth of them, so one more
 * article moves no other, and the number of shards may change from one build to the next.
 */
export const buckets = 256;

/**
 * The bucket of a path or another name, from 0 to `count - 1`: the same on every machine.
 *
 * @param count a power of two. Default: `buckets`
 */
export function bucketOf(name: string, count = buckets): number {
  // FNV-1a. Its low bits alone are not even enough.
  let hash = 0x811c9dc5;
  for (let index = 0; index < name.length; index += 1)
    hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193);
  return (hash ^ (hash >>> 15)) & (count - 1);
}
