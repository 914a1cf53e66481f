import { keepSealed, loadSealed } from '../cache/kept-file.ts';
import type { SourcedCopy } from './read-copies.ts';

/**
 * The copies that a build has read, for the next one: a sealed file below `cacheDir`, which may be
 * lost. `name` is its path there. Each copy names the hash of all that it was made from.
 */
export function loadCopies(cacheDir: string, name: string): Map<string, SourcedCopy> {
  const bytes = loadSealed(cacheDir, name);
  const copies = bytes ? (JSON.parse(bytes.toString()) as SourcedCopy[]) : [];
  return new Map(copies.map((item) => [item.copy.path, item]));
}

export function keepCopies(
  cacheDir: string,
  name: string,
  copies: readonly SourcedCopy[],
): Promise<void> {
  return keepSealed(cacheDir, name, JSON.stringify(copies));
}
