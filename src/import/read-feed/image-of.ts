import type { DraftImage } from '../draft.ts';
import { given } from '../given.ts';
import type { Resolve } from '../html/whole-address.ts';
import type { PictureBag } from '../pictures/picture-bag.ts';
import type { FeedEntry, Say } from './feed-entry.ts';

/** The featured picture: a file only with a credit, since none goes without. */
export function imageOf(
  entry: FeedEntry,
  resolve: Resolve,
  bag: PictureBag,
  say: Say,
): DraftImage | undefined {
  const { picture } = entry;
  if (picture === undefined) return undefined;
  const address = resolve(picture.url);
  const { credit, alt, caption } = picture;
  const words = {
    ...given('alt', alt),
    ...given('caption', caption),
    ...given('credit', credit),
  };
  // Nothing says them elsewhere where the copy has no picture.
  const lost = [alt, caption].filter((text) => text !== undefined).map((text) => `"${text}"`);
  const told =
    credit !== undefined || lost.length === 0 ? '' : `; left out: ${lost.join(', ')}`;
  if (!bag.isWanted || address === undefined) {
    say(
      'picture',
      `${address ?? picture.url} is the entry's picture; it is not brought along${told}`,
      'certain',
    );
    return credit === undefined ? undefined : words;
  }
  if (credit === undefined) {
    say(
      'picture',
      `${address} has no credit, so that it is not brought along${told}`,
      'likely',
    );
    return undefined;
  }
  const file = bag.bring(address);
  return { ...given('file', file), ...words };
}
