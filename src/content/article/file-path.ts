import { decodePercent } from '../../language/decode-percent.ts';
/**
 * Resolves a path written in a content file: relative to that file, or to the content folder if it
 * begins with a slash. Ignores `?query#fragment`. Undefined if the path leaves the content folder.
 */
export function fileBeside(copyPath: string, written: string): string | undefined {
  const path = decodePercent(/^[^?#]*/su.exec(written)?.[0] ?? '').normalize('NFC');
  return joinPath(path.startsWith('/') ? [] : copyPath.split('/').slice(0, -1), path);
}

/**
 * Joins paths: `['a','b'] + '../c.md'` -> `a/c.md`; undefined if the result is outside the content
 * folder.
 */
export function joinPath(base: readonly string[], relative: string): string | undefined {
  const parts = [...base];
  for (const part of relative.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.length === 0 ? undefined : parts.join('/');
}
