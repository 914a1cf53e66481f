/**
 * Of the addresses of offline pages the one of the edition to which an address belongs: the
 * longest whose folder the address lies in.
 */
export function nearestFallback(
  address: string,
  fallbacks: readonly string[],
): string | undefined {
  const folder = (fallback: string) => new URL('../', fallback).href;
  return fallbacks
    .filter((fallback) => address.startsWith(folder(fallback)))
    .toSorted((a, b) => b.length - a.length)[0];
}
