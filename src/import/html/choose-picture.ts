import type { Element } from 'hast';
import { isMissing, savedHost } from '../pictures/saved-address.ts';
import { attributeOf } from './html-tree.ts';

/** Attributes in which lazy-loading scripts keep a picture's URL. */
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
 * Sets a picture's `src` to the largest URL known for it: from its own `srcset`s, those of
 * `sources` around it, lazy-loading attributes, or its `src`. Prefers a file that a browser saved
 * beside the page; a missing saved file is the last choice. Modifies `picture`.
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

/** Whether a picture has a URL of its own that can be shown. */
export function hasAddress(picture: Element): boolean {
  const src = attributeOf(picture, 'src');
  return src !== '' && !placeholder.test(src) && !isMissing(src);
}

/** The URL with most pixels in some `srcset`s; the first if none has a size. */
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
