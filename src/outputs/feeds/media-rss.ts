import { lookup } from 'mrmime';
import type { FeedEntry } from './feed.ts';

/** The picture of an entry in Media RSS 1.5.1, which RSS and Atom share. */
export function toMedia({
  url,
  width,
  height,
  alt,
  credit,
}: NonNullable<FeedEntry['picture']>) {
  return {
    url,
    medium: 'image',
    type: lookup(url),
    width,
    height,
    description: alt === '' ? undefined : { type: 'plain', value: alt },
    credits: credit === undefined ? undefined : [{ value: credit }],
  };
}
