import type { FieldValue } from '../../content/fields/fields.ts';
import { isMapping } from './field-reader.ts';

/**
 * Splits `site.data.team[0].name` or `page["image"]` into keys; undefined if it is not a path.
 */
export function parseValuePath(written: string): string[] | undefined {
  const parts: string[] = [];
  const part =
    /\s*(?:(?:^|\.)([\p{L}_][\p{L}\p{N}_-]*)|\[\s*(?:"([^"]*)"|'([^']*)'|(\d+))\s*\])/uy;
  while (part.lastIndex < written.length) {
    const match = part.exec(written);
    if (!match) return undefined;
    parts.push(match[1] ?? match[2] ?? match[3] ?? match[4] ?? '');
  }
  return parts.length === 0 ? undefined : parts;
}

/** The text at a path of keys; undefined if it is missing, a list or a mapping. */
export function valueAt(
  values: FieldValue | undefined,
  path: readonly string[],
): string | undefined {
  let value = values;
  for (const key of path) {
    if (Array.isArray(value))
      value = key === 'first' ? value[0] : key === 'last' ? value.at(-1) : value[Number(key)];
    else if (isMapping(value)) {
      const own =
        Object.keys(value).find((item) => item === key) ??
        Object.keys(value).find((item) => item.toLowerCase() === key.toLowerCase());
      value = own === undefined ? undefined : value[own];
    } else return undefined;
  }
  return typeof value === 'string' ? value : undefined;
}
