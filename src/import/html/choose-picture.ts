import type { Element } from 'hast';
import { isMissing, savedHost } from '../pictures/saved-address.ts';
import { attributeOf } from './html-tree.ts';

/** Attributes in which pages keep a picture's address until it is scrolled to. */
const lazy = [
  ...['dataSrc', 'dataOriginal', 'dataLazySrc', 'dataLazy', 'dataUrl', 'dataHiresSrc'],
  ...['dataFullSrc', 'dataImage', 'dataImgSrc', 'dataOriginalSrc', 'dataRunnerSrc'],
] as const;
const lists = [
  'srcSet',
  'dataSrcSet',
  'dataSrcset',
  'dataLazySrcSet',
  'dataLazySrcset',
] as const;

const placeholder =
  /^data:|^about:|blank|placeholder|spacer|transparent|1x1|grey\.gif|loading/iu;

/**
 * Gives a picture the largest address that is told of it, in place: in its own lists, in those of
 * `sources` around it, where a script would find it, in its `src`. A file that a browser saved
 * beside the page is taken before any, one that should be there and is not after all others.
 */
export function choosePicture(picture: Element, sources: readonly Element[] = []): void {
  const src = attributeOf(picture, 'src');
  if (src.startsWith(savedHost)) return;
  const own = lists.map((name) => attributeOf(picture, name));
  const others = sources.flatMap((source) => lists.map((name) => attributeOf(source, name)));
  const waiting = lazy.map((name) => attributeOf(picture, name)).find(Boolean);
  const isReal = src !== '' && !placeholder.test(src);
  const all = [largestOf(own), largestOf(others), waiting, isReal ? src : undefined];
  const best =
    all.find((address) => address?.startsWith(savedHost)) ??
    all.find((address) => address !== undefined && !isMissing(address)) ??
    all.find(Boolean);
  if (best !== undefined) picture.properties['src'] = best;
  for (const name of lists) delete picture.properties[name];
}

/** Whether a picture has an address of its own that can be shown. */
export function hasAddress(picture: Element): boolean {
  const src = attributeOf(picture, 'src');
  return src !== '' && !placeholder.test(src) && !isMissing(src);
}

/** The address of most pixels in `srcset`s; where none says how many it has, the first. */
function largestOf(srcsets: readonly string[]): string | undefined {
  let best: { address: string; size: number } | undefined;
  for (const srcset of srcsets)
    for (const [, address = '', size = '1', unit] of srcset.matchAll(
      /(\S*[^\s,])(?:\s+(\d+(?:\.\d+)?)([wxh]))?\s*(?:,|$)/gu,
    )) {
      if (placeholder.test(address)) continue;
      const pixels = Number(size) * (unit === 'w' ? 1 : 1000);
      if (best === undefined || pixels > best.size) best = { address, size: pixels };
    }
  return best?.address;
}
