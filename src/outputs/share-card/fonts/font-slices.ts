import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { findPackage } from '../../../system/cache/find-package.ts';
import { packageFolder } from '../../../system/cache/package-folder.ts';
import type { FontFamily } from './font-families.ts';

/** A font file of a family, with the characters that it is for. */
export interface FontSlice {
  readonly family: string;
  readonly path: string;
  readonly weight?: number;
  /** Inclusive ranges of code points. */
  readonly claimed: readonly (readonly [number, number])[];
}

/** Lists the slices of a family in a fixed order. */
export function slicesOf(family: FontFamily): FontSlice[] {
  if (family.files) {
    const root = packageFolder();
    return family.files.map(({ file, weight }) => ({
      family: family.name,
      path: join(root, 'public/assets', file),
      weight,
      claimed: [[0, 0x10ffff]],
    }));
  }
  const { package: name = '' } = family;
  const folder = findPackage(name);
  if (folder === undefined) throw new Error(`the package ${name} is not installed`);
  // A file of a package, which npm checks against the hash in the lock file.
  const ranges = JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8')) as Record<
    string,
    string
  >;
  return Object.entries(ranges)
    .map(([key, written]) => ({ key: key.replace(/[[\]]/gu, ''), written }))
    .filter(({ key }) => family.slices?.includes(key) ?? true)
    .map(({ key, written }) => ({
      family: family.name,
      path: join(folder, 'files', `${basename(name)}-${key}-wght-normal.woff2`),
      claimed: parseRanges(written),
    }));
}

/** `U+0-7F,U+131` -> `[[0, 127], [305, 305]]`. */
export function parseRanges(written: string): [number, number][] {
  return written.split(',').map((range) => {
    const [from = '', to = from] = range.trim().replace(/^U\+/iu, '').split('-');
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
  });
}

export function isInRanges(ranges: FontSlice['claimed'], code: number): boolean {
  return ranges.some(([from, to]) => code >= from && code <= to);
}

/** Groups code points into inclusive ranges, in order. */
export function toRanges(codes: ReadonlySet<number>): [number, number][] {
  const ranges: [number, number][] = [];
  for (const code of [...codes].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && last[1] === code - 1) last[1] = code;
    else ranges.push([code, code]);
  }
  return ranges;
}
