import { decodePercent } from '../../language/decode-percent.ts';
/**
 * The file that a path written in a copy names: beside the copy, or below the content folder
 * where it begins with a slash. `?query#fragment` is no part of it. Undefined where it leads out
 * of the content folder.
 */
export function fileBeside(copyPath: string, written: string): string | undefined {
  const path = decodePercent(/^[^?#]*/su.exec(written)?.[0] ?? '').normalize('NFC');
  return joinPath(path.startsWith('/') ? [] : copyPath.split('/').slice(0, -1), path);
}

/** `['a','b'] + '../c.md'` -> `a/c.md`; undefined where it leads out of the content folder. */
export function joinPath(base: readonly string[], relative: string): string | undefined {
  const parts = [...base];
  for (const part of relative.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.length === 0 ? undefined : parts.join('/');
}
